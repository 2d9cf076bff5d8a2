package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newSourcesCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "sources",
		Short:       "Tell what came in, from which flow logs, and what is missing",
		Long: `Tells for each flow log (or folder, where file names do not tell the flow log) how much came in, how far
behind it is, and where it has gaps; then which interfaces several flow logs cover.` + exits(ends0, ends1, ends2),
		Example: `  weir sources
  weir sources bad
  weir sources cost --by subnet --per-gb 0.5
  weir sources forget ./AWSLogs/one.log.gz`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			in, err := do(ctx, c, whoFlag{}, daemon.CallStreams, daemon.None{})
			if err != nil {
				return err
			}
			if err := c.printStreams(in.Streams); err != nil {
				return err
			}
			for _, o := range in.Overlaps {
				c.note("%s is covered by several flow logs; %s records of %s do not count", o.Interface, report.Count(o.Records), strings.Join(o.Streams, ", "))
			}
			return nil
		},
	}
	cmd.AddCommand(newSourcesBadCommand(c), newSourcesSilentCommand(c), newSourcesCostCommand(c), newSourcesForgetCommand(c))
	return cmd
}

func (c *cli) printStreams(streams []daemon.Stream) error {
	if !c.tables() {
		return jsonLines(c, streams)
	}
	g := report.NewGrid("stream", "files>", "records>", "bad>", "nodata>", "skipdata>", "read>", "last record", "lag>", "gaps>")
	for _, s := range streams {
		last, lag := "", ""
		if s.To != nil {
			last, lag = s.To.Format(minuteLayout), report.Span(time.Duration(s.Lag)*time.Second)
		}
		g.Add(s.Stream, report.Count(s.Objects), report.Count(s.Records), report.Count(s.Bad), report.Count(s.NoData), report.Count(s.SkipData),
			report.Bytes(s.BytesIn), last, lag, strconv.Itoa(len(s.Gaps)))
	}
	if err := g.Print(c.out, c.page); err != nil {
		return err
	}
	for _, s := range streams {
		for i, gap := range s.Gaps {
			if i == 3 {
				c.note("%s: %d more gaps", s.Stream, len(s.Gaps)-i)
				break
			}
			c.note("%s: nothing from %s to %s", s.Stream, clock(gap.From), clock(gap.To))
		}
		if s.MissingFiles > 0 {
			c.note("%s: %s of five minutes missing, the first of them that of %s", s.Stream, report.Noun(s.MissingFiles, "file"), clock(*s.MissingFrom))
		}
		if s.Interrupted > 0 {
			c.note("%s: %d files not read to their end; the next weir ingest goes on", s.Stream, s.Interrupted)
		}
		if s.MostlyBad > 0 {
			c.note("%s: %d files are mostly bad; see weir sources bad", s.Stream, s.MostlyBad)
		}
	}
	return nil
}

// jsonLines writes values as lines of JSON.
func jsonLines[T any](c *cli, list []T) error {
	for _, v := range list {
		if err := c.jsonLine(v); err != nil {
			return err
		}
	}
	return nil
}

func newSourcesBadCommand(c *cli) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "bad [OBJECT]",
		Short:       "Show the lines that were no records",
		Long: `Shows the lines that were left out, as file:line (and column in JSON), why, and the line itself. All are counted; the first 20
of each reason and file are kept. OBJECT is a path, a number or the beginning of a SHA-256.` + exits(ends0, ends1, ends2),
		Example: "  weir sources bad\n  weir sources bad ./AWSLogs/one.log.gz --limit 0",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			ctx := cmd.Context()
			lines, err := do(ctx, c, whoFlag{}, daemon.CallBadLines, daemon.BadAsked{Object: strings.Join(args, ""), Limit: limit})
			if err != nil {
				return err
			}
			if limit > 0 && len(lines) == limit {
				c.note("cut after %d lines; --limit 0 gives all that were kept", limit)
			}
			if !c.tables() {
				return jsonLines(c, lines)
			}
			for _, b := range lines {
				_, err = fmt.Fprintf(c.out, "%s: %s: %s\n", b.Place(c.escape(b.Name)), c.escape(b.Reason), c.escape(b.Text))
			}
			return err
		},
	}
	cmd.Flags().IntVar(&limit, "limit", defaultLimit, "lines at most; 0: all that were kept")
	return cmd
}

func newSourcesSilentCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: asksServer,
		Use:         "silent",
		Short:       "Show the interfaces that fell silent",
		Long: `Shows the interfaces that had traffic in the last day of the logs and none in their last two hours, nor a
NODATA record that says so: each is gone, or its flow log is.` + exits(ends0, ends1, ends2),
		Example: "  weir sources silent\n  weir sources silent | jq -r .interface_id",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallSilent, daemon.None{})
			if err != nil {
				return err
			}
			if !c.tables() {
				return jsonLines(c, list)
			}
			g := report.NewGrid("interface", "account", "vpc", "last traffic")
			for _, s := range list {
				g.Add(s.Interface, s.Account, s.VPC, s.Last.Format(minuteLayout))
			}
			return g.Print(c.out, c.page)
		},
	}
}

