package daemon

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify/webhook"
)

// receiver is an HTTP server that targets send to.
type receiver struct {
	*httptest.Server
	mu  sync.Mutex
	got []received
}

type received struct{ path, signature, id, at, kind, body string }

func newReceiver(t *testing.T) *receiver {
	r := &receiver{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		var e struct{ Type string }
		_ = json.Unmarshal(body, &e)
		h := q.Header
		r.mu.Lock()
		defer r.mu.Unlock()
		r.got = append(r.got, received{q.URL.Path, h.Get("Webhook-Signature"), h.Get("Webhook-Id"), h.Get("Webhook-Timestamp"), e.Type, string(body)})
	}))
	t.Cleanup(r.Close)
	return r
}

// take returns what has come of a kind, and forgets it.
func (r *receiver) take(kind string) (out []received) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.got = slices.DeleteFunc(r.got, func(one received) bool {
		if one.kind == kind {
			out = append(out, one)
		}
		return one.kind == kind
	})
	return out
}

func (g received) signedBy(secret string) bool {
	return g.signature == "v1,"+webhook.Sign([]byte(secret), g.id, g.at, []byte(g.body))
}

// logged is a log that a test reads while it is written.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestTargetsMadeInTheApp: a target that is added over HTTP gets tests and alerts at once
// and after a restart, keeps its secrets when it is changed, unless they are removed, and tells them nobody, not
// even a new server; one of the configuration wins; one that is removed is told nothing
// more, and what waited for it is a dead letter.
func TestTargetsMadeInTheApp(t *testing.T) {
	t.Parallel()
	needEngine(t)
	hook, other := newReceiver(t), newReceiver(t)
	data := filepath.Join(t.TempDir(), "data")
	fixed := []NotifySettings{{Name: "ops", Kind: "webhook", URL: Secret(other.URL + "/of-the-file"), Allow: []string{"127.0.0.1"}, MinSeverity: "critical"}}
	log := &logged{}
	run := func(notify ...NotifySettings) (address string, stop func()) {
		t.Helper()
		targets, err := Targets(notify)
		if err != nil {
			t.Fatal(err)
		}
		settings := DefaultSettings()
		settings.Notify = notify
		ready, ended := make(chan string, 1), make(chan error, 1)
		ctx, cancel := context.WithCancel(t.Context())
		cfg := Config{Data: data, Command: "weir serve", Log: slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
		go func() {
			ended <- Serve(ctx, cfg, ServeConfig{Listen: "127.0.0.1:0", Tell: targets, Settings: ServedSettings{Settings: settings}, Ready: func(a string) { ready <- a }})
		}()
		select {
		case address = <-ready:
		case err := <-ended:
			t.Fatal(err)
		}
		return address, func() {
			cancel()
			if err := <-ended; err != nil {
				t.Error(err)
			}
		}
	}
	raised := 0
	raise := func() string {
		t.Helper()
		desk, err := OpenDesk(t.Context(), Config{Data: data})
		if err != nil {
			t.Fatal(err)
		}
		defer desk.Close()
		raised++
		now := time.Now().UTC().Truncate(time.Second)
		e := finding.Entity{Kind: finding.KindAddress, Network: "vpc-1", ID: fmt.Sprint("10.0.0.", raised)}
		done, err := desk.Apply(t.Context(), finding.Finding{
			ID: finding.ID("r", e, now), Rule: "r", Family: finding.Scan, Title: "Scan", Severity: finding.High, Entity: e, Window: now, FirstSeen: now, LastSeen: now, Count: 1,
		})
		if err != nil || len(done.New) != 1 {
			t.Fatal(done, err)
		}
		return done.New[0].ID
	}
	told := func(r *receiver, id string) (got received) {
		t.Helper()
		until(t, "the alert is told", func() bool {
			for _, one := range r.take("weir.alert.fired") {
				if strings.Contains(one.body, id) {
					got = one
				}
			}
			return got.body != ""
		})
		return got
	}

	address, stop := run(fixed...)
	soc := object{"kind": "webhook", "url": hook.URL + "/path-s3cret", "secret": "key-s3cret", "allow": []string{"127.0.0.1"}, "min_severity": "medium", "families": []string{"scan"}}
	with := func(o object, more object) object {
		out := object{}
		for _, m := range []object{o, more} {
			for k, v := range m {
				out[k] = v
			}
		}
		return out
	}
	for name, bad := range map[string]object{
		"kind":   with(soc, object{"kind": "telegram"}),
		"url":    with(soc, object{"url": "ftp://x"}),
		"none":   with(soc, object{"url": ""}),
		"family": with(soc, object{"families": []string{"loud"}}),
		"cloud":  with(soc, object{"allow": []string{"0.0.0.0/0"}}),
		"far":    with(soc, object{"per_hour": -1}),
		"env":    with(soc, object{"min_severity": "loud"}),
		"mail":   {"kind": "email", "url": "smtp://mail.example.org", "from": "weir@example.org"},
	} {
		call(t, address, 400, "PUT", "/settings/targets?name="+name, bad, nil)
	}
	call(t, address, 400, "PUT", "/settings/targets?name=%20x", soc, nil)
	call(t, address, 409, "PUT", "/settings/targets?name=ops", soc, nil)
	call(t, address, 409, "DELETE", "/settings/targets?name=ops", nil, nil)
	call(t, address, 404, "DELETE", "/settings/targets?name=soc", nil, nil)

	// Before it is saved, and after.
	var test api.TargetTest
	call(t, address, 200, "POST", "/settings/targets/test", object{"name": "soc", "target": soc}, &test)
	if got := hook.take("weir.alert.test"); !test.Taken || len(got) != 1 || !got[0].signedBy("key-s3cret") {
		t.Errorf("a test before it is saved: %+v, %+v", test, got)
	}
	call(t, address, 404, "POST", "/settings/targets/test", object{"name": "soc"}, nil)
	var one api.Target
	call(t, address, 200, "PUT", "/settings/targets?name=soc", soc, &one)
	if one.Name != "soc" || !one.Removable || one.Host == nil || *one.Host != hook.URL || one.Secret != "this app" || one.Choice == nil || one.Choice.Url != nil || one.Choice.Secret != nil {
		t.Errorf("added: %+v", one)
	}
	info, err := os.Stat(MadeFile(data))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file with secrets: %v, %v", info, err)
	}
	if got := told(hook, raise()); got.path != "/path-s3cret" || !got.signedBy("key-s3cret") {
		t.Errorf("told: %+v", got)
	}

	// The server of a target that is not public is reached only when that is allowed.
	call(t, address, 200, "POST", "/settings/targets/test", object{"name": "soc", "target": with(soc, object{"allow": []string{}})}, &test)
	if test.Taken || test.Error == nil || strings.Contains(*test.Error, "s3cret") {
		t.Errorf("a test inside: %+v", test)
	}

	mail := object{"kind": "email", "url": "smtp+plain://127.0.0.1:9", "from": "weir@example.org", "to": []string{"soc@example.org"}}
	call(t, address, 200, "POST", "/settings/targets/test", object{"name": "mail", "target": mail}, &test)
	if test.Taken || test.Error == nil || !strings.Contains(*test.Error, "not public") {
		t.Errorf("a mail server inside: %+v", test)
	}
	call(t, address, 200, "POST", "/settings/targets/test", object{"name": "mail", "target": with(mail, object{"allow": []string{"127.0.0.1"}})}, &test)
	if test.Taken || test.Error == nil || strings.Contains(*test.Error, "not public") {
		t.Errorf("a mail server inside, allowed: %+v", test)
	}

	// What is left out stays, but a secret does not follow to another server.
	change := object{"kind": "webhook", "allow": []string{"127.0.0.1"}, "min_severity": "high", "per_hour": 500}
	call(t, address, 400, "PUT", "/settings/targets?name=soc", with(change, object{"url": other.URL}), nil)
	call(t, address, 400, "POST", "/settings/targets/test", object{"name": "soc", "target": with(change, object{"url": other.URL})}, nil)
	call(t, address, 400, "PUT", "/settings/targets?name=soc", with(change, object{"kind": "slack"}), nil)
	call(t, address, 200, "PUT", "/settings/targets?name=soc", change, &one)
	if one.MinSeverity != "high" || one.PerHour != 500 || len(one.Families) != 0 || one.Secret != "this app" {
		t.Errorf("changed: %+v", one)
	}
	if got := told(hook, raise()); got.path != "/path-s3cret" || !got.signedBy("key-s3cret") {
		t.Errorf("told after a change: %+v", got)
	}

	// An empty secret is one that is removed; then another server is as good.
	bare := object{"kind": "webhook", "url": hook.URL + "/path-s3cret", "allow": []string{"127.0.0.1"}, "secret": ""}
	call(t, address, 200, "POST", "/settings/targets/test", object{"name": "soc", "target": bare}, &test)
	if got := hook.take("weir.alert.test"); !test.Taken || len(got) != 1 || got[0].signature != "" {
		t.Errorf("a test without the secret: %+v, %+v", test, got)
	}
	call(t, address, 200, "PUT", "/settings/targets?name=soc", bare, &one)
	if one.Secret != "" {
		t.Errorf("the secret was removed: %+v", one)
	}
	if got := told(hook, raise()); got.path != "/path-s3cret" || got.signature != "" {
		t.Errorf("told without a secret: %+v", got)
	}
	if text, err := os.ReadFile(MadeFile(data)); err != nil || strings.Contains(string(text), "key-s3cret") {
		t.Errorf("what is kept: %s, %v", text, err)
	}
	call(t, address, 200, "PUT", "/settings/targets?name=soc", with(soc, object{"url": other.URL}), nil)
	call(t, address, 200, "PUT", "/settings/targets?name=soc", with(bare, object{"min_severity": "high"}), nil)
	call(t, address, 200, "PUT", "/settings/targets?name=soc", with(change, object{"secret": "key-s3cret"}), nil)
	stop()

	// It is there again, also as weir notify test sees it.
	address, stop = run(fixed...)
	var list api.Targets
	call(t, address, 200, "GET", "/settings/targets", nil, &list)
	if len(list.Targets) != 2 || list.Targets[0].Name != "ops" || list.Targets[0].Removable || list.Targets[0].Choice != nil || list.Targets[1].Name != "soc" || !list.Targets[1].Removable {
		t.Errorf("after a restart: %+v", list.Targets)
	}
	call(t, address, 200, "POST", "/commands/notify.test", []string{"soc"}, nil)
	if got := hook.take("weir.alert.test"); len(got) != 1 {
		t.Errorf("weir notify test: %+v", got)
	}
	if got := told(hook, raise()); !got.signedBy("key-s3cret") {
		t.Errorf("told after a restart: %+v", got)
	}
	var all strings.Builder
	for _, path := range []string{"/settings", "/settings/targets", "/audit"} {
		all.WriteString(page(t, address, api.Prefix+path))
	}
	if text := all.String(); strings.Contains(text, "s3cret") || !strings.Contains(text, "(hidden)") {
		t.Errorf("a secret is told: %s", text)
	}
	stop()

	// One of the configuration takes the place of one of the app.
	address, stop = run(NotifySettings{Name: "soc", Kind: "webhook", URL: Secret(other.URL + "/of-the-file"), Allow: []string{"127.0.0.1"}})
	call(t, address, 409, "PUT", "/settings/targets?name=soc", soc, nil)
	call(t, address, 409, "DELETE", "/settings/targets?name=soc", nil, nil)
	call(t, address, 200, "GET", "/settings/targets", nil, &list)
	if len(list.Targets) != 1 || list.Targets[0].Removable {
		t.Errorf("beside one of the file: %+v", list.Targets)
	}
	if got := told(other, raise()); got.path != "/of-the-file" {
		t.Errorf("told: %+v", got)
	}
	stop()
	if got := hook.take("weir.alert.fired"); len(got) != 0 {
		t.Errorf("the one of the app was told: %+v", got)
	}

	// What waits for one that is removed is given up.
	address, stop = run(fixed...)
	hook.Close()
	raise()
	until(t, "a notification waits", func() bool {
		call(t, address, 200, "GET", "/settings/targets?state=waiting", nil, &list)
		return len(list.Deliveries) == 1 && list.Deliveries[0].Tries > 0
	})
	var gone struct {
		GivenUp int64 `json:"given_up"`
	}
	call(t, address, 200, "DELETE", "/settings/targets?name=soc", nil, &gone)
	call(t, address, 404, "DELETE", "/settings/targets?name=soc", nil, nil)
	call(t, address, 200, "GET", "/settings/targets?state=dead", nil, &list)
	if gone.GivenUp != 1 || len(list.Targets) != 1 || len(list.Deliveries) != 1 || list.Deliveries[0].Error != "there is no such target any more" {
		t.Errorf("removed: %+v, %+v", gone, list)
	}
	audit := page(t, address, api.Prefix+"/audit")
	for action, n := range map[string]int{"target.set": 6, "target.remove": 1} {
		if strings.Count(audit, `"`+action+`"`) != n {
			t.Errorf("%s is not %d times in the audit: %s", action, n, audit)
		}
	}
	stop()
	if text, err := os.ReadFile(MadeFile(data)); err != nil || strings.Contains(string(text), "s3cret") {
		t.Errorf("what is kept: %s, %v", text, err)
	}
	if text := log.String(); strings.Contains(text, "s3cret") || !strings.Contains(text, "a target of the app is one of the configuration") {
		t.Errorf("the log: %s", text)
	}
}
