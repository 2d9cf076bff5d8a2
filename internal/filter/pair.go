package filter

import (
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// sameAs holds for values that compare so with those of another field of the record.
// It is false where either is absent.
type sameAs struct {
	other *record.Field
	op    string // = > >= < <=
	// turned is whether the planner has looked at this side already.
	turned bool
}

func (t sameAs) value() value {
	text := "@" + t.other.Name
	if t.op == "=" {
		return value{form: formWord, text: text}
	}
	return value{form: formCompare, op: t.op, text: text}
}

// referred finds @other behind a colon or a comparison.
func referred(v value) (other, op string, ok bool) {
	op = "="
	switch {
	case v.form == formCompare && !v.quoted && v.op != "&" && v.op != "~":
		op = v.op
	case v.form != formWord:
		return "", "", false
	}
	name, ok := strings.CutPrefix(v.text, "@")
	return name, op, ok && name != ""
}

// FieldRef is the value of another field of the record, to compare with = > >= < <=.
func FieldRef(op, other string) Operand {
	return Operand{value{form: formCompare, op: op, text: "@" + other}}
}

// The kinds of values that can be compared with each other.
const (
	pairText = iota
	pairNumber
	pairTime
	pairAddr
)

func pairKind(f *record.Field) int {
	switch {
	case f.Type == record.TypeText || namedFields[f.ID] != nil:
		return pairText
	case f.Type == record.TypeAddr:
		return pairAddr
	case f.Type == record.TypeTime:
		return pairTime
	}
	return pairNumber
}

// sameAs binds a comparison of two fields.
func (b *binder) sameAs(f *record.Field, name, op string, column int) (test, *Error) {
	other, ok := lookup(unescape(name))
	if !ok {
		err := errorf(column, "unknown field %q", name)
		if near := record.Suggest(name); near != "" {
			return nil, err.suggest(`did you mean %q? text that begins with "@" stands in quotes`, near)
		}
		return nil, err.suggest(`text that begins with "@" stands in quotes`)
	}
	kind := pairKind(f)
	switch {
	case kind != pairKind(other) || f.ID == record.Absent || other.ID == record.Absent:
		return nil, errorf(column, "%s and %s are not compared with each other", f.Name, other.Name)
	case op != "=" && (kind == pairText || kind == pairAddr):
		return nil, errorf(column, "%s and %s have no order", f.Name, other.Name).suggest("write %s:@%s", f.Name, other.Name)
	}
	return sameAs{other: other, op: op}, nil
}

// opPair compares two fields that each stand for one.
type opPair struct {
	a, b *record.Field
	op   string
}

var turnedOps = map[string]string{"=": "=", ">": "<", ">=": "<=", "<": ">", "<=": ">="}

// planPair plans the comparison of a field that stands for one: the other field is
// taken apart next.
func planPair(f *record.Field, t sameAs) op {
	if !t.turned {
		return plan(leaf{t.other, sameAs{other: f, op: turnedOps[t.op], turned: true}})
	}
	return opPair{a: f, b: t.other, op: t.op}
}

// pairRunner compares row by row.
type pairRunner struct{ opPair }

func (pairRunner) cost() int { return 50 }

func (r pairRunner) narrow(_ *Matcher, b *record.Batch, rows Bitmap) {
	switch pairKind(r.a) {
	case pairText:
		x, y := textReader(b, r.a), textReader(b, r.b)
		keepIf(rows, func(row int) bool { v := x(row); return v != "" && v == y(row) })
	case pairAddr:
		if !b.Has(r.a.ID) || !b.Has(r.b.ID) {
			clear(rows)
			return
		}
		x, y := b.Col(r.a.ID).Addr, b.Col(r.b.ID).Addr
		keepIf(rows, func(row int) bool {
			return x[row] == y[row] && !b.AbsentAt(r.a.ID, row) && !b.AbsentAt(r.b.ID, row)
		})
	default:
		x, y := numberReader(b, r.a), numberReader(b, r.b)
		keepIf(rows, func(row int) bool {
			v, ok := x(row)
			if !ok {
				return false
			}
			w, ok := y(row)
			return ok && compareNumbers(r.op, v, w)
		})
	}
}

func compareNumbers(op string, v, w uint64) bool {
	switch op {
	case ">":
		return v > w
	case ">=":
		return v >= w
	case "<":
		return v < w
	case "<=":
		return v <= w
	}
	return v == w
}

// textReader reads a field's text, "" where it is absent.
func textReader(b *record.Batch, f *record.Field) func(row int) string {
	if n := namedFields[f.ID]; n != nil {
		if !b.Has(n.column) {
			zero := n.name(0)
			return func(int) string { return zero }
		}
		col := b.Col(n.column).U8
		return func(row int) string { return n.name(col[row]) }
	}
	if f.Place == record.PlaceRow {
		if !b.Has(f.ID) {
			return func(int) string { return "" }
		}
		col := b.Col(f.ID).Text
		return func(row int) string { return col[row] }
	}
	numbers, g := numbersOf(b, f.Place), groupOf(f.Place)
	return func(row int) string {
		if len(numbers) == 0 {
			return ""
		}
		return b.Registry.Tuple(g, numbers[row]).Value(f.Slot)
	}
}

// numberReader reads a field's number, false where it is absent.
func numberReader(b *record.Batch, f *record.Field) func(row int) (uint64, bool) {
	if f.ID == record.Duration {
		if !b.Has(record.Start) || !b.Has(record.End) {
			return func(int) (uint64, bool) { return 0, false }
		}
		start, end := b.Col(record.Start).Time, b.Col(record.End).Time
		return func(row int) (uint64, bool) {
			return uint64(max(end[row]/second-start[row]/second, 0)), !b.AbsentAt(record.End, row)
		}
	}
	if f.Place != record.PlaceRow {
		text := textReader(b, f)
		return func(row int) (uint64, bool) { return tupleNumber(text(row)) }
	}
	absent := record.AbsentBit(f.ID) != 0 && f.ID != record.Start
	if !b.Has(f.ID) {
		return func(int) (uint64, bool) { return 0, !absent && f.ID != record.Start }
	}
	c := b.Col(f.ID)
	read := func(row int) uint64 { return uint64(c.U8[row]) }
	switch f.Type {
	case record.TypeUint16:
		read = func(row int) uint64 { return uint64(c.U16[row]) }
	case record.TypeUint32:
		read = func(row int) uint64 { return uint64(c.U32[row]) }
	case record.TypeUint64:
		read = func(row int) uint64 { return c.U64[row] }
	case record.TypeTime:
		read = func(row int) uint64 { return uint64(c.Time[row]) }
	}
	return func(row int) (uint64, bool) { return read(row), !absent || !b.AbsentAt(f.ID, row) }
}

// pair writes the comparison over the columns of both fields.
func (w *sqlWriter) pair(o opPair) cond {
	side := func(f *record.Field) (value string, present cond) {
		e := w.schema.Column(f.ID)
		switch t, tuple := tupleColumns[f.Place]; {
		case tuple:
			w.reads(t.column)
		case namedFields[f.ID] != nil:
			w.reads(ColumnName(namedFields[f.ID].column))
		default:
			w.reads(rowColumns(f)...)
			if e.Present != "" && f.ID != record.Unmapped {
				w.reads("absent")
			}
		}
		if e.Present != "" {
			present = sqlText("(", e.Present, ")")
		}
		switch pairKind(f) {
		case pairText:
			return e.Text, present
		case pairTime:
			if f.ID == record.End {
				w.reads("end_ns")
			} else {
				w.reads("start_ns")
			}
			return e.Nanos, present
		}
		return e.Value, present
	}
	x, xThere := side(o.a)
	y, yThere := side(o.b)
	return allConds(xThere, yThere, sqlText("(", x, " ", o.op, " ", y, ")"))
}
