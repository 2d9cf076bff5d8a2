package query

import (
	"fmt"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// value is how SQL reads a field as a key of a group or a column of a record: an
// expression that is never NULL, and the condition under which it holds a value.
type value struct {
	sql     string
	present string // "" when always, or when empty text says it
	read    func() reader
	text    bool // empty text is an absent value
}

// fieldValue returns how a field is read. Values of absent fields are all equal,
// so that they make one group.
func fieldValue(s filter.Schema, id record.FieldID) value {
	f, e := record.Get(id), s.Column(id)
	v := value{present: e.Present}
	switch {
	case f.Place == record.PlaceEither:
		return eitherValue(s, f)
	case f.ID == record.Unmapped:
		return value{sql: e.Value, read: func() reader { return new(objectReader) }, text: true}
	case f.Type == record.TypeText || f.Type == record.TypeAction:
		return value{sql: e.Text, read: func() reader { return new(textReader) }, text: true}
	case f.Type == record.TypeBool:
		v.sql, v.read = "toUInt8("+e.Value+")", func() reader { return new(boolReader) }
	case f.Type == record.TypeAddr:
		v.sql, v.read = e.Value, func() reader { return new(addrReader) }
	case f.Type == record.TypeTime:
		v.sql, v.read = e.Nanos, func() reader { return &timeReader{unit: time.Nanosecond} }
	default:
		v.sql, v.read = "toUInt64("+e.Value+")", func() reader { return new(uintReader) }
	}
	if v.present != "" {
		v.sql = fmt.Sprintf("if(%s, %s, %s)", v.present, v.sql, zero(f.Type))
	}
	return v
}

func zero(t record.Type) string {
	switch t {
	case record.TypeAddr:
		return "toIPv6('::')"
	case record.TypeTime:
		return "toInt64(0)"
	case record.TypeBool:
		return "toUInt8(0)"
	default:
		return "toUInt64(0)"
	}
}

// Either is the name under which ARRAY JOIN gives the values of a field that
// stands for two: each row comes once for each of the two values it has.
const either = "_either"

func eitherValue(s filter.Schema, f *record.Field) value {
	v := fieldValue(s, f.Of[0])
	if v.text {
		v.sql = either
		return v
	}
	v.sql, v.present = fmt.Sprintf("ifNull(%s, %s)", either, zero(f.Type)), "isNotNull("+either+")"
	return v
}

// eitherJoin returns the ARRAY JOIN for a field that stands for two.
func eitherJoin(s filter.Schema, f *record.Field) string {
	a, b := fieldValue(s, f.Of[0]), fieldValue(s, f.Of[1])
	if a.text {
		return fmt.Sprintf(" ARRAY JOIN arrayFilter((v, i) -> v != '' OR (i = 1 AND %[1]s = '' AND %[2]s = ''), arrayDistinct([%[1]s, %[2]s]), arrayEnumerate(arrayDistinct([%[1]s, %[2]s]))) AS %[3]s", a.sql, b.sql, either)
	}
	nullable := func(v value) string {
		if v.present == "" {
			return "toNullable(" + v.sql + ")"
		}
		return fmt.Sprintf("if(%s, %s, NULL)", v.present, v.sql)
	}
	return fmt.Sprintf(" ARRAY JOIN arrayFilter((v, i) -> isNotNull(v) OR (i = 1 AND isNull(%[2]s)), if(%[1]s IS NOT DISTINCT FROM %[2]s, [%[1]s], [%[1]s, %[2]s]), if(%[1]s IS NOT DISTINCT FROM %[2]s, [1], [1, 2])) AS %[3]s",
		nullable(a), nullable(b), either)
}

// mask returns the column with a bit for each of the values that is absent, and
// the bits; "" when none of them ever is in this way. The catalogue has fewer
// such fields than the mask has bits.
func mask(values []value) (string, []int) {
	var parts []string
	bits := make([]int, len(values))
	for i, v := range values {
		bits[i] = -1
		if v.present != "" {
			bits[i] = len(parts)
			parts = append(parts, fmt.Sprintf("if(%s, 0, %d)", v.present, uint32(1)<<len(parts)))
		}
	}
	if len(parts) == 0 {
		return "", bits
	}
	return "toUInt32(" + strings.Join(parts, " + ") + ")", bits
}

// aggregateValue returns an aggregate over the values of its field where only
// holds ("" for all rows of the group), and its reader.
func aggregateValue(s filter.Schema, a Aggregate, only string) (string, func() reader) {
	return aggregateOver(a, argument(s, a), and(s.Column(a.Field).Present, only))
}

// argument is the value that an aggregate is over.
func argument(s filter.Schema, a Aggregate) string {
	e := s.Column(a.Field)
	switch {
	case record.Get(a.Field).Type == record.TypeTime:
		return e.Nanos
	case a.Function == Uniq:
		return e.Value
	default:
		return "toUInt64(" + e.Value + ")"
	}
}

// aggregateOver returns an aggregate over arg where the condition holds.
func aggregateOver(a Aggregate, arg, cond string) (string, func() reader) {
	number, plain := nullableUint, func() reader { return new(uintReader) }
	if record.Get(a.Field).Type == record.TypeTime {
		number = nullableTime
	}
	switch a.Function {
	case Sum:
		return call("sum", "", arg, cond), plain
	case Uniq:
		return call("uniqExact", "", arg, cond), plain
	case Min:
		return call("min", "OrNull", arg, cond), number
	case Max:
		return call("max", "OrNull", arg, cond), number
	case Avg:
		return call("avg", "OrNull", arg, cond), nullableFloat
	default:
		return strings.Replace(call("quantileExact", "OrNull", arg, cond), "(", "("+quantiles[a.Function]+")(", 1), number
	}
}

// call writes an aggregate function with its combinators.
func call(function, combinator, arg, cond string) string {
	if cond == "" {
		return function + combinator + "(" + arg + ")"
	}
	return function + "If" + combinator + "(" + arg + ", " + cond + ")"
}

// and joins conditions, of which some may be empty.
func and(conditions ...string) string {
	var parts []string
	for _, c := range conditions {
		if c != "" && c != "1" {
			parts = append(parts, c)
		}
	}
	return strings.Join(parts, " AND ")
}
