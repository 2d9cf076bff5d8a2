package ledger

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// What can be out of date about a day.
const (
	Rollups = "rollups" // they differ from the rows
	Counted = "counted" // facts learned later change which witness counts
)

// A DirtyDay is a day of which something has to be computed anew from its rows.
type DirtyDay struct {
	Day   uint32 // 20260131, UTC
	What  string // [Rollups], [Counted]
	Since time.Time
	gen   int64
}

// MarkDirty notes that something about days is out of date, until it is
// cleared: a process that dies over the work leaves it to the next.
func (l *Ledger) MarkDirty(ctx context.Context, what string, days ...uint32) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error { return l.markDirty(tx, what, days) })
	if err != nil {
		return fmt.Errorf("mark days dirty: %w", err)
	}
	return nil
}

func (l *Ledger) markDirty(tx *state.Tx, what string, days []uint32) error {
	for _, day := range days {
		_, err := tx.Exec(`INSERT INTO dirty_days(day, what, gen, since) VALUES (?, ?, 1, `+l.now+`)
			ON CONFLICT (day, what) DO UPDATE SET gen = dirty_days.gen + 1`, day, what)
		if err != nil {
			return err
		}
	}
	return nil
}

// Restream says that an object is a piece of another stream than was thought when it
// was taken: its bytes came again under a name that tells. Its days are dirty then.
func (l *Ledger) Restream(ctx context.Context, id ObjectID, stream string) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		var had string
		err := tx.Row(`SELECT stream FROM objects WHERE id = ?`, []any{id}, &had)
		if err != nil || had == stream {
			return err
		}
		if _, err := tx.Exec(`UPDATE objects SET stream = ? WHERE id = ?`, stream, id); err != nil {
			return err
		}
		days, err := column[uint32](tx, `SELECT DISTINCT d.day FROM part_days AS d JOIN parts AS p ON p.id = d.part WHERE p.object = ? AND d.row_count > 0`, id)
		if err != nil {
			return err
		}
		return l.markDirty(tx, Counted, days)
	})
	if err != nil {
		return fmt.Errorf("name stream of object %d: %w", id, err)
	}
	return nil
}

// Heard is a moment in what all processes together take in and forget.
type Heard struct{ acknowledged, forgotten uint64 }

