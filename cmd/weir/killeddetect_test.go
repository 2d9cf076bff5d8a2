package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/engine/enginetest"
)

// TestDetectionKilled: a server that runs the shipped rules over the logs of a fleet under
// attack is killed with signal 9 again and again, at whatever it does, while files come. In
// the end there is every alert that a run gives which nobody disturbs, once, with the same
// numbers, and no other that stands: what was raised beside them while records were missing
// is withdrawn, and says so.
func TestDetectionKilled(t *testing.T) {
	t.Parallel()
	enginetest.Library(t)
	days, records, kills := 1, 10_000, 3
	if os.Getenv("WEIR_SOAK") != "" {
		days, records, kills = 5, 300_000, 25
	}
	dir := t.TempDir()
	cfg := daemon.DefaultFleetConfig()
	cfg.Out, cfg.Hosts, cfg.Days, cfg.Records, cfg.Seed, cfg.End = filepath.Join(dir, "logs"), 20, days, records, 3, time.Date(2026, 3, 10, 15, 0, 0, 0, time.UTC)
	cfg.Span = 2 * time.Hour
	cfg.Attacks = "scan,probe,guess,guess_success,flood_in,flood_out,beacon,c2,exfil,lateral,forbidden_port,reject_surge,short_connections,packets_lost"
	if _, err := daemon.GenFleet(t.Context(), cfg, nil); err != nil {
		t.Fatal(err)
	}
	delivered := regexp.MustCompile(`\d{8}T\d{4}Z`)
	at := map[string][]string{}
	err := filepath.WalkDir(cfg.Out, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			when := delivered.FindString(e.Name())
			at[when] = append(at[when], path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(dir, "whole")
	mustWeir(t, whole, "ingest", cfg.Out)
	want := alertsOf(t, whole)
	if len(want) < 20 {
		t.Fatalf("%d alerts in a run that nobody disturbs", len(want))
	}

	rng := rand.New(rand.NewPCG(uint64(days), 4))
	data, watched := filepath.Join(dir, "data"), filepath.Join(dir, "watched")
	if err := os.Mkdir(watched, 0o700); err != nil {
		t.Fatal(err)
	}
	times := slices.Sorted(maps.Keys(at))
	s := serveWeir(t, data, watched)
	for i, when := range times {
		put(t, watched, at[when]...)
		if n := len(times) / kills; i%max(1, n) == 0 {
			time.Sleep(time.Duration(rng.IntN(4000)) * time.Millisecond) // any moment will do
			kill(s.cmd)
			s = serveWeir(t, data, watched)
		}
	}
	mustWeir(t, data, "ingest", cfg.Out) // what the server has not taken in yet, it has soon
	s.stop(t)
	mustWeir(t, data, "ingest", cfg.Out) // nothing new; time is let run to its end
	got := alertsOf(t, data)
	for id, text := range want {
		if got[id] != text {
			t.Errorf("undisturbed: %s\n   killed: %s", text, got[id])
		}
	}
	more := 0
	for id, text := range got {
		if want[id] != "" {
			continue
		}
		if more++; !strings.Contains(text, " Status:resolved ") || !strings.Contains(mustWeir(t, data, "alerts", "show", id, "--json"), "late records explain it") {
			t.Errorf("raised while records were missing, and not withdrawn: %s", text)
		}
	}
	t.Logf("%d alerts, %d more that are withdrawn", len(want), more)
}

// alertsOf returns what the alerts of a data directory say, by id.
func alertsOf(t *testing.T, data string) map[string]string {
	t.Helper()
	list := map[string]string{}
	for line := range strings.Lines(mustWeir(t, data, "alerts", "list", "--json", "--limit", "0")) {
		var a struct {
			ID, Rule, Why, Severity, Status string
			FirstSeen                       string `json:"first_seen"`
			LastSeen                        string `json:"last_seen"`
			Entity                          any
			Count, Score                    int
			Page, Exposure                  bool
			Evidence                        any
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if list[a.ID] != "" {
			t.Errorf("alert %s is there twice", a.ID)
		}
		list[a.ID] = fmt.Sprintf("%+v", a)
	}
	return list
}
