package ledger

import (
	"context"
	"fmt"
	"math"

	"github.com/weir-flow/weir/internal/state"
)

// A Part is the share of one object in one batch: all that came out of its
// content from From to To. The parts of an object follow each other without a
// gap, in the order of their manifests. A stretch without a row, of bad lines
// only, is a part too.
type Part struct {
	Object   ObjectID
	From, To Position
	Counts   // Stored is the number of rows
	Days     []DayRows
	Format   string // log format in force at To, "" when it is still the object's
	BadBy    []BadCount
	BadLines []BadLine // samples; the first [MaxBadLines] of a reason in an object are kept
}

// DayRows is how many rows of a part lie in a day. A day in which it has none,
// but which its share of the roll-ups reaches into, is listed with 0.
type DayRows struct {
	Day  uint32 // 20260131, UTC
	Rows uint64
}

// A Manifest is what a batch is going to hold.
type Manifest struct {
	Parts  []Part
	Digest string // of decoder and enrichment: what would make other rows of the same bytes

	// Heard says, by day with rows, how far this process had followed the others
	// when it learned what is stored of the day. Where they have stored rows of it
	// since, or taken some away, the day is marked [Counted]: each decided its rows
	// without what the other knew. Days that are not in it are not looked at.
	Heard map[uint32]Heard
	// Recount lists days to mark [Counted] because of what these rows say.
	Recount []uint32
}

// Manifest writes a batch down before its rows are sent, and returns its
// number and those of its parts, which follow each other. It fails with
// [ErrLost] when an object is not in this process's hands and with [ErrGap]
// when a part does not follow the one before.
//
// Batch and part numbers are never used again. A token for the store should
// carry the instance too, so that it stays unlike all others even when an
// older state database is restored.
func (l *Ledger) Manifest(ctx context.Context, m Manifest) (batch uint64, parts []uint32, err error) {
	err = l.db.Tx(ctx, func(tx *state.Tx) error {
		id, err := next(tx, "batch", 1)
		if err != nil {
			return err
		}
		first, err := next(tx, "part", len(m.Parts))
		if err != nil {
			return err
		}
		if first+int64(len(m.Parts))-1 > math.MaxUint32 {
			return ErrPartsExhausted
		}
		var rows uint64
		for i := range m.Parts {
			rows += m.Parts[i].Stored
		}
		_, err = tx.Exec(`INSERT INTO batches(id, instance, state, digest, row_count, created_at) VALUES (?, ?, 'pending', ?, ?, `+l.now+`)`,
			id, l.instance, m.Digest, rows)
		if err != nil {
			return err
		}
		parts = make([]uint32, len(m.Parts))
		for i := range m.Parts {
			parts[i] = uint32(first + int64(i))
			if err := l.plan(tx, id, parts[i], &m.Parts[i]); err != nil {
				return err
			}
		}
		batch = uint64(id)
		return l.recount(tx, &m)
	})
	if err != nil {
		return 0, nil, fmt.Errorf("write manifest: %w", err)
	}
	return batch, parts, nil
}

