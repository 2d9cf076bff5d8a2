package query

import (
	"strings"
	"unicode/utf8"
)

// MaxSQL is the longest statement in bytes.
const MaxSQL = 64 << 10

// tokenKind says what a token of SQL is.
type tokenKind uint8

const (
	tokenWord   tokenKind = iota // keyword or name
	tokenQuoted                  // name in double quotes or backticks
	tokenString                  // text in single quotes
	tokenNumber
	tokenSymbol // one character
)

// token is a piece of a statement. Comments are no tokens.
type token struct {
	kind  tokenKind
	text  string // as written, quotes included
	space bool   // white space or a comment stands in front of it
}

// is reports whether the token is a keyword or a symbol, in any case.
func (t token) is(word string) bool {
	return (t.kind == tokenWord || t.kind == tokenSymbol) && strings.EqualFold(t.text, word)
}

// name returns what a name token names.
func (t token) name() string {
	if t.kind == tokenQuoted {
		return t.text[1 : len(t.text)-1]
	}
	return t.text
}

// tokenize takes a statement apart. It knows less than the engine's own lexer on
// purpose: whatever the two could see differently is refused, so that what the
// guard looks at is what runs.
func tokenize(sql string) ([]token, error) {
	if len(sql) > MaxSQL {
		return nil, refuse("the statement is longer than %d bytes", MaxSQL)
	}
	if !utf8.ValidString(sql) {
		return nil, refuse("the statement is not UTF-8")
	}
	if strings.IndexByte(sql, 0) >= 0 {
		return nil, refuse("the statement has a zero byte in it")
	}
	var tokens []token
	space := false
	for i := 0; i < len(sql); {
		n, kind, err := lex(sql[i:])
		if err != nil {
			return nil, err
		}
		if kind == lexSpace {
			space = true
		} else {
			tokens = append(tokens, token{kind, sql[i : i+n], space})
			space = false
		}
		i += n
	}
	return tokens, nil
}

// lexSpace stands for white space and comments.
const lexSpace tokenKind = 255

// lex returns the length and kind of the token that s begins with.
func lex(s string) (int, tokenKind, error) {
	c := s[0]
	switch {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return 1, lexSpace, nil
	case strings.HasPrefix(s, "--"):
		return lineComment(s), lexSpace, nil
	case strings.HasPrefix(s, "/*"):
		end := strings.Index(s[2:], "*/")
		if end < 0 {
			return 0, 0, refuse("a comment does not end")
		}
		if strings.Contains(s[2:2+end], "/*") {
			return 0, 0, refuse("a comment stands inside a comment")
		}
		return end + 4, lexSpace, nil
	case c == '\'':
		return lexString(s)
	case c == '"' || c == '`':
		return lexQuoted(s)
	case isWordByte(c) && (c < '0' || c > '9'):
		n := wordLength(s)
		if n < len(s) && (s[n] == '\'' || s[n] == '"' || s[n] == '`') {
			return 0, 0, refuse("a quote follows a word without a blank: %s", s[:n+1])
		}
		return n, tokenWord, nil
	case c >= '0' && c <= '9':
		n := wordLength(s)
		if n < len(s) && (s[n] == '\'' || s[n] == '"' || s[n] == '`') {
			return 0, 0, refuse("a quote follows a number without a blank: %s", s[:n+1])
		}
		return n, tokenNumber, nil
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(s)
		err := refuse("%q stands outside of quotes", r)
		if strings.ContainsRune("‘’‚‛′“”„‟″«»", r) {
			err.Hint = "write straight quotes: '...'"
		}
		return 0, 0, err
	case strings.IndexByte("()[],.;*+-/%<>=!|:?&^", c) >= 0:
		return 1, tokenSymbol, nil
	case c == '{' || c == '}':
		return 1, tokenSymbol, nil
	}
	return 0, 0, refuse("character %q means nothing here", c)
}

func lineComment(s string) int {
	if end := strings.IndexByte(s, '\n'); end >= 0 {
		return end + 1
	}
	return len(s)
}

// lexString reads text in single quotes; a backslash takes the next character
// with it, and a doubled quote is one.
func lexString(s string) (int, tokenKind, error) {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\'':
			if i+1 == len(s) || s[i+1] != '\'' {
				return i + 1, tokenString, nil
			}
			i++
		}
	}
	return 0, 0, refuse("a text does not end: %.20s", s)
}

// lexQuoted reads a name in quotes. The engine shows names unescaped, so what
// could be read as something else there is refused.
func lexQuoted(s string) (int, tokenKind, error) {
	end := strings.IndexByte(s[1:], s[0])
	if end < 0 {
		return 0, 0, refuse("a quoted name does not end: %.20s", s)
	}
	name := s[1 : 1+end]
	switch {
	case name == "":
		return 0, 0, refuse("a quoted name is empty")
	case strings.ContainsAny(name, "\\\"`'") || strings.IndexFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\u0085' || r == '\u2028' || r == '\u2029' }) >= 0:
		return 0, 0, refuse("the quoted name %q has a quote, a backslash or a control character in it", name)
	case strings.Contains(name, "(alias ") || strings.Contains(name, "(children "):
		return 0, 0, refuse("the quoted name %q looks like something else", name)
	case end+2 < len(s) && s[end+2] == s[0]:
		return 0, 0, refuse("the quoted name %q has a doubled quote", name)
	}
	return end + 2, tokenQuoted, nil
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func wordLength(s string) int {
	for i := range len(s) {
		if !isWordByte(s[i]) {
			return i
		}
	}
	return len(s)
}

// join writes tokens as a statement, without comments.
func join(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.space {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}
