package query

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// Config says where the store's tables are and what a query may take.
type Config struct {
	Database string // of the tables
	Views    string // database with the views for SQL of people, and nothing else
	Limits   Limits // of every query that names no own ones

	// Retry runs what asks the engine, and again when that was gone. What is looked
	// up once the rows of an answer are out goes through it; rows do not, as a sink
	// cannot take them back. nil runs it once.
	Retry func(ctx context.Context, ask func() error) error
}

// Limits bound one query. A zero field is no bound.
type Limits struct {
	Time       time.Duration
	Memory     uint64 // bytes
	ReadBytes  uint64 // uncompressed bytes read from tables
	ReadRows   uint64
	ResultRows uint64
}

// DefaultLimits are good for one person at a terminal.
func DefaultLimits() Limits { return Limits{Time: time.Minute} }

// or fills zero fields from others.
func (l Limits) or(others Limits) Limits {
	if l.Time == 0 {
		l.Time = others.Time
	}
	if l.Memory == 0 {
		l.Memory = others.Memory
	}
	if l.ReadBytes == 0 {
		l.ReadBytes = others.ReadBytes
	}
	if l.ReadRows == 0 {
		l.ReadRows = others.ReadRows
	}
	if l.ResultRows == 0 {
		l.ResultRows = others.ResultRows
	}
	return l
}

// settings are the limits for the engine, which may only read. Time is a little
// later than the caller's own, so that the caller's reason wins.
func (l Limits) settings() map[string]string {
	s := map[string]string{"readonly": "1"}
	if l.Time > 0 {
		s["max_execution_time"] = strconv.FormatFloat(l.Time.Seconds(), 'f', 3, 64)
		s["timeout_overflow_mode"] = "throw"
	}
	for name, n := range map[string]uint64{"max_memory_usage": l.Memory, "max_bytes_to_read": l.ReadBytes, "max_rows_to_read": l.ReadRows, "max_result_rows": l.ResultRows} {
		if n > 0 {
			s[name] = strconv.FormatUint(n, 10)
		}
	}
	if l.Memory > 0 {
		// What grows beyond goes to the disk instead.
		for _, name := range []string{"max_bytes_before_external_group_by", "max_bytes_before_external_sort"} {
			s[name] = strconv.FormatUint(l.Memory/3, 10)
		}
	}
	return s
}

// Errors that say which limit ended a query; from every method that runs one.
// A caller whose engine is gone (engine.ErrEngineGone) may ask once more.
var (
	ErrTimeout = errors.New("it took longer than allowed; narrow the range or the filter")
	ErrMemory  = errors.New("it needed more memory than allowed; group by fewer fields or narrow the range")
	ErrTooMuch = errors.New("it would read or return more than allowed; narrow the range or set a limit")
)

// Runner answers requests from a store. It is safe for concurrent use.
type Runner struct {
	conn *engine.Conn
	cfg  Config
	log  *slog.Logger

	functions *functionNames // the engine's, for the guard
	memory    *memory        // nil: nothing is kept
	version   version        // of the store, under which answers are kept
}

// New returns a runner. It asks nothing of the engine.
func New(conn *engine.Conn, cfg Config, log *slog.Logger) *Runner {
	cfg.Limits = cfg.Limits.or(DefaultLimits())
	if cfg.Retry == nil {
		cfg.Retry = func(_ context.Context, ask func() error) error { return ask() }
	}
	return &Runner{conn: conn, cfg: cfg, log: log, functions: new(functionNames)}
}

// Explain says how a request would be answered.
func (r *Runner) Explain(ctx context.Context, req Request) (Plan, error) {
	q, err := check(req)
	if err != nil {
		return Plan{}, err
	}
	return r.plan(ctx, q)
}

