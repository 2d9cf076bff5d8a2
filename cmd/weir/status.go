package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newStatusCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "status",
		Short:       "Tell how the data directory is",
		Long: `Tells where the data is and who owns it, which engine answers and how it is jailed, what is stored and
what it takes, and what is not as it should be.` + exits(ends0, ends1, ends2),
		Example: "  weir status\n  weir status --json | jq .disk_bytes",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			s, err := do(ctx, c, whoFlag{}, daemon.CallStatus, daemon.None{})
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(s.Status)
			}
			return c.printStatus(s.Status, s.Mine)
		},
	}
}

func (c *cli) printStatus(s daemon.Status, mine bool) error {
	list := report.List{{Name: "data", Text: fmt.Sprintf("%s, %s free on its volume", s.Data, report.Bytes(s.Free))}}
	add := func(name, format string, args ...any) {
		list = append(list, report.Item{Name: name, Text: fmt.Sprintf(format, args...)})
	}
	switch {
	case s.StoreURL != "":
		add("store", "ClickHouse %s at %s", s.Engine.Version, s.StoreURL)
	case mine:
		add("owner", "nobody else")
	case s.Owner != nil:
		add("owner", "%s (pid %d) since %s, %s", s.Owner.Command, s.Owner.PID, clock(s.Owner.Since), s.Owner.Version)
	}
	if s.StoreURL == "" {
		engine := s.Engine.Version
		if s.Engine.Memory > 0 {
			engine += ", at most " + report.Bytes(s.Engine.Memory) + " of memory"
		}
		if s.Engine.Jail != nil {
			engine += "\n" + walls(*s.Engine.Jail)
		}
		add("engine", "%s", engine)
	}
	if s.From == nil {
		add("records", "none; weir ingest PATH takes logs in")
	} else {
		add("records", "%s in %d days, %s to %s UTC", report.Count(s.Records), s.Days, s.From.Format(minuteLayout), s.To.Format(minuteLayout))
	}
	add("files", "%s", objectsText(s))
	disk := fmt.Sprintf("%s for records and roll-ups, %s for the state", report.Bytes(s.Disk), report.Bytes(s.State))
	if s.Ceiling > 0 {
		disk += fmt.Sprintf("; the oldest days go beyond %s", report.Bytes(s.Ceiling))
	}
	add("disk", "%s", disk)
	if s.Watching != nil {
		intake := fmt.Sprintf("follows %s", report.Noun(len(s.Watching.Sources), "source"))
		if s.Watching.Paused != "" {
			intake = "stands still: " + s.Watching.Paused
		}
		add("intake", "%s", intake)
		if d := s.Watching.Detect; d != nil {
			add("detection", "settled to %s UTC, %s keys in %s", d.Settled.Format(minuteLayout), report.Count(d.Keys), report.Bytes(d.Bytes))
		}
	}
	add("trouble", "%s", troubleText(s))
	if err := list.Print(c.out, c.page); err != nil {
		return err
	}
	if s.Watching != nil {
		if err := c.printWatching(*s.Watching); err != nil {
			return err
		}
	}
	if len(s.Tables) == 0 {
		return nil
	}
	fmt.Fprintln(c.out)
	g := report.NewGrid("table", "days>", "rows>", "bytes>", "each>", "pieces>")
	for _, t := range s.Tables {
		days, each := "", ""
		if t.Days > 0 {
			days = fmt.Sprint(t.Days)
		}
		if t.Rows > 0 {
			each = fmt.Sprintf("%.1f B", float64(t.Bytes)/float64(t.Rows))
		}
		g.Add(t.Table, days, report.Count(t.Rows), report.Bytes(t.Bytes), each, report.Count(t.Parts))
	}
	return g.Print(c.out, c.page)
}

// printWatching tells how the followed sources are.
func (c *cli) printWatching(w daemon.Watching) error {
	fmt.Fprintln(c.out)
	g := report.NewGrid("source", "files>", "records>", "bad>", "waiting>", "last file", "lag>", "trouble")
	for _, s := range w.Sources {
		bad, last, lag := int64(0), "", ""
		for _, n := range s.BadBy {
			bad += n
		}
		if !s.NewestObject.IsZero() {
			last = s.NewestObject.Format(minuteLayout)
		}
		if !s.NewestRecord.IsZero() {
			lag = report.Span(time.Since(s.NewestRecord))
		}
		g.Add(s.Name, report.Count(s.Objects), report.Count(s.Records), report.Count(bad), report.Count(s.Waiting), last, lag, s.Error)
	}
	return g.Print(c.out, c.page)
}

func objectsText(s daemon.Status) string {
	var parts []string
	for state, n := range s.Objects {
		parts = append(parts, fmt.Sprintf("%s %s", report.Count(n), state))
	}
	if len(parts) == 0 {
		return "none"
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ") + fmt.Sprintf(", %s read", report.Bytes(s.BytesIn))
}

// troubleText tells what is not as it should be, a line each.
func troubleText(s daemon.Status) string {
	var lines []string
	add := func(n int, format string, args ...any) {
		if n > 0 {
			lines = append(lines, fmt.Sprintf(format, args...))
		}
	}
	add(int(s.Bad), "%s bad lines were left out: weir sources bad", report.Count(s.Bad))
	add(int(s.SkipData), "%s SKIPDATA records: AWS lost records there", report.Count(s.SkipData))
	add(len(s.Dirty), "%d days are to be computed anew: the next weir ingest does it, or weir check --repair", len(s.Dirty))
	add(int(s.Pending), "%d batches are under way", s.Pending)
	add(len(s.Silent), "%d interfaces fell silent in the last day of the logs: weir sources silent", len(s.Silent))
	add(s.Dead, "%d notifications were given up: weir notify list --dead", s.Dead)
	add(int(s.Evicted), "%s keys of detectors were dropped as their tables were full: what is slow may be missed", report.Count(s.Evicted))
	add(len(s.Overlaps), "%d interfaces are covered by several flow logs: weir sources", len(s.Overlaps))
	if len(lines) == 0 {
		return "none"
	}
	return strings.Join(lines, "\n")
}
