package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// Names of the hunters' views.
const (
	viewVPC   = "vpc_flow_logs"
	viewFlows = "flows"
)

// createViews makes the views for SQL that people write, in a database that
// holds nothing else. Both show a record a row, absent values as NULL and
// addresses as text.
//
// View vpc_flow_logs has AWS's fields under AWS's names with underscores, start
// and end as Unix seconds. View flows has every field of the catalogue, times in
// UTC. A start always has a value; time_from says where it came from.
func (s *Store) createViews(ctx context.Context) error {
	for _, sql := range []string{
		"CREATE DATABASE IF NOT EXISTS " + quote(s.ViewDatabase()),
		s.viewSQL(viewVPC, vpcColumn),
		s.viewSQL(viewFlows, flowsColumn),
	} {
		if _, err := s.conn.Exec(ctx, sql, s.bare(nil)); err != nil {
			return explain("create views", err)
		}
	}
	return nil
}

// viewSQL writes a view of the columns that expr has an expression for.
func (s *Store) viewSQL(name string, expr func(db string, f *record.Field) string) string {
	var cols []string
	for i := range record.Fields() {
		f := &record.Fields()[i]
		if e := expr(s.cfg.Database, f); e != "" {
			cols = append(cols, "  "+e+" AS "+quote(f.Name))
		}
		if name == viewFlows && (f.ID == record.Start || f.ID == record.End) {
			cols = append(cols, "  "+f.Name+"_ns AS "+f.Name+"_ns")
		}
	}
	return fmt.Sprintf("CREATE OR REPLACE VIEW %s.%s AS SELECT\n%s\nFROM %s",
		quote(s.ViewDatabase()), quote(name), strings.Join(cols, ",\n"), s.table(tableFlows))
}

func vpcColumn(db string, f *record.Field) string {
	switch {
	case f.Since == 0:
		return ""
	case f.ID == record.Start:
		return "toUnixTimestamp(start)"
	case f.ID == record.End:
		return orNull(f.ID, "toInt64(toUnixTimestamp(start)) + duration")
	default:
		return flowsColumn(db, f)
	}
}

// flowsColumn is the expression of a field over table flows; "" for those that
// are packed bits or stand for two fields.
func flowsColumn(db string, f *record.Field) string {
	switch f.Place {
	case record.PlaceContext:
		return tupleColumn(db, record.GroupContext, "ctx", f.Name, f.Type)
	case record.PlacePath:
		return tupleColumn(db, record.GroupPath, "path", f.Name, f.Type)
	case record.PlaceSrc:
		return tupleColumn(db, record.GroupSide, "src_side", record.SideNames[f.Slot], f.Type)
	case record.PlaceDst:
		return tupleColumn(db, record.GroupSide, "dst_side", record.SideNames[f.Slot], f.Type)
	case record.PlaceDerived:
		return derivedColumn(f.ID)
	case record.PlaceEither:
		return ""
	}
	switch f.ID {
	case record.Absent, record.Role, record.Scopes, record.Flags:
		return ""
	case record.Start:
		return "start"
	case record.End:
		return orNull(f.ID, "start + duration")
	case record.SrcAddr, record.DstAddr:
		return orNull(f.ID, addrText(f.Name))
	case record.PktSrcAddr:
		return orNull(f.ID, addrText("if(pkt_srcaddr = toIPv6('::'), srcaddr, pkt_srcaddr)"))
	case record.PktDstAddr:
		return orNull(f.ID, addrText("if(pkt_dstaddr = toIPv6('::'), dstaddr, pkt_dstaddr)"))
	case record.ActionField:
		return orNull(f.ID, "nullIf(toString(action), '')")
	case record.Counted:
		return "counted != 0"
	case record.Unmapped:
		return "nullIf(unmapped, '')"
	case record.Part:
		return "part"
	default:
		return orNull(f.ID, f.Name)
	}
}

// orNull is an expression that is NULL where the row lacks the field.
func orNull(id record.FieldID, expr string) string {
	return "if(" + absent(id) + ", NULL, " + expr + ")"
}

// addrText is an address as text, IPv4 without its IPv6 prefix.
func addrText(expr string) string {
	return fmt.Sprintf("if(%[1]s >= toIPv6('::ffff:0.0.0.0') AND %[1]s <= toIPv6('::ffff:255.255.255.255'), substring(toString(%[1]s), 8), toString(%[1]s))", expr)
}

func tupleColumn(db string, g record.Group, id, name string, typ record.Type) string {
	get := fmt.Sprintf("dictGetString(%s, %s, %s)", literal(db+"."+tupleTables[g]+"_dict"), literal(name), id)
	switch typ {
	case record.TypeUint8:
		return "toUInt8OrNull(" + get + ")"
	case record.TypeUint32:
		return "toUInt32OrNull(" + get + ")"
	default:
		return "nullIf(" + get + ", '')"
	}
}

const (
	initiatorSQL = "bitAnd(role, 3)"
	srcScopeSQL  = "bitAnd(scopes, 7)"
	dstScopeSQL  = "bitAnd(bitShiftRight(scopes, 3), 7)"
)

func derivedColumn(id record.FieldID) string {
	bySide := func(src, dst string) string {
		return fmt.Sprintf("multiIf(%[1]s = 1, %[2]s, %[1]s = 2, %[3]s, NULL)", initiatorSQL, src, dst)
	}
	switch id {
	case record.Client:
		return bySide(addrText("srcaddr"), addrText("dstaddr"))
	case record.Server:
		return bySide(addrText("dstaddr"), addrText("srcaddr"))
	case record.ServicePort:
		return bySide("dstport", "srcport")
	case record.Initiator:
		return named(initiatorSQL, record.InitiatorNames[:])
	case record.InitiatorBy:
		return named("bitAnd(bitShiftRight(role, 2), 3)", record.InitiatorReasonNames[:])
	case record.Witness:
		return named("bitAnd(bitShiftRight(role, 4), 7)", record.WitnessNames[:])
	case record.Direction:
		return named(directionSQL, record.DirectionNames[:])
	case record.SrcScope:
		return named(srcScopeSQL, record.ScopeNames[:])
	case record.DstScope:
		return named(dstScopeSQL, record.ScopeNames[:])
	case record.TimeSuspect:
		return fmt.Sprintf("bitAnd(flags, %d) != 0", record.FlagTimeSuspect)
	case record.TimeFrom:
		return named(fmt.Sprintf("bitAnd(flags, %d)", record.FlagTimeFromMask), record.TimeFromNames[:])
	case record.Duration:
		return orNull(record.End, "duration")
	default:
		return ""
	}
}

// named turns a small number into its text, "" into NULL.
func named(expr string, names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = literal(name)
	}
	return fmt.Sprintf("nullIf([%s][%s + 1], '')", strings.Join(list, ", "), expr)
}
