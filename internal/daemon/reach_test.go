package daemon

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/access"
)

// certify writes a certificate for weir.example and its key.
func certify(t *testing.T) TLSFiles {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"weir.example"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	cert, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	f := TLSFiles{Cert: filepath.Join(dir, "cert.pem"), Key: filepath.Join(dir, "key.pem")}
	for name, block := range map[string]*pem.Block{f.Cert: {Type: "CERTIFICATE", Bytes: cert}, f.Key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// TestServeOthersNeedsTLS: a password shall not go over the network in the clear.
func TestServeOthersNeedsTLS(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0"} {
		data := filepath.Join(t.TempDir(), "data")
		err := Serve(t.Context(), Config{Data: data}, ServeConfig{Listen: address})
		if !errors.Is(err, access.ErrNoTLS) || !strings.Contains(Hint(err), "--tls-cert") {
			t.Errorf("%s: %v", address, err)
		}
		if _, err := os.Stat(data); err == nil {
			t.Error("something was opened")
		}
	}
	if err := Serve(t.Context(), Config{Data: t.TempDir()}, ServeConfig{Listen: "0.0.0.0:0", TLS: TLSFiles{Cert: "x"}}); err == nil || !strings.Contains(err.Error(), "belong together") {
		t.Error(err)
	}
	if err := Serve(t.Context(), Config{Data: t.TempDir()}, ServeConfig{Listen: "0.0.0.0:0", TLS: TLSFiles{Cert: "nowhere.pem", Key: "x"}}); err == nil || !strings.Contains(err.Error(), "nowhere.pem") {
		t.Error(err)
	}
}

// TestServeOthers: a server that other machines reach answers nothing but the setup
// until there is a password, and then only those who show it or a token.
func TestServeOthers(t *testing.T) {
	t.Parallel()
	needEngine(t)
	ready, ended, setup := make(chan string, 1), make(chan error, 1), make(chan string, 1)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	data := filepath.Join(t.TempDir(), "data")
	logs := new(strings.Builder)
	go func() {
		ended <- Serve(ctx, Config{Data: data, Command: "weir serve", Log: slog.New(slog.NewTextHandler(logs, &slog.HandlerOptions{Level: slog.LevelDebug}))}, ServeConfig{
			Listen: "0.0.0.0:0", TLS: certify(t), Ready: func(a string) { ready <- a }, Setup: func(link string, _ time.Time) { setup <- link },
		})
	}()
	var link, address string
	for range 2 {
		select {
		case link = <-setup:
		case address = <-ready:
		case err := <-ended:
			t.Fatal(err)
		}
	}
	_, port, err := net.SplitHostPort(address)
	if err != nil || !strings.HasPrefix(link, "https://weir.example:"+port+access.SetupPage) {
		t.Fatalf("the link is %s, %v", link, err)
	}
	_, token, _ := strings.Cut(link, access.SetupPage)
	client := &http.Client{
		Transport:     &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ForceAttemptHTTP2: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	f := func(want int, method, path, body string, headers ...string) (*http.Response, string) {
		t.Helper()
		req, err := http.NewRequestWithContext(t.Context(), method, "https://127.0.0.1:"+port+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Host = "weir.example"
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for _, h := range headers {
			name, value, _ := strings.Cut(h, ": ")
			req.Header.Set(name, value)
		}
		resp, err := client.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		if resp.StatusCode != want {
			t.Errorf("%s %s: %s, want %d\n%s", method, path, resp.Status, want, text)
		}
		return resp, string(text)
	}
	f(200, "GET", "/healthz", "")
	if _, body := f(200, "GET", "/readyz", ""); !strings.Contains(body, `"ready":true,"reasons":[],"sources":[]`) {
		t.Errorf("strangers read %s", body)
	}
	f(200, "GET", "/", "")
	for _, path := range []string{"/api/v1/range", "/api/v1/openapi.yaml", "/metrics", "/api/v1/nothing"} {
		f(403, "GET", path, "")
	}
	password := "a password for tests"
	form := url.Values{"password": {password}, "again": {password}}.Encode()
	f(410, "POST", access.SetupPage+"wrong", form)
	resp, _ := f(303, "POST", access.SetupPage+token, form)
	f(410, "POST", access.SetupPage+token, form)
	cookie := "Cookie: " + access.CookieName + "=" + resp.Cookies()[0].Value
	f(200, "GET", "/api/v1/openapi.yaml", "", cookie)
	f(401, "GET", "/api/v1/openapi.yaml", "")
	f(401, "GET", "/metrics", "")

	// What a command does holds at once.
	d, err := OpenAccess(t.Context(), Config{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	tok, secret, err := d.CreateToken(AsCommand(t.Context(), "root"), "prometheus", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	as := "Authorization: Bearer " + secret
	if _, body := f(200, "GET", "/metrics", "", as); !strings.Contains(body, "weir_build_info") {
		t.Errorf("metrics are %s", body)
	}
	if _, err := d.Revoke(AsCommand(t.Context(), "root"), tok.ID); err != nil {
		t.Fatal(err)
	}
	f(401, "GET", "/metrics", "", as)
	if err := d.SetPassword(AsCommand(t.Context(), "root"), "another long password"); err != nil {
		t.Fatal(err)
	}
	f(401, "GET", "/api/v1/openapi.yaml", "", cookie)

	// In the clear nothing is answered, and no secret was written anywhere.
	if resp, err := http.Get("http://127.0.0.1:" + port + "/healthz"); err == nil && resp.StatusCode != http.StatusBadRequest {
		t.Errorf("without TLS: %s", resp.Status)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	for _, s := range []string{token, secret, password} {
		if strings.Contains(logs.String(), s) {
			t.Errorf("%s is in the log", s)
		}
	}
}
