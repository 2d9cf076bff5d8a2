package daemon

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/file"
)

// far makes the objects of a folder look like those of a bucket, and counts
// what is asked of them.
type far struct {
	source.Source
	version    string
	opens, now atomic.Int64
	most       atomic.Int64 // opened at once
	broken     string       // part of the names that cannot be opened
}

func (f *far) Objects(ctx context.Context, yield func(source.Object) error) error {
	return f.Source.Objects(ctx, func(o source.Object) error {
		open := o.Open
		o.Source, o.Remote, o.Version = "s3", true, f.version
		o.Open = func(ctx context.Context) (io.ReadCloser, error) {
			f.opens.Add(1)
			if f.broken != "" && strings.Contains(o.Name, f.broken) {
				return nil, errors.New("broken")
			}
			for n := f.now.Add(1); ; {
				if most := f.most.Load(); n <= most || f.most.CompareAndSwap(most, n) {
					break
				}
			}
			r, err := open(ctx)
			return &farReader{r, f}, err
		}
		return yield(o)
	})
}

type farReader struct {
	io.ReadCloser
	f *far
}

func (r *farReader) Close() error {
	r.f.now.Add(-1)
	return r.ReadCloser.Close()
}

// Remote objects are fetched once each, ahead and within the bytes that may be
// in flight; one that cannot be read is the only one that is missing, and
// what is known to be in is not opened again.
func TestRemote(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), dir, small(), nil)
	if err != nil {
		t.Fatal(err)
	}
	l := open(t, filepath.Join(t.TempDir(), "data"))
	take := func(src *far, ahead int64) (stored, duplicates, failed int) {
		t.Helper()
		files, err := file.New([]string{dir})
		if err != nil {
			t.Fatal(err)
		}
		src.Source = files
		in, err := l.Intake(IntakeConfig{Ahead: ahead})
		if err != nil {
			t.Fatal(err)
		}
		if err := l.take(t.Context(), in, src); err != nil {
			t.Fatal(err)
		}
		p := in.Progress()
		if p.Objects.Load() != int64(files.Len()) {
			t.Errorf("%d of %d objects done", p.Objects.Load(), files.Len())
		}
		return int(p.Stored.Load()), int(p.Duplicates.Load()), len(in.Failures())
	}

	first := &far{version: "1", broken: "2026/03/09/"}
	stored, _, failed := take(first, 0)
	if failed == 0 || stored == 0 || stored >= int(truth.Records.Total) {
		t.Errorf("with a broken day: %d records stored, %d objects failed", stored, failed)
	}
	// Hardly any bytes may be ahead, less than one object has: it still goes on.
	second := &far{version: "1"}
	more, duplicates, bad := take(second, 100)
	if stored+more != int(truth.Records.Total) || duplicates != stored || bad != 0 {
		t.Errorf("then: %d and %d of %d records, %d duplicates, %d failed", stored, more, truth.Records.Total, duplicates, bad)
	}
	if int(second.opens.Load()) != failed || second.most.Load() > 1 {
		t.Errorf("then: %d opened for %d missing, %d at once", second.opens.Load(), failed, second.most.Load())
	}
	verify(t, l, truth)

	// Another version of the same bytes is read once more, and is a duplicate.
	third := &far{version: "2"}
	if more, duplicates, _ := take(third, 0); more != 0 || duplicates != int(truth.Records.Total) || third.most.Load() < 2 {
		t.Errorf("another version: %d stored, %d duplicates, %d opened at once", more, duplicates, third.most.Load())
	}
	verify(t, l, truth)
	if left, _ := os.ReadDir(filepath.Join(l.Dir, "spool")); len(left) > 0 {
		t.Errorf("left in the spool folder: %v", left)
	}
}
