package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/weir-flow/weir/internal/record"
)

// Encodings of the format.
const (
	encPlain       = 0
	encPlainDict   = 2
	encRLE         = 3
	encDelta       = 5
	encDeltaLength = 6
	encDeltaBytes  = 7
	encDict        = 8
	encSplit       = 9
)

var errShort = errors.New("it has fewer values than it claims")

// values reads the values of a page, or of a dictionary, one run after the other.
// Whole numbers become numbers, everything else text.
type values struct {
	leaf     *leaf
	encoding int64
	body     []byte
	at       int // in body, of the next plain value
	count    int // values in body, for encSplit
	bits     hybrid
	ints     delta
	prefix   delta // lengths shared with the value before

	cells record.Cells
	whole []int64
	spans [][2]uint32
	text  []byte   // that was written, not found in body
	last  []byte   // the text before, for encDeltaBytes
	fixed [16]byte // a value put together
	big   big.Int
}

// maxText is the longest text that is put together of others.
const maxText = 1 << 20

// integers reports whether the values of a column are held as numbers.
func (l *leaf) integers() bool {
	return (l.typ == typeInt32 || l.typ == typeInt64) && l.scale == 0 || l.typ == typeInt96
}

// width is the size of a value in bytes, 0 when they differ.
func (l *leaf) width() int {
	return [...]int{typeInt32: 4, typeInt64: 8, typeInt96: 12, typeFloat: 4, typeDouble: 8, typeByteArray: 0, typeFixed: l.length}[l.typ]
}

// begin makes body the values at hand.
func (v *values) begin(encoding int64, body []byte, count int) error {
	v.encoding, v.body, v.at, v.count = encoding, body, 0, count
	typ, ok := v.leaf.typ, true
	switch {
	case encoding == encPlain && typ == typeBoolean:
		v.bits = hybrid{data: body, width: 1, pack: true, left: uint64(len(body)) * 8}
	case encoding == encPlain:
	case encoding == encRLE && typ == typeBoolean:
		if len(body) < 4 {
			return errShort
		}
		v.bits = hybrid{data: body[4:], width: 1}
	case encoding == encDelta && (typ == typeInt32 || typ == typeInt64):
		ok = v.ints.begin(body)
	case encoding == encDeltaLength && typ == typeByteArray:
		if ok = v.ints.begin(body); ok {
			v.body, ok = v.ints.rest()
		}
	case encoding == encDeltaBytes && (typ == typeByteArray || typ == typeFixed) && !v.leaf.decimal:
		var next []byte
		if ok = v.prefix.begin(body); ok {
			next, ok = v.prefix.rest()
		}
		if ok = ok && v.ints.begin(next); ok {
			v.body, ok = v.ints.rest()
		}
		v.last = v.last[:0]
	case encoding == encSplit && typ != typeBoolean && typ != typeByteArray && typ != typeInt96:
		if w := v.leaf.width(); w > len(v.fixed) && typ != typeFixed || count > len(body)/w {
			return errShort
		}
	default:
		return fmt.Errorf("encoding %d of type %d: %w", encoding, typ, errUnsupported)
	}
	if !ok {
		return errShort
	}
	return nil
}

// read sets cells to the next n values; their memory is good until the next call.
func (v *values) read(n int) error {
	v.whole, v.spans = resize(v.whole, n), resize(v.spans, n)
	if v.encoding == encDeltaBytes {
		return v.deltaBytes()
	}
	v.text = v.text[:0]
	l := v.leaf
	switch {
	case l.integers():
		v.cells = record.Cells{Ints: v.whole, Unsigned: l.unsigned, Unit: l.unit}
		return v.readInts()
	case l.typ == typeByteArray && !l.decimal && (v.encoding == encPlain || v.encoding == encDeltaLength), l.typ == typeFixed && !l.decimal && v.encoding == encPlain:
		v.cells = record.Cells{Data: v.body, Spans: v.spans}
		for i := range v.spans {
			from, to, ok := v.piece()
			if !ok {
				return errShort
			}
			v.spans[i] = [2]uint32{uint32(from), uint32(to)}
		}
		return nil
	}
	for i := range v.spans {
		from := len(v.text)
		if err := v.write(); err != nil {
			return err
		}
		v.spans[i] = [2]uint32{uint32(from), uint32(len(v.text))}
	}
	v.cells = record.Cells{Data: v.text, Spans: v.spans, Numeric: l.typ != typeFixed && l.typ != typeByteArray || l.decimal}
	return nil
}

