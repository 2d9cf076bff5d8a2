package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

func newGenCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "gen",
		Short: "Make flow logs of clouds that do not exist",
	}
	cmd.AddCommand(newGenFlowsCommand(c), newGenFleetCommand(c))
	return cmd
}

func newGenFlowsCommand(c *cli) *cobra.Command {
	cfg := daemon.DefaultGenConfig()
	var end string
	cmd := &cobra.Command{
		Use:   "flows --out DIR",
		Short: "Make seeded, realistic VPC flow logs",
		Long: `Makes the flow logs of an AWS estate with apps, databases, load balancers, NAT gateways,
autoscaling, IPv6 and the noise of the internet: thin days with few hosts of each app, then a full one.
Equal settings make equal files.` + exits(ends0, ends1, ends2),
		Example: `  weir gen flows --out logs
  weir gen flows --out logs --seed 7 --days 2 --records 40000 --end 2026-03-10T15:00:00Z
  weir gen flows --out logs --joined-vpcs 3 --gcp both
  weir gen flows --out logs --format 5 --truth truth.json --assets assets.csv
  weir gen flows --out lake --as parquet --layout hive-hourly`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cfg.Out == "" {
				return usagef("where to? name a folder with --out")
			}
			if end != "" {
				at, err := query.ParseTime(end, time.Now())
				if err != nil {
					return err
				}
				cfg.End = at
			}
			done, err := daemon.GenFlows(cmd.Context(), cfg, c.progress("writing", "file"))
			c.endProgress()
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(done)
			}
			_, err = fmt.Fprintf(c.out, "%s records in %d files below %s, %s to %s, in %s\n", report.Count(done.Records), done.Files, done.Out,
				done.From.Format(minuteLayout), done.To.Format(minuteLayout), report.Span(seconds(done.Seconds)))
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&cfg.Out, "out", "", "`folder` for the files, made when missing")
	f.Uint64Var(&cfg.Seed, "seed", cfg.Seed, "another seed, another cloud")
	f.IntVar(&cfg.Days, "days", cfg.Days, "spans of 24 hours")
	f.StringVar(&end, "end", "", "`time` after the last record (default the last full hour)")
	f.IntVar(&cfg.Records, "records", cfg.Records, "about how many records; 0: the natural rates")
	f.IntVar(&cfg.Cells, "cells", cfg.Cells, "stacks of apps in each account on a full day, 1 to 32")
	f.IntVar(&cfg.Accounts, "accounts", cfg.Accounts, "1 or 2, both with 10.0.0.0/16")
	f.BoolVar(&cfg.Full, "full", false, "every day is a full one")
	f.StringVar(&cfg.Format, "format", cfg.Format, "`fields`: a version from 2 to 11, apps, or '${srcaddr} ${dstaddr} ...'")
	f.StringVar(&cfg.Overlap, "overlap", "", "`fields` of a second flow log over some of the interfaces")
	f.StringVar(&cfg.Witness, "witness", cfg.Witness, "which interfaces are logged: both, source, dest or nat")
	f.BoolVar(&cfg.SkipNAT, "skip-nat", false, "the NAT gateways' interfaces are not logged")
	f.StringVar(&cfg.As, "as", cfg.As, "how records are written: text, parquet or json")
	f.IntVar(&cfg.VPCs, "joined-vpcs", 0, "VPCs beside the estate that a transit gateway joins, 2 to 16; 0: none")
	f.StringVar(&cfg.VPCLogs, "joined-logs", "all", "which of them are logged: all, first or none")
	f.StringVar(&cfg.Gateway, "tgw-logs", "every", "which of the gateway's attachments are logged: every, first, twice or none")
	f.IntVar(&cfg.Lost, "tgw-lost", 50, "one connection in so many is lost in the gateway; 0: none")
	f.StringVar(&cfg.GCP, "gcp", "none", "reporters of a project of Google Cloud: none, both, src or dest")
	f.StringVar(&cfg.Layout, "layout", cfg.Layout, "folders: s3, hive, s3-hourly, hive-hourly or flat")
	f.DurationVar(&cfg.Interval, "interval", cfg.Interval, "span of one file")
	f.BoolVar(&cfg.Plain, "plain", false, "files are not compressed")
	f.BoolVar(&cfg.NoHeader, "no-header", false, "text files lack the line of field names")
	f.StringVar(&cfg.Truth, "truth", "", "`file` for what is in the logs, counted exactly (JSON)")
	f.StringVar(&cfg.Assets, "assets", "", "`file` for the apps of the interfaces (CSV)")
	f.IntVar(&cfg.Workers, "workers", 0, "files made side by side (default one for each CPU)")
	for flag, words := range map[string][]string{
		"witness": {"both", "source", "dest", "nat"}, "as": {"text", "parquet", "json"}, "layout": {"s3", "hive", "s3-hourly", "hive-hourly", "flat"}, "format": {"2", "3", "4", "5", "7", "8", "9", "10", "11", "apps"},
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

const minuteLayout = "2006-01-02 15:04"

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }
