package sketch

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// SpaceSaving finds the keys with the greatest counts among very many, in memory for
// a fixed number of them (Metwally and others 2005). Every key with more than 1/k of
// the total is among them. It looks at all of them at each call, so k is for tens to
// a few hundreds.
//
// The zero value keeps eight keys. A copy shares memory with the original: use Clone.
type SpaceSaving struct {
	k     uint32
	total uint64
	top   []Heavy // in no order
}

// Heavy is a key and its count: the true count is at most Count and at least
// Count - Error.
type Heavy struct {
	Key, Count, Error uint64
}

const (
	defaultHeavy = 8
	maxHeavy     = 1 << 16
)

// NewSpaceSaving returns a counter of k keys.
func NewSpaceSaving(k int) SpaceSaving {
	return SpaceSaving{k: uint32(min(max(k, 1), maxHeavy))}
}

func (s *SpaceSaving) size() int { return int(cmp.Or(s.k, defaultHeavy)) }

// Add counts n for a key.
func (s *SpaceSaving) Add(key, n uint64) {
	s.total += n
	least := 0
	for i := range s.top {
		if s.top[i].Key == key {
			s.top[i].Count += n
			return
		}
		if s.top[i].Count < s.top[least].Count {
			least = i
		}
	}
	if len(s.top) < s.size() {
		s.top = append(s.top, Heavy{Key: key, Count: n})
		return
	}
	was := s.top[least].Count
	s.top[least] = Heavy{key, was + n, was}
}

// Get returns what is known of a key; the zero Heavy, with the error that a key not
// kept may have, when it is not among the greatest.
func (s *SpaceSaving) Get(key uint64) Heavy {
	least := uint64(0)
	for i, h := range s.top {
		if h.Key == key {
			return h
		}
		if i == 0 || h.Count < least {
			least = h.Count
		}
	}
	if len(s.top) < s.size() {
		least = 0
	}
	return Heavy{Key: key, Error: least}
}

// Top returns the n greatest, the greatest first, of equals the lowest key.
func (s *SpaceSaving) Top(n int) []Heavy {
	top := slices.Clone(s.top)
	slices.SortFunc(top, func(a, b Heavy) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Key, b.Key)) })
	return top[:min(n, len(top))]
}

// Len returns how many keys are kept, Total the sum of all that was counted.
func (s *SpaceSaving) Len() int { return len(s.top) }

// Total returns the sum of all that was counted.
func (s *SpaceSaving) Total() uint64 { return s.total }

// Merge adds the counts of another counter (Agarwal and others, "Mergeable
// summaries", 2012).
func (s *SpaceSaving) Merge(o *SpaceSaving) {
	mine := SpaceSaving{k: s.k, top: slices.Clone(s.top)}
	for i := range s.top {
		h := &s.top[i]
		other := o.Get(h.Key)
		h.Count += max(other.Count, other.Error)
		h.Error += other.Error
	}
	for _, h := range o.top {
		if !slices.ContainsFunc(mine.top, func(m Heavy) bool { return m.Key == h.Key }) {
			floor := mine.Get(h.Key).Error
			s.top = append(s.top, Heavy{h.Key, h.Count + floor, h.Error + floor})
		}
	}
	s.total += o.total
	s.top = s.Top(s.size())
}

// Halve halves all counts, so that what is old fades.
func (s *SpaceSaving) Halve() {
	for i := range s.top {
		s.top[i].Count /= 2
		s.top[i].Error /= 2
	}
	s.total /= 2
}

// Clone returns a copy that shares nothing.
func (s *SpaceSaving) Clone() SpaceSaving { return SpaceSaving{s.k, s.total, slices.Clone(s.top)} }

// Extra is the memory of the keys.
func (s *SpaceSaving) Extra() int { return 24 * cap(s.top) }

// Append writes the counter.
func (s *SpaceSaving) Append(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(s.k))
	dst = binary.AppendUvarint(dst, s.total)
	dst = binary.AppendUvarint(dst, uint64(len(s.top)))
	for _, h := range s.top {
		dst = binary.LittleEndian.AppendUint64(dst, h.Key)
		dst = binary.AppendUvarint(dst, h.Count)
		dst = binary.AppendUvarint(dst, h.Error)
	}
	return dst
}

// Read reads what Append wrote.
func (s *SpaceSaving) Read(src []byte) ([]byte, error) {
	r := Reader{Src: src}
	*s = SpaceSaving{}
	k, total, n := r.Uvarint(), r.Uvarint(), r.Uvarint()
	if k > maxHeavy || n > cmp.Or(k, defaultHeavy) || n > uint64(len(r.Src))/10 {
		return nil, ErrBytes
	}
	var top []Heavy
	for range n {
		h := Heavy{r.Uint64(), r.Uvarint(), r.Uvarint()}
		if h.Error > h.Count {
			return nil, ErrBytes
		}
		top = append(top, h)
	}
	if r.bad {
		return nil, ErrBytes
	}
	*s = SpaceSaving{uint32(k), total, top}
	return r.Rest()
}
