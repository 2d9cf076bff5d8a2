package sketch

import (
	"cmp"
	"encoding/binary"
	"slices"
)

func shard(key uint64) int { return int(key >> 58) }

// Dirty tells whether a shard changed since it was last written or read.
func (t *Table[V, P]) Dirty(i int) bool { return t.dirty[i] }

// slotsOf returns the slots of a shard by key. One pass over the table serves all
// shards.
func (t *Table[V, P]) slotsOf(i int) []uint32 {
	if !t.ordered {
		if cap(t.order) < t.index.used {
			t.order = make([]uint32, t.index.used)
		}
		t.order = t.order[:t.index.used]
		var next [Shards]uint32
		for i := range Shards {
			next[i] = t.starts[i]
			t.starts[i+1] = t.starts[i] + t.count[i]
		}
		t.eachAged(func(a aged) {
			n := &next[shard(a.key)]
			t.order[*n] = a.slot
			*n++
		})
		t.ordered = true
	}
	slots := t.order[t.starts[i]:t.starts[i+1]]
	slices.SortFunc(slots, func(a, b uint32) int { return cmp.Compare(t.at(a).key, t.at(b).key) })
	return slots
}

// AppendShard writes a shard behind dst, in order of the keys: the same bytes for all
// tables that hold the same.
func (t *Table[V, P]) AppendShard(i int, dst []byte) []byte {
	for _, slot := range t.slotsOf(i) {
		e := t.at(slot)
		dst = binary.LittleEndian.AppendUint64(dst, e.key)
		dst = binary.AppendVarint(dst, e.touched)
		dst = P(&e.value).Append(dst)
	}
	t.dirty[i] = false
	return dst
}

// ReadShard replaces a shard by what AppendShard wrote. After an error the shard is
// empty.
func (t *Table[V, P]) ReadShard(i int, src []byte) error {
	t.clearShard(i)
	err := t.readShard(i, src)
	if err != nil {
		t.clearShard(i)
	}
	t.dirty[i] = false
	return err
}

func (t *Table[V, P]) clearShard(i int) {
	if t.count[i] == 0 {
		return
	}
	for _, slot := range t.slotsOf(i) {
		t.Delete(t.at(slot).key)
	}
}

func (t *Table[V, P]) readShard(i int, src []byte) error {
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
	return nil
}
