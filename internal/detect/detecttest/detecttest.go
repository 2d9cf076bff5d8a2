// Package detecttest runs detectors over flows that a test writes down.
package detecttest

import (
	"cmp"
	"iter"
	"maps"
	"net/netip"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/enrich/initiator"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// Epoch is a Monday at midnight, from which [Flow.At] counts.
var Epoch = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// NoFlags stands for TCP flags that are there and say 0, as AWS reports mere
// acknowledgements.
const NoFlags = 1 << 15

// Flow is one record. Addresses in 10.0.0.0/8 and fd00::/8 are internal unless a scope
// is given, others public; the network of internal ones is VPC, "vpc-1" when empty.
type Flow struct {
	At               time.Duration // start after [Epoch]
	Takes            time.Duration // until the end, 0: 60 s less
	Src, Dst         string
	SrcPort, DstPort uint16
	Protocol         uint8 // 0: TCP
	Packets, Bytes   uint64
	Action           record.Action // none: ACCEPT
	Flags            uint16        // TCP flags; 0: absent, NoFlags: none set
	NotCounted       bool
	SrcScope         record.Scope
	DstScope         record.Scope
	VPC              string
	Context          map[record.FieldID]string // interface_id (default "eni-1"), subnet_id, account_id, log_status, ...
	Path             map[record.FieldID]string
	SrcSide, DstSide map[int]string // by slot, such as record.SideApp
}

// Reply returns the answer to a flow with its own counters.
func (f Flow) Reply(packets, bytes uint64, flags uint16) Flow {
	r := f
	r.Src, r.Dst, r.SrcPort, r.DstPort = f.Dst, f.Src, f.DstPort, f.SrcPort
	r.SrcScope, r.DstScope, r.SrcSide, r.DstSide = f.DstScope, f.SrcScope, f.DstSide, f.SrcSide
	r.Packets, r.Bytes, r.Flags = packets, bytes, flags
	return r
}

func sorted(flows []Flow) []Flow {
	flows = slices.Clone(flows)
	slices.SortStableFunc(flows, func(a, b Flow) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Src, b.Src), cmp.Compare(a.Dst, b.Dst), cmp.Compare(a.SrcPort, b.SrcPort), cmp.Compare(a.DstPort, b.DstPort))
	})
	return flows
}

// Pieces returns flows as batches of so many rows, in total order.
func Pieces(t testing.TB, reg *record.Registry, flows []Flow, rows int) iter.Seq[*record.Batch] {
	return func(yield func(*record.Batch) bool) {
		for piece := range slices.Chunk(sorted(flows), rows) {
			if !yield(Batch(t, reg, piece)) {
				return
			}
		}
	}
}

