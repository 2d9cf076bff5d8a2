package api

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/weir-flow/weir/internal/query"
)

// tableSink takes an answer as columns, each a run of JSON values: numbers of 64
// bits stay as the engine wrote them.
type tableSink struct {
	columns []query.Column
	values  [][]byte
	rows    int
}

func (t *tableSink) Begin(columns []query.Column) error {
	t.columns, t.values, t.rows = columns, make([][]byte, len(columns)), 0
	return nil
}

func (t *tableSink) Row(row query.Row) error {
	for i := range t.values {
		if t.rows > 0 {
			t.values[i] = append(t.values[i], ',')
		}
		t.values[i] = append(t.values[i], row.JSON(i)...)
	}
	t.rows++
	return nil
}

// tableAnswer is a [Table] on its way out, its values written by nobody's
// reflection. It answers every operation that gives a table.
type tableAnswer struct {
	sink tableSink
	meta Meta
	next string
}

func (t *tableAnswer) write(w http.ResponseWriter) error {
	head, err := json.Marshal(columnsOf(t.sink.columns))
	if err != nil {
		return err
	}
	meta, err := json.Marshal(t.meta)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusOK)
	out := append([]byte(`{"columns":`), head...)
	out = append(out, `,"values":[`...)
	for i, column := range t.sink.values {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '[')
		out = append(out, column...)
		out = append(out, ']')
	}
	out = append(out, `],"meta":`...)
	out = append(out, meta...)
	if t.next != "" {
		out = append(out, `,"next":`...)
		out = strconv.AppendQuote(out, t.next)
	}
	out = append(out, "}\n"...)
	_, err = w.Write(out)
	return err
}

// columnsOf describes the columns of an answer.
func columnsOf(list []query.Column) []Column {
	columns := make([]Column, len(list))
	for i, c := range list {
		columns[i] = Column{Name: c.Name, Kind: kinds[c.Kind], Unit: c.Unit}
		if c.Field != nil {
			columns[i].Field = &c.Field.Name
		}
		if c.Type != "" {
			columns[i].Type = &c.Type
		}
	}
	return columns
}

func (t *tableAnswer) VisitGetRecordResponse(w http.ResponseWriter) error  { return t.write(w) }
func (t *tableAnswer) VisitQueryResponse(w http.ResponseWriter) error      { return t.write(w) }
func (t *tableAnswer) VisitListValuesResponse(w http.ResponseWriter) error { return t.write(w) }
func (t *tableAnswer) VisitSqlResponse(w http.ResponseWriter) error        { return t.write(w) }
func (t *tableAnswer) VisitRunHuntResponse(w http.ResponseWriter) error    { return t.write(w) }

var kinds = map[query.Kind]ColumnKind{
	query.KindText: ColumnKindText, query.KindNumber: ColumnKindNumber, query.KindBool: ColumnKindBool,
	query.KindTime: ColumnKindTime, query.KindAddr: ColumnKindAddr, query.KindOther: ColumnKindOther,
}

// table runs what asks, and keeps its answer.
func (a *API) table(ctx context.Context, ask func(context.Context, query.Sink) (query.Meta, error)) (*tableAnswer, error) {
	t := &tableAnswer{}
	meta, err := ask(ctx, &t.sink)
	if err != nil {
		return nil, err
	}
	t.meta, t.next = metaOf(meta), meta.Next
	return t, nil
}

func metaOf(m query.Meta) Meta {
	out := Meta{
		Counted: m.Counted, Table: m.Table, Why: m.Why, Rows: int64(m.Rows), Truncated: m.Truncated,
		Scanned: int64(m.Scanned), Bytes: int64(m.Bytes), AtLeast: m.AtLeast,
		ElapsedMs: float32(m.Elapsed.Microseconds()) / 1000,
		Since:     instant(m.Since), Until: instant(m.Until), From: instant(m.From), To: instant(m.To),
		Gaps: []Gap{}, Warnings: []string{},
	}
	for _, g := range m.Gaps {
		out.Gaps = append(out.Gaps, Gap{From: g.From, To: g.To, Kind: GapKind(g.Kind), Records: int64(g.Records)})
	}
	out.Warnings = append(out.Warnings, m.Warnings...)
	return out
}

// together is the meta of an answer that several questions made: what was read for all,
// and the range, gaps and way of counting of the first.
func together(first query.Meta, more ...query.Meta) query.Meta {
	for _, m := range more {
		first.Scanned += m.Scanned
		first.Bytes += m.Bytes
		first.Elapsed += m.Elapsed
		first.AtLeast = first.AtLeast || m.AtLeast
	}
	return first
}

// instant is a time for an answer, nil for the zero time.
func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}

// csvSink writes an answer as CSV after RFC 4180. A value that a spreadsheet would
// run as a formula gets a quote in front.
type csvSink struct {
	w   io.Writer
	buf []byte
}

func (c *csvSink) Begin(columns []query.Column) error {
	for i, column := range columns {
		c.cell(i, column.Name)
	}
	return c.line()
}

func (c *csvSink) Row(row query.Row) error {
	for i := range row.Len() {
		c.cell(i, row.Text(i))
	}
	return c.line()
}

func (c *csvSink) cell(i int, text string) {
	if i > 0 {
		c.buf = append(c.buf, ',')
	}
	quote := false
	for _, r := range text {
		quote = quote || r == ',' || r == '"' || r == '\n' || r == '\r'
	}
	formula := text != "" && (text[0] == '=' || text[0] == '+' || text[0] == '@' || text[0] == '-' && !number(text) || text[0] == '\t')
	if !quote && !formula {
		c.buf = append(c.buf, text...)
		return
	}
	c.buf = append(c.buf, '"')
	if formula {
		c.buf = append(c.buf, '\'')
	}
	for j := range len(text) {
		if text[j] == '"' {
			c.buf = append(c.buf, '"')
		}
		c.buf = append(c.buf, text[j])
	}
	c.buf = append(c.buf, '"')
}

func number(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
}

func (c *csvSink) line() error {
	c.buf = append(c.buf, "\r\n"...)
	if len(c.buf) < 32<<10 {
		return nil
	}
	return c.flush()
}

func (c *csvSink) flush() error {
	_, err := c.w.Write(c.buf)
	c.buf = c.buf[:0]
	return err
}

// writeJSON answers with a value whose own JSON is the document's.
func writeJSON(w http.ResponseWriter, v any) error {
	out, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(append(out, '\n'))
	return err
}
