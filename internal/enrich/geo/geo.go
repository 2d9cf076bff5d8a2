// Package geo says where a public address is and whose it is: country, AS
// number and organisation, and the cloud provider, service and region.
//
// All of it comes from files the user points at; nothing is fetched. Each file
// is known by its content, plain or gzip:
//
//   - MMDB databases of countries and AS numbers, in the key layouts of MaxMind
//     (GeoLite2, GeoIP2), DB-IP, IPinfo and ip-location-db.
//   - Tables of ranges as CSV or TSV with or without a header: DB-IP Lite,
//     iptoasn.com, IPinfo, IP2Location LITE, GeoLite2 ASN blocks, geofeeds
//     (RFC 8805).
//   - The range files that providers publish: AWS ip-ranges.json, Google
//     goog.json and cloud.json, Azure ServiceTags, Oracle
//     public_ip_ranges.json, Cloudflare and Fastly. A plain list of networks is
//     of the provider that its file is named after.
//
// What no file says stays absent. Where several files say it, the first wins.
package geo

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/iana"
)

var (
	// ErrFormat is wrapped by [Open] for a file that is none of the known kinds.
	ErrFormat = errors.New("not a known kind of address data")

	// ErrDamaged is wrapped by [Open] for a file of a known kind that cannot
	// be read to its end.
	ErrDamaged = errors.New("damaged")
)

// Info is what is known about a public address. The zero value is nothing, and
// so is each zero field.
type Info struct {
	Country  string // ISO 3166-1 alpha-2, upper case
	ASN      uint32
	ASOrg    string
	Provider string // lower case: aws, azure, gcp, google, oracle, cloudflare ...
	Service  string // as the provider writes it: S3, Storage, Google Cloud
	Region   string // as the provider writes it: eu-west-1; "" when global
}

// File is what was read from one of the files.
type File struct {
	Path    string
	Kind    string    // "mmdb", "table", or the provider of a range file
	Title   string    // database type of an MMDB; "" for others
	Entries int       // ranges of it; 0 for an MMDB, which is not counted
	Built   time.Time // when its maker built it; zero when it does not say
	SHA256  string    // of its bytes after decompression, hexadecimal
}

// Geo answers from the files it was opened with. It is safe for concurrent use.
// A nil Geo knows nothing.
type Geo struct {
	sources []source // countries and AS numbers, in the order of the paths

	// Provider ranges come in two layers, asked in this order: those of a
	// service, and those that only say whose address it is (AMAZON,
	// AzureCloud, goog.json), which may be narrower than the service's.
	services, owners *cidr.Table[*holder]

	files  []File
	digest string
}

// source is a file that knows countries or AS numbers. find never returns nil,
// and nobody writes to what it returns.
type source interface {
	find(addr [16]byte) *place
}

// nowhere is the place of an address that a source does not know.
var nowhere = &place{}

// place is the part of an [Info] that a source gives.
type place struct {
	country string
	asn     uint32
	org     string
}

// Open reads the files. It takes as long as reading and hashing them; tables
// and range files are also parsed, about half a second for a million rows.
func Open(paths []string, log *slog.Logger) (*Geo, error) {
	g := &Geo{}
	digest := sha256.New()
	var held []holding
	for _, path := range paths {
		data, err := read(path)
		if err != nil {
			return nil, fmt.Errorf("read geo data: %w", err)
		}
		got, err := parse(path, data, log)
		if err != nil {
			return nil, fmt.Errorf("read geo data: %s: %w", path, err)
		}
		sum := sha256.Sum256(data)
		got.file.Path, got.file.SHA256 = path, hex.EncodeToString(sum[:])
		digest.Write(sum[:])
		if got.source != nil {
			g.sources = append(g.sources, got.source)
		}
		held = append(held, got.holdings...)
		g.files = append(g.files, got.file)
		log.Debug("geo data read", "path", path, "kind", got.file.Kind, "title", got.file.Title, "entries", got.file.Entries)
	}
	g.services, g.owners = layers(held)
	if len(paths) > 0 {
		g.digest = hex.EncodeToString(digest.Sum(nil))
	}
	return g, nil
}

// Lookup returns what the files say about an address. Addresses that are not
// public, by [iana.ScopeOf], are nowhere. It costs below a microsecond.
func (g *Geo) Lookup(addr [16]byte) Info {
	var info Info
	if g == nil || iana.ScopeOf(addr) != iana.Public {
		return info
	}
	for _, s := range g.sources {
		p := s.find(addr)
		if info.Country == "" {
			info.Country = p.country
		}
		if info.ASN == 0 {
			info.ASN = p.asn
		}
		if info.ASOrg == "" && info.ASN == p.asn { // never the name of another AS
			info.ASOrg = p.org
		}
	}
	h, ok := g.services.Lookup(addr)
	if !ok {
		h, ok = g.owners.Lookup(addr)
	}
	if ok {
		info.Provider, info.Service, info.Region = h.provider, h.service, h.region
	}
	return info
}

// Files returns what was read, in the order of the paths.
func (g *Geo) Files() []File {
	if g == nil {
		return nil
	}
	return g.files
}

// Digest names the contents of all files in their order, in hexadecimal, and is
// "" without files. Equal digests give equal answers.
func (g *Geo) Digest() string {
	if g == nil {
		return ""
	}
	return g.digest
}
