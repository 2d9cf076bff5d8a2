package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// age gives table flows the order that it had in version 2.
func age(t *testing.T, s *Store) {
	t.Helper()
	old := flowsTable()
	old.order = "(toStartOfHour(start), ctx, dstaddr, srcaddr, start)"
	for _, sql := range []string{
		old.ddl(s.Database(), "aged"),
		"INSERT INTO aged SELECT * FROM flows",
		"EXCHANGE TABLES aged AND flows",
		"DROP TABLE aged SYNC",
		"DROP TABLE roll_coarse SYNC", // which came later
		"ALTER TABLE roll_public ADD COLUMN packets SimpleAggregateFunction(sum, UInt64)",
		"TRUNCATE TABLE weir_meta",
		"INSERT INTO weir_meta (version) VALUES (2)",
	} {
		if err := s.exec(t.Context(), "age", sql, syncInsert); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOrderByVerdictKilled: wherever an engine dies while the records are sorted anew,
// going on gives all of them once, in the new order, and nothing is left lying about.
func TestOrderByVerdictKilled(t *testing.T) {
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
	rng := rand.New(rand.NewPCG(16, 1))
	rows := fill(t, s, reg, w, rng, testDay, testDay, testDay.Next())
	want := [][]string{sorted(rows[1], rows[2]), sorted(rows[3])}

	f := func(step string, after time.Duration) {
		t.Helper()
		at = nil
		age(t, s)
		var killed atomic.Bool
		at = func(name string) {
			if name == step && !killed.Swap(true) {
				m.kill(after)
			}
		}
		m.insist(t, func() error { return s.Migrate(t.Context()) })
		if !killed.Load() {
			t.Fatalf("no step %q", step)
		}
		for i, day := range []Day{testDay, testDay.Next()} {
			if diff := cmp.Diff(want[i], readTexts(t, s, day)); diff != "" {
				t.Fatalf("killed %v after step %s: rows of %s differ:\n%s", after, step, day, diff)
			}
			noDifferences(t, s, day)
		}
		keys, err := s.textsOf(t.Context(), "read order", "SELECT concat('(', sorting_key, ')') AS c0 FROM system.tables WHERE database = {db:String} AND startsWith(name, 'flows')",
			engine.Options{Params: map[string]string{"db": s.Database()}})
		if diff := cmp.Diff([]string{flowsTable().order}, keys); err != nil || diff != "" {
			t.Fatalf("killed %v after step %s: error %v, orders of the tables of records:\n%s", after, step, err, diff)
		}
	}
	for _, step := range []string{"set aside", "copied", "moved", "computed", "recomputed"} {
		f(step, 0)
	}
	for range kills(2) { // in the middle of dropping the old day
		f("copied", time.Duration(rng.IntN(3000))*time.Microsecond)
	}
	if n := count(t, s, fmt.Sprintf("SELECT count() AS c0 FROM %s.flows", quote(s.ViewDatabase()))); n != uint64(len(want[0])+len(want[1])) {
		t.Errorf("the view has %d rows", n)
	}
}

// TestRangeReadsItsHours: a condition on the start is looked up among the hours, which
// come first in the order, and not searched for among what comes after.
func TestRangeReadsItsHours(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	fill(t, s, reg, s.Writer(reg), rand.New(rand.NewPCG(17, 1)), testDay)
	noon := testDay.Start().Unix() + 12*3600
	lines, err := s.textsOf(t.Context(), "explain", fmt.Sprintf("SELECT explain AS c0 FROM (EXPLAIN indexes = 1 SELECT bytes FROM flows WHERE start >= toDateTime(%d, 'UTC') AND start < toDateTime(%d, 'UTC'))", noon, noon+60), engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if plan := strings.Join(lines, "\n"); !strings.Contains(plan, "toStartOfHour(start) in") {
		t.Errorf("hours are not used:\n%s", plan)
	}
}
