package daemon

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// TestRewindHoldsNobody protects the lane of what one record decides: while detection goes
// over a long stretch anew, because records of long ago have come, a new record is judged
// and told at once. Here that stretch does not end at all until it has been.
func TestRewindHoldsNobody(t *testing.T) {
	dir := t.TempDir()
	l := open(t, filepath.Join(dir, "data"))
	file := func(name, src string, at time.Time) string {
		path := filepath.Join(dir, name)
		text := "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status tcp-flags\n" +
			fmt.Sprintf("2 123456789012 eni-1 %s 10.0.0.5 40000 23 6 9 800 %d %d ACCEPT OK 2\n", src, at.Unix(), at.Unix()+59)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	ingest := func(path string) {
		t.Helper()
		if _, err := l.Ingest(t.Context(), []string{path}, nil, IntakeConfig{}, nil); err != nil {
			t.Fatal(err)
		}
	}
	rules, err := LoadRules(RuleSettings{})
	if err != nil {
		t.Fatal(err)
	}
	found := make(chan string, 100)
	d, err := l.detection(t.Context(), rules, 0, func(_ context.Context, list []finding.Finding) error {
		for _, f := range list {
			if f.Family == finding.ForbiddenPort {
				found <- f.SrcAddr.String()
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	rewinding, release := make(chan struct{}), make(chan struct{})
	var first, again bool
	d.cfg.Progress = func(int64) { // of the detectors that go over stretches, never of the lane
		if !first {
			first = true
			return
		}
		if !again {
			again = true
			close(rewinding)
		}
		<-release
	}
	expect := func(src string) {
		t.Helper()
		for {
			select {
			case got := <-found:
				if got == src {
					return
				}
			case <-time.After(time.Minute):
				t.Fatalf("%s is not told", src)
			}
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	ingest(file("a.log", "203.0.113.1", day))
	go func() { ended <- d.Run(ctx) }()
	expect("203.0.113.1")
	ingest(file("b.log", "203.0.113.2", day.AddDate(-1, 0, 0)))
	<-rewinding
	ingest(file("c.log", "203.0.113.3", day.Add(time.Minute)))
	expect("203.0.113.3")
	close(release)
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
