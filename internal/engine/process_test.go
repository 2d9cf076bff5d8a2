package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"
)

// TestWarmStart shows what a command pays before its first statement.
func TestWarmStart(t *testing.T) {
	cfg := newConfig(t)
	var best time.Duration
	for i := range 3 {
		begin := time.Now()
		e, err := Start(t.Context(), cfg)
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Conn().Ping(t.Context()); err != nil {
			t.Fatal(err)
		}
		took := time.Since(begin)
		begin = time.Now()
		if err := e.Stop(context.Background()); err != nil {
			t.Fatal(err)
		}
		t.Logf("start %v, stop %v", took, time.Since(begin))
		if i == 0 || took < best {
			best = took
		}
	}
	if best > 300*time.Millisecond && os.Getenv("WEIR_STRICT_TIMES") == "1" {
		t.Errorf("best of three starts took %v, want at most 300ms", best)
	}
}

// TestKilledEngine protects everybody who talks to an engine that dies: they get a
// retryable error, and what was acknowledged is there when it is back.
func TestKilledEngine(t *testing.T) {
	e := startEngine(t, newConfig(t))
	c := e.Conn()
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 1000", Options{})

	var wg sync.WaitGroup
	var gone, acknowledged, again atomic.Int64
	stop := make(chan struct{})
	running := func() bool {
		select {
		case <-stop:
			return false
		default:
			return true
		}
	}
	for w := range 2 {
		wg.Go(func() { // an inserter that sends again under the same token
			var a proto.ColUInt64
			for range 1000 {
				a.Append(uint64(w))
			}
			for i := 0; running(); i++ {
				o := Options{Token: fmt.Sprintf("%d-%d", w, i)}
				for first := true; ; first = false {
					_, err := c.Insert(context.Background(), "t", proto.Input{{Name: "a", Data: &a}}, o)
					if err == nil {
						acknowledged.Add(int64(a.Rows()))
						if !first {
							again.Add(int64(a.Rows()))
						}
						break
					}
					if !IsRetryable(err) {
						t.Errorf("insert: %v", err)
						return
					}
					gone.Add(1)
				}
			}
		})
	}
	wg.Go(func() { // a reader
		for running() {
			_, err := c.Select(context.Background(), "SELECT sum(sleepEachRow(0.01)) FROM numbers(20) SETTINGS max_block_size = 1", Options{}, new(proto.Results).Auto(), func(int) error { return nil })
			if err != nil && !errors.Is(err, ErrEngineGone) {
				t.Errorf("select: %v", err)
				return
			}
			if err != nil {
				gone.Add(1)
			}
		}
	})
	pids := map[int]bool{}
	for range 3 {
		time.Sleep(100 * time.Millisecond)
		pid := e.Pid()
		pids[pid] = true
		begin := time.Now()
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		for ctx := t.Context(); ; {
			if err := c.Ping(ctx); err == nil && e.Pid() != pid && e.Pid() != 0 {
				break
			}
			if time.Since(begin) > 10*time.Second {
				t.Fatal("the engine did not come back")
			}
			time.Sleep(time.Millisecond)
		}
		t.Logf("back after %v", time.Since(begin))
	}
	close(stop)
	wg.Wait()
	if len(pids) != 3 {
		t.Errorf("children: %v", pids)
	}
	if gone.Load() == 0 {
		t.Error("nobody saw the engine go")
	}
	// An engine that dies between a token and its rows takes what is sent again for
	// stored, now and then: store.Writer.Unstored looks. Nothing is stored twice, and
	// what was acknowledged the first time is there.
	got, err := strconv.ParseInt(text(t, c, "SELECT count() FROM t", Options{}), 10, 64)
	if err != nil || got > acknowledged.Load() || got < acknowledged.Load()-again.Load() {
		t.Errorf("%d rows, acknowledged %d, %d of them when sent again, %v", got, acknowledged.Load(), again.Load(), err)
	}
	t.Logf("%d rows, %d calls saw the engine go", acknowledged.Load(), gone.Load())
}

