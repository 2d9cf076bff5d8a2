package daemon

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/api"
	"github.com/weir-flow/weir/internal/engine/enginetest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
)

// walked is a server of two networks that is asked by somebody who sees one of them, or
// by one who sees both.
type walked struct {
	t   *testing.T
	url string
	l   *Lookup
	ids map[string]string // of alerts and records, by {name} in the requests

	alerts *alert.Store
}

const boundHeader = "X-Test-Bound"

func newWalked(t *testing.T) *walked {
	t.Helper()
	enginetest.Shared(t)
	ctx, cancel := context.WithCancel(context.Background())
	log := slog.New(slog.DiscardHandler)
	ready := make(chan struct{})
	s := &Server{log: log, cfg: ServeConfig{Ready: func(string) { close(ready) }, Notify: func(string) {}, Settings: ServedSettings{Settings: DefaultSettings()}}}
	s.cfg.Settings.Notify = []NotifySettings{{Name: "target-of-theirs", Kind: "webhook", URL: "http://127.0.0.1:9/", Allow: []string{"127.0.0.1"}}}
	var err error
	if s.front, err = newFront(""); err != nil {
		t.Fatal(err)
	}
	if s.reach, err = newReach(ctx, "127.0.0.1:0", TLSFiles{}, isPublic(s.mux()), log); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	ended := make(chan error, 1)
	go func() { ended <- s.run(ctx, Config{Data: filepath.Join(dir, "data"), Command: "weir serve", Log: log}) }()
	select {
	case <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	front := s.reach.guard.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := access.From(r.Context())
		if r.Header.Get(boundHeader) != "" {
			p.Name, p.Scope = "bound", query.Scope{Networks: []string{"vpc-mine"}}
		}
		(*s.front.api.Load()).ServeHTTP(w, r.WithContext(access.As(r.Context(), p)))
	}))
	server := httptest.NewServer(front)
	t.Cleanup(func() {
		server.CloseClientConnections()
		server.Close()
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		_ = s.reach.listener.Close()
	})
	w := &walked{t: t, url: server.URL + api.Prefix, l: s.l.Load(), ids: map[string]string{}}
	w.alerts = s.d.Load().alerts
	w.fill(dir, w.alerts)
	return w
}

// scopeDay is when the records of the walk begin.
var scopeDay = time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)

// lines are the flows of one network: a web server with callers from outside and a
// database, over two days, of which the second brings new ones.
func scopeLines(account, vpc, net, outside, app string) []string {
	lines := []string{"version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id az-id tcp-flags flow-direction interface-tag"}
	eni, subnet := strings.Replace(vpc, "vpc", "eni", 1), strings.Replace(vpc, "vpc", "subnet", 1)
	add := func(at time.Time, src, dst string, sport, dport int, action, flags, direction string) {
		lines = append(lines, fmt.Sprintf("5 %s %s %s %s %d %d 6 10 900 %d %d %s OK %s %s %s-az %s %s %s",
			account, eni, src, dst, sport, dport, at.Unix(), at.Unix()+30, action, vpc, subnet, vpc, flags, direction, app))
	}
	web, db := net+"5", net+"9"
	for hour := range 48 {
		for n := range 3 {
			at := scopeDay.Add(time.Duration(hour)*time.Hour + time.Duration(n)*time.Minute)
			add(at, outside, web, 40000+hour, 443, "ACCEPT", "2", "ingress")
			add(at, web, outside, 443, 40000+hour, "ACCEPT", "18", "egress")
			add(at, outside, web, 50000+hour, 22+n, "REJECT", "2", "ingress")
			if hour >= 30 {
				add(at, web, db, 41000+hour, 5432, "ACCEPT", "2", "egress")
				add(at, db, web, 5432, 41000+hour, "ACCEPT", "18", "ingress")
			}
		}
	}
	return lines
}

