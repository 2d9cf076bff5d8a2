package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Selection is records that a filter selects in a range of starts [From, To), in
// nanoseconds since 1970. Parameters of selections that are counted together must
// have names of their own.
type Selection struct {
	Where    filter.SQL
	From, To int64
	// Src and Dst are the addresses that all of its records have, zero where they have
	// several: they keep the engine from testing every record against every selection.
	Src, Dst record.Addr
}

// countTogether is how many selections one pass over the records counts.
const countTogether = 100

// CountEach counts the records of each selection, every witness. Selections are
// counted many at a time: one pass costs little more than the longest range.
func (s *Store) CountEach(ctx context.Context, list []Selection) ([]uint64, error) {
	counts := make([]uint64, len(list))
	var kinds [3][]int // by source, by destination, by neither
	for i, sel := range list {
		kind := 2
		switch {
		case sel.Src != record.Addr{}:
			kind = 0
		case sel.Dst != record.Addr{}:
			kind = 1
		}
		kinds[kind] = append(kinds[kind], i)
	}
	for kind, of := range kinds {
		for some := range slices.Chunk(of, countTogether) {
			together := make([]Selection, len(some))
			for k, i := range some {
				together[k] = list[i]
			}
			in := ""
			switch kind {
			case 0:
				in = among("srcaddr", together, func(sel Selection) record.Addr { return sel.Src })
			case 1:
				in = among("dstaddr", together, func(sel Selection) record.Addr { return sel.Dst })
			}
			n, err := s.countSome(ctx, together, in)
			if err != nil {
				return nil, explain("count records", err)
			}
			for k, i := range some {
				counts[i] = n[k]
			}
		}
	}
	return counts, nil
}

// among is the condition that a column has one of the addresses.
func among(column string, list []Selection, of func(Selection) record.Addr) string {
	texts := make([]string, len(list))
	for i, sel := range list {
		texts[i] = "toIPv6('" + of(sel).Netip().String() + "')"
	}
	slices.Sort(texts)
	return column + " IN (" + strings.Join(slices.Compact(texts), ", ") + ")"
}

// countSome counts in one pass over the records for which the condition holds, "" for all.
func (s *Store) countSome(ctx context.Context, list []Selection, in string) ([]uint64, error) {
	var exprs, conds []string
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
		conds = append(conds, cond)
		for name, value := range paramValues(sel.Where.Params) {
			params[name] = value
		}
		results = append(results, proto.ResultColumn{Name: fmt.Sprintf("c%d", i), Data: &cols[i]})
	}
	where := withinNanos(from, to)
	switch {
	case len(list) == 1:
		where = conds[0] // the engine can use its indexes
	case in != "":
		where += " AND " + in
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
