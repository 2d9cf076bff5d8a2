package cidr

import (
	"errors"
	"math/rand/v2"
	"net/netip"
	"slices"
	"testing"
)

func mustAddr(t testing.TB, text string) [16]byte {
	t.Helper()
	a, err := ParseAddr(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func mustPrefix(t testing.TB, text string) Prefix {
	t.Helper()
	p, err := ParsePrefix(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParsePrefix(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		p, err := ParsePrefix(text)
		if err != nil {
			t.Errorf("ParsePrefix(%q): %v", text, err)
			return
		}
		if got := p.String(); got != want {
			t.Errorf("ParsePrefix(%q) = %s, want %s", text, got, want)
		}
	}
	f("10.0.0.0/8", "10.0.0.0/8")
	f("10.1.2.3/8", "10.0.0.0/8")
	f("10.1.2.3", "10.1.2.3/32")
	f("0.0.0.0/0", "0.0.0.0/0")
	f("203.", "203.0.0.0/8")
	f("10.0.", "10.0.0.0/16")
	f("192.168.7.", "192.168.7.0/24")
	f("2001:db8::1/32", "2001:db8::/32")
	f("2001:DB8::1", "2001:db8::1/128")
	f("::/0", "::/0")
	f("::ffff:10.1.2.3/104", "10.0.0.0/8")
	f("::ffff:10.1.2.3/80", "::/80")

	bad := func(text string) {
		t.Helper()
		if p, err := ParsePrefix(text); !errors.Is(err, ErrSyntax) {
			t.Errorf("ParsePrefix(%q) = %v, %v, want ErrSyntax", text, p, err)
		}
	}
	bad("")
	bad(".")
	bad("10")
	bad("10.0")
	bad("10.0.0.0.")
	bad("300.")
	bad("010.")
	bad("10..")
	bad("10.0.0.0/33")
	bad("10.0.0.0/08")
	bad("10.0.0.0/+8")
	bad("10.0.0.0/-1")
	bad("10.0.0.0/")
	bad("10.0.0.0/8/8")
	bad("2001:db8::/129")
	bad("fe80::1%eth0")
	bad("fe80::1%eth0/64")
	bad("2001:db8:.")
	bad("example.com")
}

// ::/0 must not swallow IPv4: a security group that opens both says so twice,
// and a filter for one must not find the other.
func TestFamiliesStayApart(t *testing.T) {
	f := func(prefix, addr string, want bool) {
		t.Helper()
		p, a := mustPrefix(t, prefix), mustAddr(t, addr)
		if got := p.Contains(a); got != want {
			t.Errorf("%s contains %s = %v, want %v", prefix, addr, got, want)
		}
		if got := SetOf(p).Contains(a); got != want {
			t.Errorf("set of %s contains %s = %v, want %v", prefix, addr, got, want)
		}
		if got := slices.ContainsFunc(p.Ranges(), func(r Range) bool { return r.Contains(a) }); got != want {
			t.Errorf("ranges of %s contain %s = %v, want %v", prefix, addr, got, want)
		}
	}
	f("::/0", "10.0.0.1", false)
	f("::/0", "2001:db8::1", true)
	f("::/0", "::", true)
	f("::/0", "::1:0:0:0", true)
	f("::/80", "::fffe:1.2.3.4", true)
	f("::/80", "1.2.3.4", false)
	f("0.0.0.0/0", "10.0.0.1", true)
	f("0.0.0.0/0", "2001:db8::1", false)
	f("0.0.0.0/0", "::a00:1", false)
	f("10.0.0.0/8", "10.255.255.255", true)
	f("10.0.0.0/8", "11.0.0.0", false)
}

// randomAddr returns an address of either family, often close to others.
func randomAddr(r *rand.Rand) netip.Addr {
	if r.IntN(2) == 0 {
		return netip.AddrFrom4([4]byte{byte(r.IntN(4) + 8), byte(r.IntN(3)), byte(r.IntN(256)), byte(r.IntN(256))})
	}
	var b [16]byte
	b[0], b[1] = 0x20, byte(r.IntN(2))
	for i := range b[2:] {
		if r.IntN(3) == 0 {
			b[2+i] = byte(r.IntN(256))
		}
	}
	return netip.AddrFrom16(b).Unmap()
}

func randomPrefix(r *rand.Rand) netip.Prefix {
	a := randomAddr(r)
	return netip.PrefixFrom(a, r.IntN(a.BitLen()+1)).Masked()
}

func TestPrefixAgreesWithNetip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		want := randomPrefix(r)
		got, ok := FromNetip(want)
		if !ok || got.String() != want.String() {
			t.Fatalf("FromNetip(%v) = %v, %v", want, got, ok)
		}
		if back := mustPrefix(t, want.String()); back != got {
			t.Fatalf("ParsePrefix(%v) = %v", want, back)
		}
		for range 5 {
			a := randomAddr(r)
			if got.Contains(a.As16()) != want.Contains(a) {
				t.Fatalf("%v contains %v = %v", want, a, !want.Contains(a))
			}
		}
	}
}

// The networks of a range must be the range: no address lost or added, and
// none that could be joined.
func TestRangePrefixes(t *testing.T) {
	f := func(lo, hi string, want ...string) {
		t.Helper()
		var got []string
		for _, p := range (Range{mustAddr(t, lo), mustAddr(t, hi)}).Prefixes() {
			got = append(got, p.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s-%s = %v, want %v", lo, hi, got, want)
		}
	}
	f("10.0.0.0", "10.255.255.255", "10.0.0.0/8")
	f("10.0.0.1", "10.0.0.1", "10.0.0.1/32")
	f("10.0.0.1", "10.0.0.6", "10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/31", "10.0.0.6/32")
	f("0.0.0.0", "255.255.255.255", "0.0.0.0/0")
	f("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::/32")
	f("8000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "8000::/1")
	f("10.0.0.2", "10.0.0.1")

	r := rand.New(rand.NewPCG(3, 4))
	for range 2_000 {
		lo, hi := randomAddr(r).As16(), randomAddr(r).As16()
		if fromBytes(hi).less(fromBytes(lo)) {
			lo, hi = hi, lo
		}
		want := Range{lo, hi}
		var parts []Range
		for _, p := range want.Prefixes() {
			parts = append(parts, p.Ranges()...)
		}
		for i := 1; i < len(parts); i++ {
			if fromBytes(parts[i-1].Hi).inc() != fromBytes(parts[i].Lo) {
				t.Fatalf("%v: gap or overlap between %v and %v", want, parts[i-1], parts[i])
			}
		}
		if got := MergeRanges(parts); len(got) != 1 || got[0] != want {
			t.Fatalf("%v: its networks are %v", want, got)
		}
	}
}

func FuzzParsePrefix(f *testing.F) {
	for _, s := range []string{"10.0.0.0/8", "203.", "2001:db8::/32", "::ffff:1.2.3.4/97", "10.0.0.1", "::/0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePrefix(text)
		if err != nil {
			return
		}
		if back, err := ParsePrefix(p.String()); err != nil || back != p {
			t.Errorf("ParsePrefix(%q) = %v, whose text gives %v, %v", text, p, back, err)
		}
		if !p.Contains(p.Addr()) {
			t.Errorf("%v does not contain its first address", p)
		}
		if std, err := netip.ParsePrefix(text); err == nil {
			if same, ok := FromNetip(std); !ok || same != p {
				t.Errorf("ParsePrefix(%q) = %v, net/netip says %v", text, p, same)
			}
		}
	})
}
