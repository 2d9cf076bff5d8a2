package alert

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

var noon = time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)

func host(id string) finding.Entity {
	return finding.Entity{Kind: finding.KindAddress, Network: "vpc-1", ID: id}
}

// found is a finding as detectors give them, count flows of it seen from at on.
func found(rule string, family finding.Family, e finding.Entity, at time.Time, count uint64) finding.Finding {
	window := at.Truncate(24 * time.Hour)
	last := at.Add(time.Duration(count) * time.Second)
	f := finding.Finding{
		ID: finding.ID(rule, e, window), Rule: rule, Family: family, Title: "Title of " + rule, Severity: finding.Medium, Score: 60,
		Entity: e, Window: window, FirstSeen: at, LastSeen: last, Found: at, Count: count,
		Why: fmt.Sprintf("%d of %s; usual are 0 to 3", count, rule), Usual: &finding.Range{High: 3},
		Evidence: finding.Evidence{Filter: "srcaddr:" + e.ID, Since: at, Until: last, Count: count, Exact: true},
	}
	if a, err := netip.ParseAddr(e.ID); err == nil {
		f.SrcAddr = a
	}
	return f
}

type fixture struct {
	*Store
	t   *testing.T
	now time.Time
}

func openAt(ctx context.Context, path string, cfg Config) (*Store, *state.DB, error) {
	db, err := state.Open(path)
	if err != nil {
		return nil, nil, err
	}
	s, err := Open(ctx, db, cfg)
	return s, db, err
}

