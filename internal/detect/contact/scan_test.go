package contact

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

type flow = detecttest.Flow

// scanRules are the rules of scans, as they are shipped.
func scanRules() []*rule.Rule {
	mk := func(id string, f finding.Family, s finding.Severity, set func(*rule.Scan)) *rule.Rule {
		scan := rule.DefaultScan
		set(&scan)
		return &rule.Rule{ID: id, Title: id, Severity: s, Weir: rule.Weir{Family: f, Settings: scan}}
	}
	return []*rule.Rule{
		mk("scan-inbound", finding.Scan, finding.Low, func(s *rule.Scan) {}),
		mk("probe", finding.Probe, finding.Info, func(s *rule.Scan) { s.Targets = 5 }),
		mk("scan-internal", finding.Scan, finding.High, func(s *rule.Scan) { s.Way = rule.Internal }),
		mk("scan-outbound", finding.Scan, finding.High, func(s *rule.Scan) { s.Way = rule.Outbound }),
	}
}

func find(t testing.TB, rules []*rule.Rule, flows []flow) []finding.Finding {
	t.Helper()
	rand.New(rand.NewPCG(7, 7)).Shuffle(len(flows), func(i, j int) { flows[i], flows[j] = flows[j], flows[i] })
	return detecttest.Run(t, rules, New, flows, 2*time.Minute)
}

