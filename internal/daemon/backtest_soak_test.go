package daemon

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/engine"
)

// stored fills a data directory with the traffic of a fleet: one day is made and taken
// in, and the engine copies it to the days behind, which is fast. Attacks come every day.
func stored(t *testing.T, data string, hosts, days, perDay int) (l *Lookup, records uint64) {
	t.Helper()
	l = open(t, data)
	count := func() uint64 {
		n, err := l.countRows(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(); n > 0 { // of an earlier run
		return l, n
	}
	logs := filepath.Join(t.TempDir(), "logs")
	cfg := DefaultFleetConfig()
	cfg.Out, cfg.Hosts, cfg.Days, cfg.Records, cfg.Seed, cfg.End = logs, hosts, 1, perDay, 5, day
	cfg.Attacks = "scan,guess,guess_success,beacon,flood_in,reject_surge,forbidden_port"
	if _, err := GenFleet(t.Context(), cfg, nil); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Ingest(t.Context(), []string{logs}, nil, IntakeConfig{}, nil); err != nil || len(got.Failures) > 0 {
		t.Fatal(err, got.Failures)
	}
	os.RemoveAll(logs)
	flows := l.Store.Database() + ".flows"
	for n := 1; n < days; n++ {
		sql := fmt.Sprintf("INSERT INTO %s SELECT * REPLACE (start + toIntervalDay(%d) AS start) FROM (SELECT * FROM %s WHERE start < toDateTime('%s', 'UTC'))",
			flows, n, flows, day.Format(time.DateTime))
		if _, err := l.conn.Exec(t.Context(), sql, engine.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	return l, count()
}

// TestBacktestSoak goes over 100 million stored records with rules of every mechanism: a
// selective rule, whose filter the store carries out, takes less than 10 s, one that looks at
// all records less than 60 s. It is part of make soak; without it a smaller one runs, which
// protects that both ways give the findings that they should.
func TestBacktestSoak(t *testing.T) {
	hosts, days, perDay := 100, 10, 100_000
	if os.Getenv("WEIR_SOAK") != "" {
		hosts, days, perDay = 500, 20, 5_000_000
	}
	data := filepath.Join(t.TempDir(), "data")
	if dir := os.Getenv("WEIR_SOAK_DATA"); dir != "" { // kept for the next run
		data = dir
	}
	l, records := stored(t, data, hosts, days, perDay)
	all := filepath.Join(t.TempDir(), "all.yaml")
	if err := os.WriteFile(all, []byte(everyFlow), 0o600); err != nil {
		t.Fatal(err)
	}
	tries := []struct {
		rule      string
		selective bool
	}{
		{"admin-inbound", true}, {"cleartext", true}, {"forbidden-port", false}, {all, false}, {"short-connections", false}, {"scan-inbound", false}, {"guess-inbound", false}, {"beacon", false},
		{"new-edge", false}, {"surge-flows", false}, {"flood-in", false}, {"log-silent", false},
	}
	if only := os.Getenv("WEIR_SOAK_RULES"); only != "" {
		tries = tries[:0]
		for r := range strings.FieldsSeq(only) {
			tries = append(tries, struct {
				rule      string
				selective bool
			}{rule: r})
		}
	}
	if os.Getenv("WEIR_SOAK") == "" { // one of each mechanism and way of reading will do
		tries = slices.DeleteFunc(tries, func(try struct {
			rule      string
			selective bool
		}) bool {
			return slices.Contains([]string{"cleartext", "short-connections", "guess-inbound", "flood-in"}, try.rule)
		})
	}
	for _, try := range tries {
		name := strings.TrimSuffix(filepath.Base(try.rule), ".yaml")
		t.Run(name, func(t *testing.T) {
			c := Try{ID: try.rule}
			if filepath.IsAbs(try.rule) {
				c = Try{File: try.rule}
			}
			own, engine := cpuOf(t, os.Getpid()), cpuOf(t, l.Engine().Pid())
			got, err := l.Backtest(t.Context(), c)
			if err != nil {
				t.Fatal(err)
			}
			s := got[0].Summary
			t.Logf("%s: %.1f s over %d records (%.0f s of CPU, %.0f s in the engine), %d looked at, pushed down %t, %d findings, %d MB of state, %d evicted",
				name, s.Seconds, records, (cpuOf(t, os.Getpid()) - own).Seconds(), (cpuOf(t, l.Engine().Pid()) - engine).Seconds(), s.Rows, s.Pushed, s.Findings, s.State>>20, s.Evicted)
			if limit := 60.0; os.Getenv("WEIR_SOAK") != "" && (s.Seconds > limit || try.selective && s.Seconds > 10) {
				t.Errorf("it took %.1f s", s.Seconds)
			}
		})
	}
}

// everyFlow looks at all records.
const everyFlow = `title: Many flows of a source
id: many-flows
level: low
weir:
  family: surge
  filter: "*"
  entity: source
  window: 10m
  threshold: 100000
`

// cpuOf is the CPU time that a process has used, proc_pid_stat(5).
func cpuOf(t *testing.T, pid int) time.Duration {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	var user, system int64
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		t.Fatal(err)
	}
	return time.Duration(user+system) * (time.Second / 100) // USER_HZ
}
