package contact

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
)

// TestCaptures holds the detectors to captures of real traffic: who scans is found,
// nobody else, and the internet's scanners do not page.
func TestCaptures(t *testing.T) {
	f := func(name string, scanners int, page bool) {
		t.Helper()
		var got []string
		for _, f := range detecttest.Run(t, scanRules(), New, detecttest.Capture(t, name), time.Hour) {
			if testing.Verbose() && f.Family != finding.Probe {
				t.Logf("%s: %s page=%v %s", name, f.Rule, f.Page, f.Why)
			}
			if f.Family != finding.Probe && !slices.Contains(got, f.Entity.ID) {
				got = append(got, f.Entity.ID)
			}
			if f.Page != page || f.Exposure == page {
				t.Errorf("%s: %s: page %v, exposure %v: %s", name, f.Rule, f.Page, f.Exposure, f.Why)
			}
		}
		if len(got) != scanners {
			t.Errorf("%s: %d scanners, want %d:\n%s", name, len(got), scanners, strings.Join(got, "\n"))
		}
	}
	f("win-attacked-008", 19, false)
	f("nmap-internal", 1, true)
	f("apt29-day1", 0, true)
	f("njrat-001", 0, true)
	f("android-rat-003", 0, true)
	f("dns-malware-v2", 0, true)
}
