package fleet

import (
	"bytes"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// listKind is one of the lists that a fleet comes with.
type listKind int

const (
	knownBad listKind = iota
	forbiddenSources
	forbiddenDestinations
	listKinds
)

// netSet are networks that the background never meets: those of lists, and those of far
// countries and regions.
type netSet struct {
	lists [listKinds][]netip.Prefix
	far   []farNet
	all   map[[3]byte]bool // taken
}

// farNet is a network of a country or cloud region that nobody talks with.
type farNet struct {
	net     netip.Prefix
	country string
	asn     int
	org     string
	region  string // of AWS, else empty
}

// addNets draws the networks of lists and far places among those that the background
// has no address of.
func (w *World) addNets() {
	w.nets.all = map[[3]byte]bool{}
	note := func(list []Address) {
		for i := range list {
			if ip := list[i].IP; ip.Is4() {
				b := ip.As4()
				w.nets.all[[3]byte(b[:3])] = true
			}
		}
	}
	for _, a := range w.accounts {
		for _, p := range a.pools {
			note(p)
		}
		for _, c := range a.cells {
			note(c.clients[0])
			note(c.scanners)
		}
	}
	d := newDice(w.cfg.Seed, 13)
	fresh := func(within netip.Prefix) netip.Prefix {
		for {
			b := drawOutside4(d, within).As4()
			if key := [3]byte(b[:3]); !w.nets.all[key] {
				w.nets.all[key] = true
				return netip.PrefixFrom(netip.AddrFrom4([4]byte{b[0], b[1], b[2], 0}), 24)
			}
		}
	}
	for k := range w.nets.lists {
		for range 12 + d.IntN(20) {
			w.nets.lists[k] = append(w.nets.lists[k], fresh(netip.Prefix{}))
		}
	}
	places := []string{"KP", "IR", "MM", "AF", "LA", "TD", "SO", "GQ", "TM", "NR"}
	w.nets.far = []farNet{
		{net: fresh(netip.Prefix{}), country: places[d.IntN(len(places))], asn: 4200000000 + d.IntN(1000), org: "Far Away Hosting"},
		{net: fresh(netip.MustParsePrefix("3.0.0.0/9")), country: "ZA", asn: 16509, org: "Amazon", region: []string{"af-south-1", "ap-southeast-3", "me-central-1", "sa-east-1"}[d.IntN(4)]},
	}
}

// list draws a network of a list.
func (pl *planner) list(k listKind) netip.Prefix {
	all := pl.w.nets.lists[k]
	return all[pl.d.IntN(len(all))]
}

// taken tells whether an address lies in the background or in a network of a list.
func (n *netSet) taken(a netip.Addr) bool {
	b := a.As4()
	return n.all[[3]byte(b[:3])]
}

// drawIn draws a host of a network of 256.
func drawIn(d dice, p netip.Prefix) netip.Addr {
	ip := p.Addr().As4()
	ip[3] = byte(1 + d.IntN(254))
	return netip.AddrFrom4(ip)
}

// usualCountries are where the background's addresses lie, by their first byte.
var usualCountries = []string{"DE", "US", "FR", "NL", "GB", "IE", "ES", "IT", "PL", "SE", "AT", "CH", "CA", "BR", "IN", "JP"}

// WriteExtras writes the lists that a site would have into one folder and small files of
// countries, networks and cloud regions, for weir ingest --geo, into another; an empty
// name leaves them out.
func (w *World) WriteExtras(lists, geo string) error {
	files := map[string][]byte{}
	if lists != "" {
		for name, text := range w.lists() {
			files[filepath.Join(lists, name)] = text
		}
	}
	if geo != "" {
		files[filepath.Join(geo, "networks.csv")] = w.geo()
		files[filepath.Join(geo, "ip-ranges.json")] = w.ranges()
	}
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}

func (w *World) lists() map[string][]byte {
	networks := func(k listKind, about string) []byte {
		var b bytes.Buffer
		fmt.Fprintf(&b, "# %s\n", about)
		for _, p := range w.nets.lists[k] {
			fmt.Fprintf(&b, "%s\n", p)
		}
		return b.Bytes()
	}
	var resolvers4 []string
	for _, a := range w.accounts {
		for _, r := range a.pools[resolvers] {
			resolvers4 = append(resolvers4, r.IP.String())
		}
		for _, c := range a.cells {
			for _, n := range c.all {
				if n.Role == "resolver" {
					resolvers4 = append(resolvers4, n.Addr.IP.String())
				}
			}
		}
	}
	slices.Sort(resolvers4)
	var edges []string
	for _, e := range w.forbidden {
		edges = append(edges, fmt.Sprintf("%s > %s:%d/tcp", e.client, e.server, e.port))
	}
	slices.Sort(edges)
	return map[string][]byte{
		"known_bad.txt":              networks(knownBad, "networks of known attackers"),
		"forbidden_sources.txt":      networks(forbiddenSources, "nobody may come from here"),
		"forbidden_destinations.txt": networks(forbiddenDestinations, "nobody may go there"),
		"forbidden_ports.txt":        []byte("# services that nobody may offer\n21/tcp\n23/tcp\n69/udp\n512-514/tcp\n2323/tcp\n"),
		"forbidden_edges.txt":        []byte("# apps that must not call each other\n" + strings.Join(slices.Compact(edges), "\n") + "\n"),
		"approved_resolvers.txt":     []byte("# resolvers that hosts may ask\n" + strings.Join(slices.Compact(resolvers4), "\n") + "\n"),
	}
}

// geo is a table of networks with country and operator. The numbers of operators are
// those for private use.
func (w *World) geo() []byte {
	var b bytes.Buffer
	b.WriteString("network,country_code,asn,as_name\n")
	for first := 1; first < 224; first++ {
		if first == 10 || first == 127 {
			continue
		}
		h := mix(w.cfg.Seed ^ mix(uint64(first)))
		fmt.Fprintf(&b, "%d.0.0.0/8,%s,%d,Carrier %d\n", first, usualCountries[h%uint64(len(usualCountries))], 64512+first, first)
	}
	for i, p := range []string{"2a02::/16", "2a01::/16", "2003::/16", "2600::/16", "2607::/16"} {
		fmt.Fprintf(&b, "%s,%s,%d,Carrier six %d\n", p, usualCountries[i], 64900+i, i+1)
	}
	for i, a := range w.accounts {
		for _, pool := range []int{saas, vendor, updates, ntp, resolvers} {
			var nets []string
			for _, x := range a.pools[pool] {
				p, _ := x.IP.Prefix(24) // an IPv4 address has one
				nets = append(nets, p.String())
			}
			slices.Sort(nets)
			for _, p := range slices.Compact(nets) {
				fmt.Fprintf(&b, "%s,%s,%d,%s of %s\n", p, []string{"IE", "US"}[i], 65000+10*i+pool, strings.TrimPrefix(poolNames[pool], "@"), a.id)
			}
		}
	}
	for _, p := range []int{awsAPI, s3} {
		fmt.Fprintf(&b, "%s,IE,16509,Amazon\n", outsideNets[p])
	}
	for _, f := range w.nets.far {
		fmt.Fprintf(&b, "%s,%s,%d,%s\n", f.net, f.country, f.asn, f.org)
	}
	return b.Bytes()
}

// ranges is a file of AWS's ranges, as ip-ranges.amazonaws.com has it.
func (w *World) ranges() []byte {
	var b bytes.Buffer
	b.WriteString(`{"syncToken": "0", "createDate": "2026-01-01-00-00-00", "prefixes": [` + "\n")
	fmt.Fprintf(&b, `  {"ip_prefix": %q, "region": "eu-central-1", "service": "AMAZON", "network_border_group": "eu-central-1"},`+"\n", outsideNets[awsAPI])
	fmt.Fprintf(&b, `  {"ip_prefix": %q, "region": "eu-central-1", "service": "S3", "network_border_group": "eu-central-1"}`, outsideNets[s3])
	for _, f := range w.nets.far {
		if f.region != "" {
			fmt.Fprintf(&b, ",\n"+`  {"ip_prefix": %q, "region": %q, "service": "AMAZON", "network_border_group": %[2]q}`, f.net, f.region)
		}
	}
	b.WriteString("\n], \"ipv6_prefixes\": []}\n")
	return b.Bytes()
}
