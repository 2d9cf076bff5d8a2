package notify_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/notify/webhook"
	"github.com/weir-flow/weir/internal/state"
)

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

func event(alert string, kind notify.Kind, severity finding.Severity) notify.Event {
	now := time.Now()
	return notify.Event{
		Kind: kind, At: now, By: "weir", Alert: alert, Rule: "r", Family: finding.Scan, Title: "Scan", Why: "12 ports; usual are 0 to 3", Entity: "vpc-1/10.0.0.5",
		Severity: severity, Page: severity >= finding.High, FirstSeen: now.Add(-time.Minute), LastSeen: now, Count: 12, Response: []string{}, Body: json.RawMessage(`{"id":"` + alert + `"}`),
	}
}

// box is an outbox over a database of its own.
type box struct {
	*notify.Outbox
	t   *testing.T
	db  *state.DB
	log *bytes.Buffer
}

func openBox(ctx context.Context, path string, cfg notify.Config) (*notify.Outbox, *state.DB, error) {
	db, err := state.Open(path)
	if err != nil {
		return nil, nil, err
	}
	o, err := notify.Open(ctx, db, cfg)
	return o, db, err
}

type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

func newBox(t *testing.T, cfg notify.Config) *box {
	t.Helper()
	b := &box{t: t, log: new(bytes.Buffer)}
	cfg.Log = slog.New(slog.NewTextHandler(&lockedWriter{w: b.log}, nil))
	cfg.First, cfg.Every = time.Millisecond, 5*time.Millisecond
	var err error
	if b.Outbox, b.db, err = openBox(t.Context(), filepath.Join(t.TempDir(), "state.db"), cfg); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.db.Close() })
	return b
}

func (b *box) put(events ...notify.Event) {
	b.t.Helper()
	if err := b.db.Tx(b.t.Context(), func(tx *state.Tx) error { return notify.Put(tx, events...) }); err != nil {
		b.t.Fatal(err)
	}
}

func (b *box) deliveries(in string) (list []notify.Delivery) {
	b.t.Helper()
	err := b.Deliveries(b.t.Context(), in, 0, func(d notify.Delivery) error {
		list = append(list, d)
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	slices.Reverse(list)
	return list
}

// run runs the outbox until done, and waits for its end.
func (b *box) run(targets []notify.Target, done func() bool) {
	b.t.Helper()
	ctx, stop := context.WithCancel(b.t.Context())
	ended := make(chan error, 1)
	b.Aim(targets...)
	go func() { ended <- b.Run(ctx) }()
	for deadline := time.Now().Add(20 * time.Second); !done(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			b.t.Errorf("it does not come to an end: %+v", b.deliveries(""))
			break
		}
	}
	stop()
	if err := <-ended; err != nil {
		b.t.Error(err)
	}
}

// settled is whether all of so many deliveries have come to an end.
func (b *box) settled(n int) func() bool {
	return func() bool {
		counts, err := b.Standing(b.t.Context())
		return err == nil && counts["waiting"] == 0 && counts["sent"]+counts["dead"]+counts["skipped"] >= n
	}
}

// routed is whether all events were looked at.
func (b *box) routed() bool {
	n := 1
	_ = b.db.View(b.t.Context(), func(tx *state.Tx) error {
		return tx.Row(`SELECT COUNT(*) FROM notify_events WHERE routed = 0`, nil, &n)
	})
	return n == 0
}

// memory is a target that remembers, and fails as it is told.
type memory struct {
	most int
	mu   sync.Mutex
	got  []notify.Message
	fail func(n int, m notify.Message) error // of the n-th try, from 0
	n    int
}

func (m *memory) Most() int              { return max(1, m.most) }
func (m *memory) Takes(notify.Kind) bool { return true }
func (m *memory) messages() []notify.Message {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.got)
}

func (m *memory) Send(_ context.Context, msg notify.Message) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := m.n
	m.n++
	if m.fail != nil {
		if err := m.fail(n, msg); err != nil {
			return err
		}
	}
	m.got = append(m.got, msg)
	return nil
}

func alerts(list []notify.Message) (out []string) {
	for _, m := range list {
		for _, e := range m.Events {
			out = append(out, string(m.Kind)+" "+e.Alert)
		}
	}
	return out
}

