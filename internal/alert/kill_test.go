package alert

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
)

// TestMain lets a test run this binary again as a process that takes findings in until
// it is killed.
func TestMain(m *testing.M) {
	path := os.Getenv("WEIR_TEST_STATE")
	if path == "" {
		os.Exit(m.Run())
	}
	s, _, err := openAt(context.Background(), path, Config{})
	for i := 0; err == nil; i++ {
		list := childFindings()
		_, err = s.Apply(context.Background(), list[i%len(list)], list[(i*7+1)%len(list)])
		fmt.Println(i)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func childFindings() []finding.Finding { return randomFindings(rand.New(rand.NewPCG(5, 5)), 120) }

// TestKill: processes that are killed at any moment leave nothing half done: what the
// last one completes is what one process would have made.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	r := rand.New(rand.NewPCG(1, 2))
	for range 6 {
		cmd := exec.Command(os.Args[0])
		cmd.Env, cmd.Stderr = append(os.Environ(), "WEIR_TEST_STATE="+path), os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 3 + r.IntN(20); n > 0 && lines.Scan(); n-- {
		}
		time.Sleep(time.Duration(r.IntN(2000)) * time.Microsecond) // somewhere within a transaction
		_ = cmd.Process.Signal(syscall.SIGKILL)
		_ = cmd.Wait()
	}
	s, db, err := openAt(t.Context(), path, Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	f := &fixture{Store: s, t: t}
	if n := len(f.list(Filter{})); n == 0 {
		t.Fatal("the processes did nothing")
	}
	want := newFixture(t, Config{})
	list := childFindings()
	f.apply(list...)
	want.apply(list...)
	if diff := cmp.Diff(lines(t, want.list(Filter{Statuses: []Status{Firing}})), lines(t, f.list(Filter{Statuses: []Status{Firing}}))); diff != "" {
		t.Errorf("one process (-), killed ones (+):\n%s", diff)
	}
}
