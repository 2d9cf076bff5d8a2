package channel

import (
	"math"
	"slices"
	"time"
)

// timing are the parts of RITA's beacon score, each 0 to 1.
type timing struct {
	gaps, sizes, hours, duration float64
	n                            int     // conversations that were judged
	gap, gapOff                  float64 // median of the gaps and how far half of them stray, in seconds
	spread                       float64 // distance of the quartiles of the gaps over their median
	size, sizeOff                float64 // the same of the bytes sent
}

func (m timing) score() int {
	return int(math.Round(25 * (m.gaps + m.sizes + m.hours + m.duration)))
}

// minGaps is from how many gaps their spread means something.
const minGaps = 5

// measure judges the newest conversations of a channel: all, or those that were
// answered.
func (t *tracker) measure(l *link, now int64, answered bool) timing {
	t.times, t.sizes = t.times[:0], t.sizes[:0]
	from := l.starts - uint32(len(l.ring))
	for n := from; n != l.starts; n++ {
		s := l.ring[n%maxStarts]
		if answered && s.bytes&answeredBit == 0 {
			continue
		}
		at := float64(s.at) / 10
		t.sizes = append(t.sizes, float64(s.bytes&^answeredBit))
		if k := len(t.times); k > 0 && at < t.times[k-1]+1 {
			continue // begun together
		}
		t.times = append(t.times, at)
	}
	m := timing{n: len(t.sizes)}
	if len(t.times) <= minGaps {
		return m
	}
	m.hours = t.histogram(now, l.first)
	first, last := t.times[0], t.times[len(t.times)-1]
	m.duration = t.lasting(l, now, int64(first*1e9)+l.first, int64(last*1e9)+l.first)
	gaps := t.times[:len(t.times)-1]
	for k := range gaps {
		gaps[k] = t.times[k+1] - t.times[k]
	}
	slices.Sort(gaps)
	m.spread = (quantile(gaps, 0.75) - quantile(gaps, 0.25)) / max(quantile(gaps, 0.5), 0.1)
	m.gaps, m.gap, m.gapOff = even(gaps)
	m.sizes, m.size, m.sizeOff = even(t.sizes)
	return m
}

// even scores how alike values are: the mean of one less Bowley's skew and of one
// less the median deviation over the median. It sorts the values.
func even(v []float64) (score, median, off float64) {
	slices.Sort(v)
	q1, q2, q3 := quantile(v, 0.25), quantile(v, 0.5), quantile(v, 0.75)
	skew := 0.0
	if q3-q1 > 0 && q2 != q1 && q2 != q3 {
		skew = (q1 + q3 - 2*q2) / (q3 - q1)
	}
	for k := range v {
		v[k] = math.Abs(v[k] - q2)
	}
	slices.Sort(v)
	off = quantile(v, 0.5)
	if q2 <= 0 {
		return 0, q2, off
	}
	return (1 - math.Abs(skew) + max(0, 1-off/q2)) / 2, q2, off
}

// quantile of sorted values, between neighbours.
func quantile(v []float64, q float64) float64 {
	p := q * float64(len(v)-1)
	i := int(p)
	if i+1 >= len(v) {
		return v[i]
	}
	return v[i] + (p-float64(i))*(v[i+1]-v[i])
}

// histogram scores how evenly the conversations spread over the time since the first
// of them, the last day at most, in up to 24 parts of at least two gaps each.
func (t *tracker) histogram(now, first int64) float64 {
	end := float64(now-first) / 1e9
	begin := max(t.times[0], end-24*3600)
	at, _ := slices.BinarySearch(t.times, begin)
	n := len(t.times) - at
	last := t.times[len(t.times)-1]
	parts := min(24, n/3)
	if parts < 3 || last <= begin {
		return 0
	}
	var counts [24]float64
	width := (last - begin) / float64(parts)
	for _, v := range t.times[at:] {
		counts[min(int((v-begin)/width), parts-1)]++
	}
	mean, spread := float64(n)/float64(parts), 0.0
	for _, c := range counts[:parts] {
		spread += (c - mean) * (c - mean)
	}
	return max(0, 1-math.Sqrt(spread/float64(parts))/mean)
}

// lasting scores how much of the last day a channel was in use, or of half a day
// without an hour left out.
func (t *tracker) lasting(l *link, now, first, last int64) float64 {
	const day = 24 * int64(time.Hour)
	begin := max(t.begin(now), now-day)
	covered := 0.0
	if now > begin {
		covered = float64(last-max(min(first, l.first), begin)) / float64(max(now-begin, int64(time.Hour)))
	}
	run, best := 0, 0
	for bit := range 64 {
		if l.hours.bits>>bit&1 == 1 {
			run++
			best = max(best, run)
		} else {
			run = 0
		}
	}
	return min(1, max(covered, float64(best)/12, 0))
}