func resize[T any](s []T, n int) []T {
	if n <= cap(s) {
		return s[:n]
	}
	return make([]T, n)
}

// readInts reads as many numbers as there is room for.
func (v *values) readInts() error {
	l := v.leaf
	switch {
	case v.encoding == encDelta:
		for i := range v.whole {
			x, ok := v.ints.next()
			if !ok {
				return errShort
			}
			if v.whole[i] = x; l.typ == typeInt32 {
				v.whole[i] = l.int32(uint32(x))
			}
		}
	case v.encoding == encPlain && l.typ == typeInt64:
		if len(v.body)-v.at < 8*len(v.whole) {
			return errShort
		}
		for i := range v.whole {
			v.whole[i] = int64(binary.LittleEndian.Uint64(v.body[v.at+8*i:]))
		}
		v.at += 8 * len(v.whole)
	case v.encoding == encPlain && l.typ == typeInt32:
		if len(v.body)-v.at < 4*len(v.whole) {
			return errShort
		}
		for i := range v.whole {
			v.whole[i] = l.int32(binary.LittleEndian.Uint32(v.body[v.at+4*i:]))
		}
		v.at += 4 * len(v.whole)
	default:
		for i := range v.whole {
			raw, ok := v.raw()
			if !ok {
				return errShort
			}
			switch l.typ {
			case typeInt32:
				v.whole[i] = l.int32(binary.LittleEndian.Uint32(raw))
			case typeInt64:
				v.whole[i] = int64(binary.LittleEndian.Uint64(raw))
			case typeInt96:
				v.whole[i] = int96(raw)
			}
		}
	}
	return nil
}

func (l *leaf) int32(x uint32) int64 {
	if l.unsigned {
		return int64(x)
	}
	return int64(int32(x))
}

// int96 reads a time as older writers have it: nanoseconds of the day, and the
// day by the Julian calendar. A time that does not fit is negative.
func int96(raw []byte) int64 {
	const epoch, day = 2440588, 24 * 60 * 60 * 1e9
	nanos, days := binary.LittleEndian.Uint64(raw), int64(binary.LittleEndian.Uint32(raw[8:]))-epoch
	if nanos >= 2*day || days < 0 || days > math.MaxInt64/int64(day)-2 {
		return -1
	}
	return days*day + int64(nanos)
}

// piece finds the next text in body.
func (v *values) piece() (from, to int, ok bool) {
	size := int64(v.leaf.length)
	switch {
	case v.encoding == encDeltaLength:
		size, ok = v.ints.next()
		if !ok {
			return 0, 0, false
		}
	case v.leaf.typ == typeByteArray:
		if len(v.body)-v.at < 4 {
			return 0, 0, false
		}
		size = int64(binary.LittleEndian.Uint32(v.body[v.at:]))
		v.at += 4
	}
	if size < 0 || size > int64(len(v.body)-v.at) {
		return 0, 0, false
	}
	v.at += int(size)
	return v.at - int(size), v.at, true
}

// raw returns the bytes of the next value of a fixed width, or of a text.
func (v *values) raw() ([]byte, bool) {
	if v.encoding != encSplit {
		if w := v.leaf.width(); w > 0 {
			if v.at += w; v.at > len(v.body) {
				return nil, false
			}
			return v.body[v.at-w : v.at], true
		}
		from, to, ok := v.piece()
		return v.body[from:to], ok
	}
	if v.at >= v.count {
		return nil, false
	}
	w := v.leaf.width()
	out := v.fixed[:min(w, len(v.fixed))]
	if w > len(out) {
		out = make([]byte, w)
	}
	for i := range w {
		out[i] = v.body[i*v.count+v.at]
	}
	v.at++
	return out, true
}

