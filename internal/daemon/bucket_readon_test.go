package daemon

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// An intake that is cut off in the middle of objects of a bucket is read on by
// the next one that reads from the bucket, also when that asks for others.
func TestBucketReadOn(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "logs")
	gen := small()
	gen.Interval = 24 * time.Hour // large objects
	truth, err := fleet.Write(t.Context(), dir, gen, nil)
	if err != nil {
		t.Fatal(err)
	}
	srv := s3test.New(t, "logs")
	srv.PutFolder("logs", "", dir)
	l := open(t, filepath.Join(t.TempDir(), "data"))
	ctx, cancel := context.WithCancel(t.Context())
	batches := 0
	cfg := IntakeConfig{Buckets: BucketConfig{Endpoint: srv.URL}, Workers: 1, MaxRows: 1000, Step: func(step string) {
		if step == "acknowledged" {
			if batches++; batches == 2 {
				cancel()
			}
		}
	}}
	if _, err := l.Ingest(ctx, []string{"s3://logs"}, nil, cfg, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("cut off: %v", err)
	}
	cut, err := interrupted(t.Context(), l.Ledger)
	if err != nil || len(cut) == 0 || cut[0].Stored == 0 {
		t.Fatalf("objects cut off: %+v, %v", cut, err)
	}

	cfg.Step = nil
	other := t.TempDir()
	if got, err := l.Ingest(t.Context(), []string{other}, nil, cfg, nil); err != nil || got.Resumed != 0 {
		t.Errorf("without the bucket: %d read on, %v", got.Resumed, err)
	}
	srv.Put("logs", "one.log", []byte("version\n"))
	got, err := l.Ingest(t.Context(), []string{"s3://logs/one.log"}, nil, cfg, nil)
	if err != nil || got.Resumed != len(cut) {
		t.Errorf("%d of %d objects read on, %v", got.Resumed, len(cut), err)
	}
	if cut, err := interrupted(t.Context(), l.Ledger); err != nil || len(cut) != 0 {
		t.Errorf("still cut off: %+v, %v", cut, err)
	}
	if _, err := l.Ingest(t.Context(), []string{"s3://logs/AWSLogs/"}, nil, cfg, nil); err != nil {
		t.Fatal(err)
	}
	verify(t, l, truth)
}

// One that is gone for good when it was to be read on stops nobody.
func TestBucketReadOnGone(t *testing.T) {
	t.Parallel()
	srv := s3test.New(t, "logs")
	p, err := openPaths(t.Context(), nil, []string{"s3://logs/gone"}, nil, t.TempDir(), BucketConfig{Endpoint: srv.URL})
	if err != nil {
		t.Fatal(err)
	}
	err = p.Objects(t.Context(), func(o source.Object) error {
		t.Errorf("listed %s", o.Name)
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// A large object is fetched once, whatever the line does: read on from where it
// broke off, with the entity tag of its beginning.
func TestBucketLarge(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "logs")
	gen := small()
	gen.Records = 80_000
	truth, err := fleet.Write(t.Context(), dir, gen, nil)
	if err != nil {
		t.Fatal(err)
	}
	var big bytes.Buffer // as large as text
	z, _ := gzip.NewWriterLevel(&big, gzip.NoCompression)
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		r, err := gzip.NewReader(f)
		if err != nil {
			return err
		}
		text, err := io.ReadAll(r)
		header, lines, _ := bytes.Cut(text, []byte("\n"))
		if big.Len() == 0 {
			lines = append(append(header, '\n'), lines...)
		}
		_, _ = z.Write(lines)
		_ = z.Flush()
		return err
	})
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	if big.Len() < 9<<20 {
		t.Fatalf("an object of %d bytes is not large", big.Len())
	}
	srv := s3test.New(t, "logs")
	srv.Put("logs", "big.log.gz", big.Bytes())
	srv.Fail(func(w http.ResponseWriter, r *http.Request, q s3test.Request, _ int, next http.Handler) bool {
		if q.List || strings.HasPrefix(q.Range, "bytes=8") {
			return false
		}
		s3test.Cut(w, r, next, 2_000_000, nil)
		return true
	})
	l := open(t, filepath.Join(t.TempDir(), "data"))
	cfg := IntakeConfig{Buckets: BucketConfig{Endpoint: srv.URL, Pause: 10 * time.Millisecond}, Ahead: 1 << 20}
	got, err := l.Ingest(t.Context(), []string{"s3://logs"}, nil, cfg, nil)
	if err != nil || len(got.Failures) > 0 || got.Stored != truth.Records.Total {
		t.Errorf("%d of %d records, failures %v, %v", got.Stored, truth.Records.Total, got.Failures, err)
	}
	verify(t, l, truth)
	var from []string
	for _, r := range srv.Requests() {
		if r.List {
			continue
		}
		from = append(from, r.Range)
		if (r.Range == "") != (r.IfMatch == "") {
			t.Errorf("range %q with tag %q", r.Range, r.IfMatch)
		}
	}
	if len(from) != 5 || from[0] != "" {
		t.Errorf("asked for %q", from)
	}
	if left, _ := os.ReadDir(filepath.Join(l.Dir, "spool")); len(left) > 0 {
		t.Errorf("left in the spool folder: %v", left)
	}
}
