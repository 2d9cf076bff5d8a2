package side

import (
	"math"
	"strings"

	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// iface is what is known about an interface for as long as the process runs.
type iface struct {
	context uint32 // context number that names it
	network uint32
	nat     bool
	passage bool // an attachment of a transit gateway: never an end

	// An interface keeps its primary addresses for life. Where records carry
	// no direction they are found as the address that all its records share:
	// candidates shrink from two to one.
	primary    [2]record.Addr // IPv4, IPv6; zero while unknown
	candidates [2][]record.Addr
	second     bool       // of two that saw nothing but each other: its records repeat the first's
	open       [2][]int32 // days with rows decided while the own address of the family was unknown
}

func family(a *record.Addr) int {
	if a.Is4() {
		return 0
	}
	return 1
}

// networkOf returns the network that gives the addresses of a context's records
// their meaning.
func (e *Enricher) networkOf(c *contextInfo) uint32 {
	if c.iface >= 0 {
		return e.ifaces[c.iface].network
	}
	return c.network
}

func (f *iface) own(a *record.Addr) {
	if i := family(a); f.primary[i] == (record.Addr{}) {
		f.primary[i] = *a
	}
}

type contextInfo struct {
	iface   int32  // -1 where the record names no interface
	network uint32 // of the record alone; an interface's may be known better
	status  bool   // NODATA or SKIPDATA
	passage bool   // taken at a transit gateway
	known   bool
}

// day holds the facts of one day.
type day struct {
	began   int64 // its first moment
	addrs   table // (network, address) -> entries, and subnets -> 0
	subnets table // (network, block) -> how it is known
	entries []entry
	claims  map[int32]claims
	misses  misses

	joined    map[uint32][]uint32 // networks that traffic passes to, by network
	strangers map[uint32]bool     // networks that looked for a private address in vain
	holders   table               // address in any network -> held
	held      [][]uint32          // networks
	waits     []wait
	doubts    map[doubt]struct{}

	generation uint64 // counts the batches learned from
}

// entry lists who had an address when; address reuse makes more than one.
type entry struct{ spans []span }

type span struct {
	from, to int64
	iface    int32
	side     uint32 // tuple number
	seen     uint8  // which directions were logged there
}

// The directions that an interface was seen to log. An export may be filtered to
// one of them.
const (
	seenSent     = 1 << iota // what it sends
	seenReceived             // what it receives
)

// at returns who had the address at a time, with slack, or nil.
func (n *entry) at(t int64) *span {
	var near *span
	best := slack + 1
	for i := range n.spans {
		s := &n.spans[i]
		away := max(s.from-t, t-s.to, 0)
		if away == 0 {
			return s
		}
		if away < best {
			near, best = s, away
		}
	}
	return near
}

// learnContexts resolves the interfaces of context numbers not met before.
func (e *Enricher) learnContexts(b *record.Batch) {
	for n := len(e.contexts); n < e.reg.Len(record.GroupContext); n++ {
		e.contexts = append(e.contexts, contextInfo{iface: -1})
	}
	last := uint32(math.MaxUint32)
	for _, n := range b.Context {
		if n != last {
			e.contextInfo(n)
			last = n
		}
	}
}

func (e *Enricher) contextInfo(n uint32) *contextInfo {
	for int(n) >= len(e.contexts) {
		e.contexts = append(e.contexts, contextInfo{iface: -1})
	}
	c := &e.contexts[n]
	if c.known {
		return c
	}
	t := e.reg.Tuple(record.GroupContext, n)
	value := func(id record.FieldID) string { return t.Value(record.Get(id).Slot) }
	c.known = true
	status := value(record.LogStatus)
	c.status = status == record.StatusNoData || status == record.StatusSkipData
	network := value(record.VPCID)
	if network == "" {
		network = value(record.AccountID)
	}
	id := value(record.InterfaceID)
	for _, other := range []record.FieldID{record.TGWAttachmentID, record.TGWID, record.ResourceID} {
		if id == "" {
			id = value(other)
		}
	}
	if name := value(record.InstanceID); id == "" && name != "" {
		// A machine has one interface in a network, and its name may be used
		// again in another zone (cloud.google.com, "Resource names").
		id = network + "/" + value(record.AZID) + "/" + name
	}
	c.passage = value(record.TGWID) != "" || value(record.TGWAttachmentID) != "" || value(record.ResourceType) == "TransitGateway"
	e.between = e.between || c.passage
	c.network = e.network(network)
	if id == "" {
		return c
	}
	num := e.ifaceOf(id, n, c.network)
	f := &e.ifaces[num]
	f.passage = f.passage || c.passage
	if value(record.VPCID) != "" && f.network != c.network {
		// A flow log without the VPC came first: what it taught stands under
		// the account.
		f.network = c.network
		for day, d := range e.days {
			if d.claims[num] != nil {
				e.dirty[day] = true
			}
		}
	}
	f.nat = f.nat || strings.Contains(value(record.InterfaceType), "nat_gateway") || strings.HasPrefix(value(record.ResourceID), "nat-")
	if filled(t) > filled(e.reg.Tuple(record.GroupContext, f.context)) {
		f.context = n // names the interface better
	}
	c.iface = num
	return c
}

// ifaceOf returns the number of an interface, or attachment, by its id.
func (e *Enricher) ifaceOf(id string, context, network uint32) int32 {
	num, ok := e.ifaceNum[id]
	if !ok {
		num = int32(len(e.ifaces))
		e.ifaces = append(e.ifaces, iface{context: context, network: network})
		e.ifaceNum[id] = num
	}
	return num
}

func filled(t *record.Tuple) (n int) {
	for _, v := range t.Values {
		if v != "" {
			n++
		}
	}
	return n
}

func (e *Enricher) network(name string) uint32 {
	n, ok := e.netNums[name]
	if !ok {
		n = uint32(len(e.networks))
		e.networks = append(e.networks, name)
		e.netNums[name] = n
	}
	return n
}

// learn takes from a batch which interface had which address when.
func (e *Enricher) learn(s *scratch, d *day, dayNumber int32, b *record.Batch, segments []enrich.Segment) {
	d.generation++
	s.owners(e, b)
	e.learnNeighbours(s, d, dayNumber, b)
	e.learnJoins(s, d, dayNumber, b)
	start := b.Col(record.Start).Time
	var ends []int64
	if b.Has(record.End) {
		ends = b.Col(record.End).Time
	}
	var action []uint8
	if b.Has(record.ActionField) {
		action = b.Col(record.ActionField).U8
	}
	row := 0
	for _, seg := range segments {
		s.epoch++
		s.touched = s.touched[:0]
		for end := row + seg.Rows; row < end; row++ {
			info := &e.contexts[b.Context[row]]
			n := info.iface
			if n < 0 {
				continue
			}
			t := s.touch(n)
			last := start[row]
			if ends != nil && ends[row]-last > minute {
				last = min(ends[row], last+slack)
			}
			t.during(kindOf(info.status, action, row), start[row], last)
			if s.own[row] != ownSrc && s.own[row] != ownDst {
				continue
			}
			own, packet := s.ownAddr(row)
			way := uint8(seenSent)
			if s.own[row] == ownDst {
				way = seenReceived
			}
			if t.last != nil && t.last.addr == *own {
				t.last.from, t.last.to = min(t.last.from, start[row]), max(t.last.to, start[row])
				t.last.seen |= way
			} else {
				t.see(own, start[row], way)
			}
			if packet != nil {
				e.learnPacket(s, t, n, row, packet, start[row], way)
			}
		}
		for _, n := range s.touched {
			t := &s.ifaces[n]
			if e.ifaces[n].passage {
				e.learnPassage(d, dayNumber, n, seg.Stream, t)
				continue
			}
			before := len(d.claims[n])
			d.claim(n, seg.Stream, t)
			for i := range t.addrs {
				a := t.addrs[i]
				if e.extend(d, n, &a.addr, a.from, a.to, a.seen) {
					e.dirty[dayNumber] = true
				}
			}
			if t.nat && !e.ifaces[n].nat {
				e.ifaces[n].nat = true
				if before > 0 {
					e.dirty[dayNumber] = true // its earlier legs were counted
				}
			}
		}
	}
}

// learnNeighbours takes the blocks of destinations that the record says lie in
// the same VPC for subnets of it, whether they log or not.
func (e *Enricher) learnNeighbours(s *scratch, d *day, dayNumber int32, b *record.Batch) {
	for row, same := range s.own {
		if same != ownSrc || !s.sameVPC[b.Path[row]] {
			continue
		}
		k := keyOf(e.networkOf(&e.contexts[b.Context[row]]), &s.dst[row]).subnet()
		if d.subnets.find(k) < 0 {
			d.subnets.put(k, subnetHinted)
			if d.misses.any(k) {
				e.dirty[dayNumber] = true
			}
		}
	}
}

// learnPacket reads the packet address behind an interface's own one. A
// private one in a block where the interface lives is a second address of the
// interface (docs.aws.amazon.com: srcaddr always shows the primary one); any
// other means that the interface translates.
func (e *Enricher) learnPacket(s *scratch, t *touched, n int32, row int, packet *record.Addr, at int64, way uint8) {
	if iana.ScopeOf(*packet) == iana.Public || e.ifaces[n].nat {
		t.nat = true
		return
	}
	own, _ := s.ownAddr(row)
	if keyOf(0, own).subnet() == keyOf(0, packet).subnet() || iana.ScopeOf(*packet) == iana.Private {
		t.see(packet, at, way)
	}
}

// extend notes that an interface had an address in [from, to] and logged some
// directions. It reports whether rows were decided before that was known.
func (e *Enricher) extend(d *day, n int32, a *record.Addr, from, to int64, seen uint8) (late bool) {
	k := keyOf(e.ifaces[n].network, a)
	num := d.addrs.find(k)
	if num < 0 {
		num = int32(len(d.entries))
		d.entries = append(d.entries, entry{})
		d.addrs.put(k, num)
		d.hold(k)
		late = d.knowSubnet(k.subnet())
	}
	missed := func(from, to int64) bool {
		return d.misses.during(k, from, to) ||
			d.missedFar(k.network, func(network uint32) bool { return d.misses.during(key{k.hi, k.lo, network}, from, to) })
	}
	spans := d.entries[num].spans
	for i := range spans {
		if s := &spans[i]; s.iface == n {
			late = late || from < s.from && missed(from-slack, s.from-slack-1) ||
				to > s.to && missed(s.to+slack+1, to+slack)
			s.from, s.to = min(s.from, from), max(s.to, to)
			if seen&^s.seen != 0 {
				late = late || d.misses.during(k, s.from-slack, s.to+slack)
				s.seen |= seen
			}
			return late
		}
	}
	late = late || missed(from-slack, to+slack)
	for i := range spans {
		late = late || from <= spans[i].to+slack && spans[i].from-slack <= to
	}
	d.entries[num].spans = append(spans, span{from, to, n, e.ownSide(n, a), seen})
	return late
}
