package store

import (
	"fmt"
	"strings"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Names of the tables. Each tuple table has a dictionary with the suffix _dict.
const (
	tableFlows    = "flows"
	tableMinute   = "roll_minute"
	tableHour     = "roll_hour"
	tablePublic   = "roll_public"
	tableRejected = "roll_rejected"
	tableCoarse   = "roll_coarse"
	tableEdges    = "edges"
	tableMeta     = "weir_meta"
)

// tupleTables are the tables of the tuple groups, by group.
var tupleTables = [record.NumGroups]string{"contexts", "paths", "sides"}

// rollupTables are computed from flows and age apart from it.
var rollupTables = []string{tableMinute, tableHour, tablePublic, tableRejected, tableCoarse, tableEdges}

// dedupWindow is how many inserts back a table knows a token again. A write
// inserts once per day it touches, so the window is thousands of writes even
// when each touches several days.
const dedupWindow = 10000

// column is one column of a table. Codec is what stands inside CODEC(), empty
// for the table's default. Wide makes the engine compress a mebibyte at a time
// and not a granule, which is good for ids, of which each is eight random bytes the
// first time it is seen, and for what is not read in small pieces.
type column struct {
	name, typ, codec string
	wide             bool
}

// table is what CREATE TABLE needs.
type table struct {
	name    string
	columns []column
	indexes []string
	engine  string // default MergeTree
	codec   string // of columns without one; default ZSTD(1)
	day     string // expression of the day that rows are partitioned by; empty for one partition
	order   string
	dedup   bool // remembers the tokens of inserts
}

// Types of columns that several tables share.
var (
	typeTime   = filter.ColumnType(record.TypeTime)
	typeAction = filter.ColumnType(record.TypeAction)
)

// flowCodecs are the codecs that measured best (docs/benchmarks.md); columns
// without one are fine with the default.
var flowCodecs = map[string]string{
	"start":    "Delta(4), ZSTD(1)",
	"duration": "T64, ZSTD(1)",
	"packets":  "T64, ZSTD(1)",
	"bytes":    "T64, ZSTD(1)",
}

// flowsTable derives the table of raw rows from the catalogue. A time is whole
// seconds plus nanoseconds; the end is kept as duration, which is smaller. Within an
// hour the verdicts lie apart: who asks for what was refused reads that alone. The
// start itself is not in the order: the engine would look there for a range of time,
// and not at the hours, which come first (docs/adr/0010).
func flowsTable() table {
	t := table{
		name:  tableFlows,
		day:   "start",
		order: "(toStartOfHour(start), action, ctx, dstaddr, srcaddr)",
		indexes: []string{
			"ix_src srcaddr TYPE bloom_filter(0.01) GRANULARITY 1",
			"ix_dst dstaddr TYPE bloom_filter(0.01) GRANULARITY 1",
		},
		dedup: true,
		columns: []column{
			{name: "start", typ: typeTime},
			{name: "start_ns", typ: "UInt32"},
			{name: "duration", typ: "Int32"},
			{name: "end_ns", typ: "UInt32"},
			{name: "ctx", typ: "UInt64"},
			{name: "path", typ: "UInt64"},
			{name: "src_side", typ: "UInt64", wide: true},
			{name: "dst_side", typ: "UInt64", wide: true},
		},
	}
	for _, id := range flowColumns {
		t.columns = append(t.columns, column{name: filter.ColumnName(id), typ: filter.ColumnType(record.Get(id).Type)})
	}
	for i := range t.columns {
		t.columns[i].codec = flowCodecs[t.columns[i].name]
	}
	return t
}

// flowColumns are the batch columns that go to table flows as they are, in the
// order of its columns. Start and end are not among them.
var flowColumns = func() []record.FieldID {
	var ids []record.FieldID
	for _, id := range record.RowFields {
		if id != record.Start && id != record.End {
			ids = append(ids, id)
		}
	}
	return append(ids, record.Absent, record.Counted, record.Role, record.Scopes, record.Flags, record.Part, record.Unmapped)
}()

// shapeColumn is the column with the id of a tuple's coarser shape: the node of
// a side, the place of a context.
var shapeColumn = [record.NumGroups]string{record.GroupContext: "place", record.GroupSide: "node"}

// tupleTable derives the table of a tuple group. Processes may insert the same
// tuple twice; its id is a hash of its values, so whichever row stays is right.
func tupleTable(g record.Group) table {
	t := table{
		name:    tupleTables[g],
		engine:  "ReplacingMergeTree",
		order:   "id",
		columns: []column{{name: "id", typ: "UInt64"}},
	}
	for _, name := range g.Names() {
		t.columns = append(t.columns, column{name: name, typ: "String"})
	}
	if name := shapeColumn[g]; name != "" {
		t.columns = append(t.columns, column{name: name, typ: "UInt64"})
	}
	return t
}

// rollTables are the roll-ups. Their rows are added up when parts merge, so a
// reader must sum. Rows that share most of their key lie together: that, and not
// the order of time, which the partitions give, is what makes them small.
func rollTables() []table {
	sum := func(names ...string) []column {
		var cols []column
		for _, name := range names {
			cols = append(cols, column{name: name, typ: "SimpleAggregateFunction(sum, UInt64)", codec: "T64, ZSTD(3)"})
		}
		return cols
	}
	join := func(parts ...[]column) []column {
		var all []column
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	col := func(name, typ string) column { return column{name: name, typ: typ} }
	time := func(name string) column { return column{name: name, typ: typeTime, codec: "Delta(4), ZSTD(3)"} }
	merging := func(name, function, typ, codec string) column {
		return column{name: name, typ: "SimpleAggregateFunction(" + function + ", " + typ + ")", codec: codec}
	}
	tables := []table{
		{
			name: tableMinute, day: "minute", order: "(place, action, protocol, service, minute)",
			columns: join([]column{
				time("minute"), col("place", "UInt64"), col("action", typeAction),
				col("protocol", "UInt8"), col("service", "UInt8"),
			}, sum(spreadCounters...)),
		},
		{
			name: tableHour, day: "hour", order: "(ctx, action, protocol, hour)",
			columns: join([]column{
				time("hour"), col("ctx", "UInt64"), col("action", typeAction), col("protocol", "UInt8"),
			}, sum(spreadCounters...)),
		},
		{
			name: tablePublic, day: "hour", order: "(addr, side, direction, action, hour)",
			columns: join([]column{
				col("hour", typeTime), col("action", typeAction), col("direction", "UInt8"), col("addr", "IPv6"), col("side", "UInt64"),
			}, sum(publicCounters...)),
		},
		{
			name: tableRejected, day: "hour", order: "(side, dstaddr, protocol, dstport, hour)",
			columns: join([]column{
				time("hour"), col("side", "UInt64"), col("dstaddr", "IPv6"), col("dstport", "UInt16"), col("protocol", "UInt8"),
			}, sum(rejectedCounters...)),
		},
		{
			name: tableCoarse, day: "hour", order: "(ctx, src_side, dst_side, path, action, initiator, scopes, hour)",
			columns: join([]column{
				time("hour"), col("ctx", "UInt64"), col("path", "UInt64"), col("src_side", "UInt64"), col("dst_side", "UInt64"),
				col("action", typeAction), col("initiator", "UInt8"), col("scopes", "UInt8"),
			}, sum(coarseCounters...)),
		},
		{
			name: tableEdges, day: "hour", order: "(client, server, service_port, protocol, action, hour)",
			columns: join([]column{
				time("hour"), col("client", "UInt64"), col("server", "UInt64"), col("service_port", "UInt16"),
				col("protocol", "UInt8"), col("action", typeAction),
			}, sum(edgeCounters...), []column{
				merging("first_seen", "min", typeTime, "Delta(4), T64, ZSTD(3)"),
				merging("last_seen", "max", typeTime, "Delta(4), T64, ZSTD(3)"),
				merging("p0", "groupBitOr", "UInt64", "T64('bit'), ZSTD(3)"),
				merging("p1", "groupBitOr", "UInt64", "T64('bit'), ZSTD(3)"),
				merging("p2", "groupBitOr", "UInt64", "T64('bit'), ZSTD(3)"),
				merging("p3", "groupBitOr", "UInt64", "T64('bit'), ZSTD(3)"),
			}),
		},
	}
	for i := range tables {
		tables[i].engine, tables[i].codec, tables[i].dedup = "AggregatingMergeTree", "ZSTD(3)", true
		for j := range tables[i].columns { // read by the day: 2 % smaller
			tables[i].columns[j].wide = true
		}
	}
	return tables
}

// ddl writes the column as CREATE TABLE and ALTER TABLE want it.
func (c column) ddl() string {
	s := c.name + " " + c.typ
	if c.codec != "" {
		s += " CODEC(" + c.codec + ")"
	}
	if c.wide {
		s += " SETTINGS (min_compress_block_size = 1048576, max_compress_block_size = 1048576)"
	}
	return s
}

// ddl writes the CREATE TABLE of a table under a name of its own choice.
func (t table) ddl(db, name string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE IF NOT EXISTS %s.%s (\n", quote(db), quote(name))
	for i, c := range t.columns {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString("  " + c.ddl())
	}
	for _, ix := range t.indexes {
		b.WriteString(",\n  INDEX " + ix)
	}
	engine := t.engine
	if engine == "" {
		engine = "MergeTree"
	}
	fmt.Fprintf(&b, "\n) ENGINE = %s\n", engine)
	if t.day != "" {
		fmt.Fprintf(&b, "PARTITION BY toYYYYMMDD(%s)\n", t.day)
	}
	fmt.Fprintf(&b, "ORDER BY %s\n", t.order)
	codec := t.codec
	if codec == "" {
		codec = "ZSTD(1)"
	}
	fmt.Fprintf(&b, "SETTINGS default_compression_codec = '%s', fsync_after_insert = 1, fsync_part_directory = 1", codec)
	if t.dedup {
		fmt.Fprintf(&b, ", non_replicated_deduplication_window = %d", dedupWindow)
	}
	return b.String()
}

// dictionaryDDL writes the dictionary in front of a tuple table; create is how it
// begins. It has no lifetime: whoever inserts tuples reloads it. The engine reads
// its own table; it finds that out by the address, and in the jail it cannot look
// up names. A server asks for a user even so, and keeps the password to itself.
func (s *Store) dictionaryDDL(create string, g record.Group) string {
	t, db, login := tupleTable(g), s.cfg.Database, ""
	if s.cfg.User != "" {
		login = fmt.Sprintf(" USER %s PASSWORD %s", literal(s.cfg.User), literal(s.cfg.Password))
	}
	cols := make([]string, len(t.columns))
	for i, c := range t.columns {
		cols[i] = c.name + " " + c.typ
	}
	return fmt.Sprintf("%s %s.%s (%s) PRIMARY KEY id\n"+
		"SOURCE(CLICKHOUSE(HOST '127.0.0.1' DB %s TABLE %s%s)) LAYOUT(HASHED_ARRAY()) LIFETIME(0)",
		create, quote(db), quote(t.name+"_dict"), strings.Join(cols, ", "), literal(db), literal(t.name), login)
}
