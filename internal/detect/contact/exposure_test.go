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

var epoch = detecttest.Epoch

func exposureRules() []*rule.Rule {
	yes := true
	return []*rule.Rule{{ID: "exposure", Title: "exposure", Severity: finding.Medium, Weir: rule.Weir{Family: finding.Exposure, Page: &yes, Settings: rule.DefaultExposure}}}
}

// TestExposure: a port that answers for the first time is told of where that is news.
func TestExposure(t *testing.T) {
	f := func(name string, flows []flow, want string) {
		t.Helper()
		found := find(t, exposureRules(), flows)
		if got := strings.TrimSpace(told(found)); got != want {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, want)
		}
		for _, n := range found {
			if testing.Verbose() {
				t.Logf("%s: %s %s | %s | %d", name, n.Severity, n.Why, n.Evidence.Filter, n.Count)
			}
		}
	}
	const host, src = "10.0.0.7", "203.0.113.5"
	answer := func(at time.Duration, port uint16, flags uint16) []flow {
		q := flow{At: at, Src: src, Dst: host, SrcPort: 50000, DstPort: port, Packets: 8, Bytes: 900, Flags: flags}
		r := q.Reply(8, 3000, 0)
		if flags != 0 {
			r.Flags = flags | 16
		}
		return []flow{q, r}
	}
	refused := flow{At: 0, Src: src, Dst: host, SrcPort: 50000, DstPort: 6379, Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject}
	day := 24 * time.Hour
	f("a probed port opens", append(answer(4*day, 6379, 3), refused), "exposure 10.0.0.7 page")
	f("a probed port opens, version 2", append(answer(4*day, 6379, 0), refused), "exposure 10.0.0.7 page")
	f("a probed port opens on the first day", append(answer(5*time.Hour, 6379, 3), refused), "exposure 10.0.0.7 exposure")
	f("SSH on the first day", append(answer(5*time.Hour, 22, 3), func() flow { f := refused; f.DstPort = 22; return f }()), "")
	f("the host learns", answer(5*time.Hour, 6379, 3), "")
	f("the host boots", append(answer(5*time.Minute, 6379, 3), refused), "")
	f("a port of a known host", append(answer(5*day, 6379, 3), answer(0, 443, 3)...), "exposure 10.0.0.7 page")
	f("a port that answered before", append(append(answer(5*day, 443, 3), answer(0, 443, 3)...), answer(6*day, 443, 3)...), "")
	f("two ports in a day", append(append(answer(5*day, 6379, 3), answer(0, 443, 3)...), answer(5*day+time.Hour, 22, 3)...), "exposure 10.0.0.7 page")
	f("data of FTP", func() []flow {
		flows := answer(0, 21, 3)
		for i := range 50 {
			flows = append(flows, answer(5*day+time.Duration(i)*time.Minute, uint16(50000+i*7), 3)...)
		}
		return flows
	}(), "")
	f("the middle of what somebody began", append(answer(30*time.Hour, 6379, detecttest.NoFlags&^16), refused), "")
	f("reset", func() []flow {
		flows := answer(0, 443, 3)
		q := flow{At: 5 * day, Src: src, Dst: host, SrcPort: 50000, DstPort: 22, Packets: 3, Bytes: 132, Flags: 2}
		return append(flows, q, q.Reply(3, 120, 4))
	}(), "")
	f("inside", func() []flow {
		flows := answer(0, 443, 3)
		q := flow{At: 5 * day, Src: "10.0.0.9", Dst: host, SrcPort: 50000, DstPort: 22, Packets: 9, Bytes: 900, Flags: 3}
		return append(flows, q, q.Reply(9, 1200, 19))
	}(), "")
	f("a client of the internet", func() []flow {
		flows := answer(0, 443, 3)
		for i := range 20 {
			q := flow{At: 5*day + time.Duration(i)*time.Minute, Src: host, Dst: src, SrcPort: uint16(40000 + i), DstPort: 443, Packets: 9, Bytes: 900}
			flows = append(flows, q, q.Reply(9, 9000, 0))
		}
		return flows
	}(), "")
}

