// Package baseline learns what is usual for a series of counts at each hour of the
// week, and tells what is far more, or far less.
//
// A [Profile] predicts the mean of a window as level + hour of the week + a fast
// deviation that follows the last hours, all logarithms of count + 1. Each moves by
// robust stochastic steps: the residual, cut at two standard deviations (Huber), times
// a gain that falls as 1/n to a floor (Robbins and Monro 1951). Quantile steps such as
// Frugal streaming (Ma, Muthukrishnan and Sandler 2013) need no spread but as many
// windows as they have steps to go; an hour of the week has six windows a week, so they
// come too late here. The noise is negative binomial, with a dispersion that is learned
// for the series and for each hour; what it does not explain, the tail of the residuals
// learns as peaks over threshold (Siffer and others 2017).
//
// What is flagged does not train, with three exceptions, so that nothing is flagged for
// ever: a shift that lasts for more than 24 hours becomes the new level (a fall, after
// seven days); what was flagged at the same hour in the week before, or on the two days
// before, is taken for a habit; and the first window of each flagged episode counts in
// the tail, cut at the limit, so that a series that keeps bursting learns its tail.
package baseline

import (
	"math"
	"time"
	"unsafe"
)

// Config tunes judging. The zero value is not valid; start from [DefaultConfig].
type Config struct {
	Risk    float64       // chance that a usual window is flagged; a thousand series have a million a week
	Minimum float64       // values below are never more than usual
	Factor  float64       // nor are values below so many times the expected one
	Learn   time.Duration // own history before a series is judged by itself
}

// DefaultConfig returns the settings that the targets were measured with.
func DefaultConfig() Config {
	return Config{Risk: 5e-7, Minimum: 20, Factor: 2.2, Learn: 72 * time.Hour}
}

// Profile is what is usual for one series. The zero value is empty. Until it has a day
// of history it takes 128 bytes, then 620. It is not safe for concurrent use; a copy
// shares memory with the original: use Clone.
type Profile struct {
	first int64 // start of the first window, nanoseconds since 1970
	last  int64 // end of the newest
	width int64 // of the windows, as the first had it
	count int64 // values learned

	windows float32 // learned, as they weigh
	judged  float32 // of them, those whose hour was known
	level   float32 // log(count+1) of a window
	fast    float32 // deviation of the last hours
	follow  slope   // how much of it stays
	kappa   float32 // logarithm of the dispersion

	shift     float32 // hours of a lasting shift, below zero of a fall
	shiftSize float32 // its mean size

	high [2]tail // of calm and of erratic hours
	low  tail
	week *season
}

const (
	minKappa  = 1e-4
	maxKappa  = 20.0
	cut       = 2.0     // standard deviations that a step sees at most
	cutSquare = 0.92054 // mean of min(z^2, cut^2) of a normal z

	levelSpan = 2016 // windows: two weeks of 10 min
	fastSpan  = 4032
	fastLife  = hour
	fastMost  = 1.0
	kappaSpan = 1000
	noiseCut  = 5.0 // of the noise of an hour, which has few windows to learn from
	wildNoise = 717 // in steps: 0.7, twice the variance
	sixthSpan = 200

	riseHours = 24
	fallHours = 168
	day       = 24 * hour
)

// view is a window as the profile sees it.
type view struct {
	x, mu  float64 // the value and its mean, as for a window of the profile's width
	m      float64 // log(mu + 1)
	kappa  float64
	hour   int
	sixth  int     // which sixth of the hour, -1 for longer windows
	wild   int     // 1: an erratic hour
	seen   bool    // days like this one are known
	weeks  float64 // of history
	scale  float64 // the window's width over the profile's
	before float64 // m without fast, may be below zero
	fast   float64 // deviation of the last hours
	own    float64 // deviation of this day's hour from that of days like it
}

// Windows returns how many windows were learned, silent ones included.
func (p *Profile) Windows() int { return int(p.windows) }

// Since returns the start of the first window, Until the end of the newest one.
func (p *Profile) Since() int64 { return p.first }

// Until returns the end of the newest window.
func (p *Profile) Until() int64 { return p.last }

// Expected returns the mean of a window that starts at a moment, as far as it is known.
func (p *Profile) Expected(at int64, width time.Duration) float64 {
	v := p.look(at, int64(width), 0)
	return v.mu * v.scale
}

