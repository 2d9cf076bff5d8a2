package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newRulesExplainCommand(c *cli) *cobra.Command {
	var text string
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "explain RULE",
		Short:       "Tell what a rule is about and what it covers",
		Long: `Tells what a rule says of itself and what it covers: for conditions on addresses the share of all addresses, examples
from the stored records that pass and that do not, and a hint where a pattern is surely not what was meant. RULE is
an id or a file with one rule; --filter explains a filter in its place.` + exits(ends0, ends1, "2  wrong usage, rule or filter"),
		Example: `  weir rules explain scan
  weir rules explain ./my-rules/illegal.yaml
  weir rules explain --filter 'srcaddr.keyword:/(0|[2-9])([0-6]|[8-9])([0-1]|[3-9])\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}/'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if (len(args) == 1) == (text != "") {
				return usagef("name a rule, a file with one, or a --filter")
			}
			asked := daemon.ExplainAsked{Filter: text}
			if text == "" {
				if asked.ID, asked.File, err = ruleOrFile(args[0]); err != nil {
					return err
				}
			}
			e, err := do(cmd.Context(), c, whoFlag{}, daemon.CallExplain, asked)
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(e)
			}
			return c.printExplained(e)
		},
	}
	cmd.Flags().StringVar(&text, "filter", "", "a `filter` to explain")
	return cmd
}

// ruleOrFile reads what names a rule: a file with one, or an id.
func ruleOrFile(arg string) (id string, file []daemon.RuleText, err error) {
	if info, err := os.Stat(arg); err != nil || info.IsDir() {
		return arg, nil, nil
	}
	file, err = daemon.ReadRuleFiles([]string{arg})
	return "", file, err
}

func (c *cli) printExplained(e daemon.ExplainedRule) error {
	var list report.List
	add := func(name, text string) {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, report.Item{Name: name, Text: c.escape(text)})
		}
	}
	add("rule", e.Rule)
	if e.Title != e.Filter {
		add("title", e.Title)
	}
	if e.Family != "" {
		add("finds", fmt.Sprintf("%s, %s, by mechanism %s; ATT&CK %s", e.Family, e.Severity, e.Mechanism, strings.Join(e.Attack, " ")))
	}
	add("file", e.File)
	add("filter", e.Filter)
	for _, text := range e.Blind {
		add("blind", text)
	}
	if err := list.Print(c.out, c.page); err != nil {
		return err
	}
	paragraphs := []struct{ title, text string }{
		{"Why it matters", e.Description}, {"Where nothing is wrong", e.Noise},
		{"What else looks like it", strings.Join(e.FalsePositives, "\n")}, {"What to do", strings.Join(e.Response, "\n")},
	}
	for _, p := range paragraphs {
		if strings.TrimSpace(p.text) == "" {
			continue
		}
		fmt.Fprintf(c.out, "\n%s\n", p.title)
		for text := range strings.Lines(p.text) {
			for _, line := range report.Wrap(c.escape(strings.TrimSpace(text)), 96) {
				fmt.Fprintln(c.out, "  "+line)
			}
		}
	}
	for i, a := range e.Addresses {
		not := ""
		if a.Negated {
			not = ", under a NOT"
		}
		fmt.Fprintf(c.out, "\n%s%s\n  passes %s of all IPv4 and %s of all IPv6 addresses", c.escape(a.Test), not, shareOf(a.Share4), shareOf(a.Share6))
		if len(a.Ranges) > 0 {
			more := ""
			if a.More {
				more = ", ..."
			}
			fmt.Fprintf(c.out, ": %s%s", strings.Join(a.Ranges, ", "), more)
		}
		fmt.Fprintln(c.out)
		x := e.Examples[i]
		fmt.Fprintf(c.out, "  in the data: %s pass; %s do not\n", orNone(x.Passes), orNone(x.Others))
		if a.Hint != "" {
			for _, line := range report.Wrap("hint: "+a.Hint, 96) {
				fmt.Fprintln(c.out, "  "+line)
			}
		}
		if a.Instead != "" {
			fmt.Fprintln(c.out, "  write instead: "+a.Instead)
		}
	}
	return nil
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	return strings.Join(list, ", ")
}

func shareOf(v float64) string {
	switch {
	case v == 0:
		return "none"
	case v == 1:
		return "all"
	case v < 0.0001:
		return "less than 0.01 %"
	}
	return strconv.FormatFloat(100*v, 'f', 2, 64) + " %"
}
