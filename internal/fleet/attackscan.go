package fleet

import (
	"net/netip"
	"slices"

	"github.com/weir-flow/weir/internal/finding"
)

var scanAttacks = []Attack{
	{Family: finding.Scan, Variant: "vertical", Does: "a public source tries hundreds of ports of one host in minutes", plan: func(pl *planner) {
		to := pl.spot(bastion)
		n := pl.between(200, 600)
		pl.scanIn(to, []spot{to}, pl.ports(n, 1024, 19999), int64(pl.between(3, 20))*minute)
	}},
	{Family: finding.Scan, Variant: "horizontal", Does: "a public source tries a few ports of every public host", plan: func(pl *planner) {
		to := pl.spot(exposed)
		all := append(pl.neighbours(to, exposed), to)
		pl.scanIn(to, all, sample(pl.d, scanned[3:], max(2, (scanTargets+4)/len(all)+1)), int64(pl.between(4, 30))*minute)
	}},
	{Family: finding.Scan, Variant: "block", Does: "a public source tries many ports of every public host", plan: func(pl *planner) {
		to := pl.spot(exposed)
		pl.scanIn(to, append(pl.neighbours(to, exposed), to), pl.ports(pl.between(12, 30), 1024, 9999), int64(pl.between(10, 60))*minute)
	}},
	{Family: finding.Scan, Variant: "distributed", Does: "dozens of public sources share the ports of one host among them", plan: func(pl *planner) {
		to := pl.spot(bastion)
		from := pl.strangers(pl.between(30, 60))
		ports := pl.ports(3*len(from), 1024, 39999)
		takes := pl.lasts(int64(pl.between(30, 90)) * minute)
		l := pl.inward(to, tcp, refusedThere)
		pl.train(to.c, pl.within(pl.starts(takes), takes, len(ports)), func(_ dice, k int) shot {
			return shot{line: l, a: from[k%len(from)], b: to.end(), port: ports[k]}
		})
		pl.target(to.end(), from[0], 0)
		pl.p.incident.Src = pl.texts(from, to.end())
		pl.also(finding.Probe, finding.RejectSurge)
		pl.page(false)
		pl.about("%d sources, %d ports", len(from), len(ports))
	}},
	{Family: finding.Scan, Variant: "slow", Does: "a public source tries one port every ten minutes, for hours", plan: func(pl *planner) {
		to := pl.spot(exposed)
		takes := pl.lasts(20 * hour)
		n := int(takes / 600)
		all := append(pl.neighbours(to, exposed), to)
		from, ports := pl.stranger(), pl.ports(n, 1024, 39999)
		l := pl.inward(to, tcp, refusedThere)
		pl.train(to.c, pl.every(pl.starts(takes), n, 600, 0.05), func(_ dice, k int) shot {
			return shot{line: l, a: from, b: all[k%len(all)].end(), port: ports[k]}
		})
		pl.source(from, to.end())
		pl.page(false)
		pl.about("%d probes, one every ten minutes", n)
	}},
	{Family: finding.Scan, Variant: "internal", Does: "an internal host tries ports of its neighbours", demo: true, plan: func(pl *planner) {
		pl.scanInside(int64(pl.between(2, 8))*minute, pl.between(30, 120), 0)
	}},
	{Family: finding.Scan, Variant: "internal-slow", Does: "an internal host tries one port every ten minutes, for hours", plan: func(pl *planner) {
		takes := pl.lasts(10 * hour)
		pl.scanInside(takes, int(takes/600), 0.05)
	}},
	{Family: finding.Scan, Variant: "outbound", Does: "an internal host tries one port of many public addresses", plan: func(pl *planner) {
		from := pl.spot(worker)
		to := pl.strangers(pl.between(60, 250))
		port := scanned[pl.d.IntN(len(scanned))]
		l := pl.outward(from, saas, tcp, unanswered)
		takes := int64(pl.between(2, 10)) * minute
		pl.train(from.c, pl.within(pl.starts(takes), takes, len(to)), func(_ dice, k int) shot {
			return shot{line: l, a: from.end(), b: to[k], port: port}
		})
		pl.source(from.end(), to[0])
		pl.p.incident.DstPort = port
		pl.also(finding.FloodOut, finding.Surge)
		pl.about("%d public addresses on port %d", len(to), port)
	}},
	{Family: finding.Probe, Variant: "few", Does: "a public source tries fewer than ten ports", plan: func(pl *planner) {
		to := pl.spot(exposed)
		pl.scanIn(to, []spot{to}, pl.ports(pl.between(3, 7), 1024, 39999), int64(pl.between(1, 30))*minute)
	}},
	{Family: finding.Probe, Variant: "internal", Does: "an internal host tries a few closed ports of a neighbour", plan: func(pl *planner) {
		from := pl.spot(worker)
		to := pl.spotOf(with(near(from), worker), near(from))
		ports := pl.ports(pl.between(3, 7), 1024, 30000)
		l := pl.sideways(from, to, tcp, refusedThere)
		pl.train(from.c, pl.within(pl.starts(hour), hour, len(ports)), func(_ dice, k int) shot {
			return shot{line: l, a: from.end(), b: to.end(), port: ports[k]}
		})
		pl.pair(from.end(), to.end(), 0)
		pl.mayPage()
		pl.about("%d ports", len(ports))
	}},
	{Family: finding.Exposure, Variant: "opened", Does: "a port that was only ever probed answers a public address", plan: func(pl *planner) {
		// Probed by many sources for days, refused; then somebody opens it.
		to := pl.spot(bastion)
		port := uint16(pl.between(20000, 29999))
		opens := pl.starts(3 * hour)
		before := pl.strangers(25)
		knock, enter := pl.inward(to, tcp, refusedThere), pl.inward(to, tcp, accepted)
		probes := pl.within(pl.w.start+minute, opens-pl.w.start-hour, len(before))
		pl.train(to.c, probes, func(_ dice, k int) shot { return shot{line: knock, a: before[k], b: to.end(), port: port} })
		who := pl.strangers(4)
		pl.train(to.c, pl.within(opens, 2*hour, pl.between(6, 14)), func(d dice, k int) shot {
			return shot{line: enter, a: who[k%len(who)], b: to.end(), port: port, req: size{600, .4}.draw(d), resp: size{2500, .4}.draw(d), secs: 2}
		})
		pl.target(to.end(), who[0], port)
		pl.p.incident.Start, pl.p.incident.End = opens, opens+2*hour
		pl.also(finding.NewSource, finding.Probe)
		pl.about("refused %d sources before it answered %d", len(before), len(who))
	}},
}

