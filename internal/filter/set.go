package filter

import (
	"cmp"
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// Set is many filters made ready to be matched together. What they ask of a record
// they ask once: tests that are alike are one, each column is looked at once for all
// tests on it, and a filter is put together only in runs of rows where a test that
// it can not do without has held. It keeps memory between batches and is not safe
// for concurrent use.
//
//   - Columns of small numbers (action, protocol, ports, flags) go through a table of
//     all values; addresses through one prefix table over all networks of all filters
//     and a memory of addresses, so that a regex runs once for an address; tuples by
//     their number, their text through one automaton for all words.
//   - A value gives a slot: a bitmap over [chunkRows] rows of the tests that hold for
//     it. Filters are the and, or and not of slots.
//   - Tests without an index (times, text of the row, comparisons of fields) are left
//     out of this; a filter that has one narrows what is left with its own [Matcher].
type Set struct {
	filters []setFilter
	atoms   map[string]int32 // by what they ask

	small  []*smallIndex
	wide   []*wideIndex
	addrs  *addrIndex
	tuples []*tupleIndex

	slots []slot
	bits  []chunkBits // by slot
	lists map[string]int32
	now   uint32  // number of the chunk
	live  []int32 // slots with rows in the chunk
	valid chunkBits

	byAtom [][]int32 // filters that need a row of the atom, by atom
	always []int32   // filters that need none
}

// setFilter is a filter of the set.
type setFilter struct {
	expr    expr
	exact   bool     // expr is the whole filter
	matcher *Matcher // what decides in the end where it is not
	all     bool
	stamp   uint32 // the chunk it was last put together in
	rows    Bitmap
	found   bool // rows has some
}

// chunkRows is how many rows are looked at together: the slots of a chunk stay in
// the cache of the core.
const (
	chunkRows  = 1024
	chunkWords = chunkRows / 64
)

type chunkBits [chunkWords]uint64

// slot is a bitmap: an atom, or a class of values for which several hold.
type slot struct {
	stamp uint32  // chunk that its bits are of
	atoms []int32 // of a class
	share float64 // of an atom: how many rows may hold, guessed
}

// NewSet returns a set of filters; nil among them selects all.
func NewSet(filters []*Bound) *Set {
	s := &Set{filters: make([]setFilter, len(filters)), atoms: map[string]int32{}, lists: map[string]int32{}}
	s.slots, s.bits = make([]slot, 1), make([]chunkBits, 1) // 0: nothing holds
	b := setBuilder{Set: s}
	for i, of := range filters {
		f := &s.filters[i]
		if of == nil || of.MatchesAll() {
			f.all = true
			continue
		}
		f.exact = true
		f.expr = b.expr(of.plan, true, &f.exact)
		if !f.exact {
			f.matcher = of.Matcher()
		}
	}
	b.finish()
	s.byAtom = make([][]int32, len(s.slots))
	for i := range s.filters {
		f := &s.filters[i]
		if f.all {
			continue
		}
		needs, _, ok := s.needs(&f.expr)
		if !ok {
			s.always = append(s.always, int32(i))
		}
		for _, atom := range needs {
			s.byAtom[atom] = append(s.byAtom[atom], int32(i))
		}
	}
	return s
}

// Match appends to dst the rows of a batch that each filter selects, nil for one that
// selects all. They are valid until the next call.
func (s *Set) Match(b *record.Batch, dst []Bitmap) []Bitmap {
	words := (b.Len() + 63) >> 6
	for i := range s.filters {
		f := &s.filters[i]
		if f.all {
			continue
		}
		if cap(f.rows) < words {
			f.rows, f.found = make(Bitmap, words, words+words/8), false
		} else if f.found {
			clear(f.rows[:cap(f.rows)])
			f.found = false
		}
		f.rows = f.rows[:words]
	}
	columns := s.columns(b)
	for base := 0; base < b.Len(); base += chunkRows {
		s.chunk(b, columns, base, min(chunkRows, b.Len()-base))
	}
	for i := range s.filters {
		f := &s.filters[i]
		if f.all {
			dst = append(dst, nil)
			continue
		}
		if !f.exact && f.found {
			f.matcher.Narrow(b, f.rows)
		}
		dst = append(dst, f.rows)
	}
	return dst
}

// chunk looks at n rows from base on.
func (s *Set) chunk(b *record.Batch, columns []columnRun, base, n int) {
	if s.now++; s.now == 0 { // went round
		for i := range s.slots {
			s.slots[i].stamp = 0
		}
		for i := range s.filters {
			s.filters[i].stamp = 0
		}
		s.now = 1
	}
	s.live = s.live[:0]
	AllRows(s.valid[:0:chunkWords], n)
	for i := (n + 63) >> 6; i < chunkWords; i++ {
		s.valid[i] = 0
	}
	for i := range columns {
		columns[i].run(base, n)
	}
	for i := 0; i < len(s.live); i++ { // grows: a class brings its atoms
		at := s.live[i]
		for _, atom := range s.slots[at].atoms {
			s.open(atom)
			to, from := &s.bits[atom], &s.bits[at]
			for w := range to {
				to[w] |= from[w]
			}
		}
	}
	for _, at := range s.live {
		if int(at) < len(s.byAtom) {
			for _, f := range s.byAtom[at] {
				s.put(f, base)
			}
		}
	}
	for _, f := range s.always {
		s.put(f, base)
	}
}

// open makes the bits of a slot those of this chunk.
func (s *Set) open(at int32) {
	if s.slots[at].stamp != s.now {
		s.slots[at].stamp = s.now
		s.bits[at] = chunkBits{}
		s.live = append(s.live, at)
	}
}

// mark notes that a row has the slot.
func (s *Set) mark(at int32, row int) {
	if s.slots[at].stamp != s.now {
		s.open(at)
	}
	s.bits[at][row>>6] |= 1 << (row & 63)
}

// put puts a filter together in the chunk.
func (s *Set) put(i int32, base int) {
	f := &s.filters[i]
	if f.stamp == s.now {
		return
	}
	f.stamp = s.now
	var out chunkBits
	if s.eval(&f.expr, &out) {
		f.found = true
		copy(f.rows[base>>6:], out[:])
	}
}

// slotOf returns the slot for values for which these atoms hold; 0 for none.
func (s *Set) slotOf(atoms []int32) int32 {
	switch len(atoms) {
	case 0:
		return 0
	case 1:
		return atoms[0]
	}
	slices.Sort(atoms)
	key := string(appendList(nil, atoms))
	at, ok := s.lists[key]
	if !ok {
		at = s.newSlot(slot{atoms: slices.Clone(atoms)})
		s.lists[key] = at
	}
	return at
}

func (s *Set) newSlot(of slot) int32 {
	s.slots, s.bits = append(s.slots, of), append(s.bits, chunkBits{})
	return int32(len(s.slots) - 1)
}

// appendList writes a list as the key of a map.
func appendList(dst []byte, list []int32) []byte {
	for _, n := range list {
		dst = append(dst, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return dst
}

// expr is a filter over slots.
type expr struct {
	op   exprOp
	atom int32
	of   []expr
}

type exprOp uint8

const (
	exprNone exprOp = iota
	exprAll
	exprAtom
	exprNot
	exprAnd
	exprOr
)

// eval writes the rows of the chunk that an expression selects, and reports whether
// there are any.
func (s *Set) eval(e *expr, out *chunkBits) bool {
	switch e.op {
	case exprAll:
		*out = s.valid
		return true
	case exprAtom:
		if s.slots[e.atom].stamp != s.now {
			*out = chunkBits{}
			return false
		}
		*out = s.bits[e.atom]
		return true
	case exprNot:
		s.eval(&e.of[0], out)
		var any uint64
		for w := range out {
			out[w] = s.valid[w] &^ out[w]
			any |= out[w]
		}
		return any != 0
	case exprAnd:
		return s.evalAnd(e, out)
	case exprOr:
		var of chunkBits
		found := s.eval(&e.of[0], out)
		for i := 1; i < len(e.of); i++ {
			if s.eval(&e.of[i], &of) {
				found = true
				for w := range out {
					out[w] |= of[w]
				}
			}
		}
		return found
	}
	*out = chunkBits{}
	return false
}

func (s *Set) evalAnd(e *expr, out *chunkBits) bool {
	if !s.eval(&e.of[0], out) {
		return false
	}
	var scratch chunkBits
	for i := 1; i < len(e.of); i++ {
		part, of := &e.of[i], &scratch
		switch {
		case part.op == exprAtom && s.slots[part.atom].stamp == s.now:
			of = &s.bits[part.atom] // without a copy
		case !s.eval(part, &scratch):
			*out = chunkBits{}
			return false
		}
		var any uint64
		for w := range out {
			out[w] &= of[w]
			any |= out[w]
		}
		if any == 0 {
			return false
		}
	}
	return true
}

// needs returns atoms of which one must hold for the expression to, those that hold
// least often where there is a choice; false when it can hold without any. share is
// how many rows have one of them, guessed.
func (s *Set) needs(e *expr) (atoms []int32, share float64, ok bool) {
	switch e.op {
	case exprNone:
		return nil, 0, true
	case exprAtom:
		return []int32{e.atom}, s.slots[e.atom].share, true
	case exprAnd:
		share = 2
		for i := range e.of {
			if of, p, can := s.needs(&e.of[i]); can && (!ok || p < share || p == share && len(of) < len(atoms)) {
				atoms, share, ok = of, p, true
			}
		}
		return atoms, share, ok
	case exprOr:
		for i := range e.of {
			of, p, can := s.needs(&e.of[i])
			if !can {
				return nil, 1, false
			}
			atoms, share = append(atoms, of...), share+p
		}
		slices.Sort(atoms)
		return slices.Compact(atoms), share, true
	}
	return nil, 1, false
}

// joinExprs makes an and, or an or, without constants.
func joinExprs(or bool, of []expr) expr {
	op, nothing, decides := exprAnd, exprAll, exprNone
	if or {
		op, nothing, decides = exprOr, exprNone, exprAll
	}
	var parts []expr
	for _, e := range of {
		switch e.op {
		case nothing:
		case decides:
			return expr{op: decides}
		default:
			parts = append(parts, e)
		}
	}
	switch len(parts) {
	case 0:
		return expr{op: nothing}
	case 1:
		return parts[0]
	}
	// Atoms first: they cost nothing to look at.
	slices.SortStableFunc(parts, func(a, b expr) int { return cmp.Compare(a.op, b.op) })
	return expr{op: op, of: parts}
}

func notExpr(e expr) expr {
	switch e.op {
	case exprNone:
		return expr{op: exprAll}
	case exprAll:
		return expr{op: exprNone}
	case exprNot:
		return e.of[0]
	}
	return expr{op: exprNot, of: []expr{e}}
}
