package edge

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// lateral tells of hosts that reach others inside on administration ports, and of the
// paths that such new edges make. A host is the same over both families of addresses:
// who comes in over one may go on over the other, and an address of a host that is
// hardly ever used says nothing of how long that host was watched.
type lateral struct {
	env     *detect.Env
	context context
	detect.Numbered
	rule.Lateral

	hosts    *sketch.Table[host, *host]
	seen     *sinceTable                            // by client, server, port
	routes   *sketch.Table[route, *route]           // by client and server: what is told
	services *sketch.Table[sketch.Set, *sketch.Set] // clients of a server and port
	peers    *sketch.Table[sketch.Set, *sketch.Set] // clients of a port in a subnet
	places   *sketch.Table[sketch.Set, *sketch.Set] // clients of a service outside
}

func newLateral(env *detect.Env, r detect.Numbered, s rule.Lateral, keys int) *lateral {
	return &lateral{
		env: env, context: newContext(r.Rule), Numbered: r, Lateral: s,
		hosts: sketch.NewTable[host](keys / 4), seen: sketch.NewTable[since](keys / 4), routes: sketch.NewTable[route](keys / 8),
		services: sketch.NewTable[sketch.Set](keys / 8), peers: sketch.NewTable[sketch.Set](keys / 8), places: sketch.NewTable[sketch.Set](keys / 8),
	}
}

// What an edge weighs. An edge that the client was watched without for a quarter of an
// hour and nothing else stays below what is told.
const (
	weightNovel    = 25 // the client was never seen to do so
	weightLearned  = 15 // and both data and client are old enough to know
	weightRare     = 15 // nobody else reaches that service of the server
	weightPeers    = 15 // no neighbour of the client uses the port
	weightSign     = 25 // the client did something odd before
	weightPath     = 35 // somebody came into the client on a new edge before
	weightPorts    = 5  // for each further administration port between the two
	weightDatabase = 15 // taken off: apps come to databases often
	weightHabit    = 30 // taken off: the client administers many hosts
	weightPopular  = 20 // taken off: many reach that service
)

const (
	habit     = 4 // hosts that a bastion administers
	popular   = 5 // clients of a domain controller, a file server
	manyHosts = 5 // reached for within an hour
)

func (l *lateral) take(b *detect.Block, i int, out detect.Out) {
	if b.Opener[i] == record.InitiatorNone {
		return
	}
	src, dst := b.SrcScope[i], b.DstScope[i]
	if src == record.ScopeInternal && dst == record.ScopeInternal {
		l.inside(b, i, out)
		return
	}
	if _, ok := leaves(b, i); !ok && (src == record.ScopePublic || dst == record.ScopePublic) && (src == record.ScopeInternal || dst == record.ScopeInternal) {
		l.arrive(b, i)
		return
	}
	if far, ok := leaves(b, i); ok && outside(b.SrcScope[i]) != outside(b.DstScope[i]) {
		l.abroad(b, i, far)
	}
}

// know returns what is known of a host, to be changed.
func (l *lateral) know(key uint64, at int64) *host {
	h, fresh := l.hosts.Use(key, at)
	if fresh {
		h.first = at
	}
	return h
}

// see notes that a host is there, once an hour.
func (l *lateral) see(key uint64, at int64) {
	if touched, ok := l.hosts.Touched(key); !ok || at-touched >= hour {
		l.know(key, at)
	}
}

// abroad looks for a weak sign in conversations with the outside: a rare destination
// that answers on a port without a known service, or on one that stays inside.
func (l *lateral) abroad(b *detect.Block, i int, far bool) {
	at := b.Start[i]
	key := l.env.Hosts.Machine(b, i, !far)
	l.see(key, at)
	h := l.hosts.Get(key)
	port := b.ServicePort(i)
	odd := !iana.KnownPort(b.Protocol[i], port) || slices.Contains(l.Ports, port)
	if !odd || b.Protocol[i] != iana.TCP || !established(b, i) || at-h.odd < int64(time.Minute) {
		return
	}
	server := b.DstHost[i]
	if !far {
		server = b.SrcHost[i]
	}
	who, _ := l.places.Use(detect.Key(server, uint64(port)), at)
	if news := who.Add(key); !news || who.Len() > 2 {
		return // what a host does again is no sign
	}
	p := end(b, i, far)
	h = l.know(key, at)
	h.odd, h.oddWhy = at, fmt.Sprintf("it was answered by %s on the unusual port %d", p.addr, port)
}

// arrive notes a public address that is let in on an administration port where it was
// never seen: a path may begin there.
func (l *lateral) arrive(b *detect.Block, i int) {
	port := b.ServicePort(i)
	if !slices.Contains(l.Ports, port) || !session(b, i) {
		return
	}
	at := b.Start[i]
	client, server, _ := ends(b, i)
	if server.side.Value(record.SideNetwork) == "" {
		return
	}
	server.host = l.env.Hosts.Machine(b, i, server.dst)
	l.see(server.host, at)
	if _, fresh := first(l.seen, detect.Key(client.host, server.host, uint64(port)), at); !fresh {
		return
	}
	if h := l.know(server.host, at); at-begin(l.env, at) >= int64(l.Learn) {
		h.arrive(arrival{at, client.addr, client.addr, client.host, port, 0})
	}
}

