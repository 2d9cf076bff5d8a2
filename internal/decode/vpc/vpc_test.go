package vpc

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// collector is a sink that keeps everything.
type collector struct {
	batch    *record.Batch
	bad      []string // number@offset reason: text
	consumed []int64
	rows     int
}

func newCollector() *collector {
	return &collector{batch: record.NewBatch(record.KindFlow, record.NewRegistry())}
}

func (c *collector) Batch() (*record.Batch, error) { return c.batch, nil }

func (c *collector) Bad(b decode.BadLine) {
	c.bad = append(c.bad, fmt.Sprintf("%d@%d %s: %s", b.Line, b.Offset, b.Reason, b.Text))
}

func (c *collector) Consumed(decoded int64, rows int) {
	c.consumed = append(c.consumed, decoded)
	c.rows = rows
}

var formats = decode.Formats{
	Envelopes: []decode.Envelope{decode.Gzip, decode.Zstd},
	Drivers:   []decode.Driver{TGW{}, Driver{}, Regex{}},
}

func run(t testing.TB, data string, o decode.Options) (*collector, decode.Result, error) {
	t.Helper()
	if o.ObjectTime.IsZero() {
		o.ObjectTime = time.Unix(1600000000, 0)
	}
	if o.Intake.IsZero() {
		o.Intake = time.Unix(1800000000, 0)
	}
	c := newCollector()
	result, err := decode.Run(context.Background(), strings.NewReader(data), formats, o, c)
	if int(result.Rows) != c.batch.Len() || int(result.Bad) != len(c.bad) || c.rows != c.batch.Len() {
		t.Fatalf("result %+v, but %d rows, %d consumed and %d bad", result, c.batch.Len(), c.rows, len(c.bad))
	}
	return c, result, err
}

// value returns a field of a row as JSON would hold it.
func value(b *record.Batch, id record.FieldID, row int) any {
	f := record.Get(id)
	var text string
	switch f.Place {
	case record.PlaceContext:
		text = b.Registry.Tuple(record.GroupContext, b.Context[row]).Value(f.Slot)
	case record.PlacePath:
		text = b.Registry.Tuple(record.GroupPath, b.Path[row]).Value(f.Slot)
	default:
		if b.AbsentAt(id, row) {
			return nil
		}
		c := b.Col(id)
		switch f.Type {
		case record.TypeAddr:
			return c.Addr[row].String()
		case record.TypeTime:
			return time.Unix(0, c.Time[row]).UTC().Format(time.RFC3339Nano)
		case record.TypeAction:
			return record.Action(c.U8[row]).String()
		case record.TypeUint8:
			return json.Number(strconv.Itoa(int(c.U8[row])))
		case record.TypeUint16:
			return json.Number(strconv.Itoa(int(c.U16[row])))
		default:
			return json.Number(strconv.FormatUint(c.U64[row], 10))
		}
	}
	switch {
	case text == "":
		return nil
	case f.Type == record.TypeUint8:
		return json.Number(text)
	default:
		return text
	}
}

// dump writes every field of every row, also those that are absent, and what
// the decoder adds, as one JSON object a line.
func dump(b *record.Batch) []byte {
	var out bytes.Buffer
	for row := range b.Len() {
		sep := byte('{')
		put := func(name string, v any) {
			text, err := json.Marshal(v)
			if err != nil {
				panic(err)
			}
			out.WriteByte(sep)
			fmt.Fprintf(&out, "%q:%s", name, text)
			sep = ','
		}
		for _, f := range record.Fields() {
			if f.Since > 0 && f.Since != 6 { // 6 is the transit gateways'
				put(f.Name, value(b, f.ID, row))
			}
		}
		from, suspect, unmapped := uint8(0), false, any(nil)
		if b.Has(record.Flags) {
			flags := b.Col(record.Flags).U8[row]
			from, suspect = flags&record.FlagTimeFromMask, flags&record.FlagTimeSuspect != 0
		}
		if b.Has(record.Unmapped) && b.Col(record.Unmapped).Text[row] != "" {
			unmapped = json.RawMessage(b.Col(record.Unmapped).Text[row])
		}
		put("time_from", record.TimeFromNames[from])
		put("time_suspect", suspect)
		put("unmapped", unmapped)
		out.WriteString("}\n")
	}
	return out.Bytes()
}

// brief writes the fields of a row that are not absent, without what the
// decoder adds.
func brief(b *record.Batch, row int) string {
	var out []string
	for _, f := range record.Fields() {
		if f.Since == 0 {
			continue
		}
		if v := value(b, f.ID, row); v != nil && f.ID != record.Start && f.ID != record.End {
			out = append(out, fmt.Sprintf("%s=%v", f.Name, v))
		}
	}
	if b.Has(record.Unmapped) && b.Col(record.Unmapped).Text[row] != "" {
		out = append(out, b.Col(record.Unmapped).Text[row])
	}
	return strings.Join(out, " ")
}
