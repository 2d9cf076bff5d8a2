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
	seen     *sketch.Table[amount, *amount]         // by client app, server app, port, protocol
	services *sketch.Table[sketch.Set, *sketch.Set] // client apps of a service
	peers    *sketch.Table[sketch.Set, *sketch.Set] // client apps of a service, by the clients' subnet
}

func newEdges(env *detect.Env, r detect.Numbered, s rule.NewEdge, keys int) *edges {
	return &edges{
		env: env, context: newContext(r.Rule), Numbered: r, NewEdge: s,
		apps: sketch.NewTable[since](keys / 8), seen: sketch.NewTable[amount](keys / 2),
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
	if b.SrcScope[i] != record.ScopeInternal || b.DstScope[i] != record.ScopeInternal || b.Opener[i] == record.InitiatorNone {
		return
	}
	if len(e.Ports) > 0 && !slices.Contains(e.Ports, b.ServicePort(i)) {
		return
	}
	at := b.Start[i]
	client, server, request := ends(b, i)
	c, s := client.appKey(), server.appKey()
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
	if admin := slices.Contains(rule.AdminPorts, server.port); a.down > 1 || !admin && a.up > 2 {
		f.Weak, f.Page = true, false // several others do the same
	}
	e.context.apply(&f, e.Rule, b, i)
	f.Score = max(10, min(100, f.Score-10*int(a.down)-5*int(a.up)))
	f.Why = fmt.Sprintf("%s was answered by %s on %s for the first time in %s; %s of its subnet and %s in all had been before",
		client.app, server.app, service(b, i, server.port), detect.SpanText(e.Memory), apps(int(a.down)), apps(int(a.up)))
	f.Usual = &finding.Range{Low: 0, High: 0, Unit: "flows"}
	out.Find(f)
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
	for _, t := range []interface{ Expire(int64) int }{e.apps, e.seen, e.services, e.peers} {
		t.Expire(now - int64(e.Memory))
	}
}

func (e *edges) state() []detect.State {
	return []detect.State{e.apps, e.seen, e.services, e.peers}
}

// sources tells of public addresses that a host answers which does not serve the
// internet.
type sources struct {
	env     *detect.Env
	context context
	detect.Numbered
	rule.NewSource

	seen    *sketch.Table[amount, *amount] // by server and network of the source
	hosts   *sinceTable
	clients *sketch.Table[sketch.Set, *sketch.Set] // networks that a port of a host answered
}

// fewClients is from how many networks people administer a host at most: with more it
// serves the internet.
const fewClients = 10

func others(n int) string {
	if n == 0 {
		return "nobody"
	}
	return fmt.Sprintf("only %d other networks", n)
}

func newSources(env *detect.Env, r detect.Numbered, s rule.NewSource, keys int) *sources {
	return &sources{env: env, context: newContext(r.Rule), Numbered: r, NewSource: s, seen: sketch.NewTable[amount](keys / 2), hosts: sketch.NewTable[since](keys / 4), clients: sketch.NewTable[sketch.Set](keys / 4)}
}

func (s *sources) take(b *detect.Block, i int, out detect.Out) {
	src, dst := b.SrcScope[i], b.DstScope[i]
	if src == record.ScopeInternal {
		first(s.hosts, b.SrcHost[i], b.Start[i])
	}
	inbound := src == record.ScopePublic && dst == record.ScopeInternal && b.Opener[i] == record.InitiatorSrc
	answer := src == record.ScopeInternal && dst == record.ScopePublic && b.Opener[i] == record.InitiatorDst
	if !inbound && !answer {
		return
	}
	at := b.Start[i]
	client, server, request := ends(b, i)
	// A new address of a network that is known is not new.
	net, _ := client.around()
	key := detect.Key(server.host, net)
	admin := slices.Contains(s.Admin, server.port)
	if !admin && s.env.Hosts.FrontFacing(server.host) {
		return
	}
	a := s.seen.Get(key)
	if a == nil && (!established(b, i) || admin && !session(b, i)) {
		return // who tries passwords is answered, too
	}
	if a != nil && a.last < at-int64(s.Memory) {
		s.seen.Delete(key)
	}
	a, fresh := s.seen.Use(key, at)
	few := 0
	if fresh {
		a.first = at
	}
	if fresh || a.told != 0 {
		who, _ := s.clients.Use(detect.Key(server.host, uint64(server.port)), at)
		who.Add(net)
		few = who.Len()
	}
	a.last = at
	if request {
		a.flows++
	}
	switch {
	case few > fewClients:
		return // it serves the internet after all, perhaps since this minute
	case !fresh && a.told == detect.Window(s.Rule, at)+1:
		if !request || a.flows&(a.flows-1) != 0 {
			return
		}
	case !fresh || at-begin(s.env, at) < int64(s.Learn):
		return
	default:
		if known := s.hosts.Get(server.host); known == nil || int64(*known) > at-int64(s.Learn) {
			return
		}
		a.told = detect.Window(s.Rule, at) + 1
	}
	f := detect.Begin(s.Rule, finding.Entity{Kind: finding.KindPair, Network: server.network(), ID: client.addr.String() + " > " + server.addr.String()}, a.first)
	f.Found = moment(at)
	f.SrcAddr, f.DstAddr, f.DstPort = client.addr.Netip(), server.addr.Netip(), new(server.port)
	f.Touches = []finding.Entity{server.entity(), client.entity()}
	f.FirstSeen, f.LastSeen, f.Count = moment(a.first), moment(a.last), max(a.flows, 1)
	f.Evidence = evidence(selectPair(&client, &server), a.first, a.last)
	if admin {
		f.Score = min(f.Score+10, 100)
	}
	s.context.apply(&f, s.Rule, b, i)
	f.Why = fmt.Sprintf("%s was answered by %s on %s for the first time in %s; %s on the internet had been before", client.addr, server.addr, service(b, i, server.port), detect.SpanText(s.Memory), others(max(few-1, 0)))
	out.Find(f)
}

func (s *sources) hour(now int64, _ detect.Out) {
	s.seen.Expire(now - int64(s.Memory))
	s.hosts.Expire(now - int64(s.Memory))
	s.clients.Expire(now - int64(s.Memory))
}

func (s *sources) state() []detect.State { return []detect.State{s.seen, s.hosts, s.clients} }
