package ledger

import (
	"fmt"
	"slices"
	"testing"
)

// A dead process's objects resume behind what is acknowledged without a gap;
// later parts go, acknowledged or not; it cannot come back.
func TestAdopt(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	dead, third := open(t, l.db, "dead"), open(t, l.db, "third")

	a, b, c := begin(t, dead, info("a.log", 900), New), begin(t, dead, info("b.log", 900), New), begin(t, dead, info("c.log", 900), New)
	whole := stored(t, dead, info("whole.log", 9), 5)
	bad := rows(a.ID, 0, 10)
	bad.Bad, bad.BadBy, bad.BadLines, bad.Format = 1, []BadCount{{"x", 1}}, []BadLine{{Line: 3, Reason: "x"}}, "kept"
	b1, _ := manifest(t, dead, bad)
	bad = rows(a.ID, 10, 20)
	bad.Bad, bad.BadBy, bad.BadLines = 1, []BadCount{{"x", 1}}, []BadLine{{Line: 13, Reason: "x"}}
	b2, p2 := manifest(t, dead, bad, rows(b.ID, 0, 5))
	late := rows(a.ID, 20, 30)
	late.Days, late.Format = []DayRows{{20260105, 10}, {20260106, 0}}, "gone"
	b3, p3 := manifest(t, dead, late)
	ack(t, dead, b3)
	ack(t, dead, b1)

	orphans, err := l.Orphans(ctx)
	if want := []Orphan{{"dead", b2, 0}, {"dead", 0, a.ID}, {"dead", 0, b.ID}, {"dead", 0, c.ID}}; err != nil || !slices.Equal(orphans, want) {
		t.Errorf("orphans = %v, %v, want %v", orphans, err, want)
	}
	d, err := l.Adopt(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := third.Adopt(ctx); err != nil || !again.Empty() {
		t.Errorf("a third process adopts %+v, %v too", again, err)
	}
	wantErr(t, "acknowledge by the one taken for dead", dead.Acknowledge(ctx, b2), ErrLost)
	wantErr(t, "rollback of another's debris", third.Rollback(ctx, d), ErrLost)
	begin(t, third, info("a.log", 900), InFlight)

	if again, err := l.Adopt(ctx); err != nil || !slices.Equal(again.Parts, d.Parts) {
		t.Errorf("debris not cleared away = %+v, %v, want the same", again, err)
	}
	if !slices.Equal(d.Batches, []uint64{b2}) || !slices.Equal(d.Parts, append(slices.Clone(p2), p3...)) || !slices.Equal(d.Days, []uint32{20260101, 20260105, 20260106}) {
		t.Errorf("debris = batches %v, parts %v, days %v", d.Batches, d.Parts, d.Days)
	}
	var kept []string
	for _, r := range d.Objects {
		kept = append(kept, fmt.Sprint(r.Name, " ", r.Kept.Line))
	}
	if want := []string{"a.log 10", "b.log 0", "c.log 0"}; !slices.Equal(kept, want) {
		t.Errorf("kept = %q, want %q", kept, want)
	}
	rollback(t, l, d, nil)

	got := lookup(t, l, a.ID)
	if got.State != Interrupted || got.Done != at(10) || got.Counts != (Counts{Stored: 10, Bad: 1, MaxStart: 9}) || got.Format != "kept" {
		t.Errorf("a = %+v", got)
	}
	if lines, err := l.BadLines(ctx, a.ID, 0); err != nil || len(lines) != 1 || lines[0].Line != 3 || lines[0].Name != "a.log" {
		t.Errorf("bad lines = %+v, %v", lines, err)
	}
	if _, ok, _ := l.Object(ctx, b.ID); ok {
		t.Error("an object of which nothing is in is still there")
	}
	if lookup(t, l, whole.ID).State != Stored {
		t.Error("a stored object was touched")
	}
	// A day that only a share of the roll-ups reaches into keeps its rows.
	if got := dirtyDays(t, l); !slices.Equal(got, []string{"20260101 counted", "20260101 rollups",
		"20260105 counted", "20260105 rollups", "20260106 rollups"}) {
		t.Errorf("dirty = %q", got)
	}

	o := begin(t, third, info("a.log", 900), Resumed)
	if o.Done != at(10) || o.Instance != "third" {
		t.Errorf("resumed at %v by %s", o.Done, o.Instance)
	}
	batch, parts := manifest(t, third, rows(a.ID, 10, 90))
	if parts[0] <= p3[0] {
		t.Errorf("part number %d was used before", parts[0])
	}
	ack(t, third, batch, a.ID)
	if got := lookup(t, l, a.ID); got.State != Stored || got.Counts != (Counts{Stored: 90, Bad: 1, MaxStart: 89}) {
		t.Errorf("a = %+v", got)
	}
	begin(t, third, info("b.log", 900), New)
}

// A process that dies over the debris of another leaves it to the next.
func TestAdoptTwice(t *testing.T) {
	t.Parallel()
	db := newLedger(t).db
	alive := map[string]bool{"second": true, "third": true}
	who := func(name string) *Ledger {
		l, err := Open(t.Context(), db, name, func(id string) bool { return alive[id] })
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	first, second, third := who("first"), who("second"), who("third")
	o := stored(t, first, info("gone.log", 5), 5)
	if _, err := first.Forget(t.Context(), o.ID); err != nil {
		t.Fatal(err)
	}
	_, want := manifest(t, first, rows(begin(t, first, info("a.log", 9), New).ID, 0, 5))
	if d, err := second.Adopt(t.Context()); err != nil || len(d.Parts) != 2 {
		t.Fatalf("%+v, %v", d, err)
	}
	alive["second"] = false
	d, err := third.Adopt(t.Context())
	if err != nil || len(d.Parts) != 2 || d.Parts[1] != want[0] {
		t.Fatalf("%+v, %v", d, err)
	}
	rollback(t, third, d, nil)
	if got := lookup(t, third, o.ID); got.State != Forgotten {
		t.Errorf("state = %v, want forgotten", got.State)
	}
	begin(t, third, info("a.log", 9), New)
	begin(t, third, info("gone.log", 5), New)
}

func TestAbandon(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	a, b, c := begin(t, l, info("a.log", 900), New), begin(t, l, info("b.log", 900), New), begin(t, l, info("c.log", 900), New)
	b0, _ := manifest(t, l, rows(a.ID, 0, 10))
	b1, p1 := manifest(t, l, rows(a.ID, 10, 20))
	b2, p2 := manifest(t, l, rows(a.ID, 20, 30), rows(b.ID, 0, 10)) // hangs on b1 by a
	b3, p3 := manifest(t, l, rows(b.ID, 10, 20))                    // hangs on b2 by b
	b4, _ := manifest(t, l, rows(c.ID, 0, 10))                      // hangs on none
	ack(t, l, b0)
	ack(t, l, b3)
	d, err := l.Abandon(ctx, b1)
	if err != nil {
		t.Fatal(err)
	}
	if want := slices.Concat(p1, p2, p3); !slices.Equal(d.Parts, want) || !slices.Equal(d.Batches, []uint64{b1, b2}) {
		t.Errorf("parts %v of batches %v, want %v of %v", d.Parts, d.Batches, want, []uint64{b1, b2})
	}
	wantErr(t, "acknowledge what was given up", l.Acknowledge(ctx, b2), ErrLost)
	_, _, err = l.Manifest(ctx, Manifest{Parts: []Part{rows(a.ID, 30, 40)}})
	wantErr(t, "go on with what was given up", err, ErrLost)
	_, err = l.Abandon(ctx, b0)
	wantErr(t, "give up an acknowledged batch", err, ErrLost)
	ack(t, l, b4, c.ID)
	rollback(t, l, d, nil)
	if o := begin(t, l, info("a.log", 900), Resumed); o.Done != at(10) {
		t.Errorf("a resumes at %v", o.Done)
	}
	begin(t, l, info("b.log", 900), New)
	if totals, err := l.Totals(ctx); err != nil || totals.Pending != 0 || totals.Stored != 20 {
		t.Errorf("totals = %+v, %v", totals, err)
	}
}

func TestRelease(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	a, b := begin(t, l, info("a.log", 900), New), begin(t, l, info("b.log", 900), New)
	batch, _ := manifest(t, l, rows(a.ID, 0, 10))
	ack(t, l, batch)
	if err := l.Release(ctx, a.ID, b.ID); err != nil {
		t.Fatal(err)
	}
	wantErr(t, "release twice", l.Release(ctx, a.ID), ErrLost)
	if o := begin(t, open(t, l.db, "other"), info("a.log", 900), Resumed); o.Done != at(10) {
		t.Errorf("resumed at %v", o.Done)
	}
	begin(t, l, info("b.log", 900), New)
}

func TestGrowingFile(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	in := info("a.log", 100)
	in.Stream, in.Format = "fl-1", "v2"
	v1 := stored(t, l, in, 10)

	prev, ok, err := l.Previous(ctx, "file", "a.log")
	if err != nil || !ok || prev.ID != v1.ID {
		t.Fatalf("previous = %+v, %v, %v", prev, ok, err)
	}
	in = info("a.log", 250)
	in.Continues = prev.ID
	o := begin(t, l, in, New)
	if o.Start != at(10) || o.Done != at(10) || o.BytesIn != 150 || o.Format != "v2" || o.Stream != "fl-1" {
		t.Errorf("continued = %+v", o)
	}
	bigger := info("a.log", 300)
	bigger.Continues = prev.ID
	begin(t, open(t, l.db, "other"), bigger, Stale) // a second reader of the same file
	batch, _ := manifest(t, l, rows(o.ID, 10, 25))
	ack(t, l, batch, o.ID)
	v2 := lookup(t, l, o.ID)
	if v2.Stored != 15 || v2.Whole != 25 || v2.Continues != v1.ID {
		t.Errorf("continued = %+v", v2)
	}
	begin(t, l, info("a.log", 100), Duplicate) // the older version under any name
	if prev, _, _ := l.Previous(ctx, "file", "a.log"); prev.ID != v2.ID {
		t.Errorf("previous = %+v, want the newest", prev)
	}
	smaller := info("a.log", 200)
	smaller.Continues = v2.ID
	begin(t, l, smaller, Stale)

	// Interrupted, then grown: what was read stays, the rest is the new version's.
	bigger.Continues = v2.ID
	o = begin(t, l, bigger, New)
	batch, _ = manifest(t, l, rows(o.ID, 25, 27))
	ack(t, l, batch)
	if err := l.Release(ctx, o.ID); err != nil {
		t.Fatal(err)
	}
	last := info("a.log", 400)
	last.Continues = o.ID
	if got := begin(t, l, last, New); got.Start != at(27) || got.BytesIn != 100 {
		t.Errorf("continued = %+v", got)
	}
	if got := lookup(t, l, o.ID); got.State != Stored || got.Note == "" || got.Done != at(27) {
		t.Errorf("interrupted and grown = %+v", got)
	}
	// All its bytes again: their records are those of the whole chain.
	if c, err := l.Begin(ctx, bigger); err != nil || c[0].Outcome != Duplicate || c[0].Object.Stored != 2 || c[0].Object.Whole != 27 {
		t.Errorf("again = %+v, %v", c, err)
	}
}

func TestForget(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	v1 := stored(t, l, info("a.log", 100), 10)
	in := info("a.log", 200)
	in.Continues = v1.ID
	v2 := stored(t, l, in, 20)
	in = info("a.log", 300)
	in.Continues = v2.ID
	v3 := stored(t, l, in, 30, DayRows{20260103, 10})
	other := stored(t, l, info("b.log", 100), 10)

	d, err := l.Forget(ctx, v2.ID)
	if err != nil || len(d.Objects) != 2 || len(d.Parts) != 2 || !slices.Equal(d.Days, []uint32{20260101, 20260103}) {
		t.Fatalf("debris = %+v, %v", d, err)
	}
	begin(t, l, info("a.log", 200), InFlight)
	rollback(t, l, d, nil)
	for _, id := range []ObjectID{v2.ID, v3.ID} {
		if o := lookup(t, l, id); o.State != Forgotten || o.FinishedAt.IsZero() {
			t.Errorf("object = %+v, want forgotten", o)
		}
	}
	if prev, _, _ := l.Previous(ctx, "file", "a.log"); prev.ID != v1.ID {
		t.Errorf("previous = %+v, want the first version", prev)
	}
	in = info("a.log", 300)
	in.Continues = v1.ID
	if o := begin(t, l, in, New); o.Done != at(10) {
		t.Errorf("continues at %v", o.Done)
	}
	if lookup(t, l, other.ID).State != Stored {
		t.Error("another object was touched")
	}
}

func TestDropDays(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	one := stored(t, l, info("one.log", 1), 10, DayRows{20260101, 10}, DayRows{20260102, 0})
	two := stored(t, l, info("two.log", 2), 10, DayRows{20260101, 5}, DayRows{20260102, 5})
	in := info("two.log", 3)
	in.Continues = two.ID
	grown := stored(t, l, in, 20, DayRows{20260103, 10})
	none := begin(t, l, info("none.log", 4), New)
	if err := l.Finish(ctx, Finish{Object: none.ID}); err != nil {
		t.Fatal(err)
	}
	half := begin(t, l, info("half.log", 5), New)
	batch, _ := manifest(t, l, rows(half.ID, 0, 5))
	ack(t, l, batch)
	if err := l.MarkDirty(ctx, Counted, 20260101, 20260103); err != nil {
		t.Fatal(err)
	}

	alive := func(want ...ObjectID) {
		t.Helper()
		var got []ObjectID
		err := l.Objects(ctx, Filter{}, func(o *Object) error { got = append(got, o.ID); return nil })
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("objects = %v, %v, want %v", got, err, want)
		}
	}
	drop := func(days ...uint32) {
		t.Helper()
		for range 2 {
			if err := l.DropDays(ctx, days...); err != nil {
				t.Fatal(err)
			}
		}
	}
	alive(one.ID, two.ID, grown.ID, none.ID, half.ID)
	drop(20260101)
	alive(two.ID, grown.ID, none.ID, half.ID)
	if dirty, err := l.DirtyDays(ctx); err != nil || len(dirty) != 1 || dirty[0].Day != 20260103 {
		t.Errorf("dirty = %v, %v", dirty, err)
	}
	drop(20251231, 20260102)
	alive(grown.ID, none.ID, half.ID)
	if o := lookup(t, l, grown.ID); o.Continues != 0 || o.Start != at(10) {
		t.Errorf("continues a dropped object: %+v", o)
	}
	if err := l.CloseDay(ctx, 20260102); err != nil { // again, and nobody ended it
		t.Fatal(err)
	}
	if err := l.ReopenDays(ctx, 20251231, 20260102); err != nil {
		t.Fatal(err)
	}
	closed, err := l.ClosedDays(ctx)
	if want := []ClosedDay{{20260101, true}, {20260102, false}}; err != nil || !slices.Equal(closed, want) {
		t.Errorf("closed = %v, %v, want %v", closed, err, want)
	}
	begin(t, l, info("one.log", 1), New)
	batch, _ = manifest(t, l, rows(half.ID, 5, 9))
	ack(t, l, batch, half.ID)
	if o := lookup(t, l, half.ID); o.Stored != 9 {
		t.Errorf("object taken in over the drop = %+v", o)
	}
}

func TestDirtyDays(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	mark := func(what string, days ...uint32) {
		t.Helper()
		if err := l.MarkDirty(ctx, what, days...); err != nil {
			t.Fatal(err)
		}
	}
	list := func() (days []DirtyDay, text string) {
		t.Helper()
		days, err := l.DirtyDays(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range days {
			text += fmt.Sprint(d.Day%100, d.What[0:1], " ")
		}
		return days, text
	}
	mark(Rollups, 20260102, 20260101)
	mark(Counted, 20260102)
	days, text := list()
	if text != "1r 2c 2r " {
		t.Errorf("dirty = %q", text)
	}
	mark(Rollups, 20260102) // while it is being computed
	if err := l.ClearDirty(ctx, days...); err != nil {
		t.Fatal(err)
	}
	days, text = list()
	if text != "2r " {
		t.Errorf("dirty = %q, want the day that was marked again", text)
	}
	if err := l.ClearDirty(ctx, days...); err != nil {
		t.Fatal(err)
	}
	mark(Rollups, 20260102)
	if err := l.ClearDirty(ctx, days...); err != nil { // an old answer about a new mark
		t.Fatal(err)
	}
	_ = days
}
