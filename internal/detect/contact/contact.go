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

	talks   *sketch.Table[talk, *talk]
	sources *sketch.Table[source, *source]
	due     []dueTalk // scratch of Advance
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
		env:     env,
		talks:   sketch.NewTable[talk](max(1, env.Keys/8)),
		sources: sketch.NewTable[source](max(1, env.Keys*3/8)),
	}
	for _, r := range rules {
		switch s := r.Weir.Settings.(type) {
		case rule.Scan:
			d.addScan(r, s)
		}
	}
	return d
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	for i := s.Lo; i < s.Hi; i++ {
		if b.Status[i] != detect.StatusFlow || !b.Counted[i] {
			continue
		}
		switch b.Protocol[i] {
		case iana.TCP, iana.UDP, iana.SCTP, iana.ICMP, iana.ICMPv6:
			d.contact(b, i, out)
		}
	}
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	d.settle(now, out)
	if now%hour == 0 {
		d.retell(now, out)
		d.expire(now)
	}
}

// expire forgets what is older than the memory of the rules.
func (d *Detector) expire(now int64) {
	if memory := d.memory(); memory > 0 {
		d.sources.Expire(now - memory)
	}
}

// State implements [detect.Detector].
func (d *Detector) State() []detect.State {
	return []detect.State{d.talks, d.sources}
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
