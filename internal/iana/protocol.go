// Package iana holds the assigned numbers that flow records are written in:
// IP protocols, TCP flags, service ports and special-purpose addresses.
//
// Everything is a table compiled into the program. Nothing is parsed or
// allocated at look-up, so the functions may be asked once per record.
package iana

import (
	"iter"
	"strconv"
	"strings"
)

// The protocols that code asks for by name.
const (
	ICMP   uint8 = 1
	IGMP   uint8 = 2
	TCP    uint8 = 6
	UDP    uint8 = 17
	GRE    uint8 = 47
	ESP    uint8 = 50
	AH     uint8 = 51
	ICMPv6 uint8 = 58
	SCTP   uint8 = 132
)

// protocols is the IANA registry "Assigned Internet Protocol Numbers" with
// keywords in lower case. Where people type something else than the keyword
// (icmpv6, ospf, isis) that is the name, and the keyword is an alias. Numbers
// that IANA leaves without a keyword ("any 0-hop protocol") have no name.
//
// https://www.iana.org/assignments/protocol-numbers
var protocols = [256]string{
	0: "hopopt", 1: "icmp", 2: "igmp", 3: "ggp", 4: "ipv4", 5: "st", 6: "tcp", 7: "cbt",
	8: "egp", 9: "igp", 10: "bbn-rcc-mon", 11: "nvp-ii", 12: "pup", 13: "argus", 14: "emcon", 15: "xnet",
	16: "chaos", 17: "udp", 18: "mux", 19: "dcn-meas", 20: "hmp", 21: "prm", 22: "xns-idp", 23: "trunk-1",
	24: "trunk-2", 25: "leaf-1", 26: "leaf-2", 27: "rdp", 28: "irtp", 29: "iso-tp4", 30: "netblt", 31: "mfe-nsp",
	32: "merit-inp", 33: "dccp", 34: "3pc", 35: "idpr", 36: "xtp", 37: "ddp", 38: "idpr-cmtp", 39: "tp++",
	40: "il", 41: "ipv6", 42: "sdrp", 43: "ipv6-route", 44: "ipv6-frag", 45: "idrp", 46: "rsvp", 47: "gre",
	48: "dsr", 49: "bna", 50: "esp", 51: "ah", 52: "i-nlsp", 53: "swipe", 54: "narp", 55: "min-ipv4",
	56: "tlsp", 57: "skip", 58: "icmpv6", 59: "ipv6-nonxt", 60: "ipv6-opts", 62: "cftp",
	64: "sat-expak", 65: "kryptolan", 66: "rvd", 67: "ippc", 69: "sat-mon", 70: "visa", 71: "ipcv",
	72: "cpnx", 73: "cphb", 74: "wsn", 75: "pvp", 76: "br-sat-mon", 77: "sun-nd", 78: "wb-mon", 79: "wb-expak",
	80: "iso-ip", 81: "vmtp", 82: "secure-vmtp", 83: "vines", 84: "iptm", 85: "nsfnet-igp", 86: "dgp", 87: "tcf",
	88: "eigrp", 89: "ospf", 90: "sprite-rpc", 91: "larp", 92: "mtp", 93: "ax.25", 94: "ipip", 95: "micp",
	96: "scc-sp", 97: "etherip", 98: "encap", 100: "gmtp", 101: "ifmp", 102: "pnni", 103: "pim",
	104: "aris", 105: "scps", 106: "qnx", 107: "a/n", 108: "ipcomp", 109: "snp", 110: "compaq-peer", 111: "ipx-in-ip",
	112: "vrrp", 113: "pgm", 115: "l2tp", 116: "ddx", 117: "iatp", 118: "stp", 119: "srp",
	120: "uti", 121: "smp", 122: "sm", 123: "ptp", 124: "isis", 125: "fire", 126: "crtp", 127: "crudp",
	128: "sscopmce", 129: "iplt", 130: "sps", 131: "pipe", 132: "sctp", 133: "fc", 134: "rsvp-e2e-ignore", 135: "mobility-header",
	136: "udplite", 137: "mpls-in-ip", 138: "manet", 139: "hip", 140: "shim6", 141: "wesp", 142: "rohc", 143: "ethernet",
	144: "aggfrag", 145: "nsh", 146: "homa", 147: "bit-emu",
}

// protocolAliases are other spellings of a protocol that people type or that
// other tools print; ProtocolName never returns one.
var protocolAliases = map[string]uint8{
	"ipv6-icmp": ICMPv6, "icmp6": ICMPv6, "icmp-v6": ICMPv6,
	"ipencap": 4, "ip-in-ip": 4, "ospfigp": 89, "ttp": 84, "ipsec-esp": ESP, "ipsec-ah": AH,
	"is-is": 124, "mobile": 55, "mobility": 135, "udp-lite": 136, "rspf": 73, "ax25": 93,
}

var protocolNumbers = func() map[string]uint8 {
	m := make(map[string]uint8, len(protocols)+len(protocolAliases))
	for name, n := range protocolAliases {
		m[name] = n
	}
	for n, name := range protocols {
		if name != "" {
			m[name] = uint8(n)
		}
	}
	return m
}()

// decimal holds "0" to "255", so that printing an unnamed number allocates
// nothing.
var decimal = func() (d [256]string) {
	for n := range d {
		d[n] = strconv.Itoa(n)
	}
	return d
}()

// ProtocolName returns the lower-case name of an IP protocol number, or the
// number in decimal where none is assigned: 6 is "tcp", 61 is "61".
func ProtocolName(n uint8) string {
	if name := protocols[n]; name != "" {
		return name
	}
	return decimal[n]
}

// Protocol returns the number of an IP protocol given its name, one of its
// aliases or its number in decimal. Letter case does not matter.
func Protocol(text string) (n uint8, ok bool) {
	if n, ok := protocolNumbers[text]; ok {
		return n, true
	}
	if n, ok := protocolNumbers[strings.ToLower(text)]; ok {
		return n, true
	}
	u, err := strconv.ParseUint(text, 10, 8)
	return uint8(u), err == nil
}

// Protocols yields every named protocol in ascending order of number, for
// completion and the reference page.
func Protocols() iter.Seq2[uint8, string] {
	return func(yield func(uint8, string) bool) {
		for n, name := range protocols {
			if name != "" && !yield(uint8(n), name) {
				return
			}
		}
	}
}