// scanIn is a scan from outside, which ports refuse: every port of every host, in a
// random order.
func (pl *planner) scanIn(first spot, hosts []spot, ports []uint16, takes int64) {
	from := pl.stranger()
	takes = pl.lasts(takes)
	type target struct {
		host spot
		port uint16
	}
	var all []target
	for _, h := range hosts {
		for _, p := range ports {
			all = append(all, target{h, p})
		}
	}
	pl.d.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	l := pl.inward(first, tcp, refusedThere)
	pl.train(first.c, pl.within(pl.starts(takes), takes, len(all)), func(_ dice, k int) shot {
		return shot{line: l, a: from, b: all[k].host.end(), port: all[k].port}
	})
	pl.source(from, first.end())
	if len(hosts) == 1 {
		_, pl.p.incident.Dst = pl.name(from, first.end())
	}
	pl.page(false)
	pl.also(finding.RejectSurge)
	pl.about("%d ports of %d hosts in %d minutes", len(ports), len(hosts), takes/minute)
}

// scanInside is a scan between hosts of a network: most ports are refused, some answer.
func (pl *planner) scanInside(takes int64, n int, jitter float64) {
	from := pl.spot(worker)
	hosts := pl.neighbours(from, not(exposed))
	if pl.p.six { // a scanner has one address: all are of its kind, or none
		both := slices.DeleteFunc(slices.Clone(hosts), func(s spot) bool { return s.n.Addr6 == nil })
		if pl.p.six = from.n.Addr6 != nil && len(both) >= 5; pl.p.six {
			hosts = both
		}
	}
	hosts = hosts[:min(len(hosts), pl.between(5, 40))]
	ports := pl.ports(n/len(hosts)+1, 1024, 19999)
	start := pl.starts(takes)
	times := pl.within(start, takes, n)
	if jitter > 0 {
		times = pl.every(start, n, float64(takes)/float64(n), jitter)
	}
	open := pl.d.Uint64()
	pl.train(from.c, times, func(d dice, k int) shot {
		to := hosts[k%len(hosts)]
		s := shot{line: pl.sideways(from, to, tcp, refusedThere), a: from.end(), b: to.end(), port: ports[k/len(hosts)%len(ports)]}
		if mix(open^uint64(k))%12 == 0 {
			s.line, s.req, s.resp = pl.sideways(from, to, tcp, accepted), 0, 0
		}
		return s
	})
	pl.source(from.end(), hosts[0].end())
	pl.also(finding.RejectSurge, finding.NewEdge)
	pl.about("%d probes of %d hosts in %d minutes", n, len(hosts), takes/minute)
}

// sweeps are the internet's: sources that visit every public address on a port or two
// within minutes, or one of them on very many ports, every day of the span. They are
// told of among the visitors, as one source comes to several accounts.
func (pl *planner) sweeps() {
	for first := pl.w.start; first+hour < pl.w.end; first += day {
		for i := range 6 {
			for _, a := range pl.w.accounts {
				pl.next()
				d := newDice(pl.w.cfg.Seed, 12, uint64(first), uint64(i)) // the same source in every account
				from := pl.outsider(drawOutside4(d, netip.Prefix{}))
				ports := sample(d, scanned, 1+d.IntN(2))
				takes := int64(3+d.IntN(30)) * minute
				start := first + d.Int64N(max(1, min(day, pl.w.end-first)-takes-10*minute))
				var hosts []spot
				for _, c := range a.cells {
					for _, n := range c.all {
						if s := (spot{n, c, roleOf(a, n)}); n.From <= start && n.To == pl.w.end && n.kind != gateway && n.kind != spare && exposed(s) {
							hosts = append(hosts, s)
						}
					}
				}
				if i == 5 { // one host, many ports
					hosts, ports = hosts[d.IntN(len(hosts)):][:1], pl.ports(30+d.IntN(200), 1024, 29999)
					if a != pl.w.accounts[len(pl.w.accounts)-1] {
						continue
					}
				}
				pl.sweep(a, from, hosts, ports, start, takes)
			}
		}
	}
}

func (pl *planner) sweep(a *account, from endpoint, hosts []spot, ports []uint16, start, takes int64) {
	pl.p.acct = a
	n := len(hosts) * len(ports)
	refused, answered := pl.inward(hosts[0], tcp, refusedThere), pl.inward(hosts[0], tcp, accepted)
	pl.train(hosts[0].c, pl.within(start, takes, n), func(_ dice, k int) shot {
		h, port := hosts[k%len(hosts)], ports[k/len(hosts)]
		s := shot{line: refused, a: from, b: h.end(), port: port}
		if front(h) && (port == 443 || port == 80) {
			s.line = answered
		}
		return s
	})
	pl.p.incident.Noise = true
	pl.settle()
}
