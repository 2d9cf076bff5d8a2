package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/report"
)

func newAlertsShowCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "show ID",
		Short:       "Show all that is known of an alert",
		Long: `Shows why an alert was raised and what is usual, the first records behind it and the command that gives all of
them, what to do, and what has happened to it. With --json, or in a pipe, it is the alert's line with its findings and
notes.` + exits(ends0, "1  failed, or there is no such alert", ends2),
		Example: "  weir alerts show k3xw7q\n  weir alerts show k3xw7q --json | jq -r .evidence.filter",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return c.alertDesk(ctx, func(d alertDesk) error {
				a, err := d.Get(ctx, args[0])
				if err != nil {
					return err
				}
				if !c.tables() {
					line, err := detailLine(a)
					if err != nil {
						return err
					}
					return c.jsonLine(line)
				}
				var history []daemon.AuditEntry
				err = d.Audit(ctx, a.ID, func(e daemon.AuditEntry) error {
					history = append(history, e)
					return nil
				})
				if err != nil {
					return err
				}
				return c.showAlert(ctx, a, history)
			})
		},
	}
}

// detailMore is what show adds to the line of an alert.
type detailMore struct {
	StatusAt time.Time     `json:"status_at"`
	StatusBy string        `json:"status_by"`
	Incident *string       `json:"incident"` // that it is part of
	Command  string        `json:"command"`  // that gives the records behind it
	Findings []detailFound `json:"findings"`
	Notes    any           `json:"notes"`
}

type detailFound struct {
	ID        string           `json:"id"`
	Rule      string           `json:"rule"`
	Family    finding.Family   `json:"family"`
	Severity  finding.Severity `json:"severity"`
	Weak      bool             `json:"weak"`
	Entity    finding.Entity   `json:"entity"`
	FirstSeen time.Time        `json:"first_seen"`
	LastSeen  time.Time        `json:"last_seen"`
	Count     uint64           `json:"count"`
	Why       string           `json:"why"`
}

// detailLine is the line of an alert with more keys behind.
func detailLine(a daemon.AlertDetail) (json.RawMessage, error) {
	head, err := json.Marshal(a.Alert)
	if err != nil {
		return nil, err
	}
	more := detailMore{StatusAt: a.StatusAt, StatusBy: a.StatusBy, Command: a.Evidence.Command(), Findings: []detailFound{}, Notes: a.Notes}
	if a.Incident != "" {
		more.Incident = &a.Incident
	}
	if a.Notes == nil {
		more.Notes = []string{}
	}
	for _, f := range a.Findings {
		more.Findings = append(more.Findings, detailFound{f.ID, f.Rule, f.Family, f.Severity, f.Weak, f.Entity, f.FirstSeen, f.LastSeen, f.Count, f.Why})
	}
	tail, err := json.Marshal(more)
	if err != nil {
		return nil, err
	}
	return bytes.Join([][]byte{head[:len(head)-1], tail[1:]}, []byte(",")), nil
}

