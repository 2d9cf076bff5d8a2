package query

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
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

	functions functionNames // the engine's, for the guard
}

// New returns a runner. It asks nothing of the engine.
func New(conn *engine.Conn, cfg Config, log *slog.Logger) *Runner {
	cfg.Limits = cfg.Limits.or(DefaultLimits())
	if cfg.Retry == nil {
		cfg.Retry = func(_ context.Context, ask func() error) error { return ask() }
	}
	return &Runner{conn: conn, cfg: cfg, log: log}
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
	plan, err := r.plan(ctx, q)
	if err != nil {
		return Meta{}, err
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
	if !q.Bare {
		err = r.complete(ctx, &meta, func(m *Meta) error { return r.describe(ctx, q, m) })
	}
	meta.Elapsed = time.Since(begun)
	return meta, err
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

// any reports whether a query gives a row.
func (r *Runner) any(ctx context.Context, sql string) (bool, error) {
	return r.anyWith(ctx, sql, nil)
}

func (r *Runner) anyWith(ctx context.Context, sql string, params map[string]string) (bool, error) {
	found := false
	_, err := r.query(ctx, sql, params, r.cfg.Limits, true, new(proto.Results).Auto(), func(rows int) error {
		found = found || rows > 0
		return nil
	})
	return found, err
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
