package cidr

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"
)

func TestPrefixText(t *testing.T) {
	f := func(text string, wantExact bool, want ...string) {
		t.Helper()
		ranges, exact := PrefixText(text)
		var got []string
		for _, r := range ranges {
			got = append(got, r.String())
		}
		if !slices.Equal(got, want) || exact != wantExact {
			t.Errorf("PrefixText(%q) = %v, %v, want %v, %v", text, got, exact, want, wantExact)
		}
	}
	f("203.", true, "203.0.0.0-203.255.255.255")
	f("10.0.", true, "10.0.0.0-10.0.255.255")
	f("10.1", true, "10.1.0.0-10.1.255.255", "10.10.0.0-10.19.255.255", "10.100.0.0-10.199.255.255")
	f("10.0", true, "10.0.0.0-10.0.255.255")
	f("10.26", true, "10.26.0.0-10.26.255.255") // 26x is no octet
	f("10.0.0.15", true, "10.0.0.15-10.0.0.15", "10.0.0.150-10.0.0.159")
	f("10.0.0.255", true, "10.0.0.255-10.0.0.255")
	f("10.0.0.0.", true)
	f("300.", true)
	f("01.", true)
	f("10..", true)
	f("192.168.1.2", true, "192.168.1.2-192.168.1.2", "192.168.1.20-192.168.1.29", "192.168.1.200-192.168.1.255")

	f("2001:db8:", true, "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")
	f("2001:db8", true, "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db80::-2001:db8f:ffff:ffff:ffff:ffff:ffff:ffff")
	f("2001:d", true, "2001:d::-2001:d:ffff:ffff:ffff:ffff:ffff:ffff", "2001:d0::-2001:df:ffff:ffff:ffff:ffff:ffff:ffff", "2001:d00::-2001:dff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:d000::-2001:dfff:ffff:ffff:ffff:ffff:ffff:ffff")
	f("2001:DB8:", true)
	f("2001:0db8:", true)
	f("g", true)
	f("fe80:", true, "fe80::-fe80:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
	f("1:2:3:4:5:6:7:8:", true)
	f("1:2:3:4:5:6:7::", true) // a single zero group is not compressed
	f("1:2:3:4:5:6:7:8", true, "1:2:3:4:5:6:7:8-1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:80-1:2:3:4:5:6:7:8f", "1:2:3:4:5:6:7:800-1:2:3:4:5:6:7:8ff", "1:2:3:4:5:6:7:8000-1:2:3:4:5:6:7:8fff")
	f(":x", true)

	// The form of zeros is not an interval: more is given, and said so.
	f("2001:db8::", false, "2001:db8::-2001:db8::ffff:ffff:ffff:ffff")
	f("2001:0", false, "2001::-2001:0:ffff:ffff:ffff:ffff:ffff:ffff")
	f("::", false, "::-::ffff:ffff:ffff:ffff:ffff:ffff")

	// Digits alone are of both families.
	f("25", true,
		"25.0.0.0-25.255.255.255", "250.0.0.0-255.255.255.255",
		"25::-25:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "250::-25f:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2500::-25ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
	f("", true, "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
}

// checkPrefixText compares with the text itself, which is the slow simple way:
// at the edges of every range, beside them, and at the address given.
func checkPrefixText(t *testing.T, text string, near netip.Addr) {
	t.Helper()
	ranges, exact := PrefixText(text)
	for i := 1; i < len(ranges); i++ {
		if !fromBytes(ranges[i-1].Hi).inc().less(fromBytes(ranges[i].Lo)) {
			t.Errorf("PrefixText(%q): %v and %v touch", text, ranges[i-1], ranges[i])
		}
	}
	addrs := []u128{fromBytes(near.As16())}
	for _, r := range ranges {
		lo, hi := fromBytes(r.Lo), fromBytes(r.Hi)
		addrs = append(addrs, lo, lo.dec(), lo.inc(), hi, hi.dec(), hi.inc())
	}
	for _, u := range addrs {
		a := netip.AddrFrom16(u.bytes()).Unmap()
		want := strings.HasPrefix(a.String(), text)
		got := slices.ContainsFunc(ranges, func(r Range) bool { return r.Contains(u.bytes()) })
		if got != want && (exact || want) {
			t.Errorf("PrefixText(%q) holds %v = %v, want %v (exact %v)", text, a, got, want, exact)
		}
	}
}

func TestPrefixTextAgreesWithText(t *testing.T) {
	for a := range 256 { // every first octet and every partial second one
		for _, text := range []string{fmt.Sprint(a), fmt.Sprintf("%d.", a), fmt.Sprintf("10.%d", a), fmt.Sprintf("10.0.0.%d", a), fmt.Sprintf("%x", a), fmt.Sprintf("%x:%x", a, 255-a)} {
			checkPrefixText(t, text, netip.MustParseAddr("10.0.0.1"))
		}
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		a := randomAddr(r)
		text := a.String()
		checkPrefixText(t, text[:r.IntN(len(text)+1)], a)
	}
}

func FuzzPrefixText(f *testing.F) {
	for _, s := range []string{"10.1", "203.", "2", "2001:db8::", "::", "0", "2001:0:", "fe80::1", "ffff:ffff"} {
		f.Add(s, []byte("0123456789abcdef"))
	}
	f.Fuzz(func(t *testing.T, text string, b []byte) {
		var a [16]byte
		copy(a[:], b)
		checkPrefixText(t, text, netip.AddrFrom16(a).Unmap())
		if p := netip.AddrFrom16(a).Unmap().String(); len(text)%8 < len(p) {
			checkPrefixText(t, p[:len(text)%8], netip.AddrFrom16(a))
		}
	})
}
