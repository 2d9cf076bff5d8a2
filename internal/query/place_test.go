package query_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// pages reads all pages of a request.
func pages(t *testing.T, r *query.Runner, req query.Request, limit func() int, between func()) (rows []string) {
	t.Helper()
	for n := 0; ; n++ {
		req.Limit = limit()
		got, meta := run(t, r, req)
		rows = append(rows, lines(got)...)
		if meta.Next == "" {
			if meta.Truncated {
				t.Fatal("cut without saying where it goes on")
			}
			return rows
		}
		if n > 2000 {
			t.Fatal("the pages do not end")
		}
		req.After = meta.Next
		if between != nil {
			between()
		}
	}
}

// TestPages: whatever the sizes of pages, they hold every record once, newest first,
// also where many records start together or are the same in everything.
func TestPages(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	rng := rand.New(rand.NewPCG(7, 1))
	b := randomRecords(rng, 500)
	for i := range b.Len() {
		if i%3 == 0 { // a crowd of one nanosecond
			b.Col(record.Start).Time[i] = testDay.Add(5 * time.Hour).UnixNano()
		}
	}
	twins := record.NewBatch(b.Kind, b.Registry)
	twins.AppendRows(b, []int32{3, 3, 3, 3, 3, 3, 3, 1, 1, 1})
	load(t, s, b, twins)
	r := newRunner(t, s)
	req := query.Request{Scope: query.Everything(), Columns: basicFields(), Pages: true}
	all, _ := run(t, r, query.Request{Scope: query.Everything(), Columns: basicFields()})
	want := lines(all)
	if len(want) != 510 {
		t.Fatalf("%d records", len(want))
	}
	slices.Sort(want)
	for _, size := range []int{1000, 510, 97, 7} {
		got := pages(t, r, req, func() int {
			if size == 7 {
				return 1 + rng.IntN(60)
			}
			return size
		}, nil)
		starts := make([]string, len(got))
		for i, l := range got {
			_, rest, _ := strings.Cut(l, `"start":"`)
			at, err := time.Parse(time.RFC3339Nano, rest[:strings.IndexByte(rest, '"')])
			if err != nil {
				t.Fatal(err)
			}
			starts[i] = at.Format("2006-01-02T15:04:05.000000000")
		}
		if !slices.IsSortedFunc(starts, func(a, b string) int { return strings.Compare(b, a) }) {
			t.Errorf("pages of %d: not newest first", size)
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("pages of %d: %s", size, diff)
		}
	}

	// Under a filter and in a range, while newer records come in.
	req.Filter, req.Since, req.Until = "dstport:(22 443)", testDay, testDay.Add(60*time.Hour)
	filtered := req
	filtered.Pages = false
	all, _ = run(t, r, filtered)
	want = lines(all)
	slices.Sort(want)
	newer := record.NewBatch(b.Kind, b.Registry)
	newer.AppendRows(b, []int32{3, 4, 5, 6, 7})
	for i := range newer.Len() {
		newer.Col(record.Start).Time[i] = testDay.Add(61 * time.Hour).UnixNano()
	}
	got := pages(t, r, req, func() int { return 40 }, func() { load(t, s, newer) })
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestIDs: an id leads back to its record.
func TestIDs(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, randomRecords(rand.New(rand.NewPCG(8, 1)), 60))
	r := newRunner(t, s)
	var all query.Table
	columns := []record.FieldID{record.Start, record.SrcAddr, record.Bytes}
	if _, err := r.Run(t.Context(), query.Request{Scope: query.Everything(), Columns: columns, IDs: true, Bare: true}, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Rows) != 60 {
		t.Fatalf("%d records", len(all.Rows))
	}
	for _, row := range all.Rows {
		id := row.Text(3)
		var one query.Table
		if _, err := r.Run(t.Context(), query.Request{Scope: query.Everything(), Columns: columns, ID: id, Limit: 2}, &one); err != nil {
			t.Fatal(err)
		}
		if len(one.Rows) != 1 {
			t.Fatalf("%s leads to %d records", id, len(one.Rows))
		}
		for i := range columns {
			if one.Rows[0].Text(i) != row.Text(i) {
				t.Errorf("%s: %s, want %s", id, one.Rows[0].Text(i), row.Text(i))
			}
		}
	}
}

// TestPageMistakes: what cannot be a page says so.
func TestPageMistakes(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, randomRecords(rand.New(rand.NewPCG(9, 1)), 60))
	r := newRunner(t, s)
	_, meta := run(t, r, query.Request{Scope: query.Everything(), Pages: true, Limit: 5})
	f := func(req query.Request, want string) {
		t.Helper()
		req.Scope = query.Everything()
		_, err := r.Run(t.Context(), req, &query.Table{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", req, err, want)
		}
	}
	f(query.Request{After: meta.Next, Filter: "dstport:22"}, "another filter")
	f(query.Request{After: "x"}, "cannot be read")
	f(query.Request{After: strings.Repeat("_", 43)}, "cannot be read")
	f(query.Request{After: meta.Next, Order: []query.Order{{Column: "start"}}}, "newest first")
	f(query.Request{ID: "12-34"}, "no id")
	f(query.Request{ID: "ffffffffffffffff-0000000000000000"}, "no id")
	f(query.Request{IDs: true, Aggregates: []query.Aggregate{{Function: query.Count}}}, "newest first")
}
