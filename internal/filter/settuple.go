package filter

import (
	"github.com/weir-flow/weir/internal/record"
)

// tupleIndex tells for a tuple which of all tests on tuples of its place hold. Each
// tuple is looked at once; its text goes through one automaton that finds the words
// of all tests, and only tests whose words are there are made.
type tupleIndex struct {
	place  record.Place
	tests  []tupleTest
	texts  []tupleText
	words  *finder
	byWord [][]int32 // texts by word

	registry *record.Registry
	slots    []int32 // by tuple number, from 1; 0: not known yet
	now      uint32
}

// tupleTest is a node about the place whose leaves are texts.
type tupleTest struct {
	atom int32
	of   tupleNode
}

type tupleNode struct {
	op   exprOp
	text int32 // of exprAtom
	of   []tupleNode
}

// tupleText is a test on the text of one slot, or of all that words are looked for in.
type tupleText struct {
	test   test
	slot   int // -1: all
	words  []string
	always bool   // no word tells that it can hold
	stamp  uint32 // tuple in which a word of it was found
}

func (x *tupleIndex) add(atom int32, of node) {
	x.tests = append(x.tests, tupleTest{atom, x.node(of)})
}

func (x *tupleIndex) node(n node) tupleNode {
	switch n := n.(type) {
	case junction:
		t := tupleNode{op: exprAnd}
		if n.or {
			t.op = exprOr
		}
		for _, of := range n.nodes {
			t.of = append(t.of, x.node(of))
		}
		return t
	case not:
		return tupleNode{op: exprNot, of: []tupleNode{x.node(n.of)}}
	case leaf:
		return x.text(tupleText{test: n.test, slot: n.field.Slot})
	case search:
		return x.text(tupleText{test: n.test, slot: -1})
	}
	return tupleNode{op: exprAll}
}

func (x *tupleIndex) text(t tupleText) tupleNode {
	t.words = wordsOf(t.test)
	t.always = t.words == nil
	x.texts = append(x.texts, t)
	return tupleNode{op: exprAtom, text: int32(len(x.texts) - 1)}
}

// wordsOf returns words in small ASCII letters one of which is in every text that
// passes; nil when nothing can be said.
func wordsOf(t test) []string {
	switch t := t.(type) {
	case texts:
		words := make([]string, len(t))
		for i, text := range t {
			words[i] = lowerText(text)
		}
		return words
	case foldTexts:
		return t
	case *pattern:
		longest, piece := "", []byte(nil)
		for _, e := range append(t.elems, anyText) {
			if e < anyChar {
				piece = append(piece, lower(byte(e)))
				continue
			}
			if len(piece) > len(longest) {
				longest = string(piece)
			}
			piece = piece[:0]
		}
		if longest != "" {
			return []string{longest}
		}
	case *regex:
		if t.start != "" {
			return []string{lowerText(t.start)}
		}
	}
	return nil
}

// finish builds the automaton.
func (x *tupleIndex) finish() {
	numbers := map[string]int{}
	var words []string
	for i, t := range x.texts {
		for _, w := range t.words {
			n, ok := numbers[w]
			if !ok {
				n = len(words)
				numbers[w] = n
				words = append(words, w)
				x.byWord = append(x.byWord, nil)
			}
			x.byWord[n] = append(x.byWord[n], int32(i))
		}
	}
	x.words = newFinder(words)
}

// look finds the slot of a tuple.
func (x *tupleIndex) look(s *Set, values []string) int32 {
	x.now++
	for slot, v := range values {
		if v == "" {
			continue
		}
		x.words.find(v, func(word int) {
			for _, n := range x.byWord[word] {
				if t := &x.texts[n]; t.slot == slot || t.slot < 0 {
					t.stamp = x.now
				}
			}
		})
	}
	var atoms []int32
	for _, t := range x.tests {
		if x.holds(t.of, values) {
			atoms = append(atoms, t.atom)
		}
	}
	return s.slotOf(atoms)
}

