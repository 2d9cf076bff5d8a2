// Package channel finds software that calls home: beacons, connections that stay open
// for hours, destinations contacted with very little over many days, and command and
// control, which is several such signs together.
//
// It looks at conversations that internal hosts open to the outside, by host,
// destination and service port. One conversation is many records: those of one
// five-tuple without a long silence between them are one, so it has one start and one
// size. The scores are RITA's where RITA has one (Bowley skew and median deviation of
// gaps and of sizes, spread over the hours, duration); they are taken at whole hours
// of event time, and for command and control also while a channel is young.
package channel

import (
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// Detector runs the rules of mechanism channel. Rules of different kinds without a
// filter share one memory; a rule with a filter has its own.
type Detector struct {
	trackers []*tracker
}

var _ detect.Detector = (*Detector)(nil)

// New returns a detector for the rules that are of this mechanism. Settings may be
// given by value or by pointer.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	d := &Detector{}
	for _, r := range rules {
		switch s := r.Weir.Settings.(type) {
		case rule.Beacon:
			d.tracker(env, r, func(t *tracker) bool { return t.beacon == nil }).beacon = &beaconRule{r, s}
		case *rule.Beacon:
			d.tracker(env, r, func(t *tracker) bool { return t.beacon == nil }).beacon = &beaconRule{r, *s}
		case rule.C2:
			d.tracker(env, r, func(t *tracker) bool { return t.c2 == nil }).c2 = &c2Rule{r, s}
		case *rule.C2:
			d.tracker(env, r, func(t *tracker) bool { return t.c2 == nil }).c2 = &c2Rule{r, *s}
		case rule.LongConnection:
			d.tracker(env, r, func(t *tracker) bool { return t.long == nil }).long = &longRule{r, s}
		case *rule.LongConnection:
			d.tracker(env, r, func(t *tracker) bool { return t.long == nil }).long = &longRule{r, *s}
		case rule.LowSlow:
			d.tracker(env, r, func(t *tracker) bool { return t.low == nil }).low = &lowRule{r, s}
		case *rule.LowSlow:
			d.tracker(env, r, func(t *tracker) bool { return t.low == nil }).low = &lowRule{r, *s}
		}
	}
	for _, t := range d.trackers {
		if t.long != nil {
			t.idle = max(t.idle, int64(t.long.Idle))
		}
		t.makeTables(max(env.Keys/len(d.trackers), 64))
	}
	return d
}

// tracker returns the memory for a rule: the first without a filter that has room,
// or one of its own.
func (d *Detector) tracker(env *detect.Env, r detect.Numbered, free func(*tracker) bool) *tracker {
	if r.Filter == nil {
		for _, t := range d.trackers {
			if t.filter < 0 && free(t) {
				return t
			}
		}
	}
	t := &tracker{env: env, filter: -1, idle: int64(rule.DefaultLongConnection.Idle)}
	if r.Filter != nil {
		t.filter = r.N
	}
	d.trackers = append(d.trackers, t)
	return t
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	for _, t := range d.trackers {
		t.slice(b, s, out)
	}
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	if now%int64(time.Hour) != 0 {
		return
	}
	for _, t := range d.trackers {
		t.hour(now, out)
	}
}

// State implements [detect.Detector].
func (d *Detector) State() (states []detect.State) {
	for _, t := range d.trackers {
		states = append(states, t.links, t.services, t.clients, t.pairs)
	}
	return states
}

func outside(s record.Scope) bool { return s == record.ScopePublic || s == record.ScopePrivate }

// slice takes the rows of conversations that cross the border outwards. All others
// are left after a few comparisons.
func (t *tracker) slice(b *detect.Block, s detect.Slice, out detect.Out) {
	for i := s.Lo; i < s.Hi; i++ {
		if !b.Counted[i] || b.Status[i] != detect.StatusFlow {
			continue
		}
		src, dst := b.SrcScope[i], b.DstScope[i]
		leaves := src == record.ScopeInternal && outside(dst)
		if !leaves && (dst != record.ScopeInternal || !outside(src)) {
			continue
		}
		if p := b.Protocol[i]; p != iana.TCP && p != iana.UDP {
			continue
		}
		request := leaves
		switch b.Opener[i] {
		case record.InitiatorSrc:
			if !leaves {
				continue
			}
		case record.InitiatorDst:
			if leaves {
				continue
			}
		default: // neither port is a service: it goes on with what began, or begins here
			key := linkKey(b, i, leaves)
			if t.links.Get(key) == nil && (!leaves || t.env.Hosts.Reachable(b.SrcHost[i])) {
				continue
			}
		}
		if t.filter >= 0 && !b.Selected(t.filter, i) {
			continue
		}
		t.take(b, i, request, out)
	}
}

