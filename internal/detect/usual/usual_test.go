package usual

import (
	"fmt"
	"math"
	"math/rand/v2"
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

func more(value, where string, minimum float64, per ...string) *rule.Rule {
	r := &rule.Rule{ID: "more-" + value, Title: value, Severity: finding.Medium, Weir: rule.Weir{
		Family: finding.Surge, Realert: 4 * time.Hour,
		MoreThanUsual: &rule.MoreThanUsual{Value: value, Per: per, Every: 10 * time.Minute, Risk: 1e-6, Minimum: minimum},
	}}
	if where != "" {
		f, err := filter.Compile(where, filter.Options{})
		if err != nil {
			panic(err)
		}
		r.Filter = f
	}
	return r
}

// site is some interfaces with a daily and weekly rhythm, a record a minute each whose
// packets are the number that is judged.
type site struct {
	dice       *rand.Rand
	interfaces int
	days       int
	mean       func(n int) float64 // packets a minute at noon
	boost      func(n int, at time.Duration) float64
	subnet     func(n int) string
	vpc        func(n int) string
}

func newSite(seed uint64, interfaces, days int) *site {
	return &site{
		dice: rand.New(rand.NewPCG(seed, 1)), interfaces: interfaces, days: days,
		mean:   func(n int) float64 { return 5 * math.Pow(1.25, float64(n%20)) },
		boost:  func(int, time.Duration) float64 { return 1 },
		subnet: func(n int) string { return fmt.Sprintf("subnet-%d", n/5) },
		vpc:    func(n int) string { return fmt.Sprintf("vpc-%d", n/20) },
	}
}

// draw is a number of events with a mean that scatters by a tenth.
func (s *site) draw(mean float64) uint64 {
	mean *= math.Exp(0.1*s.dice.NormFloat64() - 0.005)
	if mean > 50 {
		return uint64(max(0, math.Round(mean+math.Sqrt(mean)*s.dice.NormFloat64())))
	}
	n, p, limit := uint64(0), s.dice.Float64(), math.Exp(-mean)
	for p > limit {
		p *= s.dice.Float64()
		n++
	}
	return n
}

func rhythm(at time.Duration) float64 {
	h := at.Hours()
	x := 0.55 - 0.4*math.Cos(2*math.Pi*(h-3)/24)
	week := math.Mod(h, 168)
	weekend := min(max((week-114)/12, 0), max((168-week)/12, 0), 1) // Friday 18:00 to Monday 0:00
	return x * (1 - weekend/2)
}

// run shows the site to a detector day by day and returns what it finds.
func (s *site) run(t testing.TB, rules ...*rule.Rule) []finding.Finding {
	t.Helper()
	env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 14}
	var numbered []detect.Numbered
	for n, r := range rules {
		numbered = append(numbered, detect.Numbered{N: n, Rule: r})
	}
	e := detect.NewEngine(env, rule.NewSet(rules), []detect.Detector{New(env, numbered)})
	var out detecttest.Findings
	for day := range s.days {
		var flows []detecttest.Flow
		for m := range 24 * 60 {
			at := time.Duration(day)*24*time.Hour + time.Duration(m)*time.Minute
			for n := range s.interfaces {
				packets := s.draw(s.mean(n) * rhythm(at) * s.boost(n, at))
				if packets == 0 {
					continue
				}
				flows = append(flows, detecttest.Flow{
					At: at, Src: fmt.Sprintf("10.1.%d.%d", n/250, n%250+1), Dst: "10.2.0.9", SrcPort: 40000, DstPort: 443, Packets: packets, Bytes: packets * 100, Flags: 2,
					Context: map[record.FieldID]string{record.InterfaceID: fmt.Sprintf("eni-%d", n), record.SubnetID: s.subnet(n), record.VPCID: s.vpc(n)},
				})
			}
		}
		e.Run(detecttest.Batch(t, env.Registry, flows), &out)
	}
	e.Advance(detecttest.Epoch.Add(time.Duration(s.days)*24*time.Hour).UnixNano(), &out)
	return out.All()
}

