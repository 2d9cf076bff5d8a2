package access

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestIsLoopback(t *testing.T) {
	f := func(address string, want, ok bool) {
		t.Helper()
		if got, err := IsLoopback(address); got != want || (err == nil) != ok {
			t.Errorf("%q: %t, %v", address, got, err)
		}
	}
	f("127.0.0.1:0", true, true)
	f("127.9.9.9:1", true, true)
	f("[::1]:1", true, true)
	f("[::ffff:127.0.0.1]:1", true, true)
	f("localhost:1", true, true)
	f(":8417", false, true)
	f("0.0.0.0:1", false, true)
	f("[::]:1", false, true)
	f("10.0.0.1:1", false, true)
	f("weir.example:1", false, true)
	f("8417", false, false)
}

// certify writes a certificate for a name and its key.
func certify(t *testing.T, cert, key, name string) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, DNSNames: []string{"*.wild.example", name},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, c, c, k.Public(), k)
	if err != nil {
		t.Fatal(err)
	}
	kd, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	for file, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: kd}} {
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCertificate protects that a renewed certificate is used without a restart, that a
// broken one changes nothing, and that old TLS is refused.
func TestCertificate(t *testing.T) {
	dir := t.TempDir()
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	logs := new(bytes.Buffer)
	log := slog.New(slog.NewTextHandler(logs, nil))
	if _, err := OpenCertificate(cert, key, log); err == nil || !strings.Contains(err.Error(), cert) {
		t.Errorf("no files: %v", err)
	}
	certify(t, cert, key, "one.example")
	c, err := OpenCertificate(cert, key, log)
	if err != nil {
		t.Fatal(err)
	}
	l, err := tls.Listen("tcp", "127.0.0.1:0", c.TLS())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go func() { conn.(*tls.Conn).Handshake(); conn.Close() }()
		}
	}()
	name := func(max uint16) (string, error) {
		conn, err := tls.Dial("tcp", l.Addr().String(), &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS10, MaxVersion: max})
		if err != nil {
			return "", err
		}
		defer conn.Close()
		return conn.ConnectionState().PeerCertificates[0].Subject.CommonName, nil
	}
	if got, err := name(tls.VersionTLS13); got != "one.example" {
		t.Error(got, err)
	}
	if _, err := name(tls.VersionTLS11); err == nil {
		t.Error("TLS 1.1 is spoken")
	}
	if c.Name() != "one.example" || !c.Named("one.example") || !c.Named("a.wild.example") || c.Named("two.example") {
		t.Errorf("its name is %q", c.Name())
	}
	look := func() { c.mu.Lock(); c.looked = time.Time{}; c.mu.Unlock() }
	if err := os.WriteFile(cert, []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	look()
	if got, err := name(0); got != "one.example" || !strings.Contains(logs.String(), "the old one stays") {
		t.Error(got, err, logs)
	}
	certify(t, cert, key, "two.example")
	look()
	if got, err := name(0); got != "two.example" || !c.Named("two.example") || c.Named("one.example") {
		t.Error(got, err)
	}
	if strings.Contains(logs.String(), "PRIVATE") {
		t.Error("the key is in the log")
	}
}
