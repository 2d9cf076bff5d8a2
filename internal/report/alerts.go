package report

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// How much of the alerts is printed.
const (
	alertsShown   = 20 // with their evidence
	exposureShown = 8  // lines of the internet's noise
	evidenceShown = 5  // records of each
)

// Alerts is what detection found, to be printed below a [Summary].
type Alerts struct {
	List []alert.Alert
	// Again is how the store is reached later, put behind `weir query`; when nothing
	// of it is kept, Keep is the command that keeps it.
	Again string
	Keep  string

	rows map[string]string // evidence by alert, as printed
}

// Counts returns how many alerts there are that are not mere exposure to the
// internet, and how many of them page.
func (a *Alerts) Counts() (alerts, pages int) {
	for _, x := range a.List {
		if x.Page {
			pages++
		}
	}
	return len(a.List), pages
}

// shown are the alerts that are printed in full.
func (a *Alerts) shown() []alert.Alert {
	var list []alert.Alert
	for _, x := range a.List {
		if !x.Exposure && !x.Weak && len(list) < alertsShown {
			list = append(list, x)
		}
	}
	return list
}

// Fill asks for the first records of the evidence of what is printed.
func (a *Alerts) Fill(ctx context.Context, runner *query.Runner, page Page) error {
	a.rows = map[string]string{}
	for _, x := range a.shown() {
		if x.Evidence.Missing != nil {
			continue
		}
		var text strings.Builder
		page := page
		page.Width = page.columns() - 4
		t := NewTable(&text, page)
		_, err := runner.Run(ctx, query.Request{
			Filter: x.Evidence.Filter, Since: x.Evidence.Since, Until: x.Evidence.Until, Scope: query.Everything(), Limit: evidenceShown,
			Columns: []record.FieldID{record.Start, record.SrcAddr, record.SrcPort, record.DstAddr, record.DstPort, record.Protocol, record.Packets, record.Bytes, record.ActionField},
		}, t)
		if err == nil {
			err = t.Flush()
		}
		if err != nil {
			return fmt.Errorf("look up the evidence of %s: %w", x.Rule, err)
		}
		a.rows[x.ID] = text.String()
	}
	return nil
}

// WriteJSON writes one line for each alert.
func (a *Alerts) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, x := range a.List {
		if err := e.Encode(x.Line()); err != nil {
			return err
		}
	}
	return nil
}

// Print writes the alerts, what is most pressing first.
func (a *Alerts) Print(w io.Writer, page Page) error {
	p := &printer{Page: page, w: w}
	var exposure []alert.Alert
	open, pages := 0, 0
	for _, x := range a.List {
		switch {
		case x.Exposure:
			exposure = append(exposure, x)
		case x.Weak:
		default:
			open++
			if x.Page {
				pages++
			}
		}
	}
	remark := "nothing to look at"
	if open > 0 {
		remark = fmt.Sprintf("%s, %s", Noun(int64(open), "alert"), Noun(int64(pages), "page"))
	}
	p.heading("Alerts", remark)
	if open == 0 {
		p.line("  none")
	}
	shown := a.shown()
	for i, x := range shown {
		if i > 0 {
			p.line()
		}
		p.alert(&x, a)
	}
	if more := open - len(shown); more > 0 {
		p.line(p.paint(dim, fmt.Sprintf("  and %s more", Noun(int64(more), "alert"))))
	}
	if len(exposure) > 0 {
		p.heading("Noise of the internet against hosts that it can reach", Count(len(exposure))+" in all")
		for i, x := range exposure {
			if i == exposureShown {
				p.line(p.paint(dim, fmt.Sprintf("  and %d more", len(exposure)-i)))
				break
			}
			p.line("  ", p.fit(p.escape(x.Why), p.columns()-2))
		}
	}
	return p.err
}

func (p *printer) alert(x *alert.Alert, a *Alerts) {
	c := plain
	switch x.Severity {
	case finding.Critical, finding.High:
		c = red
	case finding.Medium:
		c = yellow
	}
	label := x.Severity.String()
	if x.Page {
		label += " page"
	}
	p.line("  ", p.paint(c, pad(label, 15, false)), p.paint(bold, p.escape(x.Title)), p.paint(dim, "  "+string(x.Family)))
	for _, line := range Wrap(p.escape(x.Why), p.columns()-4) {
		p.line("    ", line)
	}
	if rows := a.rows[x.ID]; rows != "" {
		for line := range strings.Lines(rows) {
			p.line("    ", strings.TrimRight(line, "\n"))
		}
	}
	e := x.Evidence
	if e.Missing != nil {
		p.line(p.paint(dim, fmt.Sprintf("    no records of %s from %s to %s", p.escape(e.Missing.InterfaceID), e.Missing.Since.UTC().Format(minute), e.Missing.Until.UTC().Format(minute))))
		return
	}
	p.line(p.paint(dim, fmt.Sprintf("    %s behind it:", Noun(int64(e.Count), "record"))))
	more := fmt.Sprintf("weir query %s--since %s --until %s --limit 0 %s", a.Again, e.Since.UTC().Format(time.RFC3339), e.Until.UTC().Format(time.RFC3339), shellQuote(p.escape(e.Filter)))
	if a.Keep != "" {
		more = a.Keep + " && " + more
	}
	p.line(p.paint(dim, "    "+more))
}

// shellQuote quotes a word for a shell.
func shellQuote(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// Wrap breaks each line of a text into lines of at most n cells.
func Wrap(text string, n int) (lines []string) {
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		line := ""
		for word := range strings.FieldsSeq(paragraph) {
			if line != "" && width(line)+1+width(word) > n {
				lines, line = append(lines, line), ""
			}
			if line != "" {
				line += " "
			}
			line += word
		}
		lines = append(lines, line)
	}
	return lines
}
