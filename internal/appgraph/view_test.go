package appgraph

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

var begin = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// estate makes edges of n apps in networks of fifty: a front, callers, databases and
// the internet on both sides.
func estate(n int) query.Edges {
	var e query.Edges
	e.Begin, e.Meta.Since, e.Meta.Until = begin, begin.AddDate(0, 0, 7), begin.AddDate(0, 0, 8)
	for i := range n {
		e.Nodes = append(e.Nodes, query.Node{Network: fmt.Sprintf("vpc-%03d", i/50), App: fmt.Sprintf("team%d-app%d", i%7, i)})
	}
	internet := int32(len(e.Nodes))
	for i := range 30 {
		e.Nodes = append(e.Nodes, query.Node{App: fmt.Sprintf("Carrier %d", i), ASOrg: fmt.Sprintf("Carrier %d", i)})
	}
	s3 := int32(len(e.Nodes))
	e.Nodes = append(e.Nodes, query.Node{App: "AWS S3", Provider: "AWS", Service: "S3"})
	add := func(client, server int32, port uint16, first time.Time, flows uint64) {
		e.List = append(e.List, query.Edge{
			Client: client, Server: server, Port: port, Protocol: 6, Action: record.Accept, Flows: flows, BytesToServer: flows * 100, BytesToClient: flows * 5000,
			PacketsToServer: flows, PacketsToClient: flows * 4, First: first.Unix(), Last: e.Meta.Until.Unix(), Latest: e.Meta.Until.Unix(), Pairs: 5,
		})
	}
	for i := range int32(n) {
		for k := int32(1); k <= 4; k++ {
			if to := i + k*k; to < int32(n) && to/50 == i/50 {
				add(i, to, uint16(8000+k), begin.Add(time.Hour), uint64(10*k))
			}
		}
		if i%50 == 0 {
			add(internet+i/50%30, i, 443, begin.Add(time.Hour), 100)
			add(i, s3, 443, begin.Add(time.Hour), 50)
			add(i, internet+(i/50+1)%30, 443, begin.Add(time.Hour), 50)
		}
	}
	return e
}

// TestGroups protects that the picture never opens as a hairball, that no two cards
// stand in each other's place, and that every app is in exactly one card.
func TestGroups(t *testing.T) {
	for _, n := range []int{1, 10, 49, 120, 800, 2000} {
		a := NewAtlas(estate(n), nil)
		v, _ := a.View(Options{})
		if len(v.Cards) > MaxGroups {
			t.Errorf("%d apps open with %d cards", n, len(v.Cards))
		}
		apps := 0
		for i, c := range v.Cards {
			apps += c.Apps
			for _, d := range v.Cards[:i] {
				if c.Col == d.Col && math.Abs(c.Row-d.Row) < 1 {
					t.Errorf("%d apps: %s and %s stand in one place", n, c.ID, d.ID)
				}
			}
		}
		if apps != len(a.Apps) {
			t.Errorf("%d apps: %d of %d are in cards", n, apps, len(a.Apps))
		}
	}
}

// TestStable protects that the same app stands at the same place whatever the range,
// and that a new app moves nobody.
func TestStable(t *testing.T) {
	places := func(v View) map[string]Place {
		m := map[string]Place{}
		for _, c := range v.Cards {
			m[c.ID] = Place{c.Col, c.Row}
		}
		return m
	}
	e := estate(49)
	day, kept := NewAtlas(e, nil).View(Options{})
	want := places(day)
	for i := range e.List {
		if i%3 != 0 {
			e.List[i].Flows = 0 // another range has less of it
		}
	}
	other, _ := NewAtlas(e, nil).View(Options{Kept: kept})
	if got := places(other); !equal(got, want) {
		t.Errorf("another range moved cards: %v, were %v", got, want)
	}
	e.Nodes = append(e.Nodes, query.Node{Network: "vpc-000", App: "newcomer"})
	e.List = append(e.List, query.Edge{Client: int32(len(e.Nodes) - 1), Server: 3, Port: 22, Protocol: 6, Action: record.Accept, Flows: 1, First: e.Meta.Since.Unix() + 60})
	grown, _ := NewAtlas(e, nil).View(Options{Kept: kept})
	got := places(grown)
	if _, ok := got["vpc-000/newcomer"]; !ok {
		t.Error("the new app is not in the picture")
	}
	for id, p := range want {
		if got[id] != p {
			t.Errorf("%s moved from %v to %v when an app came", id, p, got[id])
		}
	}
}

