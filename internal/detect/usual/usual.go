// Package usual runs the rules that fire on far more than is usual for a series at
// this hour of the week: flows, bytes, packets, different peers or the share of what is
// refused, of an interface, a subnet, an address or an app.
//
// A window slides by half its width. It is judged while it is open, for what is counted
// only grows, and when it ends; each second of them, which do not overlap, is learned.
// Series that surge together are one finding about what they share: an interface, a
// subnet, a VPC, or everything.
package usual

import (
	"math/bits"
	"slices"
	"strings"
	"time"
	"unique"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/baseline"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

const (
	minute = int64(60e9)
	hour   = 60 * minute
	day    = 24 * hour
)

// Detector runs rules about what is usual.
type Detector struct {
	env    *detect.Env
	plans  []*plan
	byID   map[uint64]*plan
	series *sketch.Table[series, *series]
	parent *sketch.Table[parent, *parent]   // what is usual in a subnet, and everywhere
	await  *sketch.Table[pending, *pending] // what crossed and waits for others
	surges *sketch.Table[surge, *surge]
	clock  *sketch.Table[moment, *moment] // when the next half of a window ends

	touched []uint64 // series that grew in this minute; may name such as were taken back
	sums    []sum    // of a slice, by series
	byKey   map[uint64]int32
}

// plan is a rule made ready.
type plan struct {
	n       int
	rule    *rule.Rule
	id      uint64
	family  uint64
	about   detect.Subject
	why     detect.Sentence
	value   valueKind
	field   detect.Field // summed, or whose values are told apart
	unit    string
	half    int64
	config  baseline.Config
	less    bool
	logged  bool
	general bool // surge, which the other families tell better
	source  bool // series are of hosts that send
	noisy   bool // internet noise is shown and does not page
	base    string
	slots   []slot // by number of context
	slice   uint32
	reg     *record.Registry
}

type valueKind uint8

const (
	valueCount valueKind = iota
	valueSum
	valueDistinct
	valueRatio
)

// slot is the series of those who logged with a context.
type slot struct {
	key   uint64 // 0: not known, 1: none
	slice uint32 // of which sum holds
	sum   int32
}

// sum is what a slice adds to a series.
type sum struct {
	key   uint64
	row   int // the first
	add   bucket
	peers []uint64
	pair  pair
}

// factor is how many times what is usual a window must have at least. A threefold rise
// of the width of a window fills three quarters of one of those that slide by half.
const factor = 2

// learn is for how long a series is not judged by itself.
const learn = 72 * time.Hour

var _ detect.Detector = (*Detector)(nil)

// New returns a detector of rules.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	d := &Detector{
		env: env, byID: map[uint64]*plan{}, byKey: map[uint64]int32{},
		series: sketch.NewTable[series](max(env.Keys/4, 64)), parent: sketch.NewTable[parent](max(env.Keys/16, 64)),
		await: sketch.NewTable[pending](max(env.Keys/16, 64)), surges: sketch.NewTable[surge](max(env.Keys/16, 64)), clock: sketch.NewTable[moment](0),
	}
	for _, r := range rules {
		if p := newPlan(r); p != nil {
			d.plans = append(d.plans, p)
			d.byID[p.id] = p
		}
	}
	return d
}

const (
	whyMore  = "{entity}: {value} {unit} within {window}, {times} what is usual at this hour of the week ({usual}){scope}{peer}."
	whyLess  = "{entity}: only {value} {unit} within {window}, where {usual} are usual at this hour of the week."
	whyRatio = "{entity}: {value} of {flows} flows within {window} were refused, where {usual} is usual at this hour of the week{peer}."
)

