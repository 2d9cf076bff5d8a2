package s3

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

func TestPolicyFor(t *testing.T) {
	f := func(golden, path, key, region string) {
		t.Helper()
		p, err := PolicyFor(path, key, region)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("testdata", golden))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), p.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", golden, diff)
		}
	}
	f("policy-folder.json", "s3://logs/vpc/AWSLogs/", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd", "")
	f("policy-bucket.json", "s3://logs", "", "us-gov-west-1")

	for _, bad := range [][2]string{{"logs", ""}, {"s3://", ""}, {"s3://b/k", "1234abcd"}, {"s3://b/k", "arn:aws:kms:eu-west-1:1:alias/x"}} {
		if p, err := PolicyFor(bad[0], bad[1], ""); err == nil {
			t.Errorf("policy for %q: %v", bad, p)
		}
	}
}

// The policy allows every request that listing, reading and watching makes, and
// nothing beside the path.
func TestPolicyIsEnough(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	for _, key := range []string{"vpc/AWSLogs/111111111111/vpcflowlogs/eu-west-1/2026/03/10/a.gz", "vpc/else/x.gz", "vpc-other/x.gz", "top.gz", "odd*/x.gz", "oddly/x.gz"} {
		srv.Put("b", key, []byte("x"))
	}
	for _, path := range []string{"s3://b", "s3://b/vpc", "s3://b/vpc/", "s3://b/vpc/AWSLogs/", "s3://b/top.gz", "s3://b/odd*/"} {
		p, err := PolicyFor(path, "", "")
		if err != nil {
			t.Fatal(err)
		}
		srv.Fail(nil)
		n := 0
		w := open(t, srv, path).Watch()
		for range 2 {
			err := w.Objects(t.Context(), func(o source.Object) error { n++; readAll(t, o); return nil })
			if err != nil {
				t.Fatal(err)
			}
		}
		if n == 0 {
			t.Errorf("%s: nothing read", path)
		}
		for _, r := range srv.Requests() {
			if !p.allows(t, r) {
				t.Errorf("%s: not allowed: %+v", path, r)
			}
		}
		if path != "s3://b" && (p.allows(t, s3test.Request{Bucket: "b", Key: "vpc-other/x.gz"}) || p.allows(t, s3test.Request{Bucket: "b", List: true, Prefix: "vpc-other/"}) ||
			p.allows(t, s3test.Request{Bucket: "b", Key: "oddly/x.gz"})) {
			t.Errorf("%s: allows what lies beside it", path)
		}
	}
}

// allows is what AWS makes of a policy, as far as weir's use it.
func (p *Policy) allows(t *testing.T, r s3test.Request) bool {
	t.Helper()
	var doc struct {
		Statement []struct {
			Action    string
			Resource  any
			Condition struct {
				StringLike struct {
					Prefix []string `json:"s3:prefix"`
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(p.String()), &doc); err != nil {
		t.Fatal(err)
	}
	like := func(pattern, text string) bool {
		re := regexp.QuoteMeta(pattern)
		re = strings.ReplaceAll(re, `\$\{\*\}`, "\x00")
		re = strings.ReplaceAll(re, `\*`, ".*")
		return regexp.MustCompile("^" + strings.ReplaceAll(re, "\x00", `\*`) + "$").MatchString(text)
	}
	for _, s := range doc.Statement {
		var resources []string
		switch v := s.Resource.(type) {
		case string:
			resources = []string{v}
		case []any:
			for _, x := range v {
				resources = append(resources, x.(string))
			}
		}
		for _, arn := range resources {
			switch {
			case s.Action == "s3:GetObject" && !r.List && like(arn, "arn:aws:s3:::"+r.Bucket+"/"+r.Key):
				return true
			case s.Action == "s3:ListBucket" && r.List && arn == "arn:aws:s3:::"+r.Bucket:
				if s.Condition.StringLike.Prefix == nil {
					return true
				}
				for _, pattern := range s.Condition.StringLike.Prefix {
					if like(pattern, r.Prefix) {
						return true
					}
				}
			}
		}
	}
	return false
}
