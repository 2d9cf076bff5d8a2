package side

import (
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// An interface's record says which network its own address lies in, and not
// which the other one does. Networks that traffic passes between are joined:
// by a record of a transit gateway, which names both, by the next hop, or by
// two networks that each look for an address the other has. An address that a
// network lacks is then the one of a joined network. Where two of those have
// it, nothing tells.

// How a subnet came to be known.
const (
	subnetSure   = iota // an interface lives there, or a transit gateway says so
	subnetHinted        // traffic to it stays in the VPC at first: it may go on through a transit gateway
)

// anyNetwork stands for all networks in keys that list who has an address.
const anyNetwork = ^uint32(0)

// pathInfo is what a path tuple says that counting needs.
type pathInfo struct {
	src, dst [2]uint32 // networks the ends lie in as a transit gateway tells them: VPC, account
	pair     int32     // attachment at the other end of the gateway, -1 none
	hop      uint32    // network of the next hop
	peering  bool      // the way leads into another VPC
	gateway  bool      // reported by a gateway, which is neither end
}

// learnPaths reads path tuples not met before.
func (e *Enricher) learnPaths(reg *record.Registry) {
	for n := len(e.paths); n < reg.Len(record.GroupPath); n++ {
		t := reg.Tuple(record.GroupPath, uint32(n))
		value := func(id record.FieldID) string { return t.Value(record.Get(id).Slot) }
		p := pathInfo{pair: -1}
		p.src = [2]uint32{e.network(value(record.TGWSrcVPCID)), e.network(value(record.TGWSrcVPCAccountID))}
		p.dst = [2]uint32{e.network(value(record.TGWDstVPCID)), e.network(value(record.TGWDstVPCAccountID))}
		if id := value(record.TGWPairAttachmentID); id != "" {
			p.pair = e.ifaceOf(id, 0, 0)
		}
		p.hop = e.network(value(record.NextHopVPCID))
		switch value(record.TrafficPath) {
		case "4", "5": // AWS: peering within a region, between two
			p.peering = true
		}
		switch value(record.Reporter) {
		case "SRC_GATEWAY", "DEST_GATEWAY":
			p.gateway = true
		}
		e.hops = e.hops || p.hop != 0
		e.between = e.between || p.gateway
		e.paths = append(e.paths, p)
	}
}

// learnJoins takes which networks are joined, and what lies in them, from rows
// that name more than one network.
func (e *Enricher) learnJoins(s *scratch, d *day, dayNumber int32, b *record.Batch) {
	if !e.hops && !e.between {
		return
	}
	for row, own := range s.own {
		p := &e.paths[b.Path[row]]
		info := &e.contexts[b.Context[row]]
		if own == ownTransit && info.passage {
			e.tell(d, dayNumber, p.src[0], &s.src[row])
			e.tell(d, dayNumber, p.dst[0], &s.dst[row])
			e.join(d, dayNumber, p.src[0], p.dst[0])
		} else if p.hop != 0 {
			e.join(d, dayNumber, e.networkOf(info), p.hop)
		}
	}
}

// tell notes that a block lies in a network.
func (e *Enricher) tell(d *day, dayNumber int32, network uint32, a *record.Addr) {
	if network != 0 && d.knowSubnet(keyOf(network, a).subnet()) {
		e.dirty[dayNumber] = true
	}
}

// join notes that traffic passes between two networks.
func (e *Enricher) join(d *day, dayNumber int32, a, b uint32) {
	if a == b || a == 0 || b == 0 || slices.Contains(d.joined[a], b) {
		return
	}
	if d.joined == nil {
		d.joined = map[uint32][]uint32{}
	}
	d.joined[a], d.joined[b] = append(d.joined[a], b), append(d.joined[b], a)
	d.generation++
	if d.strangers[a] || d.strangers[b] {
		e.dirty[dayNumber] = true
	}
}

// knowSubnet notes a subnet of which is certain whose it is. It reports whether
// rows were decided before that was known.
func (d *day) knowSubnet(sub key) (late bool) {
	switch d.subnets.find(sub) {
	case subnetSure:
		return false
	case subnetHinted:
		d.subnets.set(sub, subnetSure)
	default:
		d.subnets.put(sub, subnetSure)
		late = d.misses.any(sub)
	}
	return late || d.missedFar(sub.network, func(network uint32) bool {
		return d.misses.any(key{sub.hi, sub.lo, network})
	})
}

// missedFar reports whether one of the networks joined with a network missed
// something.
func (d *day) missedFar(network uint32, missed func(network uint32) bool) bool {
	return slices.ContainsFunc(d.joined[network], missed)
}

// far finds an address that a network lacks in the networks joined with it.
func (e *Enricher) far(s *scratch, d *day, a *record.Addr, k key, t int64) (facts endFacts, ok bool) {
	if len(d.joined) == 0 {
		return facts, false
	}
	joined := d.joined[k.network]
	n := 0
	for _, network := range joined {
		if i := d.addrs.find(key{k.hi, k.lo, network}); i >= 0 {
			if sp := d.entries[i].at(t); sp != nil {
				facts = endFacts{side: sp.side, scope: record.ScopeInternal, seen: sp.seen, network: network}
				n++
			}
		}
	}
	if n > 0 {
		return facts, n == 1
	}
	sub, where := k.subnet(), uint32(0)
	for _, network := range joined {
		if d.subnets.find(key{sub.hi, sub.lo, network}) == subnetSure {
			where = network
			n++
		}
	}
	if n != 1 {
		return endFacts{}, false
	}
	return endFacts{side: e.unnamedSide(s, where, a), scope: record.ScopeInternal}, true
}

// stranger returns the one network not joined with a key's that has the
// address, or 0.
func (d *day) stranger(k key, t int64) (network uint32) {
	n := d.holders.find(key{k.hi, k.lo, anyNetwork})
	if n < 0 {
		return 0
	}
	for _, other := range d.held[n] {
		if other == k.network || d.entries[d.addrs.find(key{k.hi, k.lo, other})].at(t) == nil {
			continue
		}
		if network != 0 {
			return 0
		}
		network = other
	}
	return network
}

// hold notes that a network has an address.
func (d *day) hold(k key) {
	every := key{k.hi, k.lo, anyNetwork}
	n := d.holders.find(every)
	if n < 0 {
		n = int32(len(d.held))
		d.held = append(d.held, nil)
		d.holders.put(every, n)
	}
	d.held[n] = append(d.held[n], k.network)
}

// doubt is a row whose one end lies in its own network, and whose other end
// may be the interface of another network.
type doubt struct {
	own   key    // the end in the row's own network
	other uint32 // the network that has the other end
	sure  bool   // the row says itself that it leads into another network
}

// joinDoubts joins the networks that looked for each other's addresses, this
// batch included, and reports whether there are any. Two networks that share a
// block are never joined so: no route leads from one to the other, and what one
// misses is its own.
func (e *Enricher) joinDoubts(s *scratch, d *day, dayNumber int32) (joined bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for q := range s.doubts {
		missed := key{q.own.hi, q.own.lo, q.other}
		switch {
		case slices.Contains(d.joined[q.own.network], q.other): // by another batch meanwhile
			joined = true
		case (q.sure || d.misses.any(missed) || s.misses.any(missed)) && !d.overlap(q.own.network, q.other):
			e.join(d, dayNumber, q.own.network, q.other)
			joined = true
		}
	}
	if joined {
		clear(s.doubts)
	}
	return joined
}

// settleDoubts adds what a batch could not answer to its day. The other network
// may look for the address later, or have done so meanwhile.
func (e *Enricher) settleDoubts(s *scratch, d *day, dayNumber int32) {
	if len(s.doubts) > 0 && d.doubts == nil {
		d.doubts = map[doubt]struct{}{}
	}
	for q := range s.doubts {
		d.doubts[q] = struct{}{}
	}
	for q := range d.doubts {
		joined := slices.Contains(d.joined[q.own.network], q.other)
		if !joined && d.misses.any(key{q.own.hi, q.own.lo, q.other}) && !d.overlap(q.own.network, q.other) {
			e.join(d, dayNumber, q.own.network, q.other)
			joined = true
		}
		if joined {
			e.dirty[dayNumber] = true // rows were decided without it
			delete(d.doubts, q)
		}
	}
}

// overlap reports whether two networks have a block in common.
func (d *day) overlap(a, b uint32) bool {
	for _, s := range d.subnets.slots {
		if s.value == subnetSure+1 && s.key.network == a && d.subnets.find(key{s.key.hi, s.key.lo, b}) == subnetSure {
			return true
		}
	}
	return false
}

// told finds an end whose networks the record names, the most exact first.
func (e *Enricher) told(s *scratch, d *day, a *record.Addr, in *[2]uint32, other uint32, t int64, path uint32, services []string) endFacts {
	named := uint32(0)
	for _, network := range in {
		if network == 0 {
			continue
		}
		k := keyOf(network, a)
		if n := d.addrs.find(k); n >= 0 {
			if sp := d.entries[n].at(t); sp != nil {
				return endFacts{side: sp.side, scope: record.ScopeInternal, seen: sp.seen, network: network}
			}
		}
		s.misses.add(k, t, t, false, false)
		if named == 0 {
			named = network
		}
	}
	if named != 0 {
		return endFacts{side: e.unnamedSide(s, named, a), scope: record.ScopeInternal}
	}
	// The far side of a VPN, or of another gateway.
	return e.end(s, d, a, keyOf(other, a), t, path, services)
}

// lostAll reports whether no packet of a row reached the other attachment.
func (s *scratch) lostAll(row int) bool {
	lost := uint64(0)
	for _, column := range s.lost {
		lost += column[row]
	}
	return lost > 0 && (s.packets == nil || lost >= s.packets[row])
}

// passedOnce reports whether the record of an attachment is the one of its flow
// that counts, where neither end logs: the record at the destination's
// attachment, else the source's.
func (e *Enricher) passedOnce(s *scratch, d *day, own int32, path uint32, t int64) bool {
	pair := e.paths[path].pair
	direction := s.direction[path]
	if pair < 0 || pair == own || direction == ownSrc || direction == ownUnknown && own < pair {
		return true
	}
	if d.logsAt(pair, t) {
		return false
	}
	m := d.minute(t)
	s.waits = waiting(s.waits, pair, m, m)
	return true
}

// Joined is a fact read back from stored rows: rows go between two networks, or
// one counts because an attachment was taken for not logging.
type Joined struct {
	Src, Dst string // networks; the same, or empty, when the rows join none
	Pair     string // attachment
	From, To int64  // nanoseconds
}

// loadNetworks takes how networks hang together. Rows were decided with all
// this, so that it makes no day dirty.
func (e *Enricher) loadNetworks(d *day, dayNumber int32, f *Facts) {
	was := e.dirty[dayNumber]
	for i := range f.Joined {
		j := &f.Joined[i]
		e.join(d, dayNumber, e.network(j.Src), e.network(j.Dst))
		if j.Pair != "" {
			d.waited(e.ifaceOf(j.Pair, 0, 0), d.minute(j.From), d.minute(j.To))
		}
	}
	for i := range f.Missing {
		m := &f.Missing[i]
		if m.Network == "" {
			continue
		}
		k := keyOf(e.network(m.Network), &m.Addr).subnet()
		switch {
		case k.network != e.networkOf(e.contextInfo(m.Context)):
			d.knowSubnet(k)
		case d.subnets.find(k) < 0:
			d.subnets.put(k, subnetHinted)
		}
	}
	if !was {
		delete(e.dirty, dayNumber)
	}
}

// learnPassage takes that an attachment logs.
func (e *Enricher) learnPassage(d *day, dayNumber int32, n int32, stream uint64, t *touched) {
	if d.awaited(n, t.times) {
		e.dirty[dayNumber] = true
	}
	d.claim(n, stream, t)
}
