package daemon

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/fleet"
)

// killSteps are the steps of intake at which somebody is killed, each the n-th time
// it is reached. Those of dropping old days are in keep_test.go.
var killSteps = []string{
	"begun:2", "sealed:2", "manifest:3", "flows:2", "roll:5", "inserted:2", "acknowledged:2",
	"rebuild:1", "staged:1", "swapping:1", "swapped:1", "computed:2", "recomputed:2", "rebuilt:1", "manifest:1",
}

var killed = []string{"owner", "engine", "both"}

// condition is how the files come: what lies in the folder when somebody is killed,
// and what lies there afterwards.
type condition struct {
	name string
	// before changes the folder and returns what is taken in, one intake a line.
	before func(t *testing.T, logs string, files []string) string
	after  func(t *testing.T, logs string, files []string) // may be nil
	bad    bool                                            // the first intake cannot read all of it
}

var conditions = []condition{
	{name: "duplicates", before: func(_ *testing.T, logs string, files []string) string {
		return filepath.Join(logs, "0") + " " + strings.Join(files[:len(files)/3], " ") + "\n" + logs // a third of them twice
	}},
	{name: "other names", before: func(t *testing.T, logs string, files []string) string {
		for i, f := range files {
			if i%4 == 0 {
				data := read(t, f)
				put(t, renamed(logs, f, "copies"), data)
			}
		}
		return logs
	}, after: func(t *testing.T, logs string, files []string) {
		for i, f := range files {
			if i%3 == 0 {
				put(t, renamed(logs, f, "moved"), read(t, f))
				if err := os.Remove(f); err != nil {
					t.Fatal(err)
				}
			}
		}
	}},
	{name: "growing", before: func(t *testing.T, logs string, files []string) string {
		for i, f := range files {
			if i%7 == 0 {
				text := unpacked(t, f)
				put(t, strings.TrimSuffix(f, ".gz"), text[:len(text)*2/3]) // as a rule in the middle of a line
				if err := os.Rename(f, hidden(f)); err != nil {
					t.Fatal(err)
				}
			}
		}
		return logs
	}, after: func(t *testing.T, _ string, files []string) {
		for i, f := range files {
			if i%7 == 0 {
				put(t, strings.TrimSuffix(f, ".gz"), unpacked(t, hidden(f)))
			}
		}
	}},
	{name: "reordered", before: func(_ *testing.T, logs string, files []string) string {
		n := len(files) / 3
		return filepath.Join(logs, "0") + " " + strings.Join(files[2*n:], " ") + "\n" + strings.Join(files[n:2*n], " ") + "\n" + logs
	}},
	{name: "truncated", bad: true, before: func(t *testing.T, logs string, files []string) string {
		for i, f := range files {
			if i%7 == 0 {
				data := read(t, f)
				put(t, hidden(f), data)
				put(t, f, data[:len(data)*2/3])
			}
		}
		return logs
	}, after: func(t *testing.T, _ string, files []string) {
		for i, f := range files {
			if i%7 == 0 {
				put(t, f, read(t, hidden(f)))
			}
		}
	}},
}

// hidden is a name next to a file that no listing shows.
func hidden(file string) string {
	return filepath.Join(filepath.Dir(file), "."+filepath.Base(file))
}

// renamed is a file's name with another folder in front of its key.
func renamed(logs, file, folder string) string {
	return filepath.Join(logs, folder, strings.TrimPrefix(file, logs))
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func put(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, data, 0o600)); err != nil {
		t.Fatal(err)
	}
}

func unpacked(t *testing.T, file string) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(read(t, file)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// logFiles are the files of a fleet that still have their place in it, in order.
func logFiles(t *testing.T, logs string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(logs, "AWSLogs/*/*/*/*/*/*/*.gz"))
	if err != nil || len(files) < 20 {
		t.Fatal(len(files), err)
	}
	return files
}

