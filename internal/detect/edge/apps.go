package edge

import (
	"fmt"
	"slices"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// edges tells of apps inside that speak for the first time.
type edges struct {
	env     *detect.Env
	context context
	detect.Numbered
	rule.NewEdge

	apps     *sinceTable                            // first seen of an app
	names    *sketch.Table[called, *called]         // by host: the app that it was last known as
	admins   *sinceTable                            // by app: first seen to administer others, or to let people in from outside
	groups   *sketch.Table[sketch.Set, *sketch.Set] // by network and by subnet: the apps that are clients
	seen     *sketch.Table[amount, *amount]         // by client app, server app, port, protocol
	services *sketch.Table[sketch.Set, *sketch.Set] // client apps of a service
	peers    *sketch.Table[sketch.Set, *sketch.Set] // client apps of a service, by the clients' subnet
}

func newEdges(env *detect.Env, r detect.Numbered, s rule.NewEdge, keys int) *edges {
	return &edges{
		env: env, context: newContext(r.Rule), Numbered: r, NewEdge: s,
		apps: sketch.NewTable[since](keys / 8), names: sketch.NewTable[called](keys / 8), admins: sketch.NewTable[since](keys / 32),
		groups: sketch.NewTable[sketch.Set](keys / 32), seen: sketch.NewTable[amount](keys / 2),
		services: sketch.NewTable[sketch.Set](keys / 8), peers: sketch.NewTable[sketch.Set](keys / 8),
	}
}

// appKey is an app in its network.
func (p *party) appKey() uint64 {
	return detect.Key(xxhash.Sum64String(p.network()), xxhash.Sum64String(p.app))
}

// group is where the peers of a party are: its subnet, or its network.
func (p *party) group() uint64 {
	return detect.Key(xxhash.Sum64String(p.network()), xxhash.Sum64String(p.side.Value(record.SideSubnet)))
}

func (e *edges) take(b *detect.Block, i int, out detect.Out) {
	if b.SrcScope[i] == record.ScopePublic || b.DstScope[i] == record.ScopePublic {
		e.door(b, i)
		return
	}
	if b.SrcScope[i] != record.ScopeInternal || b.DstScope[i] != record.ScopeInternal || b.Opener[i] == record.InitiatorNone {
		return
	}
	if len(e.Ports) > 0 && !slices.Contains(e.Ports, b.ServicePort(i)) {
		return
	}
	at := b.Start[i]
	client, server, request := ends(b, i)
	due := e.name(&client, at)
	e.name(&server, at)
	c, s := client.appKey(), server.appKey()
	if due {
		e.joins(&client, c, at)
	}
	clientSince, _ := first(e.apps, c, at)
	serverSince, _ := first(e.apps, s, at)
	if c == s {
		return
	}
	transport := uint64(server.port)<<8 | uint64(b.Protocol[i])
	key := detect.Key(c, s, transport)
	if a := e.seen.Get(key); a == nil && !established(b, i) {
		return
	}
	admin, habit := slices.Contains(rule.AdminPorts, server.port), false
	if admin {
		since, _ := first(e.admins, c, at)
		habit = since < max(begin(e.env, at)+int64(e.Learn), at-int64(e.Learn))
	}
	if old, ok := e.seen.Touched(key); ok && old < at-int64(e.Memory) {
		e.seen.Delete(key)
	}
	a, fresh := e.seen.Use(key, at)
	a.last = at
	if request {
		a.flows++
	}
	if !fresh {
		if a.told == detect.Window(e.Rule, at)+1 && request && a.flows&(a.flows-1) == 0 {
			e.give(b, i, &client, &server, a, at, out)
		}
		return
	}
	a.first = at
	users, _ := e.services.Use(detect.Key(s, transport), at)
	users.Add(c)
	popular := users.Len()
	near, _ := e.peers.Use(detect.Key(client.group(), s, transport), at)
	near.Add(c)
	a.up, a.down = float64(popular-1), float64(near.Len()-1)
	// It is no sign of anything where nearly all do the same, or the client is one from
	// which others are administered, as a bastion.
	a.weak = habit || near.Len() > 2 && e.most(client.group(), near.Len()-1) || !admin && popular > 3 && e.most(client.whole(), popular-1)
	start := begin(e.env, at)
	if at-start < int64(e.Learn) || clientSince > at-int64(e.Learn) {
		return
	}
	// A service that came up lately gets its first clients; one that nearly all use
	// gets one more.
	if serverSince > at-int64(e.Learn) || popular > e.Popular {
		return
	}
	a.told = detect.Window(e.Rule, at) + 1
	e.give(b, i, &client, &server, a, at, out)
}

func (e *edges) give(b *detect.Block, i int, client, server *party, a *amount, at int64, out detect.Out) {
	id := detect.EdgeText(client.app, server.app, server.port, b.Protocol[i])
	f := detect.Begin(e.Rule, finding.Entity{Kind: finding.KindEdge, Network: client.network(), ID: id}, a.first)
	f.Found = moment(at)
	f.SrcAddr, f.DstAddr, f.DstPort = client.addr.Netip(), server.addr.Netip(), new(server.port)
	f.Touches = []finding.Entity{client.entity(), server.entity(), {Kind: finding.KindApp, ID: client.app}, {Kind: finding.KindApp, ID: server.app}}
	f.FirstSeen, f.LastSeen, f.Count = moment(a.first), moment(a.last), max(a.flows, 1)
	f.Evidence = evidence(selectPair(client, server)+" AND dstport:"+number(server.port), a.first, a.last)
	if a.weak {
		f.Weak, f.Page = true, false
	}
	e.context.apply(&f, e.Rule, b, i)
	f.Score = max(10, min(100, f.Score-10*int(a.down)-5*int(a.up)))
	f.Why = fmt.Sprintf("%s was answered by %s on %s for the first time in %s; %s of its subnet and %s in all had been before",
		client.app, server.app, service(b, i, server.port), detect.SpanText(e.Memory), apps(int(a.down)), apps(int(a.up)))
	f.Usual = &finding.Range{Low: 0, High: 0, Unit: "flows"}
	out.Find(f)
}

// door notes an app that people log in to from outside.
func (e *edges) door(b *detect.Block, i int) {
	if !slices.Contains(rule.AdminPorts, b.ServicePort(i)) || !session(b, i) {
		return
	}
	if _, server, _ := ends(b, i); server.network() != "" {
		e.name(&server, b.Start[i])
		first(e.admins, server.appKey(), b.Start[i])
	}
}

// name gives a party whose interface has fallen silent the name that it had: it is no
// other app. It reports whether that was due to be noted, once an hour.
func (e *edges) name(p *party, at int64) (due bool) {
	name := p.side.Value(record.SideApp)
	last := e.names.Get(p.host)
	when, _ := e.names.Touched(p.host)
	if name == "" {
		if last != nil && at-when < int64(e.Learn) {
			p.app = string(*last)
		}
		return false
	}
	if last != nil && string(*last) == name && at-when < hour {
		return false
	}
	last, _ = e.names.Use(p.host, at)
	*last = called(name)
	return true
}

// joins notes that an app is a client in its network and its subnet.
func (e *edges) joins(client *party, app uint64, at int64) {
	for _, group := range []uint64{client.group(), client.whole()} {
		s, _ := e.groups.Use(group, at)
		s.Add(app)
	}
}

// whole is the network of a party as a group.
func (p *party) whole() uint64 { return detect.Key(xxhash.Sum64String(p.network())) }

// most reports whether so many apps are more than two of three of a group, without the
// one that is asked about.
func (e *edges) most(group uint64, n int) bool {
	all := 0
	if s := e.groups.Get(group); s != nil {
		all = s.Len() - 1
	}
	return 3*n > 2*all
}

func apps(n int) string {
	switch n {
	case 0:
		return "no other app"
	case 1:
		return "1 other app"
	default:
		return fmt.Sprintf("%d other apps", n)
	}
}

func (e *edges) hour(now int64, _ detect.Out) {
	for _, t := range []interface{ Expire(int64) int }{e.apps, e.names, e.admins, e.groups, e.seen, e.services, e.peers} {
		t.Expire(now - int64(e.Memory))
	}
}

func (e *edges) state() []detect.State {
	return []detect.State{e.apps, e.names, e.admins, e.groups, e.seen, e.services, e.peers}
}
