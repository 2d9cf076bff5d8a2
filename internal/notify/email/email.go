// Package email mails alerts by SMTP (RFC 5321), encrypted by STARTTLS or from the
// start, as plain text.
package email

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"net/netip"
	"net/smtp"
	"net/textproto"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/notify"
)

// Config says how to mail, and to whom.
type Config struct {
	// URL is the server: smtp://user@host:587 with STARTTLS, smtps://user@host:465
	// with TLS from the start, smtp+plain://host:25 without encryption, for a relay
	// on this machine or in a trusted network, which Allow has to hold.
	URL      string
	Password string
	From     string
	To       []string
	TLS      *tls.Config    // nil: that of the system
	Allow    []netip.Prefix // networks that the server may be in beside public addresses
}

// Sender mails by one server.
type Sender struct {
	cfg      Config
	scheme   string
	host     string
	address  string
	user     string
	from     *mail.Address
	to       []*mail.Address
	deadline time.Duration
}

var _ notify.Sender = (*Sender)(nil)

var ports = map[string]string{"smtp": "587", "smtps": "465", "smtp+plain": "25"}

// New returns a sender. It connects to nothing yet.
func New(cfg Config) (*Sender, error) {
	u, err := url.Parse(cfg.URL)
	if err != nil || ports[u.Scheme] == "" || u.Hostname() == "" {
		return nil, errors.New("url: it is none of smtp://user@host:587, smtps://user@host:465, smtp+plain://host:25")
	}
	if _, shown := u.User.Password(); shown {
		return nil, errors.New("url: a password does not belong there; put it into secret-env or secret-file")
	}
	s := &Sender{
		cfg: cfg, scheme: u.Scheme, host: u.Hostname(), user: u.User.Username(), deadline: 45 * time.Second,
		address: net.JoinHostPort(u.Hostname(), cmp.Or(u.Port(), ports[u.Scheme])),
	}
	if s.user != "" && s.scheme == "smtp+plain" {
		return nil, errors.New("url: a password is not sent without encryption; use smtp:// or smtps://")
	}
	if s.from, err = mail.ParseAddress(cfg.From); err != nil {
		return nil, fmt.Errorf("from: %q is no address", cfg.From)
	}
	if len(cfg.To) == 0 {
		return nil, errors.New("to: nobody is named")
	}
	for _, text := range cfg.To {
		a, err := mail.ParseAddress(text)
		if err != nil {
			return nil, fmt.Errorf("to: %q is no address", text)
		}
		s.to = append(s.to, a)
	}
	return s, nil
}

// Most implements [notify.Sender].
func (s *Sender) Most() int { return 50 }

// Takes implements [notify.Sender].
func (s *Sender) Takes(k notify.Kind) bool { return k != notify.Acknowledged }

// Send implements [notify.Sender].
func (s *Sender) Send(ctx context.Context, m notify.Message) error {
	err := s.send(ctx, s.render(m, time.Now()))
	if err == nil {
		return nil
	}
	text := errors.New(notify.Redact(notify.Clean(fmt.Sprintf("mail by %s: %v", s.host, err), 400), s.cfg.Password))
	if errors.Is(err, notify.ErrInside) {
		return notify.RefuseInside(text)
	}
	var reply *textproto.Error
	if errors.As(err, &reply) && reply.Code >= 500 || errors.Is(err, errNever) {
		return fmt.Errorf("%w: %w", notify.ErrRefused, text)
	}
	return text
}

// errNever is why trying again will not help, beside what the server says.
var errNever = errors.New("the server cannot do what is needed")

