package fleet

import "context"

// run makes the records of one account over some minutes.
type run struct {
	w    *World
	d    dice
	t    *tally
	sink func(*Record) error
	rec  Record
	win  window
	err  error
	id   uint64 // of the last window
}

// window is a connection, or a minute of one: both directions.
type window struct {
	*line
	edge         int
	a, b         endpoint // opener and server
	nat          endpoint // iface nil: direct
	aPort, bPort uint16
	natPort      uint16
	proto        uint8
	start, end   int64
	fwd, rev     half
	id           uint64
	plant        int  // number of what it is planted for, from 1; 0: background
	visits       bool // its opener is one of the internet's scanners
	goes         bool // on with a connection that has begun
}

// half is what one direction carried.
type half struct {
	packets, bytes uint64
	flags          uint8
}

// cursor follows a cell through the minutes.
type cursor struct {
	*cell
	epoch  int
	next   int // session to begin next
	active []*session
	slot   int // quarter of an hour the mood is of
	mood   float64
}

// produce makes the records of the minutes [from, to) of an account.
func (w *World) produce(ctx context.Context, a *account, from, to int, t *tally, sink func(*Record) error) error {
	r := &run{w: w, t: t, sink: sink, d: newDice(0)}
	var cursors []*cursor
	for _, c := range a.cells {
		if c.from < to {
			cursors = append(cursors, newCursor(c, max(from, c.from)))
		}
	}
	for m := from; m < to; m++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, c := range cursors {
			if m >= c.from {
				r.minute(c, m)
			}
		}
		r.planted(a, m)
		if r.err != nil {
			return r.err
		}
	}
	return nil
}

func newCursor(c *cell, m int) *cursor {
	k := &cursor{cell: c, epoch: c.epochAt(m), slot: -1}
	for k.next < len(c.sessions) && c.sessions[k.next].first < m {
		if s := &c.sessions[k.next]; s.last >= m {
			k.active = append(k.active, s)
		}
		k.next++
	}
	return k
}

// minute makes one cell's records of minute m. They depend on nothing but the
// seed, the cell and m.
func (r *run) minute(c *cursor, m int) {
	w := r.w
	at := w.start + int64(m)*60
	if c.epoch+1 < len(c.epochs) && c.epochs[c.epoch+1].from <= m {
		c.epoch++
	}
	if s := m / 15; s != c.slot {
		c.slot = s
		r.d.reseed(w.cfg.Seed, 5, uint64(c.acct.index), uint64(c.index), uint64(s))
		c.mood = size{1, 0.12}.draw(r.d)
	}
	r.d.reseed(w.cfg.Seed, 6, uint64(c.acct.index), uint64(c.index), uint64(m))
	r.id = uint64(m)<<34 | uint64(c.acct.index*MaxCells+c.index)<<27

	r.statuses(c, m, at)
	r.sessions(c, m, at)

	var mood [3]float64
	for s := range mood {
		mood[s] = c.acct.weight(shape(s), at) * w.rate * c.mood
	}
	e := &c.epochs[c.epoch]
	for i := range c.acct.lines {
		l := &c.acct.lines[i]
		switch {
		case w.rests(c.cell, l):
		case l.every > 0:
			r.metronome(c, l, e, m, at)
		case l.perMin > 0:
			n := l.openers(e)
			if n == 0 {
				continue
			}
			for range r.d.poisson(l.perMin * mood[l.shape] * float64(n)) {
				a, b := c.pick(l, e, r.d, m)
				r.connection(c, l, a, b, at+int64(r.d.IntN(60)))
			}
		}
	}
}

// statuses makes NODATA records of unused interfaces, every ten minutes, and
// about one SKIPDATA record a day.
func (r *run) statuses(c *cursor, m int, at int64) {
	for _, n := range c.spares {
		if start := at + int64(n.index%7); (m+n.index)%10 == 0 && start+593 <= r.w.end {
			r.status(c.acct, n, NoData, start, start+593, 0)
		}
	}
	if r.d.IntN(1440) == 0 {
		n := c.all[r.d.IntN(len(c.all))]
		if !r.w.cfg.planted() && n.kind != spare && n.From <= at && at+60 < n.To {
			r.status(c.acct, n, SkipData, at, at+59, 0)
		}
	}
}

func (r *run) status(a *account, n *Interface, s Status, start, end int64, plant int) {
	if !n.Logged {
		return
	}
	r.rec = Record{Interface: n, Status: s, Start: start, End: end, Plant: plant}
	r.send(a)
}

