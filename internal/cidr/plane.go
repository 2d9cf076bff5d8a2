package cidr

import (
	"iter"
	"math/bits"
)

// plane holds the intervals of one family and an index that finds the one an
// address falls into.
//
// The index is a trie over the boundaries: each node skips the bits that all
// its boundaries share and then branches on as many bits as it has boundaries
// for, so crowded parts of the space get wide nodes and empty parts none
// (Nilsson and Karlsson, "IP-address lookup using LC-tries", 1999). A branch
// with few boundaries left is scanned; they share a cache line.
type plane struct {
	n        int      // boundaries, the first at key 0
	hi       []uint64 // upper halves of the boundaries, ascending; leafSize of padding follows
	lo       []uint64 // lower halves; nil in IPv4
	val      []int32  // nil in IPv4, where it is the lower half of hi: one cache miss less
	nodes    []node   // empty when one scan does
	children []uint32
}

// node covers boundaries first to last-1, which share the first pos bits of
// key, and branches on the next stride bits.
type node struct {
	key         u128
	first, last uint32
	child       uint32 // its 1<<stride entries of children begin here
	pos, stride uint8
}

const (
	// leafSize is how many boundaries are scanned rather than branched on:
	// 8 keys are one cache line.
	leafSize = 8

	// maxStride keeps one node at 256 kB.
	maxStride = 16

	// isNode marks a child that is a node; else it is the first boundary at
	// or above the branch.
	isNode = 1 << 31
)

func newPlane(pieces []piece, is4 bool) plane {
	if len(pieces) == 0 {
		return plane{}
	}
	bs := flatten(pieces)
	p := plane{n: len(bs), hi: make([]uint64, len(bs)+leafSize)}
	if !is4 {
		p.lo, p.val = make([]uint64, len(bs)+leafSize), make([]int32, len(bs))
	}
	for i, b := range bs {
		if p.hi[i] = b.key.hi; is4 {
			p.hi[i] |= uint64(uint32(b.val))
		} else {
			p.lo[i], p.val[i] = b.key.lo, b.val
		}
	}
	for i := len(bs); i < len(p.hi); i++ {
		if p.hi[i] = maxU128.hi; !is4 {
			p.lo[i] = maxU128.lo
		}
	}
	if len(bs) > leafSize {
		p.grow(0, len(bs))
	}
	return p
}

func (p *plane) key(i int) u128 {
	if p.lo == nil {
		return u128{hi: p.hi[i] &^ (1<<32 - 1)}
	}
	return u128{p.hi[i], p.lo[i]}
}

func (p *plane) value(i int) int32 {
	if p.lo == nil {
		return int32(uint32(p.hi[i]))
	}
	return p.val[i]
}

// grow adds a node for the boundaries first to last-1 and everything below it,
// and returns its number.
func (p *plane) grow(first, last int) uint32 {
	head, tail := p.key(first), p.key(last-1)
	pos := commonBits(head, tail)
	stride := min(max(bits.Len(uint(last-first))-2, 1), maxStride)
	if pos < 64 {
		stride = min(stride, 64-pos) // a branch reads one half of the key
	} else {
		stride = min(stride, 128-pos)
	}

	id := len(p.nodes)
	child := len(p.children)
	p.nodes = append(p.nodes, node{
		key: head.and(mask(pos)), first: uint32(first), last: uint32(last),
		child: uint32(child), pos: uint8(pos), stride: uint8(stride),
	})
	p.children = append(p.children, make([]uint32, 1<<stride)...)
	for c, from := 0, first; c < 1<<stride; c++ {
		to := from
		for to < last && branch(p.key(to), pos, stride) == uint64(c) {
			to++
		}
		entry := uint32(from)
		if to-from > leafSize {
			entry = isNode | p.grow(from, to)
		}
		p.children[child+c] = entry
		from = to
	}
	return uint32(id)
}

// branch returns the stride bits of a key that follow its first pos bits.
func branch(k u128, pos, stride int) uint64 {
	if pos < 64 {
		return k.hi << pos >> (64 - stride)
	}
	return k.lo << (pos - 64) >> (64 - stride)
}

// commonBits returns how many leading bits two keys share.
func commonBits(a, b u128) int {
	if a.hi != b.hi {
		return bits.LeadingZeros64(a.hi ^ b.hi)
	}
	return 64 + bits.LeadingZeros64(a.lo^b.lo)
}

// find returns the value of the interval that holds the key, or -1.
func (p *plane) find(k u128) int32 {
	if p.n == 0 {
		return -1
	}
	from := uint32(0)
	if len(p.nodes) > 0 {
		var done bool
		if from, done = p.descend(k); done {
			return p.value(int(from))
		}
	}
	// Of the next boundaries, those at or below the key are counted without a
	// branch, which a processor could only guess at: half the time of a loop
	// that stops. Boundary 0 is at or below every key.
	at := int(from)
	hi := (*[leafSize]uint64)(p.hi[from:])
	if p.lo == nil {
		k.hi |= 1<<32 - 1 // not below its own boundary, whatever value that has
		for _, h := range hi {
			_, above := bits.Sub64(k.hi, h, 0)
			at += int(1 - above)
		}
	} else {
		lo := (*[leafSize]uint64)(p.lo[from:])
		for i, h := range hi {
			_, above := bits.Sub64(k.lo, lo[i], 0)
			_, above = bits.Sub64(k.hi, h, above)
			at += int(1 - above)
		}
	}
	return p.value(min(at, p.n) - 1) // the padding is not above the last key of all
}

// descend returns the boundary to scan from, or the answer itself when the key
// leaves the index between two nodes.
func (p *plane) descend(k u128) (at uint32, done bool) {
	for id := uint32(0); ; {
		n := &p.nodes[id]
		if shared := commonBits(k, n.key); shared < int(n.pos) {
			// The key is beside everything below this node.
			if k.less(n.key) {
				return n.first - 1, true
			}
			return n.last - 1, true
		}
		entry := p.children[n.child+uint32(branch(k, int(n.pos), int(n.stride)))]
		if entry&isNode == 0 {
			return entry, false
		}
		id = entry &^ isNode
	}
}

// spans yields the intervals that have a value, ascending.
func (p *plane) spans() iter.Seq2[span, int32] {
	return func(yield func(span, int32) bool) {
		for i := range p.n {
			val := p.value(i)
			if val < 0 {
				continue
			}
			s := span{lo: p.key(i), hi: maxU128, ok: true}
			if i+1 < p.n {
				s.hi = p.key(i + 1).dec()
			}
			if !yield(s, val) {
				return
			}
		}
	}
}