// Run answers a request. Records come newest first, groups by the first
// aggregate from the largest down, buckets by time and then so, unless Order
// says otherwise. When ctx ends or the sink gives an error, the engine stops.
//
// Mistakes in the request are a [*RequestError] or a *filter.Error.
func (r *Runner) Run(ctx context.Context, req Request, sink Sink) (Meta, error) {
	begun := time.Now()
	q, err := check(req)
	if err != nil {
		return Meta{}, err
	}
	r = r.Now(ctx)
	plan, err := r.plan(ctx, q)
	if err != nil {
		return Meta{}, err
	}
	if !q.keepable() || r.version.held == nil {
		meta, err := r.run(ctx, q, plan, sink)
		meta.Elapsed = time.Since(begun)
		return meta, err
	}
	// Who asks first gets the rows as they come, the others all at once.
	first := false
	told, err := recall(ctx, r, q.since(), q.Until, q.identity(plan), func() (*answered, int, error) {
		first = true
		keep := &answered{Sink: sink, most: r.memory.most / 4}
		var err error
		keep.meta, err = r.run(ctx, q, plan, keep)
		keep.Sink = nil
		keep.meta.Gaps, keep.meta.Warnings = slices.Clip(keep.meta.Gaps), slices.Clip(keep.meta.Warnings) // callers add to theirs
		if keep.most < 0 {
			return keep, -1, err
		}
		return keep, keep.size + len(plan.SQL) + 1000, err
	})
	meta := told.meta
	if err == nil && !first {
		err = told.replay(q, sink)
	}
	meta.Elapsed = time.Since(begun)
	return meta, err
}

// run asks the engine for an answer and for what is to be said of it.
func (r *Runner) run(ctx context.Context, q *checked, plan Plan, sink Sink) (Meta, error) {
	var before engine.Summary
	if q.newestFirst() {
		var err error
		if plan, before, err = r.narrow(ctx, q, plan); err != nil {
			return Meta{}, err
		}
	}
	meta := Meta{Counted: CountedRecords, Table: plan.Table, Why: plan.Why, Since: q.Since, Until: q.Until}
	if q.aggregating() && !q.Records {
		meta.Counted = CountedOnce
	}
	cut := q.Limit
	if q.Bucket > 0 && len(q.GroupBy) > 0 {
		cut = 0 // the limit is of groups, not of rows
	}
	if err := r.stream(ctx, plan.statement, q, cut, sink, &meta); err != nil {
		return meta, err
	}
	meta.Scanned, meta.Bytes = meta.Scanned+before.ReadRows, meta.Bytes+before.ReadBytes
	if q.Bare {
		return meta, nil
	}
	return meta, r.complete(ctx, &meta, func(m *Meta) error { return r.describe(ctx, q, m) })
}

// keepable reports whether the answer is small enough to be kept, as far as the
// question tells.
func (q *checked) keepable() bool { return q.Limit > 0 && q.Limit <= 50_000 || q.aggregating() }

// identity tells questions apart that have other answers.
func (q *checked) identity(p Plan) string {
	names := make([]string, len(q.columns))
	for i, c := range q.columns {
		names[i] = c.Name
	}
	return fmt.Sprintf("%s\x00%v\x00%v\x00%v %v %v %v\x00%v %v %v %v %v %v\x00%v\x00%v %v",
		p.SQL, p.Params, names, q.Since.UnixNano(), q.Until.UnixNano(), q.Bucket, q.Limit,
		q.Records, q.TrafficOnly, q.Bare, q.Pages, q.IDs, q.After, q.Scope, q.bound.NegatedOnly(), q.Limits)
}

// answered is an answer that is kept while it goes on to a sink.
type answered struct {
	Sink
	rows []Row
	meta Meta
	size int
	most int // bytes to be kept; below zero: it was too much
}

// Row implements [Sink].
func (a *answered) Row(row Row) error {
	if a.most >= 0 {
		kept := row.clone()
		a.rows = append(a.rows, kept)
		for _, cell := range kept.cells {
			a.size += len(cell) + 24
		}
		if a.size > a.most {
			a.rows, a.most = nil, -1
		}
	}
	return a.Sink.Row(row)
}

