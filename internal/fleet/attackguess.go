package fleet

import "github.com/weir-flow/weir/internal/finding"

var guessAttacks = []Attack{
	{Family: finding.Guess, Variant: "ssh", Does: "a public source guesses passwords of SSH on a bastion, fast", plan: func(pl *planner) {
		to := pl.spot(bastion)
		pl.guessIn(to, pl.strangers(1), 22, pl.between(80, 300), pl.lasts(int64(pl.between(15, 60))*minute))
		pl.page(false) // SSH answers there all along
	}},
	{Family: finding.Guess, Variant: "rdp", Does: "a public source guesses passwords of RDP on a host where it never answered", plan: func(pl *planner) {
		to := pl.spot(bastion)
		pl.guessIn(to, pl.strangers(1), 3389, pl.between(60, 200), pl.lasts(int64(pl.between(15, 60))*minute))
		pl.also(finding.Exposure, finding.NewSource, finding.ForbiddenPort)
	}},
	{Family: finding.Guess, Variant: "winrm", Does: "an internal host guesses passwords of WinRM on a neighbour", demo: true, plan: func(pl *planner) {
		pl.guessInside(worker, 5985, pl.between(60, 150), int64(pl.between(10, 40))*minute)
	}},
	{Family: finding.Guess, Variant: "database", Does: "an internal host that never used it guesses passwords of a database", plan: func(pl *planner) {
		pl.guessInside(func(s spot) bool { return database(s) && s.n.Role != "redis" }, 0, pl.between(60, 150), int64(pl.between(10, 40))*minute)
	}},
	{Family: finding.Guess, Variant: "slow", Does: "a public source guesses once in ten minutes, for hours", plan: func(pl *planner) {
		to := pl.spot(bastion)
		takes := pl.lasts(20 * hour)
		pl.guessIn(to, pl.strangers(1), 22, int(takes/600), takes)
		pl.page(false)
	}},
	{Family: finding.Guess, Variant: "distributed", Does: "dozens of public sources guess a few times each", plan: func(pl *planner) {
		to := pl.spot(bastion)
		pl.guessIn(to, pl.strangers(pl.between(30, 60)), 22, pl.between(150, 240), pl.lasts(2*hour))
		pl.page(false)
	}},
	{Family: finding.GuessSuccess, Variant: "ssh", Does: "a public source guesses SSH passwords on a bastion until one fits, and stays", plan: func(pl *planner) {
		to := pl.spot(bastion)
		from := pl.strangers(1)
		takes := pl.lasts(int64(pl.between(15, 45)) * minute)
		start := pl.guessIn(to, from, 22, pl.between(60, 150), takes)
		pl.session(to.c, pl.inward(to, tcp, accepted), from[0], to.end(), 22, start+takes+minute, int64(pl.between(6, 20))*minute, 9e3, 3e4)
		pl.also(finding.Guess, finding.NewSource)
	}},
	{Family: finding.GuessSuccess, Variant: "internal", Does: "an internal host guesses SSH passwords of a neighbour until one fits, and stays", demo: true, plan: func(pl *planner) {
		takes := int64(pl.between(10, 30)) * minute
		from, to, start := pl.guessInside(worker, 22, pl.between(60, 120), takes)
		pl.session(from.c, pl.sideways(from, to, tcp, accepted), from.end(), to.end(), 22, start+takes+minute, int64(pl.between(6, 20))*minute, 9e3, 3e4)
		pl.also(finding.Guess, finding.NewEdge)
	}},
}

// guessIn makes attempts on a port that answers, one like the other, by turns of the
// sources, and returns when they begin.
func (pl *planner) guessIn(to spot, from []endpoint, port uint16, n int, takes int64) int64 {
	l := pl.inward(to, tcp, accepted)
	start := pl.starts(takes + 30*minute)
	gap := float64(takes) / float64(n)
	pl.train(to.c, pl.every(start, n, gap, 0.3), pl.attempts(l, from, to.end(), port))
	if len(from) == 1 {
		pl.pair(from[0], to.end(), port)
		pl.also(finding.NewSource, finding.Surge)
	} else {
		pl.target(to.end(), from[0], port)
		pl.p.incident.Src = pl.texts(from, to.end())
		pl.also(finding.NewSource, finding.Surge)
	}
	pl.about("%d attempts of %d sources on port %d in %d minutes", n, len(from), port, takes/minute)
	return start
}

// attempts are connections of equal packets, as failed logins are.
func (pl *planner) attempts(l *line, from []endpoint, to endpoint, port uint16) func(dice, int) shot {
	sent, got := uint64(pl.between(11, 18)), uint64(pl.between(9, 16))
	size, answer := uint64(pl.between(1500, 2600)), uint64(pl.between(2200, 3400))
	return func(d dice, k int) shot {
		return shot{
			line: l, a: from[k%len(from)], b: to, port: port, secs: int64(1 + d.IntN(3)),
			sent: half{sent, size + uint64(8*d.IntN(5)), 3}, got: half{got, answer + uint64(8*d.IntN(3)), 19},
		}
	}
}

// guessInside makes attempts between two hosts that do not talk otherwise.
func (pl *planner) guessInside(want func(spot) bool, port uint16, n int, takes int64) (from, to spot, start int64) {
	to = pl.spot(want)
	from = pl.meets(to)
	if port == 0 {
		port = 5432
		if to.n.Role == "mysql" {
			port = 3306
		}
	}
	takes = pl.lasts(takes)
	start = pl.starts(takes + 30*minute)
	l := pl.sideways(from, to, tcp, accepted)
	pl.train(from.c, pl.every(start, n, float64(takes)/float64(n), 0.3), pl.attempts(l, []endpoint{from.end()}, to.end(), port))
	pl.pair(from.end(), to.end(), port)
	pl.also(finding.NewEdge)
	pl.about("%d attempts on port %d in %d minutes", n, port, takes/minute)
	return from, to, start
}
