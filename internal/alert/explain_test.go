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

// TestExplainEdge protects that a new edge or source is not put down to what nobody is
// told of, and that the answers which a flood out seems to be are.
func TestExplainEdge(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	a, b, far := netip.MustParseAddr("10.0.0.5"), netip.MustParseAddr("10.0.0.6"), netip.MustParseAddr("203.0.113.7")
	of := func(family finding.Family, src, dst netip.Addr, weak bool) finding.Finding {
		return finding.Finding{ID: string(family), Family: family, SrcAddr: src, DstAddr: dst, Weak: weak, FirstSeen: at, LastSeen: at.Add(time.Minute)}
	}
	for _, c := range []struct {
		f, by finding.Finding
		weak  bool
	}{
		{of(finding.NewEdge, a, b, false), of(finding.Lateral, a, b, false), true},
		{of(finding.NewEdge, a, b, false), of(finding.Lateral, a, b, true), false},
		{of(finding.NewEdge, a, b, false), of(finding.Guess, a, b, false), true},
		{of(finding.NewSource, far, a, false), of(finding.FloodOut, a, far, false), true},
		{of(finding.NewSource, far, b, false), of(finding.FloodOut, a, far, false), false},
	} {
		if got := Explain([]finding.Finding{c.f}, []finding.Finding{c.by}); got[0].Weak != c.weak {
			t.Errorf("%s beside %s, weak %t: weak is %t, want %t", c.f.Family, c.by.Family, c.by.Weak, got[0].Weak, c.weak)
		}
	}
}

// TestExplainSurge protects that a burst of refusals is not put down to somebody who
// guesses slowly at the same host, while a surge that is the guessing itself is, though
// that is shown among the noise of the internet.
func TestExplainSurge(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	addr := netip.MustParseAddr
	to, from := addr("10.0.0.5"), addr("203.0.113.7")
	guess := finding.Finding{ID: "guess", Family: finding.Guess, SrcAddr: from, DstAddr: to, Exposure: true, Count: 120, FirstSeen: at.Add(-10 * time.Hour), LastSeen: at.Add(10 * time.Hour)}
	surge := finding.Finding{ID: "surge", Entity: finding.Entity{Kind: finding.KindInterface, ID: "eni-1"}, DstAddr: to, Count: 400, FirstSeen: at, LastSeen: at.Add(10 * time.Minute)}
	for _, c := range []struct {
		family   finding.Family
		src      netip.Addr
		exposure bool
		weak     bool
	}{
		{finding.RejectSurge, netip.Addr{}, true, false},
		{finding.RejectSurge, netip.Addr{}, false, false},
		{finding.Surge, netip.Addr{}, false, false},
		{finding.Surge, from, false, true},
		{finding.Surge, addr("203.0.113.8"), false, false},
	} {
		f := surge
		f.Family, f.SrcAddr, f.Exposure = c.family, c.src, c.exposure
		if got := Explain([]finding.Finding{f}, []finding.Finding{guess}); got[0].Weak != c.weak {
			t.Errorf("%s from %v, exposure %t: weak is %t, want %t", c.family, c.src, c.exposure, got[0].Weak, c.weak)
		}
	}
}
