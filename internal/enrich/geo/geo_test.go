package geo

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"

	"github.com/weir-flow/weir/internal/cidr"
)

// files are the contents of files by name.
type files map[string]string

// open writes the files and opens those named, in that order.
func open(tb testing.TB, contents files, names ...string) *Geo {
	tb.Helper()
	g, err := tryOpen(tb, contents, names...)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func tryOpen(tb testing.TB, contents files, names ...string) (*Geo, error) {
	tb.Helper()
	dir := tb.TempDir()
	var paths []string
	for name, text := range contents {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	for _, name := range names {
		paths = append(paths, filepath.Join(dir, name))
	}
	return Open(paths, slog.New(slog.DiscardHandler))
}

func lookups(tb testing.TB, g *Geo, want map[string]Info) {
	tb.Helper()
	for text, info := range want {
		a, err := cidr.ParseAddr(text)
		if err != nil {
			tb.Fatal(err)
		}
		if diff := cmp.Diff(info, g.Lookup(a)); diff != "" {
			tb.Errorf("Lookup(%s) (-want +got):\n%s", text, diff)
		}
	}
}

func gz(tb testing.TB, text string) string {
	tb.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := w.Write([]byte(text)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return buf.String()
}

func TestTables(t *testing.T) {
	f := func(name, text string, want map[string]Info) {
		t.Helper()
		t.Run(name, func(t *testing.T) {
			lookups(t, open(t, files{"data": text}, "data"), want)
			lookups(t, open(t, files{"data.gz": gz(t, text)}, "data.gz"), want)
		})
	}
	f("DB-IP country lite", "203.0.113.0,203.0.113.127,CH\n203.0.113.128,203.0.113.255,CH\n198.51.100.0,198.51.100.255,ZZ\n2001:db8::,2001:db8:ffff:ffff:ffff:ffff:ffff:ffff,DE\n",
		map[string]Info{"203.0.113.127": {Country: "CH"}, "203.0.113.128": {Country: "CH"}, "203.0.114.0": {}, "198.51.100.1": {}, "2001:db8::9": {Country: "DE"}})
	f("DB-IP ASN lite", "203.0.113.0,203.0.113.255,64500,\"Example, Inc.\"\n198.51.100.0,198.51.100.255,64501,Other\n",
		map[string]Info{"203.0.113.1": {ASN: 64500, ASOrg: "Example, Inc."}, "198.51.100.255": {ASN: 64501, ASOrg: "Other"}})
	f("DB-IP city lite", "203.0.113.0,203.0.113.255,OC,AU,Queensland,South Brisbane,-27.4,153.0\n198.51.100.0,198.51.100.255,NA,NA,Khomas,Windhoek,-22.5,17.0\n",
		map[string]Info{"203.0.113.1": {Country: "AU"}, "198.51.100.1": {Country: "NA"}})
	f("iptoasn combined", "203.0.113.0\t203.0.113.255\t64500\tCH\tEXAMPLE-AS \"quoted\n198.51.100.0\t198.51.100.255\t0\tNone\tNot routed\n2001:db8::\t2001:db8::ffff\t64501\tDE\tSIX\n",
		map[string]Info{"203.0.113.1": {Country: "CH", ASN: 64500, ASOrg: "EXAMPLE-AS \"quoted"}, "198.51.100.1": {}, "2001:db8::1": {Country: "DE", ASN: 64501, ASOrg: "SIX"}})
	f("IPinfo lite", "network,country,country_code,continent,continent_code,asn,as_name,as_domain\n203.0.113.0/24,Switzerland,CH,Europe,EU,AS64500,Example,example.ch\n198.51.100.7,France,FR,Europe,EU,,,\n",
		map[string]Info{"203.0.113.1": {Country: "CH", ASN: 64500, ASOrg: "Example"}, "198.51.100.7": {Country: "FR"}})
	f("GeoLite2 ASN blocks", "network,autonomous_system_number,autonomous_system_organization\r\n203.0.113.0/24,64500,\"Example \"\"X\"\"\"\r\n",
		map[string]Info{"203.0.113.1": {ASN: 64500, ASOrg: `Example "X"`}})
	f("IP2Location LITE", "\"0\",\"16777215\",\"-\",\"-\"\n\"3405803776\",\"3405804031\",\"CH\",\"Switzerland\"\n",
		map[string]Info{"203.0.113.1": {Country: "CH"}, "203.0.114.1": {}})
	f("IP2Location LITE IPv6", "\"0\",\"281470681743359\",\"-\",\"-\"\n\"42540766411282592856903984951653826560\",\"42540766490510755371168322545197776895\",\"DE\",\"Germany\"\n",
		map[string]Info{"2001:db8::1": {Country: "DE"}, "2001:db9::1": {}})
	f("geofeed", "# ours\n203.0.113.0/24,CH,CH-ZH,Zurich,8001\n2001:db8::/32,DE,,,\n",
		map[string]Info{"203.0.113.1": {Country: "CH"}, "2001:db8::1": {Country: "DE"}})
	f("semicolons", "start;end;country;asn;org\n203.0.113.0;203.0.113.255;ch;64500;Example\n",
		map[string]Info{"203.0.113.1": {Country: "CH", ASN: 64500, ASOrg: "Example"}})
	f("all of IPv6", "::/0,CH\n198.51.100.0/24,DE\n",
		map[string]Info{"203.0.113.1": {}, "2001:db8::1": {Country: "CH"}, "::1:0:0:1": {Country: "CH"}})
	f("nested ranges", "203.0.113.0/24,CH\n203.0.113.64/26,DE\n203.0.113.0/25,AT\n",
		map[string]Info{"203.0.113.1": {Country: "AT"}, "203.0.113.65": {Country: "DE"}, "203.0.113.129": {Country: "CH"}})
}

// The shapes are those of the published files, with addresses for documentation.
const (
	awsRanges = `{"syncToken": "1", "createDate": "2026-01-01-00-00-00", "prefixes": [
 {"ip_prefix": "203.0.113.0/24", "region": "eu-west-1", "service": "EC2", "network_border_group": "eu-west-1"},
 {"ip_prefix": "203.0.113.0/25", "region": "eu-west-1", "service": "AMAZON", "network_border_group": "eu-west-1"},
 {"ip_prefix": "203.0.113.0/24", "region": "eu-west-1", "service": "S3", "network_border_group": "eu-west-1"},
 {"ip_prefix": "203.0.113.0/24", "region": "eu-west-1", "service": "AMAZON", "network_border_group": "eu-west-1"},
 {"ip_prefix": "198.51.100.0/25", "region": "GLOBAL", "service": "CLOUDFRONT", "network_border_group": "GLOBAL"},
 {"ip_prefix": "198.51.100.0/24", "region": "us-east-1", "service": "AMAZON", "network_border_group": "us-east-1"}],
 "ipv6_prefixes": [{"ipv6_prefix": "2001:db8:a::/48", "region": "eu-west-1", "service": "EC2", "network_border_group": "eu-west-1"}]}`

	googleCloud = `{"syncToken": "17", "creationTime": "2026-01-01", "prefixes": [
 {"ipv4Prefix": "203.0.113.0/26", "service": "Google Cloud", "scope": "europe-west6"},
 {"ipv6Prefix": "2001:db8:b::/48", "service": "Google Cloud", "scope": "global"}]}`

	googleAll = `{"syncToken": "17", "creationTime": "2026-01-01", "prefixes": [{"ipv4Prefix": "203.0.113.0/25"}, {"ipv6Prefix": "2001:db8:b::/47"}]}`

	azureTags = `{"changeNumber": 1, "cloud": "Public", "values": [
 {"name": "AzureCloud", "id": "AzureCloud", "properties": {"changeNumber": 1, "region": "", "platform": "Azure", "systemService": "", "addressPrefixes": ["203.0.113.0/24", "2001:db8:c::/48"]}},
 {"name": "AzureCloud.westeurope", "id": "AzureCloud.westeurope", "properties": {"region": "westeurope", "platform": "Azure", "systemService": "", "addressPrefixes": ["203.0.113.0/24"]}},
 {"name": "Storage", "id": "Storage", "properties": {"region": "", "platform": "Azure", "systemService": "AzureStorage", "addressPrefixes": ["203.0.113.0/25"]}},
 {"name": "Storage.WestEurope", "id": "Storage.WestEurope", "properties": {"region": "westeurope", "platform": "Azure", "systemService": "AzureStorage", "addressPrefixes": ["203.0.113.0/25"]}}]}`

	oracleRanges = `{"last_updated_timestamp": "2026-01-01T00:00:00.000000", "regions": [{"region": "us-phoenix-1", "cidrs": [
 {"cidr": "203.0.113.0/24", "tags": ["OCI"]}, {"cidr": "198.51.100.0/24", "tags": ["OSN", "OBJECT_STORAGE"]}]}]}`
)

func TestProviders(t *testing.T) {
	f := func(name, fileName, text string, want map[string]Info) {
		t.Helper()
		t.Run(name, func(t *testing.T) { lookups(t, open(t, files{fileName: text}, fileName), want) })
	}
	f("AWS", "ip-ranges.json", awsRanges, map[string]Info{
		"203.0.113.1":    {Provider: "aws", Service: "S3", Region: "eu-west-1"}, // not EC2, though listed first; not AMAZON, though narrower
		"198.51.100.1":   {Provider: "aws", Service: "CLOUDFRONT"},
		"198.51.100.200": {Provider: "aws", Service: "AMAZON", Region: "us-east-1"},
		"2001:db8:a::1":  {Provider: "aws", Service: "EC2", Region: "eu-west-1"},
		"192.0.2.1":      {},
	})
	f("Google Cloud", "cloud.json", googleCloud, map[string]Info{
		"203.0.113.1":   {Provider: "gcp", Service: "Google Cloud", Region: "europe-west6"},
		"2001:db8:b::1": {Provider: "gcp", Service: "Google Cloud"},
	})
	f("Google", "goog.json", googleAll, map[string]Info{"203.0.113.1": {Provider: "google"}, "203.0.113.129": {}})
	f("Azure", "ServiceTags_Public_20260101.json", azureTags, map[string]Info{
		"203.0.113.1":   {Provider: "azure", Service: "Storage", Region: "westeurope"},
		"203.0.113.129": {Provider: "azure", Service: "AzureCloud", Region: "westeurope"},
		"2001:db8:c::1": {Provider: "azure", Service: "AzureCloud"},
	})
	f("Oracle", "public_ip_ranges.json", oracleRanges, map[string]Info{
		"203.0.113.1":  {Provider: "oracle", Service: "OCI", Region: "us-phoenix-1"},
		"198.51.100.1": {Provider: "oracle", Service: "OBJECT_STORAGE", Region: "us-phoenix-1"},
	})
	f("Cloudflare text", "ips-v4", "173.245.48.0/20\n203.0.113.0/24\n", map[string]Info{"203.0.113.1": {Provider: "cloudflare"}})
	f("Cloudflare API", "ips.json", `{"result":{"ipv4_cidrs":["203.0.113.0/24"],"ipv6_cidrs":["2001:db8::/32"],"etag":"x"},"success":true}`,
		map[string]Info{"203.0.113.1": {Provider: "cloudflare"}, "2001:db8::1": {Provider: "cloudflare"}})
	f("Fastly", "list.json", `{"addresses":["203.0.113.0/24"],"ipv6_addresses":["2001:db8::/32"]}`,
		map[string]Info{"203.0.113.1": {Provider: "fastly"}})
	f("plain list", "Hoster.txt", "\ufeff# mine\r\n; old\r\n203.0.113.0/24 ; a range\r\n\r\n198.51.100.7\r\n",
		map[string]Info{"203.0.113.1": {Provider: "hoster"}, "198.51.100.7": {Provider: "hoster"}, "198.51.100.8": {}})
}

// Several files add up field by field, and the first to say something wins.
func TestFilesTogether(t *testing.T) {
	all := files{
		"country.csv": "203.0.113.0,203.0.113.255,CH\n",
		"asn.tsv":     "203.0.113.0\t203.0.113.255\t64500\tDE\tFirst\n198.51.100.0\t198.51.100.255\t64501\tDE\tOnly\n",
		"asn2.csv":    "cidr,asn,org\n203.0.113.0/24,64999,Second\n198.51.100.0/24,64501,Same\n",
		"bare.csv":    "cidr,asn\n203.0.113.0/24,64999\n",
		"cloud.json":  googleCloud,
		"goog.json":   googleAll,
		"aws.json":    awsRanges,
		"db.mmdb":     string(mmdbOf(t, 6, 24, "Country", m{"203.0.113.0/24": country("AT")})),
	}
	lookups(t, open(t, all, "country.csv", "asn.tsv", "asn2.csv", "goog.json", "cloud.json"), map[string]Info{
		"203.0.113.1":  {Country: "CH", ASN: 64500, ASOrg: "First", Provider: "gcp", Service: "Google Cloud", Region: "europe-west6"},
		"203.0.113.70": {Country: "CH", ASN: 64500, ASOrg: "First", Provider: "google"},
		"198.51.100.1": {Country: "DE", ASN: 64501, ASOrg: "Only"},
	})
	// The number of one file never gets the name that another file has for another number.
	lookups(t, open(t, all, "bare.csv", "asn.tsv"), map[string]Info{"203.0.113.1": {Country: "DE", ASN: 64999}})
	lookups(t, open(t, all, "bare.csv", "asn2.csv", "db.mmdb", "country.csv"), map[string]Info{"203.0.113.1": {Country: "AT", ASN: 64999, ASOrg: "Second"}})

	one, again, other := open(t, all, "country.csv", "asn.tsv"), open(t, all, "country.csv", "asn.tsv"), open(t, all, "asn.tsv", "country.csv")
	if one.Digest() != again.Digest() || one.Digest() == other.Digest() || one.Digest() == "" {
		t.Errorf("digests: %s, same files %s, other order %s", one.Digest(), again.Digest(), other.Digest())
	}
	zipped := open(t, files{"c.gz": gz(t, all["country.csv"]), "asn.tsv": all["asn.tsv"]}, "c.gz", "asn.tsv")
	if zipped.Digest() != one.Digest() {
		t.Error("the digest hangs on compression")
	}
	if got := one.Files()[1]; got.Kind != "table" || got.Entries != 2 || filepath.Base(got.Path) != "asn.tsv" || len(got.SHA256) != 64 {
		t.Errorf("file = %+v", got)
	}
}

func TestNothing(t *testing.T) {
	var none *Geo
	empty, err := Open(nil, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range []*Geo{none, empty} {
		lookups(t, g, map[string]Info{"203.0.113.1": {}, "10.0.0.1": {}, "::": {}})
		if g.Digest() != "" || len(g.Files()) != 0 {
			t.Errorf("digest %q, files %v", g.Digest(), g.Files())
		}
	}
	// A range that swallows internal addresses says nothing about them.
	g := open(t, files{"all.csv": "0.0.0.0,255.255.255.255,US\n"}, "all.csv")
	lookups(t, g, map[string]Info{"10.0.0.1": {}, "169.254.169.254": {}, "224.0.0.1": {}, "8.8.8.8": {Country: "US"}})
}

// A person with a broken download sees which file, where, and what to do.
func TestErrors(t *testing.T) {
	db := mmdbOf(t, 6, 24, "Country", m{"203.0.113.0/24": country("AT")})
	f := func(name, text string, sentinel error, want string) {
		t.Helper()
		_, err := tryOpen(t, files{name: text}, name)
		if err == nil || !errors.Is(err, sentinel) || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s %.20q: error = %v, want %v with %q", name, text, err, sentinel, want)
		}
	}
	f("db.mmdb", string(db[:len(db)/2]), ErrFormat, "cut short")
	f("db.mmdb", string(db[:len(db)-40]), ErrDamaged, "MMDB")
	f("db.mmdb", strings.Replace(string(db), "iso_code", "iso_coda", 1), ErrFormat, `"Country" has neither countries nor AS numbers (keys: continent, country)`)
	corrupt := bytes.Clone(db)
	corrupt[0], corrupt[1], corrupt[2] = 0x7f, 0xff, 0xff
	f("db.mmdb", string(corrupt), ErrDamaged, "MMDB")

	f("a.csv", "", ErrFormat, "empty")
	f("a.csv", "\n \n", ErrFormat, "empty")
	f("a.csv", "# only a comment\n", ErrFormat, "")
	f("a.csv", "hello world\n", ErrFormat, `neither a range nor a header`)
	f("a.csv", "network,geoname_id\n203.0.113.0/24,1\n", ErrFormat, "use the MMDB edition")
	f("a.csv", "network,postcode\n203.0.113.0/24,1\n", ErrFormat, "neither country nor asn")
	f("a.csv", "203.0.113.0/24,hello\n", ErrFormat, "no column")
	f("a.csv", "network,asn\n", ErrFormat, "without rows")
	f("a.csv", "203.0.113.0,203.0.113.255,CH\n203.0.114.0,203.0.1", ErrDamaged, "line 2: 2 columns, needs 3")
	f("a.csv", "203.0.113.0,203.0.113.255,CH\n203.0.114.0,203.0.1,CH", ErrDamaged, "line 2: parse address")
	f("a.csv", "203.0.113.9,203.0.113.10,CH\n203.0.113.9,203.0.113.0,CH\n", ErrDamaged, "line 2: range \"203.0.113.9\" to \"203.0.113.0\" ends before it begins")
	f("a.csv", "cidr,asn\n203.0.113.0/24,x5\n", ErrDamaged, `line 2: "x5" is no AS number`)
	f("a.tsv", "203.0.113.0\t203.0.113.255\t1\tCH\tx\n203.0.114.0\n", ErrDamaged, "line 2")
	f("a.csv.gz", gz(t, "203.0.113.0,203.0.113.255,CH\n")[:20], ErrDamaged, "gzip")
	f("a.csv.gz", "\x1f\x8bnothing", ErrDamaged, "gzip")
	f("a.zip", "PK\x03\x04....", ErrFormat, "unpack it first")
	f("a.html", "<!DOCTYPE html>", ErrFormat, "web page")

	f("a.json", awsRanges[:200], ErrDamaged, "ends in the middle")
	f("a.json", strings.Replace(awsRanges, `"service"`, `service"`, 1), ErrDamaged, "line 2")
	f("a.json", strings.Replace(awsRanges, "203.0.113.0/24", "203.0.113.0/99", 1), ErrDamaged, `range file of aws: parse prefix "203.0.113.0/99"`)
	f("a.json", `{"hello": 1}`, ErrFormat, "without ranges of")
	f("a.json", `[1]`, ErrFormat, "another shape")
	f("bot.json", `{"creationTime": "x", "prefixes": [{"ipv4Prefix": "203.0.113.0/24"}]}`, ErrFormat, "does not say whose")
	f("a.txt", "203.0.113.0/24\nhello\n", ErrDamaged, `line 2: "hello" is no network`)

	if _, err := tryOpen(t, nil, "absent"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("absent file: %v", err)
	}
	if _, err := Open([]string{t.TempDir()}, slog.New(slog.DiscardHandler)); err == nil {
		t.Error("a folder opens")
	}
}

// Records damaged behind the first networks are found only when they are asked
// for: the address stays without a place, and the log says so once.
func TestDamagedRecord(t *testing.T) {
	networks := m{"203.0.113.0/24": country("AT"), "2001:db8::/32": m{"country": m{"iso_code": "DE", "names": m{"en": "unlike the others"}}}}
	db := mmdbOf(t, 6, 24, "Country", networks)
	i := bytes.Index(db, []byte("unlike"))
	db[i-1] |= 0x1f // the string now claims to be longer than the file
	var log bytes.Buffer
	path := filepath.Join(t.TempDir(), "db.mmdb")
	if err := os.WriteFile(path, db, 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := Open([]string{path}, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	lookups(t, g, map[string]Info{"203.0.113.1": {Country: "AT"}})
	for range 3 {
		lookups(t, g, map[string]Info{"2001:db8::1": {}})
	}
	if n := strings.Count(log.String(), "unreadable records"); n != 1 {
		t.Errorf("%d warnings, want 1:\n%s", n, log.String())
	}
}
