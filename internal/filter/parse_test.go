package filter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The shape of the tree, its columns, and that printing gives the tree back.
func TestParse(t *testing.T) {
	golden(t, "parse.txt", func(text string) string {
		q, err := Parse(text)
		if err != nil {
			return "error: " + err.Error()
		}
		again, err := Parse(q.String())
		if err != nil {
			t.Errorf("%s prints as %s: %v", text, q, err)
		} else if diff := cmp.Diff(dump(q.root, false), dump(again.root, false)); diff != "" {
			t.Errorf("%s prints as %s, which is another tree:\n%s", text, q, diff)
		}
		return dump(q.root, true) + "prints " + q.String()
	})
}

// dump writes a syntax tree, one node a line.
func dump(n syntax, columns bool) string {
	var b strings.Builder
	at := func(c int) string {
		if !columns {
			return ""
		}
		return fmt.Sprintf("@%d", c)
	}
	var show func(v value) string
	show = func(v value) string {
		switch v.form {
		case formQuoted:
			return fmt.Sprintf("quoted%s %q", at(v.column), v.text)
		case formRegex:
			return fmt.Sprintf("regex%s %q", at(v.column), v.text)
		case formCompare:
			return fmt.Sprintf("compare%s %s %q", at(v.column), v.op, v.text)
		case formRange:
			ends := [...]string{"included", "excluded"}
			return fmt.Sprintf("range%s %s (%s) to %s (%s)", at(v.column), show(*v.low), ends[index(v.lowOpen)], show(*v.high), ends[index(v.highOpen)])
		}
		return fmt.Sprintf("word%s %q", at(v.column), v.text)
	}
	var walk func(n syntax, indent string)
	walk = func(n syntax, indent string) {
		b.WriteString(indent)
		switch n := n.(type) {
		case everything:
			b.WriteString("everything\n")
		case list:
			b.WriteString([...]string{"and\n", "or\n"}[index(n.or)])
			for _, of := range n.nodes {
				walk(of, indent+"  ")
			}
		case negation:
			b.WriteString("not\n")
			walk(n.of, indent+"  ")
		case term:
			fmt.Fprintf(&b, "field%s %q %s\n", at(n.column), n.field, show(n.value))
		case bare:
			fmt.Fprintf(&b, "bare %s\n", show(n.value))
		}
	}
	walk(n, "")
	return b.String()
}
