package parquet

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/record"
)

type benchSink struct{ batch *record.Batch }

func (s *benchSink) Batch() (*record.Batch, error) {
	if s.batch.Len() >= 1<<16 {
		s.batch.Reset()
	}
	return s.batch, nil
}
func (s *benchSink) Bad(b decode.BadLine) { panic(b.Reason) }
func (s *benchSink) Consumed(int64, int)  {}

func BenchmarkParquet(b *testing.B)      { benchDecode(b, fleet.Parquet, false) }
func BenchmarkParquetPlain(b *testing.B) { benchDecode(b, fleet.Parquet, true) }
func BenchmarkText(b *testing.B)         { benchDecode(b, fleet.Text, false) }
func BenchmarkTextPlain(b *testing.B)    { benchDecode(b, fleet.Text, true) }

// benchDecode reports version 5 records per second of CPU time for whole objects,
// from their bytes to rows, of the same records in either form.
func benchDecode(b *testing.B, as fleet.Encoding, plain bool) {
	dir := b.TempDir()
	cfg := fleet.VolumeConfig(400_000, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
	cfg.As, cfg.Plain, cfg.Layout, cfg.Interval = as, plain, fleet.Flat, 24*time.Hour
	if _, err := fleet.Write(b.Context(), dir, cfg, nil); err != nil {
		b.Fatal(err)
	}
	paths, err := filepath.Glob(dir + "/*")
	if err != nil || len(paths) == 0 {
		b.Fatal(paths, err)
	}
	var files [][]byte
	size := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, data)
		size += len(data)
	}
	all := decode.Formats{Envelopes: []decode.Envelope{decode.Gzip}, Drivers: []decode.Driver{Driver{}, vpc.Driver{}}}
	sink := &benchSink{record.NewBatch(record.KindFlow, record.NewRegistry())}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	before, rows := cpuTime(), int64(0)
	for b.Loop() {
		for _, data := range files {
			result, err := decode.Run(context.Background(), bytes.NewReader(data), all, decode.Options{Intake: cfg.End}, sink)
			if err != nil {
				b.Fatal(err)
			}
			rows += result.Rows
		}
	}
	b.ReportMetric(float64(rows)/(cpuTime()-before).Seconds()/1e6, "Mrec/cpu-s")
	b.ReportMetric(float64(rows)/float64(b.N), "rows/op")
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
