package contact

import (
	"encoding/binary"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// talk is a first contact whose outcome is open.
type talk struct {
	Start      int64
	State      uint8
	Way        way
	Protocol   uint8
	Port       uint16 // of the server
	Trackers   uint32 // that look at it, by bit
	Key        uint64 // of the client
	ServerKey  uint64
	Src, Dst   record.Addr // client and server
	SrcNetwork string
	DstNetwork string
}

// What is known of a talk.
const (
	asked    uint8 = 1 << iota // the client's record was seen
	answered                   // the server said yes
	refused                    // the server said no
	halfway                    // the client broke off at once
	doubtful                   // silence may be in order: UDP to a port of no known service
)

// outcome is how a first contact ended.
type outcome uint8

const (
	success outcome = iota
	neutral         // answered and not used: a health check or half of a handshake
	failure
	unclear // a failure that may be the late end of something else
)

// contact looks at a row: a request, an answer, or neither.
func (d *Detector) contact(b *detect.Block, i int, out detect.Out) {
	switch b.Protocol[i] {
	case iana.ICMP, iana.ICMPv6:
		d.echo(b, i, out)
		return
	}
	switch b.Opener[i] {
	case record.InitiatorSrc:
		if w := wayOf(b.SrcScope[i], b.DstScope[i]); len(d.byWay[w]) > 0 {
			d.request(b, i, w, out)
		}
	case record.InitiatorDst:
		if b.Action[i] == record.Reject {
			d.either(b, i, out)
		} else if w := wayOf(b.DstScope[i], b.SrcScope[i]); len(d.byWay[w]) > 0 {
			d.answer(b, i, w)
		}
	default:
		// Both ports may be the server's. What comes rejected from the internet is
		// mostly a probe, but not surely.
		if b.Action[i] == record.Reject && wayOf(b.SrcScope[i], b.DstScope[i]) == wayInbound && len(d.byWay[wayInbound]) > 0 {
			d.failed(b, i, wayInbound, unclear, out)
		}
	}
}

// either takes what was rejected and looks like an answer by its ports alone. From the
// internet it may as well be a probe from a port that is a service's by chance: firewalls
// with a memory let answers in.
func (d *Detector) either(b *detect.Block, i int, out detect.Out) {
	flagged := b.Protocol[i] == iana.TCP && !b.AbsentAt(record.TCPFlags, i)
	if flagged || !iana.KnownPort(b.Protocol[i], b.DstPort[i]) {
		return
	}
	if wayOf(b.SrcScope[i], b.DstScope[i]) == wayInbound && len(d.byWay[wayInbound]) > 0 {
		d.failed(b, i, wayInbound, unclear, out)
	}
}

// request takes a record of the side that opened the conversation.
func (d *Detector) request(b *detect.Block, i int, w way, out detect.Out) {
	var flags uint16
	flagged := b.Protocol[i] == iana.TCP && !b.AbsentAt(record.TCPFlags, i)
	if flagged {
		flags = b.Flags[i]
	}
	opens := !flagged || flags&detect.FlagSYN != 0
	if b.Protocol[i] == iana.UDP && b.DstPort[i] >= tracerouteFirst && b.DstPort[i] <= tracerouteLast {
		return
	}
	if b.Action[i] == record.Reject {
		switch {
		case !opens && w != wayInbound:
			// A late packet of a connection that the security group has forgotten.
		case !opens, b.Protocol[i] == iana.UDP && chatty(b.DstPort[i]), w == wayInbound && !flagged && d.serves(b, i):
			d.failed(b, i, w, unclear, out)
		default:
			d.failed(b, i, w, failure, out)
		}
		return
	}
	if b.Protocol[i] != iana.UDP && (!opens || flags&detect.FlagFIN != 0 || b.Packets[i] > maxSYNs || b.Payload(i)) {
		d.succeeded(b, i, w, out)
		return
	}
	if w == wayInbound && d.serves(b, i) {
		d.succeeded(b, i, w, out) // anybody gets an answer there
		return
	}
	state := asked
	switch {
	case flags&detect.FlagRST != 0:
		state |= halfway
	case b.Protocol[i] == iana.UDP && (chatty(b.DstPort[i]) || iana.PortRank(iana.UDP, b.DstPort[i]) < iana.RankSystem):
		state |= doubtful
	}
	d.wait(b, i, w, false, state)
}

// answer takes an accepted record of the server's side.
func (d *Detector) answer(b *detect.Block, i int, w way) {
	state := refused
	if b.Answered(i) {
		state = answered
	}
	d.wait(b, i, w, true, state)
}

// echo takes a record of ICMP, which does not tell requests from replies and errors.
// Errors quote the packet they are about, so what is shorter than a quote, or as long
// as the pings of Windows and Linux, is an echo. Pings of the internet are no matter:
// they have no port.
func (d *Detector) echo(b *detect.Block, i int, out detect.Out) {
	w := wayOf(b.SrcScope[i], b.DstScope[i])
	switch {
	case len(d.byWay[w]) == 0:
	case w == wayInternal && b.Packets[i] > 0:
		switch size := b.Bytes[i] / b.Packets[i]; {
		case size > 48 && size != 60 && size != 84:
		case b.Action[i] == record.Reject:
			d.failed(b, i, w, failure, out)
		default:
			d.wait(b, i, w, false, asked)
			d.wait(b, i, w, true, answered)
		}
	}
}

// serves reports whether a port is known to answer the internet. A packet to it that
// is rejected without being seen to open a connection is late, or its sender blocked.
func (d *Detector) serves(b *detect.Block, i int) bool {
	a, ok := d.env.Hosts.Answer(b.DstHost[i], b.Protocol[i], b.DstPort[i])
	return ok && a.Front()
}

// maxSYNs is how many packets a client sends before it gives up on a server that is
// silent: Linux tries seven times.
const maxSYNs = 7

// Ports of UDP at which traceroute aims (RFC 4443 has none; LBL traceroute's range).
const tracerouteFirst, tracerouteLast = 33434, 33534

// chatty reports whether ordinary hosts send to a port of UDP unasked and do not care
// for an answer: names, time, discovery.
func chatty(port uint16) bool {
	switch port {
	case 137, 138, 1900, 3702, 5353, 5355, 17500:
		return true
	}
	return false
}

// wait notes what a row tells of a talk, unless its outcome is known already. The
// client is the source of the row, or with reply its destination.
func (d *Detector) wait(b *detect.Block, i int, w way, reply bool, state uint8) {
	client, server := b.SrcHost[i], b.DstHost[i]
	port := b.DstPort[i]
	if reply {
		client, server, port = server, client, b.SrcPort[i]
	}
	key := sketch.Hash64(client, server, uint64(port)<<8|uint64(b.Protocol[i]))
	t := d.talks.Get(key)
	if t == nil {
		// What was answered is answered before the question is seen only within a
		// second, and matters only where the question does not show how it ended.
		if reply && (w == wayInbound || b.Protocol[i] == iana.TCP && b.Payload(i)) {
			return
		}
		trackers := d.strange(b, i, w, client, targetOf(server, port))
		if trackers == 0 {
			return
		}
		t, _ = d.talks.Use(key, b.Start[i])
		*t = talk{
			Start: b.Start[i], Way: w, Protocol: b.Protocol[i], Port: port, Trackers: trackers, Key: client, ServerKey: server,
			Src: b.SrcAddr[i], Dst: b.DstAddr[i], SrcNetwork: network(b, i, false), DstNetwork: network(b, i, true),
		}
		if reply {
			t.Src, t.Dst, t.SrcNetwork, t.DstNetwork = t.Dst, t.Src, t.DstNetwork, t.SrcNetwork
		}
		t.State = state
		return
	}
	if t.State|state != t.State {
		d.talks.Change(key).State |= state
	}
}

// strange returns the trackers for which a target is not known to have answered or
// failed before, by bit.
func (d *Detector) strange(b *detect.Block, i int, w way, client uint64, t target) (trackers uint32) {
	for _, n := range d.byWay[w] {
		if !d.trackers[n].selects(b, i) {
			continue
		}
		s := d.sources.Get(d.trackers[n].key(client))
		if s == nil || !s.knows(t) {
			trackers |= 1 << n
		}
	}
	return trackers
}

// decide ends a talk.
func (d *Detector) decide(t *talk, now int64, out detect.Out) {
	if t.State&asked == 0 {
		return
	}
	how := failure
	switch {
	case t.State&halfway != 0:
		how = neutral
		if t.Way == wayInbound {
			how = failure // half of a handshake: nobody uses a service like that
		}
	case t.State&answered != 0 && t.Protocol == iana.TCP:
		how = neutral
	case t.State&answered != 0:
		how = success
	case t.State&doubtful != 0:
		how = unclear
	}
	c := encounter{
		way: t.Way, trackers: t.Trackers, how: how, at: t.Start, now: now, client: t.Key, server: t.ServerKey, src: t.Src, dst: t.Dst,
		srcNetwork: t.SrcNetwork, dstNetwork: t.DstNetwork, port: t.Port, protocol: t.Protocol,
	}
	d.meet(&c, out)
}

// failed takes a request that a row itself shows to have failed.
func (d *Detector) failed(b *detect.Block, i int, w way, how outcome, out detect.Out) {
	c := encounterOf(b, i, w, how)
	for _, n := range d.byWay[w] {
		if d.trackers[n].selects(b, i) {
			c.trackers |= 1 << n
		}
	}
	d.meet(&c, out)
}

// succeeded takes a request that a row itself shows to have been answered.
func (d *Detector) succeeded(b *detect.Block, i int, w way, out detect.Out) {
	client := b.SrcHost[i]
	if w == wayInbound {
		known := false
		for _, n := range d.byWay[w] {
			known = known || d.sources.Get(d.trackers[n].key(client)) != nil
		}
		if !known {
			d.visited(b, i)
			return
		}
	}
	if trackers := d.strange(b, i, w, client, targetOf(b.DstHost[i], b.DstPort[i])); trackers != 0 {
		c := encounterOf(b, i, w, success)
		c.trackers = trackers
		d.meet(&c, out)
	}
}

// encounter is a contact and how it ended.
type encounter struct {
	way                    way
	how                    outcome
	rejected               bool
	protocol               uint8
	port                   uint16
	trackers               uint32
	at, now                int64 // start of the record, and when it was decided
	client, server         uint64
	src, dst               record.Addr
	srcNetwork, dstNetwork string
}

func encounterOf(b *detect.Block, i int, w way, how outcome) encounter {
	return encounter{
		way: w, how: how, rejected: b.Action[i] == record.Reject, protocol: b.Protocol[i], port: b.DstPort[i], at: b.Start[i], now: b.Start[i], client: b.SrcHost[i], server: b.DstHost[i],
		src: b.SrcAddr[i], dst: b.DstAddr[i], srcNetwork: network(b, i, false), dstNetwork: network(b, i, true),
	}
}

// network returns the network of an end of a row, "" for public addresses.
func network(b *detect.Block, i int, dst bool) string {
	return b.Side(i, dst).Value(record.SideNetwork)
}

// Clone, Append and Read are those of [sketch.Value].
func (t *talk) Clone() talk { return *t }

// Append writes the talk.
func (t *talk) Append(dst []byte) []byte {
	dst = binary.AppendVarint(dst, t.Start)
	dst = append(dst, t.State, uint8(t.Way), t.Protocol)
	dst = binary.LittleEndian.AppendUint16(dst, t.Port)
	dst = binary.LittleEndian.AppendUint32(dst, t.Trackers)
	dst = binary.LittleEndian.AppendUint64(dst, t.Key)
	dst = binary.LittleEndian.AppendUint64(dst, t.ServerKey)
	dst = append(append(dst, t.Src[:]...), t.Dst[:]...)
	return sketch.AppendText(sketch.AppendText(dst, t.SrcNetwork), t.DstNetwork)
}

// Read reads a talk.
func (t *talk) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	t.Start = r.Varint()
	t.State, t.Way, t.Protocol = r.Uint8(), way(r.Uint8()), r.Uint8()
	t.Port, t.Trackers = r.Uint16(), r.Uint32()
	t.Key, t.ServerKey = r.Uint64(), r.Uint64()
	copy(t.Src[:], r.Bytes(16))
	copy(t.Dst[:], r.Bytes(16))
	t.SrcNetwork, t.DstNetwork = r.Text(), r.Text()
	if t.Way >= numWays {
		return nil, sketch.ErrBytes
	}
	return r.Rest()
}