func (s *Sender) send(ctx context.Context, text []byte) (err error) {
	conn, err := notify.NewDialer(15*time.Second, s.cfg.Allow).DialContext(ctx, "tcp", s.address)
	if err != nil {
		return err
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { conn.Close() })()
	if err := conn.SetDeadline(time.Now().Add(s.deadline)); err != nil {
		return err
	}
	secure := &tls.Config{MinVersion: tls.VersionTLS12}
	if s.cfg.TLS != nil {
		secure = s.cfg.TLS.Clone()
	}
	secure.ServerName = s.host
	if s.scheme == "smtps" {
		conn = tls.Client(conn, secure)
	}
	c, err := smtp.NewClient(conn, s.host)
	if err != nil {
		return err
	}
	defer c.Close()
	if s.scheme == "smtp" {
		if ok, _ := c.Extension("STARTTLS"); !ok {
			return fmt.Errorf("%w: it does not offer STARTTLS", errNever)
		}
		if err := c.StartTLS(secure); err != nil {
			return err
		}
	}
	if s.user != "" {
		if err := s.login(c); err != nil {
			return err
		}
	}
	if err := c.Mail(s.from.Address); err != nil {
		return err
	}
	for _, a := range s.to {
		if err := c.Rcpt(a.Address); err != nil {
			return err
		}
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	_ = c.Quit() // it has been taken: what comes now changes nothing
	return nil
}

func (s *Sender) login(c *smtp.Client) error {
	_, kinds := c.Extension("AUTH")
	offered := strings.Fields(strings.ToUpper(kinds))
	switch {
	case slices.Contains(offered, "PLAIN"):
		return c.Auth(smtp.PlainAuth("", s.user, s.cfg.Password, s.host))
	case slices.Contains(offered, "LOGIN"):
		return c.Auth(&loginAuth{s.user, s.cfg.Password})
	}
	return fmt.Errorf("%w: it offers neither AUTH PLAIN nor LOGIN", errNever)
}

// loginAuth is AUTH LOGIN, which some servers want in place of PLAIN.
type loginAuth struct{ user, password string }

func (a *loginAuth) Start(server *smtp.ServerInfo) (string, []byte, error) {
	if !server.TLS {
		return "", nil, errors.New("the connection is not encrypted")
	}
	return "LOGIN", nil, nil
}

func (a *loginAuth) Next(asked []byte, more bool) ([]byte, error) {
	switch question := strings.ToLower(string(asked)); {
	case !more:
		return nil, nil
	case strings.HasPrefix(question, "user"):
		return []byte(a.user), nil
	case strings.HasPrefix(question, "pass"):
		return []byte(a.password), nil
	}
	return nil, errors.New("the server asks for something else than user and password")
}

// render writes the mail. Mails of one alert are one thread.
func (s *Sender) render(m notify.Message, now time.Time) []byte {
	var b bytes.Buffer
	header := func(name, value string) { fmt.Fprintf(&b, "%s: %s\r\n", name, value) }
	domain := s.from.Address[strings.LastIndexByte(s.from.Address, '@')+1:]
	var to []string
	for _, a := range s.to {
		to = append(to, a.String())
	}
	header("From", s.from.String())
	header("To", strings.Join(to, ", "))
	header("Subject", mime.QEncoding.Encode("utf-8", "[weir] "+m.Headline()))
	header("Date", now.Format(time.RFC1123Z))
	header("Message-ID", "<"+m.Key+"@"+domain+">")
	if len(m.Events) == 1 {
		header("References", "<"+m.Events[0].Alert+"@"+domain+">")
	}
	header("Auto-Submitted", "auto-generated")
	header("MIME-Version", "1.0")
	header("Content-Type", "text/plain; charset=utf-8")
	header("Content-Transfer-Encoding", "quoted-printable")
	b.WriteString("\r\n")
	body := quotedprintable.NewWriter(&b)
	for i, e := range m.Events {
		if i > 0 {
			fmt.Fprint(body, "\r\n")
		}
		line := func(format string, args ...any) {
			fmt.Fprint(body, notify.Clean(fmt.Sprintf(format, args...), 2000), "\r\n")
		}
		line("%s: %s", e.Severity, e.Title)
		line("%s", e.Why)
		line("about %s; %s, rule %s", e.Entity, e.Family, e.Rule)
		line("seen %s", e.Seen())
		if m.Kind == notify.Resolved {
			line("%s", strings.TrimSuffix("resolved by "+e.By+", "+e.Verdict, ", "))
		}
		for _, step := range e.Response {
			line("- %s", step)
		}
		line("%s", e.Command())
	}
	_ = body.Close() // it writes into memory
	return b.Bytes()
}
