package alert

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"path/filepath"
	"slices"
	"strings"
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