func (w *walked) fill(dir string, alerts *alert.Store) {
	t := w.t
	t.Helper()
	w.take(filepath.Join(dir, "mine.log"), scopeLines("111111111111", "vpc-mine", "10.1.0.", "198.51.100.7", "shop"))
	w.take(filepath.Join(dir, "theirs.log"), append(scopeLines("666666666666", "vpc-theirs", "10.66.0.", "203.0.113.66", "vault"), "5 rubbish of theirs.log"))
	w.ids["mine"] = w.raise(alerts, "vpc-mine", "10.1.0.5", "198.51.100.7")
	w.ids["theirs"] = w.raise(alerts, "vpc-theirs", "10.66.0.5", "203.0.113.66")
	for _, of := range []string{"mine", "theirs"} {
		var got api.Table
		w.ask(false, 200, "GET", "/query?limit=1&ids=true&columns=srcaddr&filter=vpc_id:vpc-"+of, "", &got)
		w.ids["record-"+of] = fmt.Sprint(got.Values[1][0])
	}
	w.ask(false, 200, "POST", "/silences", `{"matches":{"addresses":["10.66.0.9"]},"owner":"ann","reason":"reason-of-theirs","seconds":3600}`, nil)
	w.ask(false, 201, "POST", "/tokens", `{"name":"token-of-theirs"}`, nil)
}

// take takes in the lines of a file.
func (w *walked) take(file string, lines []string) {
	w.t.Helper()
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		w.t.Fatal(err)
	}
	if _, err := w.l.Ingest(w.t.Context(), []string{file}, nil, IntakeConfig{}, nil); err != nil {
		w.t.Fatal(err)
	}
}

// raise puts a finding in, and returns the id of its alert.
func (w *walked) raise(alerts *alert.Store, network, host, from string) string {
	w.t.Helper()
	first := scopeDay.Add(40 * time.Hour)
	e := finding.Entity{Kind: finding.KindAddress, Network: network, ID: host}
	f := finding.Finding{
		Rule: "scan-inbound", Family: finding.Scan, Title: "scan of " + host, Severity: finding.High, Score: 50, Entity: e, Window: first.Truncate(24 * time.Hour),
		FirstSeen: first, LastSeen: first.Add(time.Hour), Found: first.Add(time.Hour), Count: 60, Why: from + " scans " + host,
		Evidence: finding.Evidence{Filter: "srcaddr:" + from, Since: first, Until: first.Add(time.Hour), Count: 60, Exact: true},
	}
	f.ID = finding.ID(f.Rule, e, f.Window)
	if _, err := alerts.Apply(w.t.Context(), f); err != nil {
		w.t.Fatal(err)
	}
	return alert.ID(f)
}

// send sends a request, of the bound person or of one who sees all.
func (w *walked) send(bound bool, method, path, body string) (int, string, string) {
	w.t.Helper()
	for name, id := range w.ids {
		path, body = strings.ReplaceAll(path, "{"+name+"}", id), strings.ReplaceAll(body, "{"+name+"}", id)
	}
	ctx, cancel := context.WithTimeout(w.t.Context(), time.Minute)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, method, w.url+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	if bound {
		r.Header.Set(boundHeader, "yes")
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		w.t.Fatalf("%s %s: %v", method, path, err)
	}
	return got.StatusCode, got.Header.Get("Content-Type"), string(text)
}

func (w *walked) ask(bound bool, want int, method, path, body string, into any) {
	w.t.Helper()
	status, _, text := w.send(bound, method, path, body)
	if status != want {
		w.t.Fatalf("%s %s: %d, want %d\n%s", method, path, status, want, text)
	}
	if into != nil {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			w.t.Fatal(err)
		}
	}
}

// routes are those of the document that the server hands out.
func (w *walked) routes() (list []string) {
	w.t.Helper()
	_, _, text := w.send(true, "GET", "/openapi.yaml", "")
	path, in := "", false
	one := regexp.MustCompile(`^  (/\S*):$`)
	verb := regexp.MustCompile(`^    (get|put|post|delete|patch):$`)
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "paths:":
			in = true
		case in && line != "" && line[0] != ' ':
			in = false
		case in && one.MatchString(line):
			path = one.FindStringSubmatch(line)[1]
		case in && verb.MatchString(line):
			list = append(list, strings.ToUpper(verb.FindStringSubmatch(line)[1])+" "+path)
		}
	}
	if len(list) < 70 {
		w.t.Fatalf("the document has %d routes", len(list))
	}
	return list
}
