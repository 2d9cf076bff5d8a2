package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newAnalyzeCommand(c *cli) *cobra.Command {
	var in intakeFlags
	var span spanFlags
	var look detectFlags
	var tmp string
	cmd := &cobra.Command{
		Use:   "analyze PATH...",
		Short: "Report on a folder of flow logs and find attacks in it, keeping nothing",
		Long: `Reads flow logs (files, folders, globs, buckets, - for standard input) and reports on them: what was read, what
was accepted and rejected over time, who talks most, who was rejected where, ports, protocols and
trouble in the logs. Flows are counted once, however many records tell of them. Then the detectors go over all of
it: each alert is told in one sentence with its numbers, the first records behind it and the command that
shows the rest.

The work is done in a private directory that is removed at the end, unless --data names one to keep;
$WEIR_DATA is ignored. In a pipe or with --json the report is one line, {"kind":"summary",...}, and
one {"kind":"alert",...} for each alert; --table gives the page there, too.` +
			exits(ends0, ends1, ends2, ends3, ends4),
		Example: `  weir analyze ./AWSLogs
  weir analyze 'logs/2026-03-*.gz' --assets assets.csv
  weir analyze s3://my-flow-logs/AWSLogs/ --since 24h
  weir analyze s3://logs/vpc/ --endpoint https://minio.internal:9000
  weir analyze ./AWSLogs | jq '.rejected_sources[0]'
  weir analyze ./AWSLogs | jq 'select(.family and .page)'
  weir analyze ./AWSLogs --fail-on high     # exit code 4 when there is such an alert
  weir analyze ./AWSLogs --table > report.txt`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			cfg, err := in.config(c)
			if err != nil {
				return err
			}
			if err := span.fill(&cfg.Buckets); err != nil {
				return err
			}
			if c.flags.store != "" && c.flags.data == "" {
				return usagef("what is analyzed on a server stays there: with --store name a --data directory, too")
			}
			return c.analyze(cmd.Context(), tmp, paths, cfg, look)
		},
	}
	in.register(cmd)
	span.register(cmd, "report on records")
	look.register(cmd)
	cmd.Flags().StringVar(&tmp, "tmp", os.TempDir(), "`folder` for the private directory")
	return cmd
}

// analyze takes logs in and reports on what is there then.
func (c *cli) analyze(ctx context.Context, tmp string, paths []string, in daemon.IntakeConfig, look detectFlags) (err error) {
	rules, err := c.enabledRules()
	if err != nil {
		return err
	}
	cfg := c.config("analyze")
	var l *daemon.Lookup
	if c.flags.data != "" {
		l, err = daemon.Open(ctx, cfg)
	} else {
		l, err = daemon.OpenScratch(ctx, tmp, cfg)
	}
	if err != nil {
		return err
	}
	defer closeLookup(ctx, l, &err)
	done, err := l.Ingest(ctx, paths, c.input(ctx, paths), in, c.progress("reading", "file"))
	c.endProgress()
	if err != nil {
		return err
	}
	s := report.Summary{
		Objects: done.Objects, Records: done.Records, Stored: done.Stored, Duplicates: done.Duplicates,
		Bad: done.Bad, NoData: done.NoData, SkipData: done.SkipData,
		BytesIn: done.BytesIn, Took: seconds(done.Seconds),
		Since: in.Buckets.Since, Until: in.Buckets.Until,
	}
	for _, f := range done.Failures {
		s.Failures = append(s.Failures, report.Failure{Name: f.Name, Why: f.Err.Error()})
	}
	reasons, err := l.BadReasons(ctx)
	if err != nil {
		return err
	}
	for _, r := range reasons {
		s.Bads = append(s.Bads, report.Reason{Text: r.Reason, Count: r.Count, Example: placeOf(r.Example)})
	}
	stop := c.working("looking for attacks")
	_, err = l.Detect(ctx, daemon.DetectConfig{Rules: rules, Since: s.Since, Until: s.Until})
	stop()
	if errors.Is(err, daemon.ErrNotOwner) {
		c.note("the alerts are those that %q has raised so far", l.OwnerCommand())
		err = nil
	}
	if err != nil {
		return err
	}
	alerts := report.Alerts{Again: "--data " + l.Dir + " "}
	if c.flags.data == "" {
		alerts.Again, alerts.Keep = "--data DIR ", "weir analyze --data DIR "+strings.Join(paths, " ")
	}
	found, err := c.tellFound(ctx, l, &s, &alerts)
	switch {
	case err != nil:
		return err
	case look.fails(found):
		return errAlerts
	case !done.Clean():
		return errBad
	}
	return nil
}

// tellFound fills and prints the report on what is stored and what was found in it.
func (c *cli) tellFound(ctx context.Context, l *daemon.Lookup, s *report.Summary, alerts *report.Alerts) ([]daemon.Alert, error) {
	stop := c.working("asking")
	err := l.Retry(ctx, func() error {
		filled := *s
		err := filled.Fill(ctx, l.Query())
		if err == nil {
			*s = filled
		}
		return err
	})
	if err == nil {
		alerts.List, err = l.ListAlerts(ctx, daemon.AlertFilter{Since: s.Since, Until: s.Until})
	}
	if err == nil && c.tables() {
		err = l.Retry(ctx, func() error { return alerts.Fill(ctx, l.Query(), c.page) })
	}
	stop()
	if err != nil {
		return nil, err
	}
	s.Alerts, s.Pages = alerts.Counts()
	if c.tables() {
		return alerts.List, errors.Join(s.Print(c.out, c.page), alerts.Print(c.out, c.page))
	}
	if s.Future > 0 {
		c.note("%s", s.AboutFuture())
	}
	return alerts.List, errors.Join(s.WriteJSON(c.jsonOut()), alerts.WriteJSON(c.jsonOut()))
}

// placeOf is file:line of a bad line, the file by its last element.
func placeOf(b daemon.BadLine) string {
	if b.Name == "" {
		return ""
	}
	return b.Place(filepath.Base(b.Name))
}
