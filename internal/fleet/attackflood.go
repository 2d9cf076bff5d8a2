package fleet

import "github.com/weir-flow/weir/internal/finding"

var floodAttacks = []Attack{
	{Family: finding.FloodIn, Variant: "one-source", Does: "one public source opens thousands of connections to a front-facing host in minutes", plan: func(pl *planner) {
		h := pl.spot(front)
		pl.floodIn([]spot{h}, pl.strangers(1), pl.between(3000, 6000))
	}},
	{Family: finding.FloodIn, Variant: "many-sources", Does: "hundreds of public sources flood a front-facing host", demo: true, plan: func(pl *planner) {
		h := pl.spot(front)
		pl.floodIn([]spot{h}, pl.strangers(pl.between(250, 500)), pl.between(4000, 7000))
	}},
	{Family: finding.FloodIn, Variant: "subnet", Does: "many public sources flood every public host of a subnet", plan: func(pl *planner) {
		h := pl.spot(exposed)
		hosts := []spot{h}
		for _, o := range pl.neighbours(h, exposed) {
			if o.n.Subnet == h.n.Subnet {
				hosts = append(hosts, o)
			}
		}
		pl.floodIn(hosts, pl.strangers(pl.between(100, 200)), pl.between(5000, 8000))
		pl.entity(finding.KindSubnet, h.n)
	}},
	{Family: finding.FloodIn, Variant: "bytes", Does: "one public source sends gigabytes of UDP to a host in one flow", plan: func(pl *planner) {
		h := pl.spot(exposed)
		from, port := pl.stranger(), uint16(pl.between(20000, 60000))
		l := pl.inward(h, udp, refusedThere)
		rate := uint64(pl.between(2, 6)) * 1e6 // packets a minute
		own := ephemeral(pl.d, true)
		pl.train(h.c, pl.every(pl.starts(8*minute), 8, minute, 0), func(dice, int) shot {
			return shot{line: l, a: from, b: h.end(), aPort: own, port: port, secs: 59, sent: half{rate, rate * 1200, 0}}
		})
		pl.target(h.end(), from, port)
		pl.p.incident.Src, _ = pl.name(from, h.end())
		pl.also(finding.Surge, finding.Probe)
		pl.about("%d packets of 1200 bytes a minute", rate)
	}},
	{Family: finding.FloodOut, Variant: "syn", Does: "an internal host opens thousands of connections to one public address that does not answer", demo: true, plan: func(pl *planner) {
		pl.floodOut(tcp, []uint16{80, 443}[pl.d.IntN(2)])
	}},
	{Family: finding.FloodOut, Variant: "udp", Does: "an internal host sends thousands of UDP flows to one public address", plan: func(pl *planner) {
		pl.floodOut(udp, uint16(pl.between(1024, 60000)))
	}},
}

// floodIn makes half-open connections to hosts from sources, over some minutes.
func (pl *planner) floodIn(hosts []spot, from []endpoint, n int) {
	h := hosts[0]
	takes := int64(pl.between(4, 8)) * minute
	l := pl.inward(h, tcp, accepted)
	pl.train(h.c, pl.within(pl.starts(takes), takes, n), func(d dice, k int) shot {
		sent := uint64(1 + d.IntN(3))
		return shot{
			line: l, a: from[d.IntN(len(from))], b: hosts[k%len(hosts)].end(), port: 443, secs: int64(d.IntN(4)),
			sent: half{sent, sent * 60, 2}, got: half{sent, sent * 60, 18},
		}
	})
	pl.target(h.end(), from[0], 443)
	if len(from) == 1 {
		pl.p.incident.Src, _ = pl.name(from[0], h.end())
	} else {
		pl.p.incident.Src = pl.texts(from, h.end())
	}
	pl.also(finding.Surge, finding.ShortConnections, finding.NewSource)
	pl.about("%d connections of %d sources in %d minutes", n, len(from), takes/minute)
}

// floodOut makes an internal host take part in a flood: one target, a packet or two a
// flow.
func (pl *planner) floodOut(proto uint8, port uint16) {
	from, to := pl.spot(worker), pl.stranger()
	n := pl.between(2000, 4000)
	takes := int64(pl.between(3, 6)) * minute
	l := pl.outward(from, saas, proto, unanswered)
	pl.train(from.c, pl.within(pl.starts(takes), takes, n), func(d dice, _ int) shot {
		sent := uint64(1 + d.IntN(2))
		s := shot{line: l, a: from.end(), b: to, port: port, sent: half{sent, sent * 60, 2}}
		if proto == udp {
			s.sent = half{sent, sent * 1100, 0}
		}
		return s
	})
	pl.pair(from.end(), to, port)
	pl.also(finding.Surge, finding.NewDestination)
	pl.about("%d flows of 1 or 2 packets in %d minutes", n, takes/minute)
}
