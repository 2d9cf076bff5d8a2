package baseline

import "math"

// A window's value is taken for a negative binomial count: Poisson noise around a mean
// that itself varies by a gamma factor of variance kappa. So the noise of small counts
// is known, not learned, and large sums are what they are, proportional.

// surprise returns how far out x lies around mean mu, in standard deviations of a
// normal variable with the same tail. Where the dispersion is large, nothing says that
// the factor is gamma rather than log-normal, whose tail is heavier: there the heavier
// one counts.
func surprise(x, mu, kappa float64) float64 {
	mu = max(mu, tinyMean)
	z := nb(x, mu, kappa)
	if kappa <= calm || x <= mu {
		return z
	}
	s2 := math.Log1p(kappa + 1/mu)
	heavy := (math.Log(x/mu) + s2/2) / math.Sqrt(s2)
	return z + min(heavy-z, 0)*min((kappa-calm)/calm, 1)
}

// calm is a dispersion at which a threefold rise can still be told from noise.
const calm = 0.06

// nb is the signed root of the deviance with the correction for skewness of Pierce and
// Schafer (1986). It is close to the exact quantile residual (Dunn and Smyth 1996) and
// needs two logarithms.
func nb(x, mu, kappa float64) float64 {
	d := x*logRatio(x, mu) - (x+1/kappa)*math.Log1p((x-mu)/(mu+1/kappa))
	r := math.Sqrt(2 * max(0, d))
	if x < mu {
		r = -r
	}
	mu = max(mu, 0.25) // below, the correction has no sense
	return r + (1+2*kappa*mu)/math.Sqrt(mu*(1+kappa*mu))/6
}

// tinyMean keeps means off zero: less than one event in a thousand windows.
const tinyMean = 1e-3

func logRatio(x, mu float64) float64 {
	if x <= 0 {
		return 0
	}
	return math.Log(x / mu)
}

// above is the surprise of x or more, below of x or less.
func above(x, mu, kappa float64) float64 { return surprise(max(0, x-0.5), mu, kappa) }
func below(x, mu, kappa float64) float64 { return surprise(x+0.5, mu, kappa) }

// quantile returns the value whose surprise is z.
func quantile(z, mu, kappa float64) float64 {
	mu = max(mu, tinyMean)
	if surprise(0, mu, kappa) >= z {
		return 0
	}
	lo, hi := 0.0, mu+1
	for surprise(hi, mu, kappa) < z && hi < 1e30 {
		lo, hi = hi, 2*hi
	}
	for range 60 {
		mid := (lo + hi) / 2
		if surprise(mid, mu, kappa) < z {
			lo = mid
		} else {
			hi = mid
		}
		if hi-lo < 1e-3*(1+lo*1e-3) {
			break
		}
	}
	return hi
}

// spread is the standard deviation of a value.
func spread(mu, kappa float64) float64 { return math.Sqrt(mu + kappa*mu*mu + 0.25) }
