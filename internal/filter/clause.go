package filter

import (
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Clause is a piece of a filter, for languages that say in their own words what this
// one says, such as detections of rules. The zero value is everything. A Clause
// becomes a filter by [Clause.Bind], with all that a filter has.
type Clause struct{ node node }

func (c Clause) tree() node {
	if c.node == nil {
		return all{}
	}
	return c.node
}

// AllOf selects what all clauses select.
func AllOf(of ...Clause) Clause { return joinClauses(false, of) }

// AnyOf selects what one of the clauses selects.
func AnyOf(of ...Clause) Clause { return joinClauses(true, of) }

func joinClauses(or bool, of []Clause) Clause {
	nodes := make([]node, len(of))
	for i, c := range of {
		nodes[i] = c.tree()
	}
	return Clause{newJunction(or, nodes)}
}

// Not selects what a clause does not select.
func Not(c Clause) Clause { return Clause{newNot(c.tree())} }

// Clause returns the filter as a piece of another.
func (b *Bound) Clause() Clause { return Clause{b.root} }

// Limits of filters that are made of clauses: lists in files are longer than what
// people type.
const (
	maxClauseConditions = 3000
	maxClausePatterns   = 500
)

// Bind makes a filter of the clause. The error, an [*Error], is that it is too large.
func (c Clause) Bind() (*Bound, error) {
	root := c.tree()
	if n := conditions(root); n > maxClauseConditions {
		return nil, errorf(1, "%d conditions, more than %d,", n, maxClauseConditions)
	}
	patterns := 0
	walk(root, false, func(n node, _ bool) {
		switch n := n.(type) {
		case search:
			patterns++
		case leaf:
			switch n.test.(type) {
			case addressText, textTest:
				patterns++
			}
		}
	})
	if patterns > maxClausePatterns {
		return nil, errorf(1, "%d patterns, more than %d,", patterns, maxClausePatterns)
	}
	return &Bound{root: root, plan: plan(root)}, nil
}

// Operand is what a field is compared with.
type Operand struct{ value value }

// Equal is text that the value of the field must be, read as its type reads it. With
// fold the case of ASCII letters does not matter.
func Equal(text string, fold bool) Operand {
	if fold {
		return Operand{value{form: formCompare, op: "~", text: text, quoted: true}}
	}
	return Operand{value{form: formQuoted, text: text}}
}

// Like is text with wildcards, * for any text and ? for a character; a backslash
// before any character makes it mean itself.
func Like(text string, fold bool) Operand {
	if fold {
		return Operand{value{form: formCompare, op: "~", text: text}}
	}
	return Operand{value{form: formWord, text: text}}
}

// Regex is a regular expression of RE2 for the whole text of the value.
func Regex(source string) Operand { return Operand{value{form: formRegex, text: source}} }

// Compare is a comparison, > >= < <=, or & for bits that must be set.
func Compare(op, text string) Operand {
	return Operand{value{form: formCompare, op: op, text: text, quoted: true}}
}

// Exists is any value at all.
func Exists() Operand { return Operand{value{form: formWord, text: "*"}} }

// Term compares a field, in any spelling, with an operand. Errors are an [*Error]
// whose column means nothing.
func Term(field string, o Operand) (Clause, error) {
	b := binder{now: time.Time{}}
	n, err := b.term(term{field: field, column: 1, value: o.value})
	if err != nil {
		return Clause{}, err
	}
	return Clause{n}, nil
}

// Search looks for text in the text fields and the action, as a word without a field
// does. Text has the wildcards of [Like] and may stand anywhere in a value.
func Search(text string) (Clause, error) {
	switch {
	case strings.Trim(text, "*") == "":
		return Clause{}, errorf(1, "empty text")
	case looksLikeAddress(text):
		return Term(record.Get(record.AnyAddr).Name, Like(text, false))
	case !hasWildcard(text):
		return Clause{newSearch(unescape(text))}, nil
	}
	return Clause{search{test: newPattern("*"+text+"*", true)}}, nil
}

// Number reads a number as the language writes it for a field: digits, 10MB, tcp, SYN,
// ssh. Errors are an [*Error] whose column means nothing.
func Number(f *record.Field, text string) (uint64, error) {
	n, err := number(f, text, 1)
	if err != nil {
		return 0, err
	}
	return n, nil
}
