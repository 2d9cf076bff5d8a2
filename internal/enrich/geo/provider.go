package geo

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
)

// holder is who a provider's range belongs to.
type holder struct{ provider, service, region string }

// holding is one range of a provider. Owner marks those that say no more than
// whose it is; of the others the one of higher rank wins where two are for the
// same addresses.
type holding struct {
	prefix cidr.Prefix
	holder
	owner bool
	rank  int
}

// layers builds the two tables that [Geo.Lookup] asks. Of equal networks the
// one of the earlier file wins, within a file the one of higher rank.
func layers(held []holding) (services, owners *cidr.Table[*holder]) {
	var tables [2]cidr.Builder[*holder]
	holders := map[holder]*holder{}
	for _, h := range slices.Backward(held) { // what is added later wins
		i := 0
		if h.owner {
			i = 1
		}
		if holders[h.holder] == nil {
			holders[h.holder] = &h.holder
		}
		tables[i].Add(h.prefix, holders[h.holder])
	}
	return tables[0].Table(), tables[1].Table()
}

// published has the keys of every provider's file beside each other; which of
// them are there tells whose it is.
type published struct {
	SyncToken    any `json:"syncToken"` // AWS, Google
	Prefixes     []prefixItem
	IPv6Prefixes []prefixItem `json:"ipv6_prefixes"` // AWS

	Values []struct { // Azure
		Name       string
		Properties struct {
			Region          string
			AddressPrefixes []string
		}
	}

	Regions []struct { // Oracle
		Region string
		CIDRs  []struct {
			CIDR string
			Tags []string
		}
	}

	Result *struct { // Cloudflare, api.cloudflare.com/client/v4/ips
		IPv4 []string `json:"ipv4_cidrs"`
		IPv6 []string `json:"ipv6_cidrs"`
	}

	Addresses     []string // Fastly, api.fastly.com/public-ip-list
	IPv6Addresses []string `json:"ipv6_addresses"`
}

type prefixItem struct {
	IPPrefix   string `json:"ip_prefix"`   // AWS
	IPv6Prefix string `json:"ipv6_prefix"` // AWS
	GoogleIPv4 string `json:"ipv4Prefix"`
	GoogleIPv6 string `json:"ipv6Prefix"`
	Service    string
	Region     string // AWS
	Scope      string // Google
}

func parseJSON(data []byte) (parsed, error) {
	var p published
	dec := json.NewDecoder(bytes.NewReader(data))
	err := dec.Decode(&p)
	if se := (*json.SyntaxError)(nil); errors.As(err, &se) {
		line := 1 + bytes.Count(data[:min(int(se.Offset), len(data))], []byte("\n"))
		return parsed{}, fmt.Errorf("%w JSON: line %d: %w", ErrDamaged, line, err)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return parsed{}, fmt.Errorf("%w JSON: it ends in the middle; copy it again", ErrDamaged)
	}
	if err != nil {
		return parsed{}, fmt.Errorf("%w: JSON of another shape: %w", ErrFormat, err)
	}

	var l lister
	switch {
	case len(p.IPv6Prefixes) > 0 || len(p.Prefixes) > 0 && p.Prefixes[0].IPPrefix != "":
		l.aws(&p)
	case len(p.Prefixes) > 0 && p.SyncToken == nil:
		// Lists of crawlers (googlebot.json, bingbot.json) have this shape too,
		// and do not say whose they are.
		return parsed{}, fmt.Errorf("%w: JSON with prefixes and without syncToken does not say whose they are; as a plain list, one network a line, it is named after its file", ErrFormat)
	case len(p.Prefixes) > 0:
		l.google(&p)
	case len(p.Values) > 0:
		l.azure(&p)
	case len(p.Regions) > 0:
		l.oracle(&p)
	case p.Result != nil && len(p.Result.IPv4)+len(p.Result.IPv6) > 0:
		l.plain("cloudflare", p.Result.IPv4, p.Result.IPv6)
	case len(p.Addresses)+len(p.IPv6Addresses) > 0:
		l.plain("fastly", p.Addresses, p.IPv6Addresses)
	default:
		return parsed{}, fmt.Errorf("%w: JSON without ranges of AWS, Google, Azure, Oracle, Cloudflare or Fastly", ErrFormat)
	}
	return l.done()
}

// lister collects the holdings of one file and its first error.
type lister struct {
	provider string
	held     []holding
	err      error
}

func (l *lister) add(text string, h holding) {
	p, err := cidr.ParsePrefix(text)
	if err != nil && l.err == nil {
		l.err = fmt.Errorf("%w range file of %s: %w", ErrDamaged, l.provider, err)
	}
	switch strings.ToLower(h.region) {
	case "global":
		h.region = ""
	}
	h.prefix, h.provider = p, cmp.Or(h.provider, l.provider)
	l.held = append(l.held, h)
}

