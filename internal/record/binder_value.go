package record

import (
	"encoding/binary"
	"math/bits"
	"time"
)

// Eight bytes of text are looked at as one number, the first byte lowest.
const (
	ones    = 0x0101010101010101
	highs   = 0x8080808080808080
	lows    = 0x7f7f7f7f7f7f7f7f
	zeroes  = 0x3030303030303030 // "00000000"
	magic16 = 0x0102040810204080 // gathers one bit of each byte in the highest byte
)

func load64(data []byte, p int) uint64 { return binary.LittleEndian.Uint64(data[p:]) }

// blanks marks, in the high bit of each byte, the bytes up to ' '.
func blanks(w uint64) uint64 { return ^((w&lows + (0x7f-' ')*ones) | w) & highs }

// notDigits marks the bytes of w^zeroes that are no digits.
func notDigits(x uint64) uint64 { return ((x&lows + 0x76*ones) | x) & highs }

// decimal converts eight digits (values 0 to 9, the first lowest) to a number.
func decimal(x uint64) uint64 {
	const mask = 0x000000ff000000ff
	x = x*10 + x>>8
	return ((x&mask)*(100+1000000<<32) + (x>>16&mask)*(1+10000<<32)) >> 32
}

// number reads up to 16 digits at p and returns the position after them.
// Nothing was read when that is p. 17 and more digits end at p+16.
func number(data []byte, p int) (v uint64, next int) {
	x := load64(data, p) ^ zeroes
	if m := notDigits(x); m != 0 {
		n := bits.TrailingZeros64(m) >> 3
		return decimal(x << (64 - 8*n)), p + n
	}
	v = decimal(x)
	x = load64(data, p+8) ^ zeroes
	m := notDigits(x)
	if m == 0 {
		return v*1e8 + decimal(x), p + 16
	}
	n := bits.TrailingZeros64(m) >> 3
	return v*pow10[n&7] + decimal(x<<(64-8*n)), p + 8 + n
}

var pow10 = [8]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7}

// addr4 reads an IPv4 address at p. It takes what netip takes: four decimal
// octets without leading zeros. data must reach 16 bytes beyond p.
func addr4(data []byte, p int) (v uint32, next int, ok bool) {
	lo, hi := load64(data, p), load64(data, p+8)
	m := uint32((notDigits(lo^zeroes)>>7)*magic16>>56) | uint32((notDigits(hi^zeroes)>>7)*magic16>>56)<<8
	d0 := bits.TrailingZeros32(m | 1<<16)
	m &= m - 1
	d1 := bits.TrailingZeros32(m | 1<<16)
	m &= m - 1
	d2 := bits.TrailingZeros32(m | 1<<16)
	m &= m - 1
	if m == 0 || data[p+d0] != '.' || data[p+d1] != '.' || data[p+d2] != '.' {
		return 0, p, false
	}
	next = p + bits.TrailingZeros32(m)
	a, badA := octet(data, p, d0)
	b, badB := octet(data, p+d0+1, d1-d0-1)
	c, badC := octet(data, p+d1+1, d2-d1-1)
	d, badD := octet(data, p+d2+1, next-p-d2-1)
	return a<<24 | b<<16 | c<<8 | d, next, badA|badB|badC|badD == 0
}

// octet converts n digits at p. bad is not 0 unless they are an octet.
func octet(data []byte, p, n int) (v, bad uint32) {
	w := binary.LittleEndian.Uint32(data[p:]) ^ zeroes&0xffffffff
	w <<= uint(32-8*n) & 31
	v = w>>24 + w>>16&0xff*10 + w>>8&0xff*100
	// least is 0, 10 or 100; for n of 0 and above 3 it is more than any v.
	least := octetLeast[n&15]
	return v, v>>8 | (v-least)>>31
}

var octetLeast = [16]uint32{1 << 20, 0, 10, 100, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 20}

// hexValue gives the value of a hexadecimal digit, 0xff for other bytes.
var hexValue [256]uint8

func init() {
	for i := range hexValue {
		hexValue[i] = 0xff
	}
	for i := range 10 {
		hexValue['0'+i] = uint8(i)
	}
	for i := range 6 {
		hexValue['a'+i], hexValue['A'+i] = uint8(10+i), uint8(10+i)
	}
}

