// Package match runs the rules that one record decides: what a filter selects, or
// what a list of the user's has or lacks.
//
// An entity gives one finding of a rule in a realert interval; its count grows. What
// a record alone decides can be told at once, too, in any order: see
// [Detector.Judge].
package match

import (
	"math/bits"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

const hour = int64(3600e9)

// Detector runs rules of one record.
type Detector struct {
	env   *detect.Env
	rules []*matcher
	hits  *sketch.Table[hit, *hit]

	grown detect.Growing
	// judged are the keys that were told before their time came.
	judged map[uint64]struct{}
	batch  int // counts batches, for what is computed once for each
}

// maxJudged bounds judged. Beyond it something may be told twice, which its id bears.
const maxJudged = 1 << 16

// matcher is a rule made ready.
type matcher struct {
	n      int
	rule   *rule.Rule
	id     uint64 // hash of the rule's id
	about  detect.Subject
	tell   *detect.Telling
	status bool // looks at records that tell of no traffic, too
	every  bool // counts what each interface saw, not each flow once
	listed *rule.Listed
	of     detect.Field // what is looked up
	fixed  bool         // the entity tells what was looked up
	when   []when
	base   string // the filter as text
	ports  string // the list of ports as a filter, once it was asked for
	off    bool
}

// when is a severity by context.
type when struct {
	m        *filter.Matcher
	severity finding.Severity
	batch    int
	rows     filter.Bitmap
}

var _ detect.Immediate = (*Detector)(nil)

// New returns a detector of rules.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	d := &Detector{env: env, hits: sketch.NewTable[hit](env.Keys), judged: map[uint64]struct{}{}}
	for _, r := range rules {
		d.rules = append(d.rules, newMatcher(r))
	}
	return d
}

// defaultWhy is the sentence of rules without one.
const defaultWhy = "{entity}: {count} flows from {srcaddr} to {dstaddr} port {dstport} with {bytes}, the first at {first}."

func newMatcher(r detect.Numbered) *matcher {
	m := &matcher{n: r.N, rule: r.Rule, id: xxhash.Sum64String(r.ID)}
	w := &r.Weir
	entity := w.Entity
	if entity == "" {
		entity = "source"
	}
	var err error
	if m.about, err = detect.ParseSubject(entity); err != nil {
		m.off = true // the loader told
	}
	m.every = m.about.Logged()
	m.tell = detect.NewTelling(m.about, w.Why, defaultWhy)
	if r.Filter != nil && !r.Filter.MatchesAll() {
		m.base = r.Filter.String()
		for _, id := range r.Filter.Fields() {
			m.status = m.status || id == record.LogStatus
		}
	}
	if s, ok := w.Settings.(rule.Listed); ok {
		m.listed = &s
		m.off = m.off || !s.Ready()
		if s.Addresses != nil {
			if m.of, err = detect.FieldOf(s.Of); err != nil {
				m.off = true
			}
			for _, f := range m.about.Fields() {
				m.fixed = m.fixed || f.Name == m.of.Name
			}
		}
	}
	for _, s := range w.SeverityWhen {
		m.when = append(m.when, when{m: s.When.Matcher(), severity: s.Severity})
	}
	return m
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	if s.Lo == 0 {
		d.batch++
	}
	for _, m := range d.rules {
		if m.off {
			continue
		}
		m.each(b, s.Lo, s.Hi, func(i int) { d.take(m, b, i, out) })
	}
}

