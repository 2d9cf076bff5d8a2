package alert

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

func yes(v bool) *bool { return &v }

// TestSilence: what is silenced is recorded and can be found, nobody is told of it, and
// when the silence ends those that still fire are told of once.
func TestSilence(t *testing.T) {
	ctx := t.Context()
	f := newFixture(t, Config{})
	scanner := Matches{Families: []finding.Family{finding.Scan}, Addresses: []netip.Prefix{netip.MustParsePrefix("10.0.5.0/24")}}
	until := f.now.Add(24 * time.Hour)
	f.apply(found("scan", finding.Scan, host("10.0.5.1"), noon, 10))
	if _, err := f.Silence(ctx, "ann", Silence{Matches: scanner, Owner: "ann", Reason: "weekly scan", Until: until}); err != nil {
		t.Fatal(err)
	}
	if a := f.only(); !a.SilencedUntil.Equal(until) {
		t.Errorf("the alert that was there is silenced until %v", a.SilencedUntil)
	}
	done := f.apply(found("scan", finding.Scan, host("10.0.5.2"), noon, 10), found("scan", finding.Scan, host("10.0.6.1"), noon, 10), found("beacon", finding.Beacon, host("10.0.5.3"), noon, 10))
	if len(done.New) != 3 || len(done.Changes) != 2 {
		t.Errorf("%d new, %d told of; want 3, 2", len(done.New), len(done.Changes))
	}
	if n := len(f.list(Filter{Silenced: yes(true)})); n != 2 {
		t.Errorf("%d are silenced, want 2", n)
	}
	if text := lines(t, f.list(Filter{Silenced: yes(true), Text: "10.0.5.2"})); len(text) != 1 || !strings.Contains(text[0], `"silenced_until":"2026-03-11T13:00:00Z","verdict":null`) {
		t.Errorf("%v", text)
	}
	f.now = until.Add(time.Second)
	changes, err := f.Tick(ctx)
	if err != nil || len(changes) != 1 || changes[0].Alert.Entity.ID != "10.0.5.2" { // the first was told of before
		t.Errorf("after the silence: %+v, %v", changes, err)
	}
	if changes, err := f.Tick(ctx); len(changes) != 0 || err != nil {
		t.Errorf("again: %+v, %v", changes, err)
	}
	if n := len(f.list(Filter{Silenced: yes(true)})); n != 0 {
		t.Errorf("%d are silenced still", n)
	}
}

