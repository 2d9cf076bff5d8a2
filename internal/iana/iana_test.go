package iana

import (
	"bufio"
	"errors"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Names are what filters, reports and saved queries hold: each must lead back
// to its number, and no two protocols may share one.
func TestProtocolNamesRoundTrip(t *testing.T) {
	for n := range 256 {
		name := ProtocolName(uint8(n))
		if name != strings.ToLower(name) || name == "" {
			t.Errorf("ProtocolName(%d) = %q, want lower case", n, name)
		}
		if got, ok := Protocol(name); !ok || got != uint8(n) {
			t.Errorf("Protocol(%q) = %d, %v, want %d", name, got, ok, n)
		}
	}
	for alias, n := range protocolAliases {
		if slices.Contains(protocols[:], alias) {
			t.Errorf("alias %q of %d is also a name", alias, n)
		}
	}
}

func TestProtocol(t *testing.T) {
	f := func(text string, want uint8, wantOK bool) {
		t.Helper()
		if got, ok := Protocol(text); got != want && wantOK || ok != wantOK {
			t.Errorf("Protocol(%q) = %d, %v, want %d, %v", text, got, ok, want, wantOK)
		}
	}
	f("tcp", 6, true)
	f("TCP", 6, true)
	f("udp", 17, true)
	f("icmp", 1, true)
	f("icmpv6", 58, true)
	f("IPv6-ICMP", 58, true)
	f("icmp6", 58, true)
	f("ipv4", 4, true)
	f("ipip", 94, true)
	f("6", 6, true)
	f("255", 255, true)
	f("256", 0, false)
	f("-1", 0, false)
	f("", 0, false)
	f("tpc", 0, false)
}

// The system's own list is a witness that no line of ours slipped by one.
func TestProtocolsAgreeWithSystem(t *testing.T) {
	file, err := os.Open("/etc/protocols")
	if err != nil {
		t.Skip("no /etc/protocols here to compare with")
	}
	defer file.Close()
	for s := bufio.NewScanner(file); s.Scan(); {
		text, _, _ := strings.Cut(s.Text(), "#")
		fields := strings.Fields(text)
		if len(fields) < 2 || fields[0] == "ip" { // "ip" is 0 as a socket argument, not a protocol
			continue
		}
		want, err := strconv.ParseUint(fields[1], 10, 8)
		if err != nil {
			continue
		}
		if got, ok := Protocol(fields[0]); !ok || uint64(got) != want {
			t.Errorf("Protocol(%q) = %d, %v, the system says %d", fields[0], got, ok, want)
		}
	}
}

func TestFlagsText(t *testing.T) {
	f := func(v uint16, want string) {
		t.Helper()
		got := FlagsText(v)
		if got != want {
			t.Errorf("FlagsText(%d) = %q, want %q", v, got, want)
		}
		if back, err := ParseFlags(got); err != nil || back != v {
			t.Errorf("ParseFlags(%q) = %d, %v, want %d", got, back, err, v)
		}
	}
	f(0, "none")
	f(1, "FIN")
	f(2, "SYN")
	f(3, "FIN|SYN")
	f(4, "RST")
	f(18, "SYN|ACK")
	f(19, "FIN|SYN|ACK")
	f(255, "FIN|SYN|RST|PSH|ACK|URG|ECE|CWR")
	f(256, "0x100")
	f(0x102, "SYN|0x100")
	f(0xffff, "FIN|SYN|RST|PSH|ACK|URG|ECE|CWR|0xff00")
}

func TestParseFlags(t *testing.T) {
	f := func(text string, want uint16, wantErr error) {
		t.Helper()
		if got, err := ParseFlags(text); got != want || !errors.Is(err, wantErr) {
			t.Errorf("ParseFlags(%q) = %d, %v, want %d, %v", text, got, err, want, wantErr)
		}
	}
	f("syn-ack", SYN|ACK, nil)
	f("SYN, ACK", SYN|ACK, nil)
	f("18", 18, nil)
	f("0", 0, nil)
	f("0x12", 18, nil)
	f("NONE", 0, nil)
	f("SYN|SNY", 0, ErrFlag)
	f("65536", 0, ErrFlag)
	f("", 0, ErrFlag)
	f("||", 0, ErrFlag)
}

func FuzzParseFlags(f *testing.F) {
	f.Add("SYN|ACK")
	f.Add("0x1ff")
	f.Fuzz(func(t *testing.T, text string) {
		v, err := ParseFlags(text)
		if err != nil {
			return
		}
		if back, err := ParseFlags(FlagsText(v)); err != nil || back != v {
			t.Errorf("ParseFlags(%q) = %d, but its text gives %d, %v", text, v, back, err)
		}
	})
}

func TestPorts(t *testing.T) {
	f := func(proto uint8, port uint16, wantName string, wantRank Rank) {
		t.Helper()
		if got := PortName(proto, port); got != wantName {
			t.Errorf("PortName(%s, %d) = %q, want %q", ProtocolName(proto), port, got, wantName)
		}
		if got := PortRank(proto, port); got != wantRank {
			t.Errorf("PortRank(%s, %d) = %d, want %d", ProtocolName(proto), port, got, wantRank)
		}
		if got := KnownPort(proto, port); got != (wantName != "") {
			t.Errorf("KnownPort(%s, %d) = %v", ProtocolName(proto), port, got)
		}
	}
	f(TCP, 22, "ssh", RankCore)
	f(UDP, 22, "", RankSystem)
	f(UDP, 53, "dns", RankCore)
	f(TCP, 443, "https", RankCore)
	f(UDP, 443, "https", RankCore)
	f(TCP, 514, "rsh", RankKnown)
	f(UDP, 514, "syslog", RankCore)
	f(TCP, 8123, "clickhouse-http", RankKnown)
	f(TCP, 1, "", RankSystem)
	f(TCP, 20001, "", RankRegistered)
	f(TCP, 32768, "", RankEphemeral)
	f(TCP, 65535, "", RankEphemeral)
	f(UDP, 51820, "wireguard", RankSystem)
	f(ICMP, 0, "", RankEphemeral)
	f(ICMP, 22, "", RankEphemeral)
	f(SCTP, 22, "ssh", RankCore)
}

// A port listed twice for one protocol has two names, and only one is shown.
func TestServicesAreDistinct(t *testing.T) {
	seen := map[[2]uint16]string{}
	for _, s := range services {
		if s.name == "" || s.name != strings.ToLower(s.name) || s.protos == 0 || s.port == 0 {
			t.Errorf("bad service %+v", s)
		}
		for bit := range uint16(2) {
			if s.protos>>bit&1 == 0 {
				continue
			}
			key := [2]uint16{bit, s.port}
			if other, dup := seen[key]; dup {
				t.Errorf("port %d is both %q and %q", s.port, other, s.name)
			}
			seen[key] = s.name
		}
	}
	if got := Ports("DNS"); !slices.Equal(got, []uint16{53}) {
		t.Errorf(`Ports("DNS") = %v, want [53]`, got)
	}
	if got := Ports("netflow"); !slices.Equal(got, []uint16{2055, 9995, 9996}) {
		t.Errorf(`Ports("netflow") = %v`, got)
	}
	if got := Ports("nothing"); got != nil {
		t.Errorf(`Ports("nothing") = %v`, got)
	}
}

// special is the slow simple version of ScopeOf: the first range that holds the
// address gives the scope.
var special = []struct {
	prefix netip.Prefix
	scope  Scope
}{
	{netip.MustParsePrefix("255.255.255.255/32"), Broadcast},
	{netip.MustParsePrefix("0.0.0.0/8"), Unspecified},
	{netip.MustParsePrefix("10.0.0.0/8"), Private},
	{netip.MustParsePrefix("100.64.0.0/10"), Private},
	{netip.MustParsePrefix("127.0.0.0/8"), Loopback},
	{netip.MustParsePrefix("169.254.0.0/16"), LinkLocal},
	{netip.MustParsePrefix("172.16.0.0/12"), Private},
	{netip.MustParsePrefix("192.0.0.0/24"), Private},
	{netip.MustParsePrefix("192.168.0.0/16"), Private},
	{netip.MustParsePrefix("198.18.0.0/15"), Private},
	{netip.MustParsePrefix("224.0.0.0/4"), Multicast},
	{netip.MustParsePrefix("240.0.0.0/4"), Private},
	{netip.MustParsePrefix("192.0.2.0/24"), Public},
	{netip.MustParsePrefix("198.51.100.0/24"), Public},
	{netip.MustParsePrefix("203.0.113.0/24"), Public},
	{netip.MustParsePrefix("::/128"), Unspecified},
	{netip.MustParsePrefix("::1/128"), Loopback},
	{netip.MustParsePrefix("64:ff9b:1::/48"), Private},
	{netip.MustParsePrefix("100::/64"), Private},
	{netip.MustParsePrefix("fc00::/7"), Private},
	{netip.MustParsePrefix("fe80::/10"), LinkLocal},
	{netip.MustParsePrefix("fec0::/10"), Private},
	{netip.MustParsePrefix("ff00::/8"), Multicast},
	{netip.MustParsePrefix("2001:db8::/32"), Public},
}

var nat64 = netip.MustParsePrefix("64:ff9b::/96")

func slowScope(a netip.Addr) Scope {
	if a = a.Unmap(); nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	for _, s := range special {
		if s.prefix.Contains(a) {
			return s.scope
		}
	}
	return Public
}

// Every range is asked at its edges and one address beyond them, where a wrong
// shift would show.
func TestScopeOf(t *testing.T) {
	f := func(a netip.Addr) {
		t.Helper()
		if !a.IsValid() { // before the first or after the last address
			return
		}
		if got, want := ScopeOf(a.As16()), slowScope(a); got != want {
			t.Errorf("ScopeOf(%v) = %v, want %v", a, got, want)
		}
	}
	for _, s := range append(special, struct {
		prefix netip.Prefix
		scope  Scope
	}{prefix: nat64}) {
		first := s.prefix.Addr()
		last := first.As16()
		skip := 128 - first.BitLen()
		for bit := skip + s.prefix.Bits(); bit < 128; bit++ {
			last[bit/8] |= 1 << (7 - bit%8)
		}
		f(first)
		f(first.Next())
		f(netip.AddrFrom16(last).Unmap())
		f(first.Prev())
		f(netip.AddrFrom16(last).Unmap().Next())
	}
	f(netip.MustParseAddr("64:ff9b::10.1.2.3"))
	f(netip.MustParseAddr("64:ff9b::8.8.8.8"))
	f(netip.MustParseAddr("8.8.8.8"))
	f(netip.MustParseAddr("2600:1f18::1"))
}

func FuzzScopeOf(f *testing.F) {
	for _, s := range special {
		a := s.prefix.Addr().As16()
		f.Add(a[:])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var a [16]byte
		copy(a[:], b)
		if got, want := ScopeOf(a), slowScope(netip.AddrFrom16(a)); got != want {
			t.Errorf("ScopeOf(%v) = %v, want %v", netip.AddrFrom16(a), got, want)
		}
		copy(a[:], "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xff\xff")
		if got, want := ScopeOf(a), slowScope(netip.AddrFrom16(a)); got != want {
			t.Errorf("ScopeOf(%v) = %v, want %v", netip.AddrFrom16(a), got, want)
		}
	})
}

func TestScopeNames(t *testing.T) {
	for s := Public; s <= Unspecified; s++ {
		if got, ok := ParseScope(s.String()); !ok || got != s {
			t.Errorf("ParseScope(%q) = %v, %v", s, got, ok)
		}
	}
	if _, ok := ParseScope("internal"); ok {
		t.Error(`ParseScope("internal") is known: that scope depends on the network, not on the address`)
	}
	if got := Scope(99).String(); got != "Scope(99)" {
		t.Errorf("Scope(99) prints %q", got)
	}
}
