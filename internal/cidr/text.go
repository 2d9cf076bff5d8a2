package cidr

import (
	"math"
	"strconv"
	"strings"
)

// PrefixText returns the addresses whose canonical text begins with the given
// text, as sorted ranges that do not touch. It is how a pattern such as
// 10.1* or LIKE '203.%' becomes a comparison that an index serves.
//
// Canonical text is dotted decimal for IPv4 and RFC 5952 for IPv6, in lower
// case, so "10.1" is 10.1.0.0/16, 10.10.0.0-10.19.255.255 and
// 10.100.0.0-10.199.255.255, and "2" is of both families. Text that no address
// begins with gives no ranges.
//
// exact is false where a run of zeros decides the form of IPv6 text ("::",
// "2001:db8::", "2001:0"): the ranges then hold every match and more, and the
// text itself must still be compared.
func PrefixText(text string) (ranges []Range, exact bool) {
	if text == "" {
		return []Range{{Hi: maxU128.bytes()}}, true
	}
	ranges = prefixText4(text)
	more, exact := prefixText6(text)
	return MergeRanges(append(ranges, more...)), exact
}

// prefixText4 gives the IPv4 addresses that begin with the text.
func prefixText4(text string) []Range {
	var ip uint32
	for octet := 0; octet < 4; octet++ {
		shift := 24 - 8*octet
		digits, rest, dot := strings.Cut(text, ".")
		if !dot { // the octet may go on
			var out []Range
			for from, to := range continuations(digits, 10, 3, math.MaxUint8) {
				lo := ip | uint32(from)<<shift
				hi := ip | uint32(to)<<shift | (1<<shift - 1)
				out = append(out, Range{addr4(lo).bytes(), addr4(hi).bytes()})
			}
			return out
		}
		n, ok := number(digits, 10, math.MaxUint8)
		if !ok {
			return nil
		}
		ip |= uint32(n) << shift
		text = rest
	}
	return nil
}

// prefixText6 gives the IPv6 addresses that begin with the text.
func prefixText6(text string) (ranges []Range, exact bool) {
	exact = true
	var addr u128
	under := func(groups int) []Range {
		return []Range{{addr.bytes(), addr.or(mask(16 * groups).not()).bytes()}}
	}
	for group := 0; group < 8; group++ {
		digits, rest, colon := strings.Cut(text, ":")
		switch {
		case !colon && digits == "0":
			// Zero stands as such only outside the compressed run.
			return under(group + 1), false
		case !colon:
			var out []Range
			for from, to := range continuations(digits, 16, 4, math.MaxUint16) {
				lo := addr.or(groupAt(group, from))
				hi := addr.or(groupAt(group, to)).or(mask(16 * (group + 1)).not())
				out = append(out, Range{lo.bytes(), hi.bytes()})
			}
			return out, exact
		case digits == "":
			// A compressed run of at least two zero groups begins here.
			if group == 7 || group == 0 && rest != "" && rest[0] != ':' {
				return nil, true
			}
			return under(group + 2), false
		}
		n, ok := number(digits, 16, math.MaxUint16)
		if !ok {
			return nil, true
		}
		exact = exact && n != 0
		addr = addr.or(groupAt(group, n))
		text = rest
	}
	return nil, true
}

// continuations yields the spans of numbers up to limit whose canonical digits
// begin with the given ones: "1" in decimal gives 1-1, 10-19, 100-199. No
// digits gives every number.
func continuations(digits string, base, maxDigits int, limit uint64) func(yield func(from, to uint64) bool) {
	return func(yield func(from, to uint64) bool) {
		if digits == "" {
			yield(0, limit)
			return
		}
		from, ok := number(digits, base, limit)
		if !ok {
			return
		}
		to := from
		for range maxDigits - len(digits) + 1 {
			if from > limit || !yield(from, min(to, limit)) || from == 0 {
				return
			}
			from, to = from*uint64(base), to*uint64(base)+uint64(base)-1
		}
	}
}

// number reads canonical digits: lower case, no sign, no leading zero.
func number(digits string, base int, limit uint64) (uint64, bool) {
	if digits == "" || len(digits) > 1 && digits[0] == '0' || digits != strings.ToLower(digits) || digits[0] == '+' {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, base, 64)
	return n, err == nil && n <= limit
}

// groupAt places a 16-bit group of IPv6, 0 being the first.
func groupAt(group int, n uint64) u128 {
	if group < 4 {
		return u128{hi: n << (48 - 16*group)}
	}
	return u128{lo: n << (112 - 16*group)}
}

func addr4(ip uint32) u128 { return u128{0, 0xffff<<32 | uint64(ip)} }
