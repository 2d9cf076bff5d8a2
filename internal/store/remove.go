package store

import (
	"context"
	"fmt"
	"slices"
)

// removeAtOnce is how many parts one DELETE names.
const removeAtOnce = 10000

// RemoveParts takes the records of some parts out of the given days and
// recomputes the roll-ups of these days. Nothing else may write to them
// meanwhile. Repeating it is harmless, and needed when it was cut off.
func (s *Store) RemoveParts(ctx context.Context, parts []uint32, days []Day) error {
	if err := s.Own(ctx); err != nil {
		return fmt.Errorf("remove records: %w", err)
	}
	for _, day := range days {
		doing := fmt.Sprintf("remove records of %s", day)
		for some := range slices.Chunk(parts, removeAtOnce) {
			// The lightweight DELETE marks rows; a merge drops them from the disk. Without its
			// partition all others would be gone through and written anew, too.
			sql := fmt.Sprintf("DELETE FROM %s IN PARTITION %d WHERE part IN (%s)", s.table(tableFlows), day, numbers(some))
			if err := s.exec(ctx, doing, sql, with(heavy, map[string]string{"lightweight_deletes_sync": "2"})); err != nil {
				return err
			}
		}
	}
	return s.RecomputeDays(ctx, days)
}

// RecomputeDays is [Store.RecomputeDay] for each day. Of the day after it the
// spread roll-ups are recomputed, too: the ends of its last windows lie there.
func (s *Store) RecomputeDays(ctx context.Context, days []Day) error {
	days = slices.Compact(slices.Sorted(slices.Values(days)))
	for _, day := range days {
		if err := s.RecomputeDay(ctx, day); err != nil {
			return err
		}
		if next := day.Next(); !slices.Contains(days, next) {
			if err := s.recomputeSome(ctx, next, spreadRollups()); err != nil {
				return err
			}
		}
	}
	return nil
}

// spreadRollups are those whose rows of a day depend on the day before.
func spreadRollups() []rollup {
	return slices.DeleteFunc(slices.Clone(rollups), func(r rollup) bool { return r.table != tableMinute && r.table != tableHour })
}

// DropDays drops all records of some days; their roll-ups stay. Nothing else may
// write to the days meanwhile.
func (s *Store) DropDays(ctx context.Context, days []Day) error {
	for _, day := range days {
		if err := s.dropPartition(ctx, tableFlows, day); err != nil {
			return err
		}
	}
	return nil
}
