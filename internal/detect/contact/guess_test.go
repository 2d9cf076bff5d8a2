package contact

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
)

func guessTestRules() []*rule.Rule {
	mk := func(id string, f finding.Family, s finding.Severity, set func(*rule.Guess)) *rule.Rule {
		g := rule.DefaultGuess
		set(&g)
		return &rule.Rule{ID: id, Title: id, Severity: s, Weir: rule.Weir{Family: f, Settings: g}}
	}
	return []*rule.Rule{
		mk("guess-inbound", finding.Guess, finding.Medium, func(g *rule.Guess) {}),
		mk("guess-internal", finding.Guess, finding.High, func(g *rule.Guess) { g.Way = rule.Internal }),
		mk("guess-outbound", finding.Guess, finding.High, func(g *rule.Guess) { g.Way = rule.Outbound }),
		mk("guess-distributed", finding.Guess, finding.Medium, func(g *rule.Guess) { g.Distributed = true }),
		mk("guess-success", finding.GuessSuccess, finding.Critical, func(g *rule.Guess) { g.Way, g.Success, g.Attempts = rule.AnyWay, true, 15 }),
	}
}

// attempts are connections of a source that fail to log in, one like the other.
func attempts(src, dst string, port uint16, n int, every time.Duration, flags bool) []flow {
	rng := rand.New(rand.NewPCG(uint64(n), 3))
	var out []flow
	for i := range n {
		f := flow{
			At: time.Duration(i)*every + time.Duration(rng.Int64N(int64(every)/3)), Takes: 3 * time.Second, Src: src, Dst: dst, SrcPort: uint16(40000 + i), DstPort: port,
			Packets: uint64(15 + i%2), Bytes: uint64(2000 + 16*(i%4)),
		}
		r := f.Reply(13, 2800, 0)
		if flags {
			f.Flags, r.Flags = 3, 19
		}
		out = append(out, f, r)
	}
	return out
}

// session is one connection that goes on for minutes.
func session(src, dst string, port uint16, at time.Duration, minutes int, flags bool) []flow {
	var out []flow
	for i := range minutes {
		f := flow{At: at + time.Duration(i)*time.Minute, Src: src, Dst: dst, SrcPort: 60001, DstPort: port, Packets: 90, Bytes: 9000}
		r := f.Reply(120, 30000, 0)
		if flags {
			f.Flags, r.Flags = detecttest.NoFlags, detecttest.NoFlags
			if i == 0 {
				f.Flags, r.Flags = 2, 18
			}
		}
		out = append(out, f, r)
	}
	return out
}

