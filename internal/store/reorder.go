package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/engine"
)

// tableAside is the table of raw rows as version 2 had it, while its days move.
const tableAside = "flows_v2"

// orderByVerdict is version 3: rows are sorted by hour and verdict, and their start is
// not in the order. A table cannot be sorted anew in place, so its days move to a new
// one, one by one: no more room than a day's is needed. A day that still lies in the old
// table counts there, so whatever moment it is cut off at, it goes on from there.
func orderByVerdict(ctx context.Context, s *Store) error {
	t := flowsTable()
	aside, err := s.tablesLike(ctx, tableAside)
	if err != nil {
		return err
	}
	if len(aside) == 0 {
		keys, err := s.textsOf(ctx, "read the order of table flows", "SELECT sorting_key AS c0 FROM system.tables WHERE database = {db:String} AND name = {name:String}",
			engine.Options{Params: map[string]string{"db": s.cfg.Database, "name": tableFlows}})
		if err != nil {
			return err
		}
		if len(keys) == 1 && "("+keys[0]+")" == t.order {
			return nil
		}
		if err := s.exec(ctx, "set table flows aside", fmt.Sprintf("RENAME TABLE %s TO %s", s.table(tableFlows), s.table(tableAside)), nil); err != nil {
			return err
		}
		s.cfg.Step("set aside")
	}
	if err := s.exec(ctx, "create table flows", t.ddl(s.cfg.Database, tableFlows), nil); err != nil {
		return err
	}
	all, err := s.Usage(ctx)
	if err != nil {
		return err
	}
	var days []Day
	for _, u := range all {
		if u.Table == tableAside {
			days = append(days, u.Day)
		}
	}
	for i, day := range days {
		if err := s.moveDay(ctx, t, day); err != nil {
			return fmt.Errorf("sort the records of %s anew: %w", day, err)
		}
		s.log.Info("records sorted anew", "day", day, "done", i+1, "of", len(days))
	}
	return s.dropTable(ctx, tableAside)
}

// moveDay moves a day of the table set aside to table t.
func (s *Store) moveDay(ctx context.Context, t table, day Day) error {
	// What an attempt that was cut off had copied.
	if err := s.dropPartition(ctx, t.name, day); err != nil {
		return err
	}
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	list, from := strings.Join(names, ", "), fmt.Sprintf("FROM %s WHERE _partition_id = '%d'", s.table(tableAside), day)
	// The same blocks may have been inserted before, and then are not to be taken for repeated ones.
	once := map[string]string{"insert_deduplicate": "0"}
	if err := s.exec(ctx, "copy", fmt.Sprintf("INSERT INTO %s (%s) SELECT %[2]s %s", s.table(t.name), list, from), with(with(heavy, syncInsert), once)); err != nil {
		return err
	}
	s.cfg.Step("copied")
	rows, err := s.numbersOf(ctx, "count", fmt.Sprintf("SELECT count() AS c0, assumeNotNull((SELECT count() %s)) AS c1 FROM %s WHERE _partition_id = '%d'", from, s.table(t.name), day), 2)
	if err != nil {
		return err
	}
	if copied, had := rows[0][0], rows[0][1]; copied != had {
		return fmt.Errorf("%w: %d records of %d came", ErrIncomplete, copied, had)
	}
	if err := s.dropPartition(ctx, tableAside, day); err != nil {
		return err
	}
	s.cfg.Step("moved")
	return nil
}
