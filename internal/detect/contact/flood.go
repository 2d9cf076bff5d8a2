package contact

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

type floodRule struct {
	detect.Numbered
	rule.Flood
	salt uint64
}

// salt tells the keys of a rule with a filter apart from those of others.
func salt(r detect.Numbered) uint64 {
	if r.Filter == nil {
		return 0
	}
	return xxhash.Sum64String(r.ID)
}

func (r *floodRule) selects(b *detect.Block, i int) bool {
	return r.Filter == nil || b.Selected(r.N, i)
}

// subnetKeys are the keys of subnets by side number, 0 for none.
type subnetKeys struct {
	keys []uint64
	of_  *record.Registry
}

func (s *subnetKeys) of(b *detect.Block) {
	if s.of_ != b.Registry {
		s.keys, s.of_ = s.keys[:0], b.Registry
	}
	for n := len(s.keys); n < b.Registry.Len(record.GroupSide); n++ {
		var key uint64
		if subnet := b.Registry.Tuple(record.GroupSide, uint32(n)).Value(record.SideSubnet); subnet != "" {
			key = xxhash.Sum64String(subnet)
		}
		s.keys = append(s.keys, key)
	}
}

// burden is what a row adds to a load.
type burden struct {
	kinds [nKinds]uint64
	at    int64
	bytes uint64
	peer  uint64      // key of whom the flow goes to
	addr  record.Addr // of the list: the source, or for a flood out the target
	port  uint16

	covered bool // by a flood of the whole subnet
}

// border takes a row that crosses the border to the internet.
func (d *Detector) border(b *detect.Block, i int, out detect.Out) {
	inbound := b.SrcScope[i] == record.ScopePublic && b.DstScope[i] == record.ScopeInternal
	if !inbound && (b.SrcScope[i] != record.ScopeInternal || b.DstScope[i] != record.ScopePublic) {
		return
	}
	w := wayOutbound
	if inbound {
		w = wayInbound
	}
	tcp := b.Protocol[i] == iana.TCP
	if b.Opener[i] == record.InitiatorDst && (b.Action[i] != record.Reject || tcp) {
		if inbound && b.Action[i] != record.Reject {
			d.back(b, i, tcp)
		}
		return
	}
	if tcp && (!b.AbsentAt(record.TCPFlags, i) && b.Flags[i]&detect.FlagSYN == 0 || b.Opener[i] == record.InitiatorNone && b.Action[i] != record.Reject) {
		return // goes on, or nobody knows who began
	}
	u := burden{at: b.Start[i], bytes: b.Bytes[i], peer: b.DstHost[i], addr: b.DstAddr[i], port: b.DstPort[i]}
	u.kinds[flows] = 1
	if b.Packets[i] <= 3 && (!tcp || !b.Payload(i)) {
		u.kinds[small] = 1
	}
	if !tcp {
		u.kinds[naked] = b.Packets[i]
	}
	for _, r := range d.floods[w] {
		if !r.selects(b, i) {
			continue
		}
		if !inbound {
			d.burdened(r, b, i, sketch.Hash64(b.SrcHost[i], uint64(w), r.salt), false, u, out)
			continue
		}
		u.addr = b.SrcAddr[i]
		if key := d.subnets.keys[b.DstSide[i]]; key != 0 {
			key = sketch.Hash64(key, uint64(w), r.salt)
			d.burdened(r, b, i, key, true, u, out)
			u.covered = d.loads.Get(key).flooded()
		}
		d.burdened(r, b, i, sketch.Hash64(b.DstHost[i], uint64(w), r.salt), false, u, out)
	}
}

// back counts what the internet answers to flows of ours: a target that answers over
// UDP, or refuses over TCP, is no victim.
func (d *Detector) back(b *detect.Block, i int, tcp bool) {
	if tcp && b.Answered(i) {
		return
	}
	for _, r := range d.floods[wayOutbound] {
		key := sketch.Hash64(b.DstHost[i], uint64(wayOutbound), r.salt)
		if l := d.loads.Get(key); l == nil || l.Now[small] < 10 && l.Now[naked] < 1000 {
			continue // nothing that an answer could explain
		}
		l := d.loads.Change(key)
		l.Back++
		l.BackP += b.Packets[i]
	}
}

