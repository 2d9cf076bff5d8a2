package sketch

import "math/bits"

// index finds the slot of a key: open addressing with linear probing. A cell holds 32
// bits of the key's hash and the slot; the place of a cell follows from these bits, so
// that cells move without a look at the keys. At 7/8 full it doubles, so a key takes
// between 9 and 18 bytes; Go's map took 28.
type index struct {
	cells []cell
	shift uint8 // 32 less the bits of a place
	used  int
}

type cell struct {
	tag  uint32
	slot uint32 // the slot's number and 1; 0: free
}

const firstCells = 8

// tagOf spreads keys, of which some are small numbers (Knuth's multiplicative hashing).
func tagOf(key uint64) uint32 { return uint32(key * 0x9e3779b97f4a7c15 >> 32) }

// find returns the slot of a key.
func (t *Table[V, P]) find(key uint64) (slot uint32, ok bool) {
	x := &t.index
	if x.used == 0 {
		return 0, false
	}
	tag := tagOf(key)
	mask := uint32(len(x.cells) - 1)
	for i := tag >> x.shift; ; i = (i + 1) & mask {
		c := x.cells[i]
		if c.slot == 0 {
			return 0, false
		}
		if c.tag == tag && t.at(c.slot-1).key == key {
			return c.slot - 1, true
		}
	}
}

// put adds a key that is not there.
func (x *index) put(key uint64, slot uint32) {
	if 8*(x.used+1) > 7*len(x.cells) {
		x.grow(max(firstCells, 2*len(x.cells)))
	}
	x.set(cell{tagOf(key), slot + 1})
	x.used++
}

func (x *index) set(c cell) {
	mask := uint32(len(x.cells) - 1)
	i := c.tag >> x.shift
	for x.cells[i].slot != 0 {
		i = (i + 1) & mask
	}
	x.cells[i] = c
}

func (x *index) grow(n int) {
	old := x.cells
	x.cells, x.shift = make([]cell, n), uint8(33-bits.Len(uint(n)))
	for _, c := range old {
		if c.slot != 0 {
			x.set(c)
		}
	}
}

// remove drops a key that has a slot. The cells behind it close up.
func (x *index) remove(key uint64, slot uint32) {
	mask := uint32(len(x.cells) - 1)
	i := tagOf(key) >> x.shift
	for x.cells[i].slot != slot+1 {
		i = (i + 1) & mask
	}
	for j := (i + 1) & mask; x.cells[j].slot != 0; j = (j + 1) & mask {
		home := x.cells[j].tag >> x.shift
		if (j-home)&mask >= (j-i)&mask { // it may stand at i, or before
			x.cells[i] = x.cells[j]
			i = j
		}
	}
	x.cells[i] = cell{}
	x.used--
}