func linkKey(b *detect.Block, i int, request bool) uint64 {
	if request {
		return detect.Key(b.SrcHost[i], b.DstHost[i], uint64(b.DstPort[i])<<8|uint64(b.Protocol[i]))
	}
	return detect.Key(b.DstHost[i], b.SrcHost[i], uint64(b.SrcPort[i])<<8|uint64(b.Protocol[i]))
}

// hour judges the channels that were used since the hour before the last, in the
// order of their keys, and forgets what is old.
func (t *tracker) hour(now int64, out detect.Out) {
	t.keys = t.keys[:0]
	t.links.Each(func(key uint64, touched int64, v *link) {
		if touched >= now-int64(2*time.Hour) || t.low != nil && now%(24*int64(time.Hour)) == 0 {
			t.keys = append(t.keys, key)
		}
	})
	slices.Sort(t.keys)
	for _, key := range t.keys {
		l := t.links.Get(key)
		if t.beacon != nil {
			t.judgeBeacon(key, l, now, out)
		}
		if t.low != nil && now%(24*int64(time.Hour)) == 0 {
			t.judgeLow(l, now, out)
		}
		if t.c2 != nil && l.last >= now-int64(time.Hour) {
			t.judgeC2(l, now, out)
		}
	}
	t.forget(now)
}

// How long things are remembered that nobody uses.
const (
	keepOnce  = int64(48 * time.Hour)      // a destination that was contacted once
	keepLinks = int64(30 * 24 * time.Hour) // one that was contacted more often
	keepPairs = int64(7 * 24 * time.Hour)
)

func (t *tracker) forget(now int64) {
	t.keys = t.keys[:0]
	t.links.Each(func(key uint64, touched int64, v *link) {
		if touched < now-keepLinks || touched < now-keepOnce && v.starts < 3 && v.span() < int64(time.Hour) {
			t.keys = append(t.keys, key)
		}
	})
	slices.Sort(t.keys)
	for _, key := range t.keys {
		t.links.Delete(key)
	}
	t.services.Expire(now - keepLinks)
	t.clients.Expire(now - keepLinks)
	t.pairs.Expire(now - keepPairs)
}

// entity returns the entities of a channel: the pair, the client, the server.
func (l *link) entities() (pair, client, server finding.Entity) {
	client = finding.Entity{Kind: finding.KindAddress, Network: l.network, ID: l.client.String()}
	server = finding.Entity{Kind: finding.KindAddress, ID: l.server.String()}
	pair = finding.Entity{Kind: finding.KindPair, Network: l.network, ID: client.ID + " > " + server.ID}
	return pair, client, server
}

// begin returns a finding about the pair of hosts of a channel.
func (l *link) begin(r *rule.Rule, at int64) finding.Finding {
	pair, client, server := l.entities()
	f := detect.Begin(r, pair, at)
	f.SrcAddr, f.DstAddr = l.client.Netip(), l.server.Netip()
	f.Touches = []finding.Entity{client, server}
	f.FirstSeen, f.LastSeen = time.Unix(0, l.first).UTC(), time.Unix(0, l.last).UTC()
	f.Count = l.flows
	return f
}

// evidence selects the requests of a channel; port 0 stands for all ports.
func (l *link) evidence(port uint16, first, last int64) finding.Evidence {
	text := "srcaddr:" + detect.Quote(l.client.String()) + " AND dstaddr:" + detect.Quote(l.server.String())
	if port != 0 {
		text += " AND dstport:" + number(int64(port))
	}
	if l.network != "" {
		text += " AND src_network:" + detect.Quote(l.network)
	}
	return finding.Evidence{Filter: text, Since: time.Unix(0, first).UTC(), Until: time.Unix(0, last).UTC().Add(time.Second)}
}
