package query

import (
	"fmt"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
	"github.com/weir-flow/weir/internal/record"
)

// The views show addresses as text, which the engine would have to write out for
// every row before it can compare. Where a statement asks for one address or for
// those that begin with a text, the same condition on the stored address goes
// beside it: it drops no row that the statement's own condition would keep, and
// lets indexes work.

// pushdown returns a condition over table flows that follows from a statement;
// "" when there is none, or the statement is not plain enough to be sure.
func pushdown(root *node, aliases []string, tokens []token) string {
	where := plainWhere(root, tokens)
	if where == nil || slices.Contains(aliases, "srcaddr") || slices.Contains(aliases, "dstaddr") {
		return ""
	}
	var conditions []string
	var visit func(n *node)
	visit = func(n *node) {
		args := arguments(n)
		if n.kind == "Function" && n.name == "and" {
			for _, arg := range args {
				visit(arg)
			}
		} else if len(args) == 2 {
			if column, ranges := addressRanges(n.name, args[0], args[1]); column != "" {
				conditions = append(conditions, rangesSQL(column, ranges))
			}
		}
	}
	visit(where)
	return strings.Join(conditions, " AND ")
}

// plainWhere returns the condition of a statement with one SELECT from one view
// and no more; else nil.
func plainWhere(root *node, tokens []token) *node {
	wheres := 0
	for _, t := range tokens {
		for _, word := range []string{"PREWHERE", "QUALIFY", "JOIN", "ARRAY", "WITH", "UNION", "EXCEPT", "INTERSECT"} {
			if t.is(word) {
				return nil
			}
		}
		if t.is("WHERE") {
			wheres++
		}
	}
	tables, selects := 0, 0
	root.walk(func(n *node) error { //nolint:errcheck // it returns none
		switch n.kind {
		case "TableIdentifier":
			tables++
		case "SelectQuery":
			selects++
		}
		return nil
	})
	if wheres != 1 || tables != 1 || selects != 1 || len(root.of) != 1 || len(root.of[0].of) != 1 {
		return nil
	}
	parts := root.of[0].of[0].of
	at := slices.IndexFunc(parts, func(n *node) bool { return n.kind == "TablesInSelectQuery" })
	if at < 0 || at+1 >= len(parts) {
		return nil
	}
	return parts[at+1] // the condition comes right behind the tables
}

func arguments(n *node) []*node {
	if n.kind != "Function" || len(n.of) != 1 {
		return nil
	}
	return n.of[0].of
}

var (
	addressPrefix = regexp.MustCompile(`^'([0-9][0-9a-f.:]*)%'$`)
	addressStart  = regexp.MustCompile(`^'([0-9][0-9a-f.:]*)'$`)
)

// addressRanges returns the addresses that a comparison with a text can hold
// for, and the column compared; "" for other comparisons.
func addressRanges(function string, column, literal *node) (string, []cidr.Range) {
	_, name, qualified := strings.Cut(column.name, ".")
	if !qualified {
		name = column.name
	}
	if column.kind != "Identifier" || literal.kind != "Literal" || name != "srcaddr" && name != "dstaddr" {
		return "", nil
	}
	pattern := addressStart
	if function == "like" {
		pattern = addressPrefix
	}
	m := pattern.FindStringSubmatch(literal.name)
	if m == nil {
		return "", nil
	}
	switch function {
	case "like", "startsWith":
		ranges, _ := cidr.PrefixText(m[1])
		if len(ranges) == 0 {
			return "", nil
		}
		return name, ranges
	case "equals":
		// Only the canonical text is ever equal.
		if a, err := netip.ParseAddr(m[1]); err == nil && a.Zone() == "" && a.String() == m[1] {
			only := record.AddrFrom(a)
			return name, []cidr.Range{{Lo: only, Hi: only}}
		}
	}
	return "", nil
}

func rangesSQL(column string, ranges []cidr.Range) string {
	parts := make([]string, len(ranges))
	for i, r := range ranges {
		parts[i] = fmt.Sprintf("%s BETWEEN %s AND %s", column, ipv6Literal(r.Lo), ipv6Literal(r.Hi))
		if r.Lo == r.Hi {
			parts[i] = fmt.Sprintf("%s = %s", column, ipv6Literal(r.Lo))
		}
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

func ipv6Literal(a [16]byte) string {
	return "toIPv6('" + netip.AddrFrom16(a).String() + "')"
}

// tableFilter writes a condition on a table as the engine's setting wants it.
func tableFilter(database, condition string) string {
	quoted := func(s string) string {
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
	}
	return "{" + quoted(database+"."+rawTable) + ":" + quoted(condition) + "}"
}