// TestRoutes: a target gets what it wants, and hears what becomes of an alert only when
// it was told that it fires. Noise and old news go nowhere.
func TestRoutes(t *testing.T) {
	b := newBox(t, notify.Config{})
	all, pages, scans := &memory{}, &memory{}, &memory{}
	targets := []notify.Target{
		{Name: "all", Sender: all}, {Name: "pages", Sender: pages, PagesOnly: true, MinSeverity: finding.High},
		{Name: "beacons", Sender: scans, Families: []finding.Family{finding.Beacon}},
	}
	noise, old := event("noise", notify.Fired, finding.High), event("old", notify.Fired, finding.High)
	noise.Exposure = true
	old.LastSeen = time.Now().AddDate(0, 0, -8)
	b.put(event("low", notify.Fired, finding.Low), event("high", notify.Fired, finding.High), noise, old,
		event("low", notify.Resolved, finding.Low), event("high", notify.Acknowledged, finding.High), event("high", notify.Resolved, finding.High), event("never", notify.Resolved, finding.High))
	b.run(targets, b.settled(8))
	got := alerts(all.messages())
	slices.Sort(got)
	if want := []string{"acknowledged high", "fired high", "fired low", "resolved high", "resolved low"}; !slices.Equal(got, want) {
		t.Errorf("all: %v", got)
	}
	if got, want := alerts(pages.messages()), []string{"fired high", "acknowledged high", "resolved high"}; !slices.Equal(got, want) {
		t.Errorf("pages: %v, want %v", got, want)
	}
	if got := alerts(scans.messages()); len(got) != 0 {
		t.Errorf("beacons: %v", got)
	}
}

