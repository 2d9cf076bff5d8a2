package query

import (
	"context"
	"fmt"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// stretches are how many stored records, about, are looked through for the newest
// that a filter lets pass, one stretch after the other; then all that is left.
var stretches = []uint64{256 << 10, 2 << 20}

// newestFirst reports whether the answer is so many of the newest records.
func (q *checked) newestFirst() bool {
	return !q.aggregating() && q.Limit > 0 && len(q.Order) == 0 && q.ID == ""
}

// narrow returns the plan for the newest records with the time of the oldest of them
// in it. Looked for from the end, they are mostly found in a small part of the range.
// What was read for it comes along.
func (r *Runner) narrow(ctx context.Context, q *checked, plan Plan) (narrowed Plan, read engine.Summary, err error) {
	days, err := r.days(ctx)
	if err != nil {
		return plan, read, err
	}
	c := newCompiler(q, r.cfg.Database)
	until := q.Until
	if q.After != "" { // those of its second are read again
		until = time.Unix(q.after.seconds(), 0)
	}
	cuts := cutsOf(days, q.Since, until)
	if len(cuts) == 0 {
		return plan, read, nil
	}
	left := uint64(q.Limit + 1)
	oldest := int64(-1)
	for i := 0; i <= len(cuts) && left > 0; i++ {
		since := q.Since
		if i < len(cuts) {
			since = cuts[i]
		}
		where := and(between("start", "start_ns", since, until), c.scope(), c.where)
		sql := fmt.Sprintf("SELECT toUInt64(count()), toInt64(toUnixTimestamp(min(start))) FROM (SELECT start FROM %s%s ORDER BY start DESC LIMIT %d)", c.table(rawTable), clause("WHERE", where), left)
		var rows proto.ColUInt64
		var first proto.ColInt64
		sum, err := r.query(ctx, sql, c.params, q.Limits.or(r.cfg.Limits), true, proto.Results{{Data: &rows}, {Data: &first}}, func(n int) error {
			if n > 0 && rows[0] > 0 {
				left, oldest = left-min(left, rows[0]), first[0]
			}
			return nil
		})
		if err != nil {
			return plan, read, err
		}
		read.ReadRows, read.ReadBytes = read.ReadRows+sum.ReadRows, read.ReadBytes+sum.ReadBytes
		until = since
	}
	if oldest < 0 {
		oldest = maxSeconds // there is none, but for those
		if q.After != "" {
			oldest = q.after.seconds()
		}
	}
	c = newCompiler(q, r.cfg.Database)
	c.oldest = fmt.Sprintf("start >= toDateTime(%d, 'UTC')", oldest)
	return newPlan(plan.Table, plan.Why, c.records()), read, nil
}

// cutsOf returns the hours in which the stretches begin, the newest first; none where
// the range has few records.
func cutsOf(days []day, since, until time.Time) (cuts []time.Time) {
	var seen uint64
	for i := len(days) - 1; i >= 0 && len(cuts) < len(stretches); i-- {
		d := days[i]
		last := d.last.Add(time.Second)
		if !until.IsZero() && !d.first.Before(until) {
			continue
		}
		rows, span := d.rows, last.Sub(d.first)
		if !until.IsZero() && until.Before(last) {
			rows = uint64(float64(rows) * float64(until.Sub(d.first)) / float64(span))
			last, span = until, until.Sub(d.first)
		}
		for len(cuts) < len(stretches) && seen+rows > stretches[len(cuts)] {
			want := stretches[len(cuts)] - min(seen, stretches[len(cuts)])
			at := last.Add(-time.Duration(float64(span) * float64(want) / float64(rows))).Truncate(time.Hour)
			if !since.IsZero() && !at.After(since) {
				return cuts
			}
			if n := len(cuts); n > 0 && !at.Before(cuts[n-1]) || !until.IsZero() && !at.Before(until) {
				at = at.Add(-time.Hour)
				if n > 0 && !at.Before(cuts[n-1]) || !since.IsZero() && !at.After(since) {
					return cuts
				}
			}
			cuts = append(cuts, at)
		}
		seen += rows
	}
	return cuts
}
