package query_test

import (
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
	since, until := testDay.Add(2*time.Hour), testDay.Add(24*time.Hour)

	in, out := "direction:inbound src_scope:public", "direction:outbound dst_scope:public"
	from("roll_public", query.Request{Filter: in, GroupBy: []record.FieldID{record.SrcAddr}}, count, bytes, packets)
	from("roll_public", query.Request{Filter: "action:REJECT " + in, GroupBy: []record.FieldID{record.SrcAddr, record.SrcCountry}, Since: since, Until: until}, count, bytes)
	from("roll_public", query.Request{Filter: out + " action:ACCEPT", GroupBy: []record.FieldID{record.DstASN, record.ActionField}}, bytes)
	from("roll_public", query.Request{Filter: out, GroupBy: []record.FieldID{record.ActionField}, Bucket: time.Hour}, count)
	from("roll_public", query.Request{Filter: out}, count, packets)
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
