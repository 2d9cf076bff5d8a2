package health

import (
	"fmt"
	"slices"
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

func silent(of string) *rule.Rule {
	s := rule.DefaultSilent
	s.Of = of
	return &rule.Rule{ID: "silent-" + of, Title: of, Severity: finding.Medium, Weir: rule.Weir{Family: finding.LogHealth, Settings: s}}
}

// logs are the records of an interface, one each so often in [from, to).
func logs(eni, subnet string, from, to, every time.Duration) []detecttest.Flow {
	var flows []detecttest.Flow
	for at := from; at < to; at += every {
		flows = append(flows, detecttest.Flow{
			At: at, Src: "10.0.0.5", Dst: "10.0.1.9", SrcPort: 40000, DstPort: 443, Packets: 9, Bytes: 900, Flags: 2,
			Context: map[record.FieldID]string{record.InterfaceID: eni, record.SubnetID: subnet},
		})
	}
	return flows
}

func nodata(flows []detecttest.Flow) []detecttest.Flow {
	for i := range flows {
		flows[i].Src, flows[i].Dst = "", ""
		flows[i].Context[record.LogStatus] = record.StatusNoData
	}
	return flows
}

const oneDay = 24 * time.Hour

// TestSilent protects that an interface that stops to log is found by its own habit,
// and that the finding ends when it logs again.
func TestSilent(t *testing.T) {
	others := logs("eni-2", "subnet-2", 0, 3*oneDay, 5*time.Minute)
	f := func(name string, flows []detecttest.Flow, want ...string) []finding.Finding {
		t.Helper()
		got := detecttest.Run(t, []*rule.Rule{silent("records")}, New, append(flows, others...), time.Minute)
		var names []string
		for _, g := range got {
			text := string(g.Entity.Kind) + " " + g.Entity.ID
			if g.Resolved {
				text += " back"
			}
			names = append(names, text)
		}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		return got
	}
	got := f("gone", logs("eni-1", "subnet-1", 0, 2*oneDay, time.Minute), "interface eni-1")
	if len(got) == 1 {
		m, since := got[0].Evidence.Missing, detecttest.Epoch.Add(2*oneDay-time.Minute)
		if m == nil || m.InterfaceID != "eni-1" || !m.Since.Equal(since) || got[0].Found.Sub(since) > 40*time.Minute || got[0].Page || got[0].Severity != finding.Medium {
			t.Errorf("%+v %+v", got[0], m)
		}
		if want := "eni-1 logs nothing since 2026-03-03 23:59:00 UTC, for 37 min by now; it never paused longer than 1 min in the week before."; got[0].Why != want {
			t.Errorf("why %q", got[0].Why)
		}
	}
	back := append(logs("eni-1", "subnet-1", 0, 2*oneDay, time.Minute), logs("eni-1", "subnet-1", 2*oneDay+3*time.Hour, 3*oneDay, time.Minute)...)
	f("back", back, "interface eni-1 back")
	f("young", logs("eni-1", "subnet-1", oneDay, 2*oneDay-time.Hour, time.Minute))
	f("rare", logs("eni-1", "subnet-1", 0, 2*oneDay+12*time.Hour, 6*time.Hour))
	f("sparse", append(logs("eni-1", "subnet-1", 0, 2*oneDay, time.Hour), logs("eni-1", "subnet-1", 2*oneDay+2*time.Hour, 3*oneDay, time.Hour)...))
	// Its own record of tomorrow is not late, and a NODATA is a record.
	f("idle", append(logs("eni-1", "subnet-1", 0, 2*oneDay, time.Minute), nodata(logs("eni-1", "subnet-1", 2*oneDay, 3*oneDay, time.Minute))...))

	many := func(subnets int) (flows []detecttest.Flow) {
		for n := range 4 {
			flows = append(flows, logs(fmt.Sprintf("eni-1%d", n), fmt.Sprintf("subnet-1%d", n%subnets), 0, 2*oneDay+time.Duration(n)*time.Minute, time.Minute)...)
		}
		return flows
	}
	got = f("a subnet", many(1), "subnet subnet-10")
	if len(got) == 1 && (got[0].Severity != finding.High || !got[0].Page || !strings.HasPrefix(got[0].Why, "4 interfaces of subnet-10 log")) {
		t.Errorf("%+v", got[0])
	}
	got = f("a VPC", many(2), "vpc vpc-1")
	if len(got) == 1 && (len(got[0].Scope) != 2 || got[0].Scope[0].Share != 0.5) {
		t.Errorf("%+v", got[0].Scope)
	}
	// A deployment: as many come as go.
	fresh := many(1)
	for n := range 4 {
		fresh = append(fresh, logs(fmt.Sprintf("eni-2%d", n), "subnet-10", 2*oneDay-10*time.Minute, 3*oneDay, time.Minute)...)
	}
	got = f("replaced", fresh, "subnet subnet-10")
	if len(got) == 1 && (got[0].Page || got[0].Severity != finding.Info) {
		t.Errorf("replaced: %+v", got[0])
	}
	// Others see it send: it lives, and only its log is gone.
	alive := logs("eni-3", "subnet-2", 2*oneDay, 3*oneDay, time.Minute)
	for i := range alive {
		alive[i].SrcSide = map[int]string{record.SideInterface: "eni-1"}
	}
	got = f("alive", append(logs("eni-1", "subnet-1", 0, 2*oneDay, time.Minute), alive...), "interface eni-1")
	if len(got) == 1 && (!got[0].Page || !strings.Contains(got[0].Why, "others still see it send")) {
		t.Errorf("alive: %+v", got[0])
	}
}

// TestNoData protects that heartbeats in the place of traffic are found, and that an
// interface that is always idle is not.
func TestNoData(t *testing.T) {
	flows := append(logs("eni-1", "subnet-1", 0, 2*oneDay, time.Minute), nodata(logs("eni-1", "subnet-1", 2*oneDay, 3*oneDay, time.Minute))...)
	flows = append(flows, nodata(logs("eni-2", "subnet-1", 0, 3*oneDay, time.Minute))...)
	got := detecttest.Run(t, []*rule.Rule{silent("traffic"), silent("records")}, New, flows, time.Minute)
	if len(got) != 1 || got[0].Rule != "silent-traffic" || got[0].Entity.ID != "eni-1" {
		t.Fatalf("%+v", got)
	}
	if want := "interface_id:eni-1 AND log_status:NODATA"; got[0].Evidence.Filter != want {
		t.Errorf("evidence %q", got[0].Evidence.Filter)
	}
	if _, err := filter.Compile(got[0].Evidence.Filter, filter.Options{}); err != nil {
		t.Error(err)
	}
}

// TestOnePauseStandsOut protects that one long pause of a week does not hide a silence that
// no other day has the like of, and that two do.
func TestOnePauseStandsOut(t *testing.T) {
	week := func(long ...int) (flows []detecttest.Flow) { // pauses of 40 minutes a day, and of 70 on some
		for n := range 6 {
			pause := 40 * time.Minute
			if slices.Contains(long, n) {
				pause = 70 * time.Minute
			}
			from := time.Duration(n) * oneDay
			flows = append(flows, logs("eni-1", "subnet-1", from, from+12*time.Hour, 5*time.Minute)...)
			flows = append(flows, logs("eni-1", "subnet-1", from+12*time.Hour+pause, from+oneDay, 5*time.Minute)...)
		}
		return append(flows, logs("eni-1", "subnet-1", 6*oneDay+3*time.Hour, 7*oneDay, 5*time.Minute)...)
	}
	others := logs("eni-2", "subnet-2", 0, 7*oneDay, 5*time.Minute)
	for _, c := range []struct {
		long []int
		want int
	}{{nil, 1}, {[]int{2}, 1}, {[]int{2, 4}, 0}} {
		got := detecttest.Run(t, []*rule.Rule{silent("records")}, New, append(week(c.long...), others...), time.Minute)
		if len(got) != c.want {
			t.Errorf("long pauses on days %v: %+v", c.long, got)
		}
	}
}

// TestAbsence protects the general rule: what used to be there and is no more.
func TestAbsence(t *testing.T) {
	where, err := filter.Compile("dstport:443", filter.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := &rule.Rule{ID: "backup", Title: "backup", Severity: finding.High, Filter: where,
		Weir: rule.Weir{Family: finding.LogHealth, Absence: &rule.Absence{For: 2 * time.Hour, Per: []string{"srcaddr", "dstaddr"}, Of: 3}}}
	other := logs("eni-2", "subnet-2", 0, oneDay, 10*time.Minute)
	for i := range other {
		other[i].DstPort = 80
	}
	f := func(name string, flows []detecttest.Flow, want int, resolved bool) {
		t.Helper()
		got := detecttest.Run(t, []*rule.Rule{r}, New, append(flows, other...), time.Minute)
		if len(got) != want || want > 0 && (got[0].Resolved != resolved || got[0].Evidence.Missing == nil || got[0].Entity.ID != "10.0.0.5 > 10.0.1.9") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	f("gone", logs("eni-1", "subnet-1", 0, 10*time.Hour, time.Hour), 1, false)
	f("back", append(logs("eni-1", "subnet-1", 0, 10*time.Hour, time.Hour), logs("eni-1", "subnet-1", 14*time.Hour, oneDay, time.Hour)...), 1, true)
	f("twice only", logs("eni-1", "subnet-1", 0, 2*time.Hour, time.Hour), 0, false)
	f("there", logs("eni-1", "subnet-1", 0, oneDay, time.Hour), 0, false)
}

// TestBorders protects that findings do not depend on how rows come in batches, and
// that state can be written down in between.
func TestBorders(t *testing.T) {
	flows := append(logs("eni-1", "subnet-1", 0, 2*oneDay, 7*time.Minute), logs("eni-3", "subnet-1", 0, 2*oneDay, 3*time.Minute)...)
	flows = append(flows, logs("eni-2", "subnet-2", 0, 3*oneDay, 5*time.Minute)...)
	rules := []*rule.Rule{silent("records"), silent("traffic")}
	run := func(size int) string {
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 10}
		d := New(env, []detect.Numbered{{N: 0, Rule: rules[0]}, {N: 1, Rule: rules[1]}})
		e := detect.NewEngine(env, rule.NewSet(rules), []detect.Detector{d})
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
		var b strings.Builder
		for _, f := range out.All() {
			m := *f.Evidence.Missing
			f.Evidence.Missing = nil
			fmt.Fprintf(&b, "%+v %+v\n", f, m)
		}
		return b.String()
	}
	want := run(1 << 20)
	if strings.Count(want, "\n") != 1 || !strings.Contains(want, "2 interfaces of subnet-1") {
		t.Errorf("findings: %s", want)
	}
	for _, size := range []int{1, 50, 333} {
		if diff := cmp.Diff(want, run(size)); diff != "" {
			t.Errorf("batches of %d: %s", size, diff)
		}
	}
}
