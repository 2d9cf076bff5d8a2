package filter

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the code gives into testdata")

// now is the time of all tests.
var now = time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)

// golden runs a file of testdata: blocks of a line "> filter" and what it
// gives. Other lines before the first block are comments.
func golden(t *testing.T, name string, run func(filter string) string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut("\n"+string(data), "\n> ")
	var out strings.Builder
	out.WriteString(strings.TrimPrefix(head, "\n"))
	for block := range strings.SplitSeq(rest, "\n> ") {
		filter, want, _ := strings.Cut(block, "\n")
		got := strings.TrimSpace(run(unquoteControl(filter)))
		if !*update {
			if diff := cmp.Diff(strings.TrimSpace(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", filter, diff)
			}
		}
		out.WriteString("\n> " + filter + "\n" + got + "\n")
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// unquoteControl lets the files name bytes that text files should not hold.
func unquoteControl(filter string) string {
	return strings.NewReplacer("<NUL>", "\x00", "<FF>", "\xff", "<NBSP>", "\u00a0", "<ZWSP>", "\u200b").Replace(filter)
}
