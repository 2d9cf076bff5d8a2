package filter

import (
	"strings"
)

// Parse reads a filter. Errors are an [*Error]; names and values are looked at
// by [Query.Bind].
func Parse(text string) (*Query, error) {
	q, err := parse(text)
	if err != nil {
		return nil, err
	}
	return q, nil
}

func parse(text string) (*Query, *Error) {
	lex, err := newLexer(text)
	if err != nil {
		return nil, err
	}
	p := &parser{lex: lex}
	if err := p.advance(modeTerm); err != nil {
		return nil, err
	}
	if p.tok.kind == kEnd {
		return &Query{root: everything{}}, nil
	}
	root, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.tok.kind != kEnd {
		return nil, p.unexpected()
	}
	return &Query{root: root}, nil
}

// parser is a recursive descent over the lexer's tokens with one of them in
// hand. Its methods begin with the first token of their rule in hand and end
// with the first one behind it.
type parser struct {
	lex    *lexer
	tok    token
	depth  int
	values int
}

func (p *parser) advance(m mode) (err *Error) {
	p.tok, err = p.lex.next(m)
	return err
}

// enter counts a level of nesting; leave undoes it.
func (p *parser) enter() *Error {
	if p.depth++; p.depth > MaxDepth {
		return errorf(p.tok.column, "more than %d parentheses and negations inside each other", MaxDepth)
	}
	return nil
}

func (p *parser) leave() { p.depth-- }

// unexpected is the error about a token that no rule wants here.
func (p *parser) unexpected() *Error {
	switch t := p.tok; t.kind {
	case kEnd:
		return errorf(t.column, "the filter ends too early").suggest("a term such as action:REJECT is missing")
	case kClose, kRangeClose:
		return errorf(t.column, "%q closes nothing", t.text)
	case kRangeOpen:
		return errorf(t.column, "range without a field").suggest("write field:[a TO b]")
	case kAnd, kOr:
		return errorf(t.column, "no term before %s", t.text)
	default:
		return errorf(t.column, "unexpected %q", t.text)
	}
}

// or reads terms joined by OR.
func (p *parser) or() (syntax, *Error) {
	return p.joined(kOr, modeTerm, p.and)
}

// and reads terms joined by AND or by nothing.
func (p *parser) and() (syntax, *Error) {
	first, err := p.unary()
	if err != nil {
		return nil, err
	}
	nodes := []syntax{first}
	for {
		switch p.tok.kind {
		case kEnd, kClose, kOr, kRangeClose:
			return join(false, nodes), nil
		case kAnd:
			if err := p.advance(modeTerm); err != nil {
				return nil, err
			}
		}
		next, err := p.unary()
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, next)
	}
}

// joined reads one or more of a rule with an operator between them.
func (p *parser) joined(op kind, m mode, rule func() (syntax, *Error)) (syntax, *Error) {
	var nodes []syntax
	for {
		n, err := rule()
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, n)
		if p.tok.kind != op {
			return join(op == kOr, nodes), nil
		}
		if err := p.advance(m); err != nil {
			return nil, err
		}
	}
}

// join makes a list of nodes, or of a single one the node itself.
func join(or bool, nodes []syntax) syntax {
	if len(nodes) == 1 {
		return nodes[0]
	}
	return list{or: or, nodes: nodes}
}

// unary reads a term with its negations.
func (p *parser) unary() (syntax, *Error) {
	switch p.tok.kind {
	case kNot, kMinus, kPlus:
		return p.prefixed(modeTerm, p.unary)
	}
	return p.primary()
}

// prefixed reads what follows NOT, ! or -, negated, or what follows + as it is.
func (p *parser) prefixed(m mode, rule func() (syntax, *Error)) (syntax, *Error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	op := p.tok
	if err := p.advance(m); err != nil {
		return nil, err
	}
	if op.kind != kNot && p.tok.spaced {
		return nil, errorf(op.column, "%q stands alone", op.text).suggest("write it directly before its term")
	}
	of, err := rule()
	if err != nil || op.kind == kPlus {
		return of, err
	}
	return negation{of: of}, nil
}

// primary reads a term, a bare value, or what stands in parentheses.
func (p *parser) primary() (syntax, *Error) {
	switch t := p.tok; t.kind {
	case kOpen:
		return p.parentheses()
	case kField:
		return p.term(unescape(t.text), t.column)
	case kWord, kQuoted, kRegex:
		v, err := p.value(modeTerm)
		if err != nil {
			return nil, err
		}
		if v.star() {
			return everything{}, nil
		}
		return bare{v}, nil
	}
	return nil, p.unexpected()
}

