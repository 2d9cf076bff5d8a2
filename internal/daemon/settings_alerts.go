package daemon

import (
	"cmp"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
	"github.com/weir-flow/weir/internal/notify/email"
	"github.com/weir-flow/weir/internal/notify/pagerduty"
	"github.com/weir-flow/weir/internal/notify/slack"
	"github.com/weir-flow/weir/internal/notify/webhook"
)

// AlertSettings say what becomes of alerts by itself.
type AlertSettings struct {
	ResolveAfter Duration `yaml:"resolve-after" doc:"Ends alerts that nothing was added to for so long, in the time of the logs. Never when empty."`
	NotifyAge    Duration `yaml:"notify-age" doc:"Alerts whose last record is older tell nobody, as when old logs are taken in. 168h when empty."`
}

// NotifySettings describe one target that is told of alerts.
type NotifySettings struct {
	Name        string   `yaml:"name" doc:"What the target is called in lists and logs. Its kind when empty."`
	Kind        string   `yaml:"kind" doc:"webhook, slack, pagerduty or email."`
	URL         Secret   `yaml:"url" doc:"Where to send. For email smtp://user@host:587 (STARTTLS), smtps://user@host:465 (TLS) or smtp+plain://host:25 (neither). PagerDuty has one of its own."`
	URLEnv      string   `yaml:"url-env" doc:"Variable that holds the URL, in place of url."`
	URLFile     string   `yaml:"url-file" doc:"File that holds the URL, in place of url."`
	Secret      Secret   `yaml:"secret" doc:"Key of the webhook's signature, integration key of PagerDuty, or password of the mail server. Better in a variable or file."`
	SecretEnv   string   `yaml:"secret-env" doc:"Variable that holds the secret."`
	SecretFile  string   `yaml:"secret-file" doc:"File that holds the secret."`
	From        string   `yaml:"from" doc:"Sender of mails."`
	To          []string `yaml:"to" doc:"Whom mails go to."`
	MinSeverity string   `yaml:"min-severity" doc:"Least severity of alerts: info, low, medium, high or critical."`
	Families    []string `yaml:"families" doc:"Families of alerts. All when empty."`
	PagesOnly   bool     `yaml:"pages-only" doc:"Only alerts that somebody should look at now."`
	Exposure    bool     `yaml:"exposure" doc:"Also the internet's noise against hosts that it can reach."`
	Allow       []string `yaml:"allow" doc:"Networks that the URL may lead to beside public addresses: 10.1.2.0/24. A mail relay inside needs it too."`
	Group       Duration `yaml:"group" doc:"Time after a message in which what comes next is collected. 30s for slack, 1m for email, none for others when empty."`
	PerHour     int      `yaml:"per-hour" doc:"Messages in an hour at most; what is beyond waits. 60 for slack and email, without bound for others when 0."`
}

// called is the target's name.
func (n *NotifySettings) called() string { return cmp.Or(n.Name, n.Kind) }

// Secret is a text that is never shown.
type Secret string

// String hides the text.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "(hidden)"
}

// Reveal implements [config.Hidden], for the file in which the app keeps it.
func (s Secret) Reveal() string { return string(s) }

// MarshalYAML hides the text in configurations that are printed.
func (s Secret) MarshalYAML() (any, error) { return s.String(), nil }

// TypeName says how it is written.
func (Secret) TypeName() string { return "text" }

// targetKind is what is particular to a kind of target.
type targetKind struct {
	group   time.Duration
	perHour int
	open    func(n *NotifySettings, url, secret string, allow []netip.Prefix) (notify.Sender, error)
}

var targetKinds = map[string]targetKind{
	"webhook": {open: func(_ *NotifySettings, url, secret string, allow []netip.Prefix) (notify.Sender, error) {
		host, err := os.Hostname()
		if err != nil {
			host = "localhost"
		}
		return webhook.New(webhook.Config{URL: url, Secret: secret, Source: host, Allow: allow})
	}},
	"slack": {group: 30 * time.Second, perHour: 60, open: func(_ *NotifySettings, url, _ string, allow []netip.Prefix) (notify.Sender, error) {
		return slack.New(slack.Config{URL: url, Allow: allow})
	}},
	"pagerduty": {open: func(_ *NotifySettings, url, secret string, allow []netip.Prefix) (notify.Sender, error) {
		return pagerduty.New(pagerduty.Config{URL: url, RoutingKey: secret, Allow: allow})
	}},
	"email": {group: time.Minute, perHour: 60, open: func(n *NotifySettings, url, secret string, allow []netip.Prefix) (notify.Sender, error) {
		return email.New(email.Config{URL: url, Password: secret, From: n.From, To: n.To, Allow: allow})
	}},
}

