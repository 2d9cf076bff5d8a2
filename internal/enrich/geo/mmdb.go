package geo

import (
	"bytes"
	"fmt"
	"log/slog"
	"maps"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/oschwald/maxminddb-golang/v2"
)

// isMMDB looks for the metadata that ends every MMDB file, within its last
// 128 kB (MaxMind DB format specification 2.0).
func isMMDB(data []byte) bool {
	return bytes.Contains(data[max(0, len(data)-128<<10):], []byte("\xab\xcd\xefMaxMind.com"))
}

// mmdb answers from an MMDB database. Networks of one country or AS share one
// record, so records are decoded once and kept by their offset.
type mmdb struct {
	path   string
	reader *maxminddb.Reader
	only4  bool
	log    *slog.Logger
	warned atomic.Bool

	mu     sync.RWMutex
	places map[uintptr]*place
}

func parseMMDB(path string, data []byte, log *slog.Logger) (parsed, error) {
	r, err := maxminddb.OpenBytes(data)
	if err != nil {
		return parsed{}, fmt.Errorf("%w MMDB: %w", ErrDamaged, err)
	}
	db := &mmdb{path: path, reader: r, only4: r.Metadata.IPVersion == 4, log: log, places: map[uintptr]*place{}}
	if err := probe(r); err != nil {
		return parsed{}, err
	}
	file := File{Kind: "mmdb", Title: r.Metadata.DatabaseType}
	if r.Metadata.BuildEpoch > 0 {
		file.Built = r.Metadata.BuildTime().UTC().Truncate(time.Second)
	}
	return parsed{source: db, file: file}, nil
}

// probes is how many networks are looked at for a key that is known.
const probes = 10_000

// probe reads the first networks until one has a country or an AS number. It
// finds databases of other things, and most damage.
func probe(r *maxminddb.Reader) error {
	n, seen, keys := 0, map[uintptr]bool{}, map[string]bool{}
	for res := range r.Networks() {
		if err := res.Err(); err != nil {
			return fmt.Errorf("%w MMDB: %w", ErrDamaged, err)
		}
		if n++; n > probes {
			break
		}
		if seen[res.Offset()] {
			continue
		}
		seen[res.Offset()] = true
		var record map[string]any
		if err := res.Decode(&record); err != nil {
			return fmt.Errorf("%w MMDB: record of %v: %w", ErrDamaged, res.Prefix(), err)
		}
		if p, err := decode(res); err == nil && p != (place{}) {
			return nil
		}
		for k := range record {
			keys[k] = true
		}
	}
	some := slices.Sorted(maps.Keys(keys))
	some = some[:min(len(some), 8)]
	return fmt.Errorf("%w: MMDB %q has neither countries nor AS numbers (keys: %s)", ErrFormat, r.Metadata.DatabaseType, strings.Join(some, ", "))
}

// decode reads a record in either layout: country is a code in one and a map in
// the other, so one of them fails or finds nothing.
func decode(res maxminddb.Result) (place, error) {
	p, err := decodeFlat(res)
	if err != nil || p == (place{}) {
		p, err = decodeNested(res)
	}
	if p.asn == 0 {
		p.org = "" // the name of nobody
	}
	return p, err
}

// decodeNested reads records as MaxMind and DB-IP keep countries, cities and
// enterprise data.
func decodeNested(res maxminddb.Result) (place, error) {
	var rec struct {
		Country struct {
			ISOCode string `maxminddb:"iso_code"`
		} `maxminddb:"country"`
		ASN    uint32 `maxminddb:"autonomous_system_number"`
		Org    string `maxminddb:"autonomous_system_organization"`
		Traits struct {
			ASN uint32 `maxminddb:"autonomous_system_number"`
			Org string `maxminddb:"autonomous_system_organization"`
		} `maxminddb:"traits"`
	}
	err := res.Decode(&rec)
	p := place{countryCode(rec.Country.ISOCode), rec.ASN, orgName(rec.Org)}
	if p.asn == 0 {
		p.asn, p.org = rec.Traits.ASN, orgName(rec.Traits.Org)
	}
	return p, err
}

