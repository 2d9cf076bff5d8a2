package query

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Reason is one thing that explains why a question finds nothing.
type Reason struct {
	Code    string // nothing_stored, out_of_range, field_lacking, reject_lacking, part, together, elsewhere
	Text    string // a sentence for people
	Fix     string // what to do; may be empty
	Command string // that does it; may be empty
}

// diagnoseTime is how long it is looked for reasons that need the records read.
const diagnoseTime = 5 * time.Second

// diagnoseParts is how many parts of a filter are counted one by one.
const diagnoseParts = 6

// Diagnose says why the records of a request are none: the most likely reason first.
// It looks at filter, range and scope. The meta tells of all that was read for it.
func (r *Runner) Diagnose(ctx context.Context, req Request) ([]Reason, Meta, error) {
	begun := time.Now()
	r = r.Now(ctx)
	meta := Meta{Counted: CountedRecords, Table: rawTable, Why: "what is missing has to be looked for in the records", AtLeast: true}
	q, err := check(Request{Filter: req.Filter, Bound: req.Bound, Now: req.Now, Since: req.Since, Until: req.Until, Scope: req.Scope})
	if err != nil {
		return nil, meta, err
	}
	meta.Since, meta.Until = q.Since, q.Until
	reasons, err := r.reasons(ctx, q, &meta)
	if err == nil {
		err = r.complete(ctx, &meta, func(m *Meta) error { return r.describe(ctx, q, m) })
	}
	meta.Rows, meta.Elapsed = uint64(len(reasons)), time.Since(begun)
	return reasons, meta, err
}

func (r *Runner) reasons(ctx context.Context, q *checked, meta *Meta) ([]Reason, error) {
	days, err := r.days(ctx)
	if err != nil {
		return nil, err
	}
	if len(days) == 0 {
		return []Reason{{Code: "nothing_stored", Text: "nothing is stored yet", Fix: "take logs in, or connect a bucket", Command: "weir ingest PATH"}}, nil
	}
	first, last := days[0].first, days[len(days)-1].last
	var reasons []Reason
	if from, _ := covered(days, q.Since, q.Until); from.IsZero() {
		reasons = append(reasons, outOfRange(first, last, q))
	}
	lacking, err := r.lacking(ctx, q)
	if err != nil {
		return nil, err
	}
	reasons = append(reasons, lacking...)
	if len(reasons) > 0 || q.bound.MatchesAll() {
		return reasons, nil
	}
	ctx, cancel := context.WithTimeout(ctx, diagnoseTime)
	defer cancel()
	more, err := r.parts(ctx, q, meta)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, ErrTimeout) {
		err = nil // what is known is told
	}
	return append(reasons, more...), err
}

func outOfRange(first, last time.Time, q *checked) Reason {
	e := Reason{Code: "out_of_range", Fix: "choose a range in it, or the newest hours"}
	at := func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }
	switch {
	case !q.Since.IsZero() && last.Before(q.Since):
		e.Text = fmt.Sprintf("the newest record is of %s, %s before the range begins", at(last), span(q.Since.Sub(last)))
		e.Fix = "choose the newest hours, and look at Sources if newer logs should be here"
		e.Command = "weir sources"
	case !q.Until.IsZero() && first.After(q.Until):
		e.Text = fmt.Sprintf("the oldest record is of %s, after the range ends", at(first))
	default:
		e.Text = fmt.Sprintf("no record starts in the range; records are stored from %s to %s", at(first), at(last))
	}
	return e
}

// span writes about how long something is.
func span(d time.Duration) string {
	switch {
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	case d < 48*time.Hour:
		return fmt.Sprintf("%.0f h", d.Hours())
	}
	return fmt.Sprintf("%.0f days", d.Hours()/24)
}

