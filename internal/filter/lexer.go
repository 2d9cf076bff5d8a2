package filter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token is.
type kind uint8

const (
	kEnd        kind = iota
	kField           // a field's name; the colon behind it is consumed
	kWord            // a word as written, with its escapes
	kQuoted          // the text between quotes, escapes resolved
	kRegex           // the text between slashes, \/ resolved
	kCompare         // > >= < <= = & ~
	kOpen            // (
	kClose           // )
	kRangeOpen       // [ or {
	kRangeClose      // ] or }
	kAnd
	kOr
	kNot
	kPlus
	kMinus
)

// token is one piece of the text.
type token struct {
	kind   kind
	text   string
	column int  // of its first character, from 1
	spaced bool // white space stands before it
}

// mode says what the parser expects next: a colon ends the name of a field in
// one place and is part of an address, a time or an ARN in the other.
type mode uint8

const (
	modeTerm  mode = iota // a term or an operator
	modeValue             // the value right behind a colon or a comparison
	modeGroup             // inside field:( ): a value or an operator
	modeRange             // inside [ ]
)

// lexer cuts the text into tokens, as the parser asks for them.
type lexer struct {
	src []rune
	pos int
}

// newLexer refuses what no filter may hold.
func newLexer(text string) (*lexer, *Error) {
	if !utf8.ValidString(text) {
		column := 1
		for i, r := range text {
			if _, size := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && size == 1 {
				break
			}
			column++
		}
		return nil, errorf(column, "the filter is not UTF-8")
	}
	src := []rune(text)
	if len(src) > MaxLength {
		return nil, errorf(MaxLength+1, "the filter is longer than %d characters", MaxLength)
	}
	for i, r := range src {
		if r == 0 || unicode.IsControl(r) && !unicode.IsSpace(r) {
			return nil, errorf(i+1, "control character U+%04X", r)
		}
	}
	return &lexer{src: src}, nil
}

// isSpace includes what documents put between words without showing it.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

func isDoubleQuote(r rune) bool {
	return strings.ContainsRune("\"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", r)
}
func isSingleQuote(r rune) bool { return strings.ContainsRune("'\u2018\u2019\u201a\u201b\u2032", r) }

// isDash reports whether r is a hyphen or what documents make of one.
func isDash(r rune) bool { return r == '-' || r >= '\u2010' && r <= '\u2014' || r == '\u2212' }

