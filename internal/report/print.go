package report

import (
	"cmp"
	"fmt"
	"io"
	"net/netip"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/iana"
)

// Print writes the report.
func (s *Summary) Print(w io.Writer, page Page) error {
	p := &printer{Page: page, w: w}
	p.read(s)
	if s.From != nil {
		p.timeline(&s.Timeline)
		p.talkers(s.Talkers, s.Verdicts[0].Bytes+s.Verdicts[1].Bytes+s.Verdicts[2].Bytes)
		p.sources(s.Sources, s.Verdicts[1].Flows)
		p.targets(s.Targets)
		p.ports(s.Ports)
		p.protocols(s.Protocols)
		p.quiet(s)
	}
	p.bad(s)
	return p.err
}

const minute = "2006-01-02 15:04"

// read tells what was read and what it adds up to.
func (p *printer) read(s *Summary) {
	dot := p.sign(" · ", ", ")
	join := func(parts ...string) string { return strings.Join(parts, dot) }
	list := List{{"read", join(
		Noun(s.Objects, "file"), Noun(s.Records, "record"), Bytes(s.BytesIn), "in "+Span(s.Took),
	)}}
	if s.Duplicates > 0 {
		list = append(list, Item{"duplicates", Noun(s.Duplicates, "record") + " that were in already"})
	}
	if s.From == nil {
		list = append(list, Item{"range", "no records"})
		p.list(list, 0)
		return
	}
	arrow := p.sign(" → ", " to ")
	list = append(list, Item{"range", fmt.Sprintf("%s%s%s UTC%s%s", s.From.UTC().Format(minute), arrow, s.To.UTC().Format(minute), dot, Span(s.To.Sub(*s.From)))})
	list = append(list, Item{"flows", join(verdicts(s.Verdicts)...)})
	accepted, rejected, open := s.Verdicts[0], s.Verdicts[1], s.Verdicts[2]
	list = append(list, Item{"traffic", join(Bytes(accepted.Bytes+rejected.Bytes+open.Bytes), Count(accepted.Packets+rejected.Packets+open.Packets)+" packets")})
	list = append(list, Item{"gaps", p.gaps(s.Gaps)})
	if s.Future > 0 {
		list = append(list, Item{"future", s.AboutFuture()})
	}
	bad := "none"
	if s.Bad > 0 {
		bad = Noun(s.Bad, "line")
	}
	if n := int64(len(s.Failures)); n > 0 {
		bad = join(bad, Noun(n, "file")+" with trouble, below")
	}
	list = append(list, Item{"bad", bad})
	p.list(list, 0)
}

// AboutFuture tells of records that lie in the future of the clock.
func (s *Summary) AboutFuture() string {
	return Noun(int64(s.Future), "record") + " later than this machine's clock: counted, not searched for attacks"
}

// verdicts tells how many flows there were, and what became of them as far as their
// logs tell.
func verdicts(v [3]Volume) []string {
	accepted, rejected, open := v[0].Flows, v[1].Flows, v[2].Flows
	flows := accepted + rejected + open
	parts := []string{Count(flows) + ", each counted once"}
	if accepted+rejected > 0 || open == 0 {
		parts = append(parts,
			fmt.Sprintf("%s accepted (%s)", Count(accepted), Share(accepted, flows)),
			fmt.Sprintf("%s rejected (%s)", Count(rejected), Share(rejected, flows)))
	}
	switch {
	case open == 0:
	case open == flows:
		parts = append(parts, "no verdict known, the logs have none")
	default:
		parts = append(parts, fmt.Sprintf("%s without a verdict (%s)", Count(open), Share(open, flows)))
	}
	return parts
}

// gaps tells what is missing, the first of it with times.
func (p *printer) gaps(gaps []Gap) string {
	if len(gaps) == 0 {
		return "none"
	}
	var lost []string
	var hours, days int
	var records uint64
	for _, g := range gaps {
		if g.Kind == "skipdata" {
			hours += int(g.To.Sub(g.From).Hours())
			records += g.Records
			continue
		}
		n := int(g.To.Sub(g.From).Hours() / 24)
		days += n
		if len(lost) < 3 {
			day := g.From.UTC().Format(time.DateOnly)
			if n > 1 {
				day += p.sign(" → ", " to ") + g.To.Add(-time.Second).UTC().Format(time.DateOnly)
			}
			lost = append(lost, day)
		}
	}
	var lines []string
	if days > 0 {
		line := Noun(int64(days), "day") + " without any record: " + strings.Join(lost, ", ")
		if len(lost) == 3 {
			line += ", ..."
		}
		lines = append(lines, line)
	}
	if hours > 0 {
		lines = append(lines, fmt.Sprintf("%s in which AWS skipped records (%s)", Noun(int64(hours), "hour"), Noun(int64(records), "SKIPDATA record")))
	}
	return strings.Join(lines, "\n")
}

