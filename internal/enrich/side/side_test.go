package side

import (
	"math/rand/v2"
	"net/netip"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/record"
)

// fields are further fields of a record, by id.
type fields map[record.FieldID]string

// row is one record as a test writes it. Times are seconds of the day.
type row struct {
	vpc, eni, kind string // kind is the interface type
	dir            string
	src, dst       string
	pktSrc, pktDst string // "" is equal to src, dst
	at, end        int64  // end 0: as at
	reject         bool
	lost           uint64 // packets, all of the row's
	service        string // pkt_dst_aws_service
	more           fields
}

// batchOf holds rows as columns; rows without an address are NODATA.
func batchOf(t testing.TB, reg *record.Registry, rows []row) *record.Batch {
	t.Helper()
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.SrcAddr, record.DstAddr, record.PktSrcAddr, record.PktDstAddr, record.Start, record.End, record.ActionField, record.Absent)
	b.Extend(len(rows))
	addr := func(text string) record.Addr {
		if text == "" {
			return record.Addr{}
		}
		return record.AddrFrom(netip.MustParseAddr(text))
	}
	for i, r := range rows {
		context := make([]string, record.GroupContext.Slots())
		context[record.Get(record.VPCID).Slot] = r.vpc
		context[record.Get(record.InterfaceID).Slot] = r.eni
		context[record.Get(record.InterfaceType).Slot] = r.kind
		path := make([]string, record.GroupPath.Slots())
		path[record.Get(record.FlowDirection).Slot] = r.dir
		path[record.Get(record.PktDstAWSService).Slot] = r.service
		for id, v := range r.more {
			switch record.Get(id).Place {
			case record.PlaceContext:
				context[record.Get(id).Slot] = v
			case record.PlacePath:
				path[record.Get(id).Slot] = v
			}
		}
		if r.lost > 0 {
			b.Use(record.Packets, record.PacketsLostNoRoute)
			b.Col(record.Packets).U64[i], b.Col(record.PacketsLostNoRoute).U64[i] = r.lost, r.lost
		}
		b.Context[i] = reg.Intern(record.GroupContext, context)
		b.Path[i] = reg.Intern(record.GroupPath, path)
		b.Col(record.Start).Time[i] = r.at * 1e9
		b.Col(record.End).Time[i] = max(r.at, r.end) * 1e9
		b.Col(record.ActionField).U8[i] = uint8(record.Accept)
		if r.reject {
			b.Col(record.ActionField).U8[i] = uint8(record.Reject)
		}
		if r.src == "" {
			b.Col(record.Absent).U32[i] = noAddrs | pktSrcBit | pktDstBit
			continue
		}
		b.Col(record.SrcAddr).Addr[i], b.Col(record.DstAddr).Addr[i] = addr(r.src), addr(r.dst)
		b.Col(record.PktSrcAddr).Addr[i], b.Col(record.PktDstAddr).Addr[i] = addr(r.src), addr(r.dst)
		if r.pktSrc != "" {
			b.Col(record.PktSrcAddr).Addr[i] = addr(r.pktSrc)
		}
		if r.pktDst != "" {
			b.Col(record.PktDstAddr).Addr[i] = addr(r.pktDst)
		}
	}
	return b
}

// verdict is what the enricher made of a row: "witness src-scope>dst-scope
// src-interface>dst-interface", with a + in front when the row is counted.
func verdicts(b *record.Batch) []string {
	out := make([]string, b.Len())
	for i := range out {
		w := record.RoleWitness(b.Col(record.Role).U8[i])
		s, d := record.UnpackScopes(b.Col(record.Scopes).U8[i])
		name := func(n uint32) string { return b.Registry.Tuple(record.GroupSide, n).Value(record.SideInterface) }
		mark := "-"
		if b.Col(record.Counted).U8[i] == 1 {
			mark = "+"
		}
		out[i] = mark + record.WitnessNames[w] + " " + record.ScopeNames[s] + ">" + record.ScopeNames[d] + " " + name(b.SrcSide[i]) + ">" + name(b.DstSide[i])
	}
	return out
}

