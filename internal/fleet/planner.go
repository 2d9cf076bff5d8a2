package fleet

import (
	"fmt"
	"net/netip"
	"slices"

	"github.com/weir-flow/weir/internal/finding"
)

// planner lays an attack out. What the seed decides is drawn from its dice: hosts,
// addresses, ports, times, sizes.
type planner struct {
	w        *World
	d        dice
	p        *plant
	spots    []spot
	used     map[*Interface]int
	pairs    map[[2]string]bool // apps that attacks had talk
	from, to int64              // when attacks may run
	err      error
}

// spot is a host that lives through the whole span, or the whole last day where its
// cell does.
type spot struct {
	n    *Interface
	c    *cell
	role int
}

func (s spot) end() endpoint { return endpoint{iface: s.n, addr: &s.n.Addr, addr6: s.n.Addr6} }

const (
	minute = 60
	hour   = 3600
	day    = 86400
)

// plant lays out what Config.Plant asks for, and in a busy estate the internet's
// sweeps.
func (w *World) plant() error {
	w.gaps = map[int][]gap{}
	if !w.cfg.planted() {
		return nil
	}
	w.addNets()
	pl := &planner{w: w, used: map[*Interface]int{}, pairs: map[[2]string]bool{}}
	for _, a := range w.accounts {
		for _, c := range a.cells {
			for _, n := range c.all {
				if n.From == w.start && n.To == w.end && n.kind != gateway && n.kind != spare && n.kind != node {
					pl.spots = append(pl.spots, spot{n, c, roleOf(a, n)})
				}
			}
		}
	}
	// Attacks come when there is something to compare them with.
	pl.from, pl.to = w.start+min(7*day, (w.end-w.start)/2), w.end-10*minute
	if w.cfg.Plant.LastDay {
		pl.from = max(w.start, w.end-22*hour)
	}
	if w.cfg.Busy {
		pl.sweeps()
	}
	for range max(1, w.cfg.Plant.Repeat) {
		for _, a := range w.cfg.Plant.Attacks {
			pl.next()
			pl.p.incident = Incident{Type: a.Family, Name: a.Name(), Truth: "author", Page: new(bool)}
			*pl.p.incident.Page = true
			pl.p.six = w.cfg.Plant.Six
			a.plan(pl)
			if pl.err != nil {
				return fmt.Errorf("%w: plant %s: %w", ErrConfig, a.Name(), pl.err)
			}
			pl.settle()
		}
	}
	if w.cfg.Plant.SkipGap {
		pl.lose()
	}
	return nil
}

// next begins another plant.
func (pl *planner) next() {
	number := len(pl.w.plants) + 1
	pl.p = &plant{number: number}
	pl.d = newDice(pl.w.cfg.Seed, 11, uint64(number))
}

// settle closes the plant at hand.
func (pl *planner) settle() {
	p := pl.p
	if p.last == 0 {
		p.first = pl.w.end
	}
	for _, s := range p.strands {
		for len(s.times) > 0 && s.times[len(s.times)-1] >= pl.w.end-2*minute {
			s.times = s.times[:len(s.times)-1] // cut off by the end of the span
		}
		if len(s.times) > 0 {
			p.first, p.last = min(p.first, s.times[0]), max(p.last, s.times[len(s.times)-1]+1)
		}
	}
	for _, b := range p.boosts {
		p.first, p.last = min(p.first, b.from), max(p.last, b.to)
	}
	pl.w.plants = append(pl.w.plants, p)
}

// page says whether the incident should page.
func (pl *planner) page(yes bool) { *pl.p.incident.Page = yes }

// mayPage says that the rules leave open whether it pages.
func (pl *planner) mayPage() { pl.p.incident.Page = nil }

func (pl *planner) also(f ...finding.Family) { pl.p.incident.Also = f }

func (pl *planner) about(format string, args ...any) {
	pl.p.incident.About = fmt.Sprintf(format, args...)
}

// starts draws when something that takes so many seconds begins.
func (pl *planner) starts(takes int64) int64 {
	room := pl.to - pl.from - takes
	if room <= 0 {
		return max(pl.w.start+10*minute, pl.to-takes)
	}
	return pl.from + pl.d.Int64N(room)
}

// lasts bounds a duration by the span there is.
func (pl *planner) lasts(seconds int64) int64 { return min(seconds, pl.to-pl.from-minute) }

// between draws a whole number, both ends included.
func (pl *planner) between(lo, hi int) int { return lo + pl.d.IntN(hi-lo+1) }