// decodeFlat reads records as IPinfo and ip-location-db keep them, and AS
// databases of MaxMind and DB-IP.
func decodeFlat(res maxminddb.Result) (place, error) {
	var rec struct {
		ASNumber    uint32 `maxminddb:"autonomous_system_number"`
		ASOrg       string `maxminddb:"autonomous_system_organization"`
		CountryCode string `maxminddb:"country_code"`
		Country     string `maxminddb:"country"` // a code, or the full name beside country_code
		ASN         string `maxminddb:"asn"`     // "AS15169"
		ASName      string `maxminddb:"as_name"`
		Name        string `maxminddb:"name"`
	}
	err := res.Decode(&rec)
	p := place{countryCode(rec.CountryCode), rec.ASNumber, orgName(rec.ASOrg)}
	if p.country == "" {
		p.country = countryCode(rec.Country)
	}
	if p.asn == 0 && rec.ASN != "" {
		if n, ok := asNumber(rec.ASN); ok && n != 0 {
			p.asn = n
			if p.org = orgName(rec.ASName); p.org == "" {
				p.org = orgName(rec.Name)
			}
		}
	}
	return p, err
}

func (db *mmdb) find(addr [16]byte) *place {
	ip := netip.AddrFrom16(addr).Unmap()
	if db.only4 && !ip.Is4() {
		return nowhere
	}
	res := db.reader.Lookup(ip)
	if err := res.Err(); err != nil {
		db.warn(ip, err)
		return nowhere
	}
	if !res.Found() {
		return nowhere
	}
	offset := res.Offset()
	db.mu.RLock()
	p := db.places[offset]
	db.mu.RUnlock()
	if p == nil {
		p = db.learn(ip, res)
	}
	return p
}

// learn decodes a record that was not asked for before.
func (db *mmdb) learn(ip netip.Addr, res maxminddb.Result) *place {
	p := nowhere
	if decoded, err := decode(res); err != nil {
		db.warn(ip, err)
	} else if decoded != (place{}) {
		p = &decoded
	}
	db.mu.Lock()
	db.places[res.Offset()] = p
	db.mu.Unlock()
	return p
}

// warn tells of the first record that cannot be read; a look-up has nobody to
// return an error to, and the address stays without a place.
func (db *mmdb) warn(ip netip.Addr, err error) {
	if db.warned.CompareAndSwap(false, true) {
		db.log.Warn("geo database has unreadable records; their addresses stay without a place", "path", db.path, "address", ip, "error", err)
	}
}

// countryCode returns an ISO 3166-1 code in upper case, or "" for what is none:
// names, "-", "None", and ZZ and XX, which stand for nowhere.
func countryCode(text string) string {
	if len(text) != 2 || !isLetter(text[0]) || !isLetter(text[1]) {
		return ""
	}
	code := strings.ToUpper(text)
	if code == "ZZ" || code == "XX" {
		return ""
	}
	return code
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// asNumber reads "15169" or "AS15169". Empty text and the words for "none" give
// 0; ok is false for anything else.
func asNumber(text string) (n uint32, ok bool) {
	switch strings.ToLower(text) {
	case "", "-", "none", "null", "na", "n/a", "unknown":
		return 0, true
	}
	if len(text) > 2 && strings.EqualFold(text[:2], "AS") {
		text = text[2:]
	}
	v, err := strconv.ParseUint(text, 10, 32)
	return uint32(v), err == nil
}

// orgName returns the name of an organisation, "" for the words that tables
// fill gaps with.
func orgName(text string) string {
	switch text = strings.TrimSpace(text); strings.ToLower(text) {
	case "-", "none", "null", "n/a", "unknown", "not routed":
		return ""
	}
	return text
}
