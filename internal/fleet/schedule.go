package fleet

import (
	"math"
	"math/bits"
	"slices"
)

// session is a connection of many windows.
type session struct {
	*line
	a, b         endpoint
	aPort, bPort uint16
	natPort      uint16
	first, last  int   // minutes
	phase        int64 // second of the minute at which its windows begin
	req, resp    float64
}

// maxSession bounds a session, in minutes.
const maxSession = 600

// calibrate finds the multiplier of the natural rates that gives about
// Config.Records records.
func (w *World) calibrate() {
	w.rate, w.slower = 1, 1
	if w.cfg.Records == 0 {
		return
	}
	still, metronomes, variable := w.expect()
	target := float64(w.cfg.Records)
	ratio := max(0.001, (target-still)/(metronomes+variable))
	// A metronome ticks in whole minutes, so that its share follows in steps
	// and the random traffic makes up the rest.
	w.slower = 1 / ratio
	_, metronomes, _ = w.expect()
	w.rate = max(0.01*ratio, (target-still-metronomes)/variable)
}

// period returns the minutes between the ticks of a metronome.
func (w *World) period(l *line) int {
	return max(1, int(math.Round(float64(l.every)*w.slower)))
}

// expect returns how many records the estate leaves at rate 1 if all is logged:
// those that no rate changes, the metronomes', and the rest.
func (w *World) expect() (still, metronomes, variable float64) {
	for _, a := range w.accounts {
		for _, c := range a.cells {
			for i := range c.epochs {
				e := &c.epochs[i]
				to := w.minutes
				if i+1 < len(c.epochs) {
					to = c.epochs[i+1].from
				}
				var sums [3]float64
				for s := range sums {
					for m := e.from; m < to; m++ {
						sums[s] += a.weight(shape(s), w.start+int64(m)*60)
					}
				}
				span := float64(to - e.from)
				still += span / 10 * float64(len(c.spares))
				for j := range a.lines {
					l := &a.lines[j]
					if w.rests(c, l) {
						continue
					}
					n := l.witnesses()
					switch {
					case l.at > 0:
						still += n * span / 1440 * float64(l.openers(e)) * l.lasts * l.daily() / float64(w.step)
					case l.every > 0:
						metronomes += n * span / float64(w.period(l)) * float64(l.openers(e)*l.servers(e))
					default:
						variable += n * l.perMin * sums[l.shape] * float64(l.openers(e))
						variable += n * l.long * sums[l.shape] / 1440 * max(1, l.lasts*1.15/float64(w.step)) * float64(l.openers(e))
					}
				}
			}
		}
	}
	return still, metronomes, variable
}

// daily returns the share of days on which a line runs.
func (l *line) daily() float64 {
	if l.week == 0 {
		return 1
	}
	return float64(bits.OnesCount8(l.week)) / 7
}

// openers returns how many hosts a line's rate is to be multiplied by: those
// that open connections, or those reached when the openers are outside.
func (l *line) openers(e *epoch) int {
	switch {
	case l.to < 0:
		return len(e.members[l.from])
	case len(e.members[l.to]) == 0:
		return 0
	case l.from < 0:
		return len(e.members[l.to])
	}
	return len(e.members[l.from])
}

// servers returns how many servers each opener's metronome visits.
func (l *line) servers(e *epoch) int {
	if l.from < 0 || l.to < 0 {
		return 1
	}
	return len(e.members[l.to])
}

// schedule plans a cell's sessions for its whole life.
func (w *World) schedule(c *cell) {
	for i := range c.acct.lines {
		l := &c.acct.lines[i]
		if l.long == 0 && l.at == 0 || w.rests(c, l) {
			continue
		}
		d := newDice(w.cfg.Seed, 4, uint64(c.acct.index), uint64(c.index), uint64(i))
		for m := c.from; m < w.minutes; m++ {
			e := &c.epochs[c.epochAt(m)]
			at := w.start + int64(m)*60
			if l.at > 0 {
				past := int(at/60%1440) - l.at - c.index%7
				if past < 0 || past > l.spread || l.week != 0 && l.week>>weekday(at)&1 == 0 {
					continue
				}
				for n, host := range e.members[l.from] {
					if past == 0 && l.spread == 0 || l.spread > 0 && int(mix(uint64(host.iface.index))%uint64(l.spread+1)) == past {
						w.addSession(c, l, e, d, m, n)
					}
				}
				continue
			}
			mean := l.long / 1440 * c.acct.weight(l.shape, at) * w.rate * float64(l.openers(e))
			for range d.poisson(mean) {
				w.addSession(c, l, e, d, m, -1)
			}
		}
	}
	slices.SortStableFunc(c.sessions, func(a, b session) int { return a.first - b.first })
}

// addSession plans one session that begins in minute m; its opener is the n-th
// member, or a random one if n is negative.
func (w *World) addSession(c *cell, l *line, e *epoch, d dice, m, n int) {
	s := session{line: l, first: m, phase: int64(d.IntN(60))}
	s.a, s.b = c.pick(l, e, d, m)
	if n >= 0 {
		s.a = e.members[l.from][n]
	}
	spread := 0.5
	if l.at > 0 {
		spread = 0.05 // the nightly backup is about the same every night
	}
	lasts := max(2, min(maxSession, int(size{l.lasts, spread}.draw(d))))
	s.last = min(m+lasts, w.minutes) - 1
	for _, end := range []endpoint{s.a, s.b} {
		if end.iface != nil {
			s.last = min(s.last, int(end.iface.To-w.start)/60-2)
		}
	}
	s.last = max(s.last, s.first)
	s.aPort, s.bPort, s.natPort = ephemeral(d, s.a.iface == nil), l.port, ephemeral(d, true)
	s.req, s.resp = l.req.draw(d), l.resp.draw(d)
	c.sessions = append(c.sessions, s)
}

// ephemeral draws a client's port: Linux's range, or anyone's.
func ephemeral(d dice, outside bool) uint16 {
	if outside {
		return uint16(1024 + d.IntN(64512))
	}
	return uint16(32768 + d.IntN(28232))
}

// pick draws the two ends of a connection of line l in minute m.
func (c *cell) pick(l *line, e *epoch, d dice, m int) (a, b endpoint) {
	if l.from >= 0 {
		m := e.members[l.from]
		a = m[d.IntN(len(m))]
	} else {
		a = c.outside(l.fromPool, d, m)
	}
	if l.to >= 0 {
		m := e.members[l.to]
		b = m[d.IntN(len(m))]
	} else {
		b = c.outside(l.toPool, d, m)
	}
	return a, b
}

// outside draws an address of an outside group. A few are met far more often
// than the rest. Of the scanners a quarter are always about; the others are
// new faces every half day, until the pool has been through.
func (c *cell) outside(pool int, d dice, m int) endpoint {
	switch pool {
	case clients:
		return endpoint{addr: &c.clients[0][d.skewed(len(c.clients[0]))], addr6: &c.clients[1][d.skewed(len(c.clients[1]))]}
	case scanners:
		const always, around = 10, 120
		i := d.IntN(always)
		if d.IntN(4) > 0 {
			i = always + (m/720*around+d.skewed(around))%(len(c.scanners)-always)
		}
		return endpoint{addr: &c.scanners[i]}
	}
	p := c.acct.pools[pool]
	return endpoint{addr: &p[d.skewed(len(p))]}
}
