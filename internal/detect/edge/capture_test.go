package edge

import (
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
)

// defaults are the rules as they are shipped.
func defaults() []*rule.Rule {
	return []*rule.Rule{
		{ID: "lateral", Severity: finding.High, Weir: rule.Weir{Family: finding.Lateral, Settings: rule.DefaultLateral}},
		{ID: "edge", Severity: finding.Low, Weir: rule.Weir{Family: finding.NewEdge, Settings: rule.DefaultNewEdge}},
		{ID: "destination", Severity: finding.Medium, Weir: rule.Weir{Family: finding.NewDestination, Settings: rule.DefaultNewDestination}},
		{ID: "source", Severity: finding.Medium, Weir: rule.Weir{Family: finding.NewSource, Settings: rule.DefaultNewSource}},
		{ID: "exfil", Severity: finding.High, Weir: rule.Weir{Family: finding.Exfil, Settings: rule.DefaultExfil}},
	}
}

// TestCaptures protects lateral movement in 38 minutes without a yesterday: the one
// edge of the plan is found and pages, and nothing else does, not on a desktop that
// the whole internet probes either.
func TestCaptures(t *testing.T) {
	f := func(capture string, want ...string) {
		t.Helper()
		found := detecttest.Run(t, defaults(), New, detecttest.Capture(t, capture), time.Minute)
		var paged []string
		for _, f := range found {
			t.Logf("%s: %s %d %v page=%v weak=%v %s | %s", capture, f.Family, f.Score, f.Severity, f.Page, f.Weak, f.Why, f.Evidence.Filter)
			if f.Page {
				paged = append(paged, string(f.Family)+" "+f.Entity.ID)
			}
		}
		if got := strings.Join(paged, ", "); got != strings.Join(want, ", ") {
			t.Errorf("%s: paged %q, want %q", capture, got, want)
		}
	}
	f("apt29-day1", "lateral 10.0.1.4 > 10.0.1.6")
	f("njrat-001")
	f("android-rat-003")
	f("dns-malware-v2")
	f("win-attacked-008")
	f("nmap-internal")
}
