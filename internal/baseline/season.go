package baseline

import (
	"math"
	"time"
)

const (
	week     = 168 // hours
	cells    = 48  // hours of a working day and of a weekend day
	unit     = 1024.0
	unseen   = math.MinInt16
	hour     = int64(time.Hour)
	weekSpan = 36 // windows that an hour of the week remembers: six weeks of 10 min
	cellSpan = 120
)

// season is the shape of a week: how far each hour lies from the level, as logarithms
// in steps of 1/1024. An hour leans on the same hour of the other working days, or of
// the other weekend day, as far as that has predicted better.
type season struct {
	own     slope
	at      [week]int16  // unseen until its first window
	noise   [cells]int16 // logarithm of the noise of an hour over that of the series
	sixth   [6]int16     // how far each ten minutes of the hour lie from it
	rough   [6]int16     // logarithm of their noise over that of the hour
	flagged [week / 8]uint8
	now     uint8   // the hour of the week that runs
	alarm   bool    // it has been flagged
	count   float32 // windows of it so far
}

func newSeason() *season {
	s := &season{}
	for i := range s.at {
		s.at[i] = unseen
	}
	return s
}

// hourOf returns the hour of the week, from Monday 00:00 UTC.
func hourOf(at int64) int {
	h := (floorDiv(at, hour) + 3*24) % week
	return int((h + week) % week)
}

func floorDiv(a, b int64) int64 {
	if a%b < 0 {
		return a/b - 1
	}
	return a / b
}

func cellOf(h int) int {
	if h >= 5*24 {
		return 24 + h%24
	}
	return h % 24
}

// usual returns what is usual at an hour of the day on days like this one, whether it
// was seen on another of them, and how far this day is from the others.
func (s *season) usual(h int) (m, own float64, seen bool) {
	lo, hi := 0, 5
	if h >= 5*24 {
		lo, hi = 5, 7
	}
	sum, n := s.sum(h, lo, hi)
	if n == 0 {
		if sum, n = s.sum(h, 0, 7); n == 0 {
			return 0, 0, false
		}
		return sum / float64(n), 0, false
	}
	m = sum / float64(n)
	if v := s.at[h]; v != unseen {
		own = float64(v)/unit - m
	}
	return m, own, n > 1 || s.at[h] == unseen
}

func (s *season) sum(h, lo, hi int) (sum float64, n int) {
	for d := lo; d < hi; d++ {
		if v := s.at[d*24+h%24]; v != unseen {
			sum += float64(v) / unit
			n++
		}
	}
	return sum, n
}

// inHour returns how far a moment lies from its hour's mean where the hours before
// and after show a smooth course, which a job that starts on the hour is not: the
// slope is limited by the lesser step (van Leer's monotonised central limiter).
func (s *season) inHour(at int64, width int64, h int, m float64) float64 {
	before, _, ok1 := s.usual((h + week - 1) % week)
	after, _, ok2 := s.usual((h + 1) % week)
	if !ok1 || !ok2 {
		return 0
	}
	a, b := m-before, after-m
	if a*b <= 0 {
		return 0
	}
	slope := math.Copysign(min(math.Abs(a+b)/2, 2*math.Abs(a), 2*math.Abs(b)), a)
	middle := float64(at-floorDiv(at, hour)*hour+min(width, hour)/2)/float64(hour) - 0.5
	return slope * middle
}

// set moves an hour.
func (s *season) set(h int, v float64) {
	s.at[h] = int16(min(max(math.Round(v*unit), -32767), 32767))
}

// slope is a running regression through the origin: how much of a deviation to
// believe.
type slope struct{ xy, xx float32 }

// add learns what a deviation of x came to.
func (r *slope) add(x, y, gain float64) {
	r.xy += float32(gain * (x*y - float64(r.xy)))
	r.xx += float32(gain * (x*x - float64(r.xx)))
}

func (r *slope) of() float64 {
	if r.xx <= 1e-9 {
		return 0
	}
	return min(max(float64(r.xy/r.xx), 0), 1)
}

// clone copies.
func (s *season) clone() *season {
	if s == nil {
		return nil
	}
	c := *s
	return &c
}
