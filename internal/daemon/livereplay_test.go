package daemon

import (
	"cmp"
	"context"
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

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/replay"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/state"
)

// TestLiveIsReplay protects the promise that what the shipped rules find does not depend
// on when records come: the logs of a fleet under attack, delivered interval by interval,
// end in the findings that one pass over all of it gives, number for number; so they do with
// hours that come late, files that come twice, a process that dies in between and a folder of
// last year taken in while they flow. What was found beside them, of silence before all,
// as long as the late records were missing, is withdrawn.
func TestLiveIsReplay(t *testing.T) {
	hosts, days, records, seeds := 20, 3, 20_000, uint64(1)
	if os.Getenv("WEIR_SOAK") != "" {
		hosts, days, records, seeds = 60, 14, 500_000, 3
	}
	for seed := range seeds {
		for _, late := range []bool{false, true} {
			t.Run(fmt.Sprintf("seed %d, late %t", seed, late), func(t *testing.T) {
				rng := rand.New(rand.NewPCG(seed, 8))
				portions, lists := fleetFiles(t, seed+1, hosts, days, records, day, late)
				rules, err := LoadRules(RuleSettings{Lists: lists})
				if err != nil {
					t.Fatal(err)
				}
				if late {
					for range 1 + len(portions)/10 {
						i, j := rng.IntN(len(portions)), rng.IntN(len(portions))
						portions[i], portions[j] = portions[j], portions[i]
					}
					yearOld, _ := fleetFiles(t, seed+101, 12, 2, 6_000, day.AddDate(-1, 0, 0), false)
					portions = slices.Insert(portions, len(portions)/2, slices.Concat(yearOld...))
				}
				l := open(t, filepath.Join(t.TempDir(), "data"))
				live, d := detectInto(t, l, rules)
				var f *replay.Follower
				starts := 0
				for _, files := range portions {
					if _, err := l.Ingest(t.Context(), files, nil, IntakeConfig{}, nil); err != nil {
						t.Fatal(err)
					}
					if f == nil || rng.IntN(6) == 0 { // it died, and goes on from what it had written down
						if f, err = replay.Follow(t.Context(), d.cfg); err != nil {
							t.Fatal(err)
						}
						starts++
					}
					if _, err := f.Step(t.Context(), false); err != nil {
						t.Fatal(err)
					}
				}
				if f.Settled().IsZero() {
					t.Fatal("nothing was settled")
				}
				if _, err := f.Step(t.Context(), true); err != nil {
					t.Fatal(err)
				}

				once, whole := detectInto(t, l, rules)
				whole.cfg.Lateness, whole.cfg.Snapshots = -1, nil
				if err := whole.CatchUp(t.Context(), true); err != nil {
					t.Fatal(err)
				}
				compareFindings(t, once, live)
				compareAlerts(t, once, live)
				if late && live.withdrawn == 0 {
					t.Error("late records explain nothing")
				}
				t.Logf("%d findings of %d rules in one pass over %d records; %d portions, %d starts, %d withdrawn", len(once.all), len(once.byRule()), whole.figures.Load().Rows, len(portions), starts, live.withdrawn)
			})
		}
	}
}

// compareFindings compares what one pass finds with what was found live and stands.
func compareFindings(t *testing.T, once, live *gathered) {
	t.Helper()
	if len(once.all) < 50 || len(once.byRule()) < 15 {
		t.Fatalf("%v in one pass", once.byRule())
	}
	for _, id := range once.ids() {
		if want, got := saysAll(once.all[id]), saysAll(live.all[id]); want != got {
			t.Errorf("one pass: %s\n    live: %s", want, got)
		}
	}
	for _, id := range live.ids() {
		if _, ok := once.all[id]; !ok {
			t.Errorf("only live: %s", saysAll(live.all[id]))
		}
	}
}

