package filter

import (
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// Schema says where the tables of the store are. The zero value leaves their
// names as they are.
type Schema struct {
	Database string // put before the names of tables and dictionaries
}

// Expr is how SQL over the table of flows reads a field.
type Expr struct {
	Value   string // the value; where the field is absent, some value of the type
	Type    string // ClickHouse's type of Value
	Present string // condition under which the row has the field; "" when always
	Text    string // the value as text: addresses canonical, times RFC 3339 in UTC
	Nanos   string // for times: nanoseconds since 1970, Int64; Value has whole seconds
}

// The tuple columns of the table of flows with the tables of the tuples. Each
// table has a dictionary of the same name with _dict behind it.
var tupleColumns = map[record.Place]struct{ column, table string }{
	record.PlaceContext: {"ctx", "contexts"},
	record.PlacePath:    {"path", "paths"},
	record.PlaceSrc:     {"src_side", "sides"},
	record.PlaceDst:     {"dst_side", "sides"},
}

// Column returns how SQL reads a field. Fields that stand for two have no value
// of their own: theirs is the zero Expr.
func (s Schema) Column(id record.FieldID) Expr {
	f := record.Get(id)
	if f.Place == record.PlaceEither {
		return Expr{}
	}
	if t, ok := tupleColumns[f.Place]; ok {
		return tupleExpr(f, fmt.Sprintf("dictGet('%s', '%s', %s)", s.name(t.table+"_dict"), slotName(f), t.column))
	}
	if n := namedFields[id]; n != nil {
		return namedExpr(f, n)
	}
	return s.rowExpr(f)
}

// name returns the name of a table, with its database.
func (s Schema) name(table string) string {
	if s.Database == "" {
		return table
	}
	return s.Database + "." + table
}

// digits is what the text of a number in a tuple must be to count as one.
const digits = "^[0-9]{1,19}$"

func tupleExpr(f *record.Field, value string) Expr {
	e := Expr{Value: value, Type: "String", Present: value + " != ''", Text: value}
	if f.Type != record.TypeText {
		e.Value, e.Type = "toUInt64OrZero("+value+")", "UInt64"
		e.Present = "match(" + value + ", '" + digits + "')"
	}
	return e
}

func namedExpr(f *record.Field, n *named) Expr {
	switch {
	case f.ID == record.ActionField:
		return Expr{Value: "action", Type: "Enum8", Present: "action != ''", Text: "toString(action)"}
	case f.Type == record.TypeBool:
		return Expr{Value: n.sql, Type: "UInt8", Text: "if(" + n.sql + ", 'true', 'false')"}
	}
	list := make([]string, len(n.names))
	for i, name := range n.names {
		list[i] = "'" + name + "'"
	}
	text := "[" + strings.Join(list, ", ") + "][" + n.sql + " + 1]" // '' past the end
	return Expr{Value: text, Type: "String", Present: text + " != ''", Text: text}
}

var columnTypes = map[record.Type]string{
	record.TypeText: "String", record.TypeAddr: "IPv6", record.TypeTime: "DateTime('UTC')",
	record.TypeUint8: "UInt8", record.TypeUint16: "UInt16", record.TypeUint32: "UInt32", record.TypeUint64: "UInt64",
	record.TypeAction: "Enum8('' = 0, 'ACCEPT' = 1, 'REJECT' = 2)", record.TypeBool: "UInt8",
}

// ColumnType returns ClickHouse's type for the column of a field in the table of
// flows.
func ColumnType(t record.Type) string { return columnTypes[t] }

// bitColumns are the columns that the catalogue names for people and the store
// names short.
var bitColumns = map[record.FieldID]string{record.Role: "role", record.Scopes: "scopes", record.Flags: "flags"}

// ColumnName returns the column of a row field in the table of flows.
func ColumnName(id record.FieldID) string {
	if name, ok := bitColumns[id]; ok {
		return name
	}
	return record.Get(id).Name
}

func (s Schema) rowExpr(f *record.Field) Expr {
	e := Expr{Value: ColumnName(f.ID), Type: columnTypes[f.Type], Present: presentSQL(record.AbsentBit(f.ID))}
	switch f.ID {
	case record.PktSrcAddr:
		e.Value = "if(pkt_srcaddr = toIPv6('::'), srcaddr, pkt_srcaddr)"
	case record.PktDstAddr:
		e.Value = "if(pkt_dstaddr = toIPv6('::'), dstaddr, pkt_dstaddr)"
	case record.Start:
		e.Present = "" // a missing start is filled in
		e.Nanos = "(toInt64(toUnixTimestamp(start)) * 1000000000 + start_ns)"
	case record.End:
		e.Value = "addSeconds(start, duration)"
		e.Nanos = "((toInt64(toUnixTimestamp(start)) + duration) * 1000000000 + end_ns)"
	case record.Duration:
		e.Value, e.Present = "toUInt32(greatest(duration, 0))", presentSQL(record.AbsentBit(record.End))
	case record.Client:
		e = bySide(record.SrcAddr, record.DstAddr)
	case record.Server:
		e = bySide(record.DstAddr, record.SrcAddr)
	case record.ServicePort:
		e = bySide(record.DstPort, record.SrcPort)
	case record.ClientApp:
		return s.textBySide(record.SrcApp, record.DstApp)
	case record.ServerApp:
		return s.textBySide(record.DstApp, record.SrcApp)
	case record.LocalRole:
		return textExpr(s.local(record.SrcRole, record.DstRole))
	case record.LocalSubnet:
		own := s.Column(record.SubnetID).Value
		return textExpr(fmt.Sprintf("if(%s != '', %s, %s)", own, own, s.local(record.SrcSubnetID, record.DstSubnetID)))
	case record.Unmapped:
		e.Present = "unmapped != ''"
	}
	switch f.Type {
	case record.TypeText:
		e.Text = e.Value
	case record.TypeAddr:
		e.Text = addressText4(e.Value)
	case record.TypeTime:
		e.Text = "formatDateTime(" + e.Value + ", '%FT%TZ', 'UTC')"
	default:
		e.Text = "toString(" + e.Value + ")"
	}
	return e
}

// hasBits is the condition that none of the fields of the bits is absent.
func hasBits(bits uint32) cond {
	if bits == 0 {
		return cond{}
	}
	return sqlText(fmt.Sprintf("bitAnd(absent, %d) = 0", bits))
}

// presentSQL is hasBits for an [Expr].
func presentSQL(bits uint32) string {
	if bits == 0 {
		return ""
	}
	return hasBits(bits).String()
}

// bySide reads the first field where the source opened the conversation and
// the second where the destination did.
func bySide(src, dst record.FieldID) Expr {
	const initiator = "bitAnd(role, 3)"
	return Expr{
		Value: fmt.Sprintf("if(%s = 1, %s, %s)", initiator, record.Get(src).Name, record.Get(dst).Name),
		Type:  columnTypes[record.Get(src).Type],
		Present: fmt.Sprintf("(%s IN (1, 2) AND bitAnd(absent, if(%s = 1, %d, %d)) = 0)",
			initiator, initiator, record.AbsentBit(src), record.AbsentBit(dst)),
	}
}

// textExpr is text that is empty where it is absent.
func textExpr(value string) Expr {
	return Expr{Value: value, Type: "String", Present: value + " != ''", Text: value}
}

// textBySide is bySide for text of the sides.
func (s Schema) textBySide(src, dst record.FieldID) Expr {
	const initiator = "bitAnd(role, 3)"
	return textExpr(fmt.Sprintf("multiIf(%s = 1, %s, %s = 2, %s, '')", initiator, s.Column(src).Value, initiator, s.Column(dst).Value))
}

// local reads the field of the internal side; where both are internal, of the
// server's.
func (s Schema) local(src, dst record.FieldID) string {
	const in, out, opened = sqlDstScope + " = 1", sqlSrcScope + " = 1", "bitAnd(role, 3) = 1"
	return fmt.Sprintf("multiIf(%s AND (NOT (%s) OR %s), %s, %s, %s, '')", in, out, opened, s.Column(dst).Value, out, s.Column(src).Value)
}

// addressText4 is the canonical text of an address: IPv4 without ::ffff:. It
// differs from netip's for ::/96 alone, the IPv4-compatible addresses that
// RFC 4291 retired: the engine writes ::1.2.3.4 for ::102:304.
func addressText4(expr string) string {
	return fmt.Sprintf("if(%s BETWEEN toIPv6('0.0.0.0') AND toIPv6('255.255.255.255'), substring(toString(%s), 8), toString(%s))", expr, expr, expr)
}
