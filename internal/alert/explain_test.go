package alert

import (
	"net/netip"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// TestExplain protects that a scan explains the small signs that it leaves at each of its
// targets, and not a channel of its host with somewhere else.
func TestExplain(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	host, far := netip.MustParseAddr("10.0.0.5"), netip.MustParseAddr("203.0.113.7")
	scan := finding.Finding{ID: "scan", Family: finding.Scan, SrcAddr: host, FirstSeen: at, LastSeen: at.Add(time.Hour)}
	for _, c := range []struct {
		severity finding.Severity
		weak     bool
	}{{finding.Low, true}, {finding.Medium, false}, {finding.High, false}} {
		c2 := finding.Finding{ID: "c2", Family: finding.C2, SrcAddr: host, DstAddr: far, Severity: c.severity, FirstSeen: at, LastSeen: at.Add(time.Hour)}
		if got := Explain([]finding.Finding{c2}, []finding.Finding{scan}); got[0].Weak != c.weak {
			t.Errorf("%v: weak is %t, want %t", c.severity, got[0].Weak, c.weak)
		}
	}
}
