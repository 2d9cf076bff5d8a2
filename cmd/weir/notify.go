package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newNotifyCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "notify",
		Short: "Who is told of alerts: what was sent, what was not",
		Long: `weir serve tells the targets of notify: in the configuration of alerts (docs/alerts.md). What a target does not take is sent
again for a day, and is a dead letter then.`,
		Example: "  weir notify test --config weir.yaml\n  weir notify list --dead\n  weir notify retry",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newNotifyListCommand(c), newNotifyRetryCommand(c), newNotifyTestCommand(c))
	return cmd
}

func newNotifyListCommand(c *cli) *cobra.Command {
	var dead, waiting bool
	var limit int
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "list",
		Short:       "List what was sent, the newest first",
		Long: `Lists what goes to the targets: waiting, sent, dead (given up, see retry) or skipped (nobody there knew of the
alert).` + exits(ends0, ends1, ends2),
		Example: "  weir notify list\n  weir notify list --dead --json | jq -r .error",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			in := ""
			switch {
			case dead && waiting:
				return usagef("--dead and --waiting exclude each other")
			case dead:
				in = "dead"
			case waiting:
				in = "waiting"
			}
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallDeliveries, daemon.DeliveriesAsked{State: in, Limit: limit})
			if err != nil {
				return err
			}
			if limit > 0 && len(list) == limit {
				c.note("cut after %d; --limit 0 gives all", limit)
			}
			if !c.tables() {
				return jsonLines(c, list)
			}
			if len(list) == 0 {
				return nil
			}
			g := report.NewGrid("number>", "target", "state", "what", "alert", "title", "since", "tries>", "error")
			for _, x := range list {
				g.Add(strconv.FormatInt(x.ID, 10), x.Target, x.State, string(x.Kind), x.Alert[:min(len(x.Alert), shortID)], x.Title, clock(x.MadeAt), strconv.Itoa(x.Tries), x.Error)
			}
			return g.Print(c.out, c.page)
		},
	}
	cmd.Flags().BoolVar(&dead, "dead", false, "only what was given up")
	cmd.Flags().BoolVar(&waiting, "waiting", false, "only what is to be sent yet")
	cmd.Flags().IntVar(&limit, "limit", defaultLimit, "lines at most; 0: all")
	return cmd
}

func newNotifyRetryCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "retry [NUMBER...]",
		Short:       "Send again what was given up",
		Long:        "Has the server send dead letters again: those of the numbers, or all." + exits(ends0, "1  failed, or there is no such dead letter", ends2),
		Example:     "  weir notify retry\n  weir notify retry 17",
		RunE: func(cmd *cobra.Command, args []string) error {
			var ids []int64
			for _, text := range args {
				id, err := strconv.ParseInt(text, 10, 64)
				if err != nil {
					return usagef("%q is no number; weir notify list --dead shows them", text)
				}
				ids = append(ids, id)
			}
			ctx := cmd.Context()
			n, err := do(ctx, c, whoFlag{}, daemon.CallRetry, ids)
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(map[string]int64{"retried": n})
			}
			fmt.Fprintf(c.out, "%s to be sent again\n", report.Noun(n, "notification"))
			return nil
		},
	}
}

func newNotifyTestCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "test [TARGET...]",
		Short:       "Send a test to the targets of the configuration",
		Long: `Sends a test to the targets that are named, or to all, and tells what became of it. Nothing has to be
running.` + exits(ends0, "1  a target did not take it", ends2),
		Example: "  weir notify test --config weir.yaml\n  weir notify test soc-slack --config weir.yaml",
		RunE: func(cmd *cobra.Command, names []string) error {
			list, err := do(cmd.Context(), c, whoFlag{}, daemon.CallTryTargets, names)
			if err != nil {
				return err
			}
			var errs []error
			for _, t := range list {
				if !t.Taken {
					errs = append(errs, errors.New(t.Error))
				}
				if !c.tables() {
					err = c.jsonLine(t)
				} else if t.Taken {
					_, err = fmt.Fprintf(c.out, "%s has taken it\n", c.escape(t.Target))
				}
				if err != nil {
					return err
				}
			}
			return errors.Join(errs...)
		},
	}
}