// parentheses reads the terms between ( and ).
func (p *parser) parentheses() (syntax, *Error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	open := p.tok.column
	if err := p.advance(modeTerm); err != nil {
		return nil, err
	}
	if p.tok.kind == kClose {
		return nil, errorf(open, "nothing between the parentheses")
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.tok.kind == kEnd {
		return nil, errorf(open, `unclosed "("`)
	}
	if p.tok.kind != kClose {
		return nil, p.unexpected()
	}
	return n, p.advance(modeTerm)
}

// term reads what stands behind a field's colon.
func (p *parser) term(field string, column int) (syntax, *Error) {
	if p.lex.at(0) == '/' && p.lex.at(1) == '/' {
		return nil, errorf(column, "a URL is no term").suggest("quote text that holds a colon")
	}
	if err := p.advance(modeValue); err != nil {
		return nil, err
	}
	missing := errorf(p.tok.column, "no value for %s", field).suggest("%s:* finds the records that have it", fieldText(field))
	switch t := p.tok; t.kind {
	case kEnd, kClose, kRangeClose:
		return nil, missing
	case kOpen:
		group := &group{parser: p, field: field, column: column}
		n, err := group.read()
		if err != nil {
			return nil, err
		}
		return n, nil
	case kWord:
		if _, ok := operators[t.text]; ok && t.spaced {
			return nil, missing
		}
	}
	v, err := p.value(modeTerm)
	if err != nil {
		return nil, err
	}
	if field == "*" && v.star() {
		return everything{}, nil
	}
	return term{field: field, column: column, value: v}, nil
}

// value reads one value; m is the mode of what follows it.
func (p *parser) value(m mode) (value, *Error) {
	if p.values++; p.values > MaxValues {
		return value{}, errorf(p.tok.column, "more than %d values", MaxValues)
	}
	t := p.tok
	v := value{column: t.column, text: t.text}
	switch t.kind {
	case kWord:
		v.form = formWord
		if r, at := relevance(t.text); at >= 0 {
			return v, errorf(t.column+at, "fuzzy and boosted search (%q) is not part of the language", r)
		}
	case kQuoted:
		v.form = formQuoted
	case kRegex:
		v.form = formRegex
	case kCompare:
		if err := p.advance(modeValue); err != nil {
			return v, err
		}
		if p.tok.kind != kWord && p.tok.kind != kQuoted {
			return v, errorf(p.tok.column, "no value behind %q", t.text)
		}
		v.form, v.op = formCompare, t.text
		v.text, v.quoted = p.tok.text, p.tok.kind == kQuoted
	case kRangeOpen:
		return p.valueRange(m)
	default:
		return v, p.unexpected()
	}
	return v, p.advance(m)
}

// relevance finds the ~ and ^ that Lucene ranks matches by: foo~2, foo^4.
func relevance(word string) (mark string, at int) {
	runes := []rune(word)
	at = len(runes) - 1
	for at > 0 && strings.ContainsRune("0123456789.", runes[at]) {
		at--
	}
	if at > 0 && (runes[at] == '~' || runes[at] == '^') && runes[at-1] != '\\' {
		return string(runes[at]), at
	}
	return "", -1
}

// valueRange reads [a TO b].
func (p *parser) valueRange(m mode) (value, *Error) {
	open := p.tok
	v := value{form: formRange, column: open.column, lowOpen: open.text == "{"}
	unclosed := errorf(open.column, "range is not written as [a TO b]").suggest("write field:[a TO b], with * for an open end")
	end := func() (*value, *Error) {
		if err := p.advance(modeRange); err != nil {
			return nil, err
		}
		switch {
		case p.tok.kind == kQuoted:
			return &value{form: formQuoted, column: p.tok.column, text: p.tok.text}, nil
		case p.tok.kind == kWord && !strings.EqualFold(p.tok.text, "TO"):
			return &value{form: formWord, column: p.tok.column, text: p.tok.text}, nil
		}
		return nil, unclosed
	}
	var err *Error
	if v.low, err = end(); err != nil {
		return v, err
	}
	if err := p.advance(modeRange); err != nil {
		return v, err
	}
	if p.tok.kind != kWord || !strings.EqualFold(p.tok.text, "TO") {
		return v, unclosed
	}
	if v.high, err = end(); err != nil {
		return v, err
	}
	if err := p.advance(modeRange); err != nil {
		return v, err
	}
	if p.tok.kind != kRangeClose {
		return v, unclosed
	}
	v.highOpen = p.tok.text == "}"
	return v, p.advance(m)
}
