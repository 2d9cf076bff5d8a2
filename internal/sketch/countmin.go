package sketch

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// CountMin estimates how often, or how much, of very many keys in fixed memory
// (Cormode and Muthukrishnan 2005), with conservative update (Estan and Varghese
// 2002): an estimate is never too low, and too high by at most e/width of the total in
// all but one of e^depth cases.
//
// A copy shares memory with the original: use Clone.
type CountMin[C uint32 | uint64] struct {
	rows  uint32
	shift uint32 // of a hash to a column
	cells []C    // row by row
}

const (
	maxRows  = 16
	maxCells = 1 << 24
)

// NewCountMin returns an empty sketch of depth rows, at most 16, of width counters,
// rounded up to a power of two.
func NewCountMin[C uint32 | uint64](width, depth int) CountMin[C] {
	depth = min(max(depth, 1), maxRows)
	log := bits.Len(uint(min(max(width, 2), maxCells/depth/2) - 1))
	return CountMin[C]{uint32(depth), uint32(64 - log), make([]C, depth<<log)}
}

// cell returns where a key counts in a row.
func (c *CountMin[C]) cell(key uint64, row uint32) *C {
	column := mum(key^hash1, uint64(row)^hash2) >> c.shift
	return &c.cells[uint64(row)<<(64-c.shift)|column]
}

// Add counts n for a key and returns the new estimate. Counters stay at their
// greatest value.
func (c *CountMin[C]) Add(key uint64, n C) C {
	to := c.Count(key)
	if to += n; to < n {
		to = ^C(0)
	}
	for row := range c.rows {
		if cell := c.cell(key, row); *cell < to {
			*cell = to
		}
	}
	return to
}

// Count returns the estimate for a key.
func (c *CountMin[C]) Count(key uint64) C {
	least := ^C(0)
	for row := range c.rows {
		least = min(least, *c.cell(key, row))
	}
	if c.rows == 0 {
		return 0
	}
	return least
}

// Halve halves all counts, so that what is old fades.
func (c *CountMin[C]) Halve() {
	for i := range c.cells {
		c.cells[i] /= 2
	}
}

// Merge adds the counts of a sketch of the same size and reports whether it is one.
func (c *CountMin[C]) Merge(o *CountMin[C]) bool {
	if c.rows != o.rows || c.shift != o.shift {
		return false
	}
	for i, n := range o.cells {
		if c.cells[i] += n; c.cells[i] < n {
			c.cells[i] = ^C(0)
		}
	}
	return true
}

// Clone returns a copy that shares nothing.
func (c *CountMin[C]) Clone() CountMin[C] {
	d := *c
	d.cells = append([]C(nil), c.cells...)
	return d
}

// Extra is the memory of the counters.
func (c *CountMin[C]) Extra() int { return binary.Size(C(0)) * cap(c.cells) }

// Append writes the sketch: its size, then counters and runs of zeros.
func (c *CountMin[C]) Append(dst []byte) []byte {
	dst = append(dst, byte(c.rows), byte(c.shift))
	for i := 0; i < len(c.cells); {
		if n := c.cells[i]; n > 0 {
			dst = binary.AppendUvarint(dst, uint64(n))
			i++
			continue
		}
		run := i
		for i < len(c.cells) && c.cells[i] == 0 {
			i++
		}
		dst = binary.AppendUvarint(append(dst, 0), uint64(i-run))
	}
	return dst
}

// Read reads what Append wrote.
func (c *CountMin[C]) Read(src []byte) ([]byte, error) {
	r := Reader{Src: src}
	*c = CountMin[C]{}
	rows, shift := uint32(r.Uint8()), uint32(r.Uint8())
	if rows == 0 && shift == 0 { // the zero value
		return r.Rest()
	}
	if rows == 0 || rows > maxRows || shift >= 64 || shift < 40 || rows<<(64-shift) > maxCells {
		return nil, ErrBytes
	}
	// The cells grow with what is read, so that a few bad bytes do not take much memory.
	size := uint64(rows) << (64 - shift)
	var cells []C
	for uint64(len(cells)) < size && !r.bad {
		n := r.Uvarint()
		if n > uint64(^C(0)) {
			return nil, ErrBytes
		}
		if n > 0 {
			cells = append(cells, C(n))
			continue
		}
		run := r.Uvarint()
		if run == 0 || run > size-uint64(len(cells)) {
			return nil, ErrBytes
		}
		cells = append(cells, make([]C, run)...)
	}
	if r.bad {
		return nil, ErrBytes
	}
	*c = CountMin[C]{rows, shift, cells}
	return r.Rest()
}

// Entropy returns the Shannon entropy of counts, in bits: 0 when all is one, the
// logarithm of their number when all are even.
func Entropy[N ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int](counts []N) float64 {
	total, sum := 0.0, 0.0
	for _, n := range counts {
		if n > 0 {
			x := float64(n)
			total += x
			sum += x * math.Log2(x)
		}
	}
	if total == 0 {
		return 0
	}
	return max(0, math.Log2(total)-sum/total)
}
