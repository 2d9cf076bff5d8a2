package side

import (
	"slices"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// Which address of a row belongs to the interface that logged it.
const (
	ownNone    = iota // no addresses, as in NODATA
	ownSrc            // egress
	ownDst            // ingress
	ownUnknown        // nothing tells
	ownTransit        // neither: a gateway between the two logged it
)

// scratch is the working memory for one batch.
type scratch struct {
	own       []uint8 // by row
	direction []uint8 // by path number: ownSrc, ownDst or ownUnknown
	sameVPC   []bool  // by path number: the destination lies in the same VPC

	src, dst       []record.Addr
	pktSrc, pktDst []record.Addr // nil where the batch lacks them
	absent         []uint32
	packets        []uint64
	lost           [][]uint64 // packets lost, by cause

	ifaces  []touched // by interface number
	touched []int32
	epoch   uint64

	same                   map[[2]uint32]bool // pairs of sides that name one end
	misses                 misses             // of this batch
	doubts                 map[doubt]struct{}
	waits                  []wait
	open                   []opened // interfaces of this batch whose own address was not known
	places                 []placed // cache of sides that are not our interfaces
	internet               placed   // the side of all public addresses when nothing tells them apart
	srcService, dstService []string // cloud service by path number
}

// opened is an interface of which rows were decided without its own address.
type opened struct {
	iface  int32
	family int
}

// touched is what one segment showed of an interface.
type touched struct {
	epoch uint64
	times []timed
	now   [kinds]int32 // the time that rows of a kind are in, one more than its index
	addrs []seenAddr
	last  *seenAddr
	nat   bool
}

type seenAddr struct {
	addr     record.Addr
	from, to int64
	seen     uint8
}

func (t *touched) see(a *record.Addr, at int64, way uint8) {
	for i := range t.addrs {
		if t.addrs[i].addr == *a {
			t.last = &t.addrs[i]
			t.last.from, t.last.to = min(t.last.from, at), max(t.last.to, at)
			t.last.seen |= way
			return
		}
	}
	t.addrs = append(t.addrs, seenAddr{*a, at, at, way})
	t.last = &t.addrs[len(t.addrs)-1]
}

func (s *scratch) touch(n int32) *touched {
	if int(n) >= len(s.ifaces) {
		s.ifaces = append(s.ifaces, make([]touched, int(n)+1-len(s.ifaces))...)
	}
	t := &s.ifaces[n]
	if t.epoch != s.epoch {
		s.touched = append(s.touched, n)
		*t = touched{epoch: s.epoch, times: t.times[:0], addrs: t.addrs[:0]}
	}
	return t
}

func (s *scratch) begin(b *record.Batch) {
	n := b.Len()
	s.own = slices.Grow(s.own[:0], n)[:n]
	s.touched = s.touched[:0]
	s.misses.reset()
	s.open, s.waits = s.open[:0], s.waits[:0]
	clear(s.doubts)
	s.src, s.dst, s.pktSrc, s.pktDst, s.absent = nil, nil, nil, nil, nil
	if b.Has(record.SrcAddr) && b.Has(record.DstAddr) {
		s.src, s.dst = b.Col(record.SrcAddr).Addr, b.Col(record.DstAddr).Addr
	}
	if b.Has(record.PktSrcAddr) && b.Has(record.PktDstAddr) {
		s.pktSrc, s.pktDst = b.Col(record.PktSrcAddr).Addr, b.Col(record.PktDstAddr).Addr
	}
	if b.Has(record.Absent) {
		s.absent = b.Col(record.Absent).U32
	}
	s.packets, s.lost = nil, s.lost[:0]
	if b.Has(record.Packets) {
		s.packets = b.Col(record.Packets).U64
	}
	for _, id := range lossFields {
		if b.Has(id) {
			s.lost = append(s.lost, b.Col(id).U64)
		}
	}
	direction, way := record.Get(record.FlowDirection).Slot, record.Get(record.TrafficPath).Slot
	for i := len(s.direction); i < b.Registry.Len(record.GroupPath); i++ {
		own := uint8(ownUnknown)
		t := b.Registry.Tuple(record.GroupPath, uint32(i))
		switch t.Value(direction) {
		case "egress":
			own = ownSrc
		case "ingress":
			own = ownDst
		}
		s.direction = append(s.direction, own)
		s.sameVPC = append(s.sameVPC, t.Value(way) == "1") // AWS: another resource in the same VPC
	}
}

// ownAddr returns the interface's own address of a row whose own side is
// known, and the packet's address there when it is another.
func (s *scratch) ownAddr(row int) (own, packet *record.Addr) {
	addrs, packets, bit := s.src, s.pktSrc, pktSrcBit
	if s.own[row] == ownDst {
		addrs, packets, bit = s.dst, s.pktDst, pktDstBit
	}
	own = &addrs[row]
	if packets != nil && packets[row] != *own && (s.absent == nil || s.absent[row]&bit == 0) {
		packet = &packets[row]
	}
	return own, packet
}

var lossFields = []record.FieldID{
	record.PacketsLostNoRoute, record.PacketsLostBlackhole, record.PacketsLostMTUExceeded, record.PacketsLostTTLExpired,
}

var (
	noAddrs   = record.AbsentBit(record.SrcAddr) | record.AbsentBit(record.DstAddr)
	pktSrcBit = record.AbsentBit(record.PktSrcAddr)
	pktDstBit = record.AbsentBit(record.PktDstAddr)
)

// owners decides for every row which side is the interface's own: by the
// flow direction, else by what all records of the interface share.
func (s *scratch) owners(e *Enricher, b *record.Batch) {
	if s.src == nil {
		clear(s.own)
		return
	}
	guess := false
	for row := range s.own {
		switch {
		case s.absent != nil && s.absent[row]&noAddrs != 0:
			s.own[row] = ownNone
		case e.between && (e.contexts[b.Context[row]].passage || e.paths[b.Path[row]].gateway):
			s.own[row] = ownTransit
		case s.direction[b.Path[row]] != ownUnknown:
			s.own[row] = s.direction[b.Path[row]]
			if n := e.contexts[b.Context[row]].iface; n >= 0 {
				own, _ := s.ownAddr(row)
				e.ifaces[n].own(own)
			}
		default:
			s.own[row] = ownUnknown
			guess = true
			if n := e.contexts[b.Context[row]].iface; n >= 0 {
				e.ifaces[n].narrow(&s.src[row], &s.dst[row])
			}
		}
	}
	if !guess {
		return
	}
	e.settle()
	for row, own := range s.own {
		n := e.contexts[b.Context[row]].iface
		if own != ownUnknown || n < 0 {
			continue
		}
		switch e.ifaces[n].primary[family(&s.src[row])] {
		case s.dst[row]:
			s.own[row] = ownDst
		case s.src[row]:
			s.own[row] = ownSrc
		}
	}
}

// narrow keeps the candidates that this record has as well.
func (f *iface) narrow(src, dst *record.Addr) {
	i := family(src)
	if f.primary[i] != (record.Addr{}) {
		return
	}
	c := f.candidates[i]
	if c == nil {
		f.candidates[i] = []record.Addr{*src, *dst}
		return
	}
	c = slices.DeleteFunc(c, func(a record.Addr) bool { return a != *src && a != *dst })
	f.candidates[i] = c
	if len(c) == 1 {
		f.primary[i] = c[0]
	}
}

// settle decides interfaces that still have two candidates: a private address
// or one in a subnet of the network beats a public one, and an address that is
// another interface's own is ruled out. Two interfaces that only ever talked to
// each other stay undecided, but one of them is made the second.
func (e *Enricher) settle() {
	taken, subnets := map[key]bool{}, map[key]bool{}
	for i := range e.ifaces {
		for _, a := range e.ifaces[i].primary {
			if a != (record.Addr{}) {
				k := keyOf(e.ifaces[i].network, &a)
				taken[k], subnets[k.subnet()] = true, true
			}
		}
	}
	for i := range e.ifaces {
		f := &e.ifaces[i]
		f.second = false
		for v := range f.primary {
			if c := f.candidates[v]; f.primary[v] == (record.Addr{}) && len(c) == 2 {
				if a := e.choose(i, v, taken, subnets); a != nil {
					f.primary[v] = *a
					taken[keyOf(f.network, a)] = true
				} else {
					f.second = f.second || e.repeats(i, v)
				}
			}
		}
		for v := range f.open {
			if f.primary[v] != (record.Addr{}) {
				for _, day := range f.open[v] {
					e.dirty[day] = true // rows were decided without it
				}
				f.open[v] = nil
			}
		}
	}
}

// choose picks the own one of an interface's two candidates, or nil.
func (e *Enricher) choose(i, v int, taken, subnets map[key]bool) *record.Addr {
	f := &e.ifaces[i]
	free := slices.DeleteFunc(slices.Clone(f.candidates[v]), func(a record.Addr) bool { return taken[keyOf(f.network, &a)] })
	inside := slices.DeleteFunc(slices.Clone(free), func(a record.Addr) bool {
		return iana.ScopeOf(a) == iana.Public && !subnets[keyOf(f.network, &a).subnet()]
	})
	switch {
	case len(free) == 1:
		return &free[0]
	case len(inside) == 1:
		return &inside[0]
	}
	return nil
}

// repeats reports whether an interface with a smaller number has the same two
// candidates.
func (e *Enricher) repeats(i, v int) bool {
	c := e.ifaces[i].candidates[v]
	for j := range e.ifaces[:i] {
		f := &e.ifaces[j]
		if f.network == e.ifaces[i].network && f.primary[v] == (record.Addr{}) && len(f.candidates[v]) == 2 &&
			slices.Contains(f.candidates[v], c[0]) && slices.Contains(f.candidates[v], c[1]) {
			return true
		}
	}
	return false
}
