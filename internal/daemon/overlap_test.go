package daemon

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/fleet"
)

// TestFlowLogsFillEachOther: two flow logs over all interfaces, neither of them whole,
// count together as one that is.
func TestFlowLogsFillEachOther(t *testing.T) {
	t.Parallel()
	hour := regexp.MustCompile(`T(\d\d)\d\dZ`)
	lacks := func(hours string) func(string, []byte) []byte {
		return func(name string, text []byte) []byte {
			if strings.Contains(hours, hour.FindStringSubmatch(name)[1]) {
				return nil
			}
			return text
		}
	}
	f := func(name string, first, second func(name string, text []byte) []byte) {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			whole := filepath.Join(dir, "whole")
			truth, err := fleet.Write(t.Context(), whole, small(), nil)
			if err != nil {
				t.Fatal(err)
			}
			flowLog := regexp.MustCompile(`_fl-0(.{15})`)
			copyLogs(t, whole, filepath.Join(dir, "one"), first)
			copyLogs(t, whole, filepath.Join(dir, "two"), second, func(name string) string {
				return flowLog.ReplaceAllString(name, "_fl-1$1")
			})
			// Each is taken in by another process, which knows what the rows tell alone.
			for _, log := range []string{"one", "two"} {
				t.Run(log, func(t *testing.T) {
					l := open(t, filepath.Join(dir, "data"))
					got, err := l.Ingest(t.Context(), []string{filepath.Join(dir, log)}, nil, IntakeConfig{}, nil)
					if err != nil || got.Bad != 0 || len(got.Failures) > 0 {
						t.Fatal(got, err)
					}
					if log == "two" {
						verify(t, l, truth)
					}
				})
			}
		})
	}
	f("both have holes", lacks("03 04 15"), lacks("08 16 17"))
	f("one logs only what is rejected", func(_ string, text []byte) []byte {
		return linesOf(text, func(n int, line []byte) bool { return n == 0 || bytes.Contains(line, []byte("REJECT")) })
	}, lacks("none"))
}

// linesOf returns the lines of a text that are to be kept.
func linesOf(text []byte, keep func(n int, line []byte) bool) (kept []byte) {
	for n, line := range bytes.SplitAfter(text, []byte("\n")) {
		if keep(n, line) {
			kept = append(kept, line...)
		}
	}
	return kept
}

// copyLogs copies the gzip files below a folder, each changed, without those of which
// nothing is left, and under another name.
func copyLogs(t *testing.T, from, to string, change func(name string, text []byte) []byte, rename ...func(string) string) {
	t.Helper()
	copied := 0
	err := filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".log.gz") {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			return err
		}
		text, err := io.ReadAll(z)
		if err != nil {
			return err
		}
		if text = change(path, text); text == nil {
			return nil
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		for _, name := range rename {
			rel = name(rel)
		}
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		if _, err := w.Write(text); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		path = filepath.Join(to, rel)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return err
		}
		copied++
		return os.WriteFile(path, out.Bytes(), 0o600)
	})
	if err != nil || copied == 0 {
		t.Fatal(copied, "files copied", err)
	}
}
