package health

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// The two things that may be missing of a log.
const (
	ofRecords = iota
	ofTraffic
	numOf
)

// together is how close in time interfaces must fall silent to be one finding.
const together = 10 * minute

// hold is for how long a silence waits for others to fall in.
const hold = 5 * minute

// silentRule is a rule about silence made ready.
type silentRule struct {
	*rule.Rule
	rule.Silent
	id  uint64
	of  int
	why detect.Sentence
}

const whySilent = "{entity} logs {what} since {since}, for {for} by now; it never paused longer than {gap} in the week before{more}."

func newSilent(r *rule.Rule, s rule.Silent) *silentRule {
	out := &silentRule{Rule: r, Silent: s, id: xxhash.Sum64String(r.ID)}
	if s.Of == "traffic" {
		out.of = ofTraffic
	}
	text := r.Weir.Why
	if text == "" {
		text = whySilent
	}
	var err error
	if out.why, err = detect.ParseSentence(text); err != nil {
		out.why, _ = detect.ParseSentence(whySilent)
	}
	return out
}

// logKey returns the key of who logged, and its id and kind.
func logKey(b *detect.Block, context uint32) (key uint64, id string, kind finding.Kind) {
	t := b.Registry.Tuple(record.GroupContext, context)
	kind = finding.KindInterface
	for _, f := range []record.FieldID{record.InterfaceID, record.TGWAttachmentID, record.ResourceID, record.InstanceID} {
		if id = t.Value(record.Get(f).Slot); id != "" {
			if f == record.TGWAttachmentID {
				kind = finding.KindAttachment
			}
			return xxhash.Sum64String(id), id, kind
		}
	}
	return 0, "", kind
}

// logged takes what a slice tells of a context.
func (d *Detector) logged(b *detect.Block, n uint32, out detect.Out) {
	c := &d.contexts[n]
	key, id, kind := logKey(b, n)
	if c.key = key; key == 0 {
		return
	}
	v, fresh := d.logs.Use(key, c.to)
	if fresh {
		t := b.Registry.Tuple(record.GroupContext, n)
		value := func(f record.FieldID) string { return t.Value(record.Get(f).Slot) }
		v.ID, v.Kind, v.First = id, kind, c.from
		v.Subnet, v.VPC, v.Account = value(record.SubnetID), value(record.VPCID), value(record.AccountID)
	}
	v.Minutes[ofRecords]++
	d.came(v, key, ofRecords, c.from, c.to, out)
	if c.flow != 0 {
		v.Minutes[ofTraffic]++
		d.came(v, key, ofTraffic, c.flow, c.flowTo, out)
	}
}

// came notes records, and that a silence is over.
func (d *Detector) came(v *log, key uint64, of int, from, to int64, out detect.Out) {
	if v.Group[of] != 0 {
		d.back(v, of, from, out)
		v.Group[of] = 0
	} else if last := v.Last[of]; last != 0 && from > last {
		v.pause(of, from, from-last)
	}
	v.Last[of] = max(v.Last[of], to)
}

// judge looks for interfaces that are silent, by the time of the newest record: when no
// log moves on, nothing says that this one should have.
func (d *Detector) judge(r *silentRule, now int64, out detect.Out) {
	due := sorted(d.logs, func(_ uint64, v *log) bool { return r.over(v, now-hold) })
	if len(due) == 0 {
		return
	}
	slices.SortStableFunc(due, func(a, b uint64) int {
		return int(max(-1, min(1, d.logs.Get(a).Last[r.of]-d.logs.Get(b).Last[r.of])))
	})
	for _, key := range due {
		v := d.logs.Get(key)
		if v.Group[r.of] != 0 { // fell in with one before it
			continue
		}
		if g := d.open(r, v); g != 0 {
			d.join(r, g, []uint64{key}, now, out)
			continue
		}
		members := sorted(d.logs, func(_ uint64, o *log) bool {
			return o.place() == v.place() && o.Kind == v.Kind && abs(o.Last[r.of]-v.Last[r.of]) <= together && r.over(o, now)
		})
		g := d.begin(r, v, members)
		d.join(r, g, members, now, out)
	}
}

func abs(n int64) int64 { return max(n, -n) }

// over reports whether a log is silent for longer than is like it.
func (r *silentRule) over(v *log, now int64) bool {
	last := v.Last[r.of]
	if last == 0 || v.Group[r.of] != 0 || last-v.First < int64(r.Learn) || v.Minutes[r.of] < uint64(r.Least) {
		return false
	}
	if r.of == ofTraffic && v.Last[ofRecords]-last < int64(r.After) {
		return false // nothing is logged at all: that is told as such
	}
	return now-last >= r.patience(v)
}

// patience is for how long a log may pause.
func (r *silentRule) patience(v *log) int64 {
	return max(int64(r.After), int64(r.Times*float64(v.likeIt(r.of))))
}

// open returns the group of several that an interface falls in with.
func (d *Detector) open(r *silentRule, v *log) uint64 {
	keys := sorted(d.groups, func(_ uint64, g *group) bool {
		return g.Rule == r.id && g.Place == v.place() && len(g.Members) > 1 && abs(g.Since-v.Last[r.of]) <= together
	})
	if len(keys) == 0 {
		return 0
	}
	return keys[0]
}

