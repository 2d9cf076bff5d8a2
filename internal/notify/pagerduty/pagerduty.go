// Package pagerduty opens, acknowledges and resolves incidents in PagerDuty by its
// Events API, version 2. The id of the alert is the key by which PagerDuty knows it
// again. See https://developer.pagerduty.com/docs/send-alert-event.
package pagerduty

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
)

// DefaultURL is that of the service in the US; the one in the EU is
// events.eu.pagerduty.com.
const DefaultURL = "https://events.pagerduty.com/v2/enqueue"

// Config says where to send.
type Config struct {
	URL        string // empty: [DefaultURL]
	RoutingKey string // integration key; it is a secret
	Allow      []netip.Prefix
}

// Sender sends to one service.
type Sender struct {
	cfg    Config
	client *http.Client
}

var _ notify.Sender = (*Sender)(nil)

// New returns a sender. It sends nothing yet.
func New(cfg Config) (*Sender, error) {
	cfg.URL = cmp.Or(cfg.URL, DefaultURL)
	if _, err := notify.CheckURL(cfg.URL); err != nil {
		return nil, fmt.Errorf("url: %w", err)
	}
	if cfg.RoutingKey == "" {
		return nil, errors.New("secret: the integration key of a PagerDuty service is missing")
	}
	return &Sender{cfg: cfg, client: notify.NewClient(cfg.Allow)}, nil
}

// Most implements [notify.Sender].
func (s *Sender) Most() int { return 1 }

// Takes implements [notify.Sender].
func (s *Sender) Takes(notify.Kind) bool { return true }

type event struct {
	RoutingKey string   `json:"routing_key"`
	Action     string   `json:"event_action"`
	DedupKey   string   `json:"dedup_key"`
	Client     string   `json:"client,omitempty"`
	Payload    *payload `json:"payload,omitempty"`
}

type payload struct {
	Summary   string          `json:"summary"`
	Source    string          `json:"source"`
	Severity  string          `json:"severity"`
	Timestamp time.Time       `json:"timestamp"`
	Group     string          `json:"group,omitempty"`
	Class     string          `json:"class,omitempty"`
	Details   json.RawMessage `json:"custom_details,omitempty"`
}

var severities = map[finding.Severity]string{
	finding.Critical: "critical", finding.High: "error", finding.Medium: "warning", finding.Low: "info", finding.Info: "info",
}

func render(key string, e notify.Event) event {
	out := event{RoutingKey: key, DedupKey: "weir-" + e.Alert}
	switch e.Kind {
	case notify.Acknowledged:
		out.Action = "acknowledge"
		return out
	case notify.Resolved:
		out.Action = "resolve"
		return out
	}
	out.Action, out.Client = "trigger", "weir"
	out.Payload = &payload{
		Summary: notify.Clean(e.Title+" ("+e.Entity+"): "+e.Why, 1000), Source: cmp.Or(notify.Clean(e.Entity, 200), "weir"), Severity: severities[e.Severity],
		Timestamp: e.LastSeen.UTC(), Group: string(e.Family), Class: notify.Clean(e.Rule, 200), Details: e.Body,
	}
	return out
}

// Send implements [notify.Sender].
func (s *Sender) Send(ctx context.Context, m notify.Message) error {
	for _, e := range m.Events {
		body, err := json.Marshal(render(s.cfg.RoutingKey, e))
		if err != nil {
			return fmt.Errorf("%w: %v", notify.ErrRefused, err)
		}
		r, err := http.NewRequest(http.MethodPost, s.cfg.URL, bytes.NewReader(body))
		if err != nil {
			return fmt.Errorf("%w: the URL cannot be used", notify.ErrRefused)
		}
		r.Header.Set("Content-Type", "application/json")
		if err := notify.Post(ctx, s.client, r, s.cfg.RoutingKey); err != nil {
			return err
		}
	}
	return nil
}
