// Package jsonscan reads JSON text in place (RFC 8259): where a value ends and
// why it is none, and the members of an object as flat leaves whose keys are
// looked up once. Nothing is built for a value, and values keep their bytes.
//
// It takes two things JSON does not: typographic quotes around texts, and
// no-break spaces and byte order marks between values. People paste from
// documents.
package jsonscan

import "unicode/utf8"

// Kind is what a value is.
type Kind uint8

// The kinds of values.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Why text is not JSON: the fixed texts that [Value] and [Flat.Read] give.
const (
	Cut        = "JSON: cut off" // what is there is good, but the text ends too early
	Unexpected = "JSON: unexpected character"
	Control    = "JSON: line end or control character in a text"
	Escape     = "JSON: unknown escape"
	TooDeep    = "JSON: nested too deeply" // over MaxDepth
)

// MaxDepth is how many objects and arrays may lie in each other.
const MaxDepth = 64

// Value returns where the value ends that begins at data[at], blanks before it
// passed over. If why is not empty, no value was found, and end is the position
// where the text stops being one. Numbers at the very end of data may go on.
func Value(data []byte, at int) (end int, why string) { return value(data, at, MaxDepth) }

// value is Value with another limit of depth.
func value(data []byte, at, limit int) (end int, why string) {
	depth, kinds := 0, uint64(0) // kinds: a bit for each level, set for objects
	p := Space(data, at)
next:
	for {
		if p >= len(data) {
			return p, Cut
		}
		switch c := data[p]; c {
		case '{', '[':
			if depth == limit {
				return p, TooDeep
			}
			depth++
			kinds = kinds<<1 | uint64(c>>5&1) // '{' is 0x7b, '[' 0x5b
			if p = Space(data, p+1); p >= len(data) {
				return p, Cut
			}
			if data[p] == c+2 { // empty
				p++
				depth--
				kinds >>= 1
				break
			}
			if c == '{' {
				if _, p, why = key(data, p); why != "" {
					return p, why
				}
			}
			continue
		default:
			if _, _, p, why = scalar(data, p); why != "" {
				return p, why
			}
		}
		for depth > 0 {
			object := kinds&1 != 0
			if p = Space(data, p); p >= len(data) {
				return p, Cut
			}
			switch c := data[p]; {
			case c == ',':
				p = Space(data, p+1)
				if object {
					if _, p, why = key(data, p); why != "" {
						return p, why
					}
				}
				continue next
			case c == '}' && object, c == ']' && !object:
				p++
				depth--
				kinds >>= 1
			default:
				return p, unexpected(data, p)
			}
		}
		return p, ""
	}
}

// Space returns the position of the first byte from at on that is no blank.
func Space(data []byte, at int) int {
	for at < len(data) {
		switch c := data[at]; {
		case c == ' ' || c == '\n' || c == '\r' || c == '\t':
			at++
		case c == 0xc2 && at+1 < len(data) && data[at+1] == 0xa0: // no-break space
			at += 2
		case c == 0xef && at+2 < len(data) && data[at+1] == 0xbb && data[at+2] == 0xbf: // byte order mark
			at += 3
		default:
			return at
		}
	}
	return at
}

// Member reads the key of a member that begins at data[at], at its quote, and
// returns the text between the quotes and where the member's value begins.
func Member(data []byte, at int) (name []byte, value int, why string) {
	t, value, why := key(data, at)
	if why != "" {
		return nil, value, why
	}
	return data[t.from:t.to], value, why
}

// text is where a text stands between its quotes.
type text struct {
	from, to int
	escaped  bool
}

// key reads `"name" :` and the blanks after it.
func key(data []byte, p int) (t text, end int, why string) {
	t, p, why = quoted(data, p)
	if why != "" {
		return t, p, why
	}
	if p < len(data) && data[p] != ':' {
		p = Space(data, p)
	}
	if p >= len(data) {
		return t, p, Cut
	}
	if data[p] != ':' {
		return t, p, unexpected(data, p)
	}
	if p++; p < len(data) && data[p] <= ' ' || p < len(data) && data[p] >= 0x80 {
		p = Space(data, p)
	}
	return t, p, ""
}

// curly returns the length of a typographic double quote at p: 3, or 0 when
// there is none.
func curly(data []byte, p int) int {
	if p+2 < len(data) && data[p] == 0xe2 && data[p+1] == 0x80 && data[p+2]-0x9c < 4 {
		return 3
	}
	return 0
}

// plain marks the bytes that a text may hold without a second look.
var plain [256]bool

func init() {
	for c := range plain {
		plain[c] = c >= ' ' && c != '"' && c != '\\'
	}
}

// quoted reads a text at its opening quote.
func quoted(data []byte, p int) (t text, end int, why string) {
	if p >= len(data) {
		return t, p, Cut
	}
	pasted := false
	switch n := curly(data, p); {
	case data[p] == '"':
		p++
	case n > 0:
		p += n
		pasted = true
	default:
		return t, p, unexpected(data, p)
	}
	t.from = p
	for {
		if pasted {
			for p < len(data) && plain[data[p]] && curly(data, p) == 0 {
				p++
			}
		} else {
			for p < len(data) && plain[data[p]] {
				p++
			}
		}
		if p >= len(data) {
			return t, p, Cut
		}
		switch c := data[p]; {
		case c == '"':
			t.to = p
			return t, p + 1, ""
		case c == '\\':
			t.escaped = true
			n, why := escape(data, p)
			if why != "" {
				return t, p, why
			}
			p += n
		case c < ' ':
			return t, p, Control
		default:
			t.to = p
			return t, p + curly(data, p), ""
		}
	}
}

