package channel

import (
	"encoding/binary"
	"slices"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// Bounds of what is remembered of one channel.
const (
	maxStarts = 512 // newest conversations with start and size
	maxOpen   = 32  // conversations that may go on
)

// link is the channel from a host to a service: one destination, port and protocol.
// Times are nanoseconds since 1970.
type link struct {
	client, server record.Addr
	hosts          [2]uint64 // their keys
	network        string    // of the client
	port           uint16
	protocol       uint8
	scope          record.Scope // of the server

	first, last int64  // starts of the first and the last record
	flows       uint64 // requests
	replies     uint64 // answers that say yes
	starts      uint32 // conversations that began
	answered    uint32 // of them
	rejected    uint32 // requests that were refused by the network
	big         uint32 // records over a kilobyte
	up, down    uint64 // bytes

	hours hourBits // in which conversations began
	days  dayBits  // with answered conversations
	ring  []start  // the newest, once there are maxStarts in a circle
	open  []conn
	long  int64  // longest conversation so far
	judge int64  // when to weigh the signs again
	told  uint8  // step of long_connection that was told
	since int64  // when the beacon was first told
	given uint32 // conversations when it was last told
}

// start is the beginning of a conversation.
type start struct {
	at    uint32 // tenths of a second after the link's first record
	bytes uint32 // sent by the client; the highest bit: answered
}

const answeredBit = 1 << 31

// conn is a conversation that may go on: one client port.
type conn struct {
	first, last int64 // start of its first record, end of its last
	start       uint32
	port        uint16
	flags       uint8
}

// What is known of a conversation.
const (
	connAnswered = 1 << iota
	connClosed   // FIN or RST of the client, or RST of the server, was seen
	connAsked    // a request was seen; before it there is no start
	connFound    // it was open when its first record came
)

func (l *link) span() int64 { return l.last - l.first }

// hourBits remembers of the last 64 hours which had something.
type hourBits struct {
	last int64 // hour since 1970
	bits uint64
}

func (h *hourBits) set(hour int64) {
	if d := hour - h.last; d > 0 {
		h.bits, h.last = h.bits<<uint64(min(d, 64)), hour
		h.bits |= 1
	} else if d > -64 {
		h.bits |= 1 << uint64(-d)
	}
}

// dayBits is the same for 32 days.
type dayBits struct {
	last int32
	bits uint32
}

func (d *dayBits) set(day int32) {
	if n := day - d.last; n > 0 {
		d.bits, d.last = d.bits<<uint32(min(n, 32)), day
		d.bits |= 1
	} else if n > -32 {
		d.bits |= 1 << uint32(-n)
	}
}

// sample returns the start of a conversation by its number, nil when newer ones have
// taken its place.
func (l *link) sample(n uint32) *start {
	if l.starts-n > maxStarts || int(n%maxStarts) >= len(l.ring) {
		return nil
	}
	return &l.ring[n%maxStarts]
}

// push adds a conversation and returns its number.
func (l *link) push(at int64) uint32 {
	n := l.starts
	l.starts++
	s := start{at: uint32((at - l.first) / 1e8)}
	if len(l.ring) < maxStarts {
		l.ring = append(l.ring, s)
	} else {
		l.ring[n%maxStarts] = s
	}
	return n
}

// Clone copies the link.
func (l *link) Clone() link {
	c := *l
	c.ring, c.open = slices.Clone(l.ring), slices.Clone(l.open)
	return c
}

// Extra is the memory behind the link.
func (l *link) Extra() int { return 8*cap(l.ring) + 24*cap(l.open) + len(l.network) }

// Append writes the link.
func (l *link) Append(dst []byte) []byte {
	dst = append(append(dst, l.client[:]...), l.server[:]...)
	dst = binary.LittleEndian.AppendUint64(dst, l.hosts[0])
	dst = binary.LittleEndian.AppendUint64(dst, l.hosts[1])
	dst = sketch.AppendText(dst, l.network)
	dst = binary.LittleEndian.AppendUint16(dst, l.port)
	dst = append(dst, l.protocol, uint8(l.scope), l.told)
	dst = binary.AppendVarint(dst, l.first)
	for _, v := range []int64{l.last - l.first, l.hours.last, int64(l.days.last), l.long, l.judge - l.first, l.since} {
		dst = binary.AppendVarint(dst, v)
	}
	for _, v := range []uint64{l.flows, l.replies, uint64(l.starts), uint64(l.answered), uint64(l.rejected), uint64(l.big), l.up, l.down, uint64(l.days.bits), l.hours.bits, uint64(l.given), uint64(len(l.ring))} {
		dst = binary.AppendUvarint(dst, v)
	}
	for _, s := range l.ring {
		dst = binary.LittleEndian.AppendUint32(dst, s.at)
		dst = binary.LittleEndian.AppendUint32(dst, s.bytes)
	}
	dst = append(dst, uint8(len(l.open)))
	for _, c := range l.open {
		dst = binary.AppendVarint(dst, c.first-l.first)
		dst = binary.AppendVarint(dst, c.last-c.first)
		dst = binary.LittleEndian.AppendUint32(dst, c.start)
		dst = binary.LittleEndian.AppendUint16(dst, c.port)
		dst = append(dst, c.flags)
	}
	return dst
}

// Read reads what Append wrote.
func (l *link) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	readAddr(&r, &l.client)
	readAddr(&r, &l.server)
	l.hosts = [2]uint64{r.Uint64(), r.Uint64()}
	l.network = r.Text()
	l.port = r.Uint16()
	l.protocol, l.scope, l.told = r.Uint8(), record.Scope(r.Uint8()), r.Uint8()
	l.first = r.Varint()
	l.last = l.first + r.Varint()
	l.hours.last, l.days.last = r.Varint(), int32(r.Varint())
	l.long, l.judge = r.Varint(), l.first+r.Varint()
	l.since = r.Varint()
	l.flows, l.replies, l.starts, l.answered = r.Uvarint(), r.Uvarint(), uint32(r.Uvarint()), uint32(r.Uvarint())
	l.rejected, l.big = uint32(r.Uvarint()), uint32(r.Uvarint())
	l.up, l.down = r.Uvarint(), r.Uvarint()
	l.days.bits, l.hours.bits = uint32(r.Uvarint()), r.Uvarint()
	l.given = uint32(r.Uvarint())
	n := r.Uvarint()
	if n > maxStarts {
		return nil, sketch.ErrBytes
	}
	l.ring = make([]start, n)
	for i := range l.ring {
		l.ring[i] = start{r.Uint32(), r.Uint32()}
	}
	n = uint64(r.Uint8())
	if n > maxOpen {
		return nil, sketch.ErrBytes
	}
	l.open = make([]conn, n)
	for i := range l.open {
		c := &l.open[i]
		c.first = l.first + r.Varint()
		c.last = c.first + r.Varint()
		c.start, c.port, c.flags = r.Uint32(), r.Uint16(), r.Uint8()
	}
	return r.Rest()
}

