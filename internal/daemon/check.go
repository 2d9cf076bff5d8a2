package daemon

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/s3"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// Fault is something in a data directory that does not fit together.
type Fault struct {
	Kind string `json:"kind"` // rows, rollup, dirty, state
	Day  string `json:"day,omitempty"`
	What string `json:"what"` // for a person
	// Object and Name tell whose rows are wrong, for kind rows; 0 and "" when
	// they belong to nothing.
	Object int64  `json:"object,omitempty"`
	Name   string `json:"name,omitempty"`

	day   store.Day
	parts []uint32 // rows in the store that belong to nothing
}

// Check compares what is stored with what the ledger says and with itself, day
// by day, and calls found for every fault. It counts the days it looked at.
func (l *Lookup) Check(ctx context.Context, progress func(done, of int), found func(Fault) error) (days int, err error) {
	if err := l.own(ctx, false); err != nil {
		return 0, fmt.Errorf("check: %w", err)
	}
	broken, err := l.State.Check(ctx)
	if err != nil {
		return 0, err
	}
	for _, text := range broken {
		if err := found(Fault{Kind: "state", What: text}); err != nil {
			return 0, err
		}
	}
	dirty, err := l.Ledger.DirtyDays(ctx)
	if err != nil {
		return 0, err
	}
	for _, d := range dirty {
		f := Fault{Kind: "dirty", Day: dayText(d.Day), What: d.What + " not computed anew yet", day: store.Day(d.Day)}
		if err := found(f); err != nil {
			return 0, err
		}
	}
	usage, err := l.Store.Usage(ctx)
	if err != nil {
		return 0, err
	}
	all, err := l.daysToCheck(ctx, usage)
	if err != nil {
		return 0, err
	}
	closed, err := l.closedDays(ctx)
	if err != nil {
		return 0, err
	}
	known := comparableDays(usage, closed)
	for i, day := range all {
		if progress != nil {
			progress(i, len(all))
		}
		if err := l.checkDay(ctx, day, known, found); err != nil {
			return i, err
		}
	}
	return len(all), nil
}

// comparableDays returns which roll-ups can be compared with the records they
// were computed from. Records and roll-ups age apart: a roll-up outlives its
// records, which closes the day, and the morning after has a share of that evening
// that nobody can compute any more.
func comparableDays(usage []store.Usage, closed []store.Day) func(table string, day store.Day) bool {
	var after []store.Day
	for _, day := range closed {
		after = append(after, day.Next())
	}
	first := map[string]store.Day{}
	var firstRoll store.Day
	for _, u := range usage {
		if u.Day == 0 || u.Rows == 0 {
			continue
		}
		if _, ok := first[u.Table]; !ok {
			first[u.Table] = u.Day // usage is in the order of days
		}
		if u.Table != rawTable && (firstRoll == 0 || u.Day < firstRoll) {
			firstRoll = u.Day
		}
	}
	raw, any := first[rawTable]
	return func(table string, day store.Day) bool {
		switch {
		case slices.Contains(closed, day) || slices.Contains(after, day):
			return false
		case !any || day < raw || day == raw && firstRoll < raw && firstRoll != 0:
			return false
		case table == "":
			return true
		}
		begin, ok := first[table]
		return !ok || day >= begin
	}
}

// rawTable holds the records.
const rawTable = "flows"

// daysToCheck are the days that any table or the ledger knows.
func (l *Lookup) daysToCheck(ctx context.Context, usage []store.Usage) ([]store.Day, error) {
	var days []store.Day
	for _, u := range usage {
		if u.Day != 0 {
			days = append(days, u.Day)
		}
	}
	listed, err := l.Ledger.Days(ctx)
	for _, d := range listed {
		days = append(days, store.Day(d))
	}
	slices.Sort(days)
	return slices.Compact(days), err
}

