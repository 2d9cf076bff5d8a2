package daemon

import (
	"context"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/source"
)

// round is the source of one round: what waits in the queues, a source after the
// other, until there is nothing for a moment or the time is up.
type round struct {
	w     *Watcher
	ctx   context.Context
	until time.Time
	given []source.Object
}

func (r *round) any() bool {
	if len(r.w.retry) > 0 {
		return true
	}
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	return slices.ContainsFunc(r.w.sources(), func(s *watchedSource) bool {
		return len(s.queue) > 0 || slices.ContainsFunc(s.again, func(a retried) bool { return time.Now().After(a.at) })
	})
}

// Objects implements [source.Source].
func (r *round) Objects(ctx context.Context, yield func(source.Object) error) error {
	give := func(o source.Object) error {
		r.given = append(r.given, o)
		return yield(o)
	}
	for _, o := range slices.Concat(r.w.retry, r.w.due()) {
		if err := give(o); err != nil {
			return err
		}
	}
	for r.ctx.Err() == nil && time.Now().Before(r.until) {
		found := false
		for _, s := range r.w.sources() {
			select {
			case o := <-s.queue:
				found = true
				if err := give(o); err != nil {
					return err
				}
			default:
			}
		}
		if found {
			continue
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-r.w.wake:
		case <-time.After(roundIdle):
			return nil
		}
	}
	return nil
}

// due takes the objects that are to be tried again now.
func (w *Watcher) due() (objects []source.Object) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range w.sources() {
		for i := range s.again {
			if a := &s.again[i]; time.Now().After(a.at) {
				a.at = time.Now().Add(time.Hour) // unless it fails again before
				objects = append(objects, a.object)
			}
		}
	}
	return objects
}
