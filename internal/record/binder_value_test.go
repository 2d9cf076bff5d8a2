package record

import (
	"net/netip"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestParseAddr(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		a, ok := ParseAddr([]byte(text))
		got := ""
		if ok {
			got = a.String()
		}
		if got != want {
			t.Errorf("ParseAddr(%q) = %q, want %q", text, got, want)
		}
	}

	f("10.0.0.62", "10.0.0.62")
	f("255.255.255.255", "255.255.255.255")
	f("0.0.0.0", "0.0.0.0")
	f("2a02:cf40::", "2a02:cf40::")
	f("::", "::")
	f("::1", "::1")
	f("2001:db8:1234:a100:8d6e:3477:df66:f105", "2001:db8:1234:a100:8d6e:3477:df66:f105")
	f("2001:DB8::AB", "2001:db8::ab")
	f("::ffff:10.0.0.1", "10.0.0.1")
	f("64:ff9b::10.0.0.1", "64:ff9b::a00:1")
	f("1:2:3:4:5:6:7.8.9.10", "1:2:3:4:5:6:708:90a")

	for _, bad := range []string{
		"", "-", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.1000", "01.2.3.4", "1.2.3.04", "1..2.3", ".1.2.3", "1.2.3.", "1.2.3.4 ", "+1.2.3.4",
		":", ":::", "1:", ":1", "1:2", "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7::8:9", "::1.2.3", "::1.2.3.4:5",
		"fe80::1%eth0", "g::", "1.2.3.4:80", "10.0.0.0/8", "::0x1", "1:2:3:4:5:6:7:1.2.3.4",
	} {
		f(bad, "")
	}
}

func FuzzParseAddr(f *testing.F) {
	for _, s := range []string{"10.0.0.62", "::ffff:1.2.3.4", "2a02:cf40::", "1:2:3:4:5:6:7:8", "fe80::1%1", "256.1.1.1", "0:0:0::0.0.0.0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := netip.ParseAddr(s)
		wantOK := err == nil && want.Zone() == ""
		got, ok := ParseAddr([]byte(s))
		if ok != wantOK || ok && got != AddrFrom(want) {
			t.Errorf("ParseAddr(%q) = %v, %v; netip says %v, %v", s, got, ok, want, err)
		}
	})
}

// TestOctets protects the arithmetic on eight bytes: all octets in all places.
func TestOctets(t *testing.T) {
	for place := range 4 {
		for v := range 1100 {
			part := []string{"7", "77", "177", "9"}
			part[place] = strconv.Itoa(v)
			s := strings.Join(part, ".")
			want, err := netip.ParseAddr(s)
			if a, ok := ParseAddr([]byte(s)); ok != (err == nil) || ok && a != AddrFrom(want) {
				t.Fatalf("ParseAddr(%q) = %v, %v; netip says %v, %v", s, a, ok, want, err)
			}
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"", "0", "7", "65535", "65536", "12345678", "123456789", "1418530010", "1418530010123", "18446744073709551615", "18446744073709551616", "-1", "+1", "1_0", "00000000000000000000001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := strconv.ParseUint(s, 10, 64)
		got, what := parseUint([]byte(s), 1<<64-1)
		if (what == isValue) != (err == nil) || err == nil && got != want {
			t.Errorf("parseUint(%q) = %d, %v; strconv says %d, %v", s, got, what, want, err)
		}
		// The fast way reads the digits that s begins with.
		digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
		data := append([]byte(s), make([]byte, LinePad)...)
		got, next := number(data, 0)
		if next != min(len(digits), 16) {
			t.Fatalf("number(%q) read %d digits, want %d", s, next, min(len(digits), 16))
		}
		if want, err := strconv.ParseUint(digits, 10, 64); err == nil && next < 16 && got != want {
			t.Errorf("number(%q) = %d, want %d", s, got, want)
		}
	})
}

func TestParseTime(t *testing.T) {
	f := func(text, want string, what verdict) {
		t.Helper()
		ns, got := parseTime([]byte(text))
		s := ""
		if got == isValue {
			s = time.Unix(0, ns).UTC().Format(time.RFC3339Nano)
		}
		if s != want || got != what {
			t.Errorf("parseTime(%q) = %q, %v; want %q, %v", text, s, got, want, what)
		}
	}

	f("0", "1970-01-01T00:00:00Z", isValue)
	f("1418530010", "2014-12-14T04:06:50Z", isValue)
	f("1418530010123", "2014-12-14T04:06:50.123Z", isValue)
	f("1418530010.25", "2014-12-14T04:06:50.25Z", isValue)
	f("1418530010123.5", "2014-12-14T04:06:50.1235Z", isValue)
	f("2014-12-14T04:06:50Z", "2014-12-14T04:06:50Z", isValue)
	f("2014-12-14T05:06:50.5+01:00", "2014-12-14T04:06:50.5Z", isValue)
	f("4294967295", "2106-02-07T06:28:15Z", isValue)
	f("4294967296", "", isOutOfRange)
	f("4294967296000", "", isOutOfRange)
	f("99999999999999999999999", "", isOutOfRange)
	f("1960-01-01T00:00:00Z", "", isOutOfRange)
	f("", "", isMalformed)
	f("1.", "", isMalformed)
	f("-5", "", isMalformed)
	f("yesterday", "", isMalformed)
}
