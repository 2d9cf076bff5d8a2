package rule

import (
	"fmt"
	resyntax "regexp/syntax"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// modifiers that mean something for flow records, and what each decides.
var modifiers = map[string]string{
	"contains": "match", "startswith": "match", "endswith": "match", "re": "match", "cidr": "match",
	"gt": "compare", "gte": "compare", "lt": "compare", "lte": "compare", "exists": "match",
	"neq": "neq", "fieldref": "fieldref", "cased": "cased", "all": "all", "expand": "expand",
	"i": "flag", "ignorecase": "flag", "m": "flag", "multiline": "flag", "s": "flag", "dotall": "flag",
}

// foreign are modifiers of Sigma that transform what flow records do not have.
var foreign = map[string]bool{
	"base64": true, "base64offset": true, "wide": true, "utf16": true, "utf16le": true, "utf16be": true, "windash": true,
	"minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true,
}

// modified is a key of a selection: a field and how its values are meant.
type modified struct {
	key      *config.Node
	field    string // canonical name; "" for words looked for everywhere
	match    string // contains, startswith, endswith, re, cidr, exists or ""
	compare  string // > >= < <= or ""
	flags    string // of a regex
	neq      bool
	fieldref bool
	cased    bool
	all      bool
	expand   bool
}

var comparisons = map[string]string{"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}

// key reads field|modifier|modifier.
func (r *reader) key(n *config.Node) (m modified, ok bool) {
	m.key = n
	name, rest, _ := strings.Cut(n.Text, "|")
	at := len(name)
	if name != "" {
		f, err := lookup(name)
		if err != "" {
			r.bad(n, "%s", err)
			return m, false
		}
		m.field = f.Name
	}
	if rest == "" {
		if strings.HasSuffix(n.Text, "|") {
			r.badAt(n, at, "no modifier behind |")
			return m, false
		}
		return m, true
	}
	for mod := range strings.SplitSeq(rest, "|") {
		at++ // the bar
		if why := m.add(mod); why != "" {
			r.badAt(n, at, "%s", why)
			return m, false
		}
		at += len(mod)
	}
	if m.fieldref && (m.match != "" || m.cased || m.expand || m.all) {
		r.bad(n, "fieldref goes with neq, gt, gte, lt and lte only")
		return m, false
	}
	if m.field == "" && (m.match != "" || m.compare != "" || m.neq || m.fieldref || m.cased) {
		r.bad(n, "words without a field take the modifiers all and expand only")
		return m, false
	}
	return m, true
}

// add takes a modifier; why says why it can not.
func (m *modified) add(mod string) (why string) {
	kind, ok := modifiers[mod]
	switch {
	case foreign[mod]:
		return fmt.Sprintf("modifier %q has no meaning for flow records", mod)
	case !ok:
		return config.Unknown("modifier", mod, modifiers)
	}
	switch kind {
	case "match", "compare":
		if m.match != "" || m.compare != "" {
			return fmt.Sprintf("modifier %q beside another that decides how values are compared", mod)
		}
		if m.compare = comparisons[mod]; kind == "match" {
			m.match = mod
		}
	case "flag":
		if m.match != "re" {
			return fmt.Sprintf("modifier %q belongs behind re", mod)
		}
		if !strings.Contains(m.flags, mod[:1]) && mod != "dotall" {
			m.flags += mod[:1]
		}
	case "neq":
		m.neq = true
	case "fieldref":
		m.fieldref = true
	case "cased":
		m.cased = true
	case "all":
		m.all = true
	case "expand":
		m.expand = true
	}
	return ""
}

// taxonomy are names of fields in Sigma's taxonomies of network logs that the
// catalogue does not know itself. Zeek names the ends by who opened.
var taxonomy = map[string]record.FieldID{
	"sourceip": record.SrcAddr, "destinationip": record.DstAddr, "sourceport": record.SrcPort, "destinationport": record.DstPort,
	"dest_ip": record.DstAddr, "dest_port": record.DstPort, "sourceaddress": record.SrcAddr, "destinationaddress": record.DstAddr,
	"id.orig_h": record.Client, "id.resp_h": record.Server, "id.resp_p": record.ServicePort,
}

// lookup finds a field by the names that rules may use. why says what to write
// instead.
func lookup(name string) (f *record.Field, why string) {
	if f, ok := record.Lookup(name); ok {
		return f, ""
	}
	if id, ok := taxonomy[strings.ToLower(name)]; ok {
		return record.Get(id), ""
	}
	if near := record.Suggest(name); near != "" {
		return nil, fmt.Sprintf("unknown field %q; did you mean %q?", name, near)
	}
	return nil, fmt.Sprintf("unknown field %q", name)
}

// field reads a key with its value or values.
func (r *reader) field(key, value *config.Node) filter.Clause {
	m, ok := r.key(key)
	if !ok {
		return filter.Clause{}
	}
	values := []*config.Node{value}
	if value.Kind == config.List {
		values = value.Items
		if len(values) == 0 {
			r.bad(value, "%s has no values", key.Text)
		}
	}
	var parts []filter.Clause
	for _, v := range values {
		if v.Kind == config.Map || v.Kind == config.List {
			r.bad(v, "%s takes a value or a list of values, not %s", key.Text, v.Kind)
			continue
		}
		c, ok := r.value(&m, v)
		if !ok {
			continue
		}
		parts = append(parts, c)
	}
	c := filter.AnyOf(parts...)
	if m.all {
		c = filter.AllOf(parts...)
	}
	if m.neq {
		c = filter.Not(c)
	}
	return c
}

// value reads one value, which %name% may make many.
func (r *reader) value(m *modified, n *config.Node) (filter.Clause, bool) {
	if !m.expand {
		return r.single(m, n)
	}
	list, ok := r.expanded(n)
	if !ok {
		return filter.Clause{}, false
	}
	parts := make([]filter.Clause, 0, len(list))
	for _, text := range list {
		of := *n
		of.Text, of.Kind = text, config.Text
		c, ok := r.single(m, &of)
		if !ok {
			return c, false
		}
		parts = append(parts, c)
	}
	if m.all {
		return filter.AllOf(parts...), true
	}
	return filter.AnyOf(parts...), true
}

// single reads one value as it stands.
func (r *reader) single(m *modified, n *config.Node) (filter.Clause, bool) {
	if m.field == "" {
		return r.keyword(n), true
	}
	switch {
	case m.match == "exists":
		if n.Kind != config.Truth {
			r.bad(n, "exists is true or false, not %s", describe(n))
			return filter.Clause{}, false
		}
		c, ok := r.term(m, n, filter.Exists())
		if !r.truth(n, "exists") {
			c = filter.Not(c)
		}
		return c, ok
	case n.Kind == config.Null:
		if m.match != "" || m.compare != "" || m.fieldref {
			r.bad(n, "null goes without modifiers; it finds the records that lack the field")
			return filter.Clause{}, false
		}
		c, ok := r.term(m, n, filter.Exists())
		return filter.Not(c), ok
	case n.Text == "":
		r.bad(n, "empty text; null finds the records that lack the field")
		return filter.Clause{}, false
	case m.fieldref:
		return r.fieldref(m, n)
	case m.compare != "":
		return r.term(m, n, filter.Compare(m.compare, n.Text))
	}
	f, _ := record.Lookup(m.field)
	switch m.match {
	case "cidr":
		if f.Type != record.TypeAddr {
			r.bad(m.key, "cidr needs a field of addresses; %s is none", f.Name)
			return filter.Clause{}, false
		}
		return r.term(m, n, filter.Equal(n.Text, false))
	case "re":
		source, err := unanchored(n.Text, m.flags)
		if err != "" {
			r.bad(n, "bad regex (%s)", err)
			return filter.Clause{}, false
		}
		return r.term(m, n, filter.Regex(source))
	}
	return r.textValue(m, f, n)
}

// textValue reads text with wildcards.
func (r *reader) textValue(m *modified, f *record.Field, n *config.Node) (filter.Clause, bool) {
	text := sigmaText(n.Text)
	star := piece{wildcard: '*'}
	switch m.match {
	case "contains":
		text = append(append(wild{star}, text...), star)
	case "startswith":
		text = append(text, star)
	case "endswith":
		text = append(wild{star}, text...)
	}
	plain, ok := text.plain()
	if !ok {
		return r.term(m, n, filter.Like(text.like(), !m.cased))
	}
	if verdict, ok := verdicts[strings.ToLower(plain)]; ok && f.ID == record.ActionField {
		plain = verdict
	}
	return r.term(m, n, filter.Equal(plain, !m.cased))
}

// verdicts are the words of firewalls for the two actions.
var verdicts = map[string]string{
	"accepted": "ACCEPT", "allow": "ACCEPT", "allowed": "ACCEPT", "forward": "ACCEPT", "forwarded": "ACCEPT", "pass": "ACCEPT", "permit": "ACCEPT", "permitted": "ACCEPT",
	"rejected": "REJECT", "block": "REJECT", "blocked": "REJECT", "deny": "REJECT", "denied": "REJECT", "drop": "REJECT", "dropped": "REJECT",
}

// term compares the field and notes what is wrong with the value.
func (r *reader) term(m *modified, n *config.Node, o filter.Operand) (filter.Clause, bool) {
	c, err := filter.Term(m.field, o)
	if err != nil {
		r.badTerm(n, err)
		return c, false
	}
	return c, true
}

// fieldref compares the field with another.
func (r *reader) fieldref(m *modified, n *config.Node) (filter.Clause, bool) {
	f, why := lookup(n.Text)
	if why != "" {
		r.bad(n, "%s", why)
		return filter.Clause{}, false
	}
	op := m.compare
	if op == "" {
		op = "="
	}
	return r.term(m, n, filter.FieldRef(op, f.Name))
}

// unanchored writes a regex that looks anywhere in a text as one for the whole text.
func unanchored(source, flags string) (whole, err string) {
	tree, parse := resyntax.Parse(source, resyntax.Perl|resyntax.DotNL)
	if parse != nil {
		return "", strings.TrimPrefix(parse.Error(), "error parsing regexp: ")
	}
	begins, ends := false, false
	if flags == "" && tree.Op == resyntax.OpConcat {
		begins = tree.Sub[0].Op == resyntax.OpBeginText && strings.HasPrefix(source, "^")
		ends = tree.Sub[len(tree.Sub)-1].Op == resyntax.OpEndText && strings.HasSuffix(source, "$")
	}
	switch {
	case flags != "":
		source = "(?" + flags + ":" + source + ")"
	case tree.Op == resyntax.OpAlternate || strings.HasPrefix(source, "(?"):
		source = "(?:" + source + ")"
	}
	if !begins {
		source = ".*" + source
	}
	if !ends {
		source += ".*"
	}
	return source, ""
}
