package daemon

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/enrich/app"
	"github.com/weir-flow/weir/internal/enrich/geo"
	"github.com/weir-flow/weir/internal/enrich/initiator"
	"github.com/weir-flow/weir/internal/enrich/side"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// oneBatch is a sink that keeps all rows in one batch.
type oneBatch struct{ b *record.Batch }

func (s oneBatch) Batch() (*record.Batch, error) { return s.b, nil }
func (oneBatch) Bad(decode.BadLine)              {}
func (oneBatch) Consumed(int64, int)             {}

// BenchmarkEnrich measures the meaning of a record with everything on: facts,
// initiator, both sides, country and ASN, apps, edges. Reported as ns/record of
// one core; the roll-ups are apart.
func BenchmarkEnrich(b *testing.B) {
	reg := record.NewRegistry()
	batch := record.NewBatch(record.KindFlow, reg)
	cfg := fleet.VolumeConfig(500_000, day.Truncate(24*60*60*1e9))
	cfg.Workers = 1
	text := &bytes.Buffer{}
	text.WriteString("version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id sublocation-type sublocation-id pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path\n")
	line := []byte{}
	if _, err := fleet.Records(b.Context(), cfg, func(r *fleet.Record) error {
		line = r.AppendLine(line[:0])
		text.Write(line)
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	if _, err := decode.Run(b.Context(), text, Formats(), decode.Options{}, oneBatch{batch}); err != nil {
		b.Fatal(err)
	}
	places := filepath.Join(b.TempDir(), "geo.csv")
	var table bytes.Buffer
	for i := 1; i < 224; i++ {
		fmt.Fprintf(&table, "%d.0.0.0/8,%c%c,%d,Provider %d\n", i, 'A'+i%26, 'A'+i/26, 64000+i, i)
	}
	if err := os.WriteFile(places, append([]byte("network,country,asn,as_org\n"), table.Bytes()...), 0o600); err != nil {
		b.Fatal(err)
	}
	g, err := geo.Open([]string{places}, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	sides := side.New(reg, side.Config{App: app.Name, Locate: func(a record.Addr) (side.Place, bool) {
		i := g.Lookup(a)
		return side.Place{Country: i.Country, ASN: i.ASN, ASOrg: i.ASOrg}, true
	}})
	segments := []enrich.Segment{{Rows: batch.Len(), Stream: 1}}
	graph := appgraph.NewGraph(reg)
	rolls := store.NewRollup(reg)
	chain := enrich.Chain{initiator.Enricher{}, sides}
	per := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*batch.Len()), "ns/record")
	}

	b.Run("initiator", func(b *testing.B) {
		for b.Loop() {
			initiator.Enricher{}.Enrich(batch, 0, segments)
		}
		per(b)
	})
	b.Run("sides", func(b *testing.B) {
		for b.Loop() {
			sides.Enrich(batch, 0, segments)
		}
		per(b)
	})
	b.Run("edges", func(b *testing.B) {
		chain.Enrich(batch, 0, segments)
		for b.Loop() {
			graph.Reset()
			graph.Add(batch)
		}
		per(b)
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			chain.Enrich(batch, 0, segments)
			graph.Reset()
			graph.Add(batch)
		}
		per(b)
	})
	b.Run("rollups", func(b *testing.B) {
		for b.Loop() {
			rolls.Reset()
			if err := rolls.Add(batch); err != nil {
				b.Fatal(err)
			}
		}
		per(b)
	})
}
