package alert

import (
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

func (f *fixture) withdraw(ids ...string) Applied {
	f.t.Helper()
	done, err := f.Withdraw(f.t.Context(), ids...)
	if err != nil {
		f.t.Fatal(err)
	}
	return done
}

func (f *fixture) notes(id string) (texts []string) {
	f.t.Helper()
	d, err := f.Get(f.t.Context(), id)
	if err != nil {
		f.t.Fatal(err)
	}
	for _, n := range d.Notes {
		texts = append(texts, n.Who+": "+n.Text)
	}
	return texts
}

func (f *fixture) audited(id string) (actions []string) {
	f.t.Helper()
	err := f.Audit(f.t.Context(), id, func(e Entry) error {
		actions = append(actions, e.Who+" "+e.Action+" "+string(e.After))
		return nil
	})
	if err != nil {
		f.t.Fatal(err)
	}
	return actions
}

// TestWithdraw protects that nothing is withdrawn silently: an alert that late records
// explain is resolved once, told of, written down and still found; and it fires again
// with the numbers of then when the finding comes back.
func TestWithdraw(t *testing.T) {
	f := newFixture(t, Config{})
	silent := found("log-silent", finding.LogHealth, host("10.0.0.5"), noon, 40)
	silent.Page = true
	f.apply(silent)

	done := f.withdraw(silent.ID, "unknown")
	if got := kinds(done); len(got) != 1 || got[0] != WasSolved {
		t.Errorf("told of %v, want one resolve", got)
	}
	if again := f.withdraw(silent.ID); len(again.Changes) != 0 {
		t.Errorf("withdrawn twice: %+v", again)
	}
	a := f.only()
	if a.Status != Resolved || a.Count != 40 {
		t.Errorf("%s with count %d, want resolved as it was", a.Status, a.Count)
	}
	if n := f.notes(a.ID); len(n) != 1 || !strings.HasPrefix(n[0], Self+": late records explain it: ") || !strings.Contains(n[0], silent.Why) {
		t.Errorf("notes %q", n)
	}
	log := strings.Join(f.audited(a.ID), "\n")
	if strings.Count(log, Self+" resolve") != 1 || !strings.Contains(log, `"how":"withdrawn"`) || !strings.Contains(log, Self+" note") {
		t.Errorf("audit:\n%s", log)
	}
	if len(f.list(Filter{Text: "log-silent", Rules: []string{"log-silent"}})) != 1 {
		t.Error("what was withdrawn is not found any more")
	}

	back := found("log-silent", finding.LogHealth, host("10.0.0.5"), noon, 8)
	if got := kinds(f.apply(back)); len(got) != 1 || got[0] != Fired {
		t.Errorf("back: told of %v, want that it fires", got)
	}
	if a := f.only(); a.Status != Firing || a.Count != 8 {
		t.Errorf("back: %s with count %d, want firing with 8", a.Status, a.Count)
	}
}

// TestWithdrawPart: an alert that other findings still hold goes on with their numbers,
// and says what it lost; what a person has resolved stays so.
func TestWithdrawPart(t *testing.T) {
	f := newFixture(t, Config{Incidents: IncidentConfig{Off: true}})
	worst := found("scan-fast", finding.Scan, host("10.0.0.5"), noon, 40)
	worst.Severity = finding.High
	rest := found("scan-slow", finding.Scan, host("10.0.0.5"), noon.Add(time.Minute), 12)
	f.apply(worst, rest)
	if done := f.withdraw(worst.ID); len(done.Changes) != 0 {
		t.Errorf("told of %v", kinds(done))
	}
	a := f.only()
	if a.Status != Firing || a.Rule != "scan-slow" || a.Count != 12 || a.Severity != finding.Medium {
		t.Errorf("%s, %s %s with count %d", a.Status, a.Severity, a.Rule, a.Count)
	}
	if n := f.notes(a.ID); len(n) != 1 || !strings.Contains(n[0], "scan-fast") {
		t.Errorf("notes %q", n)
	}
	if _, err := f.Resolve(t.Context(), a.ID, "ann", TruePositive); err != nil {
		t.Fatal(err)
	}
	f.withdraw(rest.ID)
	d, err := f.Get(t.Context(), a.ID)
	if err != nil || d.Status != Resolved || d.Verdict != TruePositive || d.StatusBy != "ann" || len(d.Notes) != 2 || len(d.Findings) != 2 {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestWithdrawIncident: an incident does not outlive what it was made of, and is no
// earlier than what stands.
func TestWithdrawIncident(t *testing.T) {
	f := newFixture(t, Config{})
	var ids []string
	for i, family := range []finding.Family{finding.Scan, finding.Guess, finding.Exfil} {
		n := found(string(family), family, host("10.0.0.5"), noon.Add(time.Duration(i)*time.Minute), 20)
		n.Score = 90
		ids = append(ids, n.ID)
		f.apply(n)
	}
	of := Filter{Families: []finding.Family{finding.Incident}, Statuses: []Status{Firing}}
	if n := len(f.list(of)); n != 1 {
		t.Fatalf("%d incidents, want 1", n)
	}
	id := f.list(of)[0].ID
	f.withdraw(ids[1:]...)
	if n := len(f.list(of)); n != 0 {
		t.Errorf("%d incidents stand", n)
	}
	if n := f.notes(id); len(n) != 1 || !strings.Contains(n[0], "late records explain it") {
		t.Errorf("notes %q", n)
	}
}
