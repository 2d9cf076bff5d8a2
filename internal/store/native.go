package store

import (
	"encoding/binary"
	"io"
	"strings"
	"sync"
)

// block is one block of ClickHouse's Native format on its way to the engine. The
// columns' memory is borrowed, not copied, until the insert has returned.
type block struct {
	rows  int
	names []string
	parts [][]byte // headers and columns in turn
	size  int64
}

func newBlock(rows int) *block { return &block{rows: rows} }

// addColumn adds a column whose memory is laid out as ClickHouse wants it.
func addColumn[T any](b *block, name, typ string, values []T) {
	b.add(name, typ, asBytes(values))
}

// addText adds a column of text.
func (b *block) addText(name string, values []string) {
	size := 0
	for _, v := range values {
		size += len(v) + binary.MaxVarintLen32
	}
	data := make([]byte, 0, size)
	for _, v := range values {
		data = appendText(data, v)
	}
	b.add(name, "String", data)
}

func (b *block) add(name, typ string, data []byte) {
	b.names = append(b.names, name)
	header := appendText(appendText(nil, name), typ)
	b.parts = append(b.parts, header, data)
	b.size += int64(len(header) + len(data))
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// insertInto returns the INSERT that the block is the data of.
func (b *block) insertInto(db, table string) string {
	return "INSERT INTO " + quote(db) + "." + quote(table) + " (" + strings.Join(b.names, ", ") + ")"
}

// body returns the block as a request body and its size.
func (b *block) body() (*blockBody, int64) {
	head := binary.AppendUvarint(nil, uint64(len(b.names)))
	head = binary.AppendUvarint(head, uint64(b.rows))
	parts := append([][]byte{head}, b.parts...)
	return &blockBody{parts: parts, closed: make(chan struct{})}, b.size + int64(len(head))
}

// blockBody reads a block's parts one after the other. The HTTP client may go on
// reading after it has returned; its Close says when the memory is free again.
type blockBody struct {
	parts  [][]byte
	once   sync.Once
	closed chan struct{}
}

func (b *blockBody) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) && len(b.parts) > 0 {
		k := copy(p[n:], b.parts[0])
		n += k
		if b.parts[0] = b.parts[0][k:]; len(b.parts[0]) == 0 {
			b.parts = b.parts[1:]
		}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (b *blockBody) Close() error {
	b.once.Do(func() { close(b.closed) })
	return nil
}
