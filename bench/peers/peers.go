// Package peers runs the programs that weir is measured beside, in the same run and
// on the same files: DuckDB through its npm package, nfdump from Debian, and the
// loops that one would write in Go in an afternoon.
//
// tools/peers.sh gets them. Each takes a folder of gzipped VPC Flow Log text, one
// header line a file, all files alike.
package peers

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ErrMissing is wrapped when a peer is not installed.
var ErrMissing = errors.New("peer is not installed; get it with tools/peers.sh")

// Load is how a peer took the files in.
type Load struct {
	Rows int64         // records it holds afterwards
	Wall time.Duration // from start until all of them can be queried
	CPU  time.Duration // user and system, of all its processes
	Disk int64         // bytes of what it wrote
}

// Question is asked in a peer's own words.
type Question struct {
	Name string   `json:"name"`
	SQL  string   `json:"sql,omitempty"` // for DuckDB, over the table flows
	Args []string `json:"-"`             // for nfdump, behind -R FOLDER
}

// Answer is the best of several runs of a question.
type Answer struct {
	Name  string
	Wall  time.Duration
	CPU   time.Duration
	Rows  int    // of the answer; for nfdump its lines
	First string // first row, to compare answers between systems
}

// Result is all that one peer gave.
type Result struct {
	Peer    string // name and version
	Load    Load
	Answers []Answer
	Note    string // what to know before comparing; may be empty
}

// gzipFiles returns the *.gz files below a folder, sorted.
func gzipFiles(dir string) (paths []string, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && strings.HasSuffix(path, ".gz") {
			paths = append(paths, path)
		}
		return err
	})
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("no .gz file in %s", dir)
	}
	slices.Sort(paths)
	return paths, err
}

// readText returns the header line and the rest of a gzipped file.
func readText(path string) (header string, body []byte, err error) {
	raw, err := os.Open(path)
	if err != nil {
		return "", nil, err
	}
	defer raw.Close()
	zr, err := gzip.NewReader(raw)
	if err != nil {
		return "", nil, fmt.Errorf("read %s: %w", path, err)
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(zr); err != nil {
		return "", nil, fmt.Errorf("read %s: %w", path, err)
	}
	line, body, _ := bytes.Cut(text.Bytes(), []byte("\n"))
	return string(line), body, nil
}

// Names returns the columns of a header line, with underscores.
func Names(header string) []string { return strings.Fields(strings.ReplaceAll(header, "-", "_")) }

// Text returns the header and at least size bytes of lines of a folder's files, or
// all lines when they are fewer.
func Text(dir string, size int) (header string, body []byte, err error) {
	files, err := gzipFiles(dir)
	if err != nil {
		return "", nil, err
	}
	for _, path := range files {
		line, lines, err := readText(path)
		if err != nil {
			return "", nil, err
		}
		header, body = line, append(body, lines...)
		if len(body) >= size {
			break
		}
	}
	return header, body, nil
}

// run runs a program and returns what it printed and the CPU it took.
func run(ctx context.Context, name string, args ...string) (out []byte, cpu time.Duration, err error) {
	var complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stderr = &complaint
	cmd.Env = append(os.Environ(), "TZ=UTC") // nfdump prints local times
	out, err = cmd.Output()
	if err != nil {
		return nil, 0, fmt.Errorf("run %s: %w: %s", name, err, bytes.TrimSpace(complaint.Bytes()))
	}
	return out, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}
