package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// certify is the script command `certify CERT KEY`: a certificate for weir.example and
// 127.0.0.1, which commands of the script trust.
func certify(ts *testscript.TestScript, _ bool, args []string) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	ts.Check(err)
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{"weir.example"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	cert, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	ts.Check(err)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert}), 0o600))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600))
	ts.Setenv("SSL_CERT_FILE", ts.MkAbs(args[0]))
}

// setBearer is the script command `bearer FILE`: the token in it goes with get.
func setBearer(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("BEARER", strings.TrimSpace(ts.ReadFile(args[0])))
}

// revokeAll is the script command `revokeall`: no token is good any more.
func revokeAll(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check(ts.Exec("weir", "token", "list", "--json"))
	for _, m := range regexp.MustCompile(`"id":"([^"]+)"`).FindAllStringSubmatch(ts.ReadFile("stdout"), -1) {
		ts.Check(ts.Exec("weir", "token", "revoke", m[1]))
	}
}

// ask sends a GET with a token, which may be empty.
func ask(url, token string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true}}
	return client.Do(req)
}

// setToken is the script command `tokenenv FILE`: commands show the token in it.
func setToken(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("WEIR_TOKEN", strings.TrimSpace(ts.ReadFile(args[0])))
}

// same is the script command `same URL weir ...`: the server at the URL has the command
// print what it prints on the data directory, and not nothing.
func same(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec(args[1], args[2:]...))
	here := ts.ReadFile("stdout")
	ts.Check(ts.Exec(args[1], append(args[2:len(args):len(args)], "--server", args[0])...))
	if there := ts.ReadFile("stdout"); there != here {
		ts.Fatalf("here\n%s\nthere\n%s", here, there)
	}
	if here == "" && !strings.Contains(strings.Join(args, " "), "nosuch") {
		ts.Fatalf("nothing is printed")
	}
}

// alike is the script command `alike URL CODE weir ...`: the command ends with the exit
// code here and by the server, and writes the same.
func alike(ts *testscript.TestScript, _ bool, args []string) {
	expectExit(ts, false, args[1:])
	here := ts.ReadFile("stdout") + ts.ReadFile("stderr")
	expectExit(ts, false, append(args[1:len(args):len(args)], "--server", args[0]))
	if there := ts.ReadFile("stdout") + ts.ReadFile("stderr"); there != here {
		ts.Fatalf("here\n%s\nthere\n%s", here, there)
	}
}
