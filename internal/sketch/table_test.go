package sketch

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"runtime"
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

// model is the table as one would write it with a plain map.
type model struct {
	v       map[uint64]list
	touched map[uint64]int64
	max     int
	evicted uint64
}

func (m *model) clone() *model {
	c := &model{map[uint64]list{}, maps.Clone(m.touched), m.max, m.evicted}
	for k, v := range m.v {
		c.v[k] = v.Clone()
	}
	return c
}

func (m *model) use(key uint64, at int64, n uint64) {
	if _, ok := m.v[key]; ok {
		at = max(at, m.touched[key])
	} else if m.max > 0 && len(m.v) >= m.max {
		oldest, first := uint64(0), true
		for k, at := range m.touched {
			if first || at < m.touched[oldest] || at == m.touched[oldest] && k < oldest {
				oldest, first = k, false
			}
		}
		m.delete(oldest)
		m.evicted++
	}
	m.v[key], m.touched[key] = list{append(m.v[key].n, n)}, at
}

func (m *model) delete(key uint64) {
	delete(m.v, key)
	delete(m.touched, key)
}

func (m *model) dump() map[uint64]string {
	all := map[uint64]string{}
	for k, v := range m.v {
		all[k] = fmt.Sprint(m.touched[k], v.n)
	}
	return all
}

// TestTable protects the table against a plain map, and with it taking changes back,
// which early findings rest on: whatever was done since Mark, Rollback gives the table
// as it was, in all that later calls can see, eviction included. And a table that was
// written down in between goes on as if nothing had been.
func TestTable(t *testing.T) {
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 1))
		limit := []int{0, 10, 40, 100}[seed%4]
		tab, m := NewTable[list](limit), &model{map[uint64]list{}, map[uint64]int64{}, limit, 0}
		var saved *model
		for step := range 1500 {
			key := rng.Uint64N(150) * 0x9e3779b97f4a7c15
			at := int64(step) - rng.Int64N(1+rng.Int64N(60)) // mostly in order
			switch op := rng.IntN(200); {
			case op < 20:
				tab.Delete(key)
				m.delete(key)
			case op < 40:
				v, ok := m.v[key]
				if c := tab.Change(key); (c != nil) != ok {
					t.Fatalf("seed %d: Change of a key that is there: %v, want %v", seed, c != nil, ok)
				} else if ok {
					c.n[0]++
					v.n[0]++
				}
			case op < 41:
				gone := 0
				for k, at := range m.touched {
					if at < int64(step)-50 {
						m.delete(k)
						gone++
					}
				}
				if n := tab.Expire(int64(step) - 50); n != gone {
					t.Fatalf("seed %d: %d expired, want %d", seed, n, gone)
				}
			case op < 43 && saved == nil:
				saved = m.clone()
				tab.Mark()
			case op < 48 && saved != nil:
				if op%2 == 0 {
					tab.Commit()
				} else {
					tab.Rollback()
					m = saved
				}
				saved = nil
			case op < 50 && saved == nil:
				back := NewTable[list](limit)
				for i := range Shards {
					if err := back.ReadShard(i, tab.AppendShard(i, nil)); err != nil {
						t.Fatal(err)
					}
				}
				back.evicted = tab.evicted
				tab = back
			default:
				n := rng.Uint64N(1000)
				v, fresh := tab.Use(key, at)
				if _, ok := m.v[key]; ok == fresh {
					t.Fatalf("seed %d: fresh = %v of a key that is there: %v", seed, fresh, ok)
				}
				v.n = append(v.n, n)
				m.use(key, at, n)
			}
			if tab.Len() != len(m.v) || tab.Evicted() != m.evicted {
				t.Fatalf("seed %d, step %d: %d keys, %d evicted; want %d, %d", seed, step, tab.Len(), tab.Evicted(), len(m.v), m.evicted)
			}
			if step%50 == 0 || tab.Len() < 5 {
				if got, want := dump(tab), m.dump(); !maps.Equal(got, want) {
					t.Fatalf("seed %d, step %d:\n%v\nwant\n%v", seed, step, got, want)
				}
			}
		}
		last := int64(math.MinInt64)
		count := 0
		tab.InOrder(func(key uint64, at int64, v *list) {
			if at < last || at != m.touched[key] {
				t.Fatalf("seed %d: in order, %d comes after %d", seed, at, last)
			}
			last = at
			count++
		})
		if count != len(m.v) {
			t.Fatalf("seed %d: %d keys in order, want %d", seed, count, len(m.v))
		}
	}
}

