package side

import (
	"slices"
	"strconv"

	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// decide fills sides, scopes, witness and counted of every row.
func (e *Enricher) decide(s *scratch, d *day, b *record.Batch, segments []enrich.Segment) {
	counted, role, scopes := b.Col(record.Counted).U8, b.Col(record.Role).U8, b.Col(record.Scopes).U8
	start := b.Col(record.Start).Time
	var action []uint8
	if b.Has(record.ActionField) {
		action = b.Col(record.ActionField).U8
	}
	s.preparePaths(b.Registry)

	row := 0
	for _, seg := range segments {
		for end := row + seg.Rows; row < end; row++ {
			if s.own[row] == ownNone {
				continue // NODATA: neither sides nor a flow
			}
			info := &e.contexts[b.Context[row]]
			var f *iface
			if info.iface >= 0 {
				f = &e.ifaces[info.iface]
			}
			if f != nil && s.own[row] == ownUnknown {
				s.noteOpen(info.iface, family(&s.src[row]))
			}
			witness, src, dst := s.witness(f, row)
			network := e.networkOf(info)
			srcKey, dstKey := keyOf(network, src), keyOf(network, dst)
			t := start[row]
			var from, to endFacts
			if p := b.Path[row]; !info.passage {
				from = e.end(s, d, src, srcKey, t, p, s.srcService)
				to = e.end(s, d, dst, dstKey, t, p, s.dstService)
				if from.stranger|to.stranger != 0 {
					s.doubt(from.stranger, to.stranger, srcKey, dstKey, e.paths[p].peering)
				}
			} else {
				ends := &e.paths[p]
				from = e.told(s, d, src, &ends.src, ends.dst[0], t, p, s.srcService)
				to = e.told(s, d, dst, &ends.dst, ends.src[0], t, p, s.dstService)
			}
			b.SrcSide[row] = e.renamed(s, b.SrcSide[row], from.side)
			b.DstSide[row] = e.renamed(s, b.DstSide[row], to.side)
			scopes[row] = record.PackScopes(from.scope, to.scope)

			count := uint8(0)
			switch witness {
			case record.WitnessDst:
				count = 1
			case record.WitnessSrc:
				rejected := action != nil && action[row] == uint8(record.Reject)
				// Fast path: mostly the destination logs.
				if rejected || to.seen&seenReceived == 0 && !s.logs(to, dst, t, seenReceived) {
					count = 1
				}
			case record.WitnessTransit, record.WitnessUnknown:
				if info.passage {
					count = e.countPassage(s, d, info.iface, row, b.Path[row], t, s.logs(from, src, t, seenSent), s.logs(to, dst, t, seenReceived))
				} else if !s.logs(from, src, t, seenSent) && !s.logs(to, dst, t, seenReceived) && (f == nil || !f.second) {
					count = 1
				}
			}
			if info.iface >= 0 && d.claimedByOther(info.iface, seg.Stream, kindOf(info.status, action, row), t) {
				witness, count = record.WitnessDuplicate, 0
			}
			if info.status {
				count = 0 // keeps its values, but says that records are missing
			}
			counted[row] = count
			role[row] = role[row]&0xf | uint8(witness)<<4
		}
	}
}

// noteOpen notes an interface whose own address nothing tells.
func (s *scratch) noteOpen(n int32, family int) {
	if o := (opened{n, family}); !slices.Contains(s.open, o) {
		s.open = append(s.open, o)
	}
}

// settleOpen adds what a batch could not decide to its day. Another batch may have
// told it meanwhile.
func (e *Enricher) settleOpen(s *scratch, dayNumber int32) {
	for _, o := range s.open {
		f := &e.ifaces[o.iface]
		switch {
		case f.primary[o.family] != (record.Addr{}):
			e.dirty[dayNumber] = true
		case !slices.Contains(f.open[o.family], dayNumber):
			f.open[o.family] = append(f.open[o.family], dayNumber)
		}
	}
}

// witness says from where a row saw its flow, and between which real ends.
func (s *scratch) witness(f *iface, row int) (w record.WitnessKind, src, dst *record.Addr) {
	src, dst = &s.src[row], &s.dst[row]
	ownsPacket := true
	switch s.own[row] {
	case ownSrc:
		w = record.WitnessSrc
	case ownDst:
		w = record.WitnessDst
	case ownTransit:
		return record.WitnessTransit, src, dst
	}
	if s.pktSrc != nil {
		var absent uint32
		if s.absent != nil {
			absent = s.absent[row]
		}
		if absent&pktSrcBit == 0 && s.pktSrc[row] != *src {
			src = &s.pktSrc[row]
			ownsPacket = ownsPacket && !(w == record.WitnessSrc && f != nil && f.nat)
		}
		if absent&pktDstBit == 0 && s.pktDst[row] != *dst {
			dst = &s.pktDst[row]
			ownsPacket = ownsPacket && !(w == record.WitnessDst && f != nil && f.nat)
		}
	}
	switch {
	case f == nil || !f.nat || w == record.WitnessUnknown:
	case !ownsPacket:
		w = record.WitnessTransit // the inner leg: the real ends are other hosts
	default:
		w = record.WitnessNAT
	}
	return w, src, dst
}

// renamed returns the new side of an end, or the old one of a row that is decided
// anew when both name the same interface: the enrichment of its day stays.
func (e *Enricher) renamed(s *scratch, old, now uint32) uint32 {
	// Fast path: decided for the first time, or as before.
	if old == 0 || old == now {
		return now
	}
	pair := [2]uint32{old, now}
	same, known := s.same[pair]
	if !known {
		a, b := e.reg.Tuple(record.GroupSide, old), e.reg.Tuple(record.GroupSide, now)
		same = a.Value(record.SideInterface) == b.Value(record.SideInterface) && a.Value(record.SideInstance) == b.Value(record.SideInstance) && a.Value(record.SideNetwork) == b.Value(record.SideNetwork)
		if s.same == nil {
			s.same = map[[2]uint32]bool{}
		}
		s.same[pair] = same
	}
	if same {
		return old
	}
	return now
}

// endFacts is what is known of one end of a row.
type endFacts struct {
	side  uint32
	scope record.Scope
	seen  uint8 // directions that the interface logs which has the address at that time

	network  uint32 // of that interface
	stranger uint32 // nobody's here, and one other network has the address
}

// end finds what an address is at a time.
func (e *Enricher) end(s *scratch, d *day, a *record.Addr, k key, t int64, path uint32, services []string) endFacts {
	if n := d.addrs.find(k); n >= 0 {
		if sp := d.entries[n].at(t); sp != nil {
			return endFacts{side: sp.side, scope: record.ScopeInternal, seen: sp.seen, network: k.network}
		}
	}
	scope := iana.ScopeOf(*a)
	stranger := uint32(0)
	if scope == iana.Private || scope == iana.Public && !a.Is4() {
		subnet := d.subnets.find(k.subnet())
		if subnet != subnetSure {
			if facts, ok := e.far(s, d, a, k, t); ok {
				s.misses.add(k, t, t, false, false)
				return facts
			}
			stranger = d.stranger(k, t)
		}
		s.misses.add(k, t, t, subnet < 0, subnet != subnetSure) // may turn out to be an interface later
		if subnet >= 0 {
			return endFacts{side: e.unnamedSide(s, k.network, a), scope: record.ScopeInternal, stranger: stranger}
		}
	}
	switch scope {
	case iana.Public:
		p := e.publicSide(s, a, path, services)
		return endFacts{side: p.side, scope: p.scope, stranger: stranger}
	case iana.Private:
		return endFacts{side: e.unnamedSide(s, 0, a), scope: record.ScopePrivate, stranger: stranger}
	case iana.Multicast, iana.Broadcast:
		return endFacts{scope: record.ScopeMulticast}
	default:
		return endFacts{scope: record.ScopeLinkLocal}
	}
}

// logs reports whether an end's own interface logs a direction. That it does may
// come out later, as with an address that nobody seems to have.
func (s *scratch) logs(end endFacts, a *record.Addr, t int64, way uint8) bool {
	if end.seen&way != 0 {
		return true
	}
	if end.seen != 0 {
		s.misses.note(missed{key: keyOf(end.network, a), from: t, to: t, want: way})
	}
	return false
}

// doubt notes a row whose one end may lie in another network.
func (s *scratch) doubt(from, to uint32, src, dst key, peering bool) {
	note := func(own key, other uint32) {
		if other == 0 {
			return
		}
		if s.doubts == nil {
			s.doubts = map[doubt]struct{}{}
		}
		s.doubts[doubt{own, other, peering}] = struct{}{}
	}
	note(src, to)
	note(dst, from)
}

// countPassage decides whether the record of a transit gateway's attachment
// counts: where neither end logs, one of the two that saw the flow does. Where
// the gateway lost it the destination has no record, and the source does not
// count its own when the destination logs.
func (e *Enricher) countPassage(s *scratch, d *day, n int32, row int, path uint32, t int64, srcLogs, dstLogs bool) uint8 {
	switch {
	case s.lostAll(row):
		if srcLogs && !dstLogs {
			return 0
		}
		return 1
	case srcLogs || dstLogs || !e.passedOnce(s, d, n, path, t):
		return 0
	}
	return 1
}

// ownSide interns the side of an interface's own address.
func (e *Enricher) ownSide(n int32, a *record.Addr) uint32 {
	f := &e.ifaces[n]
	t := e.reg.Tuple(record.GroupContext, f.context)
	value := func(id record.FieldID) string { return t.Value(record.Get(id).Slot) }
	var v [record.NumSideSlots]string
	v[record.SideNetwork] = e.networks[f.network]
	v[record.SideInterface] = value(record.InterfaceID)
	v[record.SideInstance] = value(record.InstanceID)
	v[record.SideSubnet] = value(record.SubnetID)
	if e.cfg.App != nil {
		v[record.SideApp] = e.cfg.App(t)
	}
	e.assign(&v, a)
	if v[record.SideApp] == "" && v[record.SideInterface] == "" {
		v[record.SideApp] = v[record.SideInstance] // a name that people gave
	}
	if v[record.SideApp] == "" {
		v[record.SideApp] = a.String()
		if v[record.SideSubnet] != "" {
			v[record.SideApp] = v[record.SideSubnet] + " " + v[record.SideApp]
		}
	}
	return e.reg.Intern(record.GroupSide, v[:])
}

// unnamedSide interns the side of an address that no interface of ours has.
func (e *Enricher) unnamedSide(s *scratch, network uint32, a *record.Addr) uint32 {
	if network == 0 && e.cfg.Assets == nil {
		return 0
	}
	c := s.place(a, network, 0)
	if !c.known {
		var v [record.NumSideSlots]string
		v[record.SideNetwork] = e.networks[network]
		e.assign(&v, a)
		*c = placed{addr: *a, network: network, known: true, side: e.reg.Intern(record.GroupSide, v[:])}
	}
	return c.side
}

// assign fills in what the user's assets say, where the logs said nothing.
func (e *Enricher) assign(v *[record.NumSideSlots]string, a *record.Addr) {
	if e.cfg.Assets == nil {
		return
	}
	asset, ok := e.cfg.Assets(v[record.SideNetwork], *a, v[record.SideInterface])
	if !ok {
		return
	}
	if v[record.SideApp] == "" {
		v[record.SideApp] = asset.App
	}
	v[record.SideRole], v[record.SideOwner] = asset.Role, asset.Owner
}

// placed is a cached side of an address that is not an interface of ours.
type placed struct {
	addr    record.Addr
	path    uint32
	network uint32
	side    uint32
	scope   record.Scope
	known   bool
}

const placesLen = 1 << 15 // slots of the direct-mapped cache, 1.2 MB

// place returns the cache slot of an address; known is false when the slot is
// free for it.
func (s *scratch) place(a *record.Addr, network, path uint32) *placed {
	if s.places == nil {
		s.places = make([]placed, placesLen)
	}
	c := &s.places[(keyOf(network, a).hash()>>32^uint64(path)*0x9e37)%placesLen]
	if c.known && (c.addr != *a || c.network != network || c.path != path) {
		c.known = false
	}
	return c
}

// noNetwork marks public addresses in the cache: their side has no network.
const noNetwork = ^uint32(0)

// publicSide interns the side of a public address: the cloud service the
// record names, else country, autonomous system and provider.
func (e *Enricher) publicSide(s *scratch, a *record.Addr, path uint32, services []string) *placed {
	service := services[path]
	if service == "" {
		path = 0 // cached once for all paths
	}
	// Fast path: nothing can tell public addresses apart.
	if service == "" && e.cfg.Locate == nil && e.cfg.Assets == nil {
		if !s.internet.known {
			s.internet = placed{known: true, scope: record.ScopePublic, side: e.internPublic(a, Place{})}
		}
		return &s.internet
	}
	// The service of a path differs between its two ends, so it is part of
	// the slot: odd for sources, even for destinations.
	if &services[0] == &s.srcService[0] {
		path = path<<1 | 1
	} else {
		path <<= 1
	}
	c := s.place(a, noNetwork, path)
	if c.known {
		return c
	}
	var p Place
	if e.cfg.Locate != nil {
		p, _ = e.cfg.Locate(*a)
	}
	scope := record.ScopePublic
	if service != "" {
		p.Provider, p.Service = "AWS", service
		if !rented[service] {
			scope = record.ScopeService
		}
	}
	*c = placed{addr: *a, network: noNetwork, path: path, known: true, scope: scope, side: e.internPublic(a, p)}
	return c
}

// rented are the AWS service names whose addresses other customers speak
// through: traffic with them is traffic with the internet.
var rented = map[string]bool{"EC2": true, "AMAZON": true, "CLOUDFRONT": true, "GLOBALACCELERATOR": true, "API_GATEWAY": true, "AMAZON_APPFLOW": true}

func (e *Enricher) internPublic(a *record.Addr, p Place) uint32 {
	var v [record.NumSideSlots]string
	v[record.SideCountry], v[record.SideASOrg] = p.Country, p.ASOrg
	v[record.SideProvider], v[record.SideService] = p.Provider, p.Service
	if p.ASN != 0 {
		v[record.SideASN] = strconv.FormatUint(uint64(p.ASN), 10)
	}
	e.assign(&v, a)
	if v[record.SideApp] == "" {
		v[record.SideApp] = publicApp(p)
	}
	return e.reg.Intern(record.GroupSide, v[:])
}

// publicApp names the far end of an edge that leaves the user's networks.
func publicApp(p Place) string {
	switch {
	case p.Provider != "" && p.Service != "":
		return p.Provider + " " + p.Service
	case p.Provider != "":
		return p.Provider
	case p.ASOrg != "":
		return p.ASOrg
	case p.ASN != 0:
		return "AS" + strconv.FormatUint(uint64(p.ASN), 10)
	default:
		return "internet"
	}
}

// preparePaths reads the services of all path tuples once for the batch.
func (s *scratch) preparePaths(reg *record.Registry) {
	src, dst := record.Get(record.PktSrcAWSService).Slot, record.Get(record.PktDstAWSService).Slot
	for n := len(s.srcService); n < reg.Len(record.GroupPath); n++ {
		t := reg.Tuple(record.GroupPath, uint32(n))
		s.srcService = append(s.srcService, t.Value(src))
		s.dstService = append(s.dstService, t.Value(dst))
	}
}
