// Package webhook sends alerts to any HTTP server, each as a CloudEvent 1.0 in
// structured JSON, signed as the Standard Webhooks specification has it.
//
// The header webhook-id is the same at each try, webhook-timestamp is the time of the
// try in Unix seconds, and webhook-signature is "v1," and the HMAC-SHA256 in base64
// over "id.timestamp.body". See https://www.standardwebhooks.com and
// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md.
package webhook

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/notify"
)

// Config says where to send.
type Config struct {
	URL    string
	Secret string // of the signature: text, or whsec_ and base64; empty: unsigned
	Source string // of the events: who sends, "weir.example.org"
	Allow  []netip.Prefix
}

// Sender sends to one URL.
type Sender struct {
	cfg    Config
	key    []byte
	client *http.Client
	now    func() time.Time
}

var _ notify.Sender = (*Sender)(nil)

// New returns a sender. It sends nothing yet.
func New(cfg Config) (*Sender, error) {
	if _, err := notify.CheckURL(cfg.URL); err != nil {
		return nil, fmt.Errorf("url: %w", err)
	}
	s := &Sender{cfg: cfg, key: []byte(cfg.Secret), client: notify.NewClient(cfg.Allow), now: time.Now}
	if text, ok := strings.CutPrefix(cfg.Secret, "whsec_"); ok {
		var err error
		if s.key, err = base64.StdEncoding.DecodeString(text); err != nil {
			return nil, errors.New("secret: what follows whsec_ is no base64")
		}
	}
	return s, nil
}

// Most implements [notify.Sender]: an event is a request.
func (s *Sender) Most() int { return 1 }

// Takes implements [notify.Sender].
func (s *Sender) Takes(notify.Kind) bool { return true }

// cloudEvent is an event in the format of its specification.
type cloudEvent struct {
	SpecVersion     string          `json:"specversion"`
	ID              string          `json:"id"`
	Source          string          `json:"source"`
	Type            string          `json:"type"`
	Subject         string          `json:"subject"`
	Time            time.Time       `json:"time"`
	DataContentType string          `json:"datacontenttype"`
	By              string          `json:"weirby"` // who did it
	Data            json.RawMessage `json:"data"`   // the alert
}

// Send implements [notify.Sender].
func (s *Sender) Send(ctx context.Context, m notify.Message) error {
	for _, e := range m.Events {
		body, err := json.Marshal(cloudEvent{
			SpecVersion: "1.0", ID: m.Key, Source: "urn:weir:" + s.cfg.Source, Type: "weir.alert." + string(m.Kind), Subject: e.Alert,
			Time: e.At.UTC(), DataContentType: "application/json", By: e.By, Data: e.Body,
		})
		if err != nil {
			return fmt.Errorf("%w: %v", notify.ErrRefused, err)
		}
		r, err := http.NewRequest(http.MethodPost, s.cfg.URL, bytes.NewReader(body))
		if err != nil {
			return fmt.Errorf("%w: the URL cannot be used", notify.ErrRefused)
		}
		at := strconv.FormatInt(s.now().Unix(), 10)
		r.Header.Set("Content-Type", "application/cloudevents+json; charset=utf-8")
		r.Header.Set("User-Agent", "weir")
		r.Header.Set("Idempotency-Key", m.Key)
		r.Header.Set("Webhook-Id", m.Key)
		r.Header.Set("Webhook-Timestamp", at)
		if len(s.key) > 0 {
			r.Header.Set("Webhook-Signature", "v1,"+Sign(s.key, m.Key, at, body))
		}
		if err := notify.Post(ctx, s.client, r, s.cfg.Secret); err != nil {
			return err
		}
	}
	return nil
}

// Sign returns the signature of a body in base64.
func Sign(key []byte, id, timestamp string, body []byte) string {
	h := hmac.New(sha256.New, key)
	fmt.Fprintf(h, "%s.%s.", id, timestamp)
	h.Write(body)
	return base64.StdEncoding.EncodeToString(h.Sum(nil))
}
