package cidr

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"net/netip"
	"slices"
)

// Range is every 16-byte address from Lo to Hi, both included. It is empty when
// Hi is below Lo.
type Range struct {
	Lo, Hi [16]byte
}

// Contains reports whether the address lies in the range.
func (r Range) Contains(addr [16]byte) bool {
	a := fromBytes(addr)
	return !a.less(fromBytes(r.Lo)) && !fromBytes(r.Hi).less(a)
}

// Prefixes returns the fewest networks that cover exactly the range, in order.
// The IPv4-mapped block is covered by IPv4 networks.
func (r Range) Prefixes() []Prefix {
	var out []Prefix
	for _, part := range split(fromBytes(r.Lo), fromBytes(r.Hi)) {
		if !part.ok {
			continue
		}
		for lo := part.lo; ; {
			// The largest block that begins at lo is held by the zero
			// bits lo ends with, and by what is left up to hi.
			size := min(lo.trailingZeros(), part.hi.sub(lo).lenBelow())
			out = append(out, Prefix{addr: lo, bits: uint8(128 - size)})
			last := lo.or(mask(128 - size).not())
			if last == part.hi {
				break
			}
			lo = last.inc()
		}
	}
	return out
}

// String writes the range as "10.0.0.0-10.0.0.255".
func (r Range) String() string {
	return fmt.Sprintf("%v-%v", netip.AddrFrom16(r.Lo).Unmap(), netip.AddrFrom16(r.Hi).Unmap())
}

// MergeRanges sorts ranges and joins those that touch or overlap. It works in
// place and returns the shortened slice; empty ranges are dropped.
func MergeRanges(ranges []Range) []Range {
	ranges = slices.DeleteFunc(ranges, func(r Range) bool { return fromBytes(r.Hi).less(fromBytes(r.Lo)) })
	slices.SortFunc(ranges, func(a, b Range) int { return fromBytes(a.Lo).cmp(fromBytes(b.Lo)) })
	out := ranges[:0]
	for _, r := range ranges {
		if n := len(out); n > 0 {
			last := fromBytes(out[n-1].Hi)
			if last == maxU128 || !last.inc().less(fromBytes(r.Lo)) {
				if last.less(fromBytes(r.Hi)) {
					out[n-1].Hi = r.Hi
				}
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// block4 is the index of the IPv4-mapped part in what split returns.
const block4 = 1

// span is an interval of addresses, both ends included; ok is false when it is
// empty.
type span struct {
	lo, hi u128
	ok     bool
}

// split cuts an interval into the parts below, within and above the
// IPv4-mapped block.
func split(lo, hi u128) [3]span {
	clip := func(from, to u128) span {
		s := span{lo: lo, hi: hi}
		if s.lo.less(from) {
			s.lo = from
		}
		if to.less(s.hi) {
			s.hi = to
		}
		s.ok = !s.hi.less(s.lo)
		return s
	}
	return [3]span{clip(u128{}, first4.dec()), clip(first4, last4), clip(last4.inc(), maxU128)}
}

// u128 is an address as a number.
type u128 struct{ hi, lo uint64 }

var (
	maxU128 = u128{^uint64(0), ^uint64(0)}
	first4  = u128{0, 0xffff_0000_0000}
	last4   = u128{0, 0xffff_ffff_ffff}
)

func fromBytes(a [16]byte) u128 {
	return u128{binary.BigEndian.Uint64(a[:8]), binary.BigEndian.Uint64(a[8:])}
}

func (u u128) bytes() (a [16]byte) {
	binary.BigEndian.PutUint64(a[:8], u.hi)
	binary.BigEndian.PutUint64(a[8:], u.lo)
	return a
}

// mask returns a number whose first n bits are set.
func mask(n int) u128 {
	if n <= 64 {
		return u128{^(^uint64(0) >> n), 0}
	}
	return u128{^uint64(0), ^(^uint64(0) >> (n - 64))}
}

func (u u128) is4() bool        { return u.hi == 0 && u.lo>>32 == 0xffff }
func (u u128) and(v u128) u128  { return u128{u.hi & v.hi, u.lo & v.lo} }
func (u u128) or(v u128) u128   { return u128{u.hi | v.hi, u.lo | v.lo} }
func (u u128) not() u128        { return u128{^u.hi, ^u.lo} }
func (u u128) less(v u128) bool { return u.hi < v.hi || u.hi == v.hi && u.lo < v.lo }
func (u u128) inc() u128        { return u128{u.hi + carry(u.lo+1 == 0), u.lo + 1} }
func (u u128) dec() u128        { return u128{u.hi - carry(u.lo == 0), u.lo - 1} }
func (u u128) trailingZeros() int {
	if u.lo != 0 {
		return bits.TrailingZeros64(u.lo)
	}
	return 64 + bits.TrailingZeros64(u.hi)
}

func (u u128) cmp(v u128) int {
	switch {
	case u.less(v):
		return -1
	case v.less(u):
		return 1
	}
	return 0
}

func (u u128) sub(v u128) u128 {
	lo, borrow := bits.Sub64(u.lo, v.lo, 0)
	hi, _ := bits.Sub64(u.hi, v.hi, borrow)
	return u128{hi, lo}
}

// lenBelow returns the largest n such that 2^n - 1 is not above u.
func (u u128) lenBelow() int {
	if u == maxU128 {
		return 128
	}
	if u = u.inc(); u.hi != 0 {
		return 127 - bits.LeadingZeros64(u.hi)
	}
	return 63 - bits.LeadingZeros64(u.lo)
}

func carry(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
