package fleet

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/netip"
	"os"
	"slices"
	"time"
)

// Truth is what a reader of the logs should find. Records are lines of the
// files. Flows are windows that at least one logged interface saw, each counted
// once whatever the number of its witnesses: with the verdict of the last
// interface that saw it, with the real ends of translated traffic, without
// NAT's translated legs.
type Truth struct {
	Seed        uint64    `json:"seed"`
	Start       time.Time `json:"start"`
	End         time.Time `json:"end"`
	Records     Lines     `json:"records"`
	Flows       []Flows   `json:"flows"`        // by action and direction, over all days
	Days        []Day     `json:"days"`         // by UTC day of the start; days without records left out
	ByOpener    Sums      `json:"by_opener"`    // flows sent by the side that opened the connection
	ByResponder Sums      `json:"by_responder"` // the answers
	Edges       []Edge    `json:"edges"`
	Addresses   []Holder  `json:"addresses"`

	Planted Planted `json:"-"` // the truth about attacks
}

// Lines counts lines: Total = Accept + Reject + NoAction + NoData + SkipData.
type Lines struct {
	Total    int64 `json:"total"`
	Accept   int64 `json:"accept"`
	Reject   int64 `json:"reject"`
	NoAction int64 `json:"no_action"`
	NoData   int64 `json:"nodata"`
	SkipData int64 `json:"skipdata"`
}

// Sums adds up flows.
type Sums struct {
	Flows   int64  `json:"flows"`
	Bytes   uint64 `json:"bytes"`
	Packets uint64 `json:"packets"`
}

// Flows is the sum of one action and direction, seen from the VPC.
type Flows struct {
	Action    string `json:"action"`    // ACCEPT, REJECT, empty where the logs tell none
	Direction string `json:"direction"` // internal, inbound, outbound
	Sums
}

// Day is one UTC day.
type Day struct {
	Day     string  `json:"day"` // 2006-01-02
	Records Lines   `json:"records"`
	Flows   []Flows `json:"flows"`
}

// Edge is one app that opens connections to another. Outside
// ends are called internet, aws:S3 or aws:AMAZON.
type Edge struct {
	Network string `json:"network"`
	// ServerNetwork is empty when the server lies in the same network.
	ServerNetwork string `json:"server_network,omitempty"`
	Client        string `json:"client"`
	Server        string `json:"server"`
	Port          uint16 `json:"port"` // 0 for ICMP
	Protocol      uint8  `json:"protocol"`
	Action        string `json:"action"`
	Out           Sums   `json:"out"`  // client to server
	Back          Sums   `json:"back"` // server to client
}

// Holder tells who had an internal address, and when.
type Holder struct {
	Address   string    `json:"address"`
	Network   string    `json:"network"`
	Interface string    `json:"interface"`
	Instance  string    `json:"instance,omitempty"`
	Subnet    string    `json:"subnet"`
	App       string    `json:"app"`
	Role      string    `json:"role"`
	Field     string    `json:"field,omitempty"` // the log field that names the app, if any does
	Logged    bool      `json:"logged"`
	From      time.Time `json:"from"`
	To        time.Time `json:"to"`
}

var directionNames = [3]string{"internal", "inbound", "outbound"}

// tally counts while records are made.
type tally struct {
	day0    int64                   // days since 1970
	records [][5]int64              // by day: accept, reject, no action, nodata, skipdata
	flows   [][actions][3]Sums      // by day, action, direction
	sent    [2]Sums                 // by opener, by responder
	edges   [][actions][2]Sums      // by edge, action, way
	links   map[Edge]*[2]Sums       // of what transit gateways and GCP join, and of what is planted
	plants  []planted               // by number
	sources map[netip.Addr]*visitor // that look around; nil: not followed
}

func (w *World) newTally() *tally {
	day0 := w.start / 86400
	days := int((w.end-1)/86400-day0) + 1
	t := &tally{day0: day0, records: make([][5]int64, days), flows: make([][actions][3]Sums, days), links: map[Edge]*[2]Sums{}}
	t.edges = make([][actions][2]Sums, w.edgeCount)
	t.plants = make([]planted, len(w.plants)+1)
	if w.cfg.planted() {
		t.sources = map[netip.Addr]*visitor{}
	}
	return t
}

