package record

import (
	"math"
	"strconv"
	"time"
)

// Cells are values of one column as a columnar source holds them: whole numbers
// or texts, one for each row or, with Index, one for each entry of a dictionary.
// The memory is the source's; a [Binder] keeps none of it.
type Cells struct {
	Ints     []int64       // whole numbers; nil: texts
	Unsigned bool          // Ints are unsigned: a negative one is beyond 1<<63
	Unit     time.Duration // of Ints that are times; 0: seconds or milliseconds, told by their size

	Data    []byte      // what Spans are in
	Spans   [][2]uint32 // texts: from and to in Data
	Numeric bool        // texts are written from numbers: leading zeros are lost

	Null []bool // by row, true where there is no value; nil: all have one

	// Index gives the entry of each row in a dictionary; nil: values stand by row.
	// An index of as many as there are entries is a row without value, and Null is
	// not used. Dictionary numbers the dictionary, from 1 on: equal numbers mean
	// equal entries.
	Index      []uint32
	Dictionary uint64
}

// Append appends the value of a row as text, nothing for one that is absent.
func (c *Cells) Append(dst []byte, row int) []byte {
	switch {
	case c.Index != nil:
		if row = int(c.Index[row]); row == c.entries() {
			return dst
		}
	case c.Null != nil && c.Null[row]:
		return dst
	}
	return c.append(dst, row)
}

// entries returns how many values there are.
func (c *Cells) entries() int {
	if c.Ints != nil {
		return len(c.Ints)
	}
	return len(c.Spans)
}

// append appends a value, by row or entry, as text.
func (c *Cells) append(dst []byte, i int) []byte {
	switch {
	case c.Ints == nil:
		return append(dst, c.text(i)...)
	case c.Unsigned:
		return strconv.AppendUint(dst, uint64(c.Ints[i]), 10)
	default:
		return strconv.AppendInt(dst, c.Ints[i], 10)
	}
}

func (c *Cells) text(i int) []byte { s := c.Spans[i]; return c.Data[s[0]:s[1]] }

// put sets a value of a typed column. A missing one is set to zero.
func (c *Cells) put(dst *Column, t Type, row, i int) verdict {
	if c.Ints == nil {
		s := c.Spans[i]
		switch n := s[1] - s[0]; {
		case n == 0 || n == 1 && c.Data[s[0]] == '-':
			dst.set(t, row, 0)
			return isMissing
		case t == TypeAddr && int(s[1])+LinePad <= len(c.Data):
			// Fast path: reading on behind the text does no harm.
			if v, next, ok := addr4(c.Data, int(s[0])); ok && next == int(s[1]) {
				dst.Addr[row] = AddrFrom4(v)
				return isValue
			}
		}
		return dst.parse(t, row, c.text(i))
	}
	v := c.Ints[i]
	switch t {
	case TypeAddr, TypeAction:
		return isMalformed
	case TypeTime:
		ns, ok := c.time(v)
		dst.Time[row] = ns
		if !ok {
			return isOutOfRange
		}
		return isValue
	}
	if v < 0 && !c.Unsigned || uint64(v) > limits[t] {
		return isOutOfRange
	}
	dst.set(t, row, uint64(v))
	return isValue
}

// time converts a number to nanoseconds.
func (c *Cells) time(v int64) (int64, bool) {
	switch {
	case v < 0:
		return 0, false
	case c.Unit == 0:
		return timeFrom(uint64(v))
	case v > math.MaxInt64/int64(c.Unit):
		return 0, false
	}
	ns := v * int64(c.Unit)
	return ns, ns < endOfTime*1e9
}
