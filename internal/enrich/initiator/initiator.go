// Package initiator tells which side of a record opened its conversation.
//
// TCP flags decide where they can: AWS reports a SYN without ACK on the
// client's side and SYN-ACK (18, 19 with FIN) on the server's
// (docs.aws.amazon.com, "Flow log records", tcp-flags). A window that saw
// neither SYN is decided by the direction, which tells which port is the
// interface's own: an ephemeral own port (RFC 6335, 49152 and up; Linux uses
// 32768 and up) calling a lower one is a client. Last come the known service
// ports. Where nothing tells, the initiator stays absent.
package initiator

import (
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
)

const syn, ack = 2, 16

// Enricher fills initiator and reason in the Role column.
type Enricher struct{}

var _ enrich.Enricher = Enricher{}

// Enrich implements [enrich.Enricher].
func (Enricher) Enrich(b *record.Batch, _ int32, _ []enrich.Segment) {
	b.Use(record.Role)
	if !b.Has(record.SrcPort) || !b.Has(record.DstPort) || !b.Has(record.Protocol) {
		return
	}
	n := b.Len()
	role := b.Col(record.Role).U8[:n]
	src, dst := b.Col(record.SrcPort).U16[:n], b.Col(record.DstPort).U16[:n]
	protocol := b.Col(record.Protocol).U8[:n]
	var flags []uint16
	if b.Has(record.TCPFlags) {
		flags = b.Col(record.TCPFlags).U16[:n]
	}
	directions := pathsWithDirection(b.Registry)
	for i := range role {
		p := protocol[i]
		if p != iana.TCP && p != iana.UDP && p != iana.SCTP {
			continue
		}
		if p == iana.TCP && flags != nil && flags[i]&syn != 0 {
			side := record.InitiatorSrc
			if flags[i]&ack != 0 {
				side = record.InitiatorDst
			}
			role[i] = record.PackRole(side, record.ByFlags, 0)
			continue
		}
		side, by := byPorts(p, src[i], dst[i])
		if by == record.ByPort && directions[b.Path[i]] && (src[i] >= iana.Ephemeral) != (dst[i] >= iana.Ephemeral) {
			by = record.ByDirection
		}
		role[i] = record.PackRole(side, by, 0)
	}
}

// byPorts takes the side of the better known port for the server.
func byPorts(protocol uint8, src, dst uint16) (record.InitiatorSide, record.InitiatorReason) {
	s, d := iana.PortRank(protocol, src), iana.PortRank(protocol, dst)
	switch {
	case s < d:
		return record.InitiatorSrc, record.ByPort
	case d < s:
		return record.InitiatorDst, record.ByPort
	default:
		return record.InitiatorNone, record.ByNothing
	}
}

// pathsWithDirection tells by path number whether the record gave a flow
// direction.
func pathsWithDirection(reg *record.Registry) []bool {
	slot := record.Get(record.FlowDirection).Slot
	has := make([]bool, reg.Len(record.GroupPath))
	for n := range has {
		has[n] = reg.Tuple(record.GroupPath, uint32(n)).Value(slot) != ""
	}
	return has
}
