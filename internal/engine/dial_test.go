package engine

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/ClickHouse/ch-go/proto"
)

// serverInFront puts a password and an HTTP proxy before the common engine: what a
// ClickHouse server looks like from outside.
func serverInFront(t *testing.T, change func(http.ResponseWriter, *http.Request) (done bool)) (address string) {
	t.Helper()
	_, _ = commonConn(t)
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(&url.URL{Scheme: "http", Host: "engine"}) },
		Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", common.engine.Socket())
		}},
		ErrorLog:     slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		if r.URL.Path != "/ping" && (user != "hunter" || password != "s3cret") {
			w.Header().Set(headerCode, "516")
			w.WriteHeader(http.StatusForbidden)
			io.WriteString(w, "Code: 516. DB::Exception: "+user+": Authentication failed. (AUTHENTICATION_FAILED) (version 26.7.2.1)\n")
			return
		}
		r.Header.Del("Authorization")
		if change == nil || !change(w, r) {
			proxy.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "http://")
}

// TestServer protects those who move to a server: the same calls over TCP.
func TestServer(t *testing.T) {
	address := serverInFront(t, nil)
	_, o := commonConn(t)
	c, err := Dial("http://hunter:s3cret@" + address + "/" + o.Database)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Ping(t.Context()); err != nil {
		t.Error(err)
	}
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a", Options{})
	var a proto.ColUInt64
	for i := range 100_000 {
		a.Append(uint64(i))
	}
	if _, err := c.Insert(t.Context(), "t", proto.Input{{Name: "a", Data: &a}}, Options{Token: "x"}); err != nil {
		t.Error(err)
	}
	var sum proto.ColUInt64
	var rows int
	s, err := c.Select(t.Context(), "SELECT a FROM t WHERE a >= {min:UInt64}", Options{Params: map[string]string{"min": "10"}, WaitEnd: true},
		proto.ResultColumn{Name: "a", Data: &sum}, func(n int) error { rows += n; return nil })
	if err != nil || rows != 99_990 || s.ReadRows == 0 {
		t.Errorf("%d rows, %+v, %v", rows, s, err)
	}
	if _, err := tryText(c, "SELECT number, throwIf(number = 3000000, 'too far') FROM numbers(5000000)", Options{}); !hasCode(err, 395) {
		t.Errorf("error after rows: %v", err)
	}
	if _, _, err := c.Classify(t.Context(), "SELECT 1"); !errors.Is(err, ErrNoClassifier) {
		t.Errorf("classify: %v", err)
	}
	if c.Embedded() || strings.Contains(c.String(), "s3cret") {
		t.Errorf("embedded %v, name %s", c.Embedded(), c)
	}
}

func TestPassword(t *testing.T) {
	address := serverInFront(t, nil)
	f := func(address, env string, ok bool) {
		t.Helper()
		t.Setenv(PasswordEnv, env)
		c, err := Dial(address)
		if err != nil {
			t.Fatal(err)
		}
		_, err = tryText(c, "SELECT 1", Options{})
		if ok != (err == nil) || !ok && !IsAuth(err) {
			t.Errorf("%s with %q: %v", address, env, err)
		}
		if err != nil && strings.Contains(err.Error(), "s3cret") {
			t.Errorf("the error shows the password: %v", err)
		}
	}
	f("http://hunter:s3cret@"+address, "", true)
	f("http://hunter@"+address, "s3cret", true)
	f("http://hunter:wrong@"+address, "s3cret", false)
	f("http://hunter@"+address, "", false)
	f("http://"+address, "s3cret", false)
}

func TestDialErrors(t *testing.T) {
	f := func(address, contains string) {
		t.Helper()
		_, err := Dial(address)
		if err == nil || !strings.Contains(err.Error(), contains) || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("Dial(%q): %v", address, err)
		}
	}
	f("ftp://u:s3cret@host/", "want http(s)://")
	f("host:8123", "read store URL")
	f("http://u:s3cret@host:port/", "read store URL")
	f("http://", "want http(s)://")
	f("http://u:s3cret@host/a/b", "letters, digits")
	f("http://u:s3cret@host/a.b", "letters, digits")
	f("http://u:s3cret@host/db?secure=1", "want http(s)://")
	c, err := Dial("https://u@clickhouse.example/flows")
	if err != nil || c.base != "https://clickhouse.example:8443" || c.database != "flows" || c.user != "u" {
		t.Errorf("%+v, %v", c, err)
	}
	c, err = Dial("http://[::1]:9000")
	if err != nil || c.base != "http://[::1]:9000" || c.user != "default" {
		t.Errorf("%+v, %v", c, err)
	}
}

