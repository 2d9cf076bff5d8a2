package backtest

import (
	"net/netip"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// TestParseTruth protects the scoring from files of truth that are not understood:
// every capture that is at hand gives all its incidents.
func TestParseTruth(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared(t), "labelled", "*", "incidents.json"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list, err := ParseTruth(data)
		if err != nil || len(list) == 0 {
			t.Errorf("%s: %d incidents, %v", file, len(list), err)
		}
		for _, n := range list {
			if !n.Src.IsValid() || n.Start.IsZero() || n.End.Before(n.Start) {
				t.Errorf("%s: %+v", file, n)
			}
		}
	}
}

func shared(t *testing.T) string {
	dir := os.Getenv("WEIR_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "labelled")); err != nil {
		t.Skip("the labelled captures are not here: set WEIR_SHARED")
	}
	return dir
}

// TestJudge protects precision and recall: an incident counts once, a finding of
// another time, source, destination or family is wrong.
func TestJudge(t *testing.T) {
	at := time.Unix(1_700_000_000, 0).UTC()
	src, dst, other := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("203.0.113.9"), netip.MustParseAddr("203.0.113.10")
	truth := []Incident{
		{ID: "a", Family: finding.C2, Src: src, Dst: []netip.Addr{dst}, Start: at, End: at.Add(time.Hour)},
		{ID: "b", Family: finding.Scan, Src: other, Start: at, End: at.Add(time.Hour)},
		{
			ID: "d", Family: finding.FloodIn, Dst: []netip.Addr{dst}, Start: at, End: at.Add(time.Hour),
			Also: []finding.Family{finding.Surge}, Touches: []finding.Entity{{Kind: finding.KindInterface, ID: "eni-1"}},
		},
	}
	f := func(family finding.Family, s, d netip.Addr, after time.Duration) finding.Finding {
		return finding.Finding{Family: family, SrcAddr: s, DstAddr: d, FirstSeen: at.Add(after), LastSeen: at.Add(after), Found: at.Add(after)}
	}
	scores := Judge([]finding.Finding{
		f(finding.C2, src, dst, 10*time.Minute),
		f(finding.C2, src, dst, 30*time.Minute),  // the same again
		f(finding.C2, src, other, 0),             // another destination
		f(finding.C2, src, dst, 2*time.Hour),     // too late
		f(finding.Beacon, src, dst, time.Minute), // another family
		{Family: finding.Surge, Entity: finding.Entity{Kind: finding.KindInterface, ID: "eni-1"}, FirstSeen: at, LastSeen: at},            // a side of the flood
		{Family: finding.Surge, Entity: finding.Entity{Kind: finding.KindInterface, ID: "eni-2"}, FirstSeen: at, LastSeen: at},            // no side of it
		{Family: finding.Incident, Touches: []finding.Entity{{Kind: finding.KindAddress, ID: src.String()}}, FirstSeen: at, LastSeen: at}, // made of what was planted
		{Family: finding.Incident, Touches: []finding.Entity{{Kind: finding.KindAddress, ID: "10.9.9.9"}}, FirstSeen: at, LastSeen: at},   // of nothing
	}, truth)
	want := map[finding.Family][3]int{finding.C2: {1, 2, 0}, finding.Beacon: {0, 1, 0}, finding.Scan: {0, 0, 1}, finding.FloodIn: {0, 0, 1}, finding.Surge: {0, 1, 0}, finding.Incident: {0, 1, 0}}
	for _, s := range scores {
		if got := [3]int{s.TP, s.FP, s.FN}; got != want[s.Family] {
			t.Errorf("%s: tp, fp, fn = %v, want %v", s.Family, got, want[s.Family])
		}
		if s.Family == finding.C2 && (*s.Delay != 600 || *s.Recall != 1) {
			t.Errorf("delay %v, recall %v", *s.Delay, *s.Recall)
		}
	}
	if len(scores) != 6 {
		t.Errorf("%d families", len(scores))
	}
}