func newPlan(r detect.Numbered) *plan {
	m := r.Weir.MoreThanUsual
	if m == nil || m.Every <= 0 {
		return nil
	}
	about, err := detect.GroupBy(m.Per)
	if r.Weir.Entity != "" && len(m.Per) == 0 {
		about, err = detect.ParseSubject(r.Weir.Entity)
	}
	if err != nil {
		return nil
	}
	p := &plan{
		n: r.N, rule: r.Rule, id: xxhash.Sum64String(r.ID), family: xxhash.Sum64String(string(r.Weir.Family)), about: about,
		half: int64(m.Every) / 2, less: m.Less, logged: about.Logged(), unit: "flows", general: r.Weir.Family == finding.Surge, noisy: r.Weir.Reachable != "page",
		config: baseline.Config{Risk: m.Risk, Minimum: max(m.Minimum, 1), Factor: factor, Learn: learn},
	}
	p.source = r.UsesSource()
	name, of, called := strings.Cut(strings.TrimSuffix(m.Value, ")"), "(")
	switch {
	case m.Value == "ratio":
		p.value = valueRatio
		p.config.Minimum = minRatio
	case called && name == "sum":
		p.value, p.unit = valueSum, of
		p.field, err = detect.FieldOf(of)
	case called && name == "uniq":
		p.value, p.unit = valueDistinct, "different "+of
		p.field, err = detect.FieldOf(of)
	case m.Value != "" && m.Value != "count":
		return nil
	}
	if err != nil {
		return nil
	}
	text := whyMore
	switch {
	case p.value == valueRatio:
		text = whyRatio
	case p.less:
		text = whyLess
	}
	if p.why, err = detect.ParseSentence(r.Weir.Why); err != nil || r.Weir.Why == "" {
		p.why, _ = detect.ParseSentence(text)
	}
	if r.Filter != nil && !r.Filter.MatchesAll() {
		p.base = r.Filter.String()
	}
	return p
}

// minRatio is the least share of refused flows, in thousandths, that is ever unusual.
const minRatio = 100

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	d.ends(s.From, out)
	for _, p := range d.plans {
		d.sums = d.sums[:0]
		clear(d.byKey)
		if p.reg != b.Registry {
			p.reg, p.slots = b.Registry, nil
		}
		p.slots = append(p.slots, make([]slot, b.Registry.Len(record.GroupContext)-len(p.slots))...)
		p.slice++
		p.each(b, s.Lo, s.Hi, func(i int) { d.add(p, b, i) })
		for n := range d.sums {
			d.write(p, b, s, &d.sums[n])
		}
	}
}

// each calls fn with the rows in [lo, hi) that the filter selects.
func (p *plan) each(b *detect.Block, lo, hi int, fn func(i int)) {
	rows := b.Matches[p.n]
	if rows == nil {
		for i := lo; i < hi; i++ {
			fn(i)
		}
		return
	}
	for word := lo >> 6; word<<6 < hi; word++ {
		w := rows[word]
		if base := word << 6; base < lo {
			w &= ^uint64(0) << (lo - base)
		}
		if end := word<<6 + 64; end > hi {
			w &= ^uint64(0) >> (end - hi)
		}
		for ; w != 0; w &= w - 1 {
			fn(word<<6 | bits.TrailingZeros64(w))
		}
	}
}

// sum returns what the slice adds to the series of a row, nil when the row has none.
func (d *Detector) sum(p *plan, b *detect.Block, i int) *sum {
	if !p.logged {
		k, ok := p.about.Key(b, i)
		if !ok {
			return nil
		}
		return &d.sums[d.find(p, b, i, detect.Key(p.id, k))]
	}
	// Fast path: who logged is the same for many rows.
	c := &p.slots[b.Context[i]]
	if c.slice == p.slice && c.key > 1 {
		return &d.sums[c.sum]
	}
	if c.key == 0 {
		c.key = 1
		if k, ok := p.about.Key(b, i); ok {
			c.key = max(detect.Key(p.id, k), 2)
		}
	}
	if c.key == 1 {
		return nil
	}
	c.slice, c.sum = p.slice, d.find(p, b, i, c.key)
	return &d.sums[c.sum]
}

// find returns the place of the sum of a series, which is made when there is none.
func (d *Detector) find(p *plan, b *detect.Block, i int, key uint64) int32 {
	n, known := d.byKey[key]
	if known {
		return n
	}
	n = int32(len(d.sums))
	d.byKey[key] = n
	if len(d.sums) < cap(d.sums) {
		d.sums = d.sums[:n+1]
		d.sums[n] = sum{key: key, row: i, peers: d.sums[n].peers[:0]}
	} else {
		d.sums = append(d.sums, sum{key: key, row: i})
	}
	if v := d.series.Get(key); v != nil && v.Half == b.Start[i]/p.half {
		d.sums[n].pair = v.Pair
	}
	return n
}

