package contact

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// login is what is remembered of the connections of a source with a service where one
// logs in, at one server or at all of them.
type login struct {
	First, Last int64 // attempts
	N           uint32
	Large       uint32     // connections that were no attempts: sessions
	Shapes      [16]uint16 // attempts by their packets
	Packets     uint32     // most of any attempt
	Longest     int64      // attempt
	Size        spread     // bytes of attempts
	Gap         spread     // seconds between their starts
	Started     int64      // the last of them
	Open        []link     // connections that go on
	Servers     sketch.Set // of a source over all servers
	Told        telling
	Who         *who
}

// link is a connection: what its client sent so far.
type link struct {
	Port       uint16 // of the client
	Records    uint8
	Start, End int64
	Packets    uint32
	Bytes      uint64
	Told       bool // that it is no attempt
}

// maxOpen bounds how many connections of a source with a server are known at once.
const maxOpen = 32

// spread is the mean of numbers and how far they lie apart (Welford 1962).
type spread struct {
	N    uint32
	Mean float32
	M2   float32
}

func (s *spread) add(v float32) {
	s.N++
	d := v - s.Mean
	s.Mean += d / float32(s.N)
	s.M2 += d * (v - s.Mean)
}

// even reports whether the numbers lie close together: their deviation is at most a
// share of their mean.
func (s *spread) even(share float64) bool {
	return s.N >= 5 && math.Sqrt(float64(s.M2)/float64(s.N)) <= share*float64(s.Mean)
}

// shapeTops are the most packets of each shape but the last.
var shapeTops = [15]uint32{4, 6, 8, 10, 12, 14, 16, 19, 22, 26, 31, 38, 48, 60, 100}

func shapeOf(packets uint32) int {
	i, _ := slices.BinarySearch(shapeTops[:], packets)
	return i
}

// attempt counts an attempt.
func (l *login) attempt(c *link) {
	if l.N == 0 {
		l.First = c.Start
	} else if c.Start >= l.Started {
		l.Gap.add(float32(float64(c.Start-l.Started) / float64(second)))
	}
	l.N++
	l.Started, l.Last = max(l.Started, c.Start), max(l.Last, c.Start)
	l.First = min(l.First, c.Start)
	if s := &l.Shapes[shapeOf(c.Packets)]; *s < math.MaxUint16 {
		*s++
	}
	l.Packets = max(l.Packets, c.Packets)
	l.Longest = max(l.Longest, c.End-c.Start)
	l.Size.add(float32(c.Bytes))
}

// alike reports whether the attempts are one like the other: seven of ten have the
// most frequent number of packets, or one beside it.
func (l *login) alike() bool {
	total, best := 0, 0
	for i, n := range l.Shapes {
		total += int(n)
		side := 0
		if i > 0 {
			side = int(l.Shapes[i-1])
		}
		if i+1 < len(l.Shapes) {
			side = max(side, int(l.Shapes[i+1]))
		}
		best = max(best, int(n)+side)
	}
	return 10*best >= 7*total
}

// shape returns the most frequent number of packets of attempts, from and to.
func (l *login) shape() (from, to uint32) {
	best := 0
	for i, n := range l.Shapes {
		if n > l.Shapes[best] {
			best = i
		}
	}
	from = 1
	if best > 0 {
		from = shapeTops[best-1] + 1
	}
	if best == len(shapeTops) {
		return from, l.Packets
	}
	return from, shapeTops[best]
}

// Clone, Append and Read are those of [sketch.Value].
func (l *login) Clone() login {
	c := *l
	c.Open = slices.Clone(l.Open)
	c.Servers = l.Servers.Clone()
	if l.Who != nil {
		w := *l.Who
		c.Who = &w
	}
	return c
}

// Extra is the memory that the login points to.
func (l *login) Extra() int {
	n := 40*cap(l.Open) + l.Servers.Extra()
	if l.Who != nil {
		n += whoSize
	}
	return n
}

// Append writes the login.
func (l *login) Append(dst []byte) []byte {
	for _, at := range [...]int64{l.First, l.Last, l.Longest, l.Started} {
		dst = binary.AppendVarint(dst, at)
	}
	for _, n := range [...]uint32{l.N, l.Large, l.Packets} {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	for _, n := range l.Shapes {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	for _, s := range [...]spread{l.Size, l.Gap} {
		dst = appendFloat(appendFloat(binary.AppendUvarint(dst, uint64(s.N)), s.Mean), s.M2)
	}
	dst = append(dst, uint8(len(l.Open)))
	for _, c := range l.Open {
		dst = append(binary.LittleEndian.AppendUint16(dst, c.Port), c.Records, bit(c.Told))
		dst = binary.AppendVarint(binary.AppendVarint(dst, c.Start), c.End)
		dst = binary.AppendUvarint(binary.AppendUvarint(dst, uint64(c.Packets)), c.Bytes)
	}
	dst = l.Told.append(l.Servers.Append(dst))
	dst = append(dst, bit(l.Who != nil))
	if l.Who != nil {
		dst = l.Who.append(dst)
	}
	return dst
}

// Read reads a login.
func (l *login) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	l.First, l.Last, l.Longest, l.Started = r.Varint(), r.Varint(), r.Varint(), r.Varint()
	l.N, l.Large, l.Packets = uint32(r.Uvarint()), uint32(r.Uvarint()), uint32(r.Uvarint())
	for i := range l.Shapes {
		l.Shapes[i] = uint16(r.Uvarint())
	}
	for _, s := range [...]*spread{&l.Size, &l.Gap} {
		s.N, s.Mean, s.M2 = uint32(r.Uvarint()), readFloat(&r), readFloat(&r)
	}
	n := int(r.Uint8())
	if n > maxOpen {
		return nil, sketch.ErrBytes
	}
	if n > 0 {
		l.Open = make([]link, n)
	}
	for i := range l.Open {
		c := &l.Open[i]
		c.Port, c.Records, c.Told = r.Uint16(), r.Uint8(), r.Uint8() != 0
		c.Start, c.End = r.Varint(), r.Varint()
		c.Packets, c.Bytes = uint32(r.Uvarint()), r.Uvarint()
	}
	l.Servers.Take(&r)
	l.Told.read(&r)
	if r.Uint8() != 0 {
		l.Who = &who{}
		l.Who.read(&r)
	}
	return r.Rest()
}

// parties are the two ends of a connection and the service.
type parties struct {
	way                    way
	client, server         uint64
	src, dst               record.Addr
	srcNetwork, dstNetwork string
	port                   uint16
	protocol               uint8
}