// burdened adds a flow to a load and says so when it is a flood.
func (d *Detector) burdened(r *floodRule, b *detect.Block, i int, key uint64, subnet bool, u burden, out detect.Out) {
	l, _ := d.loads.Use(key, u.at)
	if to := u.at - u.at%minute; to > l.Minute {
		l.roll(to)
	}
	for k, n := range u.kinds {
		l.Now[k] += n
	}
	weight := 1 + u.kinds[naked]/1000
	l.Weight += weight
	l.Peer.add(u.peer, weight)
	l.Port.add(uint64(u.port), weight)
	if l.Flood == nil {
		// Fast path: nothing like a flood.
		if l.Now[small] < uint64(r.Flows)/4 && l.Now[flows] < uint64(r.Full)/4 && l.Now[naked] < uint64(r.Packets)/4 && l.Sum < sumFires/2 {
			return
		}
		l.Flood = &flood{Start: u.at, Last: u.at}
	}
	f := l.Flood
	// Ordinary visitors are no part of it, unless they are the flood.
	if u.kinds[small] > 0 || u.kinds[naked] > 0 || l.Now[flows] >= uint64(r.Full)/4 {
		for k, n := range u.kinds {
			f.Total[k] += n
		}
		f.Bytes += u.bytes
		f.Sources.Add(sketch.Hash64(b.SrcHost[i]))
		f.add(u.addr, u.kinds[naked])
		if f.Minute == 0 || l.flooded() {
			f.Last = max(f.Last, u.at)
		}
	}
	kind, usual, ok := d.flooded(r, l, b, i, subnet)
	if !ok {
		return
	}
	f.Minute, f.Last = l.Minute, max(f.Last, u.at)
	if u.covered {
		return
	}
	window := max(detect.Window(r.Rule, f.Start), f.Told.Window)
	if f.Told.Window == window && bits.Len32(f.size()) <= bits.Len32(f.Told.Count) {
		return
	}
	f.Told.tell(window, u.at, f.size())
	f.Kind, f.Usual, f.Rate, f.Protocol, f.Rule, f.Out = uint8(kind), usual, l.Now[kind], b.Protocol[i], r.salt, ways[r.Way] == wayOutbound
	f.Port = 0
	if l.Port.most(l.Weight) {
		f.Port = uint16(l.Port.Key)
	}
	f.Own, f.Network = b.DstAddr[i], network(b, i, true)
	if f.Out {
		f.Own, f.Network = b.SrcAddr[i], network(b, i, false)
	}
	if subnet {
		f.Subnet = b.Side(i, true).Value(record.SideSubnet)
	}
	out.Find(floodFinding(r, f))
}

// size grows with the flood.
func (f *flood) size() uint32 {
	return uint32(min(f.Total[flows]+f.Total[naked]/1000, math.MaxUint32))
}

// refloods gives out the newest numbers of floods that went on since they were told of.
func (d *Detector) refloods(out detect.Out) {
	var keys []uint64
	d.loads.Each(func(key uint64, _ int64, l *load) {
		if l.Flood != nil && l.Flood.Told.Window != 0 && l.Flood.size() != l.Flood.Told.Count {
			keys = append(keys, key)
		}
	})
	slices.Sort(keys)
	for _, key := range keys {
		f := d.loads.Change(key).Flood
		w := wayInbound
		if f.Out {
			w = wayOutbound
		}
		for _, r := range d.floods[w] {
			if r.salt == f.Rule {
				f.Told.Count = f.size()
				out.Find(floodFinding(r, f))
			}
		}
	}
}

// sumFires is how high the sum of a load goes before it is a flood: about two minutes
// of a hundred small flows where there usually are none.
const sumFires = 5

// flooded decides whether the minute of a load is that of a flood, by which kind, and
// what is usual.
func (d *Detector) flooded(r *floodRule, l *load, b *detect.Block, i int, subnet bool) (kind int, usual float64, ok bool) {
	inbound := ways[r.Way] == wayInbound
	// Rows of others, such as its own, tell how long a host is known.
	host, strict := b.DstHost[i], 1.0
	if !inbound {
		host = b.SrcHost[i]
	}
	known := d.env.Hosts.First(host)
	if subnet {
		known = d.env.Hosts.Begin()
	}
	if l.Minutes < 10 && (known == 0 || b.Start[i]-known < 10*minute) {
		strict = 3
	}
	over := func(kind, floor int) bool {
		usual = l.Usual[kind].most(r.Times)
		return float64(l.Now[kind]) >= strict*float64(floor) && float64(l.Now[kind]) > usual
	}
	// Flows to one port, or to one host, are no scan.
	onePort, oneHost := l.Port.most(l.Weight), l.Peer.most(l.Weight)
	if subnet && oneHost || !subnet && !oneHost {
		return 0, 0, false // a flood of a host is told as that; one out has one target
	}
	answered := !inbound && 2*l.Back >= l.Now[small]
	switch {
	case over(naked, r.Packets) && (inbound || 10*l.BackP < l.Now[naked]):
		return naked, usual, true
	case over(small, r.Flows) && onePort && !answered:
		return small, usual, true
	case l.Sum >= sumFires && over(small, r.Flows/3) && onePort && !answered:
		return small, usual, true
	case inbound && over(flows, r.Full) && onePort:
		return flows, usual, true
	}
	return 0, 0, false
}

