package fleet

import (
	"net/netip"

	"github.com/weir-flow/weir/internal/finding"
)

// forbiddenEdge is a line of the list of apps that must not call each other.
type forbiddenEdge struct {
	client, server string
	port           uint16
}

var listAttacks = []Attack{
	{Family: finding.KnownBad, Variant: "out", Does: "a host calls an address of the known-bad list", demo: true, plan: func(pl *planner) {
		from := pl.spot(worker)
		pl.callsListed(from, drawIn(pl.d, pl.list(knownBad)), tcp, 443, pl.between(4, 9))
		pl.also(finding.NewDestination)
	}},
	{Family: finding.KnownBad, Variant: "in", Does: "an address of the known-bad list knocks at a public host and is refused", plan: func(pl *planner) {
		to := pl.spot(exposed)
		pl.p.six = false
		from := pl.outsider(drawIn(pl.d, pl.list(knownBad)))
		ports := pl.ports(3, 1024, 40000)
		l := pl.inward(to, tcp, refusedThere)
		pl.train(to.c, pl.within(pl.starts(hour), hour, 5), func(_ dice, k int) shot {
			return shot{line: l, a: from, b: to.end(), port: ports[k%3]}
		})
		pl.pair(from, to.end(), 0)
		pl.also(finding.Probe)
		pl.mayPage()
	}},
	{Family: finding.ForbiddenSource, Variant: "range", Does: "a public source of a forbidden range is let in at a front-facing host", demo: true, plan: func(pl *planner) {
		to := pl.spot(front)
		pl.p.six = false
		from := pl.outsider(drawIn(pl.d, pl.list(forbiddenSources)))
		l := pl.inward(to, tcp, accepted)
		n := pl.between(4, 9)
		pl.train(to.c, pl.within(pl.starts(hour), hour, n), func(d dice, _ int) shot {
			return shot{line: l, a: from, b: to.end(), port: 443, req: size{900, .5}.draw(d), resp: size{4e3, .8}.draw(d), secs: int64(1 + d.IntN(5))}
		})
		pl.pair(from, to.end(), 443)
		pl.about("%d connections", n)
	}},
	{Family: finding.ForbiddenDestination, Variant: "range", Does: "a host calls an address of a forbidden range", demo: true, plan: func(pl *planner) {
		from := pl.spot(worker)
		pl.callsListed(from, drawIn(pl.d, pl.list(forbiddenDestinations)), tcp, 443, pl.between(4, 9))
		pl.also(finding.NewDestination)
	}},
	{Family: finding.ForbiddenDestination, Variant: "resolver", Does: "a host asks a public resolver that is not approved", plan: func(pl *planner) {
		from := pl.spot(worker)
		pl.callsListed(from, pl.unknown(), udp, 53, pl.between(15, 40))
		pl.also(finding.NewDestination)
	}},
	{Family: finding.ForbiddenPort, Variant: "telnet", Does: "a host is logged in to over telnet", demo: true, plan: func(pl *planner) {
		to := pl.spot(worker)
		from := pl.meets(to)
		takes := int64(pl.between(3, 9)) * minute
		pl.session(from.c, pl.sideways(from, to, tcp, accepted), from.end(), to.end(), 23, pl.starts(takes), takes, 3e3, 2e4)
		pl.pair(from.end(), to.end(), 23)
		pl.also(finding.NewEdge)
	}},
	{Family: finding.ForbiddenPort, Variant: "smb-out", Does: "a host opens SMB to the internet, and it answers", plan: func(pl *planner) {
		from := pl.spot(worker)
		pl.callsListed(from, pl.unknown(), tcp, 445, pl.between(3, 8))
		pl.also(finding.NewDestination)
	}},
	{Family: finding.ForbiddenPort, Variant: "protocol", Does: "a host sends packets of an unusual IP protocol to the internet", plan: func(pl *planner) {
		from := pl.spot(worker)
		protocols := []uint8{4, 41, 47, 94, 97, 115, 132}
		pl.callsListed(from, pl.unknown(), protocols[pl.d.IntN(len(protocols))], 0, pl.between(10, 30))
		pl.also(finding.NewDestination)
	}},
	{Family: finding.ForbiddenEdge, Variant: "apps", Does: "an app calls one that the list forbids it to call", demo: true, plan: func(pl *planner) {
		to := pl.busy()
		port := callers(pl, to)[0].port
		from := pl.meets(to)
		n := pl.between(5, 12)
		l := pl.sideways(from, to, tcp, accepted)
		pl.train(from.c, pl.within(pl.starts(hour), hour, n), func(d dice, _ int) shot {
			return shot{line: l, a: from.end(), b: to.end(), port: port, req: size{900, .5}.draw(d), resp: size{4e3, .8}.draw(d), secs: int64(1 + d.IntN(5))}
		})
		pl.pair(from.end(), to.end(), port)
		pl.w.forbidden = append(pl.w.forbidden, forbiddenEdge{from.n.App, to.n.App, port})
		pl.also(finding.NewEdge)
		pl.about("%s to %s, %d connections", from.n.App, to.n.App, n)
	}},
}

// callsListed are a few calls of an outside address.
func (pl *planner) callsListed(from spot, whom netip.Addr, proto uint8, port uint16, n int) {
	pl.p.six = false
	to := pl.outsider(whom)
	l := pl.outward(from, saas, proto, accepted)
	pl.train(from.c, pl.within(pl.starts(hour), hour, n), func(d dice, _ int) shot {
		s := shot{line: l, a: from.end(), b: to, port: port, req: size{900, .5}.draw(d), resp: size{4e3, .8}.draw(d), secs: int64(1 + d.IntN(5))}
		if proto == udp {
			s.req, s.resp, s.secs = size{70, .1}.draw(d), size{160, .4}.draw(d), 0
		}
		if proto != udp && proto != tcp {
			sent := uint64(1 + d.IntN(9))
			s.sent, s.got = half{sent, sent * 120, 0}, half{sent, sent * 110, 0}
		}
		return s
	})
	pl.pair(from.end(), to, port)
	pl.about("%d times", n)
}
