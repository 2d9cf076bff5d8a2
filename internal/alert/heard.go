package alert

import (
	"context"
	"fmt"

	"github.com/weir-flow/weir/internal/state"
)

// Mark is a moment in what happens to alerts, for those who want to hear of it.
type Mark struct {
	entry int64 // of the audit
	at    int64 // microseconds of Unix time that an alert began to fire, and its id
	id    string
}

// Heard is one thing that happened: what somebody did, or that an alert fires.
type Heard struct {
	Entry        // Seq is 0, and Before, After and Hash are empty, where an alert fires
	Alert *Alert // as it is now; nil where the subject is no alert
}

// Now returns the present moment.
func (s *Store) Now(ctx context.Context) (m Mark, err error) {
	err = s.db.View(ctx, func(tx *state.Tx) error {
		if err := tx.Row(`SELECT COALESCE(MAX(seq), 0) FROM alert_audit`, nil, &m.entry); err != nil {
			return err
		}
		return tx.Row(`SELECT COALESCE(MAX(status_at), 0), COALESCE((SELECT MAX(id) FROM alerts AS a WHERE a.status_at = (SELECT MAX(status_at) FROM alerts)), '') FROM alerts`, nil, &m.at, &m.id)
	})
	if err != nil {
		return m, fmt.Errorf("hear of alerts: %w", err)
	}
	return m, nil
}

// hearMost is how much is heard at a time.
const hearMost = 200

// Hear returns what has happened since a moment, in any process on the database, and
// the moment behind it. That alerts fire comes last.
func (s *Store) Hear(ctx context.Context, since Mark) (list []Heard, next Mark, err error) {
	now := s.cfg.Now()
	err = s.db.View(ctx, func(tx *state.Tx) error {
		list, next = nil, since
		err := tx.Each(auditQuery+` WHERE seq > ? ORDER BY seq LIMIT ?`, []any{since.entry, hearMost}, func(scan func(...any) error) error {
			e, _, err := scanEntry(scan)
			next.entry = e.Seq
			if e.Action != actFire { // is heard below, as all of them are
				list = append(list, Heard{Entry: e})
			}
			return err
		})
		if err != nil {
			return err
		}
		for i := range list {
			r, known, err := selectRow(tx, list[i].Subject)
			if err != nil {
				return err
			}
			if known {
				a := r.shown(now)
				list[i].Alert = &a
			}
		}
		return tx.Each(`SELECT `+rowColumns+` FROM alerts WHERE status_at > ? OR status_at = ? AND id > ? ORDER BY status_at, id LIMIT ?`,
			[]any{since.at, since.at, since.id, hearMost}, func(scan func(...any) error) error {
				r, err := scanRow(scan)
				if err != nil {
					return err
				}
				next.at, next.id = r.statusAt.UnixMicro(), r.ID
				if r.Status == Firing && r.statusBy == Self {
					a := r.shown(now)
					list = append(list, Heard{Entry: Entry{At: r.statusAt, Who: Self, Action: actFire, Subject: r.ID}, Alert: &a})
				}
				return nil
			})
	})
	if err != nil {
		return nil, since, fmt.Errorf("hear of alerts: %w", err)
	}
	return list, next, nil
}
