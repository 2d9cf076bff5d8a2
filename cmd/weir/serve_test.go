package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine"
)

// freePort is the script command `freeport VAR`: a port that nobody listens on.
func freePort(ts *testscript.TestScript, _ bool, args []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	defer l.Close()
	ts.Setenv(args[0], strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
}

// get is the script command `get URL PATTERN...`: it asks, with the token in $BEARER,
// until the status line and the body match all patterns.
func get(ts *testscript.TestScript, neg bool, args []string) {
	last := ""
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		resp, err := ask(args[0], ts.Getenv("BEARER"))
		if err != nil {
			last = err.Error()
			if neg {
				return
			}
			continue
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		ts.Check(err)
		last = resp.Status + "\n" + string(body)
		all := true
		for _, p := range args[1:] {
			all = all && regexp.MustCompile("(?m)"+p).MatchString(last)
		}
		if all && !neg {
			return
		}
	}
	ts.Fatalf("%s answers\n%s", args[0], last)
}

// waitOut is the script command `waitout COMMAND... PATTERN`: it runs the command until
// what it prints matches.
func waitOut(ts *testscript.TestScript, _ bool, args []string) {
	n := len(args) - 1
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if err := ts.Exec(args[0], args[1:n]...); err == nil && regexp.MustCompile(args[n]).MatchString(ts.ReadFile("stdout")) {
			return
		}
	}
	ts.Fatalf("%q prints\n%s", args[:n], ts.ReadFile("stdout"))
}

// move is the script command `move FILE TO`: a file comes at one go.
func move(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[1])), 0o700))
	ts.Check(os.Rename(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// TestNotify protects what systemd is told, and that nothing happens without it.
func TestNotify(t *testing.T) {
	t.Setenv("NOTIFY_SOCKET", "")
	serviceManager()("READY=1") // nobody is told
	name := filepath.Join(t.TempDir(), "notify")
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: name, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	t.Setenv("NOTIFY_SOCKET", name)
	t.Setenv("WATCHDOG_USEC", "20000")
	notify := serviceManager()
	go keepAlive(t.Context(), notify)
	buf := make([]byte, 100)
	if err := conn.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	n, err := conn.Read(buf)
	if err != nil || string(buf[:n]) != "WATCHDOG=1" {
		t.Errorf("%q, %v", buf[:n], err)
	}
}

// TestServeGuard protects against pages on the web that have their own name point to
// the server: only an address, or localhost, is answered.
func TestServeGuard(t *testing.T) {
	lib, err := engine.Find(engine.FindOptions{})
	if err != nil && os.Getenv("WEIR_REQUIRE_ENGINE") != "1" {
		t.Skip("needs the engine: ", err)
	}
	address := make(chan string, 1)
	ended := make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() {
		ended <- daemon.Serve(ctx, daemon.Config{Data: filepath.Join(t.TempDir(), "data"), Library: lib.Path, Command: "weir serve"},
			daemon.ServeConfig{Listen: "127.0.0.1:0", Ready: func(a string) { address <- a }})
	}()
	at := <-address
	f := func(host, path string, want int) {
		t.Helper()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+at+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Host = host
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("host %q, %s: %s, want %d", host, path, resp.Status, want)
		}
	}
	_, port, _ := strings.Cut(at, ":")
	f(at, "/healthz", 200)
	f("localhost:"+port, "/readyz", 200)
	f("[::1]:"+port, "/healthz", 200)
	f("evil.example:"+port, "/healthz", http.StatusMisdirectedRequest)
	f("evil.example", "/metrics", http.StatusMisdirectedRequest)
	f(at, "/api/v1/else", 404)
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", at); err == nil {
		t.Error("it still listens")
	}
}
