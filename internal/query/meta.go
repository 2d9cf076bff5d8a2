package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/record"
)

// What the numbers of an answer count.
const (
	CountedOnce    = "once"    // each flow once, however many records tell of it
	CountedRecords = "records" // every witness
)

// Meta tells how an answer came about and what the store lacks in its range.
type Meta struct {
	Counted string // [CountedOnce] or [CountedRecords]
	Table   string // what it was answered from
	Why     string // and why
	Rows    uint64 // rows given out

	Truncated bool          // there was more than the limit
	Next      string        // where it goes on, see [Request].Pages
	Scanned   uint64        // rows read from tables
	Bytes     uint64        // uncompressed bytes read from tables
	AtLeast   bool          // Scanned and Bytes may be more: the engine does not say all of an answer that it streams
	Elapsed   time.Duration // of everything

	Since, Until time.Time // the range that was asked for; with buckets in whole minutes
	From, To     time.Time // where in it the stored records begin and end; zero when there are none
	Gaps         []Gap
	Warnings     []string // sentences for people
}

// GapKind says why records may be missing.
type GapKind string

// The kinds of gaps.
const (
	GapNoData   GapKind = "no_data"  // whole days without any record
	GapSkipData GapKind = "skipdata" // hours in which the source says that it lost records
)

// Gap is a stretch of time, in whole days or hours, that records are missing in.
type Gap struct {
	From, To time.Time // [From, To)
	Kind     GapKind
	Records  uint64 // SKIPDATA records in it
}

// Extent returns where the records that a scope sees begin and end, roll-ups that outlive
// their records among them; zero times when there are none. Where the scope is everything
// no row is read for it.
func (r *Runner) Extent(ctx context.Context, scope Scope) (from, to time.Time, err error) {
	q, err := check(Request{Scope: scope, Columns: []record.FieldID{record.Start}})
	if err != nil {
		return from, to, err
	}
	r = r.Now(ctx)
	if !scope.All {
		c := newCompiler(q, r.cfg.Database)
		seen, err := r.reach(ctx, fmt.Sprintf("(SELECT *, place AS ctx FROM %s)", c.table(minuteTable)), "minute", and(c.scope(), "records > 0"), c.params) // others have the rest of windows
		return seen.from, seen.to, err
	}
	days, err := r.days(ctx)
	if err != nil {
		return from, to, err
	}
	m := Meta{Table: minuteTable}
	m.From, m.To = covered(days, time.Time{}, time.Time{})
	err = r.outlived(ctx, q, days, &m)
	return m.From, m.To, err
}

// Gaps returns where records may be missing in a range: days without any, and
// hours with SKIPDATA records of the scope.
func (r *Runner) Gaps(ctx context.Context, since, until time.Time, scope Scope) ([]Gap, error) {
	r = r.Now(ctx)
	days, err := r.days(ctx)
	if err != nil {
		return nil, err
	}
	return r.gaps(ctx, days, &checked{Request: Request{Since: since, Until: until, Scope: scope}})
}

func (r *Runner) gaps(ctx context.Context, days []day, q *checked) ([]Gap, error) {
	gaps := missingDays(days, q.Since, q.Until)
	skipped, err := r.skipped(ctx, q)
	gaps = append(gaps, skipped...)
	slices.SortStableFunc(gaps, func(a, b Gap) int { return a.From.Compare(b.From) })
	return gaps, err
}

// describe fills what the answer's range lacks.
func (r *Runner) describe(ctx context.Context, q *checked, meta *Meta) error {
	days, err := r.days(ctx)
	if err != nil {
		return err
	}
	meta.From, meta.To = covered(days, q.Since, q.Until)
	if meta.Gaps, err = r.gaps(ctx, days, q); err != nil {
		return err
	}
	if err := r.outlived(ctx, q, days, meta); err != nil {
		return err
	}
	return r.warn(ctx, q, meta)
}

// outlived says so where the answer reaches further back than the raw rows,
// which are kept for a shorter time than the roll-ups.
func (r *Runner) outlived(ctx context.Context, q *checked, days []day, meta *Meta) error {
	if !slices.Contains(rollTables, meta.Table) {
		return nil
	}
	h, err := r.held(ctx)
	if err != nil {
		return err
	}
	from, to := covered(h.tables[meta.Table], q.Since.Truncate(time.Hour), q.Until)
	if from.IsZero() {
		return nil
	}
	switch {
	case len(days) == 0:
		meta.From, meta.To = latest(from, q.Since), to
		meta.Warnings = append(meta.Warnings, "only roll-ups are left of the range; questions about single records find nothing")
	case from.Before(days[0].at):
		meta.From = latest(from, q.Since)
		if meta.To.IsZero() {
			meta.To = days[0].at
		}
		meta.Warnings = append(meta.Warnings, fmt.Sprintf("before %s only roll-ups are left; questions about single records do not reach further back", days[0].at.Format(time.DateOnly)))
	}
	return nil
}

// reach is the range of what a roll-up has.
type reach struct {
	some     bool
	from, to time.Time
}

