// Package report writes what a person reads on a terminal: tables, bars and the
// report of analyze, and that report's JSON.
//
// Everything fits into 100 columns. Lines carry no boxes; colour only repeats
// what words say. All text that comes from logs is escaped, see [Escape].
package report

import (
	"fmt"
	"io"
	"strings"
)

// Page says what a terminal can show. The zero value is plain ASCII of 100
// columns.
type Page struct {
	Width   int  // columns; 0: 100
	Color   bool // ANSI colours
	Unicode bool // UTF-8
}

// columns is how wide lines may be: as wide as the terminal, between 60 and 100.
func (p Page) columns() int {
	if p.Width == 0 {
		return 100
	}
	return max(60, min(p.Width, 100))
}

// paint is a colour or weight.
type paint string

const (
	plain  paint = ""
	bold   paint = "1"
	dim    paint = "2"
	red    paint = "31"
	green  paint = "32"
	yellow paint = "33"
	cyan   paint = "36"
)

func (p Page) paint(c paint, text string) string {
	if !p.Color || c == plain || text == "" {
		return text
	}
	return "\x1b[" + string(c) + "m" + text + "\x1b[0m"
}

// sign returns a Unicode sign or its plain form.
func (p Page) sign(sign, ascii string) string {
	if p.Unicode {
		return sign
	}
	return ascii
}

func (p Page) escape(text string) string { return Escape(text, p.Unicode) }

// fit cuts text to n cells and marks the cut.
func (p Page) fit(text string, n int) string {
	if width(text) <= n {
		return text
	}
	mark := p.sign("…", "~")
	var b strings.Builder
	used := 1
	for _, r := range text {
		if used += width(string(r)); used > n {
			break
		}
		b.WriteRune(r)
	}
	return b.String() + mark
}

// pad fills text with blanks up to n cells, on the left when right is set.
func pad(text string, n int, right bool) string {
	blanks := strings.Repeat(" ", max(0, n-width(text)))
	if right {
		return blanks + text
	}
	return text + blanks
}

// printer writes to w until the first error, which it keeps.
type printer struct {
	Page
	w   io.Writer
	err error
}

func (p *printer) line(parts ...string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, strings.TrimRight(strings.Join(parts, ""), " "))
	}
}

// heading writes a title with a remark at the right end of the line.
func (p *printer) heading(title, remark string) {
	p.line()
	gap := max(2, p.columns()-width(title)-width(remark))
	p.line(p.paint(bold, title), strings.Repeat(" ", gap), p.paint(dim, remark))
}