// TestTableBytes protects that a state can be compared as bytes: tables that hold the
// same write the same, however they came to it.
func TestTableBytes(t *testing.T) {
	a, b := NewTable[list](0), NewTable[list](0)
	for i := range uint64(1000) {
		for n, tab := range []*Table[list, *list]{a, b} {
			key := i
			if n == 1 {
				key = 999 - i
			}
			v, _ := tab.Use(key*0x9e3779b97f4a7c15, int64(key%7))
			v.n = append(v.n, key)
		}
	}
	b.Use(5, 5)
	b.Delete(5)
	for i := range Shards {
		if x, y := a.AppendShard(i, nil), b.AppendShard(i, nil); !bytes.Equal(x, y) {
			t.Fatalf("shard %d: %x and %x", i, x, y)
		}
	}
	if err := a.ReadShard(3, []byte("nothing that was written")); err == nil {
		t.Error("bytes that were not written were read")
	}
	if x := a.AppendShard(3, nil); len(x) > 0 {
		t.Errorf("a shard that could not be read holds %x", x)
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

// flat is a value of 128 bytes.
type flat [16]uint64

func (f *flat) Clone() flat { return *f }

func (f *flat) Append(dst []byte) []byte {
	for _, n := range f {
		dst = binary.LittleEndian.AppendUint64(dst, n)
	}
	return dst
}

func (f *flat) Read(src []byte) ([]byte, error) {
	r := Reader{Src: src}
	for i := range f {
		f[i] = r.Uint64()
	}
	return r.Rest()
}

// TestTableMemory protects the promise of a million keys in 256 MB, values of 128
// bytes, and that the table knows what it takes. It counts a tenth of the keys.
func TestTableMemory(t *testing.T) {
	const keys = 100_000
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	tab := NewTable[flat](keys)
	for i := range uint64(keys) {
		tab.Use(i*0x9e3779b97f4a7c15, int64(i))
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	size := float64(after.HeapAlloc-before.HeapAlloc) / keys
	if size > 256 {
		t.Errorf("%.0f bytes a key, want 256 at most", size)
	}
	if told := float64(tab.Bytes()) / keys; told < 0.8*size || told > 1.25*size {
		t.Errorf("tells of %.0f bytes a key and takes %.0f", told, size)
	}
}

func BenchmarkTable(b *testing.B) {
	const keys = 1_000_000
	fill := func(limit int) *Table[flat, *flat] {
		tab := NewTable[flat](limit)
		for i := range uint64(keys) {
			tab.Use(i*0x9e3779b97f4a7c15, int64(i))
		}
		return tab
	}
	b.Run("use", func(b *testing.B) {
		tab := fill(keys)
		b.ResetTimer()
		for i := range b.N {
			tab.Use(uint64(i%keys)*0x9e3779b97f4a7c15, int64(keys+i))
		}
		b.ReportMetric(float64(tab.Bytes())/float64(tab.Len()), "B/key")
	})
	b.Run("evict", func(b *testing.B) { // every key is new
		tab := fill(keys)
		b.ResetTimer()
		for i := range b.N {
			tab.Use(uint64(keys+i)*0x9e3779b97f4a7c15, int64(keys+i))
		}
	})
	b.Run("mark", func(b *testing.B) { // a thousand changes, taken back
		tab := fill(keys)
		b.ResetTimer()
		for i := range b.N {
			tab.Mark()
			for k := range 1000 {
				tab.Use(uint64((i*1000+k)%keys)*0x9e3779b97f4a7c15, int64(keys+i))
			}
			tab.Rollback()
		}
	})
	b.Run("write", func(b *testing.B) { // all shards
		tab := fill(keys)
		b.ResetTimer()
		for range b.N {
			for i := range Shards {
				tab.AppendShard(i, nil)
			}
		}
	})
}
