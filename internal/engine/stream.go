package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Stream is the answer to a query, read from the wire as the engine makes it.
type Stream struct {
	conn  *Conn
	ctx   context.Context
	resp  *http.Response
	start time.Time
	tag   string

	buf  []byte // what was read and not handed out
	done error  // the end: io.EOF or why it failed
}

// holdBack is how much of the answer is kept until more arrives, so that an error
// at its end is never handed out as data.
const holdBack = maxException

func newStream(ctx context.Context, c *Conn, resp *http.Response, start time.Time) *Stream {
	return &Stream{conn: c, ctx: ctx, resp: resp, start: start, tag: resp.Header.Get(headerTag)}
}

// Read hands out the next bytes. At the end it returns io.EOF, or the engine's
// error when the statement failed on the way.
func (s *Stream) Read(p []byte) (int, error) {
	for {
		ready := len(s.buf)
		if s.done == nil {
			ready -= holdBack
		}
		if ready > 0 {
			n := copy(p, s.buf[:ready])
			s.buf = s.buf[n:]
			return n, nil
		}
		if s.done != nil {
			return 0, s.done
		}
		s.fill()
	}
}

func (s *Stream) fill() {
	const size = 256 << 10
	if cap(s.buf)-len(s.buf) < size/2 {
		next := make([]byte, len(s.buf), len(s.buf)+size)
		copy(next, s.buf)
		s.buf = next
	}
	n, err := s.resp.Body.Read(s.buf[len(s.buf):cap(s.buf)])
	s.buf = s.buf[:len(s.buf)+n]
	if err == nil {
		return
	}
	rest, failure := cutException(s.buf, s.tag, !errors.Is(err, io.EOF))
	switch {
	case failure != nil:
		s.buf, s.done = rest, fmt.Errorf("query: %w", s.conn.hide(failure))
	case errors.Is(err, io.EOF):
		s.done = io.EOF
	default:
		s.done = s.conn.broken(s.ctx, "query", err)
	}
}

// Summary tells what the statement did; it is complete once Read has met the end.
func (s *Stream) Summary() Summary { return readSummary(s.resp, time.Since(s.start)) }

// Close ends the query if it still runs.
func (s *Stream) Close() error { return s.resp.Body.Close() }

// drain reads an answer that should be empty, and closes it.
func (s *Stream) drain() (Summary, error) {
	defer s.Close()
	_, err := io.Copy(io.Discard, s)
	return s.Summary(), err
}
