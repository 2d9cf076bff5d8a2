//go:build linux && !noengine

package engine

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// handler serves ClickHouse's HTTP interface over the engine in this process: one
// engine connection for each request, with the request's settings.
type handler struct {
	lib    *libchdb
	base   []string // arguments of every connection
	serial atomic.Uint64

	mu       sync.Mutex
	settings map[string]bool // names the engine knows, once they were asked for
}

func newHandler(lib *libchdb, base []string) http.Handler {
	h := &handler{lib: lib, base: base}
	mux := http.NewServeMux()
	mux.HandleFunc("/ping", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "Ok.\n") })
	mux.HandleFunc("POST /classify", h.classify)
	mux.HandleFunc("/{$}", h.serve)
	return mux
}

func (h *handler) serve(w http.ResponseWriter, r *http.Request) {
	req, err := h.read(r)
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set(headerID, req.id)
	started := time.Now()
	s, err := h.connect(req)
	if err != nil {
		refuse(w, err)
		return
	}
	defer s.close()
	stop := h.killWhenGone(r.Context(), req.tag)
	defer stop()

	out := &answer{w: w, started: started, format: req.format}
	var sum counts
	if req.data {
		sum, err = insertBody(s, req.statement, r.Body)
	} else {
		sum, err = run(s, req, out)
	}
	out.finish(sum, err)
}

// run executes a statement that carries all it needs. Texts of several statements
// are refused, as a server does: the engine would run them all.
func run(s *session, req request, out *answer) (counts, error) {
	st := req.statement
	class, n := s.classify(st.sql)
	switch {
	case n > 1:
		return counts{}, &Error{Code: codeSyntax, Name: "SYNTAX_ERROR", Text: "Multi-statements are not allowed"}
	case n == 0:
		return counts{}, parseFailure(s, st)
	}
	if keyword := firstWord(st.sql); class == ClassReadOnly && !req.wait && (keyword == "SELECT" || keyword == "WITH") {
		if format, ok := streamable(st); ok {
			st.format = format
			out.format = format
			return s.stream(st, out.write)
		}
	}
	r, err := s.query(st)
	if err != nil {
		return counts{}, err
	}
	defer r.destroy()
	sum := r.counts()
	out.summary = out.render(sum)
	return sum, out.write(r.bytes())
}

// parseFailure asks the engine why a text is no statement. Only its insert call
// parses one statement and runs nothing when that is not an INSERT.
func parseFailure(s *session, st statement) error {
	in, err := s.insert(statement{sql: st.sql})
	if err == nil {
		in.cancel()
		err = errors.New("not a statement")
	}
	var e *Error
	if errors.As(err, &e) && e.Code != 0 {
		return e
	}
	return &Error{Code: codeSyntax, Name: "SYNTAX_ERROR", Text: "Syntax error: the text is empty or not one statement"}
}

// connect opens an engine connection with the settings of the request.
func (h *handler) connect(req request) (*session, error) {
	s, err := h.lib.open(append(slices.Clip(h.base), req.settings...))
	if errors.Is(err, errRefused) {
		return nil, h.whyRefused(req)
	}
	if err != nil {
		return nil, err
	}
	if req.database != "" && req.database != "default" {
		if err := s.run("USE " + QuoteName(req.database)); err != nil {
			s.close()
			return nil, err
		}
	}
	return s, nil
}

// whyRefused finds out which setting the engine did not take; the library refuses a
// connection without a word.
func (h *handler) whyRefused(req request) error {
	s, err := h.lib.open(h.base)
	if err != nil {
		return err
	}
	defer s.close()
	for _, setting := range req.settings {
		name, value, _ := strings.Cut(strings.TrimPrefix(setting, "--"), "=")
		if name == "readonly" {
			continue
		}
		if err := s.run("SET " + name + " = " + QuoteText(value)); err != nil {
			return err
		}
	}
	return errRefused
}

func (h *handler) classify(w http.ResponseWriter, r *http.Request) {
	sql, err := io.ReadAll(io.LimitReader(r.Body, maxStatement+1))
	if err != nil || len(sql) > maxStatement {
		refuse(w, &Error{Code: codeSyntax, Text: "the statement is cut off or too long"})
		return
	}
	s, err := h.lib.open(h.base)
	if err != nil {
		refuse(w, err)
		return
	}
	defer s.close()
	class, n := s.classify(string(sql))
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(classifyAnswer{Class: class, Statements: n}) // a reader that left
}

// killWhenGone stops the statement with the given tag once its reader has left. The
// statement may not have begun, or may be slow to notice, so it asks again until
// stop is called, which waits for it.
func (h *handler) killWhenGone(ctx context.Context, tag string) (stop func()) {
	over, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		select {
		case <-over:
			return
		case <-ctx.Done():
		}
		s, err := h.lib.open(h.base)
		if err != nil {
			return
		}
		defer s.close()
		kill := "KILL QUERY WHERE Settings['log_comment'] = {tag:String} ASYNC"
		for {
			if r, err := s.query(statement{sql: kill, format: "Null", params: [][2]string{{"tag", escapeParam(tag)}}}); err == nil {
				r.destroy()
			}
			select {
			case <-over:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() {
		close(over)
		<-ended
	}
}

// insertBody pushes a request's body into the engine. A body that is cut off
// cancels the insert.
func insertBody(s *session, st statement, body io.Reader) (counts, error) {
	in, err := s.insert(st)
	if err != nil {
		return counts{}, err
	}
	buf := insertBuffers.Get().(*[]byte)
	defer insertBuffers.Put(buf)
	for {
		n := 0
		var err error
		for n < len(*buf) && err == nil {
			var m int
			m, err = body.Read((*buf)[n:])
			n += m
		}
		ended := errors.Is(err, io.EOF)
		if err != nil && !ended {
			in.cancel()
			return counts{}, &Error{Code: 33, Name: "CANNOT_READ_ALL_DATA", Text: "the data was cut off; nothing was stored: " + err.Error()}
		}
		if !in.push((*buf)[:n]) {
			io.Copy(io.Discard, body) // a client that still writes does not read why
			return in.done()
		}
		if ended {
			return in.done()
		}
	}
}

var insertBuffers = sync.Pool{New: func() any { b := make([]byte, 512<<10); return &b }}
