package store

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/weir-flow/weir/internal/record"
)

// fleetLike makes a batch as intake makes them: five minutes of some thousand
// interfaces, mostly web traffic, windows of up to a minute.
func fleetLike(reg *record.Registry, rows int) *record.Batch {
	rng := rand.New(rand.NewPCG(1, 2))
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.RowFields...)
	b.Use(record.Absent, record.Counted, record.Role, record.Scopes, record.Part)
	b.Extend(rows)
	tuples := func(g record.Group, n int, slot int, name string) []uint32 {
		list := make([]uint32, n)
		for i := range list {
			values := make([]string, g.Slots())
			values[slot] = fmt.Sprint(name, i)
			list[i] = reg.Intern(g, values)
		}
		return list
	}
	contexts := tuples(record.GroupContext, 2000, record.Get(record.InterfaceID).Slot, "eni-")
	paths := tuples(record.GroupPath, 8, 0, "path")
	sides := tuples(record.GroupSide, 4000, record.SideApp, "app")
	public := make([]record.Addr, 20000)
	for i := range public {
		public[i] = record.Addr{10: 0xff, 11: 0xff, 12: byte(rng.Uint32()), 13: byte(rng.Uint32()), 14: byte(rng.Uint32()), 15: byte(rng.Uint32())}
	}
	start := testDay.Start().Unix() + 43200
	for i := range rows {
		at := int(rng.ExpFloat64()*200) % 2000
		host := record.Addr{10: 0xff, 11: 0xff, 12: 10, 14: byte(at >> 8), 15: byte(at)}
		b.Context[i], b.Path[i] = contexts[at], paths[at%8]
		b.SrcSide[i], b.DstSide[i] = sides[at], sides[2000+at]
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = host, record.Addr{10: 0xff, 11: 0xff, 12: 10, 13: 1, 15: byte(at)}
		scopes := record.PackScopes(record.ScopeInternal, record.ScopeInternal)
		if at%3 == 0 {
			b.Col(record.SrcAddr).Addr[i] = public[rng.IntN(len(public))]
			scopes = record.PackScopes(record.ScopePublic, record.ScopeInternal)
		}
		b.Col(record.PktSrcAddr).Addr[i], b.Col(record.PktDstAddr).Addr[i] = b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i]
		b.Col(record.SrcPort).U16[i], b.Col(record.DstPort).U16[i] = uint16(32768+rng.IntN(28000)), 443
		b.Col(record.Protocol).U8[i] = protoTCP
		b.Col(record.Packets).U64[i], b.Col(record.Bytes).U64[i] = uint64(rng.IntN(50)+1), uint64(rng.IntN(60000)+40)
		s := start + int64(rng.IntN(300))
		b.Col(record.Start).Time[i], b.Col(record.End).Time[i] = s*second, (s+int64(rng.IntN(60)))*second
		b.Col(record.ActionField).U8[i] = uint8(record.Accept)
		if rng.IntN(20) == 0 {
			b.Col(record.ActionField).U8[i] = uint8(record.Reject)
		}
		b.Col(record.Counted).U8[i] = uint8(rng.IntN(2))
		b.Col(record.Role).U8[i] = record.PackRole(record.InitiatorSrc, record.ByFlags, record.WitnessDst)
		b.Col(record.Scopes).U8[i] = scopes
		b.Col(record.Part).U32[i] = uint32(i / 10000)
	}
	return b
}

// BenchmarkRollup is to stay below 250 ns a record, without an allocation for
// each.
func BenchmarkRollup(b *testing.B) {
	reg := record.NewRegistry()
	batch, rolls := fleetLike(reg, record.MaxRows), NewRollup(reg)
	b.ReportAllocs()
	for b.Loop() {
		rolls.Reset()
		if err := rolls.Add(batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(batch.Len()), "ns/record")
	b.ReportMetric(float64(batch.Len())/float64(rolls.Rows()), "records/row")
}

// BenchmarkEncode is to stay, with what HTTP costs on top, below 150 ns a record.
func BenchmarkEncode(b *testing.B) {
	reg := record.NewRegistry()
	batch, enc := fleetLike(reg, record.MaxRows), new(encoder)
	b.ReportAllocs()
	for b.Loop() {
		block, err := enc.encode(batch)
		if err != nil {
			b.Fatal(err)
		}
		body, _ := block.body()
		if _, err := io.Copy(io.Discard, body); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(batch.Len()), "ns/record")
}

// BenchmarkWrite stores batches with their roll-ups in the engine; most of the
// time is the engine's.
func BenchmarkWrite(b *testing.B) {
	s := newStore(b, Config{Node: testNode})
	reg := record.NewRegistry()
	batch, rolls := fleetLike(reg, record.MaxRows), NewRollup(reg)
	if err := rolls.Add(batch); err != nil {
		b.Fatal(err)
	}
	w := s.Writer(reg)
	for i := 0; b.Loop(); i++ {
		if err := w.Write(context.Background(), fmt.Sprint(i), []*record.Batch{batch}, rolls, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(batch.Len()), "ns/record")
}
