package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newIngestCommand(c *cli) *cobra.Command {
	var in intakeFlags
	var span spanFlags
	var days int
	var bytes daemon.Size
	var watch, noDetect bool
	var every time.Duration
	cmd := &cobra.Command{
		Annotations: worksHere("run it on the server's machine, or have weir serve follow the logs (sources: in its configuration)"),
		Use:         "ingest PATH...",
		Short:       "Take flow logs into the store, each record once",
		Long: `Takes files, folders, globs, buckets (s3://bucket/prefix) and standard input (-) into the store. What is in already, under
whatever name, is not taken again; a file that has grown is read on from where it ended. Cut off at
any moment, the next ingest goes on where this one stopped.

With --watch it goes on following what the paths name, and takes in what comes: new files once they
are whole, text logs as they grow, new objects of buckets. Ctrl-C ends it when what is under way is in.

Lines that are no records never stop a file: see weir sources bad. In the end the rules run over what
came in: see weir alerts.` +
			exits(ends0, ends1, ends2, ends3),
		Example: `  weir ingest ./AWSLogs
  weir ingest 'logs/*.log.gz' --assets assets.csv --geo GeoLite2-Country.mmdb
  zcat old.log.gz | weir ingest - --log-format '${version} ${srcaddr} ${dstaddr}'
  weir ingest ./AWSLogs --keep-days 90
  weir ingest s3://my-flow-logs/AWSLogs/ --since 7d --profile audit
  weir ingest --watch /var/log/flows s3://my-flow-logs/AWSLogs/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) (err error) {
			opened := c.config("ingest")
			opened.Crowded = true
			settings, err := c.served().WithMade(opened.Data)
			if err != nil {
				return err
			}
			keep := settings.Keep
			if cmd.Flags().Changed("keep-days") {
				keep.Days = days
			}
			if bytes > 0 {
				keep.Bytes = bytes
			}
			cfg, err := in.config(c)
			if err != nil {
				return err
			}
			if err := span.fill(&cfg.Buckets); err != nil {
				return err
			}
			ctx := cmd.Context()
			l, err := daemon.Open(ctx, opened)
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			gone, err := l.Settle(ctx, keep)
			if err != nil {
				return err
			}
			noteExpired(c, gone.Raw)
			if watch {
				return c.watch(ctx, l, paths, cfg, keep, every)
			}
			done, err := c.take(ctx, l, paths, cfg)
			if err != nil {
				return err
			}
			if err := c.expire(ctx, l, keep); err != nil {
				return err
			}
			if err := c.printIngested(done); err != nil {
				return err
			}
			if !noDetect {
				if err := c.detect(ctx, l); err != nil {
					return err
				}
			}
			if !done.Clean() {
				return errBad
			}
			return nil
		},
	}
	in.register(cmd)
	span.register(cmd, "objects of buckets")
	f := cmd.Flags()
	f.BoolVar(&noDetect, "no-detect", false, "do not run the rules over what came in; the next ingest or weir serve does")
	f.BoolVarP(&watch, "watch", "w", false, "go on following the paths")
	f.DurationVar(&every, "every", 0, "`time` between two looks with --watch (default 1s for files, 1m for buckets)")
	f.IntVar(&days, "keep-days", 0, "drop records older than `days` before the newest day; 0 keeps all")
	f.Var(&bytes, "keep-bytes", "drop the oldest days beyond this `size` on disk, 200GB (default 80 % of the volume)")
	return cmd
}

// intakeFlags say how logs are read.
type intakeFlags struct {
	format, logFormat, assets string
	geo, tagKeys              []string
	workers                   int
	buckets                   bucketFlags
}

func (in *intakeFlags) register(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&in.format, "format", "", "force a format: vpc, tgw, parquet, json, gcp, or regex:EXPR with groups named after fields,\n'regex:(?P<srcaddr>\\S+) (?P<dstaddr>\\S+)' (default: by content)")
	f.StringVar(&in.logFormat, "log-format", "", "`columns` of text that has no header line, '${version} ${account-id} ...'")
	f.StringArrayVar(&in.tagKeys, "tag-key", nil, "`field=key` of the tag that a tag field shows, instance_tag=Name (repeatable)")
	f.StringVar(&in.assets, "assets", "", "`file` that says which app an address or interface is (YAML or CSV)")
	f.StringArrayVar(&in.geo, "geo", nil, "`file` with countries, networks or providers: MMDB, CSV or\na provider's ranges (repeatable)")
	in.buckets.register(cmd)
	f.IntVar(&in.workers, "workers", 0, "files read side by side (default one for each CPU)")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"vpc", "tgw", "parquet", "json", "gcp", "regex:"}, cobra.ShellCompDirectiveNoFileComp))
}

// config joins the flags with the settings.
func (in *intakeFlags) config(c *cli) (daemon.IntakeConfig, error) {
	s := c.settings.Ingest
	cfg := daemon.IntakeConfig{Assets: s.Assets, Geo: s.Geo, Workers: s.Workers, Ahead: int64(s.Ahead), Buckets: in.buckets.config()}
	if in.assets != "" {
		cfg.Assets = in.assets
	}
	if len(in.geo) > 0 {
		cfg.Geo = in.geo
	}
	if in.workers != 0 {
		cfg.Workers = in.workers
	}
	if cfg.Workers < 0 {
		return cfg, usagef("--workers cannot be below zero")
	}
	keys := s.TagKeys
	if len(in.tagKeys) > 0 {
		keys = map[string]string{}
		for _, pair := range in.tagKeys {
			field, key, ok := strings.Cut(pair, "=")
			if !ok || key == "" {
				return cfg, usagef("--tag-key %s: write field=key, instance_tag=Name", pair)
			}
			keys[field] = key
		}
	}
	var err error
	if cfg.Options.TagKeys, err = daemon.TagKeys(keys); err != nil {
		return cfg, &usageError{err}
	}
	cfg.Options.Format, cfg.Options.LogFormat = in.format, in.logFormat
	if err := cfg.Check(); err != nil {
		return cfg, &usageError{err}
	}
	return cfg, nil
}

// take reads logs in and tells what could not be read.
func (c *cli) take(ctx context.Context, l *daemon.Lookup, paths []string, cfg daemon.IntakeConfig) (daemon.Ingested, error) {
	done, err := l.Ingest(ctx, paths, c.input(ctx, paths), cfg, c.progress("reading", "file"))
	c.endProgress()
	if err != nil {
		return done, err
	}
	const shown = 10
	for i, f := range done.Failures {
		if i == shown {
			c.note("and %d more like these", len(done.Failures)-shown)
			break
		}
		c.note("%s: %v", f.Name, f.Err)
		if hint := daemon.Hint(f.Err); hint != "" {
			c.note("  %s", hint)
		}
	}
	if done.Gone > 0 {
		c.note("%s removed from the bucket before weir came to read them", report.Noun(done.Gone, "file"))
	}
	if done.Bad > 0 {
		c.note("%s left out; weir sources bad shows them", report.Noun(done.Bad, "bad line"))
	}
	if done.Resumed > 0 {
		c.note("%s of an earlier run that was cut off read on", report.Noun(done.Resumed, "file"))
	}
	return done, nil
}

// watch follows paths until it is told to stop.
func (c *cli) watch(ctx context.Context, l *daemon.Lookup, paths []string, cfg daemon.IntakeConfig, keep daemon.KeepSettings, every time.Duration) error {
	sources, err := c.watched(paths, cfg)
	if err != nil {
		return err
	}
	for i := range sources {
		sources[i].Every = every
	}
	w, err := l.Watch(sources, daemon.WatchConfig{Intake: cfg, Keep: keep, Round: c.round})
	if err != nil {
		return err
	}
	c.note("following %s; Ctrl-C ends it", report.Noun(len(paths), "path"))
	if err := w.Run(ctx); err != nil {
		return err
	}
	bad := false
	for _, s := range w.States() {
		bad = bad || len(s.BadBy) > 0 || s.Failures > 0
		if s.Error != "" {
			c.note("%s: %s", s.Name, s.Error)
		}
	}
	if bad {
		return errBad
	}
	return nil
}

// round tells what came in at one go.
func (c *cli) round(r daemon.Round) {
	for _, f := range r.Failures {
		c.note("%s: %v", f.Name, f.Err)
	}
	if r.Objects == 0 {
		return
	}
	if !c.tables() {
		_ = c.jsonLine(map[string]any{
			"objects": r.Objects, "records": r.Records, "duplicate_objects": r.Duplicates, "bad": r.Bad, "seconds": r.Took.Seconds(),
		})
		return
	}
	fmt.Fprintf(c.out, "%s  %s of %s\n", time.Now().Format(time.TimeOnly), report.Noun(r.Records, "record"), report.Noun(r.Objects, "file"))
}

// expire drops what is older than it is to be kept.
func (c *cli) expire(ctx context.Context, l *daemon.Lookup, keep daemon.KeepSettings) error {
	gone, err := l.Expire(ctx, keep)
	if err != nil {
		return err
	}
	noteExpired(c, gone.Raw)
	return nil
}

func noteExpired[Day any](c *cli, days []Day) {
	if n := len(days); n > 0 {
		c.note("%s of records dropped to keep within limits, the last of them %v", report.Noun(n, "day"), days[n-1])
	}
}

func (c *cli) printIngested(done daemon.Ingested) error {
	if !c.tables() {
		return c.jsonLine(done)
	}
	_, err := fmt.Fprintf(c.out, "%s of %s stored in %s", report.Noun(done.Stored, "record"), report.Noun(done.Objects, "file"),
		report.Span(seconds(done.Seconds)))
	if done.Duplicates > 0 || done.DuplicateObjects > 0 {
		fmt.Fprintf(c.out, "; %s of %s were in already", report.Noun(done.Duplicates, "record"), report.Noun(done.DuplicateObjects, "file"))
	}
	fmt.Fprintln(c.out)
	return err
}
