// Package appgraph turns flows into the graph of apps: who calls whom, on
// which port, since when.
//
// A node is an app in its network, not an address; an edge is (client app,
// server app, service port, protocol, action) in one hour. Edges therefore
// grow with pairs of apps and can be kept for years, after the flows they sum
// up are gone.
package appgraph

import (
	"github.com/cespare/xxhash/v2"
	"github.com/weir-flow/weir/internal/record"
)

// nodeSlots are the slots of a side tuple that make a node; interface,
// instance and subnet are where an app runs, not what it is.
var nodeSlots = []int{
	record.SideNetwork, record.SideApp, record.SideRole, record.SideOwner,
	record.SideASN, record.SideASOrg, record.SideProvider, record.SideService,
}

// Node returns the tuple number of the node that a side belongs to: the same
// side without what tells two hosts of one app apart.
func Node(reg *record.Registry, side uint32) uint32 {
	t := reg.Tuple(record.GroupSide, side)
	var v [record.NumSideSlots]string
	for _, slot := range nodeSlots {
		v[slot] = t.Value(slot)
	}
	return reg.Intern(record.GroupSide, v[:])
}

// Edges are the edges of some batches as columns of equal length, one element
// an edge and hour.
type Edges struct {
	Hour                             []uint32 // unix seconds at its start
	Client, Server                   []uint32 // nodes: tuple numbers of record.GroupSide
	ServicePort                      []uint16 // 0 when the initiator is unknown
	Protocol, Action                 []uint8
	Flows                            []uint64
	BytesToServer, BytesToClient     []uint64
	PacketsToServer, PacketsToClient []uint64
	FirstSeen, LastSeen              []uint32 // unix seconds: earliest start, latest end
	Peers                            [4][]uint64
}

// Graph aggregates batches into edges. It is not safe for concurrent use.
type Graph struct {
	reg   *record.Registry
	nodes []uint32 // by side number: node + 1, 0 unknown yet
	index map[edgeKey]int32
	last  edgeKey // most rows continue the edge before them
	lastN int32
	edges Edges
}

// edgeKey has no padding that could differ: it is compared and hashed as is.
type edgeKey struct {
	hour, client, server uint32
	port                 uint16
	protocol, action     uint8
}

// NewGraph returns an empty graph over tuples of reg.
func NewGraph(reg *record.Registry) *Graph {
	return &Graph{reg: reg, index: map[edgeKey]int32{}}
}

// Edges returns what was added since the last Reset, valid until the next Add.
func (g *Graph) Edges() *Edges { return &g.edges }

// Reset forgets all edges and keeps the memory.
func (g *Graph) Reset() {
	clear(g.index)
	g.lastN, g.last = 0, edgeKey{}
	e := &g.edges
	e.Hour, e.Client, e.Server = e.Hour[:0], e.Client[:0], e.Server[:0]
	e.ServicePort, e.Protocol, e.Action = e.ServicePort[:0], e.Protocol[:0], e.Action[:0]
	e.Flows, e.BytesToServer, e.BytesToClient = e.Flows[:0], e.BytesToServer[:0], e.BytesToClient[:0]
	e.PacketsToServer, e.PacketsToClient = e.PacketsToServer[:0], e.PacketsToClient[:0]
	e.FirstSeen, e.LastSeen = e.FirstSeen[:0], e.LastSeen[:0]
	for i := range e.Peers {
		e.Peers[i] = e.Peers[i][:0]
	}
}

const second, hour = 1e9, 3600

