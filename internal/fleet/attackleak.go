package fleet

import "github.com/weir-flow/weir/internal/finding"

var leakAttacks = []Attack{
	{Family: finding.Exfil, Variant: "bulk", Does: "a host sends gigabytes to an address that it always sent a little to", demo: true, plan: func(pl *planner) {
		from, to := pl.customer()
		takes := int64(pl.between(25, 50)) * minute
		each := float64(pl.between(80, 200)) * 1e6
		pl.leak(from, to, 443, saas, pl.starts(takes), takes, each)
		pl.also(finding.Surge)
	}},
	{Family: finding.Exfil, Variant: "new-address", Does: "a host sends gigabytes to an address that nobody ever talked with", plan: func(pl *planner) {
		from := pl.spot(worker)
		takes := int64(pl.between(25, 50)) * minute
		pl.leak(from, pl.stranger(), 443, saas, pl.starts(takes), takes, float64(pl.between(80, 200))*1e6)
		pl.also(finding.Surge, finding.NewDestination)
	}},
	{Family: finding.Exfil, Variant: "storage", Does: "an app that never used the storage service sends gigabytes there", plan: func(pl *planner) {
		from := pl.spot(func(s spot) bool {
			for i := range s.c.acct.lines {
				if l := &s.c.acct.lines[i]; l.from == s.role && l.toPool == s3 {
					return false
				}
			}
			return worker(s)
		})
		to := from.c.acct.pools[s3]
		takes := int64(pl.between(20, 40)) * minute
		pl.leak(from, endpoint{addr: &to[pl.d.IntN(len(to))]}, 443, s3, pl.starts(takes), takes, float64(pl.between(80, 200))*1e6)
		pl.also(finding.Surge, finding.NewDestination)
	}},
	{Family: finding.Exfil, Variant: "slow", Does: "a host sends some megabytes to one address several times an hour, for days", plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		start := pl.w.start + (pl.w.end-pl.w.start)/4
		n := int((pl.w.end - start) / (25 * minute))
		l := pl.outward(from, saas, tcp, accepted)
		pl.train(from.c, pl.every(start, n, 25*minute, 0.3), func(d dice, _ int) shot {
			return shot{line: l, a: from.end(), b: to, port: 443, req: size{3e6, .3}.draw(d), resp: size{6e4, .3}.draw(d), secs: int64(5 + d.IntN(40))}
		})
		pl.pair(from.end(), to, 443)
		pl.also(finding.NewDestination, finding.Beacon, finding.C2, finding.LowSlow)
		pl.mayPage()
		pl.about("%d pieces of about 3 MB", n)
	}},
	{Family: finding.NewDestination, Variant: "heavy", Does: "a host sends tens of megabytes to an address that nobody ever talked with", demo: true, plan: func(pl *planner) {
		from, to := pl.spot(worker), pl.stranger()
		takes := int64(pl.between(8, 15)) * minute
		pl.leak(from, to, 443, saas, pl.starts(takes), takes, float64(pl.between(3, 6))*1e6)
		pl.also(finding.Exfil, finding.Surge)
		pl.mayPage()
	}},
	{Family: finding.NewRegion, Variant: "country", Does: "an app talks with a country and a network operator that it never talked with", demo: true, plan: func(pl *planner) {
		pl.p.six = false // the far networks are of IPv4
		from := pl.spot(worker)
		to := pl.outsider(drawIn(pl.d, pl.w.nets.far[0].net))
		pl.visitsAbroad(from, to, saas)
	}},
	{Family: finding.NewRegion, Variant: "cloud", Does: "an app talks with a cloud region that it never talked with", plan: func(pl *planner) {
		pl.p.six = false
		from := pl.spot(worker)
		to := pl.outsider(drawIn(pl.d, pl.w.nets.far[1].net))
		pl.visitsAbroad(from, to, awsAPI)
	}},
	{Family: finding.NewSource, Variant: "bastion", Does: "a public source that nobody knows is let in at a bastion that only the office used", demo: true, plan: func(pl *planner) {
		pl.comesIn(pl.spot(bastion))
	}},
	{Family: finding.NewSource, Variant: "inside", Does: "a public source that nobody knows is let in at a host that the internet never reached", plan: func(pl *planner) {
		pl.comesIn(pl.spot(func(s spot) bool { return infrastructure(s) && !bastion(s) }))
		pl.also(finding.Exposure)
	}},
}

// comesIn is a login from outside.
func (pl *planner) comesIn(to spot) {
	from := pl.stranger()
	takes := int64(pl.between(4, 12)) * minute
	pl.session(to.c, pl.inward(to, tcp, accepted), from, to.end(), 22, pl.starts(takes), takes, 6e3, 2e4)
	pl.pair(from, to.end(), 22)
	pl.mayPage()
}

// leak is a long upload.
func (pl *planner) leak(from spot, to endpoint, port uint16, pool int, start, takes int64, each float64) {
	pl.session(from.c, pl.outward(from, pool, tcp, accepted), from.end(), to, port, start, takes, each, each/80)
	pl.pair(from.end(), to, port)
	pl.about("about %.0f MB in %d minutes", each*float64(takes/minute)/1e6, takes/minute)
}

// customer draws a host and an outside address that it talks with all along.
func (pl *planner) customer() (spot, endpoint) {
	customers := func(s spot) bool {
		for i := range s.c.acct.lines {
			if l := &s.c.acct.lines[i]; l.from == s.role && l.toPool == saas && l.to < 0 {
				return true
			}
		}
		return false
	}
	s := pl.spot(with(worker, customers))
	return s, endpoint{addr: &s.c.acct.pools[saas][0]} // the one met most often
}

func (pl *planner) visitsAbroad(from spot, to endpoint, pool int) {
	n := pl.between(25, 60)
	takes := int64(pl.between(30, 90)) * minute
	l := pl.outward(from, pool, tcp, accepted)
	pl.train(from.c, pl.within(pl.starts(takes), takes, n), func(d dice, _ int) shot {
		return shot{line: l, a: from.end(), b: to, port: 443, req: size{6e3, .8}.draw(d), resp: size{4e4, .8}.draw(d), secs: int64(1 + d.IntN(20))}
	})
	pl.pair(from.end(), to, 443)
	pl.also(finding.NewDestination)
	pl.mayPage()
	pl.about("%d connections in %d minutes", n, takes/minute)
}
