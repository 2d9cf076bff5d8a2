package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

func newRulesCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "Detections: list, check, test, explain, try on history, switch",
		Long: `Rules say what weir looks for. Those that it ships are in the program; yours are YAML files in the folders of
rules.dirs in the configuration, written as Sigma rules with one block more (docs/rules.md).`,
		Example: `  weir rules list
  weir rules explain scan
  weir rules check ./my-rules/ssh.yaml
  weir rules test ./my-rules/ssh.yaml
  weir rules backtest ./my-rules/ssh.yaml --from now-30d
  weir rules disable clear-text`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newRulesListCommand(c), newRulesCheckCommand(c), newRulesTestCommand(c), newRulesExplainCommand(c),
		newRulesBacktestCommand(c), newRulesSwitchCommand(c, "enable", daemon.SwitchOn), newRulesSwitchCommand(c, "disable", daemon.SwitchOff))
	return cmd
}

func newRulesListCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "list",
		Short:       "List the rules, and where each is blind",
		Long: `Lists the rules with what they find, how severe it is, and where each is blind: a rule that needs a field or an
action that the stored logs lack sees nothing.` + exits(ends0, ends1, ends2),
		Example: "  weir rules list\n  weir rules list | jq 'select(.blind != [])'",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallRules, daemon.None{})
			if err != nil {
				return err
			}
			if list.Broken != "" {
				c.note("some rule files are wrong; their last good version holds, why %s", list.Broken)
			}
			if !c.tables() {
				return jsonLines(c, list.Rules)
			}
			g := report.NewGrid("rule", "family", "severity", "on", "from", "blind for")
			for _, r := range list.Rules {
				on := "on"
				switch {
				case !r.Enabled:
					on = "off"
				case r.DryRun:
					on = "dry run"
				}
				g.Add(r.ID, string(r.Family), r.Severity.String(), on, r.File, strings.Join(r.Blind, "; "))
			}
			return g.Print(c.out, c.page)
		},
	}
}

func newRulesCheckCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "check [FILE...]",
		Short:       "Check rule files, without running them",
		Long: `Reads rule files or folders of them and tells everything that is wrong, with file, line, column and what may have
been meant. Without a FILE it checks all rules.` + exits(ends0, ends1, "2  a rule is wrong"),
		Example: "  weir rules check\n  weir rules check ./my-rules",
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := daemon.ReadRuleFiles(args)
			if err != nil {
				return err
			}
			n, err := do(cmd.Context(), c, whoFlag{}, daemon.CallCheckRules, files)
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(map[string]int{"rules": n})
			}
			fmt.Fprintf(c.out, "%s, all understood\n", report.Noun(int64(n), "rule"))
			return nil
		},
	}
}

// errCases ends a test of rules that did not hold.
var errCases = errors.New("some tests of rules fail")

func newRulesTestCommand(c *cli) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "test [FILE...]",
		Short:       "Run the tests that rules carry",
		Long: `Runs the tests in the weir block of rules (flows, and what is to be found in them) through the detectors, as they
run on stored records. Without a FILE it runs those of all rules.` + exits(ends0, "1  failed, or a test does not hold", "2  a rule is wrong"),
		Example: "  weir rules test\n  weir rules test ./my-rules/ssh.yaml --all",
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := daemon.ReadRuleFiles(args)
			if err != nil {
				return err
			}
			tested, err := do(cmd.Context(), c, whoFlag{}, daemon.CallTestRules, files)
			if err != nil {
				return err
			}
			failed := 0
			for _, x := range tested.Cases {
				if !x.OK {
					failed++
				}
				switch {
				case !c.tables():
					err = c.jsonLine(x)
				case !x.OK:
					_, err = fmt.Fprintf(c.out, "FAIL  %s: %s\n      %s\n", x.Rule, c.escape(x.Name), c.escape(strings.Join(x.Why, "; ")))
				case all:
					_, err = fmt.Fprintf(c.out, "ok    %s: %s\n", x.Rule, c.escape(x.Name))
				}
				if err != nil {
					return err
				}
			}
			if c.tables() {
				fmt.Fprintf(c.out, "%s of %s, %d failed\n", report.Noun(int64(len(tested.Cases)), "test"), report.Noun(int64(tested.Rules), "rule"), failed)
			}
			if failed > 0 {
				return errCases
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "show the tests that hold, too")
	return cmd
}

