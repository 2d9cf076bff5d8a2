package filter

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
)

// reference evaluates a bound tree over one row the slow way: value by value,
// without plan, kernels, memo or bitmaps.
type reference struct {
	b   *record.Batch
	row int
}

func (r reference) node(n node) bool {
	switch n := n.(type) {
	case junction:
		for _, of := range n.nodes {
			if r.node(of) == n.or {
				return n.or
			}
		}
		return !n.or
	case not:
		return !r.node(n.of)
	case leaf:
		for _, id := range basics(n.field) {
			if v, present := r.value(id); present && v.passes(n.test, id) {
				return true
			}
		}
		return false
	case search:
		for _, id := range searched {
			if v, present := r.value(id); present && n.test.matchString(v.text) {
				return true
			}
		}
		return false
	}
	return true
}

// seen is the value of a field in a row.
type seen struct {
	text   string
	number uint64
	addr   record.Addr
}

func (r reference) value(id record.FieldID) (v seen, present bool) {
	f := record.Get(id)
	u8 := func(id record.FieldID) uint8 {
		if !r.b.Has(id) {
			return 0
		}
		return r.b.Col(id).U8[r.row]
	}
	text := func(s string) (seen, bool) { return seen{text: s}, s != "" }
	role := u8(record.Role)
	src, dst := record.UnpackScopes(u8(record.Scopes))
	name := func(names []string, i int) (seen, bool) {
		if i >= len(names) {
			return seen{}, false
		}
		return text(names[i])
	}
	bySide := func(whenSrc, whenDst record.FieldID) (seen, bool) {
		switch record.RoleInitiator(role) {
		case record.InitiatorSrc:
			return r.value(whenSrc)
		case record.InitiatorDst:
			return r.value(whenDst)
		}
		return seen{}, false
	}
	switch id {
	case record.ActionField:
		return text(record.Action(u8(id)).String())
	case record.Counted:
		return text(strconv.FormatBool(u8(id) != 0))
	case record.TimeSuspect:
		return text(strconv.FormatBool(u8(record.Flags)&record.FlagTimeSuspect != 0))
	case record.TimeFrom:
		return name(record.TimeFromNames[:], int(u8(record.Flags)&record.FlagTimeFromMask))
	case record.Initiator:
		return name(record.InitiatorNames[:], int(record.RoleInitiator(role)))
	case record.InitiatorBy:
		return name(record.InitiatorReasonNames[:], int(record.RoleReason(role)))
	case record.Witness:
		return name(record.WitnessNames[:], int(record.RoleWitness(role)))
	case record.SrcScope:
		return name(record.ScopeNames[:], int(src))
	case record.DstScope:
		return name(record.ScopeNames[:], int(dst))
	case record.Direction:
		return name(record.DirectionNames[:], int(record.DirectionOf(src, dst)))
	case record.Client:
		return bySide(record.SrcAddr, record.DstAddr)
	case record.Server:
		return bySide(record.DstAddr, record.SrcAddr)
	case record.ServicePort:
		return bySide(record.DstPort, record.SrcPort)
	case record.Duration:
		from, _ := r.value(record.Start)
		to, present := r.value(record.End)
		if to.number/second < from.number/second {
			return seen{text: "0"}, present
		}
		n := to.number/second - from.number/second
		return seen{text: fmt.Sprint(n), number: n}, present
	}
	tuples := map[record.Place][]uint32{
		record.PlaceContext: r.b.Context, record.PlacePath: r.b.Path, record.PlaceSrc: r.b.SrcSide, record.PlaceDst: r.b.DstSide,
	}
	if numbers, ok := tuples[f.Place]; ok {
		t := r.b.Registry.Tuple(groupOf(f.Place), numbers[r.row])
		v := seen{text: t.Value(f.Slot), number: ^uint64(0)}
		if n, ok := tupleNumber(v.text); ok {
			v.number = n
		}
		return v, v.text != ""
	}
	c := r.b.Col(id)
	if record.AbsentBit(id) != 0 && (!r.b.Has(id) || r.b.Has(record.Absent) && r.b.AbsentAt(id, r.row)) {
		return seen{}, false
	}
	number := func(n uint64) (seen, bool) { return seen{text: fmt.Sprint(n), number: n}, true }
	switch {
	case id == record.Absent:
		n := uint32(0)
		if r.b.Has(id) {
			n = c.U32[r.row]
		}
		for _, of := range record.RowFields {
			if !r.b.Has(of) {
				n |= record.AbsentBit(of)
			}
		}
		return number(uint64(n))
	case !r.b.Has(id) && f.Type == record.TypeText:
		return seen{}, false
	case !r.b.Has(id):
		return number(0)
	}
	switch f.Type {
	case record.TypeText:
		return text(c.Text[r.row])
	case record.TypeAddr:
		return seen{text: c.Addr[r.row].String(), addr: c.Addr[r.row]}, true
	case record.TypeTime:
		return number(uint64(c.Time[r.row]))
	case record.TypeUint16:
		return number(uint64(c.U16[r.row]))
	case record.TypeUint32:
		return number(uint64(c.U32[r.row]))
	case record.TypeUint64:
		return number(c.U64[r.row])
	}
	return number(uint64(c.U8[r.row]))
}

