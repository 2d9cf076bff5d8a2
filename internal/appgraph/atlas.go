package appgraph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// Side says where an app stands to the user's networks. What calls from outside and
// what is called outside are apart, so that a picture reads from left to right.
type Side string

// The sides.
const (
	Inside Side = "inside" // in one of the user's networks
	Caller Side = "caller" // outside, calls in
	Called Side = "called" // outside, is called
	Cloud  Side = "cloud"  // a cloud provider's, is called
)

// App is a node of the graph. Its ID is network/name for those inside.
type App struct {
	ID, Name, Network, Account, Role, Owner string
	Side                                    Side
	First, Latest                           int64 // unix seconds, of all its edges
	Front                                   *Front
}

// Front says that an app answers the internet, since when and on which ports.
type Front struct {
	Since int64
	Ports []Port
}

// Port is a port with its protocol.
type Port struct {
	Port     uint16
	Protocol uint8
}

// frontPairs is how many pairs of addresses a port must have answered for its app to
// be front-facing: one may be the attacker who got through.
const frontPairs = 3

// Line is an edge between two apps of an [Atlas].
type Line struct {
	query.Edge
	Client, Server int // apps
}

// Bytes are those of both ways.
func (l *Line) Bytes() uint64 { return l.BytesToServer + l.BytesToClient }

// Packets are those of both ways.
func (l *Line) Packets() uint64 { return l.PacketsToServer + l.PacketsToClient }

// Atlas is the graph of all apps that are stored, with what a range has of it. It is
// not changed once it is made.
type Atlas struct {
	Apps  []App
	Lines []Line
	Begin int64 // unix seconds: the first hour of all
	Since int64 // what is first seen from here on is new; 0: nothing is known from before
	index map[string]int
}

// NewAtlas joins nodes that are one app. What the stored edges begin with is not new:
// nobody knows what was before.
func NewAtlas(e query.Edges, networks []query.NetworkFacts) *Atlas {
	account := map[string]string{}
	for _, n := range networks {
		account[n.Network] = n.Account
	}
	a := &Atlas{index: map[string]int{}, Lines: make([]Line, len(e.List))}
	if !e.Begin.IsZero() {
		a.Begin = e.Begin.Unix()
	}
	if e.Meta.Since.After(e.Begin) {
		a.Since = e.Meta.Since.Unix()
	}
	type end struct {
		node   int32
		server bool
	}
	known := map[end]int{}
	app := func(node int32, server bool) int {
		k := end{node, server}
		n, ok := known[k]
		if !ok {
			n = a.add(e.Nodes[node], server, account)
			known[k] = n
		}
		return n
	}
	for i, edge := range e.List {
		l := Line{Edge: edge, Client: app(edge.Client, false), Server: app(edge.Server, true)}
		a.Lines[i] = l
		for _, n := range [...]int{l.Client, l.Server} {
			p := &a.Apps[n]
			if p.First == 0 || edge.First < p.First {
				p.First = edge.First
			}
			p.Latest = max(p.Latest, edge.Latest)
		}
		if l.fronts() && a.Apps[l.Client].Side == Caller && a.Apps[l.Server].Side == Inside {
			a.Apps[l.Server].front(&l)
		}
	}
	for i := range a.Apps {
		if f := a.Apps[i].Front; f != nil {
			slices.SortFunc(f.Ports, func(x, y Port) int { return cmp.Or(cmp.Compare(x.Port, y.Port), cmp.Compare(x.Protocol, y.Protocol)) })
		} else if a.Apps[i].Role == "front-facing" {
			a.Apps[i].Front = &Front{Since: a.Apps[i].First}
		}
	}
	return a
}

// fronts reports whether the server answered several callers, with more than resets.
func (l *Line) fronts() bool {
	switch {
	case l.Action == record.Reject || l.Port == 0 || l.Pairs < frontPairs || l.PacketsToClient == 0 && l.Flows > 0:
		return false
	case l.Flows == 0:
		return true // not seen in the range: what it carried then is not read
	case l.Protocol == iana.TCP:
		return l.BytesToClient > l.PacketsToClient*60
	default:
		return l.BytesToClient > 0
	}
}

func (p *App) front(l *Line) {
	if p.Front == nil {
		p.Front = &Front{Since: l.First}
	}
	p.Front.Since = min(p.Front.Since, l.First)
	if port := (Port{l.Port, l.Protocol}); !slices.Contains(p.Front.Ports, port) {
		p.Front.Ports = append(p.Front.Ports, port)
	}
}

// unnamed stands where nothing names an app.
const unnamed = "(unnamed)"

func (a *Atlas) add(n query.Node, server bool, account map[string]string) int {
	p := App{Name: n.App, Network: n.Network, Role: n.Role, Owner: n.Owner, Account: account[n.Network], Side: Inside}
	if p.Name == "" {
		p.Name = unnamed
	}
	switch {
	case n.Network != "":
		p.ID = n.Network + "/" + p.Name
	case !server:
		p.Side, p.ID = Caller, "in:"+p.Name
	case n.Provider != "":
		p.Side, p.ID = Cloud, "cloud:"+p.Name
	default:
		p.Side, p.ID = Called, "out:"+p.Name
	}
	i, ok := a.index[p.ID]
	if !ok {
		i = len(a.Apps)
		a.index[p.ID], a.Apps = i, append(a.Apps, p)
	}
	if old := &a.Apps[i]; old.Role == "" {
		old.Role, old.Owner = p.Role, p.Owner
	}
	return i
}

// Find returns the app of an ID.
func (a *Atlas) Find(id string) (int, bool) {
	i, ok := a.index[id]
	return i, ok
}

// New reports whether an edge was first seen in the range.
func (a *Atlas) New(l *Line) bool { return a.Since > 0 && l.Flows > 0 && l.First >= a.Since }

// Quote writes text as a value of the filter language.
func Quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
