package filter

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/record"
)

// reference evaluates a bound tree over one row the slow way: value by value,
// without plan, kernels, memo or bitmaps.
type reference struct {
	b   *record.Batch
	row int
}

func (r reference) node(n node) bool {
	switch n := n.(type) {
	case junction:
		for _, of := range n.nodes {
			if r.node(of) == n.or {
				return n.or
			}
		}
		return !n.or
	case not:
		return !r.node(n.of)
	case leaf:
		if t, ok := n.test.(sameAs); ok {
			return r.pair(n.field, t)
		}
		for _, id := range basics(n.field) {
			if v, present := filtertest.Read(r.b, r.row, id); present && passes(v, n.test, id) {
				return true
			}
		}
		return false
	case search:
		for _, id := range searched {
			if v, present := filtertest.Read(r.b, r.row, id); present && n.test.matchString(v.Text) {
				return true
			}
		}
		return false
	}
	return true
}

// pair compares all that two fields stand for.
func (r reference) pair(f *record.Field, t sameAs) bool {
	for _, a := range basics(f) {
		v, ok := filtertest.Read(r.b, r.row, a)
		for _, b := range basics(t.other) {
			w, ok2 := filtertest.Read(r.b, r.row, b)
			if !ok || !ok2 {
				continue
			}
			x, y := new(big.Int).SetUint64(v.Number), new(big.Int).SetUint64(w.Number)
			switch kind := pairKind(f); {
			case kind == pairText && v.Text == w.Text, kind == pairAddr && v.Addr == w.Addr:
				return true
			case kind == pairText || kind == pairAddr:
			case record.Get(a).Place != record.PlaceRow && v.Number == math.MaxUint64 || record.Get(b).Place != record.PlaceRow && w.Number == math.MaxUint64:
				// text where a number should be
			case t.op == "=" && x.Cmp(y) == 0, t.op == ">" && x.Cmp(y) > 0, t.op == ">=" && x.Cmp(y) >= 0, t.op == "<" && x.Cmp(y) < 0, t.op == "<=" && x.Cmp(y) <= 0:
				return true
			}
		}
	}
	return false
}

// passes is the test on a value that is there.
func passes(v filtertest.Value, t test, id record.FieldID) bool {
	switch t := t.(type) {
	case exists:
		return true
	case numbers:
		for _, s := range t {
			if s.lo <= v.Number && v.Number <= s.hi {
				return true
			}
		}
	case mask:
		return v.Number&uint64(t) == uint64(t)
	case addresses:
		for _, r := range t {
			if r.Contains(v.Addr) {
				return true
			}
		}
	case addressText:
		return t.text.matchString(v.Text)
	case names:
		for i, name := range namedFields[id].names {
			if name == v.Text && t>>i&1 == 1 {
				return true
			}
		}
	case texts:
		for _, text := range t {
			if text == v.Text {
				return true
			}
		}
	case foldTexts:
		for _, text := range t {
			if text == strings.Map(func(r rune) rune {
				if r >= 'A' && r <= 'Z' {
					return r + 'a' - 'A'
				}
				return r
			}, v.Text) {
				return true
			}
		}
	case textRange:
		return v.Text >= t.low && (!t.lowOpen || v.Text != t.low) &&
			(t.high == "" || v.Text <= t.high && (!t.highOpen || v.Text != t.high))
	case textTest:
		return t.matchString(v.Text)
	}
	return false
}

// The matcher gives what the reference gives, on random filters and records,
// and never touches rows outside of what it is asked to narrow.
func TestMatcherAgainstReference(t *testing.T) {
	filters, hits := 0, 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		batch := filtertest.Records(r, 100)
		for range 40 {
			text := filtertest.Filter(r)
			b, err := Compile(text, Options{Now: now})
			if err != nil {
				continue
			}
			filters++
			m := b.Matcher()
			got := m.Match(batch)
			count := 0
			for row := range batch.Len() {
				want := reference{batch, row}.node(b.root)
				if got.Has(row) != want {
					t.Fatalf("seed %d: %s\nmeans %s\nrow %d: matcher says %v, reference %v", seed, text, b, row, got.Has(row), want)
				}
				if want {
					count++
				}
			}
			if got.Count() != count {
				t.Fatalf("seed %d: %s sets bits past the last row", seed, text)
			}
			if count > 0 && count < batch.Len() {
				hits++
			}
			checkSubset(t, m, batch, got, r)
		}
	}
	t.Logf("%d filters, %d of them split the records", filters, hits)
	if filters < 1200 || hits < filters/4 {
		t.Errorf("the random filters prove too little: %d, %d of them split the records", filters, hits)
	}
}

// checkSubset narrows a random part of the rows.
func checkSubset(t *testing.T, m *Matcher, batch *record.Batch, whole Bitmap, r *rand.Rand) {
	t.Helper()
	want := append(Bitmap(nil), whole...)
	part := AllRows(nil, batch.Len())
	for i := range part {
		part[i] &= r.Uint64() & r.Uint64() & r.Uint64()
		want[i] &= part[i]
	}
	m.Narrow(batch, part)
	for i := range part {
		if part[i] != want[i] {
			t.Fatalf("narrowing a part of the rows: word %d is %x, want %x", i, part[i], want[i])
		}
	}
}
