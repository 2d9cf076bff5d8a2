package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/report"
)

func newAlertsCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "alerts",
		Short: "What was found: look at it, judge it, silence it",
		Long: `Alerts are what the rules have found, with the numbers, what is usual, and the records that show it. What you do with
them is written down and cannot be taken back unseen. All of it works beside a running server. An alert is named by its
id, or by the beginning of it.`,
		Example: `  weir alerts list
  weir alerts show k3xw7q
  weir alerts ack k3xw7q
  weir alerts resolve k3xw7q --verdict benign
  weir alerts silence --rule internal-scan --address 10.0.5.0/24 --for 24h --owner ann --reason "weekly scan" --preview`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAlertsListCommand(c), newAlertsShowCommand(c), newAlertsAckCommand(c), newAlertsResolveCommand(c), newAlertsNoteCommand(c),
		newAlertsSilenceCommand(c), newAlertsSilencesCommand(c), newAlertsUnsilenceCommand(c), newAlertsAuditCommand(c), newAlertsRisksCommand(c))
	return cmd
}

// desk opens the alerts of the data directory for work, which needs no engine.
func (c *cli) desk(ctx context.Context, work func(*daemon.AlertDesk) error) (err error) {
	d, err := daemon.OpenDesk(ctx, c.config("alerts"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	return work(d)
}

// whoFlag says who acts.
type whoFlag struct{ by string }

func (f *whoFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.by, "by", "", "`name` of who does it, for the audit (default your login)")
}

func (f *whoFlag) name() string {
	if f.by != "" {
		return f.by
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
}

// alertFlags choose alerts.
type alertFlags struct {
	status, families, rules         []string
	severity, entity, verdict, text string
	since, until, after             string
	exposure, silenced, late, pages string
	limit                           int
	count                           bool
}

func (f *alertFlags) register(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringSliceVar(&f.status, "status", nil, "only of these `statuses`: pending, firing, acknowledged, resolved")
	fs.StringVar(&f.severity, "severity", "", "only of this `severity` or above: info, low, medium, high, critical")
	fs.StringSliceVar(&f.families, "family", nil, "only of these `families`: scan, beacon, ...")
	fs.StringSliceVar(&f.rules, "rule", nil, "only of these `rules`")
	fs.StringVar(&f.entity, "entity", "", "only about this `entity`: an address, vpc-1/10.0.0.5, an interface, ...")
	fs.StringVar(&f.verdict, "verdict", "", "only with this `verdict`: true_positive, benign, false_positive")
	fs.StringVar(&f.text, "text", "", "only with this `text` in title, reason, entity, addresses or rule")
	fs.StringVar(&f.since, "since", "", "seen at this `time` or later: 24h, 7d, 2026-03-10, 2026-03-10T15:00:00Z")
	fs.StringVar(&f.until, "until", "", "seen before this `time`")
	fs.StringVar(&f.exposure, "exposure", "", "`yes`: only the internet's noise; no: all but that")
	fs.StringVar(&f.silenced, "silenced", "", "`yes`: only what is silenced; no: all but that")
	fs.StringVar(&f.late, "late", "", "`yes`: only what was found in late records; no: all but that")
	fs.StringVar(&f.pages, "page", "", "`yes`: only what pages; no: all but that")
	fs.IntVar(&f.limit, "limit", defaultLimit, "alerts at most; 0: all")
	fs.StringVar(&f.after, "after", "", "go on behind the alert with this `id`, the last of the page before")
	fs.BoolVar(&f.count, "count", false, "only count them, by status, severity and family")
}

func (f *alertFlags) filter(now time.Time) (out daemon.AlertFilter, err error) {
	out = daemon.AlertFilter{Rules: f.rules, Entity: f.entity, Text: f.text}
	for _, s := range f.status {
		i := slices.IndexFunc(daemon.AlertStatuses, func(k daemon.AlertStatus) bool { return string(k) == s })
		if i < 0 {
			return out, usagef("--status: unknown status %q; it is one of pending, firing, acknowledged, resolved", s)
		}
		out.Statuses = append(out.Statuses, daemon.AlertStatuses[i])
	}
	if out.Families, err = families(f.families); err != nil {
		return out, err
	}
	if f.severity != "" {
		if out.MinSeverity, err = finding.ParseSeverity(f.severity); err != nil {
			return out, usagef("--severity: %w", err)
		}
	}
	if f.verdict != "" {
		if out.Verdict, err = daemon.ParseVerdict(f.verdict); err != nil {
			return out, usagef("--verdict: %w", err)
		}
	}
	for _, b := range []struct {
		flag, text string
		to         **bool
	}{{"exposure", f.exposure, &out.Exposure}, {"silenced", f.silenced, &out.Silenced}, {"late", f.late, &out.Late}, {"page", f.pages, &out.Page}} {
		switch b.text {
		case "":
		case "yes", "no":
			yes := b.text == "yes"
			*b.to = &yes
		default:
			return out, usagef("--%s: write yes or no", b.flag)
		}
	}
	if out.Since, err = parseTime("--since", f.since, now); err != nil {
		return out, err
	}
	out.Until, err = parseTime("--until", f.until, now)
	return out, err
}

func families(names []string) (list []finding.Family, err error) {
	for _, name := range names {
		f, err := finding.ParseFamily(strings.ReplaceAll(name, "-", "_"))
		if err != nil {
			known := map[string]bool{}
			for _, k := range finding.Families {
				known[string(k)] = true
			}
			return nil, usagef("--family: %s", config.Unknown("family", name, known))
		}
		list = append(list, f)
	}
	return list, nil
}

func newAlertsListCommand(c *cli) *cobra.Command {
	var f alertFlags
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "list",
		Short:       "List alerts, what was seen last first",
		Long: `Lists alerts in the order in which they were last seen. What is silenced, resolved, or mere noise of the internet is listed, too,
unless left out.` + exits(ends0, ends1, ends2),
		Example: `  weir alerts list --status firing --severity high
  weir alerts list --family scan,probe --exposure no --since 24h
  weir alerts list --silenced yes
  weir alerts list --count
  weir alerts list | jq -r 'select(.page) | .why'`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.count && f.after != "" {
				return usagef("--count counts them all: leave out --after")
			}
			filter, err := f.filter(time.Now())
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			if f.count {
				counts, err := do(ctx, c, whoFlag{}, daemon.CallAlertCounts, filter)
				if err != nil {
					return err
				}
				return c.printCounts(counts)
			}
			return c.alertDesk(ctx, func(d alertDesk) error {
				if f.after != "" {
					last, err := d.Get(ctx, f.after)
					if err != nil {
						return err
					}
					filter.After = daemon.AfterAlert(last.Alert)
				}
				return c.listAlerts(ctx, d, filter, f.limit)
			})
		},
	}
	f.register(cmd)
	return cmd
}

