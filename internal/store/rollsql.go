package store

import (
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// rollup says how a roll-up is computed in SQL from the rows of a day. It is the
// definition of the roll-up; [Rollup] and the graph of apps compute the same
// numbers from batches.
type rollup struct {
	table  string
	keys   []string // columns that tell rows apart
	sums   []string // counters that add up
	others []string // columns that merge by other functions, each with its function
	folds  []string // keys that become zero in rows that stand for many
	folded string   // condition that a row is one of those; empty when the roll-up is not bounded
}

var rollups = []rollup{
	{
		table: tableMinute,
		keys:  []string{"minute", "place", "action", "protocol", "service"},
		sums:  spreadCounters,
	},
	{
		table: tableHour,
		keys:  []string{"hour", "ctx", "action", "protocol"},
		sums:  spreadCounters,
	},
	{
		table:  tablePublic,
		keys:   []string{"hour", "action", "direction", "addr", "side"},
		sums:   publicCounters,
		folds:  []string{"addr", "side"},
		folded: "addr = toIPv6('::')",
	},
	{
		table:  tableRejected,
		keys:   []string{"hour", "side", "dstaddr", "dstport", "protocol"},
		sums:   rejectedCounters,
		folds:  []string{"side", "dstaddr", "dstport"},
		folded: "dstaddr = toIPv6('::')",
	},
	coarseRollup,
	{
		table:  tableEdges,
		keys:   []string{"hour", "client", "server", "service_port", "protocol", "action"},
		sums:   edgeCounters,
		others: []string{"min(first_seen)", "max(last_seen)", "groupBitOr(p0)", "groupBitOr(p1)", "groupBitOr(p2)", "groupBitOr(p3)"},
	},
}

// coarseRollup counts by what flows say in their tuples, verdict, initiator and scopes: it
// answers what asks for no address and no port.
var coarseRollup = rollup{
	table:  tableCoarse,
	keys:   append([]string{"hour"}, coarseKeys...),
	sums:   coarseCounters,
	folds:  coarseKeys,
	folded: fmt.Sprintf("scopes = %d", manyScopes),
}

var coarseKeys = []string{"ctx", "path", "src_side", "dst_side", "action", "initiator", "scopes"}

// columns lists the columns of a roll-up in the order that sql selects them.
func (r rollup) columns() []string {
	cols := append(append([]string{}, r.keys...), r.sums...)
	for _, o := range r.others {
		cols = append(cols, merged(o))
	}
	return cols
}

// merged returns the column in "function(column)".
func merged(o string) string {
	_, name, _ := strings.Cut(strings.TrimSuffix(o, ")"), "(")
	return name
}

// sql returns the query that computes the roll-up's rows of a day from the raw
// rows, one row for each key.
func (r rollup) sql(s *Store, day Day) string {
	switch r.table {
	case tableMinute:
		place := fmt.Sprintf("dictGetUInt64(%s, 'place', ctx)", s.dictionary(record.GroupContext))
		return s.spreadSQL(day, []string{"minute", place + " AS place", "action", "protocol", "toUInt8(class) AS service"})
	case tableHour:
		return s.spreadSQL(day, []string{"toStartOfHour(minute) AS hour", "ctx", "action", "protocol"})
	case tablePublic:
		return s.publicSQL(day)
	case tableRejected:
		return s.rejectedSQL(day)
	case tableCoarse:
		return s.coarseSQL(day)
	default:
		return s.edgesSQL(day)
	}
}

// dictionary names the dictionary of a tuple group, as an argument of dictGet.
func (s *Store) dictionary(g record.Group) string {
	return literal(s.cfg.Database + "." + tupleTables[g] + "_dict")
}

// quiet is the condition that a row tells of no traffic.
func (s *Store) quiet() string {
	return fmt.Sprintf("dictGetString(%s, 'log_status', ctx) IN ('NODATA', 'SKIPDATA')", s.dictionary(record.GroupContext))
}

// serviceSQL is the class of a row's service port.
func serviceSQL() string {
	from, to := []uint16{0}, []uint8{serviceNone}
	for class, ports := range servicePorts {
		for _, port := range ports {
			from, to = append(from, port), append(to, uint8(class))
		}
	}
	return fmt.Sprintf("if(protocol IN (%d, %d), transform(multiIf(bitAnd(role, 3) = %d, dstport, bitAnd(role, 3) = %d, srcport, toUInt16(0)), [%s], [%s], %d), 0)",
		protoTCP, protoUDP, record.InitiatorSrc, record.InitiatorDst, numbers(from), numbers(to), serviceOther)
}

// spreadSQL spreads each row over the minutes k of its window: the share of a
// minute is what the running total, rounded down, grows by in it. Windows that
// began in the last hour of the day before may reach into this day. The keys are
// expressions over minute, ctx, action, protocol and class.
func (s *Store) spreadSQL(day Day, keys []string) string {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = alias(key)
	}
	share := func(column string) string {
		running := func(cum string) string {
			return fmt.Sprintf("(intDiv(%[1]s, dur) * %[2]s + intDiv(%[1]s %% dur * %[2]s, dur))", column, cum)
		}
		return "toUInt64(" + running("cum") + " - " + running("before") + ")" // a difference is signed
	}
	return fmt.Sprintf(`
SELECT %[11]s,
  countIf(k = 0) AS records, countIf(k = 0 AND once) AS flows,
  sumIf(share_bytes, once) AS bytes, sumIf(share_packets, once) AS packets,
  sumIf(share_bytes, NOT quiet) AS all_bytes, sumIf(share_packets, NOT quiet) AS all_packets
FROM (
  SELECT ctx, action, protocol, class, once, quiet, k,
    toDateTime(at - offset + 60 * k, 'UTC') AS minute,
    if(whole, dur, least(dur, toUInt64(60 * (k + 1) - offset))) AS cum,
    if(k = 0, 0, toUInt64(60 * k - offset)) AS before,
    %[1]s AS share_bytes, %[2]s AS share_packets
  FROM (
    SELECT ctx, action, protocol, bytes, packets,
      %[3]s AS class, %[4]s AS quiet, counted != 0 AND NOT quiet AS once,
      toUInt64(toUnixTimestamp(start)) AS at, at %% 60 AS offset, toUInt64(greatest(1, duration)) AS dur,
      quiet OR dur > %[5]d OR offset + dur <= 60 AS whole,
      arrayJoin(range(if(whole, 1, intDiv(offset + dur - 1, 60) + 1))) AS k
    FROM %[6]s
    WHERE %[7]s OR (start >= toDateTime(%[8]d, 'UTC') AND start < toDateTime(%[9]d, 'UTC'))
  )
)
WHERE %[10]s
GROUP BY %[12]s
HAVING records > 0 OR all_bytes > 0 OR all_packets > 0`,
		share("bytes"), share("packets"), serviceSQL(), s.quiet(), maxSpread, s.table(tableFlows),
		day.within("start"), day.Start().Unix()-maxSpread, day.Start().Unix(), day.within("minute"),
		strings.Join(keys, ", "), strings.Join(names, ", "))
}

