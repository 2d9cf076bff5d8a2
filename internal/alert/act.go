package alert

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// What is wrong with an action.
var (
	ErrUnknown    = errors.New("unknown alert")
	ErrAmbiguous  = errors.New("several alerts begin so")
	ErrOver       = errors.New("is resolved already")
	ErrIncomplete = errors.New("is missing")
)

// Verdicts are all that a person can give.
var Verdicts = []Verdict{TruePositive, Benign, FalsePositive}

// ParseVerdict reads a verdict; hyphens do as well as underscores.
func ParseVerdict(text string) (Verdict, error) {
	v := Verdict(strings.ReplaceAll(strings.ToLower(text), "-", "_"))
	if !slices.Contains(Verdicts, v) {
		return NoVerdict, fmt.Errorf("unknown verdict %q; it is one of true_positive, benign, false_positive", text)
	}
	return v, nil
}

// Acknowledge says that somebody looks at an alert. To do so twice changes nothing.
func (s *Store) Acknowledge(ctx context.Context, id, who string) (Alert, error) {
	return s.act(ctx, id, who, func(w *work, r *row) error {
		switch r.Status {
		case Acknowledged:
			return nil
		case Resolved:
			return fmt.Errorf("alert %s %w", r.ID, ErrOver)
		}
		was := lifeOf(*r)
		r.Status, r.statusAt, r.statusBy = Acknowledged, w.now, who
		if r.announced {
			w.done.Changes = append(w.done.Changes, Change{Kind: WasAcked, Alert: r.Alert, By: who, At: w.now})
		}
		return w.record(who, actAcknowledge, r.ID, was, lifeOf(*r))
	})
}

// Resolve ends an alert, with a verdict or without. One that has ended can be judged
// still, and judged again. After the verdicts benign and false positive the alert
// stays as it is whatever more is found of it; otherwise it fires again when it goes
// on.
func (s *Store) Resolve(ctx context.Context, id, who string, v Verdict) (Alert, error) {
	return s.act(ctx, id, who, func(w *work, r *row) error {
		if r.Status == Resolved && (v == NoVerdict || v == r.Verdict) {
			return nil
		}
		was, action := lifeOf(*r), actResolve
		if r.Status == Resolved {
			action = actVerdict
		}
		r.Status, r.ended, r.statusAt, r.statusBy = Resolved, endedPerson, w.now, who
		if v != NoVerdict {
			r.Verdict = v
		}
		w.announce(r, false, who)
		return w.record(who, action, r.ID, was, lifeOf(*r))
	})
}

// Reopen makes an alert fire again that somebody acknowledged or that has ended. The
// verdict goes, and those who heard of its end hear that it fires.
func (s *Store) Reopen(ctx context.Context, id, who string) (Alert, error) {
	return s.act(ctx, id, who, func(w *work, r *row) error {
		if r.Status == Firing || r.Status == Pending {
			return nil
		}
		was := lifeOf(*r)
		r.Status, r.ended, r.Verdict, r.statusAt, r.statusBy = Firing, "", NoVerdict, w.now, who
		if w.cfg.DryRun(r.Rule) {
			r.Status = Pending
		}
		w.announce(r, false, who)
		return w.record(who, actReopen, r.ID, was, lifeOf(*r))
	})
}

// AddNote writes something down about an alert.
func (s *Store) AddNote(ctx context.Context, id, who, text string) (Alert, error) {
	if text = strings.TrimSpace(text); text == "" {
		return Alert{}, fmt.Errorf("the text of a note %w", ErrIncomplete)
	}
	return s.act(ctx, id, who, func(w *work, r *row) error {
		_, err := w.tx.Exec(`INSERT INTO alert_notes(alert, at, who, text) VALUES (?, ?, ?, ?)`, r.ID, w.now.UnixMicro(), who, text)
		if err != nil {
			return err
		}
		return w.record(who, actNote, r.ID, nil, map[string]string{"text": text})
	})
}

// act changes one alert, which is named by its id or the beginning of it.
func (s *Store) act(ctx context.Context, id, who string, change func(*work, *row) error) (a Alert, err error) {
	if who = strings.TrimSpace(who); who == "" {
		return a, fmt.Errorf("who acts %w", ErrIncomplete)
	}
	err = s.db.Tx(ctx, func(tx *state.Tx) error {
		w, err := s.begin(tx)
		if err != nil {
			return err
		}
		r, err := findRow(tx, id)
		if err != nil {
			return err
		}
		if err := change(w, &r); err != nil {
			return err
		}
		if err := w.store(r); err != nil {
			return err
		}
		a = r.shown(w.now)
		return w.end()
	})
	return a, err
}

// leastID is how much of an id has to be given.
const leastID = 4

// findRow finds an alert by its id, or by the beginning of it.
func findRow(tx *state.Tx, id string) (r row, err error) {
	id = strings.ToLower(strings.TrimSpace(id))
	if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") != "" || len(id) < leastID {
		return r, fmt.Errorf("alert %q: %w", id, ErrUnknown)
	}
	list, err := selectRows(tx, `id >= ? AND id < ?`, id, id+"~")
	switch {
	case err != nil:
		return r, err
	case len(list) == 0:
		return r, fmt.Errorf("alert %q: %w", id, ErrUnknown)
	case len(list) > 1:
		return r, fmt.Errorf("alert %q: %w: %s and %s", id, ErrAmbiguous, list[0].ID, list[1].ID)
	}
	return list[0], nil
}

// shown is an alert as others see it: a silence that is over is none.
func (r row) shown(now time.Time) Alert {
	a := r.Alert
	if !a.SilencedUntil.After(now) {
		a.SilencedUntil = time.Time{}
	}
	return a
}
