package filter

import (
	"math/bits"
	"strconv"

	"github.com/weir-flow/weir/internal/record"
)

// tupleRunner asks about each tuple once and remembers the verdict by its
// number in the registry.
type tupleRunner struct {
	of       node
	place    record.Place
	registry *record.Registry
	verdicts []uint8 // by tuple number: 0 unknown, 1 fails, 2 passes
}

func newTupleRunner(o opTuple) runner { return &tupleRunner{of: o.of, place: o.place} }

func (r *tupleRunner) cost() int { return 2 }

func (r *tupleRunner) narrow(_ *Matcher, b *record.Batch, rows Bitmap) {
	numbers := numbersOf(b, r.place)
	if r.registry != b.Registry {
		r.registry, r.verdicts = b.Registry, nil
	}
	// Fast path: absent column. Rows without numbers have the empty tuple.
	if len(numbers) == 0 {
		if b.Len() > 0 && !r.passes(0) {
			clear(rows)
		}
		return
	}
	// Fast path: constant column, as in files of one interface.
	if constant(numbers) {
		if !r.passes(numbers[0]) {
			clear(rows)
		}
		return
	}
	for i, w := range rows {
		base := i << 6
		for left := w; left != 0; left &= left - 1 {
			j := bits.TrailingZeros64(left)
			if n := numbers[base+j]; int(n) < len(r.verdicts) && r.verdicts[n] != 0 {
				w &^= uint64(2-r.verdicts[n]) << j
			} else if !r.passes(n) {
				w &^= 1 << j
			}
		}
		rows[i] = w
	}
}

func numbersOf(b *record.Batch, p record.Place) []uint32 {
	switch p {
	case record.PlaceContext:
		return b.Context
	case record.PlacePath:
		return b.Path
	case record.PlaceSrc:
		return b.SrcSide
	default:
		return b.DstSide
	}
}

func constant(numbers []uint32) bool {
	first := numbers[0]
	if numbers[len(numbers)-1] != first {
		return false
	}
	for _, n := range numbers {
		if n != first {
			return false
		}
	}
	return true
}

// passes asks about a tuple, or remembers.
func (r *tupleRunner) passes(n uint32) bool {
	if int(n) >= len(r.verdicts) {
		g := groupOf(r.place)
		bigger := make([]uint8, max(r.registry.Len(g), 2*len(r.verdicts)))
		copy(bigger, r.verdicts)
		r.verdicts = bigger
	}
	if r.verdicts[n] == 0 {
		r.verdicts[n] = 1
		if evalTuple(r.of, r.place, r.registry.Tuple(groupOf(r.place), n).Values) {
			r.verdicts[n] = 2
		}
	}
	return r.verdicts[n] == 2
}

// evalTuple evaluates a bound node about one place over a tuple's values.
func evalTuple(n node, place record.Place, values []string) bool {
	switch n := n.(type) {
	case junction:
		for _, of := range n.nodes {
			if evalTuple(of, place, values) == n.or {
				return n.or
			}
		}
		return !n.or
	case not:
		return !evalTuple(n.of, place, values)
	case leaf:
		return evalText(n.test, values[n.field.Slot])
	case search:
		for _, slot := range searchedSlots[place].slots {
			if evalText(n.test, values[slot]) {
				return true
			}
		}
		return false
	}
	return true
}

// evalText evaluates a test on text, "" being absent.
func evalText(t test, text string) bool {
	if text == "" {
		return false
	}
	switch t := t.(type) {
	case exists:
		return true
	case numbers:
		n, ok := tupleNumber(text)
		return ok && inSpans(t, n)
	case stringTest:
		return t.matchString(text)
	}
	return false
}

// tupleNumber reads a number kept as text: 1 to 19 digits, as in SQL.
func tupleNumber(text string) (uint64, bool) {
	if len(text) > 19 {
		return 0, false
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.ParseUint(text, 10, 64)
	return n, err == nil
}