func equal(a, b map[string]Place) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

// TestOpenShut protects that a group opens beside its card, moves only what is behind
// it, and that what is shut comes back as one card.
func TestOpenShut(t *testing.T) {
	a := NewAtlas(estate(2000), nil)
	v, _ := a.View(Options{})
	var first Card
	for _, c := range v.Cards {
		if c.Kind == "group" && c.Side == Inside {
			first = c
			break
		}
	}
	open, _ := a.View(Options{Open: []string{first.ID}})
	i := slices.IndexFunc(open.Cards, func(c Card) bool { return c.ID == first.ID })
	if i < 0 || open.Cards[i].Kind != "open" || open.Cards[i].Col != first.Col || open.Cards[i].Row != first.Row {
		t.Fatalf("the opened group does not stand where it stood")
	}
	if extra := len(open.Cards) - len(v.Cards); extra < 2 || extra > maxMembers {
		t.Errorf("%d cards more after opening a group", extra)
	}
	for _, c := range open.Cards {
		if c.Parent == first.ID && c.Col <= first.Col {
			t.Errorf("%s stands before the group that was opened", c.ID)
		}
	}

	small := NewAtlas(estate(49), nil)
	shut, _ := small.View(Options{Shut: []string{"net:vpc-000"}})
	if !slices.ContainsFunc(shut.Cards, func(c Card) bool { return c.ID == "net:vpc-000" && c.Apps == 49 && c.Kind == "group" }) {
		t.Errorf("the network is not one card: %+v", shut.Cards)
	}
}

// TestEgoOfMany protects that an app with many neighbours stays readable: those that no
// group joins are cut, the rest is one card, and it opens step by step to all of them.
func TestEgoOfMany(t *testing.T) {
	const neighbours = 200
	e := estate(1)
	e.Nodes, e.List = []query.Node{{Network: "vpc-middle", App: "middle"}}, nil
	for i := range neighbours { // each in a network of its own: there is nothing to group by
		e.Nodes = append(e.Nodes, query.Node{Network: fmt.Sprintf("vpc-%03d", i), App: fmt.Sprintf("app%d", i)})
		e.List = append(e.List, query.Edge{Client: int32(i + 1), Server: 0, Port: 443, Protocol: 6, Action: record.Accept, Flows: 1, First: e.Meta.Since.Unix() + 60})
	}
	a := NewAtlas(e, nil)
	var open []string
	for step, want := range []int{maxNeighbours, maxNeighbours + maxBeside, maxNeighbours + 2*maxBeside, neighbours} {
		v, _ := a.View(Options{Center: "vpc-middle/middle", Open: open})
		single, rest := 0, Card{}
		for _, c := range v.Cards {
			switch {
			case c.Kind == "app" && c.Col == 0:
				single++
			case c.Kind == "group":
				rest = c
			}
		}
		if single != want || rest.Apps != neighbours-want {
			t.Errorf("step %d: %d callers and %d in the rest, want %d and %d", step, single, rest.Apps, want, neighbours-want)
		}
		if want < neighbours && rest.Title != fmt.Sprintf("%d more", neighbours-want) {
			t.Errorf("step %d: the rest is called %q", step, rest.Title)
		}
		open = append(open, rest.ID)
	}
}

