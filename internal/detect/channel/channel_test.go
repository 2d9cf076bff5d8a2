package channel

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// calls makes answered conversations of a host that begin at the given times.
func calls(src, dst string, port uint16, bytes func(n int) uint64, at []time.Duration) (flows []detecttest.Flow) {
	for n, t := range at {
		q := detecttest.Flow{
			At: t, Takes: 2 * time.Second, Src: src, Dst: dst, SrcPort: uint16(40000 + n%20000), DstPort: port,
			Packets: 6, Bytes: bytes(n), Flags: 3,
		}
		flows = append(flows, q, q.Reply(5, 900, 19))
	}
	return flows
}

func fixed(n uint64) func(int) uint64 { return func(int) uint64 { return n } }

// every returns times from start to end with uniform jitter: each gap lies between
// (1-jitter) and (1+jitter) times the interval.
func every(rng *rand.Rand, start, end, interval time.Duration, jitter float64) (at []time.Duration) {
	for t := start; t < end; {
		at = append(at, t.Truncate(time.Second))
		t += time.Duration(float64(interval) * (1 + jitter*(2*rng.Float64()-1)))
	}
	return at
}

// crowd is other hosts that browse, so that prevalence means something.
func crowd(rng *rand.Rand, hosts int, end time.Duration) (flows []detecttest.Flow) {
	for h := range hosts {
		for range int(end / time.Hour) {
			t := time.Duration(rng.Int64N(int64(end))).Truncate(time.Second)
			flows = append(flows, calls(fmt.Sprintf("10.0.9.%d", h+1), fmt.Sprintf("198.18.%d.%d", rng.IntN(20), rng.IntN(4)), 443, func(int) uint64 { return 400 + rng.Uint64N(9000) }, []time.Duration{t})...)
		}
	}
	return flows
}

func of(all []finding.Finding, family finding.Family) (out []finding.Finding) {
	for _, f := range all {
		if f.Family == family {
			out = append(out, f)
		}
	}
	return out
}

const hour = time.Hour

// TestBeacon protects what a beacon is: even gaps, also with half of each gap at
// random, and even sizes, over hours, to where few others go.
func TestBeacon(t *testing.T) {
	for seed := range uint64(2) {
		testBeacon(t, seed)
	}
}

