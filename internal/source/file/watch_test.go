package file

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/source"
)

// TestWatch: what a poll yields follows what happens to files: nothing that is still
// being written, nothing twice, and the last line of a text in the end.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	w, err := NewWatch(filepath.Join(dir, "logs"))
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	w.now = func() time.Time { return now }
	stamp := now
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, "logs", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		stamp = stamp.Add(time.Second) // a clock may be too coarse to tell two writes apart
		if err := os.Chtimes(path, stamp, stamp); err != nil {
			t.Fatal(err)
		}
	}
	poll := func(after time.Duration, want ...string) {
		t.Helper()
		now = now.Add(after)
		var got []string
		err := w.Objects(t.Context(), func(o source.Object) error {
			name := filepath.Base(o.Name)
			if o.Growing {
				name += "+"
			}
			if o.Growing == (o.Version != "") {
				t.Errorf("%s: growing %v with version %q", o.Name, o.Growing, o.Version)
			}
			got = append(got, name)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want) {
			t.Errorf("poll yields %q, want %q", got, want)
		}
	}
	const second = time.Second
	poll(0) // not there yet
	put("a.log", "one\ntwo\n")
	put("sub/b.gz", "\x1f\x8bxx")
	put(".hidden", "one\n")
	poll(second)                   // just seen
	poll(second, "a.log+", "b.gz") // stood still
	poll(second)                   // nothing new
	put("a.log", "one\ntwo\nthree\nfo")
	poll(5*second, "a.log+")
	put("a.log", "one\ntwo\nthree\nfour")
	poll(5*second, "a.log+")
	poll(5 * second)
	poll(restTime, "a.log") // its last line will never end
	poll(restTime)
	put("sub/b.gz", "\x1f\x8bxxyy")
	poll(5 * second) // changes
	put("sub/b.gz", "\x1f\x8bxxyyzz")
	poll(5 * second)       // still
	poll(5*second, "b.gz") // not any more
	put("c.json", "[\n{},\n")
	poll(second)
	put("c.json", "[\n{},\n{}\n]")
	poll(second)
	poll(second, "c.json")
	if err := os.Rename(filepath.Join(dir, "logs", "a.log"), filepath.Join(dir, "logs", "a.log.1")); err != nil {
		t.Fatal(err)
	}
	poll(second)
	poll(second, "a.log.1+")                    // known by its bytes
	put("a.log.1", strings.Repeat("x", 3)+"\n") // shorter: another content
	poll(5*second, "a.log.1+")
	poll(restTime)
}