func (s *Sums) add(flows int64, bytes, packets uint64) {
	s.Flows += flows
	s.Bytes += bytes
	s.Packets += packets
}

// count adds one window, described by rec.
func (t *tally) count(w *window, rec *Record, back bool) {
	direction, way := 0, 0
	switch {
	case rec.From == nil:
		direction = 1
	case rec.To == nil:
		direction = 2
	}
	if back {
		way = 1
	}
	day := rec.Start/86400 - t.day0
	t.flows[day][rec.Final][direction].add(1, rec.Bytes, rec.Packets)
	t.sent[way].add(1, rec.Bytes, rec.Packets)
	t.plants[w.plant].flow(w, rec, back)
	if t.sources != nil && !back && (w.visits || w.plant == 0 && w.from < 0 && (w.fromPool == scanners || w.fromPool == sweepers)) {
		t.visit(w)
	}
	if w.edge >= 0 {
		t.edges[w.edge][rec.Final][way].add(1, rec.Bytes, rec.Packets)
		return
	}
	t.link(w.plantedEdge(rec.Final), way, Sums{1, rec.Bytes, rec.Packets})
}

// record adds one line.
func (t *tally) record(rec *Record) {
	k := int(rec.Action)
	if rec.Status != OK {
		k = int(NoAction) + int(rec.Status)
	}
	t.records[rec.Start/86400-t.day0][k]++
	if rec.Plant > 0 {
		t.plants[rec.Plant].line(rec.Start, rec.End)
	}
}

// merge adds what another worker counted.
func (t *tally) merge(o *tally) {
	for d := range t.records {
		for k := range t.records[d] {
			t.records[d][k] += o.records[d][k]
		}
		for a := range t.flows[d] {
			for i := range t.flows[d][a] {
				s := o.flows[d][a][i]
				t.flows[d][a][i].add(s.Flows, s.Bytes, s.Packets)
			}
		}
	}
	for i, s := range o.sent {
		t.sent[i].add(s.Flows, s.Bytes, s.Packets)
	}
	for i := range t.plants {
		t.plants[i].merge(&o.plants[i])
	}
	for a, v := range o.sources {
		t.visitor(a).merge(v)
	}
	for k, s := range o.links {
		for way := range s {
			t.link(k, way, s[way])
		}
	}
	for e := range t.edges {
		for a := range t.edges[e] {
			for way, s := range o.edges[e][a] {
				t.edges[e][a][way].add(s.Flows, s.Bytes, s.Packets)
			}
		}
	}
}

// link adds to an edge that joins networks.
func (t *tally) link(k Edge, way int, s Sums) {
	if t.links[k] == nil {
		t.links[k] = new([2]Sums)
	}
	t.links[k][way].add(s.Flows, s.Bytes, s.Packets)
}

func (w *World) truth(t *tally) Truth {
	out := Truth{
		Seed: w.cfg.Seed, Start: time.Unix(w.start, 0).UTC(), End: time.Unix(w.end, 0).UTC(),
		ByOpener: t.sent[0], ByResponder: t.sent[1],
		Edges: w.edges(t), Addresses: w.Addresses(),
	}
	var all [actions][3]Sums
	for d := range t.records {
		day := Day{
			Day:     time.Unix((t.day0+int64(d))*86400, 0).UTC().Format(time.DateOnly),
			Records: counted(t.records[d]), Flows: spread(&t.flows[d]),
		}
		for a := range all {
			for i, s := range t.flows[d][a] {
				all[a][i].add(s.Flows, s.Bytes, s.Packets)
			}
		}
		if day.Records.Total == 0 {
			continue
		}
		out.Days = append(out.Days, day)
		out.Records.Total += day.Records.Total
		out.Records.Accept += day.Records.Accept
		out.Records.Reject += day.Records.Reject
		out.Records.NoAction += day.Records.NoAction
		out.Records.NoData += day.Records.NoData
		out.Records.SkipData += day.Records.SkipData
	}
	out.Flows = spread(&all)
	out.Planted = w.incidents(t)
	return out
}

