package detect

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/weir-flow/weir/internal/finding"
)

// TestNames protects that what is packed comes back as it was, each end once and the
// first of them only, and that bytes which were cut are noticed.
func TestNames(t *testing.T) {
	for _, e := range []finding.Entity{
		{Kind: finding.KindAddress, Network: "vpc-1", ID: "10.0.0.5"},
		{Kind: finding.KindAddress, ID: "2001:db8::5"},
		{Kind: finding.KindAddress, ID: "2001:DB8::5"},
		{Kind: finding.KindAddress, ID: "::ffff:10.0.0.5"},
		{Kind: finding.KindAddress, ID: "fe80::1%eth0"},
		{Kind: finding.KindPair, Network: "vpc-1", ID: "10.0.0.5 > 10.0.0.6"},
		{Kind: "another", ID: ""},
		{},
	} {
		texts := []string{"", "eni-1"}
		condition := "srcaddr:" + Quote(e.ID) + " AND src_network:vpc-1 OR dstaddr:10.0.0.6"
		n := packNames(e, condition, texts)
		if odd := packNames(e, condition+"\x01", texts); odd.condition() != condition+"\x01" {
			t.Errorf("%+v: %q is packed as %q", e, condition+"\x01", odd.condition())
		}
		if n.entity() != e || n.condition() != condition || !reflect.DeepEqual(n.texts(), texts) {
			t.Errorf("%+v is packed as %+v, %q, %q", e, n.entity(), n.condition(), n.texts())
		}
		var want []finding.Entity
		for i := range 2 * maxTouches {
			end := finding.Entity{Kind: finding.KindAddress, Network: []string{e.Network, "other"}[i%2], ID: fmt.Sprintf("10.0.0.%d", i)}
			if len(want) < maxTouches {
				want = append(want, end)
			}
			n.touch(end)
			n.touch(end)
		}
		if got := n.others(); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: ends %v, want %v", e, got, want)
		}
		for cut := range len(n.packed) {

			if c := (names{packed: n.packed[:cut], touches: n.touches}); c.whole() {
				t.Errorf("%+v: whole when cut after %d bytes", e, cut)
			}
		}
		if !n.whole() {
			t.Errorf("%+v: not whole", e)
		}
	}
}
