package fleet

import (
	"cmp"
	"math"
	"slices"

	"github.com/weir-flow/weir/internal/finding"
)

// boost makes more of the background's connections, of one host, one subnet or all.
type boost struct {
	from, to int64
	more     float64 // times the usual rate, on top of it
	host     *spot   // nil: all hosts
	subnet   string  // empty: all
}

// surgeLasts is how long surges of the background's own traffic are.
const surgeLasts = 10 * minute

// boost makes a minute of more of the same: connections as the background has them,
// drawn apart from it.
func (r *run) boost(p *plant, b *boost, m int, at int64) {
	if at+60 <= b.from || at >= b.to {
		return
	}
	w := r.w
	for _, c := range p.acct.cells {
		if b.host != nil && b.host.c != c || m < c.from {
			continue
		}
		e := &c.epochs[c.epochAt(m)]
		mood := w.mood(r.d, c, m)
		r.d.reseed(w.cfg.Seed, 9, uint64(p.number), uint64(c.index), uint64(m))
		for i := range p.acct.lines {
			l := &p.acct.lines[i]
			n := l.openers(e)
			if !l.boosts(e) {
				continue
			}
			mean := l.perMin * p.acct.weight(l.shape, at) * w.rate * mood * float64(n) * b.more
			if b.host != nil {
				mean *= l.part(e, b.host)
			}
			for range r.d.poisson(mean) {
				x, y := c.pick(l, e, r.d, m)
				if b.host != nil && l.from == b.host.role {
					x = b.host.end()
				} else if b.host != nil {
					y = b.host.end()
				}
				start := at + int64(r.d.IntN(60))
				if b.subnet != "" && (x.iface == nil || x.iface.Subnet != b.subnet) && (y.iface == nil || y.iface.Subnet != b.subnet) || start < b.from || start >= b.to {
					continue
				}
				r.more(p, c, l, x, y, start)
			}
		}
	}
}

// more makes one connection more of a line.
func (r *run) more(p *plant, c *cell, l *line, a, b endpoint, start int64) {
	w := &r.win
	*w = window{line: l, edge: l.edge, a: a, b: b, bPort: l.port, proto: l.proto, start: start, plant: p.number}
	w.aPort = ephemeral(r.d, a.iface == nil)
	if l.nat {
		w.natPort = ephemeral(r.d, true)
	}
	if len(l.ports) > 0 {
		w.bPort = l.ports[0]
	}
	secs := min(59, int64(l.secs.draw(r.d)))
	w.carry(l.req.draw(r.d), l.resp.draw(r.d))
	if l.proto == tcp {
		w.fwd.flags, w.rev.flags = 3, 19
	}
	w.end = min(start+secs, r.w.end)
	r.pass(c)
}

// part returns the share of a line's connections that a host has.
func (l *line) part(e *epoch, h *spot) float64 {
	switch h.role {
	case l.from:
		return 1 / float64(len(e.members[l.from]))
	case l.to:
		return 1 / float64(len(e.members[l.to]))
	}
	return 0
}

// mood is by how much a quarter of an hour of a cell is busier than usual.
func (w *World) mood(d dice, c *cell, m int) float64 {
	d.reseed(w.cfg.Seed, 5, uint64(c.acct.index), uint64(c.index), uint64(m/15))
	return size{1, 0.12}.draw(d)
}

// usual returns how many connections and bytes a host has in ten minutes at a time, and
// how far the bytes scatter, as a share of them.
func (w *World) usual(h *spot, at int64) (flows, bytes, scatter float64) {
	m := int(at-w.start) / 60
	e := &h.c.epochs[h.c.epochAt(m)]
	squares := 0.0
	for i := range h.c.acct.lines {
		l := &h.c.acct.lines[i]
		if l.perMin == 0 || l.outcome != accepted {
			continue
		}
		n := 10 * l.perMin * h.c.acct.weight(l.shape, at) * w.rate * float64(l.openers(e)) * l.part(e, h)
		flows += n
		for _, s := range []size{l.req, l.resp} {
			mean := s.med * math.Exp(s.sigma*s.sigma/2)
			bytes += n * mean
			squares += n * mean * mean * math.Exp(s.sigma*s.sigma)
		}
	}
	if bytes > 0 {
		scatter = math.Sqrt(squares) / bytes
	}
	return flows, bytes, scatter
}

