package record

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// blockRow writes everything a batch says of a row.
func blockRow(b *Batch, row int) string {
	var out []string
	for _, f := range Fields() {
		var v any
		switch c := b.Col(f.ID); {
		case f.Place == PlaceContext:
			v = b.Registry.Tuple(GroupContext, b.Context[row]).Value(f.Slot)
		case f.Place == PlacePath:
			v = b.Registry.Tuple(GroupPath, b.Path[row]).Value(f.Slot)
		case f.Place != PlaceRow || !b.Has(f.ID):
			continue
		case f.Type == TypeAddr:
			v = c.Addr[row]
		case f.Type == TypeTime:
			v = c.Time[row]
		case f.Type == TypeUint16:
			v = c.U16[row]
		case f.Type == TypeUint32:
			v = c.U32[row]
		case f.Type == TypeUint64:
			v = c.U64[row]
		case f.Type == TypeText:
			v = c.Text[row]
		default:
			v = c.U8[row]
		}
		out = append(out, fmt.Sprintf("%s=%v", f.Name, v))
	}
	return strings.Join(out, " ")
}

// someCell makes a value of a field: mostly good, of few kinds for tuples.
func someCell(r *rand.Rand, f *Field) string {
	switch r.IntN(12) {
	case 0:
		return ""
	case 1:
		return "-"
	case 2:
		if r.IntN(40) == 0 {
			return []string{"x", "70000", "99999999999999999999999", "-1", "1.5", strings.Repeat("y", MaxText+1)}[r.IntN(6)]
		}
	}
	if f != nil && isAccount(f) { // numbers get their zeros back, see the tests of decode/parquet
		return "12345678901" + strconv.Itoa(r.IntN(4))
	}
	if f == nil || f.Place != PlaceRow {
		return strconv.Itoa(r.IntN(4))
	}
	switch f.Type {
	case TypeAddr:
		return []string{"10.0.0." + strconv.Itoa(r.IntN(256)), "2001:db8::" + strconv.Itoa(r.IntN(100))}[r.IntN(2)]
	case TypeTime:
		return []string{"160000000" + strconv.Itoa(r.IntN(10)), "16000000001" + strconv.Itoa(10+r.IntN(90)), "1900000000"}[r.IntN(3)]
	case TypeAction:
		return []string{"ACCEPT", "REJECT", "accept"}[r.IntN(3)]
	}
	return strconv.Itoa(r.IntN(256))
}

// cellsOf holds texts as a source might: by row, in a dictionary, as numbers where
// all are numbers.
func cellsOf(r *rand.Rand, texts []string, dictionary *uint64) Cells {
	var c Cells
	whole := true
	for _, s := range texts {
		n, err := strconv.ParseInt(s, 10, 64)
		whole = whole && (s == "" || err == nil && n >= 0 && strconv.FormatInt(n, 10) == s)
	}
	entries, index := texts, []uint32(nil)
	if r.IntN(2) == 0 {
		entries = slices.Compact(slices.Sorted(slices.Values(texts)))
		entries = slices.DeleteFunc(entries, func(s string) bool { return s == "" })
		for _, s := range texts {
			i, ok := slices.BinarySearch(entries, s)
			if !ok {
				i = len(entries)
			}
			index = append(index, uint32(i))
		}
		*dictionary++
		c.Index, c.Dictionary = index, *dictionary
	} else {
		for _, s := range texts {
			c.Null = append(c.Null, s == "")
		}
	}
	if whole && r.IntN(2) == 0 {
		c.Ints = []int64{}
		for _, s := range entries {
			n, _ := strconv.ParseInt(s, 10, 64)
			c.Ints = append(c.Ints, n)
		}
		return c
	}
	for _, s := range entries {
		c.Spans = append(c.Spans, [2]uint32{uint32(len(c.Data)), uint32(len(c.Data) + len(s))})
		c.Data = append(c.Data, s...)
	}
	return c
}

// TestBlockIsRow protects that columns and rows go by the same rules: fields of all
// formats, absent and bad values, in every way a source may hold them.
func TestBlockIsRow(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for round := range 20 {
		names := []string{"unheard_of"}
		for _, f := range Fields() {
			if Bindable(&f) && f.ID != AccountID && (round%3 == 0 || r.IntN(3) == 0) {
				names = append(names, f.Name)
			}
		}
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		if len(names) == 1 {
			continue
		}
		o := BindOptions{Intake: time.Unix(1700000000, 0), Context: map[FieldID]string{AccountID: "123456789012"}, TagKeys: map[string]string{}}
		var by [2]*Binder
		var to [2]*Batch
		for i := range by {
			var err error
			if by[i], err = NewBinder(names, o); err != nil {
				t.Fatal(err)
			}
			to[i] = NewBatch(KindFlow, NewRegistry())
		}
		var bad [2][]string
		dictionaries := make([]uint64, len(names))
		for range 3 {
			n := 1 + r.IntN(300)
			texts := make([][]string, len(names))
			cells := make([]Cells, len(names))
			for i, name := range names {
				f, _ := Lookup(name)
				for range n {
					texts[i] = append(texts[i], someCell(r, f))
				}
				cells[i] = cellsOf(r, texts[i], &dictionaries[i])
			}
			by[0].Begin(to[0], n)
			for row := range n {
				var line [][]byte
				for i := range names {
					line = append(line, []byte(texts[i][row]))
				}
				if reason := by[0].Row(line); reason != "" {
					bad[0] = append(bad[0], fmt.Sprint(row, reason))
				}
			}
			by[0].End()
			by[1].Begin(to[1], n)
			by[1].Block(cells, n, func(row int, reason string) { bad[1] = append(bad[1], fmt.Sprint(row, reason)) })
			by[1].End()
		}
		if !slices.Equal(bad[0], bad[1]) || to[0].Len() != to[1].Len() || round == 0 && (len(bad[0]) == 0 || to[0].Len() == 0) {
			t.Fatalf("rows %d and %d, bad %q and %q", to[0].Len(), to[1].Len(), bad[0], bad[1])
		}
		for row := range to[0].Len() {
			if want, got := blockRow(to[0], row), blockRow(to[1], row); got != want {
				t.Fatalf("columns %q, row %d:\n got %s\nwant %s", names, row, got, want)
			}
		}
	}
}

// TestBlockAllocates protects that rows cost no allocation once their tuples are
// known.
func TestBlockAllocates(t *testing.T) {
	names := []string{"interface_id", "account_id", "srcaddr", "dstport", "start", "action", "flow_direction"}
	const n = 1000
	r := rand.New(rand.NewPCG(1, 1))
	cells := make([]Cells, len(names))
	dictionary := uint64(0)
	for i, name := range names {
		f, _ := Lookup(name)
		texts := make([]string, n)
		for row := range texts {
			for texts[row] == "" || len(texts[row]) > 40 || texts[row] == "x" {
				texts[row] = someCell(r, f)
			}
		}
		cells[i] = cellsOf(r, texts, &dictionary)
	}
	b, err := NewBinder(names, BindOptions{})
	if err != nil {
		t.Fatal(err)
	}
	batch := NewBatch(KindFlow, NewRegistry())
	block := func() {
		batch.Reset()
		b.Begin(batch, n)
		b.Block(cells, n, func(int, string) {})
		b.End()
	}
	block()
	if allocs := testing.AllocsPerRun(20, block); allocs > 1 {
		t.Errorf("%v allocations for %d rows", allocs, n)
	}
}
