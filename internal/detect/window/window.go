// Package window runs the rules that count over a sliding window of event time: more
// than so many, so much or so many different ones for a key, and the correlations of
// Sigma.
//
// A rule fires at the record that crosses its threshold, not when a window closes;
// what lies beneath a bound (lt, lte, neq) or hits a number exactly (eq) is known when
// the window, which then begins with the key's first record, is over. A key gives one
// finding in a realert interval, and its numbers grow with every later crossing.
package window

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

const hour = int64(3600e9)

// Detector runs rules over sliding windows.
type Detector struct {
	plans []*plan
	byID  map[uint64]*plan
	keys  *sketch.Table[series, *series]
	open  *sketch.Table[series, *series] // of rules that are decided when a window is over
	grown detect.Growing
	batch int
}

// plan is a rule made ready.
type plan struct {
	rule     *rule.Rule
	id       uint64
	selects  []selection
	value    valueKind
	op       string
	bound    float64
	percent  float64
	width    int64
	unit     string
	everyRow bool // counts what each interface saw, not each flow once
	closing  bool // decided when a window is over
	ordered  bool
}

// selection is what one of the rules joined selects.
type selection struct {
	n     int             // number in the set, -1: own matcher
	own   *filter.Matcher // nil: all rows
	batch int
	rows  filter.Bitmap
	about detect.Subject
	tell  *detect.Telling
	field detect.Field // whose values are counted
	base  string
}

// valueKind is what is counted.
type valueKind uint8

const (
	valueCount valueKind = iota
	valueSum
	valueAverage
	valueDistinct
	valuePercentile
	valueTemporal
)

var _ detect.Detector = (*Detector)(nil)

// New returns a detector of rules.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	d := &Detector{byID: map[uint64]*plan{}, keys: sketch.NewTable[series](env.Keys * 3 / 4), open: sketch.NewTable[series](env.Keys / 4)}
	for _, r := range rules {
		p, err := newPlan(r)
		if err != nil {
			continue // the loader told
		}
		d.plans = append(d.plans, p)
		d.byID[p.id] = p
	}
	return d
}

// Check returns why a rule cannot run, nil when it can.
func Check(r *rule.Rule) error {
	_, err := newPlan(detect.Numbered{Rule: r})
	return err
}

const (
	whyCount    = "{entity}: {value} {unit} within {window}, {bound}, the first at {first}."
	whyTemporal = "{entity}: {value} within {window}, the first at {first}."
)

func newPlan(r detect.Numbered) (*plan, error) {
	p := &plan{rule: r.Rule, id: xxhash.Sum64String(r.ID), op: "gt", bound: r.Weir.Threshold, width: int64(r.Weir.Window)}
	if r.Correlation != nil {
		return p, p.correlate(r)
	}
	about, err := subject(r.Rule, r.Weir.GroupBy)
	if err != nil {
		return nil, err
	}
	s := selection{n: r.N, about: about, tell: detect.NewTelling(about, r.Weir.Why, whyCount), base: text(r.Filter)}
	var of string
	if p.value, of, err = parseValue(r.Weir.Value); err != nil {
		return nil, err
	}
	if of != "" {
		if s.field, err = detect.FieldOf(of); err != nil {
			return nil, err
		}
	}
	p.unit = unit(p.value, of)
	p.selects = []selection{s}
	return p, p.finish()
}

// subject is what the findings of a rule are about: its entity, or what counts are
// kept by.
func subject(r *rule.Rule, groupBy []string) (detect.Subject, error) {
	switch {
	case r.Weir.Entity != "" && len(groupBy) == 0:
		return detect.ParseSubject(r.Weir.Entity)
	case len(groupBy) == 0:
		return detect.ParseSubject("source")
	}
	return detect.GroupBy(groupBy)
}

func text(f *filter.Bound) string {
	if f == nil || f.MatchesAll() {
		return ""
	}
	return f.String()
}

// parseValue reads count, sum(bytes), uniq(dstaddr), avg(bytes).
func parseValue(value string) (valueKind, string, error) {
	name, of, called := strings.Cut(strings.TrimSuffix(value, ")"), "(")
	switch {
	case value == "" || value == "count":
		return valueCount, "", nil
	case called && name == "sum":
		return valueSum, of, nil
	case called && name == "uniq":
		return valueDistinct, of, nil
	case called && name == "avg":
		return valueAverage, of, nil
	}
	return 0, "", fmt.Errorf("unknown value %q; it is count, sum(field), avg(field) or uniq(field)", value)
}

func unit(v valueKind, of string) string {
	switch v {
	case valueCount:
		return "flows"
	case valueDistinct:
		return "different " + of
	}
	return of
}

