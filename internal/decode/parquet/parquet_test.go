package parquet

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	pq "github.com/parquet-go/parquet-go"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/record"
)

// collector is a sink that keeps everything.
type collector struct {
	batch    *record.Batch
	bad      []string // line reason: text
	consumed []int64
	rows     []int // at each of consumed
	badAt    []int // bad rows before each of consumed
}

func newCollector() *collector {
	return &collector{batch: record.NewBatch(record.KindFlow, record.NewRegistry())}
}

func (c *collector) Batch() (*record.Batch, error) { return c.batch, nil }

func (c *collector) Bad(b decode.BadLine) {
	c.bad = append(c.bad, fmt.Sprintf("%d %s: %s", b.Line, b.Reason, b.Text))
}

func (c *collector) Consumed(decoded int64, rows int) {
	c.consumed, c.rows, c.badAt = append(c.consumed, decoded), append(c.rows, rows), append(c.badAt, len(c.bad))
}

var formats = decode.Formats{
	Envelopes: []decode.Envelope{decode.Gzip, decode.Zstd},
	Drivers:   []decode.Driver{Driver{}, vpc.Driver{}},
}

func run(t testing.TB, data []byte, o decode.Options) (*collector, decode.Result, error) {
	t.Helper()
	if o.ObjectTime.IsZero() {
		o.ObjectTime = time.Unix(1600000000, 0)
	}
	if o.Intake.IsZero() {
		o.Intake = time.Unix(1800000000, 0)
	}
	c := newCollector()
	result, err := decode.Run(context.Background(), bytes.NewReader(data), formats, o, c)
	last := 0
	if len(c.rows) > 0 {
		last = c.rows[len(c.rows)-1]
	}
	if int(result.Rows) != c.batch.Len() || int(result.Bad) != len(c.bad) || last != c.batch.Len() {
		t.Fatalf("result %+v, but %d rows, %d consumed and %d bad", result, c.batch.Len(), last, len(c.bad))
	}
	for i := 1; i < len(c.consumed); i++ {
		if c.consumed[i] < c.consumed[i-1] || c.consumed[i] == c.consumed[i-1] && c.rows[i] != c.rows[i-1] {
			t.Fatalf("positions %v for rows %v", c.consumed, c.rows)
		}
	}
	return c, result, err
}

// briefs writes what the rows have.
func briefs(b *record.Batch) []string {
	out := make([]string, b.Len())
	for row := range out {
		out[row] = decodetest.Fields(b, row)
	}
	return out
}

// col is a column of a file that a test makes. A nil value is null.
type col struct {
	name   string
	node   pq.Node
	values []any
}

// make writes a file of these columns. Each groupRows rows make a row group.
func makeFile(t testing.TB, groupRows int, cols []col, options ...pq.WriterOption) []byte {
	t.Helper()
	group := pq.Group{}
	for _, c := range cols {
		group[c.name] = c.node
	}
	cols = slices.Clone(cols)
	slices.SortFunc(cols, func(a, b col) int { return strings.Compare(a.name, b.name) }) // as Group does
	var out bytes.Buffer
	w := pq.NewWriter(&out, append([]pq.WriterOption{pq.NewSchema("flows", group)}, options...)...)
	for row := range cols[0].values {
		values := make(pq.Row, len(cols))
		for i, c := range cols {
			v := c.values[row]
			level := 0
			if c.node.Optional() && v != nil {
				level = 1
			}
			values[i] = pq.ValueOf(v).Level(0, level, i)
		}
		if _, err := w.WriteRows([]pq.Row{values}); err != nil {
			t.Fatal(err)
		}
		if groupRows > 0 && (row+1)%groupRows == 0 {
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repeat makes n values of a function of the row.
func repeat(n int, f func(row int) any) []any {
	out := make([]any, n)
	for i := range out {
		out[i] = f(i)
	}
	return out
}
