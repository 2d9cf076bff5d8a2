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
