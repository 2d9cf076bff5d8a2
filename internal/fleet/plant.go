package fleet

import (
	"errors"
	"net/netip"
	"slices"
	"sort"

	"github.com/weir-flow/weir/internal/finding"
)

// Plant says what is planted into the background.
type Plant struct {
	Attacks []Attack
	Repeat  int  // how often each; 0: once
	Six     bool // over IPv6 wherever both ends have it
	LastDay bool // on the last day, but for what takes longer
	SkipGap bool // stretches in which interfaces lose their records (SKIPDATA)
}

func (p Plant) check() error {
	if p.Repeat < 0 || p.Repeat > 100 {
		return errors.New("attacks are planted 1 to 100 times each")
	}
	return nil
}

// planted tells whether there is a truth about attacks to tell.
func (c Config) planted() bool { return c.Busy || len(c.Plant.Attacks) > 0 || c.Plant.SkipGap }

// plant is an attack, or noise, that was laid out. Its records depend on nothing but
// the seed, so that they come out the same in whatever order minutes are made.
type plant struct {
	number      int // from 1
	acct        *account
	incident    Incident
	strands     []*strand
	boosts      []*boost
	first, last int64 // Unix seconds; last is behind its last window's start
	hosts       []*Interface
	six         bool
}

// strand is a train of windows of a plant.
type strand struct {
	cell  *cell
	times []int64 // when they start, Unix seconds, ascending
	shot  func(d dice, k int) shot
}

// shot is one window of a strand.
type shot struct {
	line        *line
	a, b        endpoint
	aPort, port uint16 // aPort 0: drawn
	natPort     uint16 // 0: drawn
	req, resp   float64
	secs        int64
	stage       stage
	sent, got   half // packets and bytes, where they do not follow from req and resp
}

// stage tells which part of its connection a window is.
type stage uint8

const (
	whole stage = iota
	opening
	within
	closing
)

// stageOf returns the stage of window k of n of a connection.
func stageOf(k, n int) stage {
	switch {
	case n == 1:
		return whole
	case k == 0:
		return opening
	case k == n-1:
		return closing
	}
	return within
}

var stageFlags = [...][2]uint8{whole: {3, 19}, opening: {2, 18}, within: {0, 0}, closing: {1, 1}}

// gap is a stretch in which an interface's records are missing.
type gap struct {
	n        *Interface
	from, to int64
	status   Status // OK: nothing says that they are
	plant    int
}

// hidden tells whether the interface's records of windows that start at a time are
// missing.
func (w *World) hidden(n *Interface, at int64) bool {
	if len(w.gaps) == 0 {
		return false
	}
	for _, g := range w.gaps[n.index] {
		if g.from <= at && at < g.to {
			return true
		}
	}
	return false
}

// planted makes what is planted in an account in minute m.
func (r *run) planted(a *account, m int) {
	w := r.w
	at := w.start + int64(m)*60
	r.id = uint64(m)<<34 | uint64(2*MaxCells+a.index)<<27
	for _, p := range w.plants {
		if p.acct != a || p.last <= at || p.first >= at+60 {
			continue
		}
		for i, s := range p.strands {
			lo := sort.Search(len(s.times), func(k int) bool { return s.times[k] >= at })
			for k := lo; k < len(s.times) && s.times[k] < at+60; k++ {
				r.d.reseed(w.cfg.Seed, 8, uint64(p.number), uint64(i), uint64(k))
				r.shoot(p, s, k)
			}
		}
		for _, b := range p.boosts {
			r.boost(p, b, m, at)
		}
		for _, gaps := range w.gapsOf(p.number) {
			if past := at - gaps.from/60*60; gaps.status != OK && past >= 0 && past%600 == 0 && at < gaps.to {
				r.status(a, gaps.n, gaps.status, max(at, gaps.from), min(at+599, gaps.to-1), p.number)
			}
		}
	}
}

func (w *World) gapsOf(plant int) (out []gap) {
	if len(w.gaps) == 0 {
		return nil
	}
	for _, n := range w.interfaces {
		for _, g := range w.gaps[n.index] {
			if g.plant == plant {
				out = append(out, g)
			}
		}
	}
	return out
}

