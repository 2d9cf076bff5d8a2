package appgraph

import (
	"cmp"
	"fmt"
	"net/netip"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// Need is an inbound rule that traffic which was answered needs.
type Need struct {
	Protocol uint8
	Port     uint16
	Source   netip.Prefix
	Why      string // who is behind it, in letters that AWS takes in a description
	Clients  int    // addresses
	Flows    uint64
}

const (
	// manyPublic is from how many public clients on the whole internet is their
	// source; fewer are named one by one.
	manyPublic = 20
	// maxSources is how many prefixes the clients of one app come to on a port, and
	// widest how short a prefix may get for that.
	maxSources           = 6
	widest4, widest6     = 20, 56
	maxWhy               = 200
	anywhere4, anywhere6 = "0.0.0.0/0", "::/0"
)

// Needs returns the inbound rules for whom a host answered, by port. Addresses of one
// app are joined into few prefixes; many from the internet are all of it.
func Needs(clients []query.Client) []Need {
	type key struct {
		port     uint16
		protocol uint8
		public   bool
		four     bool
		app      string // of those inside
	}
	groups := map[key][]query.Client{}
	for _, c := range clients {
		k := key{port: c.Port, protocol: c.Protocol, four: c.Addr.Is4()}
		switch c.Scope {
		case record.ScopePublic, record.ScopeService:
			k.public = true
		case record.ScopeInternal, record.ScopePrivate:
			k.app = c.App
		default:
			continue // on the link, or a group: no rule lets it in
		}
		groups[k] = append(groups[k], c)
	}
	var out []Need
	for k, list := range groups {
		flows := map[netip.Addr]uint64{}
		for _, c := range list {
			flows[c.Addr.Netip()] += c.Flows
		}
		make1 := func(p netip.Prefix, why string) Need {
			n := Need{Protocol: k.protocol, Port: k.port, Source: p, Why: why}
			for a, f := range flows {
				if p.Contains(a) {
					n.Clients++
					n.Flows += f
				}
			}
			return n
		}
		addrs := make([]netip.Addr, 0, len(flows))
		for a := range flows {
			addrs = append(addrs, a)
		}
		switch {
		case k.public && len(addrs) >= manyPublic:
			anywhere := anywhere4
			if !k.four {
				anywhere = anywhere6
			}
			out = append(out, make1(netip.MustParsePrefix(anywhere), fmt.Sprintf("internet, %d addresses answered", len(addrs))))
		case k.public:
			for _, p := range join(addrs, len(addrs), 0) {
				out = append(out, make1(p, "internet, "+names(list, p)))
			}
		default:
			for _, p := range join(addrs, maxSources, map[bool]int{true: widest4, false: widest6}[k.four]) {
				out = append(out, make1(p, names(list, p)))
			}
		}
	}
	slices.SortFunc(out, func(a, b Need) int {
		return cmp.Or(cmp.Compare(a.Protocol, b.Protocol), cmp.Compare(a.Port, b.Port), cmp.Compare(b.Flows, a.Flows), a.Source.Addr().Compare(b.Source.Addr()))
	})
	return slices.CompactFunc(merge(out), func(a, b Need) bool { return a.Protocol == b.Protocol && a.Port == b.Port && a.Source == b.Source })
}

// merge joins what several apps need of one source and port into one rule.
func merge(list []Need) []Need {
	var out []Need
	for _, n := range list {
		i := slices.IndexFunc(out, func(o Need) bool { return o.Protocol == n.Protocol && o.Port == n.Port && o.Source == n.Source })
		if i < 0 {
			out = append(out, n)
			continue
		}
		out[i].Why = describe(out[i].Why + ", " + n.Why)
		out[i].Clients, out[i].Flows = out[i].Clients+n.Clients, out[i].Flows+n.Flows
	}
	return out
}

// join covers addresses with at most so many prefixes, none shorter than widest
// unless that is 0: then neighbours alone are joined.
func join(addrs []netip.Addr, most, widest int) []netip.Prefix {
	slices.SortFunc(addrs, netip.Addr.Compare)
	list := make([]netip.Prefix, len(addrs))
	for i, a := range addrs {
		list[i] = netip.PrefixFrom(a, a.BitLen())
	}
	for {
		// The pair that is nearest: the longest prefix that covers two neighbours.
		best, bits := -1, -1
		for i := 1; i < len(list); i++ {
			if n := common(list[i-1], list[i]); n > bits {
				best, bits = i, n
			}
		}
		full := best > 0 && list[best-1].Bits() == list[best].Bits() && bits == list[best].Bits()-1
		if best < 0 || !full && (len(list) <= most || bits < widest || widest == 0) {
			return list
		}
		wide := netip.PrefixFrom(list[best].Addr(), bits).Masked()
		list = append(list[:best-1], append([]netip.Prefix{wide}, list[best+1:]...)...)
	}
}

// common is how many bits two prefixes begin with alike, their own length at most.
func common(a, b netip.Prefix) int {
	x, y := a.Addr().AsSlice(), b.Addr().AsSlice()
	n := 0
	for n < min(a.Bits(), b.Bits()) && x[n/8]>>(7-n%8)&1 == y[n/8]>>(7-n%8)&1 {
		n++
	}
	return n
}

// names lists the apps of the clients within a prefix.
func names(list []query.Client, p netip.Prefix) string {
	var apps []string
	for _, c := range list {
		if p.Contains(c.Addr.Netip()) && c.App != "" && !slices.Contains(apps, c.App) {
			apps = append(apps, c.App)
		}
	}
	slices.Sort(apps)
	if len(apps) > 4 {
		apps = append(apps[:4], fmt.Sprintf("%d more", len(apps)-4))
	}
	if len(apps) == 0 {
		return "unnamed"
	}
	return describe(strings.Join(apps, ", "))
}

// describe keeps of a text what AWS takes as the description of a rule and what no
// shell and no HCL reads as anything else: names come from logs.
func describe(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune(" ._-:/,", r):
			b.WriteRune(r)
		default:
			b.WriteByte('_')
		}
		if b.Len() >= maxWhy {
			break
		}
	}
	return b.String()
}

