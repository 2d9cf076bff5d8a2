package decode

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Limits of expansion. A gigabyte of flow log text packs to some 100 MB; only
// zeros come near the ratio.
const (
	DefaultMaxDecoded = 64 << 30
	DefaultMaxRatio   = 1000

	ratioFrom = 64 << 20 // decoded bytes from which on the ratio counts
)

// Gzip and Zstd are the envelopes of single compressed streams. Both take
// several members or frames in a row as one stream, as cat and many log
// shippers make them.
var (
	Gzip Envelope = gzipEnvelope{}
	Zstd Envelope = zstdEnvelope{}
)

type gzipEnvelope struct{}

func (gzipEnvelope) Name() string { return "gzip" }

func (gzipEnvelope) Sniff(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b}) }

func (gzipEnvelope) Unwrap(r io.Reader, o Options, out Payloads) error {
	in := &counted{r: r}
	g := gzipPool.Get().(*gunzip)
	g.packed.Reset(in)
	err := g.begin()
	if err != nil {
		err = in.damage(err, 0)
	} else {
		err = out.Payload(newExpanding(g, in, o), o)
	}
	g.packed.Reset(nil)
	gzipPool.Put(g)
	return err
}

// gunzip reads the members of a gzip stream one after the other.
type gunzip struct {
	packed *bufio.Reader
	z      *gzip.Reader
}

var gzipPool = sync.Pool{New: func() any {
	return &gunzip{packed: bufio.NewReaderSize(nil, 64<<10), z: new(gzip.Reader)}
}}

func (g *gunzip) begin() error {
	if err := g.z.Reset(g.packed); err != nil {
		return err
	}
	g.z.Multistream(false)
	return nil
}

func (g *gunzip) Read(p []byte) (int, error) {
	n, err := g.z.Read(p)
	if n > 0 || err == nil {
		return n, nil // an error comes again
	}
	if !errors.Is(err, io.EOF) {
		return 0, err
	}
	next, err := g.packed.Peek(2)
	switch {
	case len(next) == 0 && errors.Is(err, io.EOF):
		return 0, io.EOF
	case len(next) == 2 && next[0] == 0x1f && next[1] == 0x8b:
		err := g.begin()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return 0, err
	case len(next) == 1 && next[0] == 0x1f:
		return 0, io.ErrUnexpectedEOF // a member cut after its first byte
	}
	return 0, g.trailing()
}

// trailing counts what follows the last member. Zeros are padding, as tapes
// and tar leave it, and no garbage.
func (g *gunzip) trailing() error {
	size, padding := int64(0), true
	for {
		c, err := g.packed.ReadByte()
		switch {
		case errors.Is(err, io.EOF) && padding:
			return io.EOF
		case errors.Is(err, io.EOF):
			return &DamageError{Err: ErrTrailing, Bytes: size}
		case err != nil:
			return err
		}
		size++
		padding = padding && c == 0
	}
}

type zstdEnvelope struct{}

func (zstdEnvelope) Name() string { return "zstd" }

// Sniff knows frames and skippable frames (RFC 8878, section 3.1).
func (zstdEnvelope) Sniff(head []byte) bool {
	return bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}) ||
		len(head) >= 4 && head[0]&0xf0 == 0x50 && bytes.Equal(head[1:4], []byte{0x2a, 0x4d, 0x18})
}

func (zstdEnvelope) Unwrap(r io.Reader, o Options, out Payloads) error {
	in := &counted{r: r}
	z := zstdPool.Get().(*zstd.Decoder)
	if err := z.Reset(in); err != nil {
		return in.damage(err, 0)
	}
	err := out.Payload(newExpanding(z, in, o), o)
	if z.Reset(nil) == nil {
		zstdPool.Put(z)
	}
	return err
}

var zstdPool = sync.Pool{New: func() any {
	// One goroutine: objects are what is read side by side. The window is
	// what a frame may ask for in memory.
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20), zstd.WithDecoderLowmem(true))
	if err != nil {
		panic(err) // only for options out of range
	}
	return z
}}

// counted counts what is read through it, and remembers what went wrong below.
type counted struct {
	r   io.Reader
	n   int64
	err error
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		c.err = err
	}
	return n, err
}

// damage says what an error of a decompressor means. Errors of the source (a
// closed connection, a bad disk) are not damage and stay what they are.
func (c *counted) damage(err error, decoded int64) error {
	var known *DamageError
	switch {
	case c.err != nil:
		return c.err
	case errors.As(err, &known):
		known.Offset = decoded
		return known
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &DamageError{Err: ErrTruncated, Offset: decoded}
	default:
		return &DamageError{Err: ErrCorrupt, Offset: decoded, Cause: err}
	}
}

// expanding bounds what comes out of a decompressor and names what goes wrong
// in it.
type expanding struct {
	r                 io.Reader
	packed            *counted
	decoded           int64
	maxSize, maxRatio int64
}

func newExpanding(r io.Reader, packed *counted, o Options) *expanding {
	e := &expanding{r: r, packed: packed, maxSize: o.MaxDecoded, maxRatio: o.MaxRatio}
	if e.maxSize <= 0 {
		e.maxSize = DefaultMaxDecoded
	}
	if e.maxRatio <= 0 {
		e.maxRatio = DefaultMaxRatio
	}
	return e
}

func (e *expanding) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	e.decoded += int64(n)
	switch {
	case e.decoded > e.maxSize:
		return n, fmt.Errorf("%w: over %d bytes", ErrExpansion, e.maxSize)
	case e.decoded > ratioFrom && e.decoded/e.maxRatio > e.packed.n:
		return n, fmt.Errorf("%w: %d bytes from %d", ErrExpansion, e.decoded, e.packed.n)
	case err != nil && !errors.Is(err, io.EOF):
		return n, e.packed.damage(err, e.decoded)
	}
	return n, err
}
