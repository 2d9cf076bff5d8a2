package geo

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strings"
	"testing"

	"github.com/oschwald/maxminddb-golang/v2"
)

var infoSink Info

const benchNets = 200_000

// benchNet returns the n-th network of the benchmarks: /22s from 20.0.0.0 up.
func benchNet(n int) (first [4]byte, prefix string) {
	ip := 20<<24 + n<<10
	first = [4]byte{byte(ip >> 24), byte(ip >> 16), byte(ip >> 8), byte(ip)}
	return first, netip.PrefixFrom(netip.AddrFrom4(first), 22).String()
}

func benchAddrs() [][16]byte {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([][16]byte, 1<<14)
	for i := range out {
		first, _ := benchNet(r.IntN(benchNets))
		first[3] = byte(r.Uint32())
		out[i] = netip.AddrFrom4(first).As16()
	}
	return out
}

func benchMMDB(b *testing.B) string {
	networks := m{}
	for n := range benchNets {
		_, prefix := benchNet(n)
		networks[prefix] = autonomous(uint32(n%60_000+1), fmt.Sprintf("Organisation %d", n%60_000))
	}
	return string(mmdbOf(b, 6, 28, "ASN", networks))
}

func benchTable() string {
	var csv strings.Builder
	for n := range benchNets {
		_, prefix := benchNet(n)
		fmt.Fprintf(&csv, "%s,%c%c\n", prefix, 'A'+n%26, 'A'+n/26%26)
	}
	return csv.String()
}

func BenchmarkLookup(b *testing.B) {
	contents := files{"asn.mmdb": benchMMDB(b), "country.csv": benchTable(), "aws.json": awsRanges}
	f := func(names ...string) {
		g := open(b, contents, names...)
		addrs := benchAddrs()
		for _, a := range addrs { // the records are decoded once
			g.Lookup(a)
		}
		b.Run(strings.Join(names, "+"), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				infoSink = g.Lookup(addrs[i&(1<<14-1)])
			}
		})
	}
	f("asn.mmdb")
	f("country.csv")
	f("aws.json")
	f("asn.mmdb", "country.csv", "aws.json")
}

// BenchmarkLookupFirst decodes every record anew.
func BenchmarkLookupFirst(b *testing.B) {
	g := open(b, files{"asn.mmdb": benchMMDB(b)}, "asn.mmdb")
	addrs := benchAddrs()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		clear(g.sources[0].(*mmdb).places)
		infoSink = g.Lookup(addrs[i&(1<<14-1)])
	}
}

func BenchmarkOpen(b *testing.B) {
	f := func(name, content string) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				open(b, files{name: content}, name)
			}
		})
	}
	f("asn.mmdb", benchMMDB(b))
	f("country.csv", benchTable())
}

func BenchmarkVerify(b *testing.B) {
	r, err := maxminddb.OpenBytes([]byte(benchMMDB(b)))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := r.Verify(); err != nil {
			b.Fatal(err)
		}
	}
}
