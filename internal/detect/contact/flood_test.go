package contact

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

func floodRules() []*rule.Rule {
	in, out := rule.DefaultFlood, rule.DefaultFlood
	out.Way = rule.Outbound
	return []*rule.Rule{
		{ID: "flood-in", Title: "flood-in", Severity: finding.High, Weir: rule.Weir{Family: finding.FloodIn, Settings: in}},
		{ID: "flood-out", Title: "flood-out", Severity: finding.Critical, Weir: rule.Weir{Family: finding.FloodOut, Settings: out}},
	}
}

// visits are what a front-facing host has usually: so many flows a minute.
func visits(host string, minutes, perMinute int) (flows []flow) {
	rng := rand.New(rand.NewPCG(9, 9))
	for m := range minutes {
		for range perMinute/2 + rng.IntN(perMinute+1) {
			f := flow{
				At: time.Duration(m)*time.Minute + time.Duration(rng.IntN(60))*time.Second, Takes: time.Second, Src: fmt.Sprintf("198.51.100.%d", rng.IntN(250)), Dst: host,
				SrcPort: uint16(33000 + rng.IntN(30000)), DstPort: 443, Packets: 12, Bytes: 3000, Flags: 3,
			}
			flows = append(flows, f, f.Reply(14, 9000, 19))
		}
	}
	return flows
}

// burst is n copies of a flow within a minute of each other, changed one by one.
func burst(at time.Duration, n int, takes time.Duration, f flow, change func(i int, f *flow)) (flows []flow) {
	for i := range n {
		g := f
		g.At, g.Takes, g.SrcPort = at+takes*time.Duration(i)/time.Duration(n), time.Second, uint16(1024+i%60000)
		change(i, &g)
		flows = append(flows, g)
	}
	return flows
}

// TestFlood: floods are found within a minute of their begin, and told of by host, by
// subnet, and where a host of ours takes part.
func TestFlood(t *testing.T) {
	f := func(name string, flows []flow, began time.Duration, want string) {
		t.Helper()
		found := find(t, floodRules(), flows)
		got := strings.TrimSpace(told(found))
		if got != want {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, want)
		}
		for _, n := range found {
			if n.FirstSeen.Sub(epoch) > began+time.Minute {
				t.Errorf("%s: began at %s, first seen %s", name, began, n.FirstSeen)
			}
			if testing.Verbose() {
				t.Logf("%s: %s | %s | %d | %q", name, n.Why, n.Evidence.Filter, n.Count, n.Response)
			}
		}
	}
	const host, src = "10.0.0.7", "203.0.113.5"
	syn := flow{Dst: host, DstPort: 443, Packets: 1, Bytes: 60, Flags: 2}
	at := 30 * time.Minute
	f("one source", append(visits(host, 60, 20), burst(at, 3000, 5*time.Minute, syn, func(_ int, f *flow) { f.Src = src })...), at, "flood-in 10.0.0.7 page")
	f("many sources", append(visits(host, 60, 20), burst(at, 4000, 5*time.Minute, syn, func(i int, f *flow) { f.Src = address4("203.0", i%400) })...), at, "flood-in 10.0.0.7 page")
	f("nothing known", burst(0, 8000, 5*time.Minute, syn, func(i int, f *flow) { f.Src = address4("203.0", i%400) }), 0, "flood-in 10.0.0.7 page")
	f("version 2", append(visits(host, 60, 20), burst(at, 4000, 5*time.Minute, flow{Dst: host, DstPort: 443, Packets: 1, Bytes: 60}, func(i int, f *flow) { f.Src = address4("203.0", i%400) })...), at, "flood-in 10.0.0.7 page")
	f("slowly rising", append(visits(host, 60, 5), burst(at, 1500, 10*time.Minute, syn, func(i int, f *flow) { f.Src = address4("203.0", i%400) })...), at+4*time.Minute, "flood-in 10.0.0.7 page")
	f("UDP, one flow a minute", append(visits(host, 60, 20), burst(at, 5, 5*time.Minute, flow{Dst: host, DstPort: 40000, Protocol: 17, Packets: 2e6, Bytes: 24e8, Action: record.Reject}, func(_ int, f *flow) { f.Src, f.SrcPort = src, 50000 })...), at, "flood-in 10.0.0.7 page")
	f("IPv6", append(visits(host, 60, 20), burst(at, 6000, 5*time.Minute, flow{DstPort: 443, Packets: 1, Bytes: 80, Flags: 2}, func(i int, f *flow) { f.Src, f.Dst = fmt.Sprintf("2001:db8::%x", i%99+1), "fd00::7" })...), at, "flood-in fd00::7 page")
	f("a subnet", append(visits(host, 60, 20), burst(at, 6000, 6*time.Minute, syn, func(i int, f *flow) {
		f.Src, f.Dst, f.DstSide = address4("203.0", i%150), fmt.Sprintf("10.0.0.%d", 20+i%8), map[int]string{record.SideSubnet: "subnet-1"}
	})...), at, "flood-in subnet-1 page")
	f("own host, SYN", append(visits(host, 60, 20), burst(at, 3000, 4*time.Minute, flow{Src: host, Dst: src, DstPort: 80, Packets: 1, Bytes: 60, Flags: 2}, func(_ int, _ *flow) {})...), at, "flood-out 10.0.0.7 page")
	f("own host, UDP", append(visits(host, 60, 20), burst(at, 3000, 4*time.Minute, flow{Src: host, Dst: src, DstPort: 8000, Protocol: 17, Packets: 2, Bytes: 2200}, func(_ int, _ *flow) {})...), at, "flood-out 10.0.0.7 page")
	f("own host, one large flow of UDP", append(visits(host, 60, 20), burst(at, 4, 4*time.Minute, flow{Src: host, Dst: src, DstPort: 8000, Protocol: 17, Packets: 1e6, Bytes: 12e8}, func(_ int, f *flow) { f.SrcPort = 40000 })...), at, "flood-out 10.0.0.7 page")
}

