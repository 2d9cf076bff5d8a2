package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
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
		in.cfg.Facts.Drop(dayNumber(day)) // learned from rows that are gone
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
	if err := in.cfg.Ledger.MarkDirty(ctx, ledger.Counted, all.Days...); err != nil {
		return err
	}
	return in.Rebuild(ctx)
}

// markDirty writes down which days hold rows that were decided before a fact
// about them was known.
func (in *Intake) markDirty(ctx context.Context) error {
	days := in.cfg.Facts.TakeDirty()
	if len(days) == 0 {
		return nil
	}
	numbers := make([]uint32, len(days))
	for i, d := range days {
		numbers[i] = uint32(storeDay(d))
	}
	return in.cfg.Ledger.MarkDirty(ctx, ledger.Counted, numbers...)
}

// loadFacts makes the enricher know what is stored of a day already.
func (in *Intake) loadFacts(ctx context.Context, day int32) error {
	if in.cfg.Load == nil || in.cfg.Facts.Knows(day) {
		return nil
	}
	in.loading.Lock()
	defer in.loading.Unlock()
	if in.cfg.Facts.Knows(day) {
		return nil
	}
	return in.again(ctx, "load what is known", func() error { return in.cfg.Load(ctx, storeDay(day)) })
}

// Rebuild computes the days anew that are marked dirty: their roll-ups, and
// where facts came late the meaning of their rows.
func (in *Intake) Rebuild(ctx context.Context) error {
	dirty, err := in.cfg.Ledger.DirtyDays(ctx)
	if err != nil {
		return err
	}
	for _, d := range dirty {
		if err := in.again(ctx, "compute a day anew", func() error { return in.rebuild(ctx, d) }); err != nil {
			return fmt.Errorf("compute %s anew: %w", store.Day(d.Day), err)
		}
		if err := in.cfg.Ledger.ClearDirty(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

func (in *Intake) rebuild(ctx context.Context, d ledger.DirtyDay) (err error) {
	day := store.Day(d.Day)
	release, err := state.LockDays(ctx, in.cfg.Dir, []uint32{d.Day, uint32(day.Next())}, state.Exclusive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	if d.What == ledger.Rollups {
		return in.cfg.Store.RecomputeDay(ctx, day)
	}
	return in.Reenrich(ctx, day)
}

// Reenrich gives every row of a stored day its meaning anew, knowing all facts
// of the day. The caller holds the day.
func (in *Intake) Reenrich(ctx context.Context, day store.Day) error {
	number := dayNumber(uint32(day))
	in.cfg.Facts.Drop(number)
	if in.cfg.Load != nil {
		if err := in.cfg.Load(ctx, day); err != nil {
			return err
		}
	}
	streams, err := in.streams(ctx, day)
	if err != nil {
		return err
	}
	byStream := record.NewBatch(record.KindFlow, in.cfg.Registry)
	err = in.writer.ReplaceDay(ctx, day, func(put func(*record.Batch) error) error {
		return in.cfg.Store.ReadDay(ctx, in.cfg.Registry, day, func(b *record.Batch) error {
			b, segments := streams.group(b, byStream)
			clearDerived(b)
			if in.cfg.Before != nil {
				in.cfg.Before.Enrich(b, number, segments)
			}
			in.cfg.Facts.Enrich(b, number, segments)
			return put(b)
		})
	})
	in.cfg.Facts.TakeDirty() // of this day, which is done
	return err
}

// clearDerived empties what enrichers add to, and not only set.
func clearDerived(b *record.Batch) {
	for _, id := range []record.FieldID{record.Counted, record.Role, record.Scopes} {
		if b.Has(id) {
			clear(b.Col(id).U8)
		}
	}
	clear(b.SrcSide)
	clear(b.DstSide)
}

// Flush makes all that was stored visible to readers.
func (in *Intake) Flush(ctx context.Context) error {
	return in.again(ctx, "reload names", func() error { return in.writer.Flush(ctx) })
}
