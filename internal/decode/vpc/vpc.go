// Package vpc reads AWS flow logs as text, of VPCs and of transit gateways: one record a line, values with
// blanks between them, "-" for what does not apply.
//
// Which column is what is told by a header line (files in S3 have one, also in
// the middle when files were concatenated), by the log format the user gives,
// or by the shape of the first lines when only one known order of columns fits
// them. It is never told by the version column: real records carry fields that
// are newer than the version they state.
//
// Fields and traps: AWS's page "Flow log records", and the vectors that the
// tests read.
package vpc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// Driver is the driver of VPC flow log text, named "vpc".
type Driver struct{}

var (
	_ decode.Driver   = Driver{}
	_ decode.Fallback = Driver{}
)

// Name returns "vpc".
func (Driver) Name() string { return "vpc" }

// Accepts reports whether the options name the columns.
func (Driver) Accepts(o decode.Options) bool { return o.LogFormat != "" }

// Sniff recognises a header line and the known orders of columns.
func (Driver) Sniff(head []byte) bool {
	l, err := layoutOf(head, "")
	var ambiguous *decode.AmbiguousFormatError
	return err == nil && !l.isTGW() || errors.As(err, &ambiguous)
}

// New returns a decoder. It returns a [decode.AmbiguousFormatError] when
// several orders of columns fit, and [decode.ErrUnknownFormat] when none does.
func (Driver) New(head []byte, o decode.Options) (decode.Decoder, error) {
	layout, err := layoutOf(head, o.LogFormat)
	if err != nil {
		return nil, err
	}
	d := &decoder{opts: o}
	if err := d.bind(layout); err != nil {
		return nil, err
	}
	return d, nil
}

// layout says what the columns are and how they are separated.
type layout struct {
	columns []string
	comma   bool
}

// decoder reads lines into batches.
type decoder struct {
	opts   decode.Options
	layout layout
	binder *record.Binder
	split  func(cells [][]byte, line []byte) [][]byte // nil: by blanks, the fast way
	fixed  bool                                       // headers change nothing

	cells [][]byte
	rows  int
}

func (d *decoder) bind(l layout) error {
	if d.fixed || d.binder != nil && d.layout.comma == l.comma && slices.Equal(d.layout.columns, l.columns) {
		return nil
	}
	b, err := newBinder(l.columns, d.opts)
	if err != nil {
		return err
	}
	d.layout, d.binder, d.split = l, b, nil
	if l.comma {
		d.split = splitCommas
	}
	return nil
}

func newBinder(columns []string, o decode.Options) (*record.Binder, error) {
	return record.NewBinder(columns, o.BindOptions())
}

// Decode implements [decode.Decoder].
func (d *decoder) Decode(ctx context.Context, r io.Reader, sink decode.Sink) error {
	lines := decode.NewLines(r, record.LinePad, d.opts.Growing, func(b decode.BadLine) {
		if b.Offset >= d.opts.Skip {
			sink.Bad(b)
		}
	})
	defer lines.Close()
	for {
		block, err := lines.Next()
		if err != nil {
			sink.Consumed(max(lines.Offset(), d.opts.Skip), d.rows)
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		at, err := d.passOver(&block)
		if err != nil {
			return err
		}
		if at == block.Size {
			continue
		}
		sink.Consumed(max(block.Offset+int64(at), d.opts.Skip), d.rows)
		batch, err := sink.Batch()
		if err != nil {
			return err
		}
		if err := d.block(block, at, batch, sink); err != nil {
			return err
		}
	}
}

// passOver returns where in a block reading begins: behind the lines to skip,
// of which only headers matter, and behind a byte order mark. It sets the
// block's line to the number of the line there.
func (d *decoder) passOver(block *decode.Block) (at int, err error) {
	if block.Offset == 0 && bytes.HasPrefix(block.Data, bom) {
		at = len(bom)
	}
	for at < block.Size && block.Offset+int64(at) < d.opts.Skip {
		n := bytes.IndexByte(block.Data[at:], '\n') + 1
		l, ok := header(block.Data[at : at+n])
		if ok {
			if err := d.bind(l); err != nil {
				return 0, err
			}
		} else if cut := d.opts.Skip - block.Offset - int64(at); cut < int64(n) && d.wasBad(block.Data[at:at+int(cut)]) {
			break
		}
		at += n
		block.Line++
	}
	return at, nil
}

// wasBad says whether what was the last line when reading ended in the middle of one
// was no record then. Now that more of the line has come it is read anew.
func (d *decoder) wasBad(part []byte) bool {
	if d.binder == nil {
		return false
	}
	data := make([]byte, len(part)+1+record.LinePad)
	data[copy(data, part)] = '\n'
	aside := record.NewBatch(record.KindFlow, record.NewRegistry())
	d.binder.Begin(aside, 1)
	defer d.binder.End()
	_, reason := d.line(data, 0)
	return reason != "" && reason != record.ReasonBlank
}

// block reads the lines of a block from at on into a batch.
func (d *decoder) block(block decode.Block, at int, batch *record.Batch, sink decode.Sink) error {
	left := block.Count
	d.binder.Begin(batch, left)
	defer func() { d.binder.End() }()
	for number := block.Line; at < block.Size; number++ {
		next, reason := d.line(block.Data, at)
		left--
		l, ok := layout{}, false
		if reason == record.ReasonHeader {
			if l, ok = header(block.Data[at:next]); !ok {
				reason = reasonForeignHeader
			}
		}
		switch reason {
		case "":
			d.rows++
		case record.ReasonBlank:
		case record.ReasonHeader:
			d.binder.End()
			if err := d.bind(l); err != nil {
				return err
			}
			d.binder.Begin(batch, left)
		default:
			text := bytes.TrimRight(block.Data[at:next], "\r\n")
			sink.Bad(decode.BadLine{
				Line: number, Offset: block.Offset + int64(at), Reason: reason, Text: text[:min(len(text), decode.MaxBadText)],
			})
		}
		at = next
	}
	return nil
}

// line reads the line at a position and returns where the next begins.
func (d *decoder) line(data []byte, at int) (next int, reason string) {
	if d.split == nil {
		next, reason = d.binder.Line(data, at)
	} else {
		next = at + bytes.IndexByte(data[at:], '\n') + 1
		reason = d.splitLine(bytes.TrimSpace(data[at:next]))
	}
	switch reason {
	case "", record.ReasonBlank, record.ReasonHeader:
		return next, reason
	}
	if _, ok := header(data[at:next]); ok { // separated otherwise
		reason = record.ReasonHeader
	}
	return next, reason
}

func (d *decoder) splitLine(line []byte) (reason string) {
	if len(line) == 0 {
		return record.ReasonBlank
	}
	cells := d.split(d.cells[:0], line)
	if cells == nil {
		return decode.ReasonNoMatch
	}
	d.cells = cells
	return d.binder.Row(cells)
}

// splitCommas cuts a line as spreadsheets and query tools export it.
func splitCommas(cells [][]byte, line []byte) [][]byte {
	for more := true; more; {
		var cell []byte
		cell, line, more = bytes.Cut(line, []byte{','})
		cells = append(cells, bytes.Trim(bytes.TrimSpace(cell), `"`))
	}
	return cells
}

// reasonForeignHeader is given for a header line that announces records this
// decoder does not read.
const reasonForeignHeader = "header of another format"

func unknown(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{decode.ErrUnknownFormat}, args...)...)
}
