package record

import (
	"encoding/binary"
	"math/bits"
)

// op reads one column, or a run of neighbouring columns of one tuple.
type op struct {
	do      opKind
	group   Group // of opSpan
	columns uint8 // of opSpan: how many
	id      FieldID
	typ     Type
	bit     uint32 // absent bit
	col     *Column
	end     uint8   // of opAddr: 1 source, 2 destination
	twin    *Column // of the packet's address: the column of the interface's
}

type opKind uint8

const (
	opSpan opKind = iota
	opAddr
	opUint8
	opUint16
	opUint64
	opTime
	opAction
)

// span is a piece of a line that belongs to one tuple, without the blank
// after it.
type span struct{ from, to int }

// compile makes the ops of the fast way. A source with columns for Unmapped
// has none.
func (b *Binder) compile() {
	kinds := map[Type]opKind{
		TypeAddr: opAddr, TypeUint8: opUint8, TypeUint16: opUint16,
		TypeUint64: opUint64, TypeTime: opTime, TypeAction: opAction,
	}
	var ops []op
	for _, c := range b.columns {
		if c.field == nil {
			return
		}
		if c.field.Place == PlaceRow {
			ops = append(ops, op{do: kinds[c.field.Type], id: c.field.ID, typ: c.field.Type, bit: absentBits[c.field.ID], end: endOf[c.field.ID]})
			continue
		}
		g := groupOf(c.field)
		if n := len(ops); n > 0 && ops[n-1].do == opSpan && ops[n-1].group == g {
			ops[n-1].columns++
			continue
		}
		b.spans[g] = append(b.spans[g], span{})
		ops = append(ops, op{do: opSpan, group: g, columns: 1})
	}
	b.ops = ops
}

// endOf tells the ends of a flow apart, and twinOf which address a packet's
// address is likely to repeat.
var (
	endOf  = map[FieldID]uint8{SrcAddr: 1, PktSrcAddr: 1, DstAddr: 2, PktDstAddr: 2}
	twinOf = map[FieldID]FieldID{PktSrcAddr: SrcAddr, PktDstAddr: DstAddr}
)

func groupOf(f *Field) Group {
	if f.Place == PlacePath {
		return GroupPath
	}
	return GroupContext
}

// Line appends the row of the line that begins at data[at] and returns where
// the next line begins. data is whole lines, each ended by "\n", and exactly
// [LinePad] bytes of anything after them. A reason that is not empty says why
// no row was appended; it is one of few fixed texts.
func (b *Binder) Line(data []byte, at int) (next int, reason string) {
	if next := b.quick(data, at); next > 0 {
		return next, ""
	}
	return b.slowLine(data, at)
}

// quick is the fast way of Line. It returns 0, with nothing appended, when the
// line is not exactly what it expects: values with one blank between them and
// a line end after the last.
func (b *Binder) quick(data []byte, at int) (next int) {
	if len(b.ops) == 0 {
		return 0
	}
	// Only scan can run beyond a line's end, so only what follows it is checked.
	p, row, absent := at, b.row, b.lacks
	var hash [numCached]uint64
	var spans [numCached]int
	var ends [4]span // texts of the source's and the destination's address
	for i := range b.ops {
		if i > 0 {
			if data[p] != ' ' {
				return 0
			}
			p++
		}
		o := &b.ops[i]
		if o.do == opSpan {
			h, end := hash[o.group], 0
			h, end = scan(data, p, int(o.columns), h)
			if end == 0 || end >= len(data)-LinePad {
				return 0 // ran beyond the last line
			}
			b.spans[o.group][spans[o.group]] = span{p, end}
			hash[o.group] = h
			spans[o.group]++
			p = end
			continue
		}
		if data[p] == '-' {
			absent |= o.bit
			o.col.set(o.typ, row, 0)
			p++
			continue
		}
		switch o.do {
		case opAddr:
			a := &o.col.Addr[row]
			if o.twin != nil {
				// Fast path: without NAT the packet's address is the interface's.
				if in := ends[o.end&3]; sameText(data, p, in) {
					*a = o.twin.Addr[row]
					p += in.to - in.from
					continue
				}
			}
			v, end, ok := addr4(data, p)
			if ok {
				*a = Addr{10: 0xff, 11: 0xff}
				binary.BigEndian.PutUint32(a[12:], v)
			} else if end, ok = addr6(data, p, a); !ok {
				return 0
			}
			if o.twin == nil {
				ends[o.end&3] = span{p, end}
			}
			p = end
		case opAction:
			switch load64(data, p) & (1<<48 - 1) {
			case 'A' | 'C'<<8 | 'C'<<16 | 'E'<<24 | 'P'<<32 | 'T'<<40:
				o.col.U8[row] = uint8(Accept)
			case 'R' | 'E'<<8 | 'J'<<16 | 'E'<<24 | 'C'<<32 | 'T'<<40:
				o.col.U8[row] = uint8(Reject)
			default:
				return 0
			}
			p += 6
		default:
			v, end := number(data, p)
			if end == p || end == p+16 {
				return 0
			}
			p = end
			switch o.do {
			case opUint8:
				if v > 0xff {
					return 0
				}
				o.col.U8[row] = uint8(v)
			case opUint16:
				if v > 0xffff {
					return 0
				}
				o.col.U16[row] = uint16(v)
			case opUint64:
				o.col.U64[row] = v
			case opTime:
				ns, ok := timeFrom(v)
				if !ok {
					return 0
				}
				o.col.Time[row] = ns
			}
		}
	}
	switch {
	case data[p] == '\n':
		p++
	case data[p] == '\r' && data[p+1] == '\n':
		p += 2
	default:
		return 0
	}
	for g := range b.caches {
		if len(b.spans[g]) == 0 {
			continue // Extend made it 0
		}
		n, ok := b.caches[g].find(hash[g], data, b.spans[g])
		if !ok {
			if n, ok = b.intern(Group(g), hash[g], data); !ok {
				return 0
			}
		}
		b.numbers(Group(g))[row] = n
	}
	b.finish(absent)
	return p
}

// sameText reports whether the word at p is the one in a span, which has at
// most 16 bytes if so.
func sameText(data []byte, p int, in span) bool {
	n := in.to - in.from
	if n < 7 || n > 16 || data[p+n] > ' ' {
		return false
	}
	head := load64(data, p) ^ load64(data, in.from)
	if n <= 8 {
		return head<<(64-8*n) == 0
	}
	return head|(load64(data, p+8)^load64(data, in.from+8))<<(128-8*n) == 0
}

// scan finds the end of n values from p on and hashes them. It returns an end
// of 0 when there are not so many before the end of data. Whether single
// blanks stand between them is not looked at here: the cache compares bytes.
func scan(data []byte, p, n int, h uint64) (hash uint64, end int) {
	for p+8 <= len(data) {
		w := load64(data, p)
		m := blanks(w)
		if have := bits.OnesCount64(m); have < n {
			n -= have
			h = mix(h, w)
			p += 8
			continue
		}
		for ; n > 1; n-- {
			m &= m - 1
		}
		below := (m&-m)>>7 - 1 // the bytes before the blank found
		return mix(h, w&below), p + bits.TrailingZeros64(m)>>3
	}
	return 0, 0
}

// mix takes eight bytes into a hash.
func mix(h, w uint64) uint64 {
	hi, lo := bits.Mul64(h^w^0x9e3779b97f4a7c15, 0xa0761d6478bd642f)
	return hi ^ lo
}