// alias returns the name of "expression AS name", or of a bare name.
func alias(expr string) string {
	_, name, found := strings.Cut(expr, " AS ")
	if !found {
		return expr
	}
	return name
}

// directionSQL is record.DirectionOf on column scopes.
const directionSQL = "toUInt8(multiIf(bitAnd(scopes, 7) = 0 OR bitAnd(bitShiftRight(scopes, 3), 7) = 0, 0, " +
	"bitAnd(scopes, 63) = 9, 3, bitAnd(bitShiftRight(scopes, 3), 7) = 1, 1, bitAnd(scopes, 7) = 1, 2, 4))"

func (s *Store) publicSQL(day Day) string {
	end := func(shift int, addr, side string) string {
		return fmt.Sprintf(`
  SELECT toStartOfHour(start) AS hour, action, %s AS direction, %s AS addr, %s AS side, bytes
  FROM %s WHERE %s AND counted != 0 AND NOT %s AND bitAnd(bitShiftRight(scopes, %d), 7) = %d`,
			directionSQL, addr, side, s.table(tableFlows), day.within("start"), s.quiet(), shift, record.ScopePublic)
	}
	return fmt.Sprintf(`
SELECT hour, action, direction, addr, side, count() AS flows, sum(bytes) AS bytes
FROM (%s UNION ALL %s)
GROUP BY hour, action, direction, addr, side`,
		end(0, "srcaddr", "src_side"), end(3, "dstaddr", "dst_side"))
}