// checkDay holds the day, so that nothing is stored while it is compared.
func (l *Lookup) checkDay(ctx context.Context, day store.Day, known func(string, store.Day) bool, found func(Fault) error) (err error) {
	release, err := state.LockDays(ctx, l.Dir, []uint32{uint32(day)}, state.Exclusive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := l.checkRows(ctx, day, found); err != nil {
		return err
	}
	if !known("", day) {
		return nil
	}
	differences, err := l.Store.CheckDay(ctx, day)
	if err != nil {
		return err
	}
	for _, d := range differences {
		if !known(d.Table, day) {
			continue
		}
		what := fmt.Sprintf("%s: %d rows differ from the records, one of them %s", d.Table, d.Keys, d.Example)
		if err := found(Fault{Kind: "rollup", Day: day.String(), What: what, day: day}); err != nil {
			return err
		}
	}
	return nil
}

// checkRows compares the rows of each part with what the ledger says.
func (l *Lookup) checkRows(ctx context.Context, day store.Day, found func(Fault) error) error {
	stored := map[uint32]uint64{}
	var part proto.ColUInt32
	var rows proto.ColUInt64
	sql := fmt.Sprintf("SELECT part, count() AS n FROM flows WHERE toYYYYMMDD(start) = %d GROUP BY part", day)
	_, err := l.Store.Select(ctx, sql, engine.Options{}, proto.Results{{Name: "part", Data: &part}, {Name: "n", Data: &rows}}, func(n int) error {
		for i := range n {
			stored[part[i]] = rows[i]
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("count rows of %s: %w", day, err)
	}
	wanted, err := l.Ledger.PartsOf(ctx, uint32(day))
	if err != nil {
		return err
	}
	for _, w := range wanted {
		have := stored[w.Part]
		delete(stored, w.Part)
		if have == w.Rows || w.Pending {
			continue
		}
		origin, _, err := l.Ledger.Origin(ctx, w.Part)
		if err != nil {
			return err
		}
		o := origin.Object
		f := Fault{
			Kind: "rows", Day: day.String(), Object: int64(o.ID), Name: displayName(o.Source, o.Name), day: day,
			What: fmt.Sprintf("%d records are stored where %d should be", have, w.Rows),
		}
		if err := found(f); err != nil {
			return err
		}
	}
	if len(stored) == 0 {
		return nil
	}
	var n uint64
	var parts []uint32
	for p, rows := range stored {
		n += rows
		parts = append(parts, p)
	}
	slices.Sort(parts)
	return found(Fault{Kind: "rows", Day: day.String(), What: fmt.Sprintf("%d records belong to no object", n), day: day, parts: parts})
}

// Repaired is what [Lookup.Repair] did.
type Repaired struct {
	Days  int      // computed anew
	Again []string // files taken in again because rows of theirs were wrong
	Gone  []string // objects taken out whose bytes are not there any more
}

// Repair puts right what [Lookup.Check] found: rows that belong to nothing are
// removed, objects with wrong rows are taken out and, where their files are
// still there, in again, roll-ups are computed from the rows. A damaged state
// database is beyond it.
func (l *Lookup) Repair(ctx context.Context, faults []Fault, cfg IntakeConfig) (Repaired, error) {
	var done Repaired
	cfg, err := l.withMeaning(ctx, cfg)
	if err != nil {
		return done, err
	}
	intake, err := l.intake(cfg)
	if err != nil {
		return done, err
	}
	var rollups []uint32
	objects := map[int64]string{}
	for _, f := range faults {
		switch {
		case f.Kind == "rollup":
			rollups = append(rollups, uint32(f.day))
		case len(f.parts) > 0:
			if err := l.removeParts(ctx, f.day, f.parts); err != nil {
				return done, err
			}
			done.Days++
		case f.Object != 0:
			objects[f.Object] = f.Name
		}
	}
	var again []string
	var ids []ledger.ObjectID
	for id, name := range objects {
		ids = append(ids, ledger.ObjectID(id))
		there, err := l.exists(ctx, name, cfg.Buckets)
		if err != nil {
			return done, fmt.Errorf("look whether an object can be read again: %w", err)
		}
		if there {
			again = append(again, name)
		} else {
			done.Gone = append(done.Gone, name)
		}
	}
	if len(ids) > 0 {
		if err := intake.Forget(ctx, ids...); err != nil {
			return done, err
		}
	}
	if len(again) > 0 {
		slices.Sort(again)
		if _, err := l.Ingest(ctx, again, nil, cfg, nil); err != nil {
			return done, err
		}
		done.Again = again
	}
	slices.Sort(rollups)
	rollups = slices.Compact(rollups)
	if err := l.Ledger.MarkDirty(ctx, ledger.Rollups, rollups...); err != nil {
		return done, err
	}
	done.Days += len(rollups)
	if err := intake.Rebuild(ctx); err != nil {
		return done, err
	}
	return done, intake.Flush(ctx)
}

func (l *Lookup) removeParts(ctx context.Context, day store.Day, parts []uint32) (err error) {
	release, err := state.LockDays(ctx, l.Dir, []uint32{uint32(day), uint32(day.Next())}, state.Exclusive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	return l.Store.RemoveParts(ctx, parts, []store.Day{day})
}

// exists reports whether the bytes of an object can be read again.
func (l *Lookup) exists(ctx context.Context, name string, cfg BucketConfig) (there bool, err error) {
	if !IsBucket(name) {
		return exists(name), nil
	}
	cfg.Since, cfg.Until = time.Time{}, time.Time{}
	src, err := s3.New(cfg).Source(name)
	if err != nil {
		return false, err
	}
	err = src.Objects(ctx, func(o source.Object) error {
		there = there || o.Name == name
		return nil
	})
	return there, err
}
