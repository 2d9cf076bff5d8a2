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
	Streak  uint16          // windows of the surge that goes on
	Surges  [daily]int64    // when the newest began, newest first
}

const (
	week   = 168 // hours
	lasts  = 36  // windows from which on a surge is shown to the profile: drift makes a level of it
	daily  = 7   // surges within often that make bursting a habit: as many as one a day
	often  = 7 * day
	always = 1e9 // a factor that nothing reaches
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
	if h == int(g.Hour) && g.Alarm {
		return false // it is new in this hour, too
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
	g.Hour, g.Alarm = uint8(h), false
}

// learn shows a window to the profile of a series and reports whether it surged.
func (p *plan) learn(v *series, at int64, value float64, subnet, all *baseline.Profile) (flagged bool) {
	g := &v.Guard
	g.visit(at)
	width := time.Duration(2 * p.half)
	// Part of a surge may be too little to tell of; it is nothing to learn from either.
	strict := baseline.Config{Risk: p.config.Risk, Minimum: 1, Factor: 1.2, Learn: p.config.Learn}
	verdict := v.Profile.Judge(&strict, at, width, value, subnet, all)
	if flagged = verdict.Unusual; !flagged || verdict.Basis != baseline.Own {
		g.Streak = 0
		v.Profile.Observe(&strict, at, width, value, subnet, all)
		return flagged || verdict.Few
	}
	habit := g.habit(at)
	if g.Streak == 0 {
		copy(g.Surges[1:], g.Surges[:])
		g.Surges[0] = at
	}
	g.Streak = min(g.Streak+1, math.MaxUint16-1)
	never := strict
	never.Factor = always
	switch {
	case habit:
		v.Profile.Observe(&never, at, width, value, subnet, all)
	case g.Streak > lasts || g.Surges[daily-1] != 0 && at-g.Surges[daily-1] < often:
		v.Profile.Observe(&strict, at, width, value, subnet, all)
	default:
		v.Profile.Pass(at, width)
	}
	g.Alarm = true
	return true
}

func (g *guard) append(dst []byte) []byte {
	dst = append(append(dst, g.Flagged[:]...), g.Hour, 0)
	if g.Alarm {
		dst[len(dst)-1] = 1
	}
	dst = binary.LittleEndian.AppendUint16(dst, g.Streak)
	for _, at := range g.Surges {
		dst = binary.AppendVarint(dst, at)
	}
	return dst
}

func (g *guard) take(r *sketch.Reader) {
	copy(g.Flagged[:], r.Bytes(len(g.Flagged)))
	g.Hour, g.Alarm, g.Streak = r.Uint8()%week, r.Uint8() == 1, r.Uint16()
	for i := range g.Surges {
		g.Surges[i] = r.Varint()
	}
}
