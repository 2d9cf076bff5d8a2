package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/weir-flow/weir/internal/access"
)

// broken is commands that panic.
type broken struct{}

func (broken) Do(_ context.Context, name string, _ json.RawMessage) (Done, error) {
	if name == "abort" {
		panic(http.ErrAbortHandler)
	}
	return Done{Answer: name[len(name)+1:]}, nil
}

// TestPanics: whoever asks what makes a handler panic is answered as about other
// mistakes of weir, without their inside, and the log has the stack once; the
// connection serves on. An answer that has begun, or is broken off on purpose, is cut.
func TestPanics(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer // read when the server is closed
	var panics atomic.Int64
	guard := access.NewGuard(access.GuardConfig{Loopback: true})
	a := New(Config{Guard: guard, Commands: broken{}, Log: slog.New(slog.NewTextHandler(&log, nil)), Panicked: func() { panics.Add(1) }})
	mux := http.NewServeMux()
	mux.Handle(Prefix+"/", a.Handler())
	mux.Handle("/half", a.guarding(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "half of it")
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
		panic("in the middle")
	})))
	srv := httptest.NewUnstartedServer(guard.Wrap(mux))
	var server bytes.Buffer // what net/http has to say
	srv.Config.ErrorLog = slog.NewLogLogger(slog.NewTextHandler(&server, nil), slog.LevelError)
	srv.Start()
	defer srv.Close()
	post := func(path string) (*http.Response, []byte, error) {
		t.Helper()
		r, err := http.Post(srv.URL+path, "application/json", strings.NewReader("{}")) //nolint:noctx // it ends with the server
		if err != nil {
			return nil, nil, err
		}
		defer r.Body.Close()
		body, err := io.ReadAll(r.Body)
		return r, body, err
	}

	for range 2 {
		r, body, err := post(Prefix + "/commands/any")
		if err != nil {
			t.Fatal(err)
		}
		var p Problem
		if err := json.Unmarshal(body, &p); err != nil || r.StatusCode != 500 || r.Header.Get("Content-Type") != "application/problem+json" ||
			p.Status != 500 || p.Code != "internal" || p.Title == "" || p.Fix == nil || strings.Contains(string(body), "out of range") || r.Close {
			t.Errorf("%s, %v: %s, %v", r.Status, r.Header, body, err)
		}
	}
	if r, body, err := post("/half"); err == nil || r == nil || string(body) != "half of it" {
		t.Errorf("half an answer: %q, %v", body, err)
	}
	if _, body, err := post(Prefix + "/commands/abort"); !errors.Is(err, io.EOF) {
		t.Errorf("broken off: %q, %v", body, err)
	}
	srv.Close()
	if text := log.String(); panics.Load() != 3 || strings.Count(text, "level=ERROR") != 3 || strings.Count(text, "broken.Do") != 2 || !strings.Contains(text, "in the middle") {
		t.Errorf("%d panics, the log: %s", panics.Load(), text)
	}
	if server.Len() > 0 {
		t.Errorf("net/http has told of it too: %s", &server)
	}
}