// Batch returns flows as rows in total order, as the store would give them.
func Batch(t testing.TB, reg *record.Registry, flows []Flow) *record.Batch {
	t.Helper()
	flows = sorted(flows)
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.Start, record.End, record.SrcAddr, record.DstAddr, record.SrcPort, record.DstPort, record.Protocol, record.Packets, record.Bytes,
		record.ActionField, record.TCPFlags, record.PktSrcAddr, record.PktDstAddr, record.Absent, record.Counted, record.Role, record.Scopes, record.Flags, record.Part)
	b.Extend(len(flows))
	for i, f := range flows {
		start := Epoch.Add(f.At).UnixNano()
		b.Col(record.Start).Time[i] = start
		b.Col(record.End).Time[i] = start + int64(cmp.Or(f.Takes, 59*time.Second))
		context := map[record.FieldID]string{record.InterfaceID: "eni-1", record.VPCID: cmp.Or(f.VPC, "vpc-1")}
		maps.Copy(context, f.Context)
		b.Context[i] = reg.Intern(record.GroupContext, slots(record.GroupContext, context))
		b.Path[i] = reg.Intern(record.GroupPath, slots(record.GroupPath, f.Path))
		var missing uint32
		if f.Src == "" {
			missing |= record.AbsentBit(record.SrcAddr) | record.AbsentBit(record.DstAddr) | record.AbsentBit(record.ActionField)
			b.Col(record.Absent).U32[i] = missing
			continue
		}
		src, dst := netip.MustParseAddr(f.Src), netip.MustParseAddr(f.Dst)
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = record.AddrFrom(src), record.AddrFrom(dst)
		b.Col(record.PktSrcAddr).Addr[i], b.Col(record.PktDstAddr).Addr[i] = record.AddrFrom(src), record.AddrFrom(dst)
		b.Col(record.SrcPort).U16[i], b.Col(record.DstPort).U16[i] = f.SrcPort, f.DstPort
		b.Col(record.Protocol).U8[i] = cmp.Or(f.Protocol, 6)
		b.Col(record.Packets).U64[i], b.Col(record.Bytes).U64[i] = f.Packets, f.Bytes
		b.Col(record.ActionField).U8[i] = uint8(cmp.Or(f.Action, record.Accept))
		b.Col(record.TCPFlags).U16[i] = f.Flags &^ NoFlags
		if f.Flags == 0 {
			missing |= record.AbsentBit(record.TCPFlags)
		}
		b.Col(record.Absent).U32[i] = missing
		if !f.NotCounted {
			b.Col(record.Counted).U8[i] = 1
		}
		from, to := cmp.Or(f.SrcScope, scope(src)), cmp.Or(f.DstScope, scope(dst))
		b.Col(record.Scopes).U8[i] = record.PackScopes(from, to)
		b.SrcSide[i] = side(reg, from, f.SrcSide, context[record.VPCID])
		b.DstSide[i] = side(reg, to, f.DstSide, context[record.VPCID])
	}
	initiator.Enricher{}.Enrich(b, 0, nil)
	return b
}

func scope(a netip.Addr) record.Scope {
	switch {
	case a.IsPrivate() && (a.Is6() || a.As4()[0] == 10):
		return record.ScopeInternal
	case a.IsPrivate():
		return record.ScopePrivate
	case a.IsMulticast():
		return record.ScopeMulticast
	case a.IsLinkLocalUnicast():
		return record.ScopeLinkLocal
	default:
		return record.ScopePublic
	}
}

func side(reg *record.Registry, s record.Scope, given map[int]string, vpc string) uint32 {
	values := make([]string, record.NumSideSlots)
	if s == record.ScopeInternal {
		values[record.SideNetwork] = vpc
	}
	for slot, v := range given {
		values[slot] = v
	}
	return reg.Intern(record.GroupSide, values)
}

func slots(g record.Group, given map[record.FieldID]string) []string {
	values := make([]string, g.Slots())
	for id, v := range given {
		values[record.Get(id).Slot] = v
	}
	return values
}

// Findings collects findings by id, the newest numbers of each, in the order in which
// they were first found.
type Findings struct {
	ByID  map[string]finding.Finding
	Order []string
}

// Find implements [detect.Out].
func (f *Findings) Find(n finding.Finding) {
	if f.ByID == nil {
		f.ByID = map[string]finding.Finding{}
	}
	if _, ok := f.ByID[n.ID]; !ok {
		f.Order = append(f.Order, n.ID)
	}
	f.ByID[n.ID] = n
}

// All returns the findings in order.
func (f *Findings) All() []finding.Finding {
	var all []finding.Finding
	for _, id := range f.Order {
		all = append(all, f.ByID[id])
	}
	return all
}

// Run shows flows to a detector that is made of rules and returns what it finds, once
// time has passed for so long after the last flow.
func Run(t testing.TB, rules []*rule.Rule, mk func(*detect.Env, []detect.Numbered) detect.Detector, flows []Flow, after time.Duration) []finding.Finding {
	t.Helper()
	env := &detect.Env{Registry: record.NewRegistry(), Hosts: detect.NewHosts(1 << 20), Keys: 1 << 20}
	var numbered []detect.Numbered
	for n, r := range rules {
		numbered = append(numbered, detect.Numbered{N: n, Rule: r})
	}
	e := detect.NewEngine(env, rule.NewSet(rules), []detect.Detector{mk(env, numbered)})
	b := Batch(t, env.Registry, flows)
	var out Findings
	e.Run(b, &out)
	if n := b.Len(); n > 0 {
		e.Advance(b.Col(record.Start).Time[n-1]+int64(after), &out)
	}
	return out.All()
}
