package ledger

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/state"
)

func info(name string, size uint64) ObjectInfo {
	return ObjectInfo{SHA256: sha256.Sum256(fmt.Append(nil, name, size)), Source: "file", Name: name, Size: size}
}

// begin takes one object and wants this outcome.
func begin(t *testing.T, l *Ledger, in ObjectInfo, want Outcome) Object {
	t.Helper()
	claims, err := l.Begin(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if claims[0].Outcome != want {
		t.Fatalf("begin %s: %v, want %v", in.Name, claims[0].Outcome, want)
	}
	return claims[0].Object
}

// rows is a part of one row per line.
func rows(id ObjectID, from, to int) Part {
	n := uint64(to - from)
	return Part{Object: id, From: at(from), To: at(to), Counts: Counts{Stored: n, MinStart: int64(from), MaxStart: int64(to - 1)},
		Days: []DayRows{{20260101, n}}}
}

func manifest(t *testing.T, l *Ledger, parts ...Part) (uint64, []uint32) {
	t.Helper()
	batch, ids, err := l.Manifest(t.Context(), Manifest{Parts: parts})
	if err != nil {
		t.Fatal(err)
	}
	return batch, ids
}

func ack(t *testing.T, l *Ledger, batch uint64, done ...ObjectID) {
	t.Helper()
	var f []Finish
	for _, id := range done {
		f = append(f, Finish{Object: id})
	}
	if err := l.Acknowledge(t.Context(), batch, f...); err != nil {
		t.Fatal(err)
	}
}

// stored takes an object of this many rows all the way in.
func stored(t *testing.T, l *Ledger, in ObjectInfo, lines int, days ...DayRows) Object {
	t.Helper()
	o := begin(t, l, in, New)
	p := rows(o.ID, int(o.Done.Line), lines)
	if days != nil {
		p.Days = days
	}
	batch, _ := manifest(t, l, p)
	ack(t, l, batch, o.ID)
	return lookup(t, l, o.ID)
}

func lookup(t *testing.T, l *Ledger, id ObjectID) Object {
	t.Helper()
	o, ok, err := l.Object(t.Context(), id)
	if err != nil || !ok {
		t.Fatalf("object %d: %v, %v", id, ok, err)
	}
	return o
}

func rollback(t *testing.T, l *Ledger, d *Debris, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second changes nothing
		if err := l.Rollback(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
}

func wantErr(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", what, err, want)
	}
}

func TestOneObject(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	in := info("a.log", 300)
	in.Stream, in.Format, in.Bucket, in.Key, in.ETag = "fl-1", "v2", "b", "k", "e"
	o := begin(t, l, in, New)

	first := rows(o.ID, 0, 10)
	second := rows(o.ID, 10, 30)
	second.Stored, second.Bad, second.NoData, second.SkipData, second.Format = 18, 2, 3, 1, "v3"
	second.Days = []DayRows{{20260101, 10}, {20260102, 8}, {20260103, 0}}
	b1, p1 := manifest(t, l, first)
	b2, p2 := manifest(t, l, second)
	if p2[0] != p1[0]+1 || p1[0] == 0 {
		t.Errorf("part numbers %v, %v", p1, p2)
	}
	wantErr(t, "finish too early", l.Finish(ctx, Finish{Object: o.ID}), ErrPending)
	wantErr(t, "release too early", l.Release(ctx, o.ID), ErrPending)
	ack(t, l, b2)
	if got := lookup(t, l, o.ID); got.Done != (Position{}) || got.Stored != 18 {
		t.Errorf("after the second batch: done %v, stored %d", got.Done, got.Stored)
	}
	ack(t, l, b1, o.ID)
	ack(t, l, b1) // again

	got := lookup(t, l, o.ID)
	want := Object{
		ID: o.ID, SHA256: in.SHA256, Source: "file", Name: "a.log", Stream: "fl-1", Format: "v3", Size: 300, BytesIn: 300,
		State: Stored, Done: at(30), Whole: 28, Counts: Counts{Stored: 28, Bad: 2, NoData: 3, SkipData: 1, MinStart: 0, MaxStart: 29},
		Bucket: "b", Key: "k", ETag: "e", TakenAt: got.TakenAt, FinishedAt: got.FinishedAt,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got.TakenAt.Year() < 2024 || got.FinishedAt.Before(got.TakenAt) {
		t.Errorf("taken %v, finished %v", got.TakenAt, got.FinishedAt)
	}

	other := in
	other.Name = "copy-of-a.log"
	if dup := begin(t, l, other, Duplicate); dup.Name != "a.log" || dup.Stored != 28 {
		t.Errorf("duplicate of %q with %d rows", dup.Name, dup.Stored)
	}
	origin, ok, err := l.Origin(ctx, p2[0])
	if err != nil || !ok || origin.Object.ID != o.ID || origin.Batch != b2 || origin.From != at(10) || origin.To != at(30) {
		t.Errorf("origin = %+v, %v, %v", origin, ok, err)
	}
	if _, ok, err := l.Origin(ctx, 999); ok || err != nil {
		t.Errorf("origin of no part: %v, %v", ok, err)
	}
	if last, err := l.LastPart(ctx); last != p2[0] || err != nil {
		t.Errorf("last part = %d, %v, want %d", last, err, p2[0])
	}
	parts, err := l.PartsOf(ctx, 20260101)
	if diff := cmp.Diff([]PartRows{{Part: p1[0], Rows: 10, Stream: "fl-1"}, {Part: p2[0], Rows: 10, Stream: "fl-1"}}, parts); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if parts, err := l.PartsOf(ctx, 20260103); len(parts) != 0 || err != nil {
		t.Errorf("parts of a day that only roll-ups reach: %v, %v", parts, err)
	}
	batches, err := l.Acknowledged(ctx, 1, 10)
	if err != nil || len(batches) != 1 || batches[0].ID != b1 || batches[0].Instance != "me" || batches[0].Rows != 10 {
		t.Errorf("batches after the first = %+v, %v", batches, err)
	}
}

// What a part may not be, and that a manifest which is refused leaves nothing.
func TestManifestRefused(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	other := open(t, l.db, "other")
	o := begin(t, l, info("a.log", 300), New)
	theirs := begin(t, other, info("b.log", 300), New)
	done := stored(t, l, info("c.log", 300), 5)
	f := func(what string, want error, parts ...Part) {
		t.Helper()
		_, _, err := l.Manifest(ctx, Manifest{Parts: parts})
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", what, err, want)
		}
	}
	f("a hole", ErrGap, rows(o.ID, 1, 5))
	f("an overlap", ErrGap, rows(o.ID, 0, 5), rows(o.ID, 4, 8))
	f("backwards", ErrGap, Part{Object: o.ID, From: at(5), To: at(0)})
	f("another's object", ErrLost, rows(o.ID, 0, 5), rows(theirs.ID, 0, 5))
	f("a stored object", ErrLost, rows(done.ID, 5, 9))
	f("no object", ErrLost, rows(99, 0, 5))
	short := rows(o.ID, 0, 5)
	short.Days[0].Rows = 4
	f("days that do not add up", nil, short)
	manifest(t, l, rows(o.ID, 0, 5), rows(o.ID, 5, 8)) // it begins at 0: nothing was kept
}

func TestInFlight(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	other, dead := open(t, l.db, "other"), open(t, l.db, "dead")
	in := info("a.log", 300)
	claims, err := l.Begin(ctx, in, info("b.log", 1), in)
	if err != nil {
		t.Fatal(err)
	}
	if claims[0].Outcome != New || claims[1].Outcome != New || claims[2].Outcome != InFlight || claims[2].Object.ID != claims[0].Object.ID {
		t.Errorf("same bytes twice: %v", claims)
	}
	if o := begin(t, other, in, InFlight); o.Instance != "me" {
		t.Errorf("in the hands of %q", o.Instance)
	}
	begin(t, dead, info("d.log", 5), New)
	if o := begin(t, l, info("d.log", 5), LeftBehind); o.Instance != "dead" {
		t.Errorf("left behind by %q", o.Instance)
	}
	if o, ok, err := other.Seen(ctx, in.SHA256); !ok || err != nil || o.State != Taken {
		t.Errorf("seen = %+v, %v, %v", o, ok, err)
	}
	if _, ok, err := other.Seen(ctx, Hash{}); ok || err != nil {
		t.Errorf("seen nothing: %v, %v", ok, err)
	}
	_, err = l.Forget(ctx, begin(t, other, info("e.log", 5), New).ID)
	wantErr(t, "forget another's", err, ErrInFlight)
	_, err = other.Forget(ctx, begin(t, dead, info("f.log", 5), New).ID)
	wantErr(t, "forget a dead one's", err, ErrOrphaned)
	_, err = l.Forget(ctx, 99)
	wantErr(t, "forget nothing", err, ErrUnknown)
	wantErr(t, "finish another's", other.Finish(ctx, Finish{Object: claims[0].Object.ID}), ErrLost)
}

func TestBad(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	bad := func(name string, lines, good int) Object {
		t.Helper()
		o := begin(t, l, info(name, 1), New)
		var ids []uint64
		for from, n := 0, 0; from < lines; from = n { // in two parts
			n = min(lines, from+(lines+1)/2)
			p := Part{Object: o.ID, From: at(from), To: at(n), Counts: Counts{Bad: uint64(n - from)}, BadBy: []BadCount{{"short", uint64(n - from)}}}
			for i := from; i < n; i++ {
				p.BadLines = append(p.BadLines, BadLine{Line: uint64(i + 1), Reason: "short", Text: []byte(strings.Repeat("x", 5000))})
			}
			if from == 0 {
				p.Stored, p.Days = uint64(good), []DayRows{{20260101, uint64(good)}}
			}
			id, _ := manifest(t, l, p)
			ids = append(ids, id)
		}
		for _, id := range ids {
			ack(t, l, id)
		}
		if err := l.Finish(ctx, Finish{Object: o.ID, Note: "gzip: unexpected EOF"}); err != nil {
			t.Fatal(err)
		}
		return lookup(t, l, o.ID)
	}
	f := func(lines, good int, want bool) {
		t.Helper()
		if o := bad(fmt.Sprint(lines, "-", good), lines, good); o.MostlyBad != want || o.Note != "gzip: unexpected EOF" {
			t.Errorf("%d bad, %d good: mostly bad = %v, want %v", lines, good, o.MostlyBad, want)
		}
	}
	f(100, 0, false)     // not over 100
	f(101, 0, true)      // over both
	f(101, 9999, false)  // one percent exactly, or less
	f(102, 10000, true)  // just over
	f(500, 49500, false) // exactly one percent

	o := bad("many", 30, 1)
	lines, err := l.BadLines(ctx, o.ID, 0)
	if err != nil || len(lines) != MaxBadLines || lines[19].Line != 20 || len(lines[0].Text) != MaxBadText || lines[0].Name != "many" {
		t.Errorf("%d lines kept, %v", len(lines), err)
	}
	if lines, err := l.BadLines(ctx, 0, 3); err != nil || len(lines) != 3 {
		t.Errorf("%d lines, %v, want 3", len(lines), err)
	}
	counts, err := l.BadCounts(ctx, o.ID)
	if err != nil || !slices.Equal(counts, []BadCount{{"short", 30}}) {
		t.Errorf("counts = %v, %v", counts, err)
	}
	if counts, err := l.BadCounts(ctx, 0); err != nil || !slices.Equal(counts, []BadCount{{"short", 934}}) {
		t.Errorf("counts of all = %v, %v", counts, err)
	}
	var mostly int
	if err := l.Objects(ctx, Filter{MostlyBad: true}, func(*Object) error { mostly++; return nil }); err != nil || mostly != 2 {
		t.Errorf("%d mostly bad, %v, want 2", mostly, err)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	l := newLedger(t)
	a := stored(t, l, info("a.log", 1), 3)
	b := stored(t, l, info("2", 1), 3) // named like a's successor's number
	f := func(text string, want ...ObjectID) {
		t.Helper()
		found, err := l.Find(t.Context(), text)
		var got []ObjectID
		for _, o := range found {
			got = append(got, o.ID)
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("find %q = %v, %v, want %v", text, got, err, want)
		}
	}
	digits := fmt.Sprintf("%x", a.SHA256)
	f("a.log", a.ID)
	f("1", a.ID)
	f("2", b.ID)
	f(digits, a.ID)
	f(digits[:9], a.ID)
	f(strings.ToUpper(digits[:9]), a.ID)
	f(digits[:7])
	f(digits + "0")
	f("zzzzzzzzzz")
	f("%")
}

func TestObjects(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	for i := range 5 {
		in := info(fmt.Sprint(i, ".log"), 1)
		if i == 3 {
			in.Source = "s3"
		}
		if o := begin(t, l, in, New); i > 1 {
			if err := l.Finish(ctx, Finish{Object: o.ID}); err != nil {
				t.Fatal(err)
			}
		}
	}
	f := func(filter Filter, want string) {
		t.Helper()
		var got string
		err := l.Objects(ctx, filter, func(o *Object) error { got += o.Name[:1]; return nil })
		if err != nil || got != want {
			t.Errorf("%+v: %q, %v, want %q", filter, got, err, want)
		}
	}
	f(Filter{}, "01234")
	f(Filter{States: []State{Stored}}, "234")
	f(Filter{States: []State{Stored, Taken}, Limit: 3}, "012")
	f(Filter{Source: "s3"}, "3")
	f(Filter{After: 2, Limit: 2}, "23")
	f(Filter{BadOnly: true}, "")
	stop := errors.New("stop")
	wantErr(t, "a reader that stops", l.Objects(ctx, Filter{}, func(*Object) error { return stop }), stop)
}

// Tables of a newer weir are refused.
func TestNewer(t *testing.T) {
	t.Parallel()
	db, err := state.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ahead := slices.Concat(migrations, []state.Migration{{Name: "later", SQL: `CREATE TABLE later(x <int>)`}})
	if err := db.Migrate(t.Context(), "ledger", ahead); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), db, "me", nil)
	wantErr(t, "open", err, state.ErrNewer)
}
