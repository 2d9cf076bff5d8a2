package sketch

import "cmp"

// aged is a key and when it was last used.
type aged struct {
	touched int64
	key     uint64
	slot    uint32
}

func (a aged) compare(b aged) int {
	return cmp.Or(cmp.Compare(a.touched, b.touched), cmp.Compare(a.key, b.key))
}

func (a aged) before(b aged) bool {
	return a.touched < b.touched || a.touched == b.touched && a.key < b.key
}

func (t *Table[V, P]) eachAged(fn func(aged)) {
	for slot := uint32(0); slot < t.slots; slot++ {
		if e := t.at(slot); e.used {
			fn(aged{e.touched, e.key, slot})
		}
	}
}

// evict drops the key that was used least recently.
//
// To find it costs nothing until the table is full. Then one pass over the table
// finds the oldest sixteenth, which serves the next many evictions: a use can only make a
// key younger, so nobody joins them but new keys, which are remembered.
func (t *Table[V, P]) evict() {
	for range 2 {
		for len(t.oldest) > 0 {
			a := t.oldest[0]
			last := len(t.oldest) - 1
			t.oldest[0] = t.oldest[last]
			t.oldest = t.oldest[:last]
			sift(t.oldest, 0, aged.before)
			e := t.at(a.slot)
			switch {
			case !e.used || e.key != a.key: // gone since
			case e.touched == a.touched:
				t.evicted++
				t.Delete(a.key)
				return
			default: // used since, and perhaps still old
				t.remember(aged{e.touched, a.key, a.slot})
			}
		}
		t.findOldest()
	}
}

// findOldest makes the heap anew.
func (t *Table[V, P]) findOldest() {
	n := max(16, t.index.used/16)
	after := func(a, b aged) bool { return b.before(a) }
	t.oldest = t.oldest[:0]
	t.eachAged(func(a aged) {
		switch {
		case len(t.oldest) < n:
			t.oldest = append(t.oldest, a)
			if len(t.oldest) == n {
				heapify(t.oldest, after) // the youngest of them on top
			}
		case a.before(t.oldest[0]):
			t.oldest[0] = a
			sift(t.oldest, 0, after)
		}
	})
	t.bound = aged{}
	for i, a := range t.oldest {
		if i == 0 || t.bound.before(a) {
			t.bound = a
		}
	}
	heapify(t.oldest, aged.before)
}

// remember puts a key into the heap if it belongs there.
func (t *Table[V, P]) remember(a aged) {
	if len(t.oldest) == 0 || t.bound.before(a) {
		return
	}
	if len(t.oldest) > 64+t.index.used/4 { // keys that come and go
		t.oldest = t.oldest[:0]
		return
	}
	t.oldest = append(t.oldest, a)
	for i := len(t.oldest) - 1; i > 0; {
		up := (i - 1) / 2
		if !t.oldest[i].before(t.oldest[up]) {
			break
		}
		t.oldest[i], t.oldest[up] = t.oldest[up], t.oldest[i]
		i = up
	}
}

func heapify(h []aged, less func(a, b aged) bool) {
	for i := len(h)/2 - 1; i >= 0; i-- {
		sift(h, i, less)
	}
}

// sift moves a member of a heap down to its place.
func sift(h []aged, i int, less func(a, b aged) bool) {
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && less(h[child+1], h[child]) {
			child++
		}
		if !less(h[child], h[i]) {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
