// Command bucket serves the folders of a folder as S3 buckets on loopback, for tests in
// a browser, and refuses what it is told to.
//
//	bucket DIR
//
// DIR/logs/AWSLogs/x.log.gz is the key AWSLogs/x.log.gz of the bucket logs. It prints its
// address. Each line of standard input names the permissions that are refused from then
// on (s3:ListBucket, s3:GetObject, kms:Decrypt; an empty line: none) and is answered by
// one; at its end the server ends.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bucket DIR")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "bucket:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	backend := s3mem.New()
	buckets, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, b := range buckets {
		if err := backend.CreateBucket(b.Name()); err != nil {
			return err
		}
		if err := fill(backend, b.Name(), filepath.Join(dir, b.Name())); err != nil {
			return err
		}
	}
	var refused atomic.Value
	refused.Store("")
	server := gofakes3.New(backend, gofakes3.WithLogger(gofakes3.DiscardLog())).Server()
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, key, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		no := refused.Load().(string)
		switch {
		case key == "" && strings.Contains(no, "s3:ListBucket"), key != "" && strings.Contains(no, "s3:GetObject"):
			deny(w, "Access Denied")
		case key != "" && strings.Contains(no, "kms:Decrypt"):
			deny(w, "User: arn:aws:iam::123456789010:user/weir is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext")
		default:
			server.ServeHTTP(w, r)
		}
	}))
	defer web.Close()
	fmt.Println(web.URL)
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		refused.Store(in.Text())
		fmt.Println(in.Text())
	}
	return in.Err()
}

func fill(backend gofakes3.Backend, bucket, dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		key, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		_, err = backend.PutObject(bucket, filepath.ToSlash(key), map[string]string{}, bytes.NewReader(content), int64(len(content)), nil)
		return err
	})
}

func deny(w http.ResponseWriter, message string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(http.StatusForbidden)
	fmt.Fprintf(w, `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>%s</Message></Error>`, message)
}