func testBeacon(t *testing.T, seed uint64) {
	t.Helper()
	rng := rand.New(rand.NewPCG(7, seed))
	background := crowd(rng, 30, 12*hour)
	f := func(name string, want bool, flows []detecttest.Flow) {
		t.Helper()
		found := of(detecttest.Run(t, defaults(), New, append(flows, background...), 2*hour), finding.Beacon)
		if (len(found) > 0) != want {
			t.Errorf("%s: %d beacons, want some: %v %+v", name, len(found), want, found)
			return
		}
		for _, b := range found {
			if b.SrcAddr.String() != flows[0].Src || b.Entity.ID != flows[0].Src+" > "+flows[0].Dst || b.Entity.Network != "vpc-1" || b.Page || b.Count == 0 || b.Evidence.Filter == "" {
				t.Errorf("%s: %+v", name, b)
			}
		}
	}
	const c2 = "203.0.113.66"
	beacon := func(jitter float64, interval time.Duration) []detecttest.Flow {
		return calls("10.0.0.5", c2, 443, fixed(512), every(rng, 0, 12*hour, interval, jitter))
	}
	f("a metronome", true, beacon(0, 10*time.Minute))
	f("20 % jitter", true, beacon(0.2, 10*time.Minute))
	f("50 % jitter", true, beacon(0.5, 10*time.Minute))
	f("50 % jitter, one a minute", true, beacon(0.5, time.Minute))
	f("one in half an hour", true, beacon(0.1, 29*time.Minute))
	f("a size that varies a little", true, calls("10.0.0.5", c2, 443, func(int) uint64 { return 480 + rng.Uint64N(60) }, every(rng, 0, 12*hour, 5*time.Minute, 0.2)))
	f("IPv6", true, calls("fd00::5", "2001:db8:66::1", 443, fixed(512), every(rng, 0, 12*hour, 10*time.Minute, 0.2)))

	// Windows of 600 seconds: two conversations in one window are two records.
	long := beacon(0.2, 4*time.Minute)
	for i := range long {
		long[i].Takes = 3 * time.Second
	}
	f("600 s windows", true, long)

	gaps := beacon(0.1, 5*time.Minute)
	gaps = slices.DeleteFunc(gaps, func(f detecttest.Flow) bool { return f.At > 4*hour && f.At < 5*hour })
	f("an hour without records", true, gaps)

	exp := func() (at []time.Duration) {
		for t := 0.0; t < float64(12*hour); t += rng.ExpFloat64() * float64(5*time.Minute) {
			at = append(at, time.Duration(t).Truncate(time.Second))
		}
		return at
	}
	f("Poisson arrivals", false, calls("10.0.0.5", c2, 443, fixed(512), exp()))
	f("sizes of a person", false, calls("10.0.0.5", c2, 443, func(int) uint64 { return uint64(200 * (1 + 200*rng.ExpFloat64()*rng.ExpFloat64())) }, every(rng, 0, 12*hour, 5*time.Minute, 0)))
	f("time service", false, calls("10.0.0.5", c2, 123, fixed(76), every(rng, 0, 12*hour, 5*time.Minute, 0)))
	f("too short", false, calls("10.0.0.5", c2, 443, fixed(512), every(rng, 0, 90*time.Minute, 2*time.Minute, 0)))
	f("too few", false, calls("10.0.0.5", c2, 443, fixed(512), every(rng, 0, 12*hour, 50*time.Minute, 0)))

	blocked := beacon(0, 5*time.Minute)
	blocked = slices.DeleteFunc(blocked, func(f detecttest.Flow) bool { return f.Src == c2 })
	for i := range blocked {
		blocked[i].Action, blocked[i].Flags, blocked[i].Packets, blocked[i].Bytes = record.Reject, 2, 1, 60
	}
	f("blocked attempts", false, blocked)

	var agents []detecttest.Flow
	for h := range 10 {
		agents = append(agents, calls(fmt.Sprintf("10.0.0.%d", h+1), c2, 443, fixed(512), every(rng, 0, 12*hour, 5*time.Minute, 0))...)
	}
	f("an agent on many hosts", false, agents)

	checks := calls("203.0.113.9", "10.0.0.5", 443, fixed(300), every(rng, 0, 12*hour, 30*time.Second, 0))
	f("health checks from outside", false, checks)
}

// TestBeaconOneConnection protects the difference of a record and a connection: the
// records of one long connection come every minute, and are no beacon.
func TestBeaconOneConnection(t *testing.T) {
	var flows []detecttest.Flow
	for m := range 12 * 60 {
		q := detecttest.Flow{At: time.Duration(m) * time.Minute, Src: "10.0.0.5", Dst: "203.0.113.66", SrcPort: 40000, DstPort: 443, Packets: 4, Bytes: 300, Flags: detecttest.NoFlags}
		if m == 0 {
			q.Flags = 2
		}
		flows = append(flows, q, q.Reply(4, 300, detecttest.NoFlags))
	}
	found := detecttest.Run(t, defaults(), New, flows, hour)
	if b := of(found, finding.Beacon); len(b) > 0 {
		t.Errorf("a connection is a beacon: %+v", b)
	}
	long := of(found, finding.LongConnection)
	if len(long) != 1 || long[0].Page || long[0].FirstSeen != detecttest.Epoch || !strings.Contains(long[0].Evidence.Filter, "srcport:40000") {
		t.Errorf("long connections: %+v", long)
	}
}

