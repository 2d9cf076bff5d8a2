package parquet

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/record"
)

// shared returns a path in the folder of test vectors, which is not part of the
// repository.
func shared(t testing.TB, parts ...string) string {
	t.Helper()
	root := os.Getenv("WEIR_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("WEIR_SHARED") != "" {
			t.Fatalf("WEIR_SHARED is set, but there are no test vectors: %v", err)
		}
		t.Skipf("no test vectors: %v; set WEIR_SHARED to the folder that holds them", err)
	}
	return path
}

// TestCorpus protects that Parquet files give the same records as the text files
// that they were made from, whose records are held in golden files.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "corpus", "aws-vpc-parquet"), "*.parquet"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	texts := map[string]string{"gen-vrl-v2-default.parquet": "vrl-v2-default.log", "gen-vrl-v5-aws-services.parquet": "vrl-v5-aws-services.log"}
	for _, file := range files {
		name, ok := texts[filepath.Base(file)]
		if !ok {
			t.Errorf("%s is compared with no text", file)
			continue
		}
		columns, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := os.ReadFile(shared(t, "corpus", "aws-vpc", name))
		if err != nil {
			t.Fatal(err)
		}
		got, result, err := run(t, columns, decode.Options{})
		if err != nil || len(got.bad) > 0 || result.Format != "parquet" || result.Decoded != int64(len(columns)) {
			t.Fatalf("%s: %+v, bad %q, %v", file, result, got.bad, err)
		}
		want, _, err := run(t, lines, decode.Options{})
		if err != nil || want.batch.Len() == 0 {
			t.Fatalf("%s: %d rows, %v", name, want.batch.Len(), err)
		}
		if diff := cmp.Diff(briefs(want.batch), briefs(got.batch)); diff != "" {
			t.Errorf("%s (-text +parquet):\n%s", file, diff)
		}
	}
}

// TestTransitGateway protects all 36 fields of transit gateways, under the types
// that AWS documents for them.
func TestTransitGateway(t *testing.T) {
	text, err := os.ReadFile(shared(t, "corpus", "aws-tgw", "otel-valid_tgw_flow_log.log"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	lines[0] += " resource-type tgw-src-vpc-account-id tgw-dst-vpc-account-id pkt-src-aws-service pkt-dst-aws-service" // those it lacks
	for i := range lines[1:] {
		lines[1+i] += " TransitGateway 123456789012 012345678901 - S3"
	}
	header := strings.Fields(lines[0])
	want := decodetest.NewCollector()
	b, err := record.NewBinder(header, record.BindOptions{})
	if err != nil || len(header) != 36 {
		t.Fatalf("%d fields, %v", len(header), err)
	}
	b.Begin(want.Rows, len(lines))
	columns := make([]col, len(header))
	for i, name := range header {
		columns[i] = col{strings.ReplaceAll(name, "-", "_"), pq.Optional(pq.String()), nil}
		switch {
		case slices.Contains([]string{"version", "srcport", "dstport", "protocol", "tcp-flags"}, name):
			columns[i].node = pq.Optional(pq.Int(32))
		case slices.Contains([]string{"packets", "bytes", "start", "end"}, name), strings.HasPrefix(name, "packets-lost"):
			columns[i].node = pq.Optional(pq.Int(64))
		}
	}
	for _, line := range lines[1:] {
		cells := record.AppendWords(nil, []byte(line))
		if reason := b.Row(cells); reason != "" {
			t.Fatal(reason)
		}
		for i := range columns {
			c := &columns[i]
			n, err := strconv.ParseInt(string(cells[i]), 10, 64)
			switch {
			case string(cells[i]) == "-":
				c.values = append(c.values, nil)
			case c.node.Type().Kind() == pq.Int32 && err == nil:
				c.values = append(c.values, int32(n))
			case c.node.Type().Kind() == pq.Int64 && err == nil:
				c.values = append(c.values, n)
			default:
				c.values = append(c.values, string(cells[i]))
			}
		}
	}
	b.End()
	got, _, err := run(t, makeFile(t, 0, columns), decode.Options{})
	if err != nil || len(got.bad) > 0 || got.batch.Len() != len(lines)-1 {
		t.Fatalf("%d rows, bad %q, %v", got.batch.Len(), got.bad, err)
	}
	if diff := cmp.Diff(want.Fields(), briefs(got.batch)); diff != "" || !strings.Contains(briefs(got.batch)[0], "packets_lost_blackhole=") {
		t.Errorf("(-text +parquet):\n%s", diff)
	}
}