// replay gives out the answer once more.
func (a *answered) replay(q *checked, sink Sink) error {
	if err := sink.Begin(q.columns); err != nil {
		return err
	}
	for _, row := range a.rows {
		if err := sink.Row(row); err != nil {
			return err
		}
	}
	return nil
}

// complete adds to the meta of an answer whose rows are out.
func (r *Runner) complete(ctx context.Context, meta *Meta, add func(*Meta) error) error {
	return r.cfg.Retry(ctx, func() error {
		m := *meta
		err := add(&m)
		if err == nil {
			*meta = m
		}
		return err
	})
}

// errCut ends a query whose answer is long enough.
var errCut = errors.New("cut")

func (r *Runner) stream(ctx context.Context, st statement, q *checked, cut int, sink Sink, meta *Meta) error {
	limits := q.Limits.or(r.cfg.Limits)
	if err := sink.Begin(q.columns); err != nil {
		return err
	}
	sum, err := r.query(ctx, st.sql, st.params, limits, q.small(), st.answer.into, func(rows int) error {
		for i := range rows {
			if cut > 0 && meta.Rows == uint64(cut) {
				meta.Truncated = true
				if q.Pages {
					meta.Next = st.answer.places.next(q)
				}
				return errCut
			}
			if err := sink.Row(st.answer.row(i)); err != nil {
				return err
			}
			meta.Rows++
			if q.Pages {
				st.answer.places.pass(i)
			}
		}
		return nil
	})
	meta.Scanned, meta.Bytes, meta.AtLeast = sum.ReadRows, sum.ReadBytes, sum.Partial
	if errors.Is(err, errCut) {
		return nil
	}
	return err
}

// query runs one statement under limits.
func (r *Runner) query(ctx context.Context, sql string, params map[string]string, limits Limits, whole bool, into proto.Result, onBlock func(int) error) (engine.Summary, error) {
	sum, err := r.conn.Select(ctx, sql, engine.Options{Database: r.cfg.Database, Settings: limits.settings(), Params: params, WaitEnd: whole}, into, onBlock)
	return sum, explain(err, limits)
}

// explain says in weir's words which limit a query met.
func explain(err error, limits Limits) error {
	var e *engine.Error
	switch {
	case err == nil || !errors.As(err, &e):
		return err
	case engine.IsTimeout(err):
		return fmt.Errorf("query stopped after %s: %w", limits.Time, ErrTimeout)
	case engine.IsMemory(err):
		return fmt.Errorf("query stopped: %w (%w)", ErrMemory, err)
	case engine.IsLimit(err):
		return fmt.Errorf("query stopped: %w (%w)", ErrTooMuch, err)
	}
	return err
}

// any reports whether a query over a range gives a row.
func (r *Runner) any(ctx context.Context, since, until time.Time, sql string) (bool, error) {
	return r.anyWith(ctx, since, until, sql, nil)
}

func (r *Runner) anyWith(ctx context.Context, since, until time.Time, sql string, params map[string]string) (bool, error) {
	return recall(ctx, r, since, until, fmt.Sprintf("any %s %v", sql, params), func() (bool, int, error) {
		found := false
		_, err := r.query(ctx, sql, params, r.cfg.Limits, true, new(proto.Results).Auto(), func(rows int) error {
			found = found || rows > 0
			return nil
		})
		return found, len(sql), err
	})
}

// coversAll reports whether the range holds the start of every stored record.
func (r *Runner) coversAll(ctx context.Context, since, until time.Time) (bool, error) {
	days, err := r.days(ctx)
	if err != nil || len(days) == 0 {
		return false, err
	}
	first, last := days[0].first, days[len(days)-1].last
	return (since.IsZero() || !first.Before(since)) && (until.IsZero() || last.Before(until)), nil
}
