package store

import (
	"context"
	"fmt"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// Usage is what one day of a table takes; of a table without days, Day is 0.
type Usage struct {
	Table string
	Day   Day
	Rows  uint64 // removed ones that no merge has dropped yet among them
	Bytes uint64 // on disk
	Parts uint64 // pieces not merged yet
}

// Usage tells what every table takes, by table and day in ascending order.
func (s *Store) Usage(ctx context.Context) ([]Usage, error) {
	table, day := new(proto.ColStr), new(proto.ColUInt32)
	rows, bytes, parts := new(proto.ColUInt64), new(proto.ColUInt64), new(proto.ColUInt64)
	into := proto.Results{{Name: "table", Data: table}, {Name: "day", Data: day}, {Name: "r", Data: rows}, {Name: "b", Data: bytes}, {Name: "p", Data: parts}}
	var all []Usage
	_, err := s.Select(ctx, `
SELECT table, toUInt32OrZero(partition) AS day, sum(rows) AS r, sum(bytes_on_disk) AS b, count() AS p
FROM system.parts WHERE active AND database = {db:String} AND NOT startsWith(table, {stage:String})
GROUP BY table, day ORDER BY table, day`,
		engine.Options{Params: map[string]string{"db": s.cfg.Database, "stage": stagePrefix}}, into, func(n int) error {
			for i := range n {
				all = append(all, Usage{table.Row(i), Day(day.Row(i)), rows.Row(i), bytes.Row(i), parts.Row(i)})
			}
			return nil
		})
	return all, explain("read disk usage", err)
}

// Days lists the days that have records, in ascending order.
func (s *Store) Days(ctx context.Context) ([]Usage, error) {
	all, err := s.Usage(ctx)
	var days []Usage
	for _, u := range all {
		if u.Table == tableFlows && u.Rows > 0 {
			days = append(days, u)
		}
	}
	return days, err
}

// NewestDay returns the newest day with a record whose time is not suspect, 0
// when there is none.
func (s *Store) NewestDay(ctx context.Context) (Day, error) {
	days, err := s.Days(ctx)
	if err != nil {
		return 0, err
	}
	for i := len(days) - 1; i >= 0; i-- {
		rows, err := s.numbersOf(ctx, "find newest day", fmt.Sprintf(
			"SELECT count() AS c0 FROM (SELECT 1 FROM %s WHERE %s AND bitAnd(flags, %d) = 0 LIMIT 1)",
			s.table(tableFlows), days[i].Day.within("start"), record.FlagTimeSuspect), 1)
		if err != nil {
			return 0, err
		}
		if rows[0][0] > 0 {
			return days[i].Day, nil
		}
	}
	return 0, nil
}

// Optimize merges every table down to one piece a day. It is for figures and
// for quiet hours: it rewrites everything that is not merged yet.
func (s *Store) Optimize(ctx context.Context) error {
	all, err := s.Usage(ctx)
	if err != nil {
		return err
	}
	for _, u := range all {
		if u.Parts < 2 {
			continue
		}
		partition := "tuple()"
		if u.Day != 0 {
			partition = fmt.Sprint(uint32(u.Day))
		}
		sql := fmt.Sprintf("OPTIMIZE TABLE %s PARTITION %s FINAL", s.table(u.Table), partition)
		if err := s.exec(ctx, "merge "+u.Table, sql, heavy); err != nil {
			return err
		}
	}
	return nil
}
