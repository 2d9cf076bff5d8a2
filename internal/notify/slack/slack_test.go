package slack

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
)

func event(title string) notify.Event {
	at := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	return notify.Event{
		Kind: notify.Fired, At: at, By: "weir", Alert: "abc", Rule: "r", Family: finding.Scan, Title: title, Why: "12 ports; usual are 0 to 3", Entity: "vpc-1/10.0.0.5",
		Severity: finding.High, FirstSeen: at, LastSeen: at.Add(time.Minute), Count: 12,
	}
}

// TestPlain: nothing of what attackers write can mention, link or format anything, and
// the bounds of Slack hold whatever the length.
func TestPlain(t *testing.T) {
	evil := "<!channel> <https://evil|ok> *b* `c` & \u202e" + strings.Repeat("x", 5000)
	e := event(evil)
	e.Why, e.Entity, e.Rule = evil, evil, evil
	for _, n := range []int{1, 10} {
		m := notify.Message{Kind: notify.Fired}
		for range n {
			m.Events = append(m.Events, e)
		}
		out := render(m)
		if strings.ContainsAny(out.Text, "<>\u202e") || len(out.Blocks) > 50 {
			t.Errorf("%d blocks, text %q", len(out.Blocks), out.Text)
		}
		check := func(x text, most int) {
			if x.Type != "plain_text" || x.Emoji == nil || *x.Emoji || len([]rune(x.Text)) > most || strings.Contains(x.Text, "\u202e") {
				t.Errorf("%s of %d runes: %.60q", x.Type, len([]rune(x.Text)), x.Text)
			}
		}
		for _, b := range out.Blocks {
			if b.Text != nil {
				check(*b.Text, map[string]int{"header": 150, "section": 3000}[b.Type])
			}
			for _, x := range b.Elements {
				check(x, 2000)
			}
		}
	}
}

// TestSend: a message arrives as the webhook takes it, and what goes wrong does not
// tell the URL, which is a secret.
func TestSend(t *testing.T) {
	code := http.StatusOK
	var got message
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if err := json.Unmarshal(body, &got); err != nil {
			t.Errorf("%s: %v", body, err)
		}
		w.WriteHeader(code)
		fmt.Fprint(w, "no_service at ", r.URL.Path)
	}))
	defer server.Close()
	s, err := New(Config{URL: server.URL + "/services/T0/B0/s3cr3t", Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	if err != nil {
		t.Fatal(err)
	}
	m := notify.Message{Kind: notify.Fired, Events: []notify.Event{event("Scan of a network")}}
	if err := s.Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	if got.Text != "high: Scan of a network (vpc-1/10.0.0.5)" || got.Blocks[1].Text.Text != "12 ports; usual are 0 to 3" ||
		got.Blocks[2].Elements[1].Text != "2026-03-10 12:00:00 to 2026-03-10 12:01:00 UTC, 12 flows" || got.Blocks[2].Elements[2].Text != "weir alerts show abc" {
		t.Errorf("%+v", got)
	}
	code = http.StatusNotFound
	if err := s.Send(t.Context(), m); err == nil || strings.Contains(err.Error(), "s3cr3t") || !strings.Contains(err.Error(), "no_service") {
		t.Errorf("%v", err)
	}
	server.Close()
	if err := s.Send(t.Context(), m); err == nil || strings.Contains(err.Error(), "s3cr3t") {
		t.Errorf("%v", err)
	}
}
