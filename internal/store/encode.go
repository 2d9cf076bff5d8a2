package store

import (
	"fmt"
	"math"
	"unsafe"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// encoder turns batches into blocks of table flows. It keeps buffers for the
// columns that have to be converted; columns that are in the batch as the table
// wants them are borrowed from it. It is not safe for concurrent use.
type encoder struct {
	ids    [record.NumGroups]idTable
	times  [2][]uint32 // start, duration
	nanos  [2][]uint32
	tuples [4][]uint64 // ctx, path, src_side, dst_side
	pkt    [2][]record.Addr
	absent []uint32
}

// idTable maps tuple numbers to ids.
type idTable struct {
	reg *record.Registry
	ids []uint64
}

// upTo makes sure that the ids of the numbers below n are there.
func (t *idTable) upTo(g record.Group, reg *record.Registry) []uint64 {
	if t.reg != reg {
		t.reg, t.ids = reg, nil
	}
	for n := len(t.ids); n < reg.Len(g); n++ {
		t.ids = append(t.ids, reg.Tuple(g, uint32(n)).ID)
	}
	return t.ids
}

// encode returns the rows of a batch as a block that borrows from the batch and
// from the encoder until the encoder's next call.
func (e *encoder) encode(b *record.Batch) (*block, error) {
	n := b.Len()
	if !b.Has(record.Start) {
		return nil, fmt.Errorf("encode batch: no start times")
	}
	out := newBlock(n)
	e.encodeTimes(b, out)
	for i, t := range [...]struct {
		name    string
		group   record.Group
		numbers []uint32
	}{
		{"ctx", record.GroupContext, b.Context},
		{"path", record.GroupPath, b.Path},
		{"src_side", record.GroupSide, b.SrcSide},
		{"dst_side", record.GroupSide, b.DstSide},
	} {
		ids := e.ids[t.group].upTo(t.group, b.Registry)
		e.tuples[i] = sized(e.tuples[i], n)
		var any uint64
		for row, number := range t.numbers {
			id := ids[number]
			e.tuples[i][row] = id
			any |= id
		}
		if any != 0 {
			addColumn(out, t.name, "UInt64", e.tuples[i])
		}
	}
	missing := uint32(0)
	for _, id := range record.RowFields {
		if !b.Has(id) {
			missing |= record.AbsentBit(id)
		}
	}
	for _, id := range flowColumns {
		switch {
		case id == record.Absent:
			e.encodeAbsent(b, missing, out)
		case !b.Has(id):
		case id == record.PktSrcAddr:
			e.encodePacketAddr(b, 0, id, record.SrcAddr, out)
		case id == record.PktDstAddr:
			e.encodePacketAddr(b, 1, id, record.DstAddr, out)
		default:
			encodePlain(b, id, out)
		}
	}
	return out, nil
}

// encodeTimes writes start and end as whole seconds and, where there are any,
// nanoseconds. A row without end has duration 0.
func (e *encoder) encodeTimes(b *record.Batch, out *block) {
	n := b.Len()
	for i := range 2 {
		e.times[i], e.nanos[i] = sized(e.times[i], n), sized(e.nanos[i], n)
	}
	var anyNanos [2]uint32
	for row, t := range b.Col(record.Start).Time {
		s := t / second
		e.times[0][row] = uint32(min(s, math.MaxUint32))
		ns := uint32(t - s*second)
		e.nanos[0][row] = ns
		anyNanos[0] |= ns
	}
	addColumn(out, "start", typeTime, e.times[0])
	if b.Has(record.End) {
		start := b.Col(record.Start).Time
		for row, t := range b.Col(record.End).Time {
			if t == 0 && b.Has(record.Absent) && b.AbsentAt(record.End, row) {
				e.times[1][row], e.nanos[1][row] = 0, 0
				continue
			}
			s := t / second
			d := s - start[row]/second
			e.times[1][row] = uint32(int32(min(max(d, math.MinInt32), math.MaxInt32)))
			ns := uint32(t - s*second)
			e.nanos[1][row] = ns
			anyNanos[1] |= ns
		}
		addColumn(out, "duration", "Int32", e.times[1])
	}
	for i, name := range [...]string{"start_ns", "end_ns"} {
		if anyNanos[i] != 0 {
			addColumn(out, name, "UInt32", e.nanos[i])
		}
	}
}

// encodeAbsent adds the bits of the columns that the batch lacks.
func (e *encoder) encodeAbsent(b *record.Batch, missing uint32, out *block) {
	if !b.Has(record.Absent) && missing == 0 {
		return
	}
	e.absent = sized(e.absent, b.Len())
	if !b.Has(record.Absent) {
		for row := range e.absent {
			e.absent[row] = missing
		}
	} else {
		var any uint32
		for row, bits := range b.Col(record.Absent).U32 {
			e.absent[row] = bits | missing
			any |= bits | missing
		}
		if any == 0 {
			return
		}
	}
	addColumn(out, "absent", "UInt32", e.absent)
}

// encodePacketAddr writes a packet's address, blank where it is the interface's
// own view of it, which it nearly always is.
func (e *encoder) encodePacketAddr(b *record.Batch, i int, id, plain record.FieldID, out *block) {
	packet := b.Col(id).Addr
	if !b.Has(plain) {
		addColumn(out, filter.ColumnName(id), "IPv6", packet)
		return
	}
	e.pkt[i] = sized(e.pkt[i], b.Len())
	differ := false
	for row, addr := range b.Col(plain).Addr {
		if packet[row] == addr {
			e.pkt[i][row] = record.Addr{}
			continue
		}
		e.pkt[i][row] = packet[row]
		differ = differ || packet[row] != record.Addr{}
	}
	if differ {
		addColumn(out, filter.ColumnName(id), "IPv6", e.pkt[i])
	}
}

// encodePlain lends a column of the batch to the block.
func encodePlain(b *record.Batch, id record.FieldID, out *block) {
	field, col, name := record.Get(id), b.Col(id), filter.ColumnName(id)
	typ := filter.ColumnType(field.Type)
	switch field.Type {
	case record.TypeUint16:
		addColumn(out, name, typ, col.U16)
	case record.TypeUint32:
		addColumn(out, name, typ, col.U32)
	case record.TypeUint64:
		addColumn(out, name, typ, col.U64)
	case record.TypeAddr:
		addColumn(out, name, typ, col.Addr)
	case record.TypeText:
		out.addText(name, col.Text)
	default:
		if !allZero(col.U8) {
			addColumn(out, name, typ, col.U8)
		}
	}
}

// allZero reports whether a column may be left out of the insert: what an
// insert does not name is zero, and costs the engine nothing.
func allZero(s []uint8) bool {
	for len(s) >= 8 {
		if *(*uint64)(unsafe.Pointer(&s[0])) != 0 {
			return false
		}
		s = s[8:]
	}
	for _, v := range s {
		if v != 0 {
			return false
		}
	}
	return true
}

// sized returns s with length n; its content is not kept.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