// Targets returns the targets of the settings, with their secrets read from where they
// are kept.
func Targets(list []NotifySettings) ([]notify.Target, error) {
	return targetsOf(list, func(n *NotifySettings) (url, secret string, err error) {
		if url, err = secretOf("url", n.URL, n.URLEnv, n.URLFile); err != nil {
			return "", "", err
		}
		secret, err = secretOf("secret", n.Secret, n.SecretEnv, n.SecretFile)
		return url, secret, err
	})
}

// checkTargets returns what is wrong with targets, as far as it can be told without
// the secrets that are kept elsewhere.
func checkTargets(list []NotifySettings) error {
	_, err := targetsOf(list, func(n *NotifySettings) (string, string, error) {
		url, secret := string(n.URL), string(n.Secret)
		if url == "" && n.URLEnv+n.URLFile != "" {
			url = map[bool]string{true: "smtp://mail.example.org", false: "https://example.org"}[n.Kind == "email"]
		}
		if secret == "" && n.SecretEnv+n.SecretFile != "" {
			secret = "kept elsewhere"
		}
		return url, secret, nil
	})
	return err
}

func targetsOf(list []NotifySettings, read func(*NotifySettings) (url, secret string, err error)) ([]notify.Target, error) {
	var targets []notify.Target
	names := map[string]bool{}
	for i := range list {
		n := &list[i]
		t := notify.Target{Name: n.called(), PagesOnly: n.PagesOnly, Exposure: n.Exposure, Group: time.Duration(n.Group), PerHour: n.PerHour}
		fail := func(err error) error { return fmt.Errorf("notify: %s: %w", t.Name, err) }
		kind, known := targetKinds[n.Kind]
		switch {
		case !known:
			return nil, fail(fmt.Errorf("%q is no kind of target; write webhook, slack, pagerduty or email", n.Kind))
		case names[t.Name]:
			return nil, fail(errors.New("two targets have this name"))
		case n.PerHour < 0 || n.Group < 0:
			return nil, fail(errors.New("per-hour and group cannot be below zero"))
		case one(string(n.URL), n.URLEnv, n.URLFile) > 1 || one(string(n.Secret), n.SecretEnv, n.SecretFile) > 1:
			return nil, fail(errors.New("url and secret are each given once: as they are, by -env or by -file"))
		case n.Kind != "email" && (n.From != "" || len(n.To) > 0):
			return nil, fail(errors.New("from and to are of email"))
		}
		names[t.Name] = true
		var err error
		if n.MinSeverity != "" {
			if t.MinSeverity, err = finding.ParseSeverity(n.MinSeverity); err != nil {
				return nil, fail(err)
			}
		}
		for _, text := range n.Families {
			f, err := finding.ParseFamily(text)
			if err != nil {
				return nil, fail(err)
			}
			t.Families = append(t.Families, f)
		}
		var allow []netip.Prefix
		for _, text := range n.Allow {
			p, err := ParsePrefix(text)
			if err != nil {
				return nil, fail(fmt.Errorf("allow: %w", err))
			}
			allow = append(allow, p)
		}
		if t.Group == 0 {
			t.Group = kind.group
		}
		if t.PerHour == 0 {
			t.PerHour = kind.perHour
		}
		url, secret, err := read(n)
		if err != nil {
			return nil, fail(err)
		}
		if t.Sender, err = kind.open(n, url, secret, allow); err != nil {
			return nil, fail(err)
		}
		targets = append(targets, t)
	}
	return targets, nil
}

func one(texts ...string) int {
	return len(texts) - len(slices.DeleteFunc(slices.Clone(texts), func(t string) bool { return t != "" }))
}

// secretOf reads a secret from where it is kept.
func secretOf(what string, plain Secret, env, file string) (string, error) {
	switch {
	case env != "":
		text := os.Getenv(env)
		if text == "" {
			return "", fmt.Errorf("%s-env: the variable %s is not set", what, env)
		}
		return strings.TrimSpace(text), nil
	case file != "":
		text, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("%s-file: %w", what, err)
		}
		return strings.TrimSpace(string(text)), nil
	}
	return string(plain), nil
}

// ParsePrefix reads a network, or a single address.
func ParsePrefix(text string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(a, a.BitLen()), nil
	}
	p, err := netip.ParsePrefix(text)
	if err != nil {
		return p, fmt.Errorf("%q is neither an address nor a network", text)
	}
	return p.Masked(), nil
}
