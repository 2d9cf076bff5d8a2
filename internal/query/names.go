package query

import (
	"slices"
	"strings"
	"sync"

	"github.com/weir-flow/weir/internal/record"
)

// spelling maps the views' names of fields to how the statement writes them.
type spelling map[string]string

// fold maps the spellings of one name onto each other.
func fold(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// viewNames are the names of the views and their columns, by folded name, with
// those that older tables over flow logs use.
var viewNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{"vpcflowlogs": "vpc_flow_logs", "flows": "flows"}
	for _, f := range record.Fields() {
		if f.Place != record.PlaceEither {
			names[fold(f.Name)] = f.Name
		}
	}
	for old, name := range map[string]string{
		"sourceaddress": "srcaddr", "destinationaddress": "dstaddr", "sourceport": "srcport", "destinationport": "dstport",
		"numpackets": "packets", "numbytes": "bytes", "starttime": "start", "endtime": "end",
	} {
		names[old] = name
	}
	return names
})

// canonical rewrites the names of fields and views to the views' spelling:
// srcAddr, SRCADDR and src_addr all mean srcaddr. A spelling that the statement
// introduces as an alias of its own stays as it is. What was rewritten comes
// back as the spelling, for the names of the answer.
func canonical(tokens []token) ([]token, spelling) {
	own := ownAliases(tokens)
	out := make([]token, len(tokens))
	names, kept := spelling{}, map[string]bool{}
	braces := false // around the name and type of a parameter
	for i, t := range tokens {
		out[i] = t
		if t.is("{") || t.is("}") {
			braces = t.is("{")
		}
		if braces || t.kind != tokenWord && t.kind != tokenQuoted {
			continue
		}
		name, ok := viewNames()[fold(t.name())]
		switch {
		case !ok || own[t.name()] || t.kind == tokenWord && i+1 < len(tokens) && tokens[i+1].is("("):
			continue
		case t.name() == name:
			kept[name] = true
			continue
		}
		if t.kind == tokenQuoted {
			out[i].text = t.text[:1] + name + t.text[:1]
		} else {
			out[i].text = name
		}
		if names[name] == "" {
			names[name] = t.name()
		}
	}
	if slices.ContainsFunc(tokens, func(t token) bool { return t.is("CASE") }) {
		delete(names, "end") // it may be the keyword
	}
	// Where a statement spells a field in both ways, the view's way stays.
	for name := range kept {
		delete(names, name)
	}
	return out, names
}

// ownAliases returns the names that appear in a statement as an alias before
// they appear as anything else.
func ownAliases(tokens []token) map[string]bool {
	own, seen := map[string]bool{}, map[string]bool{}
	for i, t := range tokens {
		if t.kind != tokenWord && t.kind != tokenQuoted {
			continue
		}
		if name := t.name(); !seen[name] {
			seen[name] = true
			own[name] = i > 0 && tokens[i-1].is("AS")
		}
	}
	return own
}

// restore gives a column of the answer the statement's own spelling of the
// fields in its name.
func (s spelling) restore(column string) string {
	if len(s) == 0 {
		return column
	}
	var b strings.Builder
	for i := 0; i < len(column); {
		n, kind, err := lex(column[i:])
		if err != nil {
			return column
		}
		text := column[i : i+n]
		if own, ok := s[text]; ok && kind == tokenWord && (i+n == len(column) || column[i+n] != '(') {
			text = own
		}
		b.WriteString(text)
		i += n
	}
	return b.String()
}