func newRulesSwitchCommand(c *cli, name string, to daemon.Switch) *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         name + " RULE...",
		Short:       strings.ToUpper(name[:1]) + name[1:] + " rules, by id",
		Long:        "The switch is kept in the data directory and goes over what the rule's file says; a running server follows within seconds." + exits(ends0, ends1, ends2),
		Example:     "  weir rules " + name + " clear-text",
		Args:        cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			ctx := cmd.Context()
			if dry {
				to = daemon.SwitchDryRun
			}
			for _, id := range args {
				if _, err := do(ctx, c, whoFlag{}, daemon.CallSwitchRule, daemon.SwitchAsked{Rule: id, To: to}); err != nil {
					return err
				}
			}
			return nil
		},
	}
	if to == daemon.SwitchOn {
		cmd.Long = "With --dry-run the rule only keeps what it finds: its alerts stay pending, page nobody and are sent to nobody\n" +
			"(weir alerts list --status pending). " + cmd.Long
		cmd.Example += "\n  weir rules enable clear-text --dry-run"
		cmd.Flags().BoolVar(&dry, "dry-run", false, "keep what the rules find and tell nobody")
	}
	return cmd
}

func newRulesBacktestCommand(c *cli) *cobra.Command {
	var from, to, truth string
	var warmup time.Duration
	var set []string
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "backtest RULE",
		Short:       "Try a rule on what is stored before it is switched on",
		Long: `Runs one rule over stored records in the order of their time, through the same detectors as live, and tells what it
would have found: hits and pages by day, the entities that hit most, what other rules have found about the same entities
in the same hours, the difference to the version that is deployed, and what it cost. RULE is an id or a file with one rule.

--truth compares with a file of incidents that are known: precision, recall and delay for each family.
--set threshold=N,N,... tries several values of a setting.` + exits(ends0, ends1, "2  wrong usage or rule"),
		Example: `  weir rules backtest too-many-rejections --from now-30d
  weir rules backtest ./my-rules/ssh.yaml --from 2026-01-01 --to 2026-02-01 --warmup 168h
  weir rules backtest too-many-rejections --set threshold=10,20,50,100
  weir rules backtest scan --truth incidents.json | jq 'select(.kind == "family")'`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			ctx := cmd.Context()
			try := daemon.TryAsked{Warmup: warmup}
			if try.ID, try.File, err = ruleOrFile(args[0]); err != nil {
				return err
			}
			now := time.Now()
			for _, at := range []struct {
				text string
				into *time.Time
			}{{from, &try.From}, {to, &try.To}} {
				if at.text == "" {
					continue
				}
				if *at.into, err = query.ParseTime(at.text, now); err != nil {
					return err
				}
			}
			if truth != "" {
				if try.Truth, err = os.ReadFile(truth); err != nil {
					return err
				}
			}
			if try.Set, err = parseSets(set); err != nil {
				return err
			}
			return c.backtest(ctx, try)
		},
	}
	f := cmd.Flags()
	f.StringVar(&from, "from", "", "begin of the findings `time`: 2026-01-31, now-30d; default the first record")
	f.StringVar(&to, "to", "", "end of the findings `time`")
	f.DurationVar(&warmup, "warmup", 7*24*time.Hour, "how long before --from the detectors begin to look")
	f.StringVar(&truth, "truth", "", "`file` of known incidents (JSON)")
	f.StringArrayVar(&set, "set", nil, "a setting and its values, `KEY=A,B,...`")
	return cmd
}

// parseSets reads KEY=A,B,C into one map for each combination of values.
func parseSets(texts []string) ([]map[string]float64, error) {
	sets := []map[string]float64{nil}
	for _, text := range texts {
		key, values, ok := strings.Cut(text, "=")
		if !ok || key == "" {
			return nil, usagef("--set %s: want KEY=VALUE or KEY=A,B,...", text)
		}
		var more []map[string]float64
		for v := range strings.SplitSeq(values, ",") {
			n, err := strconv.ParseFloat(strings.TrimSpace(v), 64)
			if err != nil {
				return nil, usagef("--set %s: %q is no number", text, v)
			}
			for _, s := range sets {
				one := map[string]float64{key: n}
				for k, v := range s {
					one[k] = v
				}
				more = append(more, one)
			}
		}
		sets = more
	}
	return sets, nil
}

