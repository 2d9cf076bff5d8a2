package rule

import (
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// correlationTypes are Sigma's, with whether they count a field's values.
var correlationTypes = map[string]bool{
	string(EventCount): false, string(ValueCount): true, string(ValueSum): true, string(ValueAvg): true,
	string(ValuePercentile): true, string(Temporal): false, string(TemporalOrdered): false,
}

// link joins the documents and returns the rules that are whole, in their order.
func (l *loader) link() []*Rule {
	known := map[string]*draft{}
	for _, d := range l.drafts {
		l.register(d, known)
	}
	for _, d := range l.drafts {
		if d.isFilter {
			l.narrow(d, known)
		}
	}
	for _, d := range l.drafts {
		l.correlate(d, known)
	}
	var rules []*Rule
	for _, d := range l.drafts {
		if d.broken {
			l.broken[d.file] = true
		}
	}
	for _, d := range l.drafts {
		if d.Correlation == nil || d.broken {
			continue
		}
		for _, of := range d.Correlation.Rules {
			if !d.Correlation.Generate && of.File == d.File {
				of.Joined = true
			}
		}
	}
	for _, d := range l.drafts {
		if !l.broken[d.file] && !d.isFilter && !d.replaced {
			rules = append(rules, d.Rule)
		}
	}
	return rules
}

// register makes a rule known by its id and name; ids are there once.
func (l *loader) register(d *draft, known map[string]*draft) {
	if d.ID == "" {
		return
	}
	other := known[d.ID]
	if other != nil && other.ID == d.ID && other.Shipped && !d.Shipped {
		if d.broken {
			return // the shipped one stays
		}
		other.replaced = true
		if known[other.Name] == other {
			known[other.Name] = d
		}
		other = nil
	}
	if other != nil && other.ID == d.ID {
		at := d.node.Get("id")
		if at == nil {
			at = d.node
		}
		l.fail(d, at, "the id %q is taken by %s:%d", d.ID, other.file, other.Line)
		return
	}
	known[d.ID] = d
	if d.Name != "" && known[d.Name] == nil {
		known[d.Name] = d
	}
}

// find returns the rule of a name or id.
func (l *loader) find(d *draft, n *config.Node, known map[string]*draft) *draft {
	of := known[n.Text]
	switch {
	case of == nil:
		names := map[string]bool{}
		for name, k := range known {
			if !k.isFilter {
				names[name] = true
			}
		}
		l.fail(d, n, "%s", config.Unknown("rule", n.Text, names))
	case of.isFilter:
		l.fail(d, n, "%q is a filter, not a rule", n.Text)
	case of.broken:
		if of.file != d.file {
			l.fail(d, n, "the rule %q has mistakes of its own", n.Text)
		}
		d.broken = true
	default:
		return of
	}
	return nil
}

// correlate resolves the rules that a correlation joins.
func (l *loader) correlate(d *draft, known map[string]*draft) {
	if d.done || d.Correlation == nil {
		return
	}
	if d.begun {
		l.fail(d, d.corr, "the correlation joins itself")
		return
	}
	d.begun = true
	defer func() { d.done = true }()
	list := d.corr.Get("rules")
	if list == nil {
		return // which is said already
	}
	items := list.Items
	if list.Scalar() {
		items = []*config.Node{list}
	}
	c := d.Correlation
	for _, n := range items {
		of := l.find(d, n, known)
		if of == nil {
			continue
		}
		if slices.Contains(c.Rules, of.Rule) {
			l.fail(d, n, "the rule %q is there twice", n.Text)
			continue
		}
		l.correlate(of, known)
		if of.begun && !of.done {
			l.fail(d, n, "the correlation joins itself")
			continue
		}
		if of.Correlation == nil && of.Mechanism() != Match {
			l.fail(d, n, "the rule %q has a mechanism of its own; a correlation joins rules that select records", n.Text)
			continue
		}
		if of.Correlation != nil && c.Type != Temporal && c.Type != TemporalOrdered {
			l.fail(d, n, "%q is a correlation; only temporal and temporal_ordered join those", n.Text)
			continue
		}
		c.Rules = append(c.Rules, of.Rule)
	}
	if d.broken {
		return
	}
	l.aliases(d, items)
	if c.Type == Temporal || c.Type == TemporalOrdered {
		if len(c.Rules) < 2 {
			l.fail(d, list, "%s joins two rules or more", c.Type)
		}
		if c.Op == "" {
			c.Op, c.Value = "gte", float64(len(c.Rules))
		}
	}
	for _, of := range c.Rules {
		d.Version = version(&config.Node{Kind: config.Text, Text: d.Version + of.Version}, nil)
	}
}

// aliases ties the aliases of a correlation to the rules by their places.
func (l *loader) aliases(d *draft, items []*config.Node) {
	c := d.Correlation
	aliases := d.corr.Get("aliases")
	if aliases != nil {
		c.Aliases = map[string][]string{}
		for _, p := range aliases.Pairs {
			fields := make([]string, len(c.Rules))
			for _, of := range p.Value.Pairs {
				place := slices.IndexFunc(items, func(n *config.Node) bool { return n.Text == of.Key.Text })
				if place < 0 {
					place = slices.IndexFunc(c.Rules, func(r *Rule) bool { return r.Name == of.Key.Text || r.ID == of.Key.Text })
				}
				if place < 0 {
					l.fail(d, of.Key, "the correlation does not join a rule %q", of.Key.Text)
					continue
				}
				f, why := lookup(of.Value.Text)
				if why != "" {
					l.fail(d, of.Value, "%s", why)
					continue
				}
				fields[place] = f.Name
			}
			if i := slices.Index(fields, ""); i >= 0 && !d.broken {
				l.fail(d, p.Key, "the alias %q has no field for the rule %q", p.Key.Text, items[i].Text)
			}
			c.Aliases[p.Key.Text] = fields
		}
	}
	by := d.corr.Get("group-by")
	for i, name := range c.GroupBy {
		if _, ok := c.Aliases[name]; ok {
			continue
		}
		at := by
		if i < len(by.Items) {
			at = by.Items[i]
		}
		if end := endField(name); end != "" {
			c.GroupBy[i] = end
			continue
		}
		f, why := lookup(name)
		switch {
		case why != "":
			if near := config.Nearest(name, sortedKeys(c.Aliases)); near != "" {
				why = "unknown field or alias \"" + name + "\"; did you mean \"" + near + "\"?"
			}
			l.fail(d, at, "%s", why)
		case f.Place == record.PlaceEither:
			l.fail(d, at, "%s", twoFields(f))
		default:
			c.GroupBy[i] = f.Name
		}
	}
}

// correlation reads the block; rules are resolved by link.
func (r *reader) correlation(d *draft, n *config.Node) {
	if !r.mapping(n, "correlation") {
		return
	}
	c := &Correlation{}
	d.Correlation = c
	r.keys(n, "correlation", map[string]func(*config.Node){
		"type": func(n *config.Node) {
			c.Type = CorrelationType(r.text(n, "type"))
			if _, ok := correlationTypes[string(c.Type)]; !ok {
				r.bad(n, "%s", config.Unknown("correlation type", n.Text, correlationTypes))
			}
		},
		"rules":    func(n *config.Node) { r.texts(n, "rules") },
		"group-by": func(n *config.Node) { c.GroupBy = r.texts(n, "group-by") },
		"timespan": func(n *config.Node) {
			if c.Timespan = r.duration(n, "timespan"); c.Timespan == 0 {
				r.required(false, n, "timespan is 0")
			}
		},
		"generate":  func(n *config.Node) { c.Generate = r.truth(n, "generate") },
		"condition": func(n *config.Node) { r.correlationCondition(c, n) },
		"aliases": func(n *config.Node) {
			if !r.mapping(n, "aliases") {
				return
			}
			for _, p := range n.Pairs {
				r.mapping(p.Value, "alias "+p.Key.Text)
			}
		},
	})
	for _, key := range []string{"type", "rules", "timespan"} {
		if n.Get(key) == nil {
			r.bad(n, "a correlation needs %s", key)
		}
	}
	values, ok := correlationTypes[string(c.Type)]
	temporal := c.Type == Temporal || c.Type == TemporalOrdered
	condition := n.Get("condition")
	switch {
	case !ok || len(r.errs) > 0:
	case condition == nil && !temporal:
		r.bad(n, "a correlation of type %s needs a condition such as gte: 10", c.Type)
	case condition != nil && c.Op == "":
		r.bad(condition, "the condition compares with nothing; write gte: 10")
	case values && c.Field == "":
		r.bad(condition, "%s needs the field whose values count", c.Type)
	case values && c.Type != ValueCount && !numeric(record.Get(c.field())):
		r.bad(condition.Get("field"), "%s is no number", c.Field)
	case !values && c.Field != "":
		r.bad(condition, "%s counts no field", c.Type)
	case c.Type == ValuePercentile && condition.Get("percentile") == nil:
		c.Percentile = 95
	case c.Type != ValuePercentile && condition != nil && condition.Get("percentile") != nil:
		r.bad(condition, "%s has no percentile", c.Type)
	}
}

func (r *reader) correlationCondition(c *Correlation, n *config.Node) {
	if !r.mapping(n, "condition") {
		return
	}
	known := map[string]func(*config.Node){
		"field": func(n *config.Node) {
			f, why := lookup(r.text(n, "field"))
			switch {
			case why != "":
				r.bad(n, "%s", why)
			case f.Place == record.PlaceEither:
				r.bad(n, "%s", twoFields(f))
			default:
				c.Field = f.Name
			}
		},
		"percentile": func(n *config.Node) {
			if c.Percentile = r.number(n, "percentile"); c.Percentile <= 0 || c.Percentile > 100 {
				r.bad(n, "percentile lies between 0 and 100")
			}
		},
	}
	for _, op := range []string{"gt", "gte", "lt", "lte", "eq", "neq"} {
		known[op] = func(at *config.Node) {
			if c.Op != "" {
				r.bad(at, "%s and %s in one condition; one comparison is read", c.Op, op)
			}
			c.Op, c.Value = op, r.number(at, op)
		}
	}
	r.keys(n, "condition", known)
}

// field returns the field whose values count.
func (c *Correlation) field() record.FieldID {
	f, _ := record.Lookup(c.Field)
	return f.ID
}

// numeric reports whether values of a field are numbers with a sum.
func numeric(f *record.Field) bool {
	switch f.Type {
	case record.TypeUint8, record.TypeUint16, record.TypeUint32, record.TypeUint64:
		return !strings.HasSuffix(f.Name, "_bits")
	}
	return false
}

// sigmaFilter reads a Sigma filter, which narrows rules of other documents.
func (r *reader) sigmaFilter(d *draft, n *config.Node) {
	d.isFilter = true
	d.Filter = r.selections(n, "filter", map[string]func(*config.Node){
		"rules": func(n *config.Node) {
			switch {
			case n.Scalar() && strings.EqualFold(n.Text, "any"):
				d.narrowsAll = true
			case n.Scalar():
				d.narrows = []*config.Node{n}
			case n.Kind == config.List:
				r.texts(n, "rules")
				d.narrows = n.Items
			default:
				r.bad(n, "rules takes a list of rules, or any")
			}
		},
	})
	if n.Kind == config.Map && n.Get("rules") == nil {
		r.bad(n, "a Sigma filter needs rules, those it narrows, or any")
	}
}

// narrow puts the condition of a Sigma filter on the rules it is for. A filter
// without rules of its log source (any) narrows all that have a selection.
func (l *loader) narrow(d *draft, known map[string]*draft) {
	if d.broken || d.Filter == nil {
		return
	}
	var targets []*draft
	for _, n := range d.narrows {
		of := l.find(d, n, known)
		if of != nil && of.corr != nil {
			l.fail(d, n, "%q is a correlation; a filter narrows the rules it joins", n.Text)
			continue
		}
		if of != nil {
			targets = append(targets, of)
		}
	}
	if d.narrowsAll {
		for _, of := range l.drafts {
			if !of.isFilter && of.corr == nil && !of.broken {
				targets = append(targets, of)
			}
		}
	}
	if d.broken {
		return
	}
	for _, of := range targets {
		c := d.Filter.Clause()
		if of.Filter != nil {
			c = filter.AllOf(of.Filter.Clause(), c)
		}
		b, err := c.Bind()
		if err != nil {
			l.fail(d, d.node, "%v", err)
			return
		}
		of.Filter = b
		of.Version = version(&config.Node{Kind: config.Text, Text: of.Version + d.Version}, nil)
	}
}
