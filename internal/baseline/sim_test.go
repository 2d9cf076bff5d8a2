package baseline

import (
	"math"
	"math/rand/v2"
)

// world is a made series: its mean at a window, and how a value is drawn.
type world struct {
	name string
	mean func(i int) float64 // of the i-th window of 10 min, from Monday 00:00 UTC
	k    float64             // of the gamma factor, 0 for none
	rng  *rand.Rand
}

func (w *world) draw(i int, times float64) float64 {
	mu := w.mean(i) * times
	if w.k > 0 {
		mu *= gamma(w.rng, w.k) / w.k
	}
	return poisson(w.rng, mu)
}

// gamma is Marsaglia and Tsang's method.
func gamma(r *rand.Rand, k float64) float64 {
	if k < 1 {
		return gamma(r, k+1) * math.Pow(1-r.Float64(), 1/k)
	}
	d := k - 1./3
	c := 1 / math.Sqrt(9*d)
	for {
		x := r.NormFloat64()
		v := 1 + c*x
		if v <= 0 {
			continue
		}
		v = v * v * v
		if math.Log(1-r.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

// poisson is inversion for small means, and exact splitting by gamma for large ones.
func poisson(r *rand.Rand, mu float64) float64 {
	n := 0.0
	for mu > 60 {
		m := math.Floor(mu * 7 / 8)
		g := gamma(r, m)
		if g > mu {
			return n + binomial(r, m-1, mu/g)
		}
		n += m
		mu -= g
	}
	limit, p := math.Exp(-mu), 1.0
	for k := 0.0; ; k++ {
		p *= 1 - r.Float64()
		if p <= limit {
			return n + k
		}
	}
}

func binomial(r *rand.Rand, n, p float64) float64 {
	k := 0.0
	for n > 60 { // by the median of uniforms (Devroye)
		i := math.Floor((n + 1) / 2)
		a, b := gamma(r, i), gamma(r, n+1-i)
		if m := a / (a + b); m <= p {
			k += i
			n -= i
			p = (p - m) / (1 - m)
		} else {
			n = i - 1
			p /= m
		}
	}
	for range int(n) {
		if r.Float64() < p {
			k++
		}
	}
	return k
}

const (
	perDay  = 144
	perWeek = 7 * perDay
	begin   = 1_700_438_400 * int64(1e9) // a Monday
	tenMin  = 600 * int64(1e9)
)

// weekly is a working week: busy by day, quiet at night and at the weekend.
func weekly(r *rand.Rand, level float64) func(int) float64 {
	swing, phase, weekend := 0.3+0.9*r.Float64(), r.Float64()*24, 0.3+0.7*r.Float64()
	return func(i int) float64 {
		hour := float64(i%perDay) / 6
		m := level * math.Exp(swing*(math.Cos((hour-phase)*2*math.Pi/24)-0.3))
		if i/perDay%7 >= 5 {
			m *= weekend
		}
		return m
	}
}

// walk is a factor that wanders from window to window and comes back, as the load of
// one instance among others does.
func walk(r *rand.Rand, n int, back, step float64) []float64 {
	w, x := make([]float64, n), 0.0
	for i := range w {
		x += -back*x + step*r.NormFloat64()
		w[i] = math.Exp(x)
	}
	return w
}

// worlds returns one series of each kind, n windows long.
func worlds(seed uint64, n int) []*world {
	var all []*world
	add := func(name string, k float64, mean func(r *rand.Rand) func(int) float64) {
		r := rand.New(rand.NewPCG(seed, uint64(len(all))))
		all = append(all, &world{name, mean(r), k, r})
	}
	level := func(m float64) func(*rand.Rand) func(int) float64 {
		return func(r *rand.Rand) func(int) float64 { return weekly(r, m) }
	}
	add("poisson 5", 0, level(5))
	add("poisson 20", 0, level(20))
	add("poisson 40", 0, level(40))
	add("poisson 100", 0, level(100))
	add("poisson 5000", 0, level(5000))
	add("nb 40, cv 0.1", 100, level(40))
	add("nb 100, cv 0.14", 50, level(100))
	add("nb 1000, cv 0.18", 30, level(1000))
	add("nb 1000, cv 0.3", 11, level(1000))
	add("nb 100, cv 0.5", 4, level(100))
	add("nightly batch", 50, func(r *rand.Rand) func(int) float64 {
		day, size, long := weekly(r, 100), 5+20*r.Float64(), 2+r.IntN(6)
		late := make([]int, n/perDay+1)
		for i := range late {
			late[i] = r.IntN(3)
		}
		return func(i int) float64 {
			if at := i%perDay - 12 - late[i/perDay]; at >= 0 && at < long {
				return day(i) * size
			}
			return day(i)
		}
	})
	add("hourly cron", 50, func(r *rand.Rand) func(int) float64 {
		day := weekly(r, 50)
		return func(i int) float64 {
			if i%6 == 0 {
				return day(i) + 500
			}
			return day(i)
		}
	})
	add("autoscaling", 100, func(r *rand.Rand) func(int) float64 {
		day, w := weekly(r, 200), walk(r, n, 0.02, 0.05)
		return func(i int) float64 { // total load over the number of instances that it needs
			load := day(i) * w[i] * 4
			return load / math.Max(2, math.Ceil(load/250))
		}
	})
	add("wandering", 100, func(r *rand.Rand) func(int) float64 {
		day, w := weekly(r, 200), walk(r, n, 0.01, 0.05)
		return func(i int) float64 { return day(i) * w[i] }
	})
	add("other days", 100, func(r *rand.Rand) func(int) float64 {
		day := weekly(r, 200)
		f := make([]float64, n/perDay+1)
		for i := range f {
			f[i] = math.Exp(0.12 * r.NormFloat64())
		}
		return func(i int) float64 { return day(i) * f[i/perDay] }
	})
	add("deployments", 100, func(r *rand.Rand) func(int) float64 {
		day := weekly(r, 200)
		f, x := make([]float64, n), 1.0
		for i := range f {
			if r.IntN(5*perDay) == 0 {
				x = math.Exp(0.15 * r.NormFloat64())
			}
			f[i] = x
		}
		return func(i int) float64 { return day(i) * f[i] }
	})
	add("office hours", 50, func(r *rand.Rand) func(int) float64 {
		return func(i int) float64 {
			if h := i % perDay / 6; h >= 8 && h < 18 && i/perDay%7 < 5 {
				return 300
			}
			return 0.02
		}
	})
	add("bursts", 4, func(r *rand.Rand) func(int) float64 { // heavy-tailed, a few a day
		f := make([]float64, n)
		for i := range f {
			f[i] = 2
			if r.IntN(40) == 0 {
				f[i] = 20 * math.Pow(1-r.Float64(), -1/1.5)
			}
		}
		return func(i int) float64 { return math.Min(f[i], 1e7) }
	})
	add("log-normal", 0, func(r *rand.Rand) func(int) float64 {
		day := weekly(r, 1e6)
		f := make([]float64, n)
		for i := range f {
			f[i] = math.Exp(r.NormFloat64())
		}
		return func(i int) float64 { return day(i) * f[i] }
	})
	add("sparse", 0, func(r *rand.Rand) func(int) float64 {
		return func(i int) float64 { return 0.05 }
	})
	add("zeros", 0, func(r *rand.Rand) func(int) float64 { return func(i int) float64 { return 0 } })
	add("busy host", 400, level(3e6))
	return all
}
