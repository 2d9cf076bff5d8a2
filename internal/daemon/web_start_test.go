package daemon

import (
	"testing"

	"github.com/weir-flow/weir/internal/config"
)

// TestSourceYAML protects the person who copies the lines into weir.yaml: whatever a
// path or a name holds comes back as it was typed.
func TestSourceYAML(t *testing.T) {
	for _, text := range []string{"s3://logs/AWSLogs/", "s3://logs/a b: c #d", "s3://x\n  role-arn: evil", `s3://"q"\`, "s3://é\x01", "s3://x:", "null", "1"} {
		out, err := sourceYAML(text, BucketConfig{RoleARN: "arn:aws:iam::1:role/x", Profile: text, Endpoint: "https://127.0.0.1:9000"})
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Sources []struct {
				Path     string `yaml:"path"`
				Profile  string `yaml:"profile"`
				RoleARN  string `yaml:"role-arn"`
				Endpoint string `yaml:"endpoint"`
			} `yaml:"sources"`
		}
		if err := config.Decode("weir.yaml", []byte(out), &got); err != nil {
			t.Errorf("%q: %v\n%s", text, err, out)
			continue
		}
		if len(got.Sources) != 1 || got.Sources[0].Path != text || got.Sources[0].Profile != text || got.Sources[0].Endpoint != "https://127.0.0.1:9000" {
			t.Errorf("%q came back as %+v from\n%s", text, got.Sources, out)
		}
	}
}