func (r *Runner) reach(ctx context.Context, table, column, where string, params map[string]string) (reach, error) {
	sql := fmt.Sprintf("SELECT toUInt64(count()), toInt64(toUnixTimestamp(min(%[1]s))), toInt64(toUnixTimestamp(max(%[1]s))) FROM %[2]s%[3]s", column, table, clause("WHERE", where))
	return recall(ctx, r, time.Time{}, time.Time{}, fmt.Sprintf("%s %v", sql, params), func() (reach, int, error) {
		var rows proto.ColUInt64
		var first, last proto.ColInt64
		var to reach
		_, err := r.query(ctx, sql, params, r.cfg.Limits, true, proto.Results{{Data: &rows}, {Data: &first}, {Data: &last}}, func(n int) error {
			if n > 0 && rows[0] > 0 {
				to = reach{some: true, from: time.Unix(first[0], 0).UTC(), to: time.Unix(last[0], 0).UTC()}
			}
			return nil
		})
		return to, len(sql), err
	})
}

// covered returns the part of a range between the first and the last record of
// the days it touches.
func covered(days []day, since, until time.Time) (from, to time.Time) {
	for _, d := range days {
		if !until.IsZero() && !d.first.Before(until) || !since.IsZero() && d.last.Before(since.Truncate(time.Second)) {
			continue
		}
		if from.IsZero() {
			from = latest(d.first, since)
		}
		to = d.last
		if !until.IsZero() && until.Before(to) {
			to = until
		}
	}
	return from, to
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// missingDays returns the stretches of whole days without a record between the
// first and the last stored day, as far as they are in the range.
func missingDays(days []day, since, until time.Time) []Gap {
	var gaps []Gap
	for i := 1; i < len(days); i++ {
		g := Gap{From: days[i-1].at.Add(24 * time.Hour), To: days[i].at, Kind: GapNoData}
		if !since.IsZero() {
			g.From = latest(g.From, since)
		}
		if !until.IsZero() && until.Before(g.To) {
			g.To = until
		}
		if g.From.Before(g.To) {
			gaps = append(gaps, g)
		}
	}
	return gaps
}

// skipped returns the hours of the range with SKIPDATA records, neighbours
// joined.
func (r *Runner) skipped(ctx context.Context, q *checked) ([]Gap, error) {
	c := &compiler{q: q, database: r.cfg.Database, params: map[string]string{}}
	where := and(between("minute", "", q.Since.Truncate(time.Minute), q.Until), c.statusIs(record.StatusSkipData), c.scope(), "records > 0")
	sql := fmt.Sprintf("SELECT toInt64(toUnixTimestamp(toStartOfHour(minute))) AS hour, toUInt64(sum(records)) FROM (SELECT *, place AS ctx FROM %s) WHERE %s GROUP BY hour ORDER BY hour", c.table(minuteTable), where)
	gaps, err := recall(ctx, r, q.Since, q.Until, fmt.Sprintf("%s %v", sql, c.params), func() (gaps []Gap, size int, err error) {
		var hours proto.ColInt64
		var records proto.ColUInt64
		_, err = r.query(ctx, sql, c.params, r.cfg.Limits, true, proto.Results{{Data: &hours}, {Data: &records}}, func(n int) error {
			for i := range n {
				g := Gap{From: time.Unix(hours[i], 0).UTC(), Kind: GapSkipData, Records: records[i]}
				g.To = g.From.Add(time.Hour)
				if last := len(gaps) - 1; last >= 0 && gaps[last].To.Equal(g.From) {
					gaps[last].To, gaps[last].Records = g.To, gaps[last].Records+g.Records
				} else {
					gaps = append(gaps, g)
				}
			}
			return nil
		})
		return gaps, len(sql) + 64*len(gaps), err
	})
	if err != nil {
		return nil, fmt.Errorf("look for lost records: %w", err)
	}
	return gaps, nil
}

// warn looks for negated terms over fields that no record in the range has: such
// a term holds for every record.
func (r *Runner) warn(ctx context.Context, q *checked, meta *Meta) error {
	for _, id := range q.bound.NegatedOnly() {
		f := record.Get(id)
		c := &compiler{q: q, database: r.cfg.Database, params: map[string]string{}}
		c.schema.Database = r.cfg.Database
		e := c.schema.Column(id)
		if e.Present == "" {
			continue
		}
		has, err := r.any(ctx, q.Since, q.Until, fmt.Sprintf("SELECT 1 FROM %s WHERE %s LIMIT 1", c.table(rawTable), and(between("start", "start_ns", q.Since, q.Until), "("+e.Present+")")))
		if err != nil {
			return fmt.Errorf("look for %s: %w", f.Name, err)
		}
		if !has {
			meta.Warnings = append(meta.Warnings, fmt.Sprintf("no record in the range has %s, so NOT %s:... holds for every one", f.Name, f.Name))
		}
	}
	return nil
}

// String returns the meta as one line for people.
func (m Meta) String() string {
	counted := "each flow counted once"
	if m.Counted == CountedRecords {
		counted = "every record counted"
	}
	read := ""
	switch {
	case !m.AtLeast:
		read = fmt.Sprintf(" from %d read", m.Scanned)
	case m.Scanned > 0:
		read = fmt.Sprintf(" from at least %d read", m.Scanned)
	}
	parts := []string{counted, fmt.Sprintf("%d rows%s in %s", m.Rows, read, m.Elapsed.Round(time.Millisecond))}
	if !m.From.IsZero() {
		parts = append(parts, fmt.Sprintf("%s to %s", m.From.Format(time.RFC3339), m.To.Format(time.RFC3339)))
	}
	if m.Truncated {
		parts = append(parts, "cut at the limit")
	}
	return strings.Join(parts, ", ")
}
