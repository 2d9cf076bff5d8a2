package rule

import (
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// TestBlind protects users from rules that look switched on and can see nothing.
func TestBlind(t *testing.T) {
	have := Have{Fields: map[record.FieldID]bool{record.TCPFlags: false, record.SrcAddr: true, record.SrcApp: false, record.DstApp: true}, Accept: true, Aggregation: 10 * time.Minute}
	f := func(n Needs, want ...string) {
		t.Helper()
		if got := Blind(&Rule{Weir: Weir{Needs: n}}, have); !slices.Equal(got, append([]string{}, want...)) {
			t.Errorf("%+v: blind for %q, want %q", n, got, want)
		}
	}
	f(Needs{Fields: []string{"srcaddr", "tcp-flags"}}, "the records lack tcp_flags")
	f(Needs{Fields: []string{"app"}})
	f(Needs{Actions: "accept"})
	f(Needs{Actions: "both"}, "REJECT is not logged")
	f(Needs{Aggregation: time.Minute}, "the records cover 10m0s, it needs 1m0s or less")
}

// What the filter can not do without counts, too.
func TestBlindFilter(t *testing.T) {
	have := Have{Fields: map[record.FieldID]bool{record.TCPFlags: false, record.SrcAddr: true, record.VPCID: false}, Accept: true}
	f := func(text string, want ...string) {
		t.Helper()
		r := &Rule{Filter: filterOf(t, text)}
		joined := &Rule{Correlation: &Correlation{Rules: []*Rule{r, r}}}
		for _, r := range []*Rule{r, joined} {
			if got := Blind(r, have); !slices.Equal(got, append([]string{}, want...)) {
				t.Errorf("%s: blind for %q, want %q", text, got, want)
			}
		}
	}
	f("tcp_flags:2 AND srcaddr:10.0.0.0/8", "the records lack tcp_flags")
	f("tcp_flags:2 OR srcaddr:10.0.0.0/8")
	f("tcp_flags:2 OR (vpc_id:a tcp_flags:3)", "the records lack tcp_flags")
	f("NOT tcp_flags:2")
	f("action:REJECT", "REJECT is not logged")
	f("action:REJECT OR bytes:>5")
	f("NOT action:ACCEPT")
	f("action:* NOT action:ACCEPT", "REJECT is not logged")
	f("action:ACCEPT srcaddr:@dstaddr")
}
