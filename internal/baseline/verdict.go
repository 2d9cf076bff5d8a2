package baseline

import (
	"math"
	"time"
)

// Basis is what a value was judged by.
type Basis uint8

// The bases. Parents are numbered as they were given: the first is Parent, all behind
// it Fleet.
const (
	Learning Basis = iota // nothing yet: not judged
	Own
	Parent
	Fleet
)

var basisNames = [...]string{"learning", "own", "parent", "fleet"}

// String returns the name.
func (b Basis) String() string { return basisNames[b] }

// Verdict is what a profile says to a window.
type Verdict struct {
	Value   float64
	Unusual bool    // far more than usual
	Few     bool    // far less than usual
	Bits    float64 // how surprising: -log2 of the chance of such a window, of the lesser side
	Basis   Basis

	mu, kappa float64 // of a window of the profile's width
	scale     float64
	wild      int
	limit     float64 // surprise at which more is unusual
	least     float64 // value below which it is not
}

// Expected returns the mean of such windows.
func (v *Verdict) Expected() float64 { return v.mu * v.scale }

// Usual returns between which values nineteen of twenty usual windows lie.
func (v *Verdict) Usual() (lo, hi float64) {
	if v.Basis == Learning {
		return 0, 0
	}
	return math.Round(quantile(-1.96, v.mu, v.kappa) * v.scale), math.Round(quantile(1.96, v.mu, v.kappa) * v.scale)
}

// Limit returns the value from which a window is unusual.
func (v *Verdict) Limit() float64 {
	if v.Basis == Learning {
		return math.Inf(1)
	}
	return max(math.Ceil((quantile(v.limit, v.mu, v.kappa)+0.5)*v.scale), v.least)
}

// Judge says how usual a value is for a window that starts at a moment, nanoseconds
// since 1970, without learning it. A series with too little history of its own is
// judged by the first of its parents that has enough, and has to be far more than it
// was itself so far.
func (p *Profile) Judge(cfg *Config, at int64, width time.Duration, value float64, parents ...*Profile) Verdict {
	value = clean(value)
	if v, ok := p.judge(cfg, at, int64(width), value); ok {
		v.Basis = Own
		return v
	}
	for i, parent := range parents {
		if parent == nil {
			continue
		}
		v, ok := parent.judge(cfg, at, int64(width), value)
		if !ok {
			continue
		}
		v.Basis = Parent
		if i > 0 {
			v.Basis = Fleet
		}
		if v.Unusual && p.width != 0 {
			own := p.look(at, int64(width), value)
			v.Unusual = own.x >= cfg.Factor*2*own.mu && above(own.x, own.mu, max(own.kappa, 0.1)) > 5
		}
		v.Few = false
		return v
	}
	return Verdict{Value: value, Basis: Learning}
}

func (p *Profile) judge(cfg *Config, at, width int64, value float64) (v Verdict, ok bool) {
	if p.width == 0 {
		return v, false
	}
	w := p.look(at, width, value)
	if !p.mature(cfg, &w, at) {
		return v, false
	}
	v = Verdict{Value: value, mu: w.mu, kappa: w.kappa, scale: w.scale, wild: w.wild, least: max(cfg.Minimum, cfg.Factor*w.mu*w.scale)}
	v.limit = p.limit(&w, cfg.Risk)
	if w.x >= w.mu {
		z := above(w.x, w.mu, w.kappa)
		v.Bits = bits(p.high[w.wild].chance(z))
		v.Unusual = value >= v.least && z >= v.limit &&
			p.over(cfg, at-nearby, width, value, &w) && p.over(cfg, at+nearby, width, value, &w)
		return v, true
	}
	z := -below(w.x, w.mu, w.kappa)
	v.Bits = bits(p.low.chance(z))
	if limit := p.low.limit(cfg.Risk); value*cfg.Factor <= w.mu*w.scale && w.mu*w.scale >= cfg.Minimum && z >= limit {
		v.Few = true
		v.limit = limit
	}
	return v, true
}

// limit returns the surprise that is reached with the chance risk. An erratic hour has
// few windows to learn its tail from: it is no lighter than that of the others.
func (p *Profile) limit(w *view, risk float64) float64 {
	z := p.high[0].limit(risk)
	if w.wild == 1 {
		z = max(z, p.high[1].limit(risk))
	}
	return z
}

// nearby is by how much what is usual may come earlier or later than it does, as jobs do.
const nearby = 40 * int64(time.Minute)

// over reports whether a value would be more than usual at a time nearby too, if more,
// or more noise, is usual there.
func (p *Profile) over(cfg *Config, at, width int64, value float64, here *view) bool {
	w := p.look(at, width, value)
	if w.mu < 1.5*here.mu && w.kappa < 2*here.kappa {
		return true
	}
	return w.x >= cfg.Factor*w.mu && above(w.x, w.mu, w.kappa) >= p.limit(&w, cfg.Risk)
}

func clean(value float64) float64 {
	if !(value > 0) {
		return 0
	}
	return min(value, 1e18)
}

func bits(chance float64) float64 { return min(-math.Log2(max(chance, 1e-300)), 999) }
