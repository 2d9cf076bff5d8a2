package fleet

import "github.com/weir-flow/weir/internal/finding"

var channelAttacks = []Attack{
	{Family: finding.C2, Variant: "https", Does: "a host calls home with some jitter, and every now and then much goes back and forth", demo: true, plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		takes := pl.lasts(9 * hour)
		gap := float64(pl.between(60, 180))
		start := pl.starts(takes)
		pl.beacon(from, to, 443, start, takes, gap, 0.2)
		// Work is done: interactive sessions, and something is fetched.
		for range 4 {
			at := start + takes/6 + pl.d.Int64N(takes*2/3)
			pl.session(from.c, pl.outward(from, saas, tcp, accepted), from.end(), to, 443, at, int64(pl.between(3, 9))*minute, 2e5, 6e5)
		}
		pl.also(finding.Beacon, finding.NewDestination, finding.LongConnection)
	}},
	{Family: finding.C2, Variant: "raw", Does: "a host tries again and again to reach a port that mostly does not answer, as bots do", plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		port := uint16(pl.between(1024, 9999))
		takes := pl.lasts(6 * hour)
		n := int(takes) / pl.between(20, 60)
		dead, alive := pl.outward(from, saas, tcp, unanswered), pl.outward(from, saas, tcp, accepted)
		pl.train(from.c, pl.every(pl.starts(takes), n, float64(takes)/float64(n), 0.15), func(d dice, k int) shot {
			s := shot{line: dead, a: from.end(), b: to, port: port}
			if d.IntN(5) == 0 {
				s.line, s.req, s.resp, s.secs = alive, size{400, .2}.draw(d), size{300, .2}.draw(d), int64(1+d.IntN(20))
			}
			return s
		})
		pl.pair(from.end(), to, port)
		pl.also(finding.Beacon, finding.NewDestination, finding.FloodOut)
		pl.about("%d attempts on port %d", n, port)
	}},
	{Family: finding.Beacon, Variant: "jitter0", Does: "a host calls home by the clock", demo: true, plan: func(pl *planner) { pl.beacons(0) }},
	{Family: finding.Beacon, Variant: "jitter20", Does: "a host calls home, gaps vary by 20 %", plan: func(pl *planner) { pl.beacons(0.2) }},
	{Family: finding.Beacon, Variant: "jitter50", Does: "a host calls home, gaps vary by 50 %", plan: func(pl *planner) { pl.beacons(0.5) }},
	{Family: finding.Beacon, Variant: "ipv6", Does: "a host calls home over IPv6, gaps vary by 10 %", plan: func(pl *planner) {
		pl.p.six = true
		pl.beacons(0.1)
	}},
	{Family: finding.LongConnection, Variant: "outbound", Does: "a host keeps one connection to an unknown address open for hours", demo: true, plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		takes := pl.lasts(int64(pl.between(7, 11)) * hour)
		pl.session(from.c, pl.outward(from, saas, tcp, accepted), from.end(), to, uint16(pl.between(1024, 9999)), pl.starts(takes), takes, 900, 1200)
		pl.pair(from.end(), to, 0)
		pl.also(finding.NewDestination, finding.C2)
		pl.about("%.1f hours", float64(takes)/hour)
	}},
	{Family: finding.LowSlow, Variant: "drip", Does: "a host sends a few hundred bytes to a rare address a few times a day, for days", demo: true, plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		start := pl.w.start + min(day, (pl.w.end-pl.w.start)/8) + pl.d.Int64N(hour)
		n := int((pl.w.end - start) / (5 * hour))
		l := pl.outward(from, saas, tcp, accepted)
		pl.train(from.c, pl.within(start, pl.w.end-start-hour, n), func(d dice, _ int) shot {
			return shot{line: l, a: from.end(), b: to, port: 443, req: size{220, .15}.draw(d), resp: size{180, .15}.draw(d), secs: int64(d.IntN(2))}
		})
		pl.pair(from.end(), to, 443)
		pl.also(finding.NewDestination, finding.Beacon)
		pl.mayPage()
		pl.about("%d contacts over %.1f days", n, float64(pl.w.end-start)/day)
	}},
	{Family: finding.Incident, Variant: "chain", Does: "one host scans a little, calls home, and sends something out, within a day", plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		takes := pl.lasts(10 * hour)
		start := pl.starts(takes)
		// All of it over one version of IP, for it is about one address.
		hosts := pl.neighbours(from, with(not(exposed), func(s spot) bool { return !pl.p.six || (s.n.Addr6 != nil) == (from.n.Addr6 != nil) }))
		if len(hosts) == 0 {
			hosts = pl.neighbours(from, not(exposed))
		}
		ports := pl.ports(15, 1024, 19999)
		pl.train(from.c, pl.within(start, hour, 15), func(_ dice, k int) shot {
			h := hosts[k%len(hosts)]
			return shot{line: pl.sideways(from, h, tcp, refusedThere), a: from.end(), b: h.end(), port: ports[k]}
		})
		pl.beacon(from, to, 443, start+hour/2, takes-hour, float64(pl.between(90, 240)), 0.2)
		pl.session(from.c, pl.outward(from, saas, tcp, accepted), from.end(), to, 443, start+takes*3/4, 12*minute, 4e7, 5e5)
		pl.source(from.end(), to)
		pl.p.incident.Dst, pl.p.incident.DstPort = nil, 0
		pl.also(finding.Scan, finding.Probe, finding.Beacon, finding.C2, finding.Exfil, finding.NewDestination, finding.Surge, finding.NewEdge)
	}},
}

func (pl *planner) beacons(jitter float64) {
	from, to := pl.spot(worker), pl.stranger()
	takes := pl.lasts(int64(pl.between(9, 14)) * hour)
	pl.beacon(from, to, []uint16{443, 8443, 8080, 80}[pl.d.IntN(4)], pl.starts(takes), takes, float64(pl.between(60, 300)), jitter)
	pl.also(finding.C2, finding.NewDestination)
}

// beacon is a train of connections of nearly equal size.
func (pl *planner) beacon(from spot, to endpoint, port uint16, start, takes int64, gap, jitter float64) {
	n := int(float64(takes) / gap)
	req, resp := size{float64(pl.between(250, 900)), .03}, size{float64(pl.between(200, 1300)), .05}
	l := pl.outward(from, saas, tcp, accepted)
	pl.train(from.c, pl.every(start, n, gap, jitter), func(d dice, _ int) shot {
		return shot{line: l, a: from.end(), b: to, port: port, req: req.draw(d), resp: resp.draw(d), secs: int64(d.IntN(2))}
	})
	pl.pair(from.end(), to, port)
	pl.about("%d calls, one every %.0f s, jitter %.0f %%", n, gap, jitter*100)
}
