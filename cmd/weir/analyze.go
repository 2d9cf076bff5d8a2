package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newAnalyzeCommand(c *cli) *cobra.Command {
	var in intakeFlags
	var span spanFlags
	var tmp string
	cmd := &cobra.Command{
		Use:   "analyze PATH...",
		Short: "Report on a folder of flow logs, keeping nothing",
		Long: `Reads flow logs (files, folders, globs, buckets, - for standard input) and reports on them: what was read, what
was accepted and rejected over time, who talks most, who was rejected where, ports, protocols and
trouble in the logs. Flows are counted once, however many records tell of them.

The work is done in a private directory that is removed at the end, unless --data names one to keep;
$WEIR_DATA is ignored. In a pipe or with --json the report is one line, {"kind":"summary",...};
--table gives the page there, too.` +
			exits(ends0, ends1, ends2, ends3),
		Example: `  weir analyze ./AWSLogs
  weir analyze 'logs/2026-03-*.gz' --assets assets.csv
  weir analyze s3://my-flow-logs/AWSLogs/ --since 24h
  weir analyze s3://logs/vpc/ --endpoint https://minio.internal:9000
  weir analyze ./AWSLogs | jq '.rejected_sources[0]'
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
			return c.analyze(cmd.Context(), tmp, paths, cfg)
		},
	}
	in.register(cmd)
	span.register(cmd, "report on records")
	cmd.Flags().StringVar(&tmp, "tmp", os.TempDir(), "`folder` for the private directory")
	return cmd
}

// analyze takes logs in and reports on what is there then.
func (c *cli) analyze(ctx context.Context, tmp string, paths []string, in daemon.IntakeConfig) (err error) {
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
	stop := c.working("asking")
	err = l.Retry(ctx, func() error {
		filled := s
		err := filled.Fill(ctx, l.Query())
		if err == nil {
			s = filled
		}
		return err
	})
	stop()
	if err != nil {
		return err
	}
	if c.tables() {
		err = s.Print(c.out, c.page)
	} else {
		err = s.WriteJSON(c.jsonOut())
	}
	if err == nil && !done.Clean() {
		return errBad
	}
	return err
}

// placeOf is file:line of a bad line, the file by its last element.
func placeOf(b daemon.BadLine) string {
	if b.Name == "" {
		return ""
	}
	return b.Place(filepath.Base(b.Name))
}
