package sketch

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// zipf returns n keys of which few are frequent, and how often each came.
func zipf(seed uint64, n int) ([]uint64, map[uint64]uint64) {
	z := rand.NewZipf(rand.New(rand.NewPCG(seed, 7)), 1.1, 1, 100_000)
	keys, count := make([]uint64, n), map[uint64]uint64{}
	for i := range keys {
		keys[i] = Hash64(z.Uint64())
		count[keys[i]]++
	}
	return keys, count
}

// TestCountMin protects the two promises: never too low, and seldom too high by more
// than e/width of the total.
func TestCountMin(t *testing.T) {
	for seed := range uint64(5) {
		keys, count := zipf(seed, 100_000)
		c := NewCountMin[uint32](2048, 4)
		half, other := NewCountMin[uint32](2048, 4), NewCountMin[uint32](2048, 4)
		for i, k := range keys {
			c.Add(k, 1)
			if i%2 == 0 {
				half.Add(k, 1)
			} else {
				other.Add(k, 1)
			}
		}
		if !half.Merge(&other) {
			t.Fatal("sketches of one size do not merge")
		}
		for name, c := range map[string]*CountMin[uint32]{"added": &c, "merged": &half} {
			far := 0
			for k, n := range count {
				got := uint64(c.Count(k))
				if got < n {
					t.Fatalf("%s: %d counted as %d", name, n, got)
				}
				if float64(got-n) > math.E/2048*float64(len(keys)) {
					far++
				}
			}
			if float64(far) > math.Exp(-4)*float64(len(count)) {
				t.Errorf("%s: %d of %d are too high", name, far, len(count))
			}
		}
	}
	c := NewCountMin[uint32](16, 2)
	c.Add(1, math.MaxUint32)
	if c.Add(1, 5) != math.MaxUint32 {
		t.Error("a full counter begins anew")
	}
	if b := NewCountMin[uint64](1<<16, 4); len(b.Append(nil)) > 8 {
		t.Errorf("an empty sketch takes %d bytes", len(b.Append(nil)))
	}
}

// TestSpaceSaving protects the bounds: the truth lies between Count - Error and Count,
// and no frequent key is missing.
func TestSpaceSaving(t *testing.T) {
	f := func(name string, s *SpaceSaving, total int, count map[uint64]uint64) {
		t.Helper()
		if s.Total() != uint64(total) {
			t.Errorf("%s: total %d, want %d", name, s.Total(), total)
		}
		top := s.Top(1000)
		for _, h := range top {
			if n := count[h.Key]; n > h.Count || n < h.Count-h.Error {
				t.Errorf("%s: %d, want between %d and %d", name, n, h.Count-h.Error, h.Count)
			}
		}
		for k, n := range count {
			if n > uint64(total/s.size()) && !slices.ContainsFunc(top, func(h Heavy) bool { return h.Key == k }) {
				t.Errorf("%s: a key with %d of %d is missing", name, n, total)
			}
		}
		if !slices.IsSortedFunc(top, func(a, b Heavy) int { return int(int64(b.Count) - int64(a.Count)) }) {
			t.Errorf("%s: not in order", name)
		}
	}
	for seed := range uint64(5) {
		keys, count := zipf(seed, 50_000)
		all, a, b := NewSpaceSaving(50), NewSpaceSaving(50), NewSpaceSaving(50)
		for i, k := range keys {
			all.Add(k, 1)
			if i < 20_000 {
				a.Add(k, 1)
			} else {
				b.Add(k, 1)
			}
		}
		f("added", &all, len(keys), count)
		a.Merge(&b)
		f("merged", &a, len(keys), count)
		if top := all.Top(3); len(top) != 3 || top[0] != all.Top(1)[0] {
			t.Errorf("the top three are %v", top)
		}
	}
}

// TestReservoir protects which moments are kept, the newest, and their order.
func TestReservoir(t *testing.T) {
	r := NewReservoir(5)
	for i := range int64(12) {
		r.Add(100-i, uint64(i))
		if want := min(int(i)+1, 5); r.Len() != want || r.Full() != (want == 5) {
			t.Fatalf("%d moments after %d", r.Len(), i+1)
		}
	}
	var sizes []uint64
	for at, size := range r.All() {
		if at != 100-int64(size) {
			t.Errorf("size %d at %d", size, at)
		}
		sizes = append(sizes, size)
	}
	if !slices.Equal(sizes, []uint64{7, 8, 9, 10, 11}) {
		t.Errorf("kept %v", sizes)
	}
}

// TestHistogram protects the question that guessing is found by: which value is the
// rule, and does one differ, also among noise and after very long.
func TestHistogram(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var h Histogram16
	for i := range 200_000 {
		if i%10 < 7 {
			h.Add(14)
		} else {
			h.Add(rng.Uint32N(1000))
		}
	}
	if v, share := h.Mode(); v != 14 || share < 0.68 || share > 0.72 {
		t.Errorf("mode %d with %.2f, want 14 with 0.70", v, share)
	}
	if s := h.Share(10, 20); s < 0.68 || s > 0.73 {
		t.Errorf("share of 10 to 20 is %.2f", s)
	}
	for range 200_000 { // the rule changes
		h.Add(22)
	}
	if v, _ := h.Mode(); v != 22 {
		t.Errorf("mode %d after a change, want 22", v)
	}
	var even Histogram16
	for i := range uint32(16) {
		even.Add(15 - i)
	}
	if v, share := even.Mode(); v != 0 || share != 1./16 || even.Entropy() != 4 {
		t.Errorf("mode %d with %v and %v bits of sixteen even values", v, share, even.Entropy())
	}
	if v, share := new(Histogram16).Mode(); v != 0 || share != 0 {
		t.Errorf("mode %d with %v of nothing", v, share)
	}
}