// passes is the test on a value that is there.
func (v seen) passes(t test, id record.FieldID) bool {
	switch t := t.(type) {
	case exists:
		return true
	case numbers:
		for _, s := range t {
			if s.lo <= v.number && v.number <= s.hi {
				return true
			}
		}
	case mask:
		return v.number&uint64(t) == uint64(t)
	case addresses:
		for _, r := range t {
			if r.Contains(v.addr) {
				return true
			}
		}
	case addressText:
		return t.text.matchString(v.text)
	case names:
		for i, name := range namedFields[id].names {
			if name == v.text && t>>i&1 == 1 {
				return true
			}
		}
	case texts:
		for _, text := range t {
			if text == v.text {
				return true
			}
		}
	case textRange:
		return v.text >= t.low && (!t.lowOpen || v.text != t.low) &&
			(t.high == "" || v.text <= t.high && (!t.highOpen || v.text != t.high))
	case textTest:
		return t.matchString(v.text)
	}
	return false
}

// The matcher gives what the reference gives, on random filters and records,
// and never touches rows outside of what it is asked to narrow.
func TestMatcherAgainstReference(t *testing.T) {
	filters, hits := 0, 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		batch := filtertest.Records(r, 150)
		for range 60 {
			text := filtertest.Filter(r)
			b, err := Compile(text, Options{Now: now})
			if err != nil {
				continue
			}
			filters++
			m := b.Matcher()
			got := m.Match(batch)
			count := 0
			for row := range batch.Len() {
				want := reference{batch, row}.node(b.root)
				if got.Has(row) != want {
					t.Fatalf("seed %d: %s\nmeans %s\nrow %d: matcher says %v, reference %v", seed, text, b, row, got.Has(row), want)
				}
				if want {
					count++
				}
			}
			if got.Count() != count {
				t.Fatalf("seed %d: %s sets bits past the last row", seed, text)
			}
			if count > 0 && count < batch.Len() {
				hits++
			}
			checkSubset(t, m, batch, got, r)
		}
	}
	t.Logf("%d filters, %d of them split the records", filters, hits)
	if filters < 2000 || hits < filters/4 {
		t.Errorf("the random filters prove too little: %d, %d of them split the records", filters, hits)
	}
}

// checkSubset narrows a random part of the rows.
func checkSubset(t *testing.T, m *Matcher, batch *record.Batch, whole Bitmap, r *rand.Rand) {
	t.Helper()
	want := append(Bitmap(nil), whole...)
	part := AllRows(nil, batch.Len())
	for i := range part {
		part[i] &= r.Uint64() & r.Uint64() & r.Uint64()
		want[i] &= part[i]
	}
	m.Narrow(batch, part)
	for i := range part {
		if part[i] != want[i] {
			t.Fatalf("narrowing a part of the rows: word %d is %x, want %x", i, part[i], want[i])
		}
	}
}
