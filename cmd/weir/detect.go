package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/report"
	"github.com/weir-flow/weir/internal/rule"
)

// detectFlags are those of commands that detect.
type detectFlags struct{ failOn string }

func (f *detectFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.failOn, "fail-on", "", "end with exit code 4 when there is an alert of this `severity` or above: info, low, medium, high, critical")
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if f.failOn == "" {
			return nil
		}
		if _, err := finding.ParseSeverity(f.failOn); err != nil {
			return usagef("--fail-on: %w", err)
		}
		return nil
	}
}

// fails reports whether there is an alert that --fail-on is about. The noise of the
// internet against hosts that it can reach is none.
func (f *detectFlags) fails(found []daemon.Alert) bool {
	if f.failOn == "" {
		return false
	}
	least, _ := finding.ParseSeverity(f.failOn)
	for _, a := range found {
		if !a.Exposure && !a.Weak && a.Severity >= least {
			return true
		}
	}
	return false
}

// enabledRules loads the rules that weir ships and those of the user, for commands
// that have no data directory yet.
func (c *cli) enabledRules() ([]*rule.Rule, error) {
	list, err := daemon.LoadRules(c.settings.Rules)
	return daemon.Enabled(list), err
}

// detect runs the rules over what came in and tells how many alerts there are now.
func (c *cli) detect(ctx context.Context, l *daemon.Lookup) error {
	rules, err := l.LoadRules(ctx, c.settings.Rules)
	if err != nil {
		return err
	}
	before, _, err := l.CountAlerts(ctx)
	if err != nil {
		return err
	}
	stop := c.working("looking for attacks")
	_, err = l.Detect(ctx, daemon.DetectConfig{Rules: rules})
	stop()
	if errors.Is(err, daemon.ErrNotOwner) {
		return nil // the owner runs the rules over it
	}
	if err != nil {
		return err
	}
	after, pages, err := l.CountAlerts(ctx)
	if err == nil && after > 0 {
		c.note("%s, %d of them new, %d that a person should look at; see weir alerts list", report.Noun(int64(after), "alert"), after-before, pages)
	}
	return err
}