// sessions makes this minute's window of every running session.
func (r *run) sessions(c *cursor, m int, at int64) {
	for c.next < len(c.cell.sessions) && c.cell.sessions[c.next].first <= m {
		c.active = append(c.active, &c.cell.sessions[c.next])
		c.next++
	}
	kept := c.active[:0]
	for _, s := range c.active {
		if s.last < m {
			continue
		}
		kept = append(kept, s)
		if (m-s.first)%r.w.step != 0 {
			continue
		}
		span := min(r.w.step, s.last-m+1) // minutes of this record
		start := at + s.phase
		w := &r.win
		*w = window{
			line: s.line, edge: s.edge, a: s.a, b: s.b, aPort: s.aPort, bPort: s.bPort,
			natPort: s.natPort, proto: tcp, start: start, end: min(start+int64(span)*60-1, r.w.end),
		}
		ebb := size{1, 0.5}.draw(r.d) * float64(span)
		w.carry(s.req*ebb, s.resp*ebb)
		switch {
		case m == s.first && m+span > s.last:
			w.fwd.flags, w.rev.flags = 3, 19
		case m == s.first:
			w.fwd.flags, w.rev.flags = 2, 18
		case m+span > s.last:
			w.fwd.flags, w.rev.flags = 1, 1
		default: // nothing but ACKs and data: AWS reports 0, not 16
			w.fwd.flags, w.rev.flags = 0, 0
		}
		r.pass(c.cell)
	}
	c.active = kept
}

// metronome makes the connections of a line that ticks.
func (r *run) metronome(c *cursor, l *line, e *epoch, m int, at int64) {
	period := r.w.period(l)
	tick := func(a, b endpoint, about int) {
		h := mix(uint64(about)<<20 ^ uint64(l.edge))
		if (m+int(h%uint64(period)))%period == 0 {
			r.connection(c, l, a, b, at+int64(h>>32%50))
		}
	}
	for _, a := range e.members[l.from] {
		if l.to < 0 {
			p := c.acct.pools[l.toPool]
			tick(a, endpoint{addr: &p[a.iface.index%len(p)]}, a.iface.index)
			continue
		}
		for j, b := range e.members[l.to] {
			tick(a, b, a.iface.index<<12^b.iface.index<<2^j)
		}
	}
}

// connection makes one connection that fits into one window.
func (r *run) connection(c *cursor, l *line, a, b endpoint, start int64) {
	w := &r.win
	*w = window{line: l, edge: l.edge, a: a, b: b, bPort: l.port, proto: l.proto, start: start}
	if l.v6 > 0 && a.addr6 != nil && b.addr6 != nil && r.d.Float64() < l.v6 {
		w.a.addr, w.b.addr = a.addr6, b.addr6
	}
	w.aPort = ephemeral(r.d, a.iface == nil)
	if l.proto == icmp {
		w.aPort, w.bPort = 0, 0
	}
	if l.proto == udp && l.port == 123 {
		w.aPort = 123
	}
	if l.nat {
		w.natPort = ephemeral(r.d, true)
	}
	if len(l.ports) > 0 {
		i := r.d.skewed(len(l.ports))
		w.edge, w.bPort = l.edge+i, l.ports[i]
	}
	var secs int64
	switch l.outcome {
	case refusedThere, refusedHere, unanswered:
		secs = w.knock(r.d)
	case tooLate:
		w.fwd = half{1, 40, uint8(1 + 3*r.d.IntN(2))} // a late FIN or a RST
	default:
		secs = min(59, int64(l.secs.draw(r.d)))
		w.carry(l.req.draw(r.d), l.resp.draw(r.d))
		if l.proto == tcp {
			w.fwd.flags, w.rev.flags = 3, 19
			if r.d.IntN(24) == 0 { // hung up with a reset
				w.fwd.flags, w.rev.flags = 6, 18
			}
		}
	}
	w.end = min(start+secs, r.w.end)
	r.pass(c.cell)
}

// knock fills in a connection attempt that nobody answers, and returns for how
// long it is repeated.
func (w *window) knock(d dice) int64 {
	tries := uint64(1)
	if w.from >= 0 || d.IntN(6) == 0 {
		tries = uint64(2 + d.IntN(3))
	}
	w.fwd = half{packets: tries}
	switch w.proto {
	case tcp:
		w.fwd.flags = 2
		w.fwd.bytes = tries * 60
		if w.from < 0 { // scanners send bare SYNs
			w.fwd.bytes = tries * (40 + 4*uint64(d.IntN(2)))
		}
	case udp:
		w.fwd.bytes = tries * uint64(400+d.IntN(60))
	default:
		w.fwd.bytes = tries * 84
	}
	return int64(1)<<tries - 2 // a try, then again after 2, 4, 8 seconds
}

// carry fills in packets and bytes for payloads of req and resp bytes. UDP and
// ICMP sizes already include the headers.
func (w *window) carry(req, resp float64) {
	const segment, header = 1400, 52
	f, b := uint64(req), uint64(resp)
	switch w.proto {
	case tcp:
		df, db := (f+segment-1)/segment, (b+segment-1)/segment
		w.fwd.packets, w.rev.packets = 3+df+db/2, 2+db+df/2
		w.fwd.bytes, w.rev.bytes = f+header*w.fwd.packets, b+header*w.rev.packets
	case udp:
		w.fwd = half{packets: 1 + f/segment, bytes: f}
		w.rev = half{packets: 1 + b/segment, bytes: b}
	default:
		w.fwd = half{packets: max(1, f/84), bytes: f}
		w.rev = half{packets: max(1, b/84), bytes: b}
	}
}
