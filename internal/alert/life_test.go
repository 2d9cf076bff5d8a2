package alert

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

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