func (s *Store) rejectedSQL(day Day) string {
	return fmt.Sprintf(`
SELECT toStartOfHour(start) AS hour, dst_side AS side, dstaddr, dstport, protocol, count() AS flows, sum(packets) AS packets
FROM %s WHERE %s AND counted != 0 AND action = 'REJECT' AND dstaddr != toIPv6('::') AND NOT %s
GROUP BY hour, side, dstaddr, dstport, protocol`,
		s.table(tableFlows), day.within("start"), s.quiet())
}

func (s *Store) coarseSQL(day Day) string {
	return fmt.Sprintf(`
SELECT toStartOfHour(start) AS hour, ctx, path, src_side, dst_side, action, toUInt8(bitAnd(role, 3)) AS initiator, scopes, count() AS flows
FROM %s WHERE %s AND counted != 0 AND NOT %s
GROUP BY hour, ctx, path, src_side, dst_side, action, initiator, scopes`,
		s.table(tableFlows), day.within("start"), s.quiet())
}

// edgesSQL names the client of a row: the side that opened the conversation, the
// source when nothing tells.
func (s *Store) edgesSQL(day Day) string {
	node := func(side string) string {
		return fmt.Sprintf("dictGetUInt64(%s, 'node', %s)", s.dictionary(record.GroupSide), side)
	}
	bitmaps := make([]string, 4)
	for i := range bitmaps {
		bitmaps[i] = fmt.Sprintf("groupBitOr(if(intDiv(peer, 64) = %[1]d, bitShiftLeft(toUInt64(1), peer %% 64), toUInt64(0))) AS p%[1]d", i)
	}
	return fmt.Sprintf(`
SELECT hour, client, server, service_port, protocol, action, count() AS flows,
  sumIf(bytes, NOT back) AS bytes_to_server, sumIf(bytes, back) AS bytes_to_client,
  sumIf(packets, NOT back) AS packets_to_server, sumIf(packets, back) AS packets_to_client,
  min(start) AS first_seen, max(last) AS last_seen, %s
FROM (
  SELECT toStartOfHour(start) AS hour, protocol, action, bytes, packets, start,
    toDateTime(toUnixTimestamp(start) + greatest(0, duration), 'UTC') AS last,
    bitAnd(role, 3) = %d AS back, bitAnd(role, 3) = %d AS forth,
    %s AS src_node, %s AS dst_node,
    if(back, dst_node, src_node) AS client, if(back, src_node, dst_node) AS server,
    multiIf(back, srcport, forth, dstport, toUInt16(0)) AS service_port,
    reinterpret(srcaddr, 'FixedString(16)') AS s16, reinterpret(dstaddr, 'FixedString(16)') AS d16,
    bitShiftRight(xxHash64(if(back, concat(d16, s16), concat(s16, d16))), 56) AS peer
  FROM %s WHERE %s AND counted != 0 AND NOT %s
)
GROUP BY hour, client, server, service_port, protocol, action`,
		strings.Join(bitmaps, ", "), record.InitiatorDst, record.InitiatorSrc, node("src_side"), node("dst_side"),
		s.table(tableFlows), day.within("start"), s.quiet())
}
