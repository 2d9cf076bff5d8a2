package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

// answer runs a question and writes its rows: a table for a person, JSON lines
// for everybody else. What the answer covers is told on standard error.
func (c *cli) answer(ask func(query.Sink) (query.Meta, error)) error {
	meta, err := c.rows(ask)
	if err != nil {
		return err
	}
	c.tellMeta(meta)
	return nil
}

// rows runs a question and writes its rows.
func (c *cli) rows(ask func(query.Sink) (query.Meta, error)) (query.Meta, error) {
	if !c.tables() {
		out := query.NewNDJSON(c.jsonOut())
		meta, err := ask(out)
		if flushErr := out.Flush(); err == nil {
			err = flushErr
		}
		return meta, err
	}
	table := report.NewTable(c.out, c.page)
	meta, err := ask(table)
	if flushErr := table.Flush(); err == nil {
		err = flushErr
	}
	if hidden := table.Hidden(); err == nil && len(hidden) > 0 {
		c.note("no room for %s; --json shows all, a wider terminal more", some(hidden))
	}
	return meta, err
}

// some names the first of a list and how many more there are.
func some(names []string) string {
	const most = 6
	if n := len(names); n > most {
		names = append(names[:most:most], fmt.Sprintf("%d more", n-most))
	}
	return strings.Join(names, ", ")
}

// tellMeta tells how an answer came about and what it lacks.
func (c *cli) tellMeta(m query.Meta) {
	if m.Truncated {
		c.note("cut after %s rows; --limit 0 gives all", report.Count(m.Rows))
	}
	for _, w := range m.Warnings {
		c.note("%s", w)
	}
	counted := "each flow counted once"
	if m.Counted == query.CountedRecords {
		counted = "every record counted"
	}
	c.note("%s, %s; %s in %s", report.Noun(m.Rows, "row"), counted, readText(m), report.Span(m.Elapsed))
	switch {
	case m.From.IsZero() && (!m.Since.IsZero() || !m.Until.IsZero()):
		c.note("nothing is stored in the range %s", rangeText(m.Since, m.Until))
	case m.From.IsZero():
		c.note("nothing is stored yet; weir ingest PATH takes logs in")
	default:
		c.note("records from %s to %s%s", clock(m.From), clock(m.To), gapText(m.Gaps))
	}
}

// readText tells what was read for an answer, as far as the engine says.
func readText(m query.Meta) string {
	switch {
	case !m.AtLeast:
		return fmt.Sprintf("%s rows of %s read", report.Count(m.Scanned), m.Table)
	case m.Scanned == 0:
		return m.Table + " read"
	}
	return fmt.Sprintf("at least %s rows of %s read", report.Count(m.Scanned), m.Table)
}

func clock(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func rangeText(since, until time.Time) string {
	switch {
	case since.IsZero():
		return "before " + clock(until)
	case until.IsZero():
		return "from " + clock(since) + " on"
	}
	return fmt.Sprintf("from %s to %s", clock(since), clock(until))
}

// gapText tells what is missing in a range: days one by one, hours with
// SKIPDATA by their number.
func gapText(gaps []query.Gap) string {
	const most = 3
	var days []string
	var hours float64
	for _, g := range gaps {
		if g.Kind == query.GapSkipData {
			hours += g.To.Sub(g.From).Hours()
		} else {
			days = append(days, fmt.Sprintf("no records from %s to %s", clock(g.From), clock(g.To)))
		}
	}
	if n := len(days); n > most {
		days = append(days[:most], fmt.Sprintf("and %d more such gaps", n-most))
	}
	if hours > 0 {
		days = append(days, fmt.Sprintf("%.0f hours in which AWS skipped records", hours))
	}
	if len(days) == 0 {
		return ", no gaps"
	}
	return "; gaps: " + strings.Join(days, ", ")
}
