package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// cleanUp bounds the work that goes on after an intake was told to stop.
const cleanUp = 30 * time.Second

// giveUp takes out of the store what the intake did not acknowledge, and gives
// its objects back, so that the next intake goes on where this one stopped.
func (in *Intake) giveUp() error {
	ctx, cancel := context.WithTimeout(context.Background(), cleanUp)
	defer cancel()
	in.mu.Lock()
	var batches []uint64
	for id := range in.batches {
		batches = append(batches, id)
	}
	clear(in.batches)
	in.mu.Unlock()
	if len(batches) > 0 {
		d, err := in.cfg.Ledger.Abandon(ctx, batches...)
		if err != nil {
			return err
		}
		// An insert whose reader left may still run, and come after the removal.
		if err := in.cfg.Store.EndInstance(ctx, in.cfg.Ledger.Instance()); err != nil {
			return err
		}
		if err := in.clear(ctx, d); err != nil {
			return err
		}
	}
	return in.release(ctx)
}

// release gives back the objects that this process holds and has nothing
// pending of.
func (in *Intake) release(ctx context.Context) error {
	var mine []ledger.ObjectID
	err := in.cfg.Ledger.Objects(ctx, ledger.Filter{States: []ledger.State{ledger.Taken}}, func(o *ledger.Object) error {
		if o.Instance == in.cfg.Ledger.Instance() {
			mine = append(mine, o.ID)
		}
		return nil
	})
	if err != nil || len(mine) == 0 {
		return err
	}
	return in.cfg.Ledger.Release(ctx, mine...)
}

// clear takes rows out of the store that are not to be there, and then out of
// the ledger. A process that dies over it leaves it to the next.
func (in *Intake) clear(ctx context.Context, d *ledger.Debris) error {
	if d.Empty() {
		return nil
	}
	release, err := state.LockDays(ctx, in.cfg.Dir, d.Days, state.Exclusive)
	if err != nil {
		return err
	}
	defer release() //nolint:errcheck // unlocking cannot undo what is removed
	if len(d.Parts) > 0 {
		days := make([]store.Day, len(d.Days))
		for i, day := range d.Days {
			days[i] = store.Day(day)
		}
		if err := in.cfg.Store.RemoveParts(ctx, d.Parts, days); err != nil {
			return err
		}
	}
	for _, day := range d.Days {
		in.unlearn(store.Day(day)) // it was learned from rows that are gone
	}
	return in.cfg.Ledger.Rollback(ctx, d)
}

// Recovered is what an intake found of processes that died.
type Recovered struct {
	Batches int             // taken out again
	Objects []ledger.Object // to be read again, or on
}

// Recover puts the store in order after processes that died: what they had not
// acknowledged is taken out, and days that it touched are computed anew. The
// objects are returned; reading them again is the caller's.
func (in *Intake) Recover(ctx context.Context) (Recovered, error) {
	orphans, err := in.cfg.Ledger.Orphans(ctx)
	if err != nil || len(orphans) == 0 {
		return Recovered{}, err
	}
	if err := in.cfg.Store.Own(ctx); err != nil {
		return Recovered{}, err
	}
	ended := map[string]bool{}
	for _, o := range orphans {
		if !ended[o.Instance] {
			ended[o.Instance] = true
			if err := in.cfg.Store.EndInstance(ctx, o.Instance); err != nil {
				return Recovered{}, fmt.Errorf("wait for inserts of a process that died: %w", err)
			}
		}
	}
	d, err := in.cfg.Ledger.Adopt(ctx)
	if err != nil {
		return Recovered{}, err
	}
	if err := in.again(ctx, "take out what a dead process left", func() error { return in.clear(ctx, d) }); err != nil {
		return Recovered{}, err
	}
	r := Recovered{Batches: len(d.Batches)}
	for i := range d.Objects {
		r.Objects = append(r.Objects, d.Objects[i].Object)
	}
	return r, nil
}

// Forget takes the rows of objects, and their share of the roll-ups, out of the
// store. Their bytes can be taken in again.
func (in *Intake) Forget(ctx context.Context, ids ...ledger.ObjectID) error {
	if err := in.takeOut(ctx, ids); err != nil {
		return err
	}
	return in.Rebuild(ctx)
}

// takeOut is Forget, but for the days, which stay to be computed anew.
func (in *Intake) takeOut(ctx context.Context, ids []ledger.ObjectID) error {
	if err := in.cfg.Store.Own(ctx); err != nil {
		return err
	}
	var all ledger.Debris
	for _, id := range ids {
		d, err := in.cfg.Ledger.Forget(ctx, id)
		if err != nil {
			return err
		}
		all.Parts = append(all.Parts, d.Parts...)
		all.Days = append(all.Days, d.Days...)
		all.Objects = append(all.Objects, d.Objects...)
	}
	slices.Sort(all.Parts)
	slices.Sort(all.Days)
	all.Days = slices.Compact(all.Days)
	if err := in.again(ctx, "take out object", func() error { return in.clear(ctx, &all) }); err != nil {
		return err
	}
	// The rows that are left may now be the only witness of their flows.
	return in.cfg.Ledger.MarkDirty(ctx, ledger.Counted, all.Days...)
}

// supersede notes that the beginning of a file, which is in, is now in once more: the
// file has come to hold the same bytes as an object that was read under another name.
func (in *Intake) supersede(beginning, whole *ledger.Object) {
	in.mu.Lock()
	defer in.mu.Unlock()
	known := beginning.State == ledger.Stored || beginning.State == ledger.Interrupted
	if beginning.ID != 0 && known && beginning.ID != whole.ID && whole.Continues != beginning.ID {
		in.beginnings = append(in.beginnings, beginning.ID)
	}
}

// dropBeginnings takes out what was superseded in this run. A beginning that another
// process has in hands is left to the next run.
func (in *Intake) dropBeginnings(ctx context.Context) error {
	in.mu.Lock()
	ids := in.beginnings
	in.beginnings = nil
	in.mu.Unlock()
	for _, id := range ids {
		err := in.takeOut(ctx, []ledger.ObjectID{id})
		if err != nil && !errors.Is(err, ledger.ErrInFlight) && !errors.Is(err, ledger.ErrOrphaned) && !errors.Is(err, ledger.ErrUnknown) {
			return fmt.Errorf("take out what is in twice: %w", err)
		}
	}
	return nil
}
