// Package health watches the logs themselves: interfaces that stop to log, that log no
// traffic where there should be some, files that come late, and whatever else a rule
// says is missing when it is absent.
//
// Silence is judged by each interface's own habit: the longest pause of its last week.
// Interfaces of one subnet or VPC that fall silent together are one finding, which is
// resolved when they log again. All of it is told by event time, which the records of
// the others move on: when all logs stop, time stands still, and only who takes them
// in can tell.
package health

import (
	"slices"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

const (
	minute = int64(60e9)
	hour   = 60 * minute
	day    = 24 * hour
)

// Detector runs the rules about what is missing.
type Detector struct {
	env      *detect.Env
	silent   []*silentRule
	late     []*lateRule
	absences []*absence
	byID     map[uint64]*absence

	logs   *sketch.Table[log, *log]     // by interface or attachment
	groups *sketch.Table[group, *group] // what is silent now
	last   *sketch.Table[mark, *mark]   // of rules with absence, by rule and key
	flows  *sketch.Table[post, *post]   // of rules with late, by rule and flow log

	// What a slice tells, by number of context and of side.
	contexts []context
	touched  []uint32 // contexts of the slice, in order
	sides    []side
	batch    *record.Registry
	slice    uint32
	parts    map[uint32]*parcel
	arrived  []*parcel // of the slice, in order
}

// context is what the records of a slice tell of who logged them.
type context struct {
	key      uint64 // of the log; 0: not looked up yet
	slice    uint32
	from, to int64 // starts of records
	flow     int64 // first start of a flow; 0: none
	flowTo   int64
}

// side is an end of a flow that another interface saw.
type side struct {
	key   uint64 // of its interface's log; 0: none
	known bool
	slice uint32
}

var _ detect.Detector = (*Detector)(nil)

// New returns a detector of rules.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	d := &Detector{
		env: env, byID: map[uint64]*absence{},
		logs: sketch.NewTable[log](env.Keys / 4), groups: sketch.NewTable[group](env.Keys / 16), last: sketch.NewTable[mark](env.Keys / 2),
		flows: sketch.NewTable[post](env.Keys / 16), parts: map[uint32]*parcel{},
	}
	for _, r := range rules {
		switch s := r.Weir.Settings.(type) {
		case rule.Silent:
			d.silent = append(d.silent, newSilent(r.Rule, s))
		case rule.Late:
			d.late = append(d.late, newLate(r.Rule, s))
		default:
			if a := newAbsence(r); a != nil {
				d.absences = append(d.absences, a)
				d.byID[a.id] = a
			}
		}
	}
	return d
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	d.slice++
	if len(d.silent) > 0 {
		d.gather(b, s)
		for _, n := range d.touched {
			d.logged(b, n, out)
		}
		d.others(b, s)
	}
	if len(d.late) > 0 && d.env.Delivered != nil {
		d.arrive(b, s, out)
	}
	for _, a := range d.absences {
		d.present(a, b, s, out)
	}
}

// gather notes who logged in a slice.
func (d *Detector) gather(b *detect.Block, s detect.Slice) {
	if d.batch != b.Registry {
		d.batch, d.contexts, d.sides = b.Registry, nil, nil
	}
	d.contexts = append(d.contexts, make([]context, b.Registry.Len(record.GroupContext)-len(d.contexts))...)
	d.sides = append(d.sides, make([]side, b.Registry.Len(record.GroupSide)-len(d.sides))...)
	d.touched = d.touched[:0]
	for i := s.Lo; i < s.Hi; i++ {
		c := &d.contexts[b.Context[i]]
		at := b.Start[i]
		if c.slice != d.slice {
			c.slice, c.from, c.flow = d.slice, at, 0
			d.touched = append(d.touched, b.Context[i])
		}
		c.to = at
		if b.Status[i] == detect.StatusFlow {
			if c.flow == 0 {
				c.flow = at
			}
			c.flowTo = at
		}
	}
}

// others notes which interfaces others saw sending: those are alive.
func (d *Detector) others(b *detect.Block, s detect.Slice) {
	for i := s.Lo; i < s.Hi; i++ {
		e := &d.sides[b.SrcSide[i]]
		if e.slice == d.slice {
			continue
		}
		if !e.known {
			e.known = true
			if id := b.Side(i, false).Value(record.SideInterface); id != "" {
				e.key = xxhash.Sum64String(id)
			}
		}
		if e.key == 0 || b.Status[i] != detect.StatusFlow || d.contexts[b.Context[i]].key == e.key {
			continue
		}
		e.slice = d.slice
		// Told in steps, so that the table changes little.
		if v := d.logs.Get(e.key); v != nil && b.Start[i]-v.Seen >= 10*minute {
			d.logs.Change(e.key).Seen = b.Start[i]
		}
	}
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	if len(d.silent) > 0 {
		var newest int64
		d.logs.Each(func(_ uint64, _ int64, v *log) { newest = max(newest, v.Last[ofRecords]) })
		for _, r := range d.silent {
			d.judge(r, min(now, newest+minute), out)
		}
	}
	if len(d.late) > 0 {
		d.overdue(now, out)
	}
	if len(d.absences) > 0 {
		d.absent(now, out)
	}
	if now%hour != 0 {
		return
	}
	d.logs.Expire(now - 8*day)
	d.groups.Expire(now - 8*day)
	d.flows.Expire(now - 8*day)
}

// State implements [detect.Detector].
func (d *Detector) State() []detect.State { return []detect.State{d.logs, d.groups, d.last, d.flows} }

// sorted returns the keys for which keep holds, ascending.
func sorted[V any, P sketch.Value[V]](t *sketch.Table[V, P], keep func(key uint64, v *V) bool) []uint64 {
	var keys []uint64
	t.Each(func(key uint64, _ int64, v *V) {
		if keep(key, v) {
			keys = append(keys, key)
		}
	})
	slices.Sort(keys)
	return keys
}
