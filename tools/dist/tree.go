package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// file is one entry of a package. It holds its bytes in data, or names the file on
// disk that does, or is a folder (name ends in a slash) or a symbolic link.
type file struct {
	name string      // slash-separated, relative
	mode fs.FileMode // 0 is 0644 (0755 for a folder)
	path string
	data []byte
	link string
	uid  int // also the group
}

type tree []file

// under moves every file below dir.
func (t tree) under(dir string) tree {
	moved := slices.Clone(t)
	for i := range moved {
		moved[i].name = dir + "/" + moved[i].name
	}
	return moved
}

// inImage puts the binary and the texts where a Linux image has them.
func (t tree) inImage() tree {
	moved := slices.Clone(t)
	for i, f := range moved {
		if strings.HasPrefix(f.name, "bin/") {
			moved[i].name = "usr/local/" + f.name
		} else {
			moved[i].name = "usr/local/share/doc/weir/" + f.name
		}
	}
	return moved
}

// blob is a written archive.
type blob struct {
	digest string // sha256 of the compressed bytes, hex
	diffID string // sha256 of the tar stream, hex
	size   int64  // of the compressed bytes
}

// writeTar writes files as a gzipped tar, sorted by name and with the folders that
// lead to them, so that the same input gives the same bytes. A file that could not
// be written whole is removed.
func writeTar(to string, files tree, at time.Time, level int) (b blob, err error) {
	out, err := os.Create(to)
	if err != nil {
		return b, err
	}
	defer func() {
		if cerr := out.Close(); err == nil {
			err = cerr
		}
		if err != nil {
			os.Remove(to)
		}
	}()
	packed, plain := sha256.New(), sha256.New()
	counted := &counter{w: io.MultiWriter(out, packed)}
	zw := newGzip(counted, level)
	tw := tar.NewWriter(io.MultiWriter(zw, plain))
	for _, f := range withFolders(files) {
		if err := addFile(tw, f, at); err != nil {
			return b, fmt.Errorf("add %s: %w", f.name, err)
		}
	}
	if err := tw.Close(); err != nil {
		return b, err
	}
	if err := zw.Close(); err != nil {
		return b, err
	}
	return blob{digest: sum(packed), diffID: sum(plain), size: counted.n}, nil
}

// withFolders sorts files and puts every folder before what is in it.
func withFolders(files tree) tree {
	all := slices.Clone(files)
	have := map[string]bool{}
	for _, f := range files {
		have[f.name] = true
	}
	for _, f := range files {
		for dir := path.Dir(strings.TrimSuffix(f.name, "/")); dir != "."; dir = path.Dir(dir) {
			if !have[dir+"/"] {
				have[dir+"/"] = true
				all = append(all, file{name: dir + "/"})
			}
		}
	}
	slices.SortFunc(all, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return all
}

func addFile(tw *tar.Writer, f file, at time.Time) error {
	header := &tar.Header{Name: f.name, Mode: int64(f.mode), Uid: f.uid, Gid: f.uid, ModTime: at, Format: tar.FormatPAX}
	var body io.Reader = bytes.NewReader(f.data)
	switch {
	case strings.HasSuffix(f.name, "/"):
		header.Typeflag = tar.TypeDir
	case f.link != "":
		header.Typeflag, header.Linkname = tar.TypeSymlink, f.link
	case f.path != "":
		in, err := os.Open(f.path)
		if err != nil {
			return err
		}
		defer in.Close()
		info, err := in.Stat()
		if err != nil {
			return err
		}
		header.Size, body = info.Size(), in
	default:
		header.Size = int64(len(f.data))
	}
	if f.mode == 0 {
		header.Mode = 0o644
		if header.Typeflag == tar.TypeDir {
			header.Mode = 0o755
		}
	}
	if err := tw.WriteHeader(header); err != nil {
		return err
	}
	_, err := io.Copy(tw, body)
	return err
}

func sum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

// counter counts what goes through it.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