func (p *printer) timeline(t *Timeline) {
	if len(t.Accept) == 0 {
		return
	}
	peak := func(values []uint64) string {
		var best int
		for i, v := range values {
			if v > values[best] {
				best = i
			}
		}
		return fmt.Sprintf("peak %s in %s from %s", Count(values[best]), short(t.Bucket), t.Begin.Add(t.Bucket*time.Duration(best)).UTC().Format("01-02 15:04"))
	}
	draw := func(title string, values []uint64, rows int, c paint) {
		p.heading(title, peak(values))
		for _, line := range p.bars(values, rows) {
			p.line("  ", p.paint(c, line))
		}
	}
	judged, open := some(t.Accept) || some(t.Reject), some(t.NoVerdict)
	if judged || !open {
		draw("Accepted flows", t.Accept, 4, green)
		draw("Rejected flows", t.Reject, 2, red)
	}
	if open {
		draw("Flows without a verdict", t.NoVerdict, 4, dim)
	}
	p.line("  ", p.paint(dim, axis(t.Begin, t.Bucket, len(t.Accept))))
}

// some reports whether a value is not zero.
func some(values []uint64) bool {
	return slices.ContainsFunc(values, func(v uint64) bool { return v > 0 })
}

func short(d time.Duration) string {
	switch {
	case d%(24*time.Hour) == 0:
		return fmt.Sprintf("%d d", d/(24*time.Hour))
	case d%time.Hour == 0:
		return fmt.Sprintf("%d h", d/time.Hour)
	}
	return fmt.Sprintf("%d min", d/time.Minute)
}

// internet is the app of public addresses that nothing more is known about.
const internet = "internet"

// name is what an end is called beside its address.
func name(app, iface, asOrg, country text, asn uint64) string {
	what := string(cmp.Or(app, iface))
	if what == internet && (asOrg != "" || asn != 0) {
		what = string(asOrg)
		if asOrg == "" {
			what = "AS" + strconv.FormatUint(asn, 10)
		}
	}
	switch {
	case country == "":
		return what
	case what == "" || what == internet:
		return string(country)
	}
	return what + ", " + string(country)
}

// networks returns the network column's cells: empty unless there are several,
// as one network would only repeat itself.
func networks[T any](list []T, network func(T) text) func(T) string {
	seen := map[text]bool{}
	for _, x := range list {
		if n := network(x); n != "" {
			seen[n] = true
		}
	}
	return func(x T) string {
		if len(seen) < 2 {
			return ""
		}
		return string(network(x))
	}
}

const barCells = 12

func (p *printer) talkers(list []End, whole uint64) {
	if len(list) == 0 {
		return
	}
	p.heading("Top talkers", "by bytes sent")
	g := &grid{columns: []column{{title: "address"}, {title: "what", paint: cyan, most: 26}, {title: "network", paint: dim, most: 24},
		{title: "bytes", right: true}, {title: "share", right: true}, {paint: green, bar: true}, {title: "flows", right: true}, {title: "packets", right: true}}}
	network := networks(list, func(e End) text { return e.Network })
	for _, e := range list {
		g.add(e.Address, name(e.App, e.Interface, e.ASOrg, e.Country, e.ASN), network(e), Bytes(e.Bytes), Share(e.Bytes, whole),
			p.bar(e.Bytes, list[0].Bytes, barCells), Count(e.Flows), Count(e.Packets))
	}
	p.grid(g, p.columns())
}

func (p *printer) sources(list []Rejected, whole uint64) {
	if len(list) == 0 {
		return
	}
	p.heading("Rejected sources", fmt.Sprintf("top %d by rejected flows", len(list)))
	g := &grid{columns: []column{{title: "address"}, {title: "what", paint: cyan, most: 26}, {title: "network", paint: dim, most: 24},
		{title: "flows", right: true}, {title: "share", right: true}, {paint: red, bar: true}, {title: "hosts tried", right: true}, {title: "ports tried", right: true}}}
	network := networks(list, func(r Rejected) text { return r.Network })
	for _, r := range list {
		g.add(r.Address, name(r.App, r.Interface, r.ASOrg, r.Country, r.ASN), network(r), Count(r.Flows), Share(r.Flows, whole),
			p.bar(r.Flows, list[0].Flows, barCells), Count(r.Hosts), Count(r.Ports))
	}
	p.grid(g, p.columns())
}

