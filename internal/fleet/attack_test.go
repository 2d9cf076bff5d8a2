package fleet

import (
	"bytes"
	"net/netip"
	"os"
	"path/filepath"
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
			if more < 60 || float64(usual+more) < 2.4*float64(usual) {
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

// Records of ten minutes are fewer and longer, and the bytes are about the same.
func TestAggregate(t *testing.T) {
	sums := func(d time.Duration) (records int, bytes float64, longest int64) {
		cfg := HostsConfig(30, 2, 0, end)
		cfg.Clients, cfg.Aggregate, cfg.Records = 200, d, 0
		_, err := Records(t.Context(), cfg, func(r *Record) error {
			records++
			bytes += float64(r.Bytes)
			if r.Status == OK {
				longest = max(longest, r.End-r.Start)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return records, bytes, longest
	}
	n, b, longest := sums(time.Minute)
	n10, b10, longest10 := sums(10 * time.Minute)
	if n10 >= n || b10 < 0.7*b || b10 > 1.4*b || longest > 60 || longest10 < 500 || longest10 > 600 {
		t.Errorf("of a minute: %d records, %g bytes, up to %d s; of ten: %d, %g, %d s", n, b, longest, n10, b10, longest10)
	}
}

// Late files say so in name and time, and double ones hold the same bytes; a file's time
// is behind its last record.
func TestDelivery(t *testing.T) {
	cfg := withAttacks()
	cfg.Records, cfg.Layout, cfg.Joined = 10_000, Flat, Joined{}
	cfg.Plant.Attacks, _ = ParseAttacks("log_health:late")
	cfg.Delivery.Late, cfg.Delivery.Twice = 0.2, 0.2
	dir := t.TempDir()
	truth, err := Write(t.Context(), dir, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	late, twice, announced := 0, 0, 0
	read(t, dir, func(name, text string) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if rest, again := strings.CutPrefix(name, "again_"); again {
			twice++
			one, _ := os.ReadFile(filepath.Join(dir, name))
			two, _ := os.ReadFile(filepath.Join(dir, rest))
			if !bytes.Equal(one, two) {
				t.Errorf("%s is not what came before", name)
			}
			return
		}
		lines := strings.Split(strings.TrimSpace(text), "\n")
		last := int64(0)
		at := slices.Index(strings.Fields(lines[0]), "start")
		for _, line := range lines[1:] {
			last = max(last, atoi(t, strings.Fields(line)[at]))
		}
		behind := info.ModTime().Unix() - last
		if behind < 0 {
			t.Errorf("%s came before its last record", name)
		}
		stamp, err := time.Parse("20060102T1504Z", strings.Split(name, "_")[4])
		if err != nil {
			t.Fatal(err)
		}
		if behind > 2*hour {
			late++
			if stamp.Unix() < last+hour {
				t.Errorf("%s bears an early time", name)
			}
			n := truth.Planted.Incidents[0]
			if strings.Contains(name, n.Entity.ID) && last >= n.Start && last < n.End+hour {
				announced++
			}
		}
	})
	if late < 10 || twice < 10 || announced < 3 {
		t.Errorf("%d late files, %d of them of the flow log that is late, %d double ones", late, announced, twice)
	}
}

func TestParseAttacks(t *testing.T) {
	f := func(list string, want int) {
		t.Helper()
		got, err := ParseAttacks(list)
		if err != nil || len(got) != want {
			t.Errorf("%s: %d attacks (%v), want %d", list, len(got), err, want)
		}
	}
	f("all", len(Attacks()))
	f("none", 0)
	f("", 0)
	f("beacon:jitter50", 1)
	f("scan", 8)
	f("scan, guess:slow,scan:slow", 9)
	if _, err := ParseAttacks("scan,nope"); err == nil {
		t.Error("an unknown attack is no error")
	}
	families := map[finding.Family]bool{}
	for i, a := range Attacks() {
		families[a.Family] = true
		if a.Does == "" || slices.ContainsFunc(Attacks()[:i], func(b Attack) bool { return a.Name() == b.Name() }) {
			t.Errorf("%s is not described, or there twice", a.Name())
		}
	}
	if len(families) != len(finding.Families) {
		t.Errorf("%d families can be planted, there are %d", len(families), len(finding.Families))
	}
}

// The demo has about a million records, thin days, and one attack of each family but
// three, on hosts that have a history, on the last day but for what takes longer.
func TestDemo(t *testing.T) {
	cfg := DemoConfig(end)
	dir := t.TempDir()
	cfg.Format, _ = ParseFormat("2")
	truth, err := Write(t.Context(), dir, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n := truth.Records.Total; n < 950_000 || n > 1_150_000 {
		t.Errorf("%d records, want about a million", n)
	}
	seen := map[finding.Family]int{}
	for _, n := range truth.Planted.Incidents {
		if n.Noise {
			continue
		}
		seen[n.Type]++
		if n.Type != finding.LowSlow && n.Start < end.Add(-24*time.Hour).Unix() {
			t.Errorf("%s begins before the last day", n.Name)
		}
		if n.End-n.Start < day && n.End > end.Unix() {
			t.Errorf("%s is cut off", n.Name)
		}
	}
	for _, f := range finding.Families {
		want := 1
		if f == finding.Incident || f == finding.Probe || f == finding.Exposure {
			want = 0
		}
		if seen[f] != want {
			t.Errorf("%d attacks of family %s, want %d", seen[f], f, want)
		}
	}
	if truth.Records.SkipData > 0 {
		t.Errorf("%d records of lost data, which nobody planted", truth.Records.SkipData)
	}
}

// The lists hold what attacks use, the places know every address, and the background has
// none of either.
func TestExtras(t *testing.T) {
	cfg := withAttacks()
	w, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := w.WriteExtras(filepath.Join(dir, "lists"), filepath.Join(dir, "geo")); err != nil {
		t.Fatal(err)
	}
	var names []string
	read(t, dir, func(name, text string) {
		names = append(names, name)
		if len(strings.Split(strings.TrimSpace(text), "\n")) < 2 {
			t.Errorf("%s is empty", name)
		}
	})
	want := []string{
		"geo/ip-ranges.json", "geo/networks.csv", "lists/approved_resolvers.txt", "lists/forbidden_destinations.txt",
		"lists/forbidden_edges.txt", "lists/forbidden_ports.txt", "lists/forbidden_sources.txt", "lists/known_bad.txt",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	special := []netip.Prefix{}
	for _, l := range w.nets.lists {
		special = append(special, l...)
	}
	for _, f := range w.nets.far {
		special = append(special, f.net)
	}
	_, err = w.Records(t.Context(), func(r *Record) error {
		if r.Status == OK && (r.Plant == 0 || w.plants[r.Plant-1].incident.Noise) {
			for _, a := range []*Address{r.PktSrc, r.PktDst} {
				if slices.ContainsFunc(special, func(p netip.Prefix) bool { return p.Contains(a.IP) }) {
					t.Fatalf("the background has %s", a.IP)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A fleet has as many hosts as were asked for.
func TestHosts(t *testing.T) {
	for _, n := range []int{10, 11, 24, 25, 26, 40, 77, 100, 501, 1999, 2000} {
		cfg := HostsConfig(n, 1, 1000, end)
		cfg.Clients = 10
		w, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.incidents(w.newTally()).Hosts; got != n {
			t.Errorf("%d hosts, want %d", got, n)
		}
	}
}
