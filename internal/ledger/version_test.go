package ledger

import (
	"slices"
	"testing"
)

// What is in is known by its version without being read, and only what is in:
// not what another process reads, not what was left half done, forgotten or
// dropped, and not an older or newer content of the name.
func TestKnown(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	l := newLedger(t)
	ask := Version{Source: "s3", Name: "s3://b/k", Version: "v1"}
	f := func(when string, v Version, want ObjectID) {
		t.Helper()
		got, err := l.Known(ctx, []Version{{"s3", "s3://b/other", "v1"}, v, {"file", v.Name, v.Version}, {"s3", v.Name, ""}})
		if err != nil {
			t.Fatal(err)
		}
		ids := []ObjectID{got[0].ID, got[1].ID, got[2].ID, got[3].ID}
		if !slices.Equal(ids, []ObjectID{0, want, 0, 0}) {
			t.Errorf("%s: known = %v, want object %d", when, ids, want)
		}
		if want != 0 && got[1].Stored != 5 {
			t.Errorf("%s: %d records, want 5", when, got[1].Stored)
		}
	}
	in := func(name, content, version string) ObjectInfo {
		o := info(content, 9)
		o.Source, o.Name, o.Version = "s3", name, version
		return o
	}

	f("before", ask, 0)
	a := begin(t, l, in("s3://b/k", "a", "v1"), New)
	f("while it is read", ask, 0)
	batch, _ := manifest(t, l, rows(a.ID, 0, 5))
	ack(t, l, batch, a.ID)
	f("when it is in", ask, a.ID)
	f("another version", Version{"s3", "s3://b/k", "v2"}, 0)

	begin(t, l, in("s3://b/copy", "a", "v9"), Duplicate)
	f("under another name", Version{"s3", "s3://b/copy", "v9"}, a.ID)

	b := stored(t, l, in("s3://b/k", "b", "v2"), 5)
	f("replaced", Version{"s3", "s3://b/k", "v2"}, b.ID)
	f("replaced, the old version", ask, 0)

	d, err := l.Forget(ctx, b.ID)
	if err != nil {
		t.Fatal(err)
	}
	f("while it is forgotten", Version{"s3", "s3://b/k", "v2"}, 0)
	rollback(t, l, d, nil)
	f("when it is forgotten", Version{"s3", "s3://b/k", "v2"}, 0)

	c := stored(t, l, in("s3://b/k", "c", "v3"), 5, DayRows{20260301, 5})
	f("in again", Version{"s3", "s3://b/k", "v3"}, c.ID)
	if err := l.DropDays(ctx, 20260301); err != nil {
		t.Fatal(err)
	}
	f("when its days are dropped", Version{"s3", "s3://b/k", "v3"}, 0)
}
