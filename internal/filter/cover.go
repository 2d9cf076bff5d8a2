package filter

import (
	"math"
	"net/netip"
	"regexp"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// AddressCover is a test on addresses in a filter, and which addresses pass it.
type AddressCover struct {
	Field   string
	Text    string // the test as the filter language writes it: srcaddr:10.0.0.0/8
	Negated bool   // it stands under a NOT; what follows is about the test itself
	Source  string // of a regular expression; "" otherwise

	// Share4 and Share6 are how much of all IPv4 and IPv6 addresses pass, 0 to 1. That
	// of a text in IPv6 leaves out addresses that are written with ::.
	Share4, Share6 float64
	// Ranges are ranges of addresses that pass, those with the lowest addresses of
	// each family first; More tells that there are others.
	Ranges []cidr.Range
	More   bool
	// Lowest4 is the lowest IPv4 address that passes, invalid when none does.
	Lowest4 netip.Addr
	// Avoided is the first number of an address that a text leaves out digit by digit,
	// as [^1][^7][^2] leaves out 172, and with it all numbers that share a digit with
	// it at its place and all of another length; 0 where it does not.
	Avoided int
	// Inside is whether the text passes addresses when more may stand around it, though
	// it passes none as a whole.
	Inside bool
}

// maxCoverRanges is how many ranges an [AddressCover] shows.
const maxCoverRanges = 8

// Addresses returns the tests on addresses in the filter, in their order. Fields that
// stand for two are one test.
func (b *Bound) Addresses() []AddressCover {
	var out []AddressCover
	walk(b.root, false, func(n node, negated bool) {
		l, ok := n.(leaf)
		if !ok || l.field.Type != record.TypeAddr {
			return
		}
		c := AddressCover{Field: l.field.Name, Negated: negated, Text: (&Query{root: unbind(l)}).String()}
		switch t := l.test.(type) {
		case addresses:
			c.ranges(t)
		case addressText:
			if re, ok := t.text.(*regex); ok {
				c.Source = re.source
			}
			if t.exactly() {
				c.ranges(t.within)
			} else {
				c.text(t.text)
			}
		default:
			return
		}
		out = append(out, c)
	})
	return out
}

// ranges measures ranges of addresses.
func (c *AddressCover) ranges(list []cidr.Range) {
	for _, r := range cidr.MergeRanges(append([]cidr.Range(nil), list...)) {
		for _, p := range r.Prefixes() {
			switch {
			case p.Is4():
				c.Share4 += math.Exp2(float64(96 - p.Bits()))
			default:
				c.Share6 += math.Exp2(-float64(p.Bits()))
			}
		}
		if lo := record.Addr(r.Lo); lo.Is4() && !c.Lowest4.IsValid() {
			c.Lowest4 = lo.Netip()
		}
		if len(c.Ranges) == maxCoverRanges {
			c.More = true
			continue
		}
		c.Ranges = append(c.Ranges, r)
	}
	if c.Share4 == 0 { // ::/0 and the like hold the mapped block
		for _, r := range list {
			if r.Contains(all4.Addr()) {
				c.Share4 = 1
				c.Lowest4 = netip.IPv4Unspecified()
			}
		}
	}
}

// text measures a pattern or regex by running its machine over all addresses at once:
// states that many beginnings of addresses share are looked at once.
func (c *AddressCover) text(t textTest) {
	source := ""
	switch t := t.(type) {
	case *regex:
		source = t.source
	case *pattern:
		source = t.source()
	}
	m, ok := newMachine(source)
	if !ok {
		return
	}
	four := m.octets()
	c.Share4 = four.share(m.start(), 4)
	c.Share6 = m.groups()
	c.walk4(four, m.start(), 0, 0)
	c.Avoided = four.avoided()
	if c.Share4 == 0 && c.Share6 == 0 {
		if around, ok := newMachine(".*(?:" + source + ").*"); ok {
			c.Inside = around.octets().share(around.start(), 4) > 0 || around.groups() > 0
		}
	}
}

// source writes a pattern as a regular expression.
func (p *pattern) source() string {
	var b strings.Builder
	for _, e := range p.elems {
		switch e {
		case anyText:
			b.WriteString(".*")
		case anyChar:
			b.WriteByte('.')
		default:
			b.WriteString(regexp.QuoteMeta(string(rune(e))))
		}
	}
	return b.String()
}

// walk4 collects ranges of IPv4 addresses below a prefix of octets.
func (c *AddressCover) walk4(o *octets, at machineState, prefix uint32, depth int) {
	for n := range uint32(256) {
		next := o.step(at, n, depth == 3)
		share := o.share(next, 3-depth)
		if share == 0 {
			continue
		}
		address := prefix | n<<(24-8*depth)
		if share < 1 {
			c.walk4(o, next, address, depth+1)
			if c.More {
				return
			}
			continue
		}
		r := cidr.Range{Lo: mapped4(address), Hi: mapped4(address | (1<<(24-8*depth) - 1))}
		if !c.Lowest4.IsValid() {
			c.Lowest4 = netip.AddrFrom16(r.Lo).Unmap()
		}
		if last := len(c.Ranges) - 1; last >= 0 && after(c.Ranges[last].Hi) == r.Lo {
			c.Ranges[last].Hi = r.Hi
			continue
		}
		if len(c.Ranges) == maxCoverRanges {
			c.More = true
			return
		}
		c.Ranges = append(c.Ranges, r)
	}
}

// RangeText writes a range as a network where it is one, else with its ends.
func RangeText(r cidr.Range) string {
	text := valueText(rangeValues(r)[0])
	if p := r.Prefixes(); len(p) > 1 {
		return netip.AddrFrom16(r.Lo).Unmap().String() + "-" + netip.AddrFrom16(r.Hi).Unmap().String()
	}
	return text
}

func mapped4(n uint32) [16]byte {
	return netip.AddrFrom4([4]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}).As16()
}
