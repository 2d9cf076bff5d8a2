package parquet

import (
	"encoding/binary"
	"math/bits"
)

// hybrid reads whole numbers of up to 32 bits that are either repeated or packed
// by bits: levels, indexes into dictionaries, booleans. However many a run claims,
// only those asked for are made.
type hybrid struct {
	data  []byte
	width uint
	left  uint64 // values of the run at hand
	value uint32 // that is repeated
	bits  uint64 // position of the packed run at hand, in bits; only if packed
	pack  bool
}

// next reads len(dst) values. It reports whether there were so many.
func (h *hybrid) next(dst []uint32) bool {
	for len(dst) > 0 {
		if h.left == 0 && !h.begin() {
			return false
		}
		n := int(min(uint64(len(dst)), h.left))
		if !h.pack {
			for i := range dst[:n] {
				dst[i] = h.value
			}
		} else {
			h.unpack(dst[:n])
		}
		h.left -= uint64(n)
		if h.pack && h.left == 0 {
			h.data = h.data[min(int(h.bits+7)/8, len(h.data)):]
		}
		dst = dst[n:]
	}
	return true
}

// begin reads the header of a run.
func (h *hybrid) begin() bool {
	head, n := binary.Uvarint(h.data)
	if n <= 0 {
		return false
	}
	h.data = h.data[n:]
	if h.pack = head&1 == 1; h.pack {
		// A last run may be cut to the values it has.
		h.left, h.bits = min(head>>1, 1<<32)*8, 0
		if h.width > 0 {
			h.left = min(h.left, uint64(len(h.data))*8/uint64(h.width))
		}
		return h.left > 0
	}
	size := int(h.width+7) / 8
	if h.left = head >> 1; h.left == 0 || size > len(h.data) {
		return false
	}
	h.value = 0
	for i := range size {
		h.value |= uint32(h.data[i]) << (8 * i)
	}
	h.data = h.data[size:]
	return true
}

func (h *hybrid) unpack(dst []uint32) {
	mask := uint64(1)<<h.width - 1
	for i := range dst {
		at := int(h.bits >> 3)
		var w uint64
		if at+8 <= len(h.data) {
			w = binary.LittleEndian.Uint64(h.data[at:])
		} else {
			w = tail64(h.data, at)
		}
		dst[i] = uint32(w >> (h.bits & 7) & mask)
		h.bits += uint64(h.width)
	}
}

// tail64 reads eight bytes of which some lie behind the end, as zeros.
func tail64(data []byte, at int) uint64 {
	var word [8]byte
	if at < len(data) {
		copy(word[:], data[at:])
	}
	return binary.LittleEndian.Uint64(word[:])
}

// delta reads whole numbers written as differences packed by bits
// (DELTA_BINARY_PACKED).
type delta struct {
	data   []byte
	left   uint64 // values
	value  uint64 // the next one
	least  uint64 // difference of the block at hand
	widths []byte // of the miniblocks of the block that are still to come
	size   uint64 // values of a miniblock
	minis  uint64 // miniblocks of a block
	inMini uint64 // values left in the miniblock at hand
	width  uint
	bits   uint64 // position in the miniblock
	raw    []byte // of the miniblock
}

// begin reads the header. It reports whether it makes sense.
func (d *delta) begin(data []byte) bool {
	*d = delta{data: data}
	block := d.uvarint()
	d.minis = d.uvarint()
	d.left = d.uvarint()
	d.value = unzigzag(d.uvarint())
	if d.data == nil || d.minis == 0 || block == 0 || block%d.minis != 0 || block > 1<<20 {
		return false
	}
	d.size = block / d.minis
	return d.size%8 == 0
}

func (d *delta) uvarint() uint64 {
	v, n := binary.Uvarint(d.data)
	if n <= 0 {
		d.data = nil
		return 0
	}
	d.data = d.data[n:]
	return v
}

func unzigzag(v uint64) uint64 { return v>>1 ^ -(v & 1) }

// next returns the next value. It reports whether there was one.
func (d *delta) next() (int64, bool) {
	if d.left == 0 {
		return 0, false
	}
	v := d.value
	if d.left--; d.left == 0 {
		return int64(v), true
	}
	if d.inMini == 0 && !d.mini() {
		return 0, false
	}
	step := uint64(0)
	if d.width > 0 {
		at, shift := int(d.bits>>3), d.bits&7
		if at+8 <= len(d.raw) {
			step = binary.LittleEndian.Uint64(d.raw[at:]) >> shift
		} else {
			step = tail64(d.raw, at) >> shift
		}
		if shift+uint64(d.width) > 64 && at+8 < len(d.raw) {
			step |= uint64(d.raw[at+8]) << (64 - shift)
		}
		step &= ^uint64(0) >> (64 - d.width)
		d.bits += uint64(d.width)
	}
	d.inMini--
	d.value += d.least + step
	return int64(v), true
}

// mini begins the next miniblock.
func (d *delta) mini() bool {
	if len(d.widths) == 0 {
		d.least = unzigzag(d.uvarint())
		if uint64(len(d.data)) < d.minis {
			return false
		}
		d.widths, d.data = d.data[:d.minis], d.data[d.minis:]
	}
	d.width, d.widths = uint(d.widths[0]), d.widths[1:]
	if d.width > 64 {
		return false
	}
	size := min(d.size*uint64(d.width)/8, uint64(len(d.data))) // the last may be cut
	if need := (min(d.left, d.size)*uint64(d.width) + 7) / 8; size < need {
		return false
	}
	d.raw, d.data = d.data[:size], d.data[size:]
	d.inMini, d.bits = d.size, 0
	return true
}

// rest passes over all values and returns what follows them.
func (d delta) rest() ([]byte, bool) {
	for d.left > 1 {
		if !d.mini() {
			return nil, false
		}
		d.left -= min(d.left-1, d.size)
	}
	return d.data, true
}

// levelWidth is how many bits a level takes.
func levelWidth(most int) uint { return uint(bits.Len(uint(most))) }
