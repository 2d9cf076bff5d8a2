package rules

import (
	"net/netip"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/rule"
)

// Every shipped rule loads and carries what an analyst needs to own it.
func TestRules(t *testing.T) {
	loaded, err := rule.LoadFS(Files(), rule.Options{Shipped: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d rules", len(loaded))
	for _, r := range loaded {
		for _, lack := range lacks(r) {
			t.Errorf("%s:%d: rule %s lacks %s", r.File, r.Line, r.ID, lack)
		}
	}
}

// lacks lists what a rule should carry and does not.
func lacks(r *rule.Rule) (lack []string) {
	need := func(ok bool, what string) {
		if !ok {
			lack = append(lack, what)
		}
	}
	w := r.Weir
	need(r.Title != "", "a title")
	need(r.ID != "" && !strings.HasPrefix(r.ID, "shipped"), "an id")
	need(len(strings.Fields(r.Description)) >= 5, "a description that says why it matters")
	need(len(r.FalsePositives) > 0, "falsepositives")
	if r.Joined { // gives no findings of its own
		return lack
	}
	need(len(r.Attack) > 0, "a technique among its tags (attack.t1046)")
	need(w.Family != "", "weir.family")
	need(len(w.Needs.Fields) > 0, "weir.needs.fields")
	need(w.Noise != "", "weir.noise")
	need(len(w.Response) > 0, "weir.response")
	fires, silent := false, false
	for _, c := range w.Tests {
		fires = fires || c.Fires > 0
		silent = silent || c.Fires == 0
		for _, f := range c.Flows {
			for field, value := range f.Values {
				for end := range strings.SplitSeq(value, "..") {
					if a, err := netip.ParseAddr(end); err == nil && !documented(a) {
						lack = append(lack, "an address of documentation for "+field+" instead of "+end)
					}
				}
			}
		}
	}
	need(fires, "a test that fires")
	need(silent, "a test that stays silent")
	return lack
}

// documented reports whether an address belongs to nobody: private, for documentation
// or of a special purpose.
func documented(a netip.Addr) bool {
	for _, p := range []string{
		"192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "198.18.0.0/15", "100.64.0.0/10", "2001:db8::/32", "3fff::/20", "0.0.0.0/8", "240.0.0.0/4",
	} {
		if netip.MustParsePrefix(p).Contains(a) {
			return true
		}
	}
	return a.IsPrivate() || a.IsLoopback() || a.IsMulticast() || a.IsLinkLocalUnicast() || a.IsUnspecified()
}

// The check itself must be able to fail.
func TestLacks(t *testing.T) {
	if got := lacks(&rule.Rule{}); len(got) < 8 {
		t.Errorf("an empty rule lacks only %q", got)
	}
}
