package decode

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/weir-flow/weir/internal/record"
)

// Formats are the envelopes and drivers an object may be in. Drivers are asked
// in order: those that recognise content without doubt stand first.
type Formats struct {
	Envelopes []Envelope
	Drivers   []Driver
}

// Result says how an object was read.
type Result struct {
	Format   string   // name of the driver; empty when there was nothing to decode
	Envelope []string // names of the envelopes, outermost first
	Rows     int64    // records
	Bad      int64    // lines no record was made of
	Decoded  int64    // bytes consumed, from the object's start
}

// maxIdle is how often a reader may return nothing in a row.
const maxIdle = 100

// maxDepth is how often bytes may be wrapped: gzip in a CloudWatch message in
// gzip is real, more is an attack.
const maxDepth = 4

// Run reads one object into sink: unwraps it, finds its format and decodes it.
//
// Errors: [ErrUnknownFormat] when nobody recognises the content, a
// [DamageError] or [ErrExpansion] after what came before was handed out, and
// what the sink, the source or ctx say. The result is good with any error.
func Run(ctx context.Context, r io.Reader, f Formats, o Options, sink Sink) (Result, error) {
	run := &run{ctx: ctx, formats: f, sink: sink, skip: o.Skip}
	err := run.object(r, o, 0)
	return run.result, err
}

type run struct {
	ctx     context.Context
	formats Formats
	sink    Sink
	result  Result

	skip int64 // Options.Skip of the object
	base int64 // position where the payload at hand begins: the payloads before it, end to end
	rows int64 // of the payloads before it
}

// Payloads of an envelope, each of which may be wrapped again.
type payloads struct {
	*run
	depth int
}

func (p payloads) Payload(r io.Reader, o Options) error { return p.object(r, o, p.depth+1) }

// Bad implements [Payloads]. A bad part takes up a position, as what it holds is
// done with.
func (p payloads) Bad(b BadLine) error {
	b.Offset = p.base
	p.base += int64(len(b.Text)) + 1
	if b.Offset >= p.skip {
		p.result.Bad++
		p.sink.Bad(b)
		(*tally)(p.run).consumed(p.base, p.rows)
	}
	return p.ctx.Err()
}

var headPool = sync.Pool{New: func() any { b := make([]byte, HeadSize); return &b }}

func (run *run) object(r io.Reader, o Options, depth int) error {
	buf := headPool.Get().(*[]byte)
	defer headPool.Put(buf)
	stream := &headed{r: r}
	head := stream.fill(*buf)
	for _, e := range run.formats.Envelopes {
		if c, ok := e.(Choosy); ok && !c.Wants(o) || !e.Sniff(head) {
			continue
		}
		if depth == maxDepth {
			return fmt.Errorf("unwrap %s: %w: wrapped more than %d times", e.Name(), ErrExpansion, maxDepth)
		}
		if len(run.result.Envelope) == depth { // of the first payload
			run.result.Envelope = append(run.result.Envelope, e.Name())
		}
		return e.Unwrap(stream, o, payloads{run, depth})
	}
	// What the last line of the head will be is not known yet. Content with zero
	// bytes has no lines.
	if o.Growing && bytes.IndexByte(head, 0) < 0 {
		head = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	if len(bytes.TrimSpace(head)) == 0 && stream.err != nil {
		return stream.damage() // nothing in it
	}
	d, err := run.formats.Driver(head, o)
	if err != nil {
		return errors.Join(err, stream.damage())
	}
	run.result.Format = d.Name()
	o.Skip = max(0, run.skip-run.base)
	dec, err := d.New(head, o)
	if err != nil {
		return errors.Join(err, stream.damage())
	}
	if err := dec.Decode(run.ctx, stream, (*tally)(run)); err != nil {
		return err
	}
	run.base += stream.read
	run.rows = run.result.Rows
	return nil
}

// headed is a stream of which the head was read ahead.
type headed struct {
	head []byte // what of it is still to be read
	r    io.Reader
	err  error // that came with the head, handed out after it
	read int64 // bytes handed out
}

func (h *headed) fill(buf []byte) []byte {
	n := 0
	for idle := 0; n < len(buf) && h.err == nil; {
		var m int
		m, h.err = h.r.Read(buf[n:])
		n += m
		if idle++; m > 0 {
			idle = 0
		}
		if idle > maxIdle {
			h.err = io.ErrNoProgress
		}
	}
	h.head = buf[:n]
	return h.head
}

func (h *headed) Read(p []byte) (n int, err error) {
	switch {
	case len(h.head) > 0:
		n = copy(p, h.head)
		h.head = h.head[n:]
	case h.err != nil:
		return 0, h.err
	default:
		n, err = h.r.Read(p)
	}
	h.read += int64(n)
	return n, err
}

// damage is the error that came with the head, nil for the end.
func (h *headed) damage() error {
	if errors.Is(h.err, io.EOF) {
		return nil
	}
	return h.err
}

// tally counts for the result what passes to the sink, and makes positions in a
// payload positions in the object.
type tally run

func (t *tally) Batch() (*record.Batch, error) { return t.sink.Batch() }

func (t *tally) Bad(b BadLine) {
	t.result.Bad++
	b.Offset += t.base
	t.sink.Bad(b)
}

func (t *tally) Consumed(decoded int64, rows int) { t.consumed(t.base+decoded, t.rows+int64(rows)) }

func (t *tally) consumed(position, rows int64) {
	t.result.Decoded, t.result.Rows = position, rows
	t.sink.Consumed(position, int(rows))
}

// Driver returns the driver that the options name, or else the first that
// recognises head, or else one that can do with what the options say.
func (f Formats) Driver(head []byte, o Options) (Driver, error) {
	if o.Format != "" {
		name, _, _ := strings.Cut(o.Format, ":")
		known := make([]string, 0, len(f.Drivers))
		for _, d := range f.Drivers {
			if d.Name() == name {
				return d, nil
			}
			known = append(known, d.Name())
		}
		return nil, fmt.Errorf("%w %q; one of: %s", ErrUnknownFormat, name, strings.Join(known, ", "))
	}
	for _, d := range f.Drivers {
		if d.Sniff(head) {
			return d, nil
		}
	}
	for _, d := range f.Drivers {
		if fb, ok := d.(Fallback); ok && fb.Accepts(o) {
			return d, nil
		}
	}
	for _, d := range f.Drivers {
		if e, ok := d.(Explainer); ok {
			if what := e.Explain(head); what != "" {
				return nil, fmt.Errorf("%w: %s", ErrUnknownFormat, what)
			}
		}
	}
	return nil, fmt.Errorf("%w: no header line and no known order of columns; name them with --log-format '${version} ${account-id} ...'", ErrUnknownFormat)
}
