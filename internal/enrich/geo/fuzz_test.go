package geo

import (
	"errors"
	"log/slog"
	"net/netip"
	"testing"
)

// FuzzParse gives any bytes as a file: it is understood, or refused with one of
// the two sentinels, and look-ups in it never panic.
func FuzzParse(f *testing.F) {
	f.Add([]byte(awsRanges))
	f.Add([]byte(googleCloud))
	f.Add([]byte(googleAll))
	f.Add([]byte(azureTags))
	f.Add([]byte(oracleRanges))
	f.Add([]byte("203.0.113.0\t203.0.113.255\t64500\tCH\tEXAMPLE\n"))
	f.Add([]byte("network,asn,as_name\n203.0.113.0/24,AS64500,\"Example, Inc.\"\n"))
	f.Add([]byte("\"0\",\"281470681743359\",\"-\"\n\"42540766411282592856903984951653826560\",\"42540766490510755371168322545197776895\",\"DE\"\n"))
	f.Add([]byte("203.0.113.0,203.0.113.255,EU,CH,Zurich\n"))
	f.Add([]byte("203.0.113.0/24 ; comment\n2001:db8::/32\n"))
	f.Add(mmdbOf(f, 6, 24, "Country", m{"203.0.113.0/24": country("AT"), "2001:db8::/32": country("DE")}))
	f.Add(mmdbOf(f, 4, 28, "ASN", m{"203.0.113.0/24": autonomous(64500, "Example")}))
	log := slog.New(slog.DiscardHandler)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := parse("file.txt", data, log)
		if err != nil {
			if !errors.Is(err, ErrFormat) && !errors.Is(err, ErrDamaged) {
				t.Errorf("error of neither sort: %v", err)
			}
			return
		}
		g := &Geo{}
		if got.source != nil {
			g.sources = []source{got.source}
		}
		g.services, g.owners = layers(got.holdings)
		for _, text := range []string{"203.0.113.1", "2001:db8::1", "8.8.8.8", "2001::"} {
			info := g.Lookup(netip.MustParseAddr(text).As16())
			if c := info.Country; c != "" && countryCode(c) != c {
				t.Errorf("country %q", c)
			}
			if info.ASN == 0 && info.ASOrg != "" {
				t.Errorf("organisation %q without AS number", info.ASOrg)
			}
		}
	})
}