// TestGuess: guessing is found at any speed, and so is the guess that fits.
func TestGuess(t *testing.T) {
	f := func(name string, flows []flow, want ...string) {
		t.Helper()
		found := find(t, guessTestRules(), flows)
		if got := strings.TrimSpace(told(found)); got != strings.Join(want, "\n") {
			t.Errorf("%s: found\n%s\nwant\n%s", name, got, strings.Join(want, "\n"))
		}
		for _, n := range found {
			if testing.Verbose() {
				t.Logf("%s: %s | %s | %d", name, n.Why, n.Evidence.Filter, n.Count)
			}
		}
	}
	const src, host, other = "203.0.113.5", "10.0.0.7", "10.0.0.9"
	// Administrators from three places make the port one that serves the internet.
	open := func(flows []flow) []flow {
		for i, admin := range []string{"198.51.100.1", "198.51.100.2", "198.51.100.3"} {
			flows = append(flows, session(admin, host, 22, time.Duration(i)*time.Second, 2, true)...)
		}
		return flows
	}
	later := func(flows []flow, by time.Duration) []flow {
		for i := range flows {
			flows[i].At += by
		}
		return flows
	}
	f("SSH, fast", open(later(attempts(src, host, 22, 60, 10*time.Second, true), 3*time.Minute)), "guess-inbound 203.0.113.5 exposure")
	f("SSH at a port that served nobody", attempts(src, host, 22, 60, 10*time.Second, true), "guess-inbound 203.0.113.5 page")
	f("version 2", open(later(attempts(src, host, 22, 60, 10*time.Second, false), 3*time.Minute)), "guess-inbound 203.0.113.5 exposure")
	f("slow, over three days", open(later(attempts(src, host, 22, 40, 110*time.Minute, true), 3*time.Minute)), "guess-inbound 203.0.113.5 exposure")
	f("windows of ten minutes", func() []flow {
		flows := open(later(attempts(src, host, 22, 60, 10*time.Second, true), 3*time.Minute))
		for i := range flows {
			flows[i].Takes = min(flows[i].Takes*10, 600*time.Second)
		}
		return flows
	}(), "guess-inbound 203.0.113.5 exposure")
	f("twenty-nine", attempts(src, host, 22, 29, 10*time.Second, true))
	f("RDP inside", attempts(other, host, 3389, 40, 5*time.Second, true), "guess-internal 10.0.0.9 page")
	f("WinRM inside, version 2", attempts(other, host, 5985, 40, 5*time.Second, false), "guess-internal 10.0.0.9 page")
	f("PostgreSQL inside", attempts(other, host, 5432, 80, 10*time.Second, true), "guess-internal 10.0.0.9 page")
	f("IPv6", attempts("fd00::9", "fd00::7", 22, 40, 5*time.Second, true), "guess-internal fd00::9 page")
	f("IPv6, short answers", func() []flow {
		flows := attempts("fd00::9", "fd00::7", 22, 40, 5*time.Second, true)
		for i := range flows {
			flows[i].Packets, flows[i].Bytes = 17, 1666
		}
		return flows
	}(), "guess-internal fd00::9 page")
	f("many servers, a few each", func() (flows []flow) {
		for i := range 12 {
			flows = append(flows, later(attempts(other, fmt.Sprintf("10.0.1.%d", i+1), 22, 4, 7*time.Second, true), time.Duration(i)*time.Minute)...)
		}
		return flows
	}(), "guess-internal 10.0.0.9 page")
	f("own host at the internet", attempts(host, src, 22, 60, 3*time.Second, true), "guess-outbound 10.0.0.7 page")
	f("dozens of sources", func() (flows []flow) {
		for i := range 40 {
			flows = append(flows, later(attempts(fmt.Sprintf("203.0.113.%d", i+1), host, 22, 4, 20*time.Minute, true), 30*time.Hour+time.Duration(i)*20*time.Second)...)
		}
		return open(flows)
	}(), "guess-distributed 10.0.0.7 exposure")
	f("dozens of sources, over the end of a stretch that is counted", func() (flows []flow) {
		for i := range 53 {
			flows = append(flows, later(attempts(fmt.Sprintf("203.0.113.%d", i+1), host, 22, 3, 40*time.Minute, true), 80*time.Minute+time.Duration(i)*45*time.Second)...)
		}
		return open(flows)
	}(), "guess-distributed 10.0.0.7 exposure")

	for _, flags := range []bool{true, false} {
		f(fmt.Sprint("SSH, then a password fits, flags ", flags), append(attempts(other, host, 22, 40, 15*time.Second, flags), session(other, host, 22, 12*time.Minute, 8, flags)...),
			"guess-internal 10.0.0.9 page", "guess-success 10.0.0.9 page")
	}
	f("from the internet, then a password fits", open(append(later(attempts(src, host, 22, 80, 15*time.Second, true), 3*time.Minute), session(src, host, 22, 26*time.Minute, 6, true)...)),
		"guess-inbound 203.0.113.5 exposure", "guess-success 203.0.113.5 page")
}