// TestLongConnection protects the idle gap, both directions, and that neither ICMP nor
// what is refused is a connection.
func TestLongConnection(t *testing.T) {
	session := func(f detecttest.Flow, hours int, every time.Duration, reply bool) (flows []detecttest.Flow) {
		for at := time.Duration(0); at < time.Duration(hours)*hour; at += every {
			q := f
			q.At, q.Packets, q.Bytes, q.Takes = at, 4, 300, every-time.Second
			q.Flags = detecttest.NoFlags
			if at == 0 {
				q.Flags = 2
			}
			if f.Protocol != 0 {
				q.Flags = 0
			}
			flows = append(flows, q)
			if reply {
				flags := uint16(detecttest.NoFlags)
				if at == 0 {
					flags = 18
				}
				flows = append(flows, q.Reply(4, 300, flags))
			}
		}
		return flows
	}
	f := func(name string, want int, flows []detecttest.Flow) {
		t.Helper()
		found := of(detecttest.Run(t, defaults(), New, flows, hour), finding.LongConnection)
		if len(found) != want {
			t.Errorf("%s: %d findings, want %d: %+v", name, len(found), want, found)
		}
	}
	base := detecttest.Flow{Src: "10.0.0.5", Dst: "203.0.113.66", SrcPort: 40000, DstPort: 8443}
	f("five hours", 1, session(base, 5, time.Minute, true))
	f("windows of 600 s", 1, session(base, 5, 10*time.Minute, true))
	six := base
	six.Src, six.Dst = "fd00::5", "2001:db8::66"
	f("IPv6", 1, session(six, 5, time.Minute, true))
	udp := base
	udp.Protocol, udp.DstPort = iana.UDP, 500
	f("UDP", 1, session(udp, 5, time.Minute, true))
	f("three hours", 0, session(base, 3, time.Minute, true))
	gaps := session(base, 9, time.Minute, true)
	gaps = slices.DeleteFunc(gaps, func(f detecttest.Flow) bool { return f.At%hour > 30*time.Minute })
	f("silences of half an hour", 0, gaps)
	icmp := base
	icmp.Protocol, icmp.SrcPort, icmp.DstPort = iana.ICMP, 0, 0
	f("ICMP", 0, session(icmp, 9, time.Minute, true))
	rejected := session(base, 9, time.Minute, false)
	for i := range rejected {
		rejected[i].Action, rejected[i].Flags = record.Reject, 2
	}
	f("refused", 0, rejected)
	oneWay := session(udp, 9, time.Minute, false)
	f("one direction", 0, oneWay)
	inside := base
	inside.Dst = "10.0.0.9"
	f("a database pool inside", 0, session(inside, 9, time.Minute, true))
	var common []detecttest.Flow
	for h := range 8 {
		each := base
		each.Src = fmt.Sprintf("10.0.0.%d", h+1)
		common = append(common, session(each, 9, time.Minute, true)...)
	}
	if found := of(detecttest.Run(t, defaults(), New, common, hour), finding.LongConnection); len(found) > 3 {
		t.Errorf("what eight hosts do gives %d findings", len(found))
	}
}

// TestLowSlow protects the memory of days: a little on most days of a week is told,
// the same within four days or by many hosts is not.
func TestLowSlow(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	little := func(src string, days int) (flows []detecttest.Flow) {
		for d := range days {
			if d == 2 {
				continue
			}
			at := time.Duration(d)*24*hour + time.Duration(rng.IntN(86000))*time.Second
			flows = append(flows, calls(src, "203.0.113.66", 443, fixed(600), []time.Duration{at})...)
		}
		return flows
	}
	f := func(name string, want int, flows []detecttest.Flow) {
		t.Helper()
		found := of(detecttest.Run(t, defaults(), New, flows, 30*hour), finding.LowSlow)
		if len(found) < min(want, 1) || want == 0 && len(found) > 0 {
			t.Errorf("%s: %d findings, want %d: %+v", name, len(found), want, found)
		}
	}
	f("six of seven days", 1, little("10.0.0.5", 7))
	f("four days", 0, little("10.0.0.5", 5))
	f("by three hosts", 0, slices.Concat(little("10.0.0.5", 7), little("10.0.0.6", 7), little("10.0.0.7", 7)))
	big := little("10.0.0.5", 7)
	for i := range big {
		big[i].Bytes = 5000
	}
	f("five kilobytes each", 0, big)
}

