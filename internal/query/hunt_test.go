package query_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/query"
)

var update = flag.Bool("update", false, "rewrite the expected answers")

// TestHunts runs every hunt over testdata/hunts/records.txt. The expected answer
// is in a file of the hunt's name, whose first lines name values that differ
// from the defaults: # set name=value.
func TestHunts(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	records, err := os.ReadFile("testdata/hunts/records.txt")
	if err != nil {
		t.Fatal(err)
	}
	load(t, s, tableOf(t, string(records)))
	r := newRunner(t, s)
	for _, h := range query.Hunts() {
		name := filepath.Join("testdata/hunts", h.Name+".txt")
		want, err := os.ReadFile(name)
		if err != nil && !*update {
			t.Errorf("%s has no expected answer: %v", h.Name, err)
			continue
		}
		values := map[string]string{}
		var got bytes.Buffer
		for line := range strings.Lines(string(want)) {
			set, ok := strings.CutPrefix(line, "# set ")
			if !ok {
				break
			}
			got.WriteString(line)
			key, value, _ := strings.Cut(strings.TrimSpace(set), "=")
			values[key] = value
		}
		out := query.NewNDJSON(&got)
		if _, err := r.Hunt(t.Context(), h, values, query.Limits{}, out); err != nil {
			t.Errorf("%s: %v", h.Name, err)
			continue
		}
		out.Flush()
		if *update {
			if err := os.WriteFile(name, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", h.Name, diff)
		}
	}
}

// TestHuntValues: values of parameters are values, whatever stands in them, and
// mistakes are told.
func TestHuntValues(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, someRecords))
	r := newRunner(t, s)
	for _, value := range []string{"'", `\`, "203.%", "') OR 1 = 1 --", "{prefix:String}", "a\nb\tc", "\x00", "🙂", `\N`} {
		h, _ := query.FindHunt("blocked-by-prefix")
		var table query.Table
		if _, err := r.Hunt(t.Context(), h, map[string]string{"prefix": value}, query.Limits{}, &table); err != nil {
			t.Errorf("%q: %v", value, err)
		} else if len(table.Rows) != 0 {
			t.Errorf("%q: %d rows", value, len(table.Rows))
		}
	}
	f := func(hunt, name, value, want string) {
		t.Helper()
		h, ok := query.FindHunt(hunt)
		if !ok {
			t.Fatal("no hunt", hunt)
		}
		_, err := r.Hunt(t.Context(), h, map[string]string{name: value}, query.Limits{}, new(query.Table))
		if !query.IsUsage(err) || fmt.Sprint(err) != want {
			t.Errorf("%s %s=%s: %v, want %s", hunt, name, value, err, want)
		}
	}
	f("heavy-pairs", "bytes", "much", `bytes: "much" is no size; write 100MB or 5GiB`)
	f("heavy-pairs", "bytes", "99999999999999999999", `bytes: "99999999999999999999" is no size; write 100MB or 5GiB`)
	f("repeated-rejects", "attempts", "-1", `attempts: "-1" is no whole number`)
	f("new-since", "since", "yesterday", `since: "yesterday" is no time; write 2026-01-31, 2026-01-31T10:00:00Z, Unix seconds or now-24h`)
	f("heavy-pairs", "prefix", "1", `hunt heavy-pairs has no parameter "prefix"; it takes bytes`)
	f("lost-records", "x", "1", `hunt lost-records has no parameter "x"; it takes none`)
}
