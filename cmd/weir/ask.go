package main

import (
	"context"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
)

// askRequest answers a typed request. When the engine goes away before the first
// row it is asked again; after that the answer cannot be begun anew.
func (c *cli) askRequest(ctx context.Context, l *daemon.Lookup, r query.Request) error {
	return c.ask(ctx, l, func(sink query.Sink) (query.Meta, error) { return l.Query().Run(ctx, r, sink) })
}

func (c *cli) ask(ctx context.Context, l *daemon.Lookup, run func(query.Sink) (query.Meta, error)) error {
	return c.answer(func(sink query.Sink) (meta query.Meta, err error) {
		once := &onceSink{Sink: sink}
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
	s.rows = true
	return s.Sink.Row(row)
}