func (l *Ledger) plan(tx *state.Tx, batch int64, id uint32, p *Part) error {
	if p.To.Byte < p.From.Byte || p.To.Line < p.From.Line {
		return fmt.Errorf("object %d from %+v to %+v: %w", p.Object, p.From, p.To, ErrGap)
	}
	n, err := tx.Exec(`UPDATE objects SET planned_byte = ?, planned_line = ?
		WHERE id = ? AND state = 'open' AND instance = ? AND planned_byte = ? AND planned_line = ?`,
		p.To.Byte, p.To.Line, p.Object, l.instance, p.From.Byte, p.From.Line)
	if err != nil {
		return err
	}
	if n == 0 {
		if err := l.holds(tx, p.Object); err != nil {
			return err
		}
		return fmt.Errorf("object %d from %+v: %w", p.Object, p.From, ErrGap)
	}
	var first, last any // NULL unless there are rows
	if p.Stored > 0 {
		first, last = p.MinStart, p.MaxStart
	}
	_, err = tx.Exec(`INSERT INTO parts(id, object, batch, from_byte, from_line, to_byte, to_line,
			row_count, bad, nodata, skipdata, min_start, max_start, format)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, p.Object, batch, p.From.Byte, p.From.Line, p.To.Byte, p.To.Line,
		p.Stored, p.Bad, p.NoData, p.SkipData, first, last, p.Format)
	if err != nil {
		return err
	}
	var sum uint64
	for _, d := range p.Days {
		sum += d.Rows
		if _, err := tx.Exec(`INSERT INTO part_days(part, day, row_count) VALUES (?, ?, ?)`, id, d.Day, d.Rows); err != nil {
			return err
		}
	}
	if sum != p.Stored {
		return fmt.Errorf("object %d: days hold %d rows, the part %d", p.Object, sum, p.Stored)
	}
	return putBad(tx, id, p)
}

// holds returns nil when the object is open in this process's hands.
func (l *Ledger) holds(tx *state.Tx, id ObjectID) error {
	var n int
	err := tx.Row(`SELECT COUNT(*) FROM objects WHERE id = ? AND state = 'open' AND instance = ?`, []any{id, l.instance}, &n)
	if err == nil && n == 0 {
		err = fmt.Errorf("object %d: %w", id, ErrLost)
	}
	return err
}

// A Finish ends the reading of an object.
type Finish struct {
	Object ObjectID
	Note   string // why it ends before its content does ("gzip: unexpected EOF"), "" when it does not
}

// Acknowledge says that rows and roll-ups of a batch are on the disk of the
// store, and finishes the objects that end in it. To acknowledge a batch again
// changes nothing. It fails with [ErrLost] when the batch was taken from this
// process: its rows are gone or will be.
func (l *Ledger) Acknowledge(ctx context.Context, batch uint64, done ...Finish) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		seq, err := next(tx, "seq", 1)
		if err != nil {
			return err
		}
		n, err := tx.Exec(`UPDATE batches SET state = 'acknowledged', seq = ?, acked_at = `+l.now+`
			WHERE id = ? AND instance = ? AND state = 'pending'`, seq, batch, l.instance)
		if err != nil {
			return err
		}
		if n == 0 {
			err := tx.Row(`SELECT COUNT(*) FROM batches WHERE id = ? AND instance = ? AND state = 'acknowledged'`,
				[]any{batch, l.instance}, &n)
			if err == nil && n == 0 {
				err = ErrLost
			}
			if err != nil {
				return err
			}
		} else if err := addUp(tx, batch); err != nil {
			return err
		}
		return l.finish(tx, done)
	})
	if err != nil {
		return fmt.Errorf("acknowledge batch %d: %w", batch, err)
	}
	return nil
}

// addUp gives what the parts of a batch hold to their objects and moves these
// on to where all before is acknowledged.
func addUp(tx *state.Tx, batch uint64) error {
	_, err := tx.Exec(`UPDATE objects SET
			stored = stored + p.row_count, bad = objects.bad + p.bad,
			nodata = objects.nodata + p.nodata, skipdata = objects.skipdata + p.skipdata,
			min_start = CASE WHEN objects.min_start < p.min_start THEN objects.min_start ELSE COALESCE(p.min_start, objects.min_start) END,
			max_start = CASE WHEN objects.max_start > p.max_start THEN objects.max_start ELSE COALESCE(p.max_start, objects.max_start) END
		FROM (SELECT object, SUM(row_count) AS row_count, SUM(bad) AS bad, SUM(nodata) AS nodata, SUM(skipdata) AS skipdata,
				MIN(min_start) AS min_start, MAX(max_start) AS max_start
			FROM parts WHERE batch = ? GROUP BY object) AS p
		WHERE objects.id = p.object`, batch)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE objects SET
			done_byte = COALESCE((SELECT MIN(p.from_byte) FROM `+pendingParts+`), planned_byte),
			done_line = COALESCE((SELECT MIN(p.from_line) FROM `+pendingParts+`), planned_line)
		WHERE id IN (SELECT object FROM parts WHERE batch = ?)`, batch)
	return err
}

// pendingParts are those of the object at hand that are not acknowledged.
const pendingParts = `parts AS p JOIN batches AS b ON b.id = p.batch WHERE p.object = objects.id AND b.state <> 'acknowledged'`

