package query_test

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// TestMemory: a runner that remembers answers as one that does not: questions that
// look alike, each asked twice, by many at once, and anew after more was stored.
func TestMemory(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, randomRecords(rand.New(rand.NewPCG(21, 1)), 600))
	plain := newRunner(t, s)
	r := plain.Keeping(1 << 20)
	count := query.Aggregate{Function: query.Count}
	f := func(change func(q *query.Request)) query.Request {
		q := query.Request{Scope: query.Everything(), Aggregates: []query.Aggregate{count}, GroupBy: []record.FieldID{record.ActionField}, Limit: 50, Now: testDay.AddDate(0, 0, 3)}
		change(&q)
		return q
	}
	list := []query.Request{
		f(func(*query.Request) {}),
		f(func(q *query.Request) { q.Records = true }),
		f(func(q *query.Request) { q.TrafficOnly = true }),
		f(func(q *query.Request) { q.Bare = true }),
		f(func(q *query.Request) { q.Limit = 1 }),
		f(func(q *query.Request) { q.Scope = query.Scope{Accounts: []string{"111122223333"}} }),
		f(func(q *query.Request) { q.Scope = query.Scope{Networks: []string{"111122223333"}} }),
		f(func(q *query.Request) { q.Since, q.Bucket = testDay, time.Hour }),
		f(func(q *query.Request) { q.Filter = "NOT pkt_srcaddr:10.0.0.1" }),
		f(func(q *query.Request) { q.Filter = "dstport:443" }),
		f(func(q *query.Request) { q.Filter = "dstport:53" }),
		f(func(q *query.Request) { q.GroupBy = []record.FieldID{record.Protocol} }),
		f(func(q *query.Request) { q.Aggregates, q.GroupBy, q.Pages = nil, nil, true }),
		f(func(q *query.Request) { q.Aggregates, q.GroupBy, q.Pages, q.IDs = nil, nil, true, true }),
	}
	wants, metas := make([]string, len(list)), make([]query.Meta, len(list))
	same := func(i int) {
		req, want, wantMeta := list[i], wants[i], metas[i]
		got, meta := run(t, r, req)
		if got != want {
			t.Errorf("%+v: %s; want %s", req, got, want)
		}
		if len(meta.Gaps) != len(wantMeta.Gaps) || len(meta.Warnings) != len(wantMeta.Warnings) || meta.Next != wantMeta.Next || meta.Rows != wantMeta.Rows ||
			meta.Counted != wantMeta.Counted || meta.From != wantMeta.From || meta.To != wantMeta.To || meta.Truncated != wantMeta.Truncated {
			t.Errorf("%+v: meta %+v; want %+v", req, meta, wantMeta)
		}
	}
	for seed := range uint64(2) {
		for i, req := range list {
			wants[i], metas[i] = run(t, plain, req)
		}
		var all sync.WaitGroup
		for range 2 {
			for i := range list {
				all.Go(func() { same(i) })
			}
		}
		all.Wait()
		kept := r.Kept()
		for i := range list {
			same(i)
		}
		if kept < len(list) || r.Kept() != kept {
			t.Errorf("%d are kept, then %d", kept, r.Kept())
		}
		if seed == 0 {
			load(t, s, randomRecords(rand.New(rand.NewPCG(21, 2)), 100))
		}
	}
	r = plain.Keeping(10_000) // in which not all have room
	for i := range list {
		same(i)
	}
}

// TestMemoryOfDays: what comes in on one day leaves what is remembered of others, unless
// it ends a gap that reaches into them; and no answer is an old one.
func TestMemoryOfDays(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(25, 1)), 300) // on the first day and the third
	load(t, s, b)
	plain := newRunner(t, s)
	r := plain.Keeping(1 << 20)
	day := func(n int) time.Time { return testDay.AddDate(0, 0, n) }
	ranges := [][2]time.Time{{}, {day(0), day(1)}, {{}, day(1)}, {day(0), day(2)}, {day(2), day(3)}, {day(2), {}}, {day(3), day(6)}, {day(3).Add(30 * time.Minute), day(4)}, {day(4), day(5)}}
	ask := func(i int) query.Request {
		return query.Request{
			Scope: query.Everything(), GroupBy: []record.FieldID{record.ActionField}, Aggregates: []query.Aggregate{{Function: query.Count}},
			Since: ranges[i][0], Until: ranges[i][1], Now: day(9),
		}
	}
	look := func() []string {
		list := make([]string, len(ranges))
		for i, span := range ranges {
			want, wantMeta := run(t, plain, ask(i))
			for range 2 {
				if got, meta := run(t, r, ask(i)); got != want || !slices.Equal(meta.Gaps, wantMeta.Gaps) || meta.From != wantMeta.From || meta.To != wantMeta.To {
					t.Errorf("%v: %s %+v; want %s %+v", span, got, meta, want, wantMeta)
				}
			}
			list[i] = r.Over(t.Context(), span[0], span[1])
		}
		return list
	}
	before := look()
	f := func(to time.Time, changed ...int) {
		t.Helper()
		more := record.NewBatch(b.Kind, b.Registry)
		more.AppendRows(b, []int32{0, 1, 2})
		for i := range more.Len() {
			more.Col(record.Start).Time[i] = to.Add(time.Duration(i) * time.Hour).UnixNano()
			more.Col(record.End).Time[i] = more.Col(record.Start).Time[i]
		}
		load(t, s, more)
		after := look()
		var got []int
		for i := range ranges {
			if after[i] != before[i] {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, changed) {
			t.Errorf("records of %s: other are answers over %v, want %v", to.Format(time.DateOnly), got, changed)
		}
		before = after
	}
	f(day(2), 0, 4, 5, 6, 7)          // windows of the third day's evening reach into the fourth
	f(day(5), 0, 4, 5, 6, 7, 8)       // a gap begins after the third day
	f(day(5), 0, 5, 6)                // and nothing more is known of it
	f(day(1), 0, 1, 2, 3, 4, 5, 6, 7) // a gap is gone
}
