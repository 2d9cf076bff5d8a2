package alert

import (
	"context"
	"fmt"
	"math"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// chain is an attack in three steps: a host is scanned from, another entered, and that
// one calls home.
func chain() []finding.Finding {
	scan := found("internal-scan", finding.Scan, host("10.0.0.5"), noon, 40)
	lateral := found("new-admin-edge", finding.Lateral, finding.Entity{Kind: finding.KindPair, Network: "vpc-1", ID: "10.0.0.5 > 10.0.0.9"}, noon.Add(time.Hour), 3)
	home := found("beacon", finding.Beacon, host("10.0.0.9"), noon.Add(5*time.Hour), 30)
	home.Touches = []finding.Entity{{Kind: finding.KindAddress, ID: "203.0.113.9"}}
	return []finding.Finding{scan, lateral, home}
}

// TestIncident: the steps of an attack along a path are one incident, with what a
// person needs to know.
func TestIncident(t *testing.T) {
	list := Incidents(chain(), IncidentConfig{})
	if len(list) != 1 {
		t.Fatalf("%d incidents, want 1", len(list))
	}
	i := list[0]
	if len(i.Members) != 3 || i.Title != "Incident: discovery, lateral movement, command and control" || i.Severity != finding.High || !i.Page {
		t.Errorf("%d members, %q, %s, page %v", len(i.Members), i.Title, i.Severity, i.Page)
	}
	if !i.FirstSeen.Equal(noon) || i.Entity != host("10.0.0.5") || i.Count != 73 || i.Rule != IncidentRule || i.Family != finding.Incident {
		t.Errorf("%+v", i.Finding)
	}
	want := "(srcaddr:10.0.0.5 > 10.0.0.9) OR (srcaddr:10.0.0.5) OR (srcaddr:10.0.0.9)"
	if e := i.Evidence; e.Filter != want || e.Exact || !e.Since.Equal(noon) || !e.Until.Equal(noon.Add(5*time.Hour+30*time.Second)) {
		t.Errorf("evidence %+v", e)
	}
	paged := chain()
	paged[1].Page = true
	if i := Incidents(paged, IncidentConfig{}); len(i) != 1 || i[0].Page {
		t.Error("an incident pages, though one of its parts has")
	}
}

// TestApart: what has nothing in common but time, or an entity but not the time, or one
// rule alone, is no incident.
func TestApart(t *testing.T) {
	f := func(name string, want int, list ...finding.Finding) {
		t.Helper()
		if got := Incidents(list, IncidentConfig{}); len(got) != want {
			t.Errorf("%s: %d incidents, want %d: %v", name, len(got), want, got)
		}
	}
	a, b := found("scan", finding.Scan, host("10.0.0.5"), noon, 40), found("beacon", finding.Beacon, host("10.0.0.5"), noon.Add(time.Hour), 40)
	f("one host", 1, a, b)
	f("two hosts", 0, a, found("beacon", finding.Beacon, host("10.0.0.6"), noon, 40))
	f("the same address in another network", 0, a, found("beacon", finding.Beacon, finding.Entity{Kind: finding.KindAddress, Network: "vpc-2", ID: "10.0.0.5"}, noon, 40))
	f("two days later", 0, a, found("beacon", finding.Beacon, host("10.0.0.5"), noon.Add(48*time.Hour), 40))
	f("one rule", 0, a)
	noise := a
	noise.Exposure = true
	f("noise and one finding", 0, noise, b)
	noise.Score = 100
	b.Score = 70
	f("noise from who then got in", 1, noise, b)
	a.Weak, b.Weak, b.Score = true, true, 60
	f("weak ones of the first day", 0, a, b)
	f("weak ones of a later day", 1, found("old", finding.LogHealth, host("10.0.9.9"), noon.Add(-50*time.Hour), 1), a, b)
	again := b
	again.FirstSeen = noon.Add(-24 * time.Hour)
	again.ID, again.Weak, b.Weak = "again", false, false
	noise.Rule = "other"
	f("what happens every day, and noise", 0, func() []finding.Finding {
		x := b
		x.FirstSeen = noon.Add(24 * time.Hour)
		return []finding.Finding{again, x, noise}
	}()...)
}

// TestIncidentIsOfOne: an incident is about the host that most of it weighs on, and
// source and destination are that host's, not those of the worst single finding.
func TestIncidentIsOfOne(t *testing.T) {
	addr := netip.MustParseAddr
	far, bot := addr("203.0.113.9"), addr("10.0.0.5")
	scan := found("scan", finding.Scan, host(bot.String()), noon, 20)
	beacon, exfil := found("beacon", finding.Beacon, host(bot.String()), noon.Add(time.Hour), 20), found("exfil", finding.Exfil, host(bot.String()), noon.Add(6*time.Hour), 20)
	scan.SrcAddr, scan.Touches = bot, []finding.Entity{host("10.0.0.9")}
	beacon.SrcAddr, beacon.DstAddr, exfil.SrcAddr, exfil.DstAddr = bot, far, bot, far
	flood := found("flood", finding.FloodOut, host("10.0.0.9"), noon.Add(7*time.Hour), 500)
	flood.SrcAddr, flood.DstAddr, flood.Severity, flood.Score = addr("10.0.0.9"), addr("198.51.100.4"), finding.Critical, 95
	list := Incidents([]finding.Finding{scan, beacon, exfil, flood}, IncidentConfig{})
	if len(list) != 1 || len(list[0].Members) != 4 {
		t.Fatalf("%+v", list)
	}
	if i := list[0]; i.Entity != host(bot.String()) || i.SrcAddr != bot || i.DstAddr != far && i.DstAddr.IsValid() || i.Severity != finding.Critical {
		t.Errorf("about %v, %v to %v, %v", i.Entity, i.SrcAddr, i.DstAddr, i.Severity)
	}
}

// TestDirection: an attack goes from whom it has to whom it gets. What a host did before
// somebody came to it has nothing to do with that, and two that came to one host inside
// need not be one, nor two hosts of an app.
func TestDirection(t *testing.T) {
	a, b, c, far, app := host("10.0.0.5"), host("10.0.0.6"), host("10.0.0.7"), finding.Entity{Kind: finding.KindAddress, ID: "203.0.113.9"}, finding.Entity{Kind: finding.KindApp, ID: "web"}
	step := func(rule string, family finding.Family, who, whom finding.Entity, hours time.Duration) finding.Finding {
		f := found(rule, family, who, noon.Add(hours*time.Hour), 40)
		f.Touches = []finding.Entity{whom}
		return f
	}
	for _, x := range []struct {
		name   string
		first  finding.Finding
		second finding.Finding
		want   int
	}{
		{"a comes to b, then b acts", step("edge", finding.Lateral, a, b, 0), step("exfil", finding.Exfil, b, far, 5), 1},
		{"b acts, then a comes to b", step("exfil", finding.Exfil, b, far, 0), step("edge", finding.Lateral, a, b, 5), 0},
		{"both in an hour", step("exfil", finding.Exfil, b, far, 0), step("edge", finding.Lateral, a, b, 0), 1},
		{"a and b come to c", step("edge", finding.Lateral, a, c, 0), step("guess", finding.Guess, b, c, 1), 0},
		{"a and b do the same to c", step("guess", finding.Guess, a, c, 0), step("slow", finding.Guess, b, c, 1), 1},
		{"a and b have one place outside", step("c2", finding.C2, a, far, 0), step("exfil", finding.Exfil, b, far, 9), 1},
		{"a and b are of one app", step("c2", finding.NewEdge, a, app, 0), step("exfil", finding.NewEdge, b, app, 1), 0},
	} {
		if got := Incidents([]finding.Finding{x.first, x.second}, IncidentConfig{}); len(got) != x.want {
			t.Errorf("%s: %d incidents, want %d", x.name, len(got), x.want)
		}
	}
}

// TestHubs: many hosts that have dealings with one resolver, or that one scanner of our
// own has visited, do not become one incident; neither do those behind a NAT gateway
// that is known as one.
func TestHubs(t *testing.T) {
	resolver, scanner := host("10.0.0.2"), host("10.0.0.3")
	trouble := func(n int) (list []finding.Finding) {
		for i := range n {
			e := host(fmt.Sprintf("10.0.1.%d", i))
			beacon, edge := found("beacon", finding.Beacon, e, noon.Add(time.Duration(i)*time.Minute), 20), found("edge", finding.NewEdge, e, noon.Add(time.Duration(i)*time.Minute), 20)
			beacon.Touches = []finding.Entity{resolver}
			visit := found("visit", finding.Lateral, finding.Entity{Kind: finding.KindPair, Network: "vpc-1", ID: scanner.ID + " > " + e.ID}, noon, 1)
			list = append(list, beacon, edge, visit)
		}
		return list
	}
	sizes := func(list []Incident) (n []int) {
		for _, i := range list {
			n = append(n, len(i.Members))
		}
		slices.Sort(n)
		return n
	}
	if got := sizes(Incidents(trouble(4), IncidentConfig{})); !slices.Equal(got, []int{12}) {
		t.Errorf("few that share a server: %v", got)
	}
	got := sizes(Incidents(trouble(30), IncidentConfig{}))
	if len(got) != 30 || got[29] != 2 {
		t.Errorf("many that share a server: %v", got)
	}
	hub := IncidentConfig{Hub: func(e finding.Entity) bool { return e == resolver || e == scanner }}
	if got := sizes(Incidents(trouble(4), hub)); !slices.Equal(got, []int{3, 3, 3, 3}) {
		t.Errorf("few that share known hubs: %v", got)
	}
}

// TestIncidentGrows: an incident keeps its id while it grows, its evidence is counted
// when it changes, and one that becomes part of another ends and says so.
func TestIncidentGrows(t *testing.T) {
	counted := 0
	f := newFixture(t, Config{Evidence: func(_ context.Context, found []finding.Finding) error {
		for i := range found {
			counted++
			found[i].Evidence.Count, found[i].Evidence.Exact = 7, true
		}
		return nil
	}})
	steps := chain()
	incidents := func(status Status) []Alert {
		return f.list(Filter{Families: []finding.Family{finding.Incident}, Statuses: []Status{status}})
	}
	f.apply(steps[0])
	f.apply(found("exfil", finding.Exfil, host("10.0.0.5"), noon.Add(time.Minute), 2))
	first := incidents(Firing)
	if len(first) != 1 || first[0].Evidence.Count != 7 || counted != 1 {
		t.Fatalf("%+v, counted %d times", first, counted)
	}
	f.apply(steps[2], found("exfil", finding.Exfil, host("10.0.0.9"), noon.Add(6*time.Hour), 2))
	if list := incidents(Firing); len(list) != 2 {
		t.Fatalf("%+v", list)
	}
	f.apply(steps[1])
	list, over := incidents(Firing), incidents(Resolved)
	if len(list) != 1 || list[0].ID != first[0].ID || len(over) != 1 || !list[0].Evidence.Exact {
		t.Fatalf("firing %+v\nover %+v", list, over)
	}
	d, err := f.Get(t.Context(), list[0].ID)
	if err != nil || len(d.Findings) != 5 || d.Findings[0].Rule != "internal-scan" {
		t.Errorf("timeline %+v, %v", d.Findings, err)
	}
	scan := f.list(Filter{Families: []finding.Family{finding.Scan}})
	if d, err := f.Get(t.Context(), scan[0].ID); err != nil || d.Incident != list[0].ID {
		t.Errorf("the scan is part of %q, %v", d.Incident, err)
	}
	told := false
	err = f.Audit(t.Context(), over[0].ID, func(e Entry) error {
		told = told || strings.Contains(string(e.After), `"how":"joined","into":"`+list[0].ID)
		return nil
	})
	if !told || err != nil {
		t.Errorf("it is not told what became of the second: %v", err)
	}
	before := counted
	f.apply(steps...)
	if counted != before {
		t.Error("evidence was counted again, though nothing changed")
	}
}

// TestRisks: risk decays, more of the same adds less, and each further tactic raises it.
func TestRisks(t *testing.T) {
	list := chain()
	risk := func(now time.Time, id string) float64 {
		for _, r := range Risks(list, now) {
			if r.Entity.ID == id {
				return r.Risk
			}
		}
		return 0
	}
	end := list[0].LastSeen
	if got := risk(end, "10.0.0.5"); got != 60 {
		t.Errorf("one finding: %v, want 60", got)
	}
	if got := risk(end.Add(halfLife), "10.0.0.9"); got < 60*0.6 || got > 60 {
		t.Errorf("half a day: %v", got)
	}
	two := risk(list[1].LastSeen, "10.0.0.5")
	if want := (60 + 60*0.94) * 1.25; two < want-3 || two > want+3 {
		t.Errorf("two tactics: %v, want about %v", two, want)
	}
	again := found("internal-scan", finding.Scan, host("10.0.0.5"), noon, 40)
	again.ID = "again"
	list = append(list, again)
	if got := risk(end, "10.0.0.5"); got != 90 {
		t.Errorf("the same twice: %v, want 90", got)
	}
}

// TestRepeats: more of one rule adds less to a risk and to an incident, to each in its
// own way: of an entity the newest counts whole, of what belongs together the first,
// whichever entity it is about.
func TestRepeats(t *testing.T) {
	far := []finding.Entity{{Kind: finding.KindAddress, ID: "203.0.113.9"}}
	scored := func(rule, id string, at time.Time, score int) finding.Finding {
		f := found(rule, finding.Scan, host(id), at, 0)
		f.ID, f.Score, f.Touches = rule+id+at.String(), score, far
		return f
	}
	list := []finding.Finding{scored("x", "10.0.0.5", noon, 60), scored("y", "10.0.0.5", noon, 20), scored("y", "10.0.0.6", noon.Add(time.Minute), 80)}
	if got := Incidents(list, IncidentConfig{}); len(got) != 1 || math.Abs(got[0].Risk-(60+20+80/2)) > 1 {
		t.Errorf("together: %+v, want a risk of about 120", got)
	}
	risks := func(list ...finding.Finding) map[string]float64 {
		out := map[string]float64{}
		for _, r := range Risks(list, noon.Add(time.Minute)) {
			out[r.Entity.ID] = math.Round(r.Risk)
		}
		return out
	}
	if got := risks(list...); got["10.0.0.5"] != 60+20 || got["10.0.0.6"] != 80 {
		t.Errorf("each: %v", got)
	}
	if got := risks(list[1], scored("y", "10.0.0.5", noon.Add(time.Minute), 80)); got["10.0.0.5"] != 80+20/2 {
		t.Errorf("one again: %v, want 90", got)
	}
}

func BenchmarkApplyAmongMany(b *testing.B) {
	var list []finding.Finding
	for i := range 5000 {
		f := found(fmt.Sprint("rule", i%7), finding.Families[i%12], host(fmt.Sprintf("10.0.%d.%d", i%40, i%200)), noon.Add(time.Duration(i)*2*time.Minute), 5)
		list = append(list, f)
	}
	s, db, err := openAt(b.Context(), b.TempDir()+"/state.db", Config{})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	if _, err := s.Apply(b.Context(), list...); err != nil {
		b.Fatal(err)
	}
	for n := 0; b.Loop(); n++ {
		if _, err := s.Apply(b.Context(), found("live", finding.Scan, host("10.0.7.7"), noon.Add(5000*2*time.Minute), uint64(6+n))); err != nil {
			b.Fatal(err)
		}
	}
}
