package ledger

import (
	"context"
	"fmt"
	"math"

	"github.com/weir-flow/weir/internal/state"
)

// Cut is a moment in what is stored, told so that a reader of the store can hold on
// to it: the rows of parts up to LastPart without those in Pending.
type Cut struct {
	Seq      uint64   // batches acknowledged, and days renewed, so far
	LastPart uint32   // highest part number given out so far
	Pending  []uint32 // parts up to it whose rows may yet go
	New      []Share  // parts acknowledged since the moment asked about
	// Renewed is the start of the first record, Unix seconds, of those that were computed
	// anew since then and mean something else now; [None] without one.
	Renewed int64
}

// None is a start that no record has.
const None = int64(math.MaxInt64)

// Share is the rows of one object in one acknowledged batch.
type Share struct {
	Seq                uint64 // of its batch, in the order of acknowledgement
	Part               uint32
	Rows               uint64
	Source, Stream     string
	MinStart, MaxStart int64 // Unix seconds of the first and last start; the last at most an hour after intake
}

// Cut returns the present moment with the parts that were acknowledged after seq, in
// the order of their acknowledgement.
func (l *Ledger) Cut(ctx context.Context, seq uint64) (Cut, error) {
	var c Cut
	err := l.db.View(ctx, func(tx *state.Tx) error {
		c = Cut{Renewed: None}
		err := tx.Row(`SELECT (SELECT value FROM counters WHERE name = 'seq'), (SELECT value FROM counters WHERE name = 'part')`, nil, &c.Seq, &c.LastPart)
		if err != nil {
			return err
		}
		err = tx.Each(`SELECT p.id FROM batches AS b JOIN parts AS p ON p.batch = b.id WHERE b.state <> 'acknowledged' ORDER BY p.id`, nil,
			func(scan func(...any) error) error {
				var part uint32
				err := scan(&part)
				c.Pending = append(c.Pending, part)
				return err
			})
		if err != nil {
			return err
		}
		if err := tx.Row(`SELECT COALESCE(MIN(first), ?) FROM renewed WHERE seq > ?`, []any{None, seq}, &c.Renewed); err != nil {
			return err
		}
		return tx.Each(`SELECT b.seq, p.id, p.row_count, o.source, o.stream, p.min_start, MIN(p.max_start, b.acked_at / 1000000 + 3600)
			FROM batches AS b CROSS JOIN parts AS p ON p.batch = b.id CROSS JOIN objects AS o ON o.id = p.object
			WHERE b.state = 'acknowledged' AND b.seq > ? AND p.min_start IS NOT NULL ORDER BY b.seq, p.id`, []any{seq},
			func(scan func(...any) error) error {
				var s Share
				err := scan(&s.Seq, &s.Part, &s.Rows, &s.Source, &s.Stream, &s.MinStart, &s.MaxStart)
				c.New = append(c.New, s)
				return err
			})
	})
	if err != nil {
		return Cut{}, fmt.Errorf("follow what is stored: %w", err)
	}
	return c, nil
}

// Delivery is which stream the rows of a part came by, and when the object that held
// them was written.
type Delivery struct {
	Part    uint32
	Stream  string
	Written int64 // Unix seconds; 0: unknown
}

// Deliveries calls fn for the parts from a number on, n at most, in their order.
func (l *Ledger) Deliveries(ctx context.Context, from uint32, n int, fn func(Delivery)) error {
	err := l.db.View(ctx, func(tx *state.Tx) error {
		return tx.Each(`SELECT p.id, o.stream, o.written_at / 1000000 FROM parts AS p JOIN objects AS o ON o.id = p.object
			WHERE p.id >= ? ORDER BY p.id LIMIT ?`, []any{from, n}, func(scan func(...any) error) error {
			var d Delivery
			err := scan(&d.Part, &d.Stream, &d.Written)
			fn(d)
			return err
		})
	})
	if err != nil {
		return fmt.Errorf("look up when records were written: %w", err)
	}
	return nil
}
