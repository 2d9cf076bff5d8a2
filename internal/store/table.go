package store

import (
	"encoding/binary"
	"math/bits"

	"github.com/weir-flow/weir/internal/record"
)

// counters are those of one row of roll_minute or roll_hour, in the order of
// their columns.
type counters struct {
	records, flows, bytes, packets, allBytes, allPackets uint64
}

// counterTable is a hash table with packed keys: open addressing over indexes
// into dense rows, so growing moves four bytes a row and emptying is cheap.
type counterTable struct {
	slots []uint32 // index into keys, plus one; 0 is free
	shift uint8    // 64 - log2(len(slots))
	keys  []uint64
	sums  []counters
}

const firstSlots = 1 << 10

// at returns the counters of a key. The pointer is valid until the next call.
func (t *counterTable) at(key uint64) *counters {
	if 2*len(t.keys) >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for slot := uint32(mix(key) >> t.shift); ; slot = (slot + 1) & mask {
		i := t.slots[slot]
		if i == 0 {
			t.keys = append(t.keys, key)
			t.sums = append(t.sums, counters{})
			t.slots[slot] = uint32(len(t.keys))
			return &t.sums[len(t.sums)-1]
		}
		if t.keys[i-1] == key {
			return &t.sums[i-1]
		}
	}
}

func (t *counterTable) grow() {
	size := max(firstSlots, 2*len(t.slots))
	t.slots = make([]uint32, size)
	t.shift = uint8(64 - bits.TrailingZeros(uint(size)))
	mask := uint32(size - 1)
	for i, key := range t.keys {
		slot := uint32(mix(key) >> t.shift)
		for t.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		t.slots[slot] = uint32(i + 1)
	}
}

func (t *counterTable) reset() {
	clear(t.slots)
	t.keys, t.sums = t.keys[:0], t.sums[:0]
}

// hourKey is an address, or the numbers of four tuples, with everything else packed
// into one number.
type hourKey struct {
	hi, lo, rest uint64
}

// hourSums are the counters of one row of roll_public, roll_rejected or roll_coarse.
type hourSums struct {
	flows, bytes, packets uint64
}

// hourTable is [counterTable] for hourKey.
type hourTable struct {
	slots []uint32
	shift uint8
	keys  []hourKey
	sums  []hourSums
}

// find returns the counters of a key, nil when it has none yet.
func (t *hourTable) find(key hourKey) *hourSums {
	if len(t.slots) == 0 {
		return nil
	}
	mask := uint32(len(t.slots) - 1)
	for slot := uint32(key.hash() >> t.shift); ; slot = (slot + 1) & mask {
		i := t.slots[slot]
		if i == 0 {
			return nil
		}
		if t.keys[i-1] == key {
			return &t.sums[i-1]
		}
	}
}

// insert adds a key that find does not know.
func (t *hourTable) insert(key hourKey) *hourSums {
	if 2*len(t.keys) >= len(t.slots) {
		size := max(firstSlots, 2*len(t.slots))
		t.slots = make([]uint32, size)
		t.shift = uint8(64 - bits.TrailingZeros(uint(size)))
		for i, key := range t.keys {
			t.slots[t.free(key)] = uint32(i + 1)
		}
	}
	t.keys = append(t.keys, key)
	t.sums = append(t.sums, hourSums{})
	t.slots[t.free(key)] = uint32(len(t.keys))
	return &t.sums[len(t.sums)-1]
}

func (t *hourTable) free(key hourKey) uint32 {
	mask := uint32(len(t.slots) - 1)
	slot := uint32(key.hash() >> t.shift)
	for t.slots[slot] != 0 {
		slot = (slot + 1) & mask
	}
	return slot
}

func (t *hourTable) reset() {
	clear(t.slots)
	t.keys, t.sums = t.keys[:0], t.sums[:0]
}

// Odd numbers of random bits (from wyhash).
const (
	mix1 = 0xa0761d6478bd642f
	mix2 = 0xe7037ed1a0b428db
	mix3 = 0x8ebc6af09c88c6e3
)

func mix(key uint64) uint64 {
	hi, lo := bits.Mul64(key^mix1, mix2)
	return hi ^ lo
}

func (k hourKey) hash() uint64 {
	hi, lo := bits.Mul64(k.lo^mix1, k.rest^mix2)
	hi, lo = bits.Mul64(hi^lo^k.hi, mix3)
	return hi ^ lo
}

// addr returns the address of the key.
func (k hourKey) addr() (a record.Addr) {
	binary.BigEndian.PutUint64(a[:8], k.hi)
	binary.BigEndian.PutUint64(a[8:], k.lo)
	return a
}
