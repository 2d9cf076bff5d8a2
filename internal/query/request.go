package query

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Request asks for records, or for aggregates over them.
type Request struct {
	Filter string        // in the language of package filter; empty for everything
	Bound  *filter.Bound // stands in for Filter when set
	Now    time.Time     // what now-24h in Filter counts from; zero: the time of the call

	Since, Until time.Time // start in [Since, Until); a zero time leaves the end open
	Scope        Scope     // whose records; the zero value is refused

	Columns []record.FieldID // of records; [DefaultColumns] when empty

	GroupBy    []record.FieldID
	Aggregates []Aggregate   // none: records
	Bucket     time.Duration // of start, in whole minutes; 0: none

	Order []Order // by result columns; see [Runner.Run] for the default
	Limit int     // rows at most, with Bucket groups at most; 0: all

	// Of records, newest first, which is the order they have without Order:
	Pages bool   // [Meta.Next] goes on where the answer was cut
	After string // the Next of the answer before, whose range holds
	IDs   bool   // a last column "id" names each record
	ID    string // only the record of that id

	New         bool   // of groups: only those that no record before Since has
	Records     bool   // aggregate every witness instead of each flow once
	TrafficOnly bool   // leave NODATA and SKIPDATA rows out of count, too
	Bare        bool   // the rows are all that is wanted: nothing is said of range and gaps
	Limits      Limits // zero fields are the runner's
}

// Scope says whose records a request may see: those that interfaces of the
// accounts or networks logged. A network is the VPC, or the account where the
// logs name none.
type Scope struct {
	All      bool
	Accounts []string
	Networks []string
}

// Everything is the scope without bounds.
func Everything() Scope { return Scope{All: true} }

// Function is what an aggregate computes.
type Function string

// The functions. All but count need a field.
const (
	Count Function = "count"
	Sum   Function = "sum"
	Min   Function = "min"
	Max   Function = "max"
	Avg   Function = "avg"
	P50   Function = "p50"
	P90   Function = "p90"
	P95   Function = "p95"
	P99   Function = "p99"
	Uniq  Function = "uniq" // exact
)

// quantiles are the levels of the percentiles. The value is the one that level
// of all values lies below, itself one of them.
var quantiles = map[Function]string{P50: "0.5", P90: "0.9", P95: "0.95", P99: "0.99"}

// Aggregate is one number computed over the records of a group.
type Aggregate struct {
	Function Function
	Field    record.FieldID // unused by Count
}

// Name returns the name of the result column: count, sum_bytes, uniq_dstaddr.
func (a Aggregate) Name() string {
	if a.Function == Count {
		return string(Count)
	}
	return string(a.Function) + "_" + record.Get(a.Field).Name
}

// Order sorts by a result column. Absent values come last.
type Order struct {
	Column     string
	Descending bool
}

// bucketColumn is the name of the result column with the start of the bucket.
const bucketColumn = "bucket"

// DefaultColumns are the columns of records when none are named.
func DefaultColumns() []record.FieldID {
	return []record.FieldID{
		record.Start, record.End, record.InterfaceID, record.SrcAddr, record.SrcPort, record.DstAddr, record.DstPort,
		record.Protocol, record.Packets, record.Bytes, record.ActionField, record.TCPFlags, record.LogStatus,
		record.Direction, record.SrcApp, record.DstApp,
	}
}

// RequestError is a request that cannot be: the person asking has to change it.
type RequestError struct {
	Message string
	Hint    string // what to write instead; may be empty
}

func (e *RequestError) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + "; " + e.Hint
}

func wrong(format string, args ...any) *RequestError {
	return &RequestError{Message: fmt.Sprintf(format, args...)}
}

