package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/report"
)

// previewDays is how far back a preview looks.
const previewDays = 30

func newAlertsSilenceCommand(c *cli) *cobra.Command {
	var who whoFlag
	var rules, families, entities, addresses []string
	var severity, length, until, owner, reason string
	var preview bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "silence",
		Short:       "Keep alerts from being told of for a time",
		Long: `Silences the alerts that all of the given flags select (of a flag that is given more than once, one): nobody is told of
them until the time is over. They are recorded all the same, and weir alerts list --silenced yes shows them. A silence has an end, an
owner and a reason. --preview tells what it would have hidden, and makes none.

An alert made of several findings is silenced when each of them is, so nothing hides behind another.` + exits(ends0, ends1, ends2),
		Example: `  weir alerts silence --rule internal-scan --address 10.0.5.0/24 --for 24h --owner ann --reason "weekly scan" --preview
  weir alerts silence --family new_destination --entity vpc-1/10.0.7.9 --for 7d --owner ann --reason "new backup target"
  weir alerts silence --severity low --until 2026-03-12T08:00:00Z --owner ann --reason "migration night"`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			m, err := matches(rules, families, entities, addresses, severity)
			if err != nil {
				return err
			}
			now := time.Now()
			n := daemon.Silence{Matches: m, Owner: owner, Reason: reason}
			if !preview {
				if n.Until, err = silenceEnd(length, until, now); err != nil {
					return err
				}
				if strings.TrimSpace(owner) == "" || strings.TrimSpace(reason) == "" {
					return usagef("a silence needs an --owner, who answers for it, and a --reason")
				}
			}
			ctx := cmd.Context()
			p, err := do(ctx, c, who, daemon.CallPreview, daemon.PreviewAsked{Matches: m, Days: previewDays})
			if err != nil {
				return err
			}
			if preview {
				if !c.tables() {
					return c.jsonLine(p.Preview)
				}
				fmt.Fprintf(c.out, "%s, %d of %d pages\n", p, p.PagesHidden, p.Pages)
				for _, a := range p.Shown {
					fmt.Fprintf(c.out, "  %s\n", c.escape(a.Severity.String()+": "+a.Why))
				}
				return nil
			}
			if n, err = do(ctx, c, who, daemon.CallSilence, n); err != nil {
				return err
			}
			if p.TrueHidden > 0 {
				c.note("%s of what it would have hidden was judged a true positive", report.Noun(p.TrueHidden, "alert"))
			}
			if !c.tables() {
				return c.jsonLine(n)
			}
			fmt.Fprintf(c.out, "silence %d until %s: %s\n%s\n", n.ID, clock(n.Until), c.escape(m.String()), p)
			return nil
		},
	}
	who.register(cmd)
	f := cmd.Flags()
	f.StringSliceVar(&rules, "rule", nil, "of these `rules`")
	f.StringSliceVar(&families, "family", nil, "of these `families`")
	f.StringSliceVar(&entities, "entity", nil, "about these `entities`: vpc-1/10.0.0.5, or 10.0.0.5 in any network")
	f.StringSliceVar(&addresses, "address", nil, "whose source, destination or entity is in these `networks`: 10.0.5.0/24")
	f.StringVar(&severity, "severity", "", "of this `severity` or below")
	f.StringVar(&length, "for", "", "`time` it lasts: 30m, 24h, 7d")
	f.StringVar(&until, "until", "", "`time` it ends: 2026-03-12, 2026-03-12T08:00:00Z")
	f.StringVar(&owner, "owner", "", "`name` of who answers for it")
	f.StringVar(&reason, "reason", "", "`text` that says why")
	f.BoolVar(&preview, "preview", false, "tell what it would have hidden in the last 30 days, and do nothing")
	return cmd
}

func matches(rules, familyNames, entities, addresses []string, severity string) (m daemon.SilenceMatches, err error) {
	m = daemon.SilenceMatches{Rules: rules, Entities: entities}
	if m.Families, err = families(familyNames); err != nil {
		return m, err
	}
	for _, text := range addresses {
		p, err := daemon.ParsePrefix(text)
		if err != nil {
			return m, usagef("--address: %w", err)
		}
		m.Addresses = append(m.Addresses, p)
	}
	if severity != "" {
		s, err := finding.ParseSeverity(severity)
		if err != nil {
			return m, usagef("--severity: %w", err)
		}
		m.AtMost = &s
	}
	if m.Empty() {
		return m, usagef("say what is to be silenced: --rule, --family, --entity, --address or --severity")
	}
	return m, nil
}

func silenceEnd(length, until string, now time.Time) (time.Time, error) {
	switch {
	case (length == "") == (until == ""):
		return now, usagef("say when it ends: either --for 24h or --until TIME")
	case until != "":
		t, err := parseTime("--until", until, now)
		if err == nil && !t.After(now) {
			err = usagef("--until: %s is over", clock(t))
		}
		return t, err
	}
	days, isDays := strings.CutSuffix(length, "d")
	if n, err := strconv.Atoi(days); isDays && err == nil && n > 0 {
		return now.AddDate(0, 0, n), nil
	}
	d, err := time.ParseDuration(length)
	if err != nil || d <= 0 {
		return now, usagef("--for: %q is no time; write 30m, 24h or 7d", length)
	}
	return now.Add(d), nil
}

func newAlertsSilencesCommand(c *cli) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "silences",
		Short:       "List the silences that are in force",
		Long:        "Lists the silences that are in force; with --all also those that are over." + exits(ends0, ends1, ends2),
		Example:     "  weir alerts silences\n  weir alerts silences --all --json",
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallSilences, daemon.SilencesAsked{All: all})
			if err != nil {
				return err
			}
			if !c.tables() {
				return jsonLines(c, list)
			}
			g := report.NewGrid("silence>", "what", "until", "owner", "reason")
			for _, n := range list {
				end := clock(n.Until)
				if !n.EndedAt.IsZero() {
					end = "ended " + clock(n.EndedAt)
				}
				g.Add(strconv.FormatInt(n.ID, 10), n.Matches.String(), end, n.Owner, n.Reason)
			}
			return g.Print(c.out, c.page)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "also those that are over")
	return cmd
}

func newAlertsUnsilenceCommand(c *cli) *cobra.Command {
	var who whoFlag
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "unsilence NUMBER...",
		Short:       "End silences before their time",
		Long: `Ends silences. A server tells of the alerts that still fire and that nobody was told of.` +
			exits(ends0, "1  failed, or there is no such silence in force", ends2),
		Example: "  weir alerts unsilence 3",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var ids []int64
			for _, text := range args {
				id, err := strconv.ParseInt(strings.TrimPrefix(text, "silence/"), 10, 64)
				if err != nil {
					return usagef("%q is no number of a silence; weir alerts silences lists them", text)
				}
				ids = append(ids, id)
			}
			ctx := cmd.Context()
			for _, id := range ids {
				n, err := do(ctx, c, who, daemon.CallUnsilence, id)
				if err != nil {
					return err
				}
				if !c.tables() {
					if err := c.jsonLine(n); err != nil {
						return err
					}
					continue
				}
				fmt.Fprintf(c.out, "silence %d has ended: %s\n", n.ID, c.escape(n.Matches.String()))
			}
			return nil
		},
	}
	who.register(cmd)
	return cmd
}
