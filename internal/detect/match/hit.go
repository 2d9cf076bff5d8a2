package match

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/sketch"
)

// hit is what a rule has found about an entity in a realert interval.
type hit struct {
	detect.Trace
	Rule     uint64
	Severity finding.Severity
	Noise    bool // all of it is internet noise against hosts that it can reach
	Found    *found
}

// found is what a list had to say.
type found struct {
	Entry string        // of the first
	Peers []record.Addr // what was looked up, where the entity does not tell; at most maxPeers
}

// maxPeers is how many looked-up addresses are named in evidence.
const maxPeers = 64

func (m *matcher) begin(v *hit, b *detect.Block, i int) {
	*v = hit{Trace: m.tell.Begin(b, i), Rule: m.id, Noise: true, Severity: m.rule.Severity}
	if len(m.when) > 0 {
		v.Severity = finding.Info
	}
}

// add counts a row and reports whether it makes the finding worse.
func (m *matcher) add(v *hit, b *detect.Block, i, batch int, entry string, hosts *detect.Hosts) (worse bool) {
	before := v.Count
	m.tell.Add(&v.Trace, b, i, b.Counts(i, m.every))
	first := v.Rows == 1
	if before == 0 && v.Count > 0 && !first { // a witness on the way came first, with other ends
		v.Show(b, i)
	}
	if len(m.when) > 0 {
		if s := m.severity(b, i, batch); s > v.Severity || first {
			worse, v.Severity = true, s
			if !first { // what made it worse is what is shown
				v.Show(b, i)
			}
		}
	}
	if v.Noise && !m.noise(b, i, hosts) {
		v.Noise, worse = false, true
	}
	if m.listed != nil && (entry != "" || m.listed.Addresses != nil && !m.fixed) {
		if v.Found == nil {
			v.Found = &found{}
		}
		if v.Found.Entry == "" {
			v.Found.Entry = entry
		}
		m.peer(v.Found, b, i)
	}
	return worse
}

// peer remembers what was looked up.
func (m *matcher) peer(v *found, b *detect.Block, i int) {
	if m.listed.Addresses == nil || m.fixed {
		return
	}
	a, _, _ := m.of.Addr(b, i)
	if len(v.Peers) < maxPeers && !slices.Contains(v.Peers, a) {
		v.Peers = append(v.Peers, a)
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
	f := detect.Begin(r, v.Entity(), v.First)
	v.Fill(&f)
	f.Severity, f.Score = v.Severity, 20*(1+int(v.Severity))
	if r.Weir.Page == nil {
		f.Page = v.Severity >= finding.High
	}
	if v.Noise {
		f.Exposure, f.Page = true, false
		f.Score /= 2
	}
	f.Why = m.tell.Why(&v.Trace, func(name string) (string, bool) { return m.value(v, name) })
	f.Evidence.Filter = m.evidence(v)
	return f
}

// evidence selects the rows of a finding.
func (m *matcher) evidence(v *hit) string {
	parts := []string{v.Condition()}
	if peers := v.peers(); len(peers) > 0 {
		texts := make([]string, len(peers))
		for i, a := range peers {
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
		if m.ports == "" { // long to write, and always the same
			m.ports = m.portCondition()
		}
		parts = append(parts, m.ports)
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

// value is what stands for a name of the sentence that only lists and rules know.
func (m *matcher) value(v *hit, name string) (string, bool) {
	switch name {
	case "title":
		return m.rule.Title, true
	case "list":
		if m.listed != nil {
			return m.listed.List, true
		}
	case "entry":
		if v.Found != nil && v.Found.Entry != "" {
			return " (" + v.Found.Entry + ")", true
		}
		return "", true
	case "peers":
		if peers := v.peers(); len(peers) > 1 {
			return fmt.Sprintf("%d addresses", len(peers)), true
		} else if len(peers) == 1 {
			return peers[0].String(), true
		}
	}
	return "", false
}

// Clone implements [sketch.Value].
func (v *hit) Clone() hit {
	c := *v
	c.Trace = v.Trace.Clone()
	if v.Found != nil {
		c.Found = &found{v.Found.Entry, slices.Clone(v.Found.Peers)}
	}
	return c
}

// Append implements [sketch.Value].
func (v *hit) Append(dst []byte) []byte {
	dst = v.Trace.Append(dst)
	dst = binary.LittleEndian.AppendUint64(dst, v.Rule)
	noise := byte(0)
	if v.Noise {
		noise = 1
	}
	dst = append(dst, byte(v.Severity), noise)
	if v.Found == nil {
		return append(dst, 0)
	}
	dst = sketch.AppendText(append(dst, 1), v.Found.Entry)
	dst = binary.AppendUvarint(dst, uint64(len(v.Found.Peers)))
	for _, a := range v.Found.Peers {
		dst = append(dst, a[:]...)
	}
	return dst
}

// Read implements [sketch.Value].
func (v *hit) Read(src []byte) ([]byte, error) {
	src, err := v.Trace.Read(src)
	if err != nil {
		return nil, err
	}
	r := sketch.Reader{Src: src}
	v.Rule = r.Uint64()
	severity := r.Uint8()
	v.Severity, v.Noise = finding.Severity(severity), r.Uint8() == 1
	if severity > uint8(finding.Critical) {
		return nil, sketch.ErrBytes
	}
	if r.Uint8() == 0 {
		return r.Rest()
	}
	v.Found = &found{Entry: r.Text()}
	peers := r.Uvarint()
	if peers > maxPeers {
		return nil, sketch.ErrBytes
	}
	v.Found.Peers = make([]record.Addr, peers)
	for n := range v.Found.Peers {
		copy(v.Found.Peers[n][:], r.Bytes(16))
	}
	return r.Rest()
}

// Extra is the memory of what the value points to.
func (v *hit) Extra() int {
	n := v.Trace.Extra()
	if v.Found != nil {
		n += 48 + 16*cap(v.Found.Peers)
	}
	return n
}

func (v *hit) peers() []record.Addr {
	if v.Found == nil {
		return nil
	}
	return v.Found.Peers
}