// protocolName is a protocol as AWS spells it in rules.
func protocolName(p uint8) string {
	switch p {
	case iana.TCP:
		return "tcp"
	case iana.UDP:
		return "udp"
	}
	return fmt.Sprint(p)
}

// AWSCommand writes the rules as a command of the AWS CLI, to be run as it is once the
// group's id is in it.
func AWSCommand(needs []Need, network string) string {
	if len(needs) == 0 {
		return ""
	}
	var b strings.Builder
	if network != "" {
		fmt.Fprintf(&b, "# a security group in %s with the inbound rules that answered traffic needs\n", describe(network))
	}
	b.WriteString("GROUP=sg-0123456789abcdef0  # your group\n")
	for i := 0; i < len(needs); {
		n := needs[i]
		var four, six []string
		j := i
		for ; j < len(needs) && needs[j].Port == n.Port && needs[j].Protocol == n.Protocol; j++ {
			if s := needs[j]; s.Source.Addr().Is4() {
				four = append(four, fmt.Sprintf("{CidrIp=%s,Description=\"%s\"}", s.Source, strings.ReplaceAll(s.Why, ",", " /")))
			} else {
				six = append(six, fmt.Sprintf("{CidrIpv6=%s,Description=\"%s\"}", s.Source, strings.ReplaceAll(s.Why, ",", " /")))
			}
		}
		fmt.Fprintf(&b, "aws ec2 authorize-security-group-ingress --group-id \"$GROUP\" \\\n  --ip-permissions 'IpProtocol=%s,FromPort=%d,ToPort=%d", protocolName(n.Protocol), n.Port, n.Port)
		if len(four) > 0 {
			fmt.Fprintf(&b, ",IpRanges=[%s]", strings.Join(four, ","))
		}
		if len(six) > 0 {
			fmt.Fprintf(&b, ",Ipv6Ranges=[%s]", strings.Join(six, ","))
		}
		b.WriteString("'\n")
		i = j
	}
	return b.String()
}

// Terraform writes the rules as resources of the AWS provider.
func Terraform(needs []Need, name, network string) string {
	if len(needs) == 0 {
		return ""
	}
	id := identifier(name)
	var b strings.Builder
	fmt.Fprintf(&b, "resource \"aws_security_group\" \"%s\" {\n  name        = \"%s\"\n  description = \"what weir saw answered\"\n", id, identifier(name))
	if strings.HasPrefix(network, "vpc-") {
		fmt.Fprintf(&b, "  vpc_id      = \"%s\"\n", describe(network))
	}
	b.WriteString("}\n")
	for i, n := range needs {
		key := "cidr_ipv4"
		if n.Source.Addr().Is6() {
			key = "cidr_ipv6"
		}
		fmt.Fprintf(&b, "\nresource \"aws_vpc_security_group_ingress_rule\" \"%s_%s_%d_%d\" {\n  security_group_id = aws_security_group.%s.id\n  ip_protocol       = \"%s\"\n  from_port         = %d\n  to_port           = %d\n  %s         = \"%s\"\n  description       = \"%s\"\n}\n",
			id, protocolName(n.Protocol), n.Port, i+1, id, protocolName(n.Protocol), n.Port, n.Port, key, n.Source, n.Why)
	}
	return b.String()
}

// identifier makes a name of Terraform's from any text.
func identifier(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' && b.Len() > 0 {
			b.WriteRune(r)
		} else if b.Len() > 0 && !strings.HasSuffix(b.String(), "_") {
			b.WriteByte('_')
		}
	}
	if name := strings.TrimRight(b.String(), "_"); name != "" {
		return name
	}
	return "weir"
}
