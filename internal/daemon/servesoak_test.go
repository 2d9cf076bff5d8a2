package daemon

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// The server of the soak and fault tests is the test binary started again: its orders
// are in the environment.
const (
	servedData   = "WEIR_SERVED_DATA"
	servedPaths  = "WEIR_SERVED_PATHS"
	servedS3     = "WEIR_SERVED_S3" // endpoint
	servedListen = "WEIR_SERVED_LISTEN"
	servedEvery  = "WEIR_SERVED_EVERY"
)

// servedChild is what the re-executed test binary does. It returns the exit code.
func servedChild() int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	LimitMemory()
	var sources []Watched
	every, _ := time.ParseDuration(os.Getenv(servedEvery))
	for _, path := range strings.Fields(os.Getenv(servedPaths)) {
		sources = append(sources, Watched{Name: path, Path: path, Every: every, Buckets: BucketConfig{Endpoint: os.Getenv(servedS3)}})
	}
	log := LogSettings{Level: "warn", Format: "text"}.Logger(os.Stderr, false)
	err := Serve(ctx, Config{Data: os.Getenv(servedData), Command: "weir serve", Log: log}, ServeConfig{Listen: os.Getenv(servedListen), Sources: sources})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// serveFrom starts a server of its own process and waits until its engine answers.
func serveFrom(t *testing.T, data, s3 string, paths ...string) *exec.Cmd {
	t.Helper()
	needEngine(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), servedData+"="+data, servedPaths+"="+strings.Join(paths, " "), servedS3+"="+s3, servedListen+"="+address, servedEvery+"=100ms")
	cmd.Stderr = testWriter{t}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		_ = cmd.Wait()
	})
	until(t, "the server is ready", func() bool { return getReady(address) })
	return cmd
}

func getReady(address string) bool {
	resp, err := http.Get("http://" + address + "/readyz")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// TestServeSoak takes 50 million records in through the server from a bucket, with
// questions asked all the while; then 20,000 small objects. Totals equal the truth, and
// the memory of both processes stays under its caps. It is part of make soak; without it
// a smaller one runs.
func TestServeSoak(t *testing.T) {
	records, small := 100_000, 200
	if os.Getenv("WEIR_SOAK") != "" {
		records, small = 50_000_000, 20_000
	}
	cfg := fleet.VolumeConfig(records, day)
	if records > 10_000_000 {
		cfg.Days = 5
	}
	logs := filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), logs, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	srv := s3test.New(t, "logs", "small")
	srv.PutFolder("logs", "", logs)
	os.RemoveAll(logs)

	data := filepath.Join(t.TempDir(), "data")
	began := time.Now()
	cmd := serveFrom(t, data, srv.URL, "s3://logs/AWSLogs", "s3://small/")
	l := open(t, data)
	if l.Owner() {
		t.Fatal("the server does not own the directory")
	}
	slowest, asked := time.Duration(0), 0
	ask := func() {
		at := time.Now()
		_, err := l.Ask(t.Context(), rowSink(func(query.Row) error { return nil }), func(sink query.Sink) (query.Meta, error) {
			return l.Query().Run(t.Context(), query.Request{
				GroupBy: []record.FieldID{record.ActionField}, Aggregates: []query.Aggregate{{Function: query.Count}}, Bucket: time.Hour, Scope: query.Everything(),
			}, sink)
		})
		if err != nil {
			t.Fatal("a question during intake: ", err)
		}
		slowest = max(slowest, time.Since(at))
		asked++
	}
	in := func(source string, want int64) time.Duration {
		t.Helper()
		for end := time.Now().Add(soakWait()); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
			ask()
			w, _, err := l.Watching(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(w.Sources, func(s SourceState) bool { return s.Name == source })
			if i >= 0 && w.Sources[i].Error != "" {
				t.Fatal(w.Sources[i].Error)
			}
			if i >= 0 && w.Sources[i].Records >= want {
				return time.Since(began)
			}
		}
		w, _, _ := l.Watching(t.Context())
		t.Fatalf("not all records come in: %+v", w)
		return 0
	}
	took := in("s3://logs/AWSLogs", truth.Records.Total)
	peak, engine := peakMemory(t, cmd.Process.Pid), peakMemory(t, childOf(t, cmd.Process.Pid))
	t.Logf("%d records from a bucket through the server in %.1f s, %.0f k/s (start included, the bucket in this process); %d questions meanwhile, the slowest %d ms; peak memory %d MB and %d MB in the engine",
		truth.Records.Total, took.Seconds(), float64(truth.Records.Total)/took.Seconds()/1000, asked, slowest.Milliseconds(), peak>>20, engine>>20)
	if limit := int64(1200 << 20); peak > limit {
		t.Errorf("peak memory of the server %d MB", peak>>20)
	}
	settle := func() {
		t.Helper()
		until(t, "no day is dirty", func() bool {
			dirty, err := l.Ledger.DirtyDays(t.Context())
			return err == nil && len(dirty) == 0
		})
	}
	settle()
	verify(t, l, truth)

	// Small objects, put one by one while the server looks.
	const each = 200
	began = time.Now()
	for n := range small {
		var text strings.Builder
		for i := range each {
			at := day.Unix() - int64(n%1000) - 86400
			fmt.Fprintf(&text, "2 999999999999 eni-0%d 10.9.%d.%d 198.51.100.7 %d 443 6 1 40 %d %d ACCEPT OK\n", n%50, n%50, i, 1024+n, at, at+1)
		}
		srv.Put("small", fmt.Sprintf("flow-%06d.log.gz", n), gzipped(t, []byte(text.String())))
	}
	took = in("s3://small/", int64(small)*each)
	t.Logf("%d objects of %d records in %.1f s from the first put on, %.0f k records/s", small, each, took.Seconds(), float64(small)*each/took.Seconds()/1000)

	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Error("the server ends with ", err)
	}
}

// childOf returns the process id of a process's only child.
func childOf(t *testing.T, pid int) int {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	var child int
	if err == nil {
		_, err = fmt.Sscan(string(text), &child)
	}
	if err != nil { // the thread that started it may be another
		tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
		for _, task := range tasks {
			if text, _ := os.ReadFile(task); len(text) > 0 {
				_, err = fmt.Sscan(string(text), &child)
			}
		}
	}
	if err != nil || child == 0 {
		t.Fatalf("the engine of process %d is not found: %v", pid, err)
	}
	return child
}

// soakWait is how long records may take to come in.
func soakWait() time.Duration {
	if os.Getenv("WEIR_SOAK") != "" {
		return 20 * time.Minute
	}
	return 30 * time.Second
}
