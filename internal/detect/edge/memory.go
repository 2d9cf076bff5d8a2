package edge

import (
	"encoding/binary"
	"slices"
	"strconv"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

func number(n uint16) string { return strconv.Itoa(int(n)) }

// since is when something was first seen.
type since int64

// Clone copies the moment.
func (s *since) Clone() since { return *s }

// Append writes the moment.
func (s *since) Append(dst []byte) []byte { return binary.AppendVarint(dst, int64(*s)) }

// Read reads what Append wrote.
func (s *since) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	*s = since(r.Varint())
	return r.Rest()
}

type sinceTable = sketch.Table[since, *since]

// first returns when a key was first seen, now where it is new, and notes its use.
func first(t *sinceTable, key uint64, at int64) (when int64, fresh bool) {
	v, fresh := t.Use(key, at)
	if fresh {
		*v = since(at)
	}
	return int64(*v), fresh
}

// called is the name of an app.
type called string

// Clone copies the name.
func (c *called) Clone() called { return *c }

// Append writes the name.
func (c *called) Append(dst []byte) []byte { return sketch.AppendText(dst, string(*c)) }

// Read reads what Append wrote.
func (c *called) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	*c = called(r.Text())
	return r.Rest()
}

// Extra is the memory behind the name.
func (c *called) Extra() int { return len(*c) }

// has reports whether a set surely has a value.
func has(s *sketch.Set, key uint64) bool {
	found, _ := s.Has(key)
	return found
}

// amount is how much was seen of something.
type amount struct {
	first, last int64
	flows       uint64
	up, down    float64
	told        int64 // realert window in which it was told
	addr        record.Addr
	weak        bool // it counts towards incidents only
}

// Clone copies the amount.
func (a *amount) Clone() amount { return *a }

// Append writes the amount.
func (a *amount) Append(dst []byte) []byte {
	dst = binary.AppendVarint(binary.AppendVarint(dst, a.first), a.last)
	dst = binary.AppendUvarint(dst, a.flows)
	dst = appendFloat(appendFloat(dst, a.up), a.down)
	dst = append(binary.AppendVarint(dst, a.told), a.addr[:]...)
	if a.weak {
		return append(dst, 1)
	}
	return append(dst, 0)
}

// Read reads what Append wrote.
func (a *amount) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	a.first, a.last, a.flows = r.Varint(), r.Varint(), r.Uvarint()
	a.up, a.down = readFloat(&r), readFloat(&r)
	a.told = r.Varint()
	readAddr(&r, &a.addr)
	a.weak = r.Uint8() != 0
	return r.Rest()
}

func readAddr(r *sketch.Reader, a *record.Addr) {
	if b := r.Bytes(len(a)); b != nil {
		copy(a[:], b)
	}
}

// Amounts are sums of whole numbers well below 2^53, so they are written as such.
func appendFloat(dst []byte, v float64) []byte { return binary.AppendUvarint(dst, uint64(v)) }
func readFloat(r *sketch.Reader) float64       { return float64(r.Uvarint()) }

// arrival is a new edge into a host.
type arrival struct {
	at    int64
	root  record.Addr // where the path began
	from  record.Addr
	host  uint64 // of from
	port  uint16
	score uint8
}

// host is what lateral movement wants to know of a host.
type host struct {
	first    int64
	odd      int64  // last time of a weak sign
	oddWhy   string // which
	arrivals []arrival
	fanHour  int64
	fan      sketch.Set // hosts that it reached for on administration ports in that hour
	admin    sketch.Set // hosts that it administers
}

const maxArrivals = 8

// Clone copies the host.
func (h *host) Clone() host {
	c := *h
	c.arrivals, c.fan, c.admin = slices.Clone(h.arrivals), h.fan.Clone(), h.admin.Clone()
	return c
}

// Extra is the memory behind the host.
func (h *host) Extra() int {
	return 64*cap(h.arrivals) + h.fan.Extra() + h.admin.Extra() + len(h.oddWhy)
}

// Append writes the host.
func (h *host) Append(dst []byte) []byte {
	for _, v := range []int64{h.first, h.odd, h.fanHour} {
		dst = binary.AppendVarint(dst, v)
	}
	dst = sketch.AppendText(dst, h.oddWhy)
	dst = append(dst, uint8(len(h.arrivals)))
	for _, a := range h.arrivals {
		dst = binary.AppendVarint(dst, a.at)
		dst = binary.LittleEndian.AppendUint64(append(append(dst, a.root[:]...), a.from[:]...), a.host)
		dst = append(binary.LittleEndian.AppendUint16(dst, a.port), a.score)
	}
	return h.admin.Append(h.fan.Append(dst))
}

// Read reads what Append wrote.
func (h *host) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	h.first, h.odd, h.fanHour = r.Varint(), r.Varint(), r.Varint()
	h.oddWhy = r.Text()
	n := r.Uint8()
	if n > maxArrivals {
		return nil, sketch.ErrBytes
	}
	h.arrivals = make([]arrival, n)
	for i := range h.arrivals {
		a := &h.arrivals[i]
		a.at = r.Varint()
		readAddr(&r, &a.root)
		readAddr(&r, &a.from)
		a.host, a.port, a.score = r.Uint64(), r.Uint16(), r.Uint8()
	}
	h.fan.Take(&r)
	h.admin.Take(&r)
	return r.Rest()
}

// route is a host administering another.
type route struct {
	first, last int64
	ports       []uint16
	flows       uint64
	score       uint8
	window      int64
	why         string
	touches     []record.Addr // on the path, its beginning first
	from, to    record.Addr   // the two, as they first met
}

const maxPorts = 16

// Clone copies the route.
func (p *route) Clone() route {
	c := *p
	c.ports, c.touches = slices.Clone(p.ports), slices.Clone(p.touches)
	return c
}

// Extra is the memory behind the route.
func (p *route) Extra() int { return 2*cap(p.ports) + 16*cap(p.touches) + len(p.why) }

// Append writes the route.
func (p *route) Append(dst []byte) []byte {
	dst = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(dst, p.first), p.last), p.window)
	dst = binary.AppendUvarint(dst, p.flows)
	dst = sketch.AppendText(append(dst, p.score, uint8(len(p.ports)), uint8(len(p.touches))), p.why)
	for _, port := range p.ports {
		dst = binary.LittleEndian.AppendUint16(dst, port)
	}
	for _, a := range p.touches {
		dst = append(dst, a[:]...)
	}
	return append(append(dst, p.from[:]...), p.to[:]...)
}

// Read reads what Append wrote.
func (p *route) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	p.first, p.last, p.window, p.flows = r.Varint(), r.Varint(), r.Varint(), r.Uvarint()
	p.score = r.Uint8()
	ports, touches := int(r.Uint8()), int(r.Uint8())
	p.why = r.Text()
	if ports > maxPorts || touches > maxPorts {
		return nil, sketch.ErrBytes
	}
	p.ports, p.touches = make([]uint16, ports), make([]record.Addr, touches)
	for i := range p.ports {
		p.ports[i] = r.Uint16()
	}
	for i := range p.touches {
		readAddr(&r, &p.touches[i])
	}
	readAddr(&r, &p.from)
	readAddr(&r, &p.to)
	return r.Rest()
}