// compareAlerts compares the alerts and incidents that the findings of one pass make, in
// any order, with those that grew and were withdrawn as they came live.
func compareAlerts(t *testing.T, once, live *gathered) {
	t.Helper()
	want, got := once.alertsThatStand(t), live.alertsThatStand(t)
	for _, id := range slices.Sorted(maps.Keys(want)) {
		if want[id] != got[id] {
			t.Errorf("alert of one pass: %s\n              live: %s", want[id], got[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[id]; !ok {
			t.Errorf("alert only live: %s", got[id])
		}
	}
}

func (g *gathered) alertsThatStand(t *testing.T) map[string]string {
	t.Helper()
	list := map[string]string{}
	err := g.alerts.List(t.Context(), alert.Filter{}, func(a alert.Alert) error {
		d, err := g.alerts.Get(t.Context(), a.ID)
		if err == nil && d.Status != alert.Resolved {
			list[a.ID] = saysAll(a.Finding)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// saysAll is what a finding says, apart from when it was told.
func saysAll(f finding.Finding) string {
	if f.ID == "" {
		return "nothing"
	}
	f.Late, f.Found, f.Evidence.Count, f.Evidence.Exact = false, time.Time{}, 0, false
	return f.Text()
}

// gathered are the findings that stand, by id, with their newest numbers.
type gathered struct {
	all       map[string]finding.Finding
	withdrawn int
	alerts    *alert.Store
}

func (g *gathered) ids() []string {
	var ids []string
	for id := range g.all {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(g.all[a].Rule, g.all[b].Rule), g.all[a].Found.Compare(g.all[b].Found), cmp.Compare(a, b))
	})
	return ids
}

func (g *gathered) byRule() map[string]int {
	n := map[string]int{}
	for _, f := range g.all {
		n[f.Rule]++
	}
	return n
}

// detectInto returns what runs rules as a server does, with findings gathered as they
// come from the detectors.
func detectInto(t *testing.T, l *Lookup, rules []*rule.Rule) (*gathered, *Detection) {
	t.Helper()
	db, err := state.Open(filepath.Join(t.TempDir(), "alerts.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	g := &gathered{all: map[string]finding.Finding{}}
	if g.alerts, err = alert.Open(t.Context(), db, alert.Config{}); err != nil {
		t.Fatal(err)
	}
	d, err := l.detection(t.Context(), rules, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.cfg.Sink = func(ctx context.Context, found []finding.Finding) error {
		for _, f := range found {
			if old, ok := g.all[f.ID]; ok && !f.Whole {
				f = finding.Merge(old, f)
			}
			g.all[f.ID] = f
		}
		_, err := g.alerts.Apply(ctx, found...)
		return err
	}
	d.cfg.Withdraw = func(ctx context.Context, ids []string) error {
		for _, id := range ids {
			if _, ok := g.all[id]; ok {
				g.withdrawn++
			}
			delete(g.all, id)
		}
		_, err := g.alerts.Withdraw(ctx, ids...)
		return err
	}
	return g, d
}

// delivered is the time in the name of a file.
var delivered = regexp.MustCompile(`\d{8}T\d{4}Z`)

// fleetFiles makes the logs of a fleet under attack and returns the files by the interval
// in which they are delivered, and the lists that rules name. Late ones, and some come
// twice, are among them where that is wanted.
func fleetFiles(t *testing.T, seed uint64, hosts, days, records int, end time.Time, late bool) (portions [][]string, lists map[string]string) {
	t.Helper()
	dir := t.TempDir()
	cfg := DefaultFleetConfig()
	cfg.Out, cfg.Hosts, cfg.Days, cfg.Records, cfg.Seed, cfg.End = filepath.Join(dir, "logs"), hosts, days, records, seed, end
	cfg.Span, cfg.Late, cfg.Twice = 2*time.Hour, late, late
	if !late { // one of the attacks is that files come late
		var names []string
		for _, a := range FleetAttacks() {
			if a.Name != "log_health:late" {
				names = append(names, a.Name)
			}
		}
		cfg.Attacks = strings.Join(names, ",")
	}
	if _, err := GenFleet(t.Context(), cfg, nil); err != nil {
		t.Fatal(err)
	}
	at := map[string][]string{}
	err := filepath.WalkDir(cfg.Out, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			when := delivered.FindString(e.Name())
			at[when] = append(at[when], path)
		}
		return err
	})
	if err != nil || len(at) < 10 {
		t.Fatalf("%d intervals, %v", len(at), err)
	}
	for _, when := range slices.Sorted(maps.Keys(at)) {
		portions = append(portions, at[when])
	}
	lists = map[string]string{}
	entries, err := os.ReadDir(filepath.Join(dir, "lists"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		lists[strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))] = filepath.Join(dir, "lists", e.Name())
	}
	return portions, lists
}