// addr6 reads an IPv6 address at p into a, in any form of RFC 4291, without a
// zone, and returns the position after it.
func addr6(data []byte, p int, a *Addr) (next int, ok bool) {
	gap, n := -1, 0 // where "::" stands; bytes written
	if data[p] == ':' {
		if data[p+1] != ':' {
			return p, false
		}
		gap, p = 0, p+2
	}
	for n < 16 {
		v, begin := uint32(0), p
		for p-begin <= 4 {
			h := hexValue[data[p]]
			if h == 0xff {
				break
			}
			v = v<<4 | uint32(h)
			p++
		}
		if p == begin {
			if gap != n {
				return p, false // nothing between two colons, or a colon at the end
			}
			break
		}
		if data[p] == '.' {
			v4, end, ok := addr4(data, begin)
			if !ok || n > 12 {
				return p, false
			}
			binary.BigEndian.PutUint32(a[n:], v4)
			n, p = n+4, end
			break
		}
		if p-begin > 4 {
			return p, false
		}
		a[n], a[n+1] = byte(v>>8), byte(v)
		n += 2
		if data[p] != ':' {
			break
		}
		if n == 16 {
			return p, false
		}
		if data[p+1] == ':' {
			if gap >= 0 {
				return p, false
			}
			gap, p = n, p+1
		}
		p++
	}
	if gap < 0 {
		return p, n == 16
	}
	if n == 16 {
		return p, false // "::" stands for one group at least
	}
	// Move what follows the gap to the end.
	tail := n - gap
	copy(a[16-tail:], a[gap:n])
	clear(a[gap : 16-tail])
	return p, true
}

// ParseAddr reads an IPv4 or IPv6 address. It takes what netip.ParseAddr
// takes, except zones.
func ParseAddr(text []byte) (Addr, bool) {
	var buf [48 + LinePad]byte
	if len(text) == 0 || len(text) > 48 {
		return Addr{}, false
	}
	n := copy(buf[:], text)
	var a Addr
	if v, next, ok := addr4(buf[:], 0); ok {
		a[10], a[11] = 0xff, 0xff
		binary.BigEndian.PutUint32(a[12:], v)
		return a, next == n
	}
	next, ok := addr6(buf[:], 0, &a)
	if !ok || next != n {
		return Addr{}, false
	}
	return a, true
}

// AddrFrom4 returns the address of four octets in one number, the first highest.
func AddrFrom4(v uint32) (a Addr) {
	a[10], a[11] = 0xff, 0xff
	binary.BigEndian.PutUint32(a[12:], v)
	return a
}

// verdict is what became of a value.
type verdict uint8

const (
	isValue verdict = iota
	isMalformed
	isOutOfRange
	isMissing // of cells only
)

// parseUint reads a whole number up to limit.
func parseUint(text []byte, limit uint64) (uint64, verdict) {
	v, over := uint64(0), false
	for _, c := range text {
		d := uint64(c - '0')
		if d > 9 {
			return 0, isMalformed
		}
		hi, lo := bits.Mul64(v, 10)
		sum, carry := bits.Add64(lo, d, 0)
		over = over || hi|carry != 0
		v = sum
	}
	switch {
	case len(text) == 0:
		return 0, isMalformed
	case over || v > limit:
		return 0, isOutOfRange
	}
	return v, isValue
}

// Times as sources write them: seconds or, above maxSeconds, milliseconds.
// The store holds seconds up to the year 2106.
const (
	maxSeconds = 1e11
	endOfTime  = 1 << 32 // seconds
)

// timeFrom converts a whole number of seconds or milliseconds to nanoseconds.
func timeFrom(v uint64) (int64, bool) {
	if v > maxSeconds {
		return int64(v%(1000*endOfTime)) * 1e6, v < 1000*endOfTime
	}
	return int64(v%endOfTime) * 1e9, v < endOfTime
}

// parseTime reads a time: seconds or milliseconds, with or without a fraction,
// or RFC 3339.
func parseTime(text []byte) (int64, verdict) {
	whole, fraction, dot := text, []byte(nil), false
	for i, c := range text {
		if c == '.' {
			whole, fraction, dot = text[:i], text[i+1:], true
			break
		}
	}
	v, what := parseUint(whole, 1<<63)
	if what == isMalformed {
		var t time.Time
		if err := t.UnmarshalText(text); err != nil { // allocates less than Parse, which takes more
			if t, err = time.Parse(time.RFC3339, string(text)); err != nil {
				return 0, isMalformed
			}
		}
		if t.Unix() < 0 || t.Unix() >= endOfTime {
			return 0, isOutOfRange
		}
		return t.UnixNano(), isValue
	}
	ns, ok := timeFrom(v)
	if what == isOutOfRange || !ok {
		return 0, isOutOfRange
	}
	if !dot {
		return ns, isValue
	}
	unit := int64(1e9)
	if v > maxSeconds {
		unit = 1e6
	}
	if _, what := parseUint(fraction, ^uint64(0)); what == isMalformed {
		return 0, isMalformed
	}
	for _, c := range fraction {
		unit /= 10
		ns += int64(c-'0') * unit
	}
	return ns, isValue
}

// parseAction reads a verdict in any case.
func parseAction(text []byte) (Action, verdict) {
	if len(text) != 6 {
		return ActionNone, isMalformed
	}
	var upper [6]byte
	for i, c := range text {
		upper[i] = c &^ 0x20
	}
	switch string(upper[:]) {
	case "ACCEPT":
		return Accept, isValue
	case "REJECT":
		return Reject, isValue
	}
	return ActionNone, isMalformed
}