// TestUrgentFirst: of what waits, pages go first, then by severity; an alert's own
// events keep their order.
func TestUrgentFirst(t *testing.T) {
	b := newBox(t, notify.Config{})
	m := &memory{}
	b.put(event("nowhere", notify.Fired, finding.Critical))
	b.run(nil, b.routed) // there is no target
	b.put(event("a", notify.Fired, finding.Low), event("b", notify.Fired, finding.Medium), event("c", notify.Fired, finding.Critical), event("d", notify.Fired, finding.High))
	b.run([]notify.Target{{Name: "m", Sender: m}}, b.settled(4))
	if got, want := alerts(m.messages()), []string{"fired c", "fired d", "fired b", "fired a"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestGroup: the first goes at once, what comes soon after it goes together; more than
// a target takes in an hour waits.
func TestGroup(t *testing.T) {
	var clock sync.Mutex
	now := time.Now()
	forward := func(d time.Duration) {
		clock.Lock()
		defer clock.Unlock()
		now = now.Add(d)
	}
	b := newBox(t, notify.Config{Now: func() time.Time {
		clock.Lock()
		defer clock.Unlock()
		return now
	}})
	m := &memory{most: 10}
	targets := []notify.Target{{Name: "m", Sender: m, Group: time.Minute, PerHour: 2}}
	b.put(event("first", notify.Fired, finding.Low))
	b.run(targets, b.settled(1))
	for i := range 12 {
		b.put(event(fmt.Sprint("later", i), notify.Fired, finding.Low))
	}
	tried := func() bool {
		counts, err := b.Standing(t.Context())
		return err == nil && counts["waiting"] == 12
	}
	b.run(targets, tried)
	if n := len(m.messages()); n != 1 {
		t.Errorf("%d messages within a minute", n)
	}
	forward(61 * time.Second)
	b.run(targets, func() bool { return len(m.messages()) == 2 })
	forward(2 * time.Minute)
	b.run(targets, func() bool { counts, _ := b.Standing(t.Context()); return counts["waiting"] == 2 })
	if got := m.messages(); len(got) != 2 || len(got[1].Events) != 10 {
		t.Errorf("%d messages, %v", len(got), alerts(got))
	}
	forward(time.Hour)
	b.run(targets, b.settled(13))
	if got := m.messages(); len(got) != 3 || len(got[2].Events) != 2 {
		t.Errorf("%d messages, %v", len(got), alerts(got))
	}
}

// TestRetries: what fails is tried again under its key, and what failed together comes
// together; a target that wants to be left alone is; what is refused is a dead letter
// that can be sent again, and nobody hears that it was resolved.
func TestRetries(t *testing.T) {
	b := newBox(t, notify.Config{})
	var keys []string
	refuse := true
	m := &memory{most: 2, fail: func(n int, msg notify.Message) error {
		keys = append(keys, msg.Key)
		switch {
		case n < 3:
			return fmt.Errorf("try %d", n)
		case n == 3:
			return &notify.LaterError{After: 30 * time.Millisecond, Err: errors.New("not now")}
		case refuse && msg.Events[0].Alert == "bad":
			return fmt.Errorf("%w: no", notify.ErrRefused)
		}
		return nil
	}}
	targets := []notify.Target{{Name: "m", Sender: m}}
	b.put(event("a", notify.Fired, finding.Low), event("b", notify.Fired, finding.Low))
	b.run(targets, b.settled(2))
	if got := m.messages(); len(got) != 1 || len(got[0].Events) != 2 || len(slices.Compact(slices.Clone(keys))) != 1 || len(keys) != 5 {
		t.Errorf("%v under the keys %v", alerts(got), keys)
	}
	b.put(event("bad", notify.Fired, finding.High))
	b.run(targets, b.settled(3))
	b.put(event("bad", notify.Resolved, finding.High))
	b.run(targets, b.routed)
	dead := b.deliveries("dead")
	if len(dead) != 1 || dead[0].Error != "refused: no" || dead[0].Tries != 1 {
		t.Fatalf("dead letters: %+v", dead)
	}
	if _, err := b.Retry(t.Context(), 999); !errors.Is(err, notify.ErrNoLetter) {
		t.Errorf("retry what is none: %v", err)
	}
	refuse = false
	if n, err := b.Retry(t.Context()); n != 1 || err != nil {
		t.Errorf("retry: %d, %v", n, err)
	}
	b.run(targets, b.settled(3))
	if got := alerts(m.messages()); got[len(got)-1] != "fired bad" {
		t.Errorf("%v", got)
	}
}

// TestGivenUp: a target that never answers leaves dead letters when patience ends, and
// holds up no other.
func TestGivenUp(t *testing.T) {
	b := newBox(t, notify.Config{Patience: 50 * time.Millisecond})
	bad, good := &memory{fail: func(int, notify.Message) error { return errors.New("down") }}, &memory{}
	b.put(event("a", notify.Fired, finding.Low))
	b.run([]notify.Target{{Name: "bad", Sender: bad}, {Name: "good", Sender: good}}, b.settled(2))
	if dead := b.deliveries("dead"); len(dead) != 1 || dead[0].Target != "bad" || dead[0].Tries < 2 {
		t.Errorf("%+v", dead)
	}
	if len(good.messages()) != 1 {
		t.Error("the other target heard nothing")
	}
}

// TestFaults: a server that answers with errors, asks to wait, hangs, and drops
// connections gets every alert, each try under its key, and no secret is in the log or
// in what is kept.
func TestFaults(t *testing.T) {
	const secret, path = "s3cr3t-of-the-hook", "/hook/t0ken"
	var mu sync.Mutex
	seen, taken := map[string]string{}, map[string]int{}
	n := 0
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		mu.Lock()
		i := n
		n++
		var e struct{ Subject, ID string }
		if err := json.Unmarshal(body, &e); err != nil || r.URL.Path != path {
			t.Errorf("%s: %v", body, err)
		}
		id := r.Header.Get("webhook-id")
		if old, ok := seen[e.Subject]; ok && old != id || id != e.ID || r.Header.Get("Idempotency-Key") != id {
			t.Errorf("%s came under %s and %s", e.Subject, old, id)
		}
		seen[e.Subject] = id
		if want := "v1," + webhook.Sign([]byte(secret), id, r.Header.Get("webhook-timestamp"), body); r.Header.Get("webhook-signature") != want {
			t.Errorf("signature %s, want %s", r.Header.Get("webhook-signature"), want)
		}
		fault := i % 6
		if fault == 5 || i > 40 {
			taken[e.Subject]++
		}
		mu.Unlock()
		if i > 40 {
			return
		}
		switch fault {
		case 0:
			http.Error(w, "broken, "+secret+" at "+path, http.StatusInternalServerError)
		case 1:
			w.Header().Set("Retry-After", "0")
			http.Error(w, "slowly", http.StatusTooManyRequests)
		case 2:
			select {
			case <-r.Context().Done():
			case <-release:
			}
		case 3:
			panic(http.ErrAbortHandler)
		case 4:
			conn, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				fmt.Fprint(conn, "HTTP/1.1 20")
				_ = conn.Close()
			}
		}
	}))
	defer server.Close()
	defer close(release)
	s, err := webhook.New(webhook.Config{URL: server.URL + path, Secret: secret, Source: "test", Allow: loopback})
	if err != nil {
		t.Fatal(err)
	}
	b := newBox(t, notify.Config{})
	const events = 12
	for i := range events {
		b.put(event(fmt.Sprint("a", i), notify.Fired, finding.Low))
	}
	b.run([]notify.Target{{Name: "hook", Sender: impatient{s}}}, b.settled(events))
	if len(b.deliveries("sent")) != events || len(taken) != events {
		t.Errorf("%d sent, %d taken, want %d", len(b.deliveries("sent")), len(taken), events)
	}
	kept, err := os.ReadFile(b.db.Path())
	if err != nil {
		t.Fatal(err)
	}
	wal, _ := os.ReadFile(b.db.Path() + "-wal")
	for name, text := range map[string]string{"log": b.log.String(), "database": string(kept) + string(wal)} {
		for _, word := range []string{secret, "t0ken"} {
			if strings.Contains(text, word) {
				t.Errorf("%s is in the %s", word, name)
			}
		}
	}
	if !strings.Contains(b.log.String(), "500 Internal Server Error: broken, *** at ***") {
		t.Errorf("the log does not tell why:\n%s", b.log)
	}
}