// Hear returns the present moment. What is acknowledged by now can be read from
// the store; parts that are pending by now ([Ledger.PartsOf]) must be left out, as
// they may yet go.
func (l *Ledger) Hear(ctx context.Context) (Heard, error) {
	var h Heard
	err := l.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT (SELECT value FROM counters WHERE name = 'seq'), (SELECT value FROM counters WHERE name = 'forgotten')`,
			nil, &h.acknowledged, &h.forgotten)
	})
	if err != nil {
		return h, fmt.Errorf("look up last batch: %w", err)
	}
	return h, nil
}

// recount marks the days of a manifest whose rows may mean something else now.
func (l *Ledger) recount(tx *state.Tx, m *Manifest) error {
	days := slices.Clone(m.Recount)
	for day, heard := range m.Heard {
		var others bool
		// Batches come first: those since then are few, the parts of a day are not.
		const parts = `SELECT 1 FROM batches AS b CROSS JOIN parts AS p ON p.batch = b.id CROSS JOIN part_days AS d ON d.part = p.id
			WHERE b.instance <> ? AND d.day = ? AND d.row_count > 0 AND `
		err := tx.Row(`SELECT EXISTS (`+parts+`b.state <> 'acknowledged') OR EXISTS (`+parts+`b.state = 'acknowledged' AND b.seq > ?)
				OR (SELECT value FROM counters WHERE name = 'forgotten') > ?`,
			[]any{l.instance, day, l.instance, day, heard.acknowledged, heard.forgotten}, &others)
		if err != nil {
			return err
		}
		if others {
			days = append(days, day)
		}
	}
	return l.markDirty(tx, Counted, days)
}

// DirtyDays lists what is to be computed anew, by day.
func (l *Ledger) DirtyDays(ctx context.Context) ([]DirtyDay, error) {
	var days []DirtyDay
	err := l.db.View(ctx, func(tx *state.Tx) error {
		days = nil
		return tx.Each(`SELECT day, what, gen, since FROM dirty_days ORDER BY day, what`, nil, func(scan func(...any) error) error {
			var d DirtyDay
			var since int64
			err := scan(&d.Day, &d.What, &d.gen, &since)
			d.Since = fromMicro(since)
			days = append(days, d)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list dirty days: %w", err)
	}
	return days, nil
}

// Renewing notes before the records of a day are replaced that the first which will mean
// something else starts at first, Unix seconds. [Ledger.ClearDirty] makes it known to
// those who follow the ledger ([Cut]), and so does the process that goes on with the
// day when this one dies.
func (l *Ledger) Renewing(ctx context.Context, day uint32, first int64) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		_, err := tx.Exec(`INSERT INTO renewed(day, seq, first) VALUES (?, 0, ?)
			ON CONFLICT (day, seq) DO UPDATE SET first = CASE WHEN renewed.first < excluded.first THEN renewed.first ELSE excluded.first END`, day, first)
		return err
	})
	if err != nil {
		return fmt.Errorf("note what means something else: %w", err)
	}
	return nil
}

// keepRenewed is for how many batches renewals are remembered: nobody follows from so far
// behind without going over everything.
const keepRenewed = 1_000_000

// renewed makes known that the records of a day mean something else now.
func renewed(tx *state.Tx, day uint32) error {
	var pending bool
	if err := tx.Row(`SELECT EXISTS (SELECT 1 FROM renewed WHERE day = ? AND seq = 0)`, []any{day}, &pending); err != nil || !pending {
		return err
	}
	seq, err := next(tx, "seq", 1)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`UPDATE renewed SET seq = ? WHERE day = ? AND seq = 0`, seq, day); err != nil {
		return err
	}
	_, err = tx.Exec(`DELETE FROM renewed WHERE seq > 0 AND seq < ?`, seq-keepRenewed)
	return err
}

// ClearDirty notes that a day of [Ledger.DirtyDays] was computed anew. A day
// that was marked again since it was listed stays dirty.
func (l *Ledger) ClearDirty(ctx context.Context, days ...DirtyDay) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		for _, d := range days {
			if _, err := tx.Exec(`DELETE FROM dirty_days WHERE day = ? AND what = ? AND gen = ?`, d.Day, d.What, d.gen); err != nil {
				return err
			}
			if err := renewed(tx, d.Day); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("clear dirty days: %w", err)
	}
	return nil
}

// DropDays notes that the records of days have left the store, which closes the
// days ([ClosedDay]). An object that has no row left leaves the ledger, with its
// bad lines, and could be taken in again; one that is not read to its end stays,
// as its parts tell how far it is in.
func (l *Ledger) DropDays(ctx context.Context, days ...uint32) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		if err := tx.Script(`CREATE TEMP TABLE IF NOT EXISTS touched(object <int> NOT NULL PRIMARY KEY); DELETE FROM touched`); err != nil {
			return err
		}
		for _, day := range days {
			_, err := tx.Exec(`INSERT INTO touched(object) SELECT DISTINCT p.object FROM part_days AS d JOIN parts AS p ON p.id = d.part
				WHERE d.day = ? ON CONFLICT (object) DO NOTHING`, day)
			if err != nil {
				return err
			}
			if _, err := tx.Exec(`DELETE FROM part_days WHERE day = ?`, day); err != nil {
				return err
			}
			if _, err := tx.Exec(`DELETE FROM dirty_days WHERE day = ?`, day); err != nil {
				return err
			}
			if _, err := tx.Exec(`DELETE FROM renewed WHERE day = ?`, day); err != nil {
				return err
			}
			if _, err := tx.Exec(tx.Dialect().Upsert("closed_days", []string{"day"}, []string{"dropped"}), day, 1); err != nil {
				return err
			}
		}
		_, err := tx.Exec(`DELETE FROM objects WHERE id IN (SELECT object FROM touched) AND state = 'stored' AND stored > 0 AND NOT EXISTS (
				SELECT 1 FROM parts AS p JOIN part_days AS d ON d.part = p.id WHERE p.object = objects.id AND d.row_count > 0)`)
		if err != nil {
			return err
		}
		return dropEmptyBatches(tx)
	})
	if err != nil {
		return fmt.Errorf("drop days: %w", err)
	}
	return nil
}

func dropEmptyBatches(tx *state.Tx) error {
	_, err := tx.Exec(`DELETE FROM batches WHERE state <> 'pending' AND NOT EXISTS (SELECT 1 FROM parts WHERE batch = batches.id)`)
	return err
}

// PartRows is how many rows of a day the store should hold under a part number.
type PartRows struct {
	Part    uint32
	Rows    uint64
	Pending bool   // not acknowledged: the store may hold none, some or all
	Stream  string // of the object
}

// PartsOf lists the parts that have rows in a day, by number: what a check
// compares the store with.
func (l *Ledger) PartsOf(ctx context.Context, day uint32) ([]PartRows, error) {
	var parts []PartRows
	err := l.db.View(ctx, func(tx *state.Tx) error {
		parts = nil
		return tx.Each(`SELECT d.part, d.row_count, b.state <> 'acknowledged', o.stream
			FROM part_days AS d JOIN parts AS p ON p.id = d.part JOIN batches AS b ON b.id = p.batch JOIN objects AS o ON o.id = p.object
			WHERE d.day = ? AND d.row_count > 0 ORDER BY d.part`, []any{day}, func(scan func(...any) error) error {
			var p PartRows
			err := scan(&p.Part, &p.Rows, &p.Pending, &p.Stream)
			parts = append(parts, p)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list parts of day %d: %w", day, err)
	}
	return parts, nil
}

// Days lists the days that have rows, ascending.
func (l *Ledger) Days(ctx context.Context) ([]uint32, error) {
	var days []uint32
	err := l.db.View(ctx, func(tx *state.Tx) (err error) {
		days, err = column[uint32](tx, `SELECT DISTINCT day FROM part_days WHERE row_count > 0 ORDER BY day`)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list days: %w", err)
	}
	return days, nil
}

// LastPart is the highest part number given out so far. Rows with a higher one
// belong to nothing: after a restore they are what was stored between the
// backup of the state and that of the store, and have to go.
func (l *Ledger) LastPart(ctx context.Context) (uint32, error) {
	var last uint32
	err := l.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT value FROM counters WHERE name = 'part'`, nil, &last)
	})
	if err != nil {
		return 0, fmt.Errorf("look up last part: %w", err)
	}
	return last, nil
}
