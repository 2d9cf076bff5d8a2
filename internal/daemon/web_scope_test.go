package daemon

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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

// othersWords are what nothing may say to somebody who sees vpc-mine alone: all of it is in
// the records, alerts and settings of others.
var othersWords = []string{"vpc-theirs", "eni-theirs", "subnet-theirs", "10.66.", "203.0.113.66", "666666666666", "vault", "theirs.log", "token-of-theirs", "reason-of-theirs", "target-of-theirs"}

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

// asked is how a route is asked for what others have.
type asked struct {
	path, body string
	status     int  // that the bound person is answered with; 0: 200
	shows      bool // who sees all is told something hidden, so that the test can fail
	meta       bool // the answer says what was read for it
}

const scopeSpan = "since=2026-03-03T00:00:00Z&until=2026-03-05T00:00:00Z"

// walk is each route of the document. A new one has to be written here.
var walk = map[string][]asked{
	"GET /alerts":                   {{path: "/alerts", shows: true}, {path: "/alerts?text=vault"}},
	"GET /alerts/{id}":              {{path: "/alerts/{theirs}", status: 404, shows: true}, {path: "/alerts/{mine}"}},
	"POST /alerts/{id}/acknowledge": {{path: "/alerts/{theirs}/acknowledge", body: `{}`, status: 404}},
	"POST /alerts/{id}/note":        {{path: "/alerts/{theirs}/note", body: `{"text":"x"}`, status: 404}},
	"POST /alerts/{id}/reopen":      {{path: "/alerts/{theirs}/reopen", body: `{}`, status: 404}},
	"POST /alerts/{id}/resolve":     {{path: "/alerts/{theirs}/resolve", body: `{}`, status: 404}},
	"GET /alerts/{id}/related":      {{path: "/alerts/{theirs}/related", status: 404}, {path: "/alerts/{mine}/related"}},
	"GET /alerts/{id}/response":     {{path: "/alerts/{theirs}/response", status: 404}, {path: "/alerts/{mine}/response"}},
	"GET /alerts/{id}/series":       {{path: "/alerts/{theirs}/series", status: 404, shows: true}, {path: "/alerts/{mine}/series", meta: true}},
	"GET /alerts/{id}/timeline":     {{path: "/alerts/{theirs}/timeline", status: 404, shows: true}, {path: "/alerts/{mine}/timeline"}},
	"POST /alerts/bulk":             {{path: "/alerts/bulk", body: `{"ids":["{theirs}"],"action":"acknowledge"}`}},
	"GET /alerts/counts":            {{path: "/alerts/counts"}},
	"GET /alerts/exposure":          {{path: "/alerts/exposure?" + scopeSpan}},
	"GET /alerts/watch":             {{path: "/alerts/watch"}},

	"POST /ask": {
		{path: "/ask", body: `{"query":{"limit":5000}}`, shows: true, meta: true},
		{path: "/ask", body: `{"query":{"networks":["vpc-theirs"]}}`, status: 403, shows: true},
		{path: "/ask", body: `{"sql":{"sql":"SELECT * FROM flows LIMIT 5000"}}`, status: 403, shows: true},
		{path: "/ask", body: `{"hunt":{"name":"heavy-pairs"}}`, status: 403},
	},
	"POST /ask/plan":     {{path: "/ask/plan", body: `{"query":{}}`}},
	"POST /ask/why":      {{path: "/ask/why", body: `{"src":"203.0.113.66","dst":"10.66.0.5"}`, shows: true}},
	"POST /sql":          {{path: "/sql", body: `{"sql":"SELECT * FROM flows LIMIT 5000"}`, status: 403, shows: true, meta: true}},
	"POST /hunts/{name}": {{path: "/hunts/heavy-pairs", body: `{}`, status: 403}},
	"GET /hunts":         {{path: "/hunts"}},
	"GET /why":           {{path: "/why?src=203.0.113.66&dst=10.66.0.5&" + scopeSpan, shows: true}},

	"GET /query": {
		{path: "/query?limit=5000&" + scopeSpan, shows: true, meta: true},
		{path: "/query?by=srcaddr,vpc_id&agg=count,sum(bytes)&" + scopeSpan, shows: true, meta: true},
		{path: "/query?by=interface_id&agg=count&bucket=1h&" + scopeSpan, shows: true, meta: true},
		{path: "/query?by=src_app,dst_app&agg=count&records=true&" + scopeSpan, shows: true, meta: true},
	},
	"GET /query/plan": {{path: "/query/plan?" + scopeSpan}},
	"GET /records/{id}": {
		{path: "/records/{record-theirs}", status: 404, shows: true}, {path: "/records/{record-mine}"},
	},
	"GET /export": {
		{path: "/export?format=csv&" + scopeSpan, shows: true}, {path: "/export?format=ndjson&" + scopeSpan, shows: true},
	},
	"GET /values": {
		{path: "/values?field=vpc_id&" + scopeSpan, shows: true, meta: true}, {path: "/values?field=srcaddr&" + scopeSpan, shows: true, meta: true},
		{path: "/values?field=dst_app&" + scopeSpan, shows: true, meta: true}, {path: "/values?field=account_id&" + scopeSpan, shows: true, meta: true},
	},
	"GET /fields":   {{path: "/fields"}},
	"GET /filter":   {{path: "/filter?filter=srcaddr:203.0.113.7"}},
	"GET /range":    {{path: "/range"}},
	"GET /usual":    {{path: "/usual?" + scopeSpan, meta: true}},
	"GET /new":      {{path: "/new?since=2026-03-04T00:00:00Z&until=2026-03-05T00:00:00Z", shows: true, meta: true}},
	"GET /diagnose": {{path: "/diagnose?filter=srcaddr:203.0.113.66&" + scopeSpan}},
	"GET /capacity": {
		{path: "/capacity?by=interface&" + scopeSpan, shows: true, meta: true}, {path: "/capacity?by=vpc&" + scopeSpan, shows: true, meta: true},
		{path: "/capacity?by=zone&" + scopeSpan, shows: true, meta: true},
	},
	"GET /entity": {
		{path: "/entity?kind=address&id=203.0.113.66&" + scopeSpan, meta: true}, {path: "/entity?kind=vpc&id=vpc-mine&" + scopeSpan, meta: true},
		{path: "/entity?kind=app&id=vpc-mine/shop&" + scopeSpan, meta: true}, {path: "/entity?kind=subnet&id=subnet-mine&" + scopeSpan, meta: true},
		{path: "/entity?kind=interface&id=eni-theirs&" + scopeSpan, meta: true},
	},
	"GET /entity/ports": {{path: "/entity/ports?kind=app&id=vpc-theirs/vault&" + scopeSpan, meta: true}, {path: "/entity/ports?kind=app&id=vpc-mine/shop&" + scopeSpan, meta: true}},
	"GET /graph":        {{path: "/graph?" + scopeSpan, shows: true, meta: true}, {path: "/graph?center=vpc-theirs/vault&" + scopeSpan, status: 404, shows: true}},
	"GET /graph/apps":   {{path: "/graph/apps", shows: true}, {path: "/graph/apps?q=vault", shows: true}},
	"GET /graph/edges":  {{path: "/graph/edges?" + scopeSpan, shows: true, meta: true}},

	"GET /audit":                      {{path: "/audit", status: 403, shows: true}},
	"GET /tokens":                     {{path: "/tokens", status: 403, shows: true}},
	"POST /tokens":                    {{path: "/tokens", body: `{"name":"mine"}`, status: 403}},
	"DELETE /tokens/{id}":             {{path: "/tokens/x", status: 403}},
	"GET /silences":                   {{path: "/silences", status: 403, shows: true}},
	"POST /silences":                  {{path: "/silences", body: `{"matches":{"addresses":["10.66.0.9"]},"owner":"a","reason":"b"}`, status: 403}},
	"DELETE /silences/{number}":       {{path: "/silences/1", status: 403}},
	"POST /silences/preview":          {{path: "/silences/preview", body: `{"matches":{"rules":["scan-inbound"]}}`, status: 403, shows: true}},
	"GET /rules":                      {{path: "/rules", status: 403}},
	"GET /rules/{id}":                 {{path: "/rules/scan-inbound", status: 403}},
	"PUT /rules/{id}":                 {{path: "/rules/mine", body: `{"text":"x","seen":""}`, status: 403}},
	"DELETE /rules/{id}":              {{path: "/rules/mine?seen=x", status: 403}},
	"POST /rules/{id}/switch":         {{path: "/rules/scan-inbound/switch", body: `{"state":"off"}`, status: 403}},
	"GET /rules/{id}/versions":        {{path: "/rules/scan-inbound/versions", status: 403}},
	"POST /rules/backtest":            {{path: "/rules/backtest", body: `{"id":"scan-inbound"}`, status: 403}},
	"POST /rules/check":               {{path: "/rules/check", body: `{"text":"title: x"}`}},
	"POST /rules/explain":             {{path: "/rules/explain", body: `{"filter":"srcaddr:203.0.113.0/24"}`, status: 403, shows: true}},
	"POST /rules/test":                {{path: "/rules/test", body: `{"text":"title: x"}`, status: 400}},
	"GET /rules/words":                {{path: "/rules/words"}},
	"POST /commands/{name}":           {{path: "/commands/sources.bad", body: `{}`, status: 403, shows: true}, {path: "/commands/alerts.risks", body: `{}`, status: 403, shows: true}},
	"GET /settings":                   {{path: "/settings", status: 403}},
	"GET /settings/geo":               {{path: "/settings/geo", status: 403}},
	"POST /settings/geo":              {{path: "/settings/geo?name=x.csv", body: `x`, status: 403}},
	"DELETE /settings/geo":            {{path: "/settings/geo?name=x.csv", status: 403}},
	"PUT /settings/keep":              {{path: "/settings/keep?try=true", body: `{}`, status: 403}},
	"GET /settings/targets":           {{path: "/settings/targets", status: 403}},
	"PUT /settings/targets":           {{path: "/settings/targets?name=x", body: `{"kind":"webhook","url":"https://x.example"}`, status: 403}},
	"DELETE /settings/targets":        {{path: "/settings/targets?name=x", status: 403}},
	"POST /settings/targets/test":     {{path: "/settings/targets/test", body: `{"name":"target-of-theirs"}`, status: 403}},
	"POST /settings/deliveries/retry": {{path: "/settings/deliveries/retry", body: `{}`, status: 403}},
	"GET /sources":                    {{path: "/sources", status: 403}},
	"POST /sources":                   {{path: "/sources", body: `{"path":"s3://x"}`, status: 403}},
	"DELETE /sources":                 {{path: "/sources?name=x", status: 403}},
	"GET /sources/bad":                {{path: "/sources/bad", status: 403, shows: true}},
	"GET /sources/cost":               {{path: "/sources/cost?by=interface&" + scopeSpan, status: 403, shows: true}},
	"GET /sources/coverage":           {{path: "/sources/coverage", status: 403}},
	"GET /sources/disk":               {{path: "/sources/disk", status: 403}},
	"GET /sources/engine":             {{path: "/sources/engine", status: 403}},
	"GET /sources/objects":            {{path: "/sources/objects", status: 403, shows: true}},
	"POST /sources/test":              {{path: "/sources/test", body: `{"name":"x"}`, status: 403}},
	"GET /start":                      {{path: "/start", status: 403}},
	"POST /start/bucket":              {{path: "/start/bucket", body: `{"path":"s3://x"}`, status: 403}},
	"POST /start/demo":                {{path: "/start/demo", body: `{}`, status: 403}},
	"POST /start/files":               {{path: "/start/files?name=x.log", body: `x`, status: 403}},
	"DELETE /start/files/{id}":        {{path: "/start/files/x", status: 403}},
	"POST /start/files/{id}":          {{path: "/start/files/x", body: `{}`, status: 403}},
	"POST /start/files/{id}/keep":     {{path: "/start/files/x/keep", body: `{}`, status: 403}},
	"GET /shelf/{kind}":               {{path: "/shelf/view"}},
	"GET /shelf/{kind}/{name}":        {{path: "/shelf/view/x", status: 404}},
	"PUT /shelf/{kind}/{name}":        {{path: "/shelf/view/x", body: `{"body":{},"revision":0}`}},
	"DELETE /shelf/{kind}/{name}":     {{path: "/shelf/view/x", status: 404}},

	"GET /session": {{path: "/session"}},
	"POST /login":  {{path: "/login", body: `{"password":"x"}`, status: 409}},
	"POST /logout": {{path: "/logout", status: 204}},
	"POST /setup":  {{path: "/setup", body: `{"token":"x","password":"x"}`, status: 409}},

	"GET /stream":      nil, // TestScopeOfStreams
	"PUT /stream/{id}": {{path: "/stream/x", body: `{"subscriptions":[]}`, status: 404}},
}

