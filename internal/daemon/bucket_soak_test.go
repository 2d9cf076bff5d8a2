package daemon

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/s3"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// 100,000 objects are listed page by page: what they take in memory does not grow
// with their number, and a listing of what is in opens none of them.
func TestBucketOfMany(t *testing.T) {
	const objects = 100_000
	srv := s3test.New(t)
	srv.Fail(manyKeys(objects))
	src, err := s3.New(BucketConfig{Endpoint: srv.URL}).Source("s3://logs/AWSLogs/")
	if err != nil {
		t.Fatal(err)
	}
	n, most := 0, uint64(0)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	began := time.Now()
	err = src.Objects(t.Context(), func(o source.Object) error {
		if n++; n%10_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc-min(before, m.HeapAlloc)) // what other tests left may go meanwhile
		}
		return nil
	})
	if err != nil || n != objects {
		t.Fatalf("%d objects listed, %v", n, err)
	}
	t.Logf("%d objects listed in %.1f s, %d KB more in use at most", n, time.Since(began).Seconds(), most>>10)
	if most > 24<<20 {
		t.Errorf("%d bytes more in use", most)
	}
}

// manyKeys answers listings with objects of one day, 1,000 a page.
func manyKeys(objects int) s3test.Fault {
	const root = "AWSLogs/111122223333/vpcflowlogs/eu-west-1/2026/"
	key := func(i int) string {
		return fmt.Sprintf("%s03/10/111122223333_vpcflowlogs_eu-west-1_fl-0123456789abcdef0_20260310T%02d%02dZ_%08x.log.gz", root, i*24/objects, i*24*60/objects%60, i)
	}
	return func(w http.ResponseWriter, r *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
		var b bytes.Buffer
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`)
		if q.Delimiter != "" {
			below, _, _ := strings.Cut(strings.TrimPrefix(root, q.Prefix), "/")
			fmt.Fprintf(&b, `<IsTruncated>false</IsTruncated><CommonPrefixes><Prefix>%s%s/</Prefix></CommonPrefixes>`, q.Prefix, below)
		} else {
			from := 0
			if token := r.URL.Query().Get("continuation-token"); token != "" {
				fmt.Sscan(token, &from) //nolint:errcheck // our own
			}
			to := min(from+1000, objects)
			fmt.Fprintf(&b, `<IsTruncated>%v</IsTruncated><NextContinuationToken>%d</NextContinuationToken>`, to < objects, to)
			for i := from; i < to; i++ {
				fmt.Fprintf(&b, `<Contents><Key>%s</Key><LastModified>2026-03-10T12:00:00.000Z</LastModified><ETag>"%032x"</ETag><Size>1200</Size><StorageClass>STANDARD</StorageClass></Contents>`, key(i), i)
			}
		}
		b.WriteString(`</ListBucketResult>`)
		w.Header().Set("Content-Type", "application/xml")
		_, _ = w.Write(b.Bytes())
		return true
	}
}

// Small objects come at the rate of the bucket, not one by one: with a server that
// takes its time over each, and memory within what may be ahead.
func TestBucketSmallObjects(t *testing.T) {
	objects, records := 600, 20
	if os.Getenv("WEIR_SOAK") != "" {
		objects, records = 20_000, 200
	}
	srv := s3test.New(t, "logs")
	for i := range objects {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		fmt.Fprintf(z, "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n")
		for j := range records {
			fmt.Fprintf(z, "2 111122223333 eni-%d 10.0.%d.%d 10.1.0.5 40000 443 6 10 5000 %d %d ACCEPT OK\n", i%50, i/250%250, i%250, 1772000000+i*3+j, 1772000060+i*3+j)
		}
		_ = z.Close()
		srv.Put("logs", fmt.Sprintf("AWSLogs/111122223333/vpcflowlogs/eu-west-1/2026/02/25/%06d.log.gz", i), b.Bytes())
	}
	var now, most atomic.Int64
	srv.Fail(func(w http.ResponseWriter, r *http.Request, q s3test.Request, _ int, next http.Handler) bool {
		if q.List {
			return false
		}
		n := now.Add(1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		time.Sleep(20 * time.Millisecond) // as far as a bucket is
		next.ServeHTTP(w, r)
		now.Add(-1)
		return true
	})
	l := open(t, filepath.Join(t.TempDir(), "data"))
	got, err := l.Ingest(t.Context(), []string{"s3://logs"}, nil, IntakeConfig{Buckets: BucketConfig{Endpoint: srv.URL}}, nil)
	if err != nil || got.Stored != int64(records*objects) || len(got.Failures) > 0 {
		t.Fatalf("%d records, failures %v, %v", got.Stored, got.Failures, err)
	}
	t.Logf("%d objects in %.1f s, %.0f/s, %.0f records/s, %d at once", objects, got.Seconds, float64(objects)/got.Seconds, float64(got.Stored)/got.Seconds, most.Load())
	if most.Load() < 8 {
		t.Errorf("%d objects fetched at once", most.Load())
	}
}

// TestVersitygw reads from another make of server, which checks signatures, through
// the same faults. It is built once, which takes minutes: only in the long runs.
func TestVersitygw(t *testing.T) {
	if os.Getenv("WEIR_SOAK") == "" {
		t.Skip("builds a server first; make soak runs it")
	}
	dir, logs := t.TempDir(), filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), logs, small(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "logs"), os.DirFS(logs)); err != nil {
		t.Fatal(err)
	}
	srv := s3test.Before(t, versitygw(t, dir))
	srv.Fail(func(w http.ResponseWriter, r *http.Request, q s3test.Request, n int, next http.Handler) bool {
		switch {
		case n == 1 && q.List:
			s3test.Answer(w, http.StatusServiceUnavailable, "SlowDown", "Please reduce your request rate.")
		case n == 1 && strings.Contains(q.Key, "T12"):
			s3test.Reset(w)
		case n <= 2 && strings.Contains(q.Key, "T1"):
			s3test.Cut(w, r, next, 900, nil)
		default:
			return false
		}
		return true
	})
	cfg := IntakeConfig{Buckets: BucketConfig{Endpoint: srv.URL, Pause: 10 * time.Millisecond}}
	l := open(t, filepath.Join(t.TempDir(), "data"))
	got, err := l.Ingest(t.Context(), []string{"s3://logs/AWSLogs/"}, nil, cfg, nil)
	if err != nil || len(got.Failures) > 0 || got.Stored != truth.Records.Total {
		t.Fatalf("%d of %d records, failures %v, %v", got.Stored, truth.Records.Total, got.Failures, err)
	}
	verify(t, l, truth)
	srv.Fail(nil)
	if got, err = l.Ingest(t.Context(), []string{"s3://logs"}, nil, cfg, nil); err != nil || got.Stored != 0 || got.BytesIn != 0 {
		t.Errorf("again: %d records, %d bytes read, %v", got.Stored, got.BytesIn, err)
	}
	t.Setenv("AWS_SECRET_ACCESS_KEY", "wrong")
	if _, err = l.Ingest(t.Context(), []string{"s3://logs"}, nil, cfg, nil); err == nil || !strings.Contains(err.Error(), "no valid AWS credentials") || strings.Contains(err.Error(), "wrong") {
		t.Errorf("a wrong secret: %v", err)
	}
}

// versitygw starts the server over a folder of buckets and returns its URL.
func versitygw(t *testing.T, dir string) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skip(err)
	}
	bin := filepath.Join(cache, "weir", "versitygw-1.8.0")
	program := filepath.Join(bin, "versitygw")
	if _, err := os.Stat(program); err != nil {
		build := exec.CommandContext(t.Context(), "go", "install", "github.com/versity/versitygw/cmd/versitygw@v1.8.0")
		build.Env = append(os.Environ(), "GOBIN="+bin, "GOFLAGS=-p=1")
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("build versitygw: %v\n%s", err, out)
		}
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := free.Addr().String()
	free.Close()
	gw := exec.CommandContext(t.Context(), program, "--port", addr, "posix", dir)
	gw.Env = append(os.Environ(), "ROOT_ACCESS_KEY="+os.Getenv("AWS_ACCESS_KEY_ID"), "ROOT_SECRET_KEY="+os.Getenv("AWS_SECRET_ACCESS_KEY"))
	if err := gw.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = gw.Process.Kill(); _ = gw.Wait() })
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if c, err := net.Dial("tcp", addr); err == nil {
			c.Close()
			return "http://" + addr
		}
	}
	t.Fatal("versitygw does not answer")
	return ""
}
