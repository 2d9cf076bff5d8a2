package contact

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

type exposureRule struct {
	detect.Numbered
	rule.Exposure
}

// doors are the ports of a host at which the internet knocked in vain, and those that
// opened since.
type doors struct {
	Shut   []door // the first maxDoors of them
	Opened []door // in the window last told of
	Told   telling
}

// door is a port and a moment.
type door struct {
	Protocol uint8
	Port     uint16
	At       int64
}

// maxDoors bounds the ports remembered of a host. A host that more are tried of is
// known by its age soon.
const maxDoors = 256

// knockedBefore is how long before an answer a port must have been tried in vain: a
// host that boots is silent for minutes.
const knockedBefore = hour

func (v *doors) find(protocol uint8, port uint16) int {
	return slices.IndexFunc(v.Shut, func(o door) bool { return o.Protocol == protocol && o.Port == port })
}

// knocked notes a port of a host that did not answer the internet.
func (d *Detector) knocked(c *encounter) {
	if len(d.exposures) == 0 {
		return
	}
	if v := d.doors.Get(c.server); v != nil && (len(v.Shut) == maxDoors || v.find(c.protocol, c.port) >= 0) {
		return
	}
	v, _ := d.doors.Use(c.server, c.at)
	v.Shut = append(v.Shut, door{c.protocol, c.port, c.at})
}

// opened takes a record of a host of ours that answers the internet.
func (d *Detector) opened(b *detect.Block, i int, out detect.Out) {
	if !b.Answered(i) {
		return
	}
	if _, ok := d.env.Hosts.Answer(b.SrcHost[i], b.Protocol[i], b.SrcPort[i]); ok {
		return
	}
	at := b.Start[i]
	since, probed := int64(0), false
	v := d.doors.Get(b.SrcHost[i])
	if v != nil {
		if n := v.find(b.Protocol[i], b.SrcPort[i]); n >= 0 {
			since, probed = v.Shut[n].At, at-v.Shut[n].At >= knockedBefore
		}
	}
	if !probed && b.Protocol[i] == iana.TCP && !b.Payload(i) {
		return // shook hands, said nothing yet
	}
	rank := iana.PortRank(b.Protocol[i], b.SrcPort[i])
	flagged := b.Protocol[i] == iana.TCP && !b.AbsentAt(record.TCPFlags, i)
	sure := flagged && b.Flags[i]&detect.FlagSYNACK == detect.FlagSYNACK
	switch {
	case flagged && !sure:
		return // the first record of an answer says so
	case !sure && rank < iana.RankSystem && !probed:
		return // perhaps the port of a client
	case b.SrcPort[i] >= iana.Ephemeral && !probed:
		return // data of FTP, peers
	}
	first := d.env.Hosts.First(b.SrcHost[i])
	for _, r := range d.exposures {
		known := first != 0 && at-first >= int64(r.Learn) && d.env.Hosts.Reachable(b.SrcHost[i])
		if !known && (!probed || slices.Contains(r.Few, b.SrcPort[i])) || r.Filter != nil && !b.Selected(r.N, i) {
			continue
		}
		v, _ := d.doors.Use(b.SrcHost[i], at)
		window := detect.Window(r.Rule, at)
		if v.Told.Window != window {
			v.Told, v.Opened = telling{Window: window, Found: at}, nil
		}
		if slices.ContainsFunc(v.Opened, func(o door) bool { return o.Protocol == b.Protocol[i] && o.Port == b.SrcPort[i] }) || len(v.Opened) == maxDoors {
			continue
		}
		v.Opened = append(v.Opened, door{b.Protocol[i], b.SrcPort[i], at})
		d.tellOpened(r, v, b, i, since, first, probed, known, out)
	}
}

