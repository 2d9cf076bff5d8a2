package daemon

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/finding"
)

// TestServeTells: what another process does to alerts on the server's directory
// reaches the target within seconds, in its order; what happens while the target is
// away comes when it is back.
func TestServeTells(t *testing.T) {
	lib, err := engine.Find(engine.FindOptions{})
	enginetest.Need(t, err)
	type heard struct {
		Type, Subject, WeirBy string
		Data                  struct{ Status, Family string }
		at                    time.Time
	}
	got := make(chan heard, 10)
	away := make(chan bool, 1)
	away <- false
	target := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		isAway := <-away
		away <- isAway
		if isAway {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		h := heard{at: time.Now()}
		if err := json.NewDecoder(r.Body).Decode(&h); err != nil {
			t.Error(err)
		}
		got <- h
	}))
	defer target.Close()
	targets, err := Targets([]NotifySettings{{Kind: "webhook", URL: Secret(target.URL), Secret: "k", MinSeverity: "medium", Allow: []string{"127.0.0.1"}}})
	if err != nil {
		t.Fatal(err)
	}
	cfg := Config{Data: t.TempDir(), Library: lib.Path, Command: "weir serve"}
	ready, ended := make(chan string, 1), make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() {
		ended <- Serve(ctx, cfg, ServeConfig{Listen: "127.0.0.1:0", Tell: targets, Ready: func(a string) { ready <- a }})
	}()
	select {
	case <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	desk, err := OpenDesk(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer desk.Close()
	now := time.Now().UTC().Truncate(time.Second)
	raise := func(severity finding.Severity) string {
		t.Helper()
		e := finding.Entity{Kind: finding.KindAddress, Network: "vpc-1", ID: "10.0.0." + severity.String()}
		done, err := desk.Apply(ctx, finding.Finding{
			ID: finding.ID("r", e, now), Rule: "r", Family: finding.Scan, Title: "Scan", Severity: severity, Entity: e, Window: now, FirstSeen: now, LastSeen: now, Count: 1,
		})
		if err != nil || len(done.New) != 1 {
			t.Fatal(done, err)
		}
		return done.New[0].ID
	}
	expect := func(kind, id, by, status string) {
		t.Helper()
		began := time.Now()
		select {
		case h := <-got:
			if h.Type != "weir.alert."+kind || h.Subject != id || h.WeirBy != by || h.Data.Status != status || h.Data.Family != "scan" {
				t.Errorf("heard %+v, want %s of %s by %s", h, kind, id, by)
			}
			t.Logf("%s after %s", kind, h.at.Sub(began).Round(time.Millisecond))
		case <-time.After(20 * time.Second):
			t.Fatalf("%s was not heard", kind)
		}
	}
	raise(finding.Low)
	id := raise(finding.High)
	expect("fired", id, "weir", "firing")
	if _, err := desk.Acknowledge(ctx, id, "ann"); err != nil {
		t.Fatal(err)
	}
	expect("acknowledged", id, "ann", "acknowledged")
	<-away
	away <- true
	if _, err := desk.Resolve(ctx, id, "ann", alert.Benign); err != nil {
		t.Fatal(err)
	}
	until(t, "a try while the target is away", func() bool {
		tried := false
		err := desk.Outbox.Deliveries(ctx, "waiting", 0, func(d Delivery) error {
			tried = tried || d.Tries > 0 && strings.Contains(d.Error, "502 Bad Gateway")
			return nil
		})
		return err == nil && tried
	})
	<-away
	away <- false
	expect("resolved", id, "ann", "resolved")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestDeadMan: a source that brings nothing for too long raises one alert, which grows
// seldom, outlives a restart, and ends when there is data again or nobody follows it; the next silence is
// another alert.
func TestDeadMan(t *testing.T) {
	desk, err := OpenDesk(t.Context(), Config{Data: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer desk.Close()
	noon := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	taken := noon
	followed := true
	fresh := func(began time.Time) *deadMan {
		d := newDeadMan(desk.Store, &Watcher{})
		d.began = began
		d.sources = func() []SourceState {
			list := []SourceState{{Name: "prod", Taken: taken, quiet: bucketQuiet}, {Name: "dir"}}
			if !followed {
				list = list[1:]
			}
			return list
		}
		return d
	}
	d := fresh(noon.Add(-time.Hour))
	look := func(minutes int, want ...string) {
		t.Helper()
		if err := d.look(t.Context(), noon.Add(time.Duration(minutes)*time.Minute)); err != nil {
			t.Fatal(err)
		}
		var got []string
		err := desk.List(t.Context(), AlertFilter{}, func(a Alert) error {
			got = append(got, fmt.Sprintf("%s: %s", a.Status, a.Why))
			return nil
		})
		if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("after %d min: %q, %v; want %q", minutes, got, err, want)
		}
	}
	const since = ", since 2026-03-10 12:00 UTC; it is to bring some every 60 min"
	look(59)
	look(60, "firing: no data from prod for 60 min"+since)
	look(100, "firing: no data from prod for 60 min"+since)
	look(120, "firing: no data from prod for 2 h"+since)
	taken = time.Time{}
	d = fresh(noon.Add(150 * time.Minute)) // another process
	look(180, "firing: no data from prod for 2 h"+since)
	look(300, "firing: no data from prod for 5 h"+since)
	taken = noon.Add(310 * time.Minute)
	look(311, "resolved: prod brings data again, after 5.2 h without")
	look(312, "resolved: prod brings data again, after 5.2 h without")
	look(400, "firing: no data from prod for 90 min, since 2026-03-10 17:10 UTC; it is to bring some every 60 min", "resolved: prod brings data again, after 5.2 h without")
	followed = false // for a moment, and then for good
	look(401, "firing: no data from prod for 90 min, since 2026-03-10 17:10 UTC; it is to bring some every 60 min", "resolved: prod brings data again, after 5.2 h without")
	followed = true
	look(402, "firing: no data from prod for 90 min, since 2026-03-10 17:10 UTC; it is to bring some every 60 min", "resolved: prod brings data again, after 5.2 h without")
	followed = false
	look(403, "firing: no data from prod for 90 min, since 2026-03-10 17:10 UTC; it is to bring some every 60 min", "resolved: prod brings data again, after 5.2 h without")
	look(404, "resolved: prod is not followed any more; it had brought nothing for 93 min", "resolved: prod brings data again, after 5.2 h without")
}

// TestTargets: secrets come from where they are kept, and what cannot work is told with
// the target's name, before anything is sent.
func TestTargets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte("k3y\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("SLACK_FOR_TEST", "https://hooks.slack.com/services/T/B/X")
	good := []NotifySettings{
		{Kind: "slack", URLEnv: "SLACK_FOR_TEST", MinSeverity: "high", Families: []string{"scan"}},
		{Kind: "pagerduty", SecretFile: file, PagesOnly: true},
		{Kind: "email", Name: "soc", URL: "smtps://u@mail.example.org", SecretFile: file, From: "weir@example.org", To: []string{"soc@example.org"}},
		{Kind: "webhook", URL: "https://example.org/hook", Allow: []string{"10.0.0.0/8", "192.0.2.1"}},
	}
	list, err := Targets(good)
	if err != nil || len(list) != 4 || list[0].Name != "slack" || list[0].Group != 30*time.Second || list[2].Name != "soc" || list[2].PerHour != 60 || list[3].Group != 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if err := checkTargets(good); err != nil {
		t.Error(err)
	}
	f := func(want string, n ...NotifySettings) {
		t.Helper()
		if _, err := Targets(n); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	f(`notify: telegram: "telegram" is no kind of target; write webhook, slack, pagerduty or email`, NotifySettings{Kind: "telegram", Name: "telegram"})
	f("notify: slack: two targets have this name", good[0], good[0])
	f("notify: a: url-env: the variable NOT_SET_FOR_TEST is not set", NotifySettings{Name: "a", Kind: "slack", URLEnv: "NOT_SET_FOR_TEST"})
	f("notify: slack: url and secret are each given once: as they are, by -env or by -file", NotifySettings{Kind: "slack", URL: "https://x", URLFile: file})
	f("notify: pagerduty: secret: the integration key of a PagerDuty service is missing", NotifySettings{Kind: "pagerduty"})
	f("notify: slack: url: it is no URL that begins with https://", NotifySettings{Kind: "slack"})
	f(`notify: slack: unknown severity "loud"; it is one of info, low, medium, high, critical`, NotifySettings{Kind: "slack", URL: "https://x", MinSeverity: "loud"})
	f(`notify: slack: allow: "home" is neither an address nor a network`, NotifySettings{Kind: "slack", URL: "https://x", Allow: []string{"home"}})
	if text := fmt.Sprintf("%v %+v %s", good[3].URL, good[3], good[3].URL); strings.Contains(text, "example.org/hook") {
		t.Error(text)
	}
}

// TestHubs: hosts that stand for many others are known by what the user calls them.
func TestHubs(t *testing.T) {
	for name, want := range map[string]bool{
		"NAT": true, "nat-gateway": true, "load balancer": true, "internal-alb": true, "dns": true, "Vulnerability Scanner": true, "proxy": true,
		"": false, "web": false, "natural-language": false, "signature": false, "bastion": false,
	} {
		if isHub(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
	file := filepath.Join(t.TempDir(), "assets.csv")
	if err := os.WriteFile(file, []byte("cidr,interface,app,role,owner,network\n10.0.0.2/32,,vpc-dns,resolver,,vpc-1\n10.0.1.0/24,,shop,web,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	hub := (&Lookup{cfg: Config{Assets: file}}).hubs()
	e := finding.Entity{Kind: finding.KindAddress, Network: "vpc-1", ID: "10.0.0.2"}
	if !hub(e) {
		t.Errorf("%s is no hub", e)
	}
	e.Network = "vpc-2"
	if hub(e) {
		t.Errorf("%s is a hub", e)
	}
}
