package query

import (
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// value is how SQL reads a field as a key of a group or a column of a record: an
// expression that is never NULL, because keys without NULL are grouped nearly
// twice as fast. Where the field is absent it has a value that no record can
// have; 64-bit counters leave none free, so for them a mask beside tells.
type value struct {
	sql     string
	absent  string // what stands for an absent value; "" when the mask tells
	present string // condition under which the mask has no bit for it; "" when it never has
	read    func() reader
}

// noAddr stands for an absent address. It is drawn anew in each process, so
// that nobody can send packets from it.
var noAddr = func() record.Addr {
	var a record.Addr
	rand.Read(a[:]) // never fails
	a[0] = 1        // in no network that is given out
	return a
}()

// What stands for absent numbers: one above the largest that a field can have.
const (
	noSmall = 1<<32 - 1 // for fields of 8 and 16 bits
	noLarge = 1<<64 - 1 // for fields of 32 bits, and numbers in tuples, of 19 digits
)

// fieldValue returns how a field is read.
func fieldValue(s filter.Schema, id record.FieldID) value {
	f, e := record.Get(id), s.Column(id)
	switch {
	case f.Place == record.PlaceEither:
		return eitherValue(s, f)
	case f.ID == record.Unmapped:
		return value{sql: e.Value, absent: "''", read: func() reader { return new(objectReader) }}
	case f.Type == record.TypeText || f.Type == record.TypeAction:
		return value{sql: e.Text, absent: "''", read: func() reader { return new(textReader) }}
	}
	v := value{sql: e.Value}
	switch {
	case f.Type == record.TypeBool:
		v.sql, v.read = "toUInt8("+e.Value+")", func() reader { return new(boolReader) }
	case f.Type == record.TypeAddr:
		v.absent, v.read = "toIPv6('"+noAddr.String()+"')", func() reader { return new(addrReader) }
	case f.Type == record.TypeTime:
		v.sql, v.absent, v.read = e.Nanos, "toInt64(-1)", func() reader { return &timeReader{unit: time.Nanosecond} }
	case e.Type == "UInt8" || e.Type == "UInt16":
		v.sql, v.absent, v.read = "toUInt32("+e.Value+")", fmt.Sprintf("toUInt32(%d)", uint32(noSmall)), func() reader { return new(smallReader) }
	case f.Place == record.PlaceRow && f.Type == record.TypeUint64:
		v.present, v.read = e.Present, func() reader { return new(countReader) }
	default:
		v.sql, v.absent, v.read = "toUInt64("+e.Value+")", fmt.Sprintf("toUInt64(%d)", uint64(noLarge)), func() reader { return new(largeReader) }
	}
	switch {
	case e.Present == "":
		v.absent = ""
	case v.present != "":
		v.sql = fmt.Sprintf("if(%s, %s, toUInt64(0))", e.Present, v.sql)
	default:
		v.sql = fmt.Sprintf("if(%s, %s, %s)", e.Present, v.sql, v.absent)
	}
	return v
}

// Either is the name under which ARRAY JOIN gives the values of a field that
// stands for two: each row comes once for each of the two values it has.
const either = "_either"

func eitherValue(s filter.Schema, f *record.Field) value {
	v := fieldValue(s, f.Of[0])
	v.sql = either
	return v
}

// eitherJoin returns the ARRAY JOIN for a field that stands for two. A row that
// has neither value comes once, with the absent one.
func eitherJoin(s filter.Schema, f *record.Field) string {
	a, b := fieldValue(s, f.Of[0]), fieldValue(s, f.Of[1])
	return fmt.Sprintf(" ARRAY JOIN multiIf(%[1]s = %[2]s OR %[2]s = %[3]s, [%[1]s], %[1]s = %[3]s, [%[2]s], [%[1]s, %[2]s]) AS %[4]s", a.sql, b.sql, a.absent, either)
}

// mask returns the column with a bit for each of the values that is absent, and
// the bits; "" when the mask tells of none of them. The catalogue has fewer such
// fields than the mask has bits.
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
	number, plain := nullableUint, func() reader { return new(countReader) }
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
