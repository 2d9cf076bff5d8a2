package query

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// node is a node of a parsed statement, as EXPLAIN AST shows it.
type node struct {
	kind string // "Function", "Identifier", ...
	name string // what stands behind the kind: the function, the name, the value
	of   []*node
}

// Nodes that have children, and those that are leaves: what is in neither is
// refused. Of the leaves, the text of Literal is never looked at.
var (
	branches = []string{
		"SelectWithUnionQuery", "SelectIntersectExceptQuery", "SelectQuery", "ExpressionList", "Function", "Subquery", "WithElement",
		"TablesInSelectQuery", "TablesInSelectQueryElement", "TableExpression", "TableJoin", "ArrayJoin", "OrderByElement",
		"WindowListElement", "WindowDefinition", "InterpolateElement", "Asterisk", "QualifiedAsterisk",
		"ColumnsRegexpMatcher", "QualifiedColumnsRegexpMatcher", "ColumnsListMatcher", "QualifiedColumnsListMatcher",
		"ColumnsTransformerList", "ColumnsExceptTransformer", "ColumnsReplaceTransformer", "ColumnsReplaceTransformer::Replacement",
	}
	leaves = []string{"Identifier", "TableIdentifier", "Literal"}
)

// refusedNodes get a reason in words that people know.
var refusedNodes = map[string]string{
	"Set":                     "SETTINGS",
	"ColumnsApplyTransformer": "APPLY",
	"SampleRatio":             "SAMPLE",
	"Explain":                 "EXPLAIN",
	"ParallelWithQuery":       "PARALLEL WITH",
	"QueryParameter":          "a parameter",
	"CollateNode":             "COLLATE",
	"Collation":               "COLLATE",
}

var (
	childCount = regexp.MustCompile(`^(.*) \(children ([1-9][0-9]*)\)$`)
	aliasName  = regexp.MustCompile(`^(.*?) ?\(alias (.*)\)$`)
)

// parseTree reads the lines of EXPLAIN AST. Every line must be understood, or
// the statement is refused; aliases gets the names that the statement gives.
func parseTree(lines []string) (root *node, aliases []string, err error) {
	p := treeParser{lines: lines}
	root, err = p.node(0)
	if err == nil && p.at != len(lines) {
		err = refuse("the parsed statement has more than one root")
	}
	return root, p.aliases, err
}

type treeParser struct {
	lines   []string
	at      int
	aliases []string
}

// maxTree is how deep the tree of a statement may be.
const maxTree = 500

func (p *treeParser) node(depth int) (*node, error) {
	if p.at >= len(p.lines) {
		return nil, refuse("the parsed statement ends early")
	}
	line := p.lines[p.at]
	text := strings.TrimLeft(line, " ")
	if len(line)-len(text) != depth || depth > maxTree || text == "" || strings.IndexFunc(text, func(r rune) bool { return r < ' ' }) >= 0 {
		return nil, refuse("the parsed statement has a line that is not understood")
	}
	p.at++
	kind, rest, _ := strings.Cut(text, " ")
	n := &node{kind: kind, name: rest}
	switch {
	case kind == "Literal":
		return n, p.literal(n)
	case slices.Contains(leaves, kind):
		return n, p.leaf(n)
	case slices.Contains(branches, kind):
		return n, p.branch(n, depth)
	}
	if what, ok := refusedNodes[kind]; ok {
		return nil, refuse("%s is not for these statements", what)
	}
	return nil, refuse("%s is not for these statements", kind)
}

// literal takes the alias off a value, if there is one; the value itself may
// look like anything.
func (p *treeParser) literal(n *node) error {
	if m := aliasName.FindStringSubmatch(n.name); m != nil {
		p.aliases = append(p.aliases, m[2])
	}
	return nil
}

func (p *treeParser) leaf(n *node) error {
	if m := aliasName.FindStringSubmatch(n.name); m != nil {
		n.name = m[1]
		p.aliases = append(p.aliases, m[2])
	}
	if n.name == "" || strings.Contains(n.name, "(children ") {
		return refuse("the parsed statement has a line that is not understood")
	}
	return nil
}

func (p *treeParser) branch(n *node, depth int) error {
	rest, children := " "+n.name, 0
	if n.name == "" {
		rest = ""
	}
	if m := childCount.FindStringSubmatch(rest); m != nil {
		rest = m[1]
		children, _ = strconv.Atoi(m[2])
	}
	if m := aliasName.FindStringSubmatch(rest); m != nil {
		rest = m[1]
		p.aliases = append(p.aliases, m[2])
	}
	n.name = strings.TrimSpace(rest)
	switch n.kind {
	case "Function":
		if n.name == "" || len(n.name) != wordLength(n.name) {
			return refuse("a function has a name that is not understood: %q", n.name)
		}
	case "InterpolateElement":
		if !strings.HasPrefix(n.name, "(column ") {
			return refuse("the parsed statement has a line that is not understood")
		}
	default:
		if n.name != "" {
			return refuse("%s %s is not for these statements", n.kind, n.name)
		}
	}
	for range children {
		child, err := p.node(depth + 1)
		if err != nil {
			return err
		}
		n.of = append(n.of, child)
	}
	return nil
}

// walk calls f for a node and all below it.
func (n *node) walk(f func(*node) error) error {
	if err := f(n); err != nil {
		return err
	}
	for _, child := range n.of {
		if err := child.walk(f); err != nil {
			return err
		}
	}
	return nil
}
