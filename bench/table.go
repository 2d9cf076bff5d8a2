package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// table is what was measured so far.
type table struct{ rows []row }

// row is one figure beside its bar and its peers.
type row struct {
	what   string
	bar    string // as the design states it; empty when it states none
	weir   string
	misses bool // the bar
	peers  []string
}

// add appends a row. Good says whether the figure clears the bar.
func (t *table) add(what, bar, weir string, good bool, peers ...string) {
	t.rows = append(t.rows, row{what, bar, weir, !good, peers})
}

// write prints the table as Markdown.
func (t *table) write(w io.Writer) error {
	var b strings.Builder
	b.WriteString("| what | bar | weir | | peers in the same run |\n|---|---|---|---|---|\n")
	for _, r := range t.rows {
		verdict := "ok"
		switch {
		case r.bar == "":
			verdict = ""
		case r.misses:
			verdict = "**misses**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.what, r.bar, r.weir, verdict, strings.Join(r.peers, "; "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// rate is records per second.
func rate(records int64, d time.Duration) float64 { return float64(records) / d.Seconds() }

// micros is microseconds per record.
func micros(records int64, d time.Duration) float64 {
	return float64(d.Nanoseconds()) / 1000 / float64(records)
}

// millions prints a rate in millions with two digits behind the point.
func millions(perSecond float64) string { return fmt.Sprintf("%.2f M/s", perSecond/1e6) }
