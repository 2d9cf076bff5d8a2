package access

import (
	"context"
	"crypto/subtle"
	"errors"
	"net/http"
	"sync"
	"time"
)

var (
	// ErrSetup says that the one-time link is not, or no longer, good.
	ErrSetup = errors.New("the setup link is not valid")
	// ErrNoLogin says that nobody logs in at this server.
	ErrNoLogin = errors.New("this server is for its own machine and has no login")
)

// SessionInfo is what a page learns about who uses it.
type SessionInfo struct {
	Person  Person // unknown until somebody has logged in
	Login   bool   // this server has a login
	Setup   bool   // nobody has set the password yet
	CSRF    string // for [CSRFHeader]; empty without a session
	Expires time.Time
}

// Session tells who the request of ctx is from.
func (g *Guard) Session(ctx context.Context) (SessionInfo, error) {
	v := visitOf(ctx)
	s := SessionInfo{Person: v.person, Login: !g.cfg.Loopback}
	store := g.store.Load()
	if g.cfg.Loopback {
		return s, nil
	}
	if store == nil {
		return s, errStarting
	}
	has, err := store.HasPassword(ctx)
	if err != nil {
		return s, err
	}
	s.Setup = !has
	if v.cookie != "" {
		s.CSRF = csrfOf(v.cookie)
		if _, s.Expires, err = store.session(ctx, v.cookie, false); errors.Is(err, errNoSession) {
			return s, errLoginRequired
		}
	}
	return s, err
}

// Login begins a session of a user with the right password and returns its cookie. It
// fails with [ErrLogin], or with [ThrottledError] where there were too many wrong ones.
func (g *Guard) Login(ctx context.Context, user, password string) (SessionInfo, *http.Cookie, error) {
	store, err := g.forLogin()
	if err != nil {
		return SessionInfo{}, nil, err
	}
	if has, err := store.HasPassword(ctx); err != nil || !has {
		return SessionInfo{}, nil, cmpErr(err, errSetupRequired)
	}
	v := visitOf(ctx)
	if err := g.throttle.begin(v.address); err != nil {
		return SessionInfo{}, nil, err
	}
	switch err := store.checkLogin(ctx, user, password); {
	case errors.Is(err, ErrLogin):
		// The name is a stranger's text, and may be the password by mistake.
		if rerr := store.Record(withPerson(ctx, Person{}), "login.failed", "", nil); rerr != nil {
			g.cfg.Log.Error("a failed login is not in the audit", "err", rerr)
		}
		return SessionInfo{}, nil, err
	case err != nil:
		return SessionInfo{}, nil, err
	}
	g.throttle.succeed(v.address)
	if v.cookie != "" { // a new login is a new session
		if err := store.end(ctx, v.cookie); err != nil {
			return SessionInfo{}, nil, err
		}
	}
	return g.begin(ctx, store, user)
}

func (g *Guard) forLogin() (*Store, error) {
	if g.cfg.Loopback {
		return nil, ErrNoLogin
	}
	store := g.store.Load()
	if store == nil {
		return nil, errStarting
	}
	return store, nil
}

func (g *Guard) begin(ctx context.Context, store *Store, user string) (SessionInfo, *http.Cookie, error) {
	secret, expires, err := store.begin(ctx, user)
	if err != nil {
		return SessionInfo{}, nil, err
	}
	s := SessionInfo{Person: decide(user, ViaSession, ""), Login: true, CSRF: csrfOf(secret), Expires: expires}
	return s, g.cookie(secret, int(expires.Sub(store.cfg.Now()).Seconds())), nil
}

// cookie holds a session's secret for maxAge seconds; below 0 it is taken away.
func (g *Guard) cookie(secret string, maxAge int) *http.Cookie {
	return &http.Cookie{Name: CookieName, Value: secret, Path: "/", MaxAge: maxAge, HttpOnly: true, Secure: g.cfg.TLS, SameSite: http.SameSiteStrictMode}
}

// Logout ends the session of ctx and returns the cookie that takes its cookie away.
func (g *Guard) Logout(ctx context.Context) (*http.Cookie, error) {
	if v := visitOf(ctx); v.cookie != "" {
		if err := g.store.Load().end(ctx, v.cookie); err != nil {
			return nil, err
		}
	}
	return g.cookie("", -1), nil
}

// setup is the one-time link with which the first password is set.
type setup struct {
	mu    sync.Mutex
	hash  []byte // of its secret; nil for none
	until time.Time
}

// SetupFor is how long the one-time link is good.
const SetupFor = time.Hour

// NewSetup returns the secret of a link that sets the first password, for
// [SetupFor]; one that was made before is void.
func (g *Guard) NewSetup() (token string, until time.Time) {
	token = secret()
	g.setup.mu.Lock()
	defer g.setup.mu.Unlock()
	g.setup.hash, g.setup.until = hashOf(token), g.cfg.Now().Add(SetupFor)
	return token, g.setup.until
}

// good reports whether a link's secret is right; forget makes it void.
func (s *setup) good(token string, now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hash != nil && now.Before(s.until) && subtle.ConstantTimeCompare(hashOf(token), s.hash) == 1
}

func (s *setup) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hash = nil
}

// Setup sets the first password with the secret of the one-time link, and logs in.
// After that, and after its time, it fails with [ErrSetup].
func (g *Guard) Setup(ctx context.Context, token, password string) (SessionInfo, *http.Cookie, error) {
	store, err := g.forLogin()
	if err != nil {
		return SessionInfo{}, nil, err
	}
	v := visitOf(ctx)
	if err := g.throttle.begin(v.address); err != nil {
		return SessionInfo{}, nil, err
	}
	if !g.setup.good(token, g.cfg.Now()) {
		return SessionInfo{}, nil, ErrSetup
	}
	g.throttle.succeed(v.address)
	ctx = withPerson(ctx, decide(Administrator, ViaSession, ""))
	if err := store.setPassword(ctx, password, true); err != nil {
		return SessionInfo{}, nil, err
	}
	g.setup.forget()
	return g.begin(ctx, store, Administrator)
}
