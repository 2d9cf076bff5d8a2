package query_test

import (
	"bytes"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// addressed gives the records addresses: what has none is left out of the roll-ups by hour.
func addressed(b *record.Batch) {
	for row := range b.Len() {
		for _, id := range []record.FieldID{record.SrcAddr, record.DstAddr} {
			if b.AbsentAt(id, row) {
				b.Col(record.Absent).U32[row] &^= record.AbsentBit(id)
				b.Col(id).Addr[row] = record.AddrFrom(netip.MustParseAddr("198.51.100.1"))
			}
		}
	}
}

// answeredFrom checks that a request is answered from a table, with the numbers of the records.
func answeredFrom(t *testing.T, r *query.Runner, b *record.Batch, table string, req query.Request) {
	t.Helper()
	plan, err := r.Explain(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	if plan.Table != table {
		t.Errorf("%+v: from %s: %s; want %s", req, plan.Table, plan.Why, table)
	}
	got, _ := run(t, r, req)
	list := lines(got)
	slices.Sort(list)
	want := reference{b, req}.answer(t)
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("%+v\n%s\n(-want +got):\n%s", req, plan.SQL, diff)
	}
	if len(want) == 0 {
		t.Errorf("%+v: nothing to compare", req)
	}
}

// TestHourly: the roll-ups by hour of public addresses and of rejected
// destinations answer what they can, with the numbers of the records.
func TestHourly(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(8, 9)), 1500)
	addressed(b)
	load(t, s, b)
	r := newRunner(t, s)
	count := query.Aggregate{Function: query.Count}
	bytes, packets := query.Aggregate{Function: query.Sum, Field: record.Bytes}, query.Aggregate{Function: query.Sum, Field: record.Packets}
	from := func(table string, req query.Request, aggregates ...query.Aggregate) {
		t.Helper()
		req.Scope, req.TrafficOnly, req.Aggregates = query.Everything(), true, aggregates
		answeredFrom(t, r, b, table, req)
	}
	since, until := testDay.Add(2*time.Hour), testDay.Add(24*time.Hour)

	in, out := "direction:inbound src_scope:public", "direction:outbound dst_scope:public"
	from("roll_public", query.Request{Filter: in, GroupBy: []record.FieldID{record.SrcAddr}}, count, bytes)
	from("roll_public", query.Request{Filter: "action:REJECT " + in, GroupBy: []record.FieldID{record.SrcAddr, record.SrcCountry}, Since: since, Until: until}, count, bytes)
	from("roll_public", query.Request{Filter: out + " action:ACCEPT", GroupBy: []record.FieldID{record.DstASN, record.ActionField}}, bytes)
	from("roll_public", query.Request{Filter: out, GroupBy: []record.FieldID{record.ActionField}, Bucket: time.Hour}, count)
	from("roll_public", query.Request{Filter: out}, count, bytes)
	from("flows", query.Request{Filter: out}, count, packets)
	from("flows", query.Request{Filter: out, GroupBy: []record.FieldID{record.SrcAddr}}, count)
	from("flows", query.Request{Filter: out, Bucket: time.Hour}, bytes)
	from("flows", query.Request{Filter: in, Since: since.Add(time.Minute)}, count)
	from("flows", query.Request{Filter: in + " OR protocol:17"}, count)
	from("flows", query.Request{Filter: in, Records: true}, count)

	from("roll_rejected", query.Request{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstAddr}}, count, packets)
	from("roll_rejected", query.Request{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstAddr, record.DstApp}, Since: since, Until: until}, count)
	from("roll_rejected", query.Request{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstNetwork}, Bucket: 24 * time.Hour}, count)
	from("flows", query.Request{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstAddr, record.DstPort}}, count)
	from("flows", query.Request{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstAddr}}, count, bytes)
}

