package fleet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

// filesOf makes the files of one encoding and returns their contents by name.
func filesOf(t *testing.T, cfg Config, as Encoding) map[string][]byte {
	t.Helper()
	cfg.As = as
	dir := t.TempDir()
	if _, err := Write(t.Context(), dir, cfg, nil); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	paths, err := filepath.Glob(dir + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(filepath.Base(path), ".")
		files[name] = data
	}
	return files
}

// TestEncodings protects that what others read of our Parquet and JSON files is
// what the text says: the reader here is not ours.
func TestEncodings(t *testing.T) {
	defer func(n int) { groupRows = n }(groupRows)
	groupRows = pageRows + 1
	cfg := DefaultConfig()
	cfg.Days, cfg.Records, cfg.Cells, cfg.Layout, cfg.Interval = 1, 50_000, 1, Flat, 24*time.Hour
	cfg.End = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	cfg.Plain = true
	cfg.Format, _ = ParseFormat("11")
	text, objects := filesOf(t, cfg, Text), filesOf(t, cfg, JSON)
	plain := filesOf(t, cfg, Parquet)
	cfg.Plain = false
	packed := filesOf(t, cfg, Parquet)
	for name, lines := range text {
		rows := strings.Split(strings.TrimSpace(string(lines)), "\n")
		header := strings.Fields(rows[0])
		rows = rows[1:]
		for kind, data := range map[string][]byte{"plain": plain[name], "gzip": packed[name]} {
			f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, c := range f.Root().Columns() {
				names = append(names, strings.ReplaceAll(c.Name(), "_", "-"))
			}
			if !slices.Equal(names, header) || f.NumRows() != int64(len(rows)) {
				t.Fatalf("%s: %d rows of %d, columns %q", kind, f.NumRows(), len(rows), names)
			}
			r := parquet.NewReader(f)
			batch := make([]parquet.Row, 1)
			for i, want := range rows {
				if n, err := r.ReadRows(batch); n != 1 {
					t.Fatalf("%s: row %d: %v", kind, i, err)
				}
				var got []string
				for _, v := range batch[0] {
					if v.IsNull() {
						got = append(got, "-")
					} else {
						got = append(got, v.String())
					}
				}
				if g := strings.Join(got, " "); g != want {
					t.Fatalf("%s: row %d:\n got %s\nwant %s", kind, i, g, want)
				}
			}
		}
		dec := json.NewDecoder(bytes.NewReader(objects[name]))
		dec.UseNumber()
		for i, want := range rows {
			object := map[string]any{}
			if err := dec.Decode(&object); err != nil {
				t.Fatal(err)
			}
			got := make([]string, len(header))
			for j, column := range header {
				if got[j] = "-"; object[column] != nil {
					got[j] = fmt.Sprint(object[column])
				}
			}
			if g := strings.Join(got, " "); g != want {
				t.Fatalf("object %d:\n got %s\nwant %s", i, g, want)
			}
		}
		if dec.More() {
			t.Errorf("more than %d objects", len(rows))
		}
	}
}
