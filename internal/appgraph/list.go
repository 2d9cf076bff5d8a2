package appgraph

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

// Between chooses lines by the cards at their ends, or by an app on either side; an
// empty one stands for all.
type Between struct{ Client, Server, App string }

// Row is an edge of a table.
type Row struct {
	Client, Server *App
	Line           *Line
	State          State
	New            bool
	Filter         string // of the records behind it
}

// List returns the lines as rows, busiest first, and whether there were more.
func (a *Atlas) List(b Between, o Options, limit int) (rows []Row, more bool) {
	t := a.grouped()
	t.cut() // makes the groups of the rest
	from, to, either := t.members(b.Client), t.members(b.Server), t.members(b.App)
	p := &picture{a: a, o: o}
	for i := range a.Lines {
		l := &a.Lines[i]
		switch {
		case l.Flows == 0 && (!o.Compare || l.BeforeFlows == 0):
		case from != nil && !from[l.Client], to != nil && !to[l.Server], either != nil && !either[l.Client] && !either[l.Server]:
		case o.Hide != nil && o.Hide[i], o.Find != nil && !o.Find[i], !p.wanted(l):
		default:
			rows = append(rows, Row{&a.Apps[l.Client], &a.Apps[l.Server], l, p.state(l.Bytes(), l.Flows, l.BeforeBytes, l.BeforeFlows), a.New(l), ""})
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.Line.Bytes(), a.Line.Bytes()) })
	if more = len(rows) > limit; more {
		rows = rows[:limit]
	}
	for i := range rows {
		rows[i].Filter = a.Term(rows[i].Line)
	}
	return rows, more
}

// members are the apps of a card, nil for those of all.
func (t *tree) members(id string) map[int]bool {
	if id == "" {
		return nil
	}
	set := map[int]bool{}
	if b := t.find(id); b != nil {
		for _, n := range b.apps {
			set[n] = true
		}
	}
	return set
}

// Sorted returns the apps, those inside first, then by name.
func (a *Atlas) Sorted() []*App {
	out := make([]*App, len(a.Apps))
	for i := range a.Apps {
		out[i] = &a.Apps[i]
	}
	slices.SortFunc(out, func(x, y *App) int {
		return cmp.Or(cmp.Compare(outsideLast(x.Side), outsideLast(y.Side)), cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// Card returns what a card tells of it.
func (f *Front) Card() *CardFront {
	if f == nil {
		return nil
	}
	c := &CardFront{Since: f.Since, Ports: []CardPort{}}
	for _, p := range f.Ports {
		c.Ports = append(c.Ports, CardPort{Port: p.Port, Protocol: p.Protocol})
	}
	return c
}

// Term returns the filter of the records behind an edge.
func (a *Atlas) Term(l *Line) string {
	client, server := &a.Apps[l.Client], &a.Apps[l.Server]
	ends := appTerm("client_app", client) + " AND " + appTerm("server_app", server)
	if l.Protocol == iana.TCP || l.Protocol == iana.UDP {
		ends += fmt.Sprintf(" AND service_port:%d", l.Port)
	}
	if l.Port == 0 {
		// Where nothing tells who began, an edge goes the way its records do.
		ends = fmt.Sprintf("((%s) OR (NOT _exists_:initiator AND %s AND %s))", ends, appTerm("src_app", client), appTerm("dst_app", server))
	}
	text := ends
	if client.Network != "" {
		text += " AND network:" + Quote(client.Network)
	}
	if server.Network != "" && server.Network != client.Network {
		text += " AND network:" + Quote(server.Network)
	}
	text += fmt.Sprintf(" AND protocol:%d", l.Protocol)
	if l.Action != record.ActionNone {
		text += " AND action:" + l.Action.String()
	}
	return text
}

func appTerm(field string, p *App) string {
	if p.Name == unnamed {
		return "NOT _exists_:" + field
	}
	return field + ":" + Quote(p.Name)
}
