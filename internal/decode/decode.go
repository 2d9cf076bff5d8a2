// Package decode turns the bytes of an object into batches of records.
//
// An object is first unwrapped by envelopes (gzip, zstd), then read by the
// decoder whose driver recognises its first bytes. Both are told apart by
// content, never by name. A line that cannot be used never stops an object: it
// is handed to the sink with a reason, and the lines around it are kept.
//
// The drivers live in packages below this one and do not know each other; the
// house hands the list of them to [Run].
package decode

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Decoder reads one object. It is used once.
type Decoder interface {
	// Decode reads the decoded stream r from its first byte to its end, or
	// until the sink or ctx ends it. Damage of the stream is returned as a
	// [DamageError] after everything before it was handed out.
	Decode(ctx context.Context, r io.Reader, sink Sink) error
}

// Sink takes what a decoder reads. It is called from one goroutine.
type Sink interface {
	// Batch returns the batch to append to, which stays the decoder's until
	// the next call of Consumed. An error ends decoding and is returned.
	Batch() (*record.Batch, error)
	// Bad takes one unusable line.
	Bad(BadLine)
	// Consumed says that everything before the offset, in decoded bytes from
	// the object's start, is in batches handed out so far or was bad: an
	// object can be resumed there with Options.Skip. rows counts the records
	// appended since decoding began. It is called before each call of Batch
	// and at the end, always at the border of two lines. A format that is not
	// read from front to back may count in other steps, as long as the offset
	// only grows, means the same each time, and ends at the stream's length.
	Consumed(decoded int64, rows int)
}

// Driver makes decoders for one format.
type Driver interface {
	// Name is what --format takes to force the format.
	Name() string
	// Sniff reports whether an object that begins with head is of the format.
	// head has at most [HeadSize] bytes and ends anywhere.
	Sniff(head []byte) bool
	// New returns a decoder for an object that begins with head. The decoder
	// is still given the whole stream, head included.
	New(head []byte, o Options) (Decoder, error)
}

// Fallback is implemented by drivers that can read what nobody recognises when
// the options say enough about it, for instance its columns.
type Fallback interface {
	Accepts(o Options) bool
}

// Explainer is implemented by drivers that can tell what content is that nobody
// recognises, and what to do about it; "" when they cannot.
type Explainer interface {
	Explain(head []byte) string
}

// Envelope unwraps what other bytes are packed in.
type Envelope interface {
	Name() string
	// Sniff reports whether a stream that begins with head is so wrapped.
	Sniff(head []byte) bool
	// Unwrap hands each stream in r to out, in order, and returns its first
	// error. An envelope that knows more about a payload than the caller did
	// (when and where it was logged) hands on amended options. The same bytes
	// are always cut into the same payloads: positions depend on it.
	Unwrap(r io.Reader, o Options, out Payloads) error
}

// Choosy is implemented by envelopes that some options forbid.
type Choosy interface {
	Wants(o Options) bool
}

// Payloads takes what an envelope unwraps.
type Payloads interface {
	// Payload reads one stream to its end, or until something ends decoding;
	// the error is to be returned.
	Payload(r io.Reader, o Options) error
	// Bad takes a part of the envelope that cannot be unwrapped. Line counts
	// the parts, Offset is ignored.
	Bad(BadLine) error
}

// HeadSize is how many decoded bytes a driver sees before it is chosen.
const HeadSize = 64 << 10

// Options say what is known about an object besides its bytes.
type Options struct {
	Format    string                    // name of a driver, with ":argument" where it takes one; empty: recognise by content
	LogFormat string                    // columns of text without a header: '${version} ${account-id}' or plain names
	Context   map[record.FieldID]string // values of context fields for records that lack them, from the object's name or an envelope
	TagKeys   map[string]string         // field (instance_tag, ...) -> key of the tag it shows; its values become key=value

	Skip    int64 // decoded bytes to pass over: they were taken before
	Growing bool  // more may be appended: leave a last line without line end alone

	ObjectName string    // for messages
	ObjectTime time.Time // when the object was written, zero when unknown
	Intake     time.Time // when it is taken in; zero: now

	Temp string // folder for what a format must read at random and is too big for memory, made when missing; empty: the system's

	MaxDecoded int64 // largest decoded size in bytes; 0: DefaultMaxDecoded
	MaxRatio   int64 // largest expansion past 64 MB; 0: DefaultMaxRatio
}

// Errors of objects that cannot be read, or not wholly.
var (
	ErrUnknownFormat = errors.New("unknown format")                      // no driver recognises the content
	ErrExpansion     = errors.New("expands beyond the limit")            // by size or ratio; what came before is kept
	ErrTruncated     = errors.New("compressed data is cut off")          // by DamageError
	ErrCorrupt       = errors.New("compressed data is damaged")          // by DamageError
	ErrTrailing      = errors.New("garbage follows the compressed data") // by DamageError; the data itself is whole
)

// AmbiguousFormatError is returned for text without a header whose columns
// could stand in several orders. Only the user knows which it is.
type AmbiguousFormatError struct {
	Orders []Order // those that fit the first lines, at least two
}

// Order is a known order of columns.
type Order struct {
	Name    string // for people: "version 3, alphabetical"
	Columns []string
}

func (e *AmbiguousFormatError) Error() string {
	var s strings.Builder
	s.WriteString("no header line, and the columns fit several orders; say which with --log-format:")
	for _, o := range e.Orders {
		fmt.Fprintf(&s, "\n  %s: --log-format '${%s}'", o.Name, strings.Join(o.Columns, "} ${"))
	}
	return s.String()
}

// DamageError says where the bytes of an object stop making sense. All that
// decoded before was handed out; a line that the damage cuts was not.
type DamageError struct {
	Err    error // ErrTruncated, ErrCorrupt or ErrTrailing
	Offset int64 // decoded bytes before the damage
	Bytes  int64 // for ErrTrailing: bytes of garbage
	Cause  error // what the decompressor said, may be nil
}

func (e *DamageError) Error() string {
	s := fmt.Sprintf("%v at decoded byte %d", e.Err, e.Offset)
	if e.Err == ErrTrailing {
		s = fmt.Sprintf("%d bytes of %v", e.Bytes, e.Err)
	}
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

// Unwrap makes errors.Is see the kind of damage.
func (e *DamageError) Unwrap() error { return e.Err }
