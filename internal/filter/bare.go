package filter

import (
	"net/netip"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// bare binds a value without a field.
func (b *binder) bare(v value) (node, *Error) {
	if err := b.pattern(v.column); err != nil {
		return nil, err
	}
	if v.form == formRegex {
		re, err := compileRegex(v)
		if err != nil {
			return nil, err
		}
		return search{test: re}, nil
	}
	text := literal(v)
	if text == "" {
		return nil, errorf(v.column, "empty text")
	}
	if v.form == formQuoted {
		return newSearch(text), nil
	}
	if looksLikeAddress(v.text) {
		f := record.Get(record.AnyAddr)
		test, err := b.test(f, v)
		if err != nil {
			return nil, err
		}
		return leaf{f, test}, nil
	}
	if hasWildcard(v.text) {
		return search{test: newPattern(v.text, true)}, nil
	}
	if len(text) <= 5 && strings.Trim(text, "0123456789") == "" {
		return nil, errorf(v.column, "%s alone names no field", text).suggest(`write port:%s, or "%s" to search for it as text`, text, text)
	}
	if i := strings.IndexAny(text, "<>="); i > 0 {
		if f, ok := lookup(strings.TrimRight(text[:i], "!")); ok {
			return nil, errorf(v.column, "%q has no colon", text).suggest("write %s:%s", f.Name, strings.TrimPrefix(text[i:], "="))
		}
	}
	return newSearch(text), nil
}

func newSearch(phrase string) search {
	p := containing(phrase)
	return search{test: p, phrase: strings.Map(func(r rune) rune {
		if r < 0x80 {
			return rune(lower(byte(r)))
		}
		return r
	}, phrase)}
}

// looksLikeAddress reports whether a word without a field is an address, a
// network or the beginning of one (10.0.*, 2001:db8:*).
func looksLikeAddress(word string) bool {
	if _, err := netip.ParseAddr(word); err == nil {
		return true
	}
	if _, err := netip.ParsePrefix(word); err == nil {
		return true
	}
	rest, ok := strings.CutSuffix(word, "*")
	if !ok {
		return false
	}
	switch {
	case strings.Contains(rest, "."):
		return strings.Trim(rest, "0123456789.") == "" && rest[0] != '.'
	case strings.Contains(rest, ":"):
		return strings.Trim(rest, "0123456789abcdefABCDEF:") == "" && strings.Count(rest, ":") >= 2
	}
	return false
}