// arrive remembers where somebody came from, the newest few.
func (h *host) arrive(a arrival) {
	if len(h.arrivals) == maxArrivals {
		h.arrivals = slices.Delete(h.arrivals, 0, 1)
	}
	h.arrivals = append(h.arrivals, a)
}

// follow carries a path on along an edge that is known: somebody who came into the
// client may use what its owner uses. Who merely looks whether a port answers, as what
// monitors all hosts does, takes nobody there.
func (l *lateral) follow(h *host, clientHost, serverHost uint64, client record.Addr, port uint16, at int64) {
	if len(h.arrivals) == 0 || at-h.arrivals[len(h.arrivals)-1].at > int64(l.Within) {
		return
	}
	s := l.hosts.Get(serverHost)
	if s == nil || slices.ContainsFunc(s.arrivals, func(a arrival) bool { return a.host == clientHost && at-a.at <= int64(l.Within) }) {
		return
	}
	l.know(serverHost, at).arrive(arrival{at, h.arrivals[len(h.arrivals)-1].root, client, clientHost, port, 0})
}

func (l *lateral) inside(b *detect.Block, i int, out detect.Out) {
	at := b.Start[i]
	clientHost, serverHost, port := l.env.Hosts.Machine(b, i, false), l.env.Hosts.Machine(b, i, true), b.DstPort[i]
	request := b.Opener[i] == record.InitiatorSrc
	if !request {
		clientHost, serverHost, port = serverHost, clientHost, b.SrcPort[i]
	}
	l.see(clientHost, at)
	l.see(serverHost, at)
	database := slices.Contains(l.Database, port)
	if b.Protocol[i] != iana.TCP || clientHost == serverHost || !database && !slices.Contains(l.Ports, port) {
		return
	}
	h := l.know(clientHost, at)
	if n := at / hour; n != h.fanHour {
		h.fanHour, h.fan = n, sketch.Set{}
	}
	key := detect.Key(clientHost, serverHost, uint64(port))
	routeKey := detect.Key(clientHost, serverHost)
	if l.seen.Get(key) != nil {
		first(l.seen, key, at)
		if session(b, i) {
			client, _, _ := ends(b, i)
			l.follow(h, clientHost, serverHost, client.addr, port, at)
		}
		if r := l.routes.Get(routeKey); r != nil && r.score > 0 && r.window == detect.Window(l.Rule, at) && slices.Contains(r.ports, port) {
			l.grow(b, i, routeKey, request, out)
		}
		return
	}
	if !has(&h.admin, serverHost) {
		if h.fan.Add(serverHost); h.fan.Len() == manyHosts {
			h.odd, h.oddWhy = at, fmt.Sprintf("it reached for %d hosts on administration ports within an hour", manyHosts)
		}
	}
	if !established(b, i) {
		return
	}
	first(l.seen, key, at)
	client, server, _ := ends(b, i)
	client.host, server.host = clientHost, serverHost
	score, why, from := l.judge(h, &client, &server, at, port, database)
	h.admin.Add(serverHost)
	if score <= 0 {
		return
	}
	r, _ := l.routes.Use(routeKey, at)
	if window := detect.Window(l.Rule, at); r.window != window {
		*r = route{first: at, window: window, from: client.addr, to: server.addr}
	}
	if len(r.ports) > 0 {
		score += weightPorts
	}
	if len(r.ports) < maxPorts && !slices.Contains(r.ports, port) {
		r.ports = append(r.ports, port)
	}
	r.last = at
	if request {
		r.flows++
	}
	if score = min(score, 100); score > int(r.score) || r.why == "" {
		r.score, r.why, r.touches = uint8(score), strings.Join(why, "; "), from
	} else {
		r.score = uint8(min(100, int(r.score)+weightPorts))
	}
	told := int(r.score)
	// Whoever came here on a new edge may go on from here.
	if told >= l.MinScore || len(h.arrivals) > 0 && at-h.arrivals[len(h.arrivals)-1].at <= int64(l.Within) {
		root := client.addr
		if len(from) > 0 {
			root = from[0]
		}
		l.know(serverHost, at).arrive(arrival{at, root, client.addr, clientHost, port, r.score})
	}
	if told >= l.MinScore {
		l.give(b, i, &client, &server, r, at, out)
	}
}