// TestNoFlood: what is much by nature is no flood.
func TestNoFlood(t *testing.T) {
	f := func(name string, flows []flow) {
		t.Helper()
		for _, n := range find(t, floodRules(), flows) {
			t.Errorf("%s: %s: %s", name, n.Rule, n.Why)
		}
	}
	const host, src = "10.0.0.7", "203.0.113.5"
	at := 30 * time.Minute
	f("a busy host", visits(host, 60, 400))
	f("three times as many visitors", append(visits(host, 60, 100), burst(at, 3000, 10*time.Minute, flow{Dst: host, DstPort: 443, Packets: 12, Bytes: 3000, Flags: 3}, func(i int, f *flow) { f.Src = address4("203.0", i%400) })...))
	f("a scan of ports", append(visits(host, 60, 20), burst(at, 3000, 5*time.Minute, flow{Src: src, Dst: host, Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject}, func(i int, f *flow) { f.DstPort = uint16(1 + i*7) })...))
	f("a backup comes in", append(visits(host, 60, 20), burst(at, 20, 20*time.Minute, flow{Dst: host, Src: src, DstPort: 443, Packets: 2e6, Bytes: 3e9}, func(_ int, f *flow) { f.SrcPort = 50000 })...))
	f("a scan of the internet", burst(at, 3000, 5*time.Minute, flow{Src: host, DstPort: 22, Packets: 1, Bytes: 44, Flags: 2}, func(i int, f *flow) { f.Dst = address4("198.51", i) }))
	f("a storm of questions to a resolver", func() (flows []flow) {
		for _, q := range burst(at, 6000, 10*time.Minute, flow{Src: host, Dst: "198.51.100.53", DstPort: 53, Protocol: 17, Packets: 1, Bytes: 70}, func(_ int, _ *flow) {}) {
			flows = append(flows, q, q.Reply(1, 140, 0))
		}
		return flows
	}())
	f("a server that refuses", func() (flows []flow) {
		for _, q := range burst(at, 3000, 5*time.Minute, flow{Src: host, Dst: "198.51.100.53", DstPort: 443, Packets: 1, Bytes: 60, Flags: 2}, func(_ int, _ *flow) {}) {
			flows = append(flows, q, q.Reply(1, 40, 4))
		}
		return flows
	}())
	f("a call", func() (flows []flow) {
		for m := range 30 {
			q := flow{At: at + time.Duration(m)*time.Minute, Src: host, Dst: src, SrcPort: 40000, DstPort: 3478, Protocol: 17, Packets: 120_000, Bytes: 1e8}
			flows = append(flows, q, q.Reply(110_000, 9e7, 0))
		}
		return flows
	}())
}
