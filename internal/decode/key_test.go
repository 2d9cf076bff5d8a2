package decode

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParseKey(t *testing.T) {
	f := func(name string, want Key) {
		t.Helper()
		if diff := cmp.Diff(want, ParseKey(name)); diff != "" {
			t.Errorf("ParseKey(%q) (-want +got):\n%s", name, diff)
		}
	}
	at := time.Date(2024, 5, 17, 20, 35, 0, 0, time.UTC)
	whole := Key{"123456789012", "vpcflowlogs", "us-east-1", "fl-0123", at, ""}

	f("123456789012_vpcflowlogs_us-east-1_fl-0123_20240517T2035Z_0a1b2c3d.log.gz", whole)
	f("pre/fix/AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/05/17/123456789012_vpcflowlogs_us-east-1_fl-0123_20240517T2035Z_0a1b2c3d.log.gz", whole)
	f("AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2024/month=05/day=17/hour=20/123456789012_vpcflowlogs_us-east-1_fl-0123_20240517T2035Z_0a.log.parquet", whole)
	f("AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2024/month=05/day=17/part-0.parquet", Key{Account: "123456789012", Service: "vpcflowlogs", Region: "us-east-1"})
	f("lake/AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/05/17/20/123456789012_vpcflowlogs_us-east-1_fl-0123_20240517T2035Z_0a.log.parquet", whole)
	f("AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/05/17/20/part-0.parquet", Key{Account: "123456789012", Service: "vpcflowlogs", Region: "us-east-1"})
	f(`C:\logs\123456789012_vpcflowlogs_us-east-1_fl-0123_20240517T2035Z_0a.log`, whole)
	f("AWSLogs/123456789012/vpcflowlogs/eu-west-3/2024/05/17/renamed.log", Key{Account: "123456789012", Service: "vpcflowlogs", Region: "eu-west-3"})
	f("aws-account-id=123456789012/aws-region=eu-west-3/x.log", Key{Account: "123456789012", Region: "eu-west-3"})
	f("my_notes_on_a_flow.log", Key{})
	f("123456789012_vpcflowlogs_us-east-1_fl-0123_yesterday_0a.log", Key{"123456789012", "vpcflowlogs", "us-east-1", "fl-0123", time.Time{}, ""})
	f("", Key{})
	f("exports/6a1b/eni-0a1b-all/000000.gz", Key{Interface: "eni-0a1b"})
	f("eni-0a1b-reject/000000.gz", Key{Interface: "eni-0a1b"})
	f("eni-logs/000000.gz", Key{})
	f("eni-0a1b-all", Key{})

	if got := whole.Stream(); got != "123456789012/us-east-1/fl-0123" {
		t.Errorf("Stream() = %q", got)
	}
	if got := (Key{Account: "1"}).Stream(); got != "" {
		t.Errorf("Stream() of a key without flow log = %q", got)
	}
}