// TestCoarse: the roll-up of all but addresses and ports counts where neither is asked
// for, with the numbers of the records, in a scope as well; and nothing else.
func TestCoarse(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(12, 13)), 1500)
	load(t, s, b)
	r := newRunner(t, s)
	count := query.Aggregate{Function: query.Count}
	bytes := query.Aggregate{Function: query.Sum, Field: record.Bytes}
	f := func(table, filter string, by []record.FieldID, change func(*query.Request), aggregates ...query.Aggregate) {
		t.Helper()
		req := query.Request{Scope: query.Everything(), TrafficOnly: true, Filter: filter, GroupBy: by, Aggregates: aggregates}
		if change != nil {
			change(&req)
		}
		answeredFrom(t, r, b, table, req)
	}
	by := func(fields ...record.FieldID) []record.FieldID { return fields }
	hours := func(q *query.Request) { q.Since, q.Until = testDay.Add(2*time.Hour), testDay.Add(20*time.Hour) }

	f("roll_coarse", "", by(record.SrcSubnetID, record.DstSubnetID, record.ActionField), hours, count)
	f("roll_coarse", "_exists_:src_app OR _exists_:dst_app", by(record.SrcApp, record.DstApp), nil, count)
	f("roll_coarse", "action:ACCEPT dst_scope:public", by(record.DstCountry, record.TrafficPath), hours, count)
	f("roll_coarse", "NOT action:ACCEPT", by(record.Initiator, record.Direction), nil, count)
	f("roll_coarse", "_exists_:action initiator:dst", by(record.ActionField, record.SrcScope), nil, count)
	f("roll_coarse", "traffic_path:8 OR (initiator:src AND src_scope:public)", by(record.SubnetID), hours, count)
	f("roll_coarse", "app:*", by(record.AnyApp), nil, count)
	f("roll_coarse", "_exists_:src_country", by(record.ClientApp, record.ServerApp), nil, count)
	f("roll_coarse", "", by(record.SrcApp), func(q *query.Request) { q.Bucket = time.Hour }, count)
	f("roll_coarse", "direction:outbound dst_scope:public src_app:*", nil, nil, count)

	f("flows", "", by(record.SrcApp, record.DstPort), nil, count)
	f("flows", "_exists_:srcport", by(record.SrcApp), nil, count)
	f("flows", "", by(record.Client), nil, count)
	f("flows", "", by(record.SrcApp), nil, count, bytes)
	f("flows", "", by(record.SrcApp, record.Protocol), nil, count)
	f("flows", "witness:dst", by(record.SrcApp), nil, count)
	f("flows", "", by(record.InitiatorBy), nil, count)
	f("flows", "time_suspect:true OR time_suspect:false", by(record.LocalSubnet), nil, count)
	f("flows", "_exists_:protocol", by(record.SrcApp), nil, count)
	f("flows", "service_port:443 OR NOT service_port:443", by(record.SrcApp), nil, count)
	f("flows", "", by(record.SrcApp), func(q *query.Request) { q.Since = testDay.Add(time.Minute) }, count)
	f("flows", "", by(record.SrcApp), func(q *query.Request) { q.Records = true }, count)
	f("flows", "", by(record.SrcApp), func(q *query.Request) { q.TrafficOnly = false }, count)
	f("flows", "", by(record.SrcApp), nil, query.Aggregate{Function: query.Uniq, Field: record.DstApp})

	for _, scope := range []query.Scope{{Accounts: []string{"111122223333"}}, {Accounts: []string{"nobody"}}} {
		req := query.Request{Scope: scope, TrafficOnly: true, GroupBy: by(record.SrcApp, record.DstSubnetID), Aggregates: []query.Aggregate{count}}
		got, meta := run(t, r, req)
		req.TrafficOnly, req.Filter = false, "NOT log_status:(NODATA SKIPDATA)"
		want, raw := run(t, r, req)
		if meta.Table != "roll_coarse" || raw.Table != "flows" || got != want {
			t.Errorf("%+v: from %s %s; from %s %s", scope, meta.Table, got, raw.Table, want)
		}
	}
}

