package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/weir-flow/weir/internal/state"
)

// Debris is what has to leave the store before objects can be taken again:
// rows of a process that died, of a batch that was given up, or of objects to
// be forgotten. It stays in the ledger until [Ledger.Rollback]; a process that
// dies over it leaves it to the next [Ledger.Adopt].
type Debris struct {
	Batches []uint64 // batches that will never be acknowledged
	Parts   []uint32 // delete the rows with these numbers, ascending; more than the batches' own
	Days    []uint32 // days those rows, and their share of the roll-ups, lie in, ascending
	RowDays []uint32 // those of Days that the rows lie in, ascending
	Objects []Remnant
	Dead    []string // processes it was taken over from just now
}

// Remnant is an object that loses rows.
type Remnant struct {
	Object
	// Kept is how far the object stays in; it will be resumed there. When that
	// is its Start, nothing of it is kept and it leaves the ledger.
	Kept  Position
	first int64 // the first part that goes
}

// Empty says that there is nothing to do.
func (d *Debris) Empty() bool { return len(d.Batches) == 0 && len(d.Objects) == 0 }

// Orphan is a batch or object in the hands of a process that is dead.
type Orphan struct {
	Instance string
	Batch    uint64   // 0 for an object
	Object   ObjectID // 0 for a batch
}

// busyObjects are the few that are not settled, said as their index says it.
const busyObjects = `state <> 'stored' AND state <> 'forgotten'`

// Orphans lists what dead processes hold, without touching it.
func (l *Ledger) Orphans(ctx context.Context) ([]Orphan, error) {
	var orphans []Orphan
	alive := l.remember()
	err := l.db.View(ctx, func(tx *state.Tx) error {
		orphans = nil
		return tx.Each(`SELECT instance, id, 0 FROM batches WHERE state <> 'acknowledged'
			UNION ALL SELECT instance, 0, id FROM objects WHERE `+busyObjects+` AND instance <> ''`,
			nil, func(scan func(...any) error) error {
				var o Orphan
				err := scan(&o.Instance, &o.Batch, &o.Object)
				if err == nil && !alive(o.Instance) {
					orphans = append(orphans, o)
				}
				return err
			})
	})
	if err != nil {
		return nil, fmt.Errorf("list orphans: %w", err)
	}
	return orphans, nil
}

// Adopt takes over what dead processes left, so that nobody else does, and
// returns it with all debris this process has not cleared away yet. The caller
// then, holding Days exclusively, deletes the rows of Parts and calls
// [Ledger.Rollback].
//
// A dead process may have an insert under way in the engine; the caller sees
// that it has ended first.
func (l *Ledger) Adopt(ctx context.Context) (*Debris, error) {
	var d *Debris
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		alive := l.remember()
		var dead []string
		err := tx.Each(`SELECT instance FROM batches WHERE state <> 'acknowledged'
			UNION SELECT instance FROM objects WHERE `+busyObjects+` AND instance <> ''`,
			nil, func(scan func(...any) error) error {
				var instance string
				err := scan(&instance)
				if err == nil && !alive(instance) {
					dead = append(dead, instance)
				}
				return err
			})
		if err != nil {
			return err
		}
		for _, instance := range dead {
			_, err := tx.Exec(`UPDATE batches SET state = 'orphaned', instance = ? WHERE instance = ? AND state <> 'acknowledged'`,
				l.instance, instance)
			if err != nil {
				return err
			}
			_, err = tx.Exec(`UPDATE objects SET state = CASE state WHEN 'open' THEN 'orphaned' ELSE state END, instance = ?
				WHERE instance = ? AND `+busyObjects, l.instance, instance)
			if err != nil {
				return err
			}
		}
		var objects []ObjectID
		if objects, err = column[ObjectID](tx, `SELECT id FROM objects WHERE `+busyObjects+` AND state <> 'open' AND instance = ? ORDER BY id`, l.instance); err != nil {
			return err
		}
		d = &Debris{Dead: dead}
		if d.Batches, err = column[uint64](tx, `SELECT id FROM batches WHERE state = 'orphaned' AND state <> 'acknowledged' AND instance = ? ORDER BY id`, l.instance); err != nil {
			return err
		}
		return d.collect(tx, objects)
	})
	if err != nil {
		return nil, fmt.Errorf("adopt orphans: %w", err)
	}
	return d, nil
}

