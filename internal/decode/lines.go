package decode

import (
	"bytes"
	"errors"
	"io"
	"sync"
)

// Lines cuts a stream into blocks of whole lines. It keeps count of where the
// lines are, passes over what was taken before, and drops lines that are too
// long, so a decoder only sees what it can use.
type Lines struct {
	r       io.Reader
	pad     int
	growing bool
	bad     func(BadLine)

	buf        []byte
	begin, end int   // what was read and not yet handed out
	offset     int64 // of buf[begin] in the stream
	line       int64 // lines before buf[begin]
	err        error // from r, handed out after the last lines
}

// Block is a run of whole lines, each ended by "\n", also the last of a file
// that has none. Data is valid until the next call of Next.
type Block struct {
	Data   []byte // followed by the pad bytes that NewLines was asked for
	Size   int    // of the lines, without the pad
	Offset int64  // of the first line in the stream
	Line   int64  // number of the first line; the first of all is 1
	Count  int    // lines
}

// blockSize is how much is read at a time: big enough that work per block does
// not show, small enough to stay in the cache.
const blockSize = 256 << 10

var blockPool = sync.Pool{New: func() any { b := make([]byte, blockSize); return &b }}

// NewLines returns the lines of a stream. pad is how many bytes beyond a block
// may be read; growing leaves a last line without line end alone; lines over
// [MaxLine] go to bad. Close must be called.
func NewLines(r io.Reader, pad int, growing bool, bad func(BadLine)) *Lines {
	return &Lines{r: r, pad: pad, growing: growing, bad: bad, buf: *blockPool.Get().(*[]byte)}
}

// Close gives the memory back.
func (l *Lines) Close() {
	if buf := l.buf; len(buf) == blockSize {
		blockPool.Put(&buf)
	}
	l.buf = nil
}

// Offset returns where in the stream what was handed out so far ends.
func (l *Lines) Offset() int64 { return l.offset }

// Next returns the next block. It returns io.EOF at the end, or what the
// stream returned; a last line that an error cut short is not handed out.
func (l *Lines) Next() (Block, error) {
	for {
		if l.err == nil {
			l.fill()
		}
		size := bytes.LastIndexByte(l.buf[l.begin:l.end], '\n') + 1
		if len(l.buf) > blockSize {
			size = l.usable(size)
		}
		switch {
		case size > 0:
			return l.block(size, size), nil
		case size < 0:
			if err := l.tooLong(); err != nil {
				return Block{}, err
			}
		case errors.Is(l.err, io.EOF) && l.end > l.begin && !l.growing:
			l.buf[l.end] = '\n' // fill left room for it
			size = l.end - l.begin
			if size > MaxLine {
				return Block{}, l.tooLong()
			}
			l.end++
			return l.block(size+1, size), nil
		case l.err != nil:
			return Block{}, l.err
		case l.end-l.begin > MaxLine:
			if err := l.tooLong(); err != nil {
				return Block{}, err
			}
		}
	}
}

// usable returns how much of size bytes of lines comes before a line that is
// too long, or -1 when the first is.
func (l *Lines) usable(size int) int {
	for at := 0; at < size; {
		n := bytes.IndexByte(l.buf[l.begin+at:], '\n')
		if n > MaxLine {
			if at == 0 {
				return -1
			}
			return at
		}
		at += n + 1
	}
	return size
}

// block hands out size bytes from begin on, of which taken are the stream's.
func (l *Lines) block(size, taken int) Block {
	b := Block{
		Data: l.buf[l.begin : l.begin+size+l.pad], Size: size, Offset: l.offset, Line: l.line + 1,
		Count: bytes.Count(l.buf[l.begin:l.begin+size], []byte{'\n'}),
	}
	l.begin += size
	l.offset += int64(taken)
	l.line += int64(b.Count)
	return b
}

// fill moves what is left to the front and reads until the buffer is full. The
// buffer grows when it is full of one line.
func (l *Lines) fill() {
	if l.begin > 0 {
		l.end = copy(l.buf, l.buf[l.begin:l.end])
		l.begin = 0
	}
	if len(l.buf) > blockSize && l.end < blockSize/2 {
		small := *blockPool.Get().(*[]byte)
		copy(small, l.buf[:l.end])
		l.buf = small
	}
	room := len(l.buf) - l.pad - 1
	if l.end == room {
		bigger := make([]byte, 2*len(l.buf))
		copy(bigger, l.buf[:l.end])
		l.Close()
		l.buf, room = bigger, len(bigger)-l.pad-1
	}
	for idle := 0; l.end < room && l.err == nil; {
		n, err := l.r.Read(l.buf[l.end:room])
		l.end += n
		l.err = err
		if idle++; n > 0 {
			idle = 0
		}
		if idle > maxIdle {
			l.err = io.ErrNoProgress
		}
	}
}

// tooLong reports the line at begin as bad and passes over it.
func (l *Lines) tooLong() error {
	l.bad(BadLine{Line: l.line + 1, Offset: l.offset, Reason: ReasonLineTooLong, Text: l.buf[l.begin : l.begin+MaxBadText]})
	for {
		if i := bytes.IndexByte(l.buf[l.begin:l.end], '\n'); i >= 0 {
			l.begin += i + 1
			l.offset += int64(i + 1)
			l.line++
			return nil
		}
		l.offset += int64(l.end - l.begin)
		l.begin, l.end = 0, 0
		if l.err != nil {
			l.line++
			return l.err
		}
		l.fill()
	}
}
