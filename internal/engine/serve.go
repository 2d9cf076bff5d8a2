//go:build linux && !noengine

package engine

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// maxStatement bounds the text of a statement, as a server's max_query_size would
// if it were not also about inline data.
const maxStatement = 16 << 20

// handler serves ClickHouse's HTTP interface over the engine in this process: one
// engine connection for each request, with the request's settings.
type handler struct {
	lib      *libchdb
	base     []string // arguments of every connection
	settings func() (map[string]bool, error)
	serial   atomic.Uint64
}

func newHandler(lib *libchdb, base []string) http.Handler {
	h := &handler{lib: lib, base: base}
	h.settings = sync.OnceValues(h.readSettings)
	mux := http.NewServeMux()
	mux.HandleFunc("/ping", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "Ok.\n") })
	mux.HandleFunc("POST /classify", h.classify)
	mux.HandleFunc("/{$}", h.serve)
	return mux
}

// request is one statement as it came in.
type request struct {
	statement
	id       string
	database string
	settings []string // "--name=value"
	tag      string   // what the engine calls the running statement
	data     bool     // an INSERT whose data is the body
	wait     bool     // hold the answer until it is complete
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
	return r.counts(), out.write(r.bytes())
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

// Formats whose pieces can be written one after the other. The others have a head
// or a foot, which the engine would repeat for each piece.
var pieceFormats = []string{"Native", "RowBinary", "TabSeparated", "TSV", "TSVRaw", "TabSeparatedRaw", "CSV", "JSONEachRow", "JSONCompactEachRow", "NDJSON", "JSONLines"}

var (
	formatWord   = regexp.MustCompile(`(?i)\bFORMAT\b`)
	formatClause = regexp.MustCompile(`(?i)\bFORMAT\s+(\w+)\s*;?\s*$`)
)

// streamable reports whether an answer may be sent piece by piece. A text that says
// FORMAT anywhere but at its end is not looked into further.
func streamable(st statement) (format string, ok bool) {
	format = st.format
	if found := formatWord.FindAllStringIndex(st.sql, 2); len(found) > 0 {
		m := formatClause.FindStringSubmatch(st.sql)
		if len(found) > 1 || m == nil {
			return format, false
		}
		format = m[1]
	}
	return format, slices.ContainsFunc(pieceFormats, func(f string) bool { return strings.EqualFold(f, format) })
}

var firstWordPattern = regexp.MustCompile(`(?s)\A(?:\s|--[^\n]*\n|#[^\n]*\n|/\*.*?\*/|\()*([A-Za-z]+)`)

// firstWord gives the keyword a statement starts with, in capitals.
func firstWord(sql string) string {
	if m := firstWordPattern.FindStringSubmatch(sql); m != nil {
		return strings.ToUpper(m[1])
	}
	return ""
}

// read takes a request apart. The statement is the URL's query, then the body;
// the body of an INSERT in the URL is its data and stays unread.
func (h *handler) read(r *http.Request) (request, error) {
	var req request
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		return req, &Error{Text: "only GET and POST"}
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return req, &Error{Text: "the URL's query cannot be read: " + err.Error()}
	}
	req.format = "TabSeparated"
	if format := r.Header.Get(headerFormat); format != "" {
		req.format = format
	}
	for name, values := range query {
		value := values[len(values)-1]
		switch {
		case name == "query":
			req.sql = value
		case name == "query_id":
			req.id = value
		case name == "database":
			req.database = value
		case name == "default_format":
			req.format = value
		case name == "wait_end_of_query":
			req.wait = value == "1" || value == "true"
		case strings.HasPrefix(name, "param_"):
			req.params = append(req.params, [2]string{strings.TrimPrefix(name, "param_"), value})
		case slices.Contains(connectionWords, name):
			// what a server takes for other purposes
		default:
			if err := h.checkSetting(name, value); err != nil {
				return req, err
			}
			req.settings = append(req.settings, "--"+name+"="+value)
		}
	}
	if r.Method == http.MethodGet {
		req.settings = append(req.settings, "--readonly=1")
	}
	if req.id == "" || len(req.id) > 128 {
		req.id = randomID()
	}
	// The engine takes no query ids, but it shows the settings of what runs.
	req.tag = fmt.Sprintf("%s %d", req.id, h.serial.Add(1))
	req.settings = append(req.settings, "--log_comment="+req.tag)

	if firstWord(req.sql) == "INSERT" {
		m := formatClause.FindStringSubmatchIndex(req.sql)
		req.data = m != nil || r.ContentLength != 0 // else INSERT ... SELECT or VALUES
		req.format = ""
		if m != nil {
			req.format = req.sql[m[2]:m[3]]
			req.sql = req.sql[:m[0]]
		}
		return req, nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxStatement+1))
	if err != nil {
		return req, &Error{Text: "the statement was cut off: " + err.Error()}
	}
	if len(body) > maxStatement {
		return req, &Error{Code: codeSyntax, Text: fmt.Sprintf("the statement is longer than %d bytes", maxStatement)}
	}
	req.sql += string(body)
	return req, nil
}

