package filter

import (
	"bytes"
	"slices"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// addrIndex tells for an address which of all tests on addresses hold: those of
// networks by one prefix table, those of text by looking once at the text of the
// address. What was found is remembered by address.
type addrIndex struct {
	tests  map[string]int32 // by what they ask, without the field
	list   []addrTest
	fields []addrField

	table     *cidr.Table[struct{}] // intervals
	intervals [][]int32             // tests that hold or, where they have text, may hold, by interval

	plain []int32 // class by interval where no text decides; 0: it does

	classes []addrClass
	known   map[string]int32 // classes by their tests
	none    int32            // class without any
	memory  [addrMemorySize]addrMemory
	seen    map[record.Addr]int32 // classes of addresses whose text was looked at; nil without text
	text    [64]byte
	held    []int32
	key     []byte
}

type addrTest struct {
	within []cidr.Range
	text   textTest // nil: the ranges decide
}

// addrField is a column of addresses; atoms are by test.
type addrField struct {
	column record.FieldID
	atoms  []int32 // 0: the field has no such test
	slots  []int32 // by class, -1 where it is not known yet
}

// addrClass is addresses for which the same tests hold.
type addrClass struct{ tests []int32 }

type addrMemory struct {
	addr  record.Addr
	class int32 // from 1; 0: nothing remembered
}

// What is remembered: the last addresses at hand, and where text has to be looked at,
// which is dear, many more.
const (
	addrMemoryBits = 12
	addrMemorySize = 1 << addrMemoryBits
	addrSeen       = 1 << 18
)

func (x *addrIndex) add(column record.FieldID, key string, t addrTest, atom int32) {
	n, ok := x.tests[key]
	if !ok {
		n = int32(len(x.list))
		x.tests[key] = n
		x.list = append(x.list, t)
	}
	i := slices.IndexFunc(x.fields, func(f addrField) bool { return f.column == column })
	if i < 0 {
		i = len(x.fields)
		x.fields = append(x.fields, addrField{column: column})
	}
	f := &x.fields[i]
	for len(f.atoms) <= int(n) {
		f.atoms = append(f.atoms, 0)
	}
	f.atoms[n] = atom
}

// finish cuts the addresses at the borders of all ranges.
func (x *addrIndex) finish() {
	type border struct {
		at   [16]byte
		test int32
		end  bool
	}
	var borders []border
	for i, t := range x.list {
		if t.text != nil {
			x.seen = map[record.Addr]int32{}
		}
		for _, r := range t.within {
			borders = append(borders, border{r.Lo, int32(i), false})
			if r.Hi != every.Hi {
				borders = append(borders, border{after(r.Hi), int32(i), true})
			}
		}
	}
	slices.SortFunc(borders, func(a, b border) int { return bytes.Compare(a.at[:], b.at[:]) })
	var b cidr.Builder[struct{}]
	var inside []int32 // tests whose range is open, ascending; one may be in it more than once
	for i := 0; i < len(borders); {
		from := borders[i].at
		for ; i < len(borders) && borders[i].at == from; i++ {
			at, found := slices.BinarySearch(inside, borders[i].test)
			switch {
			case !borders[i].end:
				inside = slices.Insert(inside, at, borders[i].test)
			case found:
				inside = slices.Delete(inside, at, at+1)
			}
		}
		to := every.Hi
		if i < len(borders) {
			to = before(borders[i].at)
		}
		if len(inside) > 0 {
			b.AddRange(cidr.Range{Lo: from, Hi: to}, struct{}{})
			x.intervals = append(x.intervals, slices.Compact(slices.Clone(inside)))
		}
	}
	x.table = b.Table()
	x.classes, x.known = []addrClass{{}}, map[string]int32{}
	x.none = x.intern(nil)
	x.plain = make([]int32, len(x.intervals))
	for i, tests := range x.intervals {
		if !slices.ContainsFunc(tests, func(n int32) bool { return x.list[n].text != nil }) {
			x.plain[i] = x.intern(tests)
		}
	}
}

// intern returns the class of addresses for which these tests hold.
func (x *addrIndex) intern(held []int32) int32 {
	x.key = appendList(x.key[:0], held)
	class, ok := x.known[string(x.key)]
	if !ok {
		class = int32(len(x.classes))
		x.classes = append(x.classes, addrClass{slices.Clone(held)})
		x.known[string(x.key)] = class
	}
	return class
}

// class returns the class of an address.
func (x *addrIndex) class(a record.Addr) int32 {
	hi, lo := addressPair(a)
	m := &x.memory[(hi*0x9e3779b97f4a7c15^lo*0xc2b2ae3d27d4eb4f)>>(64-addrMemoryBits)]
	if m.class == 0 || m.addr != a {
		m.addr, m.class = a, x.look(a)
	}
	return m.class
}

// look finds the class of an address that is not remembered.
func (x *addrIndex) look(a record.Addr) int32 {
	i := x.table.Find(a)
	switch {
	case i < 0:
		return x.none
	case x.plain[i] != 0:
		return x.plain[i]
	}
	if class, ok := x.seen[a]; ok {
		return class
	}
	text := appendAddress(x.text[:0], a)
	held := x.held[:0]
	for _, n := range x.intervals[i] {
		if t := x.list[n].text; t == nil || t.matchBytes(text) {
			held = append(held, n)
		}
	}
	x.held = held
	if len(x.seen) >= addrSeen {
		clear(x.seen)
	}
	class := x.intern(held)
	x.seen[a] = class
	return class
}

// slot returns the slot of a class in a field.
func (x *addrIndex) slot(s *Set, f *addrField, class int32) int32 {
	for len(f.slots) < len(x.classes) {
		f.slots = append(f.slots, -1)
	}
	if f.slots[class] < 0 {
		var atoms []int32
		for _, n := range x.classes[class].tests {
			if int(n) < len(f.atoms) && f.atoms[n] != 0 {
				atoms = append(atoms, f.atoms[n])
			}
		}
		f.slots[class] = s.slotOf(atoms)
	}
	return f.slots[class]
}

func (x *addrIndex) reader(s *Set, b *record.Batch, f *addrField) func(base, n int) {
	if !b.Has(f.column) {
		return nil
	}
	absent, bit := absentIn(b, f.column)
	return func(base, n int) {
		absent := lacking(absent, bit, base, n)
		for row, a := range b.Col(f.column).Addr[base : base+n] {
			class := x.class(a)
			at := int32(-1)
			if int(class) < len(f.slots) {
				at = f.slots[class]
			}
			if at < 0 {
				at = x.slot(s, f, class)
			}
			if at != 0 && (absent == nil || absent[row]&bit == 0) {
				s.mark(at, row)
			}
		}
	}
}
