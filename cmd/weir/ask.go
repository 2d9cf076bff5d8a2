package main

import (
	"context"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
)

// askRequest answers a typed request. Where a rank was asked for, the limit is
// part of the question and not told of as a cut.
func (c *cli) askRequest(ctx context.Context, l *daemon.Lookup, r query.Request, rank bool) error {
	runner := l.Query()
	return c.ask(ctx, l, func(sink query.Sink) (query.Meta, error) {
		meta, err := runner.Run(ctx, r, sink)
		meta.Truncated = meta.Truncated && !rank
		return meta, err
	})
}

// ask writes an answer. When the engine goes away before the first row it is
// asked again; after that the answer cannot be begun anew.
func (c *cli) ask(ctx context.Context, l *daemon.Lookup, run func(query.Sink) (query.Meta, error)) error {
	stop := c.working("asking")
	defer stop()
	return c.answer(func(sink query.Sink) (meta query.Meta, err error) {
		defer stop()
		once := &onceSink{Sink: sink, first: stop}
		var last error
		err = l.Retry(ctx, func() error {
			if once.rows {
				return &doneError{last}
			}
			meta, last = run(once)
			return last
		})
		if done, ok := err.(*doneError); ok { //nolint:errorlint // made here, never wrapped
			err = done.err
		}
		return meta, err
	})
}

// doneError hides an error from being tried again.
type doneError struct{ err error }

func (e *doneError) Error() string { return e.err.Error() }

// onceSink lets an answer begin again as long as no row has gone out.
type onceSink struct {
	query.Sink
	first       func() // called before the first row
	begun, rows bool
}

func (s *onceSink) Begin(columns []query.Column) error {
	if s.begun {
		return nil
	}
	s.begun = true
	return s.Sink.Begin(columns)
}

func (s *onceSink) Row(row query.Row) error {
	if !s.rows {
		s.first()
		s.rows = true
	}
	return s.Sink.Row(row)
}
