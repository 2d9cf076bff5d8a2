package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/record"
)

// rowTexts writes each row of a batch as text, everything in it.
func rowTexts(b *record.Batch) []string {
	var rows []string
	for i := range b.Len() {
		var s strings.Builder
		for _, id := range append(append([]record.FieldID{}, record.RowFields...), record.Counted, record.Role, record.Scopes, record.Flags, record.Part, record.Unmapped) {
			field := record.Get(id)
			if record.AbsentBit(id) != 0 && lacks(b, id, i) {
				continue
			}
			var v any = 0
			if c := b.Col(id); b.Has(id) {
				switch field.Type {
				case record.TypeUint16:
					v = c.U16[i]
				case record.TypeUint32:
					v = c.U32[i]
				case record.TypeUint64:
					v = c.U64[i]
				case record.TypeTime:
					v = c.Time[i]
				case record.TypeAddr:
					v = c.Addr[i]
				case record.TypeText:
					v = c.Text[i]
				default:
					v = c.U8[i]
				}
			} else if field.Type == record.TypeText {
				v = ""
			}
			fmt.Fprintf(&s, "%s=%v ", field.Name, v)
		}
		for _, t := range []struct {
			g record.Group
			n uint32
		}{{record.GroupContext, b.Context[i]}, {record.GroupPath, b.Path[i]}, {record.GroupSide, b.SrcSide[i]}, {record.GroupSide, b.DstSide[i]}} {
			fmt.Fprintf(&s, "%q ", b.Registry.Tuple(t.g, t.n).Values)
		}
		rows = append(rows, s.String())
	}
	return rows
}

func readTexts(t testing.TB, s *Store, day Day) []string {
	t.Helper()
	var rows []string
	// A registry of its own: nothing of the writer's may be needed to read.
	err := s.ReadDay(t.Context(), record.NewRegistry(), day, func(b *record.Batch) error {
		rows = append(rows, rowTexts(b)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(rows)
	return rows
}

// TestReadBack: every field of every record comes back as it was written, be it
// absent, zero, below a second, of either address family or unknown to weir.
func TestReadBack(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rng := rand.New(rand.NewPCG(1, 2))
	var want []string
	for i := range 6 {
		b := randomBatch(reg, rng, testDay, 200, i == 0)
		want = append(want, rowTexts(b)...)
		if err := w.Write(t.Context(), fmt.Sprint("batch", i), []*record.Batch{b}, nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, readTexts(t, s, testDay)); diff != "" {
		t.Errorf("rows differ (-written +read):\n%s", diff)
	}
}

// TestSameToken: a write that is sent again stores nothing twice, and completes
// what an earlier try left out.
func TestSameToken(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	rng := rand.New(rand.NewPCG(3, 4))
	batches := []*record.Batch{randomBatch(reg, rng, testDay, 300, true), randomBatch(reg, rng, testDay.Next(), 300, true), randomBatch(reg, rng, testDay, 50, true)}
	rolls, edges := NewRollup(reg), new(EdgeRows)
	for _, b := range batches {
		if err := rolls.Add(b); err != nil {
			t.Fatal(err)
		}
		addEdges(edges, reg, b)
	}
	// The first try ended after the first batch, in another process.
	if err := s.Writer(reg).Write(t.Context(), "token", batches[:1], nil, nil); err != nil {
		t.Fatal(err)
	}
	w := s.Writer(reg)
	for range 3 {
		if err := w.Write(t.Context(), "token", batches, rolls, edges); err != nil {
			t.Fatal(err)
		}
	}
	if got := count(t, s, "SELECT count() AS c0 FROM flows"); got != 650 {
		t.Errorf("%d records stored, want 650", got)
	}
	for day := testDay; day <= testDay.Next().Next(); day = day.Next() {
		noDifferences(t, s, day)
	}
}

func noDifferences(t testing.TB, s *Store, day Day) {
	t.Helper()
	diffs, err := s.CheckDay(t.Context(), day)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diffs {
		t.Errorf("%s of %s differs in %d keys, for example %s: %+v", d.Table, d.Day, d.Keys, d.Example, d.Counters)
	}
}

// TestWriteRefuses: a batch that is not of one day is not stored.
func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{})
	reg := record.NewRegistry()
	b := randomBatch(reg, rand.New(rand.NewPCG(5, 6)), testDay, 10, true)
	b.Col(record.Start).Time[3] += secondsPerDay * second
	if err := s.Writer(reg).Write(t.Context(), "x", []*record.Batch{b}, nil, nil); err == nil {
		t.Error("no error")
	}
	if err := NewRollup(reg).Add(b); err == nil {
		t.Error("no error from the roll-up")
	}
}
