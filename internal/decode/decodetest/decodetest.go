// Package decodetest is what the tests of decoders share: a sink that keeps what it
// is given, rows as text, and the promises every decoder makes about resuming.
package decodetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// Collector is a sink that keeps everything.
type Collector struct {
	Rows     *record.Batch
	BadLines []string // line:column reason: text
	BadAt    []int64  // their offsets
	At       []int64  // positions given out
}

var _ decode.Sink = (*Collector)(nil)

// NewCollector returns an empty sink.
func NewCollector() *Collector {
	return &Collector{Rows: record.NewBatch(record.KindFlow, record.NewRegistry())}
}

// Batch implements [decode.Sink].
func (c *Collector) Batch() (*record.Batch, error) { return c.Rows, nil }

// Bad implements [decode.Sink].
func (c *Collector) Bad(b decode.BadLine) {
	c.BadLines = append(c.BadLines, fmt.Sprintf("%d:%d %s: %s", b.Line, b.Column, b.Reason, b.Text))
	c.BadAt = append(c.BadAt, b.Offset)
}

// Consumed implements [decode.Sink].
func (c *Collector) Consumed(at int64, _ int) { c.At = append(c.At, at) }

// Fields writes the rows, see [Fields].
func (c *Collector) Fields() []string {
	rows := make([]string, c.Rows.Len())
	for row := range rows {
		rows[row] = Fields(c.Rows, row)
	}
	return rows
}

// Run reads an object, and checks that what is told of it agrees with the rest.
func Run(t testing.TB, d decode.Driver, data string, o decode.Options) (*Collector, decode.Result, error) {
	t.Helper()
	c := NewCollector()
	formats := decode.Formats{Envelopes: []decode.Envelope{decode.Gzip, decode.Zstd}, Drivers: []decode.Driver{d}}
	result, err := decode.Run(context.Background(), strings.NewReader(data), formats, o, c)
	if result.Rows != int64(c.Rows.Len()) || result.Bad != int64(len(c.BadLines)) || !slices.IsSorted(c.At) {
		t.Fatalf("%+v for %d rows, %d bad lines, positions %v", result, c.Rows.Len(), len(c.BadLines), c.At)
	}
	return c, result, err
}

// Resume checks that reading on at positions that were given out, or at bad lines,
// gives what the whole had not given there.
func Resume(t testing.TB, d decode.Driver, data string, whole *Collector, positions []int64) {
	t.Helper()
	rows := whole.Fields()
	for _, at := range positions {
		rest, result, err := Run(t, d, data, decode.Options{Format: d.Name(), Skip: at})
		if err != nil || result.Decoded != int64(len(data)) {
			t.Fatalf("from %d: %+v, %v", at, result, err)
		}
		if n := len(rows) - rest.Rows.Len(); n < 0 || !slices.Equal(rows[n:], rest.Fields()) {
			t.Fatalf("from %d: %d rows are not the last of %d", at, rest.Rows.Len(), len(rows))
		}
		before := 0
		for before < len(whole.BadAt) && whole.BadAt[before] < at {
			before++
		}
		if !slices.Equal(whole.BadLines[before:], rest.BadLines) {
			t.Fatalf("from %d: bad %q, want %q", at, rest.BadLines, whole.BadLines[before:])
		}
	}
}

// Fields writes what a row has, name=value, and its unmapped values as they stand.
// Times that were taken from elsewhere are left out.
func Fields(b *record.Batch, row int) string {
	var s []string
	put := func(f *record.Field, v any) { s = append(s, fmt.Sprintf("%s=%v", f.Name, v)) }
	fields := record.Fields()
	for i := range fields {
		f := &fields[i]
		switch f.Place {
		case record.PlaceContext:
			if v := b.Registry.Tuple(record.GroupContext, b.Context[row]).Value(f.Slot); v != "" {
				put(f, v)
			}
		case record.PlacePath:
			if v := b.Registry.Tuple(record.GroupPath, b.Path[row]).Value(f.Slot); v != "" {
				put(f, v)
			}
		case record.PlaceRow:
			if record.AbsentBit(f.ID) == 0 || b.AbsentAt(f.ID, row) {
				continue
			}
			if v := value(b, f, row); v != nil {
				put(f, v)
			}
		}
	}
	if b.Has(record.Unmapped) && b.Col(record.Unmapped).Text[row] != "" {
		s = append(s, b.Col(record.Unmapped).Text[row])
	}
	return strings.Join(s, " ")
}

func value(b *record.Batch, f *record.Field, row int) any {
	col := b.Col(f.ID)
	switch f.Type {
	case record.TypeAddr:
		return col.Addr[row]
	case record.TypeTime:
		if b.Has(record.Flags) && b.Col(record.Flags).U8[row]&record.FlagTimeFromMask != 0 {
			return nil
		}
		return time.Unix(0, col.Time[row]).UTC().Format(time.RFC3339Nano)
	case record.TypeAction:
		return record.Action(col.U8[row])
	case record.TypeUint8:
		return col.U8[row]
	case record.TypeUint16:
		return col.U16[row]
	case record.TypeUint32:
		return col.U32[row]
	default:
		return col.U64[row]
	}
}
