package replay

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// keepTold is how far before the watermark findings can still be taken back.
const keepTold = int64(400 * 24 * time.Hour)

// hand gives out what a step has found, and takes back what was found before in the
// same time, which begins at base, and was not found again. From is the start of the
// earliest record that is new. What stands is written down before it is given out, and
// until it is taken back, so that a process may die in between.
func (f *Follower) hand(ctx context.Context, base, from int64, out *collector) error {
	found := out.Take()
	if f.Snapshots == nil || f.Withdraw == nil {
		return f.Sink(ctx, found)
	}
	gone, err := f.note(ctx, base, from, found, out.told)
	if err != nil {
		return fmt.Errorf("write down what was found: %w", err)
	}
	if err := f.Sink(ctx, found); err != nil || len(gone) == 0 {
		return err
	}
	if err := f.Withdraw(ctx, gone); err != nil {
		return err
	}
	return f.Snapshots.DB.Tx(ctx, func(tx *state.Tx) error {
		for _, id := range gone {
			if _, err := tx.Exec(`DELETE FROM told WHERE id = ?`, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// note writes down what stands and returns what does no more.
func (f *Follower) note(ctx context.Context, base, from int64, found []finding.Finding, told map[string]int64) (gone []string, err error) {
	days, err := f.Ledger.Days(ctx)
	if err != nil {
		return nil, err
	}
	digest := f.Snapshots.Digest
	err = f.Snapshots.DB.Tx(ctx, func(tx *state.Tx) error {
		gone = nil
		behind, err := f.seesAll(tx, max(base, f.begin), from, days)
		if err != nil {
			return err
		}
		before := map[string]int64{}
		err = tx.Each(`SELECT id, at FROM told WHERE digest = ? AND at > ?`, []any{digest, base}, func(scan func(...any) error) error {
			var id string
			var at int64
			err := scan(&id, &at)
			before[id] = at
			if _, again := told[id]; !again && at >= behind {
				gone = append(gone, id)
			}
			return err
		})
		if err != nil {
			return err
		}
		slices.Sort(gone)
		for _, n := range found {
			at := told[n.ID]
			if before[n.ID] == at || f.Holds != nil && f.Holds(n.Rule) {
				continue
			}
			// What was told before base was told in records that are as they were.
			_, err := tx.Exec(`INSERT INTO told(id, digest, at) VALUES (?, ?, ?) ON CONFLICT(id) DO UPDATE SET
				at = CASE WHEN told.digest = excluded.digest AND told.at <= ? THEN told.at ELSE excluded.at END, digest = excluded.digest`,
				n.ID, digest, at, base)
			if err != nil {
				return err
			}
		}
		if f.settled-f.saved < every {
			return nil
		}
		_, err = tx.Exec(`DELETE FROM told WHERE digest <> ? OR at < ?`, digest, f.settled-keepTold)
		return err
	})
	return gone, err
}

// seesAll returns the event time from which on detectors that begin at a moment see
// all that was ever seen: where old days were dropped, what was found with them is not
// to be doubted.
func (f *Follower) seesAll(tx *state.Tx, begin, from int64, days []uint32) (int64, error) {
	first := int64(math.MaxInt64)
	err := tx.Each(`SELECT first FROM reached`, nil, func(scan func(...any) error) error { return scan(&first) })
	if err != nil {
		return 0, err
	}
	oldest := int64(math.MaxInt64)
	for _, d := range days {
		oldest = min(oldest, store.Day(d).Start().UnixNano())
	}
	least := first
	if from != math.MaxInt64 {
		least = min(least, from/int64(time.Second))
	}
	if oldest != math.MaxInt64 {
		least = min(least, oldest/int64(time.Second))
	}
	if least < first {
		if _, err := tx.Exec(`DELETE FROM reached`); err != nil {
			return 0, err
		}
		if _, err := tx.Exec(`INSERT INTO reached(first) VALUES (?)`, least); err != nil {
			return 0, err
		}
	}
	switch {
	case oldest == math.MaxInt64:
		return math.MaxInt64, nil // nothing is there any more
	case begin >= oldest || oldest <= least*int64(time.Second):
		return 0, nil
	}
	return oldest + warmUp, nil
}
