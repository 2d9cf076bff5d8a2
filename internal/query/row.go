package query

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/weir-flow/weir/internal/record"
)

// Sink takes an answer. Begin is called once, before the first row and also
// when there is none; an error of either ends the query and is returned from
// it as it is.
type Sink interface {
	Begin(columns []Column) error
	Row(row Row) error // the row is valid until Row returns
}

// Kind says how the values of a column are to be shown.
type Kind uint8

// The kinds of columns.
const (
	KindText   Kind = iota
	KindNumber      // whole or not
	KindBool
	KindTime  // RFC 3339 in UTC
	KindAddr  // canonical text
	KindOther // arrays, maps and other values of SQL, as JSON
)

// Column describes one column of an answer.
type Column struct {
	Name  string
	Kind  Kind
	Unit  string        // "bytes", "packets", "seconds", "flows" or "records"; "" for none
	Field *record.Field // the field whose values these are; nil for aggregates, buckets and SQL
	Type  string        // ClickHouse's type, for SQL; else ""
}

// Row is one row of an answer: its values as JSON, which all readers share.
type Row struct {
	cells [][]byte
}

// NewRow returns a row of values that are JSON already, as [Row.JSON] gives them.
func NewRow(cells [][]byte) Row { return Row{cells} }

// Len returns how many values the row has.
func (r Row) Len() int { return len(r.cells) }

// JSON returns a value as JSON: null, a number, true, a text in quotes.
func (r Row) JSON(i int) []byte { return r.cells[i] }

// Null reports whether a value is absent.
func (r Row) Null(i int) bool { return string(r.cells[i]) == "null" }

// Text returns a value as text without quotes, "" when it is absent.
func (r Row) Text(i int) string {
	switch cell := r.cells[i]; {
	case r.Null(i):
		return ""
	case len(cell) < 2 || cell[0] != '"':
		return string(cell)
	case bytes.IndexByte(cell, '\\') < 0:
		return string(cell[1 : len(cell)-1])
	default:
		var s string
		if json.Unmarshal(cell, &s) != nil {
			return string(cell)
		}
		return s
	}
}

// Uint returns a whole number, 0 when the value is absent or none.
func (r Row) Uint(i int) uint64 {
	n, _ := strconv.ParseUint(string(r.cells[i]), 10, 64)
	return n
}

// Float returns a number, 0 when the value is absent or none.
func (r Row) Float(i int) float64 {
	f, _ := strconv.ParseFloat(string(r.cells[i]), 64)
	return f
}

// Time returns a time, the zero time when the value is absent or none.
func (r Row) Time(i int) time.Time {
	t, _ := time.Parse(time.RFC3339Nano, r.Text(i))
	return t
}

// clone returns a row that stays valid.
func (r Row) clone() Row {
	size := 0
	for _, c := range r.cells {
		size += len(c)
	}
	all := make([]byte, 0, size)
	cells := make([][]byte, len(r.cells))
	for i, c := range r.cells {
		from := len(all)
		all = append(all, c...)
		cells[i] = all[from:len(all):len(all)]
	}
	return Row{cells}
}

// Table is a [Sink] that keeps the whole answer. It is for small ones.
type Table struct {
	Columns []Column
	Rows    []Row
}

// Begin implements [Sink].
func (t *Table) Begin(columns []Column) error {
	t.Columns, t.Rows = columns, nil
	return nil
}

// Row implements [Sink].
func (t *Table) Row(row Row) error {
	t.Rows = append(t.Rows, row.clone())
	return nil
}

const hexDigits = "0123456789abcdef"

// appendText appends text as a JSON string. Bytes that are no UTF-8 become
// U+FFFD.
func appendText(dst []byte, s []byte) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRune(s[i:])
			if r != utf8.RuneError || n > 1 {
				i += n
				continue
			}
			dst = append(append(dst, s[from:i]...), "\ufffd"...)
			i++
			from = i
			continue
		}
		dst = append(dst, s[from:i]...)
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		from = i
	}
	return append(append(dst, s[from:]...), '"')
}
