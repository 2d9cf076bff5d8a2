package alert

import (
	"context"
	"fmt"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// Withdraw takes findings back that were found as long as records were missing. They
// are kept, and so are the alerts they made: one that nothing else is left of is
// resolved, the others go on with what is left, and a note says why. Ids that are not
// known, or were withdrawn before, change nothing. A finding that is applied again
// stands again.
func (s *Store) Withdraw(ctx context.Context, ids ...string) (Applied, error) {
	var w *work
	err := s.db.Tx(ctx, func(tx *state.Tx) (err error) {
		if w, err = s.begin(tx); err != nil {
			return err
		}
		if err := w.withdraw(ids); err != nil {
			return err
		}
		return w.end()
	})
	if err != nil {
		return Applied{}, fmt.Errorf("withdraw findings: %w", err)
	}
	if len(w.uncounted) > 0 && s.cfg.Evidence != nil {
		return w.done, s.count(ctx, w.uncounted)
	}
	return w.done, nil
}

func (w *work) withdraw(ids []string) error {
	w.withdrawn = map[string][]finding.Finding{}
	var from []finding.Finding
	for _, id := range ids {
		f, known, err := selectFinding(w.tx, id)
		if err != nil {
			return err
		}
		if !known || f.Withdrawn {
			continue
		}
		f.Withdrawn = true
		if err := w.put(f); err != nil {
			return err
		}
		w.withdrawn[ID(f)] = append(w.withdrawn[ID(f)], f)
		from = append(from, f)
	}
	if err := w.regroup(); err != nil {
		return err
	}
	return w.incidents(from)
}

// endWithdrawn ends an alert that withdrawn findings have left nothing of. It stays as
// it was last.
func (w *work) endWithdrawn(id string) error {
	if len(w.withdrawn[id]) == 0 {
		return nil
	}
	r, known, err := selectRow(w.tx, id)
	if err != nil || !known {
		return err
	}
	if r.Status != Resolved {
		was := lifeOf(r)
		r.Status, r.ended, r.statusAt, r.statusBy = Resolved, endedWithdrawn, w.now, Self
		if err := w.record(Self, actResolve, id, was, lifeOf(r)); err != nil {
			return err
		}
		w.announce(&r, false, Self)
		if err := w.store(r); err != nil {
			return err
		}
	}
	return w.noteWithdrawn(id)
}

// noteWithdrawn writes down with an alert what was withdrawn of it.
func (w *work) noteWithdrawn(id string) error {
	for _, f := range w.withdrawn[id] {
		if f.Weak {
			continue
		}
		text := fmt.Sprintf("late records explain it: with them rule %s no longer finds: %s", f.Rule, f.Why)
		if err := w.noteSelf(id, text); err != nil {
			return err
		}
	}
	delete(w.withdrawn, id) // told
	return nil
}

func (w *work) noteSelf(id, text string) error {
	_, err := w.tx.Exec(`INSERT INTO alert_notes(alert, at, who, text) VALUES (?, ?, ?, ?)`, id, w.now.UnixMicro(), Self, text)
	if err != nil {
		return err
	}
	return w.record(Self, actNote, id, nil, map[string]string{"text": text})
}
