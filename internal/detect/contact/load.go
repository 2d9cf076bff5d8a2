package contact

import (
	"encoding/binary"
	"math"

	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// load is what comes to a host or a subnet from the internet, or goes from a host to
// it, by the minute.
type load struct {
	Minute int64     // start of the one that is counted
	Now    [3]uint64 // in it, by kind
	Back   uint64    // flows of it that the other end answered, or refused over TCP
	BackP  uint64    // packets of them
	Weight uint64    // flows, and packets of other protocols than TCP by the thousand
	Peer   majority  // by key: whom the weight goes to
	Port   majority

	Usual   [3]usual // by kind
	Minutes uint32   // learned
	Sum     float32  // CUSUM of small flows
	Held    uint8    // minutes that did not train because of it
	Flood   *flood   // while there is one, or nearly
}

// The kinds of what is counted.
const (
	small  = iota // flows of at most three packets without payload
	flows         // new flows
	naked         // packets of other protocols than TCP
	nKinds = 3
)

// usual is what a minute usually has, as logarithms: log(1+n).
type usual struct {
	Mean, Var float32
	Peak      float32 // the highest minute, forgotten over days
}

// flood is what is known of a flood, or of what may become one.
type flood struct {
	Start, Last int64
	Total       [3]uint64
	Bytes       uint64
	Sources     sketch.Set
	Top         []heavy // sources, or for a flood out the targets
	Told        telling
	Minute      int64 // the last that was one of a flood; 0: none yet

	// What the last telling rests on.
	Kind     uint8
	Usual    float64
	Rate     uint64 // in the minute
	Port     uint16 // 0: many
	Protocol uint8
	Own      record.Addr
	Network  string
	Subnet   string // "": a host
	Rule     uint64 // salt of the rule
	Out      bool
}

// heavy is an address and how many flows it had.
type heavy struct {
	Addr    record.Addr
	N       uint64 // flows
	Packets uint64
}

// majority finds the key that more than half have (Boyer and Moore 1981).
type majority struct {
	Key   uint64
	Votes uint64
}

func (m *majority) add(key, weight uint64) {
	switch {
	case m.Key == key || m.Votes == 0:
		*m = majority{key, m.Votes + weight}
	case m.Votes >= weight:
		m.Votes -= weight
	default:
		*m = majority{key, weight - m.Votes}
	}
}

// most reports whether three quarters have the key.
func (m *majority) most(of uint64) bool { return 2*m.Votes >= of }

// maxTop is how many addresses a flood lists.
const maxTop = 16

// add counts a flow of an address. When the list is full the smallest gives way and
// its count stays (space-saving, Metwally et al. 2005).
func (f *flood) add(addr record.Addr, packets uint64) {
	least := 0
	for i := range f.Top {
		if f.Top[i].Addr == addr {
			f.Top[i].N++
			f.Top[i].Packets += packets
			return
		}
		if f.Top[i].N < f.Top[least].N {
			least = i
		}
	}
	if len(f.Top) < maxTop {
		f.Top = append(f.Top, heavy{addr, 1, packets})
		return
	}
	f.Top[least] = heavy{addr, f.Top[least].N + 1, f.Top[least].Packets + packets}
}

// Learning: how fast usual values follow, in minutes, and how long a peak is kept.
const (
	learnMinutes = 360
	holdMinutes  = 60
	peakDays     = 3
)

// roll ends the minute of a load and begins another. A minute of a flood does not
// train.
func (l *load) roll(to int64) {
	gap := (to - l.Minute) / minute
	if l.Minute != 0 && gap > 0 && !l.flooded() {
		l.learn()
		if gap > 1 { // minutes without anything
			known := float64(min(l.Minutes, learnMinutes))
			keep := float32(min(math.Exp(-float64(gap-1)/learnMinutes), known/(known+float64(gap-1))))
			forget := float32(math.Exp(-float64(gap-1) / (peakDays * 1440)))
			for k := range l.Usual {
				l.Usual[k].Mean *= keep
				l.Usual[k].Var *= keep
				l.Usual[k].Peak *= forget
			}
			l.Sum = 0
			l.Minutes += uint32(min(gap-1, 1<<20))
		}
	}
	if f := l.Flood; f != nil && (to-f.Last > calm || f.Minute == 0 && to-f.Last >= minute) {
		l.Flood = nil
	}
	*l = load{Minute: to, Usual: l.Usual, Minutes: l.Minutes, Sum: l.Sum, Held: l.Held, Flood: l.Flood}
}

// calm is after how long without it a flood is over.
const calm = 10 * minute

func (l *load) flooded() bool { return l.Flood != nil && l.Flood.Minute == l.Minute }

func (l *load) learn() {
	l.Minutes++
	// The sum goes up by what is more than a threefold rise over the usual. What is
	// suspicious does not become usual before an hour.
	u := &l.Usual[small]
	l.Sum = max(0, l.Sum+float32(math.Log1p(float64(l.Now[small])))-u.Mean-max(1.1, 2*u.deviation()))
	if l.Sum >= sumFires/2 {
		if l.Held++; l.Held < holdMinutes {
			return
		}
		l.Sum = 0
	}
	l.Held = 0
	w := 1 / float32(min(l.Minutes, learnMinutes))
	for k := range l.Usual {
		u := &l.Usual[k]
		x := float32(math.Log1p(float64(l.Now[k])))
		d := x - u.Mean
		u.Mean += w * d
		u.Var += w * (d*(x-u.Mean) - u.Var)
		u.Peak = max(u.Peak*(1-1.0/(peakDays*1440)), x)
	}
}

func (u *usual) deviation() float32 { return float32(math.Sqrt(float64(max(u.Var, 0)))) }

// most returns how many a minute has at most where nothing is wrong: so many times the
// usual, well above the spread, and above the highest of the last days.
func (u *usual) most(times float64) float64 {
	mean, sd, peak := float64(u.Mean), float64(u.deviation()), float64(u.Peak)
	return max(times*math.Expm1(mean), math.Expm1(mean+4*sd), 1.5*math.Expm1(peak))
}

// Clone, Append and Read are those of [sketch.Value].
func (l *load) Clone() load {
	c := *l
	if l.Flood != nil {
		f := *l.Flood
		f.Sources = l.Flood.Sources.Clone()
		f.Top = append([]heavy(nil), l.Flood.Top...)
		c.Flood = &f
	}
	return c
}

// Extra is the memory that the load points to.
func (l *load) Extra() int {
	if l.Flood == nil {
		return 0
	}
	return 300 + l.Flood.Sources.Extra() + 32*cap(l.Flood.Top)
}

// Append writes the load.
func (l *load) Append(dst []byte) []byte {
	dst = binary.AppendVarint(dst, l.Minute)
	for _, n := range [...]uint64{l.Now[0], l.Now[1], l.Now[2], l.Back, l.BackP, uint64(l.Minutes), l.Peer.Key, l.Peer.Votes, l.Port.Key, l.Port.Votes, l.Weight} {
		dst = binary.AppendUvarint(dst, n)
	}
	for _, u := range l.Usual {
		for _, v := range [...]float32{u.Mean, u.Var, u.Peak} {
			dst = appendFloat(dst, v)
		}
	}
	dst = append(appendFloat(dst, l.Sum), l.Held, bit(l.Flood != nil))
	if f := l.Flood; f != nil {
		dst = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(dst, f.Start), f.Last), f.Minute)
		for _, n := range [...]uint64{f.Total[0], f.Total[1], f.Total[2], f.Bytes} {
			dst = binary.AppendUvarint(dst, n)
		}
		dst = f.Told.append(f.Sources.Append(dst))
		dst = append(dst, f.Kind, f.Protocol, bit(f.Out))
		dst = binary.LittleEndian.AppendUint16(dst, f.Port)
		dst = binary.LittleEndian.AppendUint64(dst, math.Float64bits(f.Usual))
		dst = binary.LittleEndian.AppendUint64(binary.AppendUvarint(dst, f.Rate), f.Rule)
		dst = sketch.AppendText(sketch.AppendText(append(dst, f.Own[:]...), f.Network), f.Subnet)
		dst = append(dst, uint8(len(f.Top)))
		for _, h := range f.Top {
			dst = binary.AppendUvarint(binary.AppendUvarint(append(dst, h.Addr[:]...), h.N), h.Packets)
		}
	}
	return dst
}

