package filter

import (
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

// Matcher runs a filter over batches. It keeps memory between batches and is
// not safe for concurrent use; make one for each goroutine.
type Matcher struct {
	root runner
	free []Bitmap // scratch
	rows Bitmap
}

// runner is an operator made ready to run: it clears from rows those of the
// batch that do not pass.
type runner interface {
	narrow(m *Matcher, b *record.Batch, rows Bitmap)
	cost() int // relative time for a row; cheap operators run first
}

// Matcher returns a new matcher for the filter.
func (b *Bound) Matcher() *Matcher { return &Matcher{root: newRunner(b.plan)} }

// Match returns the rows of the batch that pass. The bitmap is valid until the
// next call of Match.
func (m *Matcher) Match(b *record.Batch) Bitmap {
	m.rows = AllRows(m.rows, b.Len())
	m.Narrow(b, m.rows)
	return m.rows
}

// Narrow clears from rows those of the batch that do not pass. Rows outside of
// it are not looked at.
func (m *Matcher) Narrow(b *record.Batch, rows Bitmap) { m.root.narrow(m, b, rows) }

// scratch lends a bitmap of n words with any content; give takes it back.
func (m *Matcher) scratch(n int) Bitmap {
	if last := len(m.free) - 1; last >= 0 {
		s := m.free[last]
		m.free = m.free[:last]
		if cap(s) >= n {
			return s[:n]
		}
	}
	return make(Bitmap, n)
}

func (m *Matcher) give(s Bitmap) { m.free = append(m.free, s) }

func newRunner(o op) runner {
	switch o := o.(type) {
	case opJunction:
		runners := make([]runner, len(o.ops))
		for i, of := range o.ops {
			runners[i] = newRunner(of)
		}
		slices.SortStableFunc(runners, func(a, b runner) int { return a.cost() - b.cost() })
		if o.or {
			return anyOf(runners)
		}
		return allOf(runners)
	case opNot:
		return noneOf{newRunner(o.of)}
	case opRow:
		return newRowRunner(o)
	case opTuple:
		return newTupleRunner(o)
	case opPair:
		return pairRunner{o}
	}
	return allOf{}
}

// allOf keeps rows that pass every operator.
type allOf []runner

func (r allOf) cost() int { return totalCost(r) }

func (r allOf) narrow(m *Matcher, b *record.Batch, rows Bitmap) {
	for i, of := range r {
		if i > 0 && rows.Empty() {
			return
		}
		of.narrow(m, b, rows)
	}
}

// anyOf keeps rows that pass one operator. Each is asked only about the rows
// that none before it took.
type anyOf []runner

func (r anyOf) cost() int { return totalCost(r) }

func (r anyOf) narrow(m *Matcher, b *record.Batch, rows Bitmap) {
	open, tried := m.scratch(len(rows)), m.scratch(len(rows))
	copy(open, rows)
	for _, of := range r {
		copy(tried, open)
		of.narrow(m, b, tried)
		for i, w := range tried {
			open[i] &^= w
		}
		if open.Empty() {
			break
		}
	}
	for i, w := range open {
		rows[i] &^= w
	}
	m.give(open)
	m.give(tried)
}

// noneOf keeps rows that do not pass its operator.
type noneOf struct{ of runner }

func (r noneOf) cost() int { return r.of.cost() }

func (r noneOf) narrow(m *Matcher, b *record.Batch, rows Bitmap) {
	passed := m.scratch(len(rows))
	copy(passed, rows)
	r.of.narrow(m, b, passed)
	for i, w := range passed {
		rows[i] &^= w
	}
	m.give(passed)
}

func totalCost(runners []runner) int {
	sum := 0
	for _, r := range runners {
		sum += r.cost()
	}
	return sum
}
