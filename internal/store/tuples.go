package store

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// tupleWriter keeps the tuple tables ahead of the rows that point into them.
// Tuples of a registry are numbered densely, so one mark per group tells which
// are stored. It is safe for concurrent use.
type tupleWriter struct {
	s   *Store
	reg *record.Registry

	mu     sync.Mutex
	groups [record.NumGroups]struct {
		mark   int                 // tuples below it are stored
		stored map[uint64]struct{} // ids that were in the table before; nil when not read yet
		dirty  bool                // the dictionary lacks some
	}
	reloaded time.Time     // when the dictionaries were last reloaded
	cost     time.Duration // how long that took
}

// Dictionaries are reloaded whole, so intake waits between reloads: no longer
// than a reader would notice, and long enough to spend little on it.
const (
	reloadPause = time.Second
	reloadShare = 20 // pause at least this many times what a reload takes
)

// store inserts what the registry got since the last call.
func (t *tupleWriter) store(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	for g := range record.NumGroups {
		if err := t.storeGroup(ctx, g); err != nil {
			return err
		}
	}
	if time.Since(t.reloaded) < max(reloadPause, reloadShare*t.cost) {
		return nil
	}
	return t.reload(ctx)
}

func (t *tupleWriter) storeGroup(ctx context.Context, g record.Group) error {
	in := &t.groups[g]
	doing := "store " + tupleTables[g]
	// Fast path: nothing new.
	if in.mark == t.reg.Len(g) {
		return nil
	}
	nodes := t.nodes(g, in.mark) // before taking the length: nodes are tuples too
	end := t.reg.Len(g)
	if in.stored == nil {
		rows, err := t.s.numbersOf(ctx, doing, fmt.Sprintf("SELECT id AS c0 FROM %s", t.s.table(tupleTables[g])), 1)
		if err != nil {
			return err
		}
		in.stored = make(map[uint64]struct{}, len(rows))
		for _, row := range rows {
			in.stored[row[0]] = struct{}{}
		}
	}
	var ids, nodeIDs proto.ColUInt64
	values := make([][]string, g.Slots())
	for n := in.mark; n < end; n++ {
		tuple := t.reg.Tuple(g, uint32(n))
		if _, ok := in.stored[tuple.ID]; ok {
			continue
		}
		ids = append(ids, tuple.ID)
		for slot, v := range tuple.Values {
			values[slot] = append(values[slot], v)
		}
		if g == record.GroupSide {
			nodeIDs = append(nodeIDs, t.nodeID(nodes, in.mark, n))
		}
	}
	if len(ids) > 0 {
		b := newBlock(len(ids))
		addColumn(b, "id", "UInt64", ids)
		for slot, name := range g.Names() {
			b.addText(name, values[slot])
		}
		if g == record.GroupSide {
			addColumn(b, "node", "UInt64", nodeIDs)
		}
		if err := t.s.insert(ctx, doing, tupleTables[g], b, engine.Options{}); err != nil {
			return err
		}
		in.dirty = true
	}
	in.mark = end
	return nil
}

// nodes maps the new sides to the numbers of their nodes. That makes further
// tuples, the nodes, each of which is its own node.
func (t *tupleWriter) nodes(g record.Group, mark int) []uint32 {
	if g != record.GroupSide {
		return nil
	}
	var nodes []uint32
	for n := mark; n < t.reg.Len(g); n++ {
		nodes = append(nodes, t.s.cfg.Node(t.reg, uint32(n)))
	}
	return nodes
}

func (t *tupleWriter) nodeID(nodes []uint32, mark, n int) uint64 {
	if i := n - mark; i < len(nodes) {
		return t.reg.Tuple(record.GroupSide, nodes[i]).ID
	}
	return t.reg.Tuple(record.GroupSide, t.s.cfg.Node(t.reg, uint32(n))).ID
}

// flush makes all stored tuples visible to readers.
func (t *tupleWriter) flush(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.reload(ctx)
}

func (t *tupleWriter) reload(ctx context.Context) error {
	began := time.Now()
	for g := range record.NumGroups {
		if !t.groups[g].dirty {
			continue
		}
		if err := t.s.reloadDictionary(ctx, g); err != nil {
			return err
		}
		t.groups[g].dirty = false
	}
	t.reloaded = time.Now()
	t.cost = t.reloaded.Sub(began)
	return nil
}

func (s *Store) reloadDictionary(ctx context.Context, g record.Group) error {
	return s.exec(ctx, "reload "+tupleTables[g], "SYSTEM RELOAD DICTIONARY "+s.table(tupleTables[g]+"_dict"), nil)
}
