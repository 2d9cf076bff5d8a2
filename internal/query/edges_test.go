package query_test

import (
	"crypto/rand"
	"fmt"
	"slices"
	"testing"
	"time"

	mrand "math/rand/v2"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// rows are the edges of a graph as the store takes them.
func edgeRows(e *appgraph.Edges) *store.EdgeRows {
	return &store.EdgeRows{
		Hour: e.Hour, Client: e.Client, Server: e.Server, ServicePort: e.ServicePort, Protocol: e.Protocol, Action: e.Action,
		Flows: e.Flows, BytesToServer: e.BytesToServer, BytesToClient: e.BytesToClient, PacketsToServer: e.PacketsToServer, PacketsToClient: e.PacketsToClient,
		FirstSeen: e.FirstSeen, LastSeen: e.LastSeen, Peers: e.Peers,
	}
}

// loadEdges stores edges as intake does.
func loadEdges(t testing.TB, s *store.Store, reg *record.Registry, e *appgraph.Edges) {
	t.Helper()
	w := s.Writer(reg)
	if err := w.Write(t.Context(), rand.Text(), nil, nil, edgeRows(e)); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// TestEdges protects that edges add up to the counted flows of the records they are
// made of, in the range and before it, for everyone and in a scope.
func TestEdges(t *testing.T) {
	s := newStore(t)
	b := randomRecords(mrand.New(mrand.NewPCG(7, 7)), 4000)
	load(t, s, b)
	g := appgraph.NewGraph(b.Registry)
	g.Add(b)
	loadEdges(t, s, b.Registry, g.Edges())
	r := newRunner(t, s)
	since, until := testDay.Add(10*time.Hour), testDay.AddDate(0, 0, 1)

	f := func(name string, scope query.Scope, visible func(client, server *record.Tuple) bool) {
		t.Helper()
		got, err := r.Edges(t.Context(), query.EdgesRequest{Since: since, Until: until, BeforeSince: testDay, BeforeUntil: since, Scope: scope, Ports: true})
		if err != nil {
			t.Fatal(err)
		}
		var flows, before, bytes uint64
		for _, e := range got.List {
			flows, before, bytes = flows+e.Flows, before+e.BeforeFlows, bytes+e.BytesToServer+e.BytesToClient
			if e.Flows > 0 && e.Last < since.Unix() || e.First > e.Latest+10 {
				t.Errorf("%s: edge %+v", name, e)
			}
		}
		var wantFlows, wantBefore, wantBytes uint64
		ed := g.Edges()
		for i, hour := range ed.Hour {
			if !visible(b.Registry.Tuple(record.GroupSide, ed.Client[i]), b.Registry.Tuple(record.GroupSide, ed.Server[i])) {
				continue
			}
			switch at := time.Unix(int64(hour), 0); {
			case !at.Before(since) && at.Before(until):
				wantFlows, wantBytes = wantFlows+ed.Flows[i], wantBytes+ed.BytesToServer[i]+ed.BytesToClient[i]
			case !at.Before(testDay) && at.Before(since):
				wantBefore += ed.Flows[i]
			}
		}
		if flows != wantFlows || bytes != wantBytes || before != wantBefore || flows == 0 {
			t.Errorf("%s: %d flows, %d bytes, %d before; want %d, %d, %d", name, flows, bytes, before, wantFlows, wantBytes, wantBefore)
		}
		if got.Meta.Table != "edges" || got.Meta.Scanned == 0 {
			t.Errorf("%s: meta %+v", name, got.Meta)
		}
	}
	f("all", query.Everything(), func(_, _ *record.Tuple) bool { return true })
	f("one network", query.Scope{Networks: []string{"vpc-a"}}, func(c, s *record.Tuple) bool {
		return c.Value(record.SideNetwork) == "vpc-a" || s.Value(record.SideNetwork) == "vpc-a"
	})
	if _, err := r.Edges(t.Context(), query.EdgesRequest{Since: since, Until: until}); err == nil {
		t.Error("edges without a scope")
	}
	none, err := r.Edges(t.Context(), query.EdgesRequest{Since: since, Until: until, Scope: query.Scope{Networks: []string{"vpc-none"}}})
	if err != nil || len(none.List) > 0 {
		t.Errorf("a scope of nothing gives %d edges, %v", len(none.List), err)
	}
	networks, err := r.Networks(t.Context(), query.Everything())
	if err != nil || !slices.ContainsFunc(networks, func(n query.NetworkFacts) bool { return n.Network == "vpc-a" && n.Account != "" }) {
		t.Errorf("networks: %+v, %v", networks, err)
	}
}

// crowd makes the edges of so many apps over so many hours: each calls a few of its
// neighbours, some call into other networks.
func crowd(reg *record.Registry, apps, hours int, begin time.Time) *appgraph.Edges {
	rng := mrand.New(mrand.NewPCG(1, 2))
	side := func(network, app string) uint32 {
		v := make([]string, record.NumSideSlots)
		v[record.SideNetwork], v[record.SideApp] = network, app
		return reg.Intern(record.GroupSide, v)
	}
	words := []string{"shop", "pay", "search", "data", "auth", "mail", "ops", "edge"}
	var sides []uint32
	for i := range apps {
		sides = append(sides, side(fmt.Sprintf("vpc-%04d", i/50), fmt.Sprintf("%s-%s-%d", words[i%8], []string{"api", "worker", "db", "cache"}[i%4], i)))
	}
	e := &appgraph.Edges{}
	for i, client := range sides {
		for range 4 {
			to := i/50*50 + rng.IntN(50)
			if rng.IntN(20) == 0 {
				to = rng.IntN(apps)
			}
			if to >= apps {
				continue
			}
			port := []uint16{443, 5432, 6379, 8080, 9092}[rng.IntN(5)]
			for h := range hours {
				at := uint32(begin.Add(time.Duration(h) * time.Hour).Unix())
				flows := uint64(1 + rng.IntN(500))
				e.Hour, e.Client, e.Server = append(e.Hour, at), append(e.Client, client), append(e.Server, sides[to])
				e.ServicePort, e.Protocol, e.Action = append(e.ServicePort, port), append(e.Protocol, 6), append(e.Action, uint8(record.Accept))
				e.Flows, e.BytesToServer, e.BytesToClient = append(e.Flows, flows), append(e.BytesToServer, flows*700), append(e.BytesToClient, flows*9000)
				e.PacketsToServer, e.PacketsToClient = append(e.PacketsToServer, flows*5), append(e.PacketsToClient, flows*9)
				e.FirstSeen, e.LastSeen = append(e.FirstSeen, at+5), append(e.LastSeen, at+3500)
				for p := range e.Peers {
					e.Peers[p] = append(e.Peers[p], rng.Uint64()&rng.Uint64()&rng.Uint64())
				}
			}
		}
	}
	return e
}

// TestCrowd reads a graph of 2,000 apps and draws it: how long that takes is in the
// log, docs/benchmarks.md has the figure.
func TestCrowd(t *testing.T) {
	s := newStore(t)
	reg := record.NewRegistry()
	hours := 24
	if !testing.Short() {
		hours = 72
	}
	loadEdges(t, s, reg, crowd(reg, 2000, hours, testDay))
	r := newRunner(t, s)
	until := testDay.Add(time.Duration(hours) * time.Hour)
	for range 3 {
		begun := time.Now()
		edges, err := r.Edges(t.Context(), query.EdgesRequest{Since: until.AddDate(0, 0, -1), Until: until, Scope: query.Everything()})
		if err != nil {
			t.Fatal(err)
		}
		read := time.Since(begun)
		v, _ := appgraph.NewAtlas(edges, nil).View(appgraph.Options{})
		t.Logf("%d edges read in %s, drawn as %d cards and %d links in %s", len(edges.List), read, len(v.Cards), len(v.Links), time.Since(begun)-read)
		if v.Apps != 2000 || len(v.Cards) > appgraph.MaxGroups || len(v.Links) == 0 {
			t.Errorf("%d apps in %d cards with %d links", v.Apps, len(v.Cards), len(v.Links))
		}
	}
}
