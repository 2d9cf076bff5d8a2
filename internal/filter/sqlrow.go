package filter

import (
	"math/bits"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// row writes a test on a field of the row.
func (w *sqlWriter) row(r opRow) cond {
	if n := namedFields[r.field.ID]; n != nil {
		w.reads(ColumnName(n.column))
		return namedSQL(r.field, n, r.test.(names))
	}
	missing := presence(r)
	if missing != 0 {
		w.reads("absent")
	}
	return allConds(w.value(r), hasBits(missing))
}

// value writes the test itself.
func (w *sqlWriter) value(r opRow) cond {
	e := w.schema.Column(r.field.ID)
	if _, presence := r.test.(exists); presence && r.field.Type != record.TypeText {
		return cond{}
	}
	w.reads(rowColumns(r.field)...)
	switch t := r.test.(type) {
	case mask:
		bits := w.param(e.Type, strconv.FormatUint(uint64(t), 10))
		return sqlText("bitAnd(", e.Value, ", ", bits, ") = ", bits)
	case addresses:
		return w.addresses(e.Value, t)
	case addressText:
		return w.addressText(e, t)
	}
	switch t, ok := r.test.(numbers); {
	case r.field.Type == record.TypeText:
		return w.text(e.Value, r.test)
	case ok && r.field.Type == record.TypeTime:
		return w.times(r.field, t)
	case ok:
		return w.spans(e.Value, e.Type, t)
	}
	return w.match(e.Text, r.test.(textTest))
}

// rowColumns returns the columns that hold a row field.
func rowColumns(f *record.Field) []string {
	switch f.ID {
	case record.PktSrcAddr:
		return []string{"srcaddr", "pkt_srcaddr"}
	case record.PktDstAddr:
		return []string{"dstaddr", "pkt_dstaddr"}
	case record.End:
		return []string{"start", "duration"}
	}
	return []string{ColumnName(f.ID)}
}

// namedSQL writes a set of named values. The names are the program's own.
func namedSQL(f *record.Field, n *named, set names) cond {
	if f.Type == record.TypeBool {
		switch set {
		case 1:
			return notCond(sqlText(n.sql))
		case 2:
			return sqlText(n.sql)
		}
		return cond{}
	}
	expr, isAction := n.sql, f.ID == record.ActionField
	if isAction {
		expr = "action"
	}
	var list []string
	for ; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(uint64(set))
		if isAction {
			list = append(list, "'"+n.names[i]+"'")
		} else {
			list = append(list, strconv.Itoa(i))
		}
	}
	if len(list) == 1 {
		return sqlText(expr, " = ", list[0])
	}
	return sqlText(expr, " IN (", strings.Join(list, ", "), ")")
}

// spans writes that a number lies in one of the spans.
func (w *sqlWriter) spans(expr, typ string, spans []span) cond {
	number := func(n uint64) string { return w.param(typ, strconv.FormatUint(n, 10)) }
	limit := typeLimit(typ)
	var single []string
	var parts []cond
	for _, s := range spans {
		switch {
		case s.lo == s.hi:
			single = append(single, strconv.FormatUint(s.lo, 10))
		case s.hi >= limit:
			parts = append(parts, sqlText(expr, " >= ", number(s.lo)))
		case s.lo == 0:
			parts = append(parts, sqlText(expr, " <= ", number(s.hi)))
		default:
			parts = append(parts, sqlText(expr, " BETWEEN ", number(s.lo), " AND ", number(s.hi)))
		}
	}
	return anyConds(append(parts, w.oneOf(expr, typ, single))...)
}

// typeLimit returns the largest number of a type of ClickHouse.
func typeLimit(typ string) uint64 {
	width, _ := strconv.Atoi(strings.TrimPrefix(typ, "UInt"))
	return 1<<width - 1
}

// few is how many neighbouring addresses are listed one by one, which the bloom
// indexes serve, rather than as a range, which they do not.
const few = 4

// addresses writes that an address lies in one of the ranges.
func (w *sqlWriter) addresses(expr string, ranges []cidr.Range) cond {
	address := func(a [16]byte) string { return w.param("IPv6", mapped(a)) }
	var single []string
	var parts []cond
	for _, r := range ranges {
		if listed := listed(r); listed != nil {
			for _, a := range listed {
				single = append(single, mapped(a))
			}
			continue
		}
		parts = append(parts, sqlText(expr, " BETWEEN ", address(r.Lo), " AND ", address(r.Hi)))
	}
	return anyConds(append(parts, w.oneOf(expr, "IPv6", single))...)
}

// listed returns the addresses of a range that has few, else nil.
func listed(r cidr.Range) [][16]byte {
	list := [][16]byte{r.Lo}
	for a := r.Lo; a != r.Hi; list = append(list, a) {
		if len(list) == few {
			return nil
		}
		a = after(a)
	}
	return list
}

// mapped writes an address as IPv6, which is the type of the columns.
func mapped(a [16]byte) string {
	text := record.Addr(a).String()
	if record.Addr(a).Is4() {
		return "::ffff:" + text
	}
	return text
}

func (w *sqlWriter) addressText(e Expr, t addressText) cond {
	switch {
	case t.exactly():
		return w.addresses(e.Value, t.within)
	case t.everywhere():
		return w.match(e.Text, t.text)
	}
	return allConds(w.addresses(e.Value, t.within), w.match(e.Text, t.text))
}

// times writes that start or end lies in one of the spans.
func (w *sqlWriter) times(f *record.Field, spans []span) cond {
	parts := make([]cond, len(spans))
	for i, s := range spans {
		var from, until cond
		if s.lo > 0 {
			from = w.instant(f, s.lo, " >= ", " > ")
		}
		if s.hi < maxTime {
			until = w.instant(f, s.hi+1, " < ", " < ")
		}
		parts[i] = allConds(from, until)
	}
	return anyConds(parts...)
}

// instant compares start or end with an instant; strict is the operator for the
// seconds when there are nanoseconds to look at. Whole seconds, which is what
// people write, compare the column alone, so that its index serves.
func (w *sqlWriter) instant(f *record.Field, at uint64, op, strict string) cond {
	const perSecond = 1_000_000_000
	seconds, nanos := "start", "start_ns"
	sec := w.param("DateTime('UTC')", time.Unix(int64(at/perSecond), 0).UTC().Format(time.DateTime))
	if f.ID == record.End {
		seconds, nanos = "toUnixTimestamp(start) + duration", "end_ns"
		sec = "toUnixTimestamp(" + sec + ")"
	}
	if at%perSecond == 0 {
		return sqlText(seconds, op, sec)
	}
	w.reads(nanos)
	ns := w.param("UInt32", strconv.FormatUint(at%perSecond, 10))
	return anyConds(sqlText(seconds, strict, sec), allConds(sqlText(seconds, " = ", sec), sqlText(nanos, op, ns)))
}
