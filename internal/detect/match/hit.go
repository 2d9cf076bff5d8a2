package match

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// hit is what a rule has found about an entity in a realert interval.
type hit struct {
	Rule        uint64
	First, Last int64 // starts of records
	Count       uint64
	Rows, Given uint64 // records, and how many when it was last told
	Bytes       uint64
	Packets     uint64
	Severity    finding.Severity
	Noise       bool // all of it is internet noise against hosts that it can reach

	Src, Dst  record.Addr
	Port      uint16 // the server's; the destination's where it is not known who serves
	Protocol  uint8
	Entity    finding.Entity
	Touches   []finding.Entity
	Condition string // selects the entity

	Texts []string      // of the first record, for the sentence
	Sums  []uint64      // for the sentence
	Entry string        // what the list says of the first
	Peers []record.Addr // what was looked up, where the entity does not tell; at most maxPeers
	Other uint64        // records with further peers
}

// maxPeers is how many looked-up addresses are named in evidence.
const maxPeers = 64

// maxTouches bounds the other ends that a finding names.
const maxTouches = 8

func (m *matcher) begin(v *hit, b *detect.Block, i int) {
	at := b.Start[i]
	*v = hit{
		Rule: m.id, First: at, Last: at, Noise: true, Severity: m.rule.Severity,
		Src: b.SrcAddr[i], Dst: b.DstAddr[i], Port: b.DstPort[i], Protocol: b.Protocol[i],
		Entity: m.about.Entity(b, i), Touches: m.about.Touches(b, i), Condition: m.about.Condition(b, i),
	}
	if len(m.when) > 0 {
		v.Severity = finding.Info
	}
	for _, f := range m.fields {
		v.Texts = append(v.Texts, f.Text(b, i))
	}
	v.Sums = make([]uint64, len(m.sums))
}

// add counts a row and reports whether it makes the finding worse.
func (m *matcher) add(v *hit, b *detect.Block, i, batch int, entry string, hosts *detect.Hosts) (worse bool) {
	v.First, v.Last = min(v.First, b.Start[i]), max(v.Last, b.Start[i])
	v.Rows++
	if b.Counted[i] {
		v.Count++
		v.Bytes += b.Bytes[i]
		v.Packets += b.Packets[i]
		for n, f := range m.sums {
			x, _ := f.Number(b, i)
			v.Sums[n] += x
		}
	}
	first := v.Rows == 1
	if len(m.when) > 0 {
		if s := m.severity(b, i, batch); s > v.Severity || first {
			worse, v.Severity = true, s
			if !first { // what made it worse is what is shown
				v.Src, v.Dst, v.Port, v.Protocol = b.SrcAddr[i], b.DstAddr[i], b.DstPort[i], b.Protocol[i]
			}
		}
	}
	if v.Noise && !m.noise(b, i, hosts) {
		v.Noise, worse = false, true
	}
	if first || worse {
		if dst, ok := b.ServerIsDst(i); ok && !dst {
			v.Port = b.SrcPort[i]
		}
	}
	if len(v.Touches) < maxTouches && !first {
		for _, e := range m.about.Touches(b, i) {
			if len(v.Touches) < maxTouches && !slices.Contains(v.Touches, e) {
				v.Touches = append(v.Touches, e)
			}
		}
	}
	if m.listed != nil {
		if v.Entry == "" {
			v.Entry = entry
		}
		m.peer(v, b, i)
	}
	return worse
}

// peer remembers what was looked up.
func (m *matcher) peer(v *hit, b *detect.Block, i int) {
	if m.listed.Addresses == nil || m.fixed {
		return
	}
	a, _, _ := m.of.Addr(b, i)
	switch {
	case slices.Contains(v.Peers, a):
	case len(v.Peers) < maxPeers:
		v.Peers = append(v.Peers, a)
	default:
		v.Other++
	}
}

// severity is what the context of a row gives.
func (m *matcher) severity(b *detect.Block, i, batch int) finding.Severity {
	for n := range m.when {
		w := &m.when[n]
		if w.batch != batch {
			w.rows, w.batch = w.m.Match(b.Batch), batch
		}
		if w.rows.Has(i) {
			return w.severity
		}
	}
	return m.rule.Severity
}

// noise reports whether a row is what the internet sends to a host that it can reach.
func (m *matcher) noise(b *detect.Block, i int, hosts *detect.Hosts) bool {
	return m.rule.Weir.Reachable != "page" && b.SrcScope[i] == record.ScopePublic && b.DstScope[i] == record.ScopeInternal &&
		b.Opener[i] != record.InitiatorDst && hosts.Reachable(b.DstHost[i])
}

