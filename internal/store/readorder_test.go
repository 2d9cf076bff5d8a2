package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// TestReadOrdered protects what detection stands on: every record that is asked for
// comes once, in total order, however writes, days and hours cut the rows.
func TestReadOrdered(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	reg := record.NewRegistry()
	rng := rand.New(rand.NewPCG(5, 6))
	w := s.Writer(reg)
	all := record.NewBatch(record.KindFlow, reg)
	for i := range 5 {
		b := randomBatch(reg, rng, []Day{testDay, testDay.Next()}[i%2], 300, i == 0)
		if err := w.Write(t.Context(), fmt.Sprint("batch", i), []*record.Batch{b}, nil, nil); err != nil {
			t.Fatal(err)
		}
		all.AppendRows(b, upTo(b.Len()))
	}
	all.Use(record.Flags, record.Part, record.ActionField)

	f := func(name string, r Read, keep func(row int) bool) {
		t.Helper()
		r.Fields = flowColumns
		want := record.NewBatch(record.KindFlow, reg)
		var rows []int32
		for i := range int32(all.Len()) {
			if all.Col(record.Flags).U8[i]&record.FlagTimeSuspect == 0 && keep(int(i)) {
				rows = append(rows, i)
			}
		}
		want.AppendRows(all, rows)

		var got []string
		var times []int64
		inOrder := true
		err := s.ReadOrdered(t.Context(), record.NewRegistry(), r, func(b *record.Batch) error {
			got = append(got, rowTexts(b)...)
			times = append(times, b.Col(record.Start).Time...)
			ranks := new(ordered)
			ranks.rank(b.Registry)
			compare := rowOrder(b, ranks.ranks)
			for i := 1; i < b.Len(); i++ {
				inOrder = inOrder && compare(i-1, i) <= 0
			}
			return nil
		})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !inOrder || !slices.IsSorted(times) {
			t.Errorf("%s: rows are not in order", name)
		}
		slices.Sort(got)
		wanted := rowTexts(want)
		slices.Sort(wanted)
		if diff := cmp.Diff(wanted, got); diff != "" {
			t.Errorf("%s: rows differ (-written +read):\n%s", name, diff)
		}
		if n, err := s.CountRead(t.Context(), r); err != nil || n != uint64(len(rows)) {
			t.Errorf("%s: counted %d, %v, want %d", name, n, err, len(rows))
		}
	}
	start := all.Col(record.Start).Time
	f("all", Read{}, func(int) bool { return true })
	noon := testDay.Start().UnixNano() + 12*3600*second
	f("range", Read{From: noon, To: noon + 3601*second}, func(i int) bool { return start[i] >= noon && start[i] < noon+3601*second })
	f("parts", Read{Parts: []uint32{2}}, func(i int) bool { return all.Col(record.Part).U32[i] == 2 })
	f("but parts", Read{Except: []uint32{2, 3}}, func(i int) bool { p := all.Col(record.Part).U32[i]; return p != 2 && p != 3 })
	rejects, err := filter.Compile("action:REJECT", filter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	matched := rejects.Matcher().Match(all)
	f("filter", Read{Where: rejects.SQL(filter.Schema{Database: s.Database()}, "")}, func(i int) bool { return matched.Has(i) })
}

func upTo(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}
