package filter

import (
	"regexp"
	resyntax "regexp/syntax"
	"strings"
	"unicode/utf8"
)

// stringTest is a condition on text: texts, foldTexts, textRange or a textTest.
type stringTest interface {
	matchString(string) bool
}

// textTest is a condition on how text is written: *pattern or *regex.
type textTest interface {
	stringTest
	matchBytes([]byte) bool
	prefix() string // literal text that everything it matches begins with
	value() value   // as it is written
}

// The elements of a pattern that are not a byte.
const (
	anyChar = 256 + iota // ?: one character
	anyText              // *: any text, also none
)

// pattern is text with wildcards. It matches the whole text.
type pattern struct {
	elems []uint16 // bytes, anyChar and anyText
	fold  bool     // ASCII case does not matter; elems are in lower case
}

// newPattern reads a word with its escapes. Wildcards are found only there.
func newPattern(word string, fold bool) *pattern {
	p := &pattern{fold: fold}
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c == '\\' && i+1 < len(word):
			i++
			p.literal(word[i : i+1])
		case c == '*':
			if n := len(p.elems); n == 0 || p.elems[n-1] != anyText {
				p.elems = append(p.elems, anyText)
			}
		case c == '?':
			p.elems = append(p.elems, anyChar)
		default:
			p.literal(word[i : i+1])
		}
	}
	return p
}

// containing matches text that contains the phrase in any ASCII case.
func containing(phrase string) *pattern {
	p := &pattern{fold: true, elems: []uint16{anyText}}
	p.literal(phrase)
	p.elems = append(p.elems, anyText)
	return p
}

func (p *pattern) literal(text string) {
	for i := range len(text) {
		c := text[i]
		if p.fold {
			c = lower(c)
		}
		p.elems = append(p.elems, uint16(c))
	}
}

