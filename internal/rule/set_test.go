package rule

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule/ruletest"
)

// A set of Sigma rules selects for each what it selects alone.
func TestSet(t *testing.T) {
	load := func(docs []string) []*Rule {
		rules, err := Load("r.yaml", []byte(strings.Join(docs, "---\n")), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return rules
	}
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 5))
		rules := append(load(ruletest.Sigma(seed, 200, seed%2 == 0)), &Rule{ID: "all"})
		set := NewSet(rules)
		var got []filter.Bitmap
		hits := 0
		for _, batch := range []*record.Batch{flows(r, 3000), filtertest.Records(r, 500)} {
			got = set.Match(batch, got)
			for i, of := range rules {
				if of.Filter == nil {
					if got[i] != nil {
						t.Fatal("a rule without a filter selects some")
					}
					continue
				}
				want := of.Filter.Matcher().Match(batch)
				if !slices.Equal(want, got[i]) {
					t.Fatalf("seed %d: %s %s: alone %d rows, in the set %d", seed, of.ID, of.Filter, want.Count(), got[i].Count())
				}
				hits += want.Count()
			}
		}
		if hits == 0 {
			t.Error("no rule selects anything")
		}
	}
}

// flows are records as a busy network has them: few addresses make most of them.
func flows(r *rand.Rand, n int) *record.Batch {
	b := record.NewBatch(record.KindFlow, record.NewRegistry())
	b.Use(record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.Bytes, record.ActionField, record.TCPFlags, record.Absent)
	b.Extend(n)
	zipf := rand.NewZipf(r, 1.2, 1, 5000)
	ports := []uint16{22, 53, 80, 443, 443, 443, 443, 3389, 5432, 8080}
	for i := range n {
		peer := zipf.Uint64()
		src := netip.AddrFrom4([4]byte{byte(1 + peer*7%223), byte(peer * 31), byte(peer), byte(peer * 3)})
		dst := netip.AddrFrom4([4]byte{10, 0, byte(zipf.Uint64() % 16), byte(zipf.Uint64())})
		port := ports[r.IntN(len(ports))]
		if r.IntN(10) == 0 {
			port = uint16(r.IntN(65536))
		}
		out := r.IntN(2)
		if out == 1 {
			src, dst = dst, src
		}
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = record.AddrFrom(src), record.AddrFrom(dst)
		b.Col(record.SrcPort).U16[i], b.Col(record.DstPort).U16[i] = uint16(32768+r.IntN(28000)), port
		b.Col(record.Protocol).U8[i] = 6 + 11*uint8(r.IntN(8)/7)
		b.Col(record.Bytes).U64[i] = r.Uint64N(1 << 20)
		b.Col(record.ActionField).U8[i] = 1 + uint8(r.IntN(5)/4)
		b.Col(record.TCPFlags).U16[i] = []uint16{2, 3, 18, 19, 27, 31}[r.IntN(6)]
	}
	return b
}

// Records a second through many rules, together and each by itself.
func BenchmarkSet(b *testing.B) {
	batch := flows(rand.New(rand.NewPCG(1, 2)), 64<<10)
	for _, n := range []int{10, 100, 1000} {
		for _, regex := range []bool{false, true} {
			rules, err := Load("r.yaml", []byte(strings.Join(ruletest.Sigma(1, n, regex), "---\n")), Options{})
			if err != nil {
				b.Fatal(err)
			}
			rate := func(b *testing.B) {
				b.ReportMetric(float64(batch.Len())*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mrecords/s")
			}
			b.Run(fmt.Sprintf("%d rules regex %v together", n, regex), func(b *testing.B) {
				set := NewSet(rules)
				dst := set.Match(batch, nil)
				for b.Loop() {
					dst = set.Match(batch, dst)
				}
				rate(b)
			})
			b.Run(fmt.Sprintf("%d rules regex %v one by one", n, regex), func(b *testing.B) {
				matchers := make([]*filter.Matcher, len(rules))
				for i, r := range rules {
					matchers[i] = r.Filter.Matcher()
					matchers[i].Match(batch)
				}
				for b.Loop() {
					for _, m := range matchers {
						m.Match(batch)
					}
				}
				rate(b)
			})
		}
	}
}
