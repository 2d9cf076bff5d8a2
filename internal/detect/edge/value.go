package edge

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/sketch"
)

// values runs a rule with new_value or rare_value.
type values struct {
	env *detect.Env
	detect.Numbered

	of, per []detect.Field
	about   detect.Subject
	tell    *detect.Telling
	measure detect.Field // what is added up of a value; without a name each row is one
	base    string       // the rule's filter, as text
	context context

	memory, learn int64
	minimum       float64
	everywhere    bool
	atMost, among int // of a rare value

	keys *sinceTable                            // by key: first seen
	seen *sketch.Table[amount, *amount]         // by key and value
	told *sketch.Table[report, *report]         // by subject and realert interval
	who  *sketch.Table[sketch.Set, *sketch.Set] // by value: the keys that have it; 0: all keys
	grow detect.Growing
}

const rareLearn = 3 * day

func newValues(env *detect.Env, r detect.Numbered, keys int) (part, error) {
	v := &values{env: env, Numbered: r, context: newContext(r.Rule)}
	var of, per []string
	why := "{entity}: {values} for the first time in {memory}, {amount} since {first}"
	value := "count"
	switch {
	case r.Weir.NewValue != nil:
		n := r.Weir.NewValue
		of, per, v.memory, v.learn, v.minimum, v.everywhere = n.Of, n.Per, int64(n.Memory), int64(n.Learn), n.Minimum, n.Everywhere
		if n.Value != "" {
			value = n.Value
		}
	case r.Weir.RareValue != nil:
		n := r.Weir.RareValue
		of, per, v.memory, v.learn = n.Of, n.Per, int64(n.Memory), rareLearn
		v.atMost, v.among = max(n.AtMost, 1), n.Among
		v.who = sketch.NewTable[sketch.Set](keys / 4)
		why = "{entity}: {values}, which {users} of {all} have, {amount} since {first}"
	default:
		return nil, fmt.Errorf("rule %s has nothing that looks for new or rare values", r.ID)
	}
	if v.memory <= 0 {
		v.memory = 30 * day
	}
	var err error
	if v.of, err = detect.FieldsOf(of); err != nil {
		return nil, err
	}
	if v.per, err = detect.FieldsOf(per); err != nil {
		return nil, err
	}
	if len(v.of) == 0 {
		return nil, fmt.Errorf("of names the fields whose values are looked at")
	}
	if inner, ok := strings.CutPrefix(value, "sum("); ok {
		if v.measure, err = detect.FieldOf(strings.TrimSuffix(inner, ")")); err != nil {
			return nil, err
		}
	} else if value != "count" {
		return nil, fmt.Errorf("value %q: a new value is counted or summed: count, sum(bytes)", value)
	}
	switch {
	case r.Weir.Entity != "":
		v.about, err = detect.ParseSubject(r.Weir.Entity)
	case len(per) > 0:
		v.about, err = detect.GroupBy(per)
	default:
		v.about, err = detect.ParseSubject("source")
	}
	if err != nil {
		return nil, err
	}
	v.tell = detect.NewTelling(v.about, r.Weir.Why, why)
	if r.Filter != nil && !r.Filter.MatchesAll() {
		v.base = r.Filter.String()
	}
	v.keys = sketch.NewTable[since](keys / 8)
	v.seen = sketch.NewTable[amount](keys / 2)
	v.told = sketch.NewTable[report](keys / 8)
	return v, nil
}

// keyOf hashes fields of a row, false where one is absent.
func keyOf(fields []detect.Field, b *detect.Block, i int) (uint64, bool) {
	h := uint64(len(fields))
	for _, f := range fields {
		k, ok := f.Key(b, i)
		if !ok {
			return 0, false
		}
		h = detect.Key(h, k)
	}
	return h, true
}

func (v *values) take(b *detect.Block, i int, out detect.Out) {
	key, ok := keyOf(v.per, b, i)
	if !ok {
		return
	}
	at := b.Start[i]
	known, _ := first(v.keys, key, at)
	value, ok := keyOf(v.of, b, i)
	if !ok {
		return
	}
	elsewhere := v.everywhere && v.elsewhere(key, value, at)
	both := detect.Key(key, value)
	if old, touched := v.seen.Touched(both); touched && old < at-v.memory {
		v.seen.Delete(both) // forgotten, though the hour that drops it has not come
	}
	a, fresh := v.seen.Use(both, at)
	if fresh {
		a.first = at
	}
	a.last = at
	a.flows++
	before := a.up
	if v.measure.Name == "" {
		a.up++
	} else if n, ok := v.measure.Number(b, i); ok {
		a.up += float64(n)
	}
	window := detect.Window(v.Rule, at)
	users, all := 0, 0
	if v.who != nil {
		everybody, _ := v.who.Use(0, at)
		everybody.Add(key)
		all = everybody.Len()
		w, _ := v.who.Use(value, at)
		w.Add(key)
		users = w.Len()
	}
	if a.told == window+1 {
		v.add(b, i, a, false, users, all, out)
		return
	}
	if at-begin(v.env, at) < v.learn {
		return
	}
	if v.who != nil {
		if all < v.among || users > v.atMost || a.told != 0 {
			return
		}
	} else if elsewhere || a.told != 0 || known > at-v.learn || a.first-known < v.learn || before >= max(v.minimum, 1) || a.up < v.minimum {
		return // known since the key was young, or not yet used enough
	}
	a.told = window + 1
	v.add(b, i, a, true, users, all, out)
}

// elsewhere reports whether another key had a value before this one.
func (v *values) elsewhere(key, value uint64, at int64) bool {
	owner, fresh := v.seen.Use(detect.Key(everyKey, value), at)
	if fresh {
		owner.first, owner.told = at, int64(key)
	}
	return owner.told != int64(key)
}