// impatient is a sender that waits for nobody for long.
type impatient struct{ notify.Sender }

func (i impatient) Send(ctx context.Context, m notify.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	return i.Sender.Send(ctx, m)
}

// dying is a sender whose process is killed when a message has arrived and nothing is
// noted yet.
type dying struct{ notify.Sender }

func (d dying) Send(ctx context.Context, m notify.Message) error {
	if err := d.Sender.Send(ctx, m); err != nil {
		return err
	}
	_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	select {}
}

// TestMain lets a test run this binary again as a process that sends and dies.
func TestMain(m *testing.M) {
	url := os.Getenv("WEIR_TEST_URL")
	if url == "" {
		os.Exit(m.Run())
	}
	o, _, err := openBox(context.Background(), os.Getenv("WEIR_TEST_STATE"), notify.Config{})
	if err == nil {
		var s *webhook.Sender
		if s, err = webhook.New(webhook.Config{URL: url, Allow: loopback}); err == nil {
			o.Aim(notify.Target{Name: "hook", Sender: dying{s}})
			err = o.Run(context.Background())
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// TestKilledBetweenSendAndMark: what a process had sent when it was killed is sent
// again by the next one, under the same key.
func TestKilledBetweenSendAndMark(t *testing.T) {
	var mu sync.Mutex
	var ids []string
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		ids = append(ids, r.Header.Get("webhook-id"))
	}))
	defer server.Close()
	b := newBox(t, notify.Config{})
	b.put(event("a", notify.Fired, finding.Low))
	for range 2 {
		cmd := exec.Command(os.Args[0])
		cmd.Stderr = os.Stderr
		cmd.Env = append(os.Environ(), "WEIR_TEST_URL="+server.URL, "WEIR_TEST_STATE="+b.db.Path())
		var exit *exec.ExitError
		if err := cmd.Run(); !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
			t.Fatalf("the process ended by itself: %v", err)
		}
	}
	s, err := webhook.New(webhook.Config{URL: server.URL, Allow: loopback})
	if err != nil {
		t.Fatal(err)
	}
	b.run([]notify.Target{{Name: "hook", Sender: s}}, b.settled(1))
	if len(ids) != 3 || ids[0] == "" || ids[1] != ids[0] || ids[2] != ids[0] {
		t.Errorf("it came under %v", ids)
	}
	if d := b.deliveries("sent"); len(d) != 1 {
		t.Errorf("%+v", b.deliveries(""))
	}
}

// TestGone: what waits for a target that is configured no more is a dead letter.
func TestGone(t *testing.T) {
	b := newBox(t, notify.Config{})
	never := &memory{fail: func(int, notify.Message) error { return &notify.LaterError{After: time.Hour, Err: errors.New("later")} }}
	b.put(event("a", notify.Fired, finding.Low))
	b.run([]notify.Target{{Name: "old", Sender: never}}, func() bool { d := b.deliveries("waiting"); return len(d) == 1 && d[0].Tries == 1 })
	b.run([]notify.Target{{Name: "new", Sender: &memory{}}}, b.settled(1))
	if d := b.deliveries("dead"); len(d) != 1 || d[0].Error != "there is no such target any more" {
		t.Errorf("%+v", b.deliveries(""))
	}
}
