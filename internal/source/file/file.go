// Package file lists objects in the file system: files, folders, globs and
// standard input.
package file

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/source"
)

// ErrNothing is wrapped by [New] when a path names no file.
var ErrNothing = errors.New("no such file or folder")

// Files is the list of files that some paths name.
type Files struct {
	paths []string
	size  int64
}

var _ source.Source = (*Files)(nil)

// New resolves paths: a file, a folder with everything below it, or a glob.
// Hidden files and folders (a leading dot) inside a folder are left out. A file
// named twice is listed once. The order is that of the names.
func New(paths []string) (*Files, error) {
	f := &Files{}
	seen := map[string]bool{}
	add := func(path string, info fs.FileInfo) {
		if !seen[path] {
			seen[path] = true
			f.paths = append(f.paths, path)
			f.size += info.Size()
		}
	}
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("resolve %s: %w", p, err)
		}
		roots := []string{abs}
		if _, err := os.Stat(abs); err != nil {
			if !errors.Is(err, fs.ErrNotExist) {
				return nil, fmt.Errorf("read %s: %w", p, errors.Unwrap(err))
			}
			roots, _ = filepath.Glob(abs)
			if len(roots) == 0 {
				return nil, fmt.Errorf("read %s: %w", p, ErrNothing)
			}
		}
		for _, root := range roots {
			if err := walk(root, add); err != nil {
				return nil, fmt.Errorf("list %s: %w", root, err)
			}
		}
	}
	slices.Sort(f.paths)
	return f, nil
}

func walk(root string, add func(string, fs.FileInfo)) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		info, err := os.Stat(path) // follows links, so that a linked log is read
		if err != nil || !info.Mode().IsRegular() {
			return nil
		}
		add(path, info)
		return nil
	})
}

// Len is how many files there are.
func (f *Files) Len() int { return len(f.paths) }

// Bytes is their size together when they were listed.
func (f *Files) Bytes() int64 { return f.size }

// Objects implements [source.Source].
func (f *Files) Objects(ctx context.Context, yield func(source.Object) error) error {
	for _, path := range f.paths {
		if err := ctx.Err(); err != nil {
			return err
		}
		o, err := Object(path)
		if err != nil {
			return err
		}
		if err := yield(o); err != nil {
			return err
		}
	}
	return nil
}

// Object describes one file.
func Object(path string) (source.Object, error) {
	info, err := os.Stat(path)
	if err != nil {
		return source.Object{}, fmt.Errorf("read %s: %w", path, errors.Unwrap(err))
	}
	return source.Object{
		Source: "file", Name: path, Size: info.Size(), Modified: info.ModTime(),
		Open: func(context.Context) (io.ReadCloser, error) { return os.Open(path) },
	}, nil
}

// Spool writes a stream into a file of the folder, so that it can be hashed
// before it is decoded and read again after a crash, and describes it as an
// object. The caller removes the file when the object is stored.
func Spool(ctx context.Context, r io.Reader, dir string) (o source.Object, path string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return o, "", fmt.Errorf("spool standard input: %w", err)
	}
	w, err := os.CreateTemp(dir, "stdin-*")
	if err != nil {
		return o, "", fmt.Errorf("spool standard input: %w", err)
	}
	path = w.Name()
	_, err = io.Copy(w, &cancelled{ctx, r})
	if err = errors.Join(err, w.Sync(), w.Close()); err != nil {
		return o, "", errors.Join(fmt.Errorf("spool standard input: %w", err), os.Remove(path))
	}
	o, err = Object(path)
	o.Source = "stdin"
	return o, path, err
}

// cancelled ends a read loop between two reads.
type cancelled struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelled) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
