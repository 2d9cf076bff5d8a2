package daemon

import (
	"context"
	"errors"

	"github.com/weir-flow/weir/internal/query"
)

// Ask runs a question whose rows go to sink. When the engine goes away before the
// first row it is asked again; after that the answer cannot be begun anew, and ends
// with the error.
func (l *Lookup) Ask(ctx context.Context, sink query.Sink, run func(query.Sink) (query.Meta, error)) (query.Meta, error) {
	once := &onceSink{Sink: sink}
	var meta query.Meta
	var failed error
	err := l.Retry(ctx, func() error {
		meta, failed = run(once)
		if once.rows {
			return nil
		}
		return failed
	})
	if once.rows {
		err = errors.Join(failed, err)
	}
	return meta, err
}

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
