package parquet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/decode"
)

// Physical types of the format.
const (
	typeBoolean = iota
	typeInt32
	typeInt64
	typeInt96
	typeFloat
	typeDouble
	typeByteArray
	typeFixed
)

// footer is what the end of a file says about it.
type footer struct {
	leaves []leaf // columns, in the order of their chunks
	groups []rowGroup
	rows   int64
}

// leaf is a column of the schema.
type leaf struct {
	name     string // with the names of the groups it is in, joined by dots
	typ      int64
	length   int           // of typeFixed
	levels   int           // definition level of a value
	repeated bool          // holds lists
	unsigned bool          // of whole numbers
	decimal  bool          // scaled by scale
	scale    int           // digits behind the point
	unit     time.Duration // of times; 0: not said
}

type rowGroup struct {
	chunks []chunk
	rows   int64
}

// chunk is the part of a column in a row group.
type chunk struct {
	codec      int64
	data, dict int64 // positions in the file; dict is 0 without dictionary
	size       int64
	elsewhere  bool // in another file, or encrypted
}

// element is a node of the schema as the footer lists it.
type element struct {
	leaf
	repetition int64 // 0 required, 1 optional, 2 repeated
	children   int64
	converted  int64
}

var (
	errEncrypted = errors.New("the file is encrypted")
	errFooter    = errors.New("the footer makes no sense")
)

const (
	magic          = "PAR1"
	magicEncrypted = "PARE"
	tailSize       = 8 // length of the footer, magic
	maxColumns     = 4096
	maxRows        = 1 << 40
	maxScale       = 76 // digits of the widest decimals in use
)

// readFooter reads the footer of a file. What is no whole file gives a
// [decode.DamageError].
func readFooter(data []byte) (*footer, error) {
	size := int64(len(data))
	damage := func(kind error, format string, args ...any) error {
		return &decode.DamageError{Err: kind, Offset: size, Cause: fmt.Errorf(format, args...)}
	}
	if size < int64(len(magic))+tailSize || string(data[size-4:]) != magic {
		if bytes.HasPrefix(data, []byte(magicEncrypted)) || bytes.HasSuffix(data, []byte(magicEncrypted)) {
			return nil, errEncrypted
		}
		return nil, damage(decode.ErrTruncated, "the footer of the Parquet file is missing")
	}
	length := int64(binary.LittleEndian.Uint32(data[size-tailSize:]))
	if length > size-tailSize-int64(len(magic)) {
		return nil, damage(decode.ErrCorrupt, "the footer claims %d bytes, more than the file has", length)
	}
	t := &thrift{data: data[size-tailSize-length : size-tailSize]}
	f, elements := &footer{}, []element(nil)
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 2 && typ == thriftList:
			t.list(func(byte) { elements = append(elements, readElement(t)) })
		case id == 4 && typ == thriftList:
			t.list(func(byte) { f.groups = append(f.groups, readGroup(t)) })
		default:
			t.skip(typ)
		}
	})
	if t.failed {
		return nil, damage(decode.ErrCorrupt, "%w: it ends early", errFooter)
	}
	if err := f.plan(elements); err != nil {
		return nil, damage(decode.ErrCorrupt, "%w: %w", errFooter, err)
	}
	return f, nil
}

// plan makes columns of the schema and checks the row groups against them.
func (f *footer) plan(elements []element) error {
	if len(elements) == 0 {
		return errors.New("it has no schema")
	}
	rest, err := f.plant(elements[1:], elements[0].children, leaf{}, 0)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return errors.New("nodes of the schema belong nowhere")
	}
	for i, g := range f.groups {
		if len(g.chunks) != len(f.leaves) {
			return fmt.Errorf("row group %d has %d columns, the schema %d", i, len(g.chunks), len(f.leaves))
		}
		if f.rows += g.rows; g.rows < 0 || f.rows > maxRows {
			return fmt.Errorf("row group %d claims %d rows", i, g.rows)
		}
	}
	return nil
}

