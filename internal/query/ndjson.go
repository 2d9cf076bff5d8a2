package query

import (
	"bufio"
	"io"
)

// NDJSON is a [Sink] that writes a row as one compact JSON object a line, and
// nothing else: whole numbers unquoted, addresses in canonical text, absent
// values null, times in RFC 3339 in UTC. The caller flushes it.
type NDJSON struct {
	w    *bufio.Writer
	keys [][]byte // `{"name":` and `,"name":`
}

// NewNDJSON returns a sink that writes to w.
func NewNDJSON(w io.Writer) *NDJSON {
	return &NDJSON{w: bufio.NewWriterSize(w, 64<<10)}
}

// Begin implements [Sink].
func (n *NDJSON) Begin(columns []Column) error {
	n.keys = make([][]byte, len(columns))
	for i, c := range columns {
		open := byte(',')
		if i == 0 {
			open = '{'
		}
		n.keys[i] = append(appendText([]byte{open}, []byte(c.Name)), ':')
	}
	return nil
}

// Row implements [Sink].
func (n *NDJSON) Row(row Row) error {
	for i, cell := range row.cells {
		n.w.Write(n.keys[i]) //nolint:errcheck // a bufio.Writer keeps its first error
		n.w.Write(cell)      //nolint:errcheck // as above
	}
	_, err := n.w.WriteString("}\n")
	return err
}

// Flush writes what is buffered and returns the first error of any write.
func (n *NDJSON) Flush() error { return n.w.Flush() }
