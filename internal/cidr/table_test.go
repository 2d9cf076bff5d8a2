package cidr

import (
	"math/rand/v2"
	"net/netip"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTableLongestMatch(t *testing.T) {
	var b Builder[string]
	for _, text := range []string{"10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.2.3", "0.0.0.0/0", "2001:db8::/32", "2001:db8:1::/48"} {
		b.Add(mustPrefix(t, text), text)
	}
	b.Add(mustPrefix(t, "10.1.0.0/16"), "10.1.0.0/16 again")
	table := b.Table()

	f := func(addr, want string) {
		t.Helper()
		if got, ok := table.Lookup(mustAddr(t, addr)); got != want || ok != (want != "") {
			t.Errorf("Lookup(%s) = %q, %v, want %q", addr, got, ok, want)
		}
	}
	f("10.1.2.3", "10.1.2.3")
	f("10.1.2.4", "10.1.2.0/24")
	f("10.1.3.0", "10.1.0.0/16 again")
	f("10.2.0.0", "10.0.0.0/8")
	f("9.255.255.255", "0.0.0.0/0")
	f("255.255.255.255", "0.0.0.0/0")
	f("2001:db8::", "2001:db8::/32")
	f("2001:db8:1::", "2001:db8:1::/48")
	f("2001:db8:2::", "2001:db8::/32")
	f("2001:db9::", "")
	f("::", "")
}

func TestTableZero(t *testing.T) {
	var none *Table[int]
	empty := new(Builder[int]).Table()
	for _, table := range []*Table[int]{none, empty, {}} {
		if v, ok := table.Lookup([16]byte{}); ok || table.Len() != 0 {
			t.Errorf("empty table found %v", v)
		}
		for r := range table.Ranges() {
			t.Errorf("empty table has %v", r)
		}
	}
	var noSet *Set
	if noSet.Contains([16]byte{}) || new(Set).Contains([16]byte{}) || SetOf().Contains([16]byte{}) || noSet.Prefixes() != nil {
		t.Error("an empty set holds something")
	}
}

// slowLongest is the reference: every network is asked.
func slowLongest(prefixes []Prefix, a [16]byte) int {
	best := -1
	for i, p := range prefixes {
		if p.Contains(a) && (best < 0 || p.Bits() >= prefixes[best].Bits()) {
			best = i
		}
	}
	return best
}

// checkTable asks at the edges of every network, beside them, and at more
// addresses.
func checkTable(t *testing.T, prefixes []Prefix, more ...[16]byte) {
	t.Helper()
	var b Builder[int]
	asked := more
	for i, p := range prefixes {
		b.Add(p, i)
		for _, r := range p.Ranges() {
			asked = append(asked, r.Lo, r.Hi, fromBytes(r.Lo).dec().bytes(), fromBytes(r.Hi).inc().bytes())
		}
	}
	table := b.Table()
	for _, a := range asked {
		if got, want := table.Find(a), slowLongest(prefixes, a); got != want {
			t.Fatalf("Find(%v) = %d, want %d", netip.AddrFrom16(a).Unmap(), got, want)
		}
	}
}

func TestTableAgreesWithScan(t *testing.T) {
	f := func(name string, n int, next func(*rand.Rand) netip.Prefix) {
		t.Helper()
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, uint64(n)))
			prefixes := make([]Prefix, n)
			for i := range prefixes {
				prefixes[i], _ = FromNetip(next(r))
			}
			var more [][16]byte
			for range 500 {
				more = append(more, randomAddr(r).As16())
			}
			checkTable(t, prefixes, more...)
		})
	}
	f("few", 5, randomPrefix)
	f("mixed", 800, randomPrefix)
	f("hosts of one network", 1200, func(r *rand.Rand) netip.Prefix {
		return netip.PrefixFrom(netip.AddrFrom4([4]byte{10, 0, byte(r.IntN(8)), byte(r.IntN(256))}), 32)
	})
	f("hosts of one IPv6 subnet", 1201, func(r *rand.Rand) netip.Prefix {
		b := mustAddr(t, "2001:db8::")
		b[14], b[15] = byte(r.IntN(8)), byte(r.IntN(256))
		return netip.PrefixFrom(netip.AddrFrom16(b), 128)
	})
	f("nested", 1202, func(r *rand.Rand) netip.Prefix {
		a := netip.AddrFrom4([4]byte{10, byte(r.IntN(2)), byte(r.IntN(4)), byte(r.IntN(256))})
		return netip.PrefixFrom(a, 8+r.IntN(25)).Masked()
	})
	f("around the mapped block", 300, func(r *rand.Rand) netip.Prefix {
		b := [16]byte{9: byte(r.IntN(2)), 10: byte(r.Uint32()), 11: byte(r.Uint32())}
		return netip.PrefixFrom(netip.AddrFrom16(b), r.IntN(128)).Masked()
	})
}

