package query_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// TestAggregates holds answers against a slow computation of the same, on
// random requests: filters, groups, aggregates, buckets, ranges and scopes.
// Whatever table the planner takes, the numbers must be those of the records.
func TestAggregates(t *testing.T) {
	t.Parallel()
	const trials = 200
	rng := rand.New(rand.NewPCG(2, 3))
	s := newStore(t)
	b := randomRecords(rng, 1500)
	load(t, s, b)
	r := newRunner(t, s)
	tables := map[string]int{}
	for range trials {
		req := randomRequest(rng)
		plan, err := r.Explain(t.Context(), req)
		if err != nil {
			t.Fatalf("%+v: %v", req, err)
		}
		tables[plan.Table]++
		got, meta := run(t, r, req)
		gotLines := lines(got)
		slices.Sort(gotLines)
		if diff := cmp.Diff(reference{b, req}.answer(t), gotLines); diff != "" {
			t.Fatalf("%+v\nfrom %s: %s\n%s\n(-want +got):\n%s", req, plan.Table, plan.Why, plan.SQL, diff)
		}
		if want := map[bool]string{false: query.CountedOnce, true: query.CountedRecords}[req.Records]; meta.Counted != want {
			t.Fatalf("counted %s, want %s", meta.Counted, want)
		}
	}
	t.Logf("answered from %v", tables)
	for _, table := range []string{"flows", "roll_minute", "roll_hour"} {
		if tables[table] < trials/20 {
			t.Errorf("only %d of %d requests were answered from %s", tables[table], trials, table)
		}
	}
}

// TestPlaceFields: the planner knows what the store keeps by the minute.
func TestPlaceFields(t *testing.T) {
	if diff := cmp.Diff(store.PlaceFields, query.PlaceFields); diff != "" {
		t.Error(diff)
	}
}

func randomRequest(rng *rand.Rand) query.Request {
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	req := query.Request{Scope: query.Everything(), Records: rng.IntN(4) == 0, TrafficOnly: rng.IntN(4) == 0}
	simple := rng.IntN(2) == 0 // of what a roll-up knows
	if simple {
		req.Filter = pick("", "", "action:REJECT", "NOT action:ACCEPT", "protocol:6", "NOT protocol:(6 17)", "vpc_id:vpc-a", "log_status:OK action:ACCEPT", "interface_id:eni-1 OR protocol:17")
	} else {
		req.Filter = pick("", "srcaddr:10.0.0.0/8", "NOT dstport:443", "bytes:>1000", "web", "app:checkout", "_exists_:tcp_flags", "direction:inbound", "start:>=2026-03-02")
	}
	switch rng.IntN(6) {
	case 0:
		req.Scope = query.Scope{Accounts: []string{"111122223333", `o'brien\`}}
	case 1:
		req.Scope = query.Scope{Networks: []string{"vpc-a", "444455556666"}}
	}
	switch rng.IntN(4) {
	case 0:
		req.Since, req.Until = testDay.Add(3*time.Hour), testDay.Add(23*time.Hour+17*time.Minute)
	case 1:
		req.Since = testDay.Add(23*time.Hour + 30*time.Minute)
	case 2:
		req.Since = testDay.Add(23 * time.Hour)
	}
	if rng.IntN(2) == 0 {
		req.Bucket = []time.Duration{time.Minute, 5 * time.Minute, time.Hour, 24 * time.Hour, 7 * 24 * time.Hour}[rng.IntN(5)]
	} else if rng.IntN(4) == 0 {
		req.Since = testDay.Add(time.Hour + 1234567891*time.Nanosecond)
	}
	keys := []record.FieldID{record.InterfaceID, record.AccountID, record.ActionField, record.Protocol, record.VPCID, record.Version, record.LogStatus}

	functions := []query.Aggregate{{Function: query.Count}, {Function: query.Sum, Field: record.Bytes}, {Function: query.Sum, Field: record.Packets}}
	if !simple {
		keys = basicFields()
		keys = append(keys, record.AnyAddr, record.AnyPort, record.AnyApp, record.AnyASN)
		for _, f := range []query.Function{query.Min, query.Max, query.Avg, query.P50, query.P90, query.P95, query.P99, query.Uniq, query.Sum} {
			functions = append(functions, query.Aggregate{Function: f, Field: []record.FieldID{record.Bytes, record.DstPort, record.Duration, record.DstASN}[rng.IntN(4)]})
		}
		for _, id := range basicFields() {
			functions = append(functions, query.Aggregate{Function: query.Uniq, Field: id})
		}
		functions = append(functions, query.Aggregate{Function: query.Min, Field: record.Start}, query.Aggregate{Function: query.Max, Field: record.End})
	}
	eithers := 0
	for _, i := range rng.Perm(len(keys))[:rng.IntN(3)] {
		if record.Get(keys[i]).Place == record.PlaceEither {
			if eithers++; eithers > 1 {
				continue
			}
		}
		req.GroupBy = append(req.GroupBy, keys[i])
	}
	seen := map[string]bool{}
	for _, i := range rng.Perm(len(functions))[:1+rng.IntN(3)] {
		if a := functions[i]; !seen[a.Name()] {
			seen[a.Name()] = true
			req.Aggregates = append(req.Aggregates, a)
		}
	}
	if simple && rng.IntN(3) == 0 { // by interface and hour
		req.GroupBy = append(slices.DeleteFunc(req.GroupBy, func(id record.FieldID) bool { return id == record.InterfaceID }), record.InterfaceID)
		req.Since, req.Until = []time.Time{{}, testDay.Add(23 * time.Hour)}[rng.IntN(2)], time.Time{}
		req.Bucket = []time.Duration{0, time.Hour, 24 * time.Hour}[rng.IntN(3)]
	}
	return req
}
