package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine/enginetest"
)

// flowLogs writes flow logs of a day, and says how weir counts them where nothing
// goes wrong.
type flowLogs struct {
	dir   string
	files []string
	want  string // what asked prints
}

// asked is the question whose answer has to be right: rows, from which everything else
// is computed, and what roll-ups make of them.
var asked = [][]string{
	{"query", "--records", "--by", "action", "--agg", "count,sum(bytes),sum(packets)", "--order", "action"},
	{"query", "--by", "action", "--agg", "count,sum(bytes),sum(packets)", "--order", "action"},
}

func makeFlowLogs(t *testing.T, records int) flowLogs {
	t.Helper()
	cfg := daemon.DefaultGenConfig()
	cfg.Out, cfg.Seed, cfg.Days, cfg.Records, cfg.Cells, cfg.Interval = filepath.Join(t.TempDir(), "logs"), 5, 1, records, 1, 2*time.Hour
	cfg.End = time.Date(2026, 3, 10, 15, 0, 0, 0, time.UTC)
	if _, err := daemon.GenFlows(t.Context(), cfg, nil); err != nil {
		t.Fatal(err)
	}
	l := flowLogs{dir: cfg.Out}
	var err error
	if l.files, err = filepath.Glob(filepath.Join(cfg.Out, "AWSLogs/*/*/*/*/*/*/*.gz")); err != nil || len(l.files) < 6 {
		t.Fatal(len(l.files), err)
	}
	data := filepath.Join(t.TempDir(), "truth")
	mustWeir(t, data, "ingest", cfg.Out)
	l.want = answers(t, data)
	return l
}

// weir runs a command as a user does and returns what it prints and its exit code.
func weir(t *testing.T, data string, args ...string) (out, errs string, code int) {
	t.Helper()
	return start(t, data, args...).end()
}

func mustWeir(t *testing.T, data string, args ...string) string {
	t.Helper()
	out, errs, code := weir(t, data, args...)
	if code != exitDone {
		t.Fatalf("weir %s: exit code %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out
}

func answers(t *testing.T, data string) (all string) {
	t.Helper()
	for _, args := range asked {
		all += mustWeir(t, data, args...)
	}
	return all
}

// sound checks that a directory has all of the logs, each record once, and that all in
// it fits together.
func (l flowLogs) sound(t *testing.T, data string) {
	t.Helper()
	if got := answers(t, data); got != l.want {
		t.Errorf("counted\n%swant\n%s", got, l.want)
	}
	mustWeir(t, data, "check")
}

// TestDiskFull: whatever moment the disk is full at, intake says so, and what to do;
// what is stored is whole, and the next intake goes on when there is room.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	if !namespaced(t, 0) {
		return
	}
	records, sizes := 20_000, []string{"300k"} // before there are tables; while rows are stored there is data
	if os.Getenv("WEIR_SOAK") != "" {
		records = 200_000
		sizes = []string{"40k", "60k", "100k", "150k", "200k", "250k", "300k", "400k", "600k", "1m", "2m", "4m", "4400k", "4600k", "4800k", "5m", "7m", "9m", "10m", "11m", "13m"}
	}
	logs := makeFlowLogs(t, records)
	refused := func(t *testing.T, data string, args ...string) {
		t.Helper()
		out, errs, code := weir(t, data, args...)
		if code != exitFail || !strings.Contains(errs, "no space left") && !strings.Contains(errs, "disk is full") || !strings.Contains(errs, "free some space") {
			t.Errorf("weir %s: exit code %d, want %d, what is wrong and what to do\n%s%s", strings.Join(args, " "), code, exitFail, out, errs)
		}
	}

	for _, size := range sizes {
		t.Run(size, func(t *testing.T) {
			d := newDisk(t, size)
			data := filepath.Join(d.path, "data")
			refused(t, data, "ingest", logs.dir)
			d.resize("200m")
			mustWeir(t, data, "check")
			mustWeir(t, data, "ingest", logs.dir)
			logs.sound(t, data)
		})
	}

	t.Run("with data", func(t *testing.T) {
		d := newDisk(t, "200m")
		data := filepath.Join(d.path, "data")
		mustWeir(t, data, append([]string{"ingest"}, logs.files[:3]...)...)
		before := answers(t, data)
		ballast := d.leave(1200 << 10)
		refused(t, data, "ingest", logs.dir)
		// What the intake left may have to be put in order first; no other answer is given.
		if out, _, code := weir(t, data, asked[0]...); code == exitDone && !strings.HasPrefix(before, out) {
			t.Errorf("on a full disk\n%swant\n%s", out, before)
		} else if code != exitDone {
			refused(t, data, asked[0]...)
		}
		refused(t, data, "backup", filepath.Join(d.path, "backup.tar"))
		if err := os.Remove(ballast); err != nil {
			t.Fatal(err)
		}
		if left, err := filepath.Glob(filepath.Join(d.path, "*backup*")); err != nil || len(left) > 0 {
			t.Errorf("left of a backup that found no room: %v, %v", left, err)
		}
		mustWeir(t, data, "ingest", logs.dir)
		logs.sound(t, data)
	})
}