// TestLeaner: of two roll-ups that could tell it, the one with fewer rows does, unless it
// lacks a day that the other has.
func TestLeaner(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(14, 15)), 1000)
	for i := range b.Len() { // many addresses, all of a few kinds
		b.Context[i], b.Path[i], b.SrcSide[i], b.DstSide[i] = b.Context[0], b.Path[0], b.SrcSide[0], b.DstSide[0]
		b.Col(record.Counted).U8[i] = 1
		b.Col(record.Scopes).U8[i] = record.PackScopes(record.ScopePublic, record.ScopeInternal)
		b.Col(record.SrcAddr).Addr[i] = record.AddrFrom(netip.AddrFrom4([4]byte{203, 0, byte(i >> 8), byte(i)}))
		b.Col(record.Absent).U32[i] &^= record.AbsentBit(record.SrcAddr)
	}
	load(t, s, b)
	r := newRunner(t, s)
	f := func(table string, until time.Time, by record.FieldID) {
		t.Helper()
		answeredFrom(t, r, b, table, query.Request{
			Scope: query.Everything(), TrafficOnly: true, Filter: "direction:inbound src_scope:public", GroupBy: []record.FieldID{by},
			Aggregates: []query.Aggregate{{Function: query.Count}}, Until: until,
		})
	}
	f("roll_coarse", time.Time{}, record.SrcCountry)
	f("roll_public", time.Time{}, record.SrcAddr)
	last := testDay.AddDate(0, 0, 2)
	if _, err := s.Conn().Exec(t.Context(), "ALTER TABLE roll_coarse DROP PARTITION "+last.Format("20060102"), engine.Options{Database: s.Database()}); err != nil {
		t.Fatal(err)
	}
	f("roll_public", time.Time{}, record.SrcCountry)
	f("roll_coarse", last, record.SrcCountry)
}

// TestHourlyLacking: where records are not in a roll-up, or folded in it, the raw
// rows answer.
func TestHourlyLacking(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(10, 11)), 4000)
	load(t, s, b)
	r := newRunner(t, s)
	for _, req := range []query.Request{
		{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstAddr}},
		{Filter: "direction:inbound src_scope:public", GroupBy: []record.FieldID{record.SrcAddr}},
	} {
		req.Scope, req.TrafficOnly, req.Aggregates = query.Everything(), true, []query.Aggregate{{Function: query.Count}}
		plan, err := r.Explain(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		if plan.Table != "flows" {
			t.Errorf("%s: from %s, which lacks what has no address", req.Filter, plan.Table)
		}
		got, _ := run(t, r, req)
		list := lines(got)
		slices.Sort(list)
		if diff := cmp.Diff(reference{b, req}.answer(t), list); diff != "" {
			t.Errorf("%s (-want +got):\n%s", req.Filter, diff)
		}
	}
}