// each calls fn with the rows in [lo, hi) that the filter selects.
func (m *matcher) each(b *detect.Block, lo, hi int, fn func(i int)) {
	rows := b.Matches[m.n]
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

// key returns the key of a row for a rule, false when the row does not count.
func (m *matcher) key(b *detect.Block, i int) (key uint64, entry string, ok bool) {
	if b.Status[i] != detect.StatusFlow && !m.status {
		return 0, "", false
	}
	if m.listed != nil {
		if entry, ok = m.lookUp(b, i); !ok {
			return 0, "", false
		}
	}
	subject, ok := m.about.Key(b, i)
	if !ok {
		return 0, "", false
	}
	return detect.Key(m.id, subject, uint64(detect.Window(m.rule, b.Start[i]))), entry, true
}

// lookUp asks the list about a row: whether the rule fires, and what the list says.
func (m *matcher) lookUp(b *detect.Block, i int) (entry string, fires bool) {
	s := m.listed
	switch {
	case s.Addresses != nil:
		a, _, ok := m.of.Addr(b, i)
		if !ok || s.Public && (iana.ScopeOf(a) != iana.Public || a == b.DstAddr[i] && b.DstScope[i] == record.ScopeInternal) {
			return "", false
		}
		entry, in := s.Addresses.Lookup(a)
		return entry, in != s.Outside
	case s.Ports != nil:
		if b.Opener[i] == record.InitiatorNone {
			return "", false
		}
		return "", s.Ports.Has(b.Protocol[i], b.ServicePort(i)) != s.Outside
	}
	dst, ok := b.ServerIsDst(i)
	if !ok {
		return "", false
	}
	client, server := b.Side(i, !dst).Value(record.SideApp), b.Side(i, dst).Value(record.SideApp)
	if client == "" || server == "" {
		return "", false
	}
	in := false
	for k := range s.Pairs {
		in = in || s.Pairs[k].Matches(client, server, b.Protocol[i], b.ServicePort(i))
	}
	return "", in != s.Outside
}

func (d *Detector) take(m *matcher, b *detect.Block, i int, out detect.Out) {
	key, entry, ok := m.key(b, i)
	if !ok {
		return
	}
	v, fresh := d.hits.Use(key, b.Start[i])
	if fresh {
		m.begin(v, b, i)
	}
	worse := m.add(v, b, i, d.batch, entry, d.env.Hosts)
	if !m.decided(v) {
		return
	}
	if d.grown.Tell(&v.Trace, key, v.Given == 0 || worse) {
		out.Find(m.finding(v))
	}
}

// decided reports whether what was seen of an entity makes a finding: a flow that counts.
// The records that a NAT gateway or a transit gateway has of a flow are evidence, but
// their addresses are not its ends.
func (m *matcher) decided(v *hit) bool { return v.Count > 0 || m.every || m.status }

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	for _, key := range d.grown.Take() {
		v := d.hits.Change(key)
		if v == nil {
			continue
		}
		if m := d.matcher(v.Rule); v.Settle(v.Rows) && m != nil && m.decided(v) {
			out.Find(m.finding(v))
		}
	}
	if now%hour != 0 {
		return
	}
	d.hits.Each(func(key uint64, _ int64, v *hit) {
		if m := d.matcher(v.Rule); m == nil || detect.Window(m.rule, now) > detect.Window(m.rule, v.First) {
			d.hits.Delete(key)
		}
	})
}

func (d *Detector) matcher(id uint64) *matcher {
	for _, m := range d.rules {
		if m.id == id {
			return m
		}
	}
	return nil
}

// State implements [detect.Detector].
func (d *Detector) State() []detect.State { return []detect.State{d.hits} }

// Judge implements [detect.Immediate]: it tells of entities that are not known yet.
// Their numbers are those of the rows at hand.
func (d *Detector) Judge(b *detect.Block, out detect.Out) {
	d.batch++
	type judged struct {
		m *matcher
		v hit
	}
	fresh := map[uint64]*judged{}
	var order []uint64
	for _, m := range d.rules {
		if m.off {
			continue
		}
		m.each(b, 0, b.Len(), func(i int) {
			key, entry, ok := m.key(b, i)
			if _, told := d.judged[key]; !ok || told || d.hits.Get(key) != nil {
				return
			}
			j := fresh[key]
			if j == nil {
				j = &judged{m: m}
				m.begin(&j.v, b, i)
				fresh[key] = j
				order = append(order, key)
			}
			m.add(&j.v, b, i, d.batch, entry, d.env.Hosts)
		})
	}
	if len(d.judged)+len(order) > maxJudged {
		clear(d.judged)
	}
	for _, key := range order {
		if j := fresh[key]; j.m.decided(&j.v) {
			d.judged[key] = struct{}{}
			out.Find(j.m.finding(&j.v))
		}
	}
}
