package daemon

import (
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
	"github.com/weir-flow/weir/internal/source/s3"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// bucketed puts the flow logs of a fleet into a bucket.
func bucketed(t *testing.T, change ...func(*fleet.Config)) (srv *s3test.Server, truth fleet.Truth, cfg IntakeConfig, objects int) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "logs")
	gen := small()
	for _, f := range change {
		f(&gen)
	}
	truth, err := fleet.Write(t.Context(), dir, gen, nil)
	if err != nil {
		t.Fatal(err)
	}
	srv = s3test.New(t, "logs")
	objects = srv.PutFolder("logs", "", dir)
	cfg.Buckets = BucketConfig{Endpoint: srv.URL, Pause: 10 * time.Millisecond, Stall: 500 * time.Millisecond}
	return srv, truth, cfg, objects
}

// Whatever the line does to an intake, the totals are those of the truth: each
// object is read whole, once, or is told of.
func TestBucketFaults(t *testing.T) {
	t.Parallel()
	srv, truth, cfg, objects := bucketed(t)
	f := func(name string, fault s3test.Fault) {
		t.Run(name, func(t *testing.T) {
			srv.Fail(fault)
			l := open(t, filepath.Join(t.TempDir(), "data"))
			got, err := l.Ingest(t.Context(), []string{"s3://logs/"}, nil, cfg, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got.Stored != truth.Records.Total || got.Bad != 0 || len(got.Failures) > 0 || int(got.Objects) != objects {
				t.Errorf("%d of %d records of %d of %d objects, %d bad, failures %v", got.Stored, truth.Records.Total, got.Objects, objects, got.Bad, got.Failures)
			}
			verify(t, l, truth)
		})
	}
	// first injects a fault into the first answers to each request.
	first := func(times int, do func(w http.ResponseWriter, r *http.Request, next http.Handler)) s3test.Fault {
		return func(w http.ResponseWriter, r *http.Request, _ s3test.Request, n int, next http.Handler) bool {
			if n > times {
				return false
			}
			do(w, r, next)
			return true
		}
	}
	answer := func(status int, code string) func(http.ResponseWriter, *http.Request, http.Handler) {
		return func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
			s3test.Answer(w, status, code, "try again")
		}
	}

	f("none", nil)
	f("throttled", first(3, answer(http.StatusServiceUnavailable, "SlowDown")))
	f("throttled by a proxy", first(2, func(w http.ResponseWriter, _ *http.Request, _ http.Handler) {
		http.Error(w, "slow down", http.StatusTooManyRequests)
	}))
	f("errors of the server", first(2, answer(http.StatusInternalServerError, "InternalError")))
	f("connections reset", first(2, func(w http.ResponseWriter, _ *http.Request, _ http.Handler) { s3test.Reset(w) }))
	f("bodies cut short", func(w http.ResponseWriter, r *http.Request, q s3test.Request, n int, next http.Handler) bool {
		if q.List || n > 4 {
			return false
		}
		s3test.Cut(w, r, next, 700, nil)
		return true
	})
	f("bodies that stall", func(w http.ResponseWriter, r *http.Request, q s3test.Request, n int, next http.Handler) bool {
		if q.List || n > 1 || !strings.Contains(q.Key, "T12") {
			return false
		}
		s3test.Cut(w, r, next, 100, func() { s3test.Until(t.Context(), r) })
		return true
	})
	f("another region", func(w http.ResponseWriter, r *http.Request, _ s3test.Request, _ int, _ http.Handler) bool {
		if strings.Contains(r.Header.Get("Authorization"), "/eu-south-2/s3/") {
			return false
		}
		w.Header().Set("X-Amz-Bucket-Region", "eu-south-2")
		s3test.Answer(w, http.StatusMovedPermanently, "PermanentRedirect", "use the endpoint of eu-south-2")
		return true
	})
}

