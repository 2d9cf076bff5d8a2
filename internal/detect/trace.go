package detect

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"time"
	"unique"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// Trace is what is kept of the rows behind a finding that grows: it tells of them
// when none is at hand any more.
type Trace struct {
	First, Last int64  // starts of records
	Count       uint64 // flows
	Rows, Given uint64 // records, and how many when it was last told
	Bytes       uint64
	Packets     uint64

	Src, Dst record.Addr
	Port     uint16 // the server's; the destination's where it is not known who serves
	Protocol uint8

	queued bool // for [Growing]
	names  names
	Sums   []uint64 // for the sentence
}

// maxTouches bounds the other ends that a finding names.
const maxTouches = 8

// Telling is the sentence of a rule and the values of rows that it wants.
type Telling struct {
	why    Sentence
	about  Subject
	fields []Field
	sums   []Field
	values map[string]int // name in the sentence -> index in fields, or sums
}

// kept are the names that a trace has values for without looking into fields.
var kept = map[string]bool{
	"entity": true, "count": true, "records": true, "bytes": true, "packets": true, "first": true, "last": true,
	"srcaddr": true, "dstaddr": true, "dstport": true, "protocol": true, "service": true,
}

// NewTelling returns how findings about something are told. A sentence that is not
// understood, which the loader of rules refuses, is replaced by the other.
func NewTelling(about Subject, why, otherwise string) *Telling {
	t := &Telling{about: about, values: map[string]int{}}
	if why == "" {
		why = otherwise
	}
	var err error
	if t.why, err = ParseSentence(why); err != nil {
		t.why, _ = ParseSentence(otherwise)
	}
	for _, name := range t.why.Names() {
		t.want(name)
	}
	return t
}

func (t *Telling) want(name string) {
	if _, known := t.values[name]; known || kept[name] {
		return
	}
	inner, isSum := strings.CutPrefix(name, "sum(")
	inner, closed := strings.CutSuffix(inner, ")")
	f, err := FieldOf(inner)
	switch {
	case err != nil || isSum != closed: // the mechanism's own name
	case isSum:
		t.values[name] = len(t.sums)
		t.sums = append(t.sums, f)
	default:
		t.values[name] = len(t.fields)
		t.fields = append(t.fields, f)
	}
}

// Begin starts the trace of the entity of a row. The row is not counted yet.
func (t *Telling) Begin(b *Block, i int) Trace {
	at := b.Start[i]
	v := Trace{First: at, Last: at}
	if len(t.sums) > 0 {
		v.Sums = make([]uint64, len(t.sums))
	}
	v.Show(b, i)
	texts := make([]string, len(t.fields))
	for n, f := range t.fields {
		texts[n] = f.Text(b, i)
	}
	v.names = packNames(t.about.Entity(b, i), t.about.Condition(b, i), texts)
	for _, e := range t.about.Touches(b, i) {
		v.names.touch(e)
	}
	return v
}

// Add counts a row. Volumes are those of rows that are counted.
func (t *Telling) Add(v *Trace, b *Block, i int, counted bool) {
	v.First, v.Last = min(v.First, b.Start[i]), max(v.Last, b.Start[i])
	v.Rows++
	if counted {
		v.Count++
		v.Bytes += b.Bytes[i]
		v.Packets += b.Packets[i]
		for n, f := range t.sums {
			x, _ := f.Number(b, i)
			v.Sums[n] += x
		}
	}
	if v.names.touches < maxTouches && v.Rows > 1 && v.Rows < 1<<12 {
		for _, e := range t.about.Touches(b, i) {
			v.names.touch(e)
		}
	}
}

// Why fills the sentence; own has the values of names that only the mechanism knows.
func (t *Telling) Why(v *Trace, own func(name string) (string, bool)) string {
	return t.why.Fill(func(name string) string {
		if text, ok := own(name); ok {
			return text
		}
		if text, ok := v.text(name); ok {
			return text
		}
		n, ok := t.values[name]
		switch {
		case !ok:
			return "{" + name + "}"
		case !strings.HasPrefix(name, "sum("):
			return v.names.texts()[n]
		case strings.Contains(name, "bytes"):
			return SizeText(float64(v.Sums[n]))
		}
		return CountText(v.Sums[n])
	})
}

// Show takes addresses and port of a row as those of the finding. An answer shows as
// what it answers: from the client to the server.
func (v *Trace) Show(b *Block, i int) {
	v.Src, v.Dst, v.Port, v.Protocol = b.SrcAddr[i], b.DstAddr[i], b.DstPort[i], b.Protocol[i]
	if dst, ok := b.ServerIsDst(i); ok && !dst {
		v.Src, v.Dst, v.Port = v.Dst, v.Src, b.SrcPort[i]
	}
}

