package query

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// source is a table that groups can be made over: the raw rows, or a roll-up
// with columns of the same names.
type source struct {
	from  string // table or subquery
	join  string // ARRAY JOIN
	where string // besides the filter
	time  string // column with the time of a row, for buckets
	count string // how many rows the request counts
	sums  map[record.FieldID]string
	sums0 bool   // rows may stand for nothing: groups without a count or a sum are left out
	some  string // condition that a row stands for something; "" when all do
}

// begins is when a group has its first row, 1970 where none of its rows stands for
// anything.
func (s source) begins() string { return call("min", "", s.time, s.some) }

// group is what the groups of a request are made of.
type group struct {
	keys   []value
	mask   string
	bits   []int
	either *record.Field // the key that stands for two fields, if any
}

func (c *compiler) group() (group, error) {
	var g group
	for _, id := range c.q.GroupBy {
		if f := record.Get(id); f.Place == record.PlaceEither {
			if g.either != nil {
				return g, wrong("%s and %s each stand for two fields", g.either.Name, f.Name).hint("group by one of them")
			}
			g.either = f
		}
		g.keys = append(g.keys, fieldValue(c.schema, id))
	}
	g.mask, g.bits = mask(g.keys)
	return g, nil
}

// names lists the columns that tell groups apart, the bucket aside.
func (g group) names() []string {
	names := make([]string, 0, len(g.keys)+1)
	for i := range g.keys {
		names = append(names, key(i))
	}
	if g.mask != "" {
		names = append(names, maskName)
	}
	return names
}

// selectKeys adds the keys to a list.
func (g group) selectKeys(list *selectList) {
	for i, k := range g.keys {
		list.add(k.sql, key(i))
	}
	if g.mask != "" {
		list.add(g.mask, maskName)
	}
}

// join is the ARRAY JOIN for a key that stands for two fields; "" where there is none.
func (c *compiler) join(g group) string {
	if g.either == nil {
		return ""
	}
	return eitherJoin(c.schema, g.either)
}

// raw is the table of records as a source.
func (c *compiler) raw(g group) source {
	// A counter that is absent is 0.
	newer := c.newer("start")
	count, carries := "count()", and(c.live(), newer)
	if newer != "" {
		count = "countIf(" + newer + ")"
	}
	s := source{from: c.table("flows"), time: "start", count: count, sums: map[record.FieldID]string{
		record.Bytes: call("sum", "", "bytes", carries), record.Packets: call("sum", "", "packets", carries),
	}}
	s.join = c.join(g)
	s.where = and(between("start", "start_ns", c.q.since(), c.q.Until), c.visible(), c.scope(), c.where)
	return s
}

// isCounter reports whether an aggregate is a sum of bytes or packets, which
// buckets spread over the window of a record.
func (a Aggregate) isCounter() bool {
	return a.Function == Sum && (a.Field == record.Bytes || a.Field == record.Packets)
}

// spreads reports whether the answer needs records spread over their minutes.
func (q *checked) spreads() bool {
	return q.Bucket > 0 && slices.ContainsFunc(q.Aggregates, Aggregate.isCounter)
}

// aggregates writes the SQL for groups over a source. Live is the condition that
// a row carries traffic.
func (c *compiler) aggregates(g group, s source, live string) statement {
	if columns := g.madeOf(); len(columns) > 0 && c.q.merges() {
		return c.twice(g, s, live, columns)
	}
	var list selectList
	if c.q.Bucket > 0 {
		list.add(bucketOf("toUnixTimestamp("+s.time+")", c.q.Bucket), bucketName)
	}
	g.selectKeys(&list)
	readers := make([]reader, len(c.q.Aggregates))
	var some []string
	for i, a := range c.q.Aggregates {
		switch sum, isSum := s.sums[a.Field]; {
		case a.Function == Count:
			list.add(s.count, aggr(i))
			readers[i] = new(countReader)
		case a.Function == Sum && isSum:
			list.add(sum, aggr(i))
			some = append(some, aggr(i)+" > 0")
			readers[i] = new(countReader)
		default:
			expr, read := aggregateValue(c.schema, a, live)
			list.add(expr, aggr(i))
			readers[i] = read()
		}
	}
	having := ""
	if s.sums0 && (c.q.Bucket > 0 || len(g.keys) > 0) {
		having = strings.Join(append([]string{s.count + " > 0"}, some...), " OR ")
	}
	if c.q.New {
		having = c.newer(s.begins())
	}
	by := g.names()
	if c.q.Bucket > 0 {
		by = append([]string{bucketName}, by...)
	}
	sql := fmt.Sprintf("SELECT %s FROM %s%s%s%s%s", &list, s.from, s.join, clause("WHERE", s.where), clause("GROUP BY", strings.Join(by, ", ")), clause("HAVING", having))
	return c.finish(g, sql, readers)
}

