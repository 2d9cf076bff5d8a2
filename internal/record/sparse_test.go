package record

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestSparse protects rows whose fields vary: each must be what a binder of its
// own fields makes of it, also across batches and where columns are added.
func TestSparse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	values := map[FieldID][]string{
		SrcAddr: {"10.0.0.1", "::1", "-", "oops"}, DstPort: {"1", "65535", "65536"}, Bytes: {"7", ""}, Start: {"1700000000"}, End: {"1700000060", "-"},
		AccountID: {"1", "2", "-"}, InterfaceID: {"eni-1", "eni-2"}, FlowDirection: {"egress", "ingress"}, ActionField: {"ACCEPT", "REJECT"}, RTT: {"3"}, InstanceTag: {"a b"},
	}
	fields := []FieldID{SrcAddr, DstPort, Bytes, Start, End, AccountID, InterfaceID, FlowDirection, ActionField, RTT, InstanceTag}
	opts := BindOptions{Intake: time.Unix(1800000000, 0), Context: map[FieldID]string{AccountID: "9", Region: "r"}}
	registry := NewRegistry()
	got, want := NewBatch(KindFlow, registry), NewBatch(KindFlow, registry)
	s, err := NewSparse(opts)
	if err != nil {
		t.Fatal(err)
	}
	s.Begin(got)
	for i := range 5000 {
		if i%700 == 699 { // another batch
			s.End()
			compareBatches(t, got, want)
			got.Reset()
			want.Reset()
			s.Begin(got)
		}
		var names []string
		var cells [][]byte
		for _, id := range fields[:1+r.IntN(min(len(fields), 1+i/300))] {
			if id != SrcAddr && r.IntN(3) == 0 {
				continue
			}
			v := []byte(values[id][r.IntN(len(values[id]))])
			names, cells = append(names, Get(id).Name), append(cells, v)
			s.Set(id, v)
		}
		unmapped := ""
		if r.IntN(4) == 0 {
			unmapped = fmt.Sprintf(`{"n":%d}`, i)
		}
		reason := s.Row([]byte(unmapped))
		b, err := NewBinder(names, opts)
		if err != nil {
			t.Fatal(err)
		}
		b.Begin(want, 1)
		if wanted := b.Row(cells); reason != wanted {
			t.Fatalf("row %d: %q, want %q", i, reason, wanted)
		}
		b.End()
		if reason == "" && unmapped != "" {
			want.Use(Unmapped)
			want.Col(Unmapped).Text[want.Len()-1] = unmapped
		}
	}
	s.Set(SrcAddr, []byte("oops"))
	s.Clear()
	if reason := s.Row(nil); reason != "" || got.Len() == 0 {
		t.Errorf("a row of nothing: %q", reason)
	}
	s.End()
	if !got.AbsentAt(SrcAddr, got.Len()-1) {
		t.Error("what was cleared came back")
	}
}

// compareBatches compares what rows say, not which columns are there.
func compareBatches(t *testing.T, got, want *Batch) {
	t.Helper()
	if got.Len() != want.Len() || got.Len() == 0 {
		t.Fatalf("%d rows, want %d", got.Len(), want.Len())
	}
	for row := range got.Len() {
		if got.Context[row] != want.Context[row] || got.Path[row] != want.Path[row] {
			t.Fatalf("row %d: tuples %d %d, want %d %d", row, got.Context[row], got.Path[row], want.Context[row], want.Path[row])
		}
		for _, id := range append([]FieldID{Unmapped, Flags}, RowFields...) {
			if g, w := sparseValue(got, id, row), sparseValue(want, id, row); g != w {
				t.Fatalf("row %d: %s is %s, want %s", row, Get(id).Name, g, w)
			}
		}
	}
}

func sparseValue(b *Batch, id FieldID, row int) string {
	if b.AbsentAt(id, row) {
		return "absent"
	}
	c := b.Col(id)
	switch Get(id).Type {
	case TypeAddr:
		return c.Addr[row].String()
	case TypeTime:
		return fmt.Sprint(c.Time[row])
	case TypeUint16:
		return fmt.Sprint(c.U16[row])
	case TypeUint32:
		return fmt.Sprint(c.U32[row])
	case TypeUint64:
		return fmt.Sprint(c.U64[row])
	case TypeText:
		if c.Text[row] == "" {
			return "absent"
		}
		return c.Text[row]
	default:
		if id == Flags && c.U8[row] == 0 {
			return "absent"
		}
		return fmt.Sprint(c.U8[row])
	}
}
