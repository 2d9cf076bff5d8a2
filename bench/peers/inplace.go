package peers

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/engine"
)

// InPlace lets the engine weir stands on read the folder by itself: one INSERT from
// its file() function into a table with a column for every field, typed, addresses
// as IPv6, text as LowCardinality, sorted and partitioned as weir's, with a
// materialized view that sums per minute. It is what one has without weir.
//
// Load.CPU and Load.Disk are taken after the table was merged fully: the engine
// writes large parts here and postpones its merges, so that the moment after the
// load would flatter it. Load.Wall ends when the rows can be queried.
func InPlace(ctx context.Context, library, folder, work string, threads, runs int, questions []Question) (r Result, err error) {
	files, err := gzipFiles(folder)
	if err != nil {
		return r, err
	}
	header, _, err := readText(files[0])
	if err != nil {
		return r, err
	}
	names := Names(header)
	e, err := engine.Start(ctx, engine.Config{
		Library: library, Dir: filepath.Join(work, "inplace"), ReadOnly: []string{folder},
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, e.Stop(ctx)) }()
	settings := map[string]string{
		"max_threads": strconv.Itoa(threads), "max_insert_threads": strconv.Itoa(threads),
		"max_execution_time": "0", "use_query_condition_cache": "0",
	}
	options := engine.Options{Settings: settings}
	for _, sql := range inPlaceTables(names) {
		if _, err := e.Conn().Exec(ctx, sql, options); err != nil {
			return r, err
		}
	}
	folder, err = filepath.EvalSymlinks(folder)
	if err != nil {
		return r, err
	}
	before, began := cpuOf(e.Pid()), time.Now()
	if _, err := e.Conn().Exec(ctx, inPlaceInsert(names, folder), options); err != nil {
		return r, err
	}
	r.Peer, r.Load.Wall = "engine in place "+e.Version(), time.Since(began)
	if _, err := e.Conn().Exec(ctx, "OPTIMIZE TABLE bench.flows FINAL", options); err != nil {
		return r, err
	}
	r.Load.CPU = cpuOf(e.Pid()) - before
	ask := func(sql string) (string, error) {
		rows, err := e.Conn().Query(ctx, sql, "TabSeparated", engine.Options{Settings: settings, Database: "bench"})
		if err != nil {
			return "", err
		}
		defer rows.Close()
		text, err := io.ReadAll(rows)
		return strings.TrimRight(string(text), "\n"), err
	}
	stats, err := ask("SELECT sum(rows), sum(bytes_on_disk) FROM system.parts WHERE active AND database = 'bench' AND table = 'flows'")
	if err != nil {
		return r, err
	}
	if _, err := fmt.Sscan(stats, &r.Load.Rows, &r.Load.Disk); err != nil {
		return r, fmt.Errorf("read the size of the table: %w", err)
	}
	for _, q := range questions {
		if q.SQL == "" {
			continue
		}
		var best Answer
		for range runs {
			cpu, began := cpuOf(e.Pid()), time.Now()
			text, err := ask(q.SQL)
			if err != nil {
				return r, fmt.Errorf("ask %s: %w", q.Name, err)
			}
			if a := (Answer{Name: q.Name, Wall: time.Since(began), CPU: cpuOf(e.Pid()) - cpu}); best.Name == "" || a.Wall < best.Wall {
				a.First, _, _ = strings.Cut(text, "\n")
				if text != "" {
					a.Rows = strings.Count(text, "\n") + 1
				}
				best = a
			}
		}
		r.Answers = append(r.Answers, best)
	}
	return r, nil
}

// columnType is the type of a field in the peer's table.
func columnType(name string) string {
	switch name {
	case "srcaddr", "dstaddr", "pkt_srcaddr", "pkt_dstaddr":
		return "IPv6"
	case "srcport", "dstport", "tcp_flags":
		return "UInt16"
	case "protocol", "version", "traffic_path":
		return "UInt8"
	case "packets", "bytes":
		return "UInt64 CODEC(T64, ZSTD(1))"
	case "start", "end":
		return "DateTime('UTC') CODEC(Delta, ZSTD(1))"
	}
	return "LowCardinality(String)"
}

func inPlaceTables(names []string) []string {
	var columns []string
	for _, name := range names {
		columns = append(columns, fmt.Sprintf("`%s` %s", name, columnType(name)))
	}
	return []string{
		"CREATE DATABASE bench",
		fmt.Sprintf(`CREATE TABLE bench.flows (%s,
 INDEX ix_s srcaddr TYPE bloom_filter(0.01) GRANULARITY 1, INDEX ix_d dstaddr TYPE bloom_filter(0.01) GRANULARITY 1)
ENGINE = MergeTree PARTITION BY toYYYYMMDD(start) ORDER BY (toStartOfHour(start), interface_id, dstaddr, srcaddr, start)
SETTINGS default_compression_codec = 'ZSTD(1)'`, strings.Join(columns, ", ")),
		`CREATE TABLE bench.minutes (minute DateTime('UTC'), interface_id LowCardinality(String), action LowCardinality(String), protocol UInt8,
 flows SimpleAggregateFunction(sum, UInt64), bytes SimpleAggregateFunction(sum, UInt64), packets SimpleAggregateFunction(sum, UInt64))
ENGINE = AggregatingMergeTree ORDER BY (minute, interface_id, action, protocol)`,
		`CREATE MATERIALIZED VIEW bench.to_minutes TO bench.minutes AS
SELECT toStartOfMinute(start) AS minute, interface_id, action, protocol, count() AS flows, sum(bytes) AS bytes, sum(packets) AS packets
FROM bench.flows GROUP BY minute, interface_id, action, protocol`,
	}
}

// inPlaceInsert reads all fields as the engine reads them fastest from this text;
// "-" becomes the type's default.
func inPlaceInsert(names []string, folder string) string {
	var structure, values []string
	for _, name := range names {
		kind, _, _ := strings.Cut(columnType(name), " CODEC")
		value := "`" + name + "`"
		switch {
		case kind == "IPv6":
			value, kind = "toIPv6OrDefault("+value+")", "String"
		case kind == "DateTime('UTC')":
			kind = "UInt32"
		}
		structure = append(structure, "`"+name+"` "+kind)
		values = append(values, value)
	}
	return fmt.Sprintf(`INSERT INTO bench.flows SELECT %s FROM file('%s/**/*.gz', 'CustomSeparatedWithNames', '%s', 'gzip')
SETTINGS format_custom_field_delimiter = ' ', format_custom_escaping_rule = 'CSV', format_csv_null_representation = '-',
 input_format_null_as_default = 1, input_format_with_names_use_header = 0`,
		strings.Join(values, ", "), folder, strings.ReplaceAll(strings.Join(structure, ", "), "'", `\'`))
}