func (p *plan) correlate(r detect.Numbered) error {
	c := r.Correlation
	kinds := map[rule.CorrelationType]valueKind{
		rule.EventCount: valueCount, rule.ValueCount: valueDistinct, rule.ValueSum: valueSum, rule.ValueAvg: valueAverage,
		rule.ValuePercentile: valuePercentile, rule.Temporal: valueTemporal, rule.TemporalOrdered: valueTemporal,
	}
	kind, ok := kinds[c.Type]
	if !ok {
		return fmt.Errorf("unknown correlation type %q", c.Type)
	}
	p.value, p.ordered, p.width = kind, c.Type == rule.TemporalOrdered, int64(c.Timespan)
	p.op, p.bound, p.percent, p.unit = cmp.Or(c.Op, "gte"), c.Value, cmp.Or(c.Percentile, 50), unit(kind, c.Field)
	why := whyCount
	if kind == valueTemporal {
		p.op, p.bound, why = "gte", float64(len(c.Rules)), whyTemporal
	}
	for n, of := range c.Rules {
		if of.Correlation != nil {
			return fmt.Errorf("rule %s is a correlation itself; weir joins rules that select records", of.ID)
		}
		names := slices.Clone(c.GroupBy)
		for i, name := range names {
			if fields, ok := c.Aliases[name]; ok && n < len(fields) {
				names[i] = fields[n]
			}
		}
		about, err := subject(r.Rule, names)
		if err != nil {
			return err
		}
		s := selection{n: -1, about: about, tell: detect.NewTelling(about, r.Weir.Why, why), base: text(of.Filter)}
		if of.Filter != nil && !of.Filter.MatchesAll() {
			s.own = of.Filter.Matcher()
		}
		if kind != valueCount && kind != valueTemporal {
			field := c.Field
			if fields, ok := c.Aliases[field]; ok && n < len(fields) {
				field = fields[n]
			}
			if s.field, err = detect.FieldOf(field); err != nil {
				return err
			}
		}
		p.selects = append(p.selects, s)
	}
	if len(p.selects) == 0 || len(p.selects) > maxSelections {
		return fmt.Errorf("a correlation joins 1 to %d rules, not %d", maxSelections, len(p.selects))
	}
	return p.finish()
}

// maxSelections bounds the rules that a correlation joins.
const maxSelections = 64

func (p *plan) finish() error {
	if p.width <= 0 {
		return fmt.Errorf("a window of %d s", p.width/1e9)
	}
	if !slices.Contains([]string{"gt", "gte", "lt", "lte", "eq", "neq"}, p.op) {
		return fmt.Errorf("unknown comparison %q", p.op)
	}
	p.closing = p.op != "gt" && p.op != "gte"
	p.everyRow = p.selects[0].about.Logged()
	return nil
}

// holds reports whether a value is what the rule asks for.
func (p *plan) holds(v float64) bool {
	switch p.op {
	case "gt":
		return v > p.bound
	case "gte":
		return v >= p.bound
	case "lt":
		return v < p.bound
	case "lte":
		return v <= p.bound
	case "eq":
		return v == p.bound
	default:
		return v != p.bound
	}
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	if s.Lo == 0 {
		d.batch++
	}
	for _, p := range d.plans {
		if len(p.selects) == 1 {
			p.selects[0].each(b, d.batch, s.Lo, s.Hi, func(i int) { d.take(p, 0, b, i, out) })
			continue
		}
		// The rules joined see each row before the next.
		for i := s.Lo; i < s.Hi; i++ {
			for n := range p.selects {
				if rows := p.selects[n].match(b, d.batch); rows == nil || rows.Has(i) {
					d.take(p, n, b, i, out)
				}
			}
		}
	}
}

// match returns the rows that are selected, nil for all.
func (s *selection) match(b *detect.Block, batch int) filter.Bitmap {
	switch {
	case s.n >= 0:
		return b.Matches[s.n]
	case s.own == nil:
		return nil
	case s.batch != batch:
		s.rows, s.batch = s.own.Match(b.Batch), batch
	}
	return s.rows
}

