package s3

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// open returns the source of a path on a test server.
func open(t testing.TB, srv *s3test.Server, path string, change ...func(*Config)) *Source {
	t.Helper()
	cfg := Config{Endpoint: srv.URL, Pause: 5 * time.Millisecond, Stall: 300 * time.Millisecond}
	for _, f := range change {
		f(&cfg)
	}
	src, err := New(cfg).Source(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// keys lists a source, without the bucket.
func keys(t testing.TB, src source.Source) []string {
	t.Helper()
	var got []string
	err := src.Objects(t.Context(), func(o source.Object) error {
		_, key, _ := Split(o.Name)
		got = append(got, key)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func since(at string) func(*Config) {
	return func(c *Config) { c.Since, _ = time.Parse("2006-01-02T15:04", at) }
}

func until(at string) func(*Config) {
	return func(c *Config) { c.Until, _ = time.Parse("2006-01-02T15:04", at) }
}

// file is the name of a flow log file.
func file(account, region, at string) string {
	return account + "_vpcflowlogs_" + region + "_fl-1_" + at + "_abcdef.log.gz"
}

// What is listed, for each layout and range; and that whole days out of it are
// not even asked for.
func TestLayouts(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	const a1, a2 = "111111111111", "222222222222"
	put := func(key string) string {
		srv.Put("b", key, []byte("x"))
		return key
	}
	plain := func(root, account, region, day, at string) string {
		return put(root + "AWSLogs/" + account + "/vpcflowlogs/" + region + "/" + day + "/" + file(account, region, at))
	}
	p1 := plain("", a1, "eu-west-1", "2025/12/31", "20251231T2355Z")
	p2 := plain("", a1, "eu-west-1", "2026/03/09", "20260309T2350Z")
	p3 := plain("", a1, "eu-west-1", "2026/03/09", "20260309T2355Z")
	p4 := plain("", a1, "eu-west-1", "2026/03/10", "20260310T0000Z")
	p5 := plain("", a1, "us-east-1", "2026/03/10/05", "20260310T0505Z")
	p6 := plain("", a2, "us-east-1", "2026/03/11", "20260311T0505Z")
	trail := put("AWSLogs/" + a1 + "/CloudTrail/us-east-1/2026/03/10/trail.json.gz")
	put("AWSLogs/" + a1 + "/elasticloadbalancing/us-east-1/2026/03/10/elb.log.gz")
	org := plain("org/", "o-abc123/"+a1, "eu-west-1", "2026/03/10", "20260310T1200Z")
	hive := func(day, at string) string {
		return put("hive/AWSLogs/aws-account-id=" + a1 + "/aws-service=vpcflowlogs/aws-region=eu-west-1/" + day + file(a1, "eu-west-1", at))
	}
	hive("year=2026/month=03/day=09/", "20260309T1200Z")
	h2 := hive("year=2026/month=03/day=10/hour=04/", "20260310T0400Z")
	h3 := hive("year=2026/month=03/day=12/hour=04/", "20260312T0400Z")
	d1, d2, d3 := put("days/2026/03/09/a.log"), put("days/2026/03/10/b.log"), put("days/2026/04/10/c.log")
	e1, e2 := put("else/app/one.log"), put("else/two.log")
	put("else/task/aws-logs-write-test")
	near, nearer := put("near-by.log"), put("near/x.log")
	srv.Put("b", "near/", nil) // folder markers, as consoles make them
	srv.Put("b", "near/empty.log", nil)

	f := func(name, path string, opts []func(*Config), want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, keys(t, open(t, srv, "s3://b/"+path, opts...))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	all := []string{p1, p2, p3, p4, p5, p6}
	f("flow logs of all accounts, no other service's", "AWSLogs/", nil, all...)
	f("without the slash", "AWSLogs", nil, all...)
	f("an account", "AWSLogs/"+a2, nil, p6)
	f("a region", "AWSLogs/"+a1+"/vpcflowlogs/us-east-1/", nil, p5)
	f("an object", p4, nil, p4)
	f("the beginning of keys", "AWSLogs/"+a1+"/vpcflowlogs/eu-west-1/2026/03/0", nil, p2, p3)
	f("an organization", "org", nil, org)
	f("a folder, not its neighbour of a longer name", "near", nil, nearer)
	f("a neighbour", "near-by.log", nil, near)
	f("another layout", "else/", nil, e2, e1)
	f("another service, when it is asked for", "AWSLogs/"+a1+"/CloudTrail/", nil, trail)

	from := []func(*Config){since("2026-03-10T00:00")}
	f("since", "AWSLogs/", from, p2, p3, p4, p5, p6)
	f("since, hive", "hive/AWSLogs/", from, h2, h3)
	f("since, plain days", "days/", from, d1, d2, d3)
	f("since, a year folder", "days/2026/", from, d1, d2, d3)
	f("since, an older month", "days/2026/02/", from)
	f("since, an older day", "AWSLogs/"+a1+"/vpcflowlogs/eu-west-1/2025/12/31/", from)
	f("since, another layout by its time of change", "else/", from, e2, e1)
	f("since, another layout, nothing new", "else/", []func(*Config){since("2999-01-01T00:00")})
	f("between", "hive/", []func(*Config){since("2026-03-10T02:00"), until("2026-03-10T12:00")}, h2)
	f("until", "AWSLogs/", []func(*Config){until("2026-03-09T23:00")}, p1, p2, p3, p4)
	f("until, plain days", "days/", []func(*Config){until("2026-03-10T12:00")}, d1, d2)

	srv.Fail(nil)
	keys(t, open(t, srv, "s3://b/AWSLogs/"+a1+"/", since("2026-03-10T12:00")))
	for _, r := range srv.Requests() {
		if r.Delimiter == "" && (!strings.HasSuffix(r.Prefix, "/2026/") || !strings.HasSuffix(r.StartAfter, "/2026/03/10")) {
			t.Errorf("listed %q from %q on", r.Prefix, r.StartAfter)
		}
	}
}

// Keys are whatever bytes people put into them.
func TestOddKeys(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	want := []string{"a b+c&d=é%2F.log", "x/ü?#/1.log", "x/~'()!.log"}
	for _, key := range want {
		srv.Put("b", key, []byte(key))
	}
	err := open(t, srv, "s3://b").Objects(t.Context(), func(o source.Object) error {
		if got := readAll(t, o); "s3://b/"+got != o.Name {
			t.Errorf("%s reads %q", o.Name, got)
		}
		want = want[1:]
		return nil
	})
	if err != nil || len(want) > 0 {
		t.Errorf("not listed: %q, %v", want, err)
	}
}

// A server that is not there is told of at once; one that goes away is waited for.
func TestUnreachable(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	srv.Put("b", "k", []byte("x"))
	slow := func(c *Config) { c.Pause = time.Minute }
	began := time.Now()
	err := open(t, srv, "s3://b", slow, func(c *Config) { c.Endpoint = "http://127.0.0.1:1" }).Objects(t.Context(), nil)
	if err == nil || !strings.Contains(err.Error(), "connection refused") || time.Since(began) > 20*time.Second {
		t.Errorf("after %s: %v", time.Since(began), err)
	}
	t.Log(err)
	for _, name := range []string{"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"} {
		t.Setenv(name, "")
	}
	if err := open(t, srv, "s3://b").Objects(t.Context(), nil); !errors.Is(err, ErrCredentials) {
		t.Errorf("no credentials: %v", err)
	}
}

func readAll(t testing.TB, o source.Object) string {
	t.Helper()
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A listing ends when its reader does, also when pages are waiting.
func TestListingEnds(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	for i := range 3000 {
		srv.Put("b", fmt.Sprintf("k/%05d", i), []byte("x"))
	}
	n := 0
	stop := fmt.Errorf("enough")
	err := open(t, srv, "s3://b/k").Objects(t.Context(), func(source.Object) error {
		if n++; n == 10 {
			return stop
		}
		return nil
	})
	if err != stop { //nolint:errorlint // the very same
		t.Errorf("error of the reader: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = open(t, srv, "s3://b/k").Objects(ctx, func(source.Object) error { cancel(); return nil })
	if n != 10 || err == nil && ctx.Err() == nil {
		t.Errorf("%d objects, %v", n, err)
	}
}
