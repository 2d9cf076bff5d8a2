package state

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestMain lets a test run this binary again as another process that takes
// something in a data directory, says so, and keeps it until it is killed.
func TestMain(m *testing.M) {
	dir := os.Getenv("WEIR_TEST_DIR")
	switch os.Getenv("WEIR_TEST_CHILD") {
	case "":
		os.Exit(m.Run())
	case "own":
		if _, err := Acquire(dir, "weir serve"); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		fmt.Println("ready")
	case "register":
		i, err := Register(dir)
		if err != nil {
			os.Exit(1)
		}
		fmt.Println(i.ID())
		defer i.Close()
	case "lock":
		if _, err := LockDays(context.Background(), dir, []uint32{20260102}, Exclusive); err != nil {
			os.Exit(1)
		}
		fmt.Println("ready")
	}
	_, _ = io.Copy(io.Discard, os.Stdin) // until the parent goes
}

// child starts this binary in a role and returns what it said when it was ready.
func child(t *testing.T, role, dir string) (*exec.Cmd, string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "WEIR_TEST_CHILD="+role, "WEIR_TEST_DIR="+dir)
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("child %s: %v", role, err)
	}
	return cmd, line[:len(line)-1]
}

func kill(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func TestOneOwner(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "data")
	if _, owned, err := Current(dir); owned || err != nil {
		t.Errorf("a directory that is not there: owned %v, %v", owned, err)
	}

	cmd, said := child(t, "own", dir)
	if said != "ready" {
		t.Fatal(said)
	}
	_, err := Acquire(dir, "weir check")
	var owned *OwnedError
	if !errors.As(err, &owned) || !errors.Is(err, ErrOwned) {
		t.Fatalf("acquire: %v, want an OwnedError", err)
	}
	if owned.PID != cmd.Process.Pid || owned.Command != "weir serve" || owned.Version == "" || time.Since(owned.Since) > time.Minute {
		t.Errorf("owner = %+v, want pid %d", owned.OwnerInfo, cmd.Process.Pid)
	}
	info, is, err := Current(dir)
	if !is || err != nil || info != owned.OwnerInfo {
		t.Errorf("current = %+v, %v, %v", info, is, err)
	}

	kill(cmd) // its owner.json stays behind
	if _, is, err := Current(dir); is || err != nil {
		t.Errorf("owner killed: owned %v, %v", is, err)
	}
	o, err := Acquire(dir, "weir check")
	if err != nil {
		t.Fatal(err)
	}
	if info, is, err := Current(dir); !is || info.PID != os.Getpid() || err != nil {
		t.Errorf("current = %+v, %v, %v, want this process", info, is, err)
	}
	for name, mode := range map[string]os.FileMode{"": 0o700, "owner.json": 0o600, "version": 0o600, "lock": 0o600} {
		if st, err := os.Stat(filepath.Join(dir, name)); err != nil || st.Mode().Perm() != mode {
			t.Errorf("%q: %v, %v, want mode %o", name, st.Mode(), err, mode)
		}
	}
	if err := o.Close(); err != nil {
		t.Error(err)
	}
	if _, is, _ := Current(dir); is {
		t.Error("still owned after Close")
	}
}

// Many at once, some only looking: one becomes the owner and none is turned
// away because somebody looked.
func TestAcquireRace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Millisecond):
					_, _, _ = Current(dir)
				}
			}
		})
	}
	for range 20 {
		var won atomic.Int32
		var owner atomic.Pointer[Owner]
		var round sync.WaitGroup
		for range 4 {
			round.Go(func() {
				o, err := Acquire(dir, "weir test")
				if err == nil {
					won.Add(1)
					owner.Store(o)
				} else if !errors.Is(err, ErrOwned) {
					t.Error(err)
				}
			})
		}
		round.Wait()
		if won.Load() != 1 {
			t.Fatalf("%d owners", won.Load())
		}
		if err := owner.Load().Close(); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	wg.Wait()
}

