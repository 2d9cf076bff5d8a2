// Package contact judges how clients meet servers: scans, guessing of passwords,
// floods, and ports that open to the internet.
//
// The unit is the first contact of a source with a target, a host and a port, and how
// it ended: answered, refused, rejected or silent. A record tells one direction only,
// so a contact whose outcome is open waits for the record of the other direction, at
// most half a minute of event time. Only records of the side that opened the
// conversation are contacts: what a server sends back, late or refused, is none.
package contact

import (
	"cmp"
	"slices"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// Detector is the mechanism with its rules.
type Detector struct {
	env      *detect.Env
	trackers []*tracker // of scans, by what they follow
	byWay    [numWays][]int

	talks    *sketch.Table[talk, *talk]
	sources  *sketch.Table[source, *source]
	due      []dueTalk // scratch of Advance
	visitors *sketch.Table[visitor, *visitor]

	guesses    []*guessRules
	loginPorts portSet
	logins     *sketch.Table[login, *login]
	crowds     *sketch.Table[crowd, *crowd] // by host, and by host and service
	ports      *sketch.Table[crowd, *crowd] // by port

	crowdScans []*scanRule
	exposures  []*exposureRule
	doors      *sketch.Table[doors, *doors]

	floods  [numWays][]*floodRule
	loads   *sketch.Table[load, *load]
	subnets subnetKeys
}

var _ detect.Detector = (*Detector)(nil)

// way is the direction of a contact; the zero way is of no interest.
type way uint8

const (
	wayNone way = iota
	wayInbound
	wayInternal
	wayOutbound
	numWays
)

var ways = map[rule.Way]way{rule.Inbound: wayInbound, rule.Internal: wayInternal, rule.Outbound: wayOutbound}

// wayOf tells the way from client to server. Private addresses of networks that weir
// does not know are inside: they came over a VPN or a peering.
func wayOf(client, server record.Scope) way {
	in := func(s record.Scope) bool { return s == record.ScopeInternal || s == record.ScopePrivate }
	switch {
	case in(client) && in(server):
		return wayInternal
	case in(client) && server == record.ScopePublic:
		return wayOutbound
	case client == record.ScopePublic && in(server):
		return wayInbound
	}
	return wayNone
}

// New returns the detector of the rules of mechanism contact.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	d := &Detector{
		env:      env,
		talks:    sketch.NewTable[talk](max(1, env.Keys/8)),
		sources:  sketch.NewTable[source](max(1, env.Keys/4)),
		visitors: sketch.NewTable[visitor](max(1, env.Keys/8)),
		logins:   sketch.NewTable[login](max(1, env.Keys/8)),
		crowds:   sketch.NewTable[crowd](max(1, env.Keys/32)),
		ports:    sketch.NewTable[crowd](max(1, env.Keys/16)),
		doors:    sketch.NewTable[doors](max(1, env.Keys/8)),
		loads:    sketch.NewTable[load](max(1, env.Keys/8)),
	}
	for _, r := range rules {
		switch s := r.Weir.Settings.(type) {
		case rule.Scan:
			d.addScan(r, s)
		case rule.Guess:
			d.addGuess(r, s)
		case rule.Exposure:
			d.exposures = append(d.exposures, &exposureRule{r, s})
		case rule.Flood:
			d.floods[ways[s.Way]] = append(d.floods[ways[s.Way]], &floodRule{r, s, salt(r)})
		}
	}
	if len(d.exposures) > 0 {
		d.follow(wayInbound)
	}
	for _, r := range d.crowdScans {
		d.follow(ways[r.Way])
	}
	return d
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	border := len(d.floods[wayInbound])+len(d.floods[wayOutbound]) > 0
	if border {
		d.subnets.of(b)
	}
	for i := s.Lo; i < s.Hi; i++ {
		if b.Status[i] != detect.StatusFlow || !b.Counted[i] {
			continue
		}
		switch b.Protocol[i] {
		case iana.TCP, iana.UDP, iana.SCTP, iana.ICMP, iana.ICMPv6:
			d.contact(b, i, out)
			if b.Protocol[i] == iana.TCP && b.Opener[i] == record.InitiatorSrc && b.Action[i] != record.Reject && d.loginPorts.has(b.DstPort[i]) {
				d.loginRow(b, i, out)
			}
			if len(d.exposures) > 0 && b.Opener[i] == record.InitiatorDst && b.SrcScope[i] == record.ScopeInternal && b.DstScope[i] == record.ScopePublic {
				d.opened(b, i, out)
			}
		}
		if border {
			d.border(b, i, out)
		}
	}
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	d.settle(now, out)
	d.hangUp(now, out)
	if now%(5*minute) == 0 {
		d.retell(out)
		d.reguess(out)
		d.refloods(out)
	}
	if now%hour == 0 {
		d.expire(now)
	}
}

// expire forgets what is older than the memory of the rules.
func (d *Detector) expire(now int64) {
	if memory := d.memory(); memory > 0 {
		d.sources.Expire(now - memory)
	}
	if memory := d.guessMemory(); memory > 0 {
		d.logins.Expire(now - memory)
	}
	d.visitors.Expire(now - 14*day)
	d.doors.Expire(now - 90*day)
	d.crowds.Expire(now - 7*day)
	d.ports.Expire(now - 7*day)
	d.loads.Expire(now - 3*day)
}

// State implements [detect.Detector].
func (d *Detector) State() []detect.State {
	return []detect.State{d.talks, d.sources, d.visitors, d.logins, d.crowds, d.ports, d.doors, d.loads}
}

const (
	second = int64(1e9)
	minute = 60 * second
	hour   = 60 * minute
	day    = 24 * hour
)

// patience is how long after a request its answer may start, in event time. Records
// of both directions start within a round trip of each other, whatever the window
// over which they are aggregated.
const patience = 30 * second

// dueTalk is a talk whose outcome is to be decided.
type dueTalk struct {
	key   uint64
	start int64
}

// settle decides the talks that waited long enough, in the order in which they began.
func (d *Detector) settle(now int64, out detect.Out) {
	if d.talks.Len() == 0 {
		return
	}
	d.due = d.due[:0]
	d.talks.Each(func(key uint64, _ int64, t *talk) {
		if t.Start <= now-patience {
			d.due = append(d.due, dueTalk{key, t.Start})
		}
	})
	slices.SortFunc(d.due, func(a, b dueTalk) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.key, b.key)) })
	for _, due := range d.due {
		d.decide(d.talks.Get(due.key), now, out)
		d.talks.Delete(due.key)
	}
}