// TestScope: whoever sees one network is told nothing of another by any route, and every
// error says what to do.
func TestScope(t *testing.T) {
	t.Parallel()
	w := newWalked(t)
	routes := w.routes()
	for _, name := range slices.Sorted(maps.Keys(walk)) {
		if !slices.Contains(routes, name) {
			t.Errorf("there is no %s any more", name)
		}
	}
	for _, name := range routes {
		list, ok := walk[name]
		if !ok {
			t.Errorf("%s is new: write down how it is asked for what others have", name)
		}
		method, _, _ := strings.Cut(name, " ")
		for _, a := range list {
			// The one who sees all comes first: what is remembered of the answer is not for the other.
			if a.shows {
				if status, _, text := w.send(false, method, a.path, a.body); status >= 300 || found(text) == "" {
					t.Errorf("%s %s %s: who sees all is told nothing that is hidden: %d %.300s", method, a.path, a.body, status, text)
				}
			}
			status, kind, text := w.send(true, method, a.path, a.body)
			want := a.status
			if want == 0 {
				want = 200
			}
			if status != want && (status != 201 || want != 200) {
				t.Errorf("%s %s %s: %d, want %d: %.300s", method, a.path, a.body, status, want, text)
			}
			for _, echo := range []string{a.path, a.body} { // what was asked may be repeated
				for _, word := range othersWords {
					if strings.Contains(echo, word) {
						text = strings.ReplaceAll(text, word, "...")
					}
				}
			}
			if word := found(text); word != "" {
				t.Errorf("%s %s %s tells of %s: %s", method, a.path, a.body, word, around(text, word))
			}
			if status >= 400 {
				w.checkProblem(method+" "+a.path, status, kind, text)
			}
			if a.meta && status < 300 {
				checkMeta(t, method+" "+a.path, text)
			}
		}
	}
}

