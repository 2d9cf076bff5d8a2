package detect

import (
	"encoding/binary"
	"slices"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// Hosts is what is known of internal hosts from their traffic, as of the last whole
// slice: what the rows of a slice tell is known to the next.
//
// A host is reachable when unsolicited packets from public addresses arrive at it,
// whatever the verdict, and front-facing when it answers them.
type Hosts struct {
	table *sketch.Table[Host, *Host]
	begin *sketch.Table[moment, *moment] // one key: the first row
}

// Host is what is known of one host. Times are nanoseconds since 1970.
type Host struct {
	First   int64    // first flow of it
	Reached int64    // first unsolicited packets from a public address; 0: none yet
	Answers []Answer // ports that answered public addresses
}

// Answer is a port of a host that answered.
type Answer struct {
	Protocol uint8
	Port     uint16
	First    int64
	Last     int64
	Clients  [frontClients]uint64 // the first of the public addresses that were answered; 0: none
}

// frontClients is how many public addresses a port must have answered for its host
// to be front-facing: one may be the attacker who got through.
const frontClients = 3

// maxAnswers bounds the ports remembered of a host; real servers have few.
const maxAnswers = 64

// NewHosts returns an empty memory of at most so many hosts.
func NewHosts(keys int) *Hosts {
	return &Hosts{table: sketch.NewTable[Host](keys), begin: sketch.NewTable[moment](0)}
}

// Get returns what is known of a host, nil when nothing is.
func (h *Hosts) Get(host uint64) *Host { return h.table.Get(host) }

// Begin returns the start of the first row ever seen, 0 before it.
func (h *Hosts) Begin() int64 {
	if m := h.begin.Get(0); m != nil {
		return int64(*m)
	}
	return 0
}

// Reachable reports whether the internet can send packets to a host.
func (h *Hosts) Reachable(host uint64) bool {
	v := h.table.Get(host)
	return v != nil && v.Reached != 0
}

// FrontFacing reports whether a host serves the internet.
func (h *Hosts) FrontFacing(host uint64) bool {
	v := h.table.Get(host)
	return v != nil && slices.ContainsFunc(v.Answers, Answer.Front)
}

// Answer returns what is known of a port of a host that answered public addresses.
func (h *Hosts) Answer(host uint64, protocol uint8, port uint16) (Answer, bool) {
	if v := h.table.Get(host); v != nil {
		if i := v.find(protocol, port); i >= 0 {
			return v.Answers[i], true
		}
	}
	return Answer{}, false
}

// Front reports whether the port answered several public addresses.
func (a Answer) Front() bool { return a.Clients[frontClients-1] != 0 }

func (v *Host) find(protocol uint8, port uint16) int {
	return slices.IndexFunc(v.Answers, func(a Answer) bool { return a.Protocol == protocol && a.Port == port })
}

// Learn takes what the rows of a slice tell.
func (h *Hosts) Learn(b *Block, s Slice) {
	if h.begin.Len() == 0 {
		m, _ := h.begin.Use(0, s.From)
		*m = moment(s.From)
	}
	for i := s.Lo; i < s.Hi; i++ {
		if b.Status[i] != StatusFlow {
			continue
		}
		at := b.Start[i]
		if b.SrcScope[i] == record.ScopeInternal {
			h.see(b.SrcHost[i], at)
		}
		if b.DstScope[i] == record.ScopeInternal {
			h.see(b.DstHost[i], at)
		}
		switch {
		case b.SrcScope[i] == record.ScopePublic && b.DstScope[i] == record.ScopeInternal &&
			(b.Opener[i] == record.InitiatorSrc || b.Opener[i] == record.InitiatorNone && b.Action[i] == record.Reject):
			if v := h.table.Get(b.DstHost[i]); v.Reached == 0 {
				h.table.Change(b.DstHost[i]).Reached = at
			}
		case b.SrcScope[i] == record.ScopeInternal && b.DstScope[i] == record.ScopePublic && b.Answered(i):
			h.answer(b.SrcHost[i], b.Protocol[i], b.SrcPort[i], b.DstHost[i], at)
		}
	}
}

func (h *Hosts) see(host uint64, at int64) {
	if h.table.Get(host) != nil {
		return
	}
	v, _ := h.table.Use(host, at)
	v.First = at
}

// lastStep is how old the last answer of a port may be told.
const lastStep = int64(3600e9)

func (h *Hosts) answer(host uint64, protocol uint8, port uint16, client uint64, at int64) {
	v := h.table.Get(host)
	i := v.find(protocol, port)
	if i >= 0 {
		a := &v.Answers[i]
		if at-a.Last < lastStep && (a.Front() || slices.Contains(a.Clients[:], client)) {
			return
		}
	} else if len(v.Answers) >= maxAnswers {
		return
	}
	v, _ = h.table.Use(host, at)
	if i < 0 {
		v.Answers = append(v.Answers, Answer{Protocol: protocol, Port: port, First: at})
		i = len(v.Answers) - 1
	}
	a := &v.Answers[i]
	a.Last = max(a.Last, at)
	for k := range a.Clients {
		if a.Clients[k] == client {
			return
		}
		if a.Clients[k] == 0 {
			a.Clients[k] = client
			return
		}
	}
}

// Advance does nothing yet: hosts are kept until the table is full.
func (h *Hosts) Advance(int64) {}

// State returns the tables.
func (h *Hosts) State() []State { return []State{h.table, h.begin} }

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
		if b.AbsentAt(record.TCPFlags, i) { // version 2: a reset is one packet of 40 bytes
			return b.Packets[i] > 1 || b.Bytes[i] > 44
		}
		return b.Flags[i]&FlagSYNACK == FlagSYNACK || b.Flags[i]&FlagRST == 0 || b.Packets[i] > 2
	case iana.UDP:
		return true
	}
	return false
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
	dst = binary.AppendUvarint(dst, uint64(len(v.Answers)))
	for _, a := range v.Answers {
		dst = append(dst, a.Protocol)
		dst = binary.LittleEndian.AppendUint16(dst, a.Port)
		dst = binary.AppendVarint(dst, a.First)
		dst = binary.AppendVarint(dst, a.Last)
		for _, c := range a.Clients {
			dst = binary.LittleEndian.AppendUint64(dst, c)
		}
	}
	return dst
}

// Read reads a host.
func (v *Host) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.First, v.Reached = r.Varint(), r.Varint()
	n := r.Uvarint()
	if n > maxAnswers {
		return nil, sketch.ErrBytes
	}
	v.Answers = make([]Answer, n)
	for i := range v.Answers {
		a := &v.Answers[i]
		a.Protocol, a.Port = r.Uint8(), r.Uint16()
		a.First, a.Last = r.Varint(), r.Varint()
		for k := range a.Clients {
			a.Clients[k] = r.Uint64()
		}
	}
	return r.Rest()
}

// Extra is the memory of the answers.
func (v *Host) Extra() int { return cap(v.Answers) * 48 }
