package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// heavy are the settings of statements over whole days: they may take long, and
// spill to disk rather than ask for more memory.
var heavy = map[string]string{
	"max_bytes_before_external_group_by": "300000000",
	"max_bytes_before_external_sort":     "300000000",
	"max_execution_time":                 "0",
	"use_query_condition_cache":          "0",
}

// RecomputeDay computes the roll-ups of a day from its raw rows and puts them in
// the place of what is there. Nothing else may write to the day, or to the day
// before, meanwhile, and no [Writer.Write] to them may be unfinished: repeated
// later, it would add what is counted already. It leaves a day of Config.Closed
// alone.
func (s *Store) RecomputeDay(ctx context.Context, day Day) error {
	return s.recomputeSome(ctx, day, rollups)
}

func (s *Store) recomputeSome(ctx context.Context, day Day, some []rollup) error {
	closed, err := s.cfg.Closed(ctx)
	if err != nil || slices.Contains(closed, day) {
		return err
	}
	if err := s.reloadAll(ctx); err != nil {
		return err
	}
	for _, r := range some {
		if err := s.again(ctx, func() error { return s.recompute(ctx, r, day) }); err != nil {
			return fmt.Errorf("recompute %s of %s: %w", r.table, day, err)
		}
	}
	return nil
}

func (s *Store) recompute(ctx context.Context, r rollup, day Day) error {
	return s.staged(ctx, r.table, func(stage string) error {
		sql := fmt.Sprintf("INSERT INTO %s (%s) %s", s.table(stage), strings.Join(r.columns(), ", "), r.sql(s, day))
		if err := s.exec(ctx, "compute", sql, with(heavy, syncInsert)); err != nil {
			return err
		}
		s.cfg.Step("computed")
		defer s.cfg.Step("recomputed")
		return s.swap(ctx, r.table, stage, day)
	})
}

// stagePrefix begins the names of tables that live as long as one call. The name
// of the instance and a random one end them.
const stagePrefix = "_stage_"

// staged makes a table like another one for as long as use runs.
func (s *Store) staged(ctx context.Context, table string, use func(stage string) error) error {
	if err := s.Own(ctx); err != nil {
		return err
	}
	stage := fmt.Sprintf("%s%s_%s_%s", stagePrefix, table, s.cfg.Instance, randomName())
	if err := s.exec(ctx, "create staging table", fmt.Sprintf("CREATE TABLE %s AS %s", s.table(stage), s.table(table)), nil); err != nil {
		return err
	}
	defer func() {
		// The caller's context may have ended; what is left behind is swept later.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), sweepTimeout)
		defer cancel()
		if err := s.dropTable(ctx, stage); err != nil {
			s.log.Debug("staging table left behind", "table", stage, "err", err)
		}
	}()
	return use(stage)
}

// swap replaces a partition by that of the staging table. Replacing by nothing
// is not allowed, dropping is.
//
// Readers see it happen at once, but an engine that dies over it can leave old and
// new rows, or some of them: it has to be repeated then, from the same table or
// from one computed anew.
func (s *Store) swap(ctx context.Context, table, stage string, day Day) error {
	rows, err := s.numbersOf(ctx, "count staged rows", fmt.Sprintf("SELECT count() AS c0 FROM %s", s.table(stage)), 1)
	if err != nil {
		return err
	}
	if rows[0][0] == 0 {
		return s.dropPartition(ctx, table, day)
	}
	return s.exec(ctx, "swap partition", fmt.Sprintf("ALTER TABLE %s REPLACE PARTITION %d FROM %s", s.table(table), day, s.table(stage)), nil)
}

func (s *Store) dropPartition(ctx context.Context, table string, day Day) error {
	if err := s.Own(ctx); err != nil {
		return err
	}
	return s.exec(ctx, "drop "+table+" of "+day.String(), fmt.Sprintf("ALTER TABLE %s DROP PARTITION %d", s.table(table), day), nil)
}

func (s *Store) dropTable(ctx context.Context, name string) error {
	return s.exec(ctx, "drop table "+name, "DROP TABLE IF EXISTS "+s.table(name)+" SYNC", nil)
}

// reloadAll makes the tuples that any process stored visible.
func (s *Store) reloadAll(ctx context.Context) error {
	for g := range record.NumGroups {
		if err := s.reloadDictionary(ctx, g); err != nil {
			return err
		}
	}
	return nil
}

// Difference says how a stored roll-up differs from what the raw rows give.
type Difference struct {
	Table    string
	Day      Day
	Keys     uint64    // rows that differ, those missing on either side among them
	Example  string    // the key of one of them
	Counters []Counter // sums over the whole day
}

// Counter is a counter of a roll-up, added up over a day.
type Counter struct {
	Name             string
	Stored, Computed uint64
}