func (c *cli) showAlert(ctx context.Context, a daemon.AlertDetail, history []daemon.AuditEntry) error {
	var list report.List
	add := func(name, format string, args ...any) {
		list = append(list, report.Item{Name: name, Text: fmt.Sprintf(format, args...)})
	}
	add("alert", "%s", a.ID)
	add("title", "%s", a.Title)
	add("why", "%s", a.Why)
	if u := a.Usual; u != nil {
		add("usual", "%s", strings.TrimSpace(fmt.Sprintf("%g to %g %s", u.Low, u.High, u.Unit)))
	}
	severity := a.Severity.String()
	if a.Page {
		severity += ", pages"
	}
	if a.Exposure {
		severity += ", noise of the internet"
	}
	if a.Late {
		severity += ", found in late records"
	}
	add("severity", "%s, score %d", severity, a.Score)
	status := fmt.Sprintf("%s since %s by %s", a.Status, clock(a.StatusAt), a.StatusBy)
	if a.Verdict != "" {
		status += ", " + string(a.Verdict)
	}
	if !a.SilencedUntil.IsZero() {
		status += ", silenced until " + clock(a.SilencedUntil)
	}
	add("status", "%s", status)
	add("rule", "%s (%s)", a.Rule, a.Family)
	add("about", "%s %s", a.Entity.Kind, a.Entity)
	add("seen", "%s to %s, %d flows", clock(a.FirstSeen), clock(a.LastSeen), a.Count)
	if len(a.Attack) > 0 {
		add("ATT&CK", "%s", strings.Join(a.Attack, ", "))
	}
	for i, s := range a.Scope {
		add(map[bool]string{true: "scope"}[i == 0], "%s of it in %s %s", report.Share(uint64(s.Share*1000), 1000), s.Kind, s.ID)
	}
	if a.Incident != "" {
		add("incident", "part of %s: weir alerts show %s", a.Incident, a.Incident[:shortID])
	}
	if err := list.Print(c.out, c.page); err != nil {
		return err
	}
	if err := c.showEvidence(ctx, a.Evidence); err != nil {
		return err
	}
	if len(a.Response) > 0 {
		fmt.Fprint(c.out, "\nWhat to do\n")
		for i, step := range a.Response {
			fmt.Fprintf(c.out, "  %d. %s\n", i+1, c.escape(step))
		}
	}
	return c.showTimeline(a, history)
}

// evidenceShown is how many of the records behind an alert are shown.
const evidenceShown = 5

// showEvidence shows the first records behind an alert. Without an engine there is
// the command still.
func (c *cli) showEvidence(ctx context.Context, e finding.Evidence) (err error) {
	fmt.Fprint(c.out, "\nEvidence\n")
	if m := e.Missing; m != nil {
		what := "no records"
		if m.InterfaceID != "" {
			what += " of " + c.escape(m.InterfaceID)
		}
		fmt.Fprintf(c.out, "  %s from %s to %s\n", what, clock(m.Since), clock(m.Until))
		return nil
	}
	if e.Filter == "" {
		fmt.Fprint(c.out, "  none\n")
		return nil
	}
	count := fmt.Sprintf("%d records", e.Count)
	if !e.Exact {
		count = "not counted"
	}
	fmt.Fprintf(c.out, "  %s: %s\n", count, c.escape(e.Command()))
	l, err := c.place(ctx, "alerts")
	if err != nil {
		c.note("the records are not shown: %v", err)
		return nil
	}
	defer closeLookup(ctx, l, &err)
	runner := l.Query()
	_, err = c.rows(func(sink query.Sink) (query.Meta, error) {
		return l.Ask(ctx, sink, func(sink query.Sink) (query.Meta, error) {
			return runner.Run(ctx, query.Request{
				Filter: e.Filter, Since: e.Since, Until: e.Until, Scope: query.Everything(), Limit: evidenceShown,
				Columns: []record.FieldID{
					record.Start, record.SrcAddr, record.SrcPort, record.DstAddr, record.DstPort, record.Protocol, record.Packets, record.Bytes, record.ActionField,
				},
			}, sink)
		})
	})
	if err != nil {
		c.note("the records are not shown: %v", err)
	}
	return nil
}

// showTimeline shows what was found and what was done, in time.
func (c *cli) showTimeline(a daemon.AlertDetail, history []daemon.AuditEntry) error {
	fmt.Fprint(c.out, "\nTimeline\n")
	g := report.NewGrid("found", "family", "about", "why")
	for _, f := range a.Findings {
		g.Add(clock(f.FirstSeen), string(f.Family), f.Entity.String(), f.Why)
	}
	if err := g.Print(c.out, c.page); err != nil {
		return err
	}
	if len(history) == 0 {
		return nil
	}
	fmt.Fprintln(c.out)
	return c.printAudit(history)
}
