package daemon

import (
	"bufio"
	"encoding/json"
	"maps"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// othersWords are what nothing may say to somebody who sees vpc-mine alone: all of it is in
// the records, alerts and settings of others.
var othersWords = []string{"vpc-theirs", "eni-theirs", "subnet-theirs", "10.66.", "203.0.113.66", "666666666666", "vault", "theirs.log", "token-of-theirs", "reason-of-theirs", "target-of-theirs"}

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