func (d *Detector) tellOpened(r *exposureRule, v *doors, b *detect.Block, i int, since, first int64, probed, known bool, out detect.Out) {
	net := network(b, i, false)
	host := b.SrcAddr[i].String()
	f := begin(r.Numbered, address(b.SrcAddr[i], net), v.Told.Window)
	last := v.Opened[len(v.Opened)-1]
	port := last.Port
	f.SrcAddr, f.DstAddr, f.DstPort = b.DstAddr[i].Netip(), b.SrcAddr[i].Netip(), &port
	f.FirstSeen, f.LastSeen, f.Found = moment(v.Opened[0].At), moment(last.At), moment(v.Told.Found)
	f.Count = uint64(len(v.Opened))
	for _, o := range v.Opened {
		if slices.Contains(r.Watch, o.Port) {
			f.Severity = max(f.Severity, finding.High)
			f.Score = max(f.Score, 80)
		}
	}
	if !known {
		// Perhaps it answers few, whose first visit this is: a look is enough.
		f.Exposure, f.Page = true, false
	}
	why := "it had never answered there in " + span(last.At-first)
	if probed {
		why = fmt.Sprintf("the internet had tried it in vain for %s", span(last.At-since))
	}
	f.Why = fmt.Sprintf("%s answered %s at %s for the first time: %s.", host, f.SrcAddr, portName(last.Protocol, port), why)
	var ports []string
	for _, o := range v.Opened {
		ports = append(ports, fmt.Sprint(o.Port))
	}
	if len(ports) > 1 {
		f.Why += fmt.Sprintf(" It is the %s port to open today: %s.", ordinal(len(ports)), strings.Join(ports, ", "))
	}
	f.Usual = &finding.Range{Low: 0, High: 0, Unit: "answers at this port"}
	f.Evidence = evidence(fmt.Sprintf("srcaddr:%s%s AND srcport:(%s) AND dst_scope:public AND action:ACCEPT", host, inNetwork("src", net), strings.Join(ports, " ")), v.Opened[0].At, last.At)
	out.Find(f)
}

// newlyReached reports whether a probe is the first thing that the internet ever sent
// to a host which is known for days: until now it was not reachable.
func (d *Detector) newlyReached(r *scanRule, c *encounter) bool {
	if c.way != wayInbound || c.how != failure || d.env.Hosts.Reachable(c.server) {
		return false
	}
	first, begin := d.env.Hosts.First(c.server), d.env.Hosts.Begin()
	return first != 0 && begin != 0 && c.at-first >= int64(rule.DefaultExposure.Learn)
}

// tellReached tells of the host: the security group or the route may have been opened.
func (d *Detector) tellReached(r *scanRule, c *encounter, out detect.Out) {
	f := begin(r.Numbered, address(c.dst, c.dstNetwork), detect.Window(r.Rule, c.at))
	f.Title = "The internet reaches a host that it never reached before"
	f.Severity, f.Page, f.Score = max(f.Severity, finding.Medium), true, 60
	f.SrcAddr, f.DstAddr = c.src.Netip(), c.dst.Netip()
	port := c.port
	f.DstPort = &port
	f.FirstSeen, f.LastSeen, f.Found, f.Count = moment(c.at), moment(c.at), moment(c.now), 1
	f.Usual = &finding.Range{Low: 0, High: 0, Unit: "packets from the internet"}
	f.Evidence = evidence(fmt.Sprintf("srcaddr:%s AND dstaddr:%s%s AND dstport:%d", c.src, c.dst, inNetwork("dst", c.dstNetwork), port), c.at, c.at)
	f.Why = fmt.Sprintf("%s tried %s of %s, the first packets from the internet at this host, which is known for %s: it was not reachable until now.",
		c.src, portName(c.protocol, port), c.dst, span(c.at-d.env.Hosts.First(c.server)))
	out.Find(f)
}

func ordinal(n int) string {
	switch {
	case n%10 == 1 && n%100 != 11:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2 && n%100 != 12:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3 && n%100 != 13:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

// Clone, Append and Read are those of [sketch.Value].
func (v *doors) Clone() doors {
	c := *v
	c.Shut, c.Opened = slices.Clone(v.Shut), slices.Clone(v.Opened)
	return c
}

// Extra is the memory that the doors point to.
func (v *doors) Extra() int { return 16 * (cap(v.Shut) + cap(v.Opened)) }

// Append writes the doors.
func (v *doors) Append(dst []byte) []byte {
	dst = v.Told.append(dst)
	for _, list := range [...][]door{v.Shut, v.Opened} {
		dst = binary.AppendUvarint(dst, uint64(len(list)))
		for _, o := range list {
			dst = binary.LittleEndian.AppendUint16(append(dst, o.Protocol), o.Port)
			dst = binary.AppendVarint(dst, o.At)
		}
	}
	return dst
}

// Read reads doors.
func (v *doors) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.Told.read(&r)
	for _, list := range [...]*[]door{&v.Shut, &v.Opened} {
		n := r.Uvarint()
		if n > maxDoors {
			return nil, sketch.ErrBytes
		}
		for range n {
			*list = append(*list, door{r.Uint8(), r.Uint16(), r.Varint()})
		}
	}
	return r.Rest()
}