// TestThreefold protects the bar: a threefold rise of ten minutes at any moment is
// found, and next to nothing else.
func TestThreefold(t *testing.T) {
	interfaces, days := 40, 12
	if testing.Short() {
		interfaces = 20
	}
	s := newSite(7, interfaces, days)
	// From the eighth day on every interface surges twice, each at its own times: the
	// first must not hide the second.
	const again = 37 * time.Hour
	starts := map[int]time.Duration{}
	for n := range interfaces {
		starts[n] = 9*24*time.Hour + time.Duration((n*67+s.dice.IntN(60))%((s.days-9)*24*60-30))*time.Minute
	}
	surges := func(n int, at time.Duration) bool {
		return at >= starts[n] && at < starts[n]+10*time.Minute || at >= starts[n]-again && at < starts[n]-again+10*time.Minute
	}
	s.boost = func(n int, at time.Duration) float64 {
		if surges(n, at) {
			return 3
		}
		return 1
	}
	found := s.run(t, more("sum(packets)", "", 50, "interface_id"))
	hit, all, wrong := 0, 0, 0
	var late time.Duration
	within := func(f finding.Finding, from time.Duration) bool {
		at := f.Found.Sub(detecttest.Epoch)
		return at >= from && at <= from+20*time.Minute
	}
	for n := range interfaces {
		for _, from := range []time.Duration{starts[n] - again, starts[n]} {
			if s.mean(n)*rhythm(from)*10 < 50 { // too few to tell
				continue
			}
			all++
			ok := false
			for _, f := range found {
				if f.Entity.ID == fmt.Sprintf("eni-%d", n) && within(f, from) {
					ok = true
					late += f.Found.Sub(detecttest.Epoch) - from
				}
			}
			if ok {
				hit++
			} else {
				t.Logf("missed eni-%d (%.0f in ten minutes) at %s", n, s.mean(n)*rhythm(from)*10, from)
			}
		}
	}
	for _, f := range found {
		from := starts[number(f.Entity.ID)]
		if f.Entity.Kind != finding.KindInterface || !within(f, from) && !within(f, from-again) {
			wrong++
			t.Logf("false: %s %s", f.Found, f.Why)
		}
	}
	t.Logf("%d of %d found after %s on average, %d false in %d series-days", hit, all, late/time.Duration(max(1, hit)), wrong, interfaces*days)
	if float64(hit) < 0.95*float64(all) || wrong > 1 {
		t.Errorf("%d of %d found, %d false", hit, all, wrong)
	}
}

func number(id string) int {
	var n int
	fmt.Sscanf(id, "eni-%d", &n)
	return n
}

// TestYoungLeap protects that large transfers of the first week, which nothing is told
// of then, are neither told when they come again at their hours nor hide another at any
// other hour.
func TestYoungLeap(t *testing.T) {
	s := newSite(11, 2, 12)
	jobs, other := []time.Duration{28*time.Hour + 20*time.Minute, 57 * time.Hour, 69 * time.Hour}, 7*24*time.Hour+16*time.Hour+50*time.Minute
	s.boost = func(n int, at time.Duration) float64 {
		during := func(from time.Duration) bool { return at >= from && at < from+10*time.Minute }
		again := func(from time.Duration) bool { return during(from) || during(from+7*24*time.Hour) }
		switch {
		case n == 1 && slices.ContainsFunc(jobs, again):
			return 1000
		case n == 1 && during(other):
			return 5000
		}
		return math.Exp(1.5 * s.dice.NormFloat64()) // as uneven as transfers are
	}
	got := s.run(t, more("sum(packets)", "", 20000, "interface_id"))
	if len(got) != 1 || got[0].Entity.ID != "eni-1" || got[0].Found.Sub(detecttest.Epoch)-other > 10*time.Minute || got[0].Found.Sub(detecttest.Epoch) < other {
		for _, f := range got {
			t.Errorf("want the one at %s: %s %s", detecttest.Epoch.Add(other).Format(time.DateTime), f.Found.Format(time.DateTime), f.Why)
		}
	}
}

