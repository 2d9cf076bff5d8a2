package state

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// Instance is one running process on a data directory. Others learn from its
// lock whether it still lives, which a process id could not tell: those are
// used again. Keep it until the end: one that the garbage collector takes lets
// go of its lock and counts as dead.
type Instance struct {
	id   string
	path string
	lock *os.File
}

// Register makes this process known in a data directory under a name that no
// process has had before. It fails like [Acquire], but needs no ownership.
func Register(dir string) (*Instance, error) {
	if err := prepare(dir); err != nil {
		return nil, fmt.Errorf("open data directory %s: %w", dir, err)
	}
	if err := checkFormat(dir); err != nil {
		return nil, err
	}
	sweep(dir)
	for {
		var random [8]byte
		_, _ = rand.Read(random[:]) // never fails
		i := &Instance{id: strconv.Itoa(os.Getpid()) + "-" + hex.EncodeToString(random[:])}
		i.path = instancePath(dir, i.id)
		ok, err := i.take()
		if err != nil {
			return nil, fmt.Errorf("register in data directory %s: %w", dir, err)
		}
		if ok {
			return i, nil
		}
	}
}

// take makes and locks the file. A sweep of another process may come between
// the two and remove it: then it is not ours and another name is tried.
func (i *Instance) take() (bool, error) {
	f, err := openLock(i.path)
	if err != nil {
		return false, err
	}
	ok, err := tryFlock(f, unix.LOCK_EX)
	if ok {
		var st, there unix.Stat_t
		err = unix.Fstat(int(f.Fd()), &st)
		ok = err == nil && unix.Stat(i.path, &there) == nil && there.Ino == st.Ino
	}
	if !ok {
		return false, errors.Join(err, f.Close())
	}
	i.lock = f
	return true, nil
}

// ID is the instance's name: process id and a random part.
func (i *Instance) ID() string { return i.id }

// Close takes the process off the list.
func (i *Instance) Close() error {
	return errors.Join(os.Remove(i.path), i.lock.Close())
}

// Alive says whether the process that registered under id still lives. When
// that cannot be found out the answer is yes: to wait for a dead process loses
// time, to take a living one for dead loses rows.
func Alive(dir, id string) bool {
	if id == "" || strings.ContainsRune(id, filepath.Separator) {
		return false
	}
	f, err := os.Open(instancePath(dir, id))
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	defer f.Close() //nolint:errcheck // only looked at
	free, err := tryFlock(f, unix.LOCK_SH)
	return err != nil || !free
}

func instancePath(dir, id string) string { return filepath.Join(dir, "procs", id+".lock") }

// sweep removes what dead processes left. Names are never used again, so
// nobody can be waiting for such a file.
func sweep(dir string) {
	paths, _ := filepath.Glob(filepath.Join(globQuote(dir), "procs", "*.lock"))
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			continue
		}
		if dead, _ := tryFlock(f, unix.LOCK_EX); dead {
			_ = os.Remove(p)
		}
		_ = f.Close()
	}
}

var globQuoter = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`)

func globQuote(path string) string { return globQuoter.Replace(path) }
