package state

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sys/unix"
)

// LockMode is how a day is held.
type LockMode int

const (
	// Shared is for inserting rows of a day: any number of processes at once.
	Shared LockMode = unix.LOCK_SH
	// Exclusive is for computing a day anew or dropping it: nobody else.
	Exclusive LockMode = unix.LOCK_EX
)

// LockDays holds days (numbers like 20260131) of a data directory against
// other goroutines and processes, until release is called or the process dies.
// It waits until ctx ends.
//
// Days are taken in ascending order, so callers that take all their days in
// one call never wait for each other in a circle; a caller that already holds
// a day must not ask for it again. One who waits for exclusive use is not
// overtaken by later shared ones.
func LockDays(ctx context.Context, dir string, days []uint32, mode LockMode) (release func() error, err error) {
	var held []*os.File
	release = func() error {
		var errs []error
		for _, f := range held {
			errs = append(errs, f.Close())
		}
		held = nil
		return errors.Join(errs...)
	}
	days = slices.Clone(days)
	slices.Sort(days)
	for _, day := range slices.Compact(days) {
		f, err := lockDay(ctx, dir, day, mode)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("lock day %d: %w", day, err), release())
		}
		held = append(held, f)
	}
	return release, nil
}

func lockDay(ctx context.Context, dir string, day uint32, mode LockMode) (*os.File, error) {
	path := filepath.Join(dir, "locks", fmt.Sprintf("day-%08d", day))
	// flock alone would let an endless stream of inserts starve a rebuild. So
	// everybody passes a gate first, and one who wants the day for itself keeps
	// the gate shut while it waits.
	gate, err := openLock(path + ".gate")
	if err != nil {
		return nil, err
	}
	defer gate.Close() //nolint:errcheck // gives the lock back, has nothing else to fail at
	if err := flock(ctx, gate, int(mode)); err != nil {
		return nil, err
	}
	f, err := openLock(path)
	if err != nil {
		return nil, err
	}
	if err := flock(ctx, f, int(mode)); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
