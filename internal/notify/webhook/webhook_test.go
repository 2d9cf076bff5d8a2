package webhook

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/notify"
)

// TestSend: what arrives is a CloudEvent with the alert in it, signed so that the
// example of the Standard Webhooks specification gives the same signature.
func TestSend(t *testing.T) {
	var header http.Header
	var body []byte
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		header = r.Header
		body, _ = io.ReadAll(r.Body)
	}))
	defer server.Close()
	s, err := New(Config{URL: server.URL, Secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Source: "weir.example.org", Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}})
	if err != nil {
		t.Fatal(err)
	}
	s.now = func() time.Time { return time.Unix(1614265330, 0) }
	at := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	m := notify.Message{Key: "k1", Kind: notify.Fired, Events: []notify.Event{{
		Kind: notify.Fired, At: at, By: "weir", Alert: "abc", Severity: finding.High, Body: json.RawMessage(`{"id":"abc","srcaddr":null}`),
	}}}
	if err := s.Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	want := `{"specversion":"1.0","id":"k1","source":"urn:weir:weir.example.org","type":"weir.alert.fired","subject":"abc",` +
		`"time":"2026-03-10T12:00:00Z","datacontenttype":"application/json","weirby":"weir","data":{"id":"abc","srcaddr":null}}`
	if diff := cmp.Diff(want, string(body)); diff != "" {
		t.Errorf("body (-want +got):\n%s", diff)
	}
	if got := header.Get("Content-Type"); got != "application/cloudevents+json; charset=utf-8" {
		t.Errorf("content type %s", got)
	}
	if got := header.Get("webhook-signature"); got != "v1,"+Sign(s.key, "k1", "1614265330", body) {
		t.Errorf("signature %s", got)
	}
	got := Sign(s.key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", []byte(`{"test": 2432232314}`))
	if want := "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want {
		t.Errorf("signature of the example %s, want %s", got, want)
	}
}

// TestConfig: what cannot work is told before anything is sent.
func TestConfig(t *testing.T) {
	for _, cfg := range []Config{{}, {URL: "ftp://example.org"}, {URL: "example.org"}, {URL: "https://"}, {URL: "https://example.org", Secret: "whsec_%"}} {
		if _, err := New(cfg); err == nil {
			t.Errorf("%+v is taken", cfg)
		}
	}
}
