package sketch

import (
	"encoding/binary"
	"math/bits"
)

// The odd constants of wyhash.
const (
	hash0 = 0xa0761d6478bd642f
	hash1 = 0xe7037ed1a0b428db
	hash2 = 0x8ebc6af09c88c6e3
	hash3 = 0x589965cc75374cc3
)

// mum is wyhash's mixing by a wide product, in the form that keeps both operands: a
// factor of zero loses nothing.
func mum(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return a ^ b ^ hi ^ lo
}

// Hash64 hashes numbers, whose order matters. Results are stored, in snapshots and in
// the ids of findings, so they are the same in every process and version; there is
// no seed, and so no protection against someone who looks for collisions.
func Hash64(parts ...uint64) uint64 {
	h := uint64(hash0)
	for _, p := range parts {
		h = mum(h^hash1, p^hash2)
	}
	return mum(h^hash3, uint64(len(parts))^hash1)
}

// HashAddr hashes an address in its 16-byte form and numbers: Hash64 of the two
// halves, high first, and the numbers.
func HashAddr(addr [16]byte, parts ...uint64) uint64 {
	h := mum(hash0^hash1, binary.BigEndian.Uint64(addr[:8])^hash2)
	h = mum(h^hash1, binary.BigEndian.Uint64(addr[8:])^hash2)
	for _, p := range parts {
		h = mum(h^hash1, p^hash2)
	}
	return mum(h^hash3, uint64(len(parts)+2)^hash1)
}

// HashText hashes a text and numbers. Its results are as lasting as those of
// [Hash64].
func HashText(text string, parts ...uint64) uint64 {
	h := mum(hash0^hash3, uint64(len(text))^hash2)
	for len(text) >= 8 {
		var w [8]byte
		copy(w[:], text)
		h = mum(h^hash1, binary.LittleEndian.Uint64(w[:])^hash2)
		text = text[8:]
	}
	if len(text) > 0 {
		var w [8]byte
		copy(w[:], text)
		h = mum(h^hash1, binary.LittleEndian.Uint64(w[:])^hash2)
	}
	for _, p := range parts {
		h = mum(h^hash1, p^hash2)
	}
	return mum(h^hash3, uint64(len(parts))^hash1)
}
