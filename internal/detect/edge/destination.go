package edge

import (
	"fmt"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// destinations tells of apps that send much to a place that is new to them.
type destinations struct {
	env     *detect.Env
	context context
	detect.Numbered
	rule.NewDestination

	apps   *sinceTable                            // first seen of an app
	seen   *sketch.Table[amount, *amount]         // by app and place
	places *sketch.Table[sketch.Set, *sketch.Set] // apps that send to a place
}

func newDestinations(env *detect.Env, r detect.Numbered, s rule.NewDestination, keys int) *destinations {
	return &destinations{
		env: env, context: newContext(r.Rule), Numbered: r, NewDestination: s,
		apps: sketch.NewTable[since](keys / 8), seen: sketch.NewTable[amount](keys * 5 / 8), places: sketch.NewTable[sketch.Set](keys / 4),
	}
}

// place is where data goes: a provider's own service, which has many addresses, or
// else the address.
func (p *party) place() (key uint64, name string) {
	if v := p.side.Value(record.SideService); v != "" && !rented[v] {
		return detect.Key(xxhash.Sum64String(p.side.Value(record.SideProvider)), xxhash.Sum64String(v)), v
	}
	for _, slot := range []int{record.SideASOrg, record.SideProvider, record.SideCountry} {
		if name = p.side.Value(slot); name != "" {
			break
		}
	}
	return p.host, name
}

// rented are the services of providers through whose addresses anybody may speak.
var rented = map[string]bool{"EC2": true, "AMAZON": true, "CLOUDFRONT": true, "GLOBALACCELERATOR": true, "Google Cloud": true, "AzureCloud": true}

// around is the organisation or the network about an address, and whether that is
// more than the place.
func (p *party) around() (key uint64, wider bool) {
	if v := p.side.Value(record.SideService); v != "" && !rented[v] {
		return 0, false
	}
	if v := p.side.Value(record.SideASOrg); v != "" {
		return xxhash.Sum64String(v), true
	}
	return p.prefix(), true
}

// prefix is the /24 or /48 of a party.
func (p *party) prefix() uint64 {
	a := p.addr
	if a.Is4() {
		a[15] = 0
	} else {
		clear(a[6:])
	}
	return detect.Key(1, detect.HostKey("", a))
}

// leaves reports whether a row is between an internal host and the outside, which end
// is outside, and whether the internal host opened the conversation, or nobody knows
// who did.
func leaves(b *detect.Block, i int) (dst, ok bool) {
	src, to := b.SrcScope[i], b.DstScope[i]
	away := func(s record.Scope) bool { return outside(s) || s == record.ScopeService }
	switch {
	case src == record.ScopeInternal && away(to):
		return true, b.Opener[i] != record.InitiatorDst
	case to == record.ScopeInternal && away(src):
		return false, b.Opener[i] != record.InitiatorSrc
	}
	return false, false
}

func (d *destinations) take(b *detect.Block, i int, out detect.Out) {
	dst, ok := leaves(b, i)
	if !ok || b.Action[i] == record.Reject {
		return
	}
	at := b.Start[i]
	own, far := end(b, i, !dst), end(b, i, dst)
	app := own.appKey()
	known, _ := first(d.apps, app, at)
	place, name := far.place()
	key := detect.Key(app, place)
	if old, ok := d.seen.Touched(key); ok && old < at-int64(d.Memory) {
		d.seen.Delete(key)
	}
	a, fresh := d.seen.Use(key, at)
	if fresh {
		a.first = at
		who, _ := d.places.Use(place, at)
		who.Add(app)
	}
	a.last = at
	if !dst {
		a.down += float64(b.Bytes[i])
		return
	}
	a.up += float64(b.Bytes[i])
	a.flows++
	if a.told != 0 {
		if a.told == detect.Window(d.Rule, a.first)+1 && at < a.first+day && a.flows&(a.flows-1) == 0 {
			d.give(b, i, &own, &far, a, name, at, out)
		}
		return
	}
	if a.up < d.MinBytes || at > a.first+int64(d.Within) || a.up < d.Ratio*a.down {
		return
	}
	start := begin(d.env, at)
	if a.first-start < int64(d.Learn) || a.first-known < int64(d.Learn) {
		return // it was there before anything could be new, or the app is
	}
	if who := d.places.Get(place); who != nil && who.Len() > d.MaxApps {
		return
	}
	a.told = detect.Window(d.Rule, a.first) + 1
	d.give(b, i, &own, &far, a, name, at, out)
}

func (d *destinations) give(b *detect.Block, i int, own, far *party, a *amount, name string, at int64, out detect.Out) {
	f := detect.Begin(d.Rule, finding.Entity{Kind: finding.KindPair, Network: own.network(), ID: own.addr.String() + " > " + far.addr.String()}, a.first)
	f.Found = moment(at)
	f.SrcAddr, f.DstAddr, f.DstPort = own.addr.Netip(), far.addr.Netip(), new(far.port)
	f.Touches = []finding.Entity{own.entity(), far.entity(), {Kind: finding.KindApp, ID: own.app}}
	f.FirstSeen, f.LastSeen, f.Count = moment(a.first), moment(a.last), a.flows
	f.Evidence = evidence(selectPair(own, far), a.first, a.last)
	d.context.apply(&f, d.Rule, b, i)
	others := 0
	if who := d.places.Get(mustPlace(far)); who != nil {
		others = who.Len() - 1
	}
	f.Why = fmt.Sprintf("%s sent %s to %s within %s of its first contact and got %s back; it never sent there in %s, and %s did",
		own.app, detect.SizeText(a.up), where(far.addr, name), detect.SpanText(d.Within), detect.SizeText(a.down), detect.SpanText(d.Memory), apps(others))
	f.Usual = &finding.Range{Low: 0, High: 0, Unit: "bytes"}
	out.Find(f)
}

func mustPlace(p *party) uint64 {
	key, _ := p.place()
	return key
}

func (d *destinations) hour(now int64, _ detect.Out) {
	for _, t := range []interface{ Expire(int64) int }{d.apps, d.seen, d.places} {
		t.Expire(now - int64(d.Memory))
	}
}

func (d *destinations) state() []detect.State { return []detect.State{d.apps, d.seen, d.places} }

// where names a place.
func where(a record.Addr, name string) string {
	if name == "" {
		return a.String()
	}
	return a.String() + " (" + name + ")"
}
