package notify

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// Delivery is an event on its way to a target.
type Delivery struct {
	ID     int64     `json:"id"`
	Target string    `json:"target"`
	State  string    `json:"state"` // waiting, sent, dead, skipped
	Kind   Kind      `json:"kind"`
	Alert  string    `json:"alert"`
	Title  string    `json:"title"`
	MadeAt time.Time `json:"made_at"`
	Tries  int       `json:"tries"`
	NextAt time.Time `json:"next_at,omitzero"` // of those that wait
	SentAt time.Time `json:"sent_at,omitzero"`
	Error  string    `json:"error"` // of the last try
}

// Deliveries hands deliveries to fn, the newest first: those in a state, or all when
// it is empty; limit 0 is none.
func (o *Outbox) Deliveries(ctx context.Context, in string, limit int, fn func(Delivery) error) error {
	query, args := `SELECT d.id, d.target, d.state, d.kind, d.alert, d.made_at, d.tries, d.next_at, d.sent_at, d.error, e.body
		FROM notify_deliveries AS d JOIN notify_events AS e ON e.id = d.event`, []any{}
	if in != "" {
		query, args = query+` WHERE d.state = ?`, append(args, in)
	}
	query += ` ORDER BY d.id DESC`
	if limit > 0 {
		query, args = query+` LIMIT ?`, append(args, limit)
	}
	err := o.db.View(ctx, func(tx *state.Tx) error {
		return tx.Each(query, args, func(scan func(...any) error) error {
			var d Delivery
			var made, next, sent int64
			var text string
			if err := scan(&d.ID, &d.Target, &d.State, &d.Kind, &d.Alert, &made, &d.Tries, &next, &sent, &d.Error, &text); err != nil {
				return err
			}
			var e Event
			if err := json.Unmarshal([]byte(text), &e); err != nil {
				return err
			}
			d.Title, d.MadeAt = e.Title, time.UnixMicro(made).UTC()
			if d.State == "waiting" {
				d.NextAt = time.UnixMicro(next).UTC()
			}
			if sent > 0 {
				d.SentAt = time.UnixMicro(sent).UTC()
			}
			return fn(d)
		})
	})
	if err != nil {
		return fmt.Errorf("list notifications: %w", err)
	}
	return nil
}

// ErrNoLetter says that no dead letter has a number.
var ErrNoLetter = errors.New("no such dead letter")

// Retry has dead letters sent again: those of the numbers, or all when there are none.
// It returns how many.
func (o *Outbox) Retry(ctx context.Context, ids ...int64) (n int64, err error) {
	now := o.cfg.Now().UnixMicro()
	err = o.db.Tx(ctx, func(tx *state.Tx) error {
		n = 0
		const again = `UPDATE notify_deliveries SET state = 'waiting', made_at = ?, next_at = ? WHERE state = 'dead'`
		if len(ids) == 0 {
			n, err = tx.Exec(again, now, now)
			return err
		}
		for _, id := range ids {
			done, err := tx.Exec(again+` AND id = ?`, now, now, id)
			if err != nil {
				return err
			}
			if done == 0 {
				return fmt.Errorf("notification %d: %w", id, ErrNoLetter)
			}
			n += done
		}
		return nil
	})
	if err == nil {
		o.Wake()
	}
	return n, err
}

// Standing is how many deliveries are in each state.
func (o *Outbox) Standing(ctx context.Context) (map[string]int, error) {
	counts := map[string]int{}
	err := o.db.View(ctx, func(tx *state.Tx) error {
		clear(counts)
		return tx.Each(`SELECT state, COUNT(*) FROM notify_deliveries GROUP BY state`, nil, func(scan func(...any) error) error {
			var in string
			var n int
			err := scan(&in, &n)
			counts[in] = n
			return err
		})
	})
	return counts, err
}

// Try sends a test to a target, past the outbox.
func Try(ctx context.Context, t Target, now time.Time) error {
	e := Event{
		Kind: Trial, At: now, By: "weir", Alert: fmt.Sprintf("test-%d", now.UnixMicro()), Title: "Test of weir", Entity: t.Name,
		Why: "Somebody ran weir notify test; nothing has happened.", FirstSeen: now, LastSeen: now, Response: []string{},
	}
	e.Body, _ = json.Marshal(map[string]string{"id": e.Alert, "title": e.Title, "why": e.Why})
	return t.Sender.Send(ctx, Message{Key: keyOf(t.Name, []int64{now.UnixMicro()}, []Event{e}), Kind: Trial, Events: []Event{e}})
}
