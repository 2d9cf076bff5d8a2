package fleet

import (
	"errors"
	"slices"

	"github.com/weir-flow/weir/internal/finding"
)

// loss is a stretch in which a transit gateway drops what one VPC sends another.
type loss struct {
	plant    int
	from, to int64
	a, b     int // numbers of the VPCs
	cause    int // column of the packets lost: no route, blackhole, MTU
	each     int // calls a minute
}

var logAttacks = []Attack{
	{Family: finding.LogHealth, Variant: "silent", Does: "an interface that always had traffic logs nothing any more", demo: true, plan: func(pl *planner) {
		pl.hole(OK, int64(pl.between(3, 6))*hour)
	}},
	{Family: finding.LogHealth, Variant: "nodata", Does: "an interface logs NODATA for hours while its peers log traffic with it", plan: func(pl *planner) {
		pl.hole(NoData, int64(pl.between(2, 4))*hour)
	}},
	{Family: finding.LogHealth, Variant: "skipdata", Does: "an interface loses its records for a while (SKIPDATA)", plan: func(pl *planner) {
		pl.hole(SkipData, int64(pl.between(20, 50))*minute)
	}},
	{Family: finding.LogHealth, Variant: "late", Does: "the files of one flow log come hours late", plan: func(pl *planner) {
		a := pl.w.accounts[pl.d.IntN(len(pl.w.accounts))]
		takes := pl.lasts(3 * hour)
		from := pl.starts(takes)
		pl.p.acct = a
		pl.w.late = append(pl.w.late, lateness{log: a.main, from: from, to: from + takes, by: int64(pl.between(3, 8)) * hour})
		pl.p.incident.Entity = finding.Entity{Kind: finding.KindSource, ID: a.main.ID}
		pl.p.incident.Start, pl.p.incident.End = from, from+takes
		pl.mayPage()
		pl.about("files of %d hours", takes/hour)
	}},
	{Family: finding.PacketsLost, Variant: "blackhole", Does: "a transit gateway drops what one VPC sends another", demo: true, plan: func(pl *planner) { pl.drops(1) }},
	{Family: finding.PacketsLost, Variant: "no-route", Does: "a transit gateway has no route for what a VPC sends", plan: func(pl *planner) { pl.drops(0) }},
	{Family: finding.PacketsLost, Variant: "mtu", Does: "packets between two VPCs are too long for the way", plan: func(pl *planner) { pl.drops(2) }},
}

// hole takes an interface's records away for a while.
func (pl *planner) hole(s Status, takes int64) {
	h := pl.busier(0.75) // it never paused for long
	takes = pl.lasts(takes)
	from := pl.starts(takes) / minute * minute
	for n := 0; n < 100 && s != SkipData && pl.attacked(h.n, from, from+takes); n++ {
		from = pl.starts(takes) / minute * minute // whose attack no log shows has nothing to be found of it
	}
	if s == OK {
		from = min(from, pl.w.end-takes)
	}
	g := gap{n: h.n, from: from, to: from + takes, status: s, plant: pl.p.number}
	pl.w.gaps[h.n.index] = append(pl.w.gaps[h.n.index], g)
	pl.p.first, pl.p.last = g.from, g.to
	pl.entity(finding.KindInterface, h.n)
	pl.p.incident.Start, pl.p.incident.End = g.from, g.to
	pl.mayPage()
	pl.about("%d minutes", takes/minute)
}

// attacked reports whether another plant has chosen a host for some of a time.
func (pl *planner) attacked(n *Interface, from, to int64) bool {
	return slices.ContainsFunc(pl.w.plants, func(p *plant) bool { return p.first < to && p.last > from && slices.Contains(p.hosts, n) })
}

// lose takes the records of some interfaces away for some minutes, here and there.
func (pl *planner) lose() {
	n := max(2, len(pl.spots)/20)
	for range n {
		pl.next()
		pl.p.incident = Incident{Type: finding.LogHealth, Name: "log_health:gap", Truth: "author"}
		pl.hole(SkipData, int64(pl.between(5, 25))*minute)
		pl.settle()
	}
}

// drops makes calls between two joined VPCs that the gateway loses.
func (pl *planner) drops(cause int) {
	m := pl.w.joined
	if m == nil {
		pl.err = errors.New("it needs VPCs that a transit gateway joins")
		return
	}
	a := pl.d.IntN(len(m.nets))
	b := (a + 1 + pl.d.IntN(len(m.nets)-1)) % len(m.nets)
	takes := int64(pl.between(15, 40)) * minute
	from := pl.starts(takes) / minute * minute
	pl.w.losses = append(pl.w.losses, &loss{plant: pl.p.number, from: from, to: from + takes, a: a, b: b, cause: cause, each: pl.between(4, 9)})
	pl.p.acct = pl.w.accounts[0]
	pl.p.incident.Entity = finding.Entity{Kind: finding.KindAttachment, ID: m.nets[a].attachment}
	pl.p.incident.Start, pl.p.incident.End = from, from+takes
	pl.mayPage()
	pl.about("from %s to %s for %d minutes", m.nets[a].attachment, m.nets[b].attachment, takes/minute)
}
