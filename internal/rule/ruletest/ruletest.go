// Package ruletest makes rules for tests and benchmarks: Sigma rules over network
// fields as people write them, any number of them, from a seed.
package ruletest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Kinds of conditions, by how often rules have them.
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
