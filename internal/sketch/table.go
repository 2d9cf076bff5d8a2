// Package sketch holds the memory of detectors: a bounded table that can take changes
// back, and small summaries of many values.
//
// Everything is a function of what was put in, in order: no clock, no random seed, no
// order of a map. Values can be copied and written down as bytes.
package sketch

import (
	"encoding/binary"
	"errors"
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
// key takes the place of one that was not used for long: the oldest of sixteen.
//
// It is not safe for concurrent use.
type Table[V any, P Value[V]] struct {
	index   map[uint64]uint32
	pages   []*[pageSize]entry[V]
	slots   uint32 // given out so far
	free    []uint32
	max     int
	hand    uint32
	evicted uint64
	dirty   [Shards]bool

	// The journal since Mark.
	marked      bool
	mark        uint32
	undo        []undo[V]
	markHand    uint32
	markEvicted uint64
	markDirty   [Shards]bool
}

// undo is how a slot was, or with slot noSlot a change of the free list.
type undo[V any] struct {
	slot  uint32
	was   entry[V]
	freed int8 // 1: slot was put on the free list, -1: taken from it, 2: slot is new
}

// NewTable returns a table of at most max keys.
func NewTable[V any, P Value[V]](max int) *Table[V, P] {
	return &Table[V, P]{index: map[uint64]uint32{}, max: max}
}

func (t *Table[V, P]) at(slot uint32) *entry[V] { return &t.pages[slot/pageSize][slot%pageSize] }

// Len returns how many keys there are.
func (t *Table[V, P]) Len() int { return len(t.index) }

// Evicted returns how many keys were dropped because the table was full.
func (t *Table[V, P]) Evicted() uint64 { return t.evicted }

// Bytes estimates the memory of the table, without what values point to unless they
// have a method Extra.
func (t *Table[V, P]) Bytes() int {
	var e entry[V]
	size := len(t.pages)*pageSize*int(unsafe.Sizeof(e)) + 20*len(t.index)
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
	if slot, ok := t.index[key]; ok {
		return &t.at(slot).value
	}
	return nil
}

// Touched returns the event time at which a key was last used.
func (t *Table[V, P]) Touched(key uint64) (at int64, ok bool) {
	slot, ok := t.index[key]
	if !ok {
		return 0, false
	}
	return t.at(slot).touched, true
}

// Change returns the value of a key to be changed, nil when there is none. It does
// not count as a use.
func (t *Table[V, P]) Change(key uint64) *V {
	slot, ok := t.index[key]
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
	if slot, ok := t.index[key]; ok {
		e := t.at(slot)
		t.save(slot, e)
		e.touched = max(e.touched, at)
		return &e.value, false
	}
	slot := t.take()
	e := t.at(slot)
	var zero V
	*e = entry[V]{key: key, touched: at, used: true, saved: e.saved, value: zero}
	t.index[key] = slot
	return &e.value, true
}

// take returns a slot for a new key, saved for Rollback.
func (t *Table[V, P]) take() uint32 {
	if len(t.index) >= t.max && t.max > 0 {
		t.evict()
	}
	if n := len(t.free); n > 0 {
		slot := t.free[n-1]
		t.free = t.free[:n-1]
		if t.marked {
			t.undo = append(t.undo, undo[V]{slot: slot, freed: -1})
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
		t.undo = append(t.undo, undo[V]{slot: slot, freed: 2})
	}
	t.at(slot).saved = t.mark
	return slot
}

// evict drops the oldest of the next keys.
func (t *Table[V, P]) evict() {
	var oldest *entry[V]
	for seen, steps := 0, uint32(0); seen < 16 && steps < t.slots; steps++ {
		t.hand = (t.hand + 1) % t.slots
		e := t.at(t.hand)
		if !e.used {
			continue
		}
		seen++
		if oldest == nil || e.touched < oldest.touched {
			oldest = e
		}
	}
	if oldest != nil {
		t.evicted++
		t.Delete(oldest.key)
	}
}

// Delete drops a key.
func (t *Table[V, P]) Delete(key uint64) {
	slot, ok := t.index[key]
	if !ok {
		return
	}
	t.dirty[shard(key)] = true
	e := t.at(slot)
	t.save(slot, e)
	*e = entry[V]{saved: e.saved}
	delete(t.index, key)
	t.free = append(t.free, slot)
	if t.marked {
		t.undo = append(t.undo, undo[V]{slot: slot, freed: 1})
	}
}

// Each calls fn with all keys, in an order that says nothing. fn may change the value
// through Change, and delete the key.
func (t *Table[V, P]) Each(fn func(key uint64, touched int64, v *V)) {
	for slot := uint32(0); slot < t.slots; slot++ {
		if e := t.at(slot); e.used {
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
// or Commit between.
func (t *Table[V, P]) Mark() {
	t.marked = true
	t.mark++
	t.undo = t.undo[:0]
	t.markHand, t.markEvicted, t.markDirty = t.hand, t.evicted, t.dirty
}

// Rollback puts the table back to what it was at Mark.
func (t *Table[V, P]) Rollback() {
	for i := len(t.undo) - 1; i >= 0; i-- {
		u := &t.undo[i]
		switch u.freed {
		case 1:
			t.free = t.free[:len(t.free)-1]
		case -1, 2:
			e := t.at(u.slot)
			if e.used {
				delete(t.index, e.key)
			}
			*e = entry[V]{}
			if u.freed == -1 {
				t.free = append(t.free, u.slot)
			} else {
				t.slots--
			}
		default:
			e := t.at(u.slot)
			if e.used {
				delete(t.index, e.key)
			}
			*e = u.was
			t.index[e.key] = u.slot
		}
		*u = undo[V]{}
	}
	t.hand, t.evicted, t.dirty = t.markHand, t.markEvicted, t.markDirty
	t.Commit()
}

// Commit forgets what there was at Mark.
func (t *Table[V, P]) Commit() {
	clear(t.undo)
	t.undo, t.marked = t.undo[:0], false
}

func shard(key uint64) int { return int(key >> 58) }

// Dirty tells whether a shard changed since it was last written or read.
func (t *Table[V, P]) Dirty(i int) bool { return t.dirty[i] }

// AppendShard writes a shard behind dst.
func (t *Table[V, P]) AppendShard(i int, dst []byte) []byte {
	for slot := uint32(0); slot < t.slots; slot++ {
		e := t.at(slot)
		if !e.used || shard(e.key) != i {
			continue
		}
		dst = binary.LittleEndian.AppendUint64(dst, e.key)
		dst = binary.AppendVarint(dst, e.touched)
		dst = P(&e.value).Append(dst)
	}
	t.dirty[i] = false
	return dst
}

// ReadShard replaces a shard by what AppendShard wrote.
func (t *Table[V, P]) ReadShard(i int, src []byte) error {
	var old []uint64
	for slot := uint32(0); slot < t.slots; slot++ {
		if e := t.at(slot); e.used && shard(e.key) == i {
			old = append(old, e.key)
		}
	}
	for _, key := range old {
		t.Delete(key)
	}
	for len(src) > 0 {
		if len(src) < 8 {
			return ErrBytes
		}
		key := binary.LittleEndian.Uint64(src)
		at, n := binary.Varint(src[8:])
		if n <= 0 || shard(key) != i || t.Get(key) != nil {
			return ErrBytes
		}
		v, _ := t.Use(key, at)
		rest, err := P(v).Read(src[8+n:])
		if err != nil {
			return err
		}
		src = rest
	}
	t.dirty[i] = false
	return nil
}