// TestProblems: what cannot be read is refused by each route with a problem that has a
// fix, and so is what is not there.
func TestProblems(t *testing.T) {
	t.Parallel()
	w := newWalked(t)
	refused := 0
	f := func(method, path, body string) {
		t.Helper()
		status, kind, text := w.send(false, method, path, body)
		if status >= 400 {
			refused++
			w.checkProblem(method+" "+path+" "+body, status, kind, text)
		}
		if status >= 500 {
			t.Errorf("%s %s %s: %d %s", method, path, body, status, text)
		}
	}
	for _, name := range w.routes() {
		method, path, _ := strings.Cut(name, " ")
		if name == "GET /stream" || strings.HasPrefix(path, "/start") {
			continue
		}
		path = regexp.MustCompile(`\{\w+\}`).ReplaceAllString(path, "nothere")
		if method == "GET" {
			for _, params := range []string{"", "?filter=dstprt:22", "?since=nonsense&until=x", "?limit=x", "?cursor=%00&samples=x", "?columns=nope&by=nope&field=nope&kind=nope&id=nope&format=nope&src=x&dst=y"} {
				f(method, path+params, "")
			}
			continue
		}
		for _, body := range []string{"", "{", `"text"`, `[1]`, `{"nothere":1}`} {
			f(method, path, body)
		}
	}
	for _, one := range [][2]string{
		{"/sql", `{"sql":"SELEC 1"}`}, {"/sql", `{"sql":"SELECT * FROM system.users"}`}, {"/ask", `{"sql":{"sql":"SELECT sleep(3) FROM numbers(100)"},"timeout_seconds":1}`},
		{"/rules/check", strings.Repeat("x", 2<<20)}, {"/commands/rules.check", `[{"name":"x.yaml","text":"title: ["}]`}, {"/commands/rules.explain", `{"id":"nothere"}`},
		{"/commands/nothere", `{}`}, {"/silences", `{"matches":{},"owner":"","reason":""}`},
	} {
		f("POST", one[0], one[1])
	}
	f("GET", "/nothere", "")
	f("PATCH", "/alerts", "")
	if refused < 150 {
		t.Errorf("only %d requests are refused", refused)
	}
}

