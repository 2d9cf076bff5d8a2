package appgraph

import (
	"cmp"
	"math"
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// Options say what of an [Atlas] a picture shows.
type Options struct {
	Center     string   // ID of the app in the middle; empty: groups of all apps
	Open, Shut []string // groups to split and to close, by ID
	Only       Only
	Today      int64   // unix seconds: what [OnlyToday] counts from
	Compare    bool    // with the second range
	Share      float64 // length of the range over that of the second one
	Find, Hide []bool  // by line; nil: nothing is looked for, or hidden
	Kept       map[string]Place
}

// Only narrows a picture to edges of a kind.
type Only string

// The kinds.
const (
	OnlyAll     Only = ""
	OnlyNew     Only = "new"     // first seen in the range
	OnlyToday   Only = "today"   // first seen in the last 24 hours of the range
	OnlyChanged Only = "changed" // new, gone, or twice or half of what it was in the second range
)

// State is how an edge differs between two ranges.
type State string

// The states.
const (
	Same State = "same"
	New  State = "new"  // not in the second range
	Gone State = "gone" // only in the second range
	More State = "more" // twice its bytes an hour, or more
	Less State = "less" // half, or less
)

// View is a picture: cards on a grid, links between them.
type View struct {
	Cards  []Card `json:"cards"`
	Links  []Link `json:"links"`
	Apps   int    `json:"apps"`   // with traffic in the range
	Edges  int    `json:"edges"`  // in the range, by port and verdict
	New    int    `json:"new"`    // of these, first seen in the range
	Known  bool   `json:"known"`  // whether there is a time before the range to tell what is new from
	Hidden int    `json:"hidden"` // edges that the hide filter took
}

// Card is an app, or a group of them.
type Card struct {
	ID        string     `json:"id"`
	Kind      string     `json:"kind"` // app, group, open: a group whose members stand beside it, or rest
	Side      Side       `json:"side"`
	Title     string     `json:"title"`
	Note      string     `json:"note,omitempty"` // role, or account
	Network   string     `json:"network,omitempty"`
	Parent    string     `json:"parent,omitempty"` // the group to close it into
	Col       int        `json:"col"`
	Row       float64    `json:"row"`
	Apps      int        `json:"apps"` // in the group
	Bytes     uint64     `json:"bytes"`
	Flows     uint64     `json:"flows"`
	Rejected  uint64     `json:"rejected"`
	FirstSeen int64      `json:"first_seen"` // unix seconds
	New       bool       `json:"new"`
	Quiet     bool       `json:"quiet"` // no traffic in the range
	Match     bool       `json:"match"` // of what is looked for
	Front     *CardFront `json:"front,omitempty"`
	Members   []string   `json:"-"` // IDs of the apps inside
}

// CardFront says that a card answers the internet.
type CardFront struct {
	Since int64      `json:"since"`
	Ports []CardPort `json:"ports"`
}

// CardPort is a port with what is known of it.
type CardPort struct {
	Port     uint16 `json:"port"`
	Protocol uint8  `json:"protocol"`
	Flows    uint64 `json:"flows"`
	New      bool   `json:"new"`
}

// Link is all calls from one card to another.
type Link struct {
	Client     string     `json:"client"`
	Server     string     `json:"server"`
	Bytes      uint64     `json:"bytes"`
	Packets    uint64     `json:"packets"`
	Flows      uint64     `json:"flows"`
	Rejected   uint64     `json:"rejected"` // of the flows
	Before     uint64     `json:"before_bytes"`
	Edges      int        `json:"edges"` // pairs of apps
	Ports      []CardPort `json:"ports"` // the busiest; 0 stands for those of rejected calls
	PortsTotal int        `json:"ports_total"`
	FirstSeen  int64      `json:"first_seen"`
	LastSeen   int64      `json:"last_seen"`
	New        bool       `json:"new"`       // all of it was first seen in the range
	NewEdges   int        `json:"new_edges"` // of its edges by port
	State      State      `json:"state"`
	Match      bool       `json:"match"`
}

// topPorts is how many ports a link names.
const topPorts = 6

// View draws a picture, and returns the places that are to be kept for the next.
func (a *Atlas) View(o Options) (View, map[string]Place) {
	t := a.grouped()
	if o.Center != "" {
		if n, ok := a.Find(o.Center); ok {
			return a.ego(t, n, o), nil
		}
	}
	front := t.cut()
	base := settle(a.drawn(front).layout(), o.Kept)
	front, places, open := t.unfold(front, base, o)
	p := newPicture(a, o)
	for _, b := range open {
		p.card(b, places[b.id], "open")
	}
	for _, b := range front {
		p.card(b, places[b.id], "")
		for _, app := range b.apps {
			p.from[app], p.to[app] = b.id, b.id
		}
	}
	for i := range a.Lines {
		p.line(i)
	}
	return p.done(), base
}

// drawn is the graph of the branches with all that was ever seen between them, so
// that a picture does not depend on its range.
func (a *Atlas) drawn(front []*branch) *graph {
	g := &graph{edges: map[[2]int]float64{}}
	of := make([]int, len(a.Apps))
	for n, b := range front {
		g.ids, g.sides = append(g.ids, b.id), append(g.sides, b.side)
		for _, app := range b.apps {
			of[app] = n
		}
	}
	for i := range a.Lines {
		l := &a.Lines[i]
		if l.Action != record.Reject {
			g.edges[[2]int{of[l.Client], of[l.Server]}]++
		}
	}
	for k, n := range g.edges {
		g.edges[k] = 1 + math.Log2(n)
	}
	return g
}

// unfold shuts and opens groups as asked. The members of an opened group stand in
// columns of their own behind it, and all beyond moves on.
func (t *tree) unfold(front []*branch, base map[string]Place, o Options) ([]*branch, map[string]Place, []*branch) {
	places := make(map[string]Place, len(base))
	for id, p := range base {
		places[id] = p
	}
	for _, id := range o.Shut {
		b := t.byID[id]
		if b == nil || b.single() {
			continue
		}
		var members []*branch
		sum, col := 0.0, math.MaxInt
		for _, m := range front {
			if m != b && m.within(b) {
				members = append(members, m)
				sum += places[m.id].Row
				col = min(col, places[m.id].Col)
			}
		}
		if len(members) == 0 {
			continue
		}
		front = replace(front, members[0], []*branch{b})
		front = slices.DeleteFunc(front, func(m *branch) bool { return slices.Contains(members, m) })
		for _, m := range members {
			delete(places, m.id)
		}
		var taken []float64
		for _, p := range places {
			if p.Col == col {
				taken = append(taken, p.Row)
			}
		}
		places[b.id] = Place{col, freeRow(taken, math.Round(sum/float64(len(members))))}
	}
	var open []*branch
	for _, id := range o.Open {
		b := t.byID[id]
		if b == nil || b.single() || !slices.Contains(front, b) {
			continue
		}
		children := t.chunk(b.id, b.children, maxMembers)
		columns := pile(indexes(len(children)))
		at := places[b.id]
		for id, p := range places {
			if p.Col > at.Col {
				places[id] = Place{p.Col + len(columns), p.Row}
			}
		}
		for c, column := range columns {
			top := max(0, at.Row-math.Floor(float64(len(column)-1)/2))
			for r, i := range column {
				places[children[i].id] = Place{at.Col + 1 + c, top + float64(r)}
			}
		}
		front = replace(front, b, children)
		open = append(open, b)
	}
	return front, places, open
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// picture collects a view.
type picture struct {
	a        *Atlas
	o        Options
	view     View
	from, to []string // by app: its card as a client and as a server; "" for none
	cards    map[string]int
	links    map[[2]string]*linked
}

type linked struct {
	Link
	ports map[Port]*CardPort
	pairs map[[2]int]bool
	fresh int  // edges by port that the range has
	known bool // an edge of it was seen before the range
}

func newPicture(a *Atlas, o Options) *picture {
	return &picture{
		a: a, o: o, from: make([]string, len(a.Apps)), to: make([]string, len(a.Apps)),
		cards: map[string]int{}, links: map[[2]string]*linked{},
		view: View{Cards: []Card{}, Links: []Link{}, Known: a.Since > 0},
	}
}

func (p *picture) card(b *branch, at Place, kind string) {
	c := Card{ID: b.id, Kind: kind, Side: b.side, Title: b.title, Note: b.note, Network: b.network, Col: at.Col, Row: at.Row, Apps: len(b.apps), Quiet: true}
	if kind == "" {
		c.Kind = "group"
		if b.single() {
			c.Kind = "app"
		}
	}
	if b.parent != nil {
		c.Parent = b.parent.id
	}
	for _, n := range b.apps {
		app := &p.a.Apps[n]
		if app.Side == Inside {
			c.Members = append(c.Members, app.ID)
		}
		if c.FirstSeen == 0 || app.First < c.FirstSeen {
			c.FirstSeen = app.First
		}
		if f := app.Front; f != nil {
			if c.Front == nil {
				c.Front = &CardFront{Since: f.Since, Ports: []CardPort{}}
			}
			c.Front.Since = min(c.Front.Since, f.Since)
			for _, port := range f.Ports {
				if !slices.ContainsFunc(c.Front.Ports, func(q CardPort) bool { return q.Port == port.Port && q.Protocol == port.Protocol }) {
					c.Front.Ports = append(c.Front.Ports, CardPort{Port: port.Port, Protocol: port.Protocol})
				}
			}
		}
	}
	c.New = p.a.Since > 0 && c.FirstSeen >= p.a.Since && kind != "open"
	p.cards[c.ID] = len(p.view.Cards)
	p.view.Cards = append(p.view.Cards, c)
}

// line adds a line to the link between its cards.
func (p *picture) line(i int) {
	l := &p.a.Lines[i]
	from, to := p.from[l.Client], p.to[l.Server]
	if from == "" || to == "" || l.Flows == 0 && (!p.o.Compare || l.BeforeFlows == 0) {
		return
	}
	if p.o.Hide != nil && p.o.Hide[i] {
		p.view.Hidden++
		return
	}
	fresh := p.a.New(l)
	if l.Flows > 0 {
		p.view.Edges++
		if fresh {
			p.view.New++
		}
	}
	if !p.wanted(l) {
		return
	}
	match := p.o.Find != nil && p.o.Find[i]
	for _, id := range [...]string{from, to} {
		c := &p.view.Cards[p.cards[id]]
		if l.Flows > 0 {
			c.Quiet = false
		}
		c.Match = c.Match || match
	}
	p.count(from, l)
	if to != from {
		p.count(to, l)
	}
	k := [2]string{from, to}
	link := p.links[k]
	if link == nil {
		link = &linked{Link: Link{Client: from, Server: to}, ports: map[Port]*CardPort{}, pairs: map[[2]int]bool{}}
		p.links[k] = link
	}
	link.add(l, fresh, match)
}

func (p *picture) wanted(l *Line) bool {
	switch p.o.Only {
	case OnlyNew:
		return p.a.New(l)
	case OnlyToday:
		return p.o.Today > p.a.Begin && l.Flows > 0 && l.First >= p.o.Today
	case OnlyChanged:
		return !p.o.Compare || p.state(l.Bytes(), l.Flows, l.BeforeBytes, l.BeforeFlows) != Same
	}
	return true
}

func (p *picture) count(id string, l *Line) {
	c := &p.view.Cards[p.cards[id]]
	c.Bytes += l.Bytes()
	c.Flows += l.Flows
	if l.Action == record.Reject {
		c.Rejected += l.Flows
	}
}

func (k *linked) add(l *Line, fresh, match bool) {
	k.Bytes += l.Bytes()
	k.Packets += l.Packets()
	k.Flows += l.Flows
	k.Before += l.BeforeBytes
	if l.Action == record.Reject {
		k.Rejected += l.Flows
	}
	k.Match = k.Match || match
	if !k.pairs[[2]int{l.Client, l.Server}] {
		k.pairs[[2]int{l.Client, l.Server}] = true
		k.Edges++
	}
	if k.FirstSeen == 0 || l.First < k.FirstSeen {
		k.FirstSeen = l.First
	}
	k.LastSeen = max(k.LastSeen, l.Last)
	if l.Flows == 0 {
		return
	}
	k.fresh++
	if fresh {
		k.NewEdges++
	} else {
		k.known = true
	}
	port := k.ports[Port{l.Port, l.Protocol}]
	if port == nil {
		port = &CardPort{Port: l.Port, Protocol: l.Protocol, New: true}
		k.ports[Port{l.Port, l.Protocol}] = port
	}
	port.Flows += l.Flows
	port.New = port.New && fresh
}

// changed is the factor from which a change of bytes an hour is one.
const changed = 2

func (p *picture) state(bytes, flows, beforeBytes, beforeFlows uint64) State {
	switch now, then := float64(bytes), float64(beforeBytes)*p.o.Share; {
	case !p.o.Compare:
		return Same
	case beforeFlows == 0:
		return New
	case flows == 0:
		return Gone
	case now >= then*changed && now > 0:
		return More
	case now*changed <= then && then > 0:
		return Less
	}
	return Same
}

func (p *picture) done() View {
	apps := map[int]bool{}
	for i := range p.a.Lines {
		if l := &p.a.Lines[i]; l.Flows > 0 {
			apps[l.Client], apps[l.Server] = true, true
		}
	}
	p.view.Apps = len(apps)
	for _, k := range p.links {
		k.New = k.NewEdges > 0 && !k.known
		beforeFlows := uint64(0)
		if k.Before > 0 {
			beforeFlows = 1
		}
		k.State = p.state(k.Bytes, k.Flows, k.Before, beforeFlows)
		k.Ports = []CardPort{}
		for _, port := range k.ports {
			k.Ports = append(k.Ports, *port)
		}
		k.PortsTotal = len(k.Ports)
		slices.SortFunc(k.Ports, func(a, b CardPort) int {
			return cmp.Or(cmp.Compare(b.Flows, a.Flows), cmp.Compare(a.Port, b.Port), cmp.Compare(a.Protocol, b.Protocol))
		})
		k.Ports = k.Ports[:min(topPorts, len(k.Ports))]
		p.view.Links = append(p.view.Links, k.Link)
	}
	slices.SortFunc(p.view.Links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), cmp.Compare(a.Client, b.Client), cmp.Compare(a.Server, b.Server))
	})
	return p.view
}
