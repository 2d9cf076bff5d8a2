package daemon

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
)

// Bounds of a preview, beside those of its reader.
const (
	previewRows   = 20
	previewLines  = 5       // bad lines of each reason
	previewTuples = 100_000 // contexts and paths kept in memory
	previewBytes  = 2 << 30 // decoded
)

// errSeen ends a preview that has seen enough.
var errSeen = errors.New("enough was seen")

// preview decodes an object without storing anything: up to most records (0: all of
// them), of which the first are shown.
func preview(ctx context.Context, name string, r io.Reader, o decode.Options, most int64) api.Preview {
	if o.Context == nil {
		key := decode.ParseKey(name)
		o.Context = map[record.FieldID]string{}
		for id, text := range map[record.FieldID]string{record.AccountID: key.Account, record.Region: key.Region, record.InterfaceID: key.Interface} {
			if text != "" {
				o.Context[id] = text
			}
		}
	}
	if o.MaxDecoded == 0 {
		o.MaxDecoded = previewBytes
	}
	reg := record.NewRegistry()
	s := &sampler{ctx: ctx, name: name, batch: record.NewBatch(record.KindFlow, reg), most: most, bad: map[string]int{}}
	res, err := decode.Run(ctx, r, Formats(), o, s)
	s.drain()
	out := api.Preview{
		Name: name, Format: res.Format, Envelope: append([]string{}, res.Envelope...), Records: s.rows, Bad: res.Bad,
		Complete: err == nil, Columns: []api.Column{}, Values: [][]any{}, Lines: s.lines, Orders: []api.ColumnOrder{},
	}
	if out.Lines == nil {
		out.Lines = []api.BadLine{}
	}
	if s.rows > 0 {
		out.From, out.To = instantOf(s.from), instantOf(s.to)
	}
	s.columns(&out)
	if err == nil || errors.Is(err, errSeen) {
		return out
	}
	why := err.Error()
	var ambiguous *decode.AmbiguousFormatError
	if errors.As(err, &ambiguous) {
		why = "there is no header line, and the columns fit several orders"
		for _, order := range ambiguous.Orders {
			out.Orders = append(out.Orders, api.ColumnOrder{Name: order.Name, LogFormat: "${" + strings.Join(order.Columns, "} ${") + "}"})
		}
	}
	out.Error = &why
	if fix := Hint(err); fix != "" {
		out.Fix = &fix
	}
	return out
}

func instantOf(ns int64) *time.Time {
	t := time.Unix(0, ns).UTC()
	return &t
}

// sampler is a sink that counts, and keeps the first rows and bad lines.
type sampler struct {
	ctx      context.Context
	name     string
	batch    *record.Batch
	most     int64
	rows     int64
	from, to int64 // starts, nanoseconds

	shown []map[record.FieldID]any
	bad   map[string]int
	lines []api.BadLine
}

// Batch implements [decode.Sink].
func (s *sampler) Batch() (*record.Batch, error) {
	s.drain()
	switch reg := s.batch.Registry; {
	case s.ctx.Err() != nil:
		return nil, s.ctx.Err()
	case s.most > 0 && s.rows >= s.most, reg.Len(record.GroupContext)+reg.Len(record.GroupPath) > previewTuples:
		return nil, errSeen
	}
	return s.batch, nil
}

// Consumed implements [decode.Sink].
func (s *sampler) Consumed(int64, int) {}

// Bad implements [decode.Sink].
func (s *sampler) Bad(b decode.BadLine) {
	if s.bad[b.Reason]++; s.bad[b.Reason] > previewLines || len(s.bad) > 100 {
		return
	}
	one := api.BadLine{Name: s.name, Line: b.Line, Reason: &b.Reason, Text: validText(b.Text[:min(len(b.Text), ledger.MaxBadText)])}
	if b.Column > 0 {
		one.Column = &b.Column
	}
	s.lines = append(s.lines, one)
}

// validText makes bytes from outside text that JSON can hold.
func validText(text []byte) string { return strings.ToValidUTF8(string(text), "\uFFFD") }

// drain counts the rows of the batch and lets go of them.
func (s *sampler) drain() {
	n := s.batch.Len()
	if n == 0 {
		return
	}
	for row := range n {
		if len(s.shown) < previewRows {
			s.shown = append(s.shown, s.cells(row))
		}
	}
	if s.batch.Has(record.Start) {
		for row, at := range s.batch.Col(record.Start).Time {
			if s.batch.AbsentAt(record.Start, row) {
				continue
			}
			if s.from == 0 || at < s.from {
				s.from = at
			}
			s.to = max(s.to, at)
		}
	}
	s.rows += int64(n)
	s.batch.Reset()
}

