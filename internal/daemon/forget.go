package daemon

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/weir-flow/weir/internal/ledger"
)

// ErrAmbiguous is wrapped when a text names several objects.
var ErrAmbiguous = errors.New("several objects are called so")

// findObject finds the one object that a person means: by number, by name or
// path, or by at least eight digits of its SHA-256.
func (l *Lookup) findObject(ctx context.Context, text string) (ledger.Object, error) {
	found, err := l.Ledger.Find(ctx, text)
	if err == nil && len(found) == 0 {
		if abs, absErr := filepath.Abs(text); absErr == nil {
			found, err = l.Ledger.Find(ctx, abs)
		}
	}
	switch {
	case err != nil:
		return ledger.Object{}, err
	case len(found) == 0:
		return ledger.Object{}, fmt.Errorf("object %q: %w", text, ledger.ErrUnknown)
	case len(found) > 1:
		return ledger.Object{}, fmt.Errorf("object %q: %w: numbers %d and %d; give the number", text, ErrAmbiguous, found[0].ID, found[1].ID)
	}
	return found[0], nil
}

// Forget takes an object's rows out of the store, with all that continues it.
// Its bytes can be taken in again. It returns the object as it was. What else is
// known (assets, places) comes from cfg, as the other rows of its days may get
// their meaning anew.
func (l *Lookup) Forget(ctx context.Context, text string, cfg IntakeConfig) (ForgottenObject, error) {
	o, err := l.findObject(ctx, text)
	if err != nil {
		return ForgottenObject{}, err
	}
	if cfg, err = l.withMeaning(ctx, cfg); err != nil {
		return ForgottenObject{}, err
	}
	intake, err := l.intake(cfg)
	if err != nil {
		return ForgottenObject{}, err
	}
	err = intake.Forget(ctx, o.ID)
	return ForgottenObject{Object: int64(o.ID), Name: displayName(o.Source, o.Name), Records: o.Stored, Bad: o.Bad}, err
}

// ForgottenObject is an object that was taken out.
type ForgottenObject struct {
	Object  int64  `json:"object"`
	Name    string `json:"name"`
	Records uint64 `json:"records"`
	Bad     uint64 `json:"bad"`
}
