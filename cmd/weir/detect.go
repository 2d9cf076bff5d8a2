package main

import (
	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/finding"
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
