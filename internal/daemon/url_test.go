package daemon

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/query"
)

// server is a second engine behind a proxy with a password on a TCP port: what a
// ClickHouse server looks like from outside. Faulty calls are answered with an
// error, or cut in the middle of their body.
type server struct {
	address string
	faults  atomic.Int64 // injected so far
	every   atomic.Int64 // of so many insert calls one goes wrong; 0: none
}

func newServer(t *testing.T) *server {
	t.Helper()
	lib, err := engine.Find(engine.FindOptions{})
	if err != nil {
		open(t, t.TempDir()) // skips or fails
	}
	dir := filepath.Join(t.TempDir(), "server")
	e, err := engine.Start(t.Context(), engine.Config{Library: lib.Path, Dir: dir, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Stop(context.Background()) })
	s := &server{}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(&url.URL{Scheme: "http", Host: "engine"}) },
		Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", e.Socket())
		}},
		ErrorLog:     slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	var inserts atomic.Int64
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		if r.URL.Path != "/ping" && (user != "hunter" || password != "s3cret") {
			w.Header().Set("X-ClickHouse-Exception-Code", "516")
			w.WriteHeader(http.StatusForbidden)
			io.WriteString(w, "Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)\n")
			return
		}
		r.Header.Del("Authorization")
		// The user is the proxy's: the engine behind it knows only its own, without
		// a password, so the login of the dictionaries is translated.
		if !strings.Contains(r.URL.RawQuery, "INSERT") {
			body, _ := io.ReadAll(r.Body)
			body = bytes.ReplaceAll(body, []byte(" USER 'hunter' PASSWORD 's3cret'"), nil)
			r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		}
		every := s.every.Load()
		if every == 0 || !strings.Contains(r.URL.RawQuery, "INSERT") || inserts.Add(1)%every != 0 {
			proxy.ServeHTTP(w, r)
			return
		}
		switch s.faults.Add(1) % 3 {
		case 0: // a proxy in between gives up
			w.WriteHeader(http.StatusServiceUnavailable)
		case 1: // the body is cut
			io.CopyN(io.Discard, r.Body, 1000)
			panic(http.ErrAbortHandler)
		default: // it is stored, and the answer is lost
			proxy.ServeHTTP(httptest.NewRecorder(), r)
			panic(http.ErrAbortHandler)
		}
	}))
	t.Cleanup(front.Close)
	front.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	s.address = strings.TrimPrefix(front.URL, "http://")
	return s
}

// TestServerURL: a ClickHouse URL takes the same path through the code as the
// embedded engine, and stays exact when the network does not.
func TestServerURL(t *testing.T) {
	s := newServer(t)
	cfg := small()
	cfg.Records = 12_000
	logs := filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), logs, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(engine.PasswordEnv, "s3cret")
	var log bytes.Buffer
	config := Config{
		Data: filepath.Join(t.TempDir(), "data"), StoreURL: "http://hunter@" + s.address + "/flowdb", Command: "weir test",
		Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	l, err := Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close(context.Background())

	s.every.Store(4)
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{Workers: 1, MaxRows: 3000}, nil)
	s.every.Store(0)
	if err != nil || len(got.Failures) > 0 {
		t.Fatal(err, got.Failures)
	}
	if s.faults.Load() < 3 {
		t.Errorf("only %d faults met the intake", s.faults.Load())
	}
	verify(t, l, truth)
	settled(t, l)

	var out bytes.Buffer
	lines := query.NewNDJSON(&out)
	_, err = l.Query().SQL(t.Context(), "SELECT count() AS n FROM vpc_flow_logs WHERE action = 'REJECT' AND srcAddr LIKE '10.%'", query.SQLOptions{}, lines)
	if err = errors.Join(err, lines.Flush()); err != nil || !strings.HasPrefix(out.String(), `{"n":`) {
		t.Errorf("SQL answers %q, %v", out.String(), err)
	}
	if _, err := l.Query().SQL(t.Context(), "SELECT file('/etc/passwd')", query.SQLOptions{}, lines); err == nil {
		t.Error("a server has no classifier; the guard must hold without")
	}

	// Another data directory may read it, and not write to it.
	other := config
	other.Data = filepath.Join(t.TempDir(), "other")
	second, err := Open(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close(context.Background())
	if _, err := second.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); !errors.Is(err, ErrForeignStore) {
		t.Errorf("an intake from another data directory: %v", err)
	}

	t.Setenv(engine.PasswordEnv, "wr0ng")
	bad := config
	bad.Data = filepath.Join(t.TempDir(), "bad")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := Open(ctx, bad); err == nil || strings.Contains(err.Error(), "wr0ng") {
		t.Errorf("a wrong password: %v", err)
	}
	if strings.Contains(log.String(), "s3cret") {
		t.Error("the log shows the password")
	}
}
