package decode

import (
	"bytes"
	"errors"
	"io"

	"github.com/weir-flow/weir/internal/jsonscan"
)

// Reasons that belong to objects in JSON, besides those of jsonscan.
const (
	ReasonObjectTooLong = "JSON: object too long" // over the limit, MaxLine bytes for a record
	ReasonNotObject     = "JSON: not an object"   // something else between objects or in their list
	ReasonListOpen      = "JSON: list is not closed"
)

// Objects cuts a stream of JSON into its objects, however they are strung
// together: one a line, one after the other, in arrays, in an array that is a
// member of an object.
//
// What is no object goes to Bad, with the line and column where it stops being
// one, and reading goes on at the next object: behind the braces that match, or
// where a line begins with "{", or behind a text that swallowed the border of
// two objects for lack of a quote. The same bytes are always cut in the same
// way, so Skip may be any position given out before.
type Objects struct {
	r   io.Reader
	o   ObjectOptions
	err error // from r

	buf        []byte
	begin, end int   // what was read and not yet handed out
	offset     int64 // of buf[begin] in the stream
	fresh      bool  // buf was refilled since the last object

	counted   int   // in buf: lines are known up to here
	line      int64 // lines that end before it
	lineStart int64 // where in the stream its line begins

	list listState
}

type listState uint8

const (
	atTop      listState = iota
	inArray              // an array at the top
	inMember             // the list of an object
	behindList           // in that object, behind its list
)

// ObjectOptions say what is in a stream of objects.
type ObjectOptions struct {
	Skip    int64         // what begins before is passed over
	Growing bool          // more may be appended: leave what is not whole alone
	Bad     func(BadLine) // takes what is no object
	Max     int           // longest object in bytes; 0: MaxLine

	// List tells the names of members that hold the list of records when their
	// value is an array of objects. Record tells the names that only records
	// have: an object with one of them before the list is a record itself.
	// Both may be nil.
	List, Record func(name []byte) bool
	// Read reads the object at the beginning of data, as [jsonscan.Value] does,
	// which stands in for nil. It is called again with more data when the
	// object is cut off.
	Read func(data []byte) (n int, why string)
}

// Object is one object of a stream.
type Object struct {
	Data   []byte // valid until the next call of Next
	Offset int64  // in the stream
	Fresh  bool   // the first of a block: what was read before is done with
}

// NewObjects returns the objects of a stream. Close must be called.
func NewObjects(r io.Reader, o ObjectOptions) *Objects {
	if o.Read == nil {
		o.Read = func(data []byte) (int, string) { return jsonscan.Value(data, 0) }
	}
	if o.Max <= 0 {
		o.Max = MaxLine
	}
	never := func([]byte) bool { return false }
	if o.List == nil {
		o.List = never
	}
	if o.Record == nil {
		o.Record = never
	}
	return &Objects{r: r, o: o, buf: *blockPool.Get().(*[]byte), fresh: true}
}

// Close gives the memory back.
func (s *Objects) Close() {
	if buf := s.buf; len(buf) == blockSize {
		blockPool.Put(&buf)
	}
	s.buf = nil
}

// Offset returns where in the stream what was handed out so far ends.
func (s *Objects) Offset() int64 { return s.offset }

// Next returns the next object. It returns io.EOF at the end, or what the stream
// returned; an object that an error cut short is not handed out.
func (s *Objects) Next() (Object, error) {
	for {
		c, err := s.item()
		if err != nil {
			return Object{}, err
		}
		switch {
		case s.list == behindList:
			if err := s.behind(c); err != nil {
				return Object{}, err
			}
		case c == '{':
			if s.list == atTop && s.enter() {
				continue
			}
			n, done, err := s.object()
			if err != nil {
				return Object{}, err
			}
			if !done {
				continue
			}
			o := Object{Data: s.buf[s.begin : s.begin+n], Offset: s.offset, Fresh: s.fresh}
			s.advance(n)
			if o.Offset < s.o.Skip {
				continue
			}
			s.fresh = false
			return o, nil
		case c == '[' && s.list == atTop:
			s.list = inArray
			s.advance(1)
		case c == ']' && s.list != atTop:
			if s.list == inMember {
				s.list = behindList
			} else {
				s.list = atTop
			}
			s.advance(1)
		default:
			if err := s.other(c); err != nil {
				return Object{}, err
			}
		}
	}
}

