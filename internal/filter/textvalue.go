package filter

import (
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// textValue binds values of a text field. Text is compared as it is, except
// where the source has one spelling that everybody knows.
func textValue(f *record.Field, v value) (test, *Error) {
	switch v.form {
	case formCompare:
		text := canonicalText(f.ID, literal(operand(v)))
		switch v.op {
		case ">":
			return textRange{low: text, lowOpen: true}, nil
		case ">=":
			return textRange{low: text}, nil
		case "<":
			return textRange{high: text, highOpen: true}, nil
		default: // <=
			return textRange{high: text}, nil
		}
	case formRange:
		end := func(v value) string {
			if v.star() {
				return ""
			}
			return canonicalText(f.ID, literal(v))
		}
		r := textRange{end(*v.low), end(*v.high), v.lowOpen, v.highOpen}
		if r.high != "" && (r.low > r.high || r.low == r.high && (r.lowOpen || r.highOpen)) {
			return nil, emptyRange(v)
		}
		if r.low == "" && r.high == "" {
			return exists{}, nil
		}
		r.lowOpen, r.highOpen = r.lowOpen && r.low != "", r.highOpen && r.high != ""
		return r, nil
	}
	return texts{canonicalText(f.ID, literal(v))}, nil
}

// vocabularies are the values of text fields that have one known spelling.
var vocabularies = map[record.FieldID][]string{
	record.LogStatus:     {record.StatusOK, record.StatusNoData, record.StatusSkipData},
	record.IPType:        {"IPv4", "IPv6", "EFA"},
	record.FlowDirection: {"ingress", "egress"},
}

// canonicalText corrects the letter case of text whose spelling is known.
func canonicalText(id record.FieldID, text string) string {
	switch id {
	case record.SrcCountry, record.DstCountry, record.AnyCountry:
		if len(text) == 2 {
			return strings.ToUpper(text)
		}
	}
	known := vocabularies[id]
	if i := slices.IndexFunc(known, func(k string) bool { return strings.EqualFold(k, text) }); i >= 0 {
		return known[i]
	}
	return text
}

func (t texts) matchString(s string) bool {
	_, found := slices.BinarySearch(t, s)
	return found
}

func (t foldTexts) matchString(s string) bool {
	_, found := slices.BinarySearch(t, lowerText(s))
	return found
}

// lowerText writes ASCII letters small.
func lowerText(s string) string {
	for i := range len(s) {
		if s[i] != lower(s[i]) {
			b := []byte(s)
			for ; i < len(b); i++ {
				b[i] = lower(b[i])
			}
			return string(b)
		}
	}
	return s
}

func (r textRange) matchString(s string) bool {
	switch {
	case s == "",
		s < r.low || s == r.low && r.lowOpen,
		r.high != "" && (s > r.high || s == r.high && r.highOpen):
		return false
	}
	return true
}
