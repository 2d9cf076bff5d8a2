package api_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/api"
)

// TestGraphAndEntity asks a real server for the graph of a web server with a database
// behind it and callers from the internet, and for what is known of them.
func TestGraphAndEntity(t *testing.T) {
	s := serve(t)
	at := time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC)
	lines := []string{"version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id subnet-id tcp-flags flow-direction interface-tag"}
	add := func(when time.Time, eni, tag, src, dst string, sport, dport, bytes int, action, flags, direction string) {
		lines = append(lines, fmt.Sprintf("5 111122223333 %s %s %s %d %d 6 10 %d %d %d %s OK vpc-1 subnet-1 %s %s %s",
			eni, src, dst, sport, dport, bytes, when.Unix(), when.Unix()+30, action, flags, direction, tag))
	}
	for day := range 2 {
		for n := range 30 {
			when := at.AddDate(0, 0, day).Add(time.Duration(n) * time.Minute)
			client := fmt.Sprintf("198.51.100.%d", n+1)
			add(when, "eni-web", "web", client, "10.0.0.5", 40000+n, 443, 900, "ACCEPT", "2", "ingress")
			add(when, "eni-web", "web", "10.0.0.5", client, 443, 40000+n, 90000, "ACCEPT", "18", "egress")
			add(when, "eni-web", "web", client, "10.0.0.5", 50000+n, 23, 440, "REJECT", "2", "ingress")
			if day == 1 { // the database is called on the second day only
				add(when, "eni-db", "db", "10.0.0.5", "10.0.0.9", 41000+n, 5432, 900, "ACCEPT", "2", "ingress")
				add(when, "eni-db", "db", "10.0.0.9", "10.0.0.5", 5432, 41000+n, 9000, "ACCEPT", "18", "egress")
				add(when, "eni-web", "web", "10.0.0.5", "10.0.0.9", 41000+n, 5432, 900, "ACCEPT", "2", "egress")
				add(when, "eni-web", "web", "10.0.0.9", "10.0.0.5", 5432, 41000+n, 9000, "ACCEPT", "18", "ingress")
			}
		}
	}
	s.storeText(lines...)
	span := "since=2026-03-04T00:00:00Z&until=2026-03-05T00:00:00Z"

	var g api.Graph
	s.ask(200, "GET", "/graph?"+span, "", &g)
	card := func(id string) *api.GraphCard {
		if i := slices.IndexFunc(g.Cards, func(c api.GraphCard) bool { return c.Id == id }); i >= 0 {
			return &g.Cards[i]
		}
		t.Fatalf("there is no card %s: %+v", id, g.Cards)
		return nil
	}
	web, db := card("vpc-1/web"), card("vpc-1/db")
	if web.Front == nil || len(web.Front.Ports) != 1 || web.Front.Ports[0].Port != 443 || db.Front != nil {
		t.Errorf("front-facing: web %+v, db %+v", web.Front, db.Front)
	}
	if !db.New || web.New || !g.Known || web.Col >= db.Col {
		t.Errorf("the database is new and behind the web server: %+v, %+v", web, db)
	}
	i := slices.IndexFunc(g.Links, func(l api.GraphLink) bool { return l.Client == "vpc-1/web" && l.Server == "vpc-1/db" })
	if i < 0 || g.Links[i].Flows != 60 || g.Links[i].Bytes != 30*9900 || !g.Links[i].New || g.Links[i].Rejected != 0 {
		t.Errorf("web to db: %+v", g.Links)
	}

	var before api.Graph
	s.ask(200, "GET", "/graph?since=2026-03-03T00:00:00Z&until=2026-03-04T00:00:00Z&cmp_since=2026-03-04T00:00:00Z&cmp_until=2026-03-05T00:00:00Z", "", &before)
	for _, c := range before.Cards {
		if old := card(c.Id); c.Col != old.Col || c.Row != old.Row {
			t.Errorf("%s stands at %d, %v on one day and %d, %v on the other", c.Id, c.Col, c.Row, old.Col, old.Row)
		}
	}
	if i := slices.IndexFunc(before.Links, func(l api.GraphLink) bool { return l.Server == "vpc-1/db" }); i < 0 || before.Links[i].State != "gone" {
		t.Errorf("against the next day: %+v", before.Links)
	}
	var p api.Problem
	if s.ask(404, "GET", "/graph?center=vpc-1/none", "", &p); p.Code != "not_found" || p.Fix == nil {
		t.Errorf("%+v", p)
	}
	if s.ask(400, "GET", "/graph?find="+url.QueryEscape("dstprt:22"), "", &p); p.Code != "filter" {
		t.Errorf("%+v", p)
	}

	// What an edge says and its filter finds is the same.
	var edges api.Table
	s.ask(200, "GET", "/graph/edges?"+span, "", &edges)
	column := func(name string) []any {
		return edges.Values[slices.IndexFunc(edges.Columns, func(c api.Column) bool { return c.Name == name })]
	}
	for i, text := range column("filter") {
		var n api.Table
		s.ask(200, "GET", "/query?agg=count&traffic=true&"+span+"&filter="+url.QueryEscape(text.(string)), "", &n)
		if n.Values[0][0] != column("flows")[i] {
			t.Errorf("%s finds %v flows, the edge has %v", text, n.Values[0][0], column("flows")[i])
		}
	}

	var e api.EntityCard
	s.ask(200, "GET", "/entity?kind=address&id=vpc-1/10.0.0.5&"+span, "", &e)
	if e.GraphId == nil || *e.GraphId != "vpc-1/web" || e.FirstSeen == nil || !e.FirstSeen.Equal(at) || e.Public {
		t.Errorf("entity: %+v", e)
	}
	var ports api.EntityPorts
	s.ask(200, "GET", "/entity/ports?kind=app&id=vpc-1/web&"+span, "", &ports)
	if len(ports.Listeners) != 1 || ports.Listeners[0].Port != 443 || ports.Listeners[0].PublicClients != 30 || ports.Front == nil {
		t.Errorf("listeners: %+v, front %+v", ports.Listeners, ports.Front)
	}
	if i := slices.IndexFunc(ports.Exposure, func(x api.Exposed) bool { return x.Port == 23 }); i < 0 || ports.Exposure[i].Rejected != 30 || ports.Exposure[i].Answered != 0 || ports.Exposure[i].Sources != 30 {
		t.Errorf("exposure: %+v", ports.Exposure)
	}
	if len(ports.Rules) != 1 || ports.Rules[0].Source != "0.0.0.0/0" || !strings.Contains(ports.Terraform, "cidr_ipv4") {
		t.Errorf("rules: %+v\n%s", ports.Rules, ports.Terraform)
	}
	s.ask(200, "GET", "/entity/ports?kind=host&id=none&"+span, "", &ports)
	s.ask(200, "GET", "/entity/ports?kind=app&id=vpc-1/db&"+span, "", &ports)
	if len(ports.Rules) != 1 || ports.Rules[0].Source != "10.0.0.5/32" || ports.Rules[0].Description != "web" || !strings.Contains(ports.Aws, "FromPort=5432") {
		t.Errorf("rules of the database: %+v\n%s", ports.Rules, ports.Aws)
	}
	s.ask(400, "GET", "/entity?kind=address&id=nonsense", "", &p)
}
