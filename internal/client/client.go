// Package client asks a weir server over its API, in the words in which the rooms of a
// data directory answer: what prints their answers prints the server's.
package client

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/query"
)

// The variables with the API token and with the address of the server.
const (
	TokenEnv  = "WEIR_TOKEN"
	ServerEnv = "WEIR_SERVER"
)

// Client asks one server. It is safe for concurrent use.
type Client struct {
	base  *url.URL
	token string
	http  *http.Client
}

// ErrURL says why a server cannot be asked by its address.
var ErrURL = errors.New("the address of the server will not do")

// New returns a client of the server at an address, https://weir.example:8417, which
// shows a token, if there is one. It asks nothing yet. A token goes over TLS only, or
// to this machine.
func New(address, token string) (*Client, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return nil, fmt.Errorf("%w: write https://HOST:8417", ErrURL)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, fmt.Errorf("%w: write https://HOST:8417, with the token in $%s", ErrURL, TokenEnv)
	case u.Scheme == "http" && token != "" && !isLocal(u.Hostname()):
		return nil, fmt.Errorf("%w: it has no TLS, and others could read the token on the way; write https://", ErrURL)
	}
	return &Client{
		base: u.JoinPath("api", "v1"), token: token,
		http: &http.Client{
			Transport: &http.Transport{
				Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true, TLSHandshakeTimeout: 10 * time.Second,
				DialContext:     (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 15 * time.Second}).DialContext,
				TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12},
			},
			// A server that sends elsewhere is not weir, and elsewhere may be anybody.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

func isLocal(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Error is what a server says went wrong, where no other room has an error for it.
type Error struct {
	Status int
	Code   string // "not_found", "token_invalid"
	Detail string
	Fix    string // what to do; may be empty
}

func (e *Error) Error() string { return strings.TrimSuffix(e.Detail, ".") }

// IsUsage reports whether a server says that the mistake is in what was asked for.
func IsUsage(err error) bool {
	var told *Error
	return errors.As(err, &told) && told.Code == "usage"
}

// Hint returns what a person can do about an error of a client, "" when nothing in
// particular.
func Hint(err error) string {
	var (
		told    *Error
		unknown x509.UnknownAuthorityError
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
		plain   tls.RecordHeaderError
		lookup  *net.DNSError
		dial    *net.OpError
	)
	switch {
	case errors.As(err, &told) && told.Status == http.StatusUnauthorized:
		return "put a token into $" + TokenEnv + " or a file for --token-file; on the server, weir token create NAME makes one"
	case errors.As(err, &told):
		return told.Fix
	case errors.As(err, &unknown):
		return "name the certificate of who signed the server's in $SSL_CERT_FILE, if you know it to be the server's"
	case errors.As(err, &name):
		return "call the server by a name that its certificate holds, or give it one for this name (server.tls)"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "give the server a new certificate (server.tls), and look at the clocks of both machines"
	case errors.As(err, &plain):
		return "it speaks no TLS: write http:// if it is on this machine, or is the port another program's?"
	case errors.As(err, &lookup):
		return "look at the name in --server or $" + ServerEnv
	case errors.As(err, &dial):
		return "is weir serve running there, on this port, with --listen for other machines, and does no firewall stand between?"
	}
	return ""
}

// problem is an error as it comes, RFC 9457.
type problem struct {
	Status int
	Code   string
	Detail string
	Fix    string
}

// err returns the error that the room that asks would give.
func (p problem) err() error {
	if strings.HasPrefix(p.Fix, "see /api/") {
		p.Fix = "" // for who writes requests
	}
	switch p.Code {
	case "request", "filter":
		return &query.RequestError{Message: p.Detail, Hint: p.Fix}
	case "refused":
		return &query.RefusedError{Reason: strings.TrimPrefix(p.Detail, "the statement is refused: "), Hint: p.Fix}
	case "statement":
		return &query.StatementError{Message: p.Detail}
	case "timeout":
		return query.ErrTimeout
	case "memory":
		return query.ErrMemory
	case "too_much":
		return query.ErrTooMuch
	}
	return &Error{Status: p.Status, Code: p.Code, Detail: p.Detail, Fix: p.Fix}
}

// send sends a request and returns the answer of one that went well.
func (c *Client) send(ctx context.Context, method, path string, params url.Values, body any) (*http.Response, error) {
	var reader io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		reader = bytes.NewReader(text)
	}
	u := c.base.JoinPath(path)
	u.RawQuery = params.Encode()
	req, err := http.NewRequestWithContext(ctx, method, u.String(), reader)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", c.base.Host, err)
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		var inURL *url.Error
		if errors.As(err, &inURL) {
			err = inURL.Err // the address is said already
		}
		return nil, fmt.Errorf("ask %s: %w", c.base.Host, err)
	}
	if resp.StatusCode < 300 {
		return resp, nil
	}
	defer resp.Body.Close()
	var p problem
	text, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if json.Unmarshal(text, &p) != nil || p.Code == "" {
		return nil, &Error{Status: resp.StatusCode, Detail: fmt.Sprintf("%s answers %s; is it a weir server?", c.base.Host, resp.Status)}
	}
	return nil, p.err()
}

// call sends a request and reads the answer into a value.
func (c *Client) call(ctx context.Context, method, path string, params url.Values, body, into any) error {
	resp, err := c.send(ctx, method, path, params, body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if into == nil {
		return nil
	}
	if err := json.NewDecoder(resp.Body).Decode(into); err != nil {
		return fmt.Errorf("read the answer of %s: %w", c.base.Host, err)
	}
	return nil
}