// TestMatrix: whoever is killed at whatever step of intake, and however the files
// come, the next process has a sound directory, and the next intake makes rows,
// roll-ups and edges equal the truth. Without WEIR_SOAK each step, each kill with
// each condition is met once; with it all of them with each other.
func TestMatrix(t *testing.T) {
	t.Parallel()
	needEngine(t)
	soak := os.Getenv("WEIR_SOAK") != ""
	cfg := small()
	cfg.Days, cfg.Records = 1, 8_000 // of two dates, and some batches of each kill
	if soak {
		cfg.Days, cfg.Records, cfg.Cells = 2, 60_000, 4
	}
	logs, truth := faultFleetOf(t, cfg)
	for i, step := range killSteps {
		for k, kills := range killed {
			for c, cond := range conditions {
				if soak || k == i%len(killed) && c == i%len(conditions) {
					t.Run(kills+" at "+step+" "+cond.name, func(t *testing.T) {
						t.Parallel()
						matrixCase(t, logs, truth, step, kills, cond)
					})
				}
			}
		}
	}
}

func matrixCase(t *testing.T, from string, truth fleet.Truth, step, kills string, cond condition) {
	logs, data := filepath.Join(t.TempDir(), "logs"), filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(logs, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	files := logFiles(t, logs)
	var env []string
	if cond.bad {
		env = append(env, faultBad+"=1")
	}
	if died := ingestChild(t, data, cond.before(t, logs, files), step, kills, env...); died == (kills == "engine") {
		t.Fatalf("the child died: %v", died)
	}
	if cond.after != nil {
		cond.after(t, logs, files)
	}
	l := open(t, data)
	noFaults(t, l)
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
	if err != nil || len(got.Failures) > 0 || got.Bad > 0 {
		t.Fatal(err, got.Failures, got.Bad)
	}
	if got.Records != got.Stored+got.Duplicates {
		t.Errorf("records %d, stored %d, duplicates %d", got.Records, got.Stored, got.Duplicates)
	}
	verify(t, l, truth)
	settled(t, l)
	if got, err = l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil || got.Stored != 0 || len(got.Failures) > 0 {
		t.Errorf("once more: stored %d, %v, %v", got.Stored, err, got.Failures)
	}
}

// TestKilledAgain: an owner that dies while it puts in order what another one left
// leaves no more behind than that one did.
func TestKilledAgain(t *testing.T) {
	t.Parallel()
	needEngine(t)
	logs, truth := faultFleet(t)
	data := filepath.Join(t.TempDir(), "data")
	ingestChild(t, data, logs, "staged:1", "owner")
	for _, step := range []string{"rebuild:1", "staged:1", "swapping:1", "swapped:1", "computed:1", "recomputed:2", "rebuilt:1"} {
		ingestChild(t, data, logs, step, "owner", faultOpening+"=1")
	}
	l := open(t, data)
	noFaults(t, l)
	if got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil || len(got.Failures) > 0 {
		t.Fatal(err, got.Failures)
	}
	verify(t, l, truth)
	settled(t, l)
}

// TestMatrixHasEveryStep: a step that is added to the code is added to the matrix.
func TestMatrixHasEveryStep(t *testing.T) {
	elsewhere := []string{
		"closed", "dropped", "dropped-noted", // TestKilledOverOldDays
		"set aside", "copied", "moved", // TestOrderByVerdictKilled, in store
	}
	named := regexp.MustCompile(`\.Step\("([^"]+)"\)`)
	found := map[string]bool{}
	for _, room := range []string{"pipeline", "store"} {
		files, err := filepath.Glob(filepath.Join("..", room, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(room, err)
		}
		for _, f := range files {
			for _, m := range named.FindAllSubmatch(read(t, f), -1) {
				found[string(m[1])] = true
			}
		}
	}
	if len(found) < 10 {
		t.Fatalf("only %d steps found", len(found))
	}
	for name := range found {
		if !slices.Contains(elsewhere, name) && !slices.ContainsFunc(killSteps, func(s string) bool { return strings.HasPrefix(s, name+":") }) {
			t.Errorf("step %q is in no test", name)
		}
	}
}
