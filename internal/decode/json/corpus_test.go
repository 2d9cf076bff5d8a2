package json

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	stdjson "encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/fleet"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// shared returns a path in the folder of test vectors, which is not part of
// the repository: some of them are under licences that forbid it.
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

// TestCorpus holds the records of real files against golden ones. Of those whose
// licence forbids a copy, only a hash of the same text is kept. The logs in the
// unit tests of detection rules are taken out of their files first.
func TestCorpus(t *testing.T) {
	for _, c := range []struct {
		file      string
		rows, bad int
		hash      string
	}{
		{"aws-vpc/beats-accept-reject-traffic.log-expected.json", 4, 0, "50853eb47b1edc3f"},
		{"aws-vpc/beats-ipv6.log-expected.json", 1, 0, "e43ed25b1381cb82"},
		{"aws-vpc/beats-no-data-skip-data.log-expected.json", 2, 0, "0d8fbcad910e7c78"},
		{"aws-vpc/beats-tcp-flag-sequence.log-expected.json", 3, 0, "3b971f35122fbd8f"},
		{"ocsf/vpcflow-v1.0.0-rc.2.ocsf.json", 1, 0, "f7694b6860e28b7a"},
		{"ocsf/vpcflow-v1.1.0.ocsf.json", 1, 0, "120cc96389804c2a"},
		{"detections/panther-aws_vpc_healthy_log_status.json", 2, 2, ""},
		{"detections/panther-aws_vpc_inbound_traffic_port_blocklist.json", 5, 0, ""},
		{"detections/panther-aws_vpc_ssh_allowed_signal.json", 4, 0, ""},
		{"detections/panther-vpc_dns_tunneling.json", 0, 1, ""},
	} {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			data, err := os.ReadFile(shared(t, "corpus", c.file))
			if err != nil {
				t.Fatal(err)
			}
			o := decode.Options{}
			if strings.HasPrefix(c.file, "detections/") {
				data = testLogs(t, data)
				o.Format = "json" // some are too odd to be recognised alone
			}
			got, _, err := run(t, string(data), o)
			if err != nil || len(got.BadLines) != c.bad || got.Rows.Len() != c.rows {
				t.Fatalf("%d rows, want %d; bad %q; %v", got.Rows.Len(), c.rows, got.BadLines, err)
			}
			text := strings.Join(append(got.Fields(), ""), "\n")
			if c.hash != "" {
				if sum := sha256.Sum256([]byte(text)); hex.EncodeToString(sum[:8]) != c.hash {
					t.Errorf("hash %x, want %s, of:\n%s", sum[:8], c.hash, text)
				}
				return
			}
			golden := filepath.Join("testdata", filepath.Base(c.file)+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), text); diff != "" {
				t.Errorf("records (-want +got):\n%s", diff)
			}
		})
	}
}

// testLogs returns the logs of the unit tests of a rule, a line each.
func testLogs(t *testing.T, data []byte) []byte {
	t.Helper()
	var file struct {
		Tests []struct{ Log stdjson.RawMessage }
	}
	if err := stdjson.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var logs [][]byte
	for _, test := range file.Tests {
		var line bytes.Buffer
		if err := stdjson.Compact(&line, test.Log); err != nil {
			t.Fatal(err)
		}
		logs = append(logs, line.Bytes())
	}
	return bytes.Join(logs, []byte("\n"))
}

// TestCorpusAgainstText holds what others made of lines of text against what the
// decoder of the text makes of them.
func TestCorpusAgainstText(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "corpus", "aws-vpc"), "*-expected.json"))
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(file, "-expected.json"))
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := run(t, string(data), decode.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want, _, err := decodetest.Run(t, vpc.Driver{}, string(text), decode.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range got.Fields() {
			row, _, _ = strings.Cut(row, " {") // what is unmapped is theirs alone
			if i >= want.Rows.Len() || !sameFields(want.Fields()[i], row) {
				t.Errorf("%s, record %d:\n got %s\nwant %s", filepath.Base(file), i+1, row, want.Fields()[i])
			}
		}
	}
}

// sameFields compares but for what ECS adds to a record of old versions: its
// network type.
func sameFields(text, ecs string) bool {
	var kept []string
	for _, f := range strings.Fields(ecs) {
		if !strings.HasPrefix(f, "type=") || strings.Contains(text, " type=") {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, " ") == text
}

// TestRoundTrip protects every value on its way from the generator's records
// through JSON to rows: they are the rows of the same records in text.
func TestRoundTrip(t *testing.T) {
	for _, format := range []string{"2", "5", "10", "11", "apps"} {
		cfg := fleet.DefaultConfig()
		cfg.Days, cfg.Records, cfg.Cells = 1, 3000, 1
		cfg.End = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		var err error
		if cfg.Format, err = fleet.ParseFormat(format); err != nil {
			t.Fatal(err)
		}
		text := []byte(strings.Join(cfg.Format, " ") + "\n")
		var objects bytes.Buffer
		_, err = fleet.Records(t.Context(), cfg, func(r *fleet.Record) error {
			from := len(text)
			text = r.AppendLine(text)
			object := map[string]any{}
			for i, word := range strings.Fields(string(text[from:])) {
				switch name := cfg.Format[i]; name {
				case "srcport", "dstport", "protocol", "packets", "bytes", "start", "tcp-flags", "account-id":
					object[name] = stdjson.Number(word)
					if word == "-" {
						object[name] = nil
					}
				default:
					object[name] = word
				}
			}
			return stdjson.NewEncoder(&objects).Encode(object)
		})
		if err != nil {
			t.Fatal(err)
		}
		want, _, err := decodetest.Run(t, vpc.Driver{}, string(text), decode.Options{})
		if err != nil || want.Rows.Len() < 1000 {
			t.Fatal(want.Rows.Len(), err)
		}
		got, _, err := run(t, objects.String(), decode.Options{})
		if err != nil || len(got.BadLines) > 0 {
			t.Fatalf("bad %.3q, %v", got.BadLines, err)
		}
		if diff := cmp.Diff(want.Fields(), got.Fields()); diff != "" {
			t.Fatalf("format %s (-text +JSON):\n%.3000s", format, diff)
		}
	}
}

// TestNothingElse protects that none of the other JSON in the corpus is taken for
// flow records.
func TestNothingElse(t *testing.T) {
	for _, pattern := range []string{"cloudtrail/*/*", "guardduty/*", "azure/*", "s3-events/*", "cloudwatch/*", "firehose/*", "detections/*", "netflow/beats/golden/*"} {
		files, err := filepath.Glob(filepath.Join(shared(t, "corpus"), pattern))
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c, result, err := run(t, string(data), decode.Options{})
			if err == nil || c.Rows.Len() > 0 {
				t.Errorf("%s: %+v, %v", file, result, err)
			} else if strings.Contains(pattern, "cloudtrail") && !strings.Contains(err.Error(), "CloudTrail") {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}
