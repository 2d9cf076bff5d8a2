// Package cidr answers which networks an address lies in: prefixes, ranges,
// sets, and tables that map each address to the value of its longest match.
//
// Addresses are 16 bytes, IPv4 being IPv4-mapped (::ffff:a.b.c.d), as records
// and the store hold them. A [Prefix] keeps the two families apart: ::/0 is all
// of IPv6 and no IPv4 address. A [Range] is a plain interval of the 16-byte
// values, which is what the store compares with.
package cidr

import (
	"errors"
	"fmt"
	"net/netip"
	"strconv"
	"strings"
)

// ErrSyntax is wrapped by every error about text that is no address or prefix.
var ErrSyntax = errors.New("not an address or prefix")

// Prefix is a network: an address whose host bits are zero, and the count of
// bits before them. It is comparable. The zero value is ::/0.
type Prefix struct {
	addr u128
	bits uint8 // 0 to 128; an IPv4 prefix has 96 more than its text says
}

// MakePrefix returns the network of the first bits of addr, counted over 16
// bytes: 120 for an IPv4 /24. It panics when bits is over 128.
func MakePrefix(addr [16]byte, bits int) Prefix {
	if bits < 0 || bits > 128 {
		panic("cidr: prefix length " + strconv.Itoa(bits))
	}
	return Prefix{addr: fromBytes(addr).and(mask(bits)), bits: uint8(bits)}
}

// Addr returns the first address of the network.
func (p Prefix) Addr() [16]byte { return p.addr.bytes() }

// Bits returns the length of the prefix over 16 bytes: 120 for an IPv4 /24.
func (p Prefix) Bits() int { return int(p.bits) }

// Is4 reports whether the network is one of IPv4.
func (p Prefix) Is4() bool { return p.bits >= 96 && p.addr.is4() }

// Single reports whether the network holds exactly one address.
func (p Prefix) Single() bool { return p.bits == 128 }

// Contains reports whether the address lies in the network. An IPv6 network
// contains no IPv4 address.
func (p Prefix) Contains(addr [16]byte) bool {
	a := fromBytes(addr)
	return a.and(mask(int(p.bits))) == p.addr && (p.bits >= 96 || !a.is4())
}

// Ranges returns the addresses of the network in order: one range, or two where
// an IPv6 network surrounds the IPv4-mapped block.
func (p Prefix) Ranges() []Range { return p.AppendRanges(nil) }

// AppendRanges appends what [Prefix.Ranges] returns to dst.
func (p Prefix) AppendRanges(dst []Range) []Range {
	for family, part := range split(p.addr, p.addr.or(mask(int(p.bits)).not())) {
		if part.ok && (family == block4) == p.Is4() {
			dst = append(dst, Range{part.lo.bytes(), part.hi.bytes()})
		}
	}
	return dst
}

// String writes the network as text, with IPv4 in its own form: "10.0.0.0/8",
// "2001:db8::/32". Single addresses keep their length: "10.0.0.1/32".
func (p Prefix) String() string {
	if p.Is4() {
		return netip.AddrFrom16(p.Addr()).Unmap().String() + "/" + strconv.Itoa(int(p.bits)-96)
	}
	return netip.AddrFrom16(p.Addr()).String() + "/" + strconv.Itoa(int(p.bits))
}

// FromNetip converts a prefix of the standard library, dropping host bits. It
// reports false for an invalid one. IPv4-mapped prefixes become IPv4.
func FromNetip(p netip.Prefix) (Prefix, bool) {
	if !p.IsValid() {
		return Prefix{}, false
	}
	bits := p.Bits()
	if p.Addr().Is4() {
		bits += 96
	}
	return MakePrefix(p.Addr().As16(), bits), true
}

// ParseAddr reads an address in any textual form of its family. Zones
// (fe80::1%eth0) are refused.
func ParseAddr(text string) ([16]byte, error) {
	a, err := netip.ParseAddr(text)
	if err != nil {
		return [16]byte{}, fmt.Errorf("parse address %q: %w", text, ErrSyntax)
	}
	if a.Zone() != "" {
		return [16]byte{}, fmt.Errorf("parse address %q: %w: a zone has no meaning off its host", text, ErrSyntax)
	}
	return a.As16(), nil
}

// ParsePrefix reads a network as people write it: with a length ("10.0.0.0/8",
// "2001:db8::/32"), as a single address, or as leading octets with a final dot
// ("203." is 203.0.0.0/8). Host bits are dropped: "10.1.2.3/8" is 10.0.0.0/8.
func ParsePrefix(text string) (Prefix, error) {
	if octets, ok := strings.CutSuffix(text, "."); ok {
		return parseOctets(text, octets)
	}
	addrText, lengthText, hasLength := strings.Cut(text, "/")
	a, err := netip.ParseAddr(addrText)
	if err != nil || a.Zone() != "" {
		return Prefix{}, fmt.Errorf("parse prefix %q: %w", text, ErrSyntax)
	}
	if !hasLength {
		return MakePrefix(a.As16(), 128), nil
	}
	length, err := strconv.ParseUint(lengthText, 10, 8)
	if err != nil || len(lengthText) > 1 && lengthText[0] == '0' || lengthText[0] == '+' {
		return Prefix{}, fmt.Errorf("parse prefix %q: %w: bad length %q", text, ErrSyntax, lengthText)
	}
	if int(length) > a.BitLen() {
		return Prefix{}, fmt.Errorf("parse prefix %q: %w: length %d is over %d", text, ErrSyntax, length, a.BitLen())
	}
	return MakePrefix(a.As16(), int(length)+128-a.BitLen()), nil
}

// parseOctets reads "10" or "10.0" of "10.0.".
func parseOctets(text, octets string) (Prefix, error) {
	n := strings.Count(octets, ".") + 1
	if n <= 3 {
		if a, err := netip.ParseAddr(octets + strings.Repeat(".0", 4-n)); err == nil && a.Is4() {
			return MakePrefix(a.As16(), 96+8*n), nil
		}
	}
	return Prefix{}, fmt.Errorf("parse prefix %q: %w", text, ErrSyntax)
}
