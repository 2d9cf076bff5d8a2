package filter

import "strings"

// cond is a condition in SQL. The zero value is true.
type cond struct {
	op    condOp
	text  string // condText
	parts []cond
}

type condOp uint8

const (
	condTrue condOp = iota
	condFalse
	condText // one comparison or call, which binds tighter than NOT
	condNot
	condAnd
	condOr
)

// sqlText is a condition as it is written.
func sqlText(parts ...string) cond { return cond{op: condText, text: strings.Join(parts, "")} }

// allConds and anyConds join conditions; those of the same kind become one.
func allConds(conds ...cond) cond { return joinConds(condAnd, condTrue, condFalse, conds) }
func anyConds(conds ...cond) cond { return joinConds(condOr, condFalse, condTrue, conds) }

func joinConds(op, nothing, decides condOp, conds []cond) cond {
	var parts []cond
	for _, c := range conds {
		switch c.op {
		case op:
			parts = append(parts, c.parts...)
		case nothing:
		case decides:
			return c
		default:
			parts = append(parts, c)
		}
	}
	switch len(parts) {
	case 0:
		return cond{op: nothing}
	case 1:
		return parts[0]
	}
	return cond{op: op, parts: parts}
}

func notCond(c cond) cond {
	switch c.op {
	case condTrue:
		return cond{op: condFalse}
	case condFalse:
		return cond{op: condTrue}
	case condNot:
		return c.parts[0]
	}
	return cond{op: condNot, parts: []cond{c}}
}

// String writes the condition so that AND may stand on both sides of it.
func (c cond) String() string {
	var b strings.Builder
	c.write(&b)
	if c.op == condOr {
		return "(" + b.String() + ")"
	}
	return b.String()
}

func (c cond) write(b *strings.Builder) {
	switch c.op {
	case condTrue:
		b.WriteByte('1')
	case condFalse:
		b.WriteByte('0')
	case condText:
		b.WriteString(c.text)
	case condNot:
		b.WriteString("NOT (")
		c.parts[0].write(b)
		b.WriteByte(')')
	default:
		word := " AND "
		if c.op == condOr {
			word = " OR "
		}
		for i, p := range c.parts {
			if i > 0 {
				b.WriteString(word)
			}
			if p.op == condAnd || p.op == condOr {
				b.WriteByte('(')
				p.write(b)
				b.WriteByte(')')
				continue
			}
			p.write(b)
		}
	}
}