// plant takes n nodes and what is below them off the list.
func (f *footer) plant(list []element, n int64, under leaf, depth int) (rest []element, err error) {
	if depth > maxThriftDepth {
		return nil, errors.New("the schema is nested too deeply")
	}
	for ; n > 0; n-- {
		if len(list) == 0 {
			return nil, errors.New("the schema ends early")
		}
		e := list[0]
		list = list[1:]
		if under.name != "" {
			e.name = under.name + "." + e.name
		}
		e.repeated = under.repeated || e.repetition == 2
		e.levels = under.levels
		if e.repetition != 0 {
			e.levels++
		}
		if e.children > 0 {
			if list, err = f.plant(list, e.children, e.leaf, depth+1); err != nil {
				return nil, err
			}
			continue
		}
		if e.typ < typeBoolean || e.typ > typeFixed || e.typ == typeFixed && (e.length <= 0 || e.length > maxText) || e.scale < 0 || e.scale > maxScale {
			return nil, fmt.Errorf("column %q has no known type", e.name)
		}
		if len(f.leaves) == maxColumns {
			return nil, fmt.Errorf("over %d columns", maxColumns)
		}
		f.leaves = append(f.leaves, e.leaf)
	}
	return list, nil
}

func readElement(t *thrift) element {
	e := element{converted: -1}
	e.typ = -1
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 1 && typ == thriftI32:
			e.typ = t.int()
		case id == 2 && typ == thriftI32:
			e.length = int(t.int())
		case id == 3 && typ == thriftI32:
			e.repetition = t.int()
		case id == 4 && typ == thriftBinary:
			e.name = string(t.binary())
		case id == 5 && typ == thriftI32:
			e.children = t.int()
		case id == 6 && typ == thriftI32:
			e.converted = t.int()
		case id == 7 && typ == thriftI32:
			e.scale = int(t.int())
		case id == 10 && typ == thriftStruct:
			e.readLogical(t)
		default:
			t.skip(typ)
		}
	})
	const decimal, date, millis, micros, uint8, uint64 = 5, 6, 9, 10, 11, 14 // ConvertedType
	switch {
	case e.converted == decimal:
		e.decimal = true
	case e.converted == date:
		e.unit = 24 * time.Hour
	case e.converted == millis:
		e.unit = time.Millisecond
	case e.converted == micros:
		e.unit = time.Microsecond
	case e.converted >= uint8 && e.converted <= uint64:
		e.unsigned = true
	}
	if !e.decimal {
		e.scale = 0
	}
	if e.typ == typeInt96 {
		e.unit = time.Nanosecond
	}
	return e
}

// readLogical reads the union that newer writers tell a column's meaning with.
func (e *element) readLogical(t *thrift) {
	const decimal, date, timestamp, integer = 5, 6, 8, 10
	t.fields(func(kind int64, typ byte) {
		if typ != thriftStruct {
			t.skip(typ)
			return
		}
		t.fields(func(id int64, typ byte) {
			switch {
			case kind == decimal && id == 1 && typ == thriftI32:
				e.scale = int(t.int())
			case kind == timestamp && id == 2 && typ == thriftStruct:
				t.fields(func(id int64, typ byte) {
					units := [...]time.Duration{1: time.Millisecond, 2: time.Microsecond, 3: time.Nanosecond}
					if id > 0 && id < int64(len(units)) {
						e.unit = units[id]
					}
					t.skip(typ)
				})
			case kind == integer && id == 2:
				e.unsigned = typ == thriftFalse
				t.skip(typ)
			default:
				t.skip(typ)
			}
		})
		switch kind {
		case decimal:
			e.decimal = true
		case date:
			e.unit = 24 * time.Hour
		}
	})
}

func readGroup(t *thrift) (g rowGroup) {
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 1 && typ == thriftList:
			t.list(func(byte) { g.chunks = append(g.chunks, readChunk(t)) })
		case id == 3 && typ == thriftI64:
			g.rows = t.int()
		default:
			t.skip(typ)
		}
	})
	return g
}

func readChunk(t *thrift) (c chunk) {
	described := false
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 1 && typ == thriftBinary:
			c.elsewhere = len(t.binary()) > 0
		case id == 3 && typ == thriftStruct:
			described = true
			c.read(t)
		case id == 8:
			c.elsewhere = true
			t.skip(typ)
		default:
			t.skip(typ)
		}
	})
	c.elsewhere = c.elsewhere || !described
	return c
}

func (c *chunk) read(t *thrift) {
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 4 && typ == thriftI32:
			c.codec = t.int()
		case id == 7 && typ == thriftI64:
			c.size = t.int()
		case id == 9 && typ == thriftI64:
			c.data = t.int()
		case id == 11 && typ == thriftI64:
			c.dict = t.int()
		default:
			t.skip(typ)
		}
	})
}
