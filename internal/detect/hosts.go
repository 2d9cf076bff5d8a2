package detect

import (
	"encoding/binary"
	"slices"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// Hosts is what is known of internal hosts from their traffic, as of the last whole
// slice: what the rows of a slice tell is known to the next, wherever batches begin
// and end.
//
// A host is reachable when unsolicited packets from public addresses arrive at it,
// whatever the verdict, and front-facing when it answers them. Answers on ports of
// administration do not count: whoever is open there answers all who try passwords. A
// role of "front-facing" or "reachable" in the assets file says so, too.
type Hosts struct {
	table      *sketch.Table[Host, *Host]
	interfaces *sketch.Table[holder, *holder] // by interface
	begin      *sketch.Table[moment, *moment] // one key: the first row
	open       int64                          // start of the open slice

	sides    []told // by side number
	sidesFor *record.Registry
}

// told is what the enrichment says of one end of a row.
type told struct {
	role  declared
	iface uint64 // key of the interface, 0: not known
}

// Host is what is known of one host. Times are nanoseconds since 1970.
type Host struct {
	First    int64    // first flow of it
	iface    uint64   // key of the interface that has its address, 0: not known
	Reached  int64    // first unsolicited packets from a public address; 0: none yet
	Answers  []Answer // ports that answered public addresses
	declared declared
}

// Answer is a port of a host that answered.
type Answer struct {
	Protocol uint8
	Port     uint16
	First    int64
	Last     int64                // before the newest slice that has an answer
	Newest   int64                // of all
	Fronts   int64                // when it had answered frontClients addresses; 0: not yet
	Clients  [frontClients]uint64 // the first of the public addresses that were answered; 0: none
}

// declared is what the assets file says of a host.
type declared uint8

const (
	declaredReachable declared = 1 << iota
	declaredFront
)

// frontClients is how many public addresses a port must have answered for its host
// to be front-facing: one may be the attacker who got through.
const frontClients = 3

// maxAnswers bounds the ports remembered of a host; real servers have few.
const maxAnswers = 64

// NewHosts returns an empty memory of at most so many hosts.
func NewHosts(keys int) *Hosts {
	return &Hosts{table: sketch.NewTable[Host](keys), interfaces: sketch.NewTable[holder](keys), begin: sketch.NewTable[moment](0)}
}

// Open says that the rows from now on are of the slice that starts at a moment.
func (h *Hosts) Open(from int64) { h.open = from }

// Advance says that the slices before a moment are whole.
func (h *Hosts) Advance(now int64) { h.open = now }

// First returns the start of the first row about a host, 0 when there is none.
func (h *Hosts) First(host uint64) int64 {
	if v := h.table.Get(host); v != nil && v.First < h.open {
		return v.First
	}
	return 0
}

// Known returns the start of the first row about the host at an end of a row, or about
// another address of the same interface: a host that gets a second address is no new
// one. It is 0 when there is none.
func (h *Hosts) Known(b *Block, row int, dst bool) int64 {
	host, side := b.SrcHost[row], b.SrcSide[row]
	if dst {
		host, side = b.DstHost[row], b.DstSide[row]
	}
	at := h.First(host)
	if o := h.interfaces.Get(h.tell(b)[side].iface); o != nil && o.first < h.open && (at == 0 || o.first < at) {
		at = o.first
	}
	return at
}

// Machine returns the key of the host at an end of a row whatever family of addresses
// is spoken: where an interface has one address of each, that of its IPv4 address. What
// runs behind an interface with more of them, as the pods of a node, are several hosts.
func (h *Hosts) Machine(b *Block, row int, dst bool) uint64 {
	host, side, addr := b.SrcHost[row], b.SrcSide[row], &b.SrcAddr[row]
	if dst {
		host, side, addr = b.DstHost[row], b.DstSide[row], &b.DstAddr[row]
	}
	// Fast path: hosts are known by IPv4.
	if addr.Is4() {
		return host
	}
	iface := h.tell(b)[side].iface
	if v := h.table.Get(host); iface == 0 && v != nil {
		iface = v.iface // it has fallen silent
	}
	o := h.interfaces.Get(iface)
	if o == nil || o.four.key == 0 || o.four.at >= h.open || o.several != 0 && o.several < h.open {
		return host
	}
	if o.six.key != 0 && o.six.at < h.open && o.six.key != host {
		return host
	}
	return o.four.key
}

// Begin returns the start of the first slice ever seen, 0 before it.
func (h *Hosts) Begin() int64 {
	if m := h.begin.Get(0); m != nil && int64(*m) < h.open {
		return int64(*m)
	}
	return 0
}

// Reached returns the start of the first row that shows the internet to send packets
// to a host, 0 when there is none.
func (h *Hosts) Reached(host uint64) int64 {
	if v := h.table.Get(host); v != nil && v.Reached < h.open {
		return v.Reached
	}
	return 0
}

// Reachable reports whether the internet can send packets to a host.
func (h *Hosts) Reachable(host uint64) bool {
	v := h.table.Get(host)
	return v != nil && v.First < h.open && (v.Reached != 0 && v.Reached < h.open || v.declared != 0)
}

// FrontFacing reports whether a host serves the internet.
func (h *Hosts) FrontFacing(host uint64) bool {
	v := h.table.Get(host)
	if v == nil || v.First >= h.open {
		return false
	}
	return v.declared&declaredFront != 0 || slices.ContainsFunc(v.Answers, func(a Answer) bool {
		return a.Fronts != 0 && a.Fronts < h.open && !slices.Contains(rule.AdminPorts, a.Port)
	})
}

// Answer returns what is known of a port of a host that answered public addresses.
func (h *Hosts) Answer(host uint64, protocol uint8, port uint16) (Answer, bool) {
	v := h.table.Get(host)
	if v == nil {
		return Answer{}, false
	}
	i := v.find(protocol, port)
	if i < 0 || v.Answers[i].First >= h.open {
		return Answer{}, false
	}
	a := v.Answers[i]
	if a.Newest < h.open {
		a.Last = a.Newest
	}
	if a.Fronts >= h.open {
		a.Fronts = 0
	}
	return a, true
}

// Ports returns how many ports of a host answered public addresses.
func (h *Hosts) Ports(host uint64) (n int) {
	if v := h.table.Get(host); v != nil {
		for _, a := range v.Answers {
			if a.First < h.open {
				n++
			}
		}
	}
	return n
}

// Front reports whether the port answered several public addresses.
func (a Answer) Front() bool { return a.Fronts != 0 }

func (v *Host) find(protocol uint8, port uint16) int {
	return slices.IndexFunc(v.Answers, func(a Answer) bool { return a.Protocol == protocol && a.Port == port })
}

// Learn takes what the rows of a slice tell, or of a piece of it.
func (h *Hosts) Learn(b *Block, s Slice) {
	if h.begin.Len() == 0 {
		m, _ := h.begin.Use(0, s.From)
		*m = moment(s.From)
	}
	sides := h.tell(b)
	for i := s.Lo; i < s.Hi; i++ {
		if b.Status[i] != StatusFlow {
			continue
		}
		at := b.Start[i]
		if b.SrcScope[i] == record.ScopeInternal {
			h.see(b.SrcHost[i], b.SrcAddr[i].Is4(), at, sides[b.SrcSide[i]])
		}
		if b.DstScope[i] == record.ScopeInternal {
			h.see(b.DstHost[i], b.DstAddr[i].Is4(), at, sides[b.DstSide[i]])
		}
		switch {
		case b.SrcScope[i] == record.ScopePublic && b.DstScope[i] == record.ScopeInternal &&
			(b.Opener[i] == record.InitiatorSrc || b.Opener[i] == record.InitiatorNone && b.Action[i] == record.Reject):
			if v := h.table.Get(b.DstHost[i]); v.Reached == 0 {
				h.table.Change(b.DstHost[i]).Reached = at
			}
		case b.SrcScope[i] == record.ScopeInternal && b.DstScope[i] == record.ScopePublic && b.Answered(i):
			h.answer(b.SrcHost[i], b.Protocol[i], b.SrcPort[i], b.DstHost[i], s.From, at)
		}
	}
}

// tell returns by side number what the enrichment says.
func (h *Hosts) tell(b *Block) []told {
	if h.sidesFor != b.Registry {
		h.sides, h.sidesFor = h.sides[:0], b.Registry
	}
	for n := len(h.sides); n < b.Registry.Len(record.GroupSide); n++ {
		var t told
		side := b.Registry.Tuple(record.GroupSide, uint32(n))
		switch side.Value(record.SideRole) {
		case "front-facing":
			t.role = declaredReachable | declaredFront
		case "reachable":
			t.role = declaredReachable
		}
		if id := side.Value(record.SideInterface); id != "" {
			t.iface = Key(xxhash.Sum64String(side.Value(record.SideNetwork)), xxhash.Sum64String(id))
		}
		h.sides = append(h.sides, t)
	}
	return h.sides
}

func (h *Hosts) see(host uint64, four bool, at int64, says told) {
	v := h.table.Get(host)
	if v == nil {
		v, _ = h.table.Use(host, at)
		v.First = at
	}
	if v.declared|says.role != v.declared {
		v = h.table.Change(host)
		v.declared |= says.role
	}
	if says.iface == 0 || v.iface == says.iface {
		return
	}
	h.table.Change(host).iface = says.iface
	o, fresh := h.interfaces.Use(says.iface, at)
	if fresh {
		o.first = at
	}
	its := &o.six
	if four {
		its = &o.four
	}
	switch {
	case its.key == 0:
		*its = held{host, at}
	case its.key != host && o.several == 0:
		o.several = at
	}
}

// lastStep is how old the last answer of a port may be told.
const lastStep = int64(3600e9)

func (h *Hosts) answer(host uint64, protocol uint8, port uint16, client uint64, from, at int64) {
	v := h.table.Get(host)
	i := v.find(protocol, port)
	if i >= 0 {
		a := &v.Answers[i]
		if at-a.Newest < lastStep && (a.Fronts != 0 || slices.Contains(a.Clients[:], client)) {
			return
		}
	} else if len(v.Answers) >= maxAnswers {
		return
	}
	v, _ = h.table.Use(host, at)
	if i < 0 {
		v.Answers = append(v.Answers, Answer{Protocol: protocol, Port: port, First: at, Last: at, Newest: at})
		i = len(v.Answers) - 1
	}
	a := &v.Answers[i]
	if a.Newest < from {
		a.Last = a.Newest
	}
	a.Newest = max(a.Newest, at)
	for k := range a.Clients {
		if a.Clients[k] == client {
			return
		}
		if a.Clients[k] == 0 {
			a.Clients[k] = client
			if k == frontClients-1 {
				a.Fronts = at
			}
			return
		}
	}
}

// State returns the tables.
func (h *Hosts) State() []State { return []State{h.table, h.interfaces, h.begin} }

// TCP flags.
const (
	FlagFIN    = 1
	FlagSYN    = 2
	FlagRST    = 4
	FlagSYNACK = 18 // as AWS reports it
)

// Answered reports whether a row is a server's answer that says yes: accepted, sent by
// the side that did not open the conversation, and for TCP not a mere reset.
func (b *Block) Answered(i int) bool {
	if b.Opener[i] != record.InitiatorDst || b.Action[i] == record.Reject || b.Packets[i] == 0 {
		return false
	}
	switch b.Protocol[i] {
	case iana.TCP:
		if !b.AbsentAt(record.TCPFlags, i) && (b.Flags[i]&FlagSYNACK == FlagSYNACK || b.Flags[i]&FlagRST == 0) {
			return true
		}
		// A reset is a bare header, one for each attempt.
		return b.Bytes[i] > b.Packets[i]*b.header(i, 44)
	case iana.UDP:
		return true
	}
	return false
}

// Payload reports whether the packets of a row must carry data: more bytes than the
// longest headers have.
func (b *Block) Payload(i int) bool { return b.Bytes[i] > b.Packets[i]*b.header(i, 60) }

// header returns the length of a header of IP version 4 for the version of a row.
func (b *Block) header(i int, v4 uint64) uint64 {
	if b.SrcAddr[i].Is4() {
		return v4
	}
	return v4 + 20
}

// holder is an interface with its addresses.
type holder struct {
	first     int64 // first row of any of them
	four, six held  // the first of each family
	several   int64 // when it had more than one of a family; 0: not yet
}

// held is an address that an interface has.
type held struct {
	key uint64 // of its host; 0: none
	at  int64  // first row
}

// Clone copies the interface.
func (o *holder) Clone() holder { return *o }

// Append writes the interface.
func (o *holder) Append(dst []byte) []byte {
	for _, at := range [...]int64{o.first, o.four.at, o.six.at, o.several} {
		dst = binary.AppendVarint(dst, at)
	}
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(dst, o.four.key), o.six.key)
}

