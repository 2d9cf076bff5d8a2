// Package ruletest makes rules and records for tests and benchmarks: Sigma rules over
// network fields as people write them, any number of them, from a seed. It does not
// import package rule.
package ruletest

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// ports are those that rules name.
var ports = []int{21, 22, 23, 25, 53, 80, 110, 135, 139, 143, 161, 389, 443, 445, 1433, 1521, 2049, 2375, 3306, 3389, 5432, 5900, 5985, 6379, 8080, 8443, 9200, 11211, 27017}

// Sigma returns n Sigma rules as YAML documents over src_ip, dst_ip, src_port,
// dst_port, protocol, action, bytes and tcp_flags. With regex one rule in five has a
// regular expression on an address.
func Sigma(seed uint64, n int, regex bool) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	docs := make([]string, n)
	for i := range docs {
		docs[i] = fmt.Sprintf("title: rule %d\nid: %08d-0000-4000-8000-%012d\nlogsource:\n  category: network_connection\ndetection:\n%slevel: medium\n", i, i, i, detection(r, i, regex))
	}
	return docs
}

func detection(r *rand.Rand, i int, regex bool) string {
	net := func() string {
		return fmt.Sprintf("%d.%d.%d.0/24", 1+r.IntN(223), r.IntN(256), r.IntN(256))
	}
	list := func(n int, of func() string) string {
		items := make([]string, n)
		for i := range items {
			items[i] = of()
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	port := func() string {
		if r.IntN(3) > 0 {
			return fmt.Sprint(ports[r.IntN(len(ports))])
		}
		return fmt.Sprint(1 + r.IntN(65535))
	}
	switch i % 5 {
	case 0: // rejected on some ports
		return fmt.Sprintf("  selection:\n    action: REJECT\n    dst_port: %s\n  condition: selection\n", list(1+r.IntN(4), port))
	case 1: // from some networks
		return fmt.Sprintf("  selection:\n    src_ip|cidr: %s\n    action: ACCEPT\n  condition: selection\n", list(1+r.IntN(3), net))
	case 2: // a list of ports, but not from our own
		return fmt.Sprintf("  selection:\n    dst_port: %s\n  filter:\n    src_ip|cidr: [10.0.0.0/8, %s]\n  condition: selection and not filter\n", list(2+r.IntN(5), port), net())
	case 3: // flags, a port and a network
		return fmt.Sprintf("  selection:\n    protocol: 6\n    tcp_flags: %d\n    dst_port: %s\n  one:\n    dst_ip|cidr: %s\n  other:\n    bytes|gt: %d\n  condition: selection and (one or other)\n",
			[]int{2, 3, 18}[r.IntN(3)], port(), net(), 1000*(1+r.IntN(1000)))
	}
	if regex {
		return fmt.Sprintf("  selection:\n    src_ip|re: '^(0|[2-9])[0-9]*\\.%d\\.[0-9]{1,3}\\.%d?[0-9]$'\n    action: REJECT\n  condition: selection\n", r.IntN(256), r.IntN(10))
	}
	return fmt.Sprintf("  selection:\n    src_ip|startswith: '%d.%d.'\n    action: REJECT\n  condition: selection\n", 1+r.IntN(223), r.IntN(256))
}

// Flows are n records as a busy network has them: few addresses make most of them.
func Flows(r *rand.Rand, n int) *record.Batch {
	b := record.NewBatch(record.KindFlow, record.NewRegistry())
	b.Use(record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.Bytes, record.ActionField, record.TCPFlags, record.Absent)
	b.Extend(n)
	zipf := rand.NewZipf(r, 1.2, 1, 5000)
	ports := []uint16{22, 53, 80, 443, 443, 443, 443, 3389, 5432, 8080}
	for i := range n {
		peer := zipf.Uint64()
		src := netip.AddrFrom4([4]byte{byte(1 + peer*7%223), byte(peer * 31), byte(peer), byte(peer * 3)})
		dst := netip.AddrFrom4([4]byte{10, 0, byte(zipf.Uint64() % 16), byte(zipf.Uint64())})
		port := ports[r.IntN(len(ports))]
		if r.IntN(10) == 0 {
			port = uint16(r.IntN(65536))
		}
		out := r.IntN(2)
		if out == 1 {
			src, dst = dst, src
		}
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = record.AddrFrom(src), record.AddrFrom(dst)
		b.Col(record.SrcPort).U16[i], b.Col(record.DstPort).U16[i] = uint16(32768+r.IntN(28000)), port
		b.Col(record.Protocol).U8[i] = 6 + 11*uint8(r.IntN(8)/7)
		b.Col(record.Bytes).U64[i] = r.Uint64N(1 << 20)
		b.Col(record.ActionField).U8[i] = 1 + uint8(r.IntN(5)/4)
		b.Col(record.TCPFlags).U16[i] = []uint16{2, 3, 18, 19, 27, 31}[r.IntN(6)]
	}
	return b
}
