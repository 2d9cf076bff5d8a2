package contact

import (
	"encoding/binary"
	"slices"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// target is a host and a port of it: 48 bits of the host's key, and the port.
type target uint64

func targetOf(host uint64, port uint16) target { return target(host<<16 | uint64(port)) }

func (t target) host() uint64 { return uint64(t) >> 16 }
func (t target) port() uint16 { return uint16(t) }

// hash spreads a target over the bits that a set uses.
func (t target) hash() uint64 { return sketch.Hash64(uint64(t)) }

// source is what is remembered of a client: whom it called and how that ended.
type source struct {
	First, Last int64    // contacts that failed, event time
	Failed      []target // distinct, in the order they were tried; the first maxTargets of them
	Wide        *wide    // all of them, once there are more
	Answered    sketch.Set
	Tries       uint32 // contacts that failed, the same target again included
	Clear       uint32 // distinct targets that failed beyond doubt
	Walk        uint8  // of the sequential test: failures less successes, never below 0
	Crossed     bool   // the walk once passed the threshold
	Answers     bool   // some contact failed otherwise than by REJECT
	Who         *who   // set once something was said of the source
	Told        [2]telling
	Burst       uint16 // targets that failed since BurstFrom
	BurstFrom   int64
}

// wide counts the targets of a source that has very many.
type wide struct {
	Targets, Hosts, Ports sketch.Set
}

// telling is what was last said of a source, in one realert interval.
type telling struct {
	Window int64
	Found  int64
	Count  uint32 // targets then
	From   uint32 // targets when it was last seen in the interval
}

// tell notes what is said now. What is said again in one interval was found when it
// was said first.
func (t *telling) tell(window, now int64, count uint32) {
	if t.Window != window {
		t.Window, t.Found = window, now
	}
	t.Count, t.From = count, count
}

func (t telling) append(dst []byte) []byte {
	dst = binary.AppendVarint(binary.AppendVarint(dst, t.Window), t.Found)
	return binary.AppendUvarint(binary.AppendUvarint(dst, uint64(t.Count)), uint64(t.From))
}

func (t *telling) read(r *sketch.Reader) {
	t.Window, t.Found, t.Count, t.From = r.Varint(), r.Varint(), uint32(r.Uvarint()), uint32(r.Uvarint())
}

// who is the source by name, with the last contact of it that failed.
type who struct {
	Src, Dst               record.Addr
	SrcNetwork, DstNetwork string
	Port                   uint16
	Protocol               uint8
	Tries                  uint32 // when something was last said of it
	Salt                   uint64 // of its tracker
	Way                    way
	Client, Server         uint64 // keys
}

const whoSize = 128

func (w *who) append(dst []byte) []byte {
	dst = append(append(dst, w.Src[:]...), w.Dst[:]...)
	dst = sketch.AppendText(sketch.AppendText(dst, w.SrcNetwork), w.DstNetwork)
	dst = append(binary.LittleEndian.AppendUint16(dst, w.Port), w.Protocol)
	dst = binary.AppendUvarint(append(dst, uint8(w.Way)), uint64(w.Tries))
	for _, k := range [...]uint64{w.Salt, w.Client, w.Server} {
		dst = binary.LittleEndian.AppendUint64(dst, k)
	}
	return dst
}

func (w *who) read(r *sketch.Reader) {
	copy(w.Src[:], r.Bytes(16))
	copy(w.Dst[:], r.Bytes(16))
	w.SrcNetwork, w.DstNetwork = r.Text(), r.Text()
	w.Port, w.Protocol = r.Uint16(), r.Uint8()
	w.Way, w.Tries = way(min(r.Uint8(), uint8(numWays-1))), uint32(r.Uvarint())
	w.Salt, w.Client, w.Server = r.Uint64(), r.Uint64(), r.Uint64()
}

// maxTargets is how many targets of a source are known one by one.
const maxTargets = 64

// walkTop bounds how far a walk goes up, so that a source which behaves again is
// forgiven in as many contacts.
const walkTop = 100

// knows reports whether a target is known for sure.
func (s *source) knows(t target) bool {
	if slices.Contains(s.Failed, t) {
		return true
	}
	has, _ := s.Answered.Has(t.hash())
	return has
}

// failed returns how many distinct targets failed.
func (s *source) failed() int {
	if s.Wide != nil {
		return s.Wide.Targets.Len()
	}
	return len(s.Failed)
}

// tried returns how many distinct targets were tried.
func (s *source) tried() int { return s.failed() + s.Answered.Len() }

// fail notes a target that failed and reports whether it was new.
func (s *source) fail(t target) bool {
	if slices.Contains(s.Failed, t) {
		return false
	}
	if has, _ := s.Answered.Has(t.hash()); has {
		return false // it answered once: a service that is down
	}
	if len(s.Failed) < maxTargets {
		s.Failed = append(s.Failed, t)
		return true
	}
	if s.Wide == nil {
		s.Wide = &wide{}
		for _, old := range s.Failed {
			s.Wide.add(old)
		}
	}
	return s.Wide.add(t)
}

func (w *wide) add(t target) bool {
	w.Hosts.Add(target(t.host()).hash())
	w.Ports.Add(target(t.port()).hash())
	return w.Targets.Add(t.hash())
}

// shape is how the failed targets of a source lie.
type shape struct {
	hosts, ports int    // distinct
	perHost      int    // ports tried at the host with most of them, of the targets known one by one
	perPort      int    // hosts tried at the port with most of them
	port         uint16 // that port
}

// spread returns how the failed targets lie.
func (s *source) spread() shape {
	var sh shape
	list := s.Failed
	for i, t := range list {
		perHost, perPort, firstHost, firstPort := 0, 0, true, true
		for j, o := range list {
			if o.host() == t.host() {
				perHost++
				firstHost = firstHost && j >= i
			}
			if o.port() == t.port() {
				perPort++
				firstPort = firstPort && j >= i
			}
		}
		if firstHost {
			sh.hosts++
		}
		if firstPort {
			sh.ports++
		}
		sh.perHost = max(sh.perHost, perHost)
		if perPort > sh.perPort {
			sh.perPort, sh.port = perPort, t.port()
		}
	}
	if s.Wide != nil {
		sh.hosts, sh.ports = s.Wide.Hosts.Len(), s.Wide.Ports.Len()
	}
	return sh
}

// Clone, Append and Read are those of [sketch.Value].
func (s *source) Clone() source {
	c := *s
	c.Failed = slices.Clone(s.Failed)
	c.Answered = s.Answered.Clone()
	if s.Who != nil {
		w := *s.Who
		c.Who = &w
	}
	if s.Wide != nil {
		c.Wide = &wide{s.Wide.Targets.Clone(), s.Wide.Hosts.Clone(), s.Wide.Ports.Clone()}
	}
	return c
}

// Extra is the memory that the source points to.
func (s *source) Extra() int {
	n := 8*cap(s.Failed) + s.Answered.Extra()
	if s.Who != nil {
		n += whoSize
	}
	if s.Wide != nil {
		n += 144 + s.Wide.Targets.Extra() + s.Wide.Hosts.Extra() + s.Wide.Ports.Extra()
	}
	return n
}

// Append writes the source.
func (s *source) Append(dst []byte) []byte {
	dst = binary.AppendVarint(dst, s.First)
	dst = binary.AppendVarint(dst, s.Last-s.First)
	dst = binary.AppendUvarint(dst, uint64(s.Tries))
	dst = binary.AppendUvarint(dst, uint64(s.Clear))
	dst = append(dst, s.Walk, bit(s.Crossed)|bit(s.Wide != nil)<<1|bit(s.Answers)<<2|bit(s.Who != nil)<<3)
	dst = binary.AppendUvarint(dst, uint64(s.Burst))
	dst = binary.AppendVarint(dst, s.BurstFrom)
	for _, t := range s.Told {
		dst = t.append(dst)
	}
	dst = append(dst, uint8(len(s.Failed)))
	for _, t := range s.Failed {
		dst = binary.LittleEndian.AppendUint64(dst, uint64(t))
	}
	dst = s.Answered.Append(dst)
	if s.Wide != nil {
		dst = s.Wide.Ports.Append(s.Wide.Hosts.Append(s.Wide.Targets.Append(dst)))
	}
	if s.Who != nil {
		dst = s.Who.append(dst)
	}
	return dst
}

// Read reads a source.
func (s *source) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	s.First = r.Varint()
	s.Last = s.First + r.Varint()
	s.Tries, s.Clear = uint32(r.Uvarint()), uint32(r.Uvarint())
	s.Walk = r.Uint8()
	bits := r.Uint8()
	s.Crossed, s.Answers = bits&1 != 0, bits&4 != 0
	s.Burst, s.BurstFrom = uint16(r.Uvarint()), r.Varint()
	for i := range s.Told {
		s.Told[i].read(&r)
	}
	n := int(r.Uint8())
	if n > maxTargets || bits > 15 {
		return nil, sketch.ErrBytes
	}
	if n > 0 {
		s.Failed = make([]target, n)
	}
	for i := range s.Failed {
		s.Failed[i] = target(r.Uint64())
	}
	s.Answered.Take(&r)
	if bits&2 != 0 {
		s.Wide = &wide{}
		s.Wide.Targets.Take(&r)
		s.Wide.Hosts.Take(&r)
		s.Wide.Ports.Take(&r)
	}
	if bits&8 != 0 {
		s.Who = &who{}
		s.Who.read(&r)
	}
	return r.Rest()
}

func bit(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}