func (c *cli) backtest(ctx context.Context, try daemon.TryAsked) error {
	stop := c.working("going over what is stored")
	results, err := do(ctx, c, whoFlag{}, daemon.CallBacktest, try)
	stop()
	if err != nil {
		return err
	}
	for i, r := range results {
		if !c.tables() {
			if err := jsonLines(c, r.Lines()); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(c.out)
		}
		if err := c.printBacktest(r); err != nil {
			return err
		}
	}
	return nil
}

func (c *cli) printBacktest(r daemon.Tried) error {
	s := r.Summary
	list := report.List{
		{Name: "rule", Text: s.Rule},
		{Name: "range", Text: clock(s.From) + " to " + clock(s.To)},
		{Name: "found", Text: fmt.Sprintf("%s about %s; %.2f pages a day expected, %d for the exposure view", report.Noun(int64(s.Findings), "finding"), report.Noun(int64(s.Entities), "entity"), s.PagesPerDay, s.Exposure)},
		{Name: "deployed", Text: fmt.Sprintf("%d in both, %d only here, %d only in the deployed version", s.Same, s.Added, s.Removed)},
		{Name: "overlap", Text: fmt.Sprintf("%d of the findings share entity and hour with what other rules have found, of whose findings %d are kept in the range", s.Overlap, s.Others)},
		{Name: "cost", Text: fmt.Sprintf("%s records looked at in %s, %s of state", report.Count(s.Rows), report.Span(time.Duration(s.Seconds*float64(time.Second))), report.Bytes(s.State))},
	}
	if s.Evicted > 0 {
		list = append(list, report.Item{Name: "evicted", Text: fmt.Sprintf("%d keys: the state was full, something may be missing", s.Evicted)})
	}
	for _, k := range slices.Sorted(mapKeys(s.Set)) {
		list = slices.Insert(list, 1, report.Item{Name: k, Text: strconv.FormatFloat(s.Set[k], 'g', -1, 64)})
	}
	if err := list.Print(c.out, c.page); err != nil {
		return err
	}
	days := report.NewGrid("day", "findings>", "pages>", "exposure>", "entities>")
	for _, d := range r.Days {
		days.Add(d.Date, strconv.Itoa(d.Findings), strconv.Itoa(d.Pages), strconv.Itoa(d.Exposure), strconv.Itoa(d.Entities))
	}
	fmt.Fprintln(c.out)
	if err := days.Print(c.out, c.page); err != nil {
		return err
	}
	if len(r.Top) > 0 {
		top := report.NewGrid("entity", "findings>", "why")
		for _, e := range r.Top {
			top.Add(e.Entity, strconv.Itoa(e.Findings), e.Why)
		}
		fmt.Fprintln(c.out)
		if err := top.Print(c.out, c.page); err != nil {
			return err
		}
	}
	if len(r.Overlap) > 0 {
		with := report.NewGrid("also found by", "findings>")
		for _, o := range r.Overlap {
			with.Add(o.Rule, strconv.Itoa(o.Both))
		}
		fmt.Fprintln(c.out)
		if err := with.Print(c.out, c.page); err != nil {
			return err
		}
	}
	if len(r.Families) > 0 {
		fam := report.NewGrid("family", "precision>", "recall>", "delay>", "tp>", "fp>", "fn>")
		for _, f := range r.Families {
			fam.Add(string(f.Family), share(f.Precision), share(f.Recall), delay(f.Delay), strconv.Itoa(f.TP), strconv.Itoa(f.FP), strconv.Itoa(f.FN))
		}
		fmt.Fprintln(c.out)
		return fam.Print(c.out, c.page)
	}
	return nil
}

func share(v *float64) string {
	if v == nil {
		return "-"
	}
	return strconv.FormatFloat(*v, 'f', 3, 64)
}

func delay(v *float64) string {
	if v == nil {
		return "-"
	}
	return report.Span(time.Duration(*v * float64(time.Second)))
}

func mapKeys(m map[string]float64) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