// TestUnsilence: a silence can be ended; where two overlap the other holds on.
func TestUnsilence(t *testing.T) {
	ctx := t.Context()
	f := newFixture(t, Config{})
	f.apply(found("scan", finding.Scan, host("10.0.5.1"), noon, 10))
	make := func(hours int, m Matches) Silence {
		n, err := f.Silence(ctx, "ann", Silence{Matches: m, Owner: "ann", Reason: "r", Until: f.now.Add(time.Duration(hours) * time.Hour)})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	short, long := make(1, Matches{Rules: []string{"scan"}}), make(5, Matches{Entities: []string{"vpc-1/10.0.5.1"}})
	if a := f.only(); !a.SilencedUntil.Equal(long.Until) {
		t.Errorf("silenced until %v", a.SilencedUntil)
	}
	if _, err := f.Unsilence(ctx, "bob", long.ID); err != nil {
		t.Fatal(err)
	}
	if a := f.only(); !a.SilencedUntil.Equal(short.Until) {
		t.Errorf("silenced until %v", a.SilencedUntil)
	}
	if _, err := f.Unsilence(ctx, "bob", short.ID); err != nil {
		t.Fatal(err)
	}
	if a := f.only(); !a.SilencedUntil.IsZero() {
		t.Errorf("silenced until %v", a.SilencedUntil)
	}
	if _, err := f.Unsilence(ctx, "bob", short.ID); !errors.Is(err, ErrSilenceOver) {
		t.Errorf("end it again: %v", err)
	}
	if _, err := f.Unsilence(ctx, "bob", 99); !errors.Is(err, ErrUnknownSilence) {
		t.Errorf("end another: %v", err)
	}
	now, _ := f.Silences(ctx, false)
	all, err := f.Silences(ctx, true)
	if len(now) != 0 || len(all) != 2 || err != nil {
		t.Errorf("in force %v, all %v, %v", now, all, err)
	}
}

// TestSilenceHidesNothingElse: an alert of several findings is silenced when all are,
// and an incident when all its parts are.
func TestSilenceHidesNothingElse(t *testing.T) {
	ctx := t.Context()
	f := newFixture(t, Config{})
	f.apply(found("telnet", finding.ForbiddenPort, host("10.0.0.5"), noon, 3), found("smb", finding.ForbiddenPort, host("10.0.0.5"), noon, 3), found("beacon", finding.Beacon, host("10.0.0.5"), noon, 3))
	silence := func(rule string, want int) {
		t.Helper()
		if _, err := f.Silence(ctx, "ann", Silence{Matches: Matches{Rules: []string{rule}}, Owner: "ann", Reason: "r", Until: f.now.Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
		if got := f.list(Filter{Silenced: yes(true)}); len(got) != want {
			t.Errorf("after %s %d are silenced, want %d", rule, len(got), want)
		}
	}
	silence("telnet", 0)
	silence("smb", 1)
	silence("beacon", 3) // the incident, too
}

// TestSilenceIncomplete: a silence has an owner, a reason, an end and something that it
// is about.
func TestSilenceIncomplete(t *testing.T) {
	f := newFixture(t, Config{})
	good := Silence{Matches: Matches{Rules: []string{"scan"}}, Owner: "ann", Reason: "r", Until: f.now.Add(time.Hour)}
	try := func(change func(*Silence)) {
		t.Helper()
		n := good
		change(&n)
		if _, err := f.Silence(t.Context(), "ann", n); err == nil {
			t.Errorf("%+v was taken", n)
		}
	}
	try(func(n *Silence) { n.Owner = " " })
	try(func(n *Silence) { n.Reason = "" })
	try(func(n *Silence) { n.Matches = Matches{} })
	try(func(n *Silence) { n.Until = f.now })
	try(func(n *Silence) { n.Until = f.now.AddDate(2, 0, 0) })
}

// TestPreview: what a silence would have hidden is what it hides.
func TestPreview(t *testing.T) {
	ctx := t.Context()
	f := newFixture(t, Config{Incidents: IncidentConfig{Off: true}})
	for i := range 41 {
		rule := "scan"
		if i < 4 {
			rule = "other"
		}
		g := found(rule, finding.Scan, host(fmt.Sprint("10.0.1.", i)), noon.Add(-time.Duration(i)*12*time.Hour), 10)
		g.Page = i%10 == 0
		f.apply(g)
	}
	f.apply(found("scan", finding.Scan, host("10.0.2.1"), noon.AddDate(0, 0, -40), 10))
	real := f.list(Filter{Entity: "10.0.1.7"})
	if _, err := f.Resolve(ctx, real[0].ID, "ann", TruePositive); err != nil {
		t.Fatal(err)
	}
	m := Matches{Rules: []string{"scan"}}
	p, err := f.Preview(ctx, m, 30)
	if err != nil || p.String() != "would have hidden 37 of 41 in 30 days" || p.PagesHidden != 4 || p.Pages != 5 || p.TrueHidden != 1 || len(p.Examples) != 5 {
		t.Errorf("%s: %+v, %v", p, p, err)
	}
	if _, err := f.Silence(ctx, "ann", Silence{Matches: m, Owner: "ann", Reason: "r", Until: f.now.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if n := len(f.list(Filter{Silenced: yes(true), Since: noon.AddDate(0, 0, -30)})); n != p.Hidden {
		t.Errorf("hides %d, was to hide %d", n, p.Hidden)
	}
}

// TestAuditTampered: an entry that was changed, or taken out of the middle, shows.
func TestAuditTampered(t *testing.T) {
	ctx := t.Context()
	for _, tamper := range []string{
		`UPDATE alert_audit SET who = 'bob' WHERE seq = 2`,
		`UPDATE alert_audit SET became = 'null' WHERE seq = 1`,
		`DELETE FROM alert_audit WHERE seq = 2`,
		`UPDATE alert_audit SET at = at + 1 WHERE seq = 3`,
	} {
		f := newFixture(t, Config{})
		f.apply(found("scan", finding.Scan, host("10.0.5.1"), noon, 10))
		id := f.only().ID
		for i := range 3 {
			if _, err := f.AddNote(ctx, id, "ann", fmt.Sprint("note ", i)); err != nil {
				t.Fatal(err)
			}
		}
		none := func(Entry) error { return nil }
		if err := f.Audit(ctx, "", none); err != nil {
			t.Fatal(err)
		}
		err := f.db.Tx(ctx, func(tx *state.Tx) error {
			_, err := tx.Exec(tamper)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Audit(ctx, "", none); !errors.Is(err, ErrTampered) {
			t.Errorf("%s: %v", tamper, err)
		}
	}
}

// TestList: every filter chooses what it says and nothing else, and pages follow each
// other without gap or repeat.
func TestList(t *testing.T) {
	f := newFixture(t, Config{Incidents: IncidentConfig{Off: true}})
	for i := range 25 {
		g := found(fmt.Sprint("rule", i%3), finding.Families[i%4], host(fmt.Sprintf("10.0.1.%d", i)), noon.Add(-time.Duration(i/2)*time.Hour), 1)
		g.Severity, g.Exposure, g.Late, g.Page = finding.Severity(i%5), i%2 == 0, i%6 == 0, i%4 == 0
		f.apply(g)
	}
	count := func(want int, filter Filter) {
		t.Helper()
		list := f.list(filter)
		if c, err := f.Count(t.Context(), filter); len(list) != want || c.Total != want || err != nil {
			t.Errorf("%+v: %d listed, %d counted, want %d, %v", filter, len(list), c.Total, want, err)
		}
	}
	count(25, Filter{})
	count(9, Filter{Rules: []string{"rule0"}})
	count(17, Filter{Rules: []string{"rule0", "rule1"}})
	count(7, Filter{Families: []finding.Family{finding.Families[0]}})
	count(10, Filter{MinSeverity: finding.High})
	count(13, Filter{Exposure: yes(true)})
	count(12, Filter{Exposure: yes(false)})
	count(5, Filter{Late: yes(true)})
	count(7, Filter{Page: yes(true)})
	count(1, Filter{Entity: "10.0.1.2"})
	count(1, Filter{Entity: "vpc-1/10.0.1.2"})
	count(0, Filter{Entity: "0.0.1.2"})
	count(25, Filter{Text: "USUAL are 0"})
	count(0, Filter{Text: "usual_are"}) // no wildcard
	count(2, Filter{Since: noon})
	count(23, Filter{Until: noon.Add(-time.Minute)})
	count(0, Filter{Statuses: []Status{Resolved}})

	var paged []string
	for filter := (Filter{Limit: 4}); ; {
		list := f.list(filter)
		if len(list) == 0 {
			break
		}
		for _, a := range list {
			paged = append(paged, a.ID)
		}
		filter.After = CursorOf(list[len(list)-1])
	}
	var all []string
	for _, a := range f.list(Filter{}) {
		all = append(all, a.ID)
	}
	if !slices.Equal(paged, all) {
		t.Errorf("pages give %d alerts, the list %d", len(paged), len(all))
	}
}
