package rule

import (
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
)

// detection reads a Sigma detection: named selections and a condition over them.
func (r *reader) detection(n *config.Node) *filter.Bound {
	return r.selections(n, "detection", nil)
}

// selections reads the selections and the condition of a map. Keys in others are not
// selections and are read by them.
func (r *reader) selections(n *config.Node, what string, others map[string]func(*config.Node)) *filter.Bound {
	if !r.mapping(n, what) {
		return nil
	}
	before := len(r.errs)
	clauses := map[string]filter.Clause{}
	at := map[string]*config.Node{}
	var names []string
	var condition *config.Node
	for _, p := range n.Pairs {
		name := p.Key.Text
		switch read, ok := others[name]; {
		case ok:
			read(p.Value)
		case name == "condition":
			condition = p.Value
		case name == "timeframe":
			r.bad(p.Key, "timeframe is of Sigma version 1; write a correlation with a timespan, or weir.window and weir.threshold")
		default:
			clauses[name], at[name] = r.selection(p.Value, name), p.Key
			names = append(names, name)
		}
	}
	if condition == nil {
		r.bad(n, "%s has no condition", what)
		return nil
	}
	c, ok := r.condition(condition, names, at, func(name string) filter.Clause { return clauses[name] })
	if !ok || len(r.errs) > before {
		return nil
	}
	b, err := c.Bind()
	if err != nil {
		r.bad(n, "%v", err)
	}
	return b
}

// condition reads a condition, or a list of them of which one must hold.
func (r *reader) condition(n *config.Node, names []string, at map[string]*config.Node, clause func(string) filter.Clause) (filter.Clause, bool) {
	list := []*config.Node{n}
	if n.Kind == config.List {
		list = n.Items
	}
	used := map[string]bool{}
	var parts []filter.Clause
	good := true
	for _, item := range list {
		if item.Kind != config.Text && item.Kind != config.Number {
			r.bad(item, "condition takes text, not %s", item.Kind)
			return filter.Clause{}, false
		}
		c, names, err := parseCondition(item.Text, names, clause)
		if err != nil {
			r.badAt(item, err.at, "%s", err.msg)
			good = false
		}
		for name := range names {
			used[name] = true
		}
		parts = append(parts, c)
	}
	if len(parts) == 0 {
		r.bad(n, "the condition is empty")
		return filter.Clause{}, false
	}
	for _, name := range names {
		if good && !used[name] {
			r.bad(at[name], "the condition never names the selection %q", name)
		}
	}
	return filter.AnyOf(parts...), good
}

// selection reads a map of fields, all of which must hold, a list of which one must,
// or words looked for in all text.
func (r *reader) selection(n *config.Node, name string) filter.Clause {
	switch n.Kind {
	case config.List:
		if len(n.Items) == 0 {
			r.bad(n, "the selection %q is empty", name)
		}
		parts := make([]filter.Clause, len(n.Items))
		for i, item := range n.Items {
			parts[i] = r.selection(item, name)
		}
		return filter.AnyOf(parts...)
	case config.Map:
		if len(n.Pairs) == 0 {
			r.bad(n, "the selection %q is empty", name)
		}
		parts := make([]filter.Clause, len(n.Pairs))
		for i, p := range n.Pairs {
			parts[i] = r.field(p.Key, p.Value)
		}
		return filter.AllOf(parts...)
	case config.Null:
		r.bad(n, "the selection %q is empty", name)
		return filter.Clause{}
	}
	return r.keyword(n)
}

// keyword reads a word that is looked for in all text.
func (r *reader) keyword(n *config.Node) filter.Clause {
	if !n.Scalar() {
		r.bad(n, "a word to look for is text, not %s", n.Kind)
		return filter.Clause{}
	}
	if n.Kind == config.Number {
		r.bad(n, "the number %s alone names no field; write dst_port: %s", n.Text, n.Text)
		return filter.Clause{}
	}
	c, err := filter.Search(sigmaText(n.Text).like())
	if err != nil {
		r.badTerm(n, err)
	}
	return c
}

// wild is text of Sigma: pieces between wildcards.
type wild []piece

type piece struct {
	literal  string
	wildcard byte // * or ? when literal is ""
}

// sigmaText reads text as Sigma writes it: * and ? are wildcards, and a backslash
// takes their meaning from them and from itself. Before anything else it is itself.
func sigmaText(text string) wild {
	var out wild
	var literal strings.Builder
	flush := func() {
		if literal.Len() > 0 {
			out = append(out, piece{literal: literal.String()})
			literal.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && strings.IndexByte(`*?\`, text[i+1]) >= 0:
			i++
			literal.WriteByte(text[i])
		case c == '*' || c == '?':
			flush()
			out = append(out, piece{wildcard: c})
		default:
			literal.WriteByte(c)
		}
	}
	flush()
	return out
}

// plain returns the text without wildcards, if it has none.
func (w wild) plain() (text string, ok bool) {
	switch len(w) {
	case 0:
		return "", true
	case 1:
		return w[0].literal, w[0].wildcard == 0
	}
	return "", false
}

// like writes the text for [filter.Like].
func (w wild) like() string {
	var b strings.Builder
	for _, p := range w {
		if p.wildcard != 0 {
			b.WriteByte(p.wildcard)
			continue
		}
		for i := range len(p.literal) {
			if strings.IndexByte(`*?\!`, p.literal[i]) >= 0 {
				b.WriteByte('\\')
			}
			b.WriteByte(p.literal[i])
		}
	}
	return b.String()
}