// at returns the character n after the current one, 0 past the end.
func (l *lexer) at(n int) rune {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

// next returns the token at the current position and steps over it.
func (l *lexer) next(m mode) (token, *Error) {
	begin := l.pos
	for isSpace(l.at(0)) {
		l.pos++
	}
	t := token{column: l.pos + 1, spaced: l.pos > begin}
	if l.pos >= len(l.src) {
		return t, nil
	}
	single := func(k kind, width int) (token, *Error) {
		t.kind, t.text = k, string(l.src[l.pos:l.pos+width])
		l.pos += width
		return t, nil
	}
	switch r := l.at(0); {
	case r == '(':
		return single(kOpen, 1)
	case r == ')':
		return single(kClose, 1)
	case r == '[' || r == '{':
		return single(kRangeOpen, 1)
	case r == ']' || r == '}':
		return single(kRangeClose, 1)
	case isDoubleQuote(r):
		return l.quoted(t, isDoubleQuote)
	case isSingleQuote(r):
		return l.quoted(t, isSingleQuote)
	case r == '/' && m != modeRange:
		return l.regex(t)
	case m == modeTerm || m == modeGroup:
		switch {
		case r == '&' && l.at(1) == '&':
			return single(kAnd, 2)
		case r == '|' && l.at(1) == '|':
			return single(kOr, 2)
		case r == '!':
			return single(kNot, 1)
		case r == '+':
			return single(kPlus, 1)
		case isDash(r):
			return single(kMinus, 1)
		}
	}
	if m == modeValue || m == modeGroup {
		if width := l.comparison(); width > 0 {
			return single(kCompare, width)
		}
	}
	return l.word(t, m)
}

// comparison returns the width of the comparison operator that stands here.
func (l *lexer) comparison() int {
	switch l.at(0) {
	case '>', '<':
		if l.at(1) == '=' {
			return 2
		}
		return 1
	case '=', '&', '~':
		return 1
	}
	return 0
}

// quoted reads text up to the closing quote. A backslash keeps the next
// character from meaning anything.
func (l *lexer) quoted(t token, closes func(rune) bool) (token, *Error) {
	t.kind = kQuoted
	var b strings.Builder
	for l.pos++; l.pos < len(l.src); l.pos++ {
		switch r := l.at(0); {
		case r == '\\' && l.pos+1 < len(l.src):
			l.pos++
			b.WriteRune(l.at(0))
		case closes(r):
			l.pos++
			t.text = b.String()
			return t, l.mustEnd("quote")
		default:
			b.WriteRune(r)
		}
	}
	return t, errorf(t.column, "unclosed quote")
}

// regex reads text up to the closing slash.
func (l *lexer) regex(t token) (token, *Error) {
	t.kind = kRegex
	var b strings.Builder
	for l.pos++; l.pos < len(l.src); l.pos++ {
		switch r := l.at(0); {
		case r == '\\' && l.at(1) == '/':
			b.WriteRune('/')
			l.pos++
		case r == '\\' && l.pos+1 < len(l.src):
			b.WriteRune('\\')
			l.pos++
			b.WriteRune(l.at(0))
		case r == '/':
			l.pos++
			t.text = b.String()
			return t, l.mustEnd("slash")
		default:
			b.WriteRune(r)
		}
	}
	return t, errorf(t.column, "unclosed regex").suggest("quote text that begins with a slash")
}

// mustEnd refuses text that is glued to a closing quote or slash.
func (l *lexer) mustEnd(after string) *Error {
	r := l.at(0)
	switch {
	case r == 0 || isSpace(r) || strings.ContainsRune(")]}", r), r == '&' && l.at(1) == '&', r == '|' && l.at(1) == '|':
		return nil
	case r == '~' || r == '^':
		return errorf(l.pos+1, "fuzzy and boosted search (%q) is not part of the language", string(r))
	case r == ':':
		return errorf(l.pos+1, "colon after a closing %s", after).suggest("write field names without quotes")
	}
	return errorf(l.pos+1, "%q right after a closing %s", string(r), after).suggest("put a space between them")
}

// wordEnds reports whether an unquoted word ends before the current character.
func (l *lexer) wordEnds() bool {
	r := l.at(0)
	return r == 0 || isSpace(r) || isDoubleQuote(r) || strings.ContainsRune("()[]{}", r) ||
		r == '&' && l.at(1) == '&' || r == '|' && l.at(1) == '|'
}

// word reads a word, or in modeTerm the name of a field with its colon.
func (l *lexer) word(t token, m mode) (token, *Error) {
	begin, colon := l.pos, -1
	for !l.wordEnds() {
		switch r := l.at(0); {
		case r == '\\' && l.pos+1 == len(l.src):
			return t, errorf(l.pos+1, "nothing behind the backslash")
		case r == '\\':
			l.pos++
		case r == '\u2026':
			return t, errorf(l.pos+1, "ellipsis").suggest("write out the text that it stands for")
		case r == ':' && colon < 0:
			colon = l.pos
		}
		l.pos++
	}
	if l.pos == begin {
		return t, errorf(t.column, "unexpected %q", string(l.at(0)))
	}
	t.kind, t.text = kWord, string(l.src[begin:l.pos])
	if m == modeRange || m == modeValue {
		return t, nil
	}
	if op, ok := operators[strings.ToUpper(t.text)]; ok {
		t.kind = op
		return t, nil
	}
	if m == modeGroup || colon >= 0 && looksLikeAddress(t.text) {
		return t, nil
	}
	if colon < 0 {
		colon = l.colonAfterSpace()
	}
	switch {
	case colon == begin:
		return t, errorf(t.column, "no field before the colon").suggest("write field:value")
	case colon > 0:
		t.kind, t.text = kField, string(l.src[begin:min(colon, l.pos)])
		l.pos = colon + 1
	case strings.ContainsRune("<>=", l.src[begin]):
		return t, errorf(t.column, "no field before %q", t.text).suggest("write field:value or field:>10")
	}
	return t, nil
}

var operators = map[string]kind{"AND": kAnd, "OR": kOr, "NOT": kNot}

// colonAfterSpace returns where the colon of "field : value" stands, or -1.
func (l *lexer) colonAfterSpace() int {
	n := 0
	for isSpace(l.at(n)) {
		n++
	}
	if n > 0 && l.at(n) == ':' && l.at(n+1) != ':' {
		return l.pos + n
	}
	return -1
}
