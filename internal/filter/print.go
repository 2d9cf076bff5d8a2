package filter

import (
	"net/netip"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// String prints the filter in its canonical form: canonical names, values as
// they were understood, times fixed. Compiling it gives the same filter.
func (b *Bound) String() string {
	return (&Query{root: unbind(b.root)}).String()
}

// unbind writes a bound node as syntax.
func unbind(n node) syntax {
	switch n := n.(type) {
	case junction:
		nodes := make([]syntax, len(n.nodes))
		for i, of := range n.nodes {
			nodes[i] = unbind(of)
		}
		return list{or: n.or, nodes: nodes}
	case not:
		return negation{of: unbind(n.of)}
	case leaf:
		values := n.values()
		terms := make([]syntax, len(values))
		for i, v := range values {
			terms[i] = term{field: n.field.Name, value: v}
		}
		return join(true, terms)
	case search:
		switch t := n.test.(type) {
		case *pattern:
			if n.phrase == "" {
				return bare{value{form: formWord, text: t.word("-/")}}
			}
			return bare{value{form: formQuoted, text: n.phrase}}
		default:
			return bare{t.value()}
		}
	}
	return everything{}
}

// values writes the test of a leaf as values that stand for it one by one.
func (l leaf) values() []value {
	switch t := l.test.(type) {
	case numbers:
		out := make([]value, len(t))
		for i, s := range t {
			out[i] = spanValue(l.field, s)
		}
		return out
	case mask:
		return []value{{form: formCompare, op: "&", text: strconv.FormatUint(uint64(t), 10)}}
	case addresses:
		var out []value
		for _, r := range t {
			out = append(out, rangeValues(r)...)
		}
		return out
	case addressText:
		if p, ok := t.text.(*pattern); ok {
			return []value{{form: formWord, text: p.plain()}}
		}
		return []value{t.text.value()}
	case names:
		var out []value
		for i, name := range namedFields[l.field.ID].names {
			if t>>i&1 == 1 {
				out = append(out, textWord(name))
			}
		}
		return out
	case texts:
		out := make([]value, len(t))
		for i, text := range t {
			out[i] = textWord(text)
		}
		return out
	case foldTexts:
		out := make([]value, len(t))
		for i, text := range t {
			out[i] = folded(textWord(text))
		}
		return out
	case *pattern:
		if t.fold {
			return []value{folded(t.value())}
		}
	case sameAs:
		return []value{t.value()}
	case textRange:
		return []value{t.value()}
	}
	if t, ok := l.test.(textTest); ok {
		return []value{t.value()}
	}
	return []value{{form: formWord, text: "*"}}
}

// spanValue writes a span as a value, a comparison or a range.
func spanValue(f *record.Field, s span) value {
	low, high := strconv.FormatUint(s.lo, 10), strconv.FormatUint(s.hi, 10)
	switch {
	case f.Type == record.TypeTime:
		return timeValue(s)
	case s.lo == s.hi && f.ID == record.Protocol:
		return value{form: formWord, text: iana.ProtocolName(uint8(s.lo))}
	case s.lo == s.hi:
		return value{form: formWord, text: low}
	case s.hi == limits[f.Type]:
		return value{form: formCompare, op: ">=", text: low}
	case s.lo == 0:
		return value{form: formCompare, op: "<=", text: high}
	}
	return between(low, high)
}

// timeValue writes times from their first to before their last instant.
func timeValue(s span) value {
	if s.hi == maxTime {
		return value{form: formCompare, op: ">=", text: timeText(s.lo)}
	}
	if s.lo == 0 {
		return value{form: formCompare, op: "<", text: timeText(s.hi + 1)}
	}
	v := between(timeText(s.lo), timeText(s.hi+1))
	v.highOpen = true
	return v
}

func between(low, high string) value {
	return value{form: formRange, low: &value{form: formWord, text: low}, high: &value{form: formWord, text: high}}
}

// rangeValues writes addresses as networks where few do, else as a range.
func rangeValues(r cidr.Range) []value {
	address := func(a [16]byte) string { return netip.AddrFrom16(a).Unmap().String() }
	prefixes := r.Prefixes()
	if len(prefixes) > 2 {
		return []value{between(address(r.Lo), address(r.Hi))}
	}
	out := make([]value, len(prefixes))
	for i, p := range prefixes {
		out[i] = value{form: formWord, text: p.String()}
		if p.Single() {
			out[i].text = address(p.Addr())
		}
	}
	return out
}

// folded writes a value whose letter case does not matter.
func folded(v value) value {
	return value{form: formCompare, op: "~", text: v.text, quoted: v.form == formQuoted}
}

// textWord writes text as a word where that is easy to read, else in quotes.
func textWord(text string) value {
	plain := text != "" && !operatorLike(text) && strings.Trim(text[:1], "-/:.") != ""
	for i := 0; i < len(text) && plain; i++ {
		c := text[i]
		plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("_-./:", c) >= 0
	}
	if plain {
		return value{form: formWord, text: text}
	}
	return value{form: formQuoted, text: text}
}

func (r textRange) value() value {
	end := func(text string) *value {
		if text == "" {
			return &value{form: formWord, text: "*"}
		}
		return &value{form: formQuoted, text: text}
	}
	return value{form: formRange, low: end(r.low), high: end(r.high), lowOpen: r.lowOpen, highOpen: r.highOpen}
}
