package daemon

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/state"
)

// scratchName begins the names of private data directories.
const scratchName = "weir-scratch-"

// scratchGrace is the age below which a private directory without an owner is
// left alone: the process that made it is about to take it.
const scratchGrace = time.Minute

// OpenScratch opens a data directory of this process's own below tmp, which
// [Lookup.Close] removes. What processes that died left there before is removed
// first.
func OpenScratch(ctx context.Context, tmp string, cfg Config) (*Lookup, error) {
	dir, err := MakeScratch(tmp)
	if err != nil {
		return nil, err
	}
	cfg.Data, cfg.StoreURL = dir, ""
	l, err := Open(ctx, cfg)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	l.scratch = true
	return l, nil
}

// MakeScratch makes a private directory below tmp. Those that processes left there
// which died are removed first.
func MakeScratch(tmp string) (string, error) {
	sweepScratch(tmp, time.Now())
	dir, err := os.MkdirTemp(tmp, scratchName)
	if err != nil {
		return "", fmt.Errorf("make private directory: %w", err)
	}
	return dir, nil
}

// sweepScratch removes private directories of this user that nobody owns.
func sweepScratch(tmp string, now time.Time) {
	dirs, _ := filepath.Glob(filepath.Join(tmp, scratchName+"*"))
	for _, dir := range dirs {
		var st unix.Stat_t
		if unix.Lstat(dir, &st) != nil || st.Mode&unix.S_IFMT != unix.S_IFDIR || int(st.Uid) != os.Getuid() {
			continue
		}
		if now.Sub(time.Unix(st.Mtim.Unix())) < scratchGrace {
			continue
		}
		if _, owned, err := state.Current(dir); err == nil && !owned {
			_ = os.RemoveAll(dir) // what stays is swept next time
		}
	}
}
