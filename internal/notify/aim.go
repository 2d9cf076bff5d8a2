package notify

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// aimed is a target that is sent to.
type aimed struct {
	Target
	end func() // no longer sends, and waits for what is under way; nil while the outbox does not run
}

// Aim sends to targets from now on, before [Outbox.Run] or while it works; each takes the
// place of the one of its name, with what waits for it.
func (o *Outbox) Aim(targets ...Target) {
	o.aim.Lock()
	defer o.aim.Unlock()
	for _, t := range targets {
		a := &aimed{Target: t}
		if i := o.aimedAt(t.Name); i < 0 {
			o.targets = append(o.targets, a)
		} else {
			if o.targets[i].end != nil {
				o.targets[i].end()
			}
			o.targets[i] = a
		}
		if o.begin != nil {
			o.begin(a)
		}
	}
}

// Drop no longer sends to a target. What waits for it is given up; Drop returns how many
// notifications that are.
func (o *Outbox) Drop(ctx context.Context, name string) (int64, error) {
	o.aim.Lock()
	defer o.aim.Unlock()
	if i := o.aimedAt(name); i >= 0 {
		if o.targets[i].end != nil {
			o.targets[i].end()
		}
		o.targets = slices.Delete(o.targets, i, i+1)
	}
	return o.giveUp(ctx, `target = ?`, name)
}

func (o *Outbox) aimedAt(name string) int {
	return slices.IndexFunc(o.targets, func(a *aimed) bool { return a.Name == name })
}

// Run sends what is in the outbox to the targets of [Outbox.Aim] until ctx ends, and
// forgets them then. One target that cannot be reached holds up no other.
func (o *Outbox) Run(ctx context.Context) error {
	if err := o.orphan(ctx); err != nil && ctx.Err() == nil {
		return err
	}
	var workers sync.WaitGroup
	defer workers.Wait()
	o.aim.Lock()
	o.begin = func(a *aimed) {
		ctx, cancel := context.WithCancel(ctx)
		done, wake := make(chan struct{}), o.waker(a.Name)
		a.end = func() {
			cancel()
			<-done
		}
		workers.Go(func() {
			defer close(done)
			defer cancel()
			o.loop(ctx, a.Name, wake, func() (time.Duration, error) { return o.send(ctx, &a.Target) })
		})
	}
	for _, a := range o.targets {
		o.begin(a)
	}
	o.aim.Unlock()
	defer func() {
		o.aim.Lock()
		o.begin, o.targets = nil, nil
		o.aim.Unlock()
	}()
	o.loop(ctx, "", o.waker(""), func() (time.Duration, error) {
		if err := o.orphan(ctx); err != nil {
			return 0, err
		}
		n, err := o.route(ctx)
		if n > 0 {
			o.Wake()
		}
		return o.cfg.Every, err
	})
	return nil
}

// orphan gives up what waits for targets that are no more: of another run, or dead
// letters that somebody had sent again.
func (o *Outbox) orphan(ctx context.Context) error {
	o.aim.Lock()
	defer o.aim.Unlock()
	gone, args := `1 = 1`, []any{}
	if len(o.targets) > 0 {
		gone = `target NOT IN (` + strings.TrimSuffix(strings.Repeat("?, ", len(o.targets)), ", ") + `)`
		for _, a := range o.targets {
			args = append(args, a.Name)
		}
	}
	n := 0
	err := o.db.View(ctx, func(tx *state.Tx) error {
		return tx.Row(`SELECT COUNT(*) FROM notify_deliveries WHERE state = 'waiting' AND `+gone, args, &n)
	})
	if err == nil && n > 0 {
		_, err = o.giveUp(ctx, gone, args...)
	}
	return err
}

// giveUp makes dead letters of what waits for targets that are no more, and returns how
// many.
func (o *Outbox) giveUp(ctx context.Context, gone string, args ...any) (n int64, err error) {
	err = o.db.Tx(ctx, func(tx *state.Tx) (err error) {
		n, err = tx.Exec(`UPDATE notify_deliveries SET state = 'dead', error = 'there is no such target any more' WHERE state = 'waiting' AND `+gone, args...)
		return err
	})
	if err == nil && n > 0 {
		o.cfg.Log.Warn("notifications given up: there is no such target any more", "notifications", n)
	}
	return n, err
}
