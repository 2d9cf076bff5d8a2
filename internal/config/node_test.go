package config

import (
	"fmt"
	"strings"
	"testing"
)

// dumpNode writes a node with the places of its parts.
func dumpNode(n *Node) string {
	switch n.Kind {
	case List:
		items := make([]string, len(n.Items))
		for i, item := range n.Items {
			items[i] = dumpNode(item)
		}
		return "[" + strings.Join(items, " ") + "]"
	case Map:
		pairs := make([]string, len(n.Pairs))
		for i, p := range n.Pairs {
			pairs[i] = dumpNode(p.Key) + "=" + dumpNode(p.Value)
		}
		return "{" + strings.Join(pairs, " ") + "}"
	}
	return fmt.Sprintf("%s@%d:%d+%d:%d", n.Text, n.Line, n.Column, n.Offset, n.Kind)
}

// Places lead people to their mistakes.
func TestDocuments(t *testing.T) {
	f := func(text string, want ...string) {
		t.Helper()
		docs, err := Documents("f", []byte(text))
		if err != nil {
			t.Error(err)
			return
		}
		var got []string
		for _, d := range docs {
			got = append(got, dumpNode(d))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q:\ngot  %v\nwant %v", text, got, want)
		}
	}
	f("")
	f("---\n# nothing\n---\n")
	f("a: 1\nb: [x, 'y']\n---\nc: yes\n", "{a@1:1+0:1=1@1:4+0:2 b@2:1+0:1=[x@2:5+0:1 y@2:8+1:1]}", "{c@4:1+0:1=yes@4:4+0:1}")
	f("a: true\nb: ~\nc: |\n  text\n", "{a@1:1+0:1=true@1:4+0:3 b@2:1+0:1=~@2:4+0:0 c@3:1+0:1=text\n@3:4+-1:1}")
	f("a: &x [1]\nb: *x\n", "{a@1:1+0:1=[1@1:8+0:2] b@2:1+0:1=[1@1:8+0:2]}")
}

func TestDocumentsErrors(t *testing.T) {
	f := func(text, want string) {
		t.Helper()
		if _, err := Documents("f", []byte(text)); err == nil || err.Error() != want {
			t.Errorf("Documents(%q) = %v, want %s", text, err, want)
		}
	}
	f("a: 1\na: 2", `f:2:1: key "a" is there twice`)
	f("[a]: 1", "f:1:1: a key that is no text")
	f("a: &a [*a]", "f:1:4: more than 100 lists and maps inside each other")
	f("a: &a {b: 1}\nc: {<<: *a}", "f:2:5: merging with << is not read; write the keys out")
	f("a: [", "f:1: did not find expected node content")
}

// A few lines of aliases must not keep the process busy.
func TestDocumentsAliasBomb(t *testing.T) {
	text := "x0: &x0 [a, b]\n"
	for i := range 40 {
		text += fmt.Sprintf("x%d: &x%d [*x%d, *x%d, *x%d]\n", i+1, i+1, i, i, i)
	}
	if _, err := Documents("f", []byte(text)); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Error(err)
	}
}

func FuzzDocuments(f *testing.F) {
	f.Add("a: 1\n---\nb: [x, {y: z}]")
	f.Add("a: &a [*a]")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Documents("f", []byte(text)); err != nil && !strings.HasPrefix(err.Error(), "f") {
			t.Errorf("error without its file: %v", err)
		}
	})
}
