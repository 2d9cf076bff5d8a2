package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

// eachAlert does something with each alert that is named, and tells what it is then.
func (c *cli) eachAlert(ctx context.Context, ids []string, act func(d alertDesk, id string) (daemon.Alert, error)) error {
	return c.alertDesk(ctx, func(d alertDesk) error {
		g := report.NewGrid("id", "status", "verdict", "title")
		for _, id := range ids {
			a, err := act(d, id)
			if err != nil {
				return err
			}
			if !c.tables() {
				if err := c.jsonLine(a); err != nil {
					return err
				}
				continue
			}
			g.Add(a.ID[:shortID], string(a.Status), string(a.Verdict), a.Title)
		}
		if !c.tables() {
			return nil
		}
		return g.Print(c.out, c.page)
	})
}

func newAlertsAckCommand(c *cli) *cobra.Command {
	var who whoFlag
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "ack ID...",
		Aliases:     []string{"acknowledge"},
		Short:       "Say that somebody looks at alerts",
		Long:        "Acknowledges alerts. One that gets worse fires again." + exits(ends0, "1  failed, or there is no such alert", ends2),
		Example:     "  weir alerts ack k3xw7q\n  weir alerts list --status firing --family scan | jq -r .id | xargs weir alerts ack",
		Args:        cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			ctx := cmd.Context()
			return c.eachAlert(ctx, ids, func(d alertDesk, id string) (daemon.Alert, error) { return d.Acknowledge(ctx, id, who.name()) })
		},
	}
	who.register(cmd)
	return cmd
}

func newAlertsResolveCommand(c *cli) *cobra.Command {
	var who whoFlag
	var verdict, note string
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "resolve ID...",
		Short:       "End alerts, and say what they were",
		Long: `Ends alerts. The verdict says what they were: true_positive (an attack), benign (what was found is so, and meant) or false_positive (it
is not so). After benign and false_positive an alert stays resolved whatever more comes of it that day; otherwise it fires
again when it goes on. What is resolved can be judged still.` + exits(ends0, "1  failed, or there is no such alert", ends2),
		Example: "  weir alerts resolve k3xw7q --verdict true_positive --note 'host taken off the net'\n  weir alerts resolve k3xw7q --verdict benign",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, ids []string) error {
			var v daemon.Verdict
			if verdict != "" {
				var err error
				if v, err = daemon.ParseVerdict(verdict); err != nil {
					return usagef("--verdict: %w", err)
				}
			}
			ctx := cmd.Context()
			return c.eachAlert(ctx, ids, func(d alertDesk, id string) (daemon.Alert, error) {
				a, err := d.Resolve(ctx, id, who.name(), v)
				if err == nil && note != "" {
					a, err = d.AddNote(ctx, id, who.name(), note)
				}
				return a, err
			})
		},
	}
	who.register(cmd)
	cmd.Flags().StringVar(&verdict, "verdict", "", "`verdict`: true_positive, benign or false_positive")
	cmd.Flags().StringVar(&note, "note", "", "`text` to write down with it")
	_ = cmd.RegisterFlagCompletionFunc("verdict", cobra.FixedCompletions([]string{"true_positive", "benign", "false_positive"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func newAlertsNoteCommand(c *cli) *cobra.Command {
	var who whoFlag
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "note ID TEXT...",
		Short:       "Write something down about an alert",
		Long:        "Adds a note to an alert. weir alerts show prints it." + exits(ends0, "1  failed, or there is no such alert", ends2),
		Example:     "  weir alerts note k3xw7q 'the backup job of team payments, asked Ann'",
		Args:        cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return c.eachAlert(ctx, args[:1], func(d alertDesk, id string) (daemon.Alert, error) {
				return d.AddNote(ctx, id, who.name(), strings.Join(args[1:], " "))
			})
		},
	}
	who.register(cmd)
	return cmd
}

func newAlertsAuditCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "audit [ID]",
		Short:       "Show who did what, and check that nothing of it was changed",
		Long: `Shows every action on alerts and silences, in their order, or those of one alert or silence (silence/3). Each entry holds a
hash over itself and the one before it. All are checked first: an entry that was changed, or taken out of the middle, ends
the command with exit code 1. Whoever keeps the hash of the last entry elsewhere can tell when entries behind it are gone.` +
			exits(ends0, "1  failed, or the audit was changed", ends2),
		Example: "  weir alerts audit\n  weir alerts audit silence/3\n  weir alerts audit | tail -1 | jq -r .hash",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallAudit, strings.Join(args, ""))
			if err != nil {
				return err
			}
			if !c.tables() {
				return jsonLines(c, list)
			}
			return c.printAudit(list)
		},
	}
}

func (c *cli) printAudit(list []daemon.AuditEntry) error {
	g := report.NewGrid("at", "who", "did", "to", "before", "after")
	for _, e := range list {
		to := e.Subject
		if !strings.HasPrefix(to, "silence/") {
			to = to[:min(len(to), shortID)]
		}
		before := string(e.Before)
		if before == "null" {
			before = ""
		}
		g.Add(clock(e.At), e.Who, e.Action, to, before, string(e.After))
	}
	return g.Print(c.out, c.page)
}
