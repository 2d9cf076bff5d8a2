package filter

import (
	"math/bits"

	"github.com/weir-flow/weir/internal/record"
)

// A kernel clears from a bitmap the rows whose value in a column does not pass.
// Words with many rows are done without a branch for each row, words with few
// row by row.

// dense is how many rows of a word make it worth looking at all 64: a word costs
// 55 ns that way, a row looked at alone 1.2 ns, and up to 5 more where its
// verdict is hard to foresee (BenchmarkKernel).
const dense = 16

// numeric are the columns of numbers and times. Times are compared as unsigned:
// none lies before 1970.
type numeric interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int64
}

// keepSpan keeps values from lo to lo+width.
func keepSpan[T numeric](rows Bitmap, col []T, lo, width uint64) {
	for i, w := range rows {
		if w == 0 {
			continue
		}
		base := i << 6
		if bits.OnesCount64(w) >= dense && base+64 <= len(col) {
			var pass uint64
			for j, v := range col[base : base+64 : base+64] {
				var in uint64
				if uint64(v)-lo <= width {
					in = 1
				}
				pass |= in << j
			}
			rows[i] = w & pass
			continue
		}
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if uint64(col[base+j])-lo > width {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

// keepSpans keeps values in one of several ascending spans.
func keepSpans[T numeric](rows Bitmap, col []T, spans []span) {
	for i, w := range rows {
		base := i << 6
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if !inSpans(spans, uint64(col[base+j])) {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

// inSpans halves the spans until one is left that can hold v.
func inSpans(spans []span, v uint64) bool {
	for len(spans) > 1 {
		half := len(spans) >> 1
		if v < spans[half].lo {
			spans = spans[:half]
		} else {
			spans = spans[half:]
		}
	}
	return v-spans[0].lo <= spans[0].hi-spans[0].lo
}

// keepMask keeps values that have all bits of the mask.
func keepMask[T numeric](rows Bitmap, col []T, mask uint64) {
	for i, w := range rows {
		base := i << 6
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if uint64(col[base+j])&mask != mask {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

// keepSet8 keeps bytes that are in a table.
func keepSet8(rows Bitmap, col []uint8, set *[256]uint8) {
	for i, w := range rows {
		if w == 0 {
			continue
		}
		base := i << 6
		if bits.OnesCount64(w) >= dense && base+64 <= len(col) {
			var pass uint64
			for j, v := range col[base : base+64 : base+64] {
				pass |= uint64(set[v]) << j
			}
			rows[i] = w & pass
			continue
		}
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if set[col[base+j]] == 0 {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

// keepSet16 keeps numbers whose bit is set.
func keepSet16(rows Bitmap, col []uint16, set *[1024]uint64) {
	for i, w := range rows {
		if w == 0 {
			continue
		}
		base := i << 6
		if bits.OnesCount64(w) >= dense && base+64 <= len(col) {
			var pass uint64
			for j, v := range col[base : base+64 : base+64] {
				pass |= set[v>>6] >> (v & 63) & 1 << j
			}
			rows[i] = w & pass
			continue
		}
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if v := col[base+j]; set[v>>6]>>(v&63)&1 == 0 {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

// pair is an address as a number.
type pair struct{ hi, lo uint64 }

// pairSpan is addresses from lo to lo+width.
type pairSpan struct{ lo, width pair }

// has returns 1 for an address in the span, else 0, without a branch.
func (s pairSpan) has(a record.Addr) uint64 {
	hi, lo := addressPair(a)
	lo, borrow := bits.Sub64(lo, s.lo.lo, 0)
	hi, _ = bits.Sub64(hi, s.lo.hi, borrow)
	_, beyond := bits.Sub64(s.width.lo, lo, 0)
	_, beyond = bits.Sub64(s.width.hi, hi, beyond)
	return beyond ^ 1
}

// keepAddrs keeps addresses in one of the spans, which ascend.
func keepAddrs(rows Bitmap, col []record.Addr, spans []pairSpan) {
	if len(spans) == 1 {
		keepAddrSpan(rows, col, spans[0])
		return
	}
	for i, w := range rows {
		base := i << 6
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			a := col[base+j]
			hi, lo := addressPair(a)
			in := spans
			for len(in) > 1 {
				half := len(in) >> 1
				if s := in[half].lo; hi < s.hi || hi == s.hi && lo < s.lo {
					in = in[:half]
				} else {
					in = in[half:]
				}
			}
			if len(in) == 0 || in[0].has(a) == 0 {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

func keepAddrSpan(rows Bitmap, col []record.Addr, s pairSpan) {
	for i, w := range rows {
		if w == 0 {
			continue
		}
		base := i << 6
		if bits.OnesCount64(w) >= dense && base+64 <= len(col) {
			var pass uint64
			for j, a := range col[base : base+64 : base+64] {
				pass |= s.has(a) << j
			}
			rows[i] = w & pass
			continue
		}
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			w &^= (s.has(col[base+j]) ^ 1) << j
		}
		rows[i] = w
	}
}

// keepIf asks a function about each row.
func keepIf(rows Bitmap, pass func(row int) bool) {
	for i, w := range rows {
		base := i << 6
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if !pass(base + j) {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

// dropAbsent clears rows that have one of the bits in the absent column.
func dropAbsent(rows Bitmap, absent []uint32, mask uint32) {
	for i, w := range rows {
		if w == 0 {
			continue
		}
		base := i << 6
		if bits.OnesCount64(w) >= dense && base+64 <= len(absent) {
			var gone uint64
			for j, v := range absent[base : base+64 : base+64] {
				var bit uint64
				if v&mask != 0 {
					bit = 1
				}
				gone |= bit << j
			}
			rows[i] = w &^ gone
			continue
		}
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if absent[base+j]&mask != 0 {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}