func (m *matcher) finding(v *hit) finding.Finding {
	r := m.rule
	f := detect.Begin(r, v.Entity, v.First)
	f.Severity, f.Score = v.Severity, 20*(1+int(v.Severity))
	if r.Weir.Page == nil {
		f.Page = v.Severity >= finding.High
	}
	if v.Noise {
		f.Exposure, f.Page = true, false
		f.Score /= 2
	}
	f.LastSeen, f.Count = time.Unix(0, v.Last).UTC(), v.Count
	if v.Src != (record.Addr{}) {
		f.SrcAddr, f.DstAddr = v.Src.Netip(), v.Dst.Netip()
	}
	if v.Port != 0 {
		port := v.Port
		f.DstPort = &port
	}
	f.Touches = slices.Clone(v.Touches)
	f.Why = m.why.Fill(func(name string) string { return m.value(v, name) })
	f.Evidence = finding.Evidence{Filter: m.evidence(v), Since: f.FirstSeen.Truncate(time.Second), Until: f.LastSeen.Truncate(time.Second).Add(time.Second)}
	return f
}

// evidence selects the rows of a finding.
func (m *matcher) evidence(v *hit) string {
	parts := []string{v.Condition}
	if len(v.Peers) > 0 {
		texts := make([]string, len(v.Peers))
		for i, a := range v.Peers {
			texts[i] = detect.Quote(a.String())
		}
		list := texts[0]
		if len(texts) > 1 {
			list = "(" + strings.Join(texts, " ") + ")"
		}
		switch m.listed.Of {
		case "remote", "local":
			parts = append(parts, "addr:"+list)
		case "true_source":
			parts = append(parts, fmt.Sprintf("(pkt_srcaddr:%s OR (srcaddr:%s AND NOT pkt_srcaddr:*))", list, list))
		case "true_dest":
			parts = append(parts, fmt.Sprintf("(pkt_dstaddr:%s OR (dstaddr:%s AND NOT pkt_dstaddr:*))", list, list))
		default:
			parts = append(parts, m.listed.Of+":"+list)
		}
	}
	if m.listed != nil && m.listed.Ports != nil && v.Port != 0 {
		parts = append(parts, m.portCondition())
	}
	if m.base != "" {
		parts = append(parts, "("+m.base+")")
	}
	return strings.Join(parts, " AND ")
}

// portCondition writes the list of ports as a filter, as ranges.
func (m *matcher) portCondition() string {
	one := func(protocol uint8) string {
		var list []string
		for port := 0; port < 1<<16; port++ {
			if !m.listed.Ports.Has(protocol, uint16(port)) {
				continue
			}
			last := port
			for last+1 < 1<<16 && m.listed.Ports.Has(protocol, uint16(last+1)) {
				last++
			}
			if last == port {
				list = append(list, fmt.Sprint(port))
			} else {
				list = append(list, fmt.Sprintf("[%d TO %d]", port, last))
			}
			port = last
		}
		text := "service_port:(" + strings.Join(list, " ") + ")"
		if len(list) == 0 {
			text = "NOT *"
		}
		if m.listed.Outside {
			text = "service_port:* AND NOT " + text
		}
		return text
	}
	tcp, udp := one(iana.TCP), one(iana.UDP)
	if tcp == udp {
		return tcp
	}
	return fmt.Sprintf("((NOT protocol:17 AND %s) OR (protocol:17 AND %s))", tcp, udp)
}

// value is what stands for a name of the sentence.
func (m *matcher) value(v *hit, name string) string {
	switch name {
	case "entity":
		return v.Entity.String()
	case "title":
		return m.rule.Title
	case "count":
		return detect.CountText(v.Count)
	case "records":
		return detect.CountText(v.Rows)
	case "bytes":
		return detect.SizeText(float64(v.Bytes))
	case "packets":
		return detect.CountText(v.Packets)
	case "first":
		return detect.TimeText(v.First)
	case "last":
		return detect.TimeText(v.Last)
	case "srcaddr":
		return v.Src.String()
	case "dstaddr":
		return v.Dst.String()
	case "dstport":
		return fmt.Sprint(v.Port)
	case "protocol":
		return iana.ProtocolName(v.Protocol)
	case "service":
		if text := iana.PortName(v.Protocol, v.Port); text != "" {
			return text
		}
		return fmt.Sprintf("port %d", v.Port)
	case "list":
		if m.listed != nil {
			return m.listed.List
		}
		return ""
	case "entry":
		if v.Entry != "" {
			return " (" + v.Entry + ")"
		}
		return ""
	case "peers":
		if n := len(v.Peers); n > 1 {
			return fmt.Sprintf("%d addresses", n)
		} else if n == 1 {
			return v.Peers[0].String()
		}
		return "1 address"
	}
	n, ok := m.values[name]
	switch {
	case !ok:
		return "{" + name + "}"
	case strings.HasPrefix(name, "sum("):
		if strings.Contains(name, "bytes") {
			return detect.SizeText(float64(v.Sums[n]))
		}
		return detect.CountText(v.Sums[n])
	}
	return v.Texts[n]
}

