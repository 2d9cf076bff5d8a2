package pipeline

import (
	"context"
	"errors"
	"slices"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/store"
)

// DropDay drops the records of a day, from the store and from the ledger, and
// closes the day: its roll-ups stay. Whoever dies over it leaves a note for the
// next, see [Intake.FinishDrops].
func (in *Intake) DropDay(ctx context.Context, day store.Day) (err error) {
	release, err := in.ownSettled(ctx, day)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	// The last time that its roll-ups can be computed from its records.
	dirty, err := in.cfg.Ledger.DirtyDays(ctx)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(dirty, func(d ledger.DirtyDay) bool { return d.Day == uint32(day) }); i >= 0 {
		if err := in.again(ctx, "compute a day anew", func() error { return in.renew(ctx, dirty[i]) }); err != nil {
			return err
		}
	}
	if err := in.cfg.Ledger.CloseDay(ctx, uint32(day)); err != nil {
		return err
	}
	in.cfg.Step("closed")
	return in.finishDrop(ctx, day)
}

// ownSettled holds a day alone, with no batch of a dead process in it: taking that
// out later would leave its share in roll-ups that cannot be computed any more.
func (in *Intake) ownSettled(ctx context.Context, day store.Day) (release func() error, err error) {
	for {
		release, err := in.ownDays(ctx, day)
		if err != nil {
			return nil, err
		}
		parts, err := in.cfg.Ledger.PartsOf(ctx, uint32(day))
		if err == nil && !slices.ContainsFunc(parts, func(p ledger.PartRows) bool { return p.Pending }) {
			return release, nil
		}
		if err := errors.Join(err, release()); err != nil {
			return nil, err
		}
		if _, err := in.Recover(ctx); err != nil {
			return nil, err
		}
	}
}

// finishDrop drops the records of a closed day. The caller holds the day.
func (in *Intake) finishDrop(ctx context.Context, day store.Day) error {
	err := in.again(ctx, "drop a day", func() error {
		// A replacement that was cut off would bring records back.
		if err := in.cfg.Store.FinishDay(ctx, day); err != nil {
			return err
		}
		return in.cfg.Store.DropDays(ctx, []store.Day{day})
	})
	if err != nil {
		return err
	}
	in.cfg.Step("dropped")
	in.unlearn(day)
	if err := in.cfg.Ledger.DropDays(ctx, uint32(day)); err != nil {
		return err
	}
	in.cfg.Step("dropped-noted")
	return nil
}

// FinishDrops drops the records of days that somebody died over while he dropped
// them. It waits for those that are under way.
func (in *Intake) FinishDrops(ctx context.Context) error {
	closed, err := in.cfg.Ledger.ClosedDays(ctx)
	for _, d := range closed {
		if !d.Dropped {
			err = errors.Join(err, in.finishDropOf(ctx, store.Day(d.Day)))
		}
	}
	return err
}

func (in *Intake) finishDropOf(ctx context.Context, day store.Day) (err error) {
	release, err := in.ownDays(ctx, day)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	closed, err := in.cfg.Ledger.ClosedDays(ctx)
	if err != nil || !slices.Contains(closed, ledger.ClosedDay{Day: uint32(day)}) {
		return err // another one was faster
	}
	return in.finishDrop(ctx, day)
}
