package query_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// TestDiagnose: an empty answer is explained by what is so, and nothing else.
func TestDiagnose(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	r := newRunner(t, s)
	f := func(req query.Request, want ...string) {
		t.Helper()
		req.Scope = query.Everything()
		reasons, meta, err := r.Diagnose(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		if !meta.Since.Equal(req.Since) || !meta.Until.Equal(req.Until) || meta.Counted != query.CountedRecords || meta.Elapsed <= 0 {
			t.Errorf("%q rests on %+v", req.Filter, meta)
		}
		if looked := slices.Contains(want, "part") || slices.Contains(want, "together"); looked && meta.Scanned == 0 {
			t.Errorf("%q: nothing was read to find %v", req.Filter, want)
		}
		var got []string
		for _, e := range reasons {
			got = append(got, e.Code)
			if e.Text == "" {
				t.Error("a reason without words")
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %+v, want %v", req.Filter, reasons, want)
		}
	}
	f(query.Request{Filter: "dstport:22"}, "nothing_stored")

	b := randomRecords(rand.New(rand.NewPCG(11, 1)), 300)
	for i := range b.Len() { // none is rejected, none has lost packets without a route
		b.Col(record.ActionField).U8[i] = uint8(record.Accept)
		b.Col(record.Absent).U32[i] |= record.AbsentBit(record.PacketsLostNoRoute)
		b.Col(record.Absent).U32[i] &^= record.AbsentBit(record.DstPort)
		b.Col(record.DstPort).U16[i] = 443
		b.Col(record.Start).Time[i] = testDay.Add(time.Duration(i) * time.Minute).UnixNano()
		if i == 0 {
			b.Col(record.DstPort).U16[i] = 5432
		}
	}
	load(t, s, b)
	f(query.Request{Filter: "dstport:443"})
	f(query.Request{Since: testDay.Add(90 * time.Hour)}, "out_of_range")
	f(query.Request{Until: testDay.Add(-90 * time.Hour)}, "out_of_range")
	f(query.Request{Filter: "packets_lost_no_route:>0"}, "field_lacking")
	f(query.Request{Filter: "NOT packets_lost_no_route:>0 dstport:9"}, "part")
	f(query.Request{Filter: "action:REJECT dstport:443"}, "reject_lacking")
	f(query.Request{Filter: "dstport:443 dstport:5432"}, "together")
	f(query.Request{Filter: "dstport:5432", Since: testDay.Add(time.Hour), Until: testDay.Add(2 * time.Hour)}, "elsewhere")
	f(query.Request{Filter: "dstport:23", Since: testDay, Until: testDay.Add(2 * time.Hour)}, "part")
}
