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
