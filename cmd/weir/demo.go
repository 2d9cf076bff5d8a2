package main

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

func newDemoCommand(c *cli) *cobra.Command {
	var cfg daemon.DemoConfig
	var look detectFlags
	var end, listen, tmp string
	var noServe bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Show it all on a fortnight with attacks in it",
		Long: `Makes the flow logs of an estate that does not exist (thin days, then a full one, about a million records), with
one attack of each kind planted; takes them in, runs the rules, prints what was found, and goes on serving until
Ctrl-C. All of it is in a private directory that is removed at the end, unless --data names one, which must be empty or
of an earlier demo.` + exits(ends0, ends1, ends2, "4  done, and there are alerts at or above --fail-on"),
		Example: `  weir demo
  weir demo --no-serve
  weir demo --no-serve --json | jq -r 'select(.page) | .why'
  weir demo --data ./demo --no-serve && weir alerts list --data ./demo`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			if end != "" {
				if cfg.End, err = query.ParseTime(end, time.Now()); err != nil {
					return err
				}
			}
			if c.flags.store != "" {
				return usagef("the demo has a store of its own; leave out --store")
			}
			if cfg.Dir = c.flags.data; cfg.Dir == "" {
				dir, err := daemon.MakeScratch(tmp)
				if err != nil {
					return err
				}
				defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
				cfg.Dir = dir
			}
			return c.demo(ctx, cfg, look, listen, noServe)
		},
	}
	look.register(cmd)
	f := cmd.Flags()
	f.Uint64Var(&cfg.Seed, "seed", 1, "another seed, another estate with other attacks")
	f.StringVar(&end, "end", "", "`time` after the last record (default the last full hour)")
	f.StringVar(&listen, "listen", daemon.DefaultListen, "`address` to serve on; loopback only")
	f.BoolVar(&noServe, "no-serve", false, "end after printing")
	f.StringVar(&tmp, "tmp", os.TempDir(), "`folder` for the private directory")
	return cmd
}

func (c *cli) demo(ctx context.Context, cfg daemon.DemoConfig, look detectFlags, listen string, noServe bool) error {
	d, err := daemon.MakeDemo(ctx, cfg, c.progress("writing", "file"))
	c.endProgress()
	if err != nil {
		return err
	}
	rules, err := daemon.LoadRules(d.Rules)
	if err != nil {
		return err
	}
	open := c.config("demo")
	open.Data = cfg.Dir
	found, err := c.runDemo(ctx, open, d, daemon.DetectConfig{Rules: daemon.Enabled(rules)}, noServe && c.flags.data == "")
	if err != nil {
		return err
	}
	if !noServe {
		c.note("serving on http://%s until Ctrl-C; weir query, weir alerts and all others work with --data %s", listen, cfg.Dir)
		serve := open
		serve.Command = "weir demo"
		err := daemon.Serve(ctx, serve, daemon.ServeConfig{
			Listen: listen, Rules: d.Rules,
			Sources: []daemon.Watched{{Name: "demo", Path: d.Logs}}, Settings: c.served(),
			Watch: daemon.WatchConfig{Intake: d.Intake(), Keep: c.settings.Keep},
		})
		if err != nil {
			return err
		}
	}
	if look.fails(found) {
		return errAlerts
	}
	return nil
}

// runDemo takes the logs in, detects and prints. Of a passing one nothing stays.
func (c *cli) runDemo(ctx context.Context, open daemon.Config, d daemon.Demo, detect daemon.DetectConfig, passing bool) (found []daemon.Alert, err error) {
	l, err := daemon.Open(ctx, open)
	if err != nil {
		return nil, err
	}
	defer closeLookup(ctx, l, &err)
	done, err := l.Ingest(ctx, []string{d.Logs}, nil, d.Intake(), c.progress("reading", "file"))
	c.endProgress()
	if err != nil {
		return nil, err
	}
	s := report.Summary{
		Objects: done.Objects, Records: done.Records, Stored: done.Stored, Duplicates: done.Duplicates,
		Bad: done.Bad, NoData: done.NoData, SkipData: done.SkipData, BytesIn: done.BytesIn, Took: seconds(done.Seconds),
	}
	alerts := report.Alerts{Again: "--data " + open.Data + " "}
	if passing { // nothing of it stays
		alerts.Again, alerts.Keep = "--data DIR ", "weir demo --no-serve --data DIR"
	}
	stop := c.working("looking for attacks")
	_, err = l.Detect(ctx, detect)
	stop()
	if err != nil {
		return nil, err
	}
	return c.tellFound(ctx, l, &s, &alerts)
}