// Clone implements [sketch.Value].
func (v *hit) Clone() hit {
	c := *v
	c.Touches, c.Texts, c.Sums, c.Peers = slices.Clone(v.Touches), slices.Clone(v.Texts), slices.Clone(v.Sums), slices.Clone(v.Peers)
	return c
}

// Append implements [sketch.Value].
func (v *hit) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, v.Rule)
	dst = binary.AppendVarint(binary.AppendVarint(dst, v.First), v.Last)
	for _, n := range []uint64{v.Count, v.Rows, v.Given, v.Bytes, v.Packets, v.Other} {
		dst = binary.AppendUvarint(dst, n)
	}
	noise := byte(0)
	if v.Noise {
		noise = 1
	}
	dst = append(dst, byte(v.Severity), noise)
	dst = append(append(dst, v.Src[:]...), v.Dst[:]...)
	dst = append(binary.LittleEndian.AppendUint16(dst, v.Port), v.Protocol)
	dst = detect.AppendEntity(dst, v.Entity)
	dst = binary.AppendUvarint(dst, uint64(len(v.Touches)))
	for _, e := range v.Touches {
		dst = detect.AppendEntity(dst, e)
	}
	dst = sketch.AppendText(sketch.AppendText(dst, v.Condition), v.Entry)
	dst = binary.AppendUvarint(dst, uint64(len(v.Texts)))
	for _, t := range v.Texts {
		dst = sketch.AppendText(dst, t)
	}
	dst = binary.AppendUvarint(dst, uint64(len(v.Sums)))
	for _, n := range v.Sums {
		dst = binary.AppendUvarint(dst, n)
	}
	dst = binary.AppendUvarint(dst, uint64(len(v.Peers)))
	for _, a := range v.Peers {
		dst = append(dst, a[:]...)
	}
	return dst
}

// Read implements [sketch.Value].
func (v *hit) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.Rule, v.First, v.Last = r.Uint64(), r.Varint(), r.Varint()
	for _, n := range []*uint64{&v.Count, &v.Rows, &v.Given, &v.Bytes, &v.Packets, &v.Other} {
		*n = r.Uvarint()
	}
	severity := r.Uint8()
	v.Severity, v.Noise = finding.Severity(severity), r.Uint8() == 1
	copy(v.Src[:], r.Bytes(16))
	copy(v.Dst[:], r.Bytes(16))
	v.Port, v.Protocol = r.Uint16(), r.Uint8()
	v.Entity = detect.ReadEntity(&r)
	touches := r.Uvarint()
	for n := uint64(0); n < touches && n < maxTouches; n++ {
		v.Touches = append(v.Touches, detect.ReadEntity(&r))
	}
	v.Condition, v.Entry = r.Text(), r.Text()
	const maxTexts = 64 // more names than a sentence has
	texts := r.Uvarint()
	for n := uint64(0); n < texts && n < maxTexts; n++ {
		v.Texts = append(v.Texts, r.Text())
	}
	sums := r.Uvarint()
	for n := uint64(0); n < sums && n < maxTexts; n++ {
		v.Sums = append(v.Sums, r.Uvarint())
	}
	peers := r.Uvarint()
	for n := uint64(0); n < peers && n < maxPeers; n++ {
		v.Peers = append(v.Peers, record.Addr(append(make([]byte, 0, 16), pad(r.Bytes(16))...)))
	}
	if severity > uint8(finding.Critical) || touches > maxTouches || texts > maxTexts || sums > maxTexts || peers > maxPeers {
		return nil, sketch.ErrBytes
	}
	return r.Rest()
}

// pad makes sixteen bytes of those that are missing.
func pad(b []byte) []byte {
	if len(b) == 16 {
		return b
	}
	return make([]byte, 16)
}

// Extra is the memory of what the value points to.
func (v *hit) Extra() int {
	n := len(v.Entity.ID) + len(v.Condition) + 16*cap(v.Peers) + 48*cap(v.Touches)
	for _, t := range v.Texts {
		n += 16 + len(t)
	}
	return n
}

