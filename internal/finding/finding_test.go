package finding

import (
	"encoding/json"
	"testing"
	"time"
)

// TestID protects ids from depending on how the parts are cut, and from changing:
// alerts that are stored carry them.
func TestID(t *testing.T) {
	at := time.Unix(1700000000, 0)
	e := Entity{Kind: KindAddress, Network: "vpc-1", ID: "10.0.0.1"}
	const want = "tao2rbzdvoqbntennt27542giu"
	if got := ID("scan", e, at); got != want {
		t.Errorf("id %q, want %q", got, want)
	}
	seen := map[string]string{}
	for name, id := range map[string]string{
		"itself":       ID("scan", e, at),
		"rule":         ID("scan2", e, at),
		"window":       ID("scan", e, at.Add(time.Second)),
		"moved border": ID("scan", Entity{Kind: KindAddress, Network: "vpc-11", ID: "0.0.0.1"}, at),
		"kind":         ID("scan", Entity{Kind: KindPair, Network: "vpc-1", ID: "10.0.0.1"}, at),
	} {
		if other, ok := seen[id]; ok {
			t.Errorf("%s and %s have one id", name, other)
		}
		seen[id] = name
	}
	if ID("scan", e, at.In(time.FixedZone("x", 3600))) != ID("scan", e, at) {
		t.Error("the id depends on the time zone")
	}
}

// TestSeverity protects the names, which rules and scripts use.
func TestSeverity(t *testing.T) {
	for s := Info; s <= Critical; s++ {
		text, _ := json.Marshal(s)
		var back Severity
		if err := json.Unmarshal(text, &back); err != nil || back != s {
			t.Errorf("%s: %v, %v", text, back, err)
		}
	}
	if s, err := ParseSeverity("Informational"); err != nil || s != Info {
		t.Errorf("informational: %v, %v", s, err)
	}
	if _, err := ParseSeverity("urgent"); err == nil {
		t.Error("urgent is a severity")
	}
}