func readAddr(r *sketch.Reader, a *record.Addr) {
	if b := r.Bytes(len(a)); b != nil {
		copy(a[:], b)
	}
}

// service is who uses a service outside.
type service struct {
	first int64 // first record
	users sketch.Set
}

// Clone copies the service.
func (s *service) Clone() service { return service{s.first, s.users.Clone()} }

// Extra is the memory behind the service.
func (s *service) Extra() int { return s.users.Extra() }

// Append writes the service.
func (s *service) Append(dst []byte) []byte { return s.users.Append(binary.AppendVarint(dst, s.first)) }

// Read reads what Append wrote.
func (s *service) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	s.first = r.Varint()
	s.users.Take(&r)
	return r.Rest()
}

// client is what is known of a host that opens conversations to the outside.
type client struct {
	services sketch.Set // services outside that it talks to
	names    sketch.Set // servers that it asks for names
	told     []told     // of the realert interval, the highest first
	window   int64
	long     []uint16 // service ports of which a long connection was told
}

// told is a destination that was told with its score.
type told struct {
	server uint64
	score  uint8
}

// Clone copies the client.
func (c *client) Clone() client {
	return client{c.services.Clone(), c.names.Clone(), slices.Clone(c.told), c.window, slices.Clone(c.long)}
}

// Extra is the memory behind the client.
func (c *client) Extra() int {
	return c.services.Extra() + c.names.Extra() + 16*cap(c.told) + 2*cap(c.long)
}

// Append writes the client.
func (c *client) Append(dst []byte) []byte {
	dst = c.names.Append(c.services.Append(dst))
	dst = binary.AppendVarint(dst, c.window)
	dst = append(dst, uint8(len(c.told)))
	for _, d := range c.told {
		dst = append(binary.LittleEndian.AppendUint64(dst, d.server), d.score)
	}
	dst = append(dst, uint8(len(c.long)))
	for _, p := range c.long {
		dst = binary.LittleEndian.AppendUint16(dst, p)
	}
	return dst
}

// Read reads what Append wrote.
func (c *client) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	c.services.Take(&r)
	c.names.Take(&r)
	c.window = r.Varint()
	c.told = make([]told, r.Uint8())
	for i := range c.told {
		c.told[i] = told{r.Uint64(), r.Uint8()}
	}
	c.long = make([]uint16, r.Uint8())
	for i := range c.long {
		c.long[i] = r.Uint16()
	}
	return r.Rest()
}

// pair is what was found about a host and a destination on all ports.
type pair struct {
	ports []portScore
	since int64  // when it was first judged: what goes on is one finding
	score uint8  // told
	flows uint64 // told
}

type portScore struct {
	port        uint16
	protocol    uint8
	score       uint8
	first, last int64
	flows       uint64
}

const maxPorts = 16

// Clone copies the pair.
func (p *pair) Clone() pair {
	c := *p
	c.ports = slices.Clone(p.ports)
	return c
}

// Extra is the memory behind the pair.
func (p *pair) Extra() int { return 32 * cap(p.ports) }

// Append writes the pair.
func (p *pair) Append(dst []byte) []byte {
	dst = binary.AppendVarint(dst, p.since)
	dst = append(dst, p.score)
	dst = binary.AppendUvarint(dst, p.flows)
	dst = append(dst, uint8(len(p.ports)))
	for _, s := range p.ports {
		dst = binary.LittleEndian.AppendUint16(dst, s.port)
		dst = append(dst, s.protocol, s.score)
		dst = binary.AppendVarint(dst, s.first)
		dst = binary.AppendVarint(dst, s.last-s.first)
		dst = binary.AppendUvarint(dst, s.flows)
	}
	return dst
}

// Read reads what Append wrote.
func (p *pair) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	p.since, p.score, p.flows = r.Varint(), r.Uint8(), r.Uvarint()
	n := r.Uint8()
	if n > maxPorts {
		return nil, sketch.ErrBytes
	}
	p.ports = make([]portScore, n)
	for i := range p.ports {
		s := &p.ports[i]
		s.port, s.protocol, s.score = r.Uint16(), r.Uint8(), r.Uint8()
		s.first = r.Varint()
		s.last = s.first + r.Varint()
		s.flows = r.Uvarint()
	}
	return r.Rest()
}
