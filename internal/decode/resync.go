package decode

import (
	"bytes"

	"github.com/weir-flow/weir/internal/jsonscan"
)

// resync reports the broken object at begin, whose error is at position p, and
// moves to where the next may begin.
func (s *Objects) resync(reason string, p int) error {
	_, column := s.place(0)
	find := finder{indent: int(min(column-1, MaxLine)), budget: 4 * MaxLine, inList: s.list == inArray || s.list == inMember}
	reported := false
	for i := 0; ; {
		w := s.buf[s.begin:s.end]
		end, done := find.scan(w, i, s.err != nil && !s.waits())
		switch {
		case done:
			if n := len(bytes.TrimRight(w[:end], " \t\r\n,")); p > n {
				reason, p = jsonscan.Cut, n // it ended before the error showed
			}
			if !reported {
				s.bad(reason, p, end)
			}
			s.advance(end)
			return nil
		case find.lost || len(w) > MaxLine: // it is too long to be kept: read on without it
			if !reported {
				s.bad(reason, min(p, len(w)), len(w))
				reported = true
			}
			find.lost = true
			s.advance(end)
			end = 0
		}
		if i = end; s.more() {
			continue
		}
		if s.waits() {
			return s.err
		}
		// This was all, and the next scan comes to an end.
	}
}

// finder looks for the end of a broken object. It does not trust the braces
// only: one quote or brace too few must not take the neighbours along.
type finder struct {
	indent int  // of the object: lines that begin an object farther right are inside it
	inList bool // a "]" that matches nothing ends the list
	lost   bool // what was before is gone
	budget int  // bytes that may be read twice

	kinds uint64 // of the objects (bit set) and arrays around, innermost lowest
	depth int
	over  int // levels beyond 64
	quote byte
	began bool
}

// scan goes on at position i of w. It returns where the next thing begins, or,
// not done, where to go on with more data. last says that there is no more.
func (f *finder) scan(w []byte, i int, last bool) (end int, done bool) {
	for i < len(w) {
		c := w[i]
		if c == 0xe2 && i+3 > len(w) && !last {
			return i, false
		}
		switch {
		case c == '\n':
			f.quote = 0 // no text holds a line end
			next := begins(w, i+1)
			if next == len(w) && !last {
				return i, false
			}
			if next < len(w) && w[next] == '{' && next-i-1 <= f.indent && f.began {
				return next, true
			}
		case f.quote != 0:
			switch {
			case c == '\\':
				if i+1 == len(w) && !last {
					return i, false
				}
				if i+1 < len(w) && w[i+1] != '\n' {
					i++
				}
			case c == '"', c == 0xe2 && f.quote == 0xe2 && curlyAt(w, i):
				f.quote = 0
			case c == '}' && !f.lost:
				next, more := f.border(w, i, last)
				if more && !last {
					return i, false
				}
				if next > 0 {
					return next, true
				}
			}
		case c == '"', c == 0xe2 && curlyAt(w, i):
			f.quote = c
		case c == '{' || c == '[':
			f.open(c == '{')
		case c == '}' || c == ']':
			if c == ']' && f.inList && !f.inArray() {
				return i, true // of the list around
			}
			next := begins(w, i+1)
			if next == len(w) && !last {
				return i, false
			}
			if f.close(c == '}'); f.depth == 0 {
				return i + 1, true
			}
			// Inside an object a key follows the comma: an object there is the next.
			if c == '}' && f.kinds&1 != 0 && next < len(w) && w[next] == '{' {
				return next, true
			}
		}
		f.began = true
		i++
	}
	return len(w), last
}

// begins returns the position of the first byte that is neither blank, on the
// same line, nor a comma.
func begins(w []byte, i int) int {
	for i < len(w) && (w[i] == ' ' || w[i] == '\t' || w[i] == '\r' || w[i] == ',') {
		i++
	}
	return i
}

func curlyAt(w []byte, i int) bool {
	return i+2 < len(w) && w[i+1] == 0x80 && w[i+2]-0x9c < 4
}

// border looks at a "}" in what seems to be a text, because a quote is missing
// before it. If a whole object follows, it is the next one.
func (f *finder) border(w []byte, i int, last bool) (next int, more bool) {
	if next = begins(w, i+1); next >= len(w) {
		return 0, true
	}
	if w[next] != '{' || f.budget <= 0 {
		return 0, false
	}
	end, why := jsonscan.Value(w, next)
	if why == jsonscan.Cut && !last && len(w) <= MaxLine {
		return 0, true
	}
	f.budget -= end - next
	if why != "" {
		return 0, false
	}
	if end = begins(w, end); end < len(w) && bytes.IndexByte([]byte("{]\n"), w[end]) < 0 {
		return 0, false
	}
	return next, false
}

func (f *finder) open(object bool) {
	if f.depth == 64 {
		f.over++
		return
	}
	f.depth++
	f.kinds <<= 1
	if object {
		f.kinds |= 1
	}
}

// close ends the innermost object or array, and what lies in it unclosed.
func (f *finder) close(object bool) {
	if f.over > 0 {
		f.over--
		return
	}
	want := uint64(0)
	if object {
		want = 1
	}
	kinds, depth := f.kinds, f.depth
	for depth > 0 {
		kind := kinds & 1
		kinds >>= 1
		depth--
		if kind == want {
			f.kinds, f.depth = kinds, depth
			return
		}
	}
}

// inArray reports whether one of the levels around is an array.
func (f *finder) inArray() bool {
	return f.over > 0 || f.depth > 0 && ^f.kinds&(1<<f.depth-1) != 0
}
