package channel

import (
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
)

// defaults are the rules as they are shipped.
func defaults() []*rule.Rule {
	return []*rule.Rule{
		{ID: "beacon", Severity: finding.High, Weir: rule.Weir{Family: finding.Beacon, Settings: rule.DefaultBeacon}},
		{ID: "c2", Severity: finding.High, Weir: rule.Weir{Family: finding.C2, Settings: rule.DefaultC2}},
		{ID: "long", Severity: finding.Low, Weir: rule.Weir{Family: finding.LongConnection, Settings: rule.DefaultLongConnection}},
		{ID: "low", Severity: finding.Low, Weir: rule.Weir{Family: finding.LowSlow, Settings: rule.DefaultLowSlow}},
	}
}

// TestCaptures protects what the whole is for: on real malware every destination of
// its channel is among the top 3 of its host, and a desktop in normal use pages
// nobody.
func TestCaptures(t *testing.T) {
	f := func(capture string, want map[string][]string) {
		t.Helper()
		t.Run(capture, func(t *testing.T) {
			found := detecttest.Run(t, defaults(), New, detecttest.Capture(t, capture), time.Minute)
			slices.SortStableFunc(found, func(a, b finding.Finding) int { return b.Score - a.Score })
			top := map[string][]string{}
			for _, f := range found {
				t.Logf("%-6s %3d %-8v page=%-5v weak=%-5v %s", f.Family, f.Score, f.Severity, f.Page, f.Weak, f.Why)
				if f.Family == finding.C2 {
					top[f.SrcAddr.String()] = append(top[f.SrcAddr.String()], f.DstAddr.String())
				}
				if f.Page && want == nil {
					t.Errorf("pages: %s", f.Why)
				}
			}
			for src, dsts := range want {
				for _, dst := range dsts {
					if n := slices.Index(top[src], dst); n < 0 || n >= 3 {
						t.Errorf("%s is number %d of %s, want 1 to 3", dst, n+1, src)
					}
				}
			}
		})
	}
	f("apt29-day1", map[string][]string{"10.0.1.4": {"192.168.0.4", "192.168.0.5"}, "10.0.1.6": {"192.168.0.4"}})
	f("njrat-001", map[string][]string{"10.60.0.114": {"41.108.179.197"}})
	f("android-rat-003", map[string][]string{"10.61.0.61": {"147.32.83.234"}})
	f("dns-malware-v2", map[string][]string{"10.62.0.15": {"8.8.8.8", "23.253.126.58"}})
	f("win-attacked-008", nil)
	f("nmap-internal", nil)
}