// Fill puts what is known into a finding.
func (v *Trace) Fill(f *finding.Finding) {
	f.FirstSeen, f.LastSeen = time.Unix(0, v.First).UTC(), time.Unix(0, v.Last).UTC()
	f.Count = v.Count
	if v.Src != (record.Addr{}) {
		f.SrcAddr, f.DstAddr = v.Src.Netip(), v.Dst.Netip()
	}
	if v.Port != 0 {
		port := v.Port
		f.DstPort = &port
	}
	f.Touches = v.Touches()
	f.Evidence = finding.Evidence{Filter: v.Condition(), Since: f.FirstSeen.Truncate(time.Second), Until: f.LastSeen.Truncate(time.Second).Add(time.Second)}
}

func (v *Trace) text(name string) (string, bool) {
	switch name {
	case "entity":
		return v.Entity().String(), true
	case "count":
		return CountText(v.Count), true
	case "records":
		return CountText(v.Rows), true
	case "bytes":
		return SizeText(float64(v.Bytes)), true
	case "packets":
		return CountText(v.Packets), true
	case "first":
		return TimeText(v.First), true
	case "last":
		return TimeText(v.Last), true
	case "srcaddr":
		return v.Src.String(), true
	case "dstaddr":
		return v.Dst.String(), true
	case "dstport":
		return fmt.Sprint(v.Port), true
	case "protocol":
		return iana.ProtocolName(v.Protocol), true
	case "service":
		if text := iana.PortName(v.Protocol, v.Port); text != "" {
			return text, true
		}
		return fmt.Sprintf("port %d", v.Port), true
	}
	return "", false
}

// Entity returns whom the trace is about.
func (v *Trace) Entity() finding.Entity { return v.names.entity() }

// Condition selects the entity, in the filter language.
func (v *Trace) Condition() string { return v.names.condition() }

// Touches returns the other ends, those seen first.
func (v *Trace) Touches() []finding.Entity { return v.names.others() }

// Clone copies the trace.
func (v *Trace) Clone() Trace {
	c := *v
	c.Sums = slices.Clone(v.Sums)
	return c
}

// Append writes the trace behind dst.
func (v *Trace) Append(dst []byte) []byte {
	dst = binary.AppendVarint(binary.AppendVarint(dst, v.First), v.Last)
	for _, n := range []uint64{v.Count, v.Rows, v.Given, v.Bytes, v.Packets} {
		dst = binary.AppendUvarint(dst, n)
	}
	dst = append(append(dst, v.Src[:]...), v.Dst[:]...)
	dst = append(binary.LittleEndian.AppendUint16(dst, v.Port), v.Protocol)
	dst = sketch.AppendText(sketch.AppendText(append(dst, v.names.touches), v.names.packed), v.names.formText())
	dst = binary.AppendUvarint(dst, uint64(len(v.Sums)))
	for _, n := range v.Sums {
		dst = binary.AppendUvarint(dst, n)
	}
	return dst
}

// Read reads what Append wrote.
func (v *Trace) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.First, v.Last = r.Varint(), r.Varint()
	for _, n := range []*uint64{&v.Count, &v.Rows, &v.Given, &v.Bytes, &v.Packets} {
		*n = r.Uvarint()
	}
	copy(v.Src[:], r.Bytes(16))
	copy(v.Dst[:], r.Bytes(16))
	v.Port, v.Protocol = r.Uint16(), r.Uint8()
	v.names = names{touches: r.Uint8(), packed: r.Text(), form: unique.Make(r.Text())}
	const many = 64 // more names than a sentence has
	sums := r.Uvarint()
	for n := uint64(0); n < sums && n < many; n++ {
		v.Sums = append(v.Sums, r.Uvarint())
	}
	rest, err := r.Rest()
	if err == nil && (sums > many || !v.names.whole()) {
		err = sketch.ErrBytes
	}
	return rest, err
}

// Extra is the memory of what the trace points to.
func (v *Trace) Extra() int { return len(v.names.packed) + 8*cap(v.Sums) }

// Growing remembers which keys grew since they were last told, in order of rows.
type Growing struct{ keys []uint64 }

// Tell reports whether a trace is to be told at this row: when it must be now, and
// when its number of rows passes a power of two. Else its key is remembered.
func (g *Growing) Tell(v *Trace, key uint64, now bool) bool {
	if now || bits.Len64(v.Rows) > bits.Len64(v.Given) {
		v.Given = v.Rows
		return true
	}
	if !v.queued {
		v.queued = true
		g.keys = append(g.keys, key)
	}
	return false
}

// Take returns the keys and forgets them. It may name such as were taken back.
func (g *Growing) Take() []uint64 {
	keys := g.keys
	g.keys = g.keys[:0]
	return keys
}

// Settle ends what a key was remembered for and reports whether the trace has grown
// since it was last told.
func (v *Trace) Settle(rows uint64) bool {
	v.queued = false
	grown := v.Given < rows
	v.Given = max(v.Given, rows)
	return grown
}