// connectionWords are URL parameters of ClickHouse's interface that are no settings.
var connectionWords = []string{"user", "password", "quota_key", "role", "session_id", "session_timeout", "session_check",
	"buffer_size", "compress", "decompress", "close_session", "stacktrace"}

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

var settingName = regexp.MustCompile(`\A[a-z][a-z0-9_]*\z`)

// checkSetting refuses what the engine would silently ignore.
func (h *handler) checkSetting(name, value string) error {
	known, err := h.settings()
	if err != nil {
		return err
	}
	if !settingName.MatchString(name) || !known[name] {
		return &Error{Code: codeUnknownSetting, Name: "UNKNOWN_SETTING", Text: "Unknown setting '" + name + "'"}
	}
	if strings.IndexByte(value, 0) >= 0 {
		return &Error{Code: 36, Name: "BAD_ARGUMENTS", Text: "zero byte in setting '" + name + "'"}
	}
	return nil
}

func (h *handler) readSettings() (map[string]bool, error) {
	s, err := h.lib.open(h.base)
	if err != nil {
		return nil, err
	}
	defer s.close()
	r, err := s.query(statement{sql: "SELECT name FROM system.settings", format: "TSVRaw"})
	if err != nil {
		return nil, err
	}
	defer r.destroy()
	known := map[string]bool{}
	for _, name := range strings.Fields(string(r.bytes())) {
		known[name] = true
	}
	return known, nil
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
	json.NewEncoder(w).Encode(classifyAnswer{Class: class, Statements: n})
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
		if err != nil && err != io.EOF {
			in.cancel()
			return counts{}, &Error{Code: 33, Name: "CANNOT_READ_ALL_DATA", Text: "the data was cut off; nothing was stored: " + err.Error()}
		}
		if !in.push((*buf)[:n]) {
			io.Copy(io.Discard, body) // a client that still writes does not read why
			return in.done()
		}
		if err == io.EOF {
			return in.done()
		}
	}
}

var insertBuffers = sync.Pool{New: func() any { b := make([]byte, 512<<10); return &b }}

// answer writes a response whose status depends on whether data went out before
// the statement failed.
type answer struct {
	w       http.ResponseWriter
	started time.Time
	format  string
	tag     string // set once the head is out
}

func (a *answer) head() {
	var random [8]byte
	rand.Read(random[:])
	a.tag = hex.EncodeToString(random[:])
	a.w.Header().Set(headerTag, a.tag)
	a.w.Header().Set(headerFormat, a.format)
	a.w.Header().Set("Content-Type", "application/octet-stream")
	a.w.Header().Set("Trailer", headerSummary)
}

func (a *answer) write(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	if a.tag == "" {
		a.head()
	}
	_, err := a.w.Write(data)
	return err
}

func (a *answer) finish(sum counts, err error) {
	if err != nil && a.tag == "" {
		refuse(a.w, err)
		return
	}
	if a.tag == "" {
		a.head()
	}
	if err != nil {
		a.w.Write(appendException(nil, a.tag, asError(err).format()))
	}
	text, _ := json.Marshal(summaryJSON{
		ReadRows: sum.readRows, ReadBytes: sum.readBytes, WrittenRows: sum.writtenRows, WrittenBytes: sum.writtenBytes,
		ResultRows: sum.resultRows, ElapsedNS: uint64(time.Since(a.started)),
	})
	a.w.Header().Set(headerSummary, string(text))
}

// refuse answers with an error instead of a result.
func refuse(w http.ResponseWriter, err error) {
	e := asError(err)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	status := http.StatusBadRequest
	if e.Code != 0 {
		w.Header().Set(headerCode, fmt.Sprint(e.Code))
		status = statusOf(e.Code)
	}
	w.WriteHeader(status)
	io.WriteString(w, e.format())
}

func asError(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{Text: err.Error()}
}