func newSourcesCostCommand(c *cli) *cobra.Command {
	var span rangeFlags
	var by string
	var perGB, perMillion float64
	var currency string
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "cost",
		Short:       "Tell what each flow log, subnet and interface brings in, and its price",
		Long: `Tells records, bytes of log text and bytes of traffic by flow log, subnet and interface, the largest
first, priced at your rates: --per-gb for 10^9 bytes of log text, --per-million for a million records
(or cost: in the settings file).` + exits(ends0, ends1, ends2),
		Example: `  weir sources cost --per-gb 0.50
  weir sources cost --by interface --since 30d --per-gb 0.25 --currency EUR`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			asked := daemon.CostsAsked{Currency: currency}
			f := cmd.Flags()
			if f.Changed("per-gb") {
				asked.PerGB = &perGB
			}
			if f.Changed("per-million") {
				asked.PerMillion = &perMillion
			}
			if perGB < 0 || perMillion < 0 {
				return usagef("a price cannot be below zero")
			}
			if asked.By, err = costKeys(by); err != nil {
				return err
			}
			if asked.Since, asked.Until, err = span.times(time.Now()); err != nil {
				return err
			}
			ctx := cmd.Context()
			list, err := do(ctx, c, whoFlag{}, daemon.CallCosts, asked)
			if err != nil {
				return err
			}
			if !list.Priced {
				c.note("no prices are set; --per-gb and --per-million set them")
			}
			return c.printCosts(list.Costs)
		},
	}
	f := cmd.Flags()
	f.StringVar(&by, "by", "flow-log,subnet,interface", "flow-log, subnet, interface, or several of them")
	f.Float64Var(&perGB, "per-gb", 0, "`price` of 10^9 bytes of log text")
	f.Float64Var(&perMillion, "per-million", 0, "`price` of a million records")
	f.StringVar(&currency, "currency", "", "what prices are in (default USD)")
	f.StringVar(&span.since, "since", "", "from this `time` on: 24h, 7d, 2026-03-10")
	f.StringVar(&span.until, "until", "", "before this `time`")
	return cmd
}

func costKeys(by string) (keys daemon.CostKeys, err error) {
	for word := range strings.SplitSeq(by, ",") {
		switch strings.ReplaceAll(strings.TrimSpace(word), "_", "-") {
		case "flow-log":
			keys.FlowLog = true
		case "subnet", "subnet-id":
			keys.Subnet = true
		case "interface", "interface-id":
			keys.Interface = true
		default:
			return keys, usagef("--by %s: name flow-log, subnet or interface", word)
		}
	}
	return keys, nil
}

func (c *cli) printCosts(costs []daemon.Cost) error {
	if !c.tables() {
		return jsonLines(c, costs)
	}
	currency := ""
	if len(costs) > 0 {
		currency = costs[0].Currency
	}
	g := report.NewGrid("flow log", "subnet", "interface", "records>", "log text>", "traffic>", currency+">")
	for _, x := range costs {
		g.Add(x.FlowLog, x.Subnet, x.Interface, report.Count(x.Records), report.Bytes(x.LogBytes), report.Bytes(x.Bytes), price(x.Price))
	}
	return g.Print(c.out, c.page)
}

func price(p float64) string {
	switch {
	case p == 0:
		return ""
	case p < 0.01:
		return "<0.01"
	}
	return strconv.FormatFloat(p, 'f', 2, 64)
}

func newSourcesForgetCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Annotations: worksHere("run it on the server's machine, beside weir serve"),
		Use:         "forget OBJECT",
		Short:       "Take the records of a file out again",
		Long: `Takes the records of a file, and their share of every total, out of the store, with those of what the
file grew by later. It can be taken in again. OBJECT is a path, a number or the beginning of a SHA-256.` +
			exits(ends0, "1  failed, or unknown object", ends2),
		Example: "  weir sources forget ./AWSLogs/one.log.gz\n  weir sources forget 17",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			var none intakeFlags
			cfg, err := none.config(c)
			if err != nil {
				return err
			}
			ctx := cmd.Context()
			l, err := c.open(ctx, "sources")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			gone, err := l.Forget(ctx, args[0], cfg)
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(gone)
			}
			_, err = fmt.Fprintf(c.out, "%s records of %s are out\n", report.Count(gone.Records), c.escape(gone.Name))
			return err
		},
	}
}
