package rule

import (
	"fmt"
	"path"
	"strings"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/filter"
)

// conditionError is a mistake in a condition, some characters into its text.
type conditionError struct {
	at  int // bytes from 0
	msg string
}

func (e *conditionError) Error() string { return e.msg }

// conditionParser reads Sigma's conditions: selections joined by and, or, not,
// parentheses, "1 of name*" and "all of them". not binds tightest, then and, then or.
type conditionParser struct {
	text   string
	pos    int
	tok    string // token in hand, "" at the end
	at     int    // where it begins
	depth  int
	names  []string                        // of all selections, in their order
	clause func(name string) filter.Clause // of a selection
	used   map[string]bool
}

const maxConditionDepth = 64

// parseCondition reads a whole condition.
func parseCondition(text string, names []string, clause func(string) filter.Clause) (c filter.Clause, used map[string]bool, err *conditionError) {
	p := &conditionParser{text: text, names: names, clause: clause, used: map[string]bool{}}
	p.next()
	if p.tok == "" {
		return c, p.used, p.errorf("the condition is empty; write selection")
	}
	if c, err = p.or(); err != nil {
		return c, p.used, err
	}
	if p.tok != "" {
		return c, p.used, p.unexpected()
	}
	return c, p.used, nil
}

func (p *conditionParser) errorf(format string, args ...any) *conditionError {
	return &conditionError{p.at, fmt.Sprintf(format, args...)}
}

func (p *conditionParser) unexpected() *conditionError {
	switch p.tok {
	case "":
		return p.errorf("the condition ends too early; a selection is missing")
	case ")":
		return p.errorf("\")\" closes nothing")
	case "|":
		return p.errorf("aggregation behind | is of Sigma version 1; write a correlation, or weir.window and weir.threshold")
	}
	if p.word() {
		return p.errorf("unexpected %q; and or or is missing before it", p.tok)
	}
	return p.errorf("unexpected %q", p.tok)
}

// next steps to the next token: a parenthesis, a bar or a word.
func (p *conditionParser) next() {
	for p.pos < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.pos]) >= 0 {
		p.pos++
	}
	p.at = p.pos
	if p.pos == len(p.text) {
		p.tok = ""
		return
	}
	end := p.pos + 1
	if strings.IndexByte("()|", p.text[p.pos]) < 0 {
		for end < len(p.text) && strings.IndexByte(" \t\r\n()|", p.text[end]) < 0 {
			end++
		}
	}
	p.tok = p.text[p.pos:end]
	p.pos = end
}

func (p *conditionParser) is(word string) bool { return strings.EqualFold(p.tok, word) }

// word reports whether the token can be the name of a selection.
func (p *conditionParser) word() bool {
	return p.tok != "" && strings.IndexByte("()|", p.tok[0]) < 0 && !p.is("and") && !p.is("or") && !p.is("not")
}

func (p *conditionParser) or() (filter.Clause, *conditionError) {
	return p.joined("or", filter.AnyOf, func() (filter.Clause, *conditionError) {
		return p.joined("and", filter.AllOf, p.unary)
	})
}

func (p *conditionParser) joined(op string, join func(...filter.Clause) filter.Clause, rule func() (filter.Clause, *conditionError)) (filter.Clause, *conditionError) {
	var parts []filter.Clause
	for {
		c, err := rule()
		if err != nil {
			return c, err
		}
		parts = append(parts, c)
		if !p.is(op) {
			return join(parts...), nil
		}
		p.next()
	}
}

func (p *conditionParser) unary() (filter.Clause, *conditionError) {
	if p.depth++; p.depth > maxConditionDepth {
		return filter.Clause{}, p.errorf("more than %d parentheses and negations inside each other", maxConditionDepth)
	}
	defer func() { p.depth-- }()
	switch {
	case p.is("not"):
		p.next()
		c, err := p.unary()
		return filter.Not(c), err
	case p.tok == "(":
		open := p.at
		p.next()
		c, err := p.or()
		if err != nil {
			return c, err
		}
		if p.tok == "" {
			return c, &conditionError{open, "unclosed \"(\""}
		}
		if p.tok != ")" {
			return c, p.unexpected()
		}
		p.next()
		return c, nil
	case !p.word():
		return filter.Clause{}, p.unexpected()
	}
	return p.selection()
}

// selection reads a name, or so many of several.
func (p *conditionParser) selection() (filter.Clause, *conditionError) {
	name, at := p.tok, p.at
	p.next()
	if p.is("of") && p.word() {
		return p.quantified(name, at)
	}
	for _, known := range p.names {
		if known == name {
			p.used[name] = true
			return p.clause(name), nil
		}
	}
	known := map[string]bool{}
	for _, n := range p.names {
		known[n] = true
	}
	return filter.Clause{}, &conditionError{at, config.Unknown("selection", name, known)}
}

func (p *conditionParser) quantified(many string, at int) (filter.Clause, *conditionError) {
	join := filter.AnyOf
	switch strings.ToLower(many) {
	case "1", "any":
	case "all":
		join = filter.AllOf
	default:
		return filter.Clause{}, &conditionError{at, fmt.Sprintf("%q of several selections; it is 1, any or all", many)}
	}
	p.next()
	if !p.word() {
		return filter.Clause{}, p.unexpected()
	}
	pattern := p.tok
	var parts []filter.Clause
	for _, name := range p.names {
		ok, err := path.Match(pattern, name)
		if err != nil {
			return filter.Clause{}, p.errorf("bad pattern %q", pattern)
		}
		if p.is("them") {
			ok = !strings.HasPrefix(name, "_")
		}
		if ok {
			p.used[name] = true
			parts = append(parts, p.clause(name))
		}
	}
	if len(parts) == 0 {
		return filter.Clause{}, p.errorf("no selection is named like %q", pattern)
	}
	p.next()
	return join(parts...), nil
}