// TestNoGuess: programs and people that log in are no guessers.
func TestNoGuess(t *testing.T) {
	f := func(name string, flows []flow) {
		t.Helper()
		for _, n := range find(t, guessTestRules(), flows) {
			t.Errorf("%s: %s: %s", name, n.Rule, n.Why)
		}
	}
	rng := rand.New(rand.NewPCG(5, 5))
	const src, host, other = "203.0.113.5", "10.0.0.7", "10.0.0.9"
	many := func(n int, every time.Duration, port uint16, make func(i int) flow) (flows []flow) {
		for i := range n {
			f := make(i)
			f.At, f.Dst, f.DstPort, f.SrcPort = time.Duration(i)*every+time.Duration(rng.Int64N(int64(every)/2)), host, port, uint16(40000+i)
			if f.Src == "" {
				f.Src = other
			}
			if f.Takes == 0 {
				f.Takes = 2 * time.Second
			}
			flows = append(flows, f, f.Reply(f.Packets, 2*f.Bytes, f.Flags|16))
		}
		return flows
	}
	f("a pool of connections to a database", func() (flows []flow) {
		for c := range 20 {
			for m := range 180 {
				flags := uint16(detecttest.NoFlags)
				if m%30 == 0 {
					flags = 2
				}
				fl := flow{At: time.Duration(m)*time.Minute + time.Duration(c)*time.Second, Src: other, Dst: host, SrcPort: uint16(40000 + 100*c + m/30), DstPort: 5432, Packets: 300, Bytes: 40000, Flags: flags}
				flows = append(flows, fl, fl.Reply(300, 90000, flags))
			}
		}
		return flows
	}())
	f("a program that connects for each question", many(400, 3*time.Second, 3306, func(i int) flow {
		p := uint64(8 + rng.IntN(30))
		return flow{Packets: p, Bytes: p*52 + uint64(100+rng.IntN(3000)), Flags: 3}
	}))
	f("monitoring over SSH by the clock", func() (flows []flow) {
		for i := range 300 {
			fl := flow{At: time.Duration(i) * 5 * time.Minute, Takes: 2 * time.Second, Src: other, Dst: host, SrcPort: uint16(40000 + i), DstPort: 22, Packets: 28, Bytes: 4200, Flags: 3}
			flows = append(flows, fl, fl.Reply(28, 5200, 19))
		}
		return flows
	}())
	f("monitoring that greets SSH", many(400, time.Minute, 22, func(int) flow { return flow{Packets: 6, Bytes: 340, Flags: 3} }))
	f("health checks of a load balancer", many(400, 5*time.Second, 3389, func(int) flow { return flow{Packets: 4, Bytes: 216, Flags: 3} }))
	f("ansible", many(60, 3*time.Second, 22, func(int) flow {
		return flow{Packets: 70 + uint64(rng.IntN(80)), Bytes: 20000 + uint64(rng.IntN(90000)), Flags: 3}
	}))
	f("backup over SSH", many(40, time.Hour, 22, func(int) flow { return flow{Packets: 9000, Bytes: 9e6, Flags: 3, Takes: 50 * time.Second} }))
	f("rejected", func() (flows []flow) {
		for _, fl := range attempts(src, host, 23, 130, time.Minute, true) {
			if fl.Src == src {
				fl.Action, fl.Flags, fl.Packets, fl.Bytes = 2, 2, 1, 40
				flows = append(flows, fl)
			}
		}
		return flows
	}())
	f("an administrator", append(append(session(src, host, 22, 0, 20, true), session(src, host, 22, time.Hour, 30, true)...), session(src, host, 22, 3*time.Hour, 5, true)...))
	f("reset", func() (flows []flow) {
		for _, fl := range attempts(other, host, 5432, 100, 10*time.Second, true) {
			if fl.Src == other {
				fl.Flags, fl.Packets, fl.Bytes = 2, 1, 60
			} else {
				fl.Flags, fl.Packets, fl.Bytes = 4, 1, 40
			}
			flows = append(flows, fl)
		}
		return flows
	}())
}

// TestGuessCaptures: nobody guesses in the captures.
func TestGuessCaptures(t *testing.T) {
	for _, name := range []string{"win-attacked-008", "nmap-internal", "apt29-day1", "njrat-001", "android-rat-003", "dns-malware-v2"} {
		for _, f := range detecttest.Run(t, append(guessTestRules(), floodRules()...), New, detecttest.Capture(t, name), time.Hour) {
			t.Errorf("%s: %s: %s", name, f.Rule, f.Why)
		}
	}
}
