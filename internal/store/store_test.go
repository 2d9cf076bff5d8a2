package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// TestExplain: a full disk is told in weir's words, and the engine's error stays
// in the chain for those who ask it.
func TestExplain(t *testing.T) {
	f := func(err error, full bool, want string) {
		t.Helper()
		got := explain("store records", err)
		if errors.Is(got, ErrDiskFull) != full {
			t.Errorf("%v: disk full is %v", got, !full)
		}
		if !errors.Is(got, err) {
			t.Errorf("%v lost its cause", got)
		}
		if text := fmt.Sprint(got); text != want {
			t.Errorf("got  %s\nwant %s", text, want)
		}
	}
	f(nil, false, "<nil>")
	f(&engine.Error{Code: 241, Text: "too much"}, false, "store records: too much (engine code 241)")
	f(&engine.Error{Code: 243, Text: "no room"}, true,
		"store records: the disk is full; free some room or lower the store's limit, then run the command again: no room (engine code 243)")
}

// TestDays: days follow each other over months, years and leap days.
func TestDays(t *testing.T) {
	f := func(day, next Day, text string) {
		t.Helper()
		if day.Next() != next || next.Before() != day || day.String() != text || DayOf(day.Start().UnixNano()) != day {
			t.Errorf("%v: next %v, before the next %v", day, day.Next(), next.Before())
		}
	}
	f(19700101, 19700102, "1970-01-01")
	f(20240228, 20240229, "2024-02-28")
	f(20251231, 20260101, "2025-12-31")
	f(21060206, 21060207, "2106-02-06")
}

// TestConcurrentWrites: workers share a writer and a registry that grows under
// them; every record finds its names.
func TestConcurrentWrites(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			rng, rolls := rand.New(rand.NewPCG(21, uint64(worker))), NewRollup(reg)
			for i := range 3 {
				b := randomBatch(reg, rng, testDay, 100, true)
				rolls.Reset()
				edges := new(EdgeRows)
				if err := rolls.Add(b); err != nil {
					t.Error(err)
				}
				addEdges(edges, reg, b)
				if err := w.Write(t.Context(), fmt.Sprint(worker, i), []*record.Batch{b}, rolls, edges); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if n := len(readTexts(t, s, testDay)); n != 1200 {
		t.Errorf("%d records stored, want 1200", n)
	}
	noDifferences(t, s, testDay)
	if err := w.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, "SELECT uniqExact(ctx) AS c0 FROM flows WHERE NOT dictHas('"+s.Database()+".contexts_dict', ctx)"); n != 0 {
		t.Errorf("%d contexts have no entry in the dictionary", n)
	}
}
