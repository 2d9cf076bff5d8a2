package sketch

import (
	"bytes"
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
		if rest, err := back.Read(bytes); err != nil || len(rest) != 0 || !slices.Equal(back.w, c.w) {
			t.Errorf("%d values: read back with %d bytes left, %v", n, len(rest), err)
		}
		for cut := range min(len(bytes), 300) {
			if _, err := new(Set).Read(bytes[:cut]); err == nil {
				t.Errorf("%d values: the first %d of %d bytes read as a set", n, cut, len(bytes))
			}
		}
	}
}

// TestSetError protects the size of sets beyond 64 members: over many sets the error
// is what the estimator promises, 3.3 % (root of the mean square), with room for
// chance, and it leans to no side.
func TestSetError(t *testing.T) {
	const seeds = 60
	sizes := []int{100, 300, 1000, 3000, 10_000, 100_000}
	if testing.Short() {
		sizes = sizes[:5]
	}
	type errors struct{ sum, square, far float64 }
	far := make([]errors, len(sizes))
	add := func(e *errors, got, n int) {
		x := float64(got)/float64(n) - 1
		e.sum += x / seeds
		e.square += x * x / seeds
		e.far = max(e.far, math.Abs(x))
	}
	for seed := range uint64(seeds) {
		var s Set
		n := 0
		for k, size := range sizes {
			for ; n < size; n++ {
				s.Add(Hash64(seed, uint64(n)))
			}
			add(&far[k], s.Len(), size)
		}
	}
	for k, size := range sizes {
		rms, mean := math.Sqrt(far[k].square), far[k].sum
		t.Logf("%7d: rms %.2f %%, mean %+.2f %%, furthest %.1f %%", size, 100*rms, 100*mean, 100*far[k].far)
		if rms > 0.043 || math.Abs(mean) > 0.017 {
			t.Errorf("%d: error %.2f %%, mean %+.2f %%", size, 100*rms, 100*mean)
		}
	}
}

// FuzzSet: bytes that no set wrote are an error, or a set that works.
func FuzzSet(f *testing.F) {
	var s Set
	for i := range uint64(200) {
		if i == 0 || i == 3 || i == 64 || i == 199 {
			f.Add(s.Append(nil))
		}
		s.Add(Hash64(i))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		var s Set
		rest, err := s.Read(src)
		if err != nil {
			return
		}
		if b := s.Append(nil); !bytes.Equal(b, src[:len(src)-len(rest)]) {
			t.Fatalf("%x was read, %x is written", src, b)
		}
		before, c := s.Len(), s.Clone()
		s.Add(1)
		s.Merge(&c)
		if s.Len() < before {
			t.Errorf("%d members, and %d after adding one", before, s.Len())
		}
	})
}

func BenchmarkSet(b *testing.B) {
	for _, n := range []int{16, 64, 10_000} {
		b.Run(map[int]string{16: "few", 64: "exact", 10_000: "many"}[n], func(b *testing.B) {
			b.ReportAllocs()
			rng := rand.New(rand.NewPCG(1, 2))
			var s Set
			for i := range uint64(n) {
				s.Add(Hash64(i))
			}
			for range b.N {
				s.Add(Hash64(rng.Uint64N(uint64(n))))
			}
		})
	}
}
