package daemon

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/notify"
)

const (
	quietEvery = 5 * time.Second        // between two looks whether sources are silent
	outboxLook = 250 * time.Millisecond // between two looks for what is to be told
)

// outbox opens the outbox that a server runs.
func (l *Lookup) outbox(ctx context.Context) (*notify.Outbox, error) {
	return notify.Open(ctx, l.State, notify.Config{Log: l.cfg.Log, MaxAge: time.Duration(l.cfg.Alerts.NotifyAge), Every: outboxLook})
}

// tell sends what is to be told of alerts until ctx ends, and says when a source is
// silent.
func (l *Lookup) tell(ctx context.Context, outbox *notify.Outbox, alerts *alert.Store, w *Watcher) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return outbox.Run(ctx) })
	g.Go(func() error {
		d := newDeadMan(alerts, w)
		tick := time.NewTicker(quietEvery)
		defer tick.Stop()
		for {
			if err := d.look(ctx, time.Now()); err != nil && ctx.Err() == nil {
				l.cfg.Log.Error("silent sources are not told of; it is tried again", "err", err)
			}
			select {
			case <-ctx.Done():
				return nil
			case <-tick.C:
			}
		}
	})
	return g.Wait()
}

// letters counts what goes to targets, by its state.
func (l *Lookup) letters(ctx context.Context) (map[string]int, error) {
	outbox, err := notify.Open(ctx, l.State, notify.Config{})
	if err != nil {
		return nil, err
	}
	return outbox.Standing(ctx)
}

// TryTarget sends a test to a target.
func TryTarget(ctx context.Context, t NotifyTarget) error {
	if err := notify.Try(ctx, t, time.Now()); err != nil {
		return fmt.Errorf("send a test to %s: %w", t.Name, err)
	}
	return nil
}