func newFixture(t *testing.T, cfg Config) *fixture {
	t.Helper()
	f := &fixture{t: t, now: noon.Add(time.Hour)}
	cfg.Now = func() time.Time { return f.now }
	s, db, err := openAt(t.Context(), filepath.Join(t.TempDir(), "state.db"), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	f.Store = s
	return f
}

func (f *fixture) apply(list ...finding.Finding) Applied {
	f.t.Helper()
	done, err := f.Apply(f.t.Context(), list...)
	if err != nil {
		f.t.Fatal(err)
	}
	return done
}

func (f *fixture) list(filter Filter) (list []Alert) {
	f.t.Helper()
	err := f.List(f.t.Context(), filter, func(a Alert) error {
		list = append(list, a)
		return nil
	})
	if err != nil {
		f.t.Fatal(err)
	}
	return list
}

func (f *fixture) only() Alert {
	f.t.Helper()
	list := f.list(Filter{})
	if len(list) != 1 {
		f.t.Fatalf("%d alerts, want 1: %v", len(list), list)
	}
	return list[0]
}

func kinds(done Applied) (out []Kind) {
	for _, c := range done.Changes {
		out = append(out, c.Kind)
	}
	return out
}

// TestApply: a finding that comes again with larger numbers raises those of its alert,
// the same or smaller ones change nothing, and nothing is told of twice.
func TestApply(t *testing.T) {
	f := newFixture(t, Config{})
	first := found("scan", finding.Scan, host("10.0.0.5"), noon, 12)
	done := f.apply(first)
	if len(done.New) != 1 || !slices.Equal(kinds(done), []Kind{Fired}) {
		t.Errorf("first: %+v", done)
	}
	for _, again := range []finding.Finding{first, found("scan", finding.Scan, host("10.0.0.5"), noon, 10)} {
		if done := f.apply(again); len(done.New)+len(done.Grown)+len(done.Changes) != 0 {
			t.Errorf("the same again: %+v", done)
		}
	}
	done = f.apply(found("scan", finding.Scan, host("10.0.0.5"), noon, 40), first)
	if len(done.New) != 0 || len(done.Grown) != 1 || len(done.Changes) != 0 {
		t.Errorf("larger: %+v", done)
	}
	a := f.only()
	if a.Count != 40 || !a.LastSeen.Equal(noon.Add(40*time.Second)) || a.Why != "40 of scan; usual are 0 to 3" || a.Evidence.Count != 40 || a.Status != Firing {
		t.Errorf("alert %+v", a)
	}
}

// TestGrouping: findings of one family about one entity in one interval are one alert,
// which speaks with the worst of them; another entity, family or interval is another.
// Weak findings make none.
func TestGrouping(t *testing.T) {
	f := newFixture(t, Config{Incidents: IncidentConfig{Off: true}})
	telnet, smb := found("telnet", finding.ForbiddenPort, host("10.0.0.5"), noon, 3), found("smb", finding.ForbiddenPort, host("10.0.0.5"), noon.Add(-time.Hour), 9)
	smb.Severity, smb.Page = finding.High, true
	weak := found("weak", finding.NewDestination, host("10.0.0.5"), noon, 1)
	weak.Weak = true
	f.apply(telnet)
	before := f.only()
	done := f.apply(smb, weak)
	a := f.only()
	if a.ID != before.ID || a.Rule != "smb" || a.Count != 9 || !a.Page || !a.FirstSeen.Equal(noon.Add(-time.Hour)) || !a.LastSeen.Equal(noon.Add(3*time.Second)) {
		t.Errorf("alert %+v", a)
	}
	if !slices.Equal(kinds(done), []Kind{Fired}) {
		t.Errorf("it got worse, and %v was told", kinds(done))
	}
	if diff := cmp.Diff(f.list(Filter{}), Of([]finding.Finding{weak, smb, telnet, smb}), cmp.Comparer(func(a, b netip.Addr) bool { return a == b })); diff != "" {
		t.Errorf("stored (-) and made at once (+):\n%s", diff)
	}
	d, err := f.Get(t.Context(), a.ID[:6])
	if err != nil || len(d.Findings) != 2 {
		t.Errorf("detail %+v, %v", d, err)
	}
	f.apply(found("telnet", finding.ForbiddenPort, host("10.0.0.5"), noon.Add(24*time.Hour), 1),
		found("telnet", finding.ForbiddenPort, host("10.0.0.6"), noon, 1), found("scan", finding.Scan, host("10.0.0.5"), noon, 1))
	if n := len(f.list(Filter{})); n != 4 {
		t.Errorf("%d alerts, want 4", n)
	}
	if n := len(f.list(Filter{Rules: []string{"telnet"}})); n != 3 {
		t.Errorf("%d alerts have findings of telnet, want 3", n)
	}
}

// randomFindings are findings that grow, are given twice, and combine to incidents.
func randomFindings(r *rand.Rand, n int) (list []finding.Finding) {
	families := []finding.Family{finding.Scan, finding.NewEdge, finding.C2, finding.Exfil, finding.Guess}
	for range n {
		family := families[r.IntN(len(families))]
		e := host(fmt.Sprintf("10.0.0.%d", r.IntN(12)))
		at := noon.Add(time.Duration(r.IntN(10*24)) * time.Hour)
		f := found(string(family), family, e, at, uint64(1+r.IntN(50)))
		f.Weak = family == finding.NewEdge
		f.Severity = finding.Severity(r.IntN(5))
		f.Score = 20 * (1 + int(f.Severity))
		if r.IntN(3) == 0 {
			f.Touches = []finding.Entity{host(fmt.Sprintf("10.0.0.%d", r.IntN(12)))}
		}
		f.Exposure = family == finding.Guess && r.IntN(2) == 0
		list = append(list, f)
	}
	return list
}

// TestAnyOrder: whatever the order and the portions in which findings come, the alerts
// and incidents in the end are the same, and the same as made at once.
func TestAnyOrder(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 1))
		list := randomFindings(r, 150)
		want := slices.Clone(Of(list))
		for _, i := range Incidents(list, IncidentConfig{}) {
			want = append(want, New(i.Finding))
		}
		if len(want) < 20 {
			t.Fatalf("only %d alerts", len(want))
		}
		for range 2 {
			r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			f := newFixture(t, Config{})
			for rest := list; len(rest) > 0; {
				n := min(len(rest), 1+r.IntN(20))
				f.apply(rest[:n]...)
				rest = rest[n:]
			}
			got := f.list(Filter{Statuses: []Status{Firing}})
			byID := func(a, b Alert) int { return strings.Compare(a.ID, b.ID) }
			slices.SortFunc(got, byID)
			slices.SortFunc(want, byID)
			if diff := cmp.Diff(lines(t, want), lines(t, got)); diff != "" {
				t.Fatalf("seed %d: at once (-), stored (+):\n%s", seed, diff)
			}
		}
	}
}

