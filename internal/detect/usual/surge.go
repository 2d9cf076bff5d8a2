package usual

import (
	"cmp"
	"slices"
	"time"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/sketch"
)

// hold is for how long the first that crosses waits for others, so that what surges
// together is one finding.
const hold = minute

// together is within how many minutes VPCs rise as one: what lifts all of them is one
// thing, a change of what is logged, or of the world outside.
const together = 10

// joins is for how long a surge takes in what rises within its subnet or VPC. What does
// hours later, while that goes on, is another thing.
const joins = 20 * minute

// everywhere is the id of what is spread over several VPCs where no account is told.
const everywhere = "everywhere"

// extreme is how many times its minimum, and all it ever had, a series must reach to
// be unusual before anything is known of it or of those like it.
const extreme = 20

// leap is how many times all that it had in long windows, a week of them, a series must
// reach to be unusual whatever its noise: the bytes of a host that moves next to none
// are so uneven that no dispersion tells anything. Counts of a host that has few are
// uneven, too, but nothing makes three times the most of a week by chance.
const (
	leap      = 10
	leapCount = 3
	long      = 1008
)

// leap returns from which value on a series does what nothing in it has announced.
func (p *plan) leap(v *series, expected float64) float64 {
	times := float64(leap)
	if p.value != valueSum {
		times = leapCount
	}
	return max(p.config.Minimum, times*v.Most, leap*expected)
}

// extreme returns from which value on a series is unusual whatever is usual at that hour.
func (p *plan) extreme(v *series) float64 {
	return extreme * max(p.config.Minimum, v.Most, v.Before, v.Lately)
}

// parents returns what a young series is judged by.
func (d *Detector) parents(p *plan, v *series) (subnet, all *baseline.Profile) {
	if v.in().Subnet != "" {
		if f := d.parent.Get(detect.Key(p.id, xxhash.Sum64String(v.in().Subnet))); f != nil {
			subnet = &f.Profile
		}
	}
	if f := d.parent.Get(p.id); f != nil {
		all = &f.Profile
	}
	return subnet, all
}

func (d *Detector) judge(p *plan, v *series, value float64) baseline.Verdict {
	subnet, all := d.parents(p, v)
	verdict := v.Profile.Judge(&p.config, (v.Half-1)*p.half, time.Duration(2*p.half), value, subnet, all)
	switch {
	case p.value == valueRatio || p.less:
	case p.value == valueSum && verdict.Basis == baseline.Fleet && v.Profile.Windows() < p.warm():
		// Its first night is still to come: what all others have says nothing of its backup.
		verdict.Unusual = false
	case p.value == valueSum && verdict.Basis == baseline.Own && v.Profile.Windows() < long && leap*verdict.Expected() < p.config.Minimum:
		// It moves next to none, and its first week is still to come, with the updates and
		// the full backup: of the size of these its noise tells nothing.
		verdict.Unusual = verdict.Unusual && value >= p.extreme(v)
	case verdict.Basis == baseline.Own && !verdict.Unusual && v.Profile.Windows() >= long && value >= p.leap(v, verdict.Expected()):
		verdict.Unusual = true
	case verdict.Basis == baseline.Learning && v.Profile.Windows() >= p.warm() && value >= p.extreme(v):
		verdict.Unusual = true
	}
	return verdict
}

// warm is how many windows a series must have had to be called extreme. Sums jump with
// the first backup; a night must have gone by.
func (p *plan) warm() int {
	if p.value == valueSum {
		return int(day / (2 * p.half))
	}
	return 6
}

// check looks whether a series has crossed its limit.
func (d *Detector) check(key uint64, now int64) {
	v := d.series.Get(key)
	if v == nil {
		return
	}
	p := d.byID[v.Rule]
	if p == nil || v.Half == 0 || p.less || p.value == valueRatio {
		return
	}
	value, ok := v.value(p)
	ended := now >= (v.Half+1)*p.half
	if !ok || value < p.config.Minimum || value < v.Need && !ended {
		return
	}
	if verdict := d.judge(p, v, value); !verdict.Unusual {
		if !ended {
			d.series.Change(key).Need = value * 1.1
		}
		return
	}
	d.cross(p, key, v, now)
}

// last judges what can be told at the end only.
func (d *Detector) last(p *plan, key uint64) {
	v := d.series.Get(key)
	value, ok := v.value(p)
	if !ok || p.less && v.Half%2 == 0 {
		return
	}
	verdict := d.judge(p, v, value)
	if p.less && verdict.Few || !p.less && verdict.Unusual {
		d.cross(p, key, v, (v.Half+1)*p.half)
	}
}