var volumeAttacks = []Attack{
	{Family: finding.RejectSurge, Variant: "internal", Does: "a host's calls to a server that it always used are refused, many times over", demo: true, plan: func(pl *planner) {
		to := pl.spot(func(s spot) bool { return !exposed(s) && len(callers(pl, s)) > 0 })
		from := callers(pl, to)
		l := pl.sideways(from[0].spot, to, tcp, refusedThere)
		n := pl.between(150, 300)
		start := pl.starts(15 * minute)
		pl.train(to.c, pl.within(start, 15*minute, n), func(_ dice, k int) shot {
			return shot{line: l, a: from[0].end(), b: to.end(), port: from[0].port}
		})
		pl.entity(finding.KindInterface, to.n)
		pl.p.incident.Src, pl.p.incident.Dst = pl.name(from[0].end(), to.end())
		pl.p.incident.DstPort = from[0].port
		pl.also(finding.Surge)
		pl.about("%d refused calls in 15 minutes", n)
	}},
	{Family: finding.RejectSurge, Variant: "internet", Does: "hundreds of public sources knock at one host within ten minutes", plan: func(pl *planner) {
		to := pl.spot(bastion)
		from := pl.strangers(pl.between(200, 400))
		ports := pl.ports(3, 1024, 40000)
		l := pl.inward(to, tcp, refusedThere)
		pl.train(to.c, pl.within(pl.starts(surgeLasts), surgeLasts, 2*len(from)), func(_ dice, k int) shot {
			return shot{line: l, a: from[k%len(from)], b: to.end(), port: ports[k%3]}
		})
		pl.entity(finding.KindInterface, to.n)
		_, pl.p.incident.Dst = pl.name(from[0], to.end())
		pl.also(finding.Scan, finding.Probe, finding.FloodIn, finding.Surge)
		pl.page(false)
		pl.about("%d sources", len(from))
	}},
	{Family: finding.Surge, Variant: "flows", Does: "three times the usual connections of one interface, for ten minutes", plan: func(pl *planner) {
		h := pl.busiest()
		at := pl.starts(surgeLasts)
		pl.rise(&boost{from: at, to: at + surgeLasts, host: &h}, func(n *Interface) bool { return n == h.n })
		pl.entity(finding.KindInterface, h.n)
	}},
	{Family: finding.Surge, Variant: "bytes", Does: "at least three times the usual bytes of one interface, in as many connections as usual", demo: true, plan: func(pl *planner) {
		h := pl.busy()
		at := pl.starts(surgeLasts)
		_, bytes, scatter := pl.w.usual(&h, at)
		more := 2 + 12*scatter
		peer := callers(pl, h)[0]
		each := max(more*bytes, 1e8) / 10 // hosts that move little move it in leaps
		pl.session(h.c, pl.sideways(peer.spot, h, tcp, accepted), peer.end(), h.end(), peer.port, at, surgeLasts, each*0.2, each*0.8)
		pl.entity(finding.KindInterface, h.n)
		pl.p.incident.Src, pl.p.incident.Dst = pl.name(peer.end(), h.end())
		pl.mayPage()
		pl.about("%.0f bytes on top of the usual %.0f in 10 minutes", 10*each, bytes)
	}},
	{Family: finding.Surge, Variant: "packets", Does: "many times the usual packets of one interface, small ones", plan: func(pl *planner) {
		h := pl.busy()
		at := pl.starts(surgeLasts)
		_, bytes, scatter := pl.w.usual(&h, at)
		peer := callers(pl, h)[0]
		packets := uint64(max(2e4, (2+12*scatter)*bytes/300/10))
		l := pl.sideways(peer.spot, h, tcp, accepted)
		own := ephemeral(pl.d, false)
		n := int(surgeLasts) / minute / pl.w.step
		pl.train(h.c, pl.every(at, n, float64(pl.w.step)*minute, 0), func(_ dice, k int) shot {
			f := stageFlags[stageOf(k, n)]
			p := packets * uint64(pl.w.step)
			return shot{
				line: l, a: peer.end(), b: h.end(), aPort: own, port: peer.port, secs: int64(pl.w.step)*minute - 1, stage: stageOf(k, n),
				sent: half{p, p * 60, f[0]}, got: half{p, p * 56, f[1]},
			}
		})
		pl.entity(finding.KindInterface, h.n)
		pl.p.incident.Src, pl.p.incident.Dst = pl.name(peer.end(), h.end())
		pl.mayPage()
		pl.about("%d packets a minute each way", packets)
	}},
	{Family: finding.Surge, Variant: "peers", Does: "many new clients of one front-facing host within ten minutes", plan: func(pl *planner) {
		h := pl.spot(front)
		from := pl.strangers(pl.between(200, 400))
		l := pl.inward(h, tcp, accepted)
		pl.train(h.c, pl.within(pl.starts(surgeLasts), surgeLasts, len(from)), func(d dice, k int) shot {
			return shot{line: l, a: from[k], b: h.end(), port: 443, req: size{1400, .6}.draw(d), resp: size{9e3, .8}.draw(d), secs: int64(1 + d.IntN(9))}
		})
		pl.entity(finding.KindInterface, h.n)
		_, pl.p.incident.Dst = pl.name(from[0], h.end())
		pl.also(finding.FloodIn)
		pl.mayPage()
		pl.about("%d new clients", len(from))
	}},
	{Family: finding.Surge, Variant: "subnet", Does: "three times the usual connections of every host of a subnet, for ten minutes", plan: func(pl *planner) {
		h := pl.evenSubnet()
		at := pl.starts(surgeLasts)
		pl.rise(&boost{from: at, to: at + surgeLasts, subnet: h.n.Subnet}, func(n *Interface) bool { return n.Subnet == h.n.Subnet })
		pl.entity(finding.KindSubnet, h.n)
	}},
	{Family: finding.Surge, Variant: "everywhere", Does: "three times the usual connections of a whole VPC, for ten minutes", plan: func(pl *planner) {
		h := pl.busiest()
		at := pl.starts(surgeLasts)
		pl.rise(&boost{from: at, to: at + surgeLasts}, func(*Interface) bool { return true })
		pl.entity(finding.KindVPC, h.n)
	}},
	{Family: finding.Surge, Variant: "smtp", Does: "an internal host sends mail to hundreds of servers", plan: func(pl *planner) {
		from := pl.spot(worker)
		to := pl.strangers(pl.between(120, 300))
		l := pl.outward(from, saas, tcp, accepted)
		pl.train(from.c, pl.within(pl.starts(15*minute), 15*minute, len(to)), func(d dice, k int) shot {
			return shot{line: l, a: from.end(), b: to[k], port: 25, req: size{4e3, .6}.draw(d), resp: size{700, .2}.draw(d), secs: int64(2 + d.IntN(8))}
		})
		pl.source(from.end(), to[0])
		pl.p.incident.DstPort = 25
		pl.also(finding.ForbiddenPort, finding.Scan, finding.ShortConnections, finding.NewRegion)
		pl.about("%d mail servers in 15 minutes", len(to))
	}},
	{Family: finding.ShortConnections, Variant: "inside", Does: "hundreds of connections that begin and end within a record, between hosts that know each other", demo: true, plan: func(pl *planner) {
		to := pl.busy()
		from := callers(pl, to)[0]
		n := pl.between(150, 300)
		l := pl.sideways(from.spot, to, tcp, accepted)
		pl.train(to.c, pl.within(pl.starts(surgeLasts), surgeLasts, n), func(d dice, _ int) shot {
			return shot{line: l, a: from.end(), b: to.end(), port: from.port, req: 0, resp: 0, secs: int64(d.IntN(2))}
		})
		pl.entity(finding.KindInterface, to.n)
		pl.p.incident.Src, pl.p.incident.Dst = pl.name(from.end(), to.end())
		pl.p.incident.DstPort = from.port
		pl.also(finding.Surge, finding.Guess)
		pl.mayPage()
		pl.about("%d connections in 10 minutes", n)
	}},
}