// TestEngineThatStaysDown protects callers from waiting for an engine that cannot
// be started: they are told, and it is tried until it can.
func TestEngineThatStaysDown(t *testing.T) {
	cfg := newConfig(t)
	link := filepath.Join(t.TempDir(), LibraryName)
	if err := os.Link(cfg.Library, link); err != nil {
		t.Skipf("needs a second name for the library: %v", err)
	}
	cfg.Library = link
	e := startEngine(t, cfg)
	if err := os.Rename(link, link+".away"); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(e.Pid(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := e.Conn().Ping(ctx); !errors.Is(err, ErrEngineGone) {
		t.Errorf("ping: %v", err)
	}
	if err := os.Rename(link+".away", link); err != nil {
		t.Fatal(err)
	}
	for e.Conn().Ping(ctx) != nil {
		if ctx.Err() != nil {
			t.Fatal("the engine did not come back")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// ownerEnv makes the test binary an owner that starts an engine and waits.
const ownerEnv = "WEIR_TEST_OWNER"

type ownerWord struct {
	Child int
	Error string
}

func runIfOwner() {
	if os.Getenv(hangEnv) != "" {
		time.Sleep(time.Hour)
	}
	text := os.Getenv(ownerEnv)
	if text == "" {
		return
	}
	var cfg Config
	if err := json.Unmarshal([]byte(text), &cfg); err != nil {
		panic(err)
	}
	cfg.Logger = slog.New(slog.DiscardHandler)
	e, err := Start(context.Background(), cfg)
	if err != nil {
		json.NewEncoder(os.Stdout).Encode(ownerWord{Error: err.Error()})
		os.Exit(1)
	}
	json.NewEncoder(os.Stdout).Encode(ownerWord{Child: e.Pid()})
	io.Copy(io.Discard, os.Stdin)
	e.Stop(context.Background())
	os.Exit(0)
}

// startOwner starts another process that owns an engine.
func startOwner(t *testing.T, cfg Config) (cmd *exec.Cmd, child int) {
	t.Helper()
	cfg.Logger = nil
	text, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), ownerEnv+"="+string(text), "AWS_SECRET_ACCESS_KEY=of-the-owner")
	cmd.Stderr = os.Stderr
	if _, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	var word ownerWord
	line, err := bufio.NewReader(out).ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &word) != nil || word.Error != "" {
		t.Fatalf("owner said %q, %v", line, err)
	}
	return cmd, word.Child
}

func waitGone(t *testing.T, pid int) time.Duration {
	t.Helper()
	begin := time.Now()
	for isChild(pid) {
		if time.Since(begin) > 15*time.Second {
			t.Fatalf("process %d lives", pid)
		}
		time.Sleep(time.Millisecond)
	}
	return time.Since(begin)
}

// TestKilledOwner protects the folder from children that outlive their owner and
// keep it locked.
func TestKilledOwner(t *testing.T) {
	cfg := newConfig(t)
	owner, pid := startOwner(t, cfg)
	if !isChild(pid) {
		t.Fatalf("process %d is no engine child", pid)
	}
	if _, err := Start(t.Context(), cfg); !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), fmt.Sprint(owner.Process.Pid)) {
		t.Errorf("start beside a living owner: %v, want busy with its number", err)
	}
	attached, err := DialSocket(SocketPath(cfg.Dir))
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, attached, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a AS SELECT 1", Options{})

	left := make(chan error, 1)
	go func() {
		_, err := attached.Exec(context.Background(), "SELECT sum(sleepEachRow(0.1)) FROM numbers(600) SETTINGS max_block_size = 1", Options{})
		left <- err
	}()
	time.Sleep(100 * time.Millisecond)
	owner.Process.Kill()
	owner.Wait()
	// At once: the next owner must not be told that the folder is busy.
	e := startEngine(t, cfg)
	t.Logf("the child was gone %v later", waitGone(t, pid))
	if err := <-left; !errors.Is(err, ErrEngineGone) && !IsCancelled(err) {
		t.Errorf("attached query: %v", err)
	}
	if got := text(t, e.Conn(), "SELECT a FROM t", Options{}); got != "1" {
		t.Errorf("data after the owner was killed: %q", got)
	}
	if got := text(t, attached, "SELECT a FROM t", Options{}); got != "1" {
		t.Errorf("attached to the next owner: %q", got)
	}
}

// hangEnv makes the test binary an engine child that never ends.
const hangEnv = "WEIR_TEST_HANG"

// TestHungOrphan protects the next owner from a child that cannot end by itself,
// and everybody else from being taken for one.
func TestHungOrphan(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "engine.lock")
	hang := func(args ...string) *exec.Cmd {
		lock, err := openLock(path)
		if err != nil {
			t.Fatal(err)
		}
		defer lock.Close()
		if free, err := tryLock(lock); err != nil || !free {
			t.Fatal(free, err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Args = args
		cmd.Env = append(os.Environ(), hangEnv+"=1")
		cmd.ExtraFiles = []*os.File{lock}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			cmd.Process.Kill()
			cmd.Wait()
		})
		if err := writeNumber(lock, cmd.Process.Pid); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	wait := func() error {
		lock, err := openLock(path)
		if err != nil {
			t.Fatal(err)
		}
		defer lock.Close()
		return waitForOrphan(t.Context(), lock, 200*time.Millisecond)
	}
	child := hang("weir", "engine", "child", "{}")
	if err := wait(); err != nil {
		t.Errorf("a child that hangs: %v", err)
	}
	child.Wait()
	stranger := hang("weir", "serve")
	if err := wait(); !errors.Is(err, ErrBusy) {
		t.Errorf("a stranger with the child's number: %v", err)
	}
	if err := stranger.Process.Signal(syscall.Signal(0)); err != nil {
		t.Errorf("the stranger was killed: %v", err)
	}
}