func TestEntropy(t *testing.T) {
	f := func(counts []uint64, want float64) {
		t.Helper()
		if got := Entropy(counts); math.Abs(got-want) > 1e-12 {
			t.Errorf("Entropy(%v) = %v, want %v", counts, got, want)
		}
	}
	f(nil, 0)
	f([]uint64{0, 0}, 0)
	f([]uint64{7}, 0)
	f([]uint64{5, 5, 0, 5, 5}, 2)
	f([]uint64{1, 3}, 2-0.75*math.Log2(3))
}

// TestEWMA protects that a value counts by its age, whether it comes in time or late.
func TestEWMA(t *testing.T) {
	var a, b EWMA
	a.Add(0, 8, 10)
	a.Add(10, 2, 10)
	b.Add(10, 2, 10)
	b.Add(0, 8, 10)
	if a != b || a.Mean() != 4 || a.Sum(10, 10) != 6 || a.Sum(20, 10) != 3 || a.Sum(0, 10) != 6 {
		t.Errorf("%+v and, late, %+v; mean %v", a, b, a.Mean())
	}
	a.Add(1_000_000, 5, 10) // nothing is left
	if a.Mean() != 5 {
		t.Errorf("mean %v after very long, want 5", a.Mean())
	}
}

// small is what all summaries have.
type small interface {
	Append(dst []byte) []byte
	Read(src []byte) ([]byte, error)
}

func smalls() []func() small {
	return []func() small{
		func() small { return new(CountMin[uint32]) },
		func() small { return new(CountMin[uint64]) },
		func() small { return new(SpaceSaving) },
		func() small { return new(Reservoir) },
		func() small { return new(Histogram16) },
		func() small { return new(EWMA) },
	}
}

// filled returns one of each with something in it.
func filled() []small {
	c32, c64, s, r := NewCountMin[uint32](64, 3), NewCountMin[uint64](16, 2), NewSpaceSaving(10), NewReservoir(20)
	var h Histogram16
	var e EWMA
	for i := range uint64(50) {
		c32.Add(i, 3)
		c64.Add(i, 1<<40)
		s.Add(i%13, i)
		r.Add(int64(i)*1e9, i*i)
		h.Add(uint32(i % 20))
		e.Add(int64(i), float64(i), 7)
	}
	return []small{&c32, &c64, &s, &r, &h, &e}
}

// TestSmallBytes protects snapshots: what is read back is what was written, also when
// nothing was in it.
func TestSmallBytes(t *testing.T) {
	for i, make := range smalls() {
		for _, s := range []small{make(), filled()[i]} {
			b := s.Append([]byte("x"))
			back := make()
			rest, err := back.Read(append(b[1:], "rest"...))
			if err != nil || string(rest) != "rest" {
				t.Errorf("%T: %q, %v", s, rest, err)
			}
			if !bytes.Equal(back.Append([]byte("x")), b) {
				t.Errorf("%T is another when read back", s)
			}
			for cut := 1; cut < len(b); cut++ {
				if _, err := make().Read(b[1:cut]); err == nil {
					t.Errorf("%T: the first %d of %d bytes read", s, cut-1, len(b)-1)
				}
			}
		}
	}
}

// FuzzSmall: bytes that nobody wrote are an error, or something that works.
func FuzzSmall(f *testing.F) {
	for i, s := range filled() {
		f.Add(uint8(i), s.Append(nil))
	}
	f.Fuzz(func(t *testing.T, kind uint8, src []byte) {
		s := smalls()[int(kind)%len(smalls())]()
		if _, err := s.Read(src); err != nil {
			return
		}
		b := s.Append(nil)
		back := smalls()[int(kind)%len(smalls())]()
		if _, err := back.Read(b); err != nil || !bytes.Equal(back.Append(nil), b) {
			t.Fatalf("%T: read from %x, wrote %x: %v", s, src, b, err)
		}
		switch s := s.(type) {
		case *CountMin[uint32]:
			s.Add(1, 1)
			c := s.Clone()
			s.Merge(&c)
		case *CountMin[uint64]:
			s.Add(1, 1)
			s.Halve()
		case *SpaceSaving:
			s.Add(1, 1)
			c := s.Clone()
			s.Merge(&c)
			s.Top(3)
		case *Reservoir:
			s.Add(1, 1)
			s.At(0)
		case *Histogram16:
			s.Add(1)
			s.Mode()
		case *EWMA:
			s.Add(1, 1, 10)
			if math.IsNaN(s.Mean()) {
				t.Errorf("mean of %+v is not a number", s)
			}
		}
	})
}

func BenchmarkSmall(b *testing.B) {
	keys, _ := zipf(1, 1<<16)
	f := func(name string, add func(i int, key uint64)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				add(i, keys[i&(1<<16-1)])
			}
		})
	}
	c, s, r := NewCountMin[uint32](4096, 4), NewSpaceSaving(50), NewReservoir(512)
	var h Histogram16
	var e EWMA
	f("countmin", func(_ int, key uint64) { c.Add(key, 1) })
	f("spacesaving", func(_ int, key uint64) { s.Add(key, 1) })
	f("reservoir", func(i int, key uint64) { r.Add(int64(i), key) })
	f("histogram", func(_ int, key uint64) { h.Add(uint32(key % 20)) })
	f("ewma", func(i int, key uint64) { e.Add(int64(i), 1, 1000) })
}
