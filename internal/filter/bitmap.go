package filter

import (
	"iter"
	"math/bits"
)

// Bitmap is a set of rows of a batch: bit i&63 of word i>>6 is row i. Bits past
// the batch's last row are never set.
type Bitmap []uint64

// AllRows sets m to the first n rows and returns it, grown where it must be.
func AllRows(m Bitmap, n int) Bitmap {
	words := (n + 63) >> 6
	if cap(m) < words {
		m = make(Bitmap, words)
	}
	m = m[:words]
	for i := range m {
		m[i] = ^uint64(0)
	}
	if rest := n & 63; rest != 0 {
		m[words-1] = 1<<rest - 1
	}
	return m
}

// Has reports whether a row is in the set.
func (m Bitmap) Has(row int) bool { return m[row>>6]>>(row&63)&1 == 1 }

// Count returns how many rows are in the set.
func (m Bitmap) Count() int {
	n := 0
	for _, w := range m {
		n += bits.OnesCount64(w)
	}
	return n
}

// Empty reports whether no row is in the set.
func (m Bitmap) Empty() bool {
	for _, w := range m {
		if w != 0 {
			return false
		}
	}
	return true
}

// Rows yields the rows of the set in ascending order.
func (m Bitmap) Rows() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range m {
			for ; w != 0; w &= w - 1 {
				if !yield(i<<6 | bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// AppendRows appends the rows of the set to dst, in the form that
// [record.Batch.AppendRows] takes.
func (m Bitmap) AppendRows(dst []int32) []int32 {
	for i, w := range m {
		for ; w != 0; w &= w - 1 {
			dst = append(dst, int32(i<<6|bits.TrailingZeros64(w)))
		}
	}
	return dst
}