// cells are what a row has, as JSON.
func (s *sampler) cells(row int) map[record.FieldID]any {
	cells := map[record.FieldID]any{}
	b := s.batch
	contexts, paths := b.Registry.Tuple(record.GroupContext, b.Context[row]), b.Registry.Tuple(record.GroupPath, b.Path[row])
	for _, f := range record.Fields() {
		switch f.Place {
		case record.PlaceContext:
			if v := contexts.Value(f.Slot); v != "" {
				cells[f.ID] = v
			}
		case record.PlacePath:
			if v := paths.Value(f.Slot); v != "" {
				cells[f.ID] = v
			}
		case record.PlaceRow:
			if f.ID < record.Absent && b.Has(f.ID) && !b.AbsentAt(f.ID, row) {
				cells[f.ID] = cellOf(&f, b.Col(f.ID), row)
			}
		}
	}
	return cells
}

func cellOf(f *record.Field, c *record.Column, row int) any {
	switch f.Type {
	case record.TypeUint8:
		if f.ID == record.Protocol {
			return iana.ProtocolName(c.U8[row])
		}
		return c.U8[row]
	case record.TypeUint16:
		return c.U16[row]
	case record.TypeUint32:
		return c.U32[row]
	case record.TypeUint64:
		return c.U64[row]
	case record.TypeAddr:
		return c.Addr[row].String()
	case record.TypeTime:
		return time.Unix(0, c.Time[row]).UTC()
	case record.TypeAction:
		return record.Action(c.U8[row]).String()
	case record.TypeBool:
		return c.U8[row] != 0
	default:
		return c.Text[row]
	}
}

// previewFirst are the columns that come first; the others follow as the catalogue has them.
var previewFirst = []record.FieldID{
	record.Start, record.SrcAddr, record.SrcPort, record.DstAddr, record.DstPort, record.Protocol, record.ActionField,
	record.Packets, record.Bytes, record.InterfaceID,
}

var previewKinds = map[record.Type]api.ColumnKind{
	record.TypeUint8: api.ColumnKindNumber, record.TypeUint16: api.ColumnKindNumber, record.TypeUint32: api.ColumnKindNumber,
	record.TypeUint64: api.ColumnKindNumber, record.TypeAddr: api.ColumnKindAddr, record.TypeTime: api.ColumnKindTime,
	record.TypeBool: api.ColumnKindBool,
}

// columns lays the shown rows out: what no row has is left out.
func (s *sampler) columns(out *api.Preview) {
	order := append([]record.FieldID(nil), previewFirst...)
	for _, f := range record.Fields() {
		order = append(order, f.ID)
	}
	done := map[record.FieldID]bool{}
	for _, id := range order {
		if done[id] {
			continue
		}
		done[id] = true
		values, any := make([]any, len(s.shown)), false
		for i, row := range s.shown {
			v, ok := row[id]
			any = any || ok
			values[i] = v
		}
		if !any {
			continue
		}
		f := record.Get(id)
		kind, ok := previewKinds[f.Type]
		if !ok || id == record.Protocol || f.Place != record.PlaceRow {
			kind = api.ColumnKindText
		}
		out.Columns = append(out.Columns, api.Column{Name: f.Name, Kind: kind, Unit: f.Unit, Field: &f.Name})
		out.Values = append(out.Values, values)
	}
}

// trial gathers what was tried of a source.
type trial struct{ api.Trial }

func (t *trial) step(name, title, permission, text string, err error) {
	one := api.TrialStep{Name: name, Title: title, State: api.TrialStepStateGood, Text: text}
	if permission != "" {
		one.Permission = &permission
	}
	if err != nil {
		t.Good = false
		one.State, one.Text = api.TrialStepStateBad, err.Error()
		if fix := Hint(err); fix != "" {
			one.Fix = &fix
		}
	}
	t.Steps = append(t.Steps, one)
}

func (t *trial) skipped(name, title, permission, text string) {
	t.step(name, title, permission, text, nil)
	t.Steps[len(t.Steps)-1].State = api.TrialStepStateSkipped
}

func plural(n int64, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