func (s *selection) each(b *detect.Block, batch, lo, hi int, fn func(i int)) {
	rows := s.match(b, batch)
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

func (d *Detector) take(p *plan, n int, b *detect.Block, i int, out detect.Out) {
	if b.Status[i] != detect.StatusFlow {
		return
	}
	counted := b.Counts(i, p.everyRow)
	s := &p.selects[n]
	subject, ok := s.about.Key(b, i)
	if !ok {
		return
	}
	var x uint64
	switch p.value {
	case valueDistinct:
		x, ok = s.field.Key(b, i)
	case valueSum, valueAverage, valuePercentile:
		x, ok = s.field.Number(b, i)
	}
	if !ok {
		return
	}
	key, at := detect.Key(p.id, subject), b.Start[i]
	if p.closing {
		if counted {
			d.gather(p, n, b, i, key, x, out)
		}
		return
	}
	v, _ := d.keys.Use(key, at)
	v.Rule = p.id
	if told := v.Told; told != 0 && told == detect.Window(p.rule, at)+1 {
		// What comes between two crossings belongs to the finding only if there is a second.
		s.tell.Add(&v.Since, b, i, counted)
	}
	if !counted {
		return
	}
	v.expire(at - p.width)
	v.add(p, n, at, x)
	value := v.value(p)
	if !p.holds(value) {
		return
	}
	window := detect.Window(p.rule, at) + 1
	fresh := v.Told != window
	if fresh {
		v.Told, v.Found = window, at
		v.Since = s.tell.Begin(b, i)
		v.Since.First, v.Since.Rows, v.Since.Count = v.first(at), v.size(p), v.size(p)
		v.Since.Bytes, v.Since.Packets = b.Bytes[i], b.Packets[i]
		v.Most = 0
	}
	worse := value >= 2*v.Most && !fresh
	v.Most = max(v.Most, value)
	v.Shown, v.Flows, v.End = v.Since.Rows, v.Since.Count, at
	if d.grown.Tell(&v.Since, key, fresh || worse) {
		out.Find(p.finding(v))
	}
}

// gather counts a row of a rule that is decided when a window is over.
func (d *Detector) gather(p *plan, n int, b *detect.Block, i int, key, x uint64, out detect.Out) {
	if v := d.open.Get(key); v != nil && v.Found+p.width <= b.Start[i] {
		d.decide(key, out)
	}
	v, fresh := d.open.Use(key, b.Start[i])
	s := &p.selects[n]
	if fresh {
		v.Rule, v.Found = p.id, b.Start[i]
		v.Since = s.tell.Begin(b, i)
	}
	s.tell.Add(&v.Since, b, i, true)
	v.Shown, v.Flows, v.End = v.Since.Rows, v.Since.Count, b.Start[i]
	v.add(p, n, b.Start[i], x)
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	for _, key := range d.grown.Take() {
		v := d.keys.Change(key)
		if v == nil {
			continue
		}
		if p := d.byID[v.Rule]; v.Since.Settle(v.Shown) && p != nil {
			out.Find(p.finding(v))
		}
	}
	d.close(now, out)
	if now%hour != 0 {
		return
	}
	d.keys.Each(func(key uint64, touched int64, v *series) {
		p := d.byID[v.Rule]
		if p == nil || touched < now-p.width && (v.Told == 0 || v.Told <= detect.Window(p.rule, now)) {
			d.keys.Delete(key)
		}
	})
}

// close decides the windows that are over.
func (d *Detector) close(now int64, out detect.Out) {
	if d.open.Len() == 0 {
		return
	}
	var over []uint64
	d.open.Each(func(key uint64, _ int64, v *series) {
		if p := d.byID[v.Rule]; p == nil || v.Found+p.width <= now {
			over = append(over, key)
		}
	})
	slices.Sort(over)
	for _, key := range over {
		d.decide(key, out)
	}
}

// decide ends the window of a key.
func (d *Detector) decide(key uint64, out detect.Out) {
	v := d.open.Get(key)
	if p := d.byID[v.Rule]; p != nil {
		if value := v.value(p); p.holds(value) {
			told := v.Clone()
			told.Most, told.Found = value, v.Found+p.width
			out.Find(p.finding(&told))
		}
	}
	d.open.Delete(key)
}

// State implements [detect.Detector].
func (d *Detector) State() []detect.State { return []detect.State{d.keys, d.open} }

func (p *plan) finding(v *series) finding.Finding {
	f := detect.Begin(p.rule, v.Since.Entity(), v.Found)
	t := v.Since
	t.Last, t.Count = v.End, v.Flows
	t.Fill(&f)
	f.Why = p.selects[0].tell.Why(&t, func(name string) (string, bool) { return p.text(v, name) })
	var bases []string
	for _, s := range p.selects {
		if s.base == "" {
			bases = nil
			break
		}
		bases = append(bases, "("+s.base+")")
	}
	switch {
	case len(bases) == 1:
		f.Evidence.Filter += " AND " + bases[0]
	case len(bases) > 1:
		f.Evidence.Filter += " AND (" + strings.Join(bases, " OR ") + ")"
	}
	return f
}
