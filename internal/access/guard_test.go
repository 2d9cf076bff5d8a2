package access

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

const goodPassword = "correct horse battery"

// clock is a time that tests move.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// world is a server behind a guard, with its store.
type world struct {
	t     *testing.T
	clock *clock
	guard *Guard
	store *Store
	http  *httptest.Server
	logs  *bytes.Buffer
	seen  func(context.Context) // called by /api/v1/thing
}

// newWorld starts a server: over TLS and with a login, or for this machine only.
func newWorld(t *testing.T, loopback bool) *world {
	t.Helper()
	w := &world{t: t, clock: &clock{at: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)}, logs: new(bytes.Buffer), seen: func(context.Context) {}}
	log := slog.New(slog.NewTextHandler(w.logs, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w.store = newStore(t, Config{Now: w.clock.now, Log: log})
	w.guard = NewGuard(GuardConfig{
		Loopback: loopback, TLS: !loopback, Now: w.clock.now, Log: log,
		Named:  func(host string) bool { return host == "weir.example" },
		Public: func(r *http.Request) bool { return r.URL.Path == "/healthz" },
	})
	w.guard.Use(w.store)
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok") })
	mux.HandleFunc("/api/v1/thing", func(rw http.ResponseWriter, r *http.Request) {
		w.seen(r.Context())
		io.WriteString(rw, From(r.Context()).Name)
	})
	mux.HandleFunc("/page", func(rw http.ResponseWriter, r *http.Request) { io.WriteString(rw, Nonce(r.Context())) })
	mux.HandleFunc(sessionPath, func(rw http.ResponseWriter, r *http.Request) {
		s, err := w.guard.Session(r.Context())
		if err != nil {
			t.Error(err)
		}
		json.NewEncoder(rw).Encode(s)
	})
	mux.HandleFunc(loginPath, func(rw http.ResponseWriter, r *http.Request) {
		_, c, err := w.guard.Login(r.Context(), Administrator, r.FormValue("password"))
		if err != nil {
			rw.WriteHeader(http.StatusTeapot)
			io.WriteString(rw, err.Error())
			return
		}
		http.SetCookie(rw, c)
	})
	mux.HandleFunc("/api/v1/logout", func(rw http.ResponseWriter, r *http.Request) {
		c, err := w.guard.Logout(r.Context())
		if err != nil {
			t.Error(err)
		}
		http.SetCookie(rw, c)
	})
	mux.HandleFunc(SetupPage, w.guard.ServeSetup)
	w.http = httptest.NewUnstartedServer(w.guard.Wrap(mux))
	w.http.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	if loopback {
		w.http.Start()
	} else {
		w.http.StartTLS()
	}
	t.Cleanup(w.http.Close)
	return w
}

func newStore(t *testing.T, cfg Config) *Store {
	t.Helper()
	db, err := state.Open(filepath.Join(t.TempDir(), "state.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	s, err := Open(t.Context(), db, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask sends a request with headers given as "Name: value"; Host is one of them.
func (w *world) ask(method, path string, headers ...string) (*http.Response, string) {
	w.t.Helper()
	path, body, _ := strings.Cut(path, " ")
	req, err := http.NewRequestWithContext(w.t.Context(), method, w.http.URL+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		if name == "Host" {
			req.Host = value
			continue
		}
		req.Header.Add(name, value)
	}
	client := w.http.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	resp, err := client.Do(req)
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return resp, string(text)
}

// want asks and complains unless the answer has a status, and for a refusal a code.
func (w *world) want(status int, code, method, path string, headers ...string) (*http.Response, string) {
	w.t.Helper()
	resp, body := w.ask(method, path, headers...)
	var problem struct {
		Code   string
		Status int
	}
	if status >= 400 && code != "" {
		if err := json.Unmarshal([]byte(body), &problem); err != nil || resp.Header.Get("Content-Type") != "application/problem+json" {
			w.t.Errorf("%s %s %v: no problem details: %s %s", method, path, headers, resp.Status, body)
		}
	}
	if resp.StatusCode != status || problem.Code != code {
		w.t.Errorf("%s %s %v: %s %q, want %d %q\n%s", method, path, headers, resp.Status, problem.Code, status, code, body)
	}
	return resp, body
}

// login sets the password if need be and returns the headers of a session: its cookie,
// and its cookie with the token.
func (w *world) login() (cookie, csrf string) {
	w.t.Helper()
	if has, err := w.store.HasPassword(w.t.Context()); err != nil {
		w.t.Fatal(err)
	} else if !has {
		if err := w.store.SetPassword(Command(w.t.Context(), "root"), goodPassword); err != nil {
			w.t.Fatal(err)
		}
	}
	resp, body := w.ask("POST", loginPath+" password="+strings.ReplaceAll(goodPassword, " ", "+"))
	if len(resp.Cookies()) != 1 {
		w.t.Fatalf("no cookie: %s %s", resp.Status, body)
	}
	cookie = "Cookie: " + CookieName + "=" + resp.Cookies()[0].Value
	_, body = w.want(200, "", "GET", sessionPath, cookie)
	var s SessionInfo
	if err := json.Unmarshal([]byte(body), &s); err != nil || s.CSRF == "" || s.Person.Name != Administrator {
		w.t.Fatalf("session: %s, %v", body, err)
	}
	return cookie, CSRFHeader + ": " + s.CSRF
}

// TestHost protects against DNS rebinding: a page whose own name points to the server
// gets nothing, neither on this machine nor elsewhere.
func TestHost(t *testing.T) {
	for _, loopback := range []bool{true, false} {
		w := newWorld(t, loopback)
		for _, host := range []string{"127.0.0.1", "127.0.0.1:80", "[::1]:1", "[::1]", "10.0.0.7:9", "localhost", "LocalHost:8417", "localhost.", "weir.example", "WEIR.example:1"} {
			w.want(200, "", "GET", "/healthz", "Host: "+host)
		}
		for _, host := range []string{"evil.example", "evil.example:8417", "localhost.evil.example", "127.0.0.1.evil.example", "weir.example.evil", "a.localhost", "x"} {
			w.want(421, "wrong_host", "GET", "/healthz", "Host: "+host)
		}
	}
}

// TestLoopback protects what this machine may do without login, and that it is only
// this machine.
func TestLoopback(t *testing.T) {
	w := newWorld(t, true)
	w.seen = func(ctx context.Context) {
		if p := From(ctx); p.Via != ViaLoopback || p.Role != Admin || !p.Scope.All {
			t.Errorf("%+v", p)
		}
	}
	_, body := w.want(200, "", "POST", "/api/v1/thing")
	if body != Local {
		t.Errorf("it is %q", body)
	}
	for _, h := range []string{"X-Forwarded-For: 10.0.0.1", "Forwarded: for=1.2.3.4", "Via: 1.1 proxy", "X-Real-IP: 1.2.3.4"} {
		w.want(403, "not_local", "GET", "/api/v1/thing", h)
	}
	// A token that is none is a mistake, also where none is needed.
	w.want(401, "token_invalid", "GET", "/api/v1/thing", "Authorization: Bearer weir_x")
	// Not from this machine: the server was told so and the listener says otherwise.
	req := httptest.NewRequest("GET", "http://127.0.0.1/api/v1/thing", nil)
	req.RemoteAddr = "192.0.2.1:1234"
	rec := httptest.NewRecorder()
	w.guard.Wrap(http.NotFoundHandler()).ServeHTTP(rec, req)
	if rec.Code != 403 {
		t.Errorf("from another machine: %d", rec.Code)
	}
}

// TestCrossSite protects against pages of other sites, with a session, with a token
// and where there is no login.
func TestCrossSite(t *testing.T) {
	for _, loopback := range []bool{true, false} {
		w := newWorld(t, loopback)
		var as []string
		if !loopback {
			cookie, csrf := w.login()
			as = []string{cookie, csrf}
		}
		own := w.http.URL
		f := func(status int, method, path string, headers ...string) {
			t.Helper()
			code := ""
			if status == 403 {
				code = "cross_site"
			}
			w.want(status, code, method, path, append(headers, as...)...)
		}
		f(200, "POST", "/api/v1/thing")
		f(200, "POST", "/api/v1/thing", "Sec-Fetch-Site: same-origin")
		f(200, "GET", "/api/v1/thing", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate")
		f(200, "POST", "/api/v1/thing", "Origin: "+own)
		f(403, "POST", "/api/v1/thing", "Origin: https://evil.example")
		f(403, "POST", "/api/v1/thing", "Origin: null")
		f(403, "POST", "/api/v1/thing", "Origin: "+strings.Replace(own, "http", "ftp", 1))
		f(403, "POST", "/api/v1/thing", "Origin: http://127.0.0.1:1")
		f(403, "GET", "/api/v1/thing", "Origin: https://evil.example")
		for _, site := range []string{"cross-site", "same-site", "other"} {
			f(403, "POST", "/api/v1/thing", "Sec-Fetch-Site: "+site)
			f(403, "GET", "/api/v1/thing", "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image")
			// A link leads to a page, and to nothing that programs call.
			f(403, "GET", "/api/v1/thing", "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
			f(200, "GET", "/page", "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
			f(403, "GET", "/page", "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
			f(403, "POST", "/page", "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
		}
	}
}

// TestSession protects the life of a session: nothing without it, its cookie's
// properties, its token for changes, its two ends.
func TestSession(t *testing.T) {
	w := newWorld(t, false)
	w.want(403, "setup_required", "GET", "/api/v1/thing")
	w.want(200, "", "GET", sessionPath)
	cookie, csrf := w.login()

	w.want(401, "login_required", "GET", "/api/v1/thing")
	w.want(401, "login_required", "GET", "/page")
	w.want(401, "login_required", "GET", "/api/v1/thing", "Cookie: weir_session=")
	w.want(401, "login_required", "GET", "/api/v1/thing", "Cookie: weir_session="+secret())
	w.want(200, "", "GET", "/api/v1/thing", cookie)

	w.want(403, "csrf", "POST", "/api/v1/thing", cookie)
	w.want(403, "csrf", "DELETE", "/api/v1/thing", cookie, CSRFHeader+": x")
	_, other := w.login()
	w.want(403, "csrf", "POST", "/api/v1/thing", cookie, other)
	w.want(403, "csrf", "POST", "/api/v1/logout", cookie)
	w.want(200, "", "POST", "/api/v1/thing", cookie, csrf)

	// Used, it lasts.
	for range 13 {
		w.clock.pass(7 * time.Hour)
		w.want(200, "", "GET", "/api/v1/thing", cookie)
	}

	// Unused, it ends.
	cookie, _ = w.login()
	w.clock.pass(DefaultIdle - time.Second)
	w.want(200, "", "GET", "/api/v1/thing", cookie)
	w.clock.pass(DefaultIdle)
	w.want(401, "login_required", "GET", "/api/v1/thing", cookie)

	// And when the person says so, or changes the password.
	cookie, csrf = w.login()
	resp, _ := w.want(200, "", "POST", "/api/v1/logout", cookie, csrf)
	if c := resp.Cookies(); len(c) != 1 || c[0].MaxAge >= 0 {
		t.Errorf("logout leaves the cookie: %v", c)
	}
	w.want(401, "login_required", "GET", "/api/v1/thing", cookie)
	cookie, _ = w.login()
	if err := w.store.SetPassword(Command(t.Context(), "root"), goodPassword); err != nil {
		t.Fatal(err)
	}
	w.want(401, "login_required", "GET", "/api/v1/thing", cookie)
}

// TestAbsoluteEnd: a session that is used all the time ends nevertheless.
func TestAbsoluteEnd(t *testing.T) {
	w := newWorld(t, false)
	cookie, _ := w.login()
	for spent := time.Duration(0); spent < DefaultLifetime-6*time.Hour; spent += 6 * time.Hour {
		w.want(200, "", "GET", "/api/v1/thing", cookie)
		w.clock.pass(6 * time.Hour)
	}
	w.want(200, "", "GET", "/api/v1/thing", cookie)
	w.clock.pass(6 * time.Hour)
	w.want(401, "login_required", "GET", "/api/v1/thing", cookie)
}

// TestCookie protects the properties of the cookie, and that a new login does not go on
// with an old session.
func TestCookie(t *testing.T) {
	w := newWorld(t, false)
	old, _ := w.login()
	// A page that was just opened has no token yet.
	resp, body := w.ask("POST", loginPath+" password="+strings.ReplaceAll(goodPassword, " ", "+"), old)
	if len(resp.Cookies()) != 1 {
		t.Fatal(resp.Status, body)
	}
	c := resp.Cookies()[0]
	if !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" || len(c.Value) < 43 {
		t.Errorf("cookie %v", c)
	}
	w.want(401, "login_required", "GET", "/api/v1/thing", old)
	w.want(200, "", "GET", "/api/v1/thing", "Cookie: weir_session="+c.Value)
}

// TestToken protects API tokens: no CSRF token needed, refused once revoked or
// expired, also in other spellings.
func TestToken(t *testing.T) {
	w := newWorld(t, false)
	ctx := Command(t.Context(), "root")
	tok, text, err := w.store.CreateToken(ctx, "ci", w.clock.now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	as := "Authorization: Bearer " + text
	w.want(403, "setup_required", "GET", "/api/v1/thing", as)
	cookie, _ := w.login()
	w.seen = func(ctx context.Context) {
		if p := From(ctx); p.Via != ViaToken || p.Token != tok.ID || !p.Scope.All {
			t.Errorf("%+v", p)
		}
	}
	_, body := w.want(200, "", "POST", "/api/v1/thing", as)
	if body != "token:ci" {
		t.Errorf("it is %q", body)
	}
	w.want(200, "", "POST", "/api/v1/thing", "Authorization: bearer "+text)
	if all, err := w.store.Tokens(ctx); err != nil || len(all) != 1 || !all[0].Used.Equal(w.clock.now()) {
		t.Errorf("tokens %+v, %v", all, err)
	}
	for _, bad := range []string{"Bearer weir_" + secret(), "Bearer " + text + "x", "Bearer " + strings.TrimPrefix(text, TokenPrefix), "Bearer", "Basic " + text, "Bearer " + tok.ID} {
		// A session beside it does not help.
		w.want(401, "token_invalid", "GET", "/api/v1/thing", "Authorization: "+bad, cookie)
	}
	w.clock.pass(time.Hour)
	w.want(401, "token_invalid", "GET", "/api/v1/thing", as)

	tok, text, err = w.store.CreateToken(ctx, "ci", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	w.clock.pass(1000 * time.Hour)
	w.want(200, "", "GET", "/api/v1/thing", "Authorization: Bearer "+text)
	if _, err := w.store.Revoke(ctx, tok.ID); err != nil {
		t.Fatal(err)
	}
	w.want(401, "token_invalid", "GET", "/api/v1/thing", "Authorization: Bearer "+text)
}

// TestStreamEnds: who has a long answer loses it when the token is revoked.
func TestStreamEnds(t *testing.T) {
	w := newWorld(t, false)
	w.login()
	ctx := Command(t.Context(), "root")
	tok, text, err := w.store.CreateToken(ctx, "ci", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	v := visit{person: decide("token:ci", ViaToken, tok.ID)}
	if err := w.guard.still(ctx, v, text); err != nil {
		t.Error(err)
	}
	if _, err := w.store.Revoke(ctx, tok.ID); err != nil {
		t.Fatal(err)
	}
	if err := w.guard.still(ctx, v, text); err == nil {
		t.Error("a revoked token keeps its stream")
	}
}

// TestStarting: before the store is open nobody who has to log in is let in.
func TestStarting(t *testing.T) {
	w := newWorld(t, false)
	w.guard.store.Store(nil)
	w.want(200, "", "GET", "/healthz")
	w.want(503, "unavailable", "GET", "/api/v1/thing", "Authorization: Bearer weir_x")
	w.want(503, "unavailable", "GET", "/api/v1/thing", "Cookie: weir_session=x")
}

// TestHeaders protects what browsers are told about every page.
func TestHeaders(t *testing.T) {
	w := newWorld(t, false)
	cookie, _ := w.login()
	resp, nonce := w.want(200, "", "GET", "/page", cookie)
	for name, want := range map[string]string{
		"Content-Security-Policy": "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
		"X-Content-Type-Options":  "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
		"Strict-Transport-Security": "max-age=31536000", "Cache-Control": "no-store",
	} {
		if got := resp.Header.Get(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if _, again := w.want(200, "", "GET", "/page", cookie); again == nonce {
		t.Error("the nonce is used twice")
	}
	resp, _ = newWorld(t, true).want(200, "", "GET", "/page")
	if resp.Header.Get("Strict-Transport-Security") != "" {
		t.Error("HSTS without TLS")
	}
}