// every returns n times from one on, so many seconds apart, each moved by up to jitter
// (a share of the gap) either way. Gaps vary: what comes late makes the next come late.
func (pl *planner) every(from int64, n int, gap, jitter float64) []int64 {
	out := make([]int64, n)
	at := float64(from)
	for i := range out {
		out[i] = int64(at)
		at += gap * (1 + jitter*(2*pl.d.Float64()-1))
	}
	return out
}

// within draws n times of a span, in order.
func (pl *planner) within(from, span int64, n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = from + pl.d.Int64N(max(1, span))
	}
	slices.Sort(out)
	return out
}

// spot draws a host, one that no attack has used if possible. Attacks over IPv6 look for
// hosts that have it.
func (pl *planner) spot(want func(spot) bool) spot {
	var best []spot
	least := 1 << 30
	for _, s := range pl.spots {
		if !want(s) {
			continue
		}
		cost := pl.used[s.n] * 2
		if pl.p.six && s.n.Addr6 == nil {
			cost++
		}
		if cost < least {
			best, least = best[:0], cost
		}
		if cost == least {
			best = append(best, s)
		}
	}
	if len(best) == 0 {
		pl.err = fmt.Errorf("no host fits")
		return pl.spots[0]
	}
	s := best[pl.d.IntN(len(best))]
	pl.used[s.n]++
	pl.p.acct, pl.p.hosts = s.c.acct, append(pl.p.hosts, s.n)
	return s
}

// spotOf draws a host that meets the first of the conditions that any meets.
func (pl *planner) spotOf(wishes ...func(spot) bool) spot {
	for _, want := range wishes {
		if slices.ContainsFunc(pl.spots, want) {
			return pl.spot(want)
		}
	}
	return pl.spot(anyone)
}

func roleOf(a *account, n *Interface) int {
	return slices.IndexFunc(a.roles, func(r role) bool { return r.app == n.App })
}

// Kinds of hosts.
func worker(s spot) bool {
	return (s.n.kind == instance || s.n.kind == task) && !infrastructure(s)
}

func infrastructure(s spot) bool {
	return slices.Contains([]string{"resolver", "monitoring", "bastion", "backup"}, s.n.Role)
}

func bastion(s spot) bool  { return s.n.Role == "bastion" }
func front(s spot) bool    { return s.n.kind == balancer && s.c.acct.roles[s.role].net == public }
func exposed(s spot) bool  { return bastion(s) || front(s) }
func database(s spot) bool { return s.n.kind == managed }

// with joins conditions.
func with(conditions ...func(spot) bool) func(spot) bool {
	return func(s spot) bool {
		return !slices.ContainsFunc(conditions, func(f func(spot) bool) bool { return !f(s) })
	}
}

// near are hosts in the same network as s, and not s.
func near(s spot) func(spot) bool {
	return func(o spot) bool { return o.c.acct == s.c.acct && o.n != s.n }
}

// not turns a condition around.
func not(f func(spot) bool) func(spot) bool { return func(s spot) bool { return !f(s) } }