// Reject hands the object that Next returned last to Bad.
func (s *Objects) Reject(o Object, reason string) {
	s.begin -= len(o.Data)
	s.offset -= int64(len(o.Data))
	s.bad(reason, 0, len(o.Data))
	s.advance(len(o.Data))
}

// item moves to the next byte that is neither blank nor separator and returns
// it.
func (s *Objects) item() (byte, error) {
	for {
		w := s.buf[s.begin:s.end]
		p := jsonscan.Space(w, 0)
		short := p+3 > len(w) // could be half a blank
		switch {
		case p < len(w) && (w[p] == ',' || w[p] == 0x1e): // RFC 7464 puts a 0x1e before each
			s.advance(p + 1)
		case p < len(w) && (!short || w[p] < 0x80):
			s.advance(p)
			return s.buf[s.begin], nil
		default:
			s.advance(p)
			if s.more() {
				continue
			}
			if s.begin < s.end {
				return s.buf[s.begin], nil
			}
			return 0, s.ended()
		}
	}
}

// ended returns what ended the stream, and reports a list that is still open.
func (s *Objects) ended() error {
	if errors.Is(s.err, io.EOF) && !s.o.Growing && s.list != atTop {
		s.list = atTop
		// The reason belongs to a byte that was there: what was read up to the
		// end and is resumed there must not report it again.
		if s.offset > s.o.Skip {
			line, column := s.place(0)
			s.o.Bad(BadLine{Line: line, Column: column, Offset: s.offset - 1, Reason: ReasonListOpen})
		}
	}
	return s.err
}

// object reads the object at begin. done is false when it was bad.
func (s *Objects) object() (n int, done bool, err error) {
	for {
		w := s.buf[s.begin:s.end]
		n, why := s.o.Read(w)
		switch {
		case n > s.o.Max || why == jsonscan.Cut && len(w) > s.o.Max:
			return 0, false, s.resync(ReasonObjectTooLong, 0)
		case why == "":
			return n, true, nil
		case why != jsonscan.Cut:
			return 0, false, s.resync(why, n)
		case s.more():
		case s.waits():
			return 0, false, s.err
		default:
			return 0, false, s.resync(why, n)
		}
	}
}

// enter looks whether the members of the object at begin lead to a list of
// records, and goes into it if so.
func (s *Objects) enter() bool {
	for p := 1; ; {
		w := s.buf[s.begin:s.end]
		end, entered, why := s.member(w, p)
		switch {
		case why == jsonscan.Cut && len(w) <= s.o.Max && s.more():
			continue
		case why != "" || end > s.o.Max:
			return false
		case entered:
			s.list = inMember
			s.advance(end)
			return true
		}
		p = end
	}
}

// member looks at one member of an object. end is where the next begins, or
// where the list does that was entered.
func (s *Objects) member(w []byte, p int) (end int, entered bool, why string) {
	p = jsonscan.Space(w, p)
	name, at, why := jsonscan.Member(w, p)
	if why != "" {
		return p, false, why
	}
	if s.o.Record(name) {
		return p, false, jsonscan.Unexpected
	}
	if at >= len(w) {
		return at, false, jsonscan.Cut
	}
	if w[at] == '[' && s.o.List(name) {
		switch first := jsonscan.Space(w, at+1); {
		case first >= len(w):
			return at, false, jsonscan.Cut
		case w[first] == '{' || w[first] == ']':
			return at + 1, true, ""
		}
	}
	if end, why = jsonscan.Value(w, at); why != "" {
		return at, false, why
	}
	if end = jsonscan.Space(w, end); end >= len(w) {
		return end, false, jsonscan.Cut
	}
	if w[end] != ',' {
		return end, false, jsonscan.Unexpected
	}
	return end + 1, false, ""
}

