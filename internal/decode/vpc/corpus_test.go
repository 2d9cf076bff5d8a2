package vpc

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/decode"
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

// corpus lists the VPC text files. Those whose licence allows it have a golden
// file, written from the vendor's field table; of the others only a hash of
// the same text is kept.
var corpus = []struct {
	file string
	rows int
	hash string
}{
	{"flr-v2-no-header.log", 5, ""},
	{"flr-v3-alphabetical.log", 2, ""},
	{"otel-valid_vpc_flow_log_multi.log", 2, ""},
	{"vrl-v2-default.log", 7, ""},
	{"vrl-v3-tcp-flags.log", 8, ""},
	{"vrl-v5-aws-services.log", 2, ""},
	{"beats-accept-reject-traffic.log", 4, "dc39483878a2f4f6"},
	{"beats-ipv6.log", 1, "a14f697684173b6d"},
	{"beats-no-data-skip-data.log", 2, "76d6e27af924d827"},
	{"beats-tcp-flag-sequence.log", 3, "667addb5db1bbbdb"},
	{"elastic-ecs-2lines.log", 2, "df9625f5634b9dbb"},
	{"elastic-extra-samples.log", 7, "034c002aeab2248b"},
}

func TestCorpus(t *testing.T) {
	for _, c := range corpus {
		t.Run(c.file, func(t *testing.T) {
			data, err := os.ReadFile(shared(t, "corpus", "aws-vpc", c.file))
			if err != nil {
				t.Fatal(err)
			}
			got, _, err := run(t, string(data), decode.Options{ObjectName: c.file})
			if err != nil || len(got.bad) > 0 || got.batch.Len() != c.rows {
				t.Fatalf("%d rows, want %d; bad %q; %v", got.batch.Len(), c.rows, got.bad, err)
			}
			text := dump(got.batch)
			if c.hash != "" {
				if sum := sha256.Sum256(text); hex.EncodeToString(sum[:8]) != c.hash {
					t.Errorf("hash %x, want %s, of:\n%s", sum[:8], c.hash, text)
				}
				return
			}
			golden := filepath.Join("testdata", c.file+".golden")
			if *update {
				if err := os.WriteFile(golden, text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(text)); diff != "" {
				t.Errorf("records (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCorpusIsWhole protects against vectors that no test reads.
func TestCorpusIsWhole(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "corpus", "aws-vpc"), "*.log"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, c := range corpus {
		known[c.file] = true
	}
	for _, file := range files {
		if !known[filepath.Base(file)] {
			t.Errorf("%s is read by no test", filepath.Base(file))
		}
	}
}

// beatsFields are the fields of another reader's expected output and ours.
var beatsFields = map[string]string{
	"aws.vpcflow.version": "version", "aws.vpcflow.account_id": "account_id", "aws.vpcflow.interface_id": "interface_id",
	"aws.vpcflow.action": "action", "aws.vpcflow.log_status": "log_status", "aws.vpcflow.vpc_id": "vpc_id",
	"aws.vpcflow.subnet_id": "subnet_id", "aws.vpcflow.instance_id": "instance_id", "aws.vpcflow.tcp_flags": "tcp_flags",
	"aws.vpcflow.type": "type", "aws.vpcflow.pkt_srcaddr": "pkt_srcaddr", "aws.vpcflow.pkt_dstaddr": "pkt_dstaddr",
	"source.address": "srcaddr", "destination.address": "dstaddr", "source.port": "srcport", "destination.port": "dstport",
	"network.iana_number": "protocol", "network.packets": "packets", "network.bytes": "bytes", "event.start": "start", "event.end": "end",
}

// TestCorpusAgainstBeats holds our records against what others expect of the
// same lines.
func TestCorpusAgainstBeats(t *testing.T) {
	for _, c := range corpus {
		path := shared(t, "corpus", "aws-vpc", c.file)
		expected, err := os.ReadFile(path + "-expected.json")
		if err != nil {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var want []map[string]any
		if err := json.Unmarshal(expected, &want); err != nil {
			t.Fatal(err)
		}
		got, _, err := run(t, string(data), decode.Options{})
		if err != nil || got.batch.Len() != len(want) {
			t.Fatalf("%s: %d rows, want %d; %v", c.file, got.batch.Len(), len(want), err)
		}
		for row, line := range want {
			dec := map[string]any{}
			if err := json.Unmarshal(bytes.Split(dump(got.batch), []byte("\n"))[row], &dec); err != nil {
				t.Fatal(err)
			}
			for theirs, ours := range beatsFields {
				if w, g := beatsText(line[theirs]), beatsText(dec[ours]); w != g {
					t.Errorf("%s, record %d: %s is %q, want %s %q", c.file, row+1, ours, g, theirs, w)
				}
			}
		}
	}
}

// beatsText makes values comparable: numbers and texts are mixed there, and
// times have milliseconds.
func beatsText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return fmt.Sprint(int64(v))
	case string:
		if n := len(v); n == 24 && v[n-5:] == ".000Z" {
			return v[:n-5] + "Z"
		}
		return v
	default:
		return fmt.Sprint(v)
	}
}