// CheckDay computes the roll-ups of a day from its raw rows and compares them
// with what is stored, number by number. In an hour where a roll-up was bounded
// it compares the totals. None of it writes. Rows that are stored meanwhile show
// as differences.
func (s *Store) CheckDay(ctx context.Context, day Day) ([]Difference, error) {
	if err := s.reloadAll(ctx); err != nil {
		return nil, err
	}
	var all []Difference
	for _, r := range rollups {
		d, err := s.check(ctx, r, day)
		if err != nil {
			return nil, fmt.Errorf("check %s of %s: %w", r.table, day, err)
		}
		if d.Keys > 0 {
			all = append(all, d)
		}
	}
	return all, nil
}

func (s *Store) check(ctx context.Context, r rollup, day Day) (Difference, error) {
	sql, names := r.checkSQL(s, day)
	keys, sums := new(proto.ColUInt64), make([]proto.ColUInt64, 2*len(r.sums))
	example := new(proto.ColStr)
	into := proto.Results{{Name: "keys", Data: keys}, {Name: "example", Data: example}}
	for i := range sums {
		into = append(into, proto.ResultColumn{Name: names[i], Data: &sums[i]})
	}
	d := Difference{Table: r.table, Day: day}
	_, err := s.Select(ctx, sql, engine.Options{Settings: heavy}, into, func(int) error {
		d.Keys, d.Example = keys.Row(0), example.Row(0)
		for i, name := range r.sums {
			d.Counters = append(d.Counters, Counter{Name: name, Stored: sums[2*i].Row(0), Computed: sums[2*i+1].Row(0)})
		}
		return nil
	})
	return d, explain("compare", err)
}

// checkSQL puts the stored rows beside the computed ones, key by key, and
// returns the query with the names of its columns after the first two.
func (r rollup) checkSQL(s *Store, day Day) (string, []string) {
	keys, folded := strings.Join(r.keys, ", "), ""
	if r.folded != "" {
		folded = fmt.Sprintf("WITH (SELECT groupUniqArray(hour) FROM %s WHERE %s AND %s) AS folded\n",
			s.table(r.table), day.within("hour"), r.folded)
		list := make([]string, len(r.keys))
		for i, key := range r.keys {
			list[i] = key
			for _, f := range r.folds {
				if f == key {
					list[i] = fmt.Sprintf("if(has(folded, hour), defaultValueOfArgumentType(%[1]s), %[1]s) AS %[1]s", key)
				}
			}
		}
		keys = strings.Join(list, ", ")
	}
	aggregates := make([]string, 0, len(r.sums)+len(r.others))
	var sides, totals, unequal, names []string
	for _, f := range append(sumsOf(r.sums), r.others...) {
		name := merged(f)
		function, _, _ := strings.Cut(f, "(")
		aggregates = append(aggregates, fmt.Sprintf("%s(%s) AS %s", function, name, name))
		sides = append(sides, fmt.Sprintf("%[1]sIf(%[2]s, stored) AS %[2]s_stored, %[1]sIf(%[2]s, NOT stored) AS %[2]s_computed", function, name))
		unequal = append(unequal, fmt.Sprintf("%[1]s_stored != %[1]s_computed", name))
	}
	for _, name := range r.sums {
		for _, side := range []string{"_stored", "_computed"} {
			totals = append(totals, fmt.Sprintf("sum(%[1]s) AS total_%[1]s", name+side))
			names = append(names, "total_"+name+side)
		}
	}
	time := r.keys[0]
	sql := folded + fmt.Sprintf(`
SELECT countIf(differs) AS keys, anyIf(example, differs) AS example, %[1]s
FROM (
  SELECT toString(tuple(%[2]s)) AS example, %[3]s, max(stored) != 1 OR min(stored) != 0 OR %[4]s AS differs
  FROM (
    SELECT toUInt8(1) AS stored, %[5]s, %[6]s FROM (SELECT %[11]s, %[6]s FROM %[7]s WHERE %[8]s GROUP BY %[11]s) GROUP BY %[9]s
    UNION ALL
    SELECT toUInt8(0) AS stored, %[5]s, %[6]s FROM (%[10]s) GROUP BY %[9]s
  )
  GROUP BY %[2]s
)`,
		strings.Join(totals, ", "), strings.Join(r.keys, ", "), strings.Join(sides, ", "), strings.Join(unequal, " OR "),
		keys, strings.Join(aggregates, ", "), s.table(r.table), day.within(time), strings.Join(r.keys, ", "), r.sql(s, day), strings.Join(r.keys, ", "))
	return sql, names
}

func sumsOf(columns []string) []string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = "sum(" + c + ")"
	}
	return list
}
