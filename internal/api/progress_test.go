package api

import (
	"errors"
	"testing"

	"github.com/weir-flow/weir/internal/query"
)

// TestWorks: long work is told from where it stands to those who come, then as it goes
// on, and why it failed.
func TestWorks(t *testing.T) {
	t.Parallel()
	s := newStreams(New(Config{}))
	s.works.tell = func() {}
	w := s.works.begin("1", "backtest", "A rule", "records")
	w.step(10, 100)
	one := &stream{works: []string{"mine"}, scope: query.Everything()}
	f := func(want string, done int64) {
		t.Helper()
		list, _ := one.take(&s.works)
		if want == "" {
			if len(list) != 0 {
				t.Errorf("told %+v", list)
			}
			return
		}
		if len(list) != 1 {
			t.Fatalf("told %+v", list)
		}
		if e := list[0].data.(ProgressEvent); string(e.State) != want || e.Done != done || e.Key != "mine" || e.Total != 100 {
			t.Errorf("%+v", e)
		}
	}
	f("running", 10)
	f("", 0)
	w.step(60, 100)
	f("running", 60)
	w.end(errors.New("inside"))
	f("failed", 60)
	(*work)(nil).step(1, 2) // nobody has to have begun it
	(*work)(nil).end(nil)
}