// cross notes a series that crossed its limit.
func (d *Detector) cross(p *plan, key uint64, v *series, now int64) {
	if v.Guard.habit((v.Half-1)*p.half) || v.Guard.habit(v.Half*p.half) {
		return
	}
	if v.Surge != 0 {
		s := d.surges.Get(v.Surge)
		switch { // it goes on
		case s != nil && s.Half >= v.Half-1:
			if s.Half < v.Half {
				d.surges.Change(v.Surge).Half = v.Half
			}
			return
		case s != nil && s.Quiet >= v.Half-1:
			if s.Quiet < v.Half {
				d.surges.Change(v.Surge).Quiet = v.Half
			}
			return
		}
	}
	at := detect.Key(p.family, xxhash.Sum64String(v.place()))
	w, fresh := d.await.Use(at, now)
	end := (v.Half + 1) * p.half
	if fresh {
		*w = pending{Family: p.family, Place: v.place(), Deadline: end}
	}
	if v.in().Entity.Kind == finding.KindInterface || v.in().Entity.Kind == finding.KindAttachment {
		w.Deadline = min(w.Deadline, now+hold)
	}
	if len(w.Members) < maxMembers && !slices.Contains(w.Members, key) {
		w.Members = append(w.Members, key)
	}
}

// decide tells of what waited for long enough, or with all of everything.
func (d *Detector) decide(now int64, all bool, out detect.Out) {
	if d.await.Len() == 0 {
		return
	}
	var due []uint64
	d.await.Each(func(key uint64, _ int64, w *pending) {
		if all || w.Deadline <= now {
			due = append(due, key)
		}
	})
	slices.SortFunc(due, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(d.turn(d.await.Get(a)), d.turn(d.await.Get(b))), cmp.Compare(a, b))
	})
	for _, key := range due {
		w := d.await.Get(key).Clone()
		d.await.Delete(key)
		d.place(&w, now, out)
	}
}

// turn orders families: first those that say more than a surge does, last what is but
// the same surge.
func (d *Detector) turn(w *pending) int {
	for _, key := range w.Members {
		v := d.series.Get(key)
		if v == nil {
			continue
		}
		switch p := d.byID[v.Rule]; {
		case p.general:
			return 1
		case !p.tells(v):
			return 2
		}
	}
	return 0
}

// tells reports whether what a rule of another family counts is what makes a surge.
// Connections that begin and end at once are a surge of their own kind where most carry
// nothing: a probe, a guess, a client that cannot go on. When ordinary traffic rises its
// short connections rise with it, and those carry data.
func (p *plan) tells(v *series) bool {
	flows := v.Cur.Flows + v.Prev.Flows
	switch p.rule.Weir.Family {
	case finding.ShortConnections:
		return 2*(v.Cur.Bare+v.Prev.Bare) >= flows
	case finding.RejectSurge:
		return 2*(v.Cur.Rejected+v.Prev.Rejected) >= flows
	}
	return true
}

// place tells of what crossed in a VPC.
func (d *Detector) place(w *pending, now int64, out detect.Out) {
	var first, others []uint64 // interfaces, and what is no part of the network
	for _, key := range w.Members {
		v := d.series.Get(key)
		switch {
		case v == nil:
		case v.in().Entity.Kind == finding.KindInterface || v.in().Entity.Kind == finding.KindAttachment:
			first = append(first, key)
		default:
			others = append(others, key)
		}
	}
	told := uint64(0)
	for len(first) > 0 {
		key := first[0]
		v := d.series.Get(key)
		if s := d.covering(v); s != 0 {
			d.join(s, key, now, out)
			told, first = s, first[1:]
			continue
		}
		e, members := d.scope(v, key, now)
		told = d.begin(v, key, e, members, now, out)
		first = slices.DeleteFunc(first, func(k uint64) bool { return k == key || slices.Contains(members, k) })
	}
	rank := func(key uint64) int {
		if d.core(key, others) {
			return -1
		}
		return rank(d.series.Get(key))
	}
	slices.SortStableFunc(others, func(a, b uint64) int { return cmp.Compare(rank(a), rank(b)) })
	for _, key := range others {
		v := d.series.Get(key)
		s := d.worth(told, v)
		if s == 0 || d.apart(s, v) {
			s = d.covering(v)
		}
		if s != 0 {
			d.join(s, key, now, out)
			told = s
			continue
		}
		told = d.begin(v, key, v.in().Entity, []uint64{key}, now, out)
	}
}

// worth returns a surge of the same place, 0 if it says less than a series would: mail
// to hundreds of servers is no mere part of its subnet's connections.
func (d *Detector) worth(at uint64, v *series) uint64 {
	if s := d.surges.Get(at); s == nil || d.byID[v.Rule].rule.Severity > d.byID[s.Rule].rule.Severity {
		return 0
	}
	return at
}

