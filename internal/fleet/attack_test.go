package fleet

import (
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
)

// withAttacks returns a small busy estate with every attack that cells can have.
func withAttacks() Config {
	c := HostsConfig(50, 3, 40_000, end)
	c.Format, _ = ParseFormat("5")
	c.Clients = 200
	c.Joined = Joined{VPCs: 3, Gateway: EveryAttachment, Share: 0.05}
	c.Plant.Attacks = Attacks()
	return c
}

// What is planted comes on top: without attacks the same background comes out, record
// for record, the internet's sweeps among it.
func TestAttacksTouchNothingElse(t *testing.T) {
	cfg := withAttacks()
	lines := func(cfg Config) map[string]int {
		out := map[string]int{}
		w, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.Records(t.Context(), func(r *Record) error {
			if r.Plant == 0 || w.plants[r.Plant-1].incident.Noise {
				out[string(r.AppendLine(nil))]++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	// An interface that fails does not write what it would have written.
	cfg.Plant.Attacks = slices.DeleteFunc(cfg.Plant.Attacks, func(a Attack) bool { return a.Family == finding.LogHealth })
	with := lines(cfg)
	cfg.Plant.Attacks = nil
	none := lines(cfg)
	if len(none) != len(with) {
		t.Errorf("%d lines of background without attacks, %d with", len(none), len(with))
	}
	for line, n := range none {
		if with[line] != n {
			t.Fatalf("%d times with attacks, %d times without: %s", with[line], n, line)
		}
	}
}

// witnessed is a counted flow of the logs.
type witnessed struct {
	src, dst   string
	start, end int64
	dport      uint16
	packets    uint64
	bytes      uint64
	opener     bool
	protocol   uint8
	reject     bool
}

// Every incident is in the records, as large as the truth says, and has the shape that
// makes it what it is.
func TestIncidentsAreInTheLogs(t *testing.T) {
	cfg := withAttacks()
	w, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	var flows []witnessed
	status := map[string][]Record{} // of interfaces, NODATA and SKIPDATA
	spoken := map[string][]int64{}  // starts of an interface's records
	plain := map[[2]any]int{}       // flows of the background by minute and interface
	extra := map[[2]any]int{}       // and of attacks
	truth, err := w.Records(t.Context(), func(r *Record) error {
		if r.Status != OK {
			status[r.Interface.ID] = append(status[r.Interface.ID], *r)
			return nil
		}
		spoken[r.Interface.ID] = append(spoken[r.Interface.ID], r.Start)
		for _, by := range []string{r.Interface.ID, r.Interface.Subnet, r.Interface.Network} {
			if k := [2]any{by, r.Start / 60}; r.Plant == 0 {
				plain[k]++
			} else {
				extra[k]++
			}
		}
		if r.Counted {
			flows = append(flows, witnessed{
				r.PktSrc.IP.String(), r.PktDst.IP.String(), r.Start, r.End, r.DstPort, r.Packets, r.Bytes, r.Opener, r.Protocol, r.Action == Reject,
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, h := range truth.Addresses {
		known[h.Address] = true
	}
	for _, a := range w.accounts {
		for _, p := range a.pools {
			for _, x := range p {
				known[x.IP.String()] = true
			}
		}
	}
	planted := truth.Planted.Incidents
	names := map[string]bool{}
	for _, n := range planted {
		if n.Noise {
			continue
		}
		names[n.Name] = true
		src, _ := n.Src.(string)
		dst, _ := n.Dst.(string)
		from := []string{src}
		if list, ok := n.Src.([]string); ok {
			from = list
		}
		var own []witnessed
		var sent, got int
		for _, f := range flows {
			if f.start < n.Start || f.start > n.End {
				continue
			}
			one := slices.Contains(from, f.src) && (dst == "" || f.dst == dst)
			two := slices.Contains(from, f.dst) && (dst == "" || f.src == dst)
			if one && f.opener {
				own = append(own, f)
				sent++
			} else if two && !f.opener {
				got++
			}
		}
		stranger := src != "" && !known[src] || dst != "" && !known[dst]
		if n.Name == "exposure:opened" || n.Type == finding.PacketsLost || n.Type == finding.Lateral {
			stranger = false // some of it lies before, elsewhere or at other ends
		}
		if stranger && int64(sent+got) != n.Flows {
			t.Errorf("%s: %d flows in the records, the truth says %d", n.Name, sent+got, n.Flows)
		}
		if stranger && (own[0].start != n.Start) {
			t.Errorf("%s: begins at %d, the truth says %d", n.Name, own[0].start, n.Start)
		}
		if n.Start < cfg.Start().Unix() || n.End > cfg.End.Unix() || n.End < n.Start {
			t.Errorf("%s: from %d to %d is not within the span", n.Name, n.Start, n.End)
		}
		checkShape(t, w, n, own, status, spoken)
		if n.Type == finding.Surge && strings.Contains("surge:flows surge:subnet surge:everywhere", n.Name) {
			usual, more := 0, 0
			for m := n.Start / 60; m <= n.End/60; m++ {
				usual += plain[[2]any{n.Entity.ID, m}]
				more += extra[[2]any{n.Entity.ID, m}]
			}
			if more < 60 || float64(usual+more) < 2.7*float64(usual) {
				t.Errorf("%s: %d records where %d are usual", n.Name, usual+more, usual)
			}
		}
	}
	for _, a := range Attacks() {
		if !names[a.Name()] {
			t.Errorf("%s was not planted", a.Name())
		}
	}
}

// checkShape checks what makes an incident one of its kind. own are the flows of the
// side that opens.
func checkShape(t *testing.T, w *World, n Incident, own []witnessed, status map[string][]Record, spoken map[string][]int64) {
	t.Helper()
	targets, perTarget, packets := map[[2]any]bool{}, map[string]int{}, map[uint64]int{}
	var bytes uint64
	for _, f := range own {
		targets[[2]any{f.dst, f.dport}] = true
		perTarget[f.dst]++
		packets[f.packets]++
		bytes += f.bytes
	}
	is := func(ok bool, what string) {
		t.Helper()
		if !ok {
			t.Errorf("%s: %s (%d flows, %d targets, %d bytes; %s)", n.Name, what, len(own), len(targets), bytes, n.About)
		}
	}
	gaps := func() (mean, worst float64) {
		var starts []int64
		for _, f := range own {
			starts = append(starts, f.start)
		}
		for i := 1; i < len(starts); i++ {
			mean += float64(starts[i]-starts[i-1]) / float64(len(starts)-1)
		}
		for i := 1; i < len(starts); i++ {
			worst = max(worst, max(float64(starts[i]-starts[i-1])/mean-1, 1-float64(starts[i]-starts[i-1])/mean))
		}
		return mean, worst
	}
	in := func(k listKind, a string) bool {
		ip := netip.MustParseAddr(a)
		return slices.ContainsFunc(w.nets.lists[k], func(p netip.Prefix) bool { return p.Contains(ip) })
	}
	switch {
	case n.Type == finding.Scan:
		is(len(targets) >= scanTargets, "fewer than ten targets")
		if n.Name == "scan:slow" {
			mean, worst := gaps()
			is(mean > 590 && mean < 610 && worst < 0.1, "is not one probe in ten minutes")
		}
		if n.Name == "scan:outbound" {
			is(len(perTarget) >= 50, "goes to few")
		}
	case n.Type == finding.Probe:
		is(len(targets) > 0 && len(targets) < scanTargets || n.Name == "probe:internal", "is no probe")
	case n.Type == finding.Guess:
		is(len(own) >= 30 && len(packets) == 1, "attempts are not many and equal")
	case n.Type == finding.GuessSuccess:
		is(len(packets) > 1 && packets[own[0].packets] >= 60, "no attempt stands out of many equal ones")
	case n.Name == "flood_in:bytes":
		is(bytes > 5e9, "too little")
	case n.Type == finding.FloodIn:
		is(len(own) >= 2000 && n.End-n.Start < 700, "too little")
	case n.Type == finding.FloodOut:
		is(len(own) >= 1000 && n.End-n.Start < 700, "too little")
	case n.Name == "exfil:slow":
		is(n.End-n.Start > 2*day && bytes > 1e8, "too short or too little")
	case n.Type == finding.Exfil:
		is(bytes > 1e9, "too little")
	case n.Name == "beacon:jitter0":
		_, worst := gaps()
		is(len(own) > 100 && worst < 0.02, "not by the clock")
	case n.Name == "beacon:jitter20":
		_, worst := gaps()
		is(worst > 0.12 && worst < 0.25, "jitter is not 20 %")
	case n.Name == "beacon:jitter50":
		_, worst := gaps()
		is(worst > 0.35 && worst < 0.6, "jitter is not 50 %")
	case n.Name == "beacon:ipv6":
		is(strings.Contains(n.Src.(string), ":") && strings.Contains(n.Dst.(string), ":"), "is not over IPv6")
	case n.Type == finding.LongConnection:
		is(n.End-n.Start > 6*hour && n.Connections == 1, "too short")
	case n.Type == finding.LowSlow:
		is(n.End-n.Start > 2*day && bytes < 1000*uint64(len(own)), "too short or too much")
	case n.Type == finding.ShortConnections:
		is(n.Connections > 100 && n.End-n.Start <= 660, "too few")
	case n.Type == finding.RejectSurge:
		is(len(own) == 0 || own[0].reject, "nothing is refused")
		is(n.Connections >= 150, "too few")
	case n.Type == finding.KnownBad:
		is(in(knownBad, n.Dst.(string)) || in(knownBad, n.Src.(string)), "is not on the list")
	case n.Type == finding.ForbiddenSource:
		is(in(forbiddenSources, n.Src.(string)), "is not on the list")
	case n.Name == "forbidden_destination:range":
		is(in(forbiddenDestinations, n.Dst.(string)), "is not on the list")
	case n.Name == "log_health:silent":
		is(!slices.ContainsFunc(spoken[n.Entity.ID], func(at int64) bool { return at >= n.Start && at < n.End-1 }), "the interface is not silent")
		is(len(spoken[n.Entity.ID]) > 100, "the interface has no traffic otherwise")
	case n.Name == "log_health:nodata", n.Name == "log_health:skipdata":
		want := map[string]Status{"log_health:nodata": NoData, "log_health:skipdata": SkipData}[n.Name]
		is(slices.ContainsFunc(status[n.Entity.ID], func(r Record) bool { return r.Status == want && r.Start >= n.Start && r.End <= n.End }), "no record says so")
	}
}

// The internet's scanners are in the truth: every source that knocked, as a scan from
// ten targets on, else as a probe.
func TestVisitorsAreCounted(t *testing.T) {
	cfg := withAttacks()
	cfg.Plant.Attacks = nil
	w, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	type seen struct {
		targets     map[[2]any]bool
		first, last int64
		n           int64
	}
	want := map[string]*seen{}
	pool := map[netip.Addr]bool{}
	for _, a := range w.accounts {
		for _, x := range a.pools[sweepers] {
			pool[x.IP] = true
		}
		for _, c := range a.cells {
			for _, x := range c.scanners {
				pool[x.IP] = true
			}
		}
	}
	truth, err := w.Records(t.Context(), func(r *Record) error {
		if r.Counted && r.Opener && (pool[r.PktSrc.IP] || r.Plant > 0) {
			k := r.PktSrc.IP.String()
			if want[k] == nil {
				want[k] = &seen{targets: map[[2]any]bool{}, first: r.Start}
			}
			s := want[k]
			s.first, s.last = min(s.first, r.Start), max(s.last, r.End)
			s.n++
			if r.Protocol != icmp {
				s.targets[[2]any{r.Interface.ID, r.DstPort}] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	scans := 0
	for _, n := range truth.Planted.Incidents {
		s := want[n.Src.(string)]
		if s == nil || !n.Noise || *n.Page {
			t.Fatalf("%+v is not of the internet", n)
		}
		family := finding.Probe
		if len(s.targets) >= scanTargets {
			family = finding.Scan
			scans++
		}
		if n.Type != family || n.Connections != s.n || n.Start != s.first || n.End != s.last {
			t.Errorf("%s: %s %d %d %d, want %s %d %d %d", n.Src, n.Type, n.Connections, n.Start, n.End, family, s.n, s.first, s.last)
		}
	}
	if len(want) != len(truth.Planted.Incidents) || scans < 10 {
		t.Errorf("%d sources in the truth, %d scans among them; %d in the records", len(truth.Planted.Incidents), scans, len(want))
	}
}

// Attacks repeat to the byte, whatever the number of workers, and other seeds have
// others.
func TestAttacksRepeat(t *testing.T) {
	cfg := withAttacks()
	cfg.Records, cfg.Workers = 10_000, 1
	cfg.Delivery.Late, cfg.Delivery.Twice = 0.1, 0.1
	cfg.Plant.SkipGap = true
	one, _ := digest(t, cfg)
	cfg.Workers = 4
	if again, _ := digest(t, cfg); again != one {
		t.Error("four workers made other bytes than one")
	}
	planted := func(seed uint64) map[string]Incident {
		cfg.Seed = seed
		w, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]Incident{}
		for _, p := range w.plants {
			out[p.incident.Name] = p.incident
		}
		return out
	}
	a, b := planted(1), planted(2)
	for name, n := range a {
		if m := b[name]; n.Src != nil && cmp.Equal(n.Src, m.Src) && cmp.Equal(n.Dst, m.Dst) && n.DstPort == m.DstPort && n.About == m.About {
			t.Errorf("%s is the same with another seed: %v %v %d", name, n.Src, n.Dst, n.DstPort)
		}
	}
}

// With attacks, lost records and long intervals, what one witness of each window says
// still adds up to the truth.
func TestCountsHold(t *testing.T) {
	f := func(name string, change func(*Config)) {
		t.Helper()
		cfg := withAttacks()
		cfg.Records = 15_000
		change(&cfg)
		var sum Sums
		var records int64
		truth, err := Records(t.Context(), cfg, func(r *Record) error {
			records++
			if r.Counted {
				sum.add(1, r.Bytes, r.Packets)
			}
			if r.Start < cfg.Start().Unix() || r.End > cfg.End.Unix() || r.End < r.Start {
				t.Fatalf("%s: record from %d to %d", name, r.Start, r.End)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var want, edges Sums
		for _, s := range truth.Flows {
			want.add(s.Flows, s.Bytes, s.Packets)
		}
		for _, e := range truth.Edges {
			edges.add(e.Out.Flows+e.Back.Flows, e.Out.Bytes+e.Back.Bytes, e.Out.Packets+e.Back.Packets)
		}
		if sum != want || edges != want || records != truth.Records.Total {
			t.Errorf("%s: counted %+v in %d records, truth %+v, by edge %+v, %d records", name, sum, records, want, edges, truth.Records.Total)
		}
	}
	f("attacks", func(*Config) {})
	f("lost records", func(c *Config) { c.Plant.SkipGap = true })
	f("ten minutes", func(c *Config) { c.Aggregate = 10 * time.Minute })
	f("IPv6", func(c *Config) { c.SixToo, c.Plant.Six = true, true })
	f("twice each, ten hosts, a day", func(c *Config) { c.Hosts, c.Days, c.Plant.Repeat = 10, 1, 2 })
}
