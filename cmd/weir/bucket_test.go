package main

import (
	"net/http"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// bucket is the script command that keeps a bucket server:
//
//	bucket logs            starts it with $LOGS in the bucket "logs", and sets $S3 to its URL
//	bucket put FILE KEY    stores an object
//	bucket rm KEY          removes one
//	bucket deny METHOD     lets nobody s3:ListBucket or s3:GetObject
//	bucket allow           lets everybody again
func (f *fixture) bucket(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: bucket logs|put|rm|deny|allow")
	}
	f.mu.Lock()
	srv := f.servers[ts]
	f.mu.Unlock()
	switch args[0] {
	case "logs":
		f.makeLogs(ts, false, nil)
		srv = s3test.New(f.t, "logs")
		srv.PutFolder("logs", "", f.logs())
		f.mu.Lock()
		f.servers[ts] = srv
		f.mu.Unlock()
		ts.Setenv("S3", srv.URL)
		for name, value := range s3test.Env(ts.Getenv("WORK")) {
			ts.Setenv(name, value)
		}
	case "put":
		content, err := os.ReadFile(ts.MkAbs(args[1]))
		ts.Check(err)
		srv.Put("logs", args[2], content)
	case "rm":
		srv.Remove("logs", args[1])
	case "deny":
		srv.Fail(func(w http.ResponseWriter, _ *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
			if q.List != strings.HasSuffix(args[1], "ListBucket") {
				return false
			}
			s3test.Answer(w, http.StatusForbidden, "AccessDenied", "Access Denied")
			return true
		})
	case "allow":
		srv.Fail(nil)
	default:
		ts.Fatalf("bucket %s: unknown", args[0])
	}
}
