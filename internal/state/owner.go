package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/weir-flow/weir/internal/build"
)

// Format is the version of the data directory as a whole: which files are in
// it and what they mean to each other. Tables have versions of their own.
const Format = 1

var (
	// ErrOwned is the sentinel of [OwnedError].
	ErrOwned = errors.New("data directory is owned by another process")
	// ErrFormat: the directory was made by a weir that laid it out differently.
	ErrFormat = errors.New("incompatible data directory")
)

// Owner is the one process that keeps a data directory and its engine, until
// it calls Close or dies.
type Owner struct {
	dir  string
	lock *os.File
}

// OwnerInfo is what the owner wrote about itself, for the others to read.
type OwnerInfo struct {
	PID     int       `json:"pid"`
	Command string    `json:"command"` // "weir serve"
	Since   time.Time `json:"since"`
	Version string    `json:"version"` // of the program
}

// OwnedError says who owns the directory.
type OwnedError struct {
	Dir string
	OwnerInfo
}

func (e *OwnedError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("data directory %s is in use by another process", e.Dir)
	}
	return fmt.Sprintf("data directory %s is in use by %q (pid %d) since %s",
		e.Dir, e.Command, e.PID, e.Since.UTC().Format(time.RFC3339))
}

func (e *OwnedError) Is(target error) bool { return target == ErrOwned }

// Acquire makes this process the owner of a data directory, which is made,
// closed to other users, when it is not there. Command is what the owner is
// called towards others, without arguments that may hold secrets: "weir serve".
//
// It fails with an [*OwnedError] when somebody else is the owner, with
// [ErrFormat] when the directory's layout is of another version, and with
// [ErrReadOnly] when this user cannot write there.
func Acquire(dir, command string) (*Owner, error) {
	if err := prepare(dir); err != nil {
		return nil, fmt.Errorf("open data directory %s: %w", dir, err)
	}
	lock, err := openLock(filepath.Join(dir, "lock"))
	if err != nil {
		return nil, fmt.Errorf("open data directory %s: %w", dir, err)
	}
	o := &Owner{dir: dir, lock: lock}
	if err := o.take(command); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	return o, nil
}

// handover is how long a lock may be found taken by nobody that owner.json
// names: a [Current] of somebody else looks at it by locking it for a moment,
// an owner that begins writes its name after locking, and one that ends takes
// its name away first.
const handover = 2 * time.Second

func (o *Owner) take(command string) error {
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		ok, err := tryFlock(o.lock, unix.LOCK_EX)
		if err != nil {
			return fmt.Errorf("open data directory %s: %w", o.dir, err)
		}
		if ok {
			break
		}
		info, named := livingOwner(o.dir)
		if named || time.Since(start) > handover {
			return &OwnedError{Dir: o.dir, OwnerInfo: info}
		}
	}
	if err := checkFormat(o.dir); err != nil {
		return err
	}
	version := filepath.Join(o.dir, "version")
	if _, err := os.Stat(version); errors.Is(err, fs.ErrNotExist) {
		if err := WriteFile(version, fmt.Appendf(nil, "weir data %d\n", Format)); err != nil {
			return fmt.Errorf("open data directory %s: %w", o.dir, err)
		}
	}
	info := OwnerInfo{PID: os.Getpid(), Command: command, Since: time.Now().UTC(), Version: build.Version()}
	text, err := json.Marshal(info)
	if err != nil {
		return err
	}
	if err := WriteFile(filepath.Join(o.dir, "owner.json"), append(text, '\n')); err != nil {
		return fmt.Errorf("open data directory %s: %w", o.dir, err)
	}
	return nil
}

// Dir is the directory that is owned.
func (o *Owner) Dir() string { return o.dir }

// Close gives the directory back.
func (o *Owner) Close() error {
	err := os.Remove(filepath.Join(o.dir, "owner.json"))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, o.lock.Close()) // the lock itself stays: removing it would let two in
}

// Current says who owns a data directory now; false when nobody does.
func Current(dir string) (OwnerInfo, bool, error) {
	f, err := os.Open(filepath.Join(dir, "lock"))
	if errors.Is(err, fs.ErrNotExist) {
		return OwnerInfo{}, false, nil
	}
	if err != nil {
		return OwnerInfo{}, false, fmt.Errorf("find owner of %s: %w", dir, err)
	}
	defer f.Close() //nolint:errcheck // only looked at
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		free, err := tryFlock(f, unix.LOCK_SH)
		if err != nil || free {
			return OwnerInfo{}, false, err
		}
		info, named := livingOwner(dir)
		if named || time.Since(start) > handover {
			return info, true, nil
		}
	}
}

// livingOwner reads who owner.json names, and whether that process is there. It
// may live where this one cannot see it: in another container.
func livingOwner(dir string) (info OwnerInfo, living bool) {
	info, err := readOwner(dir)
	return info, err == nil && !errors.Is(syscall.Kill(info.PID, 0), syscall.ESRCH)
}

func readOwner(dir string) (OwnerInfo, error) {
	text, err := os.ReadFile(filepath.Join(dir, "owner.json"))
	if err != nil {
		return OwnerInfo{}, err
	}
	var info OwnerInfo
	err = json.Unmarshal(text, &info)
	return info, err
}

// prepare makes the directory and its folders.
func prepare(dir string) error {
	for _, d := range []string{dir, filepath.Join(dir, "procs"), filepath.Join(dir, "locks")} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return readOnly(err)
		}
	}
	return nil
}

// checkFormat fails when the version file names another format. A directory
// without one is new.
func checkFormat(dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, "version"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open data directory %s: %w", dir, err)
	}
	num, ok := strings.CutPrefix(strings.TrimSpace(string(text)), "weir data ")
	have, err := strconv.Atoi(num)
	switch {
	case !ok || err != nil:
		return fmt.Errorf("open data directory %s: %w: its version file reads %.40q", dir, ErrFormat, text)
	case have > Format:
		return fmt.Errorf("open data directory %s: %w: it has format %d, this weir knows %d: use the newer weir", dir, ErrFormat, have, Format)
	case have < Format:
		return fmt.Errorf("open data directory %s: %w: it has format %d, this weir writes %d", dir, ErrFormat, have, Format)
	}
	return nil
}

// WriteFile puts a file in place whole or not at all, readable by this user.
func WriteFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*") // made 0600
	if err != nil {
		return readOnly(err)
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return Sync(filepath.Dir(path))
}
