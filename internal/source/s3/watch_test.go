package s3

import (
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/source"
	"github.com/weir-flow/weir/internal/source/s3/s3test"
)

// stretches are the listings of objects since the last call: prefix and where
// they begin.
func stretches(srv *s3test.Server) (list []string, folders int) {
	for _, r := range srv.Requests() {
		if r.List && r.Delimiter == "" {
			list = append(list, r.Prefix+" after "+r.StartAfter)
		} else {
			folders++
		}
	}
	srv.Fail(nil)
	return list, folders
}

// Polls of a bucket whose keys hold the day list yesterday and what follows, look
// for new regions now and then, and list everything once a day.
func TestWatchDays(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	const root = "AWSLogs/111111111111/vpcflowlogs/eu-west-1/"
	today := time.Now().UTC().Truncate(24 * time.Hour) // the server's clock is real
	key := func(days int, name string) string {
		return root + today.AddDate(0, 0, days).Format("2006/01/02/") + name
	}
	old, yesterday, last := key(-40, "o"), key(-1, "y"), key(0, "t")
	for _, k := range []string{old, yesterday, last} {
		srv.Put("b", k, []byte("x"))
	}
	w := open(t, srv, "s3://b/AWSLogs/").Watch()
	now := time.Now()
	w.now = func() time.Time { return now }
	poll := func(name string, want ...string) {
		t.Helper()
		if diff := cmp.Diff(want, keys(t, w)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	begin := today.AddDate(0, 0, -1)
	behind := root + begin.Format("2006/") + " after " + root + begin.Format("2006/01/02")
	asked := func(name string, wantFolders bool) {
		t.Helper()
		list, folders := stretches(srv)
		if diff := cmp.Diff([]string{behind}, list[len(list)-1:]); diff != "" || (folders > 0) != wantFolders {
			t.Errorf("%s: folders listed: %d; listings (-want +got):\n%s", name, folders, diff)
		}
	}

	srv.Fail(nil)
	poll("the first time all of it", old, yesterday, last)
	stretches(srv)
	now = now.Add(time.Minute)
	poll("then what may be new", yesterday, last)
	asked("then", false)

	late, older := key(-1, "a-late-one"), key(-41, "later-still")
	srv.Put("b", late, []byte("x"))
	srv.Put("b", older, []byte("x"))
	poll("a late one behind the others", late, yesterday, last)

	// A clock that is days ahead does not make it look in the future only.
	now = now.Add(72 * time.Hour)
	w.whole, w.found = now, now
	poll("a clock that is ahead", late, yesterday, last)
	now = now.Add(-100 * time.Hour)
	poll("a clock that went back: all again", older, old, late, yesterday, last)
	now = time.Now()
	w.whole, w.found = now, now

	region := "AWSLogs/111111111111/vpcflowlogs/us-east-1/" + today.Format("2006/01/02/") + "n"
	srv.Put("b", region, []byte("x"))
	poll("a region that nobody has looked for", late, yesterday, last)
	now = now.Add(rediscover)
	poll("when it is looked for", late, yesterday, last, region)
	now = w.whole.Add(relist)
	poll("a day later all of it", older, old, late, yesterday, last, region)

	// A poll that fails is made good by the next.
	srv.Fail(func(w http.ResponseWriter, _ *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
		s3test.Answer(w, http.StatusForbidden, "AccessDenied", "Access Denied")
		return true
	})
	if err := w.Objects(t.Context(), nil); err == nil {
		t.Error("a poll that is denied says nothing")
	}
	srv.Fail(nil)
	poll("after that", late, yesterday, last, region)

	// What is older than records are kept does not come back.
	w.Since(today.AddDate(0, 0, -1).Add(early))
	w.whole = time.Time{}
	poll("with less kept", late, yesterday, last, region)
}

// Keys without a day that lie in the order of time are followed from the overlap
// on; where they are in no order all are listed.
func TestWatchOther(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	for i := range 20 {
		srv.Put("b", fmt.Sprintf("task/%03d.gz", i), []byte("x"))
	}
	w := open(t, srv, "s3://b/task/").Watch()
	srv.Fail(nil)
	if got := keys(t, w); len(got) != 20 {
		t.Fatalf("the first time: %q", got)
	}
	srv.Put("b", "task/020.gz", []byte("x"))
	if got := keys(t, w); len(got) != 21 { // all are of the last two hours
		t.Errorf("then: %q", got)
	}
	if list, _ := stretches(srv); list[len(list)-1] != "task/ after task/000.g" {
		t.Errorf("then: %q", list)
	}
}

// Where the overlap begins, for times in minutes by key.
func TestOrder(t *testing.T) {
	f := func(name, want string, broken bool, minutes ...int) {
		t.Helper()
		var o order
		for i, m := range minutes {
			o.add(&entry{key: fmt.Sprintf("k%02d+", i), modified: time.Unix(int64(m)*60, 0)})
		}
		if o.cursor() != want || o.broken != broken {
			t.Errorf("%s: cursor %q, broken %v; want %q, %v", name, o.cursor(), o.broken, want, broken)
		}
	}
	f("nothing", "", false)
	f("all at once", "k00", false, 9000, 9000, 9000)
	f("in order", "k03", false, 0, 60, 120, 180, 240, 300, 301, 302)
	f("late ones within the overlap", "k03", false, 0, 60, 120, 180, 240, 130, 260)
	f("in no order", "k01", true, 0, 300, 100, 400, 50)
	f("after a pause", "k03", false, 0, 1, 2, 5000, 5001)
}

// A bucket that lets nothing be read is not asked for every object, and tried
// again with the next poll.
func TestWatchRefused(t *testing.T) {
	s3test.Credentials(t)
	srv := s3test.New(t, "b")
	for i := range 50 {
		srv.Put("b", fmt.Sprintf("k%02d", i), []byte("x"))
	}
	w := open(t, srv, "s3://b").Watch()
	poll := func() (opened int, err error) {
		srv.Fail(nil)
		return opened, w.Objects(t.Context(), func(o source.Object) error {
			if r, err := o.Open(t.Context()); err == nil {
				opened++
				r.Close()
			}
			return nil
		})
	}
	deny := func(w http.ResponseWriter, _ *http.Request, q s3test.Request, _ int, _ http.Handler) bool {
		if !q.List {
			s3test.Answer(w, http.StatusForbidden, "AccessDenied", "Access Denied")
		}
		return !q.List
	}
	var access *AccessError
	for range 2 {
		srv.Fail(deny)
		asked := 0
		err := w.Objects(t.Context(), func(o source.Object) error {
			asked++
			if _, err := o.Open(t.Context()); !errors.As(err, &access) {
				t.Errorf("open: %v", err)
			}
			return nil
		})
		if !errors.As(err, &access) || asked != refused {
			t.Errorf("%d objects asked for, then %v", asked, err)
		}
	}
	if n, err := poll(); n != 50 || err != nil {
		t.Errorf("allowed again: %d objects, %v", n, err)
	}
}

// A watch that begins at a day lists no older ones, on no poll; but where nothing is as
// new, everything: the clock may be wrong, and the logs may be old.
func TestWatchBegins(t *testing.T) {
	s3test.Credentials(t)
	today := time.Now().UTC().Truncate(24 * time.Hour)
	key := func(days int) string {
		return "AWSLogs/111111111111/vpcflowlogs/eu-west-1/" + today.AddDate(0, 0, days).Format("2006/01/02/") + "o"
	}
	f := func(name string, stored []int, want ...string) {
		t.Helper()
		srv := s3test.New(t, "b")
		for _, days := range stored {
			srv.Put("b", key(days), []byte("x"))
		}
		w := open(t, srv, "s3://b/AWSLogs/").Watch()
		now := time.Now()
		w.now = func() time.Time { return now }
		w.Begin(today.AddDate(0, 0, -30))
		for range 2 {
			if diff := cmp.Diff(want, keys(t, w)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
			now = now.Add(25 * time.Hour) // everything is listed again
		}
	}
	f("years of logs", []int{-800, -400, -33, -3, 0}, key(-3), key(0))
	f("old logs", []int{-800, -400}, key(-800), key(-400))
}
