package sketch

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"
)

// list is a value that shares memory when it is copied without care.
type list struct{ n []uint64 }

func (l *list) Clone() list { return list{append([]uint64(nil), l.n...)} }

func (l *list) Append(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(l.n)))
	for _, n := range l.n {
		dst = binary.AppendUvarint(dst, n)
	}
	return dst
}

func (l *list) Read(src []byte) ([]byte, error) {
	count, n := binary.Uvarint(src)
	if n <= 0 || count > uint64(len(src)) {
		return nil, ErrBytes
	}
	src = src[n:]
	l.n = make([]uint64, 0, count)
	for range count {
		v, n := binary.Uvarint(src)
		if n <= 0 {
			return nil, ErrBytes
		}
		l.n, src = append(l.n, v), src[n:]
	}
	return src, nil
}

func dump(t *Table[list, *list]) map[uint64]string {
	all := map[uint64]string{}
	t.Each(func(key uint64, at int64, v *list) { all[key] = fmt.Sprint(at, v.n) })
	return all
}

// TestTable protects taking changes back, which early findings rest on: whatever was
// done since Mark, Rollback gives the table as it was, in all that later calls can
// see, eviction included. And a table that is written down comes back.
func TestTable(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 1))
		max := []int{0, 10, 40}[seed%3]
		tab := NewTable[list](max)
		play := func(tab *Table[list, *list], rng *rand.Rand, steps int) {
			for i := range steps {
				key := rng.Uint64N(60) * 0x9e3779b97f4a7c15
				switch rng.IntN(8) {
				case 0:
					tab.Delete(key)
				case 1:
					if v := tab.Change(key); v != nil && len(v.n) > 0 {
						v.n[0]++
					}
				case 2:
					if rng.IntN(20) == 0 {
						tab.Expire(int64(i) - 30)
					}
				default:
					v, _ := tab.Use(key, int64(i))
					v.n = append(v.n, rng.Uint64N(1000))
				}
			}
		}
		play(tab, rng, 300)
		before, evicted := dump(tab), tab.Evicted()
		a, b := rng.Uint64(), rng.Uint64()

		tab.Mark()
		play(tab, rng, 200)
		tab.Rollback()
		if got := dump(tab); !maps.Equal(got, before) || tab.Evicted() != evicted {
			t.Fatalf("seed %d: rolled back to\n%v\nwant\n%v", seed, got, before)
		}
		// What comes next comes as if nothing had been: a table that was never marked
		// and went the same way ends the same.
		twin := NewTable[list](max)
		play(twin, rand.New(rand.NewPCG(seed, 1)), 300)
		play(tab, rand.New(rand.NewPCG(a, b)), 300)
		play(twin, rand.New(rand.NewPCG(a, b)), 300)
		if got, want := dump(tab), dump(twin); !maps.Equal(got, want) || tab.Evicted() != twin.Evicted() {
			t.Fatalf("seed %d: after a rollback\n%v\nwithout\n%v", seed, got, want)
		}

		back := NewTable[list](0)
		for i := range Shards {
			if err := back.ReadShard(i, tab.AppendShard(i, nil)); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := dump(back), dump(tab); !maps.Equal(got, want) {
			t.Fatalf("seed %d: read %v, wrote %v", seed, got, want)
		}
	}
}

// TestTableDirty protects snapshots: a shard that changed says so until it is written.
func TestTableDirty(t *testing.T) {
	tab := NewTable[list](0)
	key := uint64(5) << 58
	tab.Use(key, 1)
	if !tab.Dirty(5) || tab.Dirty(6) {
		t.Error("a used key did not make its own shard dirty")
	}
	tab.AppendShard(5, nil)
	if tab.Dirty(5) {
		t.Error("a written shard is dirty")
	}
	tab.Mark()
	tab.Change(key)
	tab.Rollback()
	if tab.Dirty(5) {
		t.Error("a change that was taken back left the shard dirty")
	}
}

// FuzzReadShard: bytes that were not written by the table are an error, not a crash.
func FuzzReadShard(f *testing.F) {
	tab := NewTable[list](0)
	for i := range uint64(5) {
		v, _ := tab.Use(i, int64(i))
		v.n = append(v.n, i)
	}
	f.Add(tab.AppendShard(0, nil))
	f.Fuzz(func(t *testing.T, src []byte) {
		_ = NewTable[list](0).ReadShard(0, src)
	})
}

func BenchmarkTable(b *testing.B) {
	tab := NewTable[list](0)
	for i := range b.N {
		tab.Use(uint64(i%1_000_000)*0x9e3779b97f4a7c15, int64(i))
	}
	b.ReportMetric(float64(tab.Bytes())/float64(tab.Len()), "B/key")
}
