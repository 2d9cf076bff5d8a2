package access

import (
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestThrottle protects the login from guessing: one address waits longer and longer,
// all together are bounded, and those who know the password get in nevertheless.
func TestThrottle(t *testing.T) {
	c := &clock{at: time.Unix(1e9, 0)}
	th := newThrottle(c.now)
	waits := func(addr string) time.Duration {
		t.Helper()
		err := th.begin(netip.MustParseAddr(addr))
		var wait *ThrottledError
		if err != nil && !errors.As(err, &wait) {
			t.Fatal(err)
		}
		if wait == nil {
			return 0
		}
		return wait.After
	}
	for i := range freeTries {
		if w := waits("192.0.2.1"); w != 0 {
			t.Fatalf("try %d waits %s", i, w)
		}
	}
	if w := waits("192.0.2.1"); w != time.Second {
		t.Errorf("the sixth waits %s", w)
	}
	if w := waits("::ffff:192.0.2.1"); w != time.Second {
		t.Errorf("the same address in another spelling waits %s", w)
	}
	if w := waits("192.0.2.2"); w != 0 {
		t.Errorf("another address waits %s", w)
	}
	for want := 2 * time.Second; want < 2*longWait; want *= 2 {
		c.pass(time.Hour / 2)
		if w := waits("192.0.2.1"); w != 0 {
			t.Errorf("it waits %s after half an hour", w)
		}
		if w := waits("192.0.2.1"); w != min(want, longWait) {
			t.Errorf("it waits %s, want %s", w, min(want, longWait))
		}
	}
	c.pass(forgetting + time.Second)
	if w := waits("192.0.2.1"); w != 0 || len(th.tries) != 1 {
		t.Errorf("after an hour it waits %s, %d addresses are remembered", w, len(th.tries))
	}
	if w := waits("192.0.2.1"); w != 0 {
		t.Errorf("its wrong ones are not forgotten: %s", w)
	}

	// A network of IPv6 is one guesser.
	for range freeTries {
		waits("2001:db8::1")
	}
	if w := waits("2001:db8::ffff"); w == 0 {
		t.Error("a /64 guesses without end")
	}
	// Many addresses together.
	c.pass(2 * allSpan)
	th.begin(netip.MustParseAddr("198.51.100.1"))
	th.succeed(netip.MustParseAddr("198.51.100.1"))
	for i := range allTries {
		if w := waits(netip.AddrFrom4([4]byte{203, 0, 113, byte(i)}).String()); w != 0 {
			t.Fatalf("address %d waits %s", i, w)
		}
	}
	if w := waits("203.0.113.200"); w <= 0 || w > allSpan {
		t.Errorf("one more address waits %s", w)
	}
	if w := waits("198.51.100.1"); w != 0 {
		t.Errorf("who has logged in before waits %s", w)
	}
	c.pass(allSpan)
	if w := waits("203.0.113.200"); w != 0 {
		t.Errorf("a minute later it waits %s", w)
	}
}

// TestLogin protects against guesses over HTTP, and that what was typed shows nowhere.
func TestLogin(t *testing.T) {
	w := newWorld(t, false)
	w.login()
	const wrong = "my-secret-guess-1"
	for range freeTries {
		resp, body := w.ask("POST", loginPath+" password="+wrong)
		if resp.StatusCode == 200 || body != ErrLogin.Error() || len(resp.Cookies()) > 0 {
			t.Errorf("a wrong password: %s %s", resp.Status, body)
		}
	}
	// Now the right one has to wait, too.
	resp, body := w.ask("POST", loginPath+" password="+url.QueryEscape(goodPassword))
	if resp.StatusCode == 200 || !strings.Contains(body, "wait 1s") {
		t.Errorf("%s %s", resp.Status, body)
	}
	w.clock.pass(2 * time.Second)
	if resp, body := w.ask("POST", loginPath+" password="+url.QueryEscape(goodPassword)); resp.StatusCode != 200 {
		t.Errorf("%s %s", resp.Status, body)
	}
	entries, _, err := List(t.Context(), []Trail{w.store}, "", 100, EntryFilter{Action: "login.failed"})
	if err != nil || len(entries) != freeTries || entries[0].Address != "127.0.0.1" {
		t.Errorf("audit %+v, %v", entries, err)
	}
	for _, secret := range []string{wrong, goodPassword} {
		if strings.Contains(w.logs.String(), secret) {
			t.Error("a password is in the log")
		}
	}
	noSecrets(t, w.store, wrong, goodPassword)
}

// noSecrets looks for texts in all that is stored.
func noSecrets(t *testing.T, s *Store, secrets ...string) {
	t.Helper()
	dump := dumpAll(t, s)
	for _, secret := range secrets {
		if strings.Contains(dump, secret) {
			t.Errorf("%q is stored as it is", secret)
		}
	}
}

// TestCrossSiteLogin: another site cannot log a browser in.
func TestCrossSiteLogin(t *testing.T) {
	w := newWorld(t, false)
	w.login()
	w.want(403, "cross_site", "POST", loginPath+" password="+url.QueryEscape(goodPassword), "Sec-Fetch-Site: cross-site")
}

// TestSetup protects the one-time link: good once, for its time, and only while there
// is no password.
func TestSetup(t *testing.T) {
	form := func(password, again string) string {
		return " " + url.Values{"password": {password}, "again": {again}}.Encode()
	}
	good := form(goodPassword, goodPassword)
	w := newWorld(t, false)
	w.want(410, "", "POST", SetupPage+"x"+good)
	w.want(410, "", "GET", SetupPage)
	old, _ := w.guard.NewSetup()
	token, until := w.guard.NewSetup()
	if until.Sub(w.clock.now()) != SetupFor {
		t.Errorf("good until %s", until)
	}
	w.want(410, "", "GET", SetupPage+old)
	w.want(410, "", "POST", SetupPage+old+good)
	resp, body := w.want(200, "", "GET", SetupPage+token)
	if strings.Contains(body, token) || !strings.Contains(resp.Header.Get("Content-Type"), "text/html") {
		t.Errorf("%v\n%s", resp.Header, body)
	}
	w.want(422, "", "POST", SetupPage+token+form("short", "short"))
	w.want(422, "", "POST", SetupPage+token+form(goodPassword, "another one, long"))
	w.want(403, "cross_site", "POST", SetupPage+token+good, "Sec-Fetch-Site: cross-site")
	w.want(403, "setup_required", "GET", "/api/v1/thing")

	resp, _ = w.want(303, "", "POST", SetupPage+token+good)
	w.want(200, "", "GET", "/api/v1/thing", "Cookie: weir_session="+resp.Cookies()[0].Value)
	w.want(410, "", "GET", SetupPage+token)
	w.want(410, "", "POST", SetupPage+token+form("a different password", "a different password"))
	w.login() // the password is the first one
	// A link that was made meanwhile sets nothing either.
	token, _ = w.guard.NewSetup()
	w.want(410, "", "GET", SetupPage+token)
	w.want(410, "", "POST", SetupPage+token+good)
	noSecrets(t, w.store, token, goodPassword, resp.Cookies()[0].Value)

	w = newWorld(t, false)
	token, _ = w.guard.NewSetup()
	w.clock.pass(SetupFor)
	w.want(410, "", "POST", SetupPage+token+good)
	if has, err := w.store.HasPassword(t.Context()); has || err != nil {
		t.Errorf("an old link set the password, %v", err)
	}
}

// TestSetupThrottled: guessing the link is as slow as guessing the password.
func TestSetupThrottled(t *testing.T) {
	w := newWorld(t, false)
	w.guard.NewSetup()
	for range freeTries {
		w.want(410, "", "POST", SetupPage+"x password="+goodPassword+"&again="+goodPassword)
	}
	resp, _ := w.want(429, "", "POST", SetupPage+"x password="+goodPassword+"&again="+goodPassword)
	if resp.Header.Get("Retry-After") != "1" {
		t.Errorf("Retry-After %q", resp.Header.Get("Retry-After"))
	}
	if _, _, err := newWorld(t, true).guard.Login(t.Context(), Administrator, goodPassword); !errors.Is(err, ErrNoLogin) {
		t.Errorf("login on this machine: %v", err)
	}
	var _ http.Handler = w.guard.Wrap(nil)
}

// TestPasswords protects what can be a password, and the form of its hash.
func TestPasswords(t *testing.T) {
	for _, bad := range []string{"", "short", "elevenchars", strings.Repeat("a", 20), strings.Repeat("ab", 513), "\xff\xfe long enough?"} {
		if err := checkPassword(bad); !errors.Is(err, ErrPassword) || bad != "" && strings.Contains(err.Error(), bad) {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
	h := newHasher()
	one, err := h.hash(t.Context(), goodPassword)
	if err != nil {
		t.Fatal(err)
	}
	two, err := h.hash(t.Context(), goodPassword)
	if err != nil || one == two || !strings.HasPrefix(one, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("%s, %s, %v", one, two, err)
	}
	f := func(password, hash string, want bool) {
		t.Helper()
		if got, err := h.matches(t.Context(), password, hash); err != nil || got != want {
			t.Errorf("%q: %t, %v", password, got, err)
		}
	}
	f(goodPassword, one, true)
	f(goodPassword+" ", one, false)
	f("", one, false)
	f(goodPassword, h.dummy, false)
	for _, bad := range []string{"", "x", "$argon2id$v=19$m=1,t=1,p=1$$", "$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA", "$argon2id$v=19$m=99999999,t=2,p=1$AAAA$" + strings.Repeat("A", 43)} {
		if _, err := h.matches(t.Context(), "x", bad); err == nil {
			t.Errorf("%q is taken for a hash", bad)
		}
	}
}
