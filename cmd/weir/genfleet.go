package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

func newGenFleetCommand(c *cli) *cobra.Command {
	cfg := daemon.DefaultFleetConfig()
	var end string
	var list bool
	cmd := &cobra.Command{
		Use:   "fleet --out DIR",
		Short: "Make flow logs of a working estate with attacks in them",
		Long: `Makes the flow logs of an estate of so many hosts: office hours in two time zones, weekends, deployments,
autoscaling, nightly batch jobs and backups, health checks, agents and updates that call home, administrators,
monitoring, NAT, IPv6, and the scanners of the internet. Into this it plants attacks of known size. Hosts,
addresses, ports and times come from the seed.

--truth writes what an analyst should find and what must stay silent, --list-attacks prints what can be planted.
Lists (known-bad networks, forbidden sources, destinations, ports and pairs of apps, approved resolvers) and
small files of countries and cloud regions lie beside the logs, in lists/ and geo/.` + exits(ends0, ends1, ends2),
		Example: `  weir gen fleet --out fleet/logs --truth fleet/incidents.json
  weir gen fleet --out fleet/logs --hosts 500 --days 21 --seed 7 --attacks scan,guess:slow,beacon:jitter50
  weir gen fleet --out quiet/logs --hosts 200 --days 14 --attacks none
  weir gen fleet --out hard/logs --interval 600s --late-files --duplicates --skipdata --ipv6 --truth hard/incidents.json
  weir gen fleet --list-attacks`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if list {
				return c.listAttacks()
			}
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
			done, err := daemon.GenFleet(cmd.Context(), cfg, c.progress("writing", "file"))
			c.endProgress()
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(done)
			}
			_, err = fmt.Fprintf(c.out, "%s records of %s hosts in %d files below %s, %s to %s, with %d attacks, in %s\nlists in %s, countries and cloud regions in %s\n",
				report.Count(done.Records), report.Count(int64(done.Hosts)), done.Files, done.Out, done.From.Format(minuteLayout), done.To.Format(minuteLayout),
				done.Attacks, report.Span(seconds(done.Seconds)), done.Lists, done.Geo)
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&cfg.Out, "out", "", "`folder` for the logs, made when missing")
	f.IntVar(&cfg.Hosts, "hosts", cfg.Hosts, "how many hosts, 10 to 2000")
	f.IntVar(&cfg.Days, "days", cfg.Days, "spans of 24 hours")
	f.Uint64Var(&cfg.Seed, "seed", cfg.Seed, "another seed, another estate with other attacks")
	f.StringVar(&cfg.Attacks, "attacks", cfg.Attacks, "all, none, or a `list` of families and single attacks: scan,guess:slow")
	f.IntVar(&cfg.Repeat, "repeat", cfg.Repeat, "how often each attack is planted")
	f.BoolVar(&list, "list-attacks", false, "print the attacks that can be planted")
	f.StringVar(&cfg.Truth, "truth", "", "`file` for the incidents and the noise (JSON)")
	f.StringVar(&cfg.Counts, "counts", "", "`file` for what is in the logs, counted exactly (JSON)")
	f.StringVar(&cfg.Assets, "assets", "", "`file` for the apps of the interfaces (CSV)")
	f.StringVar(&cfg.Lists, "lists", "", "`folder` for the lists (default lists beside the logs)")
	f.StringVar(&cfg.Geo, "geo", "", "`folder` for countries and cloud regions (default geo beside the logs)")
	f.StringVar(&end, "end", "", "`time` after the last record (default the last full hour)")
	f.IntVar(&cfg.Records, "records", 0, "about how many records beside the attacks; 0: 1000 for each host and day")
	f.StringVar(&cfg.Format, "format", cfg.Format, "`fields`: a version from 2 to 11, apps, or '${srcaddr} ${dstaddr} ...'")
	f.StringVar(&cfg.As, "as", cfg.As, "how records are written: text, parquet or json")
	f.StringVar(&cfg.Layout, "layout", cfg.Layout, "folders: s3, hive, s3-hourly, hive-hourly or flat")
	f.DurationVar(&cfg.Interval, "interval", cfg.Interval, "aggregation interval of records: 60s or 600s")
	f.DurationVar(&cfg.Span, "span", cfg.Span, "span of one file")
	f.BoolVar(&cfg.Late, "late-files", false, "some files come hours late, in name and time")
	f.BoolVar(&cfg.Twice, "duplicates", false, "some files come twice, under another name")
	f.BoolVar(&cfg.SkipData, "skipdata", false, "interfaces lose their records for some minutes (SKIPDATA)")
	f.BoolVar(&cfg.IPv6, "ipv6", false, "every kind of host has IPv6, and attacks use it where they can")
	f.BoolVar(&cfg.Demo, "demo", false, "the fortnight of weir demo: thin days, then a full one with one attack of each family")
	f.BoolVar(&cfg.Plain, "plain", false, "files are not compressed")
	f.IntVar(&cfg.Workers, "workers", 0, "files made side by side (default one for each CPU)")
	for flag, words := range map[string][]string{
		"as": {"text", "parquet", "json"}, "layout": {"s3", "hive", "s3-hourly", "hive-hourly", "flat"}, "format": {"2", "3", "4", "5", "7", "8", "9", "10", "11", "apps"},
		"interval": {"60s", "600s"}, "attacks": {"all", "none"},
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

// listAttacks prints what can be planted, a line each.
func (c *cli) listAttacks() error {
	for _, a := range daemon.FleetAttacks() {
		if !c.tables() {
			if err := c.jsonLine(a); err != nil {
				return err
			}
			continue
		}
		if _, err := fmt.Fprintf(c.out, "%-28s %s\n", a.Name, a.Does); err != nil {
			return err
		}
	}
	return nil
}
