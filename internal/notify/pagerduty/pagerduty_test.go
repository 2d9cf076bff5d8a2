package pagerduty

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
)

// TestSend: an alert is triggered, acknowledged and resolved under one key.
func TestSend(t *testing.T) {
	var got []string
	code := http.StatusAccepted
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = append(got, string(body))
		w.WriteHeader(code)
		fmt.Fprintf(w, `{"status":"invalid event","errors":["routing_key R0UT1NG is unknown"]}`)
	}))
	defer server.Close()
	s, err := New(Config{URL: server.URL, RoutingKey: "R0UT1NG", Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	e := notify.Event{
		At: at, By: "weir", Alert: "abc", Rule: "r", Family: finding.Scan, Title: "Scan\n", Why: "12 ports", Entity: "vpc-1/10.0.0.5",
		Severity: finding.High, FirstSeen: at, LastSeen: at, Body: json.RawMessage(`{"id":"abc"}`),
	}
	for _, kind := range []notify.Kind{notify.Fired, notify.Acknowledged, notify.Resolved} {
		e.Kind = kind
		if err := s.Send(t.Context(), notify.Message{Key: "k", Kind: kind, Events: []notify.Event{e}}); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		`{"routing_key":"R0UT1NG","event_action":"trigger","dedup_key":"weir-abc","client":"weir","payload":{"summary":"Scan  (vpc-1/10.0.0.5): 12 ports","source":"vpc-1/10.0.0.5",` +
			`"severity":"error","timestamp":"2026-03-10T12:00:00Z","group":"scan","class":"r","custom_details":{"id":"abc"}}}`,
		`{"routing_key":"R0UT1NG","event_action":"acknowledge","dedup_key":"weir-abc"}`,
		`{"routing_key":"R0UT1NG","event_action":"resolve","dedup_key":"weir-abc"}`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("bodies (-want +got):\n%s", diff)
	}
	code = http.StatusBadRequest
	err = s.Send(t.Context(), notify.Message{Key: "k", Kind: notify.Fired, Events: []notify.Event{e}})
	if !errors.Is(err, notify.ErrRefused) || strings.Contains(err.Error(), "R0UT1NG") {
		t.Errorf("%v", err)
	}
}

// TestSummary: the summary stays within what PagerDuty takes.
func TestSummary(t *testing.T) {
	out := render("k", notify.Event{Kind: notify.Fired, Title: strings.Repeat("ä", 3000), Severity: finding.Info})
	if n := len([]rune(out.Payload.Summary)); n > 1024 || out.Payload.Severity != "info" || out.Payload.Source == "" {
		t.Errorf("%d runes, %+v", n, out.Payload)
	}
}
