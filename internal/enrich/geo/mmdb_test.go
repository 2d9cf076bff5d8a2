package geo

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"net/netip"
	"slices"
	"sync"
	"testing"
)

// mmdbOf writes an MMDB file: the networks with their records, with nodes of
// recordSize bits (24, 28 or 32) and a tree for IP version 4 or 6. It follows
// the MaxMind DB file format specification 2.0.
func mmdbOf(tb testing.TB, version, recordSize int, title string, networks map[string]any) []byte {
	tb.Helper()
	type side struct {
		node int // of the next node; 0 is none, as nothing leads to the root
		data int // offset in the data section + 1; 0 is none
	}
	tree := [][2]side{{}}
	var data bytes.Buffer
	offsets := map[string]int{}

	texts := make([]string, 0, len(networks))
	for text := range networks {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	for _, text := range texts {
		var value bytes.Buffer
		encode(tb, &value, networks[text])
		if _, ok := offsets[value.String()]; !ok {
			offsets[value.String()] = data.Len() + 1
			data.Write(value.Bytes())
		}
		p := netip.MustParsePrefix(text)
		addr, bits := p.Addr().AsSlice(), p.Bits()
		if p.Addr().Is4() && version == 6 {
			addr, bits = append(make([]byte, 12), addr...), bits+96
		}
		node := 0
		for i := range bits {
			at := &tree[node][addr[i/8]>>(7-i%8)&1]
			if i == bits-1 {
				at.data = offsets[value.String()]
				break
			}
			if at.node == 0 {
				at.node = len(tree)
				tree = append(tree, [2]side{})
				at = &tree[node][addr[i/8]>>(7-i%8)&1]
			}
			node = at.node
		}
	}

	var out bytes.Buffer
	for _, n := range tree {
		var v [2]uint32
		for i, s := range n {
			switch {
			case s.node != 0:
				v[i] = uint32(s.node)
			case s.data != 0:
				v[i] = uint32(len(tree) + 16 + s.data - 1)
			default:
				v[i] = uint32(len(tree))
			}
		}
		switch recordSize {
		case 24:
			out.Write([]byte{byte(v[0] >> 16), byte(v[0] >> 8), byte(v[0]), byte(v[1] >> 16), byte(v[1] >> 8), byte(v[1])})
		case 28:
			out.Write([]byte{byte(v[0] >> 16), byte(v[0] >> 8), byte(v[0]), byte(v[0]>>24)<<4 | byte(v[1]>>24), byte(v[1] >> 16), byte(v[1] >> 8), byte(v[1])})
		case 32:
			out.Write(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, v[0]), v[1]))
		default:
			tb.Fatalf("record size %d", recordSize)
		}
	}
	out.Write(make([]byte, 16))
	out.Write(data.Bytes())
	out.WriteString("\xab\xcd\xefMaxMind.com")
	encode(tb, &out, map[string]any{
		"binary_format_major_version": uint16(2),
		"binary_format_minor_version": uint16(0),
		"build_epoch":                 uint64(1767225600), // 2026-01-01
		"database_type":               title,
		"description":                 map[string]any{"en": "made by a test"},
		"ip_version":                  uint16(version),
		"languages":                   []any{"en"},
		"node_count":                  uint32(len(tree)),
		"record_size":                 uint16(recordSize),
	})
	return out.Bytes()
}

// encode writes one value of the data section. Maps are written in the order of
// their keys.
func encode(tb testing.TB, out *bytes.Buffer, v any) {
	tb.Helper()
	head := func(kind, size int) {
		first := kind
		if kind > 7 {
			first = 0
		}
		switch {
		case size < 29:
			out.WriteByte(byte(first<<5 | size))
		case size < 29+256:
			out.WriteByte(byte(first<<5 | 29))
		default:
			out.WriteByte(byte(first<<5 | 30))
		}
		if kind > 7 {
			out.WriteByte(byte(kind - 7))
		}
		switch {
		case size < 29:
		case size < 29+256:
			out.WriteByte(byte(size - 29))
		default:
			out.Write(binary.BigEndian.AppendUint16(nil, uint16(size-285)))
		}
	}
	number := func(kind int, n uint64) {
		b := bytes.TrimLeft(binary.BigEndian.AppendUint64(nil, n), "\x00")
		head(kind, len(b))
		out.Write(b)
	}
	switch v := v.(type) {
	case string:
		head(2, len(v))
		out.WriteString(v)
	case uint16:
		number(5, uint64(v))
	case uint32:
		number(6, uint64(v))
	case uint64:
		number(9, v)
	case map[string]any:
		head(7, len(v))
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			encode(tb, out, k)
			encode(tb, out, v[k])
		}
	case []any:
		head(11, len(v))
		for _, item := range v {
			encode(tb, out, item)
		}
	default:
		tb.Fatalf("encode %T", v)
	}
}