// TestEgo protects the view of one app: who calls it on the left, whom it calls on
// the right, and nothing else.
func TestEgo(t *testing.T) {
	a := NewAtlas(estate(120), nil)
	v, _ := a.View(Options{Center: "vpc-000/team0-app0"})
	for _, c := range v.Cards {
		switch {
		case c.ID == "vpc-000/team0-app0":
			if c.Col != 1 {
				t.Errorf("the app stands in column %d", c.Col)
			}
		case c.Col == 0:
			if c.ID != "client|in:Carrier 0" {
				t.Errorf("%s calls it?", c.ID)
			}
		}
	}
	if len(v.Links) != 1+4+2 {
		t.Errorf("%d links, want 1 in, 4 to apps, 2 outside: %+v", len(v.Links), v.Links)
	}
	if f := v.Cards[slices.IndexFunc(v.Cards, func(c Card) bool { return c.Col == 1 })].Front; f == nil || len(f.Ports) != 1 || f.Ports[0].Port != 443 {
		t.Errorf("front-facing: %+v, want port 443", f)
	}
}

// TestDifference protects what the comparison of two ranges and "new" say, and that
// with nothing from before nothing is called new.
func TestDifference(t *testing.T) {
	e := estate(10)
	e.List = e.List[:4]
	e.List[0].BeforeFlows, e.List[0].BeforeBytes = e.List[0].Flows, e.List[0].BytesToServer+e.List[0].BytesToClient
	e.List[1].BeforeFlows, e.List[1].BeforeBytes, e.List[1].Flows = 5, 5000, 0
	e.List[1].BytesToServer, e.List[1].BytesToClient = 0, 0
	e.List[2].BeforeFlows, e.List[2].BeforeBytes = 1, 10
	e.List[3].First = e.Meta.Since.Unix() + 5
	a := NewAtlas(e, nil)
	v, _ := a.View(Options{Compare: true, Share: 1})
	got := map[State]int{}
	fresh := 0
	for _, l := range v.Links {
		got[l.State]++
		if l.New {
			fresh++
		}
	}
	if got[Same] != 1 || got[Gone] != 1 || got[More] != 1 || got[New] != 1 || fresh != 1 {
		t.Errorf("states %v and %d new, want one of each", got, fresh)
	}
	v, _ = a.View(Options{Only: OnlyNew})
	if len(v.Links) != 1 {
		t.Errorf("only new shows %d links", len(v.Links))
	}
	e.Meta.Since = begin
	if v, _ = NewAtlas(e, nil).View(Options{}); v.Known || v.New > 0 {
		t.Error("what the records begin with is called new")
	}
}

// TestMatch protects that find and hide mean of edges what filters mean of records.
func TestMatch(t *testing.T) {
	a := NewAtlas(estate(10), nil)
	f := func(text string, want func(*Line) bool) {
		t.Helper()
		bound, err := filter.Compile(text, filter.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for i, ok := range a.Match(bound) {
			if ok != want(&a.Lines[i]) {
				t.Errorf("%s: edge %d is %v", text, i, ok)
			}
			if ok {
				n++
			}
		}
		if n == 0 {
			t.Errorf("%s matches nothing", text)
		}
	}
	f("service_port:8001", func(l *Line) bool { return l.Port == 8001 })
	f(`client_app:"team0-app0"`, func(l *Line) bool { return a.Apps[l.Client].Name == "team0-app0" })
	f("app:team1-app1 AND NOT service_port:8001", func(l *Line) bool {
		return (a.Apps[l.Client].Name == "team1-app1" || a.Apps[l.Server].Name == "team1-app1") && l.Port != 8001
	})
	f("direction:inbound", func(l *Line) bool { return a.Apps[l.Client].Side == Caller })
	f("bytes:>100000", func(l *Line) bool { return l.Bytes() > 100000 })
	f("Carrier*", func(l *Line) bool { return a.Apps[l.Client].Side == Caller || a.Apps[l.Server].Side == Called })
}
