// Package sketch holds the memory of detectors: a bounded table that can take changes
// back, and small summaries of many values.
//
// Everything is a function of what was put in, in order: no clock, no random seed, no
// order of a map. Values can be copied and written down as bytes.
package sketch

import (
	"errors"
	"slices"
	"unsafe"
)

// ErrBytes says that bytes are not what was written.
var ErrBytes = errors.New("not what was written down")

// Value is what a [Table] holds: a type whose pointer can copy and write itself down.
type Value[V any] interface {
	*V
	Clone() V                                 // shares nothing that changes
	Append(dst []byte) []byte                 // writes it behind dst
	Read(src []byte) (rest []byte, err error) // reads what Append wrote, ErrBytes for anything else
}

// Shards is how many pieces a table is written down in.
const Shards = 64

const pageSize = 256

type entry[V any] struct {
	key     uint64
	touched int64 // event time of the last use
	used    bool
	saved   uint32 // mark at which it was last saved for Rollback
	value   V
}

// Table is a bounded table of values by key. Keys are hashes. When it is full, a new
// key takes the place of the one whose last use lies furthest back in event time, of
// equals the one with the lowest key: what is dropped depends on what the table holds,
// not on how it came to hold it.
//
// It is not safe for concurrent use.
type Table[V any, P Value[V]] struct {
	index   index
	pages   []*[pageSize]entry[V]
	slots   uint32 // given out so far
	free    []uint32
	max     int
	evicted uint64
	dirty   [Shards]bool
	count   [Shards]uint32 // keys in each shard

	// oldest is a heap of the keys that were used least recently, all of them up to
	// bound. It is made when a key has to go, and may name keys that are gone since.
	oldest []aged
	bound  aged

	// order is the slots by shard, as long as no key came or went.
	order   []uint32
	starts  [Shards + 1]uint32
	ordered bool

	// The journal since Mark.
	marked      bool
	mark        uint32
	undo        []undo[V]
	markEvicted uint64
	markDirty   [Shards]bool
}

// NewTable returns a table of at most max keys.
func NewTable[V any, P Value[V]](max int) *Table[V, P] {
	return &Table[V, P]{max: max}
}

func (t *Table[V, P]) at(slot uint32) *entry[V] { return &t.pages[slot/pageSize][slot%pageSize] }

// Len returns how many keys there are.
func (t *Table[V, P]) Len() int { return t.index.used }

// Evicted returns how many keys were dropped because the table was full.
func (t *Table[V, P]) Evicted() uint64 { return t.evicted }

// Bytes estimates the memory of the table, without what values point to unless they
// have a method Extra.
func (t *Table[V, P]) Bytes() int {
	var e entry[V]
	size := len(t.pages)*pageSize*int(unsafe.Sizeof(e)) + int(unsafe.Sizeof(cell{}))*len(t.index.cells) +
		4*(cap(t.free)+cap(t.order)) + 24*cap(t.oldest) + cap(t.undo)*int(unsafe.Sizeof(undo[V]{}))
	if _, ok := any(P(&e.value)).(interface{ Extra() int }); ok {
		for slot := range t.slots {
			if e := t.at(slot); e.used {
				size += any(P(&e.value)).(interface{ Extra() int }).Extra()
			}
		}
	}
	return size
}

// Get returns the value of a key, nil when there is none. It must not be changed.
func (t *Table[V, P]) Get(key uint64) *V {
	if slot, ok := t.find(key); ok {
		return &t.at(slot).value
	}
	return nil
}

// Touched returns the event time at which a key was last used.
func (t *Table[V, P]) Touched(key uint64) (at int64, ok bool) {
	slot, ok := t.find(key)
	if !ok {
		return 0, false
	}
	return t.at(slot).touched, true
}

// Change returns the value of a key to be changed, nil when there is none. It does
// not count as a use.
func (t *Table[V, P]) Change(key uint64) *V {
	slot, ok := t.find(key)
	if !ok {
		return nil
	}
	e := t.at(slot)
	t.save(slot, e)
	t.dirty[shard(key)] = true
	return &e.value
}

// Use returns the value of a key to be changed, a zero value when it is fresh. It is
// valid until the next change of the table.
func (t *Table[V, P]) Use(key uint64, at int64) (v *V, fresh bool) {
	t.dirty[shard(key)] = true
	if slot, ok := t.find(key); ok {
		e := t.at(slot)
		t.save(slot, e)
		e.touched = max(e.touched, at)
		return &e.value, false
	}
	slot := t.take()
	e := t.at(slot)
	var zero V
	*e = entry[V]{key: key, touched: at, used: true, saved: e.saved, value: zero}
	t.index.put(key, slot)
	t.count[shard(key)]++
	t.ordered = false
	t.remember(aged{at, key, slot})
	return &e.value, true
}

// take returns a slot for a new key, saved for Rollback.
func (t *Table[V, P]) take() uint32 {
	if t.max > 0 && t.index.used >= t.max {
		t.evict()
	}
	if n := len(t.free); n > 0 {
		slot := t.free[n-1]
		t.free = t.free[:n-1]
		if t.marked {
			t.undo = append(t.undo, undo[V]{slot: slot, kind: wasFree})
		}
		t.at(slot).saved = t.mark
		return slot
	}
	slot := t.slots
	if slot%pageSize == 0 && int(slot/pageSize) == len(t.pages) {
		t.pages = append(t.pages, new([pageSize]entry[V]))
	}
	t.slots++
	if t.marked {
		t.undo = append(t.undo, undo[V]{slot: slot, kind: wasNew})
	}
	t.at(slot).saved = t.mark
	return slot
}

// Delete drops a key.
func (t *Table[V, P]) Delete(key uint64) {
	slot, ok := t.find(key)
	if !ok {
		return
	}
	t.dirty[shard(key)] = true
	e := t.at(slot)
	t.save(slot, e)
	*e = entry[V]{saved: e.saved}
	t.index.remove(key, slot)
	t.count[shard(key)]--
	t.ordered = false
	t.free = append(t.free, slot)
	if t.marked {
		t.undo = append(t.undo, undo[V]{slot: slot, kind: wasUsed})
	}
}

// Each calls fn with all keys, in an order that depends on how the table came to hold
// them: a table that was written down and read back has another. fn may change the
// value through Change, and delete the key.
func (t *Table[V, P]) Each(fn func(key uint64, touched int64, v *V)) {
	for slot := uint32(0); slot < t.slots; slot++ {
		if e := t.at(slot); e.used {
			fn(e.key, e.touched, &e.value)
		}
	}
}

// InOrder is Each in order of the last use, then of the key: the same for all tables
// that hold the same. It sorts; Each is for passes whose order shows nowhere.
func (t *Table[V, P]) InOrder(fn func(key uint64, touched int64, v *V)) {
	all := make([]aged, 0, t.index.used)
	t.eachAged(func(a aged) { all = append(all, a) })
	slices.SortFunc(all, aged.compare)
	for _, a := range all {
		if e := t.at(a.slot); e.used && e.key == a.key {
			fn(e.key, e.touched, &e.value)
		}
	}
}

// Expire drops the keys that were last used before a time and returns how many.
func (t *Table[V, P]) Expire(before int64) (n int) {
	for slot := uint32(0); slot < t.slots; slot++ {
		if e := t.at(slot); e.used && e.touched < before {
			t.Delete(e.key)
			n++
		}
	}
	return n
}