type m = map[string]any

func country(code string) m {
	return m{
		"continent": m{"code": "XX", "names": m{"en": "Somewhere"}},
		"country":   m{"geoname_id": uint32(6252001), "iso_code": code, "names": m{"en": "Name of " + code, "de": "Name von " + code}},
	}
}

func autonomous(n uint32, org string) m {
	return m{"autonomous_system_number": n, "autonomous_system_organization": org}
}

// All makers' key layouts, all node sizes and both tree versions must give the
// same answers.
func TestMMDB(t *testing.T) {
	f := func(name string, version, recordSize int, networks m, want map[string]Info) {
		t.Helper()
		t.Run(fmt.Sprintf("%s v%d %d bits", name, version, recordSize), func(t *testing.T) {
			g := open(t, files{"db.mmdb": string(mmdbOf(t, version, recordSize, name, networks))}, "db.mmdb")
			for range 2 { // the second time from the cache
				lookups(t, g, want)
			}
			if file := g.Files()[0]; file.Kind != "mmdb" || file.Title != name || file.Built.Year() != 2026 {
				t.Errorf("file = %+v", file)
			}
		})
	}
	for _, size := range []int{24, 28, 32} {
		f("GeoLite2-Country", 6, size, m{"203.0.113.0/24": country("CH"), "2001:db8::/32": country("DE"), "198.51.100.7/32": country("CH")}, map[string]Info{
			"203.0.113.9":  {Country: "CH"},
			"198.51.100.7": {Country: "CH"},
			"198.51.100.8": {},
			"2001:db8::1":  {Country: "DE"},
			"2001:db9::1":  {},
			"10.0.0.1":     {},
		})
		f("DBIP-ASN-Lite", 4, size, m{"203.0.113.0/25": autonomous(64500, "Example AS"), "203.0.113.128/25": autonomous(4200000000, "Long Number")}, map[string]Info{
			"203.0.113.9":   {ASN: 64500, ASOrg: "Example AS"},
			"203.0.113.200": {ASN: 4200000000, ASOrg: "Long Number"},
			"2001:db8::1":   {}, // no error from a database of IPv4 only
		})
	}
	f("ipinfo generic_country_asn_free_ip.mmdb", 6, 28, m{
		"203.0.113.0/24": m{"country": "FR", "country_name": "France", "asn": "AS64501", "as_name": "Maison SA", "as_domain": "example.fr"},
		"2001:db8::/32":  m{"country": "Japan", "country_code": "JP", "asn": "", "as_name": ""},
	}, map[string]Info{"203.0.113.1": {Country: "FR", ASN: 64501, ASOrg: "Maison SA"}, "2001:db8::1": {Country: "JP"}})
	f("ipinfo standard_asn.mmdb", 6, 24, m{"203.0.113.0/24": m{"asn": "AS64502", "name": "Other", "route": "203.0.113.0/24", "type": "hosting"}},
		map[string]Info{"203.0.113.1": {ASN: 64502, ASOrg: "Other"}})
	f("ip-location-db country", 6, 24, m{"203.0.113.0/24": m{"country_code": "nl"}, "198.51.100.0/24": m{"country_code": "ZZ"}},
		map[string]Info{"203.0.113.1": {Country: "NL"}, "198.51.100.1": {}})
	f("GeoIP2-Enterprise", 6, 28, m{"203.0.113.0/24": m{"country": m{"iso_code": "US"}, "traits": autonomous(64503, "In Traits")}},
		map[string]Info{"203.0.113.1": {Country: "US", ASN: 64503, ASOrg: "In Traits"}})
}

// Workers share one Geo; run with -race.
func TestConcurrentLookups(t *testing.T) {
	networks := m{}
	for n := range 64 {
		networks[fmt.Sprintf("203.0.113.%d/32", n)] = autonomous(uint32(n+1), fmt.Sprint("AS ", n+1))
	}
	g := open(t, files{"db.mmdb": string(mmdbOf(t, 6, 24, "ASN", networks))}, "db.mmdb")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range 64 {
				addr := netip.AddrFrom4([4]byte{203, 0, 113, byte(n)}).As16()
				if got := g.Lookup(addr); got.ASN != uint32(n+1) {
					t.Errorf("Lookup of host %d = %+v", n, got)
				}
			}
		})
	}
	wg.Wait()
}
