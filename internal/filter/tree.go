package filter

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// node is a node of the bound tree: all, junction, not, leaf or search.
// Every node is true or false on every record, never unknown.
type node interface{}

type (
	// all is true.
	all struct{}
	// junction is two or more nodes joined by AND, or by OR. None of them is
	// a junction of the same kind.
	junction struct {
		or    bool
		nodes []node
	}
	// not is the opposite of its node, which is no not itself.
	not struct{ of node }
	// leaf is a test on one field, or on either of two. It is false where
	// the field is absent.
	leaf struct {
		field *record.Field
		test  test
	}
	// search is a test on all text fields and the action.
	search struct {
		test   textTest
		phrase string // what the text must contain; "" when the test was written as such
	}
)

// test is a condition on the value of a field: exists, numbers, mask,
// addresses, addressText, names, texts, foldTexts, textRange, sameAs or a textTest.
type test interface{}

type (
	// exists holds for every value.
	exists struct{}
	// numbers holds for numbers, and times in nanoseconds, in one of the
	// spans. They ascend and do not overlap.
	numbers []span
	// mask holds for numbers that have all of its bits.
	mask uint64
	// addresses holds for addresses in one of the ranges, which ascend and
	// do not touch.
	addresses []cidr.Range
	// addressText holds for addresses whose text passes. Only addresses
	// within the ranges can.
	addressText struct {
		text   textTest
		within []cidr.Range
	}
	// names holds for values whose bit is set, counted by the value's
	// position among the field's names.
	names uint64
	// texts holds for these values, which ascend.
	texts []string
	// foldTexts holds for these values in any ASCII case. They are in lower
	// case and ascend.
	foldTexts []string
	// textRange holds for text from low to high, compared byte by byte.
	textRange struct {
		low, high         string // "" leaves the end open
		lowOpen, highOpen bool
	}
)

// span is the numbers from lo to hi, both included.
type span struct{ lo, hi uint64 }

// mergeSpans sorts spans and joins those that overlap. Neighbours stay apart,
// so that a list of ports stays a list.
func mergeSpans(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi)) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.lo <= out[n-1].hi {
			out[n-1].hi = max(out[n-1].hi, s.hi)
			continue
		}
		out = append(out, s)
	}
	return out
}

// newJunction joins nodes: lists of the same kind become one, everything and
// its opposite are resolved, and tests on one field become one where they can.
func newJunction(or bool, nodes []node) node {
	var flat []node
	for _, n := range nodes {
		switch j, ok := n.(junction); {
		case ok && j.or == or:
			flat = append(flat, j.nodes...)
		case isConstant(n, or): // decides the list alone
			return n
		case isConstant(n, !or): // changes nothing
		default:
			flat = append(flat, n)
		}
	}
	flat = mergeLeaves(flat, or)
	switch len(flat) {
	case 0:
		if or {
			return not{all{}}
		}
		return all{}
	case 1:
		return flat[0]
	}
	return junction{or: or, nodes: flat}
}

// isConstant reports whether a node has the verdict on every record.
func isConstant(n node, verdict bool) bool {
	if opposite, ok := n.(not); ok {
		n, verdict = opposite.of, !verdict
	}
	_, ok := n.(all)
	return ok && verdict
}

// newNot negates a node.
func newNot(of node) node {
	if n, ok := of.(not); ok {
		return n.of
	}
	return not{of}
}

// mergeLeaves joins the leaves of an OR that test one field in the same way, in
// the place of the first. In an AND it joins such leaves under negations:
// neither 22 nor 23 is not one of 22 and 23.
func mergeLeaves(nodes []node, or bool) []node {
	type key struct {
		field *record.Field
		kind  reflect.Type
	}
	type group struct {
		at    int // in out
		tests []test
	}
	groups := map[key]*group{}
	var out []node
	for _, n := range nodes {
		of := n
		if !or {
			opposite, _ := n.(not)
			of = opposite.of
		}
		l, ok := of.(leaf)
		if !ok {
			out = append(out, n)
			continue
		}
		switch l.test.(type) {
		case numbers, addresses, names, texts, foldTexts, exists:
		default:
			out = append(out, n)
			continue
		}
		k := key{l.field, reflect.TypeOf(l.test)}
		if g := groups[k]; g != nil {
			g.tests = append(g.tests, l.test)
			continue
		}
		groups[k] = &group{len(out), []test{l.test}}
		out = append(out, n)
	}
	for k, g := range groups {
		if len(g.tests) == 1 {
			continue
		}
		out[g.at] = leaf{k.field, mergeTests(g.tests)}
		if !or {
			out[g.at] = not{out[g.at]}
		}
	}
	return out
}

// mergeTests returns the test that holds when one of several of the same type
// does.
func mergeTests(tests []test) test {
	switch tests[0].(type) {
	case numbers:
		return numbers(mergeSpans(concat[numbers](tests)))
	case addresses:
		return addresses(cidr.MergeRanges(concat[addresses](tests)))
	case texts:
		all := concat[texts](tests)
		slices.Sort(all)
		return slices.Compact(all)
	case foldTexts:
		all := concat[foldTexts](tests)
		slices.Sort(all)
		return slices.Compact(all)
	case names:
		var set names
		for _, t := range tests {
			set |= t.(names)
		}
		return set
	}
	return tests[0] // exists
}

// concat joins tests that are lists of the same type.
func concat[T ~[]E, E any](tests []test) T {
	var all T
	for _, t := range tests {
		all = append(all, t.(T)...)
	}
	return all
}

// walk calls f for every leaf and search below a node; negated tells whether
// an odd number of negations stands above it.
func walk(n node, negated bool, f func(n node, negated bool)) {
	switch n := n.(type) {
	case junction:
		for _, of := range n.nodes {
			walk(of, negated, f)
		}
	case not:
		walk(n.of, !negated, f)
	case leaf, search:
		f(n, negated)
	}
}
