package vpc

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// benchFile is a file of v5 records of 50 interfaces.
func benchFile(rows int) []byte {
	r := rand.New(rand.NewPCG(7, 8))
	var out bytes.Buffer
	fmt.Fprintln(&out, strings.Join(orders[6].Columns, " "))
	for range rows {
		n := r.IntN(50)
		src, dst := fmt.Sprintf("10.0.%d.%d", n/10, n), fmt.Sprintf("%d.%d.%d.%d", 1+r.IntN(222), r.IntN(256), r.IntN(256), r.IntN(256))
		fmt.Fprintf(&out, "5 123456789012 eni-%017x %s %s %d 443 6 %d %d %d %d ACCEPT OK vpc-%017x subnet-%017x i-%017x 19 IPv4 %s %s us-east-1 use1-az1 - - - - egress 8\n",
			n*7919, src, dst, 32768+r.IntN(28000), 1+r.IntN(99), 100+r.IntN(99999), 1700000000+r.IntN(300), 1700000300+r.IntN(60), 1, n/10, n, src, dst)
	}
	return out.Bytes()
}

type benchSink struct{ batch *record.Batch }

func (s *benchSink) Batch() (*record.Batch, error) {
	if s.batch.Len() >= 1<<16 {
		s.batch.Reset()
	}
	return s.batch, nil
}
func (s *benchSink) Bad(b decode.BadLine) { panic(b.Reason) }
func (s *benchSink) Consumed(int64, int)  {}

func BenchmarkPlain(b *testing.B)      { benchDecode(b, 100_000, false) }
func BenchmarkGzip(b *testing.B)       { benchDecode(b, 100_000, true) }
func BenchmarkSmallGzips(b *testing.B) { benchDecode(b, 200, true) }

// benchDecode reports records per second of CPU time for whole objects, from
// their bytes to rows.
func benchDecode(b *testing.B, rows int, zip bool) {
	data := benchFile(rows)
	b.SetBytes(int64(len(data)))
	if zip {
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		w.Write(data)
		w.Close()
		data = out.Bytes()
	}
	b.ReportAllocs()
	sink := &benchSink{record.NewBatch(record.KindFlow, record.NewRegistry())}
	before := cpuTime()
	for b.Loop() {
		result, err := decode.Run(context.Background(), bytes.NewReader(data), formats, decode.Options{Intake: time.Unix(1.8e9, 0)}, sink)
		if err != nil || result.Rows != int64(rows) {
			b.Fatal(result, err)
		}
	}
	b.ReportMetric(float64(b.N*rows)/(cpuTime()-before).Seconds()/1e6, "Mrec/cpu-s")
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
