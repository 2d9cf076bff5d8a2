package notify

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// TestInside: addresses of this machine, of private networks and of metadata services
// are known in every form that they can take.
func TestInside(t *testing.T) {
	f := func(text string, want bool) {
		t.Helper()
		if got := inside(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s: inside is %v", text, got)
		}
	}
	for _, text := range []string{
		"127.0.0.1", "127.8.8.8", "::1", "0.0.0.0", "::", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200", "169.254.169.254", "fe80::1",
		"fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1", "168.63.129.16", "224.0.0.1", "255.255.255.255", "198.18.0.1",
	} {
		f(text, true)
	}
	for _, text := range []string{"1.1.1.1", "8.8.8.8", "2606:4700::1111", "2002:808:808::1"} {
		f(text, false)
	}
}

func post(t *testing.T, client *http.Client, url string) error {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, url, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	return Post(t.Context(), client, r)
}

// TestGuard: neither an address, nor a name that resolves to it, nor a redirect leads
// inside, unless it is allowed.
func TestGuard(t *testing.T) {
	got := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got++
		if to := r.URL.Query().Get("to"); to != "" {
			http.Redirect(w, r, to, http.StatusTemporaryRedirect)
		}
	}))
	defer server.Close()
	port := server.URL[strings.LastIndexByte(server.URL, ':'):]
	strict, some := NewClient(nil), NewClient([]netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")})
	for _, url := range []string{server.URL, "http://localhost" + port, "http://[::ffff:127.0.0.1]" + port} {
		if err := post(t, strict, url); !errors.Is(err, ErrRefused) || !errors.Is(err, ErrInside) || !strings.Contains(err.Error(), "not public") {
			t.Errorf("%s: %v", url, err)
		}
	}
	if got != 0 {
		t.Errorf("%d requests came through", got)
	}
	if err := post(t, some, server.URL); err != nil || got != 1 {
		t.Errorf("allowed: %v", err)
	}
	if err := post(t, some, server.URL+"/?to="+server.URL); err != nil || got != 3 {
		t.Errorf("redirected to what is allowed: %v, %d requests", err, got)
	}
	for _, to := range []string{"http://127.0.0.2" + port, "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/"} {
		if err := post(t, some, server.URL+"/?to="+to); !errors.Is(err, ErrRefused) {
			t.Errorf("redirected to %s: %v", to, err)
		}
	}
}

// TestRedirects: chains end, and a redirect that would lose what is sent is none.
func TestRedirects(t *testing.T) {
	client := NewClient([]netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")})
	for _, code := range []int{http.StatusFound, http.StatusTemporaryRedirect} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, code) }))
		if err := post(t, client, server.URL+"/x"); err == nil {
			t.Errorf("redirected by %d for ever: taken", code)
		}
		server.Close()
	}
}

// TestPostErrors: what a server answers is sorted into what may go well later and what
// never will.
func TestPostErrors(t *testing.T) {
	client := NewClient([]netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")})
	f := func(code int, after string, refused bool, wait time.Duration) {
		t.Helper()
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			if after != "" {
				w.Header().Set("Retry-After", after)
			}
			w.WriteHeader(code)
		}))
		defer server.Close()
		err := post(t, client, server.URL)
		var later *LaterError
		if got := errors.As(err, &later); errors.Is(err, ErrRefused) != refused || got != (wait > 0) || got && (later.After < wait-2*time.Second || later.After > wait) {
			t.Errorf("%d, %q: %v", code, after, err)
		}
	}
	f(500, "", false, 0)
	f(503, "120", false, 2*time.Minute)
	f(429, "7", false, 7*time.Second)
	f(429, "999999999", false, longest)
	f(429, "soon", false, 0)
	f(429, time.Now().Add(time.Minute).UTC().Format(http.TimeFormat), false, time.Minute)
	f(400, "5", true, 0)
	f(404, "", true, 0)
	f(410, "", true, 0)
}

// TestClean: what attackers write is one harmless line of bounded length.
func TestClean(t *testing.T) {
	f := func(text string, most int, want string) {
		t.Helper()
		if got := Clean(text, most); got != want {
			t.Errorf("Clean(%q, %d) = %q, want %q", text, most, got, want)
		}
	}
	f("plain, größer", 50, "plain, größer")
	f("a\r\nSubject: b\x00\x1b[31m", 50, `a  Subject: b\u0000\u001b[31m`)
	f("evil\u202etxt.exe\u200b", 50, `evil\u202etxt.exe\u200b`)
	f("\xff", 50, `\xff`)
	f("abcdef", 6, "abcdef")
	f("abcdefg", 6, "abcde…")
	f(strings.Repeat("\n", 10), 4, "   …")
}

// TestBackoff: waits grow to a bound, and no two are sure to be the same.
func TestBackoff(t *testing.T) {
	for tries := range 100 {
		seen := map[time.Duration]bool{}
		for range 20 {
			d := backoff(5*time.Second, tries)
			want := min(5*time.Second<<min(tries, 15), slowest)
			if d < want/2 || d >= want*3/2 {
				t.Fatalf("after %d tries: %s, want about %s", tries, d, want)
			}
			seen[d] = true
		}
		if len(seen) < 10 {
			t.Fatal(fmt.Sprint("the same waits: ", seen))
		}
	}
}
