package filter

// group reads field:( ), where values and operators stand without the field.
type group struct {
	*parser
	field  string
	column int
}

func (g *group) read() (syntax, *Error) {
	if err := g.enter(); err != nil {
		return nil, err
	}
	defer g.leave()
	open := g.tok.column
	n, err := g.inner(open)
	if err != nil {
		return nil, err
	}
	return n, g.advance(modeTerm)
}

// inner reads from the opening parenthesis in hand to the closing one, which is
// left in hand.
func (g *group) inner(open int) (syntax, *Error) {
	if err := g.advance(modeGroup); err != nil {
		return nil, err
	}
	if g.tok.kind == kClose {
		return nil, errorf(open, "nothing between the parentheses")
	}
	var any, must, not []syntax // as Lucene weighs the members of a plain list
	for g.tok.kind != kClose {
		plus := g.tok.kind == kPlus
		if g.tok.kind == kEnd {
			return nil, errorf(open, `unclosed "("`)
		}
		n, err := g.or()
		if err != nil {
			return nil, err
		}
		_, negated := n.(negation)
		switch {
		case negated:
			not = append(not, n)
		case plus:
			must = append(must, n)
		default:
			any = append(any, n)
		}
	}
	switch {
	case len(must)+len(not) == 0:
		return join(true, any), nil
	case len(must) == 0 && len(any) > 0:
		must = []syntax{join(true, any)}
	}
	return join(false, append(must, not...)), nil
}

func (g *group) or() (syntax, *Error)  { return g.joined(kOr, modeGroup, g.and) }
func (g *group) and() (syntax, *Error) { return g.joined(kAnd, modeGroup, g.unary) }

func (g *group) unary() (syntax, *Error) {
	switch g.tok.kind {
	case kNot, kMinus, kPlus:
		return g.prefixed(modeGroup, g.unary)
	case kOpen:
		if err := g.enter(); err != nil {
			return nil, err
		}
		defer g.leave()
		n, err := g.inner(g.tok.column)
		if err != nil {
			return nil, err
		}
		return n, g.advance(modeGroup)
	}
	v, err := g.value(modeGroup)
	if err != nil {
		return nil, err
	}
	return term{field: g.field, column: g.column, value: v}, nil
}
