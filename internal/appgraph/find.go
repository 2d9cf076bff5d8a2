package appgraph

import (
	"slices"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Match runs a filter over the lines as if each were a record from its client to its
// server: client_app, server_app, app, network, service_port, protocol, action,
// bytes and packets mean what they mean of records.
func (a *Atlas) Match(f *filter.Bound) []bool {
	out := make([]bool, len(a.Lines))
	reg := record.NewRegistry()
	sides := make([]uint32, len(a.Apps))
	for i := range a.Apps {
		p := &a.Apps[i]
		var v [record.NumSideSlots]string
		v[record.SideNetwork], v[record.SideRole], v[record.SideOwner] = p.Network, p.Role, p.Owner
		if p.Name != unnamed {
			v[record.SideApp] = p.Name
		}
		sides[i] = reg.Intern(record.GroupSide, v[:])
	}
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.SrcPort, record.DstPort, record.Protocol, record.Packets, record.Bytes, record.Start, record.ActionField,
		record.Counted, record.Role, record.Scopes, record.Absent)
	b.Extend(len(a.Lines))
	absent := record.AbsentBit(record.SrcAddr) | record.AbsentBit(record.DstAddr) | record.AbsentBit(record.SrcPort)
	for i := range a.Lines {
		l := &a.Lines[i]
		b.SrcSide[i], b.DstSide[i] = sides[l.Client], sides[l.Server]
		b.Col(record.DstPort).U16[i], b.Col(record.Protocol).U8[i], b.Col(record.ActionField).U8[i] = l.Port, l.Protocol, uint8(l.Action)
		b.Col(record.Packets).U64[i], b.Col(record.Bytes).U64[i] = l.Packets(), l.Bytes()
		b.Col(record.Start).Time[i] = l.First * second
		b.Col(record.Counted).U8[i] = 1
		b.Col(record.Role).U8[i] = record.PackRole(record.InitiatorSrc, record.ByDirection, record.WitnessUnknown)
		b.Col(record.Scopes).U8[i] = record.PackScopes(scopeOf(a.Apps[l.Client].Side), scopeOf(a.Apps[l.Server].Side))
		b.Col(record.Absent).U32[i] = absent
	}
	if len(a.Lines) == 0 {
		return out
	}
	for _, row := range f.Matcher().Match(b).AppendRows(slices.Grow([]int32(nil), len(out))) {
		out[row] = true
	}
	return out
}

func scopeOf(s Side) record.Scope {
	switch s {
	case Inside:
		return record.ScopeInternal
	case Cloud:
		return record.ScopeService
	default:
		return record.ScopePublic
	}
}
