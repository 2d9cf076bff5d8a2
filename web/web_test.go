package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

// TestApp protects old links and open tabs: every path of the app gives the page, a
// file that is gone is not answered with one, and what is the same is not sent again.
func TestApp(t *testing.T) {
	app, err := New(fstest.MapFS{
		"index.html":    {Data: []byte("<!doctype html><title>weir</title>")},
		"assets/app.js": {Data: []byte("export default 1;\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(app)
	defer server.Close()
	ask := func(method, path string, head ...string) (*http.Response, string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", "identity")
		for i := 0; i < len(head); i += 2 {
			r.Header.Set(head[i], head[i+1])
		}
		a, err := server.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer a.Body.Close()
		var body io.Reader = a.Body
		if a.Header.Get("Content-Encoding") == "gzip" {
			if body, err = gzip.NewReader(a.Body); err != nil {
				t.Fatal(err)
			}
		}
		text, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		return a, string(text)
	}
	f := func(method, path string, status int, kind, body string) {
		t.Helper()
		a, text := ask(method, path)
		if a.StatusCode != status || !strings.HasPrefix(a.Header.Get("Content-Type"), kind) || !strings.Contains(text, body) {
			t.Errorf("%s %s = %d %s %.40q, want %d %s %q", method, path, a.StatusCode, a.Header.Get("Content-Type"), text, status, kind, body)
		}
	}

	f("GET", "/", 200, "text/html", "<title>weir")
	f("GET", "/alerts?alert=abc", 200, "text/html", "<title>weir")
	f("GET", "/entity/address/vpc-1%2F10.0.0.1", 200, "text/html", "<title>weir")
	f("GET", "/assets/app.js", 200, "text/javascript", "export default")
	f("GET", "/assets/gone.js", 404, "text/plain", "")
	f("GET", "/assets/../../etc/passwd", 200, "text/html", "<title>weir")
	f("HEAD", "/assets/app.js", 200, "text/javascript", "")
	f("POST", "/", 405, "text/plain", "")

	a, _ := ask("GET", "/assets/app.js")
	if a, _ := ask("GET", "/assets/app.js", "If-None-Match", a.Header.Get("ETag")); a.StatusCode != http.StatusNotModified {
		t.Errorf("asked again with its tag: %d, want 304", a.StatusCode)
	}
	if a, text := ask("GET", "/assets/app.js", "Accept-Encoding", "gzip"); a.Header.Get("Content-Encoding") != "gzip" || text != "export default 1;\n" {
		t.Errorf("zipped = %q %q", a.Header.Get("Content-Encoding"), text)
	}
}

// TestFiles protects a build on a machine without Node: what is committed is the app.
func TestFiles(t *testing.T) {
	files := Files()
	if files == nil {
		t.Skip("built without the app")
	}
	if _, err := New(files); err != nil {
		t.Fatal(err)
	}
}