// TestFirstWeekly protects that a job which comes once a week is not told when it first
// comes to a host that moves next to none, and that one which comes to another host once
// that had its week is.
func TestFirstWeekly(t *testing.T) {
	s := newSite(13, 2, 12)
	s.mean = func(int) float64 { return 60 }
	first, other := 4*24*time.Hour+4*time.Hour+40*time.Minute, 8*24*time.Hour+16*time.Hour+50*time.Minute
	s.boost = func(n int, at time.Duration) float64 {
		during := func(from time.Duration) bool { return at >= from && at < from+10*time.Minute }
		if n == 0 && (during(first) || during(first+7*24*time.Hour)) || n == 1 && during(other) {
			return 200
		}
		return 1
	}
	got := s.run(t, more("sum(packets)", "", 20000, "interface_id"))
	if len(got) != 1 || got[0].Entity.ID != "eni-1" {
		for _, f := range got {
			t.Errorf("want that of eni-1 at %s: %s %s", detecttest.Epoch.Add(other).Format(time.DateTime), f.Found.Format(time.DateTime), f.Why)
		}
		if len(got) == 0 {
			t.Error("nothing is told")
		}
	}
}

// TestScope protects that what surges together is one finding about what it shares.
func TestScope(t *testing.T) {
	f := func(name string, seed uint64, who func(n int) bool, want finding.Entity, shares int) {
		t.Helper()
		s := newSite(seed, 20, 5)
		s.vpc = func(n int) string { return fmt.Sprintf("vpc-%d", n/10) }
		s.mean = func(int) float64 { return 60 }
		at0 := 4*24*time.Hour + 11*time.Hour + 3*time.Minute
		s.boost = func(n int, at time.Duration) float64 {
			if who(n) && at >= at0 && at < at0+10*time.Minute {
				return 3
			}
			return 1
		}
		got := s.run(t, more("sum(packets)", "", 50, "interface_id"), more("sum(bytes)", "", 5000, "interface_id"))
		if len(got) != 1 || got[0].Entity != want || len(got[0].Scope) < shares {
			for _, g := range got {
				t.Errorf("%s: %s %s: %s %v", name, g.Entity.Kind, g.Entity, g.Why, g.Scope)
			}
			if len(got) == 0 {
				t.Errorf("%s: nothing", name)
			}
			return
		}
		g := got[0]
		t.Logf("%s", g.Why)
		if g.Usual == nil || g.Usual.High <= g.Usual.Low || g.Count == 0 || g.Evidence.Filter == "" || g.Found.Sub(detecttest.Epoch)-at0 > 10*time.Minute {
			t.Errorf("%s: %+v", name, g)
		}
		if _, err := filter.Compile(g.Evidence.Filter, filter.Options{}); err != nil {
			t.Error(err)
		}
	}
	f("an interface", 1, func(n int) bool { return n == 3 }, finding.Entity{Kind: finding.KindInterface, ID: "eni-3"}, 3)
	f("a subnet", 2, func(n int) bool { return n/5 == 1 }, finding.Entity{Kind: finding.KindSubnet, ID: "subnet-1"}, 6)
	f("a VPC", 3, func(n int) bool { return n < 10 }, finding.Entity{Kind: finding.KindVPC, ID: "vpc-0"}, 10)
	f("everywhere", 4, func(int) bool { return true }, finding.Entity{Kind: finding.KindSource, ID: "everywhere"}, 10)
}

// TestCold protects that the first days are quiet except for the extreme.
func TestCold(t *testing.T) {
	s := newSite(5, 10, 2)
	at0 := 30*time.Hour + 20*time.Minute
	factor := 4.0
	s.boost = func(n int, at time.Duration) float64 {
		if n == 7 && at >= at0 && at < at0+10*time.Minute {
			return factor
		}
		return 1
	}
	if got := s.run(t, more("sum(packets)", "", 50, "interface_id")); len(got) != 0 {
		t.Errorf("four times in two days: %+v", got)
	}
	factor, s.dice = 100, rand.New(rand.NewPCG(5, 1))
	if got := s.run(t, more("sum(packets)", "", 50, "interface_id")); len(got) != 1 {
		t.Errorf("a hundred times: %+v", got)
	}
}

