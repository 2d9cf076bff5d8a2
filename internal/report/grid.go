package report

import (
	"io"
	"strings"
)

// column is one column of a grid.
type column struct {
	title string
	right bool  // numbers
	paint paint // of the cells
	most  int   // cells wide at most; 0: no bound
	bar   bool  // drawn, and left out where room is short
}

// grid is a small table, laid out once all its cells are known.
type grid struct {
	columns []column
	rows    [][]string
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// grid writes a grid, indented. Columns without any value are left out, and the
// wide ones give way until lines fit into so many cells; 0 is no bound.
func (p *printer) grid(g *grid, room int) {
	const indent, gap = 2, 2
	widths := make([]int, len(g.columns))
	for i, c := range g.columns {
		used := false
		widths[i] = width(c.title)
		for _, row := range g.rows {
			row[i] = p.escape(row[i])
			used = used || row[i] != ""
			widths[i] = max(widths[i], width(row[i]))
		}
		if c.most > 0 {
			widths[i] = min(widths[i], c.most)
		}
		if !used {
			widths[i] = 0
		}
	}
	for room > 0 {
		total := indent - gap
		for _, w := range widths {
			if w > 0 {
				total += w + gap
			}
		}
		i := g.yields(widths)
		if total <= room || i < 0 {
			break
		}
		if widths[i]--; g.columns[i].bar {
			widths[i] = 0
		}
	}
	write := func(cells func(i int) (string, paint)) {
		var b strings.Builder
		b.WriteString(strings.Repeat(" ", indent))
		first := true
		for i, w := range widths {
			if w == 0 {
				continue
			}
			if !first {
				b.WriteString(strings.Repeat(" ", gap))
			}
			first = false
			text, c := cells(i)
			text = p.fit(text, w)
			b.WriteString(strings.Replace(pad(text, w, g.columns[i].right), text, p.paint(c, text), 1))
		}
		p.line(b.String())
	}
	write(func(i int) (string, paint) { return g.columns[i].title, dim })
	for _, row := range g.rows {
		write(func(i int) (string, paint) { return row[i], g.columns[i].paint })
	}
}

// yields returns the column that gives way next: texts with a bound as long as
// they can be made out, then bars, then what is left of texts; -1 when none can.
func (g *grid) yields(widths []int) int {
	widest := func(least int, may func(column) bool) int {
		best := -1
		for i, c := range g.columns {
			if may(c) && widths[i] > least && (best < 0 || widths[i] > widths[best]) {
				best = i
			}
		}
		return best
	}
	bounded := func(c column) bool { return c.most > 0 && !c.right }
	for _, i := range []int{
		widest(14, bounded),
		widest(0, func(c column) bool { return c.bar }),
		widest(8, bounded),
		widest(8, func(c column) bool { return !c.right }),
	} {
		if i >= 0 {
			return i
		}
	}
	return -1
}

// Grid is a small table for a person, laid out when it is printed. Columns
// without values are left out.
type Grid struct{ g grid }

// NewGrid returns a grid; a title that ends in > is of a column of numbers.
func NewGrid(titles ...string) *Grid {
	g := new(Grid)
	for _, t := range titles {
		title, right := strings.CutSuffix(t, ">")
		g.g.columns = append(g.g.columns, column{title: title, right: right})
	}
	return g
}

// Add adds a row.
func (g *Grid) Add(cells ...string) { g.g.add(cells...) }

// Print writes the grid.
func (g *Grid) Print(w io.Writer, page Page) error {
	p := &printer{Page: page, w: w}
	p.grid(&g.g, page.Width)
	return p.err
}
