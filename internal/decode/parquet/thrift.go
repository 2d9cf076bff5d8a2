package parquet

import "encoding/binary"

// thrift reads values of Thrift's compact protocol, in which Parquet writes its
// footer and the headers of its pages. After the end of the data, or damage, all
// values are zero and failed is set; nothing is made as large as the data merely
// says it is.
type thrift struct {
	data   []byte
	at     int
	depth  int
	failed bool
}

// Types of the compact protocol.
const (
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftI16    = 4
	thriftI32    = 5
	thriftI64    = 6
	thriftDouble = 7
	thriftBinary = 8
	thriftList   = 9
	thriftSet    = 10
	thriftMap    = 11
	thriftStruct = 12
)

// maxThriftDepth is far beyond what Parquet nests.
const maxThriftDepth = 32

func (t *thrift) byte() byte {
	if t.failed || t.at >= len(t.data) {
		t.failed = true
		return 0
	}
	t.at++
	return t.data[t.at-1]
}

func (t *thrift) uvarint() uint64 {
	if t.failed {
		return 0
	}
	v, n := binary.Uvarint(t.data[t.at:])
	if n <= 0 {
		t.failed = true
		return 0
	}
	t.at += n
	return v
}

// int reads an integer of any width.
func (t *thrift) int() int64 {
	v := t.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

func (t *thrift) binary() []byte {
	n := t.uvarint()
	if n > uint64(len(t.data)-t.at) {
		t.failed = true
	}
	if t.failed {
		return nil
	}
	t.at += int(n)
	return t.data[t.at-int(n) : t.at]
}

// fields calls f with each field of a struct; f reads the value or skips it. The
// value of a boolean is its type.
func (t *thrift) fields(f func(id int64, typ byte)) {
	if t.depth++; t.depth > maxThriftDepth {
		t.failed = true
	}
	id := int64(0)
	for !t.failed {
		b := t.byte()
		typ := b & 0xf
		if typ == 0 {
			break
		}
		if b>>4 == 0 {
			id = t.int()
		} else {
			id += int64(b >> 4)
		}
		f(id, typ)
	}
	t.depth--
}

// list calls f with each element of a list.
func (t *thrift) list(f func(typ byte)) {
	b := t.byte()
	n := uint64(b >> 4)
	if n == 15 {
		n = t.uvarint()
	}
	if n > uint64(len(t.data)-t.at) { // an element has a byte at least
		t.failed = true
	}
	for ; n > 0 && !t.failed; n-- {
		f(b & 0xf)
	}
}

// skip passes over a value.
func (t *thrift) skip(typ byte) {
	switch typ {
	case thriftTrue, thriftFalse:
	case thriftByte:
		t.byte()
	case thriftI16, thriftI32, thriftI64:
		t.uvarint()
	case thriftDouble:
		for range 8 {
			t.byte()
		}
	case thriftBinary:
		t.binary()
	case thriftList, thriftSet:
		if t.depth++; t.depth > maxThriftDepth {
			t.failed = true
			return
		}
		t.list(t.skipElement)
		t.depth--
	case thriftMap:
		t.skipMap()
	case thriftStruct:
		t.fields(func(_ int64, typ byte) { t.skip(typ) })
	default:
		t.failed = true
	}
}

// skipElement passes over an element of a collection, where a boolean takes up a
// byte.
func (t *thrift) skipElement(typ byte) {
	if typ == thriftTrue || typ == thriftFalse {
		typ = thriftByte
	}
	t.skip(typ)
}

func (t *thrift) skipMap() {
	n := t.uvarint()
	if n == 0 {
		return
	}
	if t.depth++; t.depth > maxThriftDepth {
		t.failed = true
	}
	types := t.byte()
	for ; n > 0 && !t.failed; n-- {
		t.skipElement(types >> 4)
		t.skipElement(types & 0xf)
	}
	t.depth--
}
