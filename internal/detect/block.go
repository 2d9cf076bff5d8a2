package detect

import (
	"encoding/binary"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Status is what kind of record a row is.
type Status uint8

// The kinds. Only rows of StatusFlow tell of traffic.
const (
	StatusFlow     Status = iota
	StatusNoData          // the interface saw no traffic
	StatusSkipData        // records were lost
)

// Block is rows of stored flows as columns, in total order: start, end,
// interface_id, srcaddr, dstaddr, srcport, dstport, protocol, action, packets,
// bytes. The columns beside the batch's own are derived once for all detectors; all
// are as long as the batch. A column that the rows lack holds zeros, and
// [record.Batch.AbsentAt] tells.
type Block struct {
	*record.Batch

	Start, End       []int64 // nanoseconds since 1970; End is Start where it is absent
	SrcAddr, DstAddr []record.Addr
	SrcPort, DstPort []uint16
	Protocol         []uint8
	Action           []record.Action
	Packets, Bytes   []uint64
	Flags            []uint16 // TCP flags
	Counted          []bool   // the flow is counted by this record
	Status           []Status

	// SrcHost and DstHost are keys of the two ends: a hash of the network that gives
	// an address its meaning and the address.
	SrcHost, DstHost   []uint64
	SrcScope, DstScope []record.Scope
	Opener             []record.InitiatorSide // which side opened the conversation, if that is known
	Direction          []uint8                // index into record.DirectionNames

	// Matches are the rows that the filter of each rule selects, by the rule's number;
	// nil for a rule without a filter, which looks at all rows.
	Matches []filter.Bitmap

	// Parts are the ledger's numbers of where the rows came from.
	Parts []uint32

	nets    []uint64 // hash of the network, by side number
	netsFor *record.Registry
	actions []uint8
}

// Derive points the block at a batch and computes what is derived.
func (b *Block) Derive(batch *record.Batch) {
	b.Batch = batch
	batch.Use(record.Start, record.End, record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol,
		record.ActionField, record.Packets, record.Bytes, record.TCPFlags, record.Counted, record.Role, record.Scopes, record.Flags,
		record.Absent, record.Part)
	n := batch.Len()
	b.Start, b.End = batch.Col(record.Start).Time[:n], batch.Col(record.End).Time[:n]
	b.SrcAddr, b.DstAddr = batch.Col(record.SrcAddr).Addr[:n], batch.Col(record.DstAddr).Addr[:n]
	b.SrcPort, b.DstPort = batch.Col(record.SrcPort).U16[:n], batch.Col(record.DstPort).U16[:n]
	b.Protocol = batch.Col(record.Protocol).U8[:n]
	b.Packets, b.Bytes = batch.Col(record.Packets).U64[:n], batch.Col(record.Bytes).U64[:n]
	b.Flags = batch.Col(record.TCPFlags).U16[:n]
	b.Parts = batch.Col(record.Part).U32[:n]
	b.actions = batch.Col(record.ActionField).U8[:n]

	b.Action = grow(b.Action, n)
	b.Counted, b.Status = grow(b.Counted, n), grow(b.Status, n)
	b.SrcHost, b.DstHost = grow(b.SrcHost, n), grow(b.DstHost, n)
	b.SrcScope, b.DstScope = grow(b.SrcScope, n), grow(b.DstScope, n)
	b.Opener, b.Direction = grow(b.Opener, n), grow(b.Direction, n)

	nets := b.networks()
	counted, role, scopes := batch.Col(record.Counted).U8, batch.Col(record.Role).U8, batch.Col(record.Scopes).U8
	absent := batch.Col(record.Absent).U32
	noAddr := record.AbsentBit(record.SrcAddr) | record.AbsentBit(record.DstAddr)
	noEnd := record.AbsentBit(record.End)
	status := b.statuses()
	for i := range n {
		b.Action[i] = record.Action(b.actions[i])
		b.Counted[i] = counted[i] != 0
		b.Opener[i] = record.RoleInitiator(role[i])
		src, dst := record.UnpackScopes(scopes[i])
		b.SrcScope[i], b.DstScope[i] = src, dst
		b.Direction[i] = record.DirectionOf(src, dst)
		b.SrcHost[i], b.DstHost[i] = hostKey(nets[b.SrcSide[i]], &b.SrcAddr[i]), hostKey(nets[b.DstSide[i]], &b.DstAddr[i])
		if absent[i]&noEnd != 0 {
			b.End[i] = b.Start[i]
		}
		b.Status[i] = StatusFlow
		if absent[i]&noAddr != 0 { // a record with a status and values keeps both: it tells of traffic
			b.Status[i] = status[b.Context[i]]
		}
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// networks returns a hash of the network of each side, 0 for none.
func (b *Block) networks() []uint64 {
	if b.netsFor != b.Registry {
		b.nets, b.netsFor = b.nets[:0], b.Registry
	}
	for n := len(b.nets); n < b.Registry.Len(record.GroupSide); n++ {
		var h uint64
		if network := b.Registry.Tuple(record.GroupSide, uint32(n)).Value(record.SideNetwork); network != "" {
			h = xxhash.Sum64String(network)
		}
		b.nets = append(b.nets, h)
	}
	return b.nets
}

// statuses tells by context what a record without addresses is.
func (b *Block) statuses() []Status {
	slot := record.Get(record.LogStatus).Slot
	out := make([]Status, b.Registry.Len(record.GroupContext))
	for n := range out {
		switch b.Registry.Tuple(record.GroupContext, uint32(n)).Value(slot) {
		case record.StatusSkipData:
			out[n] = StatusSkipData
		default:
			out[n] = StatusNoData
		}
	}
	return out
}

// hostKey hashes an end of a flow. The result is stored in snapshots.
func hostKey(network uint64, addr *record.Addr) uint64 {
	var k [24]byte
	binary.LittleEndian.PutUint64(k[:], network)
	copy(k[8:], addr[:])
	return xxhash.Sum64(k[:])
}

// HostKey returns the key that [Block.SrcHost] has for an address in a network, ""
// for public addresses.
func HostKey(network string, addr record.Addr) uint64 {
	var h uint64
	if network != "" {
		h = xxhash.Sum64String(network)
	}
	return hostKey(h, &addr)
}

// Key hashes parts of a key together, deterministically.
func Key(parts ...uint64) uint64 {
	var h xxhash.Digest
	h.Reset()
	var k [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(k[:], p)
		_, _ = h.Write(k[:]) // never fails
	}
	return h.Sum64()
}

// Side returns what is known of the source of a row, or with dst of its destination.
func (b *Block) Side(row int, dst bool) *record.Tuple {
	if dst {
		return b.Registry.Tuple(record.GroupSide, b.DstSide[row])
	}
	return b.Registry.Tuple(record.GroupSide, b.SrcSide[row])
}

// ContextOf returns a value of who logged a row, "" when absent.
func (b *Block) ContextOf(row int, id record.FieldID) string {
	return b.Registry.Tuple(record.GroupContext, b.Context[row]).Value(record.Get(id).Slot)
}

// ServerIsDst reports whether the destination of a row is the server's side. Where
// the opener is not known, ok is false.
func (b *Block) ServerIsDst(row int) (dst, ok bool) {
	return b.Opener[row] == record.InitiatorSrc, b.Opener[row] != record.InitiatorNone
}

// ServicePort returns the server's port of a row, 0 when it is not known which side
// serves.
func (b *Block) ServicePort(row int) uint16 {
	switch b.Opener[row] {
	case record.InitiatorSrc:
		return b.DstPort[row]
	case record.InitiatorDst:
		return b.SrcPort[row]
	default:
		return 0
	}
}

// Selected reports whether the filter of a rule selects a row.
func (b *Block) Selected(rule, row int) bool {
	m := b.Matches[rule]
	return m == nil || m.Has(row)
}