// Abandon gives up batches of this process that cannot be stored, with all
// that hangs on them: their objects, and other pending batches of these. Their
// acknowledgement fails with [ErrLost] from here on. The debris is cleared
// away as that of [Ledger.Adopt].
func (l *Ledger) Abandon(ctx context.Context, batches ...uint64) (*Debris, error) {
	var d *Debris
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		d = new(Debris)
		var objects []ObjectID
		seen := make(map[ObjectID]bool)
		todo := slices.Clone(batches)
		for len(todo) > 0 {
			batch := todo[0]
			todo = todo[1:]
			n, err := tx.Exec(`UPDATE batches SET state = 'orphaned' WHERE id = ? AND instance = ? AND state = 'pending'`, batch, l.instance)
			if err != nil {
				return err
			}
			if n == 0 {
				if slices.Contains(d.Batches, batch) {
					continue
				}
				return fmt.Errorf("batch %d: %w", batch, ErrLost)
			}
			d.Batches = append(d.Batches, batch)
			ids, err := column[ObjectID](tx, `SELECT DISTINCT object FROM parts WHERE batch = ?`, batch)
			if err != nil {
				return err
			}
			for _, id := range ids {
				if seen[id] {
					continue
				}
				seen[id] = true
				objects = append(objects, id)
				if _, err := tx.Exec(`UPDATE objects SET state = 'orphaned' WHERE id = ?`, id); err != nil {
					return err
				}
				more, err := column[uint64](tx, `SELECT DISTINCT b.id FROM parts AS p JOIN batches AS b ON b.id = p.batch
					WHERE p.object = ? AND b.state = 'pending'`, id)
				if err != nil {
					return err
				}
				todo = append(todo, more...)
			}
		}
		slices.Sort(d.Batches)
		return d.collect(tx, objects)
	})
	if err != nil {
		return nil, fmt.Errorf("abandon batches: %w", err)
	}
	return d, nil
}

// Forget begins to take an object out of the store, with all that continues it,
// which would make no sense alone. The debris is cleared away as that of
// [Ledger.Adopt]; after [Ledger.Rollback] its bytes can be taken in again. It
// fails with [ErrInFlight], [ErrOrphaned] or [ErrUnknown].
func (l *Ledger) Forget(ctx context.Context, id ObjectID) (*Debris, error) {
	var d *Debris
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		d = new(Debris)
		alive := l.remember()
		var objects []ObjectID
		for id := id; id != 0; {
			o, err := selectObject(tx, `id = ? AND state <> 'forgotten'`, id)
			switch {
			case errors.Is(err, sql.ErrNoRows):
				return ErrUnknown
			case err != nil:
				return err
			case o.State == Stored || o.State == Interrupted || o.State == Forgetting && o.Instance == l.instance:
			case alive(o.Instance):
				return fmt.Errorf("%s (%s): %w", o.Name, o.Instance, ErrInFlight)
			default:
				return fmt.Errorf("%s: %w", o.Name, ErrOrphaned)
			}
			if _, err := tx.Exec(`UPDATE objects SET state = 'forgetting', instance = ? WHERE id = ?`, l.instance, id); err != nil {
				return err
			}
			objects = append(objects, id)
			id = 0
			err = tx.Row(`SELECT id FROM objects WHERE continues = ?`, []any{o.ID}, &id)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		return d.collect(tx, objects)
	})
	if err != nil {
		return nil, fmt.Errorf("forget object %d: %w", id, err)
	}
	return d, nil
}