// escape returns the length of the escape at a backslash.
func escape(data []byte, p int) (n int, why string) {
	if p+1 >= len(data) {
		return 0, Cut
	}
	switch data[p+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2, ""
	case 'u':
		for i := p + 2; i < p+6; i++ {
			if i >= len(data) {
				return 0, Cut
			}
			if _, ok := hex(data[i]); !ok {
				return 0, Escape
			}
		}
		return 6, ""
	}
	return 0, Escape
}

func hex(c byte) (v rune, ok bool) {
	switch {
	case c-'0' < 10:
		return rune(c - '0'), true
	case c|0x20-'a' < 6:
		return rune(c|0x20-'a') + 10, true
	}
	return 0, false
}

// scalar reads a value that is neither object nor array.
func scalar(data []byte, p int) (k Kind, t text, end int, why string) {
	switch c := data[p]; {
	case c == '"' || c == 0xe2:
		t, end, why = quoted(data, p)
		return String, t, end, why
	case c-'0' < 10 || c == '-':
		end, why = number(data, p)
		return Number, text{from: p, to: end}, end, why
	case c == 't':
		end, why = word(data, p, "true")
		return Bool, text{from: p, to: end}, end, why
	case c == 'f':
		end, why = word(data, p, "false")
		return Bool, text{from: p, to: end}, end, why
	case c == 'n':
		end, why = word(data, p, "null")
		return Null, text{from: p, to: end}, end, why
	}
	return Null, t, p, unexpected(data, p)
}

// unexpected is the reason for a byte that cannot stand where it does, unless it
// is the beginning of something longer.
func unexpected(data []byte, p int) string {
	for _, whole := range []string{"\u00a0", "\ufeff", "\u201c"} {
		if rest := data[p:]; len(rest) < len(whole) && whole[:len(rest)] == string(rest) {
			return Cut
		}
	}
	return Unexpected
}

func word(data []byte, p int, w string) (end int, why string) {
	for i := range len(w) {
		if p+i >= len(data) {
			return p + i, Cut
		}
		if data[p+i] != w[i] {
			return p, Unexpected
		}
	}
	return p + len(w), ""
}

func digits(data []byte, p int) int {
	for p < len(data) && data[p]-'0' < 10 {
		p++
	}
	return p
}

func number(data []byte, p int) (end int, why string) {
	if data[p] == '-' {
		p++
	}
	lead := p
	need := func(from int) (int, string) {
		switch p = digits(data, from); {
		case p > from:
			return p, ""
		case p >= len(data):
			return p, Cut
		default:
			return p, Unexpected
		}
	}
	if end, why = need(p); why != "" {
		return end, why
	}
	if data[lead] == '0' && p > lead+1 {
		return lead + 1, Unexpected
	}
	if p < len(data) && data[p] == '.' {
		if end, why = need(p + 1); why != "" {
			return end, why
		}
	}
	if p < len(data) && data[p]|0x20 == 'e' {
		p++
		if p < len(data) && (data[p] == '+' || data[p] == '-') {
			p++
		}
		if end, why = need(p); why != "" {
			return end, why
		}
	}
	return p, ""
}

// AppendText appends what stands between the quotes of a text, its escapes
// resolved.
func AppendText(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		c := raw[i]
		if c != '\\' || i+1 >= len(raw) {
			dst = append(dst, c)
			i++
			continue
		}
		switch c := raw[i+1]; c {
		case 'b':
			dst = append(dst, '\b')
		case 'f':
			dst = append(dst, '\f')
		case 'n':
			dst = append(dst, '\n')
		case 'r':
			dst = append(dst, '\r')
		case 't':
			dst = append(dst, '\t')
		case 'u':
			r, n := unicodeEscape(raw[i:])
			dst = utf8.AppendRune(dst, r)
			i += n
			continue
		default:
			dst = append(dst, c)
		}
		i += 2
	}
	return dst
}

// unicodeEscape reads \uXXXX, or two of them that make one rune. Halves alone
// become U+FFFD.
func unicodeEscape(raw []byte) (r rune, n int) {
	unit := func(at int) (rune, bool) {
		if at+6 > len(raw) || raw[at] != '\\' || raw[at+1] != 'u' {
			return 0, false
		}
		v := rune(0)
		for _, c := range raw[at+2 : at+6] {
			d, ok := hex(c)
			if !ok {
				return 0, false
			}
			v = v<<4 | d
		}
		return v, true
	}
	r, ok := unit(0)
	if !ok {
		return utf8.RuneError, 2
	}
	if r>>10 != 0xd800>>10 {
		return r, 6 // a second half alone is no rune: AppendRune makes it U+FFFD
	}
	if low, ok := unit(6); ok && low>>10 == 0xdc00>>10 {
		return (r-0xd800)<<10 | (low - 0xdc00) + 0x10000, 12
	}
	return utf8.RuneError, 6
}
