package daemon

import (
	"context"
	"fmt"
	"slices"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/store"
)

// Expire drops what is older or more than settings allow, from the store and
// from the ledger: after a crash the next command goes on with it. Days count back from the newest day stored, so that old
// logs do not vanish as soon as they are taken in.
func (l *Lookup) Expire(ctx context.Context, keep KeepSettings) (store.Expired, error) {
	var in *pipeline.Intake
	gone, err := l.Store.Expire(ctx, l.limits(keep), func(ctx context.Context, day store.Day) error {
		if in == nil {
			in = l.keeper(ctx) // reads files, so only when it is needed
		}
		return in.DropDay(ctx, day)
	})
	if err == nil && len(gone.Rolls) > 0 {
		err = l.reopenDays(ctx)
	}
	if err != nil {
		return gone, fmt.Errorf("drop old days: %w", err)
	}
	return gone, nil
}

// limits are the settings as the store takes them.
func (l *Lookup) limits(keep KeepSettings) store.Keep {
	limits := store.Keep{RawDays: keep.Days, MinuteDays: keep.MinuteDays, HourDays: keep.HourDays, MaxBytes: uint64(keep.Bytes)}
	if limits.MaxBytes == 0 && l.cfg.StoreURL == "" {
		limits.MaxBytes = volumeShare(l.Dir)
	}
	return limits
}

// reopenDays opens the closed days that no roll-up is left of.
func (l *Lookup) reopenDays(ctx context.Context) error {
	closed, err := l.Ledger.ClosedDays(ctx)
	if err != nil || len(closed) == 0 {
		return err
	}
	usage, err := l.Store.Usage(ctx)
	if err != nil {
		return err
	}
	var empty []uint32
	for _, d := range closed {
		if !slices.ContainsFunc(usage, func(u store.Usage) bool { return uint32(u.Day) == d.Day }) {
			empty = append(empty, d.Day)
		}
	}
	return l.Ledger.ReopenDays(ctx, empty...)
}

// finishDrops drops days that a process died over while it dropped them.
func (l *Lookup) finishDrops(ctx context.Context) error {
	closed, err := l.Ledger.ClosedDays(ctx)
	if err != nil || !slices.ContainsFunc(closed, func(d ledger.ClosedDay) bool { return !d.Dropped }) {
		return err
	}
	if err := l.own(ctx, false); err != nil {
		return nil //nolint:nilerr // another data directory's store: it is that one's to finish
	}
	return l.keeper(ctx).FinishDrops(ctx)
}

// closedDays are the days whose roll-ups have outlived their records.
func (l *Lookup) closedDays(ctx context.Context) ([]store.Day, error) {
	closed, err := l.Ledger.ClosedDays(ctx)
	days := make([]store.Day, len(closed))
	for i, d := range closed {
		days[i] = store.Day(d.Day)
	}
	return days, err
}

// volumeShare is 80 % of the volume that holds dir, 0 when that is not known.
func volumeShare(dir string) uint64 {
	var fs unix.Statfs_t
	if unix.Statfs(dir, &fs) != nil || fs.Bsize <= 0 {
		return 0
	}
	return fs.Blocks / 10 * 8 * uint64(fs.Bsize)
}
