package filter

import (
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// columnRun marks the slots of one column of a batch.
type columnRun struct {
	run func(base, n int)
}

// columns returns what is to be looked at in a batch.
func (s *Set) columns(b *record.Batch) []columnRun {
	var runs []columnRun
	for _, index := range s.small {
		runs = append(runs, columnRun{index.reader(s, b)})
	}
	for _, index := range s.wide {
		runs = append(runs, columnRun{index.reader(s, b)})
	}
	if s.addrs != nil {
		for i := range s.addrs.fields {
			runs = append(runs, columnRun{s.addrs.reader(s, b, &s.addrs.fields[i])})
		}
	}
	for _, index := range s.tuples {
		runs = append(runs, columnRun{index.reader(s, b)})
	}
	return slices.DeleteFunc(runs, func(r columnRun) bool { return r.run == nil })
}

// absentIn returns the absent column where rows of the batch may lack the field, and
// the bit to look for; nil where none do.
func absentIn(b *record.Batch, id record.FieldID) (absent []uint32, bit uint32) {
	bit = record.AbsentBit(id)
	if bit == 0 || !b.Has(record.Absent) {
		return nil, 0
	}
	return b.Col(record.Absent).U32, bit
}

// smallIndex is a column of one or two bytes with a table of all its values.
type smallIndex struct {
	column  record.FieldID
	classes []int32   // by value: a number of lists, then the slot
	lists   [][]int32 // atoms by class, while it is built
}

// add puts a test into the table: classes whose values it tells apart become two.
func (x *smallIndex) add(atom int32, pass func(v int) bool) {
	split := map[int32]int32{}
	for v, class := range x.classes {
		if !pass(v) {
			continue
		}
		to, ok := split[class]
		if !ok {
			to = int32(len(x.lists))
			x.lists = append(x.lists, append(slices.Clone(x.lists[class]), atom))
			split[class] = to
		}
		x.classes[v] = to
	}
}

func (x *smallIndex) finish(s *Set) {
	slots := make([]int32, len(x.lists))
	for i := range slots {
		slots[i] = -1
	}
	for v, class := range x.classes {
		if slots[class] < 0 {
			slots[class] = s.slotOf(x.lists[class])
		}
		x.classes[v] = slots[class]
	}
	x.lists = nil
}

func (x *smallIndex) reader(s *Set, b *record.Batch) func(base, n int) {
	if !b.Has(x.column) {
		if at := x.classes[0]; record.AbsentBit(x.column) == 0 && at != 0 { // zero everywhere
			return func(_, _ int) {
				s.open(at)
				s.bits[at] = s.valid
			}
		}
		return nil
	}
	absent, bit := absentIn(b, x.column)
	if len(x.classes) == 1<<8 {
		return func(base, n int) {
			markValues(s, x.classes, b.Col(x.column).U8[base:base+n], absent, bit, base)
		}
	}
	return func(base, n int) {
		markValues(s, x.classes, b.Col(x.column).U16[base:base+n], absent, bit, base)
	}
}

// markValues marks the slots of values. Where no row of the chunk lacks the field the
// absent column is not looked at again.
func markValues[T uint8 | uint16](s *Set, classes []int32, values []T, absent []uint32, bit uint32, base int) {
	if absent = lacking(absent, bit, base, len(values)); absent == nil {
		for row, v := range values {
			if at := classes[v]; at != 0 {
				s.mark(at, row)
			}
		}
		return
	}
	for row, v := range values {
		if at := classes[v]; at != 0 && absent[row]&bit == 0 {
			s.mark(at, row)
		}
	}
}

// lacking returns the absent column of a chunk, nil when none of its rows has the bit.
func lacking(absent []uint32, bit uint32, base, n int) []uint32 {
	if absent == nil {
		return nil
	}
	absent = absent[base : base+n]
	var any uint32
	for _, a := range absent {
		any |= a
	}
	if any&bit == 0 {
		return nil
	}
	return absent
}

// wideIndex is a column of 64-bit numbers with the borders of all tests.
type wideIndex struct {
	column  record.FieldID
	tests   []wideTest
	borders []uint64 // where an interval begins, ascending from 0
	slots   []int32  // by interval
}

type wideTest struct {
	atom  int32
	spans []span
}

func (x *wideIndex) finish(s *Set) {
	x.borders = []uint64{0}
	for _, t := range x.tests {
		for _, p := range t.spans {
			x.borders = append(x.borders, p.lo)
			if p.hi+1 != 0 {
				x.borders = append(x.borders, p.hi+1)
			}
		}
	}
	slices.Sort(x.borders)
	x.borders = slices.Compact(x.borders)
	for _, from := range x.borders {
		var atoms []int32
		for _, t := range x.tests {
			if inSpans(t.spans, from) {
				atoms = append(atoms, t.atom)
			}
		}
		x.slots = append(x.slots, s.slotOf(atoms))
	}
}

func (x *wideIndex) reader(s *Set, b *record.Batch) func(base, n int) {
	if !b.Has(x.column) {
		return nil
	}
	absent, bit := absentIn(b, x.column)
	return func(base, n int) {
		values := b.Col(x.column).U64[base : base+n]
		absent := lacking(absent, bit, base, n)
		for row, v := range values {
			lo, hi := 0, len(x.borders)
			for hi-lo > 1 {
				if half := int(uint(lo+hi) >> 1); x.borders[half] <= v {
					lo = half
				} else {
					hi = half
				}
			}
			if at := x.slots[lo]; at != 0 && (absent == nil || absent[row]&bit == 0) {
				s.mark(at, row)
			}
		}
	}
}