// Add takes the counted flows of an enriched batch. Where nothing tells a
// verdict, as of clouds that do not log one, the action is 0.
func (g *Graph) Add(b *record.Batch) {
	if !b.Has(record.Counted) {
		return
	}
	n := b.Len()
	counted, role := b.Col(record.Counted).U8[:n], b.Col(record.Role).U8[:n]
	var action []uint8
	if b.Has(record.ActionField) {
		action = b.Col(record.ActionField).U8
	}
	col := columns(b)
	for i := range n {
		if counted[i] == 0 {
			continue
		}
		client, server := g.node(b.SrcSide[i]), g.node(b.DstSide[i])
		clientAddr, serverAddr := at(col.src, i), at(col.dst, i)
		port, fromClient := at(col.dstPort, i), true
		switch record.RoleInitiator(role[i]) {
		case record.InitiatorDst:
			client, server = server, client
			clientAddr, serverAddr = serverAddr, clientAddr
			port, fromClient = at(col.srcPort, i), false
		case record.InitiatorNone:
			port = 0
		}
		start := col.start[i] / second
		end := start
		if col.end != nil && (col.absent == nil || col.absent[i]&endBit == 0) {
			end = max(start, col.end[i]/second)
		}
		k := edgeKey{uint32(start - start%hour), client, server, port, at(col.protocol, i), at(action, i)}
		e := g.edge(k, uint32(start))

		g.edges.Flows[e]++
		if fromClient {
			g.edges.BytesToServer[e] += at(col.bytes, i)
			g.edges.PacketsToServer[e] += at(col.packets, i)
		} else {
			g.edges.BytesToClient[e] += at(col.bytes, i)
			g.edges.PacketsToClient[e] += at(col.packets, i)
		}
		g.edges.FirstSeen[e] = min(g.edges.FirstSeen[e], uint32(start))
		g.edges.LastSeen[e] = max(g.edges.LastSeen[e], uint32(end))
		bit := peerBit(&clientAddr, &serverAddr)
		g.edges.Peers[bit>>6][e] |= 1 << (bit & 63)
	}
}

// peerBit places a pair of addresses in the 256 bits of an edge from which the
// number of distinct pairs is estimated (linear counting, Whang et al. 1990).
func peerBit(client, server *record.Addr) uint8 {
	var pair [32]byte
	copy(pair[:16], client[:])
	copy(pair[16:], server[:])
	return uint8(xxhash.Sum64(pair[:]) >> 56)
}

func (g *Graph) node(side uint32) uint32 {
	if int(side) >= len(g.nodes) {
		g.nodes = append(g.nodes, make([]uint32, int(side)+1-len(g.nodes))...)
	}
	if g.nodes[side] == 0 {
		g.nodes[side] = Node(g.reg, side) + 1
	}
	return g.nodes[side] - 1
}

// edge returns the index of an edge, which begins at start when it is new.
func (g *Graph) edge(k edgeKey, start uint32) int32 {
	// Fast path: rows of one conversation follow each other.
	if k == g.last && len(g.edges.Hour) > 0 {
		return g.lastN
	}
	n, ok := g.index[k]
	if !ok {
		n = int32(len(g.edges.Hour))
		g.index[k] = n
		e := &g.edges
		e.Hour, e.Client, e.Server = append(e.Hour, k.hour), append(e.Client, k.client), append(e.Server, k.server)
		e.ServicePort, e.Protocol, e.Action = append(e.ServicePort, k.port), append(e.Protocol, k.protocol), append(e.Action, k.action)
		e.Flows, e.BytesToServer, e.BytesToClient = append(e.Flows, 0), append(e.BytesToServer, 0), append(e.BytesToClient, 0)
		e.PacketsToServer, e.PacketsToClient = append(e.PacketsToServer, 0), append(e.PacketsToClient, 0)
		e.FirstSeen, e.LastSeen = append(e.FirstSeen, start), append(e.LastSeen, start)
		for i := range e.Peers {
			e.Peers[i] = append(e.Peers[i], 0)
		}
	}
	g.last, g.lastN = k, n
	return n
}

// flowColumns are the columns an edge is made of; nil where absent.
type flowColumns struct {
	src, dst         []record.Addr
	srcPort, dstPort []uint16
	protocol         []uint8
	packets, bytes   []uint64
	start, end       []int64
	absent           []uint32
}

var endBit = record.AbsentBit(record.End)

func columns(b *record.Batch) flowColumns {
	return flowColumns{
		src: b.Col(record.SrcAddr).Addr, dst: b.Col(record.DstAddr).Addr,
		srcPort: b.Col(record.SrcPort).U16, dstPort: b.Col(record.DstPort).U16,
		protocol: b.Col(record.Protocol).U8,
		packets:  b.Col(record.Packets).U64, bytes: b.Col(record.Bytes).U64,
		start: b.Col(record.Start).Time, end: b.Col(record.End).Time,
		absent: b.Col(record.Absent).U32,
	}
}

// at reads an element of a column that may be absent.
func at[T any](col []T, i int) (v T) {
	if i < len(col) {
		v = col[i]
	}
	return v
}
