package fleet

import (
	"encoding/binary"
	"net/netip"
)

// Networks that AWS's services, two public resolvers and the office answer
// from. The rest of the internet is drawn at random.
var outsideNets = [poolCount]netip.Prefix{
	awsAPI: netip.MustParsePrefix("52.94.0.0/17"),
	s3:     netip.MustParsePrefix("52.219.0.0/16"),
	office: netip.MustParsePrefix("194.77.40.0/27"),
}

// outside4 draws n addresses of a group.
func outside4(d dice, pool, n int) []Address {
	out := make([]Address, n)
	for i := range out {
		out[i] = newAddress(drawOutside4(d, outsideNets[pool]))
	}
	if pool == resolvers {
		out[0] = newAddress(netip.MustParseAddr("9.9.9.9"))
		out[n-1] = newAddress(netip.MustParseAddr("1.1.1.1"))
	}
	return out
}

func drawOutside4(d dice, within netip.Prefix) netip.Addr {
	if within.IsValid() {
		ip := within.Addr().As4()
		u := binary.BigEndian.Uint32(ip[:]) | d.Uint32()>>within.Bits()
		binary.BigEndian.PutUint32(ip[:], u)
		return netip.AddrFrom4(ip)
	}
	for {
		var ip [4]byte
		binary.BigEndian.PutUint32(ip[:], d.Uint32())
		if a := netip.AddrFrom4(ip); ordinary(a) {
			return a
		}
	}
}

// ordinary tells whether a public host may have the address.
func ordinary(a netip.Addr) bool {
	ip := a.As4()
	switch {
	case ip[0] == 0, ip[0] >= 224, a.IsPrivate(), a.IsLoopback(), a.IsLinkLocalUnicast():
		return false
	case ip[0] == 100 && ip[1]&0xc0 == 64, ip[0] == 198 && ip[1]&0xfe == 18:
		return false // carrier NAT, benchmarks
	case ip[0] == 192 && ip[1] == 0, ip[0] == 198 && ip[1] == 51 && ip[2] == 100, ip[0] == 203 && ip[1] == 0 && ip[2] == 113:
		return false // protocol assignments and documentation
	}
	for _, p := range outsideNets {
		if p.IsValid() && p.Contains(a) {
			return false
		}
	}
	return ip[3] != 0 && ip[3] != 255
}

// outside6 draws client addresses from a few providers' networks.
func outside6(d dice, n int) []Address {
	providers := [][4]byte{{0x2a, 0x02, 0x81, 0x08}, {0x2a, 0x01, 0x59, 0x8a}, {0x20, 0x03, 0, 0xe7}, {0x26, 0x00, 0x17, 0}, {0x26, 0x07, 0xfb, 0x90}}
	out := make([]Address, n)
	for i := range out {
		var ip [16]byte
		p := providers[d.IntN(len(providers))]
		copy(ip[:], p[:])
		binary.BigEndian.PutUint32(ip[4:], d.Uint32())
		binary.BigEndian.PutUint64(ip[8:], d.Uint64())
		out[i] = newAddress(netip.AddrFrom16(ip))
	}
	return out
}