// TestNew: new are the groups of the range that no record before it has, whatever
// table tells so.
func TestNew(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(31, 2)), 1500)
	addressed(b)
	load(t, s, b)
	r := newRunner(t, s)
	keeping := r.Keeping(1 << 20)
	early, late := testDay.Add(4*time.Hour), testDay.Add(16*time.Hour)
	f := func(table string, since time.Time, req query.Request) {
		t.Helper()
		req.Scope, req.Since, req.Aggregates = query.Everything(), since, append([]query.Aggregate{{Function: query.Count}}, req.Aggregates...)
		past := req
		past.Since, past.Until = time.Time{}, req.Since
		key := func(line string) string { before, _, _ := strings.Cut(line, `,"count"`); return before }
		var seen, want []string
		before, _ := run(t, r, past)
		for _, line := range lines(before) {
			seen = append(seen, key(line))
		}
		all, _ := run(t, r, req)
		for _, line := range lines(all) {
			if !slices.Contains(seen, key(line)) {
				want = append(want, line)
			}
		}
		if len(req.GroupBy) == 1 && len(want) > 0 { // the same, from what is remembered too
			for _, r := range []*query.Runner{r, keeping, keeping} {
				for _, limit := range []int{0, 1, len(want)} {
					req.Limit = limit
					table, meta, err := r.Newcomers(t.Context(), req)
					var buf bytes.Buffer
					out := query.NewNDJSON(&buf)
					out.Begin(table.Columns) //nolint:errcheck // it keeps it for Flush
					for _, row := range table.Rows {
						out.Row(row) //nolint:errcheck // as above
					}
					if err := out.Flush(); err != nil {
						t.Fatal(err)
					}
					got := lines(buf.String())
					few := want
					if limit > 0 {
						few = want[:limit]
					}
					if diff := cmp.Diff(few, got); err != nil || diff != "" || meta.Truncated != (len(few) < len(want)) {
						t.Errorf("newcomers by %v, at most %d: %v, cut %v (-want +got):\n%s", req.GroupBy, limit, err, meta.Truncated, diff)
					}
				}
			}
			req.Limit = 0
		}
		req.New = true
		got, meta := run(t, r, req)
		if diff := cmp.Diff(want, lines(got)); diff != "" || meta.Table != table || len(want) == 0 || len(want) == len(lines(all)) {
			t.Errorf("%v from %s, %d of %d (-want +got):\n%s", req.GroupBy, meta.Table, len(want), len(lines(all)), diff)
		}
	}
	f("flows", early, query.Request{GroupBy: []record.FieldID{record.SrcAddr, record.DstPort}})
	f("flows", early, query.Request{GroupBy: []record.FieldID{record.SrcApp, record.DstCountry, record.Direction}})
	f("roll_hour", early, query.Request{GroupBy: []record.FieldID{record.InterfaceID, record.AccountID, record.Version, record.ActionField}, TrafficOnly: true})
	f("roll_hour", early, query.Request{GroupBy: []record.FieldID{record.InterfaceID, record.SubnetID, record.Version, record.LogStatus, record.ActionField}})
	f("roll_hour", early, query.Request{GroupBy: []record.FieldID{record.InterfaceID, record.SubnetID, record.Version, record.LogStatus, record.ActionField}, Records: true})
	bytes := []query.Aggregate{{Function: query.Sum, Field: record.Bytes}}
	for _, field := range []record.FieldID{record.SrcAddr, record.SrcCountry} {
		f("roll_public", late, query.Request{Filter: "direction:inbound AND src_scope:public", GroupBy: []record.FieldID{field}, TrafficOnly: true, Aggregates: bytes})
	}
	f("roll_rejected", early, query.Request{Filter: "action:REJECT", GroupBy: []record.FieldID{record.DstAddr}, TrafficOnly: true})
}

// TestExtent: where records begin and end is that of the records a scope sees.
func TestExtent(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	b := randomRecords(rand.New(rand.NewPCG(5, 6)), 400)
	load(t, s, b)
	r := newRunner(t, s)
	all := 0
	for _, scope := range []query.Scope{query.Everything(), {Accounts: []string{"111122223333"}}, {Accounts: []string{"nobody"}}} {
		var got query.Table
		if _, err := r.Run(t.Context(), query.Request{Scope: scope, Columns: []record.FieldID{record.Start}}, &got); err != nil {
			t.Fatal(err)
		}
		var first, last time.Time
		for _, row := range got.Rows {
			if at := row.Time(0).UTC(); first.IsZero() || at.Before(first) {
				first = at
			}
			if at := row.Time(0).UTC(); at.After(last) {
				last = at
			}
		}
		from, to, err := r.Extent(t.Context(), scope)
		if err != nil || !from.Truncate(time.Minute).Equal(first.Truncate(time.Minute)) || !to.Truncate(time.Minute).Equal(last.Truncate(time.Minute)) {
			t.Errorf("%+v: %s to %s, %v; of %d records the first is at %s, the last at %s", scope, from, to, err, len(got.Rows), first, last)
		}
		all += min(len(got.Rows), 1)
	}
	if all < 2 {
		t.Error("the scope of an account has no records: nothing is compared")
	}
	if _, _, err := r.Extent(t.Context(), query.Scope{}); err == nil {
		t.Error("without a scope it answers")
	}
}
