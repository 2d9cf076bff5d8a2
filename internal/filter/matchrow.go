package filter

import (
	"math"
	"strconv"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// rowRunner tests one column of the batch. The test is prepared once in the form
// that its kernel wants.
type rowRunner struct {
	field  *record.Field
	column record.FieldID
	absent uint32 // bits in the absent column that fail a row
	perRow int    // cost

	set8   *[256]uint8   // one-byte columns: the verdict on every value
	set16  *[1024]uint64 // two-byte columns with several spans: the same as bits
	spans  []span
	mask   uint64
	addrs  []pairSpan
	text   textTest   // on the text of a number or address
	str    stringTest // on a text column
	cache  *addressCache
	digits [20]byte
	needed bool // the test is on presence alone
}

func newRowRunner(o opRow) runner {
	r := &rowRunner{field: o.field, column: o.field.ID, absent: presence(o), perRow: 1}
	if n := namedFields[o.field.ID]; n != nil {
		set := o.test.(names)
		r.column = n.column
		r.fillSet8(func(v uint8) bool { return n.name(v) != "" && set>>n.index(v)&1 == 1 })
		return r
	}
	switch t := o.test.(type) {
	case exists:
		r.needed = true
	case numbers:
		r.spans = t
	case mask:
		r.mask = uint64(t)
	case addresses:
		r.addrs, r.perRow = pairSpans(t), 4
	case addressText:
		r.addrs, r.perRow = pairSpans(t.within), 4
		if !t.exactly() {
			r.text, r.cache, r.perRow = t.text, &addressCache{}, 100
		}
	case textTest:
		r.text, r.str, r.perRow = t, t, 200
	case stringTest:
		r.str, r.perRow = t, 20
	}
	switch {
	case r.needed || o.field.Place == record.PlaceDerived:
	case o.field.Type == record.TypeUint8:
		r.fillSet8(func(v uint8) bool { return r.numberPasses(uint64(v)) })
	case o.field.Type == record.TypeUint16 && len(r.spans) > 1:
		r.set16 = &[1024]uint64{}
		for v := range math.MaxUint16 + 1 {
			if inSpans(r.spans, uint64(v)) {
				r.set16[v>>6] |= 1 << (v & 63)
			}
		}
	}
	return r
}

func (r *rowRunner) cost() int { return r.perRow }

func (r *rowRunner) fillSet8(pass func(uint8) bool) {
	r.set8 = &[256]uint8{}
	for v := range r.set8 {
		if pass(uint8(v)) {
			r.set8[v] = 1
		}
	}
}

// numberPasses is the test on one number.
func (r *rowRunner) numberPasses(v uint64) bool {
	switch {
	case r.text != nil:
		return r.text.matchString(strconv.FormatUint(v, 10))
	case r.mask != 0:
		return v&r.mask == r.mask
	}
	return inSpans(r.spans, v)
}

func (r *rowRunner) narrow(_ *Matcher, b *record.Batch, rows Bitmap) {
	if r.field.ID == record.Duration {
		r.duration(b, rows)
		return
	}
	if r.column == record.Absent {
		r.absence(b, rows)
		return
	}
	// Fast path: absent column. A packed or always present column that the
	// batch lacks is zero in every row; any other fails every row.
	if !b.Has(r.column) {
		if record.AbsentBit(r.column) != 0 || !r.zeroPasses() {
			clear(rows)
		}
		return
	}
	r.values(b.Col(r.column), rows)
	r.present(b, rows)
}

// absence tests the absent column as the store writes it: with the bits of the
// columns that the batch lacks.
func (r *rowRunner) absence(b *record.Batch, rows Bitmap) {
	var missing uint32
	for _, id := range record.RowFields {
		if !b.Has(id) {
			missing |= record.AbsentBit(id)
		}
	}
	keepIf(rows, func(row int) bool {
		v := missing
		if b.Has(record.Absent) {
			v |= b.Col(record.Absent).U32[row]
		}
		return r.needed || r.numberPasses(uint64(v))
	})
}

// zeroPasses is the verdict on a column of zeros that has no absence.
func (r *rowRunner) zeroPasses() bool {
	switch {
	case r.set8 != nil:
		return r.set8[0] == 1
	case r.field.Type == record.TypeText:
		return false
	}
	return r.needed || r.numberPasses(0)
}

// present clears rows that lack the field.
func (r *rowRunner) present(b *record.Batch, rows Bitmap) {
	if r.absent != 0 && b.Has(record.Absent) {
		dropAbsent(rows, b.Col(record.Absent).U32, r.absent)
	}
}

// values runs the kernel of the column's type.
func (r *rowRunner) values(c *record.Column, rows Bitmap) {
	switch {
	case r.set8 != nil:
		keepSet8(rows, c.U8, r.set8)
	case r.field.Type == record.TypeText:
		keepIf(rows, func(row int) bool { v := c.Text[row]; return v != "" && (r.needed || r.str.matchString(v)) })
	case r.needed:
	case r.set16 != nil:
		keepSet16(rows, c.U16, r.set16)
	case r.field.Type == record.TypeUint16:
		keepNumbers(r, rows, c.U16)
	case r.field.Type == record.TypeUint32:
		keepNumbers(r, rows, c.U32)
	case r.field.Type == record.TypeUint64:
		keepNumbers(r, rows, c.U64)
	case r.field.Type == record.TypeTime:
		keepNumbers(r, rows, c.Time)
	case r.field.Type == record.TypeAddr:
		keepAddrs(rows, c.Addr, r.addrs)
		if r.cache != nil {
			r.cache.keep(rows, c.Addr, r.text)
		}
	}
}

func keepNumbers[T numeric](r *rowRunner, rows Bitmap, col []T) {
	switch {
	case r.text != nil:
		keepIf(rows, func(row int) bool {
			return r.text.matchBytes(strconv.AppendUint(r.digits[:0], uint64(col[row]), 10))
		})
	case r.mask != 0:
		keepMask(rows, col, r.mask)
	case len(r.spans) == 1:
		keepSpan(rows, col, r.spans[0].lo, r.spans[0].hi-r.spans[0].lo)
	default:
		keepSpans(rows, col, r.spans)
	}
}

// duration computes end minus start in whole seconds, as the store does.
func (r *rowRunner) duration(b *record.Batch, rows Bitmap) {
	// Fast path: absent column.
	if !b.Has(record.Start) || !b.Has(record.End) {
		clear(rows)
		return
	}
	r.present(b, rows)
	if r.needed {
		return
	}
	start, end := b.Col(record.Start).Time, b.Col(record.End).Time
	keepIf(rows, func(row int) bool {
		v := uint64(max(end[row]/second-start[row]/second, 0))
		if r.text != nil {
			return r.text.matchBytes(strconv.AppendUint(r.digits[:0], v, 10))
		}
		return inSpans(r.spans, v)
	})
}

const second = 1_000_000_000 // nanoseconds

func pairSpans(ranges []cidr.Range) []pairSpan {
	out := make([]pairSpan, len(ranges))
	for i, r := range ranges {
		var lo, hi pair
		lo.hi, lo.lo = addressPair(r.Lo)
		hi.hi, hi.lo = addressPair(r.Hi)
		out[i].lo = lo
		out[i].width.lo = hi.lo - lo.lo
		out[i].width.hi = hi.hi - lo.hi
		if hi.lo < lo.lo {
			out[i].width.hi--
		}
	}
	return out
}

// addressCache remembers the verdict on the text of addresses. An address
// repeats thousands of times, and its text is dear.
type addressCache struct {
	entries [4096]struct {
		addr    record.Addr
		verdict uint8 // 0 unknown, 1 fails, 2 passes
	}
	text [64]byte
}

func (c *addressCache) keep(rows Bitmap, col []record.Addr, t textTest) {
	keepIf(rows, func(row int) bool {
		a := col[row]
		hi, lo := addressPair(a)
		e := &c.entries[(hi*0x9e3779b97f4a7c15^lo*0xc2b2ae3d27d4eb4f)>>52]
		if e.verdict == 0 || e.addr != a {
			e.addr, e.verdict = a, 1
			if t.matchBytes(appendAddress(c.text[:0], a)) {
				e.verdict = 2
			}
		}
		return e.verdict == 2
	})
}
