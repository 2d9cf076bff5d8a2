package cloudwatch

import (
	"bytes"
	"io"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/decode"
)

// Export is the envelope of log groups exported to S3: each line is a time, a blank
// and the message. Lines without a time are handed on as they are, for the decoder to
// find that they are no records.
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

// Sniff recognises the time that begins the first line.
func (Export) Sniff(head []byte) bool {
	_, ok := exportTime(head)
	return ok && len(head) > timeLen
}

func exportTime(line []byte) (time.Time, bool) {
	if len(line) < timeLen || line[4] != '-' || line[10] != 'T' || line[19] != '.' || line[23] != 'Z' || line[24] != ' ' {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-01-02T15:04:05.000Z", string(line[:timeLen-1]))
	return t, err == nil
}

// Unwrap implements [decode.Envelope].
func (Export) Unwrap(r io.Reader, o decode.Options, out decode.Payloads) error {
	s := &stripper{}
	s.lines = decode.NewLines(r, 0, o.Growing, func(b decode.BadLine) { s.long = append(append(s.long, b.Text...), '\n') })
	defer s.lines.Close()
	s.fill()
	if !s.first.IsZero() {
		o.ObjectTime = s.first
	}
	o.Growing = false // whole lines only
	return out.Payload(s, o)
}

// stripper reads lines without their times.
type stripper struct {
	lines *decode.Lines
	first time.Time
	text  []byte // to be read
	buf   []byte
	long  []byte // beginnings of lines that are too long: handed on to be found bad
	err   error
}

func (s *stripper) Read(b []byte) (int, error) {
	for len(s.text) == 0 {
		if s.err != nil {
			return 0, s.err
		}
		s.fill()
	}
	n := copy(b, s.text)
	s.text = s.text[n:]
	return n, nil
}

// fill strips one block of lines.
func (s *stripper) fill() {
	block, err := s.lines.Next()
	s.buf = append(s.buf[:0], s.long...)
	s.text, s.long = s.buf, s.long[:0]
	if err != nil {
		s.err = err
		return
	}
	for data := block.Data[:block.Size]; len(data) > 0; {
		n := bytes.IndexByte(data, '\n') + 1
		if n == 0 {
			n = len(data)
		}
		line := data[:n]
		data = data[n:]
		if at, ok := exportTime(line); ok {
			if s.first.IsZero() {
				s.first = at
			}
			line = line[timeLen:]
		}
		s.buf = append(s.buf, line...)
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
