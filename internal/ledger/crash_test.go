package ledger

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"
)

// TestMain lets a test run this binary again as another process that takes
// things in, and kills itself at a chosen step when it is told to.
func TestMain(m *testing.M) {
	if os.Getenv("WEIR_TEST_DIR") == "" {
		os.Exit(m.Run())
	}
	if err := takeAsChild(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func takeAsChild() error {
	ctx := context.Background()
	w, err := newWorker(ctx, os.Getenv("WEIR_TEST_DIR"))
	if err != nil {
		return err
	}
	count, _ := strconv.Atoi(os.Getenv("WEIR_TEST_THINGS"))
	seed, _ := strconv.Atoi(os.Getenv("WEIR_TEST_SEED"))
	kill, _ := strconv.Atoi(os.Getenv("WEIR_TEST_KILL"))
	w.step = func() {
		if kill--; kill == 0 {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
	things := upTo(count)
	if seed > 0 {
		r := rand.New(rand.NewPCG(uint64(seed), 0))
		r.Shuffle(len(things), func(i, j int) { things[i], things[j] = things[j], things[i] })
		for len(things) > 0 { // in bites, so that two processes meet
			n := min(len(things), 1+r.IntN(4))
			if err := w.take(ctx, things[:n]); err != nil {
				return err
			}
			things = things[n:]
		}
	}
	return errors.Join(w.take(ctx, things), w.close())
}

// child starts a process that takes the first things in, and dies at step kill
// (0: never).
func child(t *testing.T, dir string, things, kill, seed int) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Stderr = os.Stderr
	cmd.Env = append(os.Environ(), "WEIR_TEST_DIR="+dir, fmt.Sprint("WEIR_TEST_THINGS=", things),
		fmt.Sprint("WEIR_TEST_KILL=", kill), fmt.Sprint("WEIR_TEST_SEED=", seed))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// finish takes in what is missing, as the process that comes last, and checks.
func finish(t *testing.T, dir string, things []thing) {
	t.Helper()
	w, err := newWorker(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.take(t.Context(), things); err != nil {
		t.Error(err)
	}
	w.check(t, things)
	if err := w.close(); err != nil {
		t.Error(err)
	}
}

// ramDir is a directory in memory where there is one: a kill does not lose what
// is written, flushed or not, and a thousand flushes take their time.
func ramDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "weir-ledger-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func killed(cmd *exec.Cmd) bool {
	var exit *exec.ExitError
	return errors.As(cmd.Wait(), &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL
}

// A process is killed between every two steps of intake; the one that clears
// up after it is killed too; the third finds everything exactly as it should be.
func TestKillAtEveryStep(t *testing.T) {
	t.Parallel()
	const things = 8
	slots := make(chan struct{}, 2)
	var wg sync.WaitGroup
	defer wg.Wait()
	var mu sync.Mutex
	done := false
	for kill := 1; ; kill++ {
		slots <- struct{}{}
		mu.Lock()
		end := done
		mu.Unlock()
		if end {
			break
		}
		if kill > 500 {
			t.Fatal("the child never came to its end")
		}
		wg.Go(func() {
			defer func() { <-slots }()
			dir := ramDir(t)
			if !killed(child(t, dir, things, kill, 0)) {
				mu.Lock()
				done = true
				mu.Unlock()
			}
			_ = child(t, dir, things, 1+kill%9, 0).Wait()
			finish(t, dir, upTo(things))
			if t.Failed() {
				t.Log("killed at step", kill)
			}
		})
	}
}

// Processes that are killed at any moment, inside a transaction too, one after
// the other on one directory.
func TestKillAtAnyMoment(t *testing.T) {
	t.Parallel()
	const things = 60
	dir := ramDir(t)
	r := rand.New(rand.NewPCG(1, 2))
	deaths := 0
	for range 25 {
		cmd := child(t, dir, things, 0, 0)
		time.Sleep(time.Duration(5+r.IntN(45)) * time.Millisecond)
		_ = cmd.Process.Kill()
		if killed(cmd) {
			deaths++
		}
	}
	if deaths == 0 {
		t.Error("no process was killed at work")
	}
	finish(t, dir, upTo(things))
}

// Three processes take the same things in, in different orders, while a fourth
// is killed now and then.
func TestProcessesMeet(t *testing.T) {
	t.Parallel()
	const things = 40
	dir := ramDir(t)
	var living []*exec.Cmd
	for seed := 1; seed <= 3; seed++ {
		living = append(living, child(t, dir, things, 0, seed))
	}
	for n := range 4 {
		_ = child(t, dir, things, 5+7*n, 10+n).Wait()
	}
	for _, cmd := range living {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	finish(t, dir, upTo(things))
}
