package filter

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// The IPv4-mapped block, and all addresses. A range of addresses as typed stays
// within the family of its ends.
var (
	every = cidr.Range{Hi: [16]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255}}
	all4  = cidr.MakePrefix(netip.IPv4Unspecified().As16(), 96)
	all6  = cidr.Prefix{}
)

// addressTest binds an address, a network, a comparison or a range.
func addressTest(f *record.Field, v value) (test, *Error) {
	switch v.form {
	case formCompare:
		return addressCompare(f, v)
	case formRange:
		return addressRange(f, v)
	}
	p, err := prefix(f, v)
	if err != nil {
		return nil, err
	}
	return addresses(p.Ranges()), nil
}

// prefix reads an address or a network.
func prefix(f *record.Field, v value) (cidr.Prefix, *Error) {
	text := literal(v)
	p, err := cidr.ParsePrefix(text)
	if err == nil {
		return p, nil
	}
	wrong := errorf(v.column, "%q is no address or network for %s", text, f.Name)
	network, length, hasLength := strings.Cut(text, "/")
	if octets := strings.Count(network, ".") + 1; hasLength && octets < 4 {
		full := network + strings.Repeat(".0", 4-octets) + "/" + length
		if _, err := cidr.ParsePrefix(full); err == nil {
			return p, wrong.suggest("write %s", full)
		}
	}
	if _, err := cidr.ParseAddr(network); err == nil && hasLength {
		return p, errorf(v.column, "%q has a bad prefix length", text).suggest("IPv4 has 0 to 32, IPv6 0 to 128")
	}
	if from, to, ok := strings.Cut(text, "-"); ok {
		if _, err := cidr.ParseAddr(from); err == nil {
			return p, wrong.suggest("write %s:[%s TO %s]", f.Name, from, to)
		}
	}
	return p, wrong.suggest("write 10.0.0.1, 10.0.0.0/8, 10.0.* or 2001:db8::/32")
}

// addressCompare binds >, >=, < and <=, within the family of the operand.
func addressCompare(f *record.Field, v value) (test, *Error) {
	p, err := prefix(f, operand(v))
	if err != nil {
		return nil, err
	}
	bounds, own := family(p), p.Ranges()
	r := cidr.Range{Lo: bounds.Lo, Hi: bounds.Hi}
	switch v.op {
	case ">":
		r.Lo = after(own[len(own)-1].Hi)
	case ">=":
		r.Lo = own[0].Lo
	case "<":
		r.Hi = before(own[0].Lo)
	default: // <=
		r.Hi = own[len(own)-1].Hi
	}
	if v.op == ">" && own[len(own)-1].Hi == bounds.Hi || v.op == "<" && own[0].Lo == bounds.Lo {
		return nil, errorf(v.column, "no address is %s %s", v.op, v.text)
	}
	return within(r, p.Is4()), nil
}

// addressRange binds [a TO b].
func addressRange(f *record.Field, v value) (test, *Error) {
	var low, high cidr.Prefix
	var err *Error
	if !v.low.star() {
		if low, err = prefix(f, *v.low); err != nil {
			return nil, err
		}
	}
	if !v.high.star() {
		if high, err = prefix(f, *v.high); err != nil {
			return nil, err
		}
	}
	known := low
	if v.low.star() {
		known = high
	}
	if !v.low.star() && !v.high.star() && low.Is4() != high.Is4() {
		return nil, errorf(v.column, "range from one address family to the other")
	}
	r := family(known)
	if !v.low.star() {
		own := low.Ranges()
		r.Lo = own[0].Lo
		if last := own[len(own)-1].Hi; v.lowOpen && last == r.Hi {
			return nil, emptyRange(v)
		} else if v.lowOpen {
			r.Lo = after(last)
		}
	}
	if !v.high.star() {
		own := high.Ranges()
		r.Hi = own[len(own)-1].Hi
		if v.highOpen && own[0].Lo == family(known).Lo {
			return nil, emptyRange(v)
		} else if v.highOpen {
			r.Hi = before(own[0].Lo)
		}
	}
	if bytes.Compare(r.Lo[:], r.Hi[:]) > 0 {
		return nil, emptyRange(v)
	}
	return within(r, known.Is4()), nil
}

// family returns the first and last address of a network's family.
func family(p cidr.Prefix) cidr.Range {
	if p.Is4() {
		return all4.Ranges()[0]
	}
	return every
}

// within leaves out of a range of IPv6 addresses the IPv4-mapped block.
func within(r cidr.Range, is4 bool) addresses {
	if is4 {
		return addresses{r}
	}
	var out addresses
	for _, part := range all6.Ranges() {
		if bytes.Compare(part.Lo[:], r.Lo[:]) < 0 {
			part.Lo = r.Lo
		}
		if bytes.Compare(part.Hi[:], r.Hi[:]) > 0 {
			part.Hi = r.Hi
		}
		if bytes.Compare(part.Lo[:], part.Hi[:]) <= 0 {
			out = append(out, part)
		}
	}
	return out
}

// after returns the next address, before the one in front; the caller knows
// that there is one.
func after(a [16]byte) [16]byte {
	for i := 15; i >= 0; i-- {
		if a[i]++; a[i] != 0 {
			break
		}
	}
	return a
}

func before(a [16]byte) [16]byte {
	for i := 15; i >= 0; i-- {
		if a[i]--; a[i] != 0xff {
			break
		}
	}
	return a
}

// addressPattern binds 203.* and the like. What is one range of addresses
// becomes that range; other patterns are matched against the text.
func addressPattern(f *record.Field, v value) (test, *Error) {
	word := strings.ToLower(v.text)
	if rest, ok := strings.CutPrefix(word, "::ffff:"); ok && strings.Contains(rest, ".") {
		word = rest // IPv4 is written without
	}
	if strings.Trim(word, "0123456789abcdef.:*?") != "" {
		return nil, errorf(v.column, "%q is no pattern of addresses for %s", v.text, f.Name).suggest("write 10.0.* or 2001:db8:*")
	}
	p := newPattern(word, false)
	ranges, exact := cidr.PrefixText(p.prefix())
	switch {
	case len(ranges) == 0:
		return nil, errorf(v.column, "no address is written like %s", v.text)
	case p.prefixOnly() && exact && len(ranges) == 1:
		return addresses(ranges), nil
	}
	return newAddressText(p), nil
}

// newAddressText limits a test on an address's text to the ranges that can
// pass, which an index can use.
func newAddressText(t textTest) addressText {
	ranges, _ := cidr.PrefixText(t.prefix())
	return addressText{text: t, within: ranges}
}

// exactly reports whether the ranges alone decide.
func (t addressText) exactly() bool {
	p, ok := t.text.(*pattern)
	if !ok || !p.prefixOnly() {
		return false
	}
	_, exact := cidr.PrefixText(p.prefix())
	return exact
}

// everywhere reports whether the ranges exclude nothing.
func (t addressText) everywhere() bool { return len(t.within) == 1 && t.within[0] == every }

// addressText of a 16-byte address, without allocating.
func appendAddress(dst []byte, a record.Addr) []byte { return a.Netip().AppendTo(dst) }

// addressPair is an address as two numbers.
func addressPair(a record.Addr) (hi, lo uint64) {
	return binary.BigEndian.Uint64(a[:8]), binary.BigEndian.Uint64(a[8:])
}