func lines(t *testing.T, list []Alert) (out []string) {
	t.Helper()
	for _, a := range list {
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

// TestLife: what people say holds while findings grow, until the alert gets worse,
// goes on after it was mended, or the state that it tells of changes.
func TestLife(t *testing.T) {
	ctx := t.Context()
	f := newFixture(t, Config{})
	at := func(count uint64) finding.Finding { return found("scan", finding.Scan, host("10.0.0.5"), noon, count) }
	f.apply(at(10))
	id := f.only().ID
	status := func(want Status, v Verdict) {
		t.Helper()
		if a := f.only(); a.Status != want || a.Verdict != v {
			t.Errorf("status %s, verdict %q; want %s, %q", a.Status, a.Verdict, want, v)
		}
	}
	try := func(a Alert, err error) {
		t.Helper()
		if err != nil || a.ID != id {
			t.Errorf("%v, %v", a.ID, err)
		}
	}

	try(f.Acknowledge(ctx, id, "ann"))
	try(f.Acknowledge(ctx, id[:8], "ann"))
	f.apply(at(20))
	status(Acknowledged, NoVerdict)
	worse := at(30)
	worse.Severity, worse.Page = finding.High, true
	if done := f.apply(worse); !slices.Equal(kinds(done), []Kind{Fired}) {
		t.Errorf("worse: %v", kinds(done))
	}
	status(Firing, NoVerdict)

	grow := func(count uint64) finding.Finding {
		g := worse
		g.Count, g.LastSeen = count, noon.Add(time.Duration(count)*time.Second)
		return g
	}
	try(f.Resolve(ctx, id, "ann", TruePositive))
	f.apply(grow(40)) // 13:00 is when it was resolved; this was before
	status(Resolved, TruePositive)
	if done := f.apply(grow(2 * 3600)); !slices.Equal(kinds(done), []Kind{Fired}) {
		t.Errorf("goes on: %v", kinds(done))
	}
	status(Firing, TruePositive)
	try(f.Resolve(ctx, id, "bob", Benign))
	f.apply(grow(3 * 3600))
	status(Resolved, Benign)
	try(f.Resolve(ctx, id, "bob", FalsePositive))
	status(Resolved, FalsePositive)
	if _, err := f.Acknowledge(ctx, id, "bob"); !errors.Is(err, ErrOver) {
		t.Errorf("acknowledge what is resolved: %v", err)
	}
	if _, err := f.Resolve(ctx, "zzzzzzzz", "bob", Benign); !errors.Is(err, ErrUnknown) {
		t.Errorf("resolve nothing: %v", err)
	}
	if _, err := f.Resolve(ctx, id, " ", Benign); !errors.Is(err, ErrIncomplete) {
		t.Errorf("resolve by nobody: %v", err)
	}
	try(f.AddNote(ctx, id, "bob", "the backup host\nof team x"))
	d, err := f.Get(ctx, id)
	if err != nil || len(d.Notes) != 1 || d.StatusBy != "bob" {
		t.Errorf("%+v, %v", d, err)
	}
	var actions []string
	err = f.Audit(ctx, id, func(e Entry) error {
		actions = append(actions, e.Who+" "+e.Action)
		return nil
	})
	want := []string{"ann acknowledge", "weir fire", "ann resolve", "weir fire", "bob resolve", "bob judge", "bob note"}
	if diff := cmp.Diff(want, actions); diff != "" || err != nil {
		t.Errorf("audit (-want +got):\n%s%v", diff, err)
	}
}

// TestState: a finding that tells of a state ends its alert when the state does, and
// raises it again when it is back. What came before cannot end or raise it.
func TestState(t *testing.T) {
	f := newFixture(t, Config{})
	at := func(minutes int, resolved bool) finding.Finding {
		g := found("silent", finding.LogHealth, host("10.0.0.5"), noon, 1)
		g.LastSeen, g.Resolved = noon.Add(time.Duration(minutes)*time.Minute), resolved
		return g
	}
	for _, step := range []struct {
		give finding.Finding
		want Status
		told []Kind
	}{
		{at(1, false), Firing, []Kind{Fired}},
		{at(5, true), Resolved, []Kind{WasSolved}},
		{at(4, false), Resolved, nil},
		{at(9, false), Firing, []Kind{Fired}},
		{at(5, true), Firing, nil},
	} {
		done := f.apply(step.give)
		if a := f.only(); a.Status != step.want || !slices.Equal(kinds(done), step.told) {
			t.Errorf("at %s: %s and told %v; want %s, %v", step.give.LastSeen, a.Status, kinds(done), step.want, step.told)
		}
	}
}

// TestDryRun: a rule that is only tried raises nothing that anybody is told of.
func TestDryRun(t *testing.T) {
	dry := true
	f := newFixture(t, Config{DryRun: func(string) bool { return dry }})
	g := found("scan", finding.Scan, host("10.0.0.5"), noon, 10)
	if done := f.apply(g); len(done.Changes) != 0 || f.only().Status != Pending {
		t.Errorf("%+v", done)
	}
	dry = false
	if done := f.apply(found("scan", finding.Scan, host("10.0.0.5"), noon, 11)); len(done.Changes) != 1 || f.only().Status != Firing {
		t.Errorf("%+v", done)
	}
}

// TestQuiet: alerts that nothing is added to end by themselves where that is wanted.
func TestQuiet(t *testing.T) {
	f := newFixture(t, Config{ResolveAfter: 48 * time.Hour})
	f.apply(found("scan", finding.Scan, host("10.0.0.5"), noon, 10))
	tick := func(want ...Kind) {
		t.Helper()
		changes, err := f.Tick(t.Context())
		if err != nil || !slices.Equal(kinds(Applied{Changes: changes}), want) {
			t.Errorf("told %v, %v; want %v", changes, err, want)
		}
	}
	tick()
	f.apply(found("scan", finding.Scan, host("10.0.0.6"), noon.Add(72*time.Hour), 10))
	tick(WasSolved)
	tick()
	if got := f.list(Filter{Statuses: []Status{Firing}}); len(got) != 1 || got[0].Entity.ID != "10.0.0.6" {
		t.Errorf("%v", got)
	}
}

// TestForget: old noise goes, with its findings, and so do old weak findings; what is
// more than noise, or was judged or written about, stays.
func TestForget(t *testing.T) {
	f := newFixture(t, Config{})
	old := noon.Add(-DefaultKeepNoise - 48*time.Hour)
	noise := func(id string, at time.Time) finding.Finding {
		g := found("probe", finding.Probe, host(id), at, 1)
		g.Exposure = true
		return g
	}
	weak := found("edge", finding.NewEdge, host("10.0.0.9"), old, 1)
	weak.Weak = true
	f.apply(noise("10.0.0.1", old), noise("10.0.0.2", old), noise("10.0.0.3", old), noise("10.0.0.4", noon), found("scan", finding.Scan, host("10.0.0.5"), old, 1), weak)
	entity := func(id string) string { return f.list(Filter{Entity: id})[0].ID }
	if _, err := f.Resolve(t.Context(), entity("10.0.0.2"), "ann", TruePositive); err != nil {
		t.Fatal(err)
	}
	if _, err := f.AddNote(t.Context(), entity("10.0.0.3"), "ann", "look again"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, a := range f.list(Filter{}) {
		left = append(left, a.Entity.ID)
	}
	slices.Sort(left)
	if want := []string{"10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"}; !slices.Equal(left, want) {
		t.Errorf("left are %v, want %v", left, want)
	}
	n := 0
	err := f.db.View(t.Context(), func(tx *state.Tx) error { return tx.Row(`SELECT COUNT(*) FROM findings`, nil, &n) })
	if n != 4 || err != nil {
		t.Errorf("%d findings are left, %v", n, err)
	}
}

// TestChangedFails: what is to be told is written with the alert or not at all.
func TestChangedFails(t *testing.T) {
	refuse := errors.New("no")
	f := newFixture(t, Config{Changed: func(*state.Tx, []Change) error { return refuse }})
	_, err := f.Apply(t.Context(), found("scan", finding.Scan, host("10.0.0.5"), noon, 10))
	if !errors.Is(err, refuse) || len(f.list(Filter{})) != 0 {
		t.Errorf("%v, %v", err, f.list(Filter{}))
	}
}

// TestMain lets a test run this binary again as a process that takes findings in until
// it is killed.
func TestMain(m *testing.M) {
	path := os.Getenv("WEIR_TEST_STATE")
	if path == "" {
		os.Exit(m.Run())
	}
	s, _, err := openAt(context.Background(), path, Config{})
	for i := 0; err == nil; i++ {
		list := childFindings()
		_, err = s.Apply(context.Background(), list[i%len(list)], list[(i*7+1)%len(list)])
		fmt.Println(i)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func childFindings() []finding.Finding { return randomFindings(rand.New(rand.NewPCG(5, 5)), 120) }

// TestKill: processes that are killed at any moment leave nothing half done: what the
// last one completes is what one process would have made.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	r := rand.New(rand.NewPCG(1, 2))
	for range 6 {
		cmd := exec.Command(os.Args[0])
		cmd.Env, cmd.Stderr = append(os.Environ(), "WEIR_TEST_STATE="+path), os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for n := 3 + r.IntN(20); n > 0 && lines.Scan(); n-- {
		}
		time.Sleep(time.Duration(r.IntN(2000)) * time.Microsecond) // somewhere within a transaction
		_ = cmd.Process.Signal(syscall.SIGKILL)
		_ = cmd.Wait()
	}
	s, db, err := openAt(t.Context(), path, Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	f := &fixture{Store: s, t: t}
	if n := len(f.list(Filter{})); n == 0 {
		t.Fatal("the processes did nothing")
	}
	want := newFixture(t, Config{})
	list := childFindings()
	f.apply(list...)
	want.apply(list...)
	if diff := cmp.Diff(lines(t, want.list(Filter{Statuses: []Status{Firing}})), lines(t, f.list(Filter{Statuses: []Status{Firing}}))); diff != "" {
		t.Errorf("one process (-), killed ones (+):\n%s", diff)
	}
}

// TestDryRunBesideOthers: what a rule in dry run finds changes nothing of an alert that
// other rules make: neither its severity nor whom it wakes.
func TestDryRunBesideOthers(t *testing.T) {
	f := newFixture(t, Config{DryRun: func(rule string) bool { return rule == "tried" }})
	f.apply(found("scan", finding.Scan, host("10.0.0.5"), noon, 10))
	worse := found("tried", finding.Scan, host("10.0.0.5"), noon, 20)
	worse.Severity, worse.Page = finding.Critical, true
	if done := f.apply(worse); len(done.Changes) != 0 || f.only().Status != Firing || f.only().Severity != finding.Medium || f.only().Page {
		t.Errorf("%+v: %+v", done, f.only())
	}
	alone := worse
	alone.Entity = host("10.0.0.6")
	alone.ID = finding.ID(alone.Rule, alone.Entity, alone.Window)
	f.apply(alone)
	if got := f.list(Filter{Statuses: []Status{Pending}}); len(got) != 1 || got[0].Page || got[0].Severity != finding.Critical {
		t.Errorf("%+v", got)
	}
}

// TestOverlap: a finding overlaps with those of other rules about the same entity in
// the same hour, whatever else they touch; its own rule, weak ones and other hours do not
// count.
func TestOverlap(t *testing.T) {
	f := newFixture(t, Config{})
	weak := found("weak", finding.Surge, host("10.0.0.5"), noon, 1)
	weak.Weak = true
	pair := found("guess", finding.Guess, finding.Entity{Kind: finding.KindPair, Network: "vpc-1", ID: "10.0.0.5 > 10.0.0.9"}, noon.Add(10*time.Minute), 1)
	f.apply(found("scan", finding.Scan, host("10.0.0.5"), noon, 1), pair, weak,
		found("scan", finding.Scan, host("10.0.0.6"), noon, 1), found("own", finding.Beacon, host("10.0.0.7"), noon, 1))
	mine := []finding.Finding{
		found("own", finding.Beacon, host("10.0.0.5"), noon.Add(50*time.Minute), 1),
		found("own", finding.Beacon, host("10.0.0.6"), noon.Add(time.Hour), 1),
		found("own", finding.Beacon, host("10.0.0.7"), noon, 1),
	}
	got, err := f.Overlap(t.Context(), "own", mine, noon, noon.Add(time.Hour))
	want := Overlap{Others: 3, Shared: 1, ByRule: map[string]int{"scan": 1, "guess": 1}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestReopen: what ended fires again by hand, those who heard of its end hear so, and
// the verdict goes.
func TestReopen(t *testing.T) {
	ctx := t.Context()
	var told []Kind
	f := newFixture(t, Config{Changed: func(_ *state.Tx, list []Change) error {
		for _, c := range list {
			told = append(told, c.Kind)
		}
		return nil
	}})
	f.apply(found("scan", finding.Scan, host("10.0.5.1"), noon, 10))
	id := f.only().ID
	if _, err := f.Resolve(ctx, id, "ann", Benign); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time nothing happens
		a, err := f.Reopen(ctx, id, "bob")
		if err != nil || a.Status != Firing || a.Verdict != NoVerdict {
			t.Errorf("%+v, %v", a, err)
		}
	}
	if want := []Kind{Fired, WasSolved, Fired}; !slices.Equal(told, want) {
		t.Errorf("told of %v, want %v", told, want)
	}
	var acts []string
	err := f.Audit(ctx, id, func(e Entry) error {
		acts = append(acts, e.Who+" "+e.Action)
		return nil
	})
	if err != nil || !slices.Equal(acts, []string{"ann resolve", "bob reopen"}) {
		t.Errorf("%v, %v", acts, err)
	}
}
