// Package s3test runs a bucket server for tests, in this process or elsewhere,
// with a proxy before it that injects faults and writes down what is asked.
package s3test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// Server is a bucket server behind a faulty line.
type Server struct {
	URL string

	t       testing.TB
	backend gofakes3.Backend // nil when the server is elsewhere
	next    http.Handler

	mu       sync.Mutex
	fault    Fault
	seen     map[string]int
	requests []Request
}

// Request is one request as it came in.
type Request struct {
	List       bool
	Bucket     string
	Key        string // of an object
	Prefix     string // of a listing, as the rest
	StartAfter string
	Delimiter  string
	Range      string
	IfMatch    string
}

// A Fault answers a request in the place of the server, or lets it through by
// returning false. It may call next with a writer of its own. n counts the requests that
// are alike (method, path and query) from 1.
type Fault func(w http.ResponseWriter, r *http.Request, q Request, n int, next http.Handler) bool

// New starts a server in this process, with empty buckets.
func New(t testing.TB, buckets ...string) *Server {
	t.Helper()
	backend := s3mem.New()
	for _, name := range buckets {
		if err := backend.CreateBucket(name); err != nil {
			t.Fatal(err)
		}
	}
	s := &Server{t: t, backend: backend, next: gofakes3.New(backend, gofakes3.WithLogger(gofakes3.DiscardLog())).Server()}
	s.start()
	return s
}

// Before starts a proxy before a server that runs elsewhere.
func Before(t testing.TB, to string) *Server {
	t.Helper()
	u, err := url.Parse(to)
	if err != nil {
		t.Fatal(err)
	}
	// The host that was asked for is part of what is signed.
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(u)
		r.Out.Host = r.In.Host
	}}
	s := &Server{t: t, next: proxy}
	s.start()
	return s
}

func (s *Server) start() {
	s.Fail(nil)
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := read(r)
		s.mu.Lock()
		s.requests = append(s.requests, q)
		id := r.Method + " " + r.URL.String()
		s.seen[id]++
		n, fault := s.seen[id], s.fault
		s.mu.Unlock()
		if fault == nil || !fault(w, r, q, n, s.next) {
			s.next.ServeHTTP(w, r)
		}
	}))
	s.URL = web.URL
	s.t.Cleanup(func() {
		web.CloseClientConnections()
		web.Close()
	})
}

func read(r *http.Request) Request {
	bucket, key, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	v := r.URL.Query()
	return Request{
		List: r.Method == http.MethodGet && key == "", Bucket: bucket, Key: key,
		Prefix: v.Get("prefix"), StartAfter: v.Get("start-after"), Delimiter: v.Get("delimiter"),
		Range: r.Header.Get("Range"), IfMatch: r.Header.Get("If-Match"),
	}
}

// Fail injects a fault into all requests from now on; nil ends it. Requests so
// far are forgotten.
func (s *Server) Fail(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault, s.requests, s.seen = f, nil, map[string]int{}
}

// Requests are those since the last call of Fail.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Put stores an object.
func (s *Server) Put(bucket, key string, content []byte) {
	s.t.Helper()
	if s.backend != nil {
		if _, err := s.backend.PutObject(bucket, key, map[string]string{}, bytes.NewReader(content), int64(len(content)), nil); err != nil {
			s.t.Fatal(err)
		}
		return
	}
	s.t.Fatal("the server is elsewhere: put objects there")
}

// PutFolder stores the files of a folder under a prefix.
func (s *Server) PutFolder(bucket, prefix, dir string) (objects int) {
	s.t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		s.Put(bucket, prefix+filepath.ToSlash(rel), content)
		objects++
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return objects
}

// Remove deletes an object.
func (s *Server) Remove(bucket, key string) {
	s.t.Helper()
	if _, err := s.backend.DeleteObject(bucket, key); err != nil {
		s.t.Fatal(err)
	}
}

// Answer writes an error as S3 does.
func Answer(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><Error><Code>%s</Code><Message>%s</Message><RequestId>1</RequestId></Error>`, code, message)
}

// Reset breaks the connection off, as a machine does that goes down.
func Reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	conn.Close()
}

// Cut lets the answer through up to so many bytes of its body, and breaks the
// connection off then. Wait, if set, is called before.
func Cut(w http.ResponseWriter, r *http.Request, next http.Handler, after int, wait func()) {
	rec := httptest.NewRecorder()
	next.ServeHTTP(rec, r)
	body, _ := io.ReadAll(rec.Body)
	for k, v := range rec.Header() {
		w.Header()[k] = v
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(rec.Code)
	_, _ = w.Write(body[:min(after, len(body))])
	_ = http.NewResponseController(w).Flush()
	if wait != nil {
		wait()
	}
	if after < len(body) {
		panic(http.ErrAbortHandler)
	}
}

// Credentials sets some for the test, and sees that no others are found.
func Credentials(t testing.TB) {
	for name, value := range Env(t.TempDir()) {
		t.Setenv(name, value)
	}
}

// Env are the variables of [Credentials]; dir is an empty folder.
func Env(dir string) map[string]string {
	return map[string]string{
		"AWS_ACCESS_KEY_ID": "AKIATESTTESTTESTTEST", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "",
		"AWS_CONFIG_FILE": filepath.Join(dir, "config"), "AWS_SHARED_CREDENTIALS_FILE": filepath.Join(dir, "credentials"),
		"AWS_EC2_METADATA_DISABLED": "true", "AWS_REGION": "", "AWS_DEFAULT_REGION": "", "AWS_PROFILE": "",
		"AWS_ENDPOINT_URL": "", "AWS_ENDPOINT_URL_S3": "",
	}
}

// Until waits until a test ends or ctx does.
func Until(ctx context.Context, r *http.Request) {
	select {
	case <-ctx.Done():
	case <-r.Context().Done():
	}
}