func counted(k [5]int64) Lines {
	return Lines{Total: k[0] + k[1] + k[2] + k[3] + k[4], Accept: k[0], Reject: k[1], NoAction: k[2], NoData: k[3], SkipData: k[4]}
}

func spread(sums *[actions][3]Sums) []Flows {
	var out []Flows
	for a := range sums {
		for i, s := range sums[a] {
			if s.Flows > 0 {
				out = append(out, Flows{Action(a).String(), directionNames[i], s})
			}
		}
	}
	return out
}

// edges merges the lines that are one edge to a reader.
func (w *World) edges(t *tally) []Edge {
	sums := map[Edge]*[2]Sums{}
	for _, a := range w.accounts {
		for i := range a.lines {
			l := &a.lines[i]
			k := Edge{Network: a.network, Client: a.appOf(l.from), Server: a.appOf(l.to), Protocol: l.proto}
			for p := range max(1, len(l.ports)) {
				k.Port = l.port
				if len(l.ports) > 0 {
					k.Port = l.ports[p]
				}
				for action, ways := range t.edges[l.edge+p] {
					if ways[0].Flows+ways[1].Flows == 0 {
						continue
					}
					k.Action = Action(action).String()
					if sums[k] == nil {
						sums[k] = new([2]Sums)
					}
					for way, s := range ways {
						sums[k][way].add(s.Flows, s.Bytes, s.Packets)
					}
				}
			}
		}
	}
	for k, s := range t.links {
		if sums[k] == nil {
			sums[k] = new([2]Sums)
		}
		for way := range s {
			sums[k][way].add(s[way].Flows, s[way].Bytes, s[way].Packets)
		}
	}
	var out []Edge
	for k, s := range sums {
		k.Out, k.Back = s[0], s[1]
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Network, b.Network), cmp.Compare(a.Client, b.Client), cmp.Compare(a.ServerNetwork, b.ServerNetwork), cmp.Compare(a.Server, b.Server),
			cmp.Compare(a.Port, b.Port), cmp.Compare(a.Protocol, b.Protocol), cmp.Compare(a.Action, b.Action))
	})
	return out
}

func (a *account) appOf(role int) string {
	if role < 0 {
		return poolApps[-role-1]
	}
	return a.roles[role].app
}

// Addresses returns who holds each internal address, and when, in the order
// the interfaces were made: one entry for each address of each interface.
func (w *World) Addresses() []Holder {
	var out []Holder
	for _, n := range w.interfaces {
		h := Holder{
			Network: n.Network, Interface: n.ID, Instance: n.Instance, Subnet: n.Subnet,
			App: n.App, Role: n.Role, Field: n.tag.field(), Logged: n.Logged,
			From: time.Unix(n.From, 0).UTC(), To: time.Unix(n.To, 0).UTC(),
		}
		add := func(a *Address) {
			h.Address = a.IP.String()
			out = append(out, h)
		}
		add(&n.Addr)
		if n.Addr6 != nil {
			add(n.Addr6)
		}
		for i := range n.Pods {
			add(&n.Pods[i])
		}
	}
	return out
}

// field returns the log field that shows an app's name.
func (t tag) field() string {
	return [...]string{"", "asg-tag", "instance-tag", "interface-tag", "ecs-service-name"}[t]
}

// WriteFile writes t as indented JSON. Keep it out of the folder of logs, whose
// readers would try to read it.
func (t Truth) WriteFile(path string) error {
	b, err := json.MarshalIndent(t, "", " ")
	if err != nil {
		return fmt.Errorf("encode truth: %w", err)
	}
	if err := os.WriteFile(path, append(b, '\n'), 0o644); err != nil {
		return fmt.Errorf("write truth: %w", err)
	}
	return nil
}
