package daemon

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/fleet"
	"github.com/weir-flow/weir/internal/store"
)

// TestSoak takes 50 million version 5 records in, with a day compared roll-up by
// roll-up at the end: totals equal the truth, and memory stays bounded. It is
// part of make soak; without it a smaller one runs.
func TestSoak(t *testing.T) {
	records := 200_000
	if os.Getenv("WEIR_SOAK") != "" {
		records = 50_000_000
		if n, err := strconv.Atoi(os.Getenv("WEIR_SOAK_RECORDS")); err == nil {
			records = n
		}
	}
	cfg := fleet.VolumeConfig(records, day)
	if records > 10_000_000 {
		cfg.Days = 5
	}
	logs := filepath.Join(t.TempDir(), "logs")
	truth, err := fleet.Write(t.Context(), logs, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	LimitMemory()
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil { // proc_pid_clear_refs(5): the peak starts anew
		t.Log("peak memory includes that of making the logs: ", err)
	}
	l := open(t, filepath.Join(t.TempDir(), "data"))
	began := time.Now()
	got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil)
	if err != nil || len(got.Failures) > 0 || got.Stored != truth.Records.Total {
		t.Fatalf("stored %d of %d, %v, %v", got.Stored, truth.Records.Total, err, got.Failures)
	}
	took := time.Since(began)
	ours := peakMemory(t, os.Getpid())
	verify(t, l, truth)
	usage, err := l.Store.Usage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var bytes uint64
	var newest store.Day
	for _, u := range usage {
		bytes += u.Bytes
		newest = max(newest, u.Day)
	}
	if differences, err := l.Store.CheckDay(t.Context(), newest); err != nil || len(differences) > 0 {
		t.Errorf("roll-ups of %s differ from its rows: %v, %v", newest, differences, err)
	}
	engine := peakMemory(t, l.Engine().Pid())
	t.Logf("%d records in %.1f s, %.0f k/s; %.1f bytes a record with all roll-ups, before the last merges; peak memory %d MB and %d MB in the engine",
		got.Stored, took.Seconds(), float64(got.Stored)/took.Seconds()/1000, float64(bytes)/float64(got.Stored), ours>>20, engine>>20)
	if limit := int64(1 << 30); ours > limit {
		t.Errorf("peak memory %d MB", ours>>20)
	}
}

// peakMemory is the largest resident set a process had, in bytes.
func peakMemory(t *testing.T, pid int) int64 {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(kb), "kB")), 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return n << 10
		}
	}
	return 0
}