func TestFormat(t *testing.T) {
	t.Parallel()
	f := func(version string, want error) {
		t.Helper()
		dir := t.TempDir()
		if version != "" {
			if err := os.WriteFile(filepath.Join(dir, "version"), []byte(version), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		o, err := Acquire(dir, "weir test")
		if !errors.Is(err, want) {
			t.Errorf("acquire with %q: %v, want %v", version, err, want)
		}
		if err == nil {
			defer o.Close()
		}
		i, err := Register(dir)
		if !errors.Is(err, want) {
			t.Errorf("register with %q: %v, want %v", version, err, want)
		}
		if err == nil {
			defer i.Close()
		}
	}
	f("", nil)
	f("weir data 1\n", nil)
	f("weir data 2\n", ErrFormat)
	f("weir data 0\n", ErrFormat)
	f("gibberish", ErrFormat)
	f("\x00", ErrFormat)
}

// What a user sees who may not write: root is not stopped by modes, so the
// test takes another user's file rights for its own thread.
func TestReadOnlyDirectory(t *testing.T) {
	dir := t.TempDir()
	for d := dir; d != os.TempDir() && len(d) > 1; d = filepath.Dir(d) {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if os.Getuid() == 0 {
			runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
			if _, _, errno := syscall.RawSyscall(syscall.SYS_SETFSUID, 65534, 0, 0); errno != 0 {
				t.Error("setfsuid: ", errno)
			}
		}
		if _, err := Acquire(dir, "weir test"); !errors.Is(err, ErrReadOnly) {
			t.Errorf("acquire: %v, want ErrReadOnly", err)
		}
		if _, err := Register(dir); !errors.Is(err, ErrReadOnly) {
			t.Errorf("register: %v, want ErrReadOnly", err)
		}
		if _, err := Open(Path(dir)); !errors.Is(err, ErrReadOnly) {
			t.Errorf("open: %v, want ErrReadOnly", err)
		}
	}()
	<-done
}

func TestAlive(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "[odd] dir*")
	me, err := Register(dir)
	if err != nil {
		t.Fatal(err)
	}
	cmd, id := child(t, "register", dir)
	f := func(what, id string, want bool) {
		t.Helper()
		if got := Alive(dir, id); got != want {
			t.Errorf("%s: alive = %v, want %v", what, got, want)
		}
	}
	f("this process", me.ID(), true)
	f("another process", id, true)
	f("nobody", "1-0000", false)
	f("no name", "", false)
	f("a path", "../procs/"+me.ID(), false)
	kill(cmd)
	f("a killed process", id, false)

	late, err := Register(dir) // sweeps
	if err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(globQuote(dir), "procs", "*"))
	if len(left) != 2 {
		t.Errorf("files left: %q, want two", left)
	}
	if err := errors.Join(me.Close(), late.Close()); err != nil {
		t.Error(err)
	}
	f("a process that left", me.ID(), false)
}

// Registering, looking and sweeping at once: a living process is never dead.
func TestAliveRace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				i, err := Register(dir)
				if err != nil {
					t.Error(err)
					return
				}
				sweep(dir)
				if !Alive(dir, i.ID()) {
					t.Error("a living process counts as dead")
				}
				if err := i.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func TestLockDays(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := prepare(dir); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	take := func(mode LockMode, days ...uint32) (func() error, error) {
		soon, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		defer cancel()
		return LockDays(soon, dir, days, mode)
	}
	must := func(release func() error, err error) func() error {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return release
	}
	refused := func(_ func() error, err error) {
		t.Helper()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error = %v, want a deadline", err)
		}
	}

	a := must(take(Shared, 20260102, 20260101, 20260102))
	b := must(take(Shared, 20260102))
	refused(take(Exclusive, 20260102))
	must(take(Exclusive, 20260103))
	_ = a()
	refused(take(Exclusive, 20260101, 20260102))
	c := must(take(Exclusive, 20260101)) // what was refused was given back
	refused(take(Shared, 20260101))
	_ = b()
	_ = c()

	// A waiting rebuild is not overtaken.
	first := must(take(Shared, 20260104))
	got := make(chan func() error)
	go func() {
		r, err := LockDays(ctx, dir, []uint32{20260104}, Exclusive)
		if err != nil {
			t.Error(err)
		}
		got <- r
	}()
	for { // until it waits
		r, err := take(Shared, 20260104)
		if err != nil {
			refused(r, err)
			break
		}
		_ = r()
	}
	_ = first()
	_ = (<-got)()

	// A killed process holds nothing.
	cmd, _ := child(t, "lock", dir)
	refused(take(Shared, 20260102))
	kill(cmd)
	must(take(Exclusive, 20260102))
}
