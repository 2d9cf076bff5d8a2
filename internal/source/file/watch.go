package file

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/weir-flow/weir/internal/source"
)

// Watch is a source that lists a path again and again: a file, a folder with all
// below it, or a glob, none of which need exist yet. Each call of Objects is one
// poll and yields what is new or has changed since it was yielded last.
//
// A file is yielded when its size and time stood still over two polls: until then
// somebody may be writing it. Plain text that grows is yielded while it does, with
// Growing set, but no more often than reading it from its start is worth (a twentieth
// of the time): weir knows a file by the hash of its content. When it has stood still
// for [restTime] and its last line has no end, it is yielded once more without Growing.
// Compressed files, Parquet and JSON documents are never read while they grow.
//
// A file that is moved is the same content under another name, one that shrank is
// another content; the ledger knows. Hidden files are left out. A Watch is not safe
// for concurrent use.
type Watch struct {
	path string
	now  func() time.Time

	seen  map[string]*watched
	polls int
}

// restTime is how long a text file stands still before its last line is taken as it is.
const restTime = time.Minute

// A growing file is read again after growShare times what that takes at readSpeed,
// bytes per second.
const (
	growShare = 20
	readSpeed = 500 << 20
)

// watched is what is known of one file.
type watched struct {
	size    int64
	changed time.Time // of the file
	inode   uint64
	still   time.Time // since when size and time stand still
	poll    int       // the last that saw it

	given   string    // version yielded last
	growing bool      // it was yielded as such
	next    time.Time // not before, while it grows
}

// NewWatch returns a watch of a path.
func NewWatch(path string) (*Watch, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", path, err)
	}
	if _, err := filepath.Match(abs, ""); err != nil {
		return nil, fmt.Errorf("watch %s: %w", path, err)
	}
	return &Watch{path: abs, now: time.Now, seen: map[string]*watched{}}, nil
}

// Path is what is watched.
func (w *Watch) Path() string { return w.path }

// Objects implements [source.Source]: one poll.
func (w *Watch) Objects(ctx context.Context, yield func(source.Object) error) error {
	w.polls++
	roots := []string{w.path}
	if _, err := os.Lstat(w.path); errors.Is(err, fs.ErrNotExist) {
		roots, _ = filepath.Glob(w.path)
	} else if err != nil {
		return fmt.Errorf("watch %s: %w", w.path, errors.Unwrap(err))
	}
	var failed error
	for _, root := range roots {
		err := walk(root, func(path string, info fs.FileInfo) {
			if failed == nil && ctx.Err() == nil {
				failed = w.file(path, info, yield)
			}
		})
		if err = errors.Join(failed, err, ctx.Err()); err != nil {
			return err
		}
	}
	for name, f := range w.seen { // removed, or moved
		if f.poll != w.polls {
			delete(w.seen, name)
		}
	}
	return nil
}

// file looks at one file, and yields it when it is due.
func (w *Watch) file(path string, info fs.FileInfo, yield func(source.Object) error) error {
	now, f := w.now(), w.seen[path]
	inode := uint64(0)
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		inode = st.Ino
	}
	if f == nil {
		f = &watched{}
		w.seen[path] = f
	}
	f.poll = w.polls
	moved := f.size != info.Size() || !f.changed.Equal(info.ModTime()) || f.inode != inode
	if moved {
		f.size, f.changed, f.inode, f.still = info.Size(), info.ModTime(), inode, now
	}
	if f.size == 0 {
		return nil
	}
	version := fmt.Sprintf("%d %d %d", f.size, f.changed.UnixNano(), inode)
	known := f.given == version
	switch {
	case known && !f.growing, moved && f.given == "": // a file is mostly written at once: one poll more
		return nil
	case !moved && now.Sub(f.still) >= restTime:
		return w.give(f, path, info, version, false, yield)
	case known || now.Before(f.next):
		return nil
	}
	lines, ended := readLines(path)
	if !lines {
		if moved {
			return nil
		}
		return w.give(f, path, info, version, false, yield)
	}
	f.next = now.Add(max(time.Second, growShare*time.Duration(f.size)*time.Second/readSpeed))
	err := w.give(f, path, info, version, true, yield)
	f.growing = !ended
	return err
}

func (w *Watch) give(f *watched, path string, info fs.FileInfo, version string, growing bool, yield func(source.Object) error) error {
	f.given, f.growing = version, growing
	o := source.Object{
		Source: "file", Name: path, Size: info.Size(), Modified: info.ModTime(), Growing: growing,
		Open: func(context.Context) (io.ReadCloser, error) {
			r, err := os.Open(path)
			if errors.Is(err, fs.ErrNotExist) {
				return nil, fmt.Errorf("read %s: %w", path, source.ErrGone)
			}
			return r, err
		},
	}
	if !growing { // what is appended while it is read has no version yet
		o.Version = version
	}
	return yield(o)
}

// readLines reports whether a file is text of one record a line, which alone can be
// read while it grows, and whether its last line has an end.
func readLines(path string) (lines, ended bool) {
	r, err := os.Open(path)
	if err != nil {
		return false, false
	}
	defer r.Close()
	head := make([]byte, 4096)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, false
	}
	head = bytes.TrimPrefix(head[:n], []byte("\xef\xbb\xbf"))
	first, _, whole := bytes.Cut(head, []byte("\n"))
	first = bytes.TrimSpace(first)
	switch {
	case !utf8.Valid(first) && whole, bytes.IndexByte(head, 0) >= 0, bytes.HasPrefix(first, []byte{0x1f, 0x8b}), bytes.HasPrefix(first, []byte("PAR1")):
		return false, false
	case len(first) == 0, first[0] == '[', first[0] == '{' && first[len(first)-1] != '}':
		return false, false // a JSON document
	}
	last := make([]byte, 1)
	if _, err := r.Seek(-1, io.SeekEnd); err != nil {
		return false, false
	}
	_, err = io.ReadFull(r, last)
	return true, err == nil && last[0] == '\n'
}
