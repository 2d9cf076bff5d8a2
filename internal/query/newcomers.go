package query

import (
	"context"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// knownValues is how many values of a field are compared here with those before a range,
// and not by the engine.
const knownValues = 10_000

// Newcomers returns the groups of a request by one field that no record before its range
// is in, as Run with New does. It asks for those before the range apart: they mostly stay
// as they are, and then are remembered. Fields of records have too many values for that.
func (r *Runner) Newcomers(ctx context.Context, req Request) (Table, Meta, error) {
	r = r.Now(ctx)
	var known, now Table
	var meta Meta
	if r.version.held != nil && len(req.GroupBy) == 1 && record.Get(req.GroupBy[0]).Place != record.PlaceRow {
		past := req
		past.Since, past.Until, past.Limit, past.Aggregates, past.Order = time.Time{}, req.Since, knownValues, []Aggregate{{Function: Count}}, nil
		var err error
		if meta, err = r.Run(ctx, past, &known); err != nil {
			return now, meta, err
		}
	}
	limit := req.Limit
	if len(known.Rows) == 0 || meta.Truncated {
		known.Rows, req.New = nil, true
	} else {
		req.Limit = 0
	}
	before := meta
	meta, err := r.Run(ctx, req, &now)
	meta.Scanned, meta.Bytes, meta.AtLeast = meta.Scanned+before.Scanned, meta.Bytes+before.Bytes, meta.AtLeast || before.AtLeast
	if err != nil || req.New {
		return now, meta, err
	}
	seen := make(map[string]bool, len(known.Rows))
	for _, row := range known.Rows {
		seen[string(row.JSON(0))] = true
	}
	now.Rows = slices.DeleteFunc(now.Rows, func(row Row) bool { return seen[string(row.JSON(0))] })
	if limit > 0 && len(now.Rows) > limit {
		now.Rows, meta.Truncated = now.Rows[:limit], true
	}
	meta.Rows = uint64(len(now.Rows))
	return now, meta, nil
}
