package health

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// lateRule is a rule about late files made ready.
type lateRule struct {
	*rule.Rule
	rule.Late
	id  uint64
	why detect.Sentence
}

const whyLate = "What {entity} logged since {since} was delivered {late} later at the earliest, {files} files about {for} by now; in the week before {usual} files came late{more}."

func newLate(r *rule.Rule, s rule.Late) *lateRule {
	out := &lateRule{Rule: r, Late: s, id: xxhash.Sum64String(r.ID)}
	var err error
	if out.why, err = detect.ParseSentence(r.Weir.Why); r.Weir.Why == "" || err != nil {
		out.why, _ = detect.ParseSentence(whyLate)
	}
	return out
}

// parcel is a part of the rows and what a slice has of it.
type parcel struct {
	detect.Delivery
	key   uint64 // of the flow log; 0: nothing is known
	slice uint32
	at    int64 // newest start in the slice
	last  int64 // newest end in the slice
}

// post is how the records of a flow log come. Delays are from the end of a record to
// when its file was written; the least of a stretch counts, as one file in time shows
// that files come.
type post struct {
	Rule  uint64
	Log   string
	First int64

	Span    int64   // number of the stretch that is open; 0: none
	Least   int64   // least delay in it
	Objects int64   // that it has first
	Seen    []int64 // when the newest objects were written, which tells them apart
	Run     int64   // objects of the late stretches without one in time between them

	All, Late [days]int64 // objects, and those of late stretches, by day number modulo days
	Day       int64       // day number of the newest

	Since int64 // start of what came late; 0: nothing does
	Until int64 // end of it
	Delay int64 // least of what came late
	Told  int64 // how long it was when it was told last
}

// maxSeen bounds the objects that are told apart.
const maxSeen = 32

// maxParcels bounds the parts that are remembered; any can be looked up again.
const maxParcels = 1 << 20

// arrive notes when what a slice has was written.
func (d *Detector) arrive(b *detect.Block, s detect.Slice, out detect.Out) {
	d.arrived = d.arrived[:0]
	var p *parcel
	last := uint32(0)
	for i := s.Lo; i < s.Hi; i++ {
		if n := b.Parts[i]; p == nil || n != last {
			p, last = d.parcel(n), n
		}
		if p.key == 0 {
			continue
		}
		if p.slice != d.slice {
			p.slice, p.last = d.slice, 0
			d.arrived = append(d.arrived, p)
		}
		p.at, p.last = b.Start[i], max(p.last, b.End[i])
	}
	for _, p := range d.arrived {
		for _, r := range d.late {
			v, fresh := d.flows.Use(detect.Key(r.id, p.key), p.at)
			span := p.at / int64(r.Span)
			if fresh {
				v.Rule, v.Log, v.First = r.id, p.Log, p.at
			}
			if v.Span != span {
				if v.Span != 0 {
					r.judge(v, out)
				}
				v.Span, v.Least, v.Objects = span, math.MaxInt64, 0
			}
			v.Least = min(v.Least, max(0, p.Written-p.last))
			if !slices.Contains(v.Seen, p.Written) {
				if len(v.Seen) == maxSeen {
					v.Seen = slices.Delete(v.Seen, 0, 1)
				}
				v.Seen = append(v.Seen, p.Written)
				v.Objects++
			}
		}
	}
}

func (d *Detector) parcel(n uint32) *parcel {
	if p := d.parts[n]; p != nil {
		return p
	}
	if len(d.parts) >= maxParcels {
		clear(d.parts)
	}
	p := &parcel{}
	if of, ok := d.env.Delivered(n); ok && of.Written != 0 {
		p.Delivery, p.key = of, xxhash.Sum64String(of.Log)
	}
	d.parts[n] = p
	return p
}

// overdue judges the stretches that have ended.
func (d *Detector) overdue(now int64, out detect.Out) {
	for _, r := range d.late {
		span := int64(r.Span)
		due := sorted(d.flows, func(_ uint64, v *post) bool { return v.Rule == r.id && v.Span != 0 && now >= (v.Span+1)*span })
		for _, key := range due {
			r.judge(d.flows.Change(key), out)
		}
	}
}

