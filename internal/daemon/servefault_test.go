package daemon

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// serve runs a server in this process until stop is called, which fails the test when
// the server does not end in order.
func serve(t *testing.T, data string, sc ServeConfig) (address string, stop func()) {
	t.Helper()
	needEngine(t)
	ready, ended := make(chan string, 1), make(chan error, 1)
	sc.Listen, sc.Ready = "127.0.0.1:0", func(a string) { ready <- a }
	ctx, cancel := context.WithCancel(t.Context())
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelError}))
	go func() { ended <- Serve(ctx, Config{Data: data, Command: "weir serve", Log: log}, sc) }()
	var stopped atomic.Bool
	stop = func() {
		if stopped.Swap(true) {
			return
		}
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(stop)
	select {
	case address = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	return address, stop
}

// readiness is what /readyz answers.
func readiness(t *testing.T, address string) (r Readiness) {
	t.Helper()
	resp, err := http.Get("http://" + address + "/readyz")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

func page(t *testing.T, address, path string) string {
	t.Helper()
	resp, err := http.Get("http://" + address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestServeBucketFaults: whatever the bucket does, the server says so where one looks,
// does its other work, and goes on by itself; in the end each record is counted once.
func TestServeBucketFaults(t *testing.T) {
	t.Parallel()
	srv, truth, cfg, _ := bucketed(t, func(c *fleet.Config) { c.Records, c.Cells = 6_000, 1 })
	answer := func(status int, code string, list bool) s3test.Fault {
		return func(w http.ResponseWriter, _ *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
			if q.List != list {
				return false
			}
			s3test.Answer(w, status, code, "not now")
			return true
		}
	}
	cfg.Buckets.Retries = 3
	srv.Fail(answer(http.StatusForbidden, "AccessDenied", true))
	data := filepath.Join(t.TempDir(), "data")
	address, stop := serve(t, data, ServeConfig{Sources: []Watched{{Name: "logs", Path: "s3://logs/", Every: 50 * time.Millisecond, Buckets: cfg.Buckets}},
		Watch: WatchConfig{Retry: 100 * time.Millisecond}})
	state := func() SourceState {
		t.Helper()
		r := readiness(t, address)
		if !r.Ready || len(r.Sources) != 1 {
			t.Fatalf("the server cannot work: %+v", r)
		}
		return r.Sources[0]
	}
	says := func(what string) {
		t.Helper()
		until(t, "it says "+what, func() bool { return strings.Contains(state().Error, what) })
	}
	says("may not s3:ListBucket on arn:aws:s3:::logs")
	if !strings.Contains(page(t, address, "/metrics"), `weir_source_up{source="logs"} 0`) {
		t.Error("/metrics does not say that the source is down")
	}
	srv.Fail(answer(http.StatusServiceUnavailable, "SlowDown", true))
	says("SlowDown")
	srv.Fail(answer(http.StatusInternalServerError, "InternalError", true))
	says("InternalError")
	if got := state(); got.Records != 0 {
		t.Errorf("%d records of a bucket that cannot be listed", got.Records)
	}

	// It can be listed: some objects are denied, bodies are cut short, the line is slow.
	srv.Fail(func(w http.ResponseWriter, r *http.Request, q s3test.Request, n int, next http.Handler) bool {
		switch {
		case q.List:
			return false
		case strings.HasSuffix(q.Key, "0.log.gz") || strings.HasSuffix(q.Key, "a.log.gz"):
			s3test.Answer(w, http.StatusForbidden, "AccessDenied", "Access Denied")
		case n%3 == 1:
			s3test.Cut(w, r, next, 200, nil)
		case n%3 == 2:
			s3test.Answer(w, http.StatusServiceUnavailable, "SlowDown", "not now")
		default:
			return false
		}
		return true
	})
	until(t, "some records are in", func() bool { return state().Records > 0 })
	says("may not s3:GetObject")
	for range 20 { // polls that go well meanwhile, as the bucket can be listed, do not hide it
		if state().Error == "" {
			t.Fatal("all is said to be well while objects are denied")
		}
		time.Sleep(10 * time.Millisecond)
	}
	l := open(t, data)
	until(t, "weir status says so", func() bool {
		w, ok, err := l.Watching(t.Context())
		return err == nil && ok && strings.Contains(w.Sources[0].Error, "s3:GetObject")
	})

	srv.Fail(nil)
	until(t, "all records are in", func() bool { return state().Records >= truth.Records.Total })
	until(t, "no day is dirty", func() bool {
		dirty, err := l.Ledger.DirtyDays(t.Context())
		return err == nil && len(dirty) == 0
	})
	until(t, "all is well", func() bool { return state().Error == "" })
	metrics := page(t, address, "/metrics")
	for _, want := range []string{`weir_source_up{source="logs"} 1`, `weir_source_lag_seconds{source="logs"} `, "weir_api_panics_total 0"} {
		if !strings.Contains(metrics, want) {
			t.Errorf("/metrics lacks %s", want)
		}
	}
	verify(t, l, truth)
	noFaults(t, l)
	stop()
}