// begin makes a group of members, the log v among them.
func (d *Detector) begin(r *silentRule, v *log, members []uint64) uint64 {
	e := finding.Entity{Kind: v.Kind, ID: v.ID}
	if len(members) > 1 {
		subnet := v.Subnet
		for _, key := range members {
			if d.logs.Get(key).Subnet != subnet {
				subnet = ""
			}
		}
		switch {
		case subnet != "":
			e = finding.Entity{Kind: finding.KindSubnet, ID: subnet}
		case v.VPC != "":
			e = finding.Entity{Kind: finding.KindVPC, ID: v.VPC}
		default:
			e = finding.Entity{Kind: finding.KindSource, ID: v.Account}
		}
	}
	since := v.Last[r.of]
	key := detect.Key(r.id, xxhash.Sum64String(string(e.Kind)+"\x00"+e.ID), uint64(since))
	g, _ := d.groups.Use(key, since)
	*g = group{Rule: r.id, Entity: e, Place: v.place(), Since: since}
	return key
}

// join adds silent interfaces to a group and tells of it.
func (d *Detector) join(r *silentRule, key uint64, members []uint64, now int64, out detect.Out) {
	g, _ := d.groups.Use(key, now)
	for _, m := range members {
		v := d.logs.Change(m)
		v.Group[r.of] = key
		g.Since = min(g.Since, v.Last[r.of])
		g.Gap = max(g.Gap, v.longest(r.of))
		if v.Seen > v.Last[r.of]+int64(r.After)/2 {
			g.Alive++
		}
		g.Silent++
		if len(g.Members) < maxMembers {
			g.Members = append(g.Members, v.ID)
			g.Subnets = append(g.Subnets, v.Subnet)
		}
	}
	g.Until = now
	g.Fresh = 0
	d.logs.Each(func(_ uint64, _ int64, v *log) {
		if v.place() == g.Place && v.First > g.Since-2*hour {
			g.Fresh++
		}
	})
	out.Find(r.finding(g))
}

// back notes that a member logs again; with the last of them the finding ends.
func (d *Detector) back(v *log, of int, at int64, out detect.Out) {
	g := d.groups.Change(v.Group[of])
	if g == nil {
		return
	}
	if g.Silent--; g.Silent > 0 {
		return
	}
	g.Until, g.Over = at, true
	for _, r := range d.silent {
		if r.id == g.Rule {
			out.Find(r.finding(g))
		}
	}
	d.groups.Delete(v.Group[of])
}

func (r *silentRule) finding(g *group) finding.Finding {
	f := detect.Begin(r.Rule, g.Entity, g.Since)
	f.FirstSeen, f.LastSeen, f.Found = time.Unix(0, g.Since).UTC(), time.Unix(0, g.Until).UTC(), time.Unix(0, g.Until).UTC()
	severity := r.Severity
	if (len(g.Members) > 1 || g.Alive > 0) && severity < finding.Critical {
		severity++
	}
	replaced := g.Alive == 0 && int(g.Fresh) >= len(g.Members)
	if replaced { // as many came as went
		severity = finding.Info
	}
	f.Severity, f.Score = severity, 20*(1+int(severity))
	if r.Weir.Page == nil {
		f.Page = severity >= finding.High
	}
	f.Resolved = g.Over
	f.Why = r.why.Fill(func(name string) string { return r.text(g, name, replaced) })
	f.Scope = g.scope()
	for _, id := range g.Members[:min(len(g.Members), maxTouches)] {
		if id != g.Entity.ID {
			f.Touches = append(f.Touches, finding.Entity{Kind: finding.KindInterface, ID: id})
		}
	}
	since, until := f.FirstSeen.Truncate(time.Second), f.LastSeen.Truncate(time.Second)
	if r.of == ofRecords {
		f.Evidence.Missing = &finding.Missing{InterfaceID: g.Members[0], Since: since, Until: until}
		return f
	}
	ids := make([]string, len(g.Members))
	for i, id := range g.Members {
		ids[i] = detect.Quote(id)
	}
	list := ids[0]
	if len(ids) > 1 {
		list = "(" + strings.Join(ids, " ") + ")"
	}
	name := "interface_id"
	if g.Entity.Kind == finding.KindAttachment {
		name = "tgw_attachment_id"
	}
	f.Evidence = finding.Evidence{Filter: name + ":" + list + " AND log_status:NODATA", Since: since, Until: until.Add(time.Second)}
	return f
}

// maxTouches bounds the interfaces that a finding names.
const maxTouches = 16

func (r *silentRule) text(g *group, name string, replaced bool) string {
	switch name {
	case "entity":
		if n := len(g.Members); n > 1 {
			return fmt.Sprintf("%d interfaces of %s", n, g.Entity)
		}
		return g.Entity.String()
	case "what":
		if r.of == ofTraffic {
			return "no traffic (NODATA)"
		}
		return "nothing"
	case "since":
		return detect.TimeText(g.Since)
	case "for":
		return detect.SpanText(time.Duration(g.Until - g.Since).Truncate(time.Minute))
	case "gap":
		return detect.SpanText(max(time.Duration(g.Gap).Truncate(time.Second), time.Minute))
	case "more":
		switch {
		case g.Over:
			return ", and logs again"
		case g.Alive > 0:
			return ", and others still see it send"
		case replaced:
			return ", and new interfaces came in its place"
		}
		return ""
	}
	return "{" + name + "}"
}
