package ledger

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// wholeStored is how many rows the bytes of an object have given, its own and
// those of the objects it grew from.
const wholeStored = `CASE WHEN objects.continues IS NULL THEN objects.stored ELSE (
	WITH RECURSIVE grew(continues, stored) AS (
		SELECT objects.continues, objects.stored
		UNION ALL SELECT o.continues, o.stored FROM objects AS o JOIN grew ON o.id = grew.continues)
	SELECT SUM(stored) FROM grew) END`

const objectColumns = `id, sha256, source, name, stream, format, size, bytes_in, COALESCE(continues, 0), state, instance,
	start_byte, start_line, done_byte, done_line, stored, bad, nodata, skipdata, COALESCE(min_start, 0), COALESCE(max_start, 0),
	` + wholeStored + `, mostly_bad, note, taken_at, finished_at, bucket, object_key, etag`

func selectObject(tx *state.Tx, where string, args ...any) (Object, error) {
	var o Object
	err := scanObject(&o, func(dest ...any) error {
		return tx.Row(`SELECT `+objectColumns+` FROM objects WHERE `+where, args, dest...)
	})
	return o, err
}

func scanObject(o *Object, scan func(...any) error) error {
	var sum []byte
	var taken, finished int64
	err := scan(&o.ID, &sum, &o.Source, &o.Name, &o.Stream, &o.Format, &o.Size, &o.BytesIn, &o.Continues, &o.State, &o.Instance,
		&o.Start.Byte, &o.Start.Line, &o.Done.Byte, &o.Done.Line, &o.Stored, &o.Bad, &o.NoData, &o.SkipData, &o.MinStart, &o.MaxStart,
		&o.Whole, &o.MostlyBad, &o.Note, &taken, &finished, &o.Bucket, &o.Key, &o.ETag)
	copy(o.SHA256[:], sum)
	o.TakenAt, o.FinishedAt = fromMicro(taken), fromMicro(finished)
	return err
}

