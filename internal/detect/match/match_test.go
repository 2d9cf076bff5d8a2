package match

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

func mk(t testing.TB, id, where, entity string, change func(*rule.Rule)) *rule.Rule {
	t.Helper()
	r := &rule.Rule{ID: id, Title: id, Severity: finding.Medium, Filter: bound(t, where), Weir: rule.Weir{Family: finding.ForbiddenPort, Entity: entity}}
	if change != nil {
		change(r)
	}
	return r
}

func listed(t testing.TB, s rule.Listed, text string) rule.Settings {
	t.Helper()
	l, err := rule.ParseList(s.List, "list.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	with, err := s.Use(map[string]*rule.List{s.List: l})
	if err != nil {
		t.Fatal(err)
	}
	return with
}

// evidenceRows counts the rows that the evidence of a finding selects.
func evidenceRows(t testing.TB, f finding.Finding, flows []detecttest.Flow) int {
	t.Helper()
	b := detecttest.Batch(t, record.NewRegistry(), flows)
	m := bound(t, f.Evidence.Filter).Matcher().Match(b)
	n := 0
	for i := range b.Len() {
		at := b.Col(record.Start).Time[i]
		if m.Has(i) && at >= f.Evidence.Since.UnixNano() && at < f.Evidence.Until.UnixNano() {
			n++
		}
	}
	return n
}

func telnet(n int) []detecttest.Flow {
	var flows []detecttest.Flow
	for i := range n {
		flows = append(flows, detecttest.Flow{
			At: time.Duration(i) * 40 * time.Second, Src: fmt.Sprintf("10.0.0.%d", 5+i%2), Dst: "10.0.1.9", SrcPort: uint16(40000 + i), DstPort: 23, Packets: 3, Bytes: 180, Flags: 2,
		})
	}
	return flows
}

// TestMatch protects that an entity gives one finding of a rule, whose numbers grow to
// those of the records.
func TestMatch(t *testing.T) {
	r := mk(t, "telnet", "service_port:23 AND action:ACCEPT", "client", func(r *rule.Rule) {
		r.Weir.Why = "{entity} called {service} of {dstaddr} {count} times, {sum(bytes)} in {protocol}, first at {first}."
	})
	flows := telnet(11)
	// The way back from an ephemeral port 23 is none to a server's port 23.
	flows = append(flows, detecttest.Flow{Src: "203.0.113.1", Dst: "10.0.0.7", SrcPort: 443, DstPort: 23, Packets: 3, Bytes: 180, Flags: 18})
	got := detecttest.Run(t, []*rule.Rule{r}, New, flows, time.Hour)
	if len(got) != 2 {
		t.Fatalf("%d findings: %+v", len(got), got)
	}
	want := "vpc-1/10.0.0.5 called telnet of 10.0.1.9 6 times, 1.1 kB in TCP, first at 2026-03-02 00:00:00 UTC."
	if !strings.EqualFold(got[0].Why, want) {
		t.Errorf("why %q, want %q", got[0].Why, want)
	}
	for i, n := range []uint64{6, 5} {
		f := got[i]
		if f.Count != n || evidenceRows(t, f, flows) != int(n) {
			t.Errorf("%s: count %d, evidence %d, want %d; %s", f.Entity, f.Count, evidenceRows(t, f, flows), n, f.Evidence.Filter)
		}
		if *f.DstPort != 23 || f.DstAddr.String() != "10.0.1.9" || f.Page {
			t.Errorf("%+v", f)
		}
	}
}

// TestRealert protects that a day later it is told again, under another id.
func TestRealert(t *testing.T) {
	r := mk(t, "telnet", "service_port:23", "client", nil)
	flows := telnet(1)
	later := flows[0]
	later.At = 25 * time.Hour
	got := detecttest.Run(t, []*rule.Rule{r}, New, append(flows, later), time.Hour)
	if len(got) != 2 || got[0].ID == got[1].ID || got[0].Count != 1 || got[1].Count != 1 {
		t.Errorf("%+v", got)
	}
}

// TestListed protects the lists: in it, outside of it, and silence without it.
func TestListed(t *testing.T) {
	out := detecttest.Flow{Src: "10.0.0.5", Dst: "198.51.100.7", SrcPort: 40000, DstPort: 443, Packets: 9, Bytes: 900, Flags: 2}
	other := out
	other.Dst, other.At = "192.0.2.77", time.Minute
	inside := out
	inside.Dst = "10.9.9.9"
	f := func(name string, s rule.Listed, list, entity string, flows []detecttest.Flow, want int, words ...string) {
		t.Helper()
		r := mk(t, name, "action:ACCEPT AND NOT initiator:dst", entity, func(r *rule.Rule) {
			r.Weir.Settings = s
			if list != "" {
				r.Weir.Settings = listed(t, s, list)
			}
			r.Weir.Why = "{entity} to {peers} on {list}{entry}"
		})
		got := detecttest.Run(t, []*rule.Rule{r}, New, flows, time.Hour)
		if len(got) != want {
			t.Errorf("%s: %d findings, want %d: %+v", name, len(got), want, got)
			return
		}
		for _, f := range got {
			if evidenceRows(t, f, flows) == 0 {
				t.Errorf("%s: no evidence in %s", name, f.Evidence.Filter)
			}
			for _, w := range words {
				if !strings.Contains(f.Why+f.Evidence.Filter, w) {
					t.Errorf("%s: %q is not in %q %q", name, w, f.Why, f.Evidence.Filter)
				}
			}
		}
	}
	all := []detecttest.Flow{out, other, inside}
	bad := rule.Listed{List: "known_bad", Of: "remote"}
	f("known bad", bad, "198.51.100.0/24 ; SBL1\n192.0.2.77\n", "local", all, 1, "2 addresses on known_bad (SBL1)", "addr:(198.51.100.7 192.0.2.77)")
	f("absent list", bad, "", "local", all, 0)
	f("approved", rule.Listed{List: "approved", Of: "true_dest", Outside: true, Public: true}, "198.51.100.0/24\n", "true_source", all, 1, "192.0.2.77")
	f("approved empty", rule.Listed{List: "approved", Of: "true_dest", Outside: true}, "# none\n", "pair", all, 3)
	f("ports", rule.Listed{List: "ports", Of: "service_port", Also: []string{"440-450/tcp"}}, "23\n", "server", all, 3, "[440 TO 450]")
	f("ports outside", rule.Listed{List: "ports", Of: "service_port", Outside: true}, "23\n80/tcp\n", "server", all, 3)
	f("no such port", rule.Listed{List: "ports", Of: "service_port"}, "23\n", "server", all, 0)
	edge := out
	edge.SrcSide, edge.DstSide = map[int]string{record.SideApp: "web"}, map[int]string{record.SideApp: "db"}
	f("forbidden edge", rule.Listed{List: "pairs", Of: "edge"}, "web > db\n", "edge", []detecttest.Flow{edge, out}, 1, "web > db:443/tcp")
	f("allowed edge", rule.Listed{List: "pairs", Of: "edge", Outside: true}, "web > db:443\n", "edge", []detecttest.Flow{edge, out}, 0)
}

// TestBreachThroughNAT protects that a flow through a NAT gateway is judged at its true
// source: once, whoever saw it.
func TestBreachThroughNAT(t *testing.T) {
	r := mk(t, "breach", "action:ACCEPT AND counted:true AND NOT initiator:dst", "true_source", func(r *rule.Rule) {
		r.Weir.Settings = listed(t, rule.Listed{List: "approved_destinations", Of: "true_dest", Outside: true, Public: true}, "192.0.2.0/24\n")
	})
	leg1 := detecttest.Flow{Src: "10.0.1.5", Dst: "203.0.113.50", SrcPort: 40000, DstPort: 443, Packets: 9, Bytes: 900, Flags: 2}
	leg2, leg3 := leg1, leg1
	leg2.NotCounted, leg3.NotCounted = true, true
	leg2.Context = map[record.FieldID]string{record.InterfaceID: "eni-nat"}
	leg3.Src = "10.0.0.99"
	flows := []detecttest.Flow{leg1, leg2, leg3}
	got := detecttest.Run(t, []*rule.Rule{r}, New, flows, time.Hour)
	if len(got) != 1 || got[0].Entity.ID != "10.0.1.5" || got[0].Count != 1 {
		t.Fatalf("%+v", got)
	}
}

// TestContext protects severity by context and what the internet may do to a host it
// can reach: it is shown and pages nobody, until the host answers.
func TestContext(t *testing.T) {
	change := func(r *rule.Rule) {
		r.Weir.SeverityWhen = []rule.SeverityWhen{{When: bound(t, "initiator:dst"), Severity: finding.High}}
	}
	r := mk(t, "smb", "service_port:445 AND ((direction:inbound AND NOT initiator:dst) OR (direction:outbound AND initiator:dst))", "server", change)
	// A reject a minute before makes the host reachable.
	knock := detecttest.Flow{Src: "203.0.113.9", Dst: "10.0.0.5", SrcPort: 40000, DstPort: 8080, Packets: 1, Bytes: 40, Flags: 2, Action: record.Reject}
	in := detecttest.Flow{At: 2 * time.Minute, Src: "203.0.113.9", Dst: "10.0.0.5", SrcPort: 40001, DstPort: 445, Packets: 1, Bytes: 40, Flags: 2}
	got := detecttest.Run(t, []*rule.Rule{r}, New, []detecttest.Flow{knock, in}, time.Hour)
	if len(got) != 1 || !got[0].Exposure || got[0].Page || got[0].Severity != finding.Medium {
		t.Fatalf("noise: %+v", got)
	}
	answer := in.Reply(5, 500, 18)
	got = detecttest.Run(t, []*rule.Rule{r}, New, []detecttest.Flow{knock, in, answer}, time.Hour)
	if len(got) != 1 || got[0].Exposure || !got[0].Page || got[0].Severity != finding.High {
		t.Fatalf("answered: %+v", got)
	}
}

// TestLost protects sums and the pair of a transit gateway's lost packets.
func TestLost(t *testing.T) {
	r := mk(t, "skip", "log_status:SKIPDATA", "interface", func(r *rule.Rule) { r.Weir.Family = finding.LogHealth })
	flows := []detecttest.Flow{{Context: map[record.FieldID]string{record.LogStatus: record.StatusSkipData}}, {Context: map[record.FieldID]string{record.LogStatus: record.StatusNoData}}}
	got := detecttest.Run(t, []*rule.Rule{r}, New, flows, time.Hour)
	if len(got) != 1 || got[0].Entity.ID != "eni-1" || got[0].Evidence.Filter == "" {
		t.Fatalf("%+v", got)
	}
}

// TestBorders protects that findings depend neither on how rows come in batches nor on
// the order of flows in the input.
func TestBorders(t *testing.T) {
	r := mk(t, "telnet", "service_port:23", "client", func(r *rule.Rule) {
		r.Weir.SeverityWhen = []rule.SeverityWhen{{When: bound(t, "srcport:>40050"), Severity: finding.High}}
	})
	flows := telnet(300)
	run := func(size int) []finding.Finding {
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
		}
		e.Advance(all.Col(record.Start).Time[all.Len()-1]+int64(time.Hour), &out)
		// What is written down reads back the same.
		for _, s := range d.State() {
			for shard := range detect.Shards {
				if err := s.ReadShard(shard, s.AppendShard(shard, nil)); err != nil {
					t.Fatal(err)
				}
			}
		}
		return out.All()
	}
	want := run(1 << 20)
	for _, size := range []int{1, 7, 64, 100} {
		rand.Shuffle(len(flows), func(i, j int) { flows[i], flows[j] = flows[j], flows[i] })
		if diff := cmp.Diff(fmt.Sprintf("%+v", strip(want)), fmt.Sprintf("%+v", strip(run(size)))); diff != "" {
			t.Errorf("batches of %d: %s", size, diff)
		}
	}
	if len(want) != 2 || want[0].Severity != finding.High {
		t.Errorf("%+v", want)
	}
}

// strip leaves out what prints as an address.
func strip(list []finding.Finding) []finding.Finding {
	for i := range list {
		list[i].DstPort = nil
	}
	return list
}

// TestJudge protects that what is told at once has the id that it will have in order,
// and is told once.
func TestJudge(t *testing.T) {
	r := mk(t, "telnet", "service_port:23", "client", nil)
	env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 10}
	e := detect.NewEngine(env, rule.NewSet([]*rule.Rule{r}), []detect.Detector{New(env, []detect.Numbered{{N: 0, Rule: r}})})
	b := detecttest.Batch(t, env.Registry, telnet(4))
	var now, again, later detecttest.Findings
	e.Judge(b, &now)
	e.Judge(b, &again)
	e.Run(b, &later)
	if len(now.All()) != 2 || len(again.All()) != 0 || len(later.All()) != 2 {
		t.Fatalf("%d, %d, %d findings", len(now.All()), len(again.All()), len(later.All()))
	}
	for _, f := range now.All() {
		if later.ByID[f.ID].Count != f.Count || f.Count != 2 {
			t.Errorf("%s: %d flows at once, %d in order", f.Entity, f.Count, later.ByID[f.ID].Count)
		}
	}
}