// judge weighs an edge that was never seen, and returns where somebody came from.
func (l *lateral) judge(h *host, client, server *party, at int64, port uint16, database bool) (score int, why []string, path []record.Addr) {
	users, _ := l.services.Use(detect.Key(server.host, uint64(port)), at)
	users.Add(client.host)
	n := users.Len()
	group, _ := l.peers.Use(detect.Key(client.group(), uint64(port)), at)
	neighbours := group.Len()
	if has(group, client.host) {
		neighbours--
	}
	group.Add(client.host)
	watched := at - h.first
	if watched < int64(l.MinSeen) {
		return 0, nil, nil
	}
	score = weightNovel
	why = append(why, fmt.Sprintf("never seen in the %s that the client was watched", roughly(watched)))
	if at-begin(l.env, at) >= int64(l.Learn) && watched >= int64(l.Learn) {
		score += weightLearned
	}
	switch {
	case n == 1:
		score += weightRare
		why = append(why, "no other host is known to reach that service")
	case n > popular:
		score -= weightPopular
	default:
		why = append(why, fmt.Sprintf("%d other hosts reach that service", n-1))
	}
	if neighbours == 0 {
		score += weightPeers
		why = append(why, "no neighbour of the client uses that port")
	}
	if database {
		score -= weightDatabase
	}
	if h.odd != 0 && at-h.odd <= int64(l.Sign) {
		score += weightSign
		why = append(why, fmt.Sprintf("%s before, %s", roughly(at-h.odd), h.oddWhy))
	}
	for k := len(h.arrivals) - 1; k >= 0; k-- {
		a := h.arrivals[k]
		if at-a.at > int64(l.Within) || a.host == server.host {
			continue
		}
		score += weightPath
		if path = append(path, a.root); a.from != a.root {
			path = append(path, a.from)
		}
		why = append(why, fmt.Sprintf("path %s > %s > %s: %s came into the client on port %d %s before", a.from, client.addr, server.addr, a.from, a.port, roughly(at-a.at)))
		break
	}
	if h.admin.Len() >= habit && len(path) == 0 {
		score -= weightHabit
	}
	return score, why, path
}

// grow counts a row of a route that was told.
func (l *lateral) grow(b *detect.Block, i int, key uint64, request bool, out detect.Out) {
	r := l.routes.Change(key)
	r.last = max(r.last, b.Start[i])
	if !request {
		return
	}
	r.flows++
	if int(r.score) >= l.MinScore && r.flows&(r.flows-1) == 0 {
		client, server, _ := ends(b, i)
		l.give(b, i, &client, &server, r, b.Start[i], out)
	}
}

func (l *lateral) give(b *detect.Block, i int, client, server *party, r *route, at int64, out detect.Out) {
	client.addr, server.addr = r.from, r.to // one finding, whatever they speak later
	f := detect.Begin(l.Rule, finding.Entity{Kind: finding.KindPair, Network: client.network(), ID: client.addr.String() + " > " + server.addr.String()}, r.first)
	f.Found = moment(at)
	f.SrcAddr, f.DstAddr = client.addr.Netip(), server.addr.Netip()
	if len(r.touches) > 0 {
		f.SrcAddr = r.touches[0].Netip() // where the path began
	}
	f.DstPort = new(r.ports[0])
	f.Touches = []finding.Entity{client.entity(), server.entity()}
	for _, a := range r.touches {
		f.Touches = append(f.Touches, finding.Entity{Kind: finding.KindAddress, Network: client.network(), ID: a.String()})
	}
	f.FirstSeen, f.LastSeen, f.Count, f.Score = moment(r.first), moment(r.last), max(r.flows, 1), int(r.score)
	l.context.apply(&f, l.Rule, b, i)
	ports := make([]string, len(r.ports))
	for n, p := range r.ports {
		ports[n] = number(p)
	}
	f.Evidence = evidence(selectPair(client, server)+" AND dstport:("+strings.Join(ports, " ")+")", r.first, r.last)
	switch {
	case f.Score < l.Medium:
		raise(&f, l.Rule, finding.Low)
		f.Weak, f.Page = true, false
	case f.Score < l.High || r.first-begin(l.env, r.first) < int64(l.Learn) && f.Score < l.High+10:
		raise(&f, l.Rule, finding.Medium)
		f.Page = false
	}
	f.Why = fmt.Sprintf("%s was answered by %s on administration port %s for the first time: %s", client.addr, server.addr, strings.Join(ports, ", "), r.why)
	out.Find(f)
}

func (l *lateral) hour(now int64, _ detect.Out) {
	for _, t := range []interface{ Expire(int64) int }{l.hosts, l.seen, l.services, l.peers, l.places} {
		t.Expire(now - int64(l.Memory))
	}
	l.routes.Expire(now - 2*day)
}

func (l *lateral) state() []detect.State {
	return []detect.State{l.hosts, l.seen, l.routes, l.services, l.peers, l.places}
}

// roughly writes a length of time without what nobody reads.
func roughly(ns int64) string {
	d := time.Duration(ns)
	switch {
	case d < 2*time.Minute:
		return fmt.Sprintf("%.0f s", d.Seconds())
	case d < 2*time.Hour:
		return fmt.Sprintf("%.0f min", d.Minutes())
	case d < 48*time.Hour:
		return fmt.Sprintf("%.0f h", d.Hours())
	default:
		return fmt.Sprintf("%.0f days", d.Hours()/24)
	}
}
