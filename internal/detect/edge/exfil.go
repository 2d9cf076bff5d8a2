package edge

import (
	"fmt"
	"math"
	"slices"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// exfil tells of hosts that send far more than usual, to one place or in all, and of
// those that send a little more than they get to a new place day after day.
type exfil struct {
	env *detect.Env
	detect.Numbered
	rule.Exfil

	hosts  *sketch.Table[volume, *volume]
	pairs  *sketch.Table[flowing, *flowing]       // by host and place
	places *sketch.Table[sketch.Set, *sketch.Set] // hosts that send to a place
	keys   []uint64                               // scratch
}

func newExfil(env *detect.Env, r detect.Numbered, s rule.Exfil, keys int) *exfil {
	return &exfil{
		env: env, Numbered: r, Exfil: s,
		hosts: sketch.NewTable[volume](keys / 8), pairs: sketch.NewTable[flowing](keys * 5 / 8), places: sketch.NewTable[sketch.Set](keys / 4),
	}
}

func (x *exfil) take(b *detect.Block, i int, out detect.Out) {
	dst, ok := leaves(b, i)
	if !ok || b.Action[i] == record.Reject {
		return
	}
	at := b.Start[i]
	own, far := end(b, i, !dst), end(b, i, dst)
	h, fresh := x.hosts.Use(own.host, at)
	if fresh {
		h.first, h.hour = at, at/hour
		if known := x.env.Hosts.Known(b, i, !dst); known != 0 {
			h.first = known // it was there and sent nothing
		}
	}
	h.roll(at / hour)
	place, name := far.place()
	key := detect.Key(own.host, place)
	wide := 0.0 // the largest hour to the same organisation
	if around, wider := far.around(); wider {
		o, fresh := x.pairs.Use(detect.Key(own.host, around, 1), at)
		if fresh {
			o.first, o.hour = at, at/hour
		}
		o.roll(at/hour, at/day)
		if dst {
			o.up += float64(b.Bytes[i])
		}
		wide = o.most()
	}
	p, fresh := x.pairs.Use(key, at)
	if fresh {
		p.first, p.hour = at, at/hour
		p.own, p.far, p.network, p.place, p.name = own.addr, far.addr, own.network(), place, name
		who, _ := x.places.Use(place, at)
		who.Add(own.host)
	}
	p.roll(at/hour, at/day)
	p.last = at
	if !dst {
		h.down += float64(b.Bytes[i])
		p.down += float64(b.Bytes[i])
		return
	}
	h.up += float64(b.Bytes[i])
	p.up += float64(b.Bytes[i])
	p.flows++
	if p.up < x.MinBytes && h.up < x.MinBytes {
		return
	}
	start := begin(x.env, at)
	if at-start < int64(x.Learn) || at-h.first < int64(x.Learn) {
		return
	}
	usual := h.usual(at/hour, x.Sigma)
	switch {
	case p.told == at/hour:
		if p.up >= 2*p.given {
			x.give(p, usual, at, out)
		}
	case p.up >= x.MinBytes && p.up >= x.Ratio*p.down && p.up > x.Factor*max(p.most(), wide) && p.up > usual/5:
		p.told, h.told = at/hour, at/hour
		x.give(p, usual, at, out)
	case h.told != at/hour && h.up >= x.MinBytes && h.up >= x.Ratio*h.down && h.up > x.Factor*usual:
		h.told = at / hour
		f := detect.Begin(x.Rule, own.entity(), at)
		f.SrcAddr = own.addr.Netip()
		f.FirstSeen, f.LastSeen = moment(at/hour*hour), moment(at)
		f.Touches = []finding.Entity{far.entity()}
		filter := "srcaddr:" + detect.Quote(own.addr.String()) + " AND direction:outbound"
		if n := own.network(); n != "" {
			filter += " AND src_network:" + detect.Quote(n)
		}
		f.Evidence = evidence(filter, at/hour*hour, at)
		f.Count = h.flows
		f.Usual = &finding.Range{Low: 0, High: usual, Unit: "bytes an hour"}
		x.grade(&f, h.up/max(usual, x.MinBytes/x.Factor), 1)
		f.Why = fmt.Sprintf("%s sent %s to the outside in this hour and got %s; %s is the most that is usual for it at this time of the week",
			own.addr, detect.SizeText(h.up), detect.SizeText(h.down), detect.SizeText(usual))
		out.Find(f)
	}
	h.flows++
}

// grade sets score and severity: how many times over what is usual, and how many
// hosts send to the same place.
func (x *exfil) grade(f *finding.Finding, times float64, users int) {
	f.Score = min(100, 50+int(10*math.Log2(max(times, 1))))
	if users > 5*x.MaxHosts {
		f.Score -= 15 // everybody sends there
	} else if users > x.MaxHosts {
		f.Score -= 5
	}
	switch {
	case f.Score < 50:
		raise(f, x.Rule, finding.Low)
		f.Weak, f.Page = true, false
	case f.Score < 80:
		raise(f, x.Rule, finding.Medium)
		f.Page = false
	}
}

// finding returns a finding about a host and a place, from a moment on.
func (x *exfil) finding(p *flowing, from, at int64) finding.Finding {
	own := finding.Entity{Kind: finding.KindAddress, Network: p.network, ID: p.own.String()}
	far := finding.Entity{Kind: finding.KindAddress, ID: p.far.String()}
	f := detect.Begin(x.Rule, finding.Entity{Kind: finding.KindPair, Network: p.network, ID: own.ID + " > " + far.ID}, at)
	f.SrcAddr, f.DstAddr = p.own.Netip(), p.far.Netip()
	f.Touches = []finding.Entity{own, far}
	f.FirstSeen, f.LastSeen, f.Count = moment(from), moment(p.last), p.flows
	filter := "srcaddr:" + detect.Quote(own.ID) + " AND dstaddr:" + detect.Quote(far.ID)
	if p.network != "" {
		filter += " AND src_network:" + detect.Quote(p.network)
	}
	f.Evidence = evidence(filter, from, p.last)
	return f
}

func (x *exfil) give(p *flowing, usual float64, at int64, out detect.Out) {
	p.given = p.up
	f := x.finding(p, max(p.first, at/hour*hour), at)
	users := 0
	if who := x.places.Get(p.place); who != nil {
		users = who.Len()
	}
	most := p.most()
	f.Usual = &finding.Range{Low: 0, High: most, Unit: "bytes an hour"}
	if most == 0 {
		users = min(users, x.MaxHosts+1) // what others do there is little comfort
	}
	x.grade(&f, p.up/max(most, x.MinBytes/x.Factor), users)
	before := "nothing like it before: " + detect.SizeText(most) + " at most in an hour"
	if most == 0 {
		before = "it never sent there before"
	}
	f.Why = fmt.Sprintf("%s sent %s to %s in this hour and got %s; %s, and %s in all is usual for the host at this time of the week; %s there",
		p.own, detect.SizeText(p.up), where(p.far, p.name), detect.SizeText(p.down), before, detect.SizeText(usual), senders(users))
	out.Find(f)
}

func senders(n int) string {
	if n <= 1 {
		return "no other host sends"
	}
	return fmt.Sprintf("%d other hosts send", n-1)
}

// hour looks, at midnight, for what is sent slowly.
func (x *exfil) hour(now int64, out detect.Out) {
	if now%day == 0 {
		x.keys = x.keys[:0]
		x.pairs.Each(func(key uint64, touched int64, p *flowing) {
			if touched >= now-day {
				x.keys = append(x.keys, key)
			}
		})
		slices.Sort(x.keys)
		for _, key := range x.keys {
			x.slow(key, now, out)
		}
	}
	for _, t := range []interface{ Expire(int64) int }{x.hosts, x.pairs, x.places} {
		t.Expire(now - 30*day)
	}
}

func (x *exfil) slow(key uint64, now int64, out detect.Out) {
	p := x.pairs.Get(key)
	start := begin(x.env, now)
	if p.place == 0 || now-start < int64(x.Learn) || p.first-start < day || p.slow != 0 && now-p.slow < 7*day {
		return
	}
	days, total := 0, 0.0
	for n := range int64(7) {
		up, down := p.on(now/day - 1 - n)
		if up > x.Ratio*down && up > x.SlowMin/100 {
			days++
			total += up
		}
	}
	if days < x.SlowDays || total < x.SlowMin || p.most() >= x.MinBytes {
		return
	}
	users := 0
	if who := x.places.Get(p.place); who != nil {
		users = who.Len()
	}
	if users > x.MaxHosts {
		return
	}
	p = x.pairs.Change(key)
	p.slow = now
	f := x.finding(p, max(p.first, now-7*day), now-1)
	f.Found = moment(now)
	f.Score = min(75, 45+5*days)
	raise(&f, x.Rule, finding.Medium)
	f.Page = false
	f.Why = fmt.Sprintf("%s sent %s to %s on %d of the last 7 days, each day at least %.0f times what it got; the place came up on %s and %s there",
		p.own, detect.SizeText(total), where(p.far, p.name), days, x.Ratio, moment(p.first).Format("2006-01-02"), senders(users))
	out.Find(f)
}

func (x *exfil) state() []detect.State { return []detect.State{x.hosts, x.pairs, x.places} }