// shoot makes window k of a strand.
func (r *run) shoot(p *plant, s *strand, k int) {
	x := s.shot(r.d, k)
	a, b, six := p.ends(x.a, x.b)
	w := &r.win
	*w = window{
		line: x.line, edge: -1, a: a, b: b, aPort: x.aPort, bPort: x.port, natPort: x.natPort,
		proto: x.line.proto, start: s.times[k], plant: p.number, visits: p.incident.Noise, goes: x.stage == within || x.stage == closing,
	}
	if six && x.line.nat { // IPv6 goes out as it is
		direct := *x.line
		direct.nat = false
		w.line = &direct
	}
	if w.aPort == 0 {
		w.aPort = ephemeral(r.d, a.iface == nil)
	}
	if w.line.nat && w.natPort == 0 {
		w.natPort = ephemeral(r.d, true)
	}
	if w.proto != tcp && w.proto != udp {
		w.aPort, w.bPort, w.natPort = 0, 0, 0
	}
	secs := x.secs
	switch {
	case x.sent.packets > 0:
		w.fwd, w.rev = x.sent, x.got
	case w.outcome == refusedThere, w.outcome == unanswered:
		secs = w.knock(r.d)
	default:
		w.carry(x.req, x.resp)
		if w.proto == tcp {
			w.fwd.flags, w.rev.flags = stageFlags[x.stage][0], stageFlags[x.stage][1]
		}
	}
	w.end = min(w.start+secs, r.w.end)
	r.pass(s.cell)
}

// ends returns the two ends with the addresses that the plant uses.
func (p *plant) ends(a, b endpoint) (_, _ endpoint, six bool) {
	if p.six && a.addr6 != nil && b.addr6 != nil {
		a.addr, b.addr, six = a.addr6, b.addr6, true
	}
	return a, b, six
}

// plantedEdge is what the truth calls the edge of a window.
func (w *window) plantedEdge(final Action) Edge {
	name := func(e endpoint, pool int) string {
		if e.iface != nil {
			return e.iface.App
		}
		return poolApps[max(0, pool)]
	}
	e := Edge{Client: name(w.a, w.fromPool), Server: name(w.b, w.toPool), Port: w.bPort, Protocol: w.proto, Action: final.String()}
	if w.a.iface != nil {
		e.Network = w.a.iface.Network
	} else {
		e.Network = w.b.iface.Network
	}
	return e
}

// planted counts what came out of a plant.
type planted struct {
	records, flows, connections int64
	out, back                   uint64 // bytes of the opener and to it
	first, last                 int64
	touched                     map[*Interface]bool // whose flows they are
}

func (p *planted) touch(n *Interface) {
	if n == nil || p.touched[n] {
		return
	}
	if p.touched == nil {
		p.touched = map[*Interface]bool{}
	}
	p.touched[n] = true
}

func (p *planted) flow(w *window, rec *Record, back bool) {
	if w.plant == 0 {
		return
	}
	p.flows++
	p.touch(rec.From)
	p.touch(rec.To)
	if back {
		p.back += rec.Bytes
		return
	}
	p.out += rec.Bytes
	if !w.goes {
		p.connections++
	}
}

func (p *planted) line(start, end int64) {
	if p.records == 0 || start < p.first {
		p.first = start
	}
	p.records++
	p.last = max(p.last, end)
}

func (p *planted) merge(o *planted) {
	if o.records > 0 && (p.records == 0 || o.first < p.first) {
		p.first = o.first
	}
	p.last = max(p.last, o.last)
	for n := range o.touched {
		p.touch(n)
	}
	p.records += o.records
	p.flows += o.flows
	p.connections += o.connections
	p.out += o.out
	p.back += o.back
}

// visitor is a public address that looks around, from the background.
type visitor struct {
	attempts    int64
	targets     []uint64 // distinct interfaces with ports, up to scanTargets
	first, last int64
	dst         netip.Addr // the only one, if valid
	several     bool       // more than one
	network     string
}

// scanTargets is how many distinct hosts with ports make a scan of probes (design,
// section 8).
const scanTargets = 10

func (t *tally) visitor(a netip.Addr) *visitor {
	v := t.sources[a]
	if v == nil {
		v = &visitor{}
		t.sources[a] = v
	}
	return v
}

// visit notes a connection attempt of the background's scanners. A ping has no port and
// is no target.
func (t *tally) visit(w *window) {
	v := t.visitor(w.a.addr.IP)
	x := visitor{attempts: 1, first: w.start, last: w.end, dst: w.b.addr.IP, network: w.b.iface.Network}
	if w.proto != icmp {
		x.targets = []uint64{uint64(w.b.iface.index)<<16 | uint64(w.bPort)}
	}
	v.merge(&x)
}

func (v *visitor) merge(o *visitor) {
	if v.attempts == 0 || o.first < v.first {
		v.first = o.first
	}
	if v.attempts == 0 {
		v.dst, v.network = o.dst, o.network
	}
	v.several = v.several || o.several || v.dst != o.dst || v.network != o.network
	v.attempts += o.attempts
	v.last = max(v.last, o.last)
	for _, x := range o.targets {
		if len(v.targets) < scanTargets && !slices.Contains(v.targets, x) {
			v.targets = append(v.targets, x)
		}
	}
}

func (v *visitor) family() finding.Family {
	if len(v.targets) >= scanTargets {
		return finding.Scan
	}
	return finding.Probe
}
