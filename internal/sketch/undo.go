package sketch

// undo is how a slot was at Mark, or what became of it since.
type undo[V any] struct {
	slot uint32
	kind undoKind
	was  entry[V] // for changed
}

type undoKind uint8

const (
	changed undoKind = iota // the slot held was
	wasUsed                 // the slot came onto the free list
	wasFree                 // the slot was taken from the free list
	wasNew                  // the slot was the first that nobody had yet
)

// save keeps a slot for Rollback, once after each Mark.
func (t *Table[V, P]) save(slot uint32, e *entry[V]) {
	if !t.marked || e.saved == t.mark {
		return
	}
	was := *e
	was.value = P(&e.value).Clone()
	t.undo = append(t.undo, undo[V]{slot: slot, was: was})
	e.saved = t.mark
}

// Mark begins to remember what changes. It must not be called twice without Rollback
// or Commit between, and no shard may be written or read before one of them.
func (t *Table[V, P]) Mark() {
	t.marked = true
	t.mark++
	t.undo = t.undo[:0]
	t.markEvicted, t.markDirty = t.evicted, t.dirty
}

// Rollback puts the table back to what it was at Mark.
func (t *Table[V, P]) Rollback() {
	for i := len(t.undo) - 1; i >= 0; i-- {
		u := &t.undo[i]
		switch u.kind {
		case wasUsed:
			t.free = t.free[:len(t.free)-1]
		case wasFree:
			t.forget(u.slot)
			t.free = append(t.free, u.slot)
		case wasNew:
			t.forget(u.slot)
			t.slots--
		case changed:
			t.forget(u.slot)
			*t.at(u.slot) = u.was
			t.index.put(u.was.key, u.slot)
			t.count[shard(u.was.key)]++
		}
	}
	if len(t.undo) > 0 {
		t.oldest, t.ordered = t.oldest[:0], false
	}
	t.evicted, t.dirty = t.markEvicted, t.markDirty
	t.Commit()
}

// forget empties a slot without a trace.
func (t *Table[V, P]) forget(slot uint32) {
	e := t.at(slot)
	if e.used {
		t.index.remove(e.key, slot)
		t.count[shard(e.key)]--
	}
	*e = entry[V]{}
}

// Commit forgets what there was at Mark.
func (t *Table[V, P]) Commit() {
	clear(t.undo)
	t.undo, t.marked = t.undo[:0], false
}
