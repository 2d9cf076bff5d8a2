package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/config"
	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newConfigCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Check the configuration, or show what holds",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newConfigCheckCommand(c), newConfigPrintCommand(c), newConfigReferenceCommand(c))
	return cmd
}

func newConfigCheckCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE]",
		Short: "Look for mistakes in a configuration file",
		Long: `Reads a configuration file, or that of --config, and what the environment sets over it, and names every
mistake with its line. Nothing is opened or changed.` + exits(ends0, ends2),
		Example: "  weir config check /etc/weir/weir.yaml\n  WEIR_KEEP_DAYS=30 weir config check --config weir.yaml",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				if err := c.loadSettings(args[0]); err != nil {
					return err
				}
			}
			_, err := fmt.Fprintf(c.out, "good: %s, records kept %s\n", report.Noun(len(c.settings.Sources), "source"), keptFor(c.settings.Keep))
			return err
		},
	}
}

func keptFor(k daemon.KeepSettings) string {
	if k.Days == 0 {
		return "as long as there is room"
	}
	return report.Noun(k.Days, "day")
}

func newConfigPrintCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "print",
		Short: "Show what holds, and where each value is from",
		Long: `Prints every setting with its value and where that is from: a default, the file, a variable, or the settings.yaml and
geo/ of the data directory, where the app keeps what is set in it. A list to which the app adds is printed in two parts.
Secrets and passwords in URLs are left out.` + exits(ends0, ends2),
		Example: "  weir config print --config weir.yaml\n  weir config print --data /var/lib/weir --json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			data := c.config("config").Data
			values, err := c.served().Values(data)
			for _, v := range values {
				where := string(v.From)
				switch {
				case v.From == daemon.FromFile:
					where = c.flags.config
				case v.From == daemon.FromVariable:
					where = "$" + v.Variable
				case v.From == daemon.FromApp && v.Path == "ingest.geo":
					where = daemon.GeoFolder(data)
				case v.From == daemon.FromApp:
					where = daemon.MadeFile(data)
				}
				if !c.tables() {
					if err := c.jsonLine(map[string]string{"key": v.Path, "value": v.Text, "from": where}); err != nil {
						return err
					}
					continue
				}
				fmt.Fprintf(c.out, "%-20s %-32s %s\n", v.Path, strings.ReplaceAll(v.Text, "\n", "\n"+strings.Repeat(" ", 21)), where)
			}
			if errors.Is(err, fs.ErrPermission) {
				c.note("what is set in the app is not shown: %v", err)
				return nil
			}
			return err
		},
	}
}

// referenceHead begins docs/configuration.md.
const referenceHead = `# Configuration

weir reads a YAML file that --config names. A key it does not know is an error, with its line and what may have been meant;
` + "`weir config check FILE`" + ` looks for mistakes, ` + "`weir config print`" + ` shows what holds, with what was set in the app. A variable in the environment wins over the file, a flag
over both. Lists in variables stand between commas; sources and maps are set in the file only. Relative paths start at the file's folder.

` + "```yaml" + `
` + "%s" + "```" + `

This page is made by ` + "`weir config reference`" + `.
`

// example is the file that the page shows; a test reads it.
//
//go:embed example.yaml
var example string

func newConfigReferenceCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:    "reference",
		Short:  "Print the page of all settings",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(c.out, configReference())
			return err
		},
	}
}

func configReference() string {
	defaults := daemon.DefaultSettings()
	return fmt.Sprintf(referenceHead, example) + config.Reference("WEIR", &defaults)
}

// served are the settings with where they are from.
func (c *cli) served() daemon.ServedSettings {
	return daemon.ServedSettings{Settings: c.settings, File: c.flags.config, From: c.settingsFrom}
}

// loadSettings reads a file and what the environment sets over it; path may be empty.
func (c *cli) loadSettings(path string) error {
	s := daemon.DefaultSettings()
	if path != "" {
		var err error
		if s, err = daemon.LoadSettings(path); err != nil {
			return err
		}
	}
	set, unknown, err := s.Environment(os.Environ())
	for _, u := range unknown {
		c.note("%s", u)
	}
	if err != nil {
		return err
	}
	c.settings, c.settingsFrom = s, set
	return nil
}