// Read reads an interface.
func (o *holder) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	o.first, o.four.at, o.six.at, o.several = r.Varint(), r.Varint(), r.Varint(), r.Varint()
	o.four.key, o.six.key = r.Uint64(), r.Uint64()
	return r.Rest()
}

// moment is a time in nanoseconds since 1970.
type moment int64

// Clone, Append and Read are those of [sketch.Value].
func (m *moment) Clone() moment { return *m }

// Append writes the moment.
func (m *moment) Append(dst []byte) []byte { return binary.AppendVarint(dst, int64(*m)) }

// Read reads a moment.
func (m *moment) Read(src []byte) ([]byte, error) {
	v, n := binary.Varint(src)
	if n <= 0 {
		return nil, sketch.ErrBytes
	}
	*m = moment(v)
	return src[n:], nil
}

// Clone copies the host.
func (v *Host) Clone() Host {
	c := *v
	c.Answers = slices.Clone(v.Answers)
	return c
}

// Append writes the host.
func (v *Host) Append(dst []byte) []byte {
	dst = binary.AppendVarint(dst, v.First)
	dst = binary.AppendVarint(dst, v.Reached)
	dst = binary.LittleEndian.AppendUint64(dst, v.iface)
	dst = append(dst, uint8(v.declared))
	dst = binary.AppendUvarint(dst, uint64(len(v.Answers)))
	for _, a := range v.Answers {
		dst = append(dst, a.Protocol)
		dst = binary.LittleEndian.AppendUint16(dst, a.Port)
		for _, at := range [...]int64{a.First, a.Last, a.Newest, a.Fronts} {
			dst = binary.AppendVarint(dst, at)
		}
		for _, c := range a.Clients {
			dst = binary.LittleEndian.AppendUint64(dst, c)
		}
	}
	return dst
}

// Read reads a host.
func (v *Host) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.First, v.Reached, v.iface = r.Varint(), r.Varint(), r.Uint64()
	v.declared = declared(r.Uint8())
	n := r.Uvarint()
	if n > maxAnswers {
		return nil, sketch.ErrBytes
	}
	v.Answers = make([]Answer, n)
	for i := range v.Answers {
		a := &v.Answers[i]
		a.Protocol, a.Port = r.Uint8(), r.Uint16()
		a.First, a.Last, a.Newest, a.Fronts = r.Varint(), r.Varint(), r.Varint(), r.Varint()
		for k := range a.Clients {
			a.Clients[k] = r.Uint64()
		}
	}
	return r.Rest()
}

// Extra is the memory of the answers.
func (v *Host) Extra() int { return cap(v.Answers) * 64 }