// lacking looks for what the filter needs and no stored record of the range has.
func (r *Runner) lacking(ctx context.Context, q *checked) (reasons []Reason, err error) {
	has := func(condition string) (bool, error) {
		c := &compiler{q: q, database: r.cfg.Database, params: map[string]string{}}
		where := and(between("start", "start_ns", q.Since, q.Until), c.scope(), condition)
		return r.anyWith(ctx, q.Since, q.Until, fmt.Sprintf("SELECT 1 FROM %s%s LIMIT 1", c.table(rawTable), clause("WHERE", where)), c.params)
	}
	schema := filter.Schema{Database: r.cfg.Database}
	negated := q.bound.NegatedOnly()
	for _, id := range q.bound.Named() {
		e := schema.Column(id)
		if e.Present == "" || slices.Contains(negated, id) {
			continue
		}
		found, err := has("(" + e.Present + ")")
		if err != nil {
			return reasons, err
		}
		if !found {
			reasons = append(reasons, fieldLacking(record.Get(id)))
		}
	}
	if len(reasons) > 0 {
		return reasons, nil
	}
	for _, verdict := range []record.Action{record.Reject, record.Accept} {
		if other := record.Accept + record.Reject - verdict; q.bound.MayPass(other) {
			continue // it does not ask for this one alone
		}
		found, err := has(fmt.Sprintf("action = '%s'", verdict))
		if err != nil {
			return reasons, err
		}
		if !found {
			reasons = append(reasons, Reason{
				Code: "reject_lacking", Text: fmt.Sprintf("no %s is logged in the range", verdict),
				Fix: fmt.Sprintf("where the flow log's traffic type leaves %s out, make one of type ALL", verdict),
			})
		}
	}
	return reasons, nil
}

func fieldLacking(f *record.Field) Reason {
	e := Reason{Code: "field_lacking", Text: fmt.Sprintf("no record in the range has %s (%s)", f.Name, f.Doc)}
	switch {
	case strings.HasSuffix(f.Name, "_country") || strings.HasSuffix(f.Name, "_asn"):
		e.Fix = "name a file with geo data in the settings; records taken in from then on have it"
	case strings.HasSuffix(f.Name, "_app") || strings.HasSuffix(f.Name, "_role") || strings.HasSuffix(f.Name, "_team"):
		e.Fix = "name a file with your assets in the settings; records taken in from then on have it"
	case f.Since > 2:
		e.Fix = fmt.Sprintf("add ${%s} to the format of the flow log; AWS has it since version %d", strings.ReplaceAll(f.Name, "_", "-"), f.Since)
	case f.Since == 2:
		e.Fix = fmt.Sprintf("add ${%s} to the format of the flow log", strings.ReplaceAll(f.Name, "_", "-"))
	}
	return e
}

// parts counts what each part of the filter finds alone, and where all together do.
func (r *Runner) parts(ctx context.Context, q *checked, meta *Meta) (reasons []Reason, err error) {
	count := func(bound *filter.Bound, since, until time.Time) (uint64, time.Time, error) {
		var t Table
		read, err := r.Run(ctx, Request{
			Bound: bound, Since: since, Until: until, Scope: q.Scope, Records: true, Bare: true, Limits: Limits{Time: diagnoseTime},
			Aggregates: []Aggregate{{Function: Count}, {Function: Max, Field: record.Start}},
		}, &t)
		meta.Scanned, meta.Bytes = meta.Scanned+read.Scanned, meta.Bytes+read.Bytes
		if err != nil || len(t.Rows) == 0 {
			return 0, time.Time{}, err
		}
		return t.Rows[0].Uint(0), t.Rows[0].Time(1), nil
	}
	list := q.bound.Parts()
	if len(list) > 1 && len(list) <= diagnoseParts {
		var alone []string
		none := false
		for _, part := range list {
			n, _, err := count(part, q.Since, q.Until)
			if err != nil {
				return reasons, err
			}
			if n == 0 {
				none = true
				reasons = append(reasons, Reason{Code: "part", Text: fmt.Sprintf("no record in the range matches %s, whatever else is asked", part), Fix: "leave it out, or look at the field's values"})
			}
			alone = append(alone, fmt.Sprintf("%s matches %d", part, n))
		}
		if !none {
			reasons = append(reasons, Reason{Code: "together", Text: "each part alone finds records, all together none: " + strings.Join(alone, ", "), Fix: "leave a part out"})
		}
	}
	if q.Since.IsZero() && q.Until.IsZero() {
		return reasons, nil
	}
	n, newest, err := count(q.bound, time.Time{}, time.Time{})
	if err != nil {
		return reasons, err
	}
	if n > 0 {
		reasons = append(reasons, Reason{
			Code: "elsewhere", Text: fmt.Sprintf("outside of the range %d records match, the newest of %s", n, newest.UTC().Format("2006-01-02 15:04 UTC")),
			Fix: "widen the range",
		})
	} else if len(reasons) == 0 {
		reasons = append(reasons, Reason{Code: "part", Text: "no stored record matches, in any range"})
	}
	return reasons, nil
}
