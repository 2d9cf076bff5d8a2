package filter

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/record"
)

// What a test on addresses covers, exactly for IPv4.
func TestAddresses(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		b, err := Compile(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range b.Addresses() {
			var ranges []string
			for _, r := range c.Ranges {
				ranges = append(ranges, RangeText(r))
			}
			if c.More {
				ranges = append(ranges, "...")
			}
			out = append(out, fmt.Sprintf("%s not=%v %.6f %.6f lowest %s: %s", c.Text, c.Negated, c.Share4, c.Share6, c.Lowest4, strings.Join(ranges, " ")))
		}
		if got := strings.Join(out, "; "); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", text, got, want)
		}
	}
	f("dstport:22", "")
	f("srcaddr:10.0.0.0/8", "srcaddr:10.0.0.0/8 not=false 0.003906 0.000000 lowest 10.0.0.0: 10.0.0.0/8")
	f("NOT addr:2000::/3", "addr:2000::/3 not=true 0.000000 0.125000 lowest invalid IP: 2000::/3")
	f("srcaddr:/10\\..*/", "srcaddr:/10\\..*/ not=false 0.003906 0.000000 lowest 10.0.0.0: 10.0.0.0/8")
	f("srcaddr:/.*/", "srcaddr:/.*/ not=false 1.000000 1.000000 lowest 0.0.0.0: 0.0.0.0/0")
	f("srcaddr:/10\\./", "srcaddr:/10\\./ not=false 0.000000 0.000000 lowest invalid IP: ")
	f("srcaddr:*.7", "srcaddr:*.7 not=false 0.003906 0.000000 lowest 0.0.0.7: 0.0.0.7 0.0.1.7 0.0.2.7 0.0.3.7 0.0.4.7 0.0.5.7 0.0.6.7 0.0.7.7 ...")
	f("srcaddr:/[2-3].*:.*/", "srcaddr:/[2-3].*:.*/ not=false 0.000000 0.133333 lowest invalid IP: ")
	f(`srcaddr:/(0|[2-9])([0-6]|[8-9])([0-1]|[3-9])\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}/`,
		`srcaddr:/(0|[2-9])([0-6]|[8-9])([0-1]|[3-9])\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}/ not=false 0.195312 0.000000 lowest 200.0.0.0: 200.0.0.0/7 203.0.0.0-211.255.255.255 213.0.0.0-221.255.255.255 223.0.0.0-231.255.255.255 233.0.0.0-241.255.255.255 243.0.0.0-251.255.255.255 253.0.0.0-255.255.255.255`)
}

// The shares are those that a sample of addresses shows.
func TestAddressShares(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for _, text := range []string{
		`srcaddr:/(1|2).*/`, `srcaddr:/.*\.(1|22)\b.*/`, `srcaddr:/[0-9]+\.[0-9]\..*/`, `srcaddr:*1?`, `srcaddr:/(?i).*[A-C]:.*/`, `srcaddr:/\d{1,2}\..*|.*:1/`, `srcaddr:[10.0.0.0 TO 99.0.0.7]`,
	} {
		b, err := Compile(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		const n = 40000
		batch := record.NewBatch(record.KindFlow, record.NewRegistry())
		batch.Use(record.SrcAddr)
		batch.Extend(2 * n)
		for i := range n {
			var six [16]byte
			for j := range six {
				six[j] = byte(r.Uint32())
			}
			batch.Col(record.SrcAddr).Addr[i] = record.AddrFrom(netip.AddrFrom4([4]byte(six[:4])))
			batch.Col(record.SrcAddr).Addr[n+i] = six
		}
		four, six := 0, 0
		for row := range b.Matcher().Match(batch).Rows() {
			if row < n {
				four++
			} else {
				six++
			}
		}
		c := b.Addresses()[0]
		if math.Abs(c.Share4-float64(four)/n) > 0.01 || math.Abs(c.Share6-float64(six)/n) > 0.01 {
			t.Errorf("%s: shares %.4f and %.4f, a sample has %.4f and %.4f", text, c.Share4, c.Share6, float64(four)/n, float64(six)/n)
		}
	}
}
