package email

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/http/httptest"
	"net/mail"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
)

// server is a small SMTP server. It has what it needs to be asked for encryption and
// a password, and fails as it is told.
type server struct {
	t        *testing.T
	listener net.Listener
	tls      *tls.Config
	roots    *x509.CertPool
	implicit bool              // TLS from the start
	plain    bool              // no TLS
	auth     string            // what it offers: "PLAIN", "LOGIN"
	fail     map[string]string // command -> answer

	mu    sync.Mutex
	mails []string
	users []string
}

func newServer(t *testing.T, change func(*server)) *server {
	t.Helper()
	certified := httptest.NewTLSServer(nil) // for its certificate of 127.0.0.1
	t.Cleanup(certified.Close)
	s := &server{t: t, tls: &tls.Config{Certificates: certified.TLS.Certificates}, auth: "PLAIN", fail: map[string]string{}, roots: x509.NewCertPool()}
	s.roots.AddCert(certified.Certificate())
	if change != nil {
		change(s)
	}
	var err error
	if s.listener, err = new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.listener.Close() })
	go func() {
		for {
			conn, err := s.listener.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	return s
}

func (s *server) serve(conn net.Conn) {
	defer conn.Close()
	secure := s.implicit
	if secure {
		conn = tls.Server(conn, s.tls)
	}
	r := bufio.NewReader(conn)
	say := func(text string) { _, _ = io.WriteString(conn, text+"\r\n") }
	line := func() string {
		text, err := r.ReadString('\n')
		if err != nil {
			return "QUIT"
		}
		return strings.TrimRight(text, "\r\n")
	}
	say("220 test ESMTP")
	for {
		text := line()
		command, rest, _ := strings.Cut(text, " ")
		command = strings.ToUpper(command)
		if answer := s.fail[command]; answer != "" {
			if answer == "hang up" {
				return
			}
			say(answer)
			continue
		}
		switch command {
		case "EHLO":
			say("250-test")
			if !s.plain && !secure {
				say("250-STARTTLS")
			}
			if secure {
				say("250-AUTH " + s.auth)
			}
			say("250 8BITMIME")
		case "STARTTLS":
			say("220 go")
			conn = tls.Server(conn, s.tls)
			r, secure = bufio.NewReader(conn), true
		case "AUTH":
			kind, given, _ := strings.Cut(rest, " ")
			user, password := "", ""
			if kind == "PLAIN" {
				text, _ := base64.StdEncoding.DecodeString(given)
				parts := strings.Split(string(text), "\x00")
				user, password = parts[1], parts[2]
			} else {
				say("334 " + base64.StdEncoding.EncodeToString([]byte("Username:")))
				u, _ := base64.StdEncoding.DecodeString(line())
				say("334 " + base64.StdEncoding.EncodeToString([]byte("Password:")))
				p, _ := base64.StdEncoding.DecodeString(line())
				user, password = string(u), string(p)
			}
			s.mu.Lock()
			s.users = append(s.users, kind+" "+user+" "+password)
			s.mu.Unlock()
			if password != "s3cr3t" {
				say("535 the password " + password + " is wrong")
				continue
			}
			say("235 good")
		case "DATA":
			say("354 go")
			var b strings.Builder
			b.WriteString(text + "\n")
			for text := line(); text != "."; text = line() {
				b.WriteString(strings.TrimPrefix(text, ".") + "\r\n")
			}
			s.mu.Lock()
			s.mails = append(s.mails, strings.TrimPrefix(b.String(), "DATA\n"))
			s.mu.Unlock()
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func (s *server) sender(scheme, user, password string) *Sender {
	s.t.Helper()
	if user != "" {
		user += "@"
	}
	out, err := New(Config{
		URL: scheme + "://" + user + s.listener.Addr().String(), Password: password, From: "weir <weir@example.org>",
		To: []string{"soc@example.org", "Ann <ann@example.org>"}, TLS: &tls.Config{RootCAs: s.roots},
		Allow: loopback,
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}

func message(title string) notify.Message {
	at := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	return notify.Message{Key: "k1", Kind: notify.Fired, Events: []notify.Event{{
		Kind: notify.Fired, At: at, By: "weir", Alert: "abc", Rule: "r", Family: finding.Scan, Title: title, Why: "12 ports; usual are 0 to 3", Entity: "vpc-1/10.0.0.5",
		Severity: finding.High, FirstSeen: at, LastSeen: at, Count: 12, Response: []string{"look at it"},
	}}}
}

// TestSend: a mail arrives over each kind of encryption and with each kind of password.
func TestSend(t *testing.T) {
	f := func(name, scheme, user string, change func(*server)) {
		t.Helper()
		s := newServer(t, change)
		if err := s.sender(scheme, user, "s3cr3t").Send(t.Context(), message("Scan – größer")); err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		m, err := mail.ReadMessage(strings.NewReader(s.mails[0]))
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, s.mails[0])
		}
		subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
		body, _ := io.ReadAll(quotedprintable.NewReader(m.Body))
		if subject != "[weir] high: Scan – größer (vpc-1/10.0.0.5)" || m.Header.Get("Message-ID") != "<k1@example.org>" || m.Header.Get("To") != `<soc@example.org>, "Ann" <ann@example.org>` {
			t.Errorf("%s: %v", name, m.Header)
		}
		if !bytes.Contains(body, []byte("12 ports; usual are 0 to 3\r\n")) || !bytes.Contains(body, []byte("- look at it\r\nweir alerts show abc\r\n")) {
			t.Errorf("%s: %s", name, body)
		}
		if user != "" && (len(s.users) != 1 || s.users[0] != s.auth+" "+user+" s3cr3t") {
			t.Errorf("%s: %v logged in", name, s.users)
		}
	}
	f("STARTTLS", "smtp", "u", nil)
	f("STARTTLS without a user", "smtp", "", nil)
	f("TLS, login", "smtps", "u", func(s *server) { s.implicit, s.auth = true, "LOGIN" })
	f("plain", "smtp+plain", "", func(s *server) { s.plain = true })
}

// TestHeaders: nothing in a title makes a header, ends the mail or turns text around.
func TestHeaders(t *testing.T) {
	s := newServer(t, nil)
	m := message("x\r\nBcc: evil@example.org\r\n\r\n.\r\nQUIT\u202e")
	m.Events[0].Why = ".\r\n.\r\nMAIL FROM:<evil>"
	m.Events[0].Response = []string{"a\r\n.\r\nb"}
	if err := s.sender("smtp", "u", "s3cr3t").Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	got, err := mail.ReadMessage(strings.NewReader(s.mails[0]))
	if err != nil || len(s.mails) != 1 || got.Header.Get("Bcc") != "" || strings.Contains(s.mails[0], "\u202e") {
		t.Errorf("%v\n%s", err, s.mails)
	}
}

// TestRefusals: what may pass is tried again and what will not is not; the password is
// never sent without encryption, and never told.
func TestRefusals(t *testing.T) {
	f := func(name string, refused bool, scheme, password string, change func(*server)) {
		t.Helper()
		s := newServer(t, change)
		err := s.sender(scheme, "u", password).Send(t.Context(), message("Scan"))
		if err == nil || errors.Is(err, notify.ErrRefused) != refused || strings.Contains(err.Error(), password) {
			t.Errorf("%s: %v", name, err)
		}
		if s.plain && len(s.users) > 0 {
			t.Errorf("%s: the password was sent", name)
		}
	}
	answer := func(command, text string) func(*server) { return func(s *server) { s.fail[command] = text } }
	f("mailbox busy", false, "smtp", "s3cr3t", answer("RCPT", "450 busy"))
	f("no such mailbox", true, "smtp", "s3cr3t", answer("RCPT", "550 unknown"))
	f("too many mails", false, "smtp", "s3cr3t", answer("MAIL", "421 later"))
	f("hangs up", false, "smtp", "s3cr3t", answer("DATA", "hang up"))
	f("wrong password", true, "smtp", "wr0ng-one", nil)
	f("no encryption", true, "smtp", "s3cr3t", func(s *server) { s.plain = true })
	f("another certificate", false, "smtp", "s3cr3t", func(s *server) { s.roots = x509.NewCertPool() })
}

// TestInside: neither an address nor a name that resolves to it leads to a mail server
// inside, unless that is allowed; nothing is tried again, and the error says what to set.
func TestInside(t *testing.T) {
	s := newServer(t, func(s *server) { s.plain = true })
	_, port, err := net.SplitHostPort(s.listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	for host, allow := range map[string][]netip.Prefix{
		"127.0.0.1": nil, "localhost": nil, "[::ffff:127.0.0.1]": nil, "127.0.0.2": loopback, "169.254.169.254": loopback,
	} {
		out, err := New(Config{URL: "smtp+plain://" + host + ":" + port, From: "a@example.org", To: []string{"b@example.org"}, Allow: allow})
		if err != nil {
			t.Fatal(err)
		}
		err = out.Send(t.Context(), message("Scan"))
		if !errors.Is(err, notify.ErrInside) || !errors.Is(err, notify.ErrRefused) || !strings.Contains(err.Error(), "not public") || !strings.Contains(err.Error(), "(allow)") {
			t.Errorf("%s: %v", host, err)
		}
	}
	if len(s.mails) > 0 {
		t.Errorf("mails came: %v", s.mails)
	}
}

// TestCancel: a server that says nothing is not waited for longer than asked.
func TestCancel(t *testing.T) {
	silent, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	s, err := New(Config{URL: "smtp+plain://" + silent.Addr().String(), From: "a@example.org", To: []string{"b@example.org"}, Allow: loopback})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := s.Send(ctx, message("Scan")); err == nil || errors.Is(err, notify.ErrInside) {
		t.Error("it was taken, or never came there:", err)
	}
}

// TestConfig: what cannot work, or would show a password, is told before.
func TestConfig(t *testing.T) {
	good := Config{URL: "smtp://u@mail.example.org", From: "a@example.org", To: []string{"b@example.org"}}
	if _, err := New(good); err != nil {
		t.Error(err)
	}
	for _, change := range []func(*Config){
		func(c *Config) { c.URL = "http://mail" }, func(c *Config) { c.URL = "smtp://u:p@mail" }, func(c *Config) { c.URL = "smtp+plain://u@mail" },
		func(c *Config) { c.From = "nobody" }, func(c *Config) { c.To = nil }, func(c *Config) { c.To = []string{"x"} },
	} {
		c := good
		change(&c)
		if _, err := New(c); err == nil {
			t.Errorf("%+v is taken", c)
		}
	}
}
