package filter

import (
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Options is what a filter needs from outside to mean something.
type Options struct {
	Now time.Time // what now-24h counts from; zero is the time of Bind

	// Lists returns the values of a list by its name: field:%name% is one of them.
	// nil where there are no lists. A filter with lists may have as many conditions
	// as one that is made of clauses.
	Lists func(name string) ([]string, error)
}

// Bound is a filter tied to the fields of the catalogue. It never changes and
// is safe for concurrent use.
type Bound struct {
	root node
	plan op
}

// Compile parses and binds a filter. Errors are an [*Error].
func Compile(text string, o Options) (*Bound, error) {
	q, err := Parse(text)
	if err != nil {
		return nil, err
	}
	return q.Bind(o)
}

// Bind ties the names and values of a query to the fields of the catalogue.
// Errors are an [*Error].
func (q *Query) Bind(o Options) (*Bound, error) {
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	b := binder{now: o.Now, lists: o.Lists}
	root, err := b.node(q.root)
	if err != nil {
		return nil, err
	}
	limit := MaxConditions
	if o.Lists != nil {
		limit = maxClauseConditions
	}
	if n := conditions(root); n > limit {
		return nil, errorf(1, "%d conditions, more than %d,", n, limit).suggest("write values of one field as a list: dstport:(22 23 3389)")
	}
	return &Bound{root: root, plan: plan(root)}, nil
}

// conditions counts the comparisons that a bound node makes of a record. The
// single values of a list are one.
func conditions(root node) int {
	sum := 0
	walk(root, false, func(n node, _ bool) {
		l, ok := n.(leaf)
		if !ok {
			sum++
			return
		}
		each := len(basics(l.field))
		switch l.field.ID {
		case record.Client, record.Server, record.ServicePort, record.ClientApp, record.ServerApp:
			each = 2
		case record.LocalRole, record.LocalSubnet:
			each = 4
		case record.Start, record.End:
			each = 4 // seconds and nanoseconds of both ends
		}
		sum += each * max(1, comparisons(l.test))
	})
	return sum
}

// comparisons counts the ranges of a test.
func comparisons(t test) int {
	ranges := 0
	switch t := t.(type) {
	case numbers:
		for _, s := range t {
			if s.lo != s.hi {
				ranges++
			}
		}
	case addresses:
		for _, r := range t {
			if listed(r) == nil {
				ranges++
			}
		}
	case addressText:
		return len(t.within)
	}
	return ranges
}

// MatchesAll reports whether the filter lets every record through.
func (b *Bound) MatchesAll() bool { return isConstant(b.root, true) }

// Fields returns the fields the filter tests, ascending; addr counts as both
// addresses, and a word without a field as all that it is looked for in.
func (b *Bound) Fields() []record.FieldID {
	fields, _ := b.polarity()
	walk(b.root, false, func(n node, _ bool) {
		if _, ok := n.(search); ok {
			fields = append(fields, searched...)
		}
	})
	slices.Sort(fields)
	return slices.Compact(fields)
}

// Named returns the fields that the filter names, ascending; addr counts as both
// addresses.
func (b *Bound) Named() []record.FieldID {
	fields, _ := b.polarity()
	return fields
}

// searched are, ascending, the fields that a word without a field is looked for in.
var searched = func() []record.FieldID {
	ids := []record.FieldID{record.Unmapped, record.ActionField}
	for _, f := range record.Fields() {
		if _, inTuple := tupleColumns[f.Place]; inTuple && f.Type == record.TypeText {
			ids = append(ids, f.ID)
		}
	}
	slices.Sort(ids)
	return ids
}()

// NegatedOnly returns the fields that the filter only tests under a negation,
// ascending. Where the data lacks such a field entirely, the term holds for
// every record and the caller should say so. A test for presence is meant that
// way and not among them.
func (b *Bound) NegatedOnly() []record.FieldID {
	_, negated := b.polarity()
	return negated
}

func (b *Bound) polarity() (fields, negatedOnly []record.FieldID) {
	const plain, negated = 1, 2
	var seen [record.NumFields]int
	walk(b.root, false, func(n node, under bool) {
		l, ok := n.(leaf)
		if !ok {
			return
		}
		ids := basics(l.field)
		if t, ok := l.test.(sameAs); ok {
			ids = append(slices.Clone(ids), basics(t.other)...)
		}
		for _, id := range ids {
			fields = append(fields, id)
			if _, presence := l.test.(exists); under && !presence {
				seen[id] |= negated
			} else {
				seen[id] |= plain
			}
		}
	})
	slices.Sort(fields)
	fields = slices.Compact(fields)
	for _, id := range fields {
		if seen[id] == negated {
			negatedOnly = append(negatedOnly, id)
		}
	}
	return fields, negatedOnly
}

// binder turns syntax into bound nodes.
type binder struct {
	now      time.Time
	lists    func(name string) ([]string, error)
	patterns int
}

// pattern counts a test on how text is written; each is long in SQL.
func (b *binder) pattern(column int) *Error {
	if b.patterns++; b.patterns > MaxPatterns {
		return errorf(column, "more than %d patterns, regexes and words without a field", MaxPatterns)
	}
	return nil
}

func (b *binder) node(s syntax) (node, error) {
	switch s := s.(type) {
	case list:
		nodes := make([]node, len(s.nodes))
		for i, of := range s.nodes {
			n, err := b.node(of)
			if err != nil {
				return nil, err
			}
			nodes[i] = n
		}
		return newJunction(s.or, nodes), nil
	case negation:
		n, err := b.node(s.of)
		if err != nil {
			return nil, err
		}
		return newNot(n), nil
	case term:
		if name, ok := placeholder(s.value); ok && b.lists != nil {
			n, err := b.list(s, name)
			if err != nil {
				return nil, err
			}
			return n, nil
		}
		n, err := b.term(s)
		if err != nil {
			return nil, err
		}
		return n, nil
	case bare:
		n, err := b.bare(s.value)
		if err != nil {
			return nil, err
		}
		return n, nil
	}
	return all{}, nil
}

// placeholder returns the name of the list that stands for a value.
func placeholder(v value) (name string, ok bool) {
	if v.form != formWord || len(v.text) < 3 || v.text[0] != '%' || v.text[len(v.text)-1] != '%' {
		return "", false
	}
	return v.text[1 : len(v.text)-1], true
}

// list binds field:%name%.
func (b *binder) list(t term, name string) (node, *Error) {
	values, err := b.lists(name)
	if err != nil {
		return nil, errorf(t.value.column, "%s", err)
	}
	nodes := make([]node, len(values))
	for i, text := range values {
		n, err := b.term(term{t.field, t.column, value{form: formQuoted, column: t.value.column, text: text}})
		if err != nil {
			err.Message = "list %" + name + "%: " + err.Message
			return nil, err
		}
		nodes[i] = n
	}
	return newJunction(true, nodes), nil
}

// term binds field:value.
func (b *binder) term(t term) (node, *Error) {
	if strings.EqualFold(t.field, "_exists_") {
		f, err := findField(unescape(t.value.text), t.value.column)
		if err != nil {
			return nil, err
		}
		return leaf{f, exists{}}, nil
	}
	f, err := findField(t.field, t.column)
	if err != nil {
		return nil, err
	}
	test, err := b.test(f, t.value)
	if err != nil {
		return nil, err
	}
	return leaf{f, test}, nil
}

func findField(name string, column int) (*record.Field, *Error) {
	if f, ok := lookup(name); ok {
		return f, nil
	}
	err := errorf(column, "unknown field %q", name)
	if near := record.Suggest(name); near != "" {
		return nil, err.suggest("did you mean %q?", near)
	}
	return nil, err.suggest("to search for text with a colon, quote it")
}

// test binds what stands behind the colon to the field's type.
func (b *binder) test(f *record.Field, v value) (test, *Error) {
	switch {
	case v.star(), v.form == formRange && v.low.star() && v.high.star():
		return exists{}, nil
	case v.form == formCompare && v.op == "=":
		v.form = formWord
		if v.quoted {
			v.form = formQuoted
		}
	case v.form == formCompare && v.op == "&" && !bitFields[f.ID]:
		return nil, errorf(v.column, "%s has no bits to test", f.Name).suggest("bits are tested as tcp_flags:&SYN")
	}
	if other, op, ok := referred(v); ok {
		return b.sameAs(f, other, op, v.column)
	}
	if v.form == formCompare && v.op == "~" {
		return b.foldTest(f, operand(v))
	}
	if err := misused(f, v); err != nil {
		return nil, err
	}
	if n := namedFields[f.ID]; n != nil {
		return namedTest(f, n, v)
	}
	if v.form == formRegex || v.form == formWord && hasWildcard(v.text) {
		if err := b.pattern(v.column); err != nil {
			return nil, err
		}
		return patternTest(f, v)
	}
	switch f.Type {
	case record.TypeText:
		return textValue(f, v)
	case record.TypeAddr:
		return addressTest(f, v)
	case record.TypeTime:
		return b.timeTest(v)
	}
	return numberTest(f, v)
}

// foldTest binds text whose letter case does not matter. Other types have none that
// does.
func (b *binder) foldTest(f *record.Field, v value) (test, *Error) {
	if f.Type != record.TypeText || namedFields[f.ID] != nil {
		return b.test(f, v)
	}
	if err := misused(f, v); err != nil {
		return nil, err
	}
	if v.form == formWord && hasWildcard(v.text) {
		if err := b.pattern(v.column); err != nil {
			return nil, err
		}
		return newPattern(v.text, true), nil
	}
	return foldTexts{lowerText(literal(v))}, nil
}

// misused catches what other tools write for something else.
func misused(f *record.Field, v value) *Error {
	switch {
	case v.form == formRegex || v.form == formRange:
	case v.text == "":
		return errorf(v.column, "empty text").suggest("NOT %s:* finds the records without it", f.Name)
	case v.form == formWord && v.text == "-":
		return errorf(v.column, `"-" is how flow logs write that a field is absent`).suggest("write NOT %s:*", f.Name)
	case v.form == formWord && strings.HasPrefix(v.text, "!"):
		return errorf(v.column, `"!" after the colon`).suggest("write NOT %s:%s", f.Name, strings.TrimLeft(v.text, "!="))
	}
	return nil
}

// namedTest binds values of a field whose values have names.
func namedTest(f *record.Field, n *named, v value) (test, *Error) {
	none := func() *Error {
		return errorf(v.column, "%s is one of %s, not %s,", f.Name, n.listed(), strings.TrimSpace(valueText(v))).suggest("letter case does not matter")
	}
	var set names
	switch {
	case v.form == formRegex:
		re, err := compileRegex(v)
		if err != nil {
			return nil, err
		}
		set = n.matching(re.matchString)
	case v.form == formWord && hasWildcard(v.text):
		set = n.matching(newPattern(v.text, true).matchString)
	case v.form == formWord || v.form == formQuoted:
		text := literal(v)
		if canonical, ok := truths[strings.ToLower(text)]; ok && f.Type == record.TypeBool {
			text = canonical
		}
		set = n.matching(func(name string) bool { return strings.EqualFold(name, text) })
	default:
		return nil, errorf(v.column, "%s has no order", f.Name).suggest("it is one of %s", n.listed())
	}
	if set == 0 {
		return nil, none()
	}
	return set, nil
}

// patternTest binds wildcards and regexes.
func patternTest(f *record.Field, v value) (test, *Error) {
	if f.Type == record.TypeTime {
		return nil, errorf(v.column, "%s is a time, not text", f.Name).suggest("write a range such as %s:[2026-01-01 TO 2026-01-31]", f.Name)
	}
	if v.form == formRegex {
		re, err := compileRegex(v)
		if err != nil {
			return nil, err
		}
		if f.Type == record.TypeAddr {
			return newAddressText(re), nil
		}
		return re, nil
	}
	if f.Type == record.TypeAddr {
		return addressPattern(f, v)
	}
	return newPattern(v.text, false), nil
}

func compileRegex(v value) (*regex, *Error) {
	if v.text == "" {
		return nil, errorf(v.column, "empty regex")
	}
	re, reason := newRegex(v.text)
	if re == nil {
		return nil, errorf(v.column, "bad regex (%s)", reason)
	}
	return re, nil
}

// literal returns the text of a word or quoted value.
func literal(v value) string {
	if v.form == formWord {
		return unescape(v.text)
	}
	return v.text
}

// valueText writes a value for an error.
func valueText(v value) string {
	var b strings.Builder
	v.print(&b)
	return b.String()
}