func (p *Profile) look(at, width int64, value float64) view {
	v := view{x: value, scale: 1, hour: hourOf(at), sixth: -1}
	if width <= hour/6 {
		v.sixth = int((at - floorDiv(at, hour)*hour) / (hour / 6))
	}
	if p.width > 0 && width != p.width {
		v.scale = float64(width) / float64(p.width)
		v.x = value / v.scale
	}
	v.before = float64(p.level)
	if p.week != nil {
		v.weeks = float64(at-p.first) / float64(7*day)
		var s float64
		s, v.own, v.seen = p.week.usual(v.hour)
		v.before += s + p.week.own.of()*v.own + p.week.inHour(at, width, v.hour, s)
		if v.sixth >= 0 {
			v.before += float64(p.week.sixth[v.sixth]) / unit
		}
		if p.week.noise[cellOf(v.hour)] > wildNoise {
			v.wild = 1
		}
	}
	if p.fast != 0 {
		v.fast = float64(p.fast) * math.Exp2(-float64(max(0, at-p.last))/float64(2*fastLife))
	}
	v.m = min(max(v.before+p.follow.of()*v.fast, 0), 60)
	v.mu = math.Expm1(v.m)
	v.kappa = p.noiseAt(&v)
	return v
}

// noiseAt returns the dispersion of a window.
func (p *Profile) noiseAt(v *view) float64 {
	k := float64(p.kappa)
	if p.week != nil {
		k += float64(p.week.noise[cellOf(v.hour)]) / unit
		if v.sixth >= 0 {
			k += float64(p.week.rough[v.sixth]) / unit
		}
	}
	return min(max(math.Exp(k), minKappa), maxKappa)
}

// mature reports whether a series is judged by itself.
func (p *Profile) mature(cfg *Config, v *view, at int64) bool {
	need := int64(cfg.Learn)
	if v.kappa > erratic {
		need = max(need, 7*day)
	}
	return p.week != nil && v.seen && at-p.first >= need
}

// erratic is the dispersion of series that have to show more of themselves before they
// are judged.
const erratic = 0.15

// Observe judges a window, then learns it. Windows of a series come in order; those
// before the newest are judged only.
func (p *Profile) Observe(cfg *Config, at int64, width time.Duration, value float64, parents ...*Profile) Verdict {
	p.silence(at)
	v := p.Judge(cfg, at, width, value, parents...)
	p.learn(at, int64(width), value, &v)
	return v
}

// Learn learns a value without judging it, for a parent, which takes the values of all
// its children, several at one moment, and knows no silence. What was flagged at the
// child only passes the time.
func (p *Profile) Learn(at int64, width time.Duration, value float64, flagged bool) {
	if flagged {
		if p.width != 0 {
			p.last = max(p.last, at+int64(width))
		}
		return
	}
	p.learn(at, int64(width), value, &Verdict{})
}

// Quiet makes an empty profile one of a series that was there all the time and had
// nothing, for a week at most.
func (p *Profile) Quiet(from, until int64, width time.Duration) {
	from = max(from, until-7*day)
	p.start(from-from%int64(width), int64(width), 0)
	p.silence(until)
}

// Pass lets a window go by that is no example of what is usual.
func (p *Profile) Pass(at int64, width time.Duration) {
	p.silence(at)
	if p.width != 0 {
		p.last = max(p.last, at+int64(width))
	}
}

func (p *Profile) start(at, width int64, value float64) {
	*p = Profile{first: at, last: at, width: max(width, 1), level: float32(math.Log1p(value)),
		kappa: float32(math.Log(0.1)), high: [2]tail{newTail(), newTail()}, low: newTail()}
}

func (p *Profile) learn(at, width int64, value float64, verdict *Verdict) {
	value = clean(value)
	if p.width == 0 {
		p.start(at, width, value)
	}
	if at+width < p.last {
		return // late: its time is learned
	}
	v := p.look(at, width, value)
	if p.week == nil && at-p.first >= day {
		p.week = newSeason()
	}
	p.fast = float32(v.fast)
	if p.week != nil {
		p.week.visit(v.hour)
	}
	// A window of an hour tells as much as six of 10 minutes; of many children's values
	// at a moment each is a part of a window.
	p.count++
	weight := min(v.scale, 6)
	if span := float64(max(p.last, at+width) - p.first); span > 0 {
		weight /= max(1, float64(p.count)*float64(p.width)/span)
	}
	z := surprise(v.x, v.mu, v.kappa)
	flagged := verdict.Basis == Own && (verdict.Unusual || verdict.Few)
	if flagged {
		up := verdict.Unusual
		if p.shift == 0 { // the first of an episode
			p.episode(verdict)
		}
		p.drift(up, float64(width)/float64(hour), math.Log1p(v.x)-v.before)
		habit := p.week.habit(v.hour)
		p.week.alarm = true
		if habit {
			p.train(&v, z, weight, true)
		}
	} else {
		p.settle(float64(width)/float64(hour), v.mu)
		p.train(&v, z, weight, false)
	}
	p.last = max(p.last, at+width)
}

