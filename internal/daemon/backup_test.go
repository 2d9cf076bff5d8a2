package daemon

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/weir-flow/weir/internal/fleet"
)

// TestBackUpBefore: before tables change, all that is stored is copied once, and
// the copy can be restored.
func TestBackUpBefore(t *testing.T) {
	logs, data := filepath.Join(t.TempDir(), "logs"), filepath.Join(t.TempDir(), "data")
	cfg := small()
	cfg.Records, cfg.Cells = 5_000, 1
	if _, err := fleet.Write(t.Context(), logs, cfg, nil); err != nil {
		t.Fatal(err)
	}
	l := open(t, data)
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(data, "backups", "before-tables-2.tar")
	for _, v := range []struct {
		have, want int
		there      bool
	}{{0, 2, false}, {1, 2, true}, {1, 2, true}} {
		if err := l.backUpBefore(t.Context(), v.have, v.want); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); (err == nil) != v.there {
			t.Errorf("from version %d to %d: backup is there = %v", v.have, v.want, err == nil)
		}
	}
	info, err := Restore(t.Context(), Config{Data: filepath.Join(t.TempDir(), "new"), Command: "weir test"}, path)
	if err != nil || info.Records != uint64(got.Stored) {
		t.Errorf("restored %d of %d records, %v", info.Records, got.Stored, err)
	}
}
