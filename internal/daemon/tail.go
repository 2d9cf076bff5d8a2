package daemon

import (
	"context"
	"math"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/replay"
)

// tailEvery is how often it is looked for what was stored.
const tailEvery = 200 * time.Millisecond

// Follow hands out the records that match a request for records as they are stored, by
// any process on the directory, until ctx ends or fresh fails. At most as many as most
// says are handed out of a second's, 0: all; fresh is told how many others matched.
// The rows of a table are newest first. begun is called once nothing more is missed.
func (l *Lookup) Follow(ctx context.Context, r query.Request, most int, begun func() error, fresh func(t query.Table, missed uint64) error) error {
	var t *replay.Tail
	err := l.Retry(ctx, func() (err error) {
		t, err = replay.NewTail(ctx, l.Ledger, 0)
		return err
	})
	if err != nil {
		return err
	}
	if err := begun(); err != nil {
		return err
	}
	if most <= 0 {
		most = math.MaxInt32
	}
	tick := time.NewTicker(tailEvery)
	defer tick.Stop()
	second, shown := time.Now(), 0
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
		if time.Since(second) >= time.Second {
			second, shown = time.Now(), 0
		}
		shares, err := t.Next(ctx)
		if err == nil && len(shares) > 0 {
			var rows query.Table
			var matched uint64
			if rows, matched, err = l.fresh(ctx, r, shares, most-shown); err == nil && matched > 0 {
				shown += len(rows.Rows)
				if err := fresh(rows, matched-uint64(len(rows.Rows))); err != nil {
					return err
				}
			}
		}
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return err
		}
	}
}

func (l *Lookup) fresh(ctx context.Context, r query.Request, shares []ledger.Share, most int) (rows query.Table, matched uint64, err error) {
	err = l.Retry(ctx, func() (err error) {
		r.Now = time.Now()
		matched, err = replay.Selection{Query: l.Query(), Request: r}.Read(ctx, shares, max(0, most), &rows)
		return err
	})
	return rows, matched, err
}