// everyKey stands for all keys.
const everyKey = 1<<64 - 1

// add puts a row into the finding of its subject.
func (v *values) add(b *detect.Block, i int, a *amount, news bool, users, all int, out detect.Out) {
	subject, ok := v.about.Key(b, i)
	if !ok {
		return
	}
	at := b.Start[i]
	window := detect.Window(v.Rule, at)
	key := detect.Key(subject, uint64(window))
	r, fresh := v.told.Use(key, at)
	if fresh {
		r.Trace = v.tell.Begin(b, i)
		r.First = a.first
	}
	v.tell.Add(&r.Trace, b, i, true)
	news = news || len(r.values) == 0 // what is new to the key is new to each subject
	if news && len(r.values) < maxValues {
		var texts, conditions []string
		for _, f := range v.of {
			texts = append(texts, f.Name+" "+f.Text(b, i))
			conditions = append(conditions, f.Condition(b, i))
		}
		if r.Rows == 1 {
			r.Count, r.Rows = a.flows, a.flows // with those before the bar was crossed
		}
		r.values = append(r.values, strings.Join(texts, ", "))
		r.conditions = append(r.conditions, strings.Join(conditions, " AND "))
		r.First = min(r.First, a.first)
	}
	if s, ok := v.context.of(b, i); news && (fresh || ok) {
		if !ok {
			s = v.Severity
		}
		r.severity = max(r.severity, uint8(s))
	}
	r.total = max(r.total, a.up)
	r.users, r.all = users, all
	if v.grow.Tell(&r.Trace, key, news) {
		v.give(r, window, at, out)
	}
}

func (v *values) give(r *report, window, at int64, out detect.Out) {
	f := detect.Begin(v.Rule, r.Entity(), max(at, window))
	r.Fill(&f)
	if len(v.context.when) > 0 {
		raise(&f, v.Rule, finding.Severity(r.severity))
	}
	f.Evidence.Filter = "(" + strings.Join(r.conditions, ") OR (") + ")"
	if len(r.conditions) == 1 {
		f.Evidence.Filter = r.conditions[0]
	} else {
		f.Evidence.Filter = "(" + f.Evidence.Filter + ")"
	}
	if r.Condition() != "" {
		f.Evidence.Filter = r.Condition() + " AND " + f.Evidence.Filter
	}
	if v.base != "" {
		f.Evidence.Filter = "(" + v.base + ") AND " + f.Evidence.Filter
	}
	f.Why = v.tell.Why(&r.Trace, func(name string) (string, bool) {
		switch name {
		case "values":
			text := strings.Join(r.values, "; ")
			if len(r.values) == maxValues {
				text += " and more"
			}
			return text, true
		case "memory":
			return detect.SpanText(time.Duration(v.memory)), true
		case "users":
			return detect.CountText(uint64(r.users)), true
		case "all":
			return detect.CountText(uint64(r.all)), true
		case "amount":
			if strings.Contains(v.measure.Name, "bytes") {
				return detect.SizeText(r.total), true
			}
			return detect.CountText(uint64(r.total)) + " " + map[bool]string{true: "flows", false: v.measure.Name}[v.measure.Name == ""], true
		}
		return "", false
	})
	out.Find(f)
}

func (v *values) hour(now int64, out detect.Out) {
	for _, key := range v.grow.Take() {
		if r := v.told.Change(key); r != nil && r.Settle(r.Rows) {
			v.give(r, detect.Window(v.Rule, r.Last), r.Last, out)
		}
	}
	v.keys.Expire(now - v.memory)
	v.seen.Expire(now - v.memory)
	v.told.Expire(now - 2*day)
	if v.who != nil {
		v.who.Expire(now - v.memory)
	}
}

func (v *values) state() []detect.State {
	states := []detect.State{v.keys, v.seen, v.told}
	if v.who != nil {
		states = append(states, v.who)
	}
	return states
}

const maxValues = 8

// report is what was found about a subject in a realert interval.
type report struct {
	detect.Trace
	values, conditions []string
	total              float64
	users, all         int
	severity           uint8
}

// Clone copies the report.
func (r *report) Clone() report {
	c := *r
	c.Trace, c.values, c.conditions = r.Trace.Clone(), slices.Clone(r.values), slices.Clone(r.conditions)
	return c
}

// Append writes the report.
func (r *report) Append(dst []byte) []byte {
	dst = append(dst, uint8(len(r.values)), r.severity)
	for i := range r.values {
		dst = sketch.AppendText(sketch.AppendText(dst, r.values[i]), r.conditions[i])
	}
	dst = appendFloat(dst, r.total)
	dst = binary.AppendUvarint(binary.AppendUvarint(dst, uint64(r.users)), uint64(r.all))
	return r.Trace.Append(dst)
}

// Read reads what Append wrote.
func (r *report) Read(src []byte) ([]byte, error) {
	s := sketch.Reader{Src: src}
	n := s.Uint8()
	if r.severity = s.Uint8(); n > maxValues || r.severity > uint8(finding.Critical) {
		return nil, sketch.ErrBytes
	}
	for range n {
		r.values, r.conditions = append(r.values, s.Text()), append(r.conditions, s.Text())
	}
	r.total = readFloat(&s)
	r.users, r.all = int(s.Uvarint()), int(s.Uvarint())
	rest, err := s.Rest()
	if err != nil {
		return nil, err
	}
	return r.Trace.Read(rest)
}

// Extra is the memory behind the report.
func (r *report) Extra() int {
	n := r.Trace.Extra()
	for i := range r.values {
		n += len(r.values[i]) + len(r.conditions[i]) + 32
	}
	return n
}
