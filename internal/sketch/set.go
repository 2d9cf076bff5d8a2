package sketch

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// Set counts distinct values: exactly up to [Exact], beyond it by a HyperLogLog of
// 1,024 registers (Flajolet and others 2007) with the improved estimator of Ertl (arXiv
// 1702.01284), which needs no tables of bias; its standard error is 3.3 %. Values are
// hashes, of which the lower 32 bits are used. What a set counts does not depend on
// the order in which the values came, nor on merges.
//
// The zero value is an empty set. A copy shares memory with the original: use Clone.
type Set struct {
	w []uint32 // values, ascending; or many words: registers by four, then the estimate
}

// Exact is up to how many values a [Set] counts and knows exactly.
const Exact = 64

const (
	setBits   = 10 // of the register's number
	registers = 1 << setBits
	topRank   = 32 - setBits + 1
	many      = registers/4 + 1
)

// IsExact reports whether the set still knows its values.
func (s *Set) IsExact() bool { return len(s.w) != many }

// Add puts a value in and reports whether the set changed: for certain when the value
// is new while the set is exact, for ever fewer of the new values beyond.
func (s *Set) Add(hash uint64) bool {
	h := uint32(hash)
	if s.IsExact() {
		i, has := slices.BinarySearch(s.w, h)
		if has {
			return false
		}
		if len(s.w) < Exact {
			s.w = slices.Insert(s.w, i, h)
			return true
		}
		s.spread()
	}
	if !s.raise(h) {
		return false
	}
	s.estimate()
	return true
}

// spread turns values into registers.
func (s *Set) spread() {
	values := s.w
	s.w = make([]uint32, many)
	for _, h := range values {
		s.raise(h)
	}
	s.estimate()
}

// Has reports whether a value is in the set; known is false where the set is no
// longer exact and cannot tell.
func (s *Set) Has(hash uint64) (has, known bool) {
	h := uint32(hash)
	if s.IsExact() {
		_, has = slices.BinarySearch(s.w, h)
		return has, true
	}
	return false, rank(h) > s.register(h>>(32-setBits))
}

// Len returns how many values there are, estimated beyond [Exact].
func (s *Set) Len() int {
	if s.IsExact() {
		return len(s.w)
	}
	return int(s.w[many-1])
}

// Merge puts the values of another set in.
func (s *Set) Merge(o *Set) {
	if o.IsExact() {
		for _, h := range o.w {
			s.Add(uint64(h))
		}
		return
	}
	if s.IsExact() {
		s.spread()
	}
	for i := range uint32(registers) {
		if r := o.register(i); r > s.register(i) {
			s.put(i, r)
		}
	}
	s.estimate()
}

// Clone returns a copy that shares nothing.
func (s *Set) Clone() Set { return Set{slices.Clone(s.w)} }

// Extra is the memory that the set points to.
func (s *Set) Extra() int { return 4 * cap(s.w) }

// Append writes the set behind dst.
func (s *Set) Append(dst []byte) []byte {
	words := s.w
	if s.IsExact() {
		dst = append(dst, uint8(len(words)))
	} else {
		dst = append(dst, Exact+1)
		words = words[:many-1]
	}
	for _, w := range words {
		dst = binary.LittleEndian.AppendUint32(dst, w)
	}
	return dst
}

// Read reads what Append wrote.
func (s *Set) Read(src []byte) ([]byte, error) {
	r := Reader{Src: src}
	s.Take(&r)
	return r.Rest()
}

// Take reads the set out of a reader.
func (s *Set) Take(r *Reader) {
	s.w = nil
	n, bytes := int(r.Uint8()), 0
	switch {
	case n <= Exact:
		bytes = 4 * n
	case n == Exact+1:
		bytes = registers
	default:
		r.bad = true
	}
	src := r.take(bytes)
	if len(src) == 0 {
		return
	}
	if n <= Exact {
		s.w = make([]uint32, n)
	} else {
		s.w = make([]uint32, many)
	}
	for i := range len(src) / 4 {
		s.w[i] = binary.LittleEndian.Uint32(src[4*i:])
		r.bad = r.bad || n <= Exact && i > 0 && s.w[i] <= s.w[i-1]
	}
	if n > Exact {
		r.bad = r.bad || slices.Max(src) > topRank
		if !r.bad {
			s.estimate()
		}
	}
	if r.bad {
		s.w = nil
	}
}

// rank is the place of the first one behind the bits that choose the register.
func rank(h uint32) uint8 {
	return uint8(bits.LeadingZeros32(h<<setBits|1<<(setBits-1)) + 1)
}

func (s *Set) register(i uint32) uint8 { return uint8(s.w[i/4] >> (8 * (i % 4))) }

func (s *Set) put(i uint32, rank uint8) {
	shift := 8 * (i % 4)
	s.w[i/4] = s.w[i/4]&^(0xff<<shift) | uint32(rank)<<shift
}

func (s *Set) raise(h uint32) bool {
	i, r := h>>(32-setBits), rank(h)
	if r <= s.register(i) {
		return false
	}
	s.put(i, r)
	return true
}

// estimate counts from the registers. It is done when a register has changed, which
// becomes rare, so that asking is free.
func (s *Set) estimate() {
	var counts [256]uint16
	for _, w := range s.w[:many-1] {
		counts[w&0xff]++
		counts[w>>8&0xff]++
		counts[w>>16&0xff]++
		counts[w>>24]++
	}
	const m = registers
	z := m * tau(1-float64(counts[topRank])/m)
	for k := topRank - 1; k >= 1; k-- {
		z = (z + float64(counts[k])) / 2
	}
	z += m * sigma(float64(counts[0])/m)
	n := m * m / (2 * math.Ln2 * z)
	s.w[many-1] = uint32(min(max(math.Round(n), Exact+1), math.MaxUint32))
}

func sigma(x float64) float64 {
	if x == 1 {
		return math.Inf(1)
	}
	z, y := x, 1.0
	for {
		x *= x
		was := z
		z += x * y
		y += y
		if z == was {
			return z
		}
	}
}

func tau(x float64) float64 {
	if x == 0 || x == 1 {
		return 0
	}
	z, y := 1-x, 1.0
	for {
		x = math.Sqrt(x)
		was := z
		y /= 2
		z -= (1 - x) * (1 - x) * y
		if z == was {
			return z / 3
		}
	}
}
