package edge

import (
	"fmt"
	"slices"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// sources tells of public addresses that a host answers which does not serve the
// internet.
type sources struct {
	env     *detect.Env
	context context
	detect.Numbered
	rule.NewSource

	seen    *sketch.Table[amount, *amount]         // by server, network of the source, and port of administration
	known   *sinceTable                            // by prefix of the source and port: first let in anywhere
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
	return &sources{env: env, context: newContext(r.Rule), Numbered: r, NewSource: s, seen: sketch.NewTable[amount](keys / 2), known: sketch.NewTable[since](keys / 4), clients: sketch.NewTable[sketch.Set](keys / 4)}
}

func (s *sources) take(b *detect.Block, i int, out detect.Out) {
	src, dst := b.SrcScope[i], b.DstScope[i]
	inbound := src == record.ScopePublic && dst == record.ScopeInternal && b.Opener[i] == record.InitiatorSrc
	answer := src == record.ScopeInternal && dst == record.ScopePublic && b.Opener[i] == record.InitiatorDst
	if !inbound && !answer {
		return
	}
	at := b.Start[i]
	client, server, request := ends(b, i)
	// A new address of a network that is known is not new; but that somebody of a carrier
	// once reached another port, or came these days, says nothing about who administers.
	net, _ := client.around()
	key, organisation := detect.Key(server.host, net, 0), uint64(0)
	admin := slices.Contains(s.Admin, server.port)
	if admin {
		organisation = detect.Key(server.host, net, uint64(server.port))
		key = detect.Key(server.host, client.prefix(), uint64(server.port))
	}
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
		a.first, a.last, a.addr = at, at, client.addr
		// Who was let in elsewhere while that was learned is a visitor, not a stranger.
		learned := max(begin(s.env, at)+int64(s.Learn), at-int64(s.Learn))
		since, _ := first(s.known, detect.Key(client.prefix(), uint64(server.port)), at)
		a.weak = since < learned
		if admin {
			if since, _ := first(s.known, organisation, at); since < learned {
				return
			}
		}
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
		if !request || a.addr != client.addr || a.flows&(a.flows-1) != 0 {
			return
		}
	case !fresh || at-begin(s.env, at) < int64(s.Learn):
		return
	default:
		if known := s.env.Hosts.Known(b, i, server.dst); known == 0 || known > at-int64(s.Learn) {
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
	if a.weak {
		f.Weak, f.Page = true, false
	}
	f.Why = fmt.Sprintf("%s was answered by %s on %s for the first time in %s; %s on the internet had been before", client.addr, server.addr, service(b, i, server.port), detect.SpanText(s.Memory), others(max(few-1, 0)))
	out.Find(f)
}

func (s *sources) hour(now int64, _ detect.Out) {
	s.seen.Expire(now - int64(s.Memory))
	s.known.Expire(now - int64(s.Memory))
	s.clients.Expire(now - int64(s.Memory))
}

func (s *sources) state() []detect.State { return []detect.State{s.seen, s.known, s.clients} }
