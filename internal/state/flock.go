package state

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// readOnly joins err with [ErrReadOnly] when it says that this user may not
// write there or nobody can.
func readOnly(err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return err
}

// tryFlock takes a flock (unix.LOCK_SH or unix.LOCK_EX) without waiting and
// says whether it did. The lock belongs to the open file: two opens of one
// file in one process exclude each other, and Go's close-on-exec keeps it from
// children.
func tryFlock(f *os.File, how int) (bool, error) {
	for {
		err := unix.Flock(int(f.Fd()), how|unix.LOCK_NB)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, unix.EWOULDBLOCK):
			return false, nil
		case !errors.Is(err, unix.EINTR):
			return false, fmt.Errorf("lock %s: %w", f.Name(), err)
		}
	}
}

// flock takes a flock and waits for it until ctx ends.
func flock(ctx context.Context, f *os.File, how int) error {
	for wait := 500 * time.Microsecond; ; wait = min(2*wait, 20*time.Millisecond) {
		ok, err := tryFlock(f, how)
		if ok || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for %s: %w", f.Name(), ctx.Err())
		case <-time.After(wait):
		}
	}
}

// openLock opens or makes a lock file. f.Fd puts a descriptor into blocking
// mode, which is as it should be for a file that is never read.
func openLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, readOnly(err)
	}
	return f, nil
}
