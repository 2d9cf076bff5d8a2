package rule

import (
	"errors"
	"net/netip"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/iana"
)

// TestListFormats protects the forms in which people get lists.
func TestListFormats(t *testing.T) {
	f := func(name, text string, in map[string]string, out ...string) {
		t.Helper()
		l, err := ParseList(name, name, []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		table, err := l.Addresses()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		for a, note := range in {
			if got, ok := table.Lookup(netip.MustParseAddr(a).As16()); !ok || got != note {
				t.Errorf("%s: %s: %q, %v; want %q", name, a, got, ok, note)
			}
		}
		for _, a := range out {
			if _, ok := table.Lookup(netip.MustParseAddr(a).As16()); ok {
				t.Errorf("%s: %s is in", name, a)
			}
		}
	}
	f("plain", "# mine\n192.0.2.1\n198.51.100.0/24 # lab\r\n\n203.0.113.5-203.0.113.9\n2001:db8::/32\n",
		map[string]string{"192.0.2.1": "", "198.51.100.77": "lab", "203.0.113.7": "", "2001:db8::1": ""}, "192.0.2.2", "203.0.113.10")
	f("drop", "; Spamhaus DROP List 2026/01/01\n; Expires\n192.0.2.0/24 ; SBL1\n", map[string]string{"192.0.2.9": "SBL1"}, "192.0.3.1")
	f("drop json", `{"cidr":"192.0.2.0/24","sblid":"SBL1","rir":"arin"}
{"cidr":"2001:db8::/32","sblid":"SBL2","rir":"arin"}
{"type":"metadata","timestamp":1,"size":2,"records":2}
`, map[string]string{"192.0.2.9": "SBL1", "2001:db8::2": "SBL2"})
	f("json array", `[{"cidr":"192.0.2.0/24","sblid":"SBL1"}]`, map[string]string{"192.0.2.9": "SBL1"})
	f("feodo", `################
# Feodo Tracker
################
#
"first_seen_utc","dst_ip","dst_port","c2_status","last_online","malware"
"2026-01-01 00:00:00","192.0.2.1","443","online","2026-01-02","QakBot"
# END 1 entries
`, map[string]string{"192.0.2.1": "QakBot"}, "192.0.2.2")
	f("sslbl", "# SSLBL\n# Firstseen,DstIP,DstPort\n2026-01-01 00:00:00,192.0.2.1,443\n", map[string]string{"192.0.2.1": ""})
	f("threatfox", `# "first_seen_utc","ioc_id","ioc_value","ioc_type","threat_type","fk_malware"
"2026-01-01", "1", "192.0.2.1:8080", "ip:port", "botnet_cc", "win.x"
"2026-01-01", "2", "bad.example", "domain", "botnet_cc", "win.x"
`, map[string]string{"192.0.2.1": "win.x"})
}

// TestListErrors protects that a line that is not understood is told with its number
// and not left out.
func TestListErrors(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		l, err := ParseList("x", "bad.txt", []byte(text))
		if err == nil {
			_, err = l.Addresses()
		}
		if err == nil || !errors.Is(err, ErrList) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	f("192.0.2.1\n192.0.2.300\n", "bad.txt:2:")
	f("192.0.2.9-192.0.2.1", "bad.txt:1:")
	f("bad.example\n", "bad.txt:1:")
	f("{\"cidr\":\"192.0.2.0/24\"}\n{\"x\":1}\n", "bad.txt:2:")
	f("{\"cidr\":\n", "bad.txt:")
	f("\xff\xfe1", "UTF-8")
	f("\"ip\",\"x\"\n\"192.0.2.1\",\"\"\n\"nonsense\",\"\"\n", "bad.txt:3:")
}

// TestListPortsAndPairs protects the other kinds.
func TestListPortsAndPairs(t *testing.T) {
	l, err := ParseList("ports", "p", []byte("23\n6000-6063/tcp # X11\n69/udp\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := l.Ports()
	if err != nil {
		t.Fatal(err)
	}
	f := func(protocol uint8, port uint16, want bool) {
		t.Helper()
		if p.Has(protocol, port) != want {
			t.Errorf("%d/%d: %v", port, protocol, !want)
		}
	}
	f(iana.TCP, 23, true)
	f(iana.UDP, 23, true)
	f(iana.TCP, 6063, true)
	f(iana.TCP, 6064, false)
	f(iana.UDP, 6001, false)
	f(iana.UDP, 69, true)
	f(iana.TCP, 69, false)
	l, _ = ParseList("pairs", "p", []byte("web > db:5432/tcp\n* > vault\nbatch >  web\n"))
	pairs, err := l.Pairs()
	if err != nil || len(pairs) != 3 {
		t.Fatalf("%v, %v", pairs, err)
	}
	g := func(i int, client, server string, port uint16, want bool) {
		t.Helper()
		if pairs[i].Matches(client, server, iana.TCP, port) != want {
			t.Errorf("pair %d, %s > %s:%d: %v", i, client, server, port, !want)
		}
	}
	g(0, "web", "db", 5432, true)
	g(0, "web", "db", 5433, false)
	g(0, "db", "web", 5432, false)
	g(1, "x", "vault", 1, true)
	g(2, "batch", "web", 80, true)
	l, _ = ParseList("pairs", "p", []byte("web > db\nweb\n"))
	if _, err := l.Pairs(); err == nil || !strings.Contains(err.Error(), "p:2:") {
		t.Errorf("half a pair: %v", err)
	}
}

func FuzzParseList(f *testing.F) {
	f.Add([]byte("192.0.2.1\n; x\n10.0.0.0/8 ; SBL1\n"))
	f.Add([]byte(`[{"cidr":"192.0.2.0/24"}]`))
	f.Add([]byte("# dst_ip,x\n1.2.3.4,y\n"))
	f.Add([]byte("a > b:1-2/udp\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := ParseList("x", "x", data)
		if err != nil {
			return
		}
		if a, err := l.Addresses(); err == nil && a.Len() == 0 && l.Len() > 0 {
			t.Error("values without an address")
		}
		l.Ports()
		l.Pairs()
	})
}

// TestListedRule protects that a rule takes its list from the configuration, is off and
// says why without it, and refuses a list that is not of its kind.
func TestListedRule(t *testing.T) {
	const text = "title: t\nid: t\nweir:\n  family: known_bad\n  filter: 'action:ACCEPT'\n  listed: {list: bad, of: remote}\n"
	one := func(list string) (*Rule, error) {
		o := Options{}
		if list != "" {
			l, err := ParseList("bad", "bad.txt", []byte(list))
			if err != nil {
				t.Fatal(err)
			}
			o.Lists = map[string]*List{"bad": l}
		}
		rules, err := Load("t.yaml", []byte(text), o)
		if err != nil || len(rules) != 1 {
			return nil, err
		}
		return rules[0], nil
	}
	with, err := one("192.0.2.1\n")
	if err != nil || !with.Enabled || with.Off != "" || with.Weir.Settings.(Listed).Addresses == nil {
		t.Fatalf("with the list: %+v, %v", with, err)
	}
	other, _ := one("192.0.2.2\n")
	without, err := one("")
	if err != nil || without.Enabled || !strings.Contains(without.Off, "rules.lists") {
		t.Fatalf("without: %+v, %v", without, err)
	}
	if with.Version == other.Version || with.Version == without.Version {
		t.Error("another list, the same version")
	}
	if _, err := one("web > db\n"); err == nil || !strings.Contains(err.Error(), "bad.txt:1:") || !strings.Contains(err.Error(), "t.yaml:") {
		t.Errorf("a list of pairs: %v", err)
	}
	late, err := without.WithLists(map[string]*List{"bad": with.Weir.Read["bad"]})
	if err != nil || !late.Weir.Settings.(Listed).Ready() {
		t.Errorf("given later: %v", err)
	}
}
