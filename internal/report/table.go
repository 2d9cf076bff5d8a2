package report

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// sampled is how many rows a table looks at before it decides on widths.
const sampled = 500

// Table is a [query.Sink] that writes an answer as a table for a person. The
// caller calls Flush at the end.
type Table struct {
	p       *printer
	columns []query.Column
	widths  []int
	shown   int // columns that fit
	waiting [][]string
}

var _ query.Sink = (*Table)(nil)

// NewTable returns a table that writes to w.
func NewTable(w io.Writer, page Page) *Table {
	return &Table{p: &printer{Page: page, w: w}}
}

// Hidden lists the columns that the terminal has no room for.
func (t *Table) Hidden() []string {
	var names []string
	for _, c := range t.columns[min(t.shown, len(t.columns)):] {
		names = append(names, c.Name)
	}
	return names
}

// Begin implements [query.Sink].
func (t *Table) Begin(columns []query.Column) error {
	t.columns = append([]query.Column(nil), columns...)
	t.shown = len(columns)
	return nil
}

// Row implements [query.Sink].
func (t *Table) Row(row query.Row) error {
	cells := make([]string, len(t.columns))
	for i, c := range t.columns {
		cells[i] = t.p.escape(cell(c, row, i))
	}
	if t.widths == nil {
		if t.waiting = append(t.waiting, cells); len(t.waiting) < sampled {
			return nil
		}
		return t.layOut()
	}
	t.write(cells)
	return t.p.err
}

// Flush writes what is left and returns the first error of any write.
func (t *Table) Flush() error {
	if t.widths == nil && len(t.columns) > 0 && len(t.waiting) > 0 {
		return t.layOut()
	}
	return t.p.err
}

// layOut chooses widths from the rows so far and writes them.
func (t *Table) layOut() error {
	const gap, most = 2, 60
	t.widths = make([]int, len(t.columns))
	total := -gap
	for i, c := range t.columns {
		w := width(t.p.escape(c.Name))
		for _, cells := range t.waiting {
			w = max(w, width(cells[i]))
		}
		if len(t.columns) > 1 {
			w = min(w, most)
		}
		t.widths[i] = w
		if total += w + gap; t.p.Width > 0 && total > t.p.Width && i > 0 && t.shown == len(t.columns) {
			t.shown = i
		}
	}
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = t.p.escape(c.Name)
	}
	t.line(names, dim)
	for _, cells := range t.waiting {
		t.write(cells)
	}
	t.waiting = nil
	return t.p.err
}

func (t *Table) write(cells []string) { t.line(cells, plain) }

func (t *Table) line(cells []string, all paint) {
	var b strings.Builder
	for i, text := range cells[:t.shown] {
		if i > 0 {
			b.WriteString("  ")
		}
		text = t.p.fit(text, max(t.widths[i], 1))
		blanks := strings.Repeat(" ", max(0, t.widths[i]-width(text)))
		c := all
		if c == plain {
			c = paintOf(text)
		}
		if right(t.columns[i]) {
			b.WriteString(blanks + t.p.paint(c, text))
		} else {
			b.WriteString(t.p.paint(c, text) + blanks)
		}
	}
	t.p.line(b.String())
}

func paintOf(text string) paint {
	switch text {
	case record.Reject.String(), record.StatusSkipData:
		return red
	case absent:
		return dim
	}
	return plain
}

// right reports whether a column's values stand at its right end.
func right(c query.Column) bool {
	if c.Kind != query.KindNumber {
		return false
	}
	return c.Field == nil || c.Field.ID != record.Protocol && c.Field.ID != record.TCPFlags
}

// absent stands for a value that is not there.
const absent = "-"

// cell writes one value for a person.
func cell(c query.Column, row query.Row, i int) string {
	if row.Null(i) {
		return absent
	}
	switch {
	case c.Kind == query.KindTime && c.Type == "":
		at := row.Time(i)
		if at.Nanosecond() != 0 {
			return at.Format("2006-01-02 15:04:05.000")
		}
		return at.Format(time.DateTime)
	case c.Field != nil && c.Field.ID == record.Protocol:
		return iana.ProtocolName(uint8(row.Uint(i)))
	case c.Field != nil && c.Field.ID == record.TCPFlags:
		return iana.FlagsText(uint16(row.Uint(i)))
	case c.Kind == query.KindNumber && c.Field == nil && c.Type == "":
		return grouped(row.Text(i))
	}
	return row.Text(i)
}

// grouped writes a whole number with commas between thousands.
func grouped(digits string) string {
	if _, err := strconv.ParseUint(digits, 10, 64); err != nil || len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return b.String()
}
