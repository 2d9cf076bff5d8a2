package filter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// SQL is a filter as a condition over the table of flows.
type SQL struct {
	Where   string   // never NULL; AND may stand on both sides of it
	Params  []Param  // what it names in braces
	Columns []string // the columns it reads, sorted; a roll-up that has them all can answer
}

// Param is a value that the condition names as {Name:Type}. Value is plain
// text; whoever sends it escapes it as the transport needs.
type Param struct{ Name, Type, Value string }

// SQL writes the filter for the tables of s. The parameters are named prefix0,
// prefix1 and so on; an empty prefix means p.
//
// Fields in tuples are asked for in the tables of the tuples, which are small:
// ctx IN (SELECT id FROM contexts WHERE ...).
func (b *Bound) SQL(s Schema, prefix string) SQL {
	if prefix == "" {
		prefix = "p"
	}
	w := sqlWriter{schema: s, prefix: prefix, known: map[Param]string{}}
	where := w.op(b.plan).String()
	slices.Sort(w.columns)
	return SQL{Where: where, Params: w.params, Columns: slices.Compact(w.columns)}
}

// sqlWriter turns ops into conditions and collects what they need.
type sqlWriter struct {
	schema  Schema
	prefix  string
	params  []Param
	known   map[Param]string // names by type and value
	columns []string
}

// param returns the placeholder of a value. Equal values share one.
func (w *sqlWriter) param(typ, value string) string {
	key := Param{Type: typ, Value: value}
	name, ok := w.known[key]
	if !ok {
		name = w.prefix + strconv.Itoa(len(w.params))
		w.known[key] = name
		w.params = append(w.params, Param{name, typ, value})
	}
	return "{" + name + ":" + typ + "}"
}

// reads notes columns that a condition reads.
func (w *sqlWriter) reads(columns ...string) { w.columns = append(w.columns, columns...) }

func (w *sqlWriter) op(o op) cond {
	switch o := o.(type) {
	case opJunction:
		parts := make([]cond, len(o.ops))
		for i, of := range o.ops {
			parts[i] = w.op(of)
		}
		if o.or {
			return anyConds(parts...)
		}
		return allConds(parts...)
	case opNot:
		return notCond(w.op(o.of))
	case opRow:
		return w.row(o)
	case opTuple:
		return w.tuple(o)
	case opPair:
		return w.pair(o)
	}
	return cond{}
}

// tuple asks for the tuples that pass. The tuple in which everything is absent
// has no row in its table, so where it passes, the others are asked for.
func (w *sqlWriter) tuple(o opTuple) cond {
	t := tupleColumns[o.place]
	membership := " IN "
	of := o.of
	if evalTuple(of, o.place, make([]string, groupOf(o.place).Slots())) {
		membership, of = " NOT IN ", opposite(of)
	}
	w.reads(t.column)
	return sqlText(t.column, membership, "(SELECT id FROM ", w.schema.name(t.table), " WHERE ", w.tupleNode(of, o.place).String(), ")")
}

// opposite negates a node, from the inside where that leaves fewer negations.
func opposite(n node) node {
	j, ok := n.(junction)
	if !ok {
		return newNot(n)
	}
	negated := 0
	for _, of := range j.nodes {
		if _, ok := of.(not); ok {
			negated++
		}
	}
	if 2*negated < len(j.nodes) {
		return newNot(n)
	}
	nodes := make([]node, len(j.nodes))
	for i, of := range j.nodes {
		nodes[i] = newNot(of)
	}
	return newJunction(!j.or, nodes)
}

// tupleNode writes a bound node over the columns of a table of tuples.
func (w *sqlWriter) tupleNode(n node, place record.Place) cond {
	switch n := n.(type) {
	case junction:
		parts := make([]cond, len(n.nodes))
		for i, of := range n.nodes {
			parts[i] = w.tupleNode(of, place)
		}
		if n.or {
			return anyConds(parts...)
		}
		return allConds(parts...)
	case not:
		return notCond(w.tupleNode(n.of, place))
	case leaf:
		return w.text(slotName(n.field), n.test)
	case search:
		return sqlText(fmt.Sprintf("arrayExists(v -> %s, [%s])", w.text("v", n.test), strings.Join(searchedSlots[place].names, ", ")))
	}
	return cond{}
}

// text writes a test on text that is empty where it is absent.
func (w *sqlWriter) text(expr string, t test) cond {
	present := sqlText(expr, " != ''")
	switch t := t.(type) {
	case exists:
		return present
	case texts:
		return w.oneOf(expr, "String", t)
	case foldTexts:
		return w.oneOf("lower("+expr+")", "String", t)
	case textRange:
		low, high := present, cond{}
		if t.low != "" {
			low = sqlText(expr, [...]string{" >= ", " > "}[index(t.lowOpen)], w.param("String", t.low))
		}
		if t.high != "" {
			high = sqlText(expr, [...]string{" <= ", " < "}[index(t.highOpen)], w.param("String", t.high))
		}
		return allConds(low, high)
	case numbers:
		return allConds(sqlText("match(", expr, ", '", digits, "')"), w.spans("toUInt64OrZero("+expr+")", "UInt64", t))
	case textTest:
		if t.matchString("") {
			return allConds(present, w.match(expr, t))
		}
		return w.match(expr, t)
	}
	return cond{op: condFalse}
}

// match writes a pattern or regex over text.
func (w *sqlWriter) match(expr string, t textTest) cond {
	switch t := t.(type) {
	case *pattern:
		if t.fold {
			expr = "lower(" + expr + ")"
		}
		return sqlText(expr, " LIKE ", w.param("String", t.like()))
	case *regex:
		return sqlText("match(", expr, ", ", w.param("String", t.re.String()), ")")
	}
	return cond{op: condFalse}
}

// oneOf writes that a value is one of a list, given as text.
func (w *sqlWriter) oneOf(expr, typ string, list []string) cond {
	switch len(list) {
	case 0:
		return cond{op: condFalse}
	case 1:
		return sqlText(expr, " = ", w.param(typ, list[0]))
	}
	return sqlText(expr, " IN ", w.param("Array("+typ+")", arrayText(typ, list)))
}

// arrayText writes a list as a literal of ClickHouse.
func arrayText(typ string, list []string) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, text := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.HasPrefix(typ, "UInt") {
			b.WriteString(text)
			continue
		}
		b.WriteByte('\'')
		b.WriteString(arrayEscapes.Replace(text))
		b.WriteByte('\'')
	}
	b.WriteByte(']')
	return b.String()
}

var arrayEscapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\t", `\t`, "\r", `\r`, "\x00", `\0`)