// collect finds which parts of the objects have to go: from the first that is
// not acknowledged on, or all when the object is to be forgotten. Parts of an
// object are numbered in the order of its content.
func (d *Debris) collect(tx *state.Tx, objects []ObjectID) error {
	days := make(map[uint32]bool) // whether rows lie in it
	for _, id := range objects {
		o, err := selectObject(tx, `id = ?`, id)
		if err != nil {
			return err
		}
		r := Remnant{Object: o, Kept: o.Start}
		cut := `SELECT COALESCE(MIN(id), 0) FROM parts WHERE object = ?`
		if o.State != Forgetting {
			cut = `SELECT COALESCE(MIN(p.id), 0) FROM parts AS p JOIN batches AS b ON b.id = p.batch WHERE p.object = ? AND b.state <> 'acknowledged'`
			// With nothing pending all that is planned is kept.
			r.Kept = o.Done
		}
		if err := tx.Row(cut, []any{id}, &r.first); err != nil {
			return err
		}
		d.Objects = append(d.Objects, r)
		if r.first == 0 {
			continue
		}
		if o.State != Forgetting {
			err := tx.Row(`SELECT from_byte, from_line FROM parts WHERE id = ?`, []any{r.first}, &r.Kept.Byte, &r.Kept.Line)
			if err != nil {
				return err
			}
			d.Objects[len(d.Objects)-1] = r
		}
		parts, err := column[uint32](tx, `SELECT id FROM parts WHERE object = ? AND id >= ?`, id, r.first)
		if err != nil {
			return err
		}
		d.Parts = append(d.Parts, parts...)
		err = tx.Each(`SELECT d.day, MAX(d.row_count > 0) FROM parts AS p JOIN part_days AS d ON d.part = p.id
			WHERE p.object = ? AND p.id >= ? GROUP BY d.day`, []any{id, r.first}, func(scan func(...any) error) error {
			var day uint32
			var rows bool
			err := scan(&day, &rows)
			days[day] = days[day] || rows
			return err
		})
		if err != nil {
			return err
		}
	}
	for day, rows := range days {
		d.Days = append(d.Days, day)
		if rows {
			d.RowDays = append(d.RowDays, day)
		}
	}
	slices.Sort(d.Parts)
	slices.Sort(d.Days)
	slices.Sort(d.RowDays)
	return nil
}

// Rollback ends what [Ledger.Adopt], [Ledger.Abandon] or [Ledger.Forget] began,
// after the caller has deleted the rows: the parts leave the ledger, the
// objects can be taken again, the roll-ups of Days are marked dirty, and RowDays
// are marked [Counted], as the rows left may now be the only witnesses of their
// flows. To roll back again changes nothing; it fails with [ErrLost] when another
// process has taken the debris over.
func (l *Ledger) Rollback(ctx context.Context, d *Debris) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		changed, forgets := false, false
		for i := range d.Objects {
			r := &d.Objects[i]
			o, err := selectObject(tx, `id = ?`, r.ID)
			if errors.Is(err, sql.ErrNoRows) || err == nil && o.State != Orphaned && o.State != Forgetting {
				continue // done before
			}
			if err != nil {
				return err
			}
			if o.Instance != l.instance {
				return fmt.Errorf("object %d: %w", r.ID, ErrLost)
			}
			changed, forgets = true, forgets || o.State == Forgetting
			if err := l.undo(tx, r); err != nil {
				return err
			}
		}
		for _, batch := range d.Batches {
			n, err := tx.Exec(`DELETE FROM batches WHERE id = ? AND state = 'orphaned' AND instance = ?`, batch, l.instance)
			if err != nil {
				return err
			}
			changed = changed || n > 0
		}
		if !changed {
			return nil
		}
		if err := dropEmptyBatches(tx); err != nil {
			return err
		}
		if forgets { // rows that other processes may have learned from
			if _, err := next(tx, "forgotten", 1); err != nil {
				return err
			}
		}
		if err := l.markDirty(tx, Counted, d.RowDays); err != nil {
			return err
		}
		return l.markDirty(tx, Rollups, d.Days)
	})
	if err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	return nil
}

func (l *Ledger) undo(tx *state.Tx, r *Remnant) error {
	if r.first != 0 {
		if _, err := tx.Exec(`DELETE FROM parts WHERE object = ? AND id >= ?`, r.ID, r.first); err != nil {
			return err
		}
	}
	if r.State == Forgetting {
		if _, err := tx.Exec(`DELETE FROM versions WHERE object = ?`, r.ID); err != nil {
			return err
		}
		_, err := tx.Exec(`UPDATE objects SET state = 'forgotten', instance = '', continues = NULL, finished_at = `+l.now+` WHERE id = ?`, r.ID)
		return err
	}
	return interrupt(tx, r.ID)
}

// column reads a query of one column.
func column[T any](tx *state.Tx, query string, args ...any) ([]T, error) {
	var out []T
	err := tx.Each(query, args, func(scan func(...any) error) error {
		var v T
		err := scan(&v)
		out = append(out, v)
		return err
	})
	return out, err
}
