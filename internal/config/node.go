package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"
)

// Kind is what a [Node] is.
type Kind uint8

// The kinds of nodes. A scalar keeps its text as written, whatever it stands for.
const (
	Null Kind = iota
	Text
	Number
	Truth // true or false
	List
	Map
)

// String names the kind for people.
func (k Kind) String() string {
	return [...]string{"nothing", "text", "a number", "true or false", "a list", "a map"}[k]
}

// Node is a value of a document with its place, for readers whose keys mean more than
// the name of a struct's field.
type Node struct {
	Line, Column int // from 1
	Kind         Kind
	Text         string // of a scalar, without quotes
	// Offset is how many columns behind Column the text begins: 1 for quoted text, -1
	// where its place is not known because it spans lines.
	Offset int
	Items  []*Node // of a list
	Pairs  []Pair  // of a map, in their order
}

// Pair is a key of a map with its value.
type Pair struct{ Key, Value *Node }

// Get returns the value of a key of a map, nil when it is not there.
func (n *Node) Get(key string) *Node {
	for _, p := range n.Pairs {
		if p.Key.Text == key {
			return p.Value
		}
	}
	return nil
}

// Scalar reports whether the node is text, a number or a truth.
func (n *Node) Scalar() bool { return n.Kind == Text || n.Kind == Number || n.Kind == Truth }

// maxNodes ends documents that aliases blow up.
const maxNodes = 200_000

// Documents reads a file of YAML documents; empty ones are left out. Aliases are
// resolved. Errors are an [*Error] each.
func Documents(file string, data []byte) ([]*Node, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	r := nodeReader{file: file}
	var out []*Node
	for {
		var doc yaml.Node
		if err := dec.Decode(&doc); err != nil {
			if errors.Is(err, io.EOF) {
				return out, nil
			}
			return out, explain(file, err)
		}
		if len(doc.Content) == 0 {
			continue
		}
		n, err := r.read(doc.Content[0], 0)
		if err != nil {
			return out, err
		}
		if n.Kind != Null {
			out = append(out, n)
		}
	}
}

type nodeReader struct {
	file  string
	nodes int
}

const maxNodeDepth = 100

func (r *nodeReader) read(y *yaml.Node, depth int) (*Node, error) {
	fail := func(format string, args ...any) (*Node, error) {
		return nil, &Error{File: r.file, Line: y.Line, Column: y.Column, Msg: fmt.Sprintf(format, args...)}
	}
	if r.nodes++; r.nodes > maxNodes {
		return fail("more than %d values", maxNodes)
	}
	if depth > maxNodeDepth { // also an alias that holds itself
		return fail("more than %d lists and maps inside each other", maxNodeDepth)
	}
	n := &Node{Line: y.Line, Column: y.Column, Text: y.Value}
	switch y.Kind {
	case yaml.AliasNode:
		of, err := r.read(y.Alias, depth+1)
		if err != nil {
			return nil, err
		}
		return of, nil
	case yaml.ScalarNode:
		n.Kind = scalarKind(y)
		switch {
		case y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			n.Offset = -1
		case y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
			n.Offset = 1
		}
		return n, nil
	case yaml.SequenceNode:
		n.Kind = List
		for _, item := range y.Content {
			of, err := r.read(item, depth+1)
			if err != nil {
				return nil, err
			}
			n.Items = append(n.Items, of)
		}
		return n, nil
	case yaml.MappingNode:
		return r.mapping(n, y, depth)
	}
	return fail("no value")
}

func (r *nodeReader) mapping(n *Node, y *yaml.Node, depth int) (*Node, error) {
	n.Kind = Map
	seen := map[string]bool{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := y.Content[i]
		fail := func(format string, args ...any) (*Node, error) {
			return nil, &Error{File: r.file, Line: key.Line, Column: key.Column, Msg: fmt.Sprintf(format, args...)}
		}
		switch {
		case key.Kind != yaml.ScalarNode:
			return fail("a key that is no text")
		case key.Tag == "!!merge":
			return fail("merging with << is not read; write the keys out")
		case seen[key.Value]:
			return fail("key %q is there twice", key.Value)
		}
		seen[key.Value] = true
		k, err := r.read(key, depth+1)
		if err != nil {
			return nil, err
		}
		v, err := r.read(y.Content[i+1], depth+1)
		if err != nil {
			return nil, err
		}
		n.Pairs = append(n.Pairs, Pair{k, v})
	}
	return n, nil
}

func scalarKind(y *yaml.Node) Kind {
	switch y.ShortTag() {
	case "!!null":
		return Null
	case "!!bool":
		return Truth
	case "!!int", "!!float":
		return Number
	}
	return Text
}
