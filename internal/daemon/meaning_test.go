package daemon

import (
	"path/filepath"
	"testing"

	"github.com/ClickHouse/ch-go/proto"
	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
)

// TestRepairedMeaning: a day that is computed anew by whoever opens the directory after
// an intake died means what that intake was told by its assets.
func TestRepairedMeaning(t *testing.T) {
	t.Parallel()
	needEngine(t)
	cfg := small()
	cfg.Days, cfg.Records = 1, 8_000
	dir := t.TempDir()
	logs, assets := filepath.Join(dir, "logs"), filepath.Join(dir, "assets.csv")
	if _, _, _, err := generate(t.Context(), cfg, logs, assets, nil); err != nil {
		t.Fatal(err)
	}
	asLate(t, logs)
	// apps counts flows by the roles that the assets alone tell.
	apps := func(l *Lookup) map[string]uint64 {
		t.Helper()
		var app proto.ColStr
		var n proto.ColUInt64
		got := map[string]uint64{}
		_, err := l.Store.Select(t.Context(), `SELECT concat(dictGet('weir.sides_dict', 'app', src_side), '/', dictGet('weir.sides_dict', 'role', src_side)) AS app, count() AS n FROM flows GROUP BY app`,
			engine.Options{}, proto.Results{{Name: "app", Data: &app}, {Name: "n", Data: &n}}, func(rows int) error {
				for i := range rows {
					got[app.Row(i)] = n[i]
				}
				return nil
			})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	whole := open(t, filepath.Join(dir, "whole"))
	if _, err := whole.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{Workers: 1, MaxRows: faultRows, Assets: assets}, nil); err != nil {
		t.Fatal(err)
	}
	want := apps(whole)
	if len(want) < 5 {
		t.Fatalf("the assets tell nothing: %v", want)
	}

	data := filepath.Join(dir, "data")
	ingestChild(t, data, logs, "rebuild:1", "owner", faultAssets+"="+assets)
	if diff := cmp.Diff(want, apps(open(t, data))); diff != "" {
		t.Errorf("flows by app (-never cut off +computed anew):\n%s", diff)
	}
}
