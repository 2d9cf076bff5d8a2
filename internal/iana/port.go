package iana

import (
	"cmp"
	"slices"
	"strings"
)

// Ephemeral is the lowest port that hosts commonly take for outgoing
// connections: 32768 on Linux. RFC 6335 section 6 starts its dynamic range at
// 49152, as Windows does.
const Ephemeral = 32768

// Rank says how likely a port is the serving side of a flow. Compare the ranks
// of both ports; equal ranks decide nothing.
type Rank uint8

// The ranks, least likely first.
const (
	RankEphemeral  Rank = iota // 32768 and up, no service known
	RankRegistered             // below 32768, no service known
	RankSystem                 // below 1024, or a known service inside the ephemeral range
	RankKnown                  // a known service
	RankCore                   // a service that nearly every network runs: ssh, dns, https, databases
)

// portSet has one bit for each of the 65,536 ports.
type portSet [1024]uint64

func (s *portSet) add(port uint16)      { s[port>>6] |= 1 << (port & 63) }
func (s *portSet) has(port uint16) bool { return s[port>>6]>>(port&63)&1 == 1 }

// knownPorts and corePorts are indexed by portTable. Four bitmaps of 8 kB serve
// the hot path; names are looked up only to be shown.
var knownPorts, corePorts [2]portSet

func init() {
	slices.SortFunc(services, func(a, b service) int { return cmp.Compare(a.port, b.port) })
	for _, s := range services {
		for table := range knownPorts {
			if s.protos>>table&1 == 0 {
				continue
			}
			knownPorts[table].add(s.port)
			if s.core {
				corePorts[table].add(s.port)
			}
		}
	}
}

// portTable returns which table serves a protocol: 0 for TCP and SCTP, 1 for
// UDP, -1 for protocols without ports.
func portTable(proto uint8) int {
	switch proto {
	case TCP, SCTP:
		return 0
	case UDP:
		return 1
	}
	return -1
}

// KnownPort reports whether a service is known to listen on the port. It is
// false for protocols without ports.
func KnownPort(proto uint8, port uint16) bool {
	t := portTable(proto)
	return t >= 0 && knownPorts[t].has(port)
}

// PortRank returns how likely the port is the serving side.
func PortRank(proto uint8, port uint16) Rank {
	t := portTable(proto)
	switch {
	case t < 0:
		return RankEphemeral
	case knownPorts[t].has(port):
		switch {
		case port >= Ephemeral:
			return RankSystem
		case corePorts[t].has(port):
			return RankCore
		}
		return RankKnown
	case port < 1024:
		return RankSystem
	case port < Ephemeral:
		return RankRegistered
	}
	return RankEphemeral
}

// PortName returns the short name of the service on a port, such as "https",
// or "" where none is known.
func PortName(proto uint8, port uint16) string {
	t := portTable(proto)
	if t < 0 || !knownPorts[t].has(port) {
		return ""
	}
	i, _ := slices.BinarySearchFunc(services, port, func(s service, port uint16) int { return cmp.Compare(s.port, port) })
	for ; i < len(services) && services[i].port == port; i++ {
		if services[i].protos>>t&1 == 1 {
			return services[i].name
		}
	}
	return ""
}

// Ports returns the ports that a service name stands for, ascending and over
// all protocols: "dns" is 53. It is nil for an unknown name; letter case does
// not matter.
func Ports(name string) []uint16 {
	var ports []uint16
	for _, s := range services {
		if strings.EqualFold(s.name, name) && (len(ports) == 0 || ports[len(ports)-1] != s.port) {
			ports = append(ports, s.port)
		}
	}
	return ports
}
