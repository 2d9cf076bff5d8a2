package appgraph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/weir-flow/weir/internal/record"
)

func side(reg *record.Registry, app, instance string) uint32 {
	v := make([]string, record.NumSideSlots)
	v[record.SideApp], v[record.SideInstance] = app, instance
	return reg.Intern(record.GroupSide, v)
}

// TestAdd: both ways of two hosts' conversations become one edge, what is not
// counted stays out, and hours are apart.
func TestAdd(t *testing.T) {
	reg := record.NewRegistry()
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.Packets, record.Bytes,
		record.Start, record.End, record.ActionField, record.Counted, record.Role)
	type flow struct {
		src, dst   uint32
		srcPort    uint16
		dstPort    uint16
		by         record.InitiatorSide
		start, end int64
		bytes      uint64
		counted    uint8
	}
	web1, web2, db := side(reg, "web", "i-1"), side(reg, "web", "i-2"), side(reg, "db", "i-3")
	flows := []flow{
		{web1, db, 50000, 5432, record.InitiatorSrc, 7200, 7230, 100, 1},
		{db, web1, 5432, 50000, record.InitiatorDst, 7201, 7260, 900, 1},
		{web2, db, 50001, 5432, record.InitiatorSrc, 7199, 7201, 7, 1},
		{web2, db, 50001, 5432, record.InitiatorSrc, 7300, 7301, 20, 1},
		{web2, db, 50001, 5432, record.InitiatorSrc, 7300, 7301, 20, 0},
	}
	b.Extend(len(flows))
	for i, f := range flows {
		b.SrcSide[i], b.DstSide[i] = f.src, f.dst
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = record.Addr{15: byte(f.src)}, record.Addr{15: byte(f.dst)}
		b.Col(record.SrcPort).U16[i], b.Col(record.DstPort).U16[i] = f.srcPort, f.dstPort
		b.Col(record.Protocol).U8[i], b.Col(record.ActionField).U8[i] = 6, uint8(record.Accept)
		b.Col(record.Bytes).U64[i], b.Col(record.Packets).U64[i] = f.bytes, 1
		b.Col(record.Start).Time[i], b.Col(record.End).Time[i] = f.start*1e9, f.end*1e9
		b.Col(record.Counted).U8[i] = f.counted
		b.Col(record.Role).U8[i] = record.PackRole(f.by, record.ByFlags, record.WitnessDst)
	}

	g := NewGraph(reg)
	g.Add(b)
	client, server := Node(reg, web1), Node(reg, db)
	want := &Edges{
		Hour: []uint32{7200, 3600}, Client: []uint32{client, client}, Server: []uint32{server, server},
		ServicePort: []uint16{5432, 5432}, Protocol: []uint8{6, 6}, Action: []uint8{1, 1},
		Flows: []uint64{3, 1}, BytesToServer: []uint64{120, 7}, BytesToClient: []uint64{900, 0},
		PacketsToServer: []uint64{2, 1}, PacketsToClient: []uint64{1, 0},
		FirstSeen: []uint32{7200, 7199}, LastSeen: []uint32{7301, 7201},
	}
	if diff := cmp.Diff(want, g.Edges(), cmpopts.IgnoreFields(Edges{}, "Peers")); diff != "" {
		t.Errorf("edges (-want +got):\n%s", diff)
	}
	if Node(reg, web1) != Node(reg, web2) {
		t.Error("two hosts of one app are one node")
	}

	g.Reset()
	if n := len(g.Edges().Hour); n != 0 {
		t.Errorf("%d edges after Reset", n)
	}
}
