package query

import (
	"encoding/json"
	"math"
	"strconv"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/record"
)

// reader is one column of an answer in the engine's Native format, with the way
// its values become JSON. A reader is reused from block to block.
type reader interface {
	proto.ColResult
	appendJSON(dst []byte, row int) []byte
}

const null = "null"

// textReader reads text; none is an absent one.
type textReader struct{ proto.ColStr }

func (c *textReader) appendJSON(dst []byte, row int) []byte {
	text := c.RowBytes(row)
	if len(text) == 0 {
		return append(dst, null...)
	}
	return appendText(dst, text)
}

// objectReader reads text that holds JSON.
type objectReader struct{ textReader }

func (c *objectReader) appendJSON(dst []byte, row int) []byte {
	if text := c.RowBytes(row); len(text) > 0 && text[0] == '{' && json.Valid(text) {
		return append(dst, text...)
	}
	return c.textReader.appendJSON(dst, row)
}

// countReader reads whole numbers that are all there.
type countReader struct{ proto.ColUInt64 }

func (c *countReader) appendJSON(dst []byte, row int) []byte {
	return strconv.AppendUint(dst, c.ColUInt64[row], 10)
}

// largeReader reads whole numbers; noLarge is an absent one.
type largeReader struct{ proto.ColUInt64 }

func (c *largeReader) appendJSON(dst []byte, row int) []byte {
	if c.ColUInt64[row] == noLarge {
		return append(dst, null...)
	}
	return strconv.AppendUint(dst, c.ColUInt64[row], 10)
}

// smallReader reads whole numbers; noSmall is an absent one.
type smallReader struct{ proto.ColUInt32 }

func (c *smallReader) appendJSON(dst []byte, row int) []byte {
	if c.ColUInt32[row] == noSmall {
		return append(dst, null...)
	}
	return strconv.AppendUint(dst, uint64(c.ColUInt32[row]), 10)
}

type boolReader struct{ proto.ColUInt8 }

func (c *boolReader) appendJSON(dst []byte, row int) []byte {
	return strconv.AppendBool(dst, c.ColUInt8[row] != 0)
}

// addrReader reads addresses; noAddr is an absent one.
type addrReader struct{ proto.ColIPv6 }

func (c *addrReader) appendJSON(dst []byte, row int) []byte {
	if record.Addr(c.ColIPv6[row]) == noAddr {
		return append(dst, null...)
	}
	dst = record.Addr(c.ColIPv6[row]).Netip().AppendTo(append(dst, '"'))
	return append(dst, '"')
}

// timeReader reads times in units since 1970; what lies before is an absent one.
type timeReader struct {
	proto.ColInt64
	unit time.Duration
}

func (c *timeReader) appendJSON(dst []byte, row int) []byte {
	if c.ColInt64[row] < 0 {
		return append(dst, null...)
	}
	return appendTime(dst, c.ColInt64[row], c.unit)
}

func appendTime(dst []byte, n int64, unit time.Duration) []byte {
	per := int64(time.Second / unit)
	t := time.Unix(n/per, n%per*int64(unit)).UTC()
	return append(t.AppendFormat(append(dst, '"'), time.RFC3339Nano), '"')
}

// nullableReader reads what min, max and the like give, which is nothing when
// they met no value.
type nullableReader[T any] struct {
	*proto.ColNullable[T]
	write func(dst []byte, v T) []byte
}

func newNullable[T any](values proto.ColumnOf[T], write func([]byte, T) []byte) reader {
	return &nullableReader[T]{proto.NewColNullable(values), write}
}

func (c *nullableReader[T]) appendJSON(dst []byte, row int) []byte {
	if v := c.Row(row); v.Set {
		return c.write(dst, v.Value)
	}
	return append(dst, null...)
}

func nullableUint() reader {
	return newNullable(new(proto.ColUInt64), func(dst []byte, v uint64) []byte { return strconv.AppendUint(dst, v, 10) })
}

func nullableFloat() reader {
	return newNullable(new(proto.ColFloat64), func(dst []byte, v float64) []byte {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return append(dst, null...)
		}
		return strconv.AppendFloat(dst, v, 'g', -1, 64)
	})
}

func nullableTime() reader {
	return newNullable(new(proto.ColInt64), func(dst []byte, v int64) []byte { return appendTime(dst, v, time.Nanosecond) })
}

// answer puts the columns of the engine's answer together as rows.
type answer struct {
	readers []reader
	bits    []int // for each reader its bit in the mask, -1 when it is never absent
	mask    *proto.ColUInt32
	places  *places // nil: nobody asks
	into    proto.Results
	buf     []byte
	ends    []int
	cells   [][]byte
}

// add adds the next column.
func (a *answer) add(name string, r reader, bit int) {
	a.readers = append(a.readers, r)
	a.bits = append(a.bits, bit)
	a.into = append(a.into, proto.ResultColumn{Name: name, Data: r})
}

// addMask adds the column with a set bit for each value that is absent.
func (a *answer) addMask(name string) {
	a.mask = new(proto.ColUInt32)
	a.into = append(a.into, proto.ResultColumn{Name: name, Data: a.mask})
}

// addPlaces adds the columns that say where records stand, and their ids.
func (a *answer) addPlaces(ids bool) {
	a.places = new(places)
	if ids {
		a.readers, a.bits = append(a.readers, idReader{at: a.places}), append(a.bits, -1)
	}
	a.into = append(a.into, proto.ResultColumn{Name: startName, Data: &a.places.start}, proto.ResultColumn{Name: placeName, Data: &a.places.hash})
}

// row returns a row of the block at hand. It is valid until the next call.
func (a *answer) row(row int) Row {
	var mask uint32
	if a.mask != nil {
		mask = (*a.mask)[row]
	}
	a.buf, a.ends = a.buf[:0], a.ends[:0]
	for i, r := range a.readers {
		if bit := a.bits[i]; bit >= 0 && mask>>bit&1 == 1 {
			a.buf = append(a.buf, null...)
		} else {
			a.buf = r.appendJSON(a.buf, row)
		}
		a.ends = append(a.ends, len(a.buf))
	}
	a.cells = a.cells[:0]
	from := 0
	for _, to := range a.ends {
		a.cells = append(a.cells, a.buf[from:to:to])
		from = to
	}
	return Row{a.cells}
}