// begin tells of a surge of members; key is the one that crossed first.
func (d *Detector) begin(v *series, key uint64, e finding.Entity, members []uint64, now int64, out detect.Out) uint64 {
	p := d.byID[v.Rule]
	window := detect.Window(p.rule, now-1)
	at := detect.Key(p.id, xxhash.Sum64String(string(e.Kind)+"\x00"+e.Network+"\x00"+e.ID), uint64(window))
	s := surge{
		Rule: v.Rule, Entity: e, Place: v.place(), Since: (v.Half - 1) * p.half, Found: now - 1, Half: v.Half, Pair: v.Pair, Text: v.in().Condition,
	}
	switch {
	case e == v.in().Entity:
	case e.Kind == finding.KindSubnet:
		s.Text = "subnet_id:" + detect.Quote(e.ID)
	case e.Kind == finding.KindVPC:
		s.Text = "vpc_id:" + detect.Quote(e.ID)
	case e.ID != everywhere:
		s.Text = "account_id:" + detect.Quote(e.ID)
	default:
		s.Text = ""
	}
	var list []risen
	for _, k := range members {
		o := d.series.Get(k)
		value, _ := o.value(p)
		verdict := d.judge(p, o, value)
		r := risen{key: k, subnet: o.in().Subnet, vpc: o.in().VPC, interfaceID: o.in().Entity.ID, value: value, expected: verdict.Expected()}
		r.low, r.high = verdict.Usual()
		s.Learning = s.Learning || verdict.Basis == baseline.Learning
		s.Value, s.Expected, s.Low, s.High = s.Value+value, s.Expected+r.expected, s.Low+r.low, s.High+r.high
		s.Flows += o.Cur.Flows + o.Prev.Flows
		s.Noise += o.Cur.Noise + o.Prev.Noise
		s.Last = max(s.Last, o.Cur.Last, o.Prev.Last)
		if k != key && len(members) > 1 && !o.Pair.clear() {
			s.Pair = pair{}
		}
		list = append(list, r)
	}
	s.Window, s.Members = s.Flows, uint64(len(members))
	if len(members) > 1 {
		s.Pair = pair{}
	}
	s.Shares = shares(list, v.in().Entity.Kind)
	old := d.surges.Get(at)
	bigger := old == nil || s.Value-s.Expected > old.Value-old.Expected
	for _, k := range members {
		o := d.series.Change(k)
		o.Surge, o.Base = at, o.Cur.Flows
	}
	t, _ := d.surges.Use(at, now)
	if !bigger { // the interval has a finding about more than this
		t.Quiet = v.Half
		return at
	}
	*t = s
	out.Find(d.finding(t))
	return at
}

// join counts a series to a surge that is open.
func (d *Detector) join(at, key uint64, now int64, out detect.Out) {
	v := d.series.Change(key)
	s := d.surges.Change(at)
	v.Surge, v.Base = at, v.Cur.Flows
	s.Half = max(s.Half, v.Half)
	e := v.in().Entity
	if e != s.Entity && len(s.Touches) < 8 && !slices.Contains(s.Touches, e) && e.Kind != finding.KindSubnet {
		s.Touches = append(s.Touches, e)
	}
	if e.Kind == finding.KindAddress && !s.Pair.clear() {
		s.Pair = v.Pair
	}
	out.Find(d.finding(s))
}

// shift learns the window that ended, if it is one of those that do not overlap, and
// opens the next half. It reports whether the series is awake.
func (d *Detector) shift(p *plan, key uint64, out detect.Out) bool {
	v := d.series.Change(key)
	if v.Surge != 0 {
		if s := d.surges.Get(v.Surge); s == nil || max(s.Half, s.Quiet) < v.Half-1 {
			v.Surge = 0
		} else if s.Half >= v.Half && s.has(v) && v.Cur.Flows > v.Base {
			s = d.surges.Change(v.Surge)
			s.Flows += v.Cur.Flows - v.Base
			s.Last = max(s.Last, v.Cur.Last)
			if value, ok := v.value(p); ok && s.Members == 1 && value > s.Value {
				s.Value, s.Window = value, v.Cur.Flows+v.Prev.Flows
			}
			out.Find(d.finding(s))
		}
	}
	value, ok := v.value(p)
	if ok && v.Half%2 == 1 {
		at, width := (v.Half-1)*p.half, time.Duration(2*p.half)
		subnet, all := d.parents(p, v)
		flagged := p.learn(v, at, value, subnet, all)
		if !flagged {
			v.lived(at, value)
		}
		if v.in().Subnet != "" {
			f, _ := d.parent.Use(detect.Key(p.id, xxhash.Sum64String(v.in().Subnet)), at)
			f.Learn(at, width, value, flagged)
		}
		f, _ := d.parent.Use(p.id, at)
		f.Learn(at, width, value, flagged)
	}
	v.Prev, v.Cur, v.Need, v.Base = v.Cur, bucket{}, 0, 0
	v.PrevPeers, v.CurPeers = v.CurPeers, sketch.Set{}
	v.Pair = pair{}
	v.Half++
	touched, _ := d.series.Touched(key)
	if v.Prev.Flows == 0 && v.Half%2 == 0 && (!p.less || v.Half*p.half-touched > 7*day) {
		v.Half = 0
		return false
	}
	return true
}
