package contact

import (
	"testing"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

type nothing struct{}

func (nothing) Find(finding.Finding) {}

// BenchmarkSlice is what a row costs all shipped rules together, of a busy host that
// serves the internet and of one that calls others inside.
func BenchmarkSlice(b *testing.B) {
	for name, flows := range map[string][]flow{
		"inbound":  visits("10.0.0.7", 300, 200),
		"internal": with(probes("10.0.0.9", 20_000, 50_000_000, flow{Flags: 3, Packets: 12, Bytes: 4000}, func(i int) (string, uint16) { return address4("10.0", i%40), 8443 }), 10, 9000, 19),
		"probes":   probes("203.0.113.5", 20_000, 50_000_000, flow{Action: record.Reject, Flags: 2}, vertical("10.0.0.7")),
	} {
		b.Run(name, func(b *testing.B) {
			env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 16), Keys: 1 << 17}
			var numbered []detect.Numbered
			rules := shipped(b)
			for n, r := range rules {
				numbered = append(numbered, detect.Numbered{N: n, Rule: r})
			}
			batch := detecttest.Batch(b, env.Registry, flows)
			var block detect.Block
			block.Derive(batch)
			block.Matches = rule.NewSet(rules).Match(batch, nil)
			var out nothing
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				b.StopTimer()
				env.Hosts = detect.NewHosts(1 << 16)
				d := New(env, numbered)
				b.StartTimer()
				for lo := 0; lo < batch.Len(); {
					from := block.Start[lo] - block.Start[lo]%detect.SliceWidth
					hi := lo
					for hi < batch.Len() && block.Start[hi] < from+detect.SliceWidth {
						hi++
					}
					env.Hosts.Open(from)
					s := detect.Slice{From: from, To: from + detect.SliceWidth, Lo: lo, Hi: hi}
					d.Slice(&block, s, &out)
					env.Hosts.Learn(&block, s)
					d.Advance(from+detect.SliceWidth, &out)
					lo = hi
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(batch.Len()), "ns/row")
		})
	}
}
