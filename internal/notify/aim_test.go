package notify_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
)

// TestAimWhileItRuns: targets come, change and go while the outbox works. What waits for
// one that changes goes to the new one, what waits for one that goes is given up and told
// so, also when somebody has it sent again, and the others notice nothing.
func TestAimWhileItRuns(t *testing.T) {
	t.Parallel()
	b := newBox(t, notify.Config{})
	stays, away, fixed, late := &memory{}, &memory{fail: func(int, notify.Message) error { return errors.New("away") }}, &memory{}, &memory{}
	b.Aim(notify.Target{Name: "stays", Sender: stays}, notify.Target{Name: "soc", Sender: away})
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- b.Run(ctx) }()
	until := func(what string, is func() bool) {
		t.Helper()
		for end := time.Now().Add(20 * time.Second); !is(); time.Sleep(2 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("in vain: waiting until %s: %+v", what, b.deliveries(""))
			}
		}
	}
	has := func(m *memory, want ...string) func() bool {
		return func() bool { return slices.Equal(alerts(m.messages()), want) }
	}
	// What a target has taken is noted a moment later.
	onlyWaits := func(target, alert string) func() bool {
		return func() bool {
			d := b.deliveries("waiting")
			return len(d) == 1 && d[0].Target == target && d[0].Alert == alert
		}
	}
	b.put(event("a", notify.Fired, finding.High))
	until("the first is told", has(stays, "fired a"))
	until("the other was tried", func() bool { d := b.deliveries("waiting"); return len(d) == 1 && d[0].Tries > 0 })

	b.Aim(notify.Target{Name: "soc", Sender: fixed}, notify.Target{Name: "late", Sender: late})
	until("what waited goes to the new one", has(fixed, "fired a"))
	b.put(event("b", notify.Fired, finding.High))
	until("the late one is told", has(late, "fired b"))
	until("all are told", func() bool { return has(stays, "fired a", "fired b")() && has(fixed, "fired a", "fired b")() })

	b.Aim(notify.Target{Name: "late", Sender: away})
	b.put(event("c", notify.Fired, finding.High))
	until("one waits", onlyWaits("late", "c"))
	if n, err := b.Drop(ctx, "late"); n != 1 || err != nil {
		t.Errorf("given up: %d, %v", n, err)
	}
	dead := func() bool {
		d := b.deliveries("dead")
		return len(d) == 1 && d[0].Target == "late" && d[0].Error == "there is no such target any more"
	}
	if !dead() {
		t.Errorf("%+v", b.deliveries(""))
	}
	if n, err := b.Retry(ctx); n != 1 || err != nil {
		t.Errorf("sent again: %d, %v", n, err)
	}
	until("it is given up again", dead)
	if n, err := b.Drop(ctx, "late"); n != 0 || err != nil {
		t.Errorf("dropped twice: %d, %v", n, err)
	}
	b.Aim(notify.Target{Name: "soc", Sender: away})
	b.put(event("d", notify.Fired, finding.High))
	until("one waits again", onlyWaits("soc", "d"))
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n, err := b.Drop(t.Context(), "late"); n != 0 || err != nil || len(b.deliveries("waiting")) != 1 {
		t.Errorf("dropped after the end: %d, %v: %+v", n, err, b.deliveries(""))
	}
	if !has(late, "fired b")() || !strings.Contains(b.log.String(), "notifications=1") {
		t.Errorf("%v: %s", alerts(late.messages()), b.log)
	}
}
