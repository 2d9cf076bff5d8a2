package sketch

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// Set counts distinct values: exactly up to [Exact], beyond it by a HyperLogLog of
// 1,024 registers (Flajolet et al. 2007), whose standard error is 3.3 %. The zero
// value is an empty set. Values are hashes, of which the lower 32 bits are used.
type Set struct {
	few  []uint32 // sorted; nil once there are registers
	many []uint8  // registers
}

// Exact is up to how many values a [Set] counts and knows exactly.
const Exact = 64

const setBits = 10 // of the register's number

// Add puts a value in and reports whether the set changed: for certain when the value
// is new while the set is exact, for ever fewer of the new values beyond.
func (s *Set) Add(hash uint64) bool {
	h := uint32(hash)
	if s.many != nil {
		return s.raise(h)
	}
	i, has := slices.BinarySearch(s.few, h)
	if has {
		return false
	}
	if len(s.few) < Exact {
		s.few = slices.Insert(s.few, i, h)
		return true
	}
	s.many = make([]uint8, 1<<setBits)
	for _, old := range s.few {
		s.raise(old)
	}
	s.few = nil
	return s.raise(h)
}

func (s *Set) raise(h uint32) bool {
	i := h >> (32 - setBits)
	rank := uint8(bits.LeadingZeros32(h<<setBits|1<<(setBits-1)) + 1)
	if rank <= s.many[i] {
		return false
	}
	s.many[i] = rank
	return true
}

// Has reports whether a value is in the set; known is false where the set is no
// longer exact and cannot tell.
func (s *Set) Has(hash uint64) (has, known bool) {
	if s.many != nil {
		h := uint32(hash)
		rank := uint8(bits.LeadingZeros32(h<<setBits|1<<(setBits-1)) + 1)
		return false, rank > s.many[h>>(32-setBits)]
	}
	_, has = slices.BinarySearch(s.few, uint32(hash))
	return has, true
}

// IsExact reports whether the set still knows its values.
func (s *Set) IsExact() bool { return s.many == nil }

// Len returns how many values there are, estimated beyond [Exact].
func (s *Set) Len() int {
	if s.many == nil {
		return len(s.few)
	}
	const m = 1 << setBits
	sum, zero := 0.0, 0
	for _, r := range s.many {
		sum += 1 / float64(uint64(1)<<r)
		if r == 0 {
			zero++
		}
	}
	n := 0.7213 / (1 + 1.079/m) * m * m / sum
	if n <= 2.5*m && zero > 0 {
		n = m * math.Log(m/float64(zero))
	}
	return max(Exact+1, int(n+0.5))
}

// Merge puts the values of another set in.
func (s *Set) Merge(o *Set) {
	for _, h := range o.few {
		s.Add(uint64(h))
	}
	if o.many == nil {
		return
	}
	if s.many == nil {
		few := s.few
		s.few, s.many = nil, make([]uint8, 1<<setBits)
		for _, h := range few {
			s.raise(h)
		}
	}
	for i, r := range o.many {
		s.many[i] = max(s.many[i], r)
	}
}

// Clone returns a copy that shares nothing.
func (s *Set) Clone() Set { return Set{few: slices.Clone(s.few), many: slices.Clone(s.many)} }

// Extra is the memory that the set points to.
func (s *Set) Extra() int { return 4*cap(s.few) + cap(s.many) }

// Append writes the set behind dst.
func (s *Set) Append(dst []byte) []byte {
	if s.many != nil {
		return append(append(dst, Exact+1), s.many...)
	}
	dst = append(dst, uint8(len(s.few)))
	for _, h := range s.few {
		dst = binary.LittleEndian.AppendUint32(dst, h)
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
	*s = Set{}
	n := int(r.Uint8())
	switch {
	case n == Exact+1:
		s.many = slices.Clone(r.take(1 << setBits))
		for _, rank := range s.many {
			r.bad = r.bad || rank > 32-setBits+1
		}
	case n > Exact:
		r.bad = true
	case n > 0 && len(r.Src) >= 4*n:
		s.few = make([]uint32, n)
		for i := range s.few {
			s.few[i] = r.Uint32()
			r.bad = r.bad || i > 0 && s.few[i] <= s.few[i-1]
		}
	case n > 0:
		r.bad = true
	}
	if r.bad {
		*s = Set{}
	}
}