// judge judges the open stretch of a flow log and closes it. Where files come late now
// and then, so many must do so in a row that it is no chance.
func (r *lateRule) judge(v *post, out detect.Out) {
	from, until := v.Span*int64(r.Span), (v.Span+1)*int64(r.Span)
	objects := v.Objects
	v.Span = 0
	late := v.Least >= int64(r.After)
	if !late {
		v.learn(from, objects, 0)
		if v.Since != 0 && v.Told != 0 {
			v.Until = from
			out.Find(r.finding(v, until, true))
		}
		v.Run, v.Since, v.Told = 0, 0, 0
		return
	}
	if v.Run == 0 {
		v.Since, v.Delay = from, v.Least
	}
	v.Run += objects
	v.Until, v.Delay = until, min(v.Delay, v.Least)
	all, usual := v.share()
	chance := math.Pow(max(usual, rare), float64(v.Run))
	v.learn(from, objects, objects)
	if from-v.First < int64(r.Learn) || all < least || v.Told == 0 && chance > r.Chance {
		return
	}
	if took := until - v.Since; took >= 2*v.Told { // not at every stretch
		v.Told = took
		out.Find(r.finding(v, until, false))
	}
}

// rare is how often any file may come late where none did, and least how many must have
// come before that is said.
const (
	rare  = 0.01
	least = 20
)

// share returns how many objects came in the last week, and the share of those that came
// late.
func (v *post) share() (all int64, late float64) {
	var n int64
	for i := range v.All {
		all, n = all+v.All[i], n+v.Late[i]
	}
	return all, float64(n) / float64(max(all, 1))
}

// learn counts the objects of a stretch.
func (v *post) learn(at, all, late int64) {
	today := at / day
	for n := max(v.Day+1, today-days+1); n <= today; n++ {
		v.All[n%days], v.Late[n%days] = 0, 0
	}
	v.Day = max(v.Day, today)
	v.All[today%days] += all
	v.Late[today%days] += late
}

// logName is what of a stream names the flow log: the last of account, region and id.
func logName(stream string) string {
	if p := strings.Split(stream, "/"); len(p) == 3 {
		return p[2]
	}
	return stream
}

func (r *lateRule) finding(v *post, now int64, over bool) finding.Finding {
	e := finding.Entity{Kind: finding.KindSource, ID: logName(v.Log)}
	f := detect.Begin(r.Rule, e, v.Since)
	f.FirstSeen, f.LastSeen, f.Found = time.Unix(0, v.Since).UTC(), time.Unix(0, v.Until).UTC(), time.Unix(0, now).UTC()
	f.Resolved = over
	f.Why = r.why.Fill(func(name string) string {
		switch name {
		case "entity":
			return e.ID
		case "since":
			return detect.TimeText(v.Since)
		case "late":
			return detect.SpanText(time.Duration(v.Delay).Truncate(time.Minute))
		case "for":
			return detect.SpanText(time.Duration(v.Until - v.Since))
		case "files":
			return detect.CountText(uint64(v.Run))
		case "usual":
			all, late := v.share()
			before := max(all-v.Run, 1)
			return fmt.Sprintf("%d of %d", max(0, int64(math.Round(late*float64(all)))-v.Run), before)
		case "more":
			if over {
				return "; what it logged after that came in time again"
			}
			return ""
		}
		return "{" + name + "}"
	})
	f.Evidence = finding.Evidence{Filter: "*", Since: f.FirstSeen, Until: f.LastSeen}
	if p := strings.Split(v.Log, "/"); len(p) == 3 {
		f.Evidence.Filter = "account_id:" + detect.Quote(p[0]) + " AND region:" + detect.Quote(p[1])
	}
	return f
}

// Clone implements [sketch.Value].
func (v *post) Clone() post {
	c := *v
	c.Seen = slices.Clone(v.Seen)
	return c
}

// Append implements [sketch.Value].
func (v *post) Append(dst []byte) []byte {
	dst = sketch.AppendText(binary.LittleEndian.AppendUint64(dst, v.Rule), v.Log)
	for _, n := range []int64{v.First, v.Span, v.Least, v.Objects, v.Run, v.Day, v.Since, v.Until, v.Delay, v.Told} {
		dst = binary.AppendVarint(dst, n)
	}
	for i := range v.All {
		dst = binary.AppendVarint(binary.AppendVarint(dst, v.All[i]), v.Late[i])
	}
	dst = binary.AppendUvarint(dst, uint64(len(v.Seen)))
	for _, n := range v.Seen {
		dst = binary.AppendVarint(dst, n)
	}
	return dst
}

// Read implements [sketch.Value].
func (v *post) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	v.Rule, v.Log = r.Uint64(), r.Text()
	for _, n := range []*int64{&v.First, &v.Span, &v.Least, &v.Objects, &v.Run, &v.Day, &v.Since, &v.Until, &v.Delay, &v.Told} {
		*n = r.Varint()
	}
	for i := range v.All {
		v.All[i], v.Late[i] = r.Varint(), r.Varint()
	}
	n := r.Uvarint()
	if n > maxSeen {
		return nil, sketch.ErrBytes
	}
	v.Seen = nil
	for range n {
		v.Seen = append(v.Seen, r.Varint())
	}
	return r.Rest()
}
