package contact

import (
	"cmp"
	"fmt"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/sketch"
)

// crowdScan counts a failed contact of a source with few targets for the host and for
// the port that it tried: many sources may share the work. What the internet does to
// a host all day is many sources, too, so there must be far more of them than usual, or
// more that try far more, and hardly two of them may try the same.
func (d *Detector) crowdScan(tr *tracker, s *source, c *encounter, out detect.Out) {
	for _, r := range d.crowdScans {
		// Rules with a filter would need trackers of their own: they look at all.
		if ways[r.Way] != c.way || tr.filter >= 0 || s.tried() >= fewTargets {
			continue
		}
		host, _ := d.crowds.Use(sketch.Hash64(c.server, uint64(c.way), salt(r.Numbered), 4), c.at)
		first, begin := d.env.Hosts.First(c.server), d.env.Hosts.Begin()
		host.add(c.at, cmp.Or(first, begin), sketch.Hash64(c.client), targetOf(c.server, c.port).hash())
		if (host.many(r.Sources) || host.wide(r.Sources)) && host.spreadOut(2*r.Sources) && begin != 0 && c.at-begin >= day {
			d.tellCrowd(r, host, c, true, out)
		}
		port, _ := d.ports.Use(sketch.Hash64(uint64(c.port), uint64(c.protocol), uint64(c.way), salt(r.Numbered), 5), c.at)
		port.add(c.at, begin, sketch.Hash64(c.client), targetOf(c.server, c.port).hash())
		// Every port has its day on the internet, so there must be more of them.
		if port.many(2*r.Sources) && port.spreadOut(3*r.Targets) && begin != 0 && c.at-begin >= day {
			d.tellCrowd(r, port, c, false, out)
		}
	}
}

// fewTargets is how many targets a source of a crowd has at most: with more it is a
// scanner by itself.
const fewTargets = 10

// spreadOut reports whether there are at least so many targets and hardly two
// sources tried the same.
func (c *crowd) spreadOut(targets int) bool {
	n := c.Targets.Len()
	return n >= targets && 10*n >= 8*int(c.N)
}

func (d *Detector) tellCrowd(r *scanRule, g *crowd, c *encounter, host bool, out detect.Out) {
	p := parties{way: c.way, server: c.server, dst: c.dst, dstNetwork: c.dstNetwork, port: c.port, protocol: c.protocol}
	f, ok := d.crowdFinding(r.Numbered, g, &p, c.now)
	if !ok {
		return
	}
	scope := scopeName(c.way)
	what := fmt.Sprintf("%d ports of %s", g.Targets.Len(), c.dst)
	filter := "dstaddr:" + c.dst.String() + inNetwork("dst", c.dstNetwork)
	if !host {
		e := finding.Entity{Kind: finding.KindEdge, Network: c.dstNetwork, ID: fmt.Sprintf("%s > all:%d", scope, c.port)}
		f = begin(r.Numbered, e, g.Told.Window)
		f.FirstSeen, f.LastSeen, f.Found, f.Count = moment(g.First), moment(g.Last), moment(g.Told.Found), uint64(g.N)
		port := c.port
		f.DstPort = &port
		what = fmt.Sprintf("%s of %d hosts", portName(c.protocol, c.port), g.Targets.Len())
		filter = fmt.Sprintf("dstport:%d", c.port)
	}
	f.Usual = &finding.Range{Low: 0, High: float64(g.Usual) * crowdTimes, Unit: "sources in two hours"}
	usual := fmt.Sprintf("%s sources", detect.ValueText(float64(g.Usual)))
	if host && !g.many(r.Sources) {
		f.Usual = &finding.Range{Low: 0, High: float64(g.UsualTried) * crowdTimes, Unit: "ports in two hours"}
		usual += fmt.Sprintf(" and %s ports", detect.ValueText(float64(g.UsualTried)))
	}
	f.Evidence = evidence(filter+" AND src_scope:"+scope, g.First, g.Last)
	f.Why = fmt.Sprintf("%d sources with less than %d targets each tried %s%s, hardly two the same: a distributed scan. Usual are %s in two hours.",
		g.Sources.Len(), fewTargets, what, within(g.Last-g.First, 0), usual)
	if c.way == wayInbound {
		f.Exposure, f.Page = true, false
	}
	out.Find(f)
}
