package cloudwatch

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
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

// BenchmarkEnvelopes reads 20,000 messages, unpacked. Most is what the decoder of the
// lines takes; "apart" are payloads of 10 messages that change the account each time,
// the worst that deliveries of an organisation come to.
func BenchmarkEnvelopes(b *testing.B) {
	const rows = 20_000
	var export, payloads, apart, lambda strings.Builder
	for i := 0; i < rows; i += 10 {
		var events []string
		for n := i; n < i+10; n++ {
			fmt.Fprintf(&export, "2020-09-13T12:26:40.001Z %s\n", line(n%500))
			events = append(events, event(n%500))
		}
		p := payloadOf("eni-0a-all", events...)
		payloads.WriteString(p)
		apart.WriteString(strings.ReplaceAll(p, "111111111111", fmt.Sprint(111111111111+i%20)))
		fmt.Fprintf(&lambda, `{"awslogs":{"data":"%s"}}`, base(packed(p)))
	}
	for _, c := range []struct{ name, data string }{
		{"export", export.String()}, {"payloads", payloads.String()}, {"apart", apart.String()}, {"lambda", lambda.String()},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(c.data)))
			sink := &benchSink{record.NewBatch(record.KindFlow, record.NewRegistry())}
			for b.Loop() {
				result, err := decode.Run(context.Background(), bytes.NewReader([]byte(c.data)), formats, decode.Options{Intake: time.Unix(1.8e9, 0)}, sink)
				if err != nil || result.Rows != rows {
					b.Fatal(result, err)
				}
			}
			b.ReportMetric(float64(b.N*rows)/b.Elapsed().Seconds()/1e6, "Mrec/s")
		})
	}
}