func TestCountedOnce(t *testing.T) {
	f := func(name string, rows []row, want ...string) {
		t.Helper()
		reg := record.NewRegistry()
		b := batchOf(t, reg, rows)
		New(reg, Config{}).Enrich(b, 0, []enrich.Segment{{Rows: len(rows)}})
		if diff := cmp.Diff(want, verdicts(b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}

	f("both ends log: the destination's record counts", []row{
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.2"},
		{vpc: "v", eni: "b", dir: "ingress", src: "10.0.0.1", dst: "10.0.0.2"},
	}, "-src internal>internal a>b", "+dst internal>internal a>b")
	f("only the source logs", []row{
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.2"},
	}, "+src internal>internal a>")
	f("rejected on leaving: nothing arrives", []row{
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.2", reject: true},
		{vpc: "v", eni: "b", dir: "ingress", src: "10.0.0.9", dst: "10.0.0.2"},
	}, "+src internal>internal a>b", "+dst internal>internal >b")
	f("NAT gateway, as in the vendor's example", []row{
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.1.5", dst: "203.0.113.5"},
		{vpc: "v", eni: "nat", dir: "ingress", src: "10.0.1.5", dst: "10.0.0.220", pktDst: "203.0.113.5"},
		{vpc: "v", eni: "nat", dir: "egress", src: "10.0.0.220", dst: "203.0.113.5"},
		{vpc: "v", eni: "nat", dir: "ingress", src: "203.0.113.5", dst: "10.0.0.220"},
		{vpc: "v", eni: "nat", dir: "egress", src: "10.0.0.220", dst: "10.0.1.5", pktSrc: "203.0.113.5"},
		{vpc: "v", eni: "a", dir: "ingress", src: "203.0.113.5", dst: "10.0.1.5"},
	}, "+src internal>public a>", "-transit internal>public a>", "-nat internal>public nat>",
		"-nat public>internal >nat", "-transit public>internal >a", "+dst public>internal >a")
	f("only the NAT gateway logs: its inner legs count", []row{
		{vpc: "v", eni: "nat", dir: "ingress", src: "10.0.1.5", dst: "10.0.0.220", pktDst: "203.0.113.5"},
		{vpc: "v", eni: "nat", dir: "egress", src: "10.0.0.220", dst: "203.0.113.5"},
	}, "+transit private>public >", "-nat internal>public nat>")
	f("a second address of an interface", []row{
		{vpc: "v", eni: "node", dir: "egress", src: "10.0.0.1", pktSrc: "10.0.0.77", dst: "10.0.0.2"},
		{vpc: "v", eni: "b", dir: "ingress", src: "10.0.0.77", dst: "10.0.0.2"},
	}, "-src internal>internal node>b", "+dst internal>internal node>b")
	f("two networks with one CIDR stay apart", []row{
		{vpc: "v1", eni: "a1", dir: "egress", src: "10.0.0.1", dst: "10.0.0.2"},
		{vpc: "v2", eni: "b2", dir: "ingress", src: "10.0.0.1", dst: "10.0.0.2"},
	}, "+src internal>internal a1>", "+dst internal>internal >b2")
	f("no direction: the address all records share is the interface's", []row{
		{vpc: "v", eni: "a", src: "10.0.0.1", dst: "10.0.0.2"},
		{vpc: "v", eni: "a", src: "198.51.100.1", dst: "10.0.0.1"},
		{vpc: "v", eni: "b", src: "10.0.0.1", dst: "10.0.0.2"},
		{vpc: "v", eni: "b", src: "10.0.0.3", dst: "10.0.0.2"},
	}, "-src internal>internal a>b", "+dst public>internal >a", "+dst internal>internal a>b", "+dst internal>internal >b")
	f("no direction: two interfaces that only talk to each other", []row{
		{vpc: "v", eni: "a", src: "10.0.0.1", dst: "10.0.0.2"},
		{vpc: "v", eni: "b", src: "10.0.0.1", dst: "10.0.0.2"},
	}, "+unknown private>private >", "-unknown private>private >")
	f("an address reused: each owner in its time", []row{
		{vpc: "v", eni: "old", dir: "ingress", src: "203.0.113.1", dst: "10.0.0.5", at: 1000},
		{vpc: "v", eni: "new", dir: "ingress", src: "203.0.113.1", dst: "10.0.0.5", at: 40000},
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.5", at: 1100},
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.5", at: 20000},
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.5", at: 39900},
	}, "+dst public>internal >old", "+dst public>internal >new",
		"-src internal>internal a>old", "+src internal>internal a>", "-src internal>internal a>new")
	f("NODATA has no sides", []row{{vpc: "v", eni: "a"}}, "-unknown > >")
	f("a private address outside the networks", []row{
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "192.168.7.7"},
	}, "+src internal>private a>")
	f("the provider's service is no internet", []row{
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "52.95.128.179", service: "S3"},
		{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "52.95.128.180", service: "EC2"},
	}, "+src internal>service a>", "+src internal>public a>")
}

