package store

import (
	"context"
	"fmt"
	"slices"
	"syscall"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
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
			mixed, err := s.dropPieces(ctx, doing, some, day)
			if err == nil && mixed {
				err = s.deleteParts(ctx, doing, some, day)
			}
			if err != nil {
				return err
			}
		}
	}
	return s.RecomputeDays(ctx, days)
}

// dropPieces drops the pieces on disk (ClickHouse calls them parts, too) that hold
// nothing but records of the given parts, which most do unless merges were quicker.
// It is done at once and needs no room. Mixed reports whether records are left, in
// pieces with others.
func (s *Store) dropPieces(ctx context.Context, doing string, parts []uint32, day Day) (mixed bool, err error) {
	for range 3 {
		var names proto.ColStr
		var hits, all proto.ColUInt64
		var whole []string
		mixed = false
		sql := fmt.Sprintf("SELECT CAST(_part AS String) AS name, countIf(part IN (%s)) AS hits, count() AS n FROM %s WHERE %s GROUP BY name HAVING hits > 0",
			numbers(parts), s.table(tableFlows), day.within("start"))
		_, err := s.Select(ctx, sql, engine.Options{Settings: heavy}, proto.Results{{Name: "name", Data: &names}, {Name: "hits", Data: &hits}, {Name: "n", Data: &all}}, func(rows int) error {
			for i := range rows {
				if hits[i] == all[i] {
					whole = append(whole, names.Row(i))
				} else {
					mixed = true
				}
			}
			return nil
		})
		if err != nil {
			return mixed, explain(doing, err)
		}
		merged := false
		for _, name := range whole {
			err := s.exec(ctx, doing, fmt.Sprintf("ALTER TABLE %s DROP PART %s", s.table(tableFlows), literal(name)), nil)
			if engine.IsUnknownPart(err) {
				merged = true // in between
				continue
			}
			if err != nil {
				return mixed, err
			}
		}
		if !merged {
			return mixed, nil
		}
	}
	return true, nil
}

// deleteParts deletes the records of parts one by one: a DELETE marks them, and a
// merge drops them from the disk. Without its partition all pieces of all days would be
// gone through and written anew, too.
func (s *Store) deleteParts(ctx context.Context, doing string, parts []uint32, day Day) error {
	if err := s.roomToDelete(ctx, doing, day); err != nil {
		return err
	}
	sql := fmt.Sprintf("DELETE FROM %s IN PARTITION %d WHERE part IN (%s)", s.table(tableFlows), day, numbers(parts))
	return s.exec(ctx, doing, sql, with(heavy, map[string]string{"lightweight_deletes_sync": "2"}))
}

// roomToDelete fails with ENOSPC when the engine has no room to write a piece of the
// day anew: it would wait for room, and say nothing. Of a server's disks nothing is
// known.
func (s *Store) roomToDelete(ctx context.Context, doing string, day Day) error {
	if !s.conn.Embedded() {
		return nil
	}
	sql := fmt.Sprintf(`SELECT ifNull((SELECT min(unreserved_space) FROM system.disks), 0) AS c0,
  toUInt64(max(bytes_on_disk) * 1.1) + %d AS c1 FROM system.parts WHERE active AND database = %s AND table = %s AND partition = '%d'`,
		pieceBytes, literal(s.cfg.Database), literal(tableFlows), day)
	rows, err := s.numbersOf(ctx, doing, sql, 2)
	if err != nil {
		return err
	}
	if free, need := rows[0][0], rows[0][1]; free < need {
		return fmt.Errorf("%s: %w: %d KB are free, %d KB are needed", doing, syscall.ENOSPC, free>>10, need>>10)
	}
	return nil
}

// pieceBytes is the least that the engine reserves for a piece it writes.
const pieceBytes = 1 << 20

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