// train moves the profile towards a window.
func (p *Profile) train(v *view, z, weight float64, habit bool) {
	n := float64(p.windows)
	sd := spread(v.mu, v.kappa)
	r := (v.x - v.mu) / sd
	step := min(max(r, -cut), cut) * sd / (1 + v.mu) // as a logarithm
	plain := math.Log1p(v.x) - v.m

	if n < 36 {
		p.level += float32(plain * weight / (n + weight))
	} else {
		p.level += float32(step * weight / (min(n, levelSpan) + 1))
	}
	if p.week != nil {
		p.trainWeek(v, z, step, plain, weight, habit)
		if !habit {
			p.trainFast(v, step, weight)
		}
	}
	if v.seen {
		p.trainNoise(v, z, weight)
	}
	p.windows = min(p.windows+float32(weight), 1e6)
}

// moved returns a logarithm in steps that has moved, within a limit.
func moved(v int16, by, limit float64) int16 {
	return int16(math.Round(min(max(float64(v)/unit+by, -limit), limit) * unit))
}

// trainFast learns the deviation of the last hours, and how much of it is to be
// believed: nothing where windows are independent of each other.
func (p *Profile) trainFast(v *view, step, weight float64) {
	e := step + p.follow.of()*v.fast // from the prediction without it
	gain := weight / (min(float64(p.judged), fastSpan) + 50)
	if v.seen {
		p.follow.add(v.fast, e, gain)
		p.week.own.add(v.own, step+p.week.own.of()*v.own, gain)
	}
	g := 1 - math.Exp2(-weight*float64(p.width)/float64(fastLife))
	p.fast = float32(min(max(v.fast+g*(e-v.fast), -fastMost), fastMost))
}

// trainNoise learns how far from the prediction windows lie, where there is one.
func (p *Profile) trainNoise(v *view, z, weight float64) {
	// The dispersion moves until the mean of the cut square is that of a normal
	// variable. Where counts are small it is Poisson noise that is seen.
	n := float64(p.judged)
	g := 1.5 * weight * v.mu / (1 + v.mu) / (min(n, kappaSpan) + 20)
	p.kappa += float32(g * (min(z*z, cut*cut)/cutSquare - 1))
	p.kappa = min(max(p.kappa, float32(math.Log(minKappa))), float32(math.Log(maxKappa)))
	// The tail sees the value with what it taught: at first one far out widens the
	// noise more than the tail. A few events where next to none are usual are no peak.
	if n >= 144 && (v.mu < 4 && v.x < 10) {
		p.high[v.wild].add(0, n)
	} else if n >= 144 {
		v.kappa = p.noiseAt(v)
		p.high[v.wild].add(above(v.x, v.mu, v.kappa), n)
		p.low.add(-below(v.x, v.mu, v.kappa), n)
	}
	p.judged = min(p.judged+float32(weight), 1e6)
}

func (p *Profile) trainWeek(v *view, z, step, plain, weight float64, habit bool) {
	s := p.week
	h := v.hour
	old := float64(s.at[h]) / unit
	if s.at[h] == unseen {
		old, _, _ = s.usual(h)
		if v.seen {
			s.set(h, old)
		} else if c := cellOf(h); s.noise[c] == 0 { // the first weekend, or the first working day
			s.noise[c] = s.noise[(c+24)%cells]
		}
	}
	if s.at[h] == unseen {
		s.set(h, old+plain)
	} else {
		seen := min(6*math.Floor(v.weeks), weekSpan) + float64(s.count)
		if habit {
			seen, step = 2, plain
		}
		s.set(h, old+step*weight/(seen+weight))
	}
	s.count += float32(weight)
	c := cellOf(h)
	days := 5.0
	if h >= 5*24 {
		days = 2
	}
	seen := min(6*days*v.weeks, cellSpan)
	g := 1.5 * weight * v.mu / (1 + v.mu) / (seen + 20)
	more := min(z*z, noiseCut*noiseCut) - 1
	if v.seen {
		s.noise[c] = moved(s.noise[c], g*more, 5)
	}
	if v.sixth >= 0 && !habit {
		n := min(float64(p.windows)/6, sixthSpan)
		s.sixth[v.sixth] = moved(s.sixth[v.sixth], step*weight/(n+10), 8)
		if v.seen {
			s.rough[v.sixth] = moved(s.rough[v.sixth], weight*v.mu/(1+v.mu)*more/(n+50), 5)
		}
	}
}

// Clone returns a copy that shares nothing.
func (p *Profile) Clone() Profile {
	c := *p
	c.week = p.week.clone()
	return c
}

// Extra is the memory that the profile points to.
func (p *Profile) Extra() int {
	if p.week == nil {
		return 0
	}
	return int(unsafe.Sizeof(season{}))
}
