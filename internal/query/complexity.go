package query

import "slices"

// Bounds on what the engine has to lay out before it runs a statement, which
// its own limits do not stop.
const (
	maxColumns = 5000 // of one SELECT, asterisks written out
	maxTables  = 1000 // read anywhere, with what WITH names written out wherever it is used
)

// viewColumns is more than any view has.
const viewColumns = 120

// size is how large a part of a statement becomes. Both numbers are bounds from
// above: which name of WITH is meant is not looked at.
type size struct{ columns, tables int }

// checkSize refuses statements that grow beyond all bounds when written out.
func checkSize(root *node) error {
	var s sizer
	total := s.of(root)
	switch {
	case s.columns > maxColumns:
		return refuse("it has more than %d columns, with asterisks written out", maxColumns)
	case total.tables > maxTables:
		return refuse("it reads more than %d tables, with all that WITH names written out", maxTables)
	}
	return nil
}

// sizer goes through a statement in its order, so that the largest of what WITH
// has named so far bounds what a name can stand for.
type sizer struct {
	named   size
	columns int // of the widest SELECT
}

// ceiling keeps products from overflowing.
const ceiling = 1 << 24

func (s *sizer) of(n *node) size {
	switch n.kind {
	case "TableIdentifier":
		return size{max(viewColumns, s.named.columns), 1 + s.named.tables}
	case "WithElement":
		got := s.all(n.of)
		s.named = size{max(s.named.columns, got.columns), max(s.named.tables, got.tables)}
		return got
	case "SelectQuery":
		return s.selectQuery(n)
	default:
		return s.all(n.of)
	}
}

// all adds up tables, and columns as a join of all would.
func (s *sizer) all(list []*node) size {
	var total size
	for _, n := range list {
		got := s.of(n)
		total = size{min(total.columns+got.columns, ceiling), min(total.tables+got.tables, ceiling)}
	}
	return total
}

var asterisks = []string{
	"Asterisk", "QualifiedAsterisk", "ColumnsRegexpMatcher", "QualifiedColumnsRegexpMatcher", "ColumnsListMatcher", "QualifiedColumnsListMatcher",
}

func (s *sizer) selectQuery(n *node) size {
	inside := s.all(n.of)
	stars, items := 0, 0
	for _, part := range n.of {
		if part.kind != "ExpressionList" {
			continue
		}
		items = max(items, len(part.of))
		stars += countStars(part)
	}
	columns := min(items+stars*inside.columns, ceiling)
	s.columns = max(s.columns, columns)
	return size{columns, inside.tables}
}

// countStars counts the asterisks below a node that are its own SELECT's.
func countStars(n *node) int {
	if n.kind == "SelectWithUnionQuery" {
		return 0
	}
	count := 0
	if slices.Contains(asterisks, n.kind) {
		count = 1
	}
	for _, child := range n.of {
		count += countStars(child)
	}
	return count
}
