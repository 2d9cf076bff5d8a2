package daemon

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/store"
)

// lastDay keeps the records of the newest day and all roll-ups.
var lastDay = KeepSettings{Days: 1, MinuteDays: 400, HourDays: 400}

// sameDays checks that store and ledger have records of the same days.
func sameDays(t *testing.T, l *Lookup) (days []uint32) {
	t.Helper()
	listed, err := l.Ledger.Days(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	stored, err := l.Store.Days(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range stored {
		days = append(days, uint32(u.Day))
	}
	if !slices.Equal(days, listed) {
		t.Errorf("the store has records of %v, the ledger of %v", days, listed)
	}
	return days
}

// wantRolls checks that the roll-ups still are those of the whole truth.
func wantRolls(t *testing.T, when string, l *Lookup, truth fleet.Truth) {
	t.Helper()
	want := byAction(wantTotals(truth))
	if diff := cmp.Diff(want, totals(t, l, minuteTotals)); diff != "" {
		t.Errorf("%s: minute roll-up (-truth +got):\n%s", when, diff)
	}
	if diff := cmp.Diff(want, totals(t, l, edgeTotals)); diff != "" {
		t.Errorf("%s: edges (-truth +got):\n%s", when, diff)
	}
}

// TestKeepDays: roll-ups outlive their records, and whatever becomes of the logs
// of a day after that, they count each flow once.
func TestKeepDays(t *testing.T) {
	t.Parallel()
	logs, truth := faultFleet(t)
	l := open(t, filepath.Join(t.TempDir(), "data"))
	expire := func() (gone store.Expired) {
		t.Helper()
		gone, err := l.Expire(t.Context(), lastDay)
		if err != nil {
			t.Fatal(err)
		}
		if days := sameDays(t, l); len(days) != 1 {
			t.Errorf("records of %v are left, want one day", days)
		}
		return gone
	}
	take := func() Ingested {
		t.Helper()
		got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
		if err != nil || len(got.Failures) > 0 {
			t.Fatal(err, got.Failures)
		}
		return got
	}

	take()
	if gone := expire(); len(gone.Raw) == 0 {
		t.Fatal("no day expired")
	}
	wantRolls(t, "after the records", l, truth)
	noFaults(t, l)

	// As one leaves it who dies over it: whoever stores records of the day ends it first.
	closed, err := l.closedDays(t.Context())
	if err != nil || len(closed) == 0 {
		t.Fatal(closed, err)
	}
	if err := l.Ledger.CloseDay(t.Context(), uint32(closed[0])); err != nil {
		t.Fatal(err)
	}
	if again := take(); again.Stored == 0 {
		t.Error("no object left the ledger with its records: the rest of this test says nothing")
	}
	sameDays(t, l)
	wantRolls(t, "with the records again", l, truth)
	noFaults(t, l)
	expire()
	wantRolls(t, "after the records, again", l, truth)
	noFaults(t, l)
}

// TestKilledOverOldDays: whoever dies at whatever step while old days are dropped,
// they are gone for store and ledger once the directory is opened again, or whole
// in both; roll-ups stay as they are, and the next run drops the rest.
func TestKilledOverOldDays(t *testing.T) {
	t.Parallel()
	needEngine(t)
	logs, truth := faultFleet(t)
	for kills, steps := range map[string][]string{
		"owner":  {"closed:1", "dropped:1", "dropped-noted:1", "closed:2"},
		"engine": {"closed:1", "dropped:1"},
		"both":   {"closed:1", "dropped:1"},
	} {
		for _, step := range steps {
			t.Run(kills+" at "+step, func(t *testing.T) {
				t.Parallel()
				data := filepath.Join(t.TempDir(), "data")
				if died := ingestChild(t, data, logs, step, kills, faultKeep+"=1"); died == (kills == "engine") {
					t.Fatalf("the child died: %v", died)
				}
				l := open(t, data)
				sameDays(t, l)
				wantRolls(t, "at once", l, truth)
				noFaults(t, l)
				if _, err := l.Expire(t.Context(), lastDay); err != nil {
					t.Fatal(err)
				}
				if days := sameDays(t, l); len(days) != 1 {
					t.Errorf("records of %v are left", days)
				}
				wantRolls(t, "when all is dropped", l, truth)
				noFaults(t, l)
			})
		}
	}
}