// Finish ends the reading of objects whose batches are all acknowledged: those
// without any, as a rule, for [Ledger.Acknowledge] does the others. It fails
// with [ErrPending] or [ErrLost], and finishes none then.
func (l *Ledger) Finish(ctx context.Context, done ...Finish) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error { return l.finish(tx, done) })
	if err != nil {
		return fmt.Errorf("finish objects: %w", err)
	}
	return nil
}

func (l *Ledger) finish(tx *state.Tx, done []Finish) error {
	for _, f := range done {
		// Fast path: one statement that asks and does. What is wrong is only
		// looked for when something is.
		n, err := tx.Exec(l.sealed()+` WHERE id = ? AND state = 'open' AND instance = ? AND NOT EXISTS (SELECT 1 FROM `+pendingParts+`)`,
			f.Note, f.Object, l.instance)
		if err != nil {
			return err
		}
		if n == 0 {
			return l.idle(tx, f.Object)
		}
	}
	return nil
}

// idle returns nil when an object is in this process's hands and has no
// pending part.
func (l *Ledger) idle(tx *state.Tx, id ObjectID) error {
	if err := l.holds(tx, id); err != nil {
		return err
	}
	var n int
	err := tx.Row(`SELECT COUNT(*) FROM objects WHERE id = ? AND EXISTS (SELECT 1 FROM `+pendingParts+`)`, []any{id}, &n)
	if err == nil && n > 0 {
		err = fmt.Errorf("object %d: %w", id, ErrPending)
	}
	return err
}

// lastFormat is the format in force where the parts of an object end.
const lastFormat = `COALESCE((SELECT format FROM parts WHERE object = objects.id AND format <> '' ORDER BY id DESC LIMIT 1), format)`

// sealed is the statement, but for its condition, that makes an object stored
// with a note.
func (l *Ledger) sealed() string {
	return `UPDATE objects SET state = 'stored', instance = '', note = ?, finished_at = ` + l.now + `,
		mostly_bad = CASE WHEN bad > 100 AND bad * 100 > bad + stored THEN 1 ELSE 0 END,
		format = ` + lastFormat
}

// Release gives objects back that this process will not read to their end,
// because it is told to stop. All their batches are acknowledged ([ErrPending]
// otherwise); who takes them next goes on at Done.
func (l *Ledger) Release(ctx context.Context, ids ...ObjectID) error {
	err := l.db.Tx(ctx, func(tx *state.Tx) error {
		for _, id := range ids {
			if err := l.idle(tx, id); err != nil {
				return err
			}
			if err := interrupt(tx, id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("release objects: %w", err)
	}
	return nil
}

// interrupt leaves an object with its parts, all acknowledged, for whoever
// takes it next. One without a part was never there.
func interrupt(tx *state.Tx, id ObjectID) error {
	n, err := tx.Exec(`DELETE FROM objects WHERE id = ? AND NOT EXISTS (SELECT 1 FROM parts WHERE object = objects.id)`, id)
	if err != nil || n > 0 {
		return err
	}
	_, err = tx.Exec(`UPDATE objects SET state = 'interrupted', instance = '',
			done_byte    = (SELECT MAX(to_byte) FROM parts WHERE object = objects.id),
			done_line    = (SELECT MAX(to_line) FROM parts WHERE object = objects.id),
			planned_byte = (SELECT MAX(to_byte) FROM parts WHERE object = objects.id),
			planned_line = (SELECT MAX(to_line) FROM parts WHERE object = objects.id),
			stored       = (SELECT SUM(row_count) FROM parts WHERE object = objects.id),
			bad          = (SELECT SUM(bad) FROM parts WHERE object = objects.id),
			nodata       = (SELECT SUM(nodata) FROM parts WHERE object = objects.id),
			skipdata     = (SELECT SUM(skipdata) FROM parts WHERE object = objects.id),
			min_start    = (SELECT MIN(min_start) FROM parts WHERE object = objects.id),
			max_start    = (SELECT MAX(max_start) FROM parts WHERE object = objects.id),
			format       = `+lastFormat+`
		WHERE id = ?`, id)
	return err
}
