package iana

import (
	"encoding/binary"
	"fmt"
)

// Scope says how far an address reaches. The zero value is public.
type Scope uint8

// The scopes. What is not routed on the internet and has no narrower meaning is
// private, so that public can be read as "somebody else's machine".
const (
	Public      Scope = iota // globally reachable, and the documentation ranges
	Private                  // RFC 1918, shared (CGNAT), unique local, other ranges used inside networks
	LinkLocal                // 169.254.0.0/16, fe80::/10; cloud metadata services live here
	Loopback                 // 127.0.0.0/8, ::1
	Multicast                // 224.0.0.0/4, ff00::/8
	Broadcast                // 255.255.255.255
	Unspecified              // 0.0.0.0/8, ::
)

var scopeNames = [...]string{"public", "private", "link-local", "loopback", "multicast", "broadcast", "unspecified"}

// String returns the lower-case name of the scope, such as "link-local".
func (s Scope) String() string {
	if int(s) < len(scopeNames) {
		return scopeNames[s]
	}
	return fmt.Sprintf("Scope(%d)", uint8(s))
}

// ParseScope returns the scope that [Scope.String] names.
func ParseScope(name string) (Scope, bool) {
	for s, known := range scopeNames {
		if name == known {
			return Scope(s), true
		}
	}
	return 0, false
}

// mapped is the upper half of ::ffff:0:0/96 below its 64 zero bits.
const mapped = 0xffff

// ScopeOf returns the scope of a 16-byte address, IPv4 being IPv4-mapped.
//
// The ranges are those of RFC 6890 and the IANA special-purpose registries that
// continue it. Three readings are ours:
//   - Documentation ranges (RFC 5737, RFC 3849) are public: captures and
//     examples use them to stand for internet hosts.
//   - 198.18.0.0/15 (RFC 2544), 192.0.0.0/24 (RFC 6890) and 240.0.0.0/4
//     (RFC 1112) are private: clouds hand them out as subnet ranges, and
//     nothing on the internet owns them.
//   - 64:ff9b::/96 (RFC 6052, NAT64) has the scope of the IPv4 address inside.
func ScopeOf(addr [16]byte) Scope {
	hi := binary.BigEndian.Uint64(addr[:8])
	lo := binary.BigEndian.Uint64(addr[8:])
	if hi == 0 && lo>>32 == mapped {
		return scope4(uint32(lo))
	}
	return scope6(hi, lo)
}

func scope4(ip uint32) Scope {
	switch b := ip >> 24; b {
	case 10: // RFC 1918
		return Private
	case 172:
		if ip>>20 == 172<<4|1 { // 172.16.0.0/12, RFC 1918
			return Private
		}
	case 192:
		if ip>>16 == 192<<8|168 || ip>>8 == 192<<16 { // RFC 1918; 192.0.0.0/24, RFC 6890
			return Private
		}
	case 100:
		if ip>>22 == 100<<2|1 { // 100.64.0.0/10, RFC 6598
			return Private
		}
	case 198:
		if ip>>17 == 198<<7|9 { // 198.18.0.0/15, RFC 2544
			return Private
		}
	case 169:
		if ip>>16 == 169<<8|254 { // RFC 3927
			return LinkLocal
		}
	case 127: // RFC 1122
		return Loopback
	case 0: // "this network", RFC 791
		return Unspecified
	default:
		switch {
		case b < 224:
			return Public
		case b < 240: // RFC 5771
			return Multicast
		case ip == 0xffffffff: // RFC 919
			return Broadcast
		}
		return Private // 240.0.0.0/4, RFC 1112
	}
	return Public
}

func scope6(hi, lo uint64) Scope {
	switch {
	case hi>>61 == 1: // 2000::/3, global unicast: nearly every address
		return Public
	case hi>>57 == 0xfc>>1: // fc00::/7, RFC 4193
		return Private
	case hi>>54 == 0xfe80>>6: // fe80::/10, RFC 4291
		return LinkLocal
	case hi>>54 == 0xfec0>>6: // fec0::/10, site-local until RFC 3879
		return Private
	case hi>>56 == 0xff: // RFC 4291
		return Multicast
	case hi == 0 && lo == 0: // RFC 4291
		return Unspecified
	case hi == 0 && lo == 1: // RFC 4291
		return Loopback
	case hi == 0x0064ff9b<<32 && lo>>32 == 0: // 64:ff9b::/96, RFC 6052
		return scope4(uint32(lo))
	case hi>>16 == 0x0064ff9b0001: // 64:ff9b:1::/48, RFC 8215
		return Private
	case hi == 0x0100<<48: // 100::/64, discard-only, RFC 6666
		return Private
	}
	return Public
}