// add counts a row.
func (d *Detector) add(p *plan, b *detect.Block, i int) {
	if b.Status[i] != detect.StatusFlow || !b.Counts(i, p.logged) {
		return
	}
	s := d.sum(p, b, i)
	if s == nil {
		return
	}
	x := uint64(1)
	switch p.value {
	case valueSum:
		x, _ = p.field.Number(b, i)
	case valueDistinct:
		k, ok := p.field.Key(b, i)
		if !ok {
			return
		}
		if m := len(s.peers); m == 0 || s.peers[m-1] != k {
			s.peers = append(s.peers, k)
		}
	}
	s.add.Value += x
	s.add.Flows++
	if b.Action[i] == record.Reject {
		s.add.Rejected++
	}
	if p.noisy && b.Action[i] == record.Reject && b.SrcScope[i] == record.ScopePublic && b.DstScope[i] == record.ScopeInternal &&
		b.Opener[i] != record.InitiatorDst && d.env.Hosts.Reachable(b.DstHost[i]) {
		s.add.Noise++
	}
	if !b.Payload(i) {
		s.add.Bare++
	}
	s.add.Last = b.Start[i]
	s.pair.vote(b, i, x)
}

// write puts what a slice adds into the series.
func (d *Detector) write(p *plan, b *detect.Block, s detect.Slice, add *sum) {
	if add.add.Flows == 0 {
		return
	}
	v, fresh := d.series.Use(add.key, s.From)
	if fresh {
		d.name(v, p, b, add.row)
		// A host that was there for days and never did so usually does not.
		if first := d.env.Hosts.Known(b, add.row, false); p.source && first != 0 && s.From-first >= int64(learn) {
			v.Profile.Quiet(first, s.From-s.From%(2*p.half), time.Duration(2*p.half))
		}
	}
	half := s.From / p.half
	if v.Half != half { // it slept
		v.Half, v.Prev, v.Cur, v.Pair, v.Need, v.Base = half, bucket{}, bucket{}, pair{}, 0, 0
		v.PrevPeers, v.CurPeers = sketch.Set{}, sketch.Set{}
		if d.clock.Get(p.id) == nil {
			m, _ := d.clock.Use(p.id, s.From)
			*m = moment((half + 1) * p.half)
		}
	}
	v.Cur.add(&add.add)
	for _, k := range add.peers {
		v.CurPeers.Add(k)
	}
	if p.value == valueDistinct {
		v.Cur.Value = uint64(v.CurPeers.Len())
	}
	v.Pair = add.pair
	d.touched = append(d.touched, add.key)
}

// name says what a new series is about.
func (d *Detector) name(v *series, p *plan, b *detect.Block, i int) {
	v.Rule = p.id
	w := where{
		Entity: p.about.Entity(b, i), Condition: p.about.Condition(b, i),
		Subnet: b.ContextOf(i, record.SubnetID), VPC: b.ContextOf(i, record.VPCID), Account: b.ContextOf(i, record.AccountID),
	}
	if w.Entity.Kind == finding.KindApp && !p.logged {
		w.Subnet = ""
	}
	v.where = unique.Make(w)
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	d.step(now, out)
	if now%hour != 0 {
		return
	}
	d.series.Expire(now - 35*day)
	d.parent.Expire(now - 35*day)
	d.surges.Expire(now - 2*day)
}

// step lets time come to a moment.
func (d *Detector) step(now int64, out detect.Out) {
	slices.Sort(d.touched)
	for _, key := range slices.Compact(d.touched) {
		d.check(key, now)
	}
	d.touched = d.touched[:0]
	d.ends(now, out)
	d.decide(now, false, out)
}

// ends ends the halves of windows that are over.
func (d *Detector) ends(now int64, out detect.Out) {
	for _, p := range d.plans {
		for {
			m := d.clock.Get(p.id)
			if m == nil || int64(*m) > now {
				break
			}
			d.end(p, int64(*m), out)
		}
	}
}

// end ends the half of a window of all series of a rule.
func (d *Detector) end(p *plan, at int64, out detect.Out) {
	half := at/p.half - 1
	keys := d.keysOf(func(v *series) bool { return v.Rule == p.id && v.Half == half })
	for _, key := range keys {
		d.check(key, at)
		if p.value == valueRatio || p.less {
			d.last(p, key)
		}
	}
	d.decide(at, true, out)
	awake := false
	for _, key := range keys {
		awake = d.shift(p, key, out) || awake
	}
	m := d.clock.Change(p.id)
	*m = moment(at + p.half)
	if !awake && !p.less {
		// All sleep. The next row sets the clock.
		d.clock.Delete(p.id)
	}
}

func (d *Detector) keysOf(keep func(v *series) bool) []uint64 {
	var keys []uint64
	d.series.Each(func(key uint64, _ int64, v *series) {
		if keep(v) {
			keys = append(keys, key)
		}
	})
	slices.Sort(keys)
	return keys
}

// State implements [detect.Detector].
func (d *Detector) State() []detect.State {
	return []detect.State{d.series, d.parent, d.await, d.surges, d.clock}
}