func (c *cli) listAlerts(ctx context.Context, d alertDesk, filter daemon.AlertFilter, limit int) error {
	var g *report.Grid
	if c.tables() {
		g = report.NewGrid("id", "severity", "page", "status", "family", "entity", "last seen", "why")
	}
	if limit > 0 {
		filter.Limit = limit + 1 // one more shows whether there is more
	}
	n := 0
	err := d.List(ctx, filter, func(a daemon.Alert) error {
		n++
		switch {
		case limit > 0 && n > limit:
			return nil
		case g == nil:
			return c.jsonLine(a)
		}
		page, status := "", string(a.Status)
		if a.Page {
			page = "page"
		}
		if a.Exposure {
			page = "noise"
		}
		if !a.SilencedUntil.IsZero() {
			status += ", silenced"
		}
		if a.Verdict != "" {
			status += ", " + string(a.Verdict)
		}
		g.Add(a.ID[:shortID], a.Severity.String(), page, status, string(a.Family), a.Entity.String(), a.LastSeen.Format(minuteLayout), a.Why)
		return nil
	})
	if err != nil {
		return err
	}
	if limit > 0 && n > limit {
		c.note("cut after %d alerts; --limit 0 gives all", limit)
	}
	if n == 0 {
		c.note("no alerts")
		return nil
	}
	if g == nil {
		return nil
	}
	return g.Print(c.out, c.page)
}

// shortID is how much of an id is shown in lists; it is enough to name the alert by.
const shortID = 10

// countLine is a number of alerts, as JSON.
type countLine struct {
	Total      int                        `json:"total"`
	Pages      int                        `json:"pages"`
	Exposure   int                        `json:"exposure"`
	Silenced   int                        `json:"silenced"`
	ByStatus   map[daemon.AlertStatus]int `json:"by_status"`
	BySeverity map[string]int             `json:"by_severity"`
	ByFamily   map[finding.Family]int     `json:"by_family"`
}

func (c *cli) printCounts(n daemon.AlertCounts) error {
	if !c.tables() {
		line := countLine{Total: n.Total, Pages: n.Pages, Exposure: n.Exposure, Silenced: n.Silenced, ByStatus: n.ByStatus, BySeverity: map[string]int{}, ByFamily: n.ByFamily}
		for s, k := range n.BySeverity {
			line.BySeverity[s.String()] = k
		}
		return c.jsonLine(line)
	}
	g := report.NewGrid("of", "", "alerts>")
	add := func(of, name string, k int) {
		if k > 0 {
			g.Add(of, name, report.Count(k))
		}
	}
	g.Add("all", "", report.Count(n.Total))
	add("page", "", n.Pages)
	add("noise", "", n.Exposure)
	add("silenced", "", n.Silenced)
	for _, s := range daemon.AlertStatuses {
		add("status", string(s), n.ByStatus[s])
	}
	for s := int(finding.Critical); s >= int(finding.Info); s-- {
		add("severity", finding.Severity(s).String(), n.BySeverity[finding.Severity(s)])
	}
	for _, f := range finding.Families {
		add("family", string(f), n.ByFamily[f])
	}
	return g.Print(c.out, c.page)
}

func newAlertsRisksCommand(c *cli) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "risks",
		Short:       "Rank what alerts are about by risk",
		Long: `Ranks hosts and other entities by the findings about them, weak ones too: the sum of their scores, halved every twelve hours
before the newest, less for more of the same rule, and raised for each further tactic of an attack. Noise of the internet
does not count.` + exits(ends0, ends1, ends2),
		Example: "  weir alerts risks\n  weir alerts risks --limit 5 --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallRisks, daemon.None{})
			if err != nil {
				return err
			}
			if limit > 0 && len(list) > limit {
				c.note("cut after %d; --limit 0 gives all", limit)
				list = list[:limit]
			}
			if !c.tables() {
				return jsonLines(c, list)
			}
			g := report.NewGrid("entity", "risk>", "findings>", "tactics")
			for _, r := range list {
				g.Add(r.Entity.String(), fmt.Sprintf("%.0f", r.Risk), report.Count(r.Findings), strings.Join(r.Tactics, ", "))
			}
			return g.Print(c.out, c.page)
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "entities at most; 0: all")
	return cmd
}