// TestScopeOfStreams: what is stored and found in the networks of others shows in no
// stream.
func TestScopeOfStreams(t *testing.T) {
	t.Parallel()
	w := newWalked(t)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+"/stream", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set(boundHeader, "yes")
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	lines := make(chan string, 10_000)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(got.Body); in.Scan(); {
			lines <- in.Text()
		}
	}()
	var seen strings.Builder
	until := func(text string) {
		t.Helper()
		for {
			select {
			case line, ok := <-lines:
				seen.WriteString(line + "\n")
				if strings.Contains(line, text) {
					return
				}
				if !ok {
					t.Fatalf("the stream ends before %s:\n%s", text, seen.String())
				}
			case <-time.After(30 * time.Second):
				t.Fatalf("%s does not come:\n%s", text, seen.String())
			}
		}
	}
	until(`"id":"`)
	id := regexp.MustCompile(`"id":"([^"]+)"`).FindStringSubmatch(seen.String())[1]
	w.ask(false, 404, "PUT", "/stream/"+id, `{"subscriptions":[]}`, nil) // it is somebody else's
	w.ask(true, 204, "PUT", "/stream/"+id, `{"subscriptions":[{"key":"t","topic":"tail","columns":"srcaddr,vpc_id"},{"key":"a","topic":"alerts"}]}`, nil)
	dir := t.TempDir()
	w.raise(w.alerts, "vpc-theirs", "10.66.0.77", "203.0.113.66")
	w.take(filepath.Join(dir, "theirs.log"), scopeLines("666666666666", "vpc-theirs", "10.66.1.", "203.0.113.66", "vault"))
	w.raise(w.alerts, "vpc-mine", "10.1.0.77", "198.51.100.7")
	until("10.1.0.77")
	w.take(filepath.Join(dir, "mine.log"), scopeLines("111111111111", "vpc-mine", "10.1.1.", "198.51.100.8", "shop"))
	until("198.51.100.8")
	if word := found(seen.String()); word != "" {
		t.Errorf("the stream tells of %s: %s", word, around(seen.String(), word))
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

func found(text string) string {
	for _, word := range othersWords {
		if strings.Contains(text, word) {
			return word
		}
	}
	return ""
}

func around(text, word string) string {
	i := strings.Index(text, word)
	return text[max(0, i-150):min(len(text), i+150)]
}

func (w *walked) checkProblem(what string, status int, kind, text string) {
	w.t.Helper()
	var p api.Problem
	err := json.Unmarshal([]byte(text), &p)
	if kind != "application/problem+json" || err != nil || p.Status != status || p.Code == "" || p.Title == "" || p.Detail == "" || p.Fix == nil || *p.Fix == "" {
		w.t.Errorf("%s: %d %s %s", what, status, kind, text)
	}
}

// checkMeta: an answer says how much was read for it and in what time, which range it
// covers, what is missing there, and whether flows count once.
func checkMeta(t *testing.T, what, text string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) > 1 {
		text = lines[len(lines)-1]
	}
	var got struct {
		Meta map[string]json.RawMessage `json:"meta"`
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Errorf("%s: %v: %.200s", what, err, text)
		return
	}
	for _, key := range []string{"counted", "scanned", "elapsed_ms", "gaps", "table", "rows", "from", "to"} {
		if len(got.Meta[key]) == 0 || string(got.Meta[key]) == `""` || string(got.Meta[key]) == "null" {
			t.Errorf("%s: meta has no %s: %s", what, key, got.Meta)
		}
	}
}