// write appends the next value to text.
func (v *values) write() error {
	l := v.leaf
	if l.typ == typeBoolean {
		var bit [1]uint32
		if !v.bits.next(bit[:]) {
			return errShort
		}
		v.text = strconv.AppendBool(v.text, bit[0] == 1)
		return nil
	}
	if v.encoding == encDelta { // a scaled number
		x, ok := v.ints.next()
		if !ok {
			return errShort
		}
		v.decimal(x)
		return nil
	}
	raw, ok := v.raw()
	if !ok {
		return errShort
	}
	switch {
	case l.typ == typeInt32:
		v.decimal(int64(int32(binary.LittleEndian.Uint32(raw))))
	case l.typ == typeInt64:
		v.decimal(int64(binary.LittleEndian.Uint64(raw)))
	case l.typ == typeFloat:
		v.float(float64(math.Float32frombits(binary.LittleEndian.Uint32(raw))), 32)
	case l.typ == typeDouble:
		v.float(math.Float64frombits(binary.LittleEndian.Uint64(raw)), 64)
	case l.decimal:
		v.wide(raw)
	default:
		v.text = append(v.text, raw...)
	}
	return nil
}

// float writes a number as people do. NaN is how table tools say that there is none.
func (v *values) float(f float64, bits int) {
	if !math.IsNaN(f) {
		v.text = strconv.AppendFloat(v.text, f, 'f', -1, bits)
	}
}

// wide writes a scaled number of many bytes, the highest first.
func (v *values) wide(raw []byte) {
	negative := len(raw) > 0 && raw[0]&0x80 != 0
	if len(raw) <= 8 {
		x := int64(0)
		if negative {
			x = -1
		}
		for _, b := range raw {
			x = x<<8 | int64(b)
		}
		v.decimal(x)
		return
	}
	v.big.SetBytes(raw)
	if negative {
		var all big.Int
		v.big.Sub(&v.big, all.Lsh(big.NewInt(1), uint(8*len(raw))))
	}
	v.point(v.big.Append(nil, 10))
}

func (v *values) decimal(x int64) {
	var buf [24]byte
	v.point(strconv.AppendInt(buf[:0], x, 10))
}

// point writes digits with the decimal point where the scale says, without zeros
// at the end.
func (v *values) point(digits []byte) {
	if digits[0] == '-' {
		v.text, digits = append(v.text, '-'), digits[1:]
	}
	whole := len(digits) - v.leaf.scale
	if whole <= 0 {
		v.text = append(v.text, '0')
	} else {
		v.text = append(v.text, digits[:whole]...)
	}
	end := len(digits)
	for end > max(whole, 0) && digits[end-1] == '0' {
		end--
	}
	if v.leaf.scale == 0 || end <= max(whole, 0) {
		return
	}
	v.text = append(v.text, '.')
	for range -whole {
		v.text = append(v.text, '0')
	}
	v.text = append(v.text, digits[max(whole, 0):end]...)
}

// deltaBytes reads texts that share their beginning with the one before.
func (v *values) deltaBytes() error {
	v.text = v.text[:0]
	last := v.last
	for i := range v.spans {
		shared, ok1 := v.prefix.next()
		size, ok2 := v.ints.next()
		if !ok1 || !ok2 || shared < 0 || shared > int64(len(last)) || size < 0 || size > int64(len(v.body)-v.at) {
			return errShort
		}
		if shared+size > maxText || len(v.text) > maxPage {
			return fmt.Errorf("a text of %d bytes: %w", shared+size, errTooBig)
		}
		from := len(v.text)
		v.text = append(append(v.text, last[:shared]...), v.body[v.at:v.at+int(size)]...)
		v.at += int(size)
		v.spans[i] = [2]uint32{uint32(from), uint32(len(v.text))}
		last = v.text[from:]
	}
	v.last = append(v.last[:0], last...)
	v.cells = record.Cells{Data: v.text, Spans: v.spans}
	return nil
}
