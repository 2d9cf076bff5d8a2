package parquet

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/decode/json"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/fleet"
)

// TestRoundTrip protects that records mean the same however they are written: the
// generator's files in text, Parquet and JSON, in every folder layout, give the
// same rows, and their names say whose they are.
func TestRoundTrip(t *testing.T) {
	f := func(format string, layout fleet.Layout, overlap bool) {
		t.Helper()
		cfg := fleet.DefaultConfig()
		cfg.Days, cfg.Records, cfg.Cells, cfg.Layout = 1, 8000, 1, layout
		cfg.End = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		cfg.Interval = 6 * time.Hour
		var err error
		if cfg.Format, err = fleet.ParseFormat(format); err != nil {
			t.Fatal(err)
		}
		if overlap {
			cfg.Overlap, _ = fleet.ParseFormat("2")
		}
		var want []string
		for _, as := range []fleet.Encoding{fleet.Text, fleet.Parquet, fleet.JSON} {
			cfg.As = as
			got, truth := written(t, cfg)
			if want == nil {
				want = got
			}
			if len(got) != len(want) || int64(len(got)) != truth.Records.Total || len(got) < 4000 {
				t.Fatalf("version %s as %s: %d rows, as text %d, the truth is %d", format, as, len(got), len(want), truth.Records.Total)
			}
			for row := range want {
				if got[row] != want[row] {
					t.Fatalf("version %s, row %d as %s:\n got %s\nwant %s", format, row, as, got[row], want[row])
				}
			}
		}
	}

	f("2", fleet.S3, false)
	f("5", fleet.Hive, true)
	f("apps", fleet.S3Hourly, false)
	f("11", fleet.HiveHourly, false)
	f("${dstaddr} ${srcaddr} ${bytes} ${interface-id} ${end}", fleet.Flat, false)
}

// written makes files and reads them, in the order of their names.
func written(t *testing.T, cfg fleet.Config) ([]string, fleet.Truth) {
	t.Helper()
	dir := t.TempDir()
	truth, err := fleet.Write(t.Context(), dir, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	all := decode.Formats{Envelopes: []decode.Envelope{decode.Gzip}, Drivers: []decode.Driver{Driver{}, json.Driver{}, vpc.Driver{}}}
	c := decodetest.NewCollector()
	o := decode.Options{Intake: cfg.End, ObjectTime: cfg.End}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := strings.TrimPrefix(path, dir+"/")
		key := decode.ParseKey(name)
		if key.Stream() == "" || key.Time.IsZero() || strings.Count(name, "=") > 0 && decode.ParseKey(filepath.Dir(name)+"/part-0.parquet").Account != key.Account {
			t.Errorf("the name %s says %+v", name, key)
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		result, err := decode.Run(context.Background(), f, all, o, c)
		if want := map[fleet.Encoding]string{fleet.Text: "vpc", fleet.Parquet: "parquet", fleet.JSON: "json"}[cfg.As]; result.Format != want {
			t.Errorf("%s is read as %q", name, result.Format)
		}
		return err
	})
	if err != nil || len(c.BadLines) > 0 {
		t.Fatalf("bad %.5q, %v", c.BadLines, err)
	}
	return c.Fields(), truth
}
