package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
)

// Selection is records that a filter selects in a range of starts [From, To), in
// nanoseconds since 1970. Parameters of selections that are counted together must
// have names of their own.
type Selection struct {
	Where    filter.SQL
	From, To int64
}

// countTogether is how many selections one pass over the records counts.
const countTogether = 100

// CountEach counts the records of each selection, every witness. Selections are
// counted many at a time: one pass costs little more than the longest range.
func (s *Store) CountEach(ctx context.Context, list []Selection) ([]uint64, error) {
	counts := make([]uint64, 0, len(list))
	for len(list) > 0 {
		n := min(countTogether, len(list))
		some, err := s.countSome(ctx, list[:n])
		if err != nil {
			return nil, explain("count records", err)
		}
		counts, list = append(counts, some...), list[n:]
	}
	return counts, nil
}

func (s *Store) countSome(ctx context.Context, list []Selection) ([]uint64, error) {
	var exprs, any []string
	params := map[string]string{}
	cols := make([]proto.ColUInt64, len(list))
	var results proto.Results
	from, to := list[0].From, list[0].To
	for i, sel := range list {
		from, to = min(from, sel.From), max(to, sel.To)
		cond := sel.Where.Where
		if cond == "" {
			cond = "1"
		}
		cond = fmt.Sprintf("(%s) AND %s", cond, withinNanos(sel.From, sel.To))
		exprs = append(exprs, fmt.Sprintf("countIf(%s) AS c%d", cond, i))
		any = append(any, "("+cond+")")
		for name, value := range paramValues(sel.Where.Params) {
			params[name] = value
		}
		results = append(results, proto.ResultColumn{Name: fmt.Sprintf("c%d", i), Data: &cols[i]})
	}
	where := withinNanos(from, to)
	if len(list) == 1 {
		where = any[0] // the engine can use its indexes
	}
	counts := make([]uint64, len(list))
	sql := fmt.Sprintf("SELECT %s FROM %s WHERE %s", strings.Join(exprs, ", "), s.table(tableFlows), where)
	err := s.again(ctx, func() error {
		_, err := s.Select(ctx, sql, engine.Options{Params: params, Settings: heavy}, results, func(rows int) error {
			for i := range cols {
				if rows > 0 {
					counts[i] = cols[i][0]
				}
			}
			return nil
		})
		return err
	})
	return counts, err
}

// withinNanos is the condition that a record starts in [from, to), in nanoseconds
// since 1970, with whole seconds first so that the engine skips what cannot match.
func withinNanos(from, to int64) string {
	if from%second == 0 && to%second == 0 {
		return fmt.Sprintf("start >= toDateTime(%d, 'UTC') AND start < toDateTime(%d, 'UTC')", from/second, to/second)
	}
	return fmt.Sprintf("start >= toDateTime(%d, 'UTC') AND start <= toDateTime(%d, 'UTC') AND toUnixTimestamp(start) * 1000000000 + start_ns >= %d AND toUnixTimestamp(start) * 1000000000 + start_ns < %d",
		from/second, to/second, from, to)
}
