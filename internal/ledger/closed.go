package ledger

import (
	"context"
	"fmt"

	"github.com/weir-flow/weir/internal/state"
)

// A ClosedDay is a day whose records were dropped because of their age. Its
// roll-ups outlive them and cannot be computed anew. What is taken in of it later
// is stored, until it is dropped as well, and not added to them: it may be what
// they count already.
type ClosedDay struct {
	Day     uint32 // 20260131, UTC
	Dropped bool   // false: somebody is dropping its records, or died over it
}

// CloseDay notes that the records of a day are about to be dropped from the store.
// [Ledger.DropDays] notes the end of it.
func (l *Ledger) CloseDay(ctx context.Context, day uint32) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		_, err := tx.Exec(tx.Dialect().Upsert("closed_days", []string{"day"}, []string{"dropped"}), day, 0)
		return err
	})
	if err != nil {
		return fmt.Errorf("close day %d: %w", day, err)
	}
	return nil
}

// ClosedDays lists the days that are closed, ascending.
func (l *Ledger) ClosedDays(ctx context.Context) ([]ClosedDay, error) {
	var days []ClosedDay
	err := l.db.View(ctx, func(tx *state.Tx) error {
		days = nil
		return tx.Each(`SELECT day, dropped FROM closed_days ORDER BY day`, nil, func(scan func(...any) error) error {
			var d ClosedDay
			err := scan(&d.Day, &d.Dropped)
			days = append(days, d)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list closed days: %w", err)
	}
	return days, nil
}

// ReopenDays notes that nothing is left of closed days, no roll-up either.
func (l *Ledger) ReopenDays(ctx context.Context, days ...uint32) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		for _, day := range days {
			if _, err := tx.Exec(`DELETE FROM closed_days WHERE day = ? AND dropped = 1`, day); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("reopen days: %w", err)
	}
	return nil
}