// Read reads a load.
func (l *load) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	l.Minute = r.Varint()
	for k := range l.Now {
		l.Now[k] = r.Uvarint()
	}
	l.Back, l.BackP, l.Minutes = r.Uvarint(), r.Uvarint(), uint32(r.Uvarint())
	l.Peer = majority{r.Uvarint(), r.Uvarint()}
	l.Port = majority{r.Uvarint(), r.Uvarint()}
	l.Weight = r.Uvarint()
	for k := range l.Usual {
		l.Usual[k] = usual{readFloat(&r), readFloat(&r), readFloat(&r)}
	}
	l.Sum, l.Held = readFloat(&r), r.Uint8()
	if r.Uint8() != 0 {
		f := &flood{Start: r.Varint(), Last: r.Varint(), Minute: r.Varint()}
		for k := range f.Total {
			f.Total[k] = r.Uvarint()
		}
		f.Bytes = r.Uvarint()
		f.Sources.Take(&r)
		f.Told.read(&r)
		f.Kind, f.Protocol, f.Out = min(r.Uint8(), nKinds-1), r.Uint8(), r.Uint8() != 0
		f.Port, f.Usual = r.Uint16(), math.Float64frombits(r.Uint64())
		f.Rate, f.Rule = r.Uvarint(), r.Uint64()
		copy(f.Own[:], r.Bytes(16))
		f.Network, f.Subnet = r.Text(), r.Text()
		n := int(r.Uint8())
		if n > maxTop {
			return nil, sketch.ErrBytes
		}
		f.Top = make([]heavy, n)
		for i := range f.Top {
			copy(f.Top[i].Addr[:], r.Bytes(16))
			f.Top[i].N, f.Top[i].Packets = r.Uvarint(), r.Uvarint()
		}
		l.Flood = f
	}
	return r.Rest()
}

func appendFloat(dst []byte, v float32) []byte {
	return binary.LittleEndian.AppendUint32(dst, math.Float32bits(v))
}

func readFloat(r *sketch.Reader) float32 { return math.Float32frombits(r.Uint32()) }