// What comes, goes and changes in a bucket between two intakes, and during one.
func TestBucketChanges(t *testing.T) {
	t.Parallel()
	srv, truth, cfg, objects := bucketed(t)
	l := open(t, filepath.Join(t.TempDir(), "data"))
	var keys []string
	files := map[string][]byte{}
	list := func() {
		keys = nil
		src, err := s3.New(cfg.Buckets).Source("s3://logs/")
		if err != nil {
			t.Fatal(err)
		}
		err = src.Objects(t.Context(), func(o source.Object) error {
			_, key, _ := s3.Split(o.Name)
			keys = append(keys, key)
			r, err := o.Open(t.Context())
			if err != nil {
				return err
			}
			defer r.Close()
			files[key], err = io.ReadAll(r)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	list()
	if len(keys) != objects || objects < 6 {
		t.Fatalf("%d objects listed of %d", len(keys), objects)
	}
	ingest := func() Ingested {
		t.Helper()
		got, err := l.Ingest(t.Context(), []string{"s3://logs/"}, nil, cfg, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Failures) > 0 || got.Bad > 0 {
			t.Errorf("failures %v, %d bad", got.Failures, got.Bad)
		}
		return got
	}
	opened := func() (n int) {
		for _, r := range srv.Requests() {
			if !r.List {
				n++
			}
		}
		return n
	}

	// Two objects come later, behind those that are in; one goes between listing
	// and reading; one has only its first half when it is listed, and is replaced
	// while it is read.
	late, gone, replaced := []string{keys[1], keys[2]}, keys[3], keys[4]
	for _, key := range late {
		srv.Remove("logs", key)
	}
	srv.Put("logs", replaced, []byte("version account-id\nnot the real thing, and longer than what can be kept in one packet"))
	srv.Fail(func(w http.ResponseWriter, r *http.Request, q s3test.Request, n int, next http.Handler) bool {
		switch {
		case q.Key == gone && n == 1:
			s3test.Answer(w, http.StatusNotFound, "NoSuchKey", "The specified key does not exist.")
			return true
		case q.Key == replaced && n == 1:
			s3test.Cut(w, r, next, 20, func() { srv.Put("logs", replaced, files[replaced]) })
			return true
		}
		return false
	})
	got := ingest()
	if got.Gone != 1 || got.Stored >= truth.Records.Total {
		t.Errorf("%d gone, %d records", got.Gone, got.Stored)
	}

	// Now they are there, one of them also under another name: only they are opened.
	srv.Fail(nil)
	for _, key := range late {
		srv.Put("logs", key, files[key])
	}
	srv.Put("logs", "copies/"+filepath.Base(keys[0]), files[keys[0]])
	stored := got.Stored
	got = ingest()
	if stored+got.Stored != truth.Records.Total || got.DuplicateObjects != int64(objects-3+1) {
		t.Errorf("then: %d and %d of %d records, %d objects twice", stored, got.Stored, truth.Records.Total, got.DuplicateObjects)
	}
	if n := opened(); n != 4 {
		t.Errorf("then: %d objects opened, want 4", n)
	}
	verify(t, l, truth)

	// Nothing new: nothing is opened, and nothing changes.
	srv.Fail(nil)
	if got = ingest(); got.Stored != 0 || got.Duplicates < truth.Records.Total || opened() != 0 {
		t.Errorf("nothing new: %d stored, %d twice, %d opened", got.Stored, got.Duplicates, opened())
	}
	verify(t, l, truth)
}

// What stops an intake says what is missing and what to do about it; what stops
// one object leaves the others alone.
func TestBucketRefused(t *testing.T) {
	srv, truth, cfg, objects := bucketed(t)
	l := open(t, filepath.Join(t.TempDir(), "data"))
	deny := func(list bool, status int, code, message string) s3test.Fault {
		return func(w http.ResponseWriter, r *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
			if q.List != list {
				return false
			}
			s3test.Answer(w, status, code, message)
			return true
		}
	}
	f := func(name string, fault s3test.Fault, want, hint string) {
		t.Helper()
		srv.Fail(fault)
		got, err := l.Ingest(t.Context(), []string{"s3://logs/AWSLogs/"}, nil, cfg, nil)
		if err == nil && len(got.Failures) > 0 {
			err = got.Failures[0].Err
		}
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(Hint(err), hint) {
			t.Errorf("%s: %v\n%s\nwant %q and %q", name, err, Hint(err), want, hint)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the secret key is shown: %v", name, err)
		}
		if got.Stored != 0 {
			t.Errorf("%s: %d records stored", name, got.Stored)
		}
	}
	f("list", deny(true, http.StatusForbidden, "AccessDenied", "Access Denied"),
		"access key AKIA…TEST may not s3:ListBucket on arn:aws:s3:::logs", "weir aws policy s3://logs/AWSLogs/")
	f("read", deny(false, http.StatusForbidden, "AccessDenied", "Access Denied"), "may not s3:GetObject on arn:aws:s3:::logs/AWSLogs/", "weir aws policy")
	f("a principal that is named", deny(true, http.StatusForbidden, "AccessDenied",
		"User: arn:aws:iam::123456789012:user/ana is not authorized to perform: s3:ListBucket on resource: &quot;arn:aws:s3:::logs&quot; because no identity-based policy allows the s3:ListBucket action"),
		"arn:aws:iam::123456789012:user/ana may not s3:ListBucket on arn:aws:s3:::logs", "weir aws policy")
	f("the key of encryption", deny(false, http.StatusForbidden, "AccessDenied",
		"User: arn:aws:iam::1:role/r is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:1:key/k because no identity-based policy allows the kms:Decrypt action"),
		"may not kms:Decrypt on arn:aws:kms:eu-west-1:1:key/k", "--kms-key")
	f("archived", deny(false, http.StatusForbidden, "InvalidObjectState", "The operation is not valid for the object's storage class"), "archived (Glacier)", "restore-object")
	f("expired", deny(true, http.StatusBadRequest, "ExpiredToken", "The provided token has expired."), "no valid AWS credentials: The provided token has expired", "aws sso login")
	f("no bucket", deny(true, http.StatusNotFound, "NoSuchBucket", "The specified bucket does not exist"), "there is no such bucket", "")
	srv.Fail(nil)
	_, err := l.Ingest(t.Context(), []string{"s3://logs/AWSLogs/nothing/"}, nil, cfg, nil)
	if !errors.Is(err, ErrNoObjects) || Hint(err) == "" {
		t.Errorf("nothing there: %v", err)
	}

	// One object that may not be read is told of; the rest is in, and it comes
	// when it may be read.
	denied := ""
	srv.Fail(func(w http.ResponseWriter, _ *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
		if denied == "" && !q.List {
			denied = q.Key
		}
		if q.List || q.Key != denied {
			return false
		}
		s3test.Answer(w, http.StatusForbidden, "AccessDenied", "Access Denied")
		return true
	})
	got, err := l.Ingest(t.Context(), []string{"s3://logs/"}, nil, cfg, nil)
	if err != nil || len(got.Failures) != 1 || int(got.Objects) != objects {
		t.Errorf("one denied: %d objects, failures %v, %v", got.Objects, got.Failures, err)
	}
	srv.Fail(nil)
	if _, err := l.Ingest(t.Context(), []string{"s3://logs/"}, nil, cfg, nil); err != nil {
		t.Fatal(err)
	}
	verify(t, l, truth)

	// No credentials at all.
	t.Setenv("AWS_ACCESS_KEY_ID", "")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "")
	_, err = l.Ingest(t.Context(), []string{"s3://logs/"}, nil, cfg, nil)
	if !errors.Is(err, s3.ErrCredentials) {
		t.Errorf("no credentials: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Join(l.Dir, "spool")); len(left) > 0 {
		t.Errorf("left in the spool folder: %v", left)
	}
}

// A watched bucket: what comes late, behind what is in, comes in with the next
// poll, and each poll opens only what is new.
func TestBucketWatched(t *testing.T) {
	t.Parallel()
	srv, truth, cfg, objects := bucketed(t, func(c *fleet.Config) { // keys of yesterday and today
		c.End, c.Days = time.Now().UTC().Truncate(time.Hour), 1
	})
	l := open(t, filepath.Join(t.TempDir(), "data"))
	src, err := s3.New(cfg.Buckets).Source("s3://logs/")
	if err != nil {
		t.Fatal(err)
	}
	var late []string
	kept, listed := map[string][]byte{}, 0
	err = src.Objects(t.Context(), func(o source.Object) error {
		if listed++; listed%7 != 0 || len(late) == 5 { // here and there
			return nil
		}
		_, key, _ := s3.Split(o.Name)
		r, err := o.Open(t.Context())
		if err != nil {
			return err
		}
		defer r.Close()
		late = append(late, key)
		kept[key], err = io.ReadAll(r)
		return err
	})
	if err != nil || len(late) != 5 {
		t.Fatal(late, err)
	}
	for _, key := range late {
		srv.Remove("logs", key)
	}

	watch := src.Watch()
	stored := int64(0)
	poll := func(opens int) {
		t.Helper()
		srv.Fail(nil)
		in, err := l.Intake(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.take(t.Context(), in, watch); err != nil {
			t.Fatal(err)
		}
		stored += in.Progress().Stored.Load()
		n := 0
		for _, r := range srv.Requests() {
			if !r.List {
				n++
			}
		}
		if n != opens || len(in.Failures()) > 0 {
			t.Errorf("%d objects opened, want %d; failures %v", n, opens, in.Failures())
		}
	}
	poll(objects - 5)
	poll(0)
	for i, key := range late {
		srv.Put("logs", key, kept[key])
		if i%2 == 1 {
			poll(2)
		}
	}
	poll(1)
	poll(0)
	if stored != truth.Records.Total {
		t.Errorf("%d of %d records", stored, truth.Records.Total)
	}
	verify(t, l, truth)
}