// TestBorders protects that findings depend neither on how rows come in batches nor on
// the order of flows in the input, and that state can be written down.
func TestBorders(t *testing.T) {
	var flows []detecttest.Flow
	dice := rand.New(rand.NewPCG(9, 9))
	for m := range 26 * 60 {
		at := time.Duration(m) * time.Minute
		for n := range 3 {
			k := 1 + dice.IntN(2)
			if n == 1 && m > 25*60 && m < 25*60+10 {
				k = 300
			}
			for j := range k {
				flows = append(flows, detecttest.Flow{
					At: at + time.Duration(j%60)*time.Second, Src: fmt.Sprintf("10.1.0.%d", n), Dst: fmt.Sprintf("10.2.0.%d", dice.IntN(9)), SrcPort: uint16(30000 + j), DstPort: 443, Packets: 3, Bytes: 300, Flags: 3,
					Context: map[record.FieldID]string{record.InterfaceID: fmt.Sprintf("eni-%d", n)},
				})
			}
		}
	}
	rules := []*rule.Rule{more("count", "tcp_flags:&3", 20, "interface_id"), more("uniq(srcport)", "", 20, "interface_id"), more("count", "", 20, "srcaddr")}
	rules[2].ID = "by-source"
	run := func(size int) string {
		env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 10), Keys: 1 << 10}
		d := New(env, []detect.Numbered{{N: 0, Rule: rules[0]}, {N: 1, Rule: rules[1]}, {N: 2, Rule: rules[2]}})
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
		e.Advance(all.Col(record.Start).Time[all.Len()-1]+int64(time.Hour), &out)
		var b strings.Builder
		for _, f := range out.All() {
			if f.DstPort != nil {
				fmt.Fprintf(&b, "port %d ", *f.DstPort)
			}
			f.DstPort = nil
			fmt.Fprintf(&b, "%+v %+v\n", f, f.Usual)
		}
		return b.String()
	}
	want := run(1 << 20)
	if strings.Count(want, "\n") != 1 {
		t.Errorf("findings: %s", want)
	}
	for _, size := range []int{50, 700, 2001} {
		rand.Shuffle(len(flows), func(i, j int) { flows[i], flows[j] = flows[j], flows[i] })
		if diff := cmp.Diff(want, run(size)); diff != "" {
			t.Errorf("batches of %d: %s", size, diff)
		}
	}
}

// TestLived protects that a rise does not hide itself: what a series had in the last
// hour is not yet what it had all the time.
func TestLived(t *testing.T) {
	var v series
	for i := range int64(12) {
		v.lived(i*10*minute, 5)
	}
	v.lived(120*minute, 1000)
	v.lived(130*minute, 2000)
	if v.Most != 5 {
		t.Errorf("the most was %v while it rises, want 5", v.Most)
	}
	for i := int64(14); i < 30; i++ {
		v.lived(i*10*minute, 5)
	}
	if v.Most != 2000 {
		t.Errorf("the most is %v hours later, want 2000", v.Most)
	}
}

// TestSecondAddress protects that a host is judged by what it never did, though it does
// it from an address that it never had.
func TestSecondAddress(t *testing.T) {
	run := func(iface string) int {
		var flows []detecttest.Flow
		for h := range 5 * 24 {
			flows = append(flows, detecttest.Flow{
				At: time.Duration(h) * time.Hour, Src: "10.1.0.1", Dst: "10.2.0.1", SrcPort: 40000, DstPort: 443, Packets: 9, Bytes: 900, Flags: 3,
				SrcSide: map[int]string{record.SideInterface: "eni-7"},
			})
		}
		for n := range 90 {
			flows = append(flows, detecttest.Flow{
				At: 4*24*time.Hour + time.Duration(n)*6*time.Second, Src: "fd00::7", Dst: fmt.Sprintf("2001:db8:%x::1", n), SrcPort: uint16(40000 + n), DstPort: 25, Packets: 9, Bytes: 900, Flags: 3,
				SrcSide: map[int]string{record.SideInterface: iface},
			})
		}
		return len(detecttest.Run(t, []*rule.Rule{more("uniq(dstaddr)", "dstport:25", 20, "srcaddr")}, New, flows, time.Hour))
	}
	if n := run("eni-7"); n != 1 {
		t.Errorf("a host of four days: %d findings, want 1", n)
	}
	if n := run("eni-8"); n != 0 {
		t.Errorf("a host that is new: %d findings, want none", n)
	}
}
