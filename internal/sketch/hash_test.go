package sketch

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// TestHashStable protects what is stored: snapshots and ids of findings hold hashes,
// so these values must never change.
func TestHashStable(t *testing.T) {
	f := func(name string, got, want uint64) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %#x, want %#x", name, got, want)
		}
	}
	f("nothing", Hash64(), 0x444694c31fe3073f)
	f("zero", Hash64(0), 0x4f50c36b63e5f764)
	f("one", Hash64(1), 0xc7854d2699cd8474)
	f("two", Hash64(1, 2), 0x8aa75a1dcb47f59a)
	f("two, swapped", Hash64(2, 1), 0x18e3405d1ec41c63)
	f("zeros", Hash64(0, 0, 0), 0x8d37e298cb611366)
	f("unspecified address", HashAddr([16]byte{}), 0xa1ea2718279c8925)
	f("address", HashAddr([16]byte{0: 0x20, 1: 0x01, 2: 0x0d, 3: 0xb8, 15: 1}, 22, 6), 0x70706932e2324df8)
	f("address, as numbers", Hash64(0x20010db800000000, 1, 22, 6), 0x70706932e2324df8)
	f("no text", HashText(""), 0x5000847277b52996)
	f("text", HashText("vpc-0a1b2c3d", 7), 0x7bba2ae5930dccd4)
}

// TestHashSpreads protects the sketches and the shards: hashes of numbers that differ
// by little are as good as random, at both ends of the word.
func TestHashSpreads(t *testing.T) {
	const n = 1 << 18
	seen := make(map[uint64]bool, n)
	var top, low [64]int
	for i := range uint64(n) {
		h := HashAddr([16]byte{10: 0xff, 11: 0xff, 12: 10, 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}, 443)
		if seen[h] {
			t.Fatalf("address %d collides", i)
		}
		seen[h] = true
		top[h>>58]++
		low[h&63]++
	}
	for i := range 64 { // six standard deviations
		if limit := 6 * math.Sqrt(n/64); math.Abs(float64(top[i]-n/64)) > limit || math.Abs(float64(low[i]-n/64)) > limit {
			t.Errorf("bucket %d: %d at the top and %d at the bottom of %d", i, top[i], low[i], n/64)
		}
	}
	// Each bit of the input turns half of the output.
	rng := rand.New(rand.NewPCG(1, 2))
	for bit := range 128 {
		turned := 0
		for range 500 {
			a, b := rng.Uint64N(1000), rng.Uint64N(1000)
			c, d := a, b
			if bit < 64 {
				c ^= 1 << bit
			} else {
				d ^= 1 << (bit - 64)
			}
			turned += bits.OnesCount64(Hash64(a, b) ^ Hash64(c, d))
		}
		if mean := float64(turned) / 500; mean < 30 || mean > 34 {
			t.Errorf("bit %d turns %.1f of 64", bit, mean)
		}
	}
}

func BenchmarkHash(b *testing.B) {
	b.ReportAllocs()
	var sum uint64
	for i := range b.N {
		sum += HashAddr([16]byte{15: byte(i)}, uint64(i), 6)
	}
	if sum == 0 {
		b.Fatal("zero")
	}
}