// TestCrowd: many sources that share a scan are told of when there are far more than
// usual, and not where the internet always is.
func TestCrowd(t *testing.T) {
	f := func(name string, flows []flow, want string) {
		t.Helper()
		s := rule.DefaultScan
		s.Distributed = true
		r := &rule.Rule{ID: "crowd", Title: "crowd", Severity: finding.Low, Weir: rule.Weir{Family: finding.Scan, Settings: s}}
		found := find(t, []*rule.Rule{r}, flows)
		if got := strings.TrimSpace(told(found)); got != want {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, want)
		}
		for _, n := range found {
			if testing.Verbose() {
				t.Logf("%s: %s | %s | %d", name, n.Why, n.Evidence.Filter, n.Count)
			}
		}
	}
	rng := rand.New(rand.NewPCG(4, 4))
	const host = "10.0.0.7"
	noise := func(days, perHour int) (flows []flow) {
		for h := range days * 24 {
			for range perHour {
				flows = append(flows, flow{
					At: time.Duration(h)*time.Hour + time.Duration(rng.Int64N(int64(time.Hour))), Src: fmt.Sprintf("198.51.%d.%d", rng.IntN(250), rng.IntN(250)), Dst: host,
					SrcPort: uint16(33000 + rng.IntN(20000)), DstPort: uint16(1 + rng.IntN(30000)), Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject,
				})
			}
		}
		return flows
	}
	shared := func(at time.Duration) (flows []flow) {
		for i := range 120 {
			flows = append(flows, flow{At: at + time.Duration(i)*30*time.Second, Src: fmt.Sprintf("203.0.113.%d", i%40+1), Dst: host, SrcPort: 40000, DstPort: uint16(1024 + i*31), Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject})
		}
		return flows
	}
	f("forty sources share the ports", append(noise(3, 2), shared(50*time.Hour)...), "crowd 10.0.0.7 exposure")
	// What the internet knocks at is a few ports, by ever new sources.
	few := func(flows []flow) []flow {
		for i := range flows {
			flows[i].DstPort = []uint16{23, 2323, 3389, 445, 5555, 6379, 8080, 9200}[flows[i].DstPort%8]
		}
		return flows
	}
	f("forty sources share the ports of a host that is knocked at all day", append(few(noise(3, 9)), shared(50*time.Hour)...), "crowd 10.0.0.7 exposure")
	f("three scanners at a host that is knocked at all day", func() (flows []flow) {
		flows = few(noise(3, 12))
		for i := range 3 * 60 {
			flows = append(flows, flow{At: 50*time.Hour + time.Duration(i)*30*time.Second, Src: fmt.Sprintf("203.0.113.%d", i%3+1), Dst: host, SrcPort: 40000, DstPort: uint16(1024 + i*31), Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject})
		}
		return flows
	}(), "")
	f("three times as many as knock all day", append(few(noise(3, 12)), few(noise(3, 24)[50*24:52*24])...), "")
	f("three times as many as knock all day, at any port", append(noise(3, 12), noise(3, 24)[50*24:52*24]...), "")
	f("nothing is known of the host", shared(0), "")
	f("the noise of the internet", noise(4, 60), "")
	f("one port of many hosts", func() (flows []flow) {
		flows = noise(3, 2)
		for i := range 200 {
			flows = append(flows, flow{At: 50*time.Hour + time.Duration(i)*20*time.Second, Src: fmt.Sprintf("203.0.113.%d", i%60+1), Dst: address4("10.1", i), SrcPort: 40000, DstPort: 6379, Packets: 1, Bytes: 44, Flags: 2, Action: record.Reject})
		}
		return flows
	}(), "crowd public > all:6379 exposure")
}
