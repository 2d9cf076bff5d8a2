package parquet

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/decode"
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