// entry and slowNarrowest are the reference for ranges.
type entry struct{ lo, hi uint64 }

func slowNarrowest(entries []entry, a uint64) int {
	best := -1
	for i, e := range entries {
		if e.lo <= a && a <= e.hi && (best < 0 || e.hi-e.lo <= entries[best].hi-entries[best].lo) {
			best = i
		}
	}
	return best
}

// Ranges of files may cross each other; the narrower must win everywhere.
func TestTableRanges(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for round := range 200 {
		var b Builder[int]
		var entries []entry
		for i := range 1 + r.IntN(40) {
			lo := 0xffff_0a00_0000 + uint64(r.IntN(200))
			hi := lo + uint64(r.IntN(60))
			b.AddRange(Range{u128{0, lo}.bytes(), u128{0, hi}.bytes()}, i)
			entries = append(entries, entry{lo, hi})
		}
		table := b.Table()
		for lo := uint64(0xffff_09ff_fff0); lo < 0xffff_0a00_0120; lo++ {
			u := u128{0, lo}
			if got, want := table.Find(u.bytes()), slowNarrowest(entries, lo); got != want {
				t.Fatalf("round %d: Find(%v) = %d, want %d of %v", round, netip.AddrFrom16(u.bytes()).Unmap(), got, want, entries)
			}
		}
	}
}

func TestTableWholeSpace(t *testing.T) {
	var b Builder[string]
	b.AddRange(Range{Hi: maxU128.bytes()}, "all")
	b.Add(mustPrefix(t, "::/0"), "six")
	b.Add(mustPrefix(t, "255.255.255.255"), "last four")
	b.Add(mustPrefix(t, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), "last six")
	table := b.Table()
	var got []string
	for r, i := range table.Ranges() {
		got = append(got, r.String()+" "+table.At(i))
	}
	want := []string{
		"0.0.0.0-255.255.255.254 all",
		"255.255.255.255-255.255.255.255 last four",
		"::-::fffe:ffff:ffff six",
		"::1:0:0:0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe six",
		"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff last six",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ranges (-want +got):\n%s", diff)
	}
}

func TestSet(t *testing.T) {
	s := SetOf(mustPrefix(t, "10.0.0.0/9"), mustPrefix(t, "10.128.0.0/9"), mustPrefix(t, "10.3.0.0/16"), mustPrefix(t, "192.168.0.0/24"))
	var got []string
	for _, p := range s.Prefixes() {
		got = append(got, p.String())
	}
	if want := []string{"10.0.0.0/8", "192.168.0.0/24"}; !slices.Equal(got, want) {
		t.Errorf("set = %v, want %v", got, want)
	}
	for addr, want := range map[string]bool{"10.0.0.0": true, "10.255.255.255": true, "11.0.0.0": false, "192.168.0.9": true, "192.168.1.0": false, "2001:db8::1": false} {
		if s.Contains(mustAddr(t, addr)) != want {
			t.Errorf("set contains %s = %v", addr, !want)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add([]byte{10, 1, 2, 3, 96 + 8, 10, 1, 2, 3, 96 + 24, 10, 1, 0, 0, 96 + 16}, []byte{10, 1, 2, 9})
	f.Add([]byte{0x20, 1, 2, 3, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 80}, []byte{0x20, 1, 2, 9})
	f.Fuzz(func(t *testing.T, data, addr []byte) {
		var prefixes []Prefix
		for ; len(data) >= 5 && len(prefixes) < 300; data = data[5:] {
			var a [16]byte
			bits := int(data[4]) % 129
			if bits < 96 {
				copy(a[:], data[:4])
			} else {
				copy(a[:], "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff")
				copy(a[12:], data[:4])
			}
			prefixes = append(prefixes, MakePrefix(a, bits))
		}
		var a [16]byte
		copy(a[:], addr)
		checkTable(t, prefixes, a)
	})
}