// TestBadServer protects callers from servers and proxies that misbehave.
func TestBadServer(t *testing.T) {
	var answer func(http.ResponseWriter, *http.Request) bool
	address := serverInFront(t, func(w http.ResponseWriter, r *http.Request) bool { return answer(w, r) })
	c, err := Dial("http://hunter:s3cret@" + address)
	if err != nil {
		t.Fatal(err)
	}
	f := func(name string, a func(http.ResponseWriter, *http.Request) bool, is func(error) bool) {
		t.Helper()
		answer = a
		if _, err := tryText(c, "SELECT 1", Options{}); err == nil || !is(err) {
			t.Errorf("%s: query: %v", name, err)
		}
		_, err := c.Select(t.Context(), "SELECT 1", Options{}, new(proto.Results).Auto(), func(int) error { return nil })
		if err == nil || !is(err) {
			t.Errorf("%s: select: %v", name, err)
		}
	}
	gone := func(err error) bool { return errors.Is(err, ErrEngineGone) }
	any := func(error) bool { return true }
	status := func(code int, body string) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, _ *http.Request) bool {
			w.WriteHeader(code)
			io.WriteString(w, body)
			return true
		}
	}
	f("bad gateway", status(502, "<html>"), gone)
	f("unavailable", status(503, ""), gone)
	f("a proxy's own failure", status(500, "<html>\nlong"), gone)
	f("too many requests", status(429, ""), gone)
	f("busy", status(500, "Code: 202. DB::Exception: Too many simultaneous queries. (TOO_MANY_SIMULTANEOUS_QUERIES) (version 26.7.2.1)"), IsRetryable)
	f("full", status(500, "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)"), func(err error) bool { return IsMemory(err) && !IsRetryable(err) })
	f("a statement quoted in an error", status(400, "Code: 62. DB::Exception: Syntax error: PASSWORD 's3cret'. (SYNTAX_ERROR)"),
		func(err error) bool { return IsSyntax(err) && !strings.Contains(err.Error(), "s3cret") })
	f("redirect", func(w http.ResponseWriter, r *http.Request) bool {
		http.Redirect(w, r, "http://127.0.0.1:1/", http.StatusTemporaryRedirect)
		return true
	}, any)
	f("not found, not ClickHouse", status(404, "<html>no such page"), any)
	f("cut off before the answer", func(http.ResponseWriter, *http.Request) bool { panic(http.ErrAbortHandler) }, gone)
	f("cut off in the answer", func(w http.ResponseWriter, _ *http.Request) bool {
		w.Write([]byte{1, 2, 1, 'a', 5, 'U', 'I', 'n', 't', '8', 1})
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}, gone)
	f("an answer without an end", func(w http.ResponseWriter, _ *http.Request) bool {
		conn, buf, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return true
		}
		defer conn.Close()
		buf.WriteString("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n1\n")
		buf.Flush()
		return true
	}, func(err error) bool { return strings.Contains(err.Error(), "HTTP/1.1") })
	f("old server's error after rows", func(w http.ResponseWriter, _ *http.Request) bool {
		w.Write([]byte{1, 1, 1, 'a', 5, 'U', 'I', 'n', 't', '8', 1})
		io.WriteString(w, "Code: 241. DB::Exception: Memory limit (total) exceeded. (MEMORY_LIMIT_EXCEEDED)\n")
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}, IsMemory)
	f("error code in the header only", func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set(headerCode, "159")
		w.WriteHeader(500)
		return true
	}, IsTimeout)
	nowhere, err := Dial("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	if err := nowhere.Ping(t.Context()); !errors.Is(err, ErrEngineGone) {
		t.Errorf("nobody listens: %v", err)
	}
}

func TestCheck(t *testing.T) {
	r, err := Check(t.Context(), needLibrary(t), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	text, _ := json.MarshalIndent(r, "", " ")
	t.Logf("%s", text)
	if r.Jail.Missing == "" && !r.Holds() {
		t.Error("the jail does not hold")
	}
	if len(r.Probes) < 5 || !strings.HasPrefix(r.Version, "26.") {
		t.Errorf("%d probes, version %s", len(r.Probes), r.Version)
	}
}
