package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/record"
)

// mortal is an engine of a test's own that it may kill.
type mortal struct {
	*engine.Engine
	doomed atomic.Int32
}

func newMortal(t *testing.T) *mortal {
	m := &mortal{Engine: enginetest.Start(t, t.TempDir())}
	t.Cleanup(func() {
		if err := m.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return m
}

// kill ends the engine's process as hard as it goes, after a while.
func (m *mortal) kill(after time.Duration) {
	m.doomed.Add(1)
	pid := m.Pid()
	go func() {
		time.Sleep(after)
		syscall.Kill(pid, syscall.SIGKILL)
		m.doomed.Add(-1)
	}()
}

// insist repeats do for as long as the engine is gone, and returns once nobody is
// about to kill it.
func (m *mortal) insist(t *testing.T, do func() error) {
	t.Helper()
	for try := 0; ; try++ {
		err := do()
		if errors.Is(err, engine.ErrEngineGone) && try < 100 {
			time.Sleep(20 * time.Millisecond)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if m.doomed.Load() == 0 {
			return
		}
	}
}

// kills is how often a test tries its luck: an engine that keeps dying comes back
// more and more slowly, so only the long run does it often.
func kills(n int) int {
	if os.Getenv("WEIR_SOAK") != "" {
		return 10 * n
	}
	return n
}

// TestReplaceDayKilled: an engine that dies anywhere in a replacement leaves the
// old rows or the new ones once it is done again, never both. Its REPLACE PARTITION
// alone does not do that.
func TestReplaceDayKilled(t *testing.T) {
	t.Parallel()
	m := newMortal(t)
	var at func(string)
	s := storeOn(t, m.Conn(), Config{Node: testNode, Step: func(name string) {
		if at != nil {
			at(name)
		}
	}})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rng := rand.New(rand.NewPCG(13, 1))
	rows := fill(t, s, reg, w, rng, testDay, testDay, testDay, testDay.Next())
	want := sorted(rows[1], rows[2], rows[3])

	// f replaces the day with itself, the engine dying once after a step.
	f := func(step string, after time.Duration) {
		t.Helper()
		var killed atomic.Bool
		at = func(name string) {
			if name == step && !killed.Swap(true) {
				m.kill(after)
			}
		}
		m.insist(t, func() error {
			return w.ReplaceDay(t.Context(), testDay, func(put func(*record.Batch) error) error {
				return s.ReadDay(t.Context(), reg, testDay, put)
			})
		})
		if !killed.Load() {
			t.Fatalf("no step %q", step)
		}
		if diff := cmp.Diff(want, readTexts(t, s, testDay)); diff != "" {
			t.Fatalf("killed %v after step %s: rows differ:\n%s", after, step, diff)
		}
		for _, day := range []Day{testDay, testDay.Next()} {
			noDifferences(t, s, day)
		}
		left, err := s.HalfDone(t.Context())
		if err != nil || len(left) > 0 {
			t.Fatalf("half done: %v, %v", left, err)
		}
	}
	for _, step := range []string{"staged", "swapping", "swapped", "recomputed"} {
		f(step, 0)
	}
	for range kills(2) { // in the middle of the swap
		f("swapping", time.Duration(rng.IntN(3000))*time.Microsecond)
	}
}

// TestUnstored: after a write that the engine died over, it is known which records
// it holds, and writing the others makes the day whole.
func TestUnstored(t *testing.T) {
	t.Parallel()
	m := newMortal(t)
	s := storeOn(t, m.Conn(), Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rng := rand.New(rand.NewPCG(14, 1))
	var want []string
	for i := range kills(4) {
		var batches []*record.Batch
		for n, day := range []Day{testDay, testDay.Next()} {
			b := randomBatch(reg, rng, day, 100, true)
			for row := range b.Col(record.Part).U32 {
				b.Col(record.Part).U32[row] = uint32(10*i + n + 1 + row%3)
			}
			batches = append(batches, b)
		}
		want = append(want, rowTexts(batches[0])...)
		rolls := NewRollup(reg)
		for _, b := range batches {
			if err := rolls.Add(b); err != nil {
				t.Fatal(err)
			}
		}
		token := "t" + randomName()
		m.kill(time.Duration(rng.IntN(12000)) * time.Microsecond)
		err := w.Write(t.Context(), token, batches, rolls, nil)
		if err == nil {
			m.insist(t, func() error { return m.Conn().Ping(t.Context()) })
			continue
		}
		m.insist(t, func() error {
			left, err := w.Unstored(t.Context(), token, batches)
			if err != nil {
				return err
			}
			token = "t" + randomName()
			return w.Write(t.Context(), token, left, nil, nil)
		})
		left, err := w.Unstored(t.Context(), token, batches)
		if err != nil || len(left) != 0 {
			t.Fatalf("unstored %d batches, %v", len(left), err)
		}
	}
	m.insist(t, func() error { return s.RecomputeDays(t.Context(), []Day{testDay, testDay.Next()}) })
	slices.Sort(want)
	if diff := cmp.Diff(want, readTexts(t, s, testDay)); diff != "" {
		t.Errorf("rows differ:\n%s", diff)
	}
	// The edges were never written, which a recomputation makes up for.
	for _, day := range []Day{testDay, testDay.Next()} {
		noDifferences(t, s, day)
	}
}

// TestSweep: staging tables go with the process that made them.
func TestSweep(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Instance: "12-ab"})
	err := s.staged(t.Context(), tableMinute, func(string) error {
		if err := s.Sweep(t.Context(), func(instance string) bool { return instance == "12-ab" }); err != nil {
			return err
		}
		if n := count(t, s, "SELECT count() AS c0 FROM system.tables WHERE database = '"+s.Database()+"' AND startsWith(name, '"+stagePrefix+"')"); n != 1 {
			t.Errorf("%d staging tables of a living process, want 1", n)
		}
		return s.Sweep(t.Context(), func(string) bool { return false })
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, "SELECT count() AS c0 FROM system.tables WHERE database = '"+s.Database()+"' AND startsWith(name, '"+stagePrefix+"')"); n != 0 {
		t.Errorf("%d staging tables of a dead process", n)
	}
}
