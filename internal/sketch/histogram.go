package sketch

import (
	"encoding/binary"
	"math"
)

// Histogram16 counts the sixteen most common values of something that has few, such
// as the packets of the flows between two hosts, and tells which is the rule. It
// keeps running: when a count is full, all are halved. A new value takes the place of
// the least common one, whose count fades, so what stays is what keeps coming.
//
// The zero value is empty. It can be copied.
type Histogram16 struct {
	values [16]uint32
	counts [16]uint16
	other  uint16 // counts of values that were dropped
}

// Add counts a value.
func (h *Histogram16) Add(value uint32) {
	least := 0
	for i := range h.counts {
		if h.counts[i] > 0 && h.values[i] == value {
			h.raise(&h.counts[i])
			return
		}
		if h.counts[i] < h.counts[least] {
			least = i
		}
	}
	if n := h.counts[least]; n > 1 { // a place is worth more than one visit
		h.counts[least]--
		h.raise(&h.other)
		h.raise(&h.other)
		return
	} else if n == 1 {
		h.raise(&h.other)
	}
	h.values[least], h.counts[least] = value, 1
}

func (h *Histogram16) raise(n *uint16) {
	if *n == math.MaxUint16 {
		for i := range h.counts {
			h.counts[i] /= 2
		}
		h.other /= 2
	}
	*n++
}

// Total returns the sum of all counts.
func (h *Histogram16) Total() int {
	n := int(h.other)
	for _, c := range h.counts {
		n += int(c)
	}
	return n
}

// Mode returns the most common value, the lowest of equals, and its share of all; 0
// when there is none.
func (h *Histogram16) Mode() (value uint32, share float64) {
	best := uint16(0)
	for i, n := range h.counts {
		if n > best || n == best && n > 0 && h.values[i] < value {
			value, best = h.values[i], n
		}
	}
	if best == 0 {
		return 0, 0
	}
	return value, float64(best) / float64(h.Total())
}

// Share returns the share of the values from lo to hi.
func (h *Histogram16) Share(lo, hi uint32) float64 {
	sum := 0
	for i, n := range h.counts {
		if v := h.values[i]; n > 0 && v >= lo && v <= hi {
			sum += int(n)
		}
	}
	if sum == 0 {
		return 0
	}
	return float64(sum) / float64(h.Total())
}

// Entropy returns the entropy of the values that are kept, in bits.
func (h *Histogram16) Entropy() float64 { return Entropy(h.counts[:]) }

// Clone returns a copy.
func (h *Histogram16) Clone() Histogram16 { return *h }

// Append writes the histogram.
func (h *Histogram16) Append(dst []byte) []byte {
	var places uint16
	for i, n := range h.counts {
		if n > 0 {
			places |= 1 << i
		}
	}
	dst = binary.LittleEndian.AppendUint16(dst, places)
	dst = binary.AppendUvarint(dst, uint64(h.other))
	for i, n := range h.counts {
		if n > 0 {
			dst = binary.AppendUvarint(dst, uint64(h.values[i]))
			dst = binary.AppendUvarint(dst, uint64(n))
		}
	}
	return dst
}

// Read reads what Append wrote.
func (h *Histogram16) Read(src []byte) ([]byte, error) {
	r := Reader{Src: src}
	*h = Histogram16{}
	places, other := r.Uint16(), r.Uvarint()
	if other > math.MaxUint16 {
		return nil, ErrBytes
	}
	in := Histogram16{other: uint16(other)}
	for i := range in.counts {
		if places>>i&1 == 0 {
			continue
		}
		v, n := r.Uvarint(), r.Uvarint()
		if v > math.MaxUint32 || n == 0 || n > math.MaxUint16 {
			return nil, ErrBytes
		}
		in.values[i], in.counts[i] = uint32(v), uint16(n)
	}
	if r.bad {
		return nil, ErrBytes
	}
	*h = in
	return r.Rest()
}
