package query

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// statement is a request as SQL, with what reads its answer.
type statement struct {
	sql    string
	params map[string]string
	answer *answer
}

// compiler writes the SQL of a request over one of the tables that can answer
// it.
type compiler struct {
	q        *checked
	database string
	schema   filter.Schema
	params   map[string]string
	where    string   // the filter
	reads    []string // columns of table flows that it reads
	oldest   string   // condition on the time of the oldest record of the answer, where it was looked up
}

func newCompiler(q *checked, database string) *compiler {
	c := &compiler{q: q, database: database, schema: filter.Schema{Database: database}, params: map[string]string{}}
	f := q.bound.SQL(c.schema, "f")
	for _, p := range f.Params {
		c.params[p.Name] = p.Value
	}
	c.where, c.reads = f.Where, f.Columns
	return c
}

// since is where the rows begin that are read: for what is new also those before the range.
func (q *checked) since() time.Time {
	if q.New {
		return time.Time{}
	}
	return q.Since
}

// newer is the condition that a row lies in the range, where others are read as well; ""
// where none are.
func (c *compiler) newer(column string) string {
	if !c.q.New {
		return ""
	}
	return between(column, "", c.q.Since, time.Time{})
}

// table returns the qualified name of a table.
func (c *compiler) table(name string) string {
	return engine.QuoteName(c.database) + "." + engine.QuoteName(name)
}

// quiet is the condition that a row tells of no traffic: NODATA or SKIPDATA.
func (c *compiler) quiet() string { return c.statusIs(record.StatusNoData, record.StatusSkipData) }

func (c *compiler) statusIs(statuses ...string) string {
	return fmt.Sprintf("ctx IN (SELECT id FROM %s WHERE log_status IN ('%s'))", c.table("contexts"), strings.Join(statuses, "', '"))
}

// scope is the condition that a row is within the request's scope.
func (c *compiler) scope() string {
	s := c.q.Scope
	if s.All {
		return ""
	}
	c.params["accounts"], c.params["networks"] = arrayLiteral(s.Accounts), arrayLiteral(s.Networks)
	return fmt.Sprintf("ctx IN (SELECT id FROM %s WHERE account_id IN {accounts:Array(String)} OR if(vpc_id = '', account_id, vpc_id) IN {networks:Array(String)})", c.table("contexts"))
}

// arrayLiteral writes texts as ClickHouse reads them in a parameter.
func arrayLiteral(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
	}
	return "[" + strings.Join(quoted, ",") + "]"
}

// once is the condition that a row is the one of its flow that counts. None without
// traffic is.
const once = "counted != 0"

// visible is the condition that the aggregates of the request look at a row at
// all. Rows without traffic are only there to be counted.
func (c *compiler) visible() string {
	switch {
	case c.q.Records && c.quietVisible():
		return ""
	case c.q.Records:
		return "NOT " + c.quiet()
	case c.quietVisible():
		return "(" + once + " OR " + c.quiet() + ")"
	default:
		return once
	}
}

// quietVisible reports whether NODATA and SKIPDATA rows are counted.
func (c *compiler) quietVisible() bool { return c.q.counts() && !c.q.TrafficOnly }

// live is the condition that a visible row carries traffic; "" when all do.
func (c *compiler) live() string {
	switch {
	case !c.quietVisible():
		return ""
	case c.q.Records:
		return "NOT " + c.quiet()
	default:
		return once
	}
}

// maxSeconds is the last second that the store's times can hold.
const maxSeconds = 1<<32 - 1

// between is the condition that a time column lies in [since, until); nanos is
// the column with what lies below the second, "" when there is none.
func between(column, nanos string, since, until time.Time) string {
	beyond := func(t time.Time, op, strict string) string {
		sec, ns := t.Unix(), t.Nanosecond()
		at := fmt.Sprintf("toDateTime(%d, 'UTC')", sec)
		if ns == 0 || nanos == "" {
			return fmt.Sprintf("%s %s %s", column, op, at)
		}
		return fmt.Sprintf("(%s %s %s OR (%s = %s AND %s %s %d))", column, strict, at, column, at, nanos, op, ns)
	}
	var from, to string
	switch {
	case since.IsZero() || since.Unix() < 0:
	case since.Unix() > maxSeconds:
		return "0"
	default:
		from = beyond(since, ">=", ">")
	}
	switch {
	case until.IsZero() || until.Unix() > maxSeconds:
	case until.Unix() < 0:
		return "0"
	default:
		to = beyond(until, "<", "<")
	}
	return and(from, to)
}

