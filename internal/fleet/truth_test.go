package fleet

import (
	"maps"
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

// holders tells what a reader may know of an address in a network at a time.
type holders map[[2]string][]Holder

func (h holders) at(network, address string, at int64) (Holder, bool) {
	for _, x := range h[[2]string{network, address}] {
		if x.From.Unix() <= at && at < x.To.Unix() {
			return x, true
		}
	}
	return Holder{}, false
}

func holdersOf(truth Truth) holders {
	out := holders{}
	for _, h := range truth.Addresses {
		k := [2]string{h.Network, h.Address}
		out[k] = append(out[k], h)
	}
	return out
}

type sumKey struct{ day, action, direction string }

// recount counts flows once from version 5 text, knowing only which interfaces
// are logged and who has which address: the receiver's record counts; the
// sender's if it is a REJECT or the receiver is not logged; a NAT gateway's if
// it shows the real ends and the instance is not logged.
func recount(t *testing.T, dir, flowLog string, truth Truth) (map[sumKey]Sums, Lines) {
	t.Helper()
	known := holdersOf(truth)
	interfaces := map[string]Holder{}
	for _, h := range truth.Addresses {
		interfaces[h.Interface] = h
	}
	flows, total := map[sumKey]Sums{}, Lines{}
	read(t, dir, func(name, text string) {
		if !strings.Contains(name, flowLog) {
			return
		}
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		column := map[string]int{}
		for i, c := range strings.Fields(lines[0]) {
			column[c] = i
		}
		for _, line := range lines[1:] {
			cells := strings.Fields(line)
			get := func(name string) string { return cells[column[name]] }
			total.Total++
			switch {
			case get("log-status") == "NODATA":
				total.NoData++
				continue
			case get("log-status") == "SKIPDATA":
				total.SkipData++
				continue
			case get("action") == "REJECT":
				total.Reject++
			default:
				total.Accept++
			}
			start, vpc := atoi(t, get("start")), get("vpc-id")
			own := interfaces[get("interface-id")]
			src, srcInside := known.at(vpc, get("pkt-srcaddr"), start)
			dst, dstInside := known.at(vpc, get("pkt-dstaddr"), start)
			counts := false
			switch {
			case own.App == "nat":
				inner := get("srcaddr") != get("pkt-srcaddr") || get("dstaddr") != get("pkt-dstaddr")
				counts = inner && !src.Logged && !dst.Logged
			case get("flow-direction") == "ingress":
				counts = true
			default:
				counts = get("action") == "REJECT" || !dst.Logged
			}
			if !counts {
				continue
			}
			k := sumKey{time.Unix(start, 0).UTC().Format(time.DateOnly), get("action"), "internal"}
			switch {
			case !srcInside:
				k.direction = "inbound"
			case !dstInside:
				k.direction = "outbound"
			}
			s := flows[k]
			s.add(1, uint64(atoi(t, get("bytes"))), uint64(atoi(t, get("packets"))))
			flows[k] = s
		}
	})
	return flows, total
}

// An independent reading of the files finds what the truth says, whichever
// interfaces are logged.
func TestTruthFromText(t *testing.T) {
	f := func(name string, change func(*Config)) {
		t.Helper()
		cfg := small()
		cfg.Records = 50_000
		change(&cfg)
		w, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		truth, err := w.Write(t.Context(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		// Of two flow logs over one interface the first counts.
		got, lines := map[sumKey]Sums{}, Lines{}
		for _, l := range w.logs {
			flows, n := recount(t, dir, l.ID, truth)
			for k, s := range flows {
				if sum := got[k]; l.slot == 0 {
					sum.add(s.Flows, s.Bytes, s.Packets)
					got[k] = sum
				}
			}
			lines.Total += n.Total
			lines.Accept += n.Accept
			lines.Reject += n.Reject
			lines.NoData += n.NoData
			lines.SkipData += n.SkipData
		}
		if diff := cmp.Diff(truth.Records, lines); diff != "" {
			t.Errorf("%s: records: %s", name, diff)
		}
		want := map[sumKey]Sums{}
		for _, d := range truth.Days {
			for _, s := range d.Flows {
				want[sumKey{d.Day, s.Action, s.Direction}] = s.Sums
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: flows: %s", name, diff)
		}
		if len(got) == 0 {
			t.Errorf("%s: no flows at all", name)
		}

		// The parts of the truth add up.
		var byDirection, byEnd, byEdge Sums
		for _, s := range truth.Flows {
			byDirection.add(s.Flows, s.Bytes, s.Packets)
		}
		for _, s := range []Sums{truth.ByOpener, truth.ByResponder} {
			byEnd.add(s.Flows, s.Bytes, s.Packets)
		}
		for _, e := range truth.Edges {
			byEdge.add(e.Out.Flows+e.Back.Flows, e.Out.Bytes+e.Back.Bytes, e.Out.Packets+e.Back.Packets)
		}
		if byDirection != byEnd || byDirection != byEdge {
			t.Errorf("%s: flows %+v, by end %+v, by edge %+v", name, byDirection, byEnd, byEdge)
		}
	}

	f("everything logged", func(*Config) {})
	f("NAT not logged", func(c *Config) { c.SkipNAT = true })
	f("even tiers", func(c *Config) { c.Witness = SourceOnly })
	f("odd tiers", func(c *Config) { c.Witness = DestOnly })
	f("odd tiers without NAT", func(c *Config) { c.Witness, c.SkipNAT = DestOnly, true })
	f("nothing but NAT", func(c *Config) { c.Witness = NATOnly })
	f("two flow logs", func(c *Config) {
		c.Overlap, _ = ParseFormat("vpc-id interface-id start end srcaddr dstaddr pkt-srcaddr pkt-dstaddr bytes packets action log-status flow-direction")
	})
	f("busy, with attacks", func(c *Config) {
		format := c.Format
		*c = withAttacks()
		c.Format, c.Joined = format, Joined{}
		c.Plant.Attacks = slices.DeleteFunc(Attacks(), func(a Attack) bool { return a.Family == finding.PacketsLost || a.Family == finding.LogHealth })
	})
	f("one account, all days full", func(c *Config) { c.Accounts, c.Full = 1, true })
}

// Of the witnesses of a window exactly one is marked, and it bears the verdict.
func TestOneWitnessCounts(t *testing.T) {
	f := func(name string, change func(*Config)) {
		t.Helper()
		cfg := small()
		change(&cfg)
		seen, counted := map[uint64]int{}, map[uint64]int{}
		var sum Sums
		truth, err := Records(t.Context(), cfg, func(r *Record) error {
			if r.Window == 0 {
				if r.Counted {
					t.Fatal("a record without a window counts")
				}
				return nil
			}
			seen[r.Window]++
			if r.Counted {
				counted[r.Window]++
				sum.add(1, r.Bytes, r.Packets)
				if r.Action != r.Final {
					t.Fatalf("%s: the counted record says %s, the window ended in %s", name, r.Action, r.Final)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for w, n := range seen {
			if counted[w] != 1 {
				t.Fatalf("%s: window %x has %d witnesses, %d count", name, w, n, counted[w])
			}
		}
		var want Sums
		for _, s := range truth.Flows {
			want.add(s.Flows, s.Bytes, s.Packets)
		}
		if sum != want {
			t.Errorf("%s: counted %+v, truth %+v", name, sum, want)
		}
	}
	for m := Both; m <= NATOnly; m++ {
		f(m.String(), func(c *Config) { c.Witness = m })
	}
	f("two flow logs", func(c *Config) { c.Overlap = Format{"start"} })
}

// A NAT gateway's records have the shape of AWS's example "traffic through a
// NAT gateway" (Flow log record examples), where 10.0.1.5 is the instance,
// 10.0.0.220 the gateway, 203.0.113.5 the host on the internet.
func TestNATShape(t *testing.T) {
	type seen struct{ at, src, dst, pktSrc, pktDst, direction string }
	var got []seen
	var last uint64
	cfg := small()
	_, err := Records(t.Context(), cfg, func(r *Record) error {
		if len(got) == 6 || r.Src == nil {
			return nil
		}
		if r.Window != 0 && r.Window>>1 != last>>1 {
			if got != nil && last != 0 {
				return nil // another window after the one looked at
			}
			if r.NextHop == nil || !r.NextHop.Transit {
				return nil
			}
			last = r.Window
		}
		if last == 0 {
			return nil
		}
		name := func(a *Address) string {
			switch {
			case !a.IP.IsPrivate():
				return "internet"
			case strings.HasSuffix(a.IP.String(), ".0.12"), strings.HasSuffix(a.IP.String(), ".0.11"):
				return "nat"
			}
			return "instance"
		}
		at, direction := "instance", "egress"
		if r.Interface.Transit {
			at = "nat"
			if r.Interface.Instance != "" {
				t.Error("a NAT gateway has an instance id")
			}
		}
		if r.Ingress {
			direction = "ingress"
		}
		got = append(got, seen{at, name(r.Src), name(r.Dst), name(r.PktSrc), name(r.PktDst), direction})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []seen{
		{"instance", "instance", "internet", "instance", "internet", "egress"},
		{"nat", "instance", "nat", "instance", "internet", "ingress"},
		{"nat", "nat", "internet", "nat", "internet", "egress"},
		{"nat", "internet", "nat", "internet", "nat", "ingress"},
		{"nat", "nat", "instance", "internet", "instance", "egress"},
		{"instance", "internet", "instance", "internet", "instance", "ingress"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(seen{})); diff != "" {
		t.Error(diff)
	}
}

// Addresses pass from app to app, never two at a time, some hours apart, and
// records stay within the life of their interfaces.
func TestAddressReuse(t *testing.T) {
	cfg := small()
	cfg.Days = 5
	truth, err := Records(t.Context(), cfg, func(r *Record) error {
		if r.Start < cfg.Start().Unix() || r.Start > r.End || r.Start >= end.Unix() || r.End > end.Unix() {
			t.Fatalf("record %d-%d is not within the span", r.Start, r.End)
		}
		for _, n := range []*Interface{r.Interface, r.From, r.To} {
			if n != nil && (r.Start < n.From || r.End > n.To) {
				t.Fatalf("record %d-%d of %s, which lived %d-%d", r.Start, r.End, n.App, n.From, n.To)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sameDay, laterDay := 0, 0
	for k, hs := range holdersOf(truth) {
		slices.SortFunc(hs, func(a, b Holder) int { return a.From.Compare(b.From) })
		for i := 1; i < len(hs); i++ {
			a, b := hs[i-1], hs[i]
			if b.From.Sub(a.To) < time.Hour {
				t.Errorf("%s: %s follows %s within %s", k, b.App, a.App, b.From.Sub(a.To))
			}
			switch {
			case a.App == b.App:
			case a.To.Truncate(24 * time.Hour).Equal(b.From.Truncate(24 * time.Hour)):
				sameDay++
			default:
				laterDay++
			}
		}
	}
	if sameDay < 5 || laterDay < 5 {
		t.Errorf("%d addresses changed hands on one day, %d over night: too few", sameDay, laterDay)
	}
}

// No interface that has a history surges on the last day, though there are
// many more of them.
func TestRhythm(t *testing.T) {
	cfg := DefaultConfig()
	cfg.End = end
	perDay := map[*Interface]*[14]int{}
	hosts := [14]map[string]map[*Interface]bool{}
	first := cfg.Start().Unix()
	_, err := Records(t.Context(), cfg, func(r *Record) error {
		day := (r.Start - first) / 86400
		if perDay[r.Interface] == nil {
			perDay[r.Interface] = new([14]int)
		}
		perDay[r.Interface][day]++
		if hosts[day] == nil {
			hosts[day] = map[string]map[*Interface]bool{}
		}
		app := r.Interface.Network + r.Interface.App
		if hosts[day][app] == nil {
			hosts[day][app] = map[*Interface]bool{}
		}
		hosts[day][app][r.Interface] = true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for n, days := range perDay {
		if n.From > first || n.To < end.Unix() {
			continue
		}
		compared++
		before := slices.Max(days[:13])
		if last := days[13]; last > before*13/10+60 {
			t.Errorf("%s %s: %d records on the last day, at most %d before", n.App, n.ID, last, before)
		}
	}
	if compared < 20 {
		t.Errorf("%d interfaces with a history", compared)
	}
	for _, app := range slices.Sorted(maps.Keys(hosts[13])) {
		if thin, full := len(hosts[5][app]), len(hosts[13][app]); thin == 0 || full < 5*thin {
			t.Errorf("%s: %d hosts on a thin day, %d on the full one", app, thin, full)
		}
	}
}

// Long connections are one window a minute: SYN in the first, nothing but ACKs
// in between, FIN in the last.
func TestSessions(t *testing.T) {
	type tuple struct {
		src, dst netip.Addr
		sp, dp   uint16
	}
	flags := map[tuple][]uint8{}
	starts := map[tuple][]int64{}
	cfg := small()
	_, err := Records(t.Context(), cfg, func(r *Record) error {
		if r.Opener && r.Ingress && r.DstPort == 22 && r.Action == Accept && r.Src.IP.IsPrivate() {
			k := tuple{r.Src.IP, r.Dst.IP, r.SrcPort, r.DstPort}
			flags[k] = append(flags[k], r.TCPFlags)
			starts[k] = append(starts[k], r.Start)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(flags) < 5 {
		t.Fatalf("%d ssh sessions", len(flags))
	}
	for k, f := range flags {
		want := slices.Repeat([]uint8{0}, len(f))
		want[0], want[len(f)-1] = 2, 1
		if len(f) == 1 {
			want[0] = 3
		}
		if k := starts[k]; k[len(k)-1]+60 >= end.Unix() {
			continue // cut by the end of the span
		}
		if !slices.Equal(f, want) {
			t.Errorf("flags %v, want %v", f, want)
		}
		for i := 1; i < len(f); i++ {
			if d := starts[k][i] - starts[k][i-1]; d < 59 || d > 61 {
				t.Errorf("windows %d seconds apart", d)
			}
		}
	}
}

func TestWriteTruth(t *testing.T) {
	truth, err := Records(t.Context(), small(), func(*Record) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "truth.json")
	if err := truth.WriteFile(name); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(name); err != nil || !strings.Contains(string(b), `"by_opener"`) {
		t.Errorf("%v: %.200s", err, b)
	}
	if err := truth.WriteFile(filepath.Join(name, "below")); err == nil {
		t.Error("an impossible name is no error")
	}
}