// TestOverlappingFlowLogs: each moment counts in one flow log only, and in one that
// logged it.
func TestOverlappingFlowLogs(t *testing.T) {
	in := row{vpc: "v", eni: "a", dir: "ingress", src: "203.0.113.1", dst: "10.0.0.1"}
	at := func(m int64) row { r := in; r.at = m*60 + 7; return r }
	rejected := func(m int64) row { r := at(m); r.reject = true; return r }
	long := func(m int64) row { r := at(m); r.end = r.at + 590; return r }
	type taken struct {
		stream uint64
		rows   []row
		want   string // + counts, d is a duplicate
	}
	f := func(name string, list ...taken) {
		t.Helper()
		reg := record.NewRegistry()
		e := New(reg, Config{})
		for n, in := range list {
			b := batchOf(t, reg, in.rows)
			e.Enrich(b, 0, []enrich.Segment{{Rows: len(in.rows), Stream: in.stream}})
			got := ""
			for i := range in.rows {
				switch {
				case b.Col(record.Counted).U8[i] == 1:
					got += "+"
				case record.RoleWitness(b.Col(record.Role).U8[i]) == record.WitnessDuplicate:
					got += "d"
				default:
					got += "-"
				}
			}
			if got != in.want {
				t.Errorf("%s: %d. of stream %d: got %s, want %s", name, n+1, in.stream, got, in.want)
			}
		}
	}
	f("who came first, by the minute",
		taken{1, []row{at(1), at(3)}, "++"}, taken{2, []row{at(1), at(3), at(5)}, "dd+"}, taken{1, []row{at(5), at(6)}, "d+"})
	f("a hole of the first is filled by the second, and one of the second by the first",
		taken{1, []row{at(1), at(2), at(90), at(91)}, "++++"}, taken{2, []row{at(1), at(2), at(40), at(41), at(90)}, "dd++d"}, taken{1, []row{at(41), at(42)}, "d+"})
	f("the first logs only what is rejected",
		taken{1, []row{rejected(1), rejected(2)}, "++"}, taken{2, []row{at(1), rejected(1), at(2), rejected(2), rejected(3)}, "+d+d+"})
	f("the first gathers for ten minutes",
		taken{1, []row{long(1)}, "+"}, taken{2, []row{at(2), at(8), at(40)}, "dd+"})
	f("three", taken{1, []row{at(1), at(4)}, "++"}, taken{2, []row{at(1), at(2)}, "d+"}, taken{3, []row{at(1), at(2), at(3), at(4), at(5)}, "dd+d+"})
}

// TestRuns: the set of minutes holds what was added, in order and in as few runs as can be.
func TestRuns(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var set runs
		var want [dayMinutes + 40]bool
		for range 40 {
			from := r.Int32N(200)
			to := from + r.Int32N(12)
			set.add(from, to)
			for m := from; m <= to; m++ {
				want[m] = true
			}
		}
		for m := range int32(230) {
			if got := set.near(m, m, 0); got != want[m] {
				t.Fatalf("seed %d: minute %d is %v, want %v: %v", seed, m, got, want[m], set)
			}
		}
		for i := 1; i < len(set); i++ {
			if set[i].from <= set[i-1].to+1 {
				t.Fatalf("seed %d: %v and %v touch", seed, set[i-1], set[i])
			}
		}
	}
}

func TestLateFactsMakeTheDayDirty(t *testing.T) {
	reg := record.NewRegistry()
	e := New(reg, Config{})
	run := func(r row) {
		e.Enrich(batchOf(t, reg, []row{r}), 7, []enrich.Segment{{Rows: 1}})
	}
	run(row{vpc: "v", eni: "a", dir: "egress", src: "10.0.0.1", dst: "10.0.0.2"})
	if got := e.TakeDirty(); len(got) != 0 {
		t.Fatalf("dirty after the first batch: %v", got)
	}
	run(row{vpc: "v", eni: "b", dir: "ingress", src: "10.0.0.1", dst: "10.0.0.2"})
	if diff := cmp.Diff([]int32{7}, e.TakeDirty()); diff != "" {
		t.Errorf("the first batch took b for not logging (-want +got):\n%s", diff)
	}
}
