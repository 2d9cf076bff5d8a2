package engine

import (
	"testing"

	"github.com/ClickHouse/ch-go/proto"
)

// BenchmarkInsert shows intake's share of the way into the engine: encoding, the
// socket and the engine's own work, in rows.
func BenchmarkInsert(b *testing.B) {
	c, o := commonConn(b)
	mustExec(b, c, `CREATE TABLE t (start DateTime('UTC') CODEC(Delta, ZSTD(1)), src IPv6, dst IPv6, sport UInt16, dport UInt16,
		packets UInt64 CODEC(T64, ZSTD(1)), bytes UInt64 CODEC(T64, ZSTD(1))) ENGINE = MergeTree ORDER BY (dst, src, start)`, o)
	const rows = 256 << 10
	var start proto.ColDateTime
	var src, dst proto.ColIPv6
	var sport, dport proto.ColUInt16
	var packets, bytes proto.ColUInt64
	for i := range rows {
		start.Data = append(start.Data, proto.DateTime(1_700_000_000+i/100))
		src = append(src, proto.IPv6{10: 0xff, 11: 0xff, 12: 10, 14: byte(i >> 8), 15: byte(i)})
		dst = append(dst, proto.IPv6{10: 0xff, 11: 0xff, 12: 10, 14: byte(i * 7 >> 8), 15: byte(i % 13)})
		sport = append(sport, uint16(i*31))
		dport = append(dport, []uint16{22, 443, 5432}[i%3])
		packets = append(packets, uint64(i%97))
		bytes = append(bytes, uint64(i%9973))
	}
	input := proto.Input{{Name: "start", Data: &start}, {Name: "src", Data: &src}, {Name: "dst", Data: &dst}, {Name: "sport", Data: &sport},
		{Name: "dport", Data: &dport}, {Name: "packets", Data: &packets}, {Name: "bytes", Data: &bytes}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Insert(b.Context(), "t", input, o); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*rows/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkSelect shows the way out, engine to decoded columns.
func BenchmarkSelect(b *testing.B) {
	c, _ := commonConn(b)
	const rows = 1 << 20
	var n, h proto.ColUInt64
	into := proto.Results{{Name: "n", Data: &n}, {Name: "h", Data: &h}}
	b.ReportAllocs()
	for b.Loop() {
		got := 0
		_, err := c.Select(b.Context(), "SELECT number AS n, number * 3 AS h FROM numbers(1048576)", Options{}, into, func(rows int) error { got += rows; return nil })
		if err != nil || got != rows {
			b.Fatal(got, err)
		}
	}
	b.ReportMetric(float64(b.N)*rows/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkCall shows what every statement pays.
func BenchmarkCall(b *testing.B) {
	c, o := commonConn(b)
	o.Settings = map[string]string{"max_threads": "2", "readonly": "1"}
	var one proto.ColUInt8
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Select(b.Context(), "SELECT 1 AS one", o, proto.ResultColumn{Name: "one", Data: &one}, func(int) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
