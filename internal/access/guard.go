package access

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"time"
)

// CSRFHeader is the header in which the requests of a session that change something
// show the token that GET /session hands out.
const CSRFHeader = "X-Weir-CSRF"

// apiPath begins the addresses that programs call, and no link leads to.
const apiPath = "/api/"

// GuardConfig says how the server can be reached.
type GuardConfig struct {
	// Loopback says that only this machine reaches the server: nobody has to log in.
	Loopback bool
	// TLS says that it is reached over TLS only.
	TLS bool
	// Named reports whether the server may be called by a name. It is always called by
	// an address, and as localhost. May be nil.
	Named func(host string) bool
	// Public reports whether a request is answered to anybody. The login itself is.
	// May be nil.
	Public func(r *http.Request) bool
	Log    *slog.Logger
	Now    func() time.Time // for tests
}

// Guard stands before all handlers of a server.
type Guard struct {
	cfg      GuardConfig
	store    atomic.Pointer[Store] // nil until the data directory is open
	throttle *throttle
	setup    setup
}

// NewGuard returns a guard, which lets nobody in who has to log in until it has a
// store.
func NewGuard(cfg GuardConfig) *Guard {
	if cfg.Named == nil {
		cfg.Named = func(string) bool { return false }
	}
	if cfg.Public == nil {
		cfg.Public = func(*http.Request) bool { return false }
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Guard{cfg: cfg, throttle: newThrottle(cfg.Now)}
}

// Use gives the guard what it knows people by.
func (g *Guard) Use(s *Store) { g.store.Store(s) }

// RefusalError is why a request is not answered. It holds no secret.
type RefusalError struct {
	Status int
	Code   string // "login_required"
	Title  string
	Detail string
	Fix    string // what the person can do; may be empty
}

func (r *RefusalError) Error() string { return r.Title }

var (
	errWrongHost = &RefusalError{Status: http.StatusMisdirectedRequest, Code: "wrong_host", Title: "call weir by its address",
		Detail: "The server was called by a name that is not its own.", Fix: "Use its address, localhost, or a name that its certificate holds."}
	errCrossSite = &RefusalError{Status: http.StatusForbidden, Code: "cross_site", Title: "a page of another site made this request",
		Detail: "Only pages of weir itself may ask.", Fix: "Open weir in a tab of its own."}
	errNotLocal = &RefusalError{Status: http.StatusForbidden, Code: "not_local", Title: "only this machine is served without login",
		Detail: "The request is from another machine, or came through a proxy.", Fix: "Let weir listen on the machine's address, with TLS and a password: see docs/remote.md."}
	errTokenInvalid = &RefusalError{Status: http.StatusUnauthorized, Code: "token_invalid", Title: "the API token is not valid",
		Detail: "It was revoked, has expired or never was one.", Fix: "Make another on the server: weir token create NAME."}
	errLoginRequired = &RefusalError{Status: http.StatusUnauthorized, Code: "login_required", Title: "log in first",
		Detail: "There is no session, or it is over.", Fix: "Log in, or send an API token: Authorization: Bearer weir_..."}
	errSetupRequired = &RefusalError{Status: http.StatusForbidden, Code: "setup_required", Title: "no password is set yet",
		Detail: "The server answers nothing before the administrator has a password.", Fix: "Open the link that weir serve printed, or run on the server: weir user password."}
	errCSRF = &RefusalError{Status: http.StatusForbidden, Code: "csrf", Title: "the request does not show the session's token",
		Detail: "Changes of a session need the header " + CSRFHeader + ".", Fix: "Reload the page."}
	errStarting = &RefusalError{Status: http.StatusServiceUnavailable, Code: "unavailable", Title: "weir is starting",
		Detail: "The data directory is not open yet.", Fix: "Try again in a moment."}
	errUnknownPerson = &RefusalError{Status: http.StatusInternalServerError, Code: "internal", Title: "it cannot be found out who you are",
		Detail: "The state database does not answer; the server's log says why."}
)

// Wrap returns a handler that answers as next does, to those who may ask.
func (g *Guard) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := visit{nonce: secret(), address: remote(r)}
		g.headers(w.Header(), v.nonce)
		if err := g.admit(r, &v); err != nil {
			g.refuse(w, r, err)
			return
		}
		ctx, cancel := context.WithCancelCause(withVisit(r.Context(), v))
		defer cancel(nil)
		defer g.watch(ctx, v, bearer(r), cancel)()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// headers tell the browser what pages of the server may do: nothing but what they are
// made for.
func (g *Guard) headers(h http.Header, nonce string) {
	h.Set("Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-"+nonce+"'; img-src 'self' data:; "+
		"object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin") // with no-referrer pages would not say whose their requests are
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store") // handlers of files that never change say otherwise
	if g.cfg.TLS {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// admit fills in who a visitor is, or says why the request is not answered.
func (g *Guard) admit(r *http.Request, v *visit) error {
	switch {
	case !g.hostIsOurs(r.Host):
		return errWrongHost
	case g.fromElsewhere(r):
		return errCrossSite
	case g.cfg.Loopback && (!v.address.IsLoopback() || forwarded(r)):
		return errNotLocal
	}
	err := g.recognise(r, v)
	if g.isPublic(r) && (errors.Is(err, errLoginRequired) || errors.Is(err, errSetupRequired) || errors.Is(err, errStarting)) {
		return nil
	}
	return err
}

// recognise finds out who a request is from.
func (g *Guard) recognise(r *http.Request, v *visit) error {
	ctx := r.Context()
	store := g.store.Load()
	secret, shown := bearer(r), r.Header.Get("Authorization") != ""
	if !shown && g.cfg.Loopback {
		v.person = decide(Local, ViaLoopback, "")
		return nil
	}
	if store == nil {
		return errStarting
	}
	if !g.cfg.Loopback {
		if ok, err := store.HasPassword(ctx); err != nil || !ok {
			return cmpErr(err, errSetupRequired)
		}
	}
	if shown {
		t, err := store.token(ctx, secret)
		if errors.Is(err, ErrToken) {
			return errTokenInvalid
		}
		if err != nil {
			return err
		}
		v.person = decide("token:"+t.Name, ViaToken, t.ID)
		return nil
	}
	c, err := r.Cookie(CookieName)
	if err != nil {
		return errLoginRequired
	}
	name, _, err := store.session(ctx, c.Value, true)
	if errors.Is(err, errNoSession) {
		return errLoginRequired
	}
	if err != nil {
		return err
	}
	if changes(r) && r.URL.Path != loginPath {
		given, want := r.Header.Get(CSRFHeader), csrfOf(c.Value)
		if subtle.ConstantTimeCompare([]byte(given), []byte(want)) != 1 {
			return errCSRF
		}
	}
	v.person, v.cookie = decide(name, ViaSession, ""), c.Value
	return nil
}

func cmpErr(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// changes reports whether a request may change something.
func changes(r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return false
	}
	return true
}

// bearer is the API token of a request, "" for none.
func bearer(r *http.Request) string {
	kind, text, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(kind, "Bearer") {
		return ""
	}
	return strings.TrimSpace(text)
}

// remote is where a request came from.
func remote(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return at.Addr().Unmap()
}

// The requests of those who are not in yet.
const (
	sessionPath = "/api/v1/session"
	loginPath   = "/api/v1/login"
	setupPath   = "/api/v1/setup"
)

func (g *Guard) isPublic(r *http.Request) bool {
	switch r.URL.Path {
	case sessionPath, loginPath, setupPath:
		return true
	}
	return strings.HasPrefix(r.URL.Path, SetupPage) || g.cfg.Public(r)
}

// stillEvery is how often it is looked whether one who has a long answer may still
// have it.
const stillEvery = 30 * time.Second

// watch ends the context of a request when its session or token ends meanwhile.
func (g *Guard) watch(ctx context.Context, v visit, token string, cancel context.CancelCauseFunc) (stop func()) {
	if v.person.Via != ViaSession && v.person.Via != ViaToken {
		return func() {}
	}
	var timer *time.Timer
	ready := make(chan struct{})
	timer = time.AfterFunc(stillEvery, func() {
		<-ready
		if ctx.Err() != nil {
			return
		}
		if err := g.still(ctx, v, token); err != nil {
			cancel(err)
			return
		}
		timer.Reset(stillEvery)
	})
	close(ready)
	return func() { timer.Stop() }
}

// still fails when a visitor would not be let in any more.
func (g *Guard) still(ctx context.Context, v visit, token string) (err error) {
	if v.person.Via == ViaToken {
		_, err = g.store.Load().token(ctx, token)
	} else {
		_, _, err = g.store.Load().session(ctx, v.cookie, false)
	}
	if errors.Is(err, ErrToken) || errors.Is(err, errNoSession) {
		return err
	}
	return nil // a database that is busy throws nobody out
}

// refuse answers with problem details (RFC 9457).
func (g *Guard) refuse(w http.ResponseWriter, r *http.Request, err error) {
	var why *RefusalError
	if !errors.As(err, &why) {
		if r.Context().Err() == nil {
			g.cfg.Log.Error("it cannot be found out who asks", "err", err)
		}
		why = errUnknownPerson
	}
	if why.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", "Bearer")
	}
	if why.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(why.Status)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"type": "about:blank", "title": why.Title, "status": why.Status, "code": why.Code, "detail": why.Detail, "fix": why.Fix,
	})
}
