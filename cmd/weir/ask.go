package main

import (
	"context"

	"github.com/weir-flow/weir/internal/query"
)

// askRequest answers a typed request. Where a rank was asked for, the limit is
// part of the question and not told of as a cut.
func (c *cli) askRequest(ctx context.Context, l place, r query.Request, rank bool) error {
	runner := l.Query()
	return c.ask(ctx, l, func(sink query.Sink) (query.Meta, error) {
		meta, err := runner.Run(ctx, r, sink)
		meta.Truncated = meta.Truncated && !rank
		return meta, err
	})
}

// ask writes an answer, and tells that it works until the first row.
func (c *cli) ask(ctx context.Context, l place, run func(query.Sink) (query.Meta, error)) error {
	stop := c.working("asking")
	defer stop()
	return c.answer(func(sink query.Sink) (query.Meta, error) {
		defer stop()
		return l.Ask(ctx, &firstSink{Sink: sink, first: stop}, run)
	})
}

// firstSink calls first before the first row.
type firstSink struct {
	query.Sink
	first func()
	rows  bool
}

func (s *firstSink) Row(row query.Row) error {
	if !s.rows {
		s.first()
		s.rows = true
	}
	return s.Sink.Row(row)
}
