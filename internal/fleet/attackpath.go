package fleet

import (
	"slices"

	"github.com/weir-flow/weir/internal/finding"
)

var pathAttacks = []Attack{
	{Family: finding.NewEdge, Variant: "admin", Does: "a host logs in to a neighbour over SSH, which its app never did", plan: func(pl *planner) {
		to := pl.spot(worker)
		from := pl.meets(to)
		takes := int64(pl.between(5, 15)) * minute
		pl.session(from.c, pl.sideways(from, to, tcp, accepted), from.end(), to.end(), 22, pl.starts(takes), takes, 8e3, 2e4)
		pl.pair(from.end(), to.end(), 22)
		pl.mayPage()
	}},
	{Family: finding.NewEdge, Variant: "service", Does: "a host calls a service that its app never called, again and again", demo: true, plan: func(pl *planner) {
		to := pl.busy()
		port := callers(pl, to)[0].port
		from := pl.meets(to)
		n := pl.between(25, 60)
		l := pl.sideways(from, to, tcp, accepted)
		pl.train(from.c, pl.within(pl.starts(2*hour), 2*hour, n), func(d dice, _ int) shot {
			return shot{line: l, a: from.end(), b: to.end(), port: port, req: size{2e3, .9}.draw(d), resp: size{9e3, 1}.draw(d), secs: int64(1 + d.IntN(9))}
		})
		pl.pair(from.end(), to.end(), port)
		pl.mayPage()
		pl.about("%d connections in 2 hours", n)
	}},
	{Family: finding.Lateral, Variant: "from-outside", Does: "a public source comes to a bastion, from there to A, from A to B, within hours", plan: func(pl *planner) {
		first := pl.spot(bastion)
		pl.path(pl.stranger(), first)
		pl.also(finding.NewSource, finding.NewEdge)
	}},
	{Family: finding.Lateral, Variant: "inside", Does: "a host goes to A, from A to B and from B to C within hours, all for the first time", demo: true, plan: func(pl *planner) {
		first := pl.spot(worker)
		pl.path(endpoint{}, first)
		pl.also(finding.NewEdge)
	}},
}

// path is a chain of logins by ports of administration, each some ten minutes after the
// one before.
func (pl *planner) path(source endpoint, first spot) {
	at := pl.starts(3 * hour)
	ports := []uint16{22, 3389, 5985, 445}
	hop := func(c *cell, l *line, a, b endpoint, port uint16) {
		takes := int64(pl.between(4, 12)) * minute
		pl.session(c, l, a, b, port, at, takes, 9e3, 3e4)
		at += takes/2 + int64(pl.between(4, 25))*minute
	}
	hosts := []spot{first}
	for range 3 {
		last := hosts[len(hosts)-1]
		fresh := func(s spot) bool { return !slices.ContainsFunc(hosts, func(h spot) bool { return h.n == s.n }) }
		unknown := func(s spot) bool { return !talks(last, s) && !pl.pairs[[2]string{last.n.App, s.n.App}] }
		next := pl.spotOf(with(worker, near(last), fresh, unknown), with(worker, near(last), fresh), with(near(last), fresh))
		pl.pairs[[2]string{last.n.App, next.n.App}] = true
		hosts = append(hosts, next)
	}
	pl.source(first.end(), hosts[1].end())
	if source.addr != nil {
		hop(first.c, pl.inward(first, tcp, accepted), source, first.end(), 22)
		pl.p.incident.Src, _ = pl.name(source, first.end())
		hosts = hosts[:3]
	}
	var whom []endpoint
	for i := 1; i < len(hosts); i++ {
		a, b := hosts[i-1], hosts[i]
		hop(a.c, pl.sideways(a, b, tcp, accepted), a.end(), b.end(), ports[pl.d.IntN(len(ports))])
		whom = append(whom, b.end())
	}
	pl.p.incident.Dst = pl.texts(whom, first.end())
	pl.about("%d hops", len(pl.p.strands))
}
