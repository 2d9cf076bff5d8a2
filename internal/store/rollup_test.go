package store

import (
	"math/rand/v2"
	"testing"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/record"
)

// addEdges is the slow, simple way to edges: one row for each record.
func addEdges(e *EdgeRows, reg *record.Registry, b *record.Batch) {
	at := func(id record.FieldID, i int) uint64 {
		c := b.Col(id)
		switch {
		case !b.Has(id):
			return 0
		case c.U8 != nil:
			return uint64(c.U8[i])
		case c.U16 != nil:
			return uint64(c.U16[i])
		default:
			return c.U64[i]
		}
	}
	addr := func(id record.FieldID, i int) (a record.Addr) {
		if b.Has(id) {
			a = b.Col(id).Addr[i]
		}
		return a
	}
	for i := range b.Len() {
		status := reg.Tuple(record.GroupContext, b.Context[i]).Value(record.Get(record.LogStatus).Slot)
		if at(record.Counted, i) == 0 || status == record.StatusNoData || status == record.StatusSkipData {
			continue
		}
		start := b.Col(record.Start).Time[i] / second
		end := start
		if !lacks(b, record.End, i) {
			end = max(start, b.Col(record.End).Time[i]/second)
		}
		client, server := b.SrcSide[i], b.DstSide[i]
		from, to := addr(record.SrcAddr, i), addr(record.DstAddr, i)
		bytes, packets := [2]uint64{at(record.Bytes, i)}, [2]uint64{at(record.Packets, i)}
		port := at(record.DstPort, i)
		switch record.RoleInitiator(uint8(at(record.Role, i))) {
		case record.InitiatorNone:
			port = 0
		case record.InitiatorDst:
			client, server, from, to = server, client, to, from
			bytes[0], bytes[1] = 0, bytes[0]
			packets[0], packets[1] = 0, packets[0]
			port = at(record.SrcPort, i)
		}
		e.Hour = append(e.Hour, uint32(start-start%3600))
		e.Client, e.Server = append(e.Client, testNode(reg, client)), append(e.Server, testNode(reg, server))
		e.ServicePort = append(e.ServicePort, uint16(port))
		e.Protocol = append(e.Protocol, uint8(at(record.Protocol, i)))
		e.Action = append(e.Action, uint8(at(record.ActionField, i)))
		e.Flows = append(e.Flows, 1)
		e.BytesToServer, e.BytesToClient = append(e.BytesToServer, bytes[0]), append(e.BytesToClient, bytes[1])
		e.PacketsToServer, e.PacketsToClient = append(e.PacketsToServer, packets[0]), append(e.PacketsToClient, packets[1])
		e.FirstSeen, e.LastSeen = append(e.FirstSeen, uint32(start)), append(e.LastSeen, uint32(end))
		bit := xxhash.Sum64(append(from[:], to[:]...)) >> 56
		for p := range e.Peers {
			var bits uint64
			if uint64(p) == bit/64 {
				bits = 1 << (bit % 64)
			}
			e.Peers[p] = append(e.Peers[p], bits)
		}
	}
}

// testNode keeps network and app of a side.
func testNode(reg *record.Registry, side uint32) uint32 {
	t := reg.Tuple(record.GroupSide, side)
	values := make([]string, record.NumSideSlots)
	values[record.SideNetwork], values[record.SideApp] = t.Value(record.SideNetwork), t.Value(record.SideApp)
	return reg.Intern(record.GroupSide, values)
}

// TestRollupsEqualSQL: what is computed from batches in Go is, number by number,
// what SQL computes from the stored rows; the same after the roll-ups were
// thrown away and recomputed.
func TestRollupsEqualSQL(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	w := s.Writer(reg)
	rng := rand.New(rand.NewPCG(7, 8))
	days := []Day{testDay, testDay.Next(), testDay.Next().Next()}
	rolls := NewRollup(reg)
	for i := range 6 {
		rolls.Reset()
		edges := new(EdgeRows)
		batches := []*record.Batch{randomBatch(reg, rng, days[i%2], 500, i%2 == 0), randomBatch(reg, rng, days[1], 100, true)}
		for _, b := range batches {
			if err := rolls.Add(b); err != nil {
				t.Fatal(err)
			}
			addEdges(edges, reg, b)
		}
		if err := w.Write(t.Context(), randomName(), batches, rolls, edges); err != nil {
			t.Fatal(err)
		}
	}
	for _, table := range rollupTables {
		if count(t, s, "SELECT count() AS c0 FROM "+table) == 0 {
			t.Errorf("%s is empty: the test tests nothing", table)
		}
	}
	if count(t, s, "SELECT count() AS c0 FROM roll_minute WHERE "+days[2].within("minute")) == 0 {
		t.Error("no window reaches into the third day: the test tests nothing")
	}
	for _, day := range days {
		noDifferences(t, s, day)
	}
	for _, table := range rollupTables {
		if err := s.exec(t.Context(), "empty", "TRUNCATE TABLE "+s.table(table), nil); err != nil {
			t.Fatal(err)
		}
	}
	if diffs, err := s.CheckDay(t.Context(), testDay); err != nil || len(diffs) != len(rollupTables) {
		t.Errorf("after the roll-ups were emptied, check finds %d differences, error %v; want %d", len(diffs), err, len(rollupTables))
	}
	for _, day := range days {
		if err := s.RecomputeDay(t.Context(), day); err != nil {
			t.Fatal(err)
		}
		noDifferences(t, s, day)
	}
}

// TestBound: an hour with too many addresses keeps its totals, says how much it
// folded, and passes the check.
func TestBound(t *testing.T) {
	t.Parallel()
	s := newStore(t, Config{Node: testNode})
	reg := record.NewRegistry()
	b := randomBatch(reg, rand.New(rand.NewPCG(9, 10)), testDay, 2000, true)
	rolls, edges := NewRollup(reg), new(EdgeRows)
	rolls.limit = 10
	if err := rolls.Add(b); err != nil {
		t.Fatal(err)
	}
	if rolls.Folded() == 0 {
		t.Error("nothing was folded")
	}
	addEdges(edges, reg, b)
	if err := s.Writer(reg).Write(t.Context(), "bound", []*record.Batch{b}, rolls, edges); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, "SELECT max(n) AS c0 FROM (SELECT count() AS n FROM roll_public WHERE addr != toIPv6('::') GROUP BY hour)"); n > 10 {
		t.Errorf("an hour has %d keys, want at most 10", n)
	}
	noDifferences(t, s, testDay)
}

// TestRunning: the share of a window never wraps and never loses a byte.
func TestRunning(t *testing.T) {
	f := func(v uint64, cum, dur uint32, want uint64) {
		t.Helper()
		if got := running(v, cum, dur); got != want {
			t.Errorf("running(%d, %d, %d) = %d, want %d", v, cum, dur, got, want)
		}
	}
	f(0, 30, 60, 0)
	f(1, 30, 60, 0)
	f(1, 60, 60, 1)
	f(1<<20-1, 3600, 3600, 1<<20-1)
	f(1<<20, 1, 3600, 291)
	f(1<<64-1, 1800, 3600, 1<<63-1)
	f(1<<64-1, 3599, 3600, 18441619978133521183)
	f(100, 59, 61, 96)
}