// behind passes over a member that an object has behind its list of records, or
// goes into one more list.
func (s *Objects) behind(c byte) error {
	for c == '"' || c == 0xe2 {
		w := s.buf[s.begin:s.end]
		end, entered, why := s.member(w, 0)
		if why == jsonscan.Cut && len(w) <= s.o.Max && s.more() {
			continue
		}
		if entered {
			s.list = inMember
		} else if why != "" { // the last one, or broken
			_, end, why = jsonscan.Member(w, 0)
			if why == "" {
				end, why = jsonscan.Value(w, end)
			}
		}
		if why == "" {
			s.advance(end)
			return nil
		}
		if why == jsonscan.Cut && s.waits() {
			return s.err
		}
		break
	}
	s.list = atTop
	if c == '}' {
		s.advance(1)
	}
	return nil
}

// waits reports whether what is cut off at the end of what was read is to be left
// alone: it may go on, or an error of the stream cut it.
func (s *Objects) waits() bool { return s.err != nil && (s.o.Growing || !errors.Is(s.err, io.EOF)) }

// other passes over what is no object.
func (s *Objects) other(c byte) error {
	if c == '[' { // in a list
		return s.resync(ReasonNotObject, 0)
	}
	for {
		w := s.buf[s.begin:s.end]
		n, why := 0, jsonscan.Unexpected
		if c == '"' || c == '-' || c-'0' < 10 || c == 0xe2 {
			n, why = jsonscan.Value(w, 0)
		}
		if why == jsonscan.Unexpected || why == jsonscan.Control || why == jsonscan.Escape {
			stop := "\n{"
			if s.list != atTop {
				stop = "\n{]"
			}
			if n = bytes.IndexAny(w[1:], stop) + 1; n == 0 {
				n = len(w)
			}
		}
		switch {
		case n < len(w) && why != jsonscan.Cut || len(w) > MaxLine:
		case s.more():
			continue
		case s.waits():
			return s.err
		default:
			n = len(w)
		}
		n = min(max(n, 1), MaxLine)
		s.bad(ReasonNotObject, 0, n)
		s.advance(n)
		return nil
	}
}

// bad reports the next n bytes, in which the error is at position p.
func (s *Objects) bad(reason string, p, n int) {
	if s.offset < s.o.Skip {
		return
	}
	line, column := s.place(p)
	text := bytes.TrimRight(s.buf[s.begin:s.begin+min(n, MaxBadText)], "\r\n")
	s.o.Bad(BadLine{Line: line, Column: column, Offset: s.offset, Reason: reason, Text: text})
}

// place returns line and column of the position p behind begin.
func (s *Objects) place(p int) (line, column int64) {
	s.count()
	line, start := s.line, s.lineStart
	piece := s.buf[s.begin : s.begin+p]
	if n := bytes.Count(piece, []byte{'\n'}); n > 0 {
		line += int64(n)
		start = s.offset + int64(bytes.LastIndexByte(piece, '\n')) + 1
	}
	return line + 1, s.offset + int64(p) - start + 1
}

// count counts the lines up to begin.
func (s *Objects) count() {
	if s.counted >= s.begin {
		return
	}
	piece := s.buf[s.counted:s.begin]
	if n := bytes.Count(piece, []byte{'\n'}); n > 0 {
		s.line += int64(n)
		s.lineStart = s.offset - int64(len(piece)-1-bytes.LastIndexByte(piece, '\n'))
	}
	s.counted = s.begin
}

func (s *Objects) advance(n int) {
	s.begin += n
	s.offset += int64(n)
}

// more reads on behind what is there. It reports whether there was more.
func (s *Objects) more() bool {
	if s.err != nil {
		return false
	}
	s.count()
	s.fresh = true
	buf := s.buf
	switch size := s.end - s.begin; {
	case size == len(buf):
		buf = make([]byte, 2*len(buf))
	case len(buf) > blockSize && size < blockSize/2:
		buf = *blockPool.Get().(*[]byte)
	}
	s.end = copy(buf, s.buf[s.begin:s.end])
	s.begin, s.counted = 0, 0
	if len(buf) != len(s.buf) {
		s.Close()
		s.buf = buf
	}
	before := s.end
	for idle := 0; s.end < len(s.buf) && s.err == nil; {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		s.err = err
		if idle++; n > 0 {
			idle = 0
		}
		if idle > maxIdle {
			s.err = io.ErrNoProgress
		}
	}
	return s.end > before
}
