package json

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"syscall"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// benchFile is a file of v5 records of 50 interfaces, a line each.
func benchFile(rows int, more string) []byte {
	r := rand.New(rand.NewPCG(7, 8))
	var out bytes.Buffer
	for range rows {
		n := r.IntN(50)
		src, dst := fmt.Sprintf("10.0.%d.%d", n/10, n), fmt.Sprintf("%d.%d.%d.%d", 1+r.IntN(222), r.IntN(256), r.IntN(256), r.IntN(256))
		fmt.Fprintf(&out, `{"version":5,"account_id":"123456789012","interface_id":"eni-%017x","srcaddr":"%s","dstaddr":"%s","srcport":%d,"dstport":443,"protocol":6,"packets":%d,"bytes":%d,"start":%d,"end":%d,"action":"ACCEPT","log_status":"OK",`+
			`"vpc_id":"vpc-%017x","subnet_id":"subnet-%017x","instance_id":"i-%017x","tcp_flags":19,"type":"IPv4","pkt_srcaddr":"%s","pkt_dstaddr":"%s","region":"us-east-1","az_id":"use1-az1","sublocation_type":null,"sublocation_id":null,"flow_direction":"egress","traffic_path":8%s}`+"\n",
			n*7919, src, dst, 32768+r.IntN(28000), 1+r.IntN(99), 100+r.IntN(99999), 1700000000+r.IntN(300), 1700000300+r.IntN(60), 1, n/10, n, src, dst, more)
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

func BenchmarkRecords(b *testing.B)  { benchDecode(b, "") }
func BenchmarkUnmapped(b *testing.B) { benchDecode(b, `,"team":{"name":"pay","cost":12.50}`) }

// benchDecode reports records per second of CPU time, and allocations for 100,000
// records.
func benchDecode(b *testing.B, more string) {
	const rows = 100_000
	data := benchFile(rows, more)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	sink := &benchSink{record.NewBatch(record.KindFlow, record.NewRegistry())}
	before := cpuTime()
	for b.Loop() {
		result, err := decode.Run(context.Background(), bytes.NewReader(data), formats, decode.Options{Intake: time.Unix(1.8e9, 0)}, sink)
		if err != nil || result.Rows != rows {
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

// TestSteadyPathAllocatesNothing protects the hot path: reading ten times the rows
// may allocate no more.
func TestSteadyPathAllocatesNothing(t *testing.T) {
	sink := &benchSink{record.NewBatch(record.KindFlow, record.NewRegistry())}
	allocs := func(rows int) float64 {
		data := benchFile(rows, "")
		return testing.AllocsPerRun(3, func() {
			if _, err := decode.Run(context.Background(), bytes.NewReader(data), formats, decode.Options{Intake: time.Unix(1.8e9, 0)}, sink); err != nil {
				t.Fatal(err)
			}
		})
	}
	allocs(40_000) // makes room in the batch
	if few, many := allocs(4_000), allocs(40_000); many > few+100 {
		t.Errorf("%v allocations for 4,000 rows and %v for 40,000", few, many)
	}
}
