package query

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// coarse are the columns of table flows with few values: ids of tuples and what is
// packed into bytes. Names and texts are made of them.
var coarse = []string{"ctx", "path", "src_side", "dst_side", "action", "protocol", "role", "scopes", "flags", "absent"}

// fine are its other columns.
var fine = func() map[string]bool {
	names := map[string]bool{"start": true, "start_ns": true, "duration": true, "end_ns": true, "counted": true, "part": true, "unmapped": true}
	for _, id := range record.RowFields {
		if name := filter.ColumnName(id); !slices.Contains(coarse, name) {
			names[name] = true
		}
	}
	return names
}()

var (
	quotedText = regexp.MustCompile(`'(?:[^'\\]|\\.)*'`)
	words      = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]*`)
)

// madeOf returns the coarse columns that the keys of the groups are computed from;
// nil when other columns are needed as well, or none.
func (g group) madeOf() []string {
	if g.either != nil || g.mask != "" {
		return nil
	}
	var columns []string
	for _, k := range g.keys {
		for _, word := range words.FindAllString(quotedText.ReplaceAllString(k.sql, "''"), -1) {
			switch {
			case fine[word]:
				return nil
			case slices.Contains(coarse, word) && !slices.Contains(columns, word):
				columns = append(columns, word)
			}
		}
	}
	return columns
}

// merges reports whether all aggregates can be made of those over parts of a group.
func (q *checked) merges() bool {
	return !slices.ContainsFunc(q.Aggregates, func(a Aggregate) bool {
		return a.Function != Count && a.Function != Sum && a.Function != Uniq
	})
}

// twice writes the SQL for groups over a source in two steps: first by the columns
// that the keys are made of, then by the keys. So names are looked up, and texts
// made and hashed, once for each of few groups and not for every row.
func (c *compiler) twice(g group, s source, live string, columns []string) statement {
	parts := selectList(slices.Clone(columns))
	by := slices.Clone(columns)
	var list selectList
	names := g.names()
	if c.q.Bucket > 0 {
		parts.add(bucketOf("toUnixTimestamp("+s.time+")", c.q.Bucket), "_t")
		by = append(by, "_t")
		list.add("_t", bucketName)
		names = append([]string{bucketName}, names...)
	}
	g.selectKeys(&list)
	readers := make([]reader, len(c.q.Aggregates))
	var some []string
	for i, a := range c.q.Aggregates {
		part, merge := fmt.Sprintf("_b%d", i), "sum"
		readers[i] = new(countReader)
		switch sum, isSum := s.sums[a.Field]; {
		case a.Function == Count:
			parts.add(s.count, part)
		case a.Function == Sum && isSum:
			parts.add(sum, part)
			some = append(some, aggr(i)+" > 0")
		default:
			arg, cond := argument(c.schema, a), and(c.schema.Column(a.Field).Present, live)
			if a.Function == Uniq {
				parts.add(call("uniqExactState", "", arg, cond), part)
				merge = "uniqExactMerge"
			} else {
				parts.add(call("sum", "", arg, cond), part)
			}
		}
		list.add(merge+"("+part+")", aggr(i))
	}
	having := ""
	if s.sums0 {
		parts.add(s.count, "_n")
		having = strings.Join(append([]string{"sum(_n) > 0"}, some...), " OR ")
	}
	if c.q.New {
		// A part whose rows stand for nothing begins in 1970, and says nothing.
		parts.add(s.begins(), "_first")
		having = c.newer("minIf(_first, _first > toDateTime(0, 'UTC'))")
	}
	sql := fmt.Sprintf("SELECT %s FROM (SELECT %s FROM %s%s%s%s)%s%s", &list, &parts, s.from, s.join, clause("WHERE", s.where),
		clause("GROUP BY", strings.Join(by, ", ")), clause("GROUP BY", strings.Join(names, ", ")), clause("HAVING", having))
	return c.finish(g, sql, readers)
}