func (l *lister) done() (parsed, error) {
	if l.err != nil {
		return parsed{}, l.err
	}
	// Highest rank first, then by name, so that the answer does not hang on
	// the order in which a provider happened to write its file.
	slices.SortStableFunc(l.held, func(a, b holding) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.service, b.service), cmp.Compare(a.region, b.region))
	})
	return parsed{holdings: l.held, file: File{Kind: l.provider, Entries: len(l.held)}}, nil
}

// aws reads ip-ranges.json. Every range is listed under AMAZON, and those of a
// service once more; EC2 is what customers rent, so a narrower service on the
// same range says more.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html
func (l *lister) aws(p *published) {
	l.provider = "aws"
	for _, item := range slices.Concat(p.Prefixes, p.IPv6Prefixes) {
		h := holding{holder: holder{service: item.Service, region: item.Region}, rank: 1}
		switch item.Service {
		case "AMAZON":
			h.owner = true
		case "EC2":
			h.rank = 0
		}
		l.add(cmp.Or(item.IPPrefix, item.IPv6Prefix), h)
	}
}

// google reads cloud.json (what customers rent, with regions) and goog.json
// (all of Google, the cloud included).
//
// https://support.google.com/a/answer/10026322
func (l *lister) google(p *published) {
	l.provider = "google"
	for _, item := range p.Prefixes {
		h := holding{holder: holder{service: item.Service, region: item.Scope}}
		if item.Service == "" && item.Scope == "" {
			h.owner = true
		} else {
			h.provider = "gcp"
		}
		l.add(cmp.Or(item.GoogleIPv4, item.GoogleIPv6), h)
	}
	if len(l.held) > 0 && !l.held[0].owner {
		l.provider = "gcp"
	}
}

// azure reads ServiceTags_*.json. A range is listed under its service, under its
// service in a region ("Storage.WestEurope"), and under AzureCloud.
//
// https://learn.microsoft.com/en-us/azure/virtual-network/service-tags-overview
func (l *lister) azure(p *published) {
	l.provider = "azure"
	for _, tag := range p.Values {
		service, _, _ := strings.Cut(tag.Name, ".")
		h := holding{holder: holder{service: service, region: tag.Properties.Region}, owner: service == "AzureCloud"}
		if h.region != "" {
			h.rank = 1
		}
		for _, text := range tag.Properties.AddressPrefixes {
			l.add(text, h)
		}
	}
}

// oracle reads public_ip_ranges.json. Its tags are OCI (what customers rent),
// OSN (Oracle's services) and OBJECT_STORAGE, which is part of OSN.
//
// https://docs.oracle.com/en-us/iaas/Content/General/Concepts/addressranges.htm
func (l *lister) oracle(p *published) {
	l.provider = "oracle"
	for _, region := range p.Regions {
		for _, item := range region.CIDRs {
			h := holding{holder: holder{region: region.Region}}
			for rank, tag := range []string{"OCI", "OSN", "OBJECT_STORAGE"} {
				if slices.Contains(item.Tags, tag) {
					h.service, h.rank = tag, rank
				}
			}
			l.add(item.CIDR, h)
		}
	}
}

// plain adds networks of which nothing but their provider is said.
func (l *lister) plain(provider string, lists ...[]string) {
	l.provider = provider
	for _, text := range slices.Concat(lists...) {
		l.add(text, holding{owner: true})
	}
}

// cloudflareFirst are the networks that www.cloudflare.com/ips-v4 and ips-v6 have
// begun with since they were first published. The lists carry no name.
var cloudflareFirst = []string{"173.245.48.0/20", "2400:cb00::/32"}

// parseList reads one network a line.
func parseList(path string, text []byte) (parsed, error) {
	base := filepath.Base(path)
	name, _, _ := strings.Cut(base, ".")
	l := lister{provider: strings.ToLower(name)}
	n := 0
	for line := range bytes.Lines(text) {
		n++
		item := listItem(string(line))
		if item == "" {
			continue
		}
		if slices.Contains(cloudflareFirst, item) {
			l.provider = "cloudflare"
		}
		if l.add(item, holding{owner: true}); l.err != nil {
			return parsed{}, fmt.Errorf("%w list: line %d: %q is no network", ErrDamaged, n, item)
		}
	}
	for i := range l.held {
		l.held[i].provider = l.provider
	}
	return l.done()
}

// listItem returns what a line of a list says: all before a # or a ; that stands
// alone (one that does not separates the columns of a table).
func listItem(line string) string {
	line, _, _ = strings.Cut(line, "#")
	line, _, _ = strings.Cut(" "+line, " ;")
	return strings.TrimSpace(line)
}
