package daemon

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/weir-flow/weir/internal/fleet"
)

// TestBackUpBefore: before tables change, all that is stored is copied once, and
// the copy can be restored.
func TestBackUpBefore(t *testing.T) {
	t.Parallel()
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

// TestRestoreElsewhere: a backup that is made while files come in, at whatever step of
// their intake, restores into an empty directory to what fits together; who restores it
// is told what was taken out, and taking the files in again makes all equal the truth.
func TestRestoreElsewhere(t *testing.T) {
	t.Parallel()
	needEngine(t)
	cfg := small()
	cfg.Records, cfg.Cells = 6_000, 1
	logs, truth := faultFleetOf(t, cfg)
	files := logFiles(t, logs)
	steps := []string{"state copied", "inserted:2"}
	if os.Getenv("WEIR_SOAK") != "" {
		steps = append(steps, "begun:2", "sealed:2", "flows:2", "roll:5", "acknowledged:2", "staged:1", "swapping:1", "swapped:1", "rebuilt:1")
	}
	for _, step := range steps {
		t.Run(step, func(t *testing.T) {
			backup := filepath.Join(t.TempDir(), "backup")
			var l *Lookup
			var once sync.Once
			meanwhile := func() {} // when the state is copied and the store is not yet
			hit := func(string) {}
			l, err := Open(t.Context(), Config{Data: filepath.Join(t.TempDir(), "data"), Command: "weir test", step: func(at string) {
				if at == "state copied" {
					meanwhile()
				}
				hit(at)
			}})
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close(t.Context())
			take := func(paths []string, step func(string)) {
				t.Helper()
				if _, err := l.Ingest(t.Context(), paths, nil, IntakeConfig{Workers: 1, MaxRows: 1000, Step: step}, nil); err != nil {
					t.Error(err)
				}
			}
			made := map[string]string{"settings.yaml": "notify: [{kind: slack, url: https://hooks.example.org/secret}]\n", "rules/mine/own.yml": "title: own\n", "geo/places.csv": "198.51.100.0/24,DE\n"}
			for name, text := range made {
				path := filepath.Join(l.Dir, name)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
					t.Fatal(err)
				}
			}
			name, nth, _ := strings.Cut(step, ":")
			left, _ := strconv.Atoi(nth) // 0 for the state, which is copied once
			if name == "state copied" {
				take(files[:len(files)/2], nil)
				meanwhile = func() { take([]string{logs}, nil) }
				if _, err := l.Backup(t.Context(), backup); err != nil {
					t.Fatal(err)
				}
			} else {
				hit = func(at string) {
					if at != name {
						return
					}
					if left--; left == 0 {
						once.Do(func() {
							if _, err := l.Backup(t.Context(), backup); err != nil {
								t.Error(err)
							}
						})
					}
				}
				take([]string{logs}, hit)
			}
			verify(t, l, truth)

			data := filepath.Join(t.TempDir(), "elsewhere")
			info, err := Restore(t.Context(), Config{Data: data, Command: "weir test"}, backup)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%+v", info)
			if name == "state copied" && info.TakenOut == 0 {
				t.Error("nobody is told of the records that were taken out")
			}
			for name, text := range made {
				got, err := os.ReadFile(filepath.Join(data, name))
				info, statErr := os.Stat(filepath.Join(data, name))
				if err != nil || statErr != nil || string(got) != text || info.Mode().Perm() != 0o600 {
					t.Errorf("%s: %q, %v, %v; what was made in the app is in the backup", name, got, err, info)
				}
			}
			other := open(t, data)
			noFaults(t, other)
			var rows uint64
			if rows, err = other.countRows(t.Context()); err != nil || rows != info.Records {
				t.Errorf("%d records restored, %d told, %v", rows, info.Records, err)
			}
			got, err := other.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
			if err != nil || len(got.Failures) > 0 || uint64(got.Stored) < info.TakenOut {
				t.Errorf("again: %d stored, %v, %v", got.Stored, got.Failures, err)
			}
			verify(t, other, truth)
			settled(t, other)
		})
	}
}