func (p *printer) targets(list []Rejected) {
	if len(list) == 0 {
		return
	}
	p.heading("Rejected destinations", "by rejected flows")
	g := &grid{columns: []column{{title: "address:port"}, {title: "service"}, {title: "what", paint: cyan, most: 26}, {title: "network", paint: dim, most: 24},
		{title: "flows", right: true}, {paint: red, bar: true}, {title: "from hosts", right: true}}}
	network := networks(list, func(r Rejected) text { return r.Network })
	for _, r := range list {
		place, service := r.Address, ""
		if r.Port != nil && r.Protocol != nil {
			protocol := uint8(*r.Protocol)
			service = iana.ProtocolName(protocol)
			if protocol == iana.TCP || protocol == iana.UDP || protocol == iana.SCTP {
				place = hostPort(r.Address, *r.Port)
				if known := iana.PortName(protocol, uint16(*r.Port)); known != "" {
					service = known + "/" + service
				}
			}
		}
		g.add(place, service, name(r.App, r.Interface, r.ASOrg, r.Country, r.ASN), network(r), Count(r.Flows), p.bar(r.Flows, list[0].Flows, barCells), Count(r.Hosts))
	}
	p.grid(g, p.columns())
}

func hostPort(address string, port int) string {
	if a, err := netip.ParseAddr(address); err == nil {
		return netip.AddrPortFrom(a, uint16(port)).String()
	}
	return address + ":" + strconv.Itoa(port)
}

func (p *printer) ports(list []Service) {
	if len(list) == 0 {
		return
	}
	p.heading("Service ports", "by bytes, both ways")
	g := &grid{columns: []column{{title: "port"}, {title: "service", paint: cyan}, {title: "bytes", right: true}, {paint: green, bar: true}, {title: "flows", right: true}}}
	for _, s := range list {
		g.add(strconv.Itoa(*s.Port)+"/"+iana.ProtocolName(uint8(s.Protocol)), string(s.Name), Bytes(s.Bytes), p.bar(s.Bytes, list[0].Bytes, barCells), Count(s.Flows))
	}
	p.grid(g, p.columns())
}

func (p *printer) protocols(list []Service) {
	if len(list) == 0 {
		return
	}
	p.heading("Protocols", "by bytes")
	g := &grid{columns: []column{{title: "protocol", paint: cyan}, {title: "bytes", right: true}, {paint: green, bar: true}, {title: "flows", right: true}, {title: "rejected", right: true}}}
	for _, s := range list[:min(len(list), protocols)] {
		g.add(string(s.Name), Bytes(s.Bytes), p.bar(s.Bytes, list[0].Bytes, barCells), Count(s.Flows), Share(s.Rejected, s.judged))
	}
	p.grid(g, p.columns())
}

// quiet tells what the logs say about themselves.
func (p *printer) quiet(s *Summary) {
	if len(s.Quiet) == 0 {
		return
	}
	const most = 6
	p.heading("Log status", fmt.Sprintf("%s SKIPDATA: records that AWS lost; %s NODATA: no traffic", Count(s.SkipData), Count(s.NoData)))
	g := &grid{columns: []column{{title: "interface"}, {title: "skipdata", right: true, paint: red}, {title: "nodata", right: true}}}
	for _, i := range s.Quiet[:min(len(s.Quiet), most)] {
		g.add(i.ID, blankZero(i.SkipData), blankZero(i.NoData))
	}
	p.grid(g, p.columns())
	if more := len(s.Quiet) - most; more > 0 {
		p.line(p.paint(dim, fmt.Sprintf("  and %d more interfaces", more)))
	}
}

func blankZero(n uint64) string {
	if n == 0 {
		return ""
	}
	return Count(n)
}

// bad tells which input was no good.
func (p *printer) bad(s *Summary) {
	if len(s.Bads) > 0 {
		p.heading("Bad lines", "left out, all else of their files is in")
		g := &grid{columns: []column{{title: "lines", right: true, paint: yellow}, {title: "reason"}, {title: "first at", paint: dim, most: 60}}}
		for _, b := range s.Bads {
			g.add(Count(b.Count), b.Text, b.Example)
		}
		p.grid(g, p.columns())
	}
	if len(s.Failures) > 0 {
		p.heading("Files with trouble", "")
		const most = 10
		for _, f := range s.Failures[:min(len(s.Failures), most)] {
			// Lines of the reason may be commands to copy, and are not cut.
			first, more, _ := strings.Cut(f.Why, "\n")
			p.line("  ", p.paint(yellow, p.fit(p.escape(filepath.Base(f.Name)), 60)), "  ", p.escape(first))
			for line := range strings.SplitSeq(more, "\n") {
				p.line("    ", p.escape(line))
			}
		}
		if more := len(s.Failures) - most; more > 0 {
			p.line(p.paint(dim, fmt.Sprintf("  and %d more", more)))
		}
	}
}
