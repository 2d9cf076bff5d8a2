package ledger

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// dirtyDays lists what is dirty as text.
func dirtyDays(t *testing.T, l *Ledger) []string {
	t.Helper()
	days, err := l.DirtyDays(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, d := range days {
		texts = append(texts, fmt.Sprint(d.Day, " ", d.What))
	}
	return texts
}

// TestHeard: a batch marks its day when another process has stored rows of the day,
// or taken some away, since this one learned what is stored of it: pending or
// acknowledged, but not before, not its own, and not of other days.
func TestHeard(t *testing.T) {
	t.Parallel()
	one := newLedger(t)
	two := open(t, one.db, "two")
	n := 0
	store := func(l *Ledger, h Heard, days ...uint32) (batch uint64, id ObjectID) {
		t.Helper()
		n++
		o := begin(t, l, info(fmt.Sprint(n, ".log"), 900), New)
		m := Manifest{Parts: []Part{rows(o.ID, 0, 10)}, Heard: map[uint32]Heard{}}
		for _, d := range days {
			m.Heard[d] = h
		}
		batch, _, err := l.Manifest(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		return batch, o.ID
	}
	hear := func(l *Ledger) Heard {
		t.Helper()
		h, err := l.Hear(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	want := func(what string, days ...string) {
		t.Helper()
		if got := dirtyDays(t, one); !slices.Equal(got, days) {
			t.Errorf("%s: dirty %q, want %q", what, got, days)
		}
		list, err := one.DirtyDays(t.Context())
		if err == nil {
			err = one.ClearDirty(t.Context(), list...)
		}
		if err != nil {
			t.Fatal(err)
		}
	}

	begun := hear(one)
	b1, o1 := store(one, begun, 20260101)
	want("the first batch")
	b2, o2 := store(two, begun, 20260101)
	want("another's is pending", "20260101 counted")
	ack(t, one, b1, o1)
	ack(t, two, b2, o2)
	b3, o3 := store(two, begun, 20260101)
	want("another's was acknowledged since", "20260101 counted")
	ack(t, two, b3, o3)
	heard := hear(one)
	b4, o4 := store(one, heard, 20260101)
	want("all was heard")
	ack(t, one, b4, o4)
	store(one, heard, 20260101)
	want("its own came since")
	b6, o6 := store(two, heard, 20260102)
	want("other rows are of another day")
	ack(t, two, b6, o6)

	heard = hear(two)
	d, err := one.Forget(t.Context(), o1)
	if err != nil {
		t.Fatal(err)
	}
	rollback(t, one, d, nil)
	want("forgotten", "20260101 counted", "20260101 rollups")
	store(two, heard, 20260103)
	want("rows were taken away since", "20260103 counted")
}

// TestRecount: days are marked with the manifest or not at all.
func TestRecount(t *testing.T) {
	t.Parallel()
	l := newLedger(t)
	_, _, err := l.Manifest(t.Context(), Manifest{Parts: []Part{rows(99, 0, 1)}, Recount: []uint32{20260101}})
	wantErr(t, "manifest", err, ErrLost)
	if got := dirtyDays(t, l); len(got) > 0 {
		t.Errorf("dirty = %q", got)
	}
	if _, _, err := l.Manifest(t.Context(), Manifest{Recount: []uint32{20260101}}); err != nil {
		t.Error(err)
	}
	if got := dirtyDays(t, l); !slices.Equal(got, []string{"20260101 counted"}) {
		t.Errorf("dirty = %q", got)
	}
}