// neighbours returns all hosts of the network of s, without it, in a random order.
func (pl *planner) neighbours(s spot, want func(spot) bool) []spot {
	var out []spot
	for _, o := range pl.spots {
		if near(s)(o) && want(o) {
			out = append(out, o)
		}
	}
	pl.d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func anyone(spot) bool { return true }

// meets draws who comes to a host for the first time: a worker of its network whose app
// never calls its app, and which no attack has had call it.
func (pl *planner) meets(to spot) spot {
	fits := func(s spot) bool {
		return worker(s) && near(to)(s) && s.role != to.role && !talks(s, to)
	}
	free := func(s spot) bool { return fits(s) && !pl.pairs[[2]string{s.n.App, to.n.App}] }
	from := pl.spotOf(free, fits, with(worker, near(to)), near(to))
	pl.pairs[[2]string{from.n.App, to.n.App}] = true
	return from
}

// talks tells whether the background has connections from one app to another that are
// answered.
func talks(from, to spot) bool {
	return slices.ContainsFunc(from.c.acct.lines, func(l line) bool {
		return l.from == from.role && l.to == to.role && l.outcome != refusedThere && l.outcome != refusedHere && l.outcome != unanswered
	})
}

// stranger draws a public address that nobody has met.
func (pl *planner) stranger() endpoint {
	return pl.outsider(pl.unknown())
}

// unknown draws a public address of a network that neither the background nor a list
// knows.
func (pl *planner) unknown() netip.Addr {
	for {
		if a := drawOutside4(pl.d, netip.Prefix{}); !pl.w.nets.taken(a) {
			return a
		}
	}
}

func (pl *planner) outsider(four netip.Addr) endpoint {
	a := newAddress(four)
	six := outside6(pl.d, 1)
	return endpoint{addr: &a, addr6: &six[0]}
}

// strangers draws several.
func (pl *planner) strangers(n int) []endpoint {
	out := make([]endpoint, n)
	for i := range out {
		out[i] = pl.stranger()
	}
	return out
}

// inward, outward and sideways return what connections of their kind have in common.
func (pl *planner) inward(to spot, proto uint8, o outcome) *line {
	return pl.line(-1-saas, to.role, to.c.acct, proto, o)
}

func (pl *planner) outward(from spot, pool int, proto uint8, o outcome) *line {
	return pl.line(from.role, -1-pool, from.c.acct, proto, o)
}

func (pl *planner) sideways(from, to spot, proto uint8, o outcome) *line {
	return pl.line(from.role, to.role, from.c.acct, proto, o)
}

func (pl *planner) line(from, to int, a *account, proto uint8, o outcome) *line {
	l := &line{talk: &talk{proto: proto, outcome: o}, from: from, to: to, fromPool: -from - 1, toPool: -to - 1, edge: -1}
	if to < 0 {
		l.viaS3 = l.toPool == s3
		l.nat = !l.viaS3 && a.roles[from].net != public
	}
	return l
}

// train adds windows at the given times.
func (pl *planner) train(c *cell, times []int64, f func(d dice, k int) shot) {
	pl.p.strands = append(pl.p.strands, &strand{cell: c, times: times, shot: f})
}

// session adds a connection of many windows, with so many bytes a minute each way.
func (pl *planner) session(c *cell, l *line, a, b endpoint, port uint16, from, seconds int64, up, down float64) {
	step := int64(pl.w.step) * minute
	n := int(max(1, seconds/step))
	own, nat := ephemeral(pl.d, a.iface == nil), ephemeral(pl.d, true)
	scale := float64(pl.w.step)
	pl.train(c, pl.every(from, n, float64(step), 0), func(d dice, k int) shot {
		ebb := size{scale, 0.25}.draw(d)
		return shot{line: l, a: a, b: b, aPort: own, natPort: nat, port: port, req: up * ebb, resp: down * ebb, secs: step - 1, stage: stageOf(k, n)}
	})
}

// names of who and whom.

// pair names the two ends of an incident, as its records show them, and makes it about
// them.
func (pl *planner) pair(a, b endpoint, port uint16) {
	src, dst := pl.name(a, b)
	pl.p.incident.Src, pl.p.incident.Dst, pl.p.incident.DstPort = src, dst, port
	pl.p.incident.Entity = finding.Entity{Kind: finding.KindPair, Network: network(a, b), ID: src + " > " + dst}
}

func (pl *planner) name(a, b endpoint) (src, dst string) {
	x, y, _ := pl.p.ends(a, b)
	return x.addr.IP.String(), y.addr.IP.String()
}

func network(ends ...endpoint) string {
	for _, e := range ends {
		if e.iface != nil {
			return e.iface.Network
		}
	}
	return ""
}

// source makes the incident one of a source; peer is one that it talks with.
func (pl *planner) source(a, peer endpoint) {
	src, _ := pl.name(a, peer)
	pl.p.incident.Src = src
	pl.p.incident.Entity = finding.Entity{Kind: finding.KindAddress, Network: network(a), ID: src}
}

// target makes the incident one of a destination.
func (pl *planner) target(b, peer endpoint, port uint16) {
	_, dst := pl.name(peer, b)
	pl.p.incident.Dst, pl.p.incident.DstPort = dst, port
	pl.p.incident.Entity = finding.Entity{Kind: finding.KindAddress, Network: network(b), ID: dst}
}

// entity makes the incident one about an interface, a subnet or a whole network.
func (pl *planner) entity(k finding.Kind, n *Interface) {
	e := finding.Entity{Kind: k}
	switch k {
	case finding.KindSubnet:
		e.ID = n.Subnet
	case finding.KindVPC:
		e.ID = n.Network
	default:
		e.ID = n.ID
	}
	pl.p.incident.Entity = e
}

// texts are the addresses of several, at most so many of them.
func (pl *planner) texts(list []endpoint, peer endpoint) []string {
	var out []string
	for _, e := range list {
		text, _ := pl.name(e, peer)
		out = append(out, text)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sample draws n of a list without repeats; the whole list where it is shorter.
func sample[T any](d dice, list []T, n int) []T {
	out := slices.Clone(list)
	d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out[:min(n, len(out))]
}

// ports draws n distinct ports of a range.
func (pl *planner) ports(n, lo, hi int) []uint16 {
	out, seen := make([]uint16, 0, n), map[int]bool{}
	for len(out) < n {
		p := pl.between(lo, hi)
		if !seen[p] {
			seen[p] = true
			out = append(out, uint16(p))
		}
	}
	return out
}
