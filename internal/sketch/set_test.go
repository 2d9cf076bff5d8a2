package sketch

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSet protects the numbers that decisions fall on: exact while it matters, within
// four standard errors beyond, the same after being written down, and after a merge.
func TestSet(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 10, Exact - 1, Exact, Exact + 1, 100, 1000, 20_000, 1_000_000} {
		var s, odd, even Set
		for i := range n {
			h := rng.Uint64()
			known, sure := s.Has(h)
			changed := s.Add(h)
			if s.IsExact() && (known || !sure || !changed) {
				t.Fatalf("value %d of %d: known %v, sure %v, changed %v", i, n, known, sure, changed)
			}
			if s.Add(h) {
				t.Fatalf("value %d of %d counts twice", i, n)
			}
			if i%2 == 0 {
				even.Add(h)
			} else {
				odd.Add(h)
			}
		}
		allow := 0.0
		if n > Exact {
			allow = 4 * 0.033 * float64(n)
		}
		if got := s.Len(); math.Abs(float64(got-n)) > allow {
			t.Errorf("%d values count as %d", n, got)
		}
		c := s.Clone()
		odd.Merge(&even)
		if odd.Len() != s.Len() {
			t.Errorf("%d values in halves count as %d, at once as %d", n, odd.Len(), s.Len())
		}
		bytes := s.Append(nil)
		var back Set
		if rest, err := back.Read(bytes); err != nil || len(rest) != 0 || !slices.Equal(back.few, c.few) || !slices.Equal(back.many, c.many) {
			t.Errorf("%d values: read back with %d bytes left, %v", n, len(rest), err)
		}
		for cut := range min(len(bytes), 300) {
			if _, err := new(Set).Read(bytes[:cut]); err == nil {
				t.Errorf("%d values: the first %d of %d bytes read as a set", n, cut, len(bytes))
			}
		}
	}
}