func TestStop(t *testing.T) {
	e, err := Start(t.Context(), newConfig(t))
	if err != nil {
		t.Fatal(err)
	}
	pid, c := e.Pid(), e.Conn()
	if err := e.Stop(t.Context()); err != nil {
		t.Error(err)
	}
	if isChild(pid) {
		t.Error("the child lives after Stop")
	}
	if err := e.Stop(t.Context()); err != nil {
		t.Errorf("second stop: %v", err)
	}
	if err := c.Ping(t.Context()); !errors.Is(err, ErrEngineGone) {
		t.Errorf("ping after stop: %v", err)
	}
	if _, err := os.Lstat(e.Socket()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the socket is left: %v", err)
	}
}

// TestLongSocketPath protects data directories deep in a tree: a socket's address
// holds 107 bytes.
func TestLongSocketPath(t *testing.T) {
	cfg := newConfig(t)
	cfg.Dir = filepath.Join(cfg.Dir, strings.Repeat("a-long-name/", 12))
	e := startEngine(t, cfg)
	if len(e.Socket()) < 150 {
		t.Fatalf("only %d bytes: %s", len(e.Socket()), e.Socket())
	}
	if got := text(t, e.Conn(), "SELECT 1", Options{}); got != "1" {
		t.Error(got)
	}
	info, err := os.Stat(e.Socket())
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("socket %v, %v", info, err)
	}
}

// TestMemoryLimit protects the machine: what asks for too much is refused, the
// engine lives.
func TestMemoryLimit(t *testing.T) {
	cfg := newConfig(t)
	cfg.MemoryLimit = 400 << 20
	e := startEngine(t, cfg)
	pid := e.Pid()
	_, err := e.Conn().Exec(t.Context(), "SELECT length(groupArray(concat(toString(number), repeat('x', 100)))) FROM numbers(20000000)", Options{})
	if !IsMemory(err) {
		t.Errorf("error = %v, want the memory limit", err)
	}
	if got := text(t, e.Conn(), "SELECT 1", Options{}); got != "1" || e.Pid() != pid {
		t.Errorf("after the refused query: %s from process %d, was %d", got, e.Pid(), pid)
	}
}

func TestStartErrors(t *testing.T) {
	cfg := newConfig(t)
	f := func(name string, change func(*Config), want error, contains string) {
		t.Helper()
		cfg := cfg
		cfg.Dir = filepath.Join(t.TempDir(), "e")
		change(&cfg)
		e, err := Start(t.Context(), cfg)
		if err == nil {
			e.Stop(t.Context())
		}
		if err == nil || want != nil && !errors.Is(err, want) || !strings.Contains(err.Error(), contains) {
			t.Errorf("%s: %v, want %v with %q", name, err, want, contains)
		}
	}
	place := func(content []byte) string {
		path := filepath.Join(t.TempDir(), LibraryName)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	head := make([]byte, 1<<20)
	library, err := os.Open(cfg.Library)
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	if _, err := io.ReadFull(library, head); err != nil {
		t.Fatal(err)
	}
	f("no library", func(c *Config) { c.Library = "/nowhere/" + LibraryName }, ErrNoLibrary, "/nowhere")
	f("text for a library", func(c *Config) { c.Library = place([]byte("hello")) }, ErrDamaged, "no shared library")
	f("library cut off", func(c *Config) { c.Library = place(head) }, ErrDamaged, "cut off")
	f("another library", func(c *Config) { c.Library = "/lib/x86_64-linux-gnu/libc.so.6" }, ErrDamaged, "chdb")
	f("data of a newer engine", func(c *Config) {
		os.MkdirAll(c.Dir, 0o700)
		os.WriteFile(filepath.Join(c.Dir, "engine.version"), []byte("99.1.0\n"), 0o600)
	}, ErrIncompatible, "99.1.0")
	f("damaged data", func(c *Config) {
		os.MkdirAll(filepath.Join(c.Dir, "store", "metadata"), 0o700)
		os.WriteFile(filepath.Join(c.Dir, "store", "metadata", "broken.sql"), []byte("ATTACH NONSENSE\n"), 0o600)
	}, nil, "start the engine")
	f("folder is a file", func(c *Config) { os.WriteFile(c.Dir, nil, 0o600) }, nil, "e")
}

func TestNewerThan(t *testing.T) {
	f := func(a, b string, want bool) {
		t.Helper()
		if got := newerThan(a, b); got != want {
			t.Errorf("newerThan(%q, %q) = %v", a, b, got)
		}
	}
	f("26.7.3", "26.7.2", false)
	f("26.8.0", "26.7.2", true)
	f("27.1", "26.7.2", true)
	f("25.12.1", "26.7.2", false)
	f("", "26.7.2", false)
}
