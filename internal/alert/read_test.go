package alert

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// TestReadAlert: what an alert's JSON says comes back as it was, so that it prints the
// same on another machine.
func TestReadAlert(t *testing.T) {
	full := New(found("scan", finding.Scan, host("10.0.0.5"), noon, 10))
	full.Verdict, full.SilencedUntil, full.Scope = Benign, noon.Add(time.Hour), []finding.Share{{Kind: "vpc", ID: "vpc-1", Share: 0.5}}
	missing := New(found("silent", finding.LogHealth, host("10.0.0.6"), noon, 1))
	missing.Evidence = finding.Evidence{Missing: &finding.Missing{}}
	for _, a := range []Alert{full, missing} {
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var back Alert
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(back)
		if err != nil || string(again) != string(text) {
			t.Errorf("%s\ncame back as\n%s, %v", text, again, err)
		}
		if back.SrcAddr != a.SrcAddr || back.Evidence.Command() != a.Evidence.Command() {
			t.Errorf("%+v", back)
		}
	}
	if err := json.Unmarshal([]byte(`{"srcaddr":"x"}`), new(Alert)); err == nil {
		t.Error("an address that is none is taken")
	}
}
