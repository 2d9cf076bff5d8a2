package cloudwatch

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/decode"
)

// Export is the envelope of log groups exported to S3: each line is a time, a blank
// and the message. Lines without a time are handed on as they are: the decoder finds
// that they are no records, or that they are, as of a file that was put behind.
type Export struct{}

var (
	_ decode.Envelope = Export{}
	_ decode.Choosy   = Export{}
)

// Name returns "cloudwatch export".
func (Export) Name() string { return "cloudwatch export" }

// Wants leaves text alone that the user has said how to read, times and all.
func (Export) Wants(o decode.Options) bool { return !strings.HasPrefix(o.Format, "regex") }

// timeLen is the length of the time that begins a line, with the blank behind it.
const timeLen = len("2026-11-21T05:00:00.123Z ")

// Sniff recognises the time that begins one of the first lines: the first may be what
// is left of a message that was cut.
func (Export) Sniff(head []byte) bool {
	n := 0
	for line := range bytes.Lines(head) {
		if isTimed(line) {
			_, ok := exportTime(line)
			return ok
		}
		if n++; n == sniffLines {
			break
		}
	}
	return false
}

const sniffLines = 10

// isTimed reports whether a line begins as one of an export does. It is asked for
// every line.
func isTimed(line []byte) bool {
	const form = "0000-00-00T00:00:00.000Z "
	if len(line) <= len(form) {
		return false
	}
	for i := range len(form) {
		if c := line[i]; form[i] == '0' && (c < '0' || c > '9') || form[i] != '0' && c != form[i] {
			return false
		}
	}
	return true
}

func exportTime(line []byte) (time.Time, bool) {
	t, err := time.Parse("2006-01-02T15:04:05.000Z", string(line[:timeLen-1]))
	return t, err == nil
}

// Unwrap implements [decode.Envelope].
func (Export) Unwrap(r io.Reader, o decode.Options, out decode.Payloads) error {
	s := &stripper{}
	s.lines = decode.NewLines(r, 0, o.Growing, func(b decode.BadLine) { s.long = append(s.long, bytes.Clone(b.Text)) })
	defer s.lines.Close()
	_, s.split = needs(o)
	o.Growing = false // whole lines only
	for {
		s.begin()
		if !s.first.IsZero() {
			o.ObjectTime = s.first
		}
		if err := out.Payload(s, o); err != nil {
			return err
		}
		if s.err != nil { // the payload was told, unless it was empty
			if errors.Is(s.err, io.EOF) {
				return nil
			}
			return s.err
		}
	}
}

// stripper reads lines without their times.
type stripper struct {
	lines *decode.Lines
	split bool      // a payload ends where the time changes
	at    []byte    // of the payload at hand, as it stands there
	first time.Time // its time
	text  []byte    // to be read
	buf   []byte
	rest  []byte   // of the block of lines
	long  [][]byte // beginnings of lines that are too long
	over  bool     // the payload is
	err   error
}

// begin begins the next payload, and reads on to know its time.
func (s *stripper) begin() {
	s.over, s.at, s.first = false, nil, time.Time{}
	s.fill()
}

func (s *stripper) Read(b []byte) (int, error) {
	for len(s.text) == 0 {
		switch {
		case s.err != nil:
			return 0, s.err
		case s.over:
			return 0, io.EOF
		}
		s.fill()
	}
	n := copy(b, s.text)
	s.text = s.text[n:]
	return n, nil
}

// fill strips one block of lines, or what of it is of the payload at hand.
func (s *stripper) fill() {
	s.buf = s.buf[:0]
	if len(s.rest) == 0 {
		block, err := s.lines.Next()
		for _, text := range s.long { // too long for the decoder, too, which says so
			if isTimed(text) {
				text = text[timeLen:]
			}
			s.buf = append(append(s.buf, text...), bytes.Repeat([]byte{'.'}, decode.MaxLine)...)
			s.buf = append(s.buf, '\n')
		}
		s.long = s.long[:0]
		s.rest, s.err = block.Data[:block.Size], err
	}
	for len(s.rest) > 0 {
		n := bytes.IndexByte(s.rest, '\n') + 1 // blocks hold whole lines
		line := s.rest[:n]
		if isTimed(line) {
			if s.at == nil || s.split && !bytes.Equal(s.at, line[:timeLen]) {
				if s.at != nil {
					s.over = true
					break
				}
				s.first, _ = exportTime(line)
				s.at = bytes.Clone(line[:timeLen])
			}
			line = line[timeLen:]
		}
		s.buf = append(s.buf, line...)
		s.rest = s.rest[n:]
	}
	s.text = s.buf
}

// WriteTest is the envelope of the file that CloudWatch Logs leaves beside an export
// to see whether it may write. There is nothing in it.
type WriteTest struct{}

var _ decode.Envelope = WriteTest{}

// Name returns "cloudwatch write test".
func (WriteTest) Name() string { return "cloudwatch write test" }

// Sniff recognises its only line.
func (WriteTest) Sniff(head []byte) bool {
	return bytes.EqualFold(bytes.TrimSpace(head), []byte("Permission Check Successful"))
}

// Unwrap implements [decode.Envelope].
func (WriteTest) Unwrap(r io.Reader, _ decode.Options, _ decode.Payloads) error {
	_, err := io.Copy(io.Discard, r)
	return err
}
