package daemon

import (
	"context"

	"github.com/weir-flow/weir/internal/ledger"
)

// interrupted lists the objects that nobody works on and that are not read to
// their end.
func interrupted(ctx context.Context, l *ledger.Ledger) ([]ledger.Object, error) {
	var objects []ledger.Object
	err := l.Objects(ctx, ledger.Filter{States: []ledger.State{ledger.Interrupted}}, func(o *ledger.Object) error {
		objects = append(objects, *o)
		return nil
	})
	return objects, err
}
