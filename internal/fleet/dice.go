package fleet

import (
	"math"
	"math/rand/v2"
)

// dice is a seeded source of the distributions traffic needs. A new seed costs
// a few nanoseconds, so every (cell, minute) has its own.
type dice struct {
	pcg *rand.PCG
	*rand.Rand
}

func newDice(seed uint64, about ...uint64) dice {
	p := rand.NewPCG(0, 0)
	d := dice{p, rand.New(p)}
	d.reseed(seed, about...)
	return d
}

// reseed makes d forget everything but the seed and what the draws are about.
func (d dice) reseed(seed uint64, about ...uint64) {
	a := mix(seed)
	for _, x := range about {
		a = mix(a ^ x)
	}
	d.pcg.Seed(a, mix(a))
}

// mix is splitmix64's finaliser: neighbouring inputs give unrelated outputs.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// poisson draws a count whose mean is m.
func (d dice) poisson(m float64) int {
	if m <= 0 {
		return 0
	}
	if m > 40 {
		return max(0, int(m+math.Sqrt(m)*d.NormFloat64()+0.5))
	}
	n, p := 0, d.Float64()
	if p <= 1-m { // Fast path: never more than exp(-m).
		return 0
	}
	for limit := math.Exp(-m); p > limit; n++ {
		p *= d.Float64()
	}
	return n
}

// skewed draws an index below n, small ones far more often: half the draws
// fall into the first eighth.
func (d dice) skewed(n int) int {
	u := d.Float64()
	return int(u * u * u * float64(n))
}

// size is a log-normal distribution, heavy-tailed as transfer sizes and
// durations are: half the draws lie below med, sigma is the spread of the
// logarithm.
type size struct{ med, sigma float64 }

// maxDraw bounds one draw: 8 GB, more than a minute of a fast interface.
const maxDraw = 8 << 30

func (s size) draw(d dice) float64 {
	if s.sigma == 0 {
		return s.med
	}
	return min(s.med*math.Exp(s.sigma*d.NormFloat64()), maxDraw)
}
