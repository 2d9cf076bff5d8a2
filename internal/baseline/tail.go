package baseline

import "math"

// tail learns how far the residuals of a series really go: peaks over a threshold
// (Siffer and others, "Anomaly detection in streams with extreme value theory", 2017).
// The threshold is fixed at two standard deviations, for residuals come standardised;
// the generalised Pareto distribution of the excesses is fitted by moments, which
// takes two running means. The first moments are those of the normal tail.
type tail struct {
	share  float32 // of the residuals that are over the threshold
	mean   float32 // of the excess
	square float32 // mean of its square
	peaks  float32 // excesses seen, as they weigh
}

const (
	tailFrom = 2.0

	// The normal tail over 2: its share, and the moments of the generalised Pareto
	// distribution that meets its quantiles between 1e-5 and 1e-7.
	normalShare  = 0.02275
	normalMean   = 0.373
	normalSquare = 2 * normalMean * normalMean * (1 - normalShape) / (1 - 2*normalShape)
	normalShape  = -0.085

	sharePrior = 500  // windows that the normal share counts as
	peakPrior  = 40   // excesses that the normal moments count as
	shareSpan  = 4032 // windows of 10 min in four weeks
	peakSpan   = 400

	// A limit is at most so many standard deviations. Residuals have the noise that the
	// series was seen to have taken out, so no noise goes further; a few surges of the past
	// would else put the limit where nothing reaches it, a thousand times the mean.
	tailMost = 14
)

func newTail() tail { return tail{normalShare, normalMean, normalSquare, 0} }

// add learns a residual; n is how many came before.
func (t *tail) add(z, n float64) {
	over := float32(0)
	if z > tailFrom {
		over = 1
		t.peak(z - tailFrom)
	}
	t.share += (over - t.share) / float32(sharePrior+min(n, shareSpan))
}

// peak learns an excess, cut so that one alone does not make a tail heavy: moments
// trust what is far out most.
func (t *tail) peak(excess float64) {
	x := min(float32(excess), 2+10*t.mean)
	g := 1 / (peakPrior + min(t.peaks, peakSpan))
	t.mean += g * (x - t.mean)
	t.square += g * (x*x - t.square)
	t.peaks = min(t.peaks+1, peakSpan)
}

// shape returns the parameters of the generalised Pareto distribution.
func (t *tail) shape() (xi, sigma float64) {
	m := max(float64(t.mean), 0.05)
	v := max(float64(t.square)-m*m, 1e-3)
	// No lighter than normal; and where the peaks lie higher than those of a normal
	// variable, not bounded.
	least := normalShape * (1 - min(max((m-normalMean)/normalMean, 0), 1))
	xi = min(max((1-m*m/v)/2, least), 0.45)
	if xi > 0 { // heavy, and moments make it too light: one standard error on top
		xi = min(xi+xi/(xi+0.05)/math.Sqrt(peakPrior+float64(t.peaks)), 0.6)
	}
	return xi, m * (1 - xi)
}

// limit returns the residual that is reached with the chance risk: never less than
// that of a normal variable, for few peaks cannot show that a tail is lighter, and never
// more than tailMost.
func (t *tail) limit(risk float64) float64 {
	xi, sigma := t.shape()
	r := max(float64(t.share), 1e-4) / risk
	if r <= 1 {
		return tailFrom
	}
	z := sigma * math.Log(r)
	if math.Abs(xi) >= 1e-4 {
		z = sigma / xi * (math.Pow(r, xi) - 1)
	}
	return min(max(tailFrom+z, math.Sqrt2*math.Erfcinv(2*risk)), tailMost)
}

// chance returns how likely a residual of at least z is.
func (t *tail) chance(z float64) float64 {
	if z <= tailFrom {
		return math.Erfc(z/math.Sqrt2) / 2
	}
	xi, sigma := t.shape()
	y := (z - tailFrom) / sigma
	share := max(float64(t.share), 1e-4)
	if math.Abs(xi) < 1e-4 {
		return share * math.Exp(-y)
	}
	base := 1 + xi*y
	if base <= 0 { // beyond the end that a bounded tail has: the normal tail goes on
		return min(share*1e-6, math.Erfc(z/math.Sqrt2)/2)
	}
	return share * math.Pow(base, -1/xi)
}