// TestC2 protects the sum of signs: several together page, one alone does not.
func TestC2(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	background := crowd(rng, 30, 100*hour)
	f := func(name string, low, high int, page bool, flows []detecttest.Flow) {
		t.Helper()
		found := of(detecttest.Run(t, defaults(), New, append(flows, background...), 2*hour), finding.C2)
		found = slices.DeleteFunc(found, func(f finding.Finding) bool { return f.SrcAddr.String() != "10.0.0.5" })
		score, pages := 0, false
		why := ""
		for _, f := range found {
			if f.Score > score {
				score, why = f.Score, f.Why
			}
			pages = pages || f.Page
			if f.Score < 60 && !f.Weak || f.Score >= 60 && f.Weak {
				t.Errorf("%s: score %d, weak %v", name, f.Score, f.Weak)
			}
		}
		if score < low || score > high || pages != page {
			t.Errorf("%s: score %d, page %v, want %d to %d, %v: %s", name, score, pages, low, high, page, why)
		}
	}
	const c2 = "203.0.113.66"
	f("a beacon to an odd port after days", 85, 100, true,
		calls("10.0.0.5", c2, 4999, fixed(300), every(rng, 80*hour, 92*hour, 5*time.Minute, 0.2)))
	f("the same to the web", 40, 84, false,
		calls("10.0.0.5", c2, 443, fixed(300), every(rng, 80*hour, 92*hour, 5*time.Minute, 0.2)))
	f("always there", 30, 84, false,
		calls("10.0.0.5", c2, 443, fixed(300), every(rng, 0, 99*hour, 5*time.Minute, 0.2)))
	f("a few pages", 0, 0, false,
		calls("10.0.0.5", c2, 443, func(int) uint64 { return 300 + rng.Uint64N(5000) }, every(rng, 80*hour, 80*hour+20*time.Minute, 3*time.Minute, 0.9)))
	tries := calls("10.0.0.5", c2, 4999, fixed(60), every(rng, 80*hour, 82*hour, 30*time.Second, 0.5))
	tries = slices.DeleteFunc(tries, func(f detecttest.Flow) bool { return f.Src == c2 })
	for i := range tries {
		tries[i].Flags, tries[i].Packets = 2, 1
	}
	f("nobody answers, again and again", 70, 100, true, tries)
	f("one attempt", 0, 0, false, tries[:1])
	storm := calls("10.0.0.5", "203.0.113.53", 53, fixed(90), every(rng, 80*hour, 80*hour+10*time.Minute, 150*time.Millisecond, 0.5))
	for i := range storm {
		storm[i].Protocol, storm[i].Flags = iana.UDP, 0
	}
	f("a storm of questions for names", 50, 84, false, storm)
}

// TestSnapshot protects kill -9: tables that are written down and read in the middle
// of a run, and rolled back once more, give the findings of a run without.
func TestSnapshot(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	flows := slices.Concat(crowd(rng, 30, 12*hour),
		calls("10.0.0.5", "203.0.113.66", 4999, fixed(512), every(rng, 0, 12*hour, 5*time.Minute, 0.3)),
		calls("fd00::5", "2001:db8::66", 443, fixed(512), every(rng, 0, 12*hour, 10*time.Minute, 0)))
	whole := detecttest.Run(t, defaults(), New, flows, 2*hour)
	var out detecttest.Findings
	for _, f := range detecttest.Run(t, defaults(), detecttest.Cut(t, 6*hour, New), flows, 2*hour) {
		out.Find(f)
	}
	if len(whole) < 3 || len(whole) != len(out.Order) {
		t.Fatalf("%d findings with a snapshot, %d without", len(out.Order), len(whole))
	}
	for _, f := range whole {
		if got := out.ByID[f.ID]; text(got) != text(f) {
			t.Errorf("with a snapshot\n%s\nwithout\n%s", text(got), text(f))
		}
	}
}

func text(f finding.Finding) string {
	b, _ := json.Marshal(f)
	return string(b)
}

// FuzzRead: bytes that were not written by the tables are an error, not a crash.
func FuzzRead(f *testing.F) {
	f.Add((&link{network: "vpc-1", ring: []start{{1, 2}}, open: []conn{{port: 5}}}).Append(nil))
	f.Add((&pair{ports: []portScore{{port: 4}}}).Append(nil))
	f.Fuzz(func(t *testing.T, src []byte) {
		var l link
		if _, err := l.Read(src); err == nil {
			l.Clone()
			l.sample(0)
		}
		_, _ = new(pair).Read(src)
		_, _ = new(client).Read(src)
	})
}
