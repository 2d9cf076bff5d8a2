package access

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

// ErrNoTLS says that other machines could reach the server in the clear.
var ErrNoTLS = errors.New("other machines can reach this address, and there is no TLS")

// IsLoopback reports whether only this machine reaches an address, host:port.
func IsLoopback(address string) (bool, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false, fmt.Errorf("listen on %q: %w", address, err)
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback(), nil
}

// Certificate is a server's certificate in two PEM files, read again when they
// change.
type Certificate struct {
	cert, key string
	log       *slog.Logger

	mu     sync.Mutex
	stamp  string // of the files that were read
	looked time.Time
	pair   *tls.Certificate
}

// lookEvery is how often the files are looked at.
const lookEvery = time.Second

// OpenCertificate reads the files of a certificate and its key.
func OpenCertificate(cert, key string, log *slog.Logger) (*Certificate, error) {
	c := &Certificate{cert: cert, key: key, log: log}
	c.stamp = c.stampNow()
	var err error
	if c.pair, err = c.read(); err != nil {
		return nil, err
	}
	if until := c.pair.Leaf.NotAfter; time.Now().After(until) {
		log.Warn("the TLS certificate has expired", "file", cert, "until", until)
	}
	if fi, err := os.Stat(key); err == nil && fi.Mode().Perm()&0o077 != 0 {
		log.Warn("others on this machine may read the key of the TLS certificate", "file", key, "mode", fi.Mode().Perm())
	}
	return c, nil
}

func (c *Certificate) read() (*tls.Certificate, error) {
	pair, err := tls.LoadX509KeyPair(c.cert, c.key)
	if err != nil {
		return nil, fmt.Errorf("read TLS certificate %s with key %s: %w", c.cert, c.key, err)
	}
	if pair.Leaf == nil {
		if pair.Leaf, err = x509.ParseCertificate(pair.Certificate[0]); err != nil {
			return nil, fmt.Errorf("read TLS certificate %s: %w", c.cert, err)
		}
	}
	return &pair, nil
}

func (c *Certificate) stampNow() string {
	var b strings.Builder
	for _, name := range []string{c.cert, c.key} {
		if fi, err := os.Stat(name); err == nil {
			fmt.Fprintln(&b, fi.Size(), fi.ModTime().UnixNano())
		}
	}
	return b.String()
}

// Current returns the certificate as it is in the files. While they cannot be read,
// as between the writing of the two, the last good one stays.
func (c *Certificate) Current() *tls.Certificate {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := time.Now(); now.Sub(c.looked) >= lookEvery {
		c.looked = now
		if stamp := c.stampNow(); stamp != c.stamp {
			pair, err := c.read()
			if err != nil {
				c.log.Warn("the new TLS certificate is no good; the old one stays", "err", err)
			} else {
				c.pair = pair
				c.log.Info("the TLS certificate was read anew", "until", pair.Leaf.NotAfter)
			}
			c.stamp = stamp
		}
	}
	return c.pair
}

// TLS returns the settings of a server with the certificate.
func (c *Certificate) TLS() *tls.Config {
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		NextProtos:     []string{"h2", "http/1.1"},
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.Current(), nil },
	}
}

// Named reports whether the certificate holds a name.
func (c *Certificate) Named(host string) bool { return c.Current().Leaf.VerifyHostname(host) == nil }

// Name returns a name of the certificate, or an address, under which people may call the
// server; "" when it holds none.
func (c *Certificate) Name() string {
	leaf := c.Current().Leaf
	for _, name := range leaf.DNSNames {
		if !strings.HasPrefix(name, "*") {
			return name
		}
	}
	for _, ip := range leaf.IPAddresses {
		return ip.String()
	}
	return ""
}
