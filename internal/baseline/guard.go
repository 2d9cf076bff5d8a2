package baseline

// episode lets the tail learn from the first window of a flagged episode, as one that
// just reached the limit.
func (p *Profile) episode(v *Verdict) {
	if v.Unusual {
		p.high[v.wild].peak(v.limit - tailFrom)
	} else {
		p.low.peak(v.limit - tailFrom)
	}
}

// drift adds a flagged window to a shift. One that lasts becomes the level.
func (p *Profile) drift(up bool, hours, size float64) {
	if up != (p.shift > 0) {
		p.shift, p.shiftSize = 0, 0
	}
	sign := float32(1)
	if !up {
		sign = -1
	}
	before := sign * p.shift
	after := before + float32(hours)
	p.shiftSize += (float32(size) - p.shiftSize) * float32(hours) / after
	p.shift = sign * after
	if p.shift >= riseHours || p.shift <= -fallHours {
		p.level = max(p.level+p.shiftSize, -30)
		p.shift, p.shiftSize, p.fast = 0, 0, 0
	}
}

// settle lets a shift go three times as fast as it came. Hours in which next to
// nothing is usual do not tell whether a fall is over.
func (p *Profile) settle(hours, mu float64) {
	if p.shift < 0 && mu < 10 {
		return
	}
	less := float32(3 * hours)
	switch {
	case p.shift > less:
		p.shift -= less
	case p.shift < -less:
		p.shift += less
	default:
		p.shift, p.shiftSize = 0, 0
	}
}

// visit keeps whether the hour that ends was flagged, when another begins.
func (s *season) visit(h int) {
	if h == int(s.now) {
		return
	}
	bit := uint8(1) << (s.now % 8)
	s.flagged[s.now/8] &^= bit
	if s.alarm {
		s.flagged[s.now/8] |= bit
	}
	s.now, s.alarm, s.count = uint8(h), false, 0
}

func (s *season) wasFlagged(h int) bool {
	h = (h + week) % week
	return s.flagged[h/8]>>(h%8)&1 == 1
}

// habit reports whether an hour was flagged a week ago, or on the two days before.
func (s *season) habit(h int) bool {
	return s.wasFlagged(h) || s.wasFlagged(h-24) && s.wasFlagged(h-48)
}

// silence learns the windows of which nothing was heard up to a moment. It takes at
// most the first and the last week of it, hour by hour: after two weeks of silence,
// silence is usual.
func (p *Profile) silence(until int64) {
	if p.width == 0 || until-p.last < p.width {
		return
	}
	if until-p.last > 15*day {
		p.silent(p.last + 7*day)
		p.last = until - 7*day
		p.level, p.fast, p.shift, p.shiftSize = 0, 0, 0, 0
		if p.week != nil {
			clear(p.week.at[:])
			clear(p.week.sixth[:])
		}
	}
	p.silent(until)
}

func (p *Profile) silent(until int64) {
	for until-p.last >= p.width {
		next := min(until, (floorDiv(p.last, hour)+1)*hour)
		if next-p.last < p.width { // the piece before the hour is less than a window
			next = min(until, next+hour)
		}
		width := next - p.last
		v := p.look(p.last, width, 0)
		verdict := Verdict{Basis: Learning}
		if z := -below(0, v.mu, v.kappa); p.week != nil && v.seen && v.mu > 10 && z > 6 {
			verdict = Verdict{Basis: Own, Few: true, limit: z}
		}
		p.learn(p.last, width, 0, &verdict)
	}
}
