package iana

import (
	"net/netip"
	"testing"
)

var (
	scopeSink Scope
	rankSink  Rank
	nameSink  string
)

func BenchmarkScopeOf(b *testing.B) {
	var addrs [8][16]byte
	for i, s := range []string{"10.1.2.3", "8.8.8.8", "172.31.0.9", "192.168.1.1", "203.0.113.7", "2600:1f18::1", "fd00::1", "100.70.1.1"} {
		addrs[i] = netip.MustParseAddr(s).As16()
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		scopeSink = ScopeOf(addrs[i&7])
	}
}

func BenchmarkPortRank(b *testing.B) {
	ports := [8]uint16{443, 51234, 22, 8080, 40000, 5432, 33333, 53}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		rankSink = PortRank(TCP, ports[i&7])
	}
}

func BenchmarkPortName(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		nameSink = PortName(TCP, 5432)
	}
}
