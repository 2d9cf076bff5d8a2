package api

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/access"
	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// guarded is the API as other machines reach it, with access and alerts and no store.
type guarded struct {
	t      *testing.T
	url    string
	client *http.Client
	cookie string
	csrf   string
	token  string
}

func newGuarded(t *testing.T, loopback bool) (g *guarded, guard *access.Guard, alerts *alert.Store) {
	t.Helper()
	db, err := state.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	people, err := access.Open(t.Context(), db, access.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if alerts, err = alert.Open(t.Context(), db, alert.Config{}); err != nil {
		t.Fatal(err)
	}
	guard = access.NewGuard(access.GuardConfig{Loopback: loopback, TLS: !loopback})
	guard.Use(people)
	srv := httptest.NewTLSServer(guard.Wrap(New(Config{Guard: guard, Access: people, Alerts: alerts}).Handler()))
	t.Cleanup(srv.Close)
	return &guarded{t: t, url: srv.URL + Prefix, client: srv.Client()}, guard, alerts
}

// ask sends a request as whoever g is and decodes the answer, which has to have the
// status.
func (g *guarded) ask(want int, method, path string, body, into any) *http.Response {
	g.t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		g.t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(g.t.Context(), method, g.url+path, bytes.NewReader(text))
	if err != nil {
		g.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if g.cookie != "" {
		req.AddCookie(&http.Cookie{Name: access.CookieName, Value: g.cookie})
	}
	if g.csrf != "" {
		req.Header.Set(access.CSRFHeader, g.csrf)
	}
	if g.token != "" {
		req.Header.Set("Authorization", "Bearer "+g.token)
	}
	resp, err := g.client.Do(req)
	if err != nil {
		g.t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		g.t.Fatal(err)
	}
	if resp.StatusCode != want {
		g.t.Fatalf("%s %s: %s, want %d\n%s", method, path, resp.Status, want, answer)
	}
	if into != nil {
		if err := json.Unmarshal(answer, into); err != nil {
			g.t.Fatalf("%s %s: %v\n%s", method, path, err, answer)
		}
	}
	return resp
}

// TestAccess walks through the life of an administrator at a server: setup, login,
// tokens, logout, and finds it in the audit.
func TestAccess(t *testing.T) {
	t.Parallel()
	g, guard, _ := newGuarded(t, false)
	var s Session
	if g.ask(200, "GET", "/session", nil, &s); !s.Setup || !s.Login || s.Person != nil {
		t.Errorf("before the setup: %+v", s)
	}
	var p Problem
	if g.ask(403, "GET", "/tokens", nil, &p); p.Code != "setup_required" || p.Fix == nil {
		t.Errorf("%+v", p)
	}
	g.ask(403, "POST", "/login", Login{Password: "a good long password"}, &p)
	token, _ := guard.NewSetup()
	if g.ask(400, "POST", "/setup", Setup{Token: token, Password: "short"}, &p); p.Code != "request" {
		t.Errorf("%+v", p)
	}
	g.ask(403, "POST", "/setup", Setup{Token: "wrong", Password: "a good long password"}, &p)
	resp := g.ask(200, "POST", "/setup", Setup{Token: token, Password: "a good long password"}, &s)
	if s.Person == nil || s.Person.Name != "admin" || s.Csrf == nil || s.Setup || len(resp.Cookies()) != 1 {
		t.Errorf("after the setup: %+v", s)
	}
	if g.ask(403, "POST", "/setup", Setup{Token: token, Password: "another long password"}, &p); p.Code != "forbidden" {
		t.Errorf("the link twice: %+v", p)
	}

	if g.ask(401, "POST", "/login", Login{Password: "not this one"}, &p); p.Code != "unauthorized" {
		t.Errorf("%+v", p)
	}
	resp = g.ask(200, "POST", "/login", Login{Password: "a good long password"}, &s)
	g.cookie = resp.Cookies()[0].Value
	if g.ask(403, "POST", "/tokens", NewToken{Name: "ci"}, &p); p.Code != "csrf" {
		t.Errorf("%+v", p)
	}
	g.csrf = *s.Csrf
	var made MadeToken
	g.ask(201, "POST", "/tokens", NewToken{Name: "ci"}, &made)
	if left := time.Until(*made.Token.Expires); !made.Token.Valid || made.Token.CreatedBy != "admin" || left < 89*24*time.Hour || left > 91*24*time.Hour {
		t.Errorf("%+v", made.Token)
	}
	if g.ask(400, "POST", "/tokens", NewToken{Name: "ci"}, &p); !strings.Contains(p.Detail, "a token that is valid has it") {
		t.Errorf("%+v", p)
	}
	g.ask(201, "POST", "/tokens", NewToken{Name: "always", Days: pointer(0)}, nil)

	script := &guarded{t: t, url: g.url, client: g.client, token: made.Secret}
	if script.ask(200, "GET", "/session", nil, &s); s.Person.Name != "token:ci" || s.Person.Via != "token" {
		t.Errorf("%+v", s)
	}
	var tokens []Token
	if script.ask(200, "GET", "/tokens", nil, &tokens); len(tokens) != 2 || tokens[1].LastUsed == nil || tokens[0].Expires != nil {
		t.Errorf("%+v", tokens)
	}
	script.ask(404, "DELETE", "/tokens/none", nil, &p)
	script.ask(200, "DELETE", "/tokens/"+made.Token.Id, nil, nil)
	if script.ask(401, "GET", "/tokens", nil, &p); p.Code != "token_invalid" {
		t.Errorf("%+v", p)
	}

	var audit Audit
	g.ask(200, "GET", "/audit", nil, &audit)
	var did []string
	for _, e := range audit.Entries {
		did = append(did, e.Who+" "+e.Action)
	}
	want := []string{"token:ci token.revoke", "admin token.create", "admin token.create", "admin login", " login.failed", "admin login", "admin password.set"}
	if !slices.Equal(did, want) || audit.Next != nil || value(audit.Entries[0].Token) != made.Token.Id || value(audit.Entries[0].Address) != "127.0.0.1" {
		t.Errorf("audit %q, want %q", did, want)
	}
	g.ask(200, "GET", "/audit?action=login&limit=1", nil, &audit)
	if len(audit.Entries) != 1 || audit.Next == nil {
		t.Errorf("%+v", audit)
	}
	g.ask(200, "GET", "/audit?action=login&limit=1&cursor="+*audit.Next, nil, &audit)
	g.ask(400, "GET", "/audit?cursor=rubbish", nil, &p)
	g.ask(400, "GET", "/audit?since=rubbish", nil, &p)

	resp = g.ask(204, "POST", "/logout", nil, nil)
	if c := resp.Cookies(); len(c) != 1 || c[0].MaxAge >= 0 {
		t.Errorf("%v", c)
	}
	g.ask(401, "GET", "/tokens", nil, &p)

	// Guesses are told how long to wait.
	for range 5 {
		g.ask(401, "POST", "/login", Login{Password: "not this one"}, &p)
	}
	last := g.ask(429, "POST", "/login", Login{Password: "a good long password"}, &p)
	if p.Code != "throttled" || last.Header.Get("Retry-After") == "" {
		t.Errorf("%+v %v", p, last.Header)
	}
}

// TestAccessLocal: who is on this machine is somebody without logging in.
func TestAccessLocal(t *testing.T) {
	t.Parallel()
	g, _, _ := newGuarded(t, true)
	var s Session
	if g.ask(200, "GET", "/session", nil, &s); s.Login || s.Setup || s.Person == nil || s.Person.Name != "local" {
		t.Errorf("%+v", s)
	}
	var p Problem
	if g.ask(409, "POST", "/login", Login{Password: "a good long password"}, &p); p.Code != "conflict" {
		t.Errorf("%+v", p)
	}
	g.ask(201, "POST", "/tokens", NewToken{Name: "ci"}, nil)
}

// TestAuditOfAlerts: what is done to alerts is in the same list as all else, and found
// by the same words.
func TestAuditOfAlerts(t *testing.T) {
	t.Parallel()
	g, _, alerts := newGuarded(t, true)
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	who := finding.Entity{Kind: finding.KindAddress, Network: "vpc-1", ID: "10.0.0.1"}
	found := finding.Finding{
		ID: finding.ID("scan", who, at), Rule: "scan", Family: finding.Scan, Severity: finding.High, Score: 60, Entity: who,
		Title: "Scan", Why: "it scans", Window: at, FirstSeen: at, LastSeen: at, Found: at, Count: 1,
	}
	done, err := alerts.Apply(t.Context(), found)
	if err != nil || len(done.New) != 1 {
		t.Fatal(done, err)
	}
	id := done.New[0].ID
	if _, err := alerts.Acknowledge(t.Context(), id, "ann"); err != nil {
		t.Fatal(err)
	}
	found.Resolved, found.LastSeen = true, at.Add(time.Hour) // it ends by itself
	if _, err := alerts.Apply(t.Context(), found); err != nil {
		t.Fatal(err)
	}
	g.ask(201, "POST", "/tokens", NewToken{Name: "ci"}, nil)
	f := func(query string, want ...string) {
		t.Helper()
		var audit Audit
		g.ask(200, "GET", "/audit"+query, nil, &audit)
		var did []string
		for _, e := range audit.Entries {
			did = append(did, e.Who+" "+e.Action)
		}
		if !slices.Equal(did, want) {
			t.Errorf("%s: %q, want %q", query, did, want)
		}
	}
	f("", "local token.create", "ann alert.acknowledge")
	f("?machine=true", "local token.create", "weir alert.resolve", "ann alert.acknowledge")
	f("?who=ann", "ann alert.acknowledge")
	f("?action=alert.acknowledge", "ann alert.acknowledge")
	f("?action=acknowledge")
	f("?object=alert/"+id, "ann alert.acknowledge")
	f("?object=token/x")
	f("?until=2026-03-01T00:00:00Z")
}
