package filter

import (
	"math"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// setBuilder collects what the filters of a set ask.
type setBuilder struct {
	*Set
	byColumn map[record.FieldID]*smallIndex
	wideOf   map[record.FieldID]*wideIndex
	tupleOf  map[record.Place]*tupleIndex
}

// expr writes a plan over atoms. Where it has a test that no index knows, the
// expression selects more, and exact is set to false.
func (b *setBuilder) expr(o op, positive bool, exact *bool) expr {
	switch o := o.(type) {
	case opAll:
		return expr{op: exprAll}
	case opJunction:
		parts := make([]expr, len(o.ops))
		for i, of := range o.ops {
			parts[i] = b.expr(of, positive, exact)
		}
		return joinExprs(o.or, parts)
	case opNot:
		return notExpr(b.expr(o.of, !positive, exact))
	case opTuple:
		return expr{op: exprAtom, atom: b.tuple(o)}
	case opRow:
		if atom, ok := b.row(o); ok {
			return expr{op: exprAtom, atom: atom}
		}
	}
	*exact = false
	if positive {
		return expr{op: exprAll}
	}
	return expr{op: exprNone}
}

// atom returns the slot of a test by what it asks, and whether it is new.
func (b *setBuilder) atom(key string, share float64) (at int32, fresh bool) {
	if at, ok := b.atoms[key]; ok {
		return at, false
	}
	at = b.newSlot(slot{share: share})
	b.atoms[key] = at
	return at, true
}

// row returns the atom of a test on a column, false where there is no index for it.
func (b *setBuilder) row(o opRow) (int32, bool) {
	f := o.field
	key := (&Query{root: unbind(leaf(o))}).String()
	switch {
	case namedFields[f.ID] != nil, f.Place == record.PlaceRow && (f.Type == record.TypeUint8 || f.Type == record.TypeUint16):
		return b.smallTest(o, key), true
	case f.Place != record.PlaceRow:
	case f.Type == record.TypeUint64:
		spans, ok := o.test.(numbers)
		if _, all := o.test.(exists); all {
			spans, ok = numbers{{0, math.MaxUint64}}, true
		}
		if !ok {
			return 0, false
		}
		at, fresh := b.atom(key, 0.3)
		if fresh {
			b.wideIndex(f.ID).tests = append(b.wideIndex(f.ID).tests, wideTest{at, spans})
		}
		return at, true
	case f.Type == record.TypeAddr:
		return b.address(o, key), true
	}
	return 0, false
}

func (b *setBuilder) smallTest(o opRow, key string) int32 {
	column, size := o.field.ID, 1<<8
	if n := namedFields[o.field.ID]; n != nil {
		column = n.column
	} else if o.field.Type == record.TypeUint16 {
		size = 1 << 16
	}
	if at, ok := b.atoms[key]; ok {
		return at
	}
	if b.byColumn == nil {
		b.byColumn = map[record.FieldID]*smallIndex{}
	}
	index := b.byColumn[column]
	if index == nil {
		index = &smallIndex{column: column, classes: make([]int32, size), lists: [][]int32{nil}}
		b.byColumn[column] = index
		b.small = append(b.small, index)
	}
	r := newRowRunner(o).(*rowRunner)
	pass := func(v int) bool {
		switch {
		case r.set8 != nil:
			return r.set8[v] == 1
		case r.needed:
			return true
		}
		return r.numberPasses(uint64(v))
	}
	share := 0.5
	held := 0
	for v := range size {
		if pass(v) {
			held++
		}
	}
	if size == 1<<16 { // few values of so many; the popular are popular
		share = min(0.5, float64(held)/1000)
	}
	at, _ := b.atom(key, share)
	index.add(at, pass)
	return at
}

func (b *setBuilder) wideIndex(id record.FieldID) *wideIndex {
	if b.wideOf == nil {
		b.wideOf = map[record.FieldID]*wideIndex{}
	}
	index := b.wideOf[id]
	if index == nil {
		index = &wideIndex{column: id}
		b.wideOf[id] = index
		b.wide = append(b.wide, index)
	}
	return index
}

func (b *setBuilder) address(o opRow, key string) int32 {
	at, ok := b.atoms[key]
	if ok {
		return at
	}
	if b.addrs == nil {
		b.addrs = &addrIndex{tests: map[string]int32{}}
	}
	var t addrTest
	switch test := o.test.(type) {
	case addresses:
		t.within = test
	case addressText:
		t.within = test.within
		if !test.exactly() {
			t.text = test.text
		}
	default: // exists
		t.within = addresses{every}
	}
	at, _ = b.atom(key, addressShare(t.within))
	b.addrs.add(o.field.ID, leafText(o), t, at)
	return at
}

// leafText writes the test of a leaf without its field.
func leafText(o opRow) string {
	o.field = record.Get(record.SrcAddr)
	return (&Query{root: unbind(leaf(o))}).String()
}

// addressShare guesses how many rows have such an address: the internal ones are
// few networks that are in most rows.
func addressShare(ranges []cidr.Range) float64 {
	share := 0.0
	for _, r := range ranges {
		for _, p := range r.Prefixes() {
			bits := p.Bits()
			if p.Is4() {
				bits -= 96
			}
			share += math.Exp2(-float64(bits) / 3)
		}
	}
	return min(share, 1)
}

func (b *setBuilder) tuple(o opTuple) int32 {
	key := "tuple " + string(rune('0'+o.place)) + " " + (&Query{root: unbind(o.of)}).String()
	at, fresh := b.atom(key, 0.1)
	if !fresh {
		return at
	}
	if b.tupleOf == nil {
		b.tupleOf = map[record.Place]*tupleIndex{}
	}
	index := b.tupleOf[o.place]
	if index == nil {
		index = &tupleIndex{place: o.place}
		b.tupleOf[o.place] = index
		b.tuples = append(b.tuples, index)
	}
	index.add(at, o.of)
	return at
}

// finish makes the indexes ready when all filters are known.
func (b *setBuilder) finish() {
	for _, index := range b.small {
		index.finish(b.Set)
	}
	for _, index := range b.wide {
		index.finish(b.Set)
	}
	if b.addrs != nil {
		b.addrs.finish()
	}
	for _, index := range b.tuples {
		index.finish()
	}
}