func toMicro(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

func fromMicro(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}

// Filter chooses objects. Its zero value is all of them.
type Filter struct {
	States    []State // none: all
	Source    string
	BadOnly   bool     // with bad lines
	MostlyBad bool     // over 100 bad lines and over 1 %
	After     ObjectID // for the next page
	Newest    bool     // newest first; After is then the last of the page before
	Limit     int      // 0: no limit
}

// Objects hands the chosen objects to fn, oldest first unless the filter says
// otherwise, until it fails.
func (l *Ledger) Objects(ctx context.Context, f Filter, fn func(*Object) error) error {
	query := `SELECT ` + objectColumns + ` FROM objects WHERE id > ?`
	args := []any{f.After}
	if f.Newest {
		query = strings.TrimSuffix(query, `id > ?`) + `(id < ? OR ? = 0)`
		args = append(args, f.After)
	}
	if len(f.States) > 0 {
		query += ` AND state IN (` + strings.TrimSuffix(strings.Repeat("?, ", len(f.States)), ", ") + `)`
		for _, s := range f.States {
			args = append(args, string(s))
		}
	}
	if f.Source != "" {
		query += ` AND source = ?`
		args = append(args, f.Source)
	}
	if f.BadOnly {
		query += ` AND bad > 0`
	}
	if f.MostlyBad {
		query += ` AND mostly_bad = 1`
	}
	query += ` ORDER BY id`
	if f.Newest {
		query += ` DESC`
	}
	if f.Limit > 0 {
		query += ` LIMIT ?`
		args = append(args, f.Limit)
	}
	err := l.db.View(ctx, func(tx *state.Tx) error {
		return tx.Each(query, args, func(scan func(...any) error) error {
			var o Object
			if err := scanObject(&o, scan); err != nil {
				return err
			}
			return fn(&o)
		})
	})
	if err != nil {
		return fmt.Errorf("list objects: %w", err)
	}
	return nil
}

// Find returns the live objects a person may mean: by number, by name, or by
// at least eight digits of the SHA-256.
func (l *Ledger) Find(ctx context.Context, text string) ([]Object, error) {
	where, args := `name = ?`, []any{text}
	if id, err := strconv.ParseInt(text, 10, 64); err == nil {
		where, args = where+` OR id = ?`, append(args, id)
	}
	if low, high, ok := hashRange(text); ok {
		where, args = where+` OR (sha256 >= ? AND sha256 <= ?)`, append(args, low[:], high[:])
	}
	var found []Object
	err := l.db.View(ctx, func(tx *state.Tx) error {
		found = nil
		return tx.Each(`SELECT `+objectColumns+` FROM objects WHERE state <> 'forgotten' AND (`+where+`) ORDER BY id`, args,
			func(scan func(...any) error) error {
				var o Object
				err := scanObject(&o, scan)
				found = append(found, o)
				return err
			})
	})
	if err != nil {
		return nil, fmt.Errorf("find object: %w", err)
	}
	return found, nil
}

// hashRange is the lowest and highest hash that begins with the hexadecimal digits.
func hashRange(digits string) (low, high Hash, ok bool) {
	if len(digits) < 8 || len(digits) > 2*len(low) {
		return low, high, false
	}
	pad := 2*len(low) - len(digits)
	_, err1 := hex.Decode(low[:], []byte(digits+strings.Repeat("0", pad)))
	_, err2 := hex.Decode(high[:], []byte(digits+strings.Repeat("f", pad)))
	return low, high, err1 == nil && err2 == nil
}

// Totals sums up the live objects of the ledger.
type Totals struct {
	Objects map[State]uint64
	Counts         // acknowledged only
	BytesIn uint64 // raw bytes of stored objects
	Pending uint64 // batches that are not acknowledged
}

// Totals counts what is in.
func (l *Ledger) Totals(ctx context.Context) (Totals, error) {
	var t Totals
	err := l.db.View(ctx, func(tx *state.Tx) error {
		t = Totals{Objects: make(map[State]uint64)}
		err := tx.Each(`SELECT state, COUNT(*), SUM(stored), SUM(bad), SUM(nodata), SUM(skipdata),
				COALESCE(MIN(min_start), 0), COALESCE(MAX(max_start), 0), SUM(CASE state WHEN 'stored' THEN bytes_in ELSE 0 END)
			FROM objects WHERE state <> 'forgotten' GROUP BY state`, nil, func(scan func(...any) error) error {
			var s State
			var n, bytes uint64
			var c Counts
			if err := scan(&s, &n, &c.Stored, &c.Bad, &c.NoData, &c.SkipData, &c.MinStart, &c.MaxStart, &bytes); err != nil {
				return err
			}
			t.Objects[s] = n
			t.BytesIn += bytes
			t.Counts.add(c)
			return nil
		})
		if err != nil {
			return err
		}
		return tx.Row(`SELECT COUNT(*) FROM batches WHERE state <> 'acknowledged'`, nil, &t.Pending)
	})
	if err != nil {
		return Totals{}, fmt.Errorf("sum up objects: %w", err)
	}
	return t, nil
}

func (c *Counts) add(d Counts) {
	if d.Stored > 0 {
		if c.Stored == 0 || d.MinStart < c.MinStart {
			c.MinStart = d.MinStart
		}
		if c.Stored == 0 || d.MaxStart > c.MaxStart {
			c.MaxStart = d.MaxStart
		}
	}
	c.Stored += d.Stored
	c.Bad += d.Bad
	c.NoData += d.NoData
	c.SkipData += d.SkipData
}

// Origin is where the rows of a part came from.
type Origin struct {
	Object   Object
	Batch    uint64
	From, To Position // the stretch of its content
}

// Origin looks up the part number of a row; false when no such part is known.
func (l *Ledger) Origin(ctx context.Context, part uint32) (o Origin, ok bool, err error) {
	err = l.db.View(ctx, func(tx *state.Tx) error {
		var id ObjectID
		err := tx.Row(`SELECT object, batch, from_byte, from_line, to_byte, to_line FROM parts WHERE id = ?`, []any{part},
			&id, &o.Batch, &o.From.Byte, &o.From.Line, &o.To.Byte, &o.To.Line)
		if err != nil {
			return err
		}
		o.Object, err = selectObject(tx, `id = ?`, id)
		return err
	})
	if errors.Is(err, sql.ErrNoRows) {
		return Origin{}, false, nil
	}
	if err != nil {
		return Origin{}, false, fmt.Errorf("look up part %d: %w", part, err)
	}
	return o, true, nil
}

// Batch is an acknowledged batch.
type Batch struct {
	ID       uint64
	Seq      uint64 // place in the order of acknowledgement
	Instance string // the process that stored it
	Rows     uint64
	AckedAt  time.Time
}

// Acknowledged lists up to limit batches that were acknowledged after seq (0:
// from the start), in order: how a process follows what all of them take in.
func (l *Ledger) Acknowledged(ctx context.Context, seq uint64, limit int) ([]Batch, error) {
	var batches []Batch
	err := l.db.View(ctx, func(tx *state.Tx) error {
		batches = nil
		return tx.Each(`SELECT id, seq, instance, row_count, acked_at FROM batches
			WHERE state = 'acknowledged' AND seq > ? ORDER BY seq LIMIT ?`, []any{seq, limit}, func(scan func(...any) error) error {
			var b Batch
			var acked int64
			err := scan(&b.ID, &b.Seq, &b.Instance, &b.Rows, &acked)
			b.AckedAt = fromMicro(acked)
			batches = append(batches, b)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list batches: %w", err)
	}
	return batches, nil
}
