package fleet

import "encoding/binary"

// compact writes Thrift's compact protocol, in which Parquet says what it holds.
// The fields of a struct come in the order of their ids, which are less than 16
// apart.
type compact struct {
	b   []byte
	ids []int64 // of the field before, for each struct that is open
}

// Types of the protocol.
const (
	compactI32    = 5
	compactI64    = 6
	compactBinary = 8
	compactList   = 9
	compactStruct = 12
)

// open begins a struct: the whole, or an element of a list.
func (t *compact) open() { t.ids = append(t.ids, 0) }

// end ends the struct that was begun last.
func (t *compact) end() {
	t.b = append(t.b, 0)
	t.ids = t.ids[:len(t.ids)-1]
}

func (t *compact) field(id int64, typ byte) {
	last := &t.ids[len(t.ids)-1]
	t.b = append(t.b, byte(id-*last)<<4|typ)
	*last = id
}

func (t *compact) zigzag(v int64) { t.b = binary.AppendUvarint(t.b, uint64(v<<1^v>>63)) }

func (t *compact) bytes(s string) {
	t.b = append(binary.AppendUvarint(t.b, uint64(len(s))), s...)
}

// begin begins a struct that is a field.
func (t *compact) begin(id int64) { t.field(id, compactStruct); t.open() }

func (t *compact) int(id, v int64) { t.field(id, compactI32); t.zigzag(v) }

func (t *compact) long(id, v int64) { t.field(id, compactI64); t.zigzag(v) }

func (t *compact) text(id int64, s string) { t.field(id, compactBinary); t.bytes(s) }

// list begins a list of n elements, which follow.
func (t *compact) list(id int64, of byte, n int) {
	t.field(id, compactList)
	if n < 15 {
		t.b = append(t.b, byte(n)<<4|of)
		return
	}
	t.b = binary.AppendUvarint(append(t.b, 0xf0|of), uint64(n))
}
