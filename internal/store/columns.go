package store

import (
	"unsafe"

	"github.com/weir-flow/weir/internal/record"
)

// rollColumns are the columns a roll-up reads, each as long as the batch.
type rollColumns struct {
	start, end                              []int64
	srcAddr, dstAddr                        []record.Addr
	srcPort, dstPort                        []uint16
	protocol, action, counted, role, scopes []uint8
	packets, bytes                          []uint64
}

// columns lends the columns of a batch; those that it lacks are zeros.
func (r *Rollup) columns(b *record.Batch) rollColumns {
	n := b.Len()
	if len(r.zeros) < 16*n {
		r.zeros = make([]byte, 16*n)
	}
	u8 := func(id record.FieldID) []uint8 {
		if b.Has(id) {
			return b.Col(id).U8
		}
		return r.zeros[:n]
	}
	u16 := func(id record.FieldID) []uint16 {
		if b.Has(id) {
			return b.Col(id).U16
		}
		return fromBytes[uint16](r.zeros, n)
	}
	u64 := func(id record.FieldID) []uint64 {
		if b.Has(id) {
			return b.Col(id).U64
		}
		return fromBytes[uint64](r.zeros, n)
	}
	addr := func(id record.FieldID) []record.Addr {
		if b.Has(id) {
			return b.Col(id).Addr
		}
		return fromBytes[record.Addr](r.zeros, n)
	}
	c := rollColumns{
		start:   b.Col(record.Start).Time,
		srcAddr: addr(record.SrcAddr), dstAddr: addr(record.DstAddr),
		srcPort: u16(record.SrcPort), dstPort: u16(record.DstPort),
		protocol: u8(record.Protocol), action: u8(record.ActionField),
		counted: u8(record.Counted), role: u8(record.Role), scopes: u8(record.Scopes),
		packets: u64(record.Packets), bytes: u64(record.Bytes),
	}
	if b.Has(record.End) {
		c.end = b.Col(record.End).Time
	} else {
		c.end = fromBytes[int64](r.zeros, n)
	}
	return c
}

// fromBytes views zeroed memory as n numbers.
func fromBytes[T any](b []byte, n int) []T {
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), n)
}

// asBytes views numbers as the bytes they are in memory, which is what
// ClickHouse's Native format has on a little-endian machine.
func asBytes[T any](s []T) []byte {
	var one T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s)*int(unsafe.Sizeof(one)))
}
