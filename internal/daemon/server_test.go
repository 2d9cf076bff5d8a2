package daemon

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
)

const (
	serverUser     = "hunter"
	serverPassword = "s3cret'\\ä"
)

// clickhouse is what a ClickHouse server looks like from outside: a second engine
// behind a TCP proxy that asks for user and password, has no /classify, and may be
// told to misbehave.
type clickhouse struct {
	t      *testing.T
	engine *engine.Engine
	http   *httptest.Server

	mu       sync.Mutex
	password string
	fault    fault
	faults   int // that were done
}

// fault does something to a request in place of, or before, the engine's answer;
// done says that there is nothing left to do.
type fault func(w http.ResponseWriter, r *http.Request, forward http.Handler) (done bool)

func startServer(t *testing.T) *clickhouse {
	t.Helper()
	lib, err := engine.Find(engine.FindOptions{})
	enginetest.Need(t, err)
	e, err := engine.Start(t.Context(), engine.Config{Library: lib.Path, Dir: filepath.Join(t.TempDir(), "server"), Logger: slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))})
	if err != nil {
		t.Fatal(err)
	}
	s := &clickhouse{t: t, engine: e, password: serverPassword}
	s.http = httptest.NewServer(s)
	t.Cleanup(func() {
		s.http.Close()
		if err := e.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}

// url is what --store is given.
func (s *clickhouse) url(database string) string {
	u, _ := url.Parse(s.http.URL)
	u.User, u.Path = url.UserPassword(serverUser, serverPassword), database
	return u.String()
}

func (s *clickhouse) misbehave(f fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault, s.faults = f, 0
}

func (s *clickhouse) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	password, fault := s.password, s.fault
	s.mu.Unlock()
	user, given, ok := r.BasicAuth()
	if !ok {
		user, given = r.Header.Get("X-ClickHouse-User"), r.Header.Get("X-ClickHouse-Key")
	}
	if r.URL.Path != "/ping" && (user != serverUser || given != password) {
		w.Header().Set("X-ClickHouse-Exception-Code", "516")
		w.WriteHeader(http.StatusForbidden)
		io.WriteString(w, "Code: 516. DB::Exception: "+user+": Authentication failed: password is incorrect, or there is no user with such name.\n\nIf you have forgotten it ... (AUTHENTICATION_FAILED) (version 26.7.2.1)\n")
		return
	}
	if r.URL.Path != "/" && r.URL.Path != "/ping" {
		http.NotFound(w, r)
		return
	}
	r.Header.Del("Authorization")
	s.knowUser(r, password)
	forward := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(&url.URL{Scheme: "http", Host: "engine"}) },
		Transport: &http.Transport{DisableKeepAlives: true, DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", s.engine.Socket())
		}},
		FlushInterval: -1,
		ErrorLog:      slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
		ErrorHandler:  func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	if fault != nil && fault(w, r, forward) {
		s.mu.Lock()
		s.faults++
		s.mu.Unlock()
		return
	}
	forward.ServeHTTP(w, r)
}

// knowUser lets dictionaries log in: the engine has one user, without a password.
// What is not the right login stays, and the engine refuses it.
func (s *clickhouse) knowUser(r *http.Request, password string) {
	if r.URL.Query().Get("query") != "" {
		return // an insert, its body is data
	}
	sql, err := io.ReadAll(r.Body)
	if err != nil {
		return // the fault of somebody who left
	}
	login := "USER " + engine.QuoteText(serverUser) + " PASSWORD " + engine.QuoteText(password)
	sql = bytes.ReplaceAll(sql, []byte(login), []byte("USER 'default' PASSWORD ''"))
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(sql)), int64(len(sql))
	r.Header.Del("Content-Length")
}

// statement is the first words of what a request asks for.
func statement(r *http.Request) string {
	if sql := r.URL.Query().Get("query"); sql != "" {
		return sql
	}
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	return string(body)
}

// Faults.
func status(code int) fault {
	return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) bool {
		w.WriteHeader(code)
		io.WriteString(w, "<html>go away</html>")
		return true
	}
}

// cutBefore ends the connection before the engine hears of the request.
func cutBefore(http.ResponseWriter, *http.Request, http.Handler) bool { panic(http.ErrAbortHandler) }

// cutBody ends the connection in the middle of what is sent.
func cutBody(w http.ResponseWriter, r *http.Request, forward http.Handler) bool {
	r.Body = io.NopCloser(io.MultiReader(io.LimitReader(r.Body, r.ContentLength/2), broken{}))
	forward.ServeHTTP(httptest.NewRecorder(), r)
	panic(http.ErrAbortHandler)
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// cutAfter lets the engine do all of it and says nothing: nobody can know.
func cutAfter(_ http.ResponseWriter, r *http.Request, forward http.Handler) bool {
	forward.ServeHTTP(httptest.NewRecorder(), r)
	panic(http.ErrAbortHandler)
}

// cutAnswer ends the connection in the middle of the answer.
func cutAnswer(w http.ResponseWriter, r *http.Request, forward http.Handler) bool {
	all := httptest.NewRecorder()
	forward.ServeHTTP(all, r)
	for name, values := range all.Header() {
		if !strings.HasPrefix(name, "Content-Length") {
			w.Header()[name] = values
		}
	}
	w.WriteHeader(all.Code)
	w.Write(all.Body.Bytes()[:all.Body.Len()/2])
	w.(http.Flusher).Flush()
	panic(http.ErrAbortHandler)
}

// ddl is the statement that made something, to be made in its place.
func ddl(t *testing.T, s *clickhouse, name string) string {
	t.Helper()
	stream, err := s.engine.Conn().Query(t.Context(), "SHOW CREATE "+name, "TSVRaw", engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Close()
	text, err := io.ReadAll(stream)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), "CREATE ", "CREATE OR REPLACE ", 1)
}

// grep returns a file below dir with the text in it, "" when there is none.
func grep(t *testing.T, dir, text string) (found string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			found = path
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return found
}
