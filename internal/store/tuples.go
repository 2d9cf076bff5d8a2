package store

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ClickHouse/ch-go/proto"
	"golang.org/x/sync/errgroup"

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
	group, groupCtx := errgroup.WithContext(ctx)
	for g := range record.NumGroups {
		// Fast path: nothing new.
		if t.groups[g].mark < t.reg.Len(g) {
			group.Go(func() error { return t.storeGroup(groupCtx, g) })
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if time.Since(t.reloaded) < max(reloadPause, reloadShare*t.cost) {
		return nil
	}
	return t.reload(ctx)
}

func (t *tupleWriter) storeGroup(ctx context.Context, g record.Group) error {
	in := &t.groups[g]
	doing := "store " + tupleTables[g]
	t.shapeAll(g, in.mark) // before taking the length: shapes are tuples too
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
	var ids, shapes proto.ColUInt64
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
		shapes = append(shapes, t.reg.Tuple(g, t.shape(g, uint32(n))).ID)
	}
	if len(ids) > 0 {
		b := newBlock(len(ids))
		addColumn(b, "id", "UInt64", ids)
		for slot, name := range g.Names() {
			b.addText(name, values[slot])
		}
		if name := shapeColumn[g]; name != "" {
			addColumn(b, name, "UInt64", shapes)
		}
		if err := t.s.insert(ctx, doing, tupleTables[g], b, engine.Options{}); err != nil {
			return err
		}
		in.dirty = true
	}
	in.mark = end
	return nil
}

// shape returns the number of a tuple's coarser shape, itself in a group that
// has none. The shape of a shape is itself.
func (t *tupleWriter) shape(g record.Group, n uint32) uint32 {
	switch g {
	case record.GroupContext:
		return placeOf(t.reg, n)
	case record.GroupSide:
		return t.s.cfg.Node(t.reg, n)
	default:
		return n
	}
}

// shapeAll interns the shapes of the tuples from mark on.
func (t *tupleWriter) shapeAll(g record.Group, mark int) {
	for n := mark; n < t.reg.Len(g); n++ {
		t.shape(g, uint32(n))
	}
}

// flush makes all stored tuples visible to readers.
func (t *tupleWriter) flush(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.reload(ctx)
}

func (t *tupleWriter) reload(ctx context.Context) error {
	began := time.Now()
	group, groupCtx := errgroup.WithContext(ctx)
	for g := range record.NumGroups {
		if !t.groups[g].dirty {
			continue
		}
		group.Go(func() error {
			err := t.s.reloadDictionary(groupCtx, g)
			t.groups[g].dirty = err != nil
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	t.reloaded = time.Now()
	t.cost = t.reloaded.Sub(began)
	return nil
}

func (s *Store) reloadDictionary(ctx context.Context, g record.Group) error {
	reload := func() error {
		return s.exec(ctx, "reload "+tupleTables[g], "SYSTEM RELOAD DICTIONARY "+s.table(tupleTables[g]+"_dict"), nil)
	}
	err := reload()
	if engine.IsAuth(err) && s.cfg.User != "" {
		if err := s.renewLogin(ctx); err != nil {
			return err
		}
		return reload()
	}
	return err
}
