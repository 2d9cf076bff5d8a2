package cidr

import (
	"iter"
	"slices"
)

// Builder collects networks and ranges for a [Table]. The zero value is ready.
type Builder[V any] struct {
	vals   []V
	pieces [2][]piece // IPv4, IPv6
}

// piece is one entry's part within one family, in keys of that family. size is
// that of the whole entry, so that cutting does not change which one is
// narrower.
type piece struct {
	lo, hi, size u128
	val          int32
}

// Add maps a network to a value.
func (b *Builder[V]) Add(p Prefix, v V) {
	val := b.value(v)
	hosts := mask(int(p.bits)).not()
	for family, part := range split(p.addr, p.addr.or(hosts)) {
		if (family == block4) == p.Is4() {
			b.piece(family, part, hosts, val)
		}
	}
}

// AddRange maps every address of a range to a value. An empty range adds
// nothing that can be found.
func (b *Builder[V]) AddRange(r Range, v V) {
	val := b.value(v)
	lo, hi := fromBytes(r.Lo), fromBytes(r.Hi)
	for family, part := range split(lo, hi) {
		b.piece(family, part, hi.sub(lo), val)
	}
}

// Len returns how many entries were added.
func (b *Builder[V]) Len() int { return len(b.vals) }

func (b *Builder[V]) value(v V) int32 {
	b.vals = append(b.vals, v)
	return int32(len(b.vals) - 1)
}

func (b *Builder[V]) piece(family int, part span, size u128, val int32) {
	switch {
	case !part.ok:
	case family == block4:
		b.pieces[0] = append(b.pieces[0], piece{key4(part.lo), key4(part.hi).or(u128{1<<32 - 1, ^uint64(0)}), size, val})
	default:
		b.pieces[1] = append(b.pieces[1], piece{part.lo, part.hi, size, val})
	}
}

// key4 moves an IPv4 address to the first bits of a key, so that one index
// serves both families.
func key4(a u128) u128 { return u128{hi: a.lo << 32} }

// Table builds the table. Where entries overlap, the one with fewer addresses
// wins, which among networks is the longest match; of two with the same
// addresses the one added later wins. The builder is used up.
func (b *Builder[V]) Table() *Table[V] {
	t := &Table[V]{vals: b.vals, v4: newPlane(b.pieces[0], true), v6: newPlane(b.pieces[1], false)}
	*b = Builder[V]{}
	return t
}

// Table maps addresses to the value of the longest match. It never changes and
// is safe for concurrent use. A nil Table is empty.
//
// Entries are flattened into intervals that do not overlap, and an index of
// variable strides finds the interval: see [plane]. Measured with 200,000 IPv4
// networks asked in random order: 35 ns a look-up and no allocation, against
// 126 ns for a binary search over the same intervals and 288 ns for one map per
// prefix length; with 20 networks 12, 27 and 67 ns (bench_test.go).
type Table[V any] struct {
	v4, v6 plane
	vals   []V
}

// Lookup returns the value of the narrowest entry that holds the address.
func (t *Table[V]) Lookup(addr [16]byte) (v V, ok bool) {
	if i := t.Find(addr); i >= 0 {
		return t.vals[i], true
	}
	return v, false
}

// Find returns the number of the narrowest entry that holds the address,
// counted from 0 in the order they were added, or -1.
func (t *Table[V]) Find(addr [16]byte) int {
	if t == nil {
		return -1
	}
	a := fromBytes(addr)
	if a.is4() {
		return int(t.v4.find(key4(a)))
	}
	return int(t.v6.find(a))
}

// At returns the value of an entry by its number.
func (t *Table[V]) At(i int) V { return t.vals[i] }

// Len returns how many entries the table was built from.
func (t *Table[V]) Len() int {
	if t == nil {
		return 0
	}
	return len(t.vals)
}

// Ranges yields the intervals with the entry that each belongs to, ascending
// within IPv4 and then within IPv6. Intervals of different entries never
// overlap; addresses without an entry are left out.
func (t *Table[V]) Ranges() iter.Seq2[Range, int] {
	return func(yield func(Range, int) bool) {
		if t == nil {
			return
		}
		for s, val := range t.v4.spans() {
			lo, hi := u128{0, 0xffff<<32 | s.lo.hi>>32}, u128{0, 0xffff<<32 | s.hi.hi>>32}
			if !yield(Range{lo.bytes(), hi.bytes()}, int(val)) {
				return
			}
		}
		for s, val := range t.v6.spans() {
			if !yield(Range{s.lo.bytes(), s.hi.bytes()}, int(val)) {
				return
			}
		}
	}
}

// boundary is where an interval begins; it ends before the next one. val is -1
// where no entry applies.
type boundary struct {
	key u128
	val int32
}

// flatten turns pieces that may overlap into boundaries in strictly ascending
// order, beginning at key 0. Neighbours have different values.
func flatten(pieces []piece) []boundary {
	byStart := func(a, b piece) int { return a.lo.cmp(b.lo) }
	if !slices.IsSortedFunc(pieces, byStart) {
		slices.SortFunc(pieces, byStart)
	}
	out := []boundary{{val: -1}}
	emit := func(key u128, val int32) {
		if out[len(out)-1].key == key { // the gap before it turned out empty
			out = out[:len(out)-1]
		}
		if len(out) == 0 || out[len(out)-1].val != val {
			out = append(out, boundary{key, val})
		}
	}

	var active pieceHeap
	for i := 0; i < len(pieces); {
		at := pieces[i].lo
		// Fast path: nothing else reaches here, and the piece ends before
		// the next begins. Range files of countries are all like this.
		if len(active) == 0 && (i+1 == len(pieces) || pieces[i].hi.less(pieces[i+1].lo)) {
			emit(at, pieces[i].val)
			if pieces[i].hi != maxU128 {
				emit(pieces[i].hi.inc(), -1)
			}
			i++
			continue
		}
		for ; i < len(pieces) && pieces[i].lo == at; i++ {
			active.push(pieces[i])
		}
		// Up to where the next piece begins, the narrowest active one holds.
		end := maxU128
		if i < len(pieces) {
			end = pieces[i].lo.dec()
		}
		for len(active) > 0 {
			top := active[0]
			if top.hi.less(at) {
				active.pop()
				continue
			}
			emit(at, top.val)
			if !top.hi.less(end) {
				break
			}
			at = top.hi.inc()
		}
		if len(active) == 0 && !end.less(at) {
			emit(at, -1)
		}
	}
	return out
}

// pieceHeap is a binary heap with the narrowest piece on top; of equal ones
// the latest added.
type pieceHeap []piece

func (h pieceHeap) before(i, j int) bool {
	if c := h[i].size.cmp(h[j].size); c != 0 {
		return c < 0
	}
	return h[i].val > h[j].val
}

func (h *pieceHeap) push(p piece) {
	s := append(*h, p)
	for i := len(s) - 1; i > 0 && s.before(i, (i-1)/2); i = (i - 1) / 2 {
		s[i], s[(i-1)/2] = s[(i-1)/2], s[i]
	}
	*h = s
}

func (h *pieceHeap) pop() {
	s := *h
	s[0] = s[len(s)-1]
	s = s[:len(s)-1]
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(s); child++ {
			if s.before(child, least) {
				least = child
			}
		}
		if least == i {
			break
		}
		s[i], s[least] = s[least], s[i]
		i = least
	}
	*h = s
}
