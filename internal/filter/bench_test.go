package filter

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/weir-flow/weir/internal/record"
)

// benchBatch is 64 k records as a busy interface writes them: few contexts, many
// addresses, ports of both kinds.
func benchBatch() *record.Batch {
	const rows = 64 << 10
	r := rand.New(rand.NewPCG(1, 2))
	b := record.NewBatch(record.KindFlow, record.NewRegistry())
	b.Use(record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.Bytes,
		record.Start, record.ActionField, record.TCPFlags, record.Absent, record.Role)
	b.Extend(rows)
	var contexts []uint32
	for i := range 50 {
		values := make([]string, record.GroupContext.Slots())
		values[record.Get(record.InterfaceID).Slot] = fmt.Sprint("eni-", i)
		values[record.Get(record.VPCID).Slot] = fmt.Sprint("vpc-", i%3)
		contexts = append(contexts, b.Registry.Intern(record.GroupContext, values))
	}
	for i := range rows {
		b.Context[i] = contexts[r.IntN(len(contexts))]
		src := netip.AddrFrom4([4]byte{10, byte(r.IntN(4)), byte(r.IntN(256)), byte(r.IntN(256))})
		if i%4 == 0 {
			src = netip.AddrFrom4([4]byte{byte(1 + r.IntN(220)), 7, byte(r.IntN(256)), 9})
		}
		b.Col(record.SrcAddr).Addr[i] = record.AddrFrom(src)
		b.Col(record.DstAddr).Addr[i] = record.AddrFrom(netip.AddrFrom4([4]byte{10, 1, 0, byte(r.IntN(200))}))
		b.Col(record.SrcPort).U16[i] = uint16(32768 + r.IntN(28000))
		b.Col(record.DstPort).U16[i] = pickPort(r)
		b.Col(record.Protocol).U8[i] = 6 + 11*uint8(r.IntN(8)/7)
		b.Col(record.Bytes).U64[i] = r.Uint64N(1 << 20)
		b.Col(record.Start).Time[i] = 1767348000e9 + int64(i)*1e6
		b.Col(record.ActionField).U8[i] = 1 + uint8(r.IntN(5)/4)
		b.Col(record.TCPFlags).U16[i] = uint16(r.IntN(32))
	}
	return b
}

func pickPort(r *rand.Rand) uint16 {
	return []uint16{22, 53, 80, 443, 443, 443, 3389, 5432, 8080, uint16(r.IntN(65536))}[r.IntN(10)]
}

// Records a second through filters that people write.
func BenchmarkMatch(b *testing.B) {
	batch := benchBatch()
	f := func(name, filter string) {
		b.Run(name, func(b *testing.B) {
			bound, err := Compile(filter, Options{Now: now})
			if err != nil {
				b.Fatal(err)
			}
			m := bound.Matcher()
			passed := m.Match(batch).Count()
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				m.Match(batch)
			}
			b.ReportMetric(float64(batch.Len())*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mrecords/s")
			b.ReportMetric(100*float64(passed)/float64(batch.Len()), "%passed")
		})
	}

	f("action", "action:REJECT")
	f("port", "dstport:443")
	f("ports", "dstport:(22 23 3389 5432)")
	f("context", "vpc:vpc-1")
	f("network", "srcaddr:10.0.0.0/8")
	f("either network", "addr:10.2.0.0/16")
	f("bytes", "bytes:>100000")
	f("address regex", "srcaddr:/(0|[2-9]).*/")
	f("word", "eni-7")
	f("ten terms", "action:ACCEPT dstport:(22 443 3389) protocol:tcp bytes:[100 TO 900000] NOT srcaddr:10.3.0.0/16 "+
		"(vpc:vpc-1 OR dstaddr:10.1.0.0/25) tcp_flags:&SYN start:>=2026-01-02 NOT srcport:<1024 dst:10.0.0.0/8")
}

// The typed loops by how many rows are left to look at.
func BenchmarkKernel(b *testing.B) {
	batch := benchBatch()
	ports := batch.Col(record.DstPort).U16
	for _, left := range []int{64, 32, 16, 8, 4, 1} {
		b.Run(fmt.Sprint(left, " of 64"), func(b *testing.B) {
			var word uint64
			for i := range left {
				word |= 1 << (i * 64 / left)
			}
			rows := make(Bitmap, len(ports)>>6)
			for b.Loop() {
				for i := range rows {
					rows[i] = word
				}
				keepSpan(rows, ports, 443, 0)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/float64(len(rows)), "ns/word")
		})
	}
}