// told lists what was found as "rule entity dst:port", one a line.
func told(found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s %s", f.Rule, f.Entity.ID)
		if f.Page {
			b.WriteString(" page")
		}
		if f.Exposure {
			b.WriteString(" exposure")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func address4(base string, n int) string { return fmt.Sprintf("%s.%d.%d", base, n/250, n%250+1) }

// probes makes contacts of a source with n targets, hosts and ports by turns.
func probes(src string, n int, every time.Duration, f flow, dst func(i int) (string, uint16)) []flow {
	var out []flow
	for i := range n {
		g := f
		g.At, g.Src = f.At+time.Duration(i)*every, src
		g.Dst, g.DstPort = dst(i)
		if g.SrcPort == 0 {
			g.SrcPort = uint16(40000 + i%20000)
		}
		if g.Packets == 0 {
			g.Packets, g.Bytes = 1, 44
		}
		out = append(out, g)
	}
	return out
}

func vertical(host string) func(int) (string, uint16) {
	return func(i int) (string, uint16) { return host, uint16(1 + i*97%60000) }
}

func horizontal(base string, port uint16) func(int) (string, uint16) {
	return func(i int) (string, uint16) { return address4(base, i), port }
}

// with adds answers: packets, bytes and flags of each.
func with(flows []flow, packets, bytes uint64, flags uint16) []flow {
	for _, f := range flows[:len(flows):len(flows)] {
		flows = append(flows, f.Reply(packets, bytes, flags))
	}
	return flows
}

// TestScan: each class of scan is found, whatever its speed and the form of its
// records.
func TestScan(t *testing.T) {
	f := func(name string, flows []flow, want ...string) {
		t.Helper()
		found := find(t, scanRules(), flows)
		if got := strings.TrimSpace(told(found)); got != strings.Join(want, "\n") {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, strings.Join(want, "\n"))
		}
		for _, n := range found {
			if testing.Verbose() {
				t.Logf("%s: %s | %s | %d", name, n.Why, n.Evidence.Filter, n.Count)
			}
		}
	}
	reject := flow{Action: record.Reject, Flags: 2}
	v2 := flow{Action: record.Reject}
	const in, page = " exposure", " page"

	f("vertical", probes("203.0.113.5", 30, time.Second, reject, vertical("10.0.0.7")), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("horizontal", probes("203.0.113.5", 30, time.Second, reject, horizontal("10.0", 22)), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("ten", probes("203.0.113.5", 10, time.Second, reject, vertical("10.0.0.7")), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("nine, then one that answers", func() []flow {
		flows := probes("203.0.113.5", 10, time.Second, reject, vertical("10.0.0.7"))
		flows[9].Action, flows[9].Flags, flows[9].Packets, flows[9].Bytes = 0, 3, 9, 900
		return append(flows, flows[9].Reply(9, 2000, 19))
	}(), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("one that answers, then nine", func() []flow {
		flows := probes("203.0.113.5", 10, time.Second, reject, vertical("10.0.0.7"))
		flows[0].Action, flows[0].Flags, flows[0].Packets, flows[0].Bytes = 0, 3, 9, 900
		return append(flows, flows[0].Reply(9, 2000, 19))
	}(), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("nine", probes("203.0.113.5", 9, time.Second, reject, vertical("10.0.0.7")), "probe 203.0.113.5"+in)
	f("four", probes("203.0.113.5", 4, time.Second, reject, vertical("10.0.0.7")))
	f("version 2", probes("203.0.113.5", 30, time.Second, v2, vertical("10.0.0.7")), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("IPv6", probes("2001:db8::5", 12, time.Second, flow{Action: record.Reject, Flags: 2, Bytes: 60, Packets: 1}, func(i int) (string, uint16) { return fmt.Sprintf("fd00::%x", i+1), 443 }),
		"probe 2001:db8::5"+in, "scan-inbound 2001:db8::5"+in)
	f("UDP", probes("203.0.113.5", 12, time.Second, flow{Action: record.Reject, Protocol: 17}, horizontal("10.0", 161)), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("slow over days", probes("203.0.113.5", 12, 7*time.Hour, reject, vertical("10.0.0.7")), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("accepted, dropped by the host", probes("203.0.113.5", 12, time.Second, flow{Flags: 2}, vertical("10.0.0.7")), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("accepted, reset", with(probes("203.0.113.5", 12, time.Second, flow{Flags: 2}, vertical("10.0.0.7")), 1, 40, 4), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)
	f("half open, all answer", with(probes("203.0.113.5", 12, time.Second, flow{Flags: 6, Packets: 2, Bytes: 84}, vertical("10.0.0.7")), 1, 44, 18), "probe 203.0.113.5"+in, "scan-inbound 203.0.113.5"+in)

	inside := flow{Src: "10.0.0.9", Dst: "10.0.0.7", SrcPort: 40000, DstPort: 443, Packets: 9, Bytes: 900, Flags: 3}
	first := probes("203.0.113.5", 1, time.Second, flow{At: 5 * 24 * time.Hour, Action: record.Reject, Flags: 2}, vertical("10.0.0.7"))
	f("a host that was never reachable", append(first, inside), "probe 10.0.0.7"+page)
	f("a host that always was", append(append(first, inside), probes("203.0.113.6", 1, time.Second, reject, vertical("10.0.0.7"))...))

	f("internal vertical", probes("10.0.0.9", 20, time.Second, reject, vertical("10.0.0.7")), "scan-internal 10.0.0.9"+page)
	f("internal horizontal, silent", probes("10.0.0.9", 20, time.Second, flow{Flags: 2}, horizontal("10.0", 445)), "scan-internal 10.0.0.9"+page)
	f("internal, version 2, reset", with(probes("10.0.0.9", 20, time.Second, flow{}, horizontal("10.0", 445)), 1, 40, 0), "scan-internal 10.0.0.9"+page)
	f("internal, windows of ten minutes", with(probes("10.0.0.9", 20, time.Second, flow{Takes: 600 * time.Second, Flags: 2}, horizontal("10.0", 445)), 1, 40, 4), "scan-internal 10.0.0.9"+page)
	f("internal block", probes("10.0.0.9", 40, time.Second, reject, func(i int) (string, uint16) { return address4("10.0", i/4), []uint16{22, 445, 3389, 5985}[i%4] }), "scan-internal 10.0.0.9"+page)
	f("internal, one probe in ten minutes over a day", probes("10.0.0.9", 144, 10*time.Minute, flow{Flags: 2}, horizontal("10.0", 3389)), "scan-internal 10.0.0.9"+page)
	f("internal IPv6", probes("fd00::9", 12, time.Second, flow{Flags: 2, Bytes: 80, Packets: 1}, func(i int) (string, uint16) { return fmt.Sprintf("fd00::1:%x", i+1), 22 }), "scan-internal fd00::9"+page)
	f("from a VPN", probes("192.168.7.7", 12, time.Second, reject, horizontal("10.0", 22)), "scan-internal 192.168.7.7"+page)
	f("ping sweep", probes("10.0.0.9", 20, time.Second, flow{Protocol: 1, SrcPort: 1, Bytes: 28, Packets: 1}, horizontal("10.0", 0)), "scan-internal 10.0.0.9"+page)
	f("outbound", probes("10.0.0.9", 30, time.Second, flow{Flags: 2}, horizontal("198.51", 22)), "scan-outbound 10.0.0.9"+page)
	f("outbound, a common port in a hurry", probes("10.0.0.9", 60, time.Second, flow{Flags: 2}, horizontal("198.51", 443)), "scan-outbound 10.0.0.9"+page)
	quarter := probes("10.0.0.9", 60, time.Second, flow{Flags: 2}, horizontal("10.0", 22))
	for i := 0; i < 60; i += 4 {
		quarter[i].Flags, quarter[i].Packets, quarter[i].Bytes = 3, 12, 2000
		quarter = append(quarter, quarter[i].Reply(10, 3000, 19))
	}
	f("internal, a quarter answers", quarter, "scan-internal 10.0.0.9"+page)
}

// TestNoScan: what ordinary hosts do is no scan.
func TestNoScan(t *testing.T) {
	f := func(name string, flows []flow) {
		t.Helper()
		for _, n := range find(t, scanRules(), flows) {
			t.Errorf("%s: %s: %s", name, n.Rule, n.Why)
		}
	}
	data := flow{Flags: 3, Packets: 12, Bytes: 4000}
	f("a browser", with(probes("10.0.0.9", 300, 2*time.Second, data, horizontal("198.51", 443)), 10, 9000, 19))
	f("a browser, one site in ten is gone", func() []flow {
		flows := probes("10.0.0.9", 300, 2*time.Second, data, horizontal("198.51", 443))
		for i := range flows {
			if i%10 == 3 {
				flows[i].Flags, flows[i].Packets, flows[i].Bytes = 2, 3, 156
			}
		}
		return flows
	}())
	f("a host without a way out looks for its updates", probes("10.0.0.9", 200, 10*time.Minute, flow{Action: record.Reject, Flags: 2}, horizontal("198.51", 443)))
	f("health checks, handshakes only", with(probes("10.0.0.9", 300, 2*time.Second, flow{Flags: 3, Packets: 4, Bytes: 220}, horizontal("10.0", 8080)), 2, 112, 19))
	f("health checks, version 2", with(probes("10.0.0.9", 300, 2*time.Second, flow{Packets: 3, Bytes: 144}, horizontal("10.0", 8080)), 1, 60, 0))
	f("health checks that reset", with(probes("10.0.0.9", 300, 2*time.Second, flow{Flags: 6, Packets: 3, Bytes: 144}, horizontal("10.0", 8080)), 1, 60, 18))
	f("a server that is down", func() []flow {
		flows := probes("10.0.0.9", 300, 10*time.Second, flow{Flags: 2, Packets: 3, Bytes: 180}, func(int) (string, uint16) { return "10.0.0.7", 5432 })
		return flows
	}())
	f("a resolver", with(probes("10.0.0.2", 300, time.Second, flow{Protocol: 17, Bytes: 70, Packets: 1}, horizontal("198.51", 53)), 1, 140, 0))
	f("a resolver, a third silent", func() []flow {
		flows := probes("10.0.0.2", 300, time.Second, flow{Protocol: 17, Bytes: 70, Packets: 1}, horizontal("198.51", 53))
		for i := range 300 {
			if i%3 != 0 {
				flows = append(flows, flows[i].Reply(1, 140, 0))
			}
		}
		return flows
	}())
	f("late returns of a server", probes("203.0.113.5", 100, time.Second, flow{Action: record.Reject, SrcPort: 443, Packets: 1, Bytes: 40}, func(i int) (string, uint16) { return "10.0.0.7", uint16(33000 + i*13) }))
	f("late returns with flags", probes("203.0.113.5", 100, time.Second, flow{Action: record.Reject, Flags: 1, SrcPort: 8883, Packets: 1, Bytes: 40}, func(i int) (string, uint16) { return "10.0.0.7", uint16(33000 + i*13) }))
	f("backscatter", probes("203.0.113.5", 100, time.Second, flow{Action: record.Reject, Flags: 18, SrcPort: 40001, Packets: 1, Bytes: 44}, vertical("10.0.0.7")))
	f("late DNS answers", probes("203.0.113.5", 100, time.Second, flow{Action: record.Reject, Protocol: 17, SrcPort: 53, Packets: 1, Bytes: 120}, func(i int) (string, uint16) { return "10.0.0.7", uint16(33000 + i*13) }))
	f("an idle connection that was forgotten", probes("10.0.0.9", 40, time.Second, flow{Action: record.Reject, Flags: 1}, horizontal("10.0", 5432)))
	f("peer-to-peer, two thirds gone", func() []flow {
		rng := rand.New(rand.NewPCG(1, 1))
		flows := probes("10.0.0.9", 300, 2*time.Second, flow{Flags: 2, Packets: 3, Bytes: 180}, func(i int) (string, uint16) {
			return fmt.Sprintf("198.%d.%d.%d", rng.IntN(100), rng.IntN(250), 1+rng.IntN(250)), uint16(1024 + rng.IntN(60000))
		})
		for i := range 300 {
			if i%3 == 0 {
				flows[i].Flags, flows[i].Packets, flows[i].Bytes = 3, 12, 4000
				flows = append(flows, flows[i].Reply(9, 5000, 19))
			}
		}
		return flows
	}())
	f("traceroute", probes("10.0.0.9", 30, time.Second, flow{Protocol: 17, Packets: 1, Bytes: 60}, func(i int) (string, uint16) { return "10.3.0.7", uint16(33434 + i) }))
	f("pings that are answered", with(probes("10.0.0.9", 100, time.Second, flow{Protocol: 1, SrcPort: 0, Packets: 1, Bytes: 84}, horizontal("10.0", 0)), 1, 84, 0))
	f("partner with many of our services", with(probes("203.0.113.5", 40, time.Second, data, horizontal("10.0", 443)), 10, 9000, 19))
	f("names of Windows", probes("10.0.0.9", 40, time.Second, flow{Protocol: 17, Packets: 3, Bytes: 234, SrcPort: 137}, horizontal("10.0", 137)))
}
