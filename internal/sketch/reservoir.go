package sketch

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
)

// Reservoir keeps the newest moments of something and their sizes, as they were
// added. It grows up to its limit and then forgets the first for each new one.
//
// The zero value keeps 64. A copy shares memory with the original: use Clone.
type Reservoir struct {
	limit uint32
	first uint32 // the oldest, once it is full
	ring  []moment
}

type moment struct {
	at   int64
	size uint64
}

const (
	defaultMoments = 64
	maxMoments     = 1 << 16
)

// NewReservoir returns an empty reservoir of at most n moments, 65,536 at most.
func NewReservoir(n int) Reservoir { return Reservoir{limit: uint32(min(max(n, 1), maxMoments))} }

func (r *Reservoir) max() int { return int(cmp.Or(r.limit, defaultMoments)) }

// Add adds a moment.
func (r *Reservoir) Add(at int64, size uint64) {
	if len(r.ring) < r.max() {
		r.ring = append(r.ring, moment{at, size})
		return
	}
	r.ring[r.first] = moment{at, size}
	r.first = (r.first + 1) % uint32(len(r.ring))
}

// Len returns how many moments there are.
func (r *Reservoir) Len() int { return len(r.ring) }

// Full reports whether moments have been or will be forgotten.
func (r *Reservoir) Full() bool { return len(r.ring) == r.max() }

// At returns a moment, 0 the one that was added first.
func (r *Reservoir) At(i int) (at int64, size uint64) {
	m := r.ring[(int(r.first)+i)%len(r.ring)]
	return m.at, m.size
}

// All goes through the moments, the one that was added first first.
func (r *Reservoir) All() iter.Seq2[int64, uint64] {
	return func(yield func(int64, uint64) bool) {
		for i := range r.ring {
			if !yield(r.At(i)) {
				return
			}
		}
	}
}

// Clone returns a copy that shares nothing.
func (r *Reservoir) Clone() Reservoir { return Reservoir{r.limit, r.first, slices.Clone(r.ring)} }

// Extra is the memory of the moments.
func (r *Reservoir) Extra() int { return 16 * cap(r.ring) }

// Append writes the reservoir, moments as steps from one to the next.
func (r *Reservoir) Append(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(r.limit))
	dst = binary.AppendUvarint(dst, uint64(len(r.ring)))
	last := int64(0)
	for at, size := range r.All() {
		dst = binary.AppendVarint(dst, at-last)
		dst = binary.AppendUvarint(dst, size)
		last = at
	}
	return dst
}

// Read reads what Append wrote.
func (r *Reservoir) Read(src []byte) ([]byte, error) {
	in := Reader{Src: src}
	*r = Reservoir{}
	limit, n := in.Uvarint(), in.Uvarint()
	if limit > maxMoments || n > cmp.Or(limit, defaultMoments) || n > uint64(len(in.Src))/2 {
		return nil, ErrBytes
	}
	var ring []moment
	last := int64(0)
	for range n {
		last += in.Varint()
		ring = append(ring, moment{last, in.Uvarint()})
	}
	if in.bad {
		return nil, ErrBytes
	}
	*r = Reservoir{uint32(limit), 0, ring}
	return in.Rest()
}
