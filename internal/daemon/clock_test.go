package daemon

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// TestClockJumps: a clock that jumps a day ahead and then a day back while logs come in
// changes what is flagged as of a suspect time, and nothing else. Records and roll-ups
// equal the truth, and retention counts back from the newest day that is not suspect,
// whatever day the clock says it is.
func TestClockJumps(t *testing.T) {
	t.Parallel()
	needEngine(t)
	cfg := small()
	cfg.Records, cfg.Cells = 8_000, 1
	logs, truth := faultFleetOf(t, cfg)
	files := logFiles(t, logs)
	l := open(t, filepath.Join(t.TempDir(), "data"))
	n := len(files)
	suspects := uint64(0)
	for _, jump := range []struct {
		clock time.Time
		paths []string // each in the order of days
	}{
		{day, files[:n/3]},
		{day.AddDate(0, 0, 1), files[n/3 : 2*n/3]},
		{day.AddDate(0, 0, -1), []string{logs}},
	} {
		before, err := l.Ledger.LastPart(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var in IntakeConfig
		in.Options.Intake = jump.clock
		if got, err := l.Ingest(t.Context(), jump.paths, nil, in, nil); err != nil || len(got.Failures) > 0 || got.Stored == 0 {
			t.Fatal(got.Stored, err, got.Failures)
		}
		var flagged, wrong proto.ColUInt64
		sql := fmt.Sprintf(`SELECT countIf(bitAnd(flags, 4) != 0) AS flagged, countIf((bitAnd(flags, 4) != 0) != (toUnixTimestamp(start) > %d)) AS wrong
FROM flows WHERE part > %d`, jump.clock.Add(time.Hour).Unix(), before)
		_, err = l.Store.Select(t.Context(), sql, engine.Options{}, proto.Results{{Name: "flagged", Data: &flagged}, {Name: "wrong", Data: &wrong}}, func(int) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		if wrong[0] != 0 || (flagged[0] > 0) != jump.clock.Before(day) {
			t.Errorf("clock %s: %d records flagged, %d of them, or of the others, wrongly", jump.clock, flagged[0], wrong[0])
		}
		suspects += flagged[0]
	}
	if suspects == 0 {
		t.Fatal("no record is suspect: the rest of this test says nothing")
	}
	verify(t, l, truth)
	settled(t, l)

	newest, err := l.Store.NewestDay(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	gone, err := l.Expire(t.Context(), lastDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range gone.Raw {
		if d >= newest {
			t.Errorf("%s is dropped, the newest day that is not suspect is %s", d, newest)
		}
	}
	for _, d := range sameDays(t, l) {
		if d < uint32(newest) {
			t.Errorf("%d is kept, the newest day is %s", d, newest)
		}
	}
	wantRolls(t, "after the clock's jumps and retention", l, truth)
	noFaults(t, l)
}
