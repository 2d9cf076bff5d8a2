package cidr

import (
	"math/rand/v2"
	"net/netip"
	"sort"
	"testing"
)

// realistic4 and realistic6 draw networks with the lengths and the crowding of
// a routing table: most IPv4 are /24 to /16 anywhere, most IPv6 are /32 and /48
// under a few registries.
func realistic4(r *rand.Rand) netip.Prefix {
	bits := []int{24, 24, 24, 24, 23, 22, 22, 21, 20, 19, 18, 16, 14, 12}[r.IntN(14)]
	var a [4]byte
	a[0] = byte(1 + r.IntN(222))
	a[1], a[2], a[3] = byte(r.Uint32()), byte(r.Uint32()), byte(r.Uint32())
	return netip.PrefixFrom(netip.AddrFrom4(a), bits).Masked()
}

func realistic6(r *rand.Rand) netip.Prefix {
	var a [16]byte
	copy(a[:], [][]byte{{0x20, 0x01}, {0x24, 0x00}, {0x24, 0x08}, {0x26, 0x00}, {0x26, 0x06}, {0x2a, 0x02}, {0x2a, 0x0b}, {0x28, 0x03}}[r.IntN(8)])
	a[2], a[3], a[4], a[5] = byte(r.IntN(32)), byte(r.Uint32()), byte(r.IntN(4)), byte(r.Uint32())
	return netip.PrefixFrom(netip.AddrFrom16(a), []int{32, 32, 36, 40, 44, 48, 48, 48}[r.IntN(8)]).Masked()
}

func benchTable(n int, draw func(*rand.Rand) netip.Prefix) (*Table[int], []netip.Prefix) {
	r := rand.New(rand.NewPCG(9, 9))
	var b Builder[int]
	prefixes := make([]netip.Prefix, n)
	for i := range prefixes {
		prefixes[i] = draw(r)
		p, _ := FromNetip(prefixes[i])
		b.Add(p, i)
	}
	return b.Table(), prefixes
}

// asked are addresses of which three in four lie in some network, as talkers
// do, in an order that no branch predictor learns.
func asked(prefixes []netip.Prefix) [][16]byte {
	r := rand.New(rand.NewPCG(10, 10))
	out := make([][16]byte, 1<<16)
	for i := range out {
		p := prefixes[r.IntN(len(prefixes))]
		a := p.Addr().As16()
		a[15] = byte(r.Uint32())
		if r.IntN(4) == 0 {
			a[13] ^= byte(r.Uint32())
			if !p.Addr().Is4() {
				a[3] ^= byte(r.Uint32())
			}
		}
		out[i] = a
	}
	return out
}

var (
	findSink int
	boolSink bool
)

func BenchmarkTable(b *testing.B) {
	f := func(name string, n int, draw func(*rand.Rand) netip.Prefix) {
		table, prefixes := benchTable(n, draw)
		addrs := asked(prefixes)
		b.Run(name+"/index", func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				findSink = table.Find(addrs[i&(1<<16-1)])
			}
		})
		plane := &table.v4
		if draw(rand.New(rand.NewPCG(1, 1))).Addr().Is6() {
			plane = &table.v6
		}
		b.Run(name+"/binary-search", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				k := fromBytes(addrs[i&(1<<16-1)])
				if k.is4() {
					k = key4(k)
				}
				at := sort.Search(plane.n, func(i int) bool { return k.less(plane.key(i)) })
				findSink = int(plane.value(at - 1))
			}
		})
		b.Run(name+"/map-per-length", func(b *testing.B) {
			byLength, lengths := slowMaps(prefixes)
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				k := fromBytes(addrs[i&(1<<16-1)])
				findSink = -1
				for _, l := range lengths {
					if v, ok := byLength[l][k.and(mask(l))]; ok {
						findSink = v
						break
					}
				}
			}
		})
	}
	f("20-v4", 20, realistic4)
	f("200k-v4", 200_000, realistic4)
	f("1m-v4", 1_000_000, realistic4)
	f("200k-v6", 200_000, realistic6)
}

// slowMaps is the other simple design: one map for each length, asked from the
// longest down.
func slowMaps(prefixes []netip.Prefix) (byLength [129]map[u128]int, lengths []int) {
	for i, std := range prefixes {
		p, _ := FromNetip(std)
		if byLength[p.bits] == nil {
			byLength[p.bits] = map[u128]int{}
			lengths = append(lengths, int(p.bits))
		}
		byLength[p.bits][p.addr] = i
	}
	sort.Sort(sort.Reverse(sort.IntSlice(lengths)))
	return byLength, lengths
}

func BenchmarkBuild(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 9))
	prefixes := make([]Prefix, 200_000)
	for i := range prefixes {
		prefixes[i], _ = FromNetip(realistic4(r))
	}
	b.ReportAllocs()
	for b.Loop() {
		var t Builder[int32]
		for i, p := range prefixes {
			t.Add(p, int32(i))
		}
		t.Table()
	}
}

func BenchmarkSetContains(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 9))
	var list []Prefix
	for range 5_000 {
		p, _ := FromNetip(realistic4(r))
		list = append(list, p)
	}
	s := SetOf(list...)
	a := mustAddr(b, "93.184.216.34")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a[13] = byte(i * 31)
		boolSink = s.Contains(a)
	}
}

func BenchmarkPrefixText(b *testing.B) {
	for b.Loop() {
		PrefixText("10.1")
	}
}