// finish adds order and limit to the SQL of groups and lays out its answer.
func (c *compiler) finish(g group, sql string, readers []reader) statement {
	q, a := c.q, new(answer)
	if q.Bucket > 0 {
		a.add(bucketName, &timeReader{unit: time.Second}, -1)
	}
	for i, k := range g.keys {
		a.add(key(i), k.read(), g.bits[i])
	}
	for i, r := range readers {
		a.add(aggr(i), r, -1)
	}
	if g.mask != "" {
		a.addMask(maskName)
	}
	// Native tells columns apart by place.
	names := make([]string, len(a.into))
	for i, col := range a.into {
		names[i] = col.Name
	}
	limit := c.limit()
	if q.Bucket > 0 && len(g.keys) > 0 { // the limit is of groups, not of rows
		limit = ""
		if q.Limit > 0 && q.Limit < q.mostGroups() {
			by := strings.Join(g.names(), ", ")
			sql = fmt.Sprintf("SELECT * FROM (%[1]s) WHERE (%[2]s) IN (SELECT %[2]s FROM (%[1]s) GROUP BY %[2]s ORDER BY %[3]s, %[2]s LIMIT %[4]d)", sql, by, c.rank(), q.Limit)
		}
	}
	sql = fmt.Sprintf("SELECT %s FROM (%s) ORDER BY %s%s", strings.Join(names, ", "), sql, c.order(g.keys, g.bits), limit)
	return statement{sql, c.params, a}
}

// mostGroups is how many groups there can be, buckets aside; a large number where
// only the records know.
func (q *checked) mostGroups() int {
	n := 1
	for _, id := range q.GroupBy {
		switch record.Get(id).Type {
		case record.TypeAction, record.TypeBool: // one of two, or absent
			n *= 3
		default:
			return math.MaxInt
		}
	}
	return n
}

// rank orders groups over all of their buckets: by the sum of what adds up, by
// the largest of what does not.
func (c *compiler) rank() string {
	at, direction := 0, " DESC"
	for _, o := range c.q.Order {
		i := slices.IndexFunc(c.q.Aggregates, func(a Aggregate) bool { return a.Name() == o.Column })
		if i >= 0 {
			at = i
			if !o.Descending {
				direction = ""
			}
			break
		}
	}
	function := "max"
	if f := c.q.Aggregates[at].Function; f == Count || f == Sum {
		function = "sum"
	}
	return function + "(" + aggr(at) + ")" + direction
}

// bucketOf writes the beginning of the bucket that a number of Unix seconds lies
// in. Buckets count from 1970; whole weeks begin on Monday.
func bucketOf(seconds string, width time.Duration) string {
	const week, firstMonday = 7 * 24 * 3600, 4 * 24 * 3600
	w := int64(width / time.Second)
	if w%week == 0 {
		return fmt.Sprintf("intDiv(toInt64(%s) + %d, %d) * %d - %d", seconds, w-firstMonday, w, w, w-firstMonday)
	}
	return fmt.Sprintf("intDiv(toInt64(%s), %d) * %d", seconds, w, w)
}

// maxSpread is the longest window in seconds that is spread over its minutes; a
// longer one counts whole at its start, as in the roll-up.
const maxSpread = 3600

