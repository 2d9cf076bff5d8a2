package usual

import (
	"encoding/binary"
	"math"
	"time"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/sketch"
)

// guard keeps surges from becoming usual, and what comes again and again from being
// told for ever. A profile widens its tail for each surge that it is shown, so much that
// it would miss the next; it is shown none, until a surge lasts or the series proves to
// be one that keeps bursting.
type guard struct {
	Flagged [week / 8]uint8 // hours of the week that surged when they were last seen
	Hour    uint8           // of the week, that is open
	Alarm   bool            // it surged
	New     bool            // as it did not use to
	Streak  uint16          // windows of the surge that goes on
	Held    float64         // value of the newest window, where it may be part of a surge
	HeldAt  int64           // its start; 0: none is held
	Surges  [daily]int64    // when the newest began, newest first
}

const (
	week   = 168 // hours
	lasts  = 36  // windows from which on a surge is shown to the profile: drift makes a level of it
	daily  = 7   // surges within often that make bursting a habit: as many as one a day
	often  = 7 * day
	always = 1e9 // a factor that nothing reaches

	// A surge begins within a window, and the first tells of a part of it. To learn that
	// as noise would hide the rest: a window that one in a thousand is like (bits) waits
	// for the next, and the one behind a surge is no example either.
	partly = 10
)

// hourOf returns the hour of the week, from Monday 00:00 UTC.
func hourOf(at int64) int { return int((at/hour + 3*24) % week) }

func (g *guard) was(h int) bool {
	h = (h + week) % week
	return g.Flagged[h/8]>>(h%8)&1 == 1
}

// habit reports whether a series surged at this hour a week ago, or on the two days
// before.
func (g *guard) habit(at int64) bool {
	h := hourOf(at)
	if h == int(g.Hour) && g.New {
		return false
	}
	return g.was(h) || g.was(h-24) && g.was(h-48)
}

// visit keeps whether the hour that ends surged, when another begins.
func (g *guard) visit(at int64) {
	h := hourOf(at)
	if h == int(g.Hour) {
		return
	}
	bit := uint8(1) << (g.Hour % 8)
	g.Flagged[g.Hour/8] &^= bit
	if g.Alarm {
		g.Flagged[g.Hour/8] |= bit
	}
	g.Hour, g.Alarm, g.New = uint8(h), false, false
}

// learn shows a window to the profile of a series and reports whether it surged.
func (p *plan) learn(v *series, at int64, value float64, subnet, all *baseline.Profile) (flagged bool) {
	g := &v.Guard
	g.visit(at)
	width := time.Duration(2 * p.half)
	// Part of a surge may be too little to tell of; it is nothing to learn from either.
	strict := baseline.Config{Risk: p.config.Risk, Minimum: 1, Factor: 1.2, Learn: p.config.Learn}
	verdict := v.Profile.Judge(&strict, at, width, value, subnet, all)
	flagged = verdict.Unusual
	never := strict
	never.Factor = always
	if !p.leaps(v, at, value, &verdict) && (!flagged || verdict.Basis != baseline.Own) {
		if g.HeldAt != 0 { // nothing came of it
			v.Profile.Observe(&strict, g.HeldAt, width, g.Held, subnet, all)
			g.HeldAt = 0
		}
		part, behind := verdict.Basis == baseline.Own && !verdict.Few && value > verdict.Expected() && verdict.Bits >= partly, g.Streak > 0
		g.Streak = 0
		switch {
		case part && behind:
			v.Profile.Pass(at, width)
		case part:
			g.Held, g.HeldAt = value, at
		default:
			v.Profile.Observe(&strict, at, width, value, subnet, all)
		}
		return flagged || verdict.Few
	}
	if g.HeldAt != 0 { // the surge had begun in it
		v.Profile.Pass(g.HeldAt, width)
		g.HeldAt = 0
	}
	habit := g.habit(at)
	if g.Streak == 0 {
		copy(g.Surges[1:], g.Surges[:])
		g.Surges[0] = at
	}
	g.Streak = min(g.Streak+1, math.MaxUint16-1)
	switch {
	case habit:
		v.Profile.Observe(&never, at, width, value, subnet, all)
	case g.Streak > lasts || g.Surges[daily-1] != 0 && at-g.Surges[daily-1] < often:
		v.Profile.Observe(&strict, at, width, value, subnet, all)
	default:
		v.Profile.Pass(at, width)
	}
	g.Alarm, g.New = true, g.New || !habit
	return true
}

// leaps reports whether a window is like nothing that the series has had. A young one
// learns nothing from that, either: of a few large transfers in its first week it would
// take so much noise that it could not see the next.
func (p *plan) leaps(v *series, at int64, value float64, by *baseline.Verdict) bool {
	switch {
	case p.value == valueRatio || p.less:
		return false
	case by.Basis == baseline.Own:
		return v.Profile.Windows() >= long && value >= p.leap(v, by.Expected())
	case int64(v.Profile.Windows())*2*p.half < day:
		return false
	}
	most := max(v.Most, v.Before, v.Lately)
	return value >= max(p.config.Minimum/8, leapCount*most, leap*v.Profile.Expected(at, time.Duration(2*p.half)))
}

func (g *guard) append(dst []byte) []byte {
	dst = append(append(dst, g.Flagged[:]...), g.Hour, 0)
	if g.Alarm {
		dst[len(dst)-1] |= 1
	}
	if g.New {
		dst[len(dst)-1] |= 2
	}
	dst = binary.LittleEndian.AppendUint16(dst, g.Streak)
	dst = binary.AppendVarint(binary.LittleEndian.AppendUint64(dst, math.Float64bits(g.Held)), g.HeldAt)
	for _, at := range g.Surges {
		dst = binary.AppendVarint(dst, at)
	}
	return dst
}

func (g *guard) take(r *sketch.Reader) {
	copy(g.Flagged[:], r.Bytes(len(g.Flagged)))
	g.Hour = r.Uint8() % week
	flags := r.Uint8()
	g.Alarm, g.New, g.Streak = flags&1 != 0, flags&2 != 0, r.Uint16()
	g.Held, g.HeldAt = math.Float64frombits(r.Uint64()), r.Varint()
	for i := range g.Surges {
		g.Surges[i] = r.Varint()
	}
}
