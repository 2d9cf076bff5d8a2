package daemon

import (
	"context"
	"fmt"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/store"
)

// Expire drops what is older or more than settings allow, from the store and
// then from the ledger. Days count back from the newest day stored, so that old
// logs do not vanish as soon as they are taken in.
func (l *Lookup) Expire(ctx context.Context, keep KeepSettings) (store.Expired, error) {
	limits := store.Keep{RawDays: keep.Days, MinuteDays: keep.MinuteDays, HourDays: keep.HourDays, MaxBytes: uint64(keep.Bytes)}
	if limits.MaxBytes == 0 && l.cfg.StoreURL == "" {
		limits.MaxBytes = volumeShare(l.Dir)
	}
	gone, err := l.Store.Expire(ctx, limits)
	if err != nil {
		return gone, fmt.Errorf("drop old days: %w", err)
	}
	if len(gone.Raw) == 0 {
		return gone, nil
	}
	days := make([]uint32, len(gone.Raw))
	for i, d := range gone.Raw {
		days[i] = uint32(d)
	}
	return gone, l.Ledger.DropDays(ctx, days...)
}

// volumeShare is 80 % of the volume that holds dir, 0 when that is not known.
func volumeShare(dir string) uint64 {
	var fs unix.Statfs_t
	if unix.Statfs(dir, &fs) != nil || fs.Bsize <= 0 {
		return 0
	}
	return fs.Blocks / 10 * 8 * uint64(fs.Bsize)
}
