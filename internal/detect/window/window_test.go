package window

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

func bound(t testing.TB, text string) *filter.Bound {
	t.Helper()
	b, err := filter.Compile(text, filter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// rejects are flows that are refused, one every so often.
func rejects(src string, n int, every time.Duration) []detecttest.Flow {
	var flows []detecttest.Flow
	for i := range n {
		flows = append(flows, detecttest.Flow{
			At: time.Duration(i) * every, Src: src, Dst: "10.0.1.9", SrcPort: 40000, DstPort: uint16(1000 + i), Packets: 1, Bytes: uint64(40 + i), Flags: 2, Action: record.Reject,
		})
	}
	return flows
}

func run(t *testing.T, r *rule.Rule, flows []detecttest.Flow) []finding.Finding {
	t.Helper()
	if err := Check(r); err != nil {
		t.Fatal(err)
	}
	return detecttest.Run(t, []*rule.Rule{r}, New, flows, time.Hour)
}

func many(t testing.TB, threshold float64, window time.Duration, value string, by ...string) *rule.Rule {
	return &rule.Rule{
		ID: "many", Title: "many", Severity: finding.Medium, Filter: bound(t, "action:REJECT"),
		Weir: rule.Weir{Family: finding.RejectSurge, Window: window, Threshold: threshold, Value: value, GroupBy: by},
	}
}

// TestThreshold protects the classic rule: more than N in a sliding window, told at the
// record that crosses it, once, with numbers that grow.
func TestThreshold(t *testing.T) {
	flows := rejects("10.0.0.5", 10, 30*time.Second)
	got := run(t, many(t, 4, 5*time.Minute, "", "srcaddr"), flows)
	if len(got) != 1 {
		t.Fatalf("%d findings: %+v", len(got), got)
	}
	f := got[0]
	if want := detecttest.Epoch.Add(2 * time.Minute); !f.Found.Equal(want) || !f.FirstSeen.Equal(detecttest.Epoch) {
		t.Errorf("found %s with the first at %s, want %s", f.Found, f.FirstSeen, want)
	}
	if f.Count != 10 || f.Entity.ID != "10.0.0.5" || f.Entity.Kind != finding.KindAddress || f.Entity.Network != "vpc-1" {
		t.Errorf("%+v", f)
	}
	if want := `srcaddr:10.0.0.5 AND src_network:vpc-1 AND (action:REJECT)`; f.Evidence.Filter != want {
		t.Errorf("evidence %s, want %s", f.Evidence.Filter, want)
	}
	if want := "vpc-1/10.0.0.5: 10 flows within 5 min, more than 4, the first at 2026-03-02 00:00:00 UTC."; f.Why != want {
		t.Errorf("why %q, want %q", f.Why, want)
	}
	// A window that slides has no borders, and is not crossed by as many that lie further apart.
	if got := run(t, many(t, 4, 5*time.Minute, "", "srcaddr"), rejects("10.0.0.5", 30, 75*time.Second)); len(got) != 0 {
		t.Errorf("four in five minutes: %+v", got)
	}
	if got := run(t, many(t, 4, 5*time.Minute, "", "srcaddr"), rejects("10.0.0.5", 30, 74*time.Second)); len(got) != 1 {
		t.Errorf("five in five minutes: %+v", got)
	}
}

// TestValues protects what can be counted, and keys.
func TestValues(t *testing.T) {
	f := func(name string, r *rule.Rule, flows []detecttest.Flow, want int, entity string) {
		t.Helper()
		got := run(t, r, flows)
		if len(got) != want || want > 0 && got[0].Entity.ID != entity {
			t.Errorf("%s: %d findings, want %d of %s: %+v", name, len(got), want, entity, got)
		}
	}
	flows := rejects("10.0.0.5", 20, 10*time.Second)
	f("ports", many(t, 19, 10*time.Minute, "uniq(dstport)", "srcaddr", "dstaddr"), flows, 1, "10.0.0.5 > 10.0.1.9")
	f("as many ports", many(t, 20, 10*time.Minute, "uniq(dstport)", "srcaddr", "dstaddr"), flows, 0, "")
	f("hosts", many(t, 1, 10*time.Minute, "uniq(dstaddr)", "srcaddr"), flows, 0, "")
	f("bytes", many(t, 900, 10*time.Minute, "sum(bytes)", "interface_id"), flows, 1, "eni-1")
	f("many records", many(t, 1999, 10*time.Minute, "", "srcaddr"), rejects("10.0.0.5", 2001, 100*time.Millisecond), 1, "10.0.0.5")
	f("not so many", many(t, 2001, 10*time.Minute, "", "srcaddr"), rejects("10.0.0.5", 2001, 100*time.Millisecond), 0, "")
	twice := append(flows, flows...)
	for i := range flows {
		twice[i].NotCounted = true
	}
	f("two witnesses", many(t, 20, 10*time.Minute, "", "srcaddr"), twice, 0, "")
	if Check(many(t, 1, time.Minute, "median(bytes)", "srcaddr")) == nil || Check(many(t, 1, 0, "", "srcaddr")) == nil || Check(many(t, 1, time.Minute, "", "adr")) == nil {
		t.Error("nonsense is a rule")
	}
}

// TestCorrelations protects the seven types of Sigma.
func TestCorrelations(t *testing.T) {
	part := func(name, where string) *rule.Rule {
		return &rule.Rule{ID: name, Name: name, Title: name, Filter: bound(t, where)}
	}
	reject, accept := part("refused", "action:REJECT"), part("let in", "action:ACCEPT")
	f := func(name string, c rule.Correlation, flows []detecttest.Flow, want int) {
		t.Helper()
		if c.Timespan == 0 {
			c.Timespan = 10 * time.Minute
		}
		if c.GroupBy == nil {
			c.GroupBy = []string{"srcaddr"}
		}
		r := &rule.Rule{ID: "c", Title: "c", Correlation: &c, Weir: rule.Weir{Family: finding.Guess}}
		got := run(t, r, flows)
		if len(got) != want {
			t.Errorf("%s: %d findings, want %d: %+v", name, len(got), want, got)
		}
		for _, f := range got {
			if _, err := filter.Compile(f.Evidence.Filter, filter.Options{}); err != nil || f.Count == 0 {
				t.Errorf("%s: evidence %s: %v, %d flows", name, f.Evidence.Filter, err, f.Count)
			}
		}
	}
	flows := rejects("10.0.0.5", 10, 30*time.Second)
	in := flows[9]
	in.At, in.Action, in.DstPort = 6*time.Minute, record.Accept, 22
	before := in
	before.At = 0
	before.SrcPort = 1 // sorts before the first refusal at that moment
	one, both := []*rule.Rule{reject}, []*rule.Rule{reject, accept}
	f("event_count", rule.Correlation{Type: rule.EventCount, Rules: one, Op: "gte", Value: 10}, flows, 1)
	f("event_count below", rule.Correlation{Type: rule.EventCount, Rules: one, Op: "gte", Value: 11}, flows, 0)
	f("event_count of both", rule.Correlation{Type: rule.EventCount, Rules: both, Op: "gt", Value: 10}, append(flows, in), 1)
	f("value_count", rule.Correlation{Type: rule.ValueCount, Rules: one, Op: "gt", Value: 9, Field: "dstport"}, flows, 1)
	f("value_sum", rule.Correlation{Type: rule.ValueSum, Rules: one, Op: "gt", Value: 440, Field: "bytes"}, flows, 1)
	f("value_sum not", rule.Correlation{Type: rule.ValueSum, Rules: one, Op: "gt", Value: 445, Field: "bytes"}, flows, 0)
	f("value_avg", rule.Correlation{Type: rule.ValueAvg, Rules: one, Op: "gt", Value: 44, Field: "bytes"}, flows, 1)
	f("value_avg not", rule.Correlation{Type: rule.ValueAvg, Rules: one, Op: "gt", Value: 44.5, Field: "bytes"}, flows, 0)
	f("value_percentile", rule.Correlation{Type: rule.ValuePercentile, Rules: one, Op: "gte", Value: 48, Percentile: 90, Field: "bytes"}, flows, 1)
	f("value_percentile not", rule.Correlation{Type: rule.ValuePercentile, Rules: one, Op: "gt", Value: 48, Percentile: 90, Field: "bytes"}, flows, 0)
	f("temporal", rule.Correlation{Type: rule.Temporal, Rules: both}, append(flows, in), 1)
	f("temporal, one only", rule.Correlation{Type: rule.Temporal, Rules: both}, flows, 0)
	f("temporal, too late", rule.Correlation{Type: rule.Temporal, Rules: both, Timespan: time.Minute}, append(flows, in), 0)
	f("ordered", rule.Correlation{Type: rule.TemporalOrdered, Rules: both}, append(flows, in), 1)
	f("ordered, wrong way", rule.Correlation{Type: rule.TemporalOrdered, Rules: both}, append(flows, before), 0)
	f("few", rule.Correlation{Type: rule.EventCount, Rules: one, Op: "lt", Value: 5, Timespan: 2 * time.Minute}, flows[:3], 1)
	f("not few", rule.Correlation{Type: rule.EventCount, Rules: one, Op: "lt", Value: 4, Timespan: 2 * time.Minute}, flows[:4], 0)
	f("exactly", rule.Correlation{Type: rule.EventCount, Rules: one, Op: "eq", Value: 10}, flows, 1)
	f("not exactly", rule.Correlation{Type: rule.EventCount, Rules: one, Op: "neq", Value: 10}, flows, 0)
	back := in.Reply(5, 500, 18)
	back.At += time.Second
	f("alias", rule.Correlation{Type: rule.Temporal, Rules: both, GroupBy: []string{"host"}, Aliases: map[string][]string{"host": {"srcaddr", "dstaddr"}}}, append(flows, back), 1)
	f("without alias", rule.Correlation{Type: rule.Temporal, Rules: both, GroupBy: []string{"srcaddr"}}, append(flows, back), 0)
}

// TestBorders protects that findings depend neither on how rows come in batches nor on
// the order of flows in the input, and that state can be written down.
func TestBorders(t *testing.T) {
	var flows []detecttest.Flow
	for i := range 5 {
		flows = append(flows, rejects(fmt.Sprintf("10.0.0.%d", i+1), 100, time.Duration(i+1)*20*time.Second)...)
	}
	r := many(t, 8, 5*time.Minute, "", "srcaddr")
	run := func(size int) string {
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 10}
		d := New(env, []detect.Numbered{{N: 0, Rule: r}})
		e := detect.NewEngine(env, rule.NewSet([]*rule.Rule{r}), []detect.Detector{d})
		all := detecttest.Batch(t, env.Registry, flows)
		var out detecttest.Findings
		for lo := 0; lo < all.Len(); lo += size {
			part := record.NewBatch(record.KindFlow, env.Registry)
			var rows []int32
			for i := lo; i < min(lo+size, all.Len()); i++ {
				rows = append(rows, int32(i))
			}
			part.AppendRows(all, rows)
			e.Run(part, &out)
			for _, s := range d.State() {
				for shard := range detect.Shards {
					if err := s.ReadShard(shard, s.AppendShard(shard, nil)); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		e.Advance(all.Col(record.Start).Time[all.Len()-1]+int64(time.Hour), &out)
		var b strings.Builder
		for _, f := range out.All() {
			f.DstPort = nil
			fmt.Fprintf(&b, "%+v\n", f)
		}
		return b.String()
	}
	want := run(1 << 20)
	if strings.Count(want, "\n") != 1 { // only the one at 20 s has more than 8 in 5 minutes
		t.Errorf("findings: %s", want)
	}
	for _, size := range []int{13, 64, 100} {
		rand.Shuffle(len(flows), func(i, j int) { flows[i], flows[j] = flows[j], flows[i] })
		if diff := cmp.Diff(want, run(size)); diff != "" {
			t.Errorf("batches of %d: %s", size, diff)
		}
	}
}