// spread writes the SQL for buckets over raw rows with their bytes and packets
// spread over the minutes of their windows: a minute's share is what the running
// total, rounded down, grows by in it. It is the definition of roll_minute.
// All else of a row counts in its first minute.
func (c *compiler) spread(g group) statement {
	q := c.q
	inner := selectList{}
	g.selectKeys(&inner)
	live := c.live()
	quiet := "0"
	if live != "" {
		quiet = "NOT (" + live + ")"
	}
	inner.add(quiet, "_quiet")
	inner.add("toUInt64(toUnixTimestamp(start))", "_at")
	inner.add("_at % 60", "_offset")
	inner.add("toUInt64(greatest(1, duration))", "_dur")
	inner.add(fmt.Sprintf("_quiet OR _dur > %d OR _offset + _dur <= 60", maxSpread), "_whole")
	inner.add("arrayJoin(range(if(_whole, 1, intDiv(_offset + _dur - 1, 60) + 1)))", "_k")

	outer := selectList{}
	outer.add(bucketOf("_minute", q.Bucket), bucketName)
	for _, name := range g.names() {
		outer = append(outer, name)
	}
	var shares selectList
	some := []string{"countIf(_k = 0) > 0"}
	readers := make([]reader, len(q.Aggregates))
	for i, a := range q.Aggregates {
		switch {
		case a.Function == Count:
			outer.add("countIf(_k = 0)", aggr(i))
			readers[i] = new(countReader)
		case a.isCounter():
			name := record.Get(a.Field).Name
			inner.add("toUInt64("+name+")", "_v"+name)
			shares.add(share("_v"+name), "_s"+name)
			outer.add("sumIf(_s"+name+", NOT _quiet)", aggr(i))
			some = append(some, aggr(i)+" > 0")
			readers[i] = new(countReader)
		default:
			// The value is read where the row is, and aggregated where its
			// minutes are.
			x, p := fmt.Sprintf("_x%d", i), fmt.Sprintf("_p%d", i)
			inner.add(argument(c.schema, a), x)
			present := c.schema.Column(a.Field).Present
			if present == "" {
				present = "1"
			}
			inner.add(present, p)
			expr, read := aggregateOver(a, x, and("_k = 0", p, "NOT _quiet"))
			outer.add(expr, aggr(i))
			readers[i] = read()
		}
	}
	from := c.q.Since
	if !from.IsZero() {
		from = from.Add(-maxSpread * time.Second)
	}
	rows := fmt.Sprintf("SELECT %s FROM %s%s%s", &inner, c.table("flows"), c.join(g),
		clause("WHERE", and(between("start", "", from, q.Until), c.visible(), c.scope(), c.where)))
	minutes := fmt.Sprintf("SELECT *, _at - _offset + 60 * _k AS _minute, if(_whole, _dur, least(_dur, toUInt64(60 * (_k + 1) - _offset))) AS _cum, if(_k = 0, 0, toUInt64(60 * _k - _offset)) AS _before, %s FROM (%s)%s",
		&shares, rows, clause("WHERE", betweenSeconds("_minute", q.Since, q.Until)))
	by := append([]string{bucketName}, g.names()...)
	sql := fmt.Sprintf("SELECT %s FROM (%s) GROUP BY %s HAVING %s", &outer, minutes, strings.Join(by, ", "), strings.Join(some, " OR "))
	return c.finish(g, sql, readers)
}

func share(column string) string {
	running := func(cum string) string {
		return fmt.Sprintf("(intDiv(%[1]s, _dur) * %[2]s + intDiv(%[1]s %% _dur * %[2]s, _dur))", column, cum)
	}
	return "toUInt64(" + running("_cum") + " - " + running("_before") + ")" // a difference is signed
}

// betweenSeconds is between for a column of Unix seconds.
func betweenSeconds(column string, since, until time.Time) string {
	var from, to string
	if !since.IsZero() {
		from = fmt.Sprintf("%s >= %d", column, max(since.Unix(), 0))
	}
	if !until.IsZero() {
		to = fmt.Sprintf("%s < %d", column, max(until.Unix(), 0))
	}
	return and(from, to)
}