// records writes the SQL for rows of records.
func (c *compiler) records() statement {
	q := c.q
	values := make([]value, len(q.Columns))
	for i, id := range q.Columns {
		values[i] = fieldValue(c.schema, id)
	}
	a, list := new(answer), new(selectList)
	maskSQL, bits := mask(values)
	for i, v := range values {
		list.add(v.sql, key(i))
		a.add(key(i), v.read(), bits[i])
	}
	if maskSQL != "" {
		list.add(maskSQL, maskName)
		a.addMask(maskName)
	}
	order := "start DESC, start_ns DESC"
	if len(q.Order) > 0 {
		order = c.order(values, bits)
	}
	where := and(between("start", "start_ns", q.Since, q.Until), c.oldest, c.scope(), c.where)
	offset := uint32(0)
	if q.placed() {
		list.add("toUnixTimestamp(start) * toInt64(1000000000) + start_ns", startName)
		list.add(placeSQL, placeName)
		a.addPlaces(q.IDs)
		order = placeOrder
		where, offset = c.page(where)
	}
	sql := fmt.Sprintf("SELECT %s FROM %s%s ORDER BY %s%s", list, c.table(rawTable), clause("WHERE", where), order, c.limit())
	if offset > 0 {
		sql += fmt.Sprintf(" OFFSET %d", offset)
	}
	return statement{sql, c.params, a}
}

// limit asks for one row more than wanted, which tells that the answer was cut.
func (c *compiler) limit() string {
	if c.q.Limit == 0 {
		return ""
	}
	return fmt.Sprintf(" LIMIT %d", c.q.Limit+1)
}

// Names inside of statements. No column of the store begins with a line.
const (
	maskName   = "_mask"
	startName  = "_start"
	placeName  = "_place"
	bucketName = "_bucket"
)

func key(i int) string  { return fmt.Sprintf("_k%d", i) }
func aggr(i int) string { return fmt.Sprintf("_a%d", i) }

// selectList is what stands between SELECT and FROM.
type selectList []string

func (l *selectList) add(expr, name string) { *l = append(*l, expr+" AS "+name) }
func (l *selectList) String() string        { return strings.Join(*l, ", ") }

func clause(word, what string) string {
	if what == "" {
		return ""
	}
	return " " + word + " " + what
}

// order sorts by the request's columns. Absent values come last, and groups
// that tie in their own order.
func (c *compiler) order(values []value, bits []int) string {
	q := c.q
	var parts []string
	taken := map[int]bool{}
	first := 0 // position of the first key among the columns
	if q.Bucket > 0 {
		first = 1
	}
	byKey := func(i int, direction string) {
		taken[i] = true
		switch {
		case bits[i] >= 0:
			parts = append(parts, fmt.Sprintf("bitTest(%s, %d)", maskName, bits[i]))
		case values[i].absent != "":
			parts = append(parts, key(i)+" = "+values[i].absent)
		}
		parts = append(parts, key(i)+direction)
	}
	for _, o := range q.Order {
		direction := ""
		if o.Descending {
			direction = " DESC"
		}
		at := slices.IndexFunc(q.columns, func(col Column) bool { return col.Name == o.Column }) - first
		switch {
		case at < 0:
			parts = append(parts, bucketName+direction)
		case at < len(values):
			byKey(at, direction)
		default:
			parts = append(parts, aggr(at-len(values))+direction)
		}
	}
	if q.aggregating() {
		if q.Bucket > 0 && len(q.Order) == 0 {
			parts = append(parts, bucketName)
		}
		if len(q.Order) == 0 {
			parts = append(parts, aggr(0)+" DESC")
		}
		if q.Bucket > 0 && !slices.Contains(parts, bucketName) && !slices.Contains(parts, bucketName+" DESC") {
			parts = append(parts, bucketName)
		}
		for i := range values {
			if !taken[i] {
				byKey(i, "")
			}
		}
	}
	return strings.Join(parts, ", ")
}
