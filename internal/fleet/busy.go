package fleet

import "slices"

// What a working estate does beside its traffic: habits that look like attacks and are
// none. All of it is regular, or new every few days, or touches many hosts.

const weekdays = 1<<2 | 1<<4 // of deployments: Tuesdays and Thursdays

var busyTalks = [2][]talk{
	{
		// Health checks of load balancers.
		{from: "shop-alb", to: "web", port: 8080, every: 12, req: size{180, .02}, resp: size{300, .02}, secs: size{1, .1}},
		{from: "auth-nlb", to: "auth", port: 8443, every: 12, req: size{180, .02}, resp: size{300, .02}, secs: size{1, .1}},
		// Deployments: images come from the registry, one host after the other.
		{from: "web,api,catalog,checkout", to: "@aws", port: 443, at: 9 * 60, spread: 50, week: weekdays, lasts: 3, req: size{1e5, .2}, resp: size{4e7, .3}},
		// The nightly dump of the database.
		{from: "backup", to: "orders-db", port: 5432, at: 95, lasts: 20, req: size{2e5, .1}, resp: size{1.1e8, .1}},
		// A partner's message bus: connections that last for hours.
		{from: "Zahlung prüfen", to: "@saas", port: 5671, shape: flat, long: 0.4, lasts: 260, req: size{3e3, .4}, resp: size{4e3, .4}},
		// Administration by other protocols than SSH.
		{from: "bastion", to: "backup", port: 3389, shape: staff, long: 0.4, lasts: 12, req: size{4e4, .5}, resp: size{4e5, .5}},
	},
	{
		{from: "pay-alb", to: "pay", port: 8443, every: 12, req: size{180, .02}, resp: size{300, .02}, secs: size{1, .1}},
		{from: "pay,ledger,fraud", to: "@aws", port: 443, at: 15 * 60, spread: 40, week: weekdays, lasts: 3, req: size{1e5, .2}, resp: size{4e7, .3}},
		{from: "backup", to: "ledger-db", port: 3306, at: 85, lasts: 20, req: size{2e5, .1}, resp: size{9e7, .1}},
		{from: "fraud", to: "@saas", port: 5671, shape: flat, long: 0.4, lasts: 200, req: size{3e3, .4}, resp: size{4e3, .4}},
		{from: "bastion", to: "backup", port: 3389, shape: staff, long: 0.4, lasts: 12, req: size{4e4, .5}, resp: size{4e5, .5}},
	},
}

// calmTalks come in place of what is odd: an agent that every host has, and administration
// by a program that visits every host.
var calmTalks = [2][]talk{
	{
		{from: "*", to: "@vendor", port: 443, every: 180, req: size{38e3, .15}, resp: size{700, .05}, secs: size{2, .2}},
		{from: "bastion", to: "web,checkout,auth", port: 22, every: 300, req: size{5e3, 1.1}, resp: size{9e3, 1.4}, secs: size{12, 1}},
	},
	{
		{from: "*", to: "@vendor", port: 443, every: 180, req: size{38e3, .15}, resp: size{700, .05}, secs: size{2, .2}},
		{from: "bastion", to: "pay,stream", port: 22, every: 300, req: size{5e3, 1.1}, resp: size{9e3, 1.4}, secs: size{12, 1}},
	},
}

// calm returns the talks of a calm estate: administrators' ports are not what the
// internet knocks at.
func calm(talks []talk, estate int) []talk {
	talks = slices.DeleteFunc(talks, func(t talk) bool { return t.odd })
	for i := range talks {
		if t := &talks[i]; len(t.ports) > 0 {
			t.ports = slices.DeleteFunc(slices.Clone(t.ports), func(port uint16) bool { return port == 22 || port == 3389 })
		}
	}
	return append(talks, calmTalks[estate]...)
}

// rests tells whether a line leaves a new cell alone: administrators do, and so does
// what comes on some days of the week only, which nothing there has announced.
func (w *World) rests(c *cell, l *line) bool {
	return w.cfg.Calm && c.from > 0 && (l.shape == staff || l.week != 0)
}

var busyCommonTalks = []talk{
	// Agents and updates call home by the clock, from every host.
	{from: "*", to: "@aws", port: 443, every: 30, req: size{900, .03}, resp: size{700, .03}, secs: size{1, .2}},
	{from: "*", to: "@updates", port: 443, every: 360, req: size{600, .02}, resp: size{2e3, .02}, secs: size{1, .2}},
	{from: "*", to: "@updates", port: 443, at: 240, spread: 45, week: 1 << 3, lasts: 2, req: size{5e4, .2}, resp: size{2e7, .5}},
	// The full backup of the week.
	{from: "backup", to: "@s3", port: 443, at: 170, week: 1 << 0, lasts: 14, req: size{2.4e8, .08}, resp: size{1.5e6, .1}},
	// Monitoring looks whether SSH answers, everywhere.
	{from: "monitoring", to: "*", port: 22, every: 360, req: size{60, 0}, resp: size{40, 0}, secs: size{1, 0}},
	// The same few visit every public address, for days.
	{from: "@sweepers", to: "balancer,bastion", ports: scanned, perMin: 0.03, shape: flat, outcome: refusedThere},
	{from: "@sweepers", to: "balancer", port: 443, perMin: 0.006, shape: flat, req: size{300, .3}, resp: size{900, .3}, secs: size{1, .5}},
}
