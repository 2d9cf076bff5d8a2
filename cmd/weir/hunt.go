package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

func newHuntCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "hunt",
		Short: "Run saved hunts",
		Long:  "Hunts are saved statements with parameters, for questions that analysts ask again and again.",
	}
	cmd.AddCommand(newHuntListCommand(c), newHuntRunCommand(c))
	return cmd
}

func newHuntListCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "list",
		Short:       "List the hunts with their parameters",
		Long:        "Lists the hunts, what they look for and which parameters they take." + exits(ends0, ends2),
		Example:     "  weir hunt list\n  weir hunt list --json | jq -r .sql",
		Args:        cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, err := do(cmd.Context(), c, whoFlag{}, daemon.CallHunts, daemon.None{})
			if err != nil {
				return err
			}
			for _, h := range list {
				if err := c.printHunt(h); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// listedHunt is a hunt as JSON.
type listedHunt struct {
	Name   string        `json:"name"`
	Title  string        `json:"title"`
	Doc    string        `json:"doc"`
	Params []listedParam `json:"params"`
	SQL    string        `json:"sql"`
}

type listedParam struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Default string `json:"default"`
	Doc     string `json:"doc"`
}

func (c *cli) printHunt(h query.Hunt) error {
	if !c.tables() {
		out := listedHunt{Name: h.Name, Title: h.Title, Doc: h.Doc, Params: []listedParam{}, SQL: h.SQL}
		for _, p := range h.Params {
			out.Params = append(out.Params, listedParam(p))
		}
		return c.jsonLine(out)
	}
	list := report.List{{Text: h.Title}}
	for _, p := range h.Params {
		list = append(list, report.Item{Text: fmt.Sprintf("--set %s=%s   %s", p.Name, p.Default, p.Doc)})
	}
	fmt.Fprintln(c.out, h.Name)
	return list.Print(c.out, c.page)
}

func newHuntRunCommand(c *cli) *cobra.Command {
	var set []string
	var limits limitFlags
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "run NAME",
		Short:       "Run a hunt",
		Long:        "Runs a saved hunt. weir hunt list shows the names and what can be --set." + exits(ends0, ends1, "2  wrong usage, unknown hunt or wrong value"),
		Example: `  weir hunt run blocked-by-prefix --set prefix=203.
  weir hunt run new-since --set since=now-24h
  weir hunt run reply-rejected`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			hunt, ok := query.FindHunt(args[0])
			if !ok {
				return unknownHunt(args[0])
			}
			values, err := pairs("--set", set)
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			l, err := c.place(ctx, "hunt")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			runner := l.Query()
			return c.ask(ctx, l, func(sink query.Sink) (query.Meta, error) {
				return runner.Hunt(ctx, hunt, values, limits.limits(), sink)
			})
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var list []string
			for _, h := range query.Hunts() {
				list = append(list, h.Name+"\t"+h.Title)
			}
			return list, cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().StringArrayVar(&set, "set", nil, "`name=value` of a parameter (repeatable)")
	limits.register(cmd)
	return cmd
}

func unknownHunt(name string) error {
	known := map[string]bool{}
	for _, h := range query.Hunts() {
		known[h.Name] = true
	}
	return usagef("%s", config.Unknown("hunt", name, known))
}
