package daemon

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/pipeline"
	"github.com/weir-flow/weir/internal/source"
)

// watch runs a watcher until the test's function ends, and fails when it does not
// stop in order.
func watch(t *testing.T, l *Lookup, paths []Watched, during func(w *Watcher)) {
	t.Helper()
	w, err := l.Watch(paths, WatchConfig{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	during(w)
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("the watcher does not stop")
	}
}

// until waits for a condition.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(60 * time.Second); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("in vain: waiting until ", what)
		}
	}
}

// TestWatchFolder: files that come in any order, in pieces, by renaming and under two
// names are each counted once, and the days that late facts touched are right in the
// end.
func TestWatchFolder(t *testing.T) {
	t.Parallel()
	cfg := small()
	logs, in := filepath.Join(t.TempDir(), "logs"), filepath.Join(t.TempDir(), "in")
	truth, err := fleet.Write(t.Context(), logs, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	err = filepath.WalkDir(logs, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	rand.New(rand.NewPCG(3, 1)).Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	l := open(t, filepath.Join(t.TempDir(), "data"))
	watch(t, l, []Watched{{Name: "logs", Path: in, Every: 50 * time.Millisecond}}, func(w *Watcher) {
		for i, from := range files {
			data, err := os.ReadFile(from)
			if err != nil {
				t.Fatal(err)
			}
			name, err := filepath.Rel(logs, from)
			if err != nil {
				t.Fatal(err)
			}
			to := filepath.Join(in, name)
			if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
				t.Fatal(err)
			}
			write := func(path string, data []byte, flag int) {
				f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|flag, 0o600)
				if err != nil {
					t.Fatal(err)
				}
				defer f.Close()
				if _, err := f.Write(data); err != nil {
					t.Fatal(err)
				}
			}
			switch i % 4 {
			case 0: // slowly
				write(to, data[:len(data)/2], os.O_TRUNC)
				time.Sleep(20 * time.Millisecond)
				write(to, data[len(data)/2:], os.O_APPEND)
			case 1: // by renaming
				write(to+".part", data, os.O_TRUNC)
				if err := os.Rename(to+".part", to); err != nil {
					t.Fatal(err)
				}
			case 2: // twice
				write(to, data, os.O_TRUNC)
				write(filepath.Join(in, "copy-"+filepath.Base(to)), data, os.O_TRUNC)
			default:
				write(to, data, os.O_TRUNC)
			}
		}
		until(t, "all records are in", func() bool { return w.States()[0].Records == truth.Records.Total })
		until(t, "no day is dirty", func() bool {
			dirty, err := l.Ledger.DirtyDays(t.Context())
			return err == nil && len(dirty) == 0 && w.States()[0].Waiting == 0
		})
		s := w.States()[0]
		if s.Failures != 0 || s.Error != "" || len(s.BadBy) != 0 || s.Duplicates < int64(len(files)/4) {
			t.Errorf("state %+v", s)
		}
	})
	last, ok, err := l.Watching(t.Context())
	if err != nil || !ok || len(last.Sources) != 1 || last.Sources[0].Records != truth.Records.Total {
		t.Errorf("what the watcher told: %+v, %v, %v", last, ok, err)
	}
	verify(t, l, truth)
	settled(t, l)
}

// TestWatchGrows: a text file that grows is taken in as it does, line by whole line,
// also when it is rotated, and two sources are read by their own options.
func TestWatchGrows(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	l := open(t, filepath.Join(t.TempDir(), "data"))
	grown := filepath.Join(dir, "a", "flow.log")
	add := func(path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
	const line = "2 123456789012 eni-1 10.0.0.1 10.0.0.2 1000 443 6 1 40 1772366400 1772366460 ACCEPT OK\n"
	sources := []Watched{
		{Name: "a", Path: filepath.Join(dir, "a"), Every: 30 * time.Millisecond},
		{Name: "b", Path: filepath.Join(dir, "b*.log"), Every: 30 * time.Millisecond},
	}
	sources[1].Options.LogFormat = "${dstaddr} ${srcaddr} ${start} ${bytes}"
	watch(t, l, sources, func(w *Watcher) {
		records := func(source int, n int64) {
			t.Helper()
			until(t, "records are in", func() bool { return w.States()[source].Records == n })
		}
		add(grown, line+line[:40])
		records(0, 1)
		add(filepath.Join(dir, "b1.log"), "10.0.0.9 10.0.0.8 1772366400 77\n")
		records(1, 1)
		add(grown, line[40:]+line)
		records(0, 3)
		if err := os.Rename(grown, grown+".1"); err != nil {
			t.Fatal(err)
		}
		add(grown, line)
		records(0, 4)
		if s := w.States()[0]; len(s.BadBy) > 0 || s.Failures > 0 {
			t.Errorf("state %+v", s)
		}
	})
}

// TestUnreadObjects: what cannot be read is told of and tried again until it is read or
// gone, and forgotten then.
func TestUnreadObjects(t *testing.T) {
	t.Parallel()
	s := &watchedSource{Watched: Watched{Name: "logs"}}
	w := &Watcher{cfg: WatchConfig{Retry: time.Nanosecond}}
	w.list.Store(&[]*watchedSource{s})
	told := func(name string, err error) {
		w.read(pipeline.ObjectRead{Object: source.Object{Name: name, Tag: "logs"}, Err: err, Unread: err != nil})
	}
	denied := errors.New("denied")
	told("a", denied)
	told("b", denied)
	for range 30 { // however often
		told("a", denied)
	}
	if s.unread() == "" || len(s.again) != 2 || time.Until(s.again[0].at) > retrySeldom {
		t.Errorf("%q, %+v", s.unread(), s.again)
	}
	told("a", nil)
	told("b", fmt.Errorf("fetch: %w", source.ErrGone))
	if s.unread() != "" || len(s.again) != 0 || len(w.due()) != 0 {
		t.Errorf("read and gone, and still waited for: %q, %+v", s.unread(), s.again)
	}
}
