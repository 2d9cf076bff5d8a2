package report

import (
	"io"
	"strings"
)

// Item is one line of a [List]: what it is and what is said of it.
type Item struct {
	Name string
	Text string // several lines are indented alike
}

// List is names with texts beside them, for status and checks.
type List []Item

// Print writes the list.
func (l List) Print(w io.Writer, page Page) error {
	p := &printer{Page: page, w: w}
	p.list(l, 0)
	return p.err
}

func (p *printer) list(l List, indent int) {
	names := 0
	for _, item := range l {
		names = max(names, width(item.Name))
	}
	for _, item := range l {
		name := item.Name
		for line := range strings.SplitSeq(item.Text, "\n") {
			blanks := strings.Repeat(" ", names-width(name))
			p.line(strings.Repeat(" ", indent), p.paint(dim, name), blanks, "  ", p.escape(line))
			name = ""
		}
	}
}
