package filter

import (
	"strings"
)

// Query is a filter as it was written: a syntax tree whose names and values are
// not yet tied to fields. It never changes.
type Query struct {
	root syntax
}

// syntax is a node of the tree: everything, list, negation, term or bare.
type syntax interface{}

type (
	// everything is * or an empty filter.
	everything struct{}
	// list joins two or more nodes by AND, or by OR.
	list struct {
		or    bool
		nodes []syntax
	}
	// negation is NOT, ! or -.
	negation struct{ of syntax }
	// term is field:value.
	term struct {
		field  string // without escapes
		column int    // of the field; a group's terms share it
		value  value
	}
	// bare is a value without a field: a word, a phrase, an address.
	bare struct{ value value }
)

// form is how a value is written.
type form uint8

const (
	formWord    form = iota // unquoted, wildcards and escapes mean something
	formQuoted              // quoted, means itself
	formRegex               // between slashes
	formCompare             // a comparison with a word or quoted text
	formRange               // from low to high
)

// value is what stands behind the colon. text is empty for a range, and the
// operand for a comparison.
type value struct {
	form   form
	column int
	text   string

	op     string // formCompare: > >= < <= = & ~
	quoted bool   // formCompare: text is quoted

	low, high         *value // formRange: words or quoted
	lowOpen, highOpen bool   // formRange: the end itself is not in it
}

// star reports whether the value is *, which everything matches.
func (v value) star() bool {
	return v.form == formWord && v.text != "" && strings.Trim(v.text, "*") == ""
}

// String prints the query in one spelling. Parsing it gives the same tree.
// Names and values stay as written, so now-24h keeps meaning the last day;
// [Bound.String] is the one that fixes them.
func (q *Query) String() string {
	var b strings.Builder
	printNode(&b, q.root, precedenceOr)
	return b.String()
}

// How tight a node binds; a looser one inside a tighter one gets parentheses.
const (
	precedenceOr = iota
	precedenceAnd
	precedenceNot
)

func printNode(b *strings.Builder, n syntax, outer int) {
	switch n := n.(type) {
	case everything:
		b.WriteByte('*')
	case negation:
		b.WriteString("NOT ")
		printNode(b, n.of, precedenceNot)
	case term:
		b.WriteString(fieldText(n.field))
		b.WriteByte(':')
		n.value.print(b)
	case bare:
		n.value.print(b)
	case list:
		if field, ok := n.field(); ok {
			n.printGroup(b, field)
			return
		}
		own, word := precedenceAnd, " AND "
		if n.or {
			own, word = precedenceOr, " OR "
		}
		if own < outer {
			b.WriteByte('(')
			defer b.WriteByte(')')
		}
		for i, node := range n.nodes {
			if i > 0 {
				b.WriteString(word)
			}
			printNode(b, node, own+1)
		}
	}
}

// field returns the field of a list that can be written as field:(a b c).
func (l list) field() (string, bool) {
	first, ok := l.nodes[0].(term)
	if !ok || !l.or {
		return "", false
	}
	for _, n := range l.nodes {
		t, ok := n.(term)
		if !ok || t.field != first.field || t.value.form == formWord && operatorLike(t.value.text) {
			return "", false
		}
	}
	return first.field, true
}

func (l list) printGroup(b *strings.Builder, field string) {
	b.WriteString(fieldText(field))
	b.WriteString(":(")
	for i, n := range l.nodes {
		if i > 0 {
			b.WriteByte(' ')
		}
		n.(term).value.print(b)
	}
	b.WriteByte(')')
}

func (v value) print(b *strings.Builder) {
	switch v.form {
	case formWord:
		b.WriteString(v.text)
	case formQuoted:
		b.WriteString(quote(v.text))
	case formRegex:
		b.WriteString(slashed(v.text))
	case formCompare:
		b.WriteString(v.op)
		if v.quoted {
			b.WriteString(quote(v.text))
		} else {
			b.WriteString(v.text)
		}
	case formRange:
		b.WriteByte("[{"[index(v.lowOpen)])
		v.low.print(b)
		b.WriteString(" TO ")
		v.high.print(b)
		b.WriteByte("]}"[index(v.highOpen)])
	}
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// quote writes text between double quotes.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if r == '\\' || isDoubleQuote(r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

// slashed writes a regex between slashes.
func slashed(pattern string) string {
	var b strings.Builder
	b.WriteByte('/')
	for i := 0; i < len(pattern); i++ {
		switch {
		case pattern[i] == '\\' && i+1 < len(pattern):
			b.WriteByte('\\')
			i++
		case pattern[i] == '/':
			b.WriteByte('\\')
		}
		b.WriteByte(pattern[i])
	}
	b.WriteByte('/')
	return b.String()
}

// unescape resolves the backslashes of a word.
func unescape(word string) string {
	if !strings.ContainsRune(word, '\\') {
		return word
	}
	var b strings.Builder
	for i := 0; i < len(word); i++ {
		if word[i] == '\\' && i+1 < len(word) {
			i++
		}
		b.WriteByte(word[i])
	}
	return b.String()
}

// fieldText writes the name of a field so that it reads back as one.
func fieldText(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r == ':' || r == '\\' || isSpace(r) || isDoubleQuote(r) || strings.ContainsRune("()[]{}&|\u2026", r) ||
			i == 0 && (isDash(r) || isSingleQuote(r) || strings.ContainsRune("!+/<>=", r)) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// operatorLike reports whether a word would be an operator inside a group.
func operatorLike(word string) bool {
	_, ok := operators[strings.ToUpper(word)]
	return ok || strings.ContainsAny(word[:1], "!+") || isDash([]rune(word)[0])
}
