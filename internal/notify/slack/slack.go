// Package slack posts alerts to a channel of Slack by an incoming webhook.
//
// Every text stands in a plain_text block, which Slack shows as it is: no mention, no
// link and no markup of an attacker's comes to life. See
// https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and
// https://docs.slack.dev/reference/block-kit/blocks.
package slack

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/netip"
	"strings"

	"github.com/weir-flow/weir/internal/notify"
)

// Config says where to post.
type Config struct {
	URL   string // of the incoming webhook; it is a secret
	Allow []netip.Prefix
}

// Sender posts to one channel.
type Sender struct {
	cfg    Config
	client *http.Client
}

var _ notify.Sender = (*Sender)(nil)

// New returns a sender. It sends nothing yet.
func New(cfg Config) (*Sender, error) {
	if _, err := notify.CheckURL(cfg.URL); err != nil {
		return nil, fmt.Errorf("url: %w", err)
	}
	return &Sender{cfg: cfg, client: notify.NewClient(cfg.Allow)}, nil
}

// Most implements [notify.Sender]: three blocks each, of the fifty that a message may
// have.
func (s *Sender) Most() int { return 10 }

// Takes implements [notify.Sender].
func (s *Sender) Takes(k notify.Kind) bool { return k != notify.Acknowledged }

type text struct {
	Type  string `json:"type"`
	Text  string `json:"text"`
	Emoji *bool  `json:"emoji,omitempty"`
}

type block struct {
	Type     string `json:"type"`
	Text     *text  `json:"text,omitempty"`
	Elements []text `json:"elements,omitempty"`
}

type message struct {
	Text   string  `json:"text"` // of the notification
	Blocks []block `json:"blocks"`
}

var off = false

func plain(t string, most int) text {
	return text{Type: "plain_text", Text: notify.Clean(t, most), Emoji: &off}
}

// escape keeps the text of the notification, which Slack does read as markup, from
// mentioning anybody.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func render(m notify.Message) message {
	out := message{Text: escape.Replace(m.Headline())}
	head := plain(m.Headline(), 150)
	out.Blocks = append(out.Blocks, block{Type: "header", Text: &head})
	for _, e := range m.Events {
		body := plain(e.Why, 2900)
		if len(m.Events) > 1 {
			body = plain(e.Severity.String()+": "+e.Title+" ("+e.Entity+"). "+e.Why, 2900)
		}
		out.Blocks = append(out.Blocks, block{Type: "section", Text: &body})
		about := []text{plain(string(e.Family)+", rule "+e.Rule, 200), plain(e.Seen(), 200), plain(e.Command(), 200)}
		if m.Kind == notify.Resolved {
			about = append(about, plain(strings.TrimSuffix("by "+e.By+", "+e.Verdict, ", "), 200))
		}
		out.Blocks = append(out.Blocks, block{Type: "context", Elements: about})
	}
	return out
}

// Send implements [notify.Sender].
func (s *Sender) Send(ctx context.Context, m notify.Message) error {
	body, err := json.Marshal(render(m))
	if err != nil {
		return fmt.Errorf("%w: %v", notify.ErrRefused, err)
	}
	r, err := http.NewRequest(http.MethodPost, s.cfg.URL, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("%w: the URL cannot be used", notify.ErrRefused)
	}
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	return notify.Post(ctx, s.client, r)
}