func (e *RequestError) hint(format string, args ...any) *RequestError {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// checked is a request that is sound, with its defaults filled in.
type checked struct {
	Request
	bound   *filter.Bound
	columns []Column // of the answer

	after cursor // of After
	only  place  // of ID
}

// aggregating reports whether the answer is aggregates rather than records.
func (q *checked) aggregating() bool { return len(q.Aggregates) > 0 }

// counts reports whether count is among the aggregates.
func (q *checked) counts() bool {
	return slices.ContainsFunc(q.Aggregates, func(a Aggregate) bool { return a.Function == Count })
}

// check binds the filter and finds what is wrong with a request.
func check(r Request) (*checked, error) {
	q := &checked{Request: r, bound: r.Bound}
	if q.bound == nil {
		bound, err := filter.Compile(r.Filter, filter.Options{Now: r.Now})
		if err != nil {
			return nil, err
		}
		q.bound = bound
	}
	if !r.Scope.All && len(r.Scope.Accounts)+len(r.Scope.Networks) == 0 {
		return nil, wrong("the request has no scope").hint("name accounts or networks, or ask for all")
	}
	if !r.Since.IsZero() && !r.Until.IsZero() && !r.Since.Before(r.Until) {
		return nil, wrong("the range ends at %s, before it begins", r.Until.UTC().Format(time.RFC3339))
	}
	if r.Limit < 0 {
		return nil, wrong("the limit is below zero")
	}
	if err := q.checkShape(); err != nil {
		return nil, err
	}
	if err := q.checkPages(); err != nil {
		return nil, err
	}
	if err := q.checkOrder(); err != nil {
		return nil, err
	}
	return q, nil
}

// checkShape checks columns, groups, aggregates and bucket, and lays out the
// columns of the answer.
func (q *checked) checkShape() error {
	if !q.aggregating() {
		if len(q.GroupBy) > 0 || q.Bucket != 0 {
			return wrong("groups and buckets need an aggregate").hint("add one, for instance count")
		}
		if len(q.Columns) == 0 {
			q.Columns = DefaultColumns()
		}
		for _, id := range q.Columns {
			if f := record.Get(id); f.Place == record.PlaceEither {
				return wrong("%s stands for two fields", f.Name).hint("name %s or %s", record.Get(f.Of[0]).Name, record.Get(f.Of[1]).Name)
			}
		}
		q.columns = fieldColumns(q.Columns)
		if q.IDs {
			q.columns = append(q.columns, Column{Name: idColumn, Kind: KindText})
		}
		return q.distinctNames()
	}
	if q.New && (len(q.GroupBy) == 0 || q.Since.IsZero() || q.Bucket > 0 || !aligned(q.Since, time.Second)) {
		return wrong("new are groups of fields, since a second").hint("name fields to group by, and the time; no buckets")
	}
	if len(q.Columns) > 0 {
		return wrong("columns are for records").hint("name groups instead")
	}
	if q.Bucket < 0 || q.Bucket%time.Minute != 0 {
		return wrong("a bucket of %s is not whole minutes", q.Bucket)
	}
	if q.Bucket > 0 {
		q.columns = append(q.columns, Column{Name: bucketColumn, Kind: KindTime})
		q.roundOut()
	}
	q.columns = append(q.columns, fieldColumns(q.GroupBy)...)
	for _, a := range q.Aggregates {
		c, err := q.aggregateColumn(a)
		if err != nil {
			return err
		}
		q.columns = append(q.columns, c)
	}
	return q.distinctNames()
}

// roundOut widens the range to whole minutes, which is what buckets are made of.
func (q *checked) roundOut() {
	if !q.Since.IsZero() {
		q.Since = q.Since.Truncate(time.Minute)
	}
	if up := q.Until.Truncate(time.Minute); !q.Until.IsZero() && !up.Equal(q.Until) {
		q.Until = up.Add(time.Minute)
	}
}

func (q *checked) distinctNames() error {
	seen := map[string]bool{}
	for _, c := range q.columns {
		if seen[c.Name] {
			return wrong("column %s is asked for twice", c.Name)
		}
		seen[c.Name] = true
	}
	return nil
}

func fieldColumns(ids []record.FieldID) []Column {
	columns := make([]Column, len(ids))
	for i, id := range ids {
		f := record.Get(id)
		columns[i] = Column{Name: f.Name, Kind: kindOf(f), Unit: f.Unit, Field: f}
	}
	return columns
}

func kindOf(f *record.Field) Kind {
	switch f.Type {
	case record.TypeUint8, record.TypeUint16, record.TypeUint32, record.TypeUint64:
		return KindNumber
	case record.TypeAddr:
		return KindAddr
	case record.TypeTime:
		return KindTime
	case record.TypeBool:
		return KindBool
	default:
		return KindText
	}
}

func (q *checked) aggregateColumn(a Aggregate) (Column, error) {
	c := Column{Name: a.Name(), Kind: KindNumber}
	if a.Function == Count {
		c.Unit = "flows"
		if q.Records {
			c.Unit = "records"
		}
		return c, nil
	}
	f := record.Get(a.Field)
	if f.Place == record.PlaceEither {
		return c, wrong("%s(%s): %s stands for two fields", a.Function, f.Name, f.Name).hint("name %s or %s", record.Get(f.Of[0]).Name, record.Get(f.Of[1]).Name)
	}
	number := kindOf(f) == KindNumber
	switch a.Function {
	case Uniq:
		return c, nil
	case Min, Max:
		if f.Type == record.TypeTime {
			c.Kind = KindTime
			return c, nil
		}
	case Sum, Avg, P50, P90, P95, P99:
	default:
		return c, wrong("unknown aggregate %q", a.Function).hint("use count, sum, min, max, avg, p50, p90, p95, p99 or uniq")
	}
	if !number {
		return c, wrong("%s(%s): %s is no number", a.Function, f.Name, f.Name)
	}
	c.Unit = f.Unit
	return c, nil
}

func (q *checked) checkOrder() error {
	for _, o := range q.Order {
		if !slices.ContainsFunc(q.columns, func(c Column) bool { return c.Name == o.Column }) {
			names := make([]string, len(q.columns))
			for i, c := range q.columns {
				names[i] = c.Name
			}
			return wrong("cannot order by %s, which is no column of the answer", o.Column).hint("its columns are %s", strings.Join(names, ", "))
		}
	}
	return nil
}

// small reports whether the answer surely is: then the engine may hold it until
// it is complete, and knows exactly what it read.
func (q *checked) small() bool {
	return q.Limit > 0 && q.Limit <= 10_000 || q.aggregating() && len(q.GroupBy) == 0
}