func (x *tupleIndex) holds(n tupleNode, values []string) bool {
	switch n.op {
	case exprAnd, exprOr:
		for _, of := range n.of {
			if x.holds(of, values) == (n.op == exprOr) {
				return n.op == exprOr
			}
		}
		return n.op == exprAnd
	case exprNot:
		return !x.holds(n.of[0], values)
	case exprAtom:
		t := &x.texts[n.text]
		if !t.always && t.stamp != x.now {
			return false
		}
		if t.slot >= 0 {
			return evalText(t.test, values[t.slot])
		}
		for _, slot := range searchedSlots[x.place].slots {
			if evalText(t.test, values[slot]) {
				return true
			}
		}
		return false
	}
	return true
}

func (x *tupleIndex) reader(s *Set, b *record.Batch) func(base, n int) {
	if x.registry != b.Registry {
		x.registry, x.slots = b.Registry, nil
	}
	numbers := numbersOf(b, x.place)
	if len(numbers) == 0 { // rows without numbers have the empty tuple
		at := x.slot(s, 0)
		return func(_, _ int) {
			if at != 0 {
				s.open(at)
				s.bits[at] = s.valid
			}
		}
	}
	return func(base, n int) {
		last, at := ^uint32(0), int32(0)
		for row, number := range numbers[base : base+n] {
			if number != last {
				last = number
				if at = 0; int(number) < len(x.slots) {
					at = x.slots[number] - 1
				}
				if int(number) >= len(x.slots) || at < 0 {
					at = x.slot(s, number)
				}
			}
			if at != 0 {
				s.mark(at, row)
			}
		}
	}
}

// slot returns the slot of a tuple by its number, and remembers it.
func (x *tupleIndex) slot(s *Set, number uint32) int32 {
	g := groupOf(x.place)
	if int(number) >= len(x.slots) {
		bigger := make([]int32, max(x.registry.Len(g), int(number)+1, 2*len(x.slots)))
		copy(bigger, x.slots)
		x.slots = bigger
	}
	if x.slots[number] == 0 {
		x.slots[number] = x.look(s, x.registry.Tuple(g, number).Values) + 1
	}
	return x.slots[number] - 1
}

// finder finds many words in a text in one pass, after Aho and Corasick, Efficient
// string matching, 1975. ASCII letters of the text are taken as small ones; the words
// are in small letters.
type finder struct {
	class [256]uint8 // of bytes: those that no word has share one
	width int
	next  []int32   // by state and class
	found [][]int32 // words that end in a state
}

func newFinder(words []string) *finder {
	f := &finder{width: 1}
	for _, w := range words {
		for i := range len(w) {
			if f.class[w[i]] == 0 && f.width < 256 {
				f.class[w[i]] = uint8(f.width)
				f.width++
			}
		}
	}
	for c := 'A'; c <= 'Z'; c++ {
		f.class[c] = f.class[c+'a'-'A']
	}
	state := func() int32 {
		for range f.width {
			f.next = append(f.next, -1)
		}
		f.found = append(f.found, nil)
		return int32(len(f.found) - 1)
	}
	state()
	for n, w := range words {
		at := int32(0)
		for i := range len(w) {
			edge := int(at)*f.width + int(f.class[w[i]])
			if f.next[edge] < 0 {
				to := state()
				f.next[edge] = to
			}
			at = f.next[edge]
		}
		f.found[at] = append(f.found[at], int32(n))
	}
	// By breadth, a state takes over where its longest proper suffix would go on.
	fail := make([]int32, len(f.found))
	queue := []int32{0}
	for i := 0; i < len(queue); i++ {
		at := queue[i]
		for c := range f.width {
			edge := int(at)*f.width + c
			back := int32(0)
			if at != 0 {
				back = f.next[int(fail[at])*f.width+c]
			}
			if f.next[edge] < 0 {
				f.next[edge] = max(back, 0)
				continue
			}
			to := f.next[edge]
			fail[to] = max(back, 0)
			f.found[to] = append(f.found[to], f.found[fail[to]]...)
			queue = append(queue, to)
		}
	}
	return f
}

// find calls fn for each place at which a word ends.
func (f *finder) find(text string, fn func(word int)) {
	at := int32(0)
	for i := range len(text) {
		at = f.next[int(at)*f.width+int(f.class[text[i]])]
		for _, n := range f.found[at] {
			fn(int(n))
		}
	}
}