// TestServeDiskFull: a server whose disk is full pauses, says so wherever one looks,
// and goes on by itself when there is room.
func TestServeDiskFull(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	if !namespaced(t, 0) {
		return
	}
	logs := makeFlowLogs(t, 20_000)
	d := newDisk(t, "100m")
	data, watched := filepath.Join(d.path, "data"), t.TempDir()
	put(t, watched, logs.files[:3]...)
	s := serveWeir(t, data, watched)
	s.records(t, data, func(n int) bool { return n > 0 })

	ballast := d.leave(100 << 10)
	put(t, watched, logs.files[3:]...)
	await(t, "the pause", func() bool {
		status, body := s.get("/readyz")
		return status == http.StatusServiceUnavailable && strings.Contains(body, "the disk is full")
	})
	if status, body := s.get("/healthz"); status != http.StatusOK {
		t.Errorf("/healthz: %d %s", status, body)
	}
	if _, body := s.get("/metrics"); !strings.Contains(body, "weir_intake_paused 1") {
		t.Error("/metrics does not tell of the pause")
	}
	if out := mustWeir(t, data, "status", "--table"); !strings.Contains(out, "the disk is full") {
		t.Errorf("weir status does not tell of the pause:\n%s", out)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	await(t, "the server", func() bool { status, _ := s.get("/readyz"); return status == http.StatusOK })
	await(t, "the rest", func() bool { return answers(t, data) == logs.want })
	s.stop(t)
	logs.sound(t, data)
}

// TestReadOnly: a directory that cannot be written to is refused by name, with what to
// do, and is as it was when it can.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	if !namespaced(t, 0) {
		return
	}
	logs := makeFlowLogs(t, 20_000)
	d := newDisk(t, "200m")
	data := filepath.Join(d.path, "data")
	mustWeir(t, data, append([]string{"ingest"}, logs.files[:3]...)...)
	d.readOnly(true)
	refusedReadOnly(t, logs, data, filepath.Join(d.path, "new"))
	d.readOnly(false)
	mustWeir(t, data, "ingest", logs.dir)
	logs.sound(t, data)
}

// TestNotWritable is TestReadOnly for a user without privileges, who may not write.
func TestNotWritable(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	if !namespaced(t, 1000) {
		return
	}
	logs := makeFlowLogs(t, 20_000)
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	mustWeir(t, data, append([]string{"ingest"}, logs.files[:3]...)...)
	chmod := func(dirs, files os.FileMode) {
		t.Helper()
		err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir():
				return os.Chmod(path, dirs)
			case e.Type().IsRegular():
				return os.Chmod(path, files)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	chmod(0o500, 0o400)
	refusedReadOnly(t, logs, data, filepath.Join(dir, "new"))
	chmod(0o700, 0o600)
	mustWeir(t, data, "ingest", logs.dir)
	logs.sound(t, data)
}

func refusedReadOnly(t *testing.T, logs flowLogs, data, fresh string) {
	t.Helper()
	for _, args := range [][]string{
		{"ingest", logs.dir}, {"serve", logs.dir, "--listen", "127.0.0.1:0"}, {"query", "--agg", "count"}, {"status"}, {"check"},
		{"ingest", logs.dir, "--data", fresh},
	} {
		out, errs, code := weir(t, data, args...)
		if code != exitFail || !strings.Contains(errs, filepath.Dir(fresh)) || !strings.Contains(errs, "not writable") || !strings.Contains(errs, "--data") {
			t.Errorf("weir %s: exit code %d, want %d, what is wrong and what to do\n%s%s", strings.Join(args, " "), code, exitFail, out, errs)
		}
	}
	// A report over a folder needs no directory of its own.
	cmd := exec.CommandContext(t.Context(), "weir", "analyze", logs.dir)
	cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(fresh), "XDG_DATA_HOME=", "WEIR_DATA=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("weir analyze: %v\n%s", err, out)
	}
}

// put copies files into a folder, each at one go.
func put(t *testing.T, dir string, files ...string) {
	t.Helper()
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		part := filepath.Join(dir, "."+filepath.Base(f))
		if err := errors.Join(os.WriteFile(part, data, 0o600), os.Rename(part, filepath.Join(dir, filepath.Base(f)))); err != nil {
			t.Fatal(err)
		}
	}
}

// server is a weir serve of its own process.
type server struct {
	cmd     *exec.Cmd
	address string
	said    *syncedBuffer
}

// serveWeir starts a server and waits until it is ready.
func serveWeir(t *testing.T, data string, args ...string) *server {
	t.Helper()
	s := &server{address: freeAddress(t), said: new(syncedBuffer)}
	s.cmd = exec.Command("weir", append([]string{"serve", "--listen", s.address}, args...)...)
	s.cmd.Env = append(os.Environ(), "WEIR_DATA="+data)
	s.cmd.Stderr = s.said
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		kill(s.cmd)
		if t.Failed() {
			t.Log(s.said.String())
		}
	})
	await(t, "the server", func() bool { status, _ := s.get("/readyz"); return status == http.StatusOK })
	return s
}

// freeAddress is one that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// syncedBuffer is what a process says, read while it says it.
type syncedBuffer struct {
	mu   sync.Mutex
	text []byte
}

func (b *syncedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.text = append(b.text, p...)
	return len(p), nil
}

func (b *syncedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return string(b.text)
}

// get returns the status and text of a page, 0 when nobody answers.
func (s *server) get(path string) (status int, body string) {
	resp, err := http.Get("http://" + s.address + path)
	if err != nil {
		return 0, err.Error()
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(text)
}

// records waits until the number of records stored is as wanted.
func (s *server) records(t *testing.T, data string, is func(n int) bool) {
	t.Helper()
	await(t, "the records", func() bool {
		var row struct{ Count int }
		err := json.Unmarshal([]byte(mustWeir(t, data, "query", "--records", "--agg", "count")), &row)
		return err == nil && is(row.Count)
	})
}

// stop ends it in order.
func (s *server) stop(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Wait(); err != nil {
		t.Error(fmt.Errorf("the server ends with %w", err))
	}
}
