package baseline

import (
	"math"
	"testing"
)

// TestSurprise protects the ground of all thresholds: the approximation agrees with
// the exact negative binomial tail, out to one in a million and beyond.
func TestSurprise(t *testing.T) {
	for _, mu := range []float64{0.1, 1, 5, 20, 100, 1000} {
		for _, kappa := range []float64{1e-4, 0.01, 0.04, 0.25, 1} {
			k, worst := 1/kappa, 0.0
			lg, _ := math.Lgamma(k)
			tail := func(x int) float64 {
				sum := 0.0
				for i := x; i < x+20000; i++ {
					a, _ := math.Lgamma(float64(i) + k)
					b, _ := math.Lgamma(float64(i) + 1)
					p := math.Exp(a - b - lg + k*math.Log(k/(k+mu)) + float64(i)*math.Log(mu/(k+mu)))
					sum += p
					if float64(i) > mu && p < sum*1e-12 {
						break
					}
				}
				return sum
			}
			for _, z := range []float64{2, 3, 4, 4.75, 5.5} {
				x := int(mu)
				for nb(float64(x)-0.5, mu, kappa) < z {
					x++
				}
				exact := math.Sqrt2 * math.Erfcinv(2*tail(x))
				worst = math.Max(worst, math.Abs(exact-nb(float64(x)-0.5, mu, kappa)))
			}
			limit := 0.13
			if mu < 1 {
				limit = 0.35
			}
			if worst > limit {
				t.Errorf("mean %.1f, kappa %.4f: off by %.3f", mu, kappa, worst)
			}
		}
	}
}
