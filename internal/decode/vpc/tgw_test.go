package vpc

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/record"
)

// TestTGW: records of transit gateways are told by their columns, with a header or in
// the default order without one, and never taken for those of a VPC.
func TestTGW(t *testing.T) {
	shared := os.Getenv("WEIR_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "..", "shared")
	}
	text, err := os.ReadFile(filepath.Join(shared, "corpus", "aws-tgw", "otel-valid_tgw_flow_log.log"))
	if err != nil {
		t.Skipf("no test vectors: %v; set WEIR_SHARED to the folder that holds them", err)
	}
	if !(TGW{}).Sniff(text) || (Driver{}).Sniff(text) {
		t.Error("the vector is not told from a VPC's")
	}
	got, _, err := decodetest.Run(t, TGW{}, string(text), decode.Options{})
	if err != nil || len(got.BadLines) > 0 || got.Rows.Len() == 0 {
		t.Fatal(got.BadLines, err)
	}
	golden := filepath.Join("testdata", "otel-valid_tgw_flow_log.log.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(strings.Join(got.Fields(), "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != strings.Join(got.Fields(), "\n")+"\n" {
		t.Errorf("%q, want %s, %v", got.Fields(), want, err)
	}
	files, err := os.ReadDir(filepath.Join(shared, "corpus", "aws-tgw"))
	if err != nil || len(files) != 1 {
		t.Errorf("vectors that no test reads: %v, %v", files, err)
	}
	lost := func(id record.FieldID) uint64 { return got.Rows.Col(id).U64[0] }
	if lost(record.PacketsLostNoRoute) != 1 || lost(record.PacketsLostBlackhole) != 2 || lost(record.PacketsLostMTUExceeded) != 3 || lost(record.PacketsLostTTLExpired) != 4 {
		t.Errorf("packets lost: %q", got.Fields()[0])
	}

	const plain = "6 TransitGateway 123456789012 tgw-0123456789abcdef0 tgw-attach-01 111111111111 222222222222 vpc-01 vpc-02 subnet-01 subnet-02 eni-01 eni-02 " +
		"use1-az1 use1-az2 tgw-attach-02 10.0.0.1 10.1.0.1 1000 443 6 10 1000 1600000000 1600000060 OK IPv4 0 7 0 0 2 us-east-1 ingress - AMAZON\n"
	const nodata = "6 TransitGateway 123456789012 tgw-0123456789abcdef0 tgw-attach-01 - - - - - - - - - - - - - - - - - - 1600000000 1600000060 NODATA - - - - - - us-east-1 - - -\n"
	const skip = "6 TransitGateway 123456789012 tgw-0123456789abcdef0 tgw-attach-01 111111111111 222222222222 vpc-01 vpc-02 subnet-01 subnet-02 eni-01 eni-02 " +
		"use1-az1 use1-az2 tgw-attach-02 10.0.0.1 10.1.0.1 1000 443 6 10 1000 1600000000 1600000060 SKIPDATA IPv4 0 0 0 0 2 us-east-1 ingress - -\n"
	if !(TGW{}).Sniff([]byte(plain)) || (Driver{}).Sniff([]byte(plain)) {
		t.Error("the default order without a header is not recognised")
	}
	got, _, err = decodetest.Run(t, TGW{}, plain+nodata+skip, decode.Options{})
	if err != nil || got.Rows.Len() != 3 || len(got.BadLines) > 0 {
		t.Fatal(got.Rows.Len(), got.BadLines, err)
	}
	rows := got.Fields()
	for row, want := range []string{"packets_lost_blackhole=7", "log_status=NODATA", "log_status=SKIPDATA"} {
		if !strings.Contains(rows[row], want) || !strings.Contains(rows[row], "tgw_attachment_id=tgw-attach-01") {
			t.Errorf("row %d: %q lacks %q", row, rows[row], want)
		}
	}
	if !strings.Contains(rows[2], "bytes=1000") {
		t.Errorf("values of a SKIPDATA record are lost: %q", rows[2])
	}
	decodetest.Resume(t, TGW{}, plain+nodata+skip, got, got.At)
}