// caller is a host that the background has call another, on a port.
type caller struct {
	spot
	port uint16
}

// callers returns who calls a host over TCP, in a fixed order.
func callers(pl *planner, to spot) (out []caller) {
	for _, s := range pl.spots {
		if s.c != to.c || s.n == to.n || infrastructure(s) {
			continue
		}
		for i := range s.c.acct.lines {
			l := &s.c.acct.lines[i]
			if l.from == s.role && l.to == to.role && l.proto == tcp && l.perMin > 0 && l.outcome == accepted {
				out = append(out, caller{s, l.port})
				break
			}
		}
	}
	return out
}

// busy draws a host that others of its cell call, of the busier half of them.
func (pl *planner) busy() spot { return pl.busier(0.5) }

// busier draws one that has more connections than a share of them.
func (pl *planner) busier(than float64) spot {
	flows := map[*Interface]float64{}
	var all []float64
	for i := range pl.spots {
		s := &pl.spots[i]
		if !exposed(*s) && !infrastructure(*s) && len(callers(pl, *s)) > 0 {
			n, _, _ := pl.w.usual(s, max(pl.w.start, pl.w.end-day/2))
			flows[s.n] = n
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return pl.spot(func(s spot) bool {
		n, ok := flows[s.n]
		return ok && n >= all[int(than*float64(len(all)))]
	})
}

// rise plants a boost of interfaces that makes three times of all that a reader of their
// logs sees in ten minutes, or at least so much more that it is no chance.
func (pl *planner) rise(b *boost, of func(*Interface) bool) {
	all, boosted := 0.0, 0.0
	for _, c := range pl.p.acct.cells {
		x, y := pl.w.connections(c, b, of)
		all, boosted = all+x, boosted+y
	}
	more := max(2*all, 150)
	b.more = more / max(boosted, 1e-3)
	pl.p.boosts = append(pl.p.boosts, b)
	pl.mayPage()
	pl.about("%.1f times the usual %.0f connections in 10 minutes", 1+more/max(all, 1), all)
}

// connections returns how many connections of a cell, or minutes of one, some interfaces
// have in the ten minutes of a boost, and how many more it makes of them for each time.
func (w *World) connections(c *cell, b *boost, of func(*Interface) bool) (all, boosted float64) {
	at := b.from + surgeLasts/2
	m := int(at-w.start) / 60
	if m < c.from {
		return 0, 0
	}
	e := &c.epochs[c.epochAt(m)]
	part := func(role int) float64 {
		if role < 0 {
			return 0
		}
		n := 0.0
		for _, x := range e.members[role] {
			if of(x.iface) {
				n++
			}
		}
		return n / max(float64(len(e.members[role])), 1)
	}
	for i := range c.acct.lines {
		l := &c.acct.lines[i]
		n := float64(l.openers(e))
		if n == 0 || w.rests(c, l) {
			continue
		}
		theirs := 1 - (1-part(l.from))*(1-part(l.to))
		weight := c.acct.weight(l.shape, at) * w.rate
		switch {
		case l.at > 0: // once a day: an hour of the week is like itself
		case l.every > 0:
			all += 10 / float64(w.period(l)) * n * float64(l.servers(e)) * theirs
		default:
			all += 10 * l.perMin * weight * n * theirs
			all += 10 * l.long / 1440 * weight * n * max(1, l.lasts*1.15/float64(w.step)) * theirs
		}
		if b.host != nil {
			theirs = l.part(e, b.host)
			if b.host.c != c {
				theirs = 0
			}
		}
		if l.boosts(e) {
			boosted += 10 * l.perMin * weight * n * theirs
		}
	}
	return all, boosted
}

// boosts tells whether a boost makes more of a line.
func (l *line) boosts(e *epoch) bool {
	return l.perMin > 0 && l.outcome == accepted && l.openers(e) > 0 && l.fromPool != scanners && l.fromPool != sweepers
}

// evenSubnet returns a host of the busiest subnet in which no host has most of the
// connections, or else of the subnet where one has the smallest part.
func (pl *planner) evenSubnet() spot {
	at := max(pl.w.end-day/2, pl.w.start)
	sum, most, first := map[string]float64{}, map[string]float64{}, map[string]int{}
	var order []string
	for i := range pl.spots {
		s := &pl.spots[i]
		if _, ok := first[s.n.Subnet]; !ok {
			first[s.n.Subnet] = i
			order = append(order, s.n.Subnet)
		}
		flows, _, _ := pl.w.usual(s, at)
		sum[s.n.Subnet] += flows
		most[s.n.Subnet] = max(most[s.n.Subnet], flows)
	}
	part := func(n string) float64 { return max(0.5, most[n]/max(sum[n], 1e-9)) }
	best := slices.MinFunc(order, func(a, b string) int {
		return cmp.Or(cmp.Compare(part(a), part(b)), cmp.Compare(sum[b], sum[a]))
	})
	h := pl.spots[first[best]]
	pl.p.acct = h.c.acct
	return h
}

// busiest returns the host with most connections.
func (pl *planner) busiest() spot {
	var best spot
	most := -1.0
	at := pl.w.end - day/2
	for i := range pl.spots {
		if flows, _, _ := pl.w.usual(&pl.spots[i], max(at, pl.w.start)); flows > most {
			best, most = pl.spots[i], flows
		}
	}
	pl.p.acct = best.c.acct
	return best
}