var kindUnits = [nKinds]string{small: "new flows of at most three packets", flows: "new flows", naked: "packets of UDP and the like"}

// floodFinding says what is known of a flood.
func floodFinding(r *floodRule, f *flood) finding.Finding {
	entity := address(f.Own, f.Network)
	end := "dst"
	if f.Out {
		end = "src"
	}
	filter := end + "addr:" + f.Own.String() + inNetwork(end, f.Network)
	if f.Subnet != "" {
		entity = finding.Entity{Kind: finding.KindSubnet, ID: f.Subnet}
		filter = fmt.Sprintf("dst_subnet_id:%q", f.Subnet)
	}
	n := begin(r.Numbered, entity, f.Told.Window)
	n.FirstSeen, n.LastSeen, n.Found = moment(f.Start), moment(f.Last), moment(f.Told.Found)
	n.Count = f.Total[flows]
	n.Usual = &finding.Range{Low: 0, High: math.Ceil(f.Usual), Unit: kindUnits[f.Kind] + " a minute"}
	port := ""
	if f.Port != 0 {
		p := f.Port
		n.DstPort = &p
		port = " to " + portName(f.Protocol, f.Port)
		filter += fmt.Sprintf(" AND dstport:%d", f.Port)
	}
	top := slices.Clone(f.Top)
	slices.SortFunc(top, func(a, b heavy) int {
		byPackets := 0
		if f.Kind == naked {
			byPackets = -cmp.Compare(a.Packets, b.Packets)
		}
		return cmp.Or(byPackets, -cmp.Compare(a.N, b.N), slices.Compare(a.Addr[:], b.Addr[:]))
	})
	rate := fmt.Sprintf("%s %s a minute%s", detect.CountText(f.Rate), kindUnits[f.Kind], port)
	normal := "usually there are none"
	if f.Usual >= 1 {
		normal = "usual are at most " + detect.ValueText(math.Ceil(f.Usual))
	}
	so := fmt.Sprintf("%s flows and %s so far", detect.CountText(n.Count), detect.SizeText(float64(f.Bytes)))
	if f.Out {
		n.SrcAddr, n.DstAddr = f.Own.Netip(), top[0].Addr.Netip()
		filter += " AND dstaddr:" + n.DstAddr.String()
		n.Touches = append(n.Touches, address(top[0].Addr, ""))
		n.Why = fmt.Sprintf("%s sent %s, all to %s; %s. %s.", entity.ID, rate, n.DstAddr, normal, so)
	} else {
		if f.Subnet == "" {
			n.DstAddr = f.Own.Netip()
		}
		sources := fmt.Sprintf("%s sources, most of it %s", detect.CountText(uint64(f.Sources.Len())), listed(top))
		if f.Sources.Len() == 1 {
			n.SrcAddr = top[0].Addr.Netip()
			filter += " AND srcaddr:" + n.SrcAddr.String()
			sources = n.SrcAddr.String()
		} else {
			filter += " AND src_scope:public"
		}
		n.Why = fmt.Sprintf("%s got %s from %s; %s. %s.", entity.ID, rate, sources, normal, so)
		n.Response = append(slices.Clone(n.Response), denials(top)...)
	}
	n.Score = min(n.Score+10, 100)
	n.Evidence = evidence(filter, f.Start, f.Last)
	return n
}

// inNetwork narrows a filter to the network of an end, src or dst.
func inNetwork(end, network string) string {
	if network == "" {
		return ""
	}
	return fmt.Sprintf(" AND %s_network:%q", end, network)
}

// maxDenied is how many sources a finding names and denies.
const maxDenied = 10

func listed(top []heavy) string {
	var names []string
	for _, h := range top[:min(len(top), maxDenied)] {
		names = append(names, h.Addr.String())
	}
	return strings.Join(names, ", ")
}

// denials are the commands that keep sources out at the network ACL, whose rules are
// taken in the order of their numbers.
func denials(top []heavy) (steps []string) {
	for n, h := range top[:min(len(top), maxDenied)] {
		block, of := "--cidr-block", "/32"
		if !h.Addr.Is4() {
			block, of = "--ipv6-cidr-block", "/128"
		}
		steps = append(steps, fmt.Sprintf("aws ec2 create-network-acl-entry --network-acl-id ACL --ingress --rule-number %d --protocol -1 --rule-action deny %s %s%s", 10+n, block, h.Addr, of))
	}
	return steps
}