// hasWildcard reports whether a word has a * or ? that is not escaped.
func hasWildcard(word string) bool {
	for i := 0; i < len(word); i++ {
		switch word[i] {
		case '\\':
			i++
		case '*', '?':
			return true
		}
	}
	return false
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (p *pattern) matchString(s string) bool { return glob(p.elems, p.fold, s) }
func (p *pattern) matchBytes(s []byte) bool  { return glob(p.elems, p.fold, s) }

// glob matches greedily and comes back to the last * when it is stuck.
func glob[T string | []byte](elems []uint16, fold bool, s T) bool {
	e, i := 0, 0
	star, from := -1, 0 // the last *, and how far into the text it reaches
	for i < len(s) {
		if e < len(elems) {
			switch el := elems[e]; {
			case el == anyText:
				star, from = e, i
				e++
				continue
			case el == anyChar:
				for i++; i < len(s) && !utf8.RuneStart(s[i]); i++ {
				}
				e++
				continue
			case el == uint16(s[i]) || fold && el == uint16(lower(s[i])):
				e++
				i++
				continue
			}
		}
		if star < 0 {
			return false
		}
		from++
		e, i = star+1, from
	}
	for e < len(elems) && elems[e] == anyText {
		e++
	}
	return e == len(elems)
}

func (p *pattern) prefix() string {
	var b []byte
	for _, e := range p.elems {
		if e >= anyChar || p.fold {
			break
		}
		b = append(b, byte(e))
	}
	return string(b)
}

// prefixOnly reports whether the pattern is its prefix and a *.
func (p *pattern) prefixOnly() bool {
	return len(p.prefix()) == len(p.elems)-1 && p.elems[len(p.elems)-1] == anyText
}

// like returns the pattern for SQL's LIKE.
func (p *pattern) like() string {
	var b []byte
	for _, e := range p.elems {
		switch e {
		case anyText:
			b = append(b, '%')
		case anyChar:
			b = append(b, '_')
		case '%', '_', '\\':
			b = append(b, '\\', byte(e))
		default:
			b = append(b, byte(e))
		}
	}
	return string(b)
}

func (p *pattern) value() value { return value{form: formWord, text: p.word("-/:")} }

// word writes the pattern as a word in which the characters of inner need no
// escape past the first place.
func (p *pattern) word(inner string) string {
	var b, literal strings.Builder
	flush := func() {
		b.WriteString(escape(literal.String(), inner, b.Len() == 0))
		literal.Reset()
	}
	for _, e := range p.elems {
		switch e {
		case anyText:
			flush()
			b.WriteByte('*')
		case anyChar:
			flush()
			b.WriteByte('?')
		default:
			literal.WriteByte(byte(e))
		}
	}
	flush()
	return b.String()
}

// plain writes a pattern of addresses, in which nothing needs an escape.
func (p *pattern) plain() string {
	b := make([]byte, len(p.elems))
	for i, e := range p.elems {
		switch e {
		case anyText:
			b[i] = '*'
		case anyChar:
			b[i] = '?'
		default:
			b[i] = byte(e)
		}
	}
	return string(b)
}

// escape writes text as part of a word, so that nothing in it means anything.
func escape(text, inner string, first bool) string {
	var b strings.Builder
	for i, r := range text {
		plain := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '.' ||
			r > utf8.RuneSelf && !isSpace(r) && !isDash(r) && !isDoubleQuote(r) && !isSingleQuote(r) && r != '\u2026' ||
			strings.ContainsRune(inner, r) && !(first && i == 0)
		if !plain {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// regex matches the whole text, as in Lucene. The dot matches every character.
type regex struct {
	source string
	re     *regexp.Regexp // anchored
	start  string
}

// Limits that keep a regex cheap in Go and compilable in the engine, whose RE2
// has 8 MB for a program.
const (
	maxRegex        = 2000   // bytes
	maxRegexProgram = 20_000 // instructions and character ranges
)

// newRegex compiles a regex of the syntax that Go and RE2 share. The reason is
// for people.
func newRegex(source string) (re *regex, reason string) {
	if len(source) > maxRegex {
		return nil, "it is longer than 2,000 bytes"
	}
	tree, err := resyntax.Parse(source, resyntax.Perl|resyntax.DotNL)
	if err != nil {
		return nil, regexReason(err)
	}
	if flag := foreignFlag(source); flag != "" {
		return nil, "of the flags i, m and s are part of the language, not " + flag
	}
	program, err := resyntax.Compile(tree.Simplify())
	if err != nil {
		return nil, regexReason(err)
	}
	size := len(program.Inst)
	for _, inst := range program.Inst {
		size += len(inst.Rune)
	}
	if size > maxRegexProgram {
		return nil, "it is too large; repeat less"
	}
	compiled, err := regexp.Compile("^(?s:" + source + ")$")
	if err != nil {
		return nil, regexReason(err)
	}
	r := &regex{source: source, re: compiled}
	if plain, err := regexp.Compile(strings.TrimPrefix(source, "^")); err == nil {
		r.start, _ = plain.LiteralPrefix()
	}
	return r, ""
}

func regexReason(err error) string {
	text := err.Error()
	if e, ok := err.(*resyntax.Error); ok { //nolint:errorlint // regexp/syntax returns it bare
		text = e.Code.String()
		if e.Expr != "" {
			text += ": " + e.Expr
		}
	}
	return text
}

// foreignFlag finds a group such as (?U:...) whose flags the language does not have.
func foreignFlag(source string) string {
	for i := 0; i+1 < len(source); i++ {
		switch {
		case source[i] == '\\':
			i++
		case source[i] == '(' && source[i+1] == '?':
			end := strings.IndexAny(source[i:], ":)><=!")
			if end < 0 {
				continue
			}
			if text := source[i : i+end]; text != "(?P" && strings.Trim(text[2:], "ims-") != "" {
				return text
			}
		}
	}
	return ""
}

func (r *regex) matchString(s string) bool { return r.re.MatchString(s) }
func (r *regex) matchBytes(s []byte) bool  { return r.re.Match(s) }
func (r *regex) prefix() string            { return r.start }
func (r *regex) value() value              { return value{form: formRegex, text: r.source} }
