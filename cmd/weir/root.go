package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// The exit codes, which are promises to scripts.
const (
	exitDone   = 0
	exitFail   = 1 // failed: refused SQL, unknown name, resource limit
	exitUsage  = 2 // usage, filter or configuration error
	exitBad    = 3 // done, but some input was bad
	exitAlerts = 4 // done, and there are alerts that --fail-on names
)

// run executes one command line and returns its exit code.
func run(ctx context.Context, args []string, in, out, errs *os.File) int {
	c := newCLI(in, out, errs)
	root := newRootCommand(c)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	return c.exit(ctx, err)
}

func newRootCommand(c *cli) *cobra.Command {
	root := &cobra.Command{
		Use:   "weir",
		Short: "Flow logs in, answers out",
		Long: `weir reads AWS VPC Flow Logs into a compact store on this machine, counts every flow once,
and answers any question over them.

  weir analyze FOLDER          a report over a folder of logs, keeping nothing
  weir ingest FOLDER           take the logs in, once, to ask questions later
  weir query 'action:REJECT AND dstport:22'

Results are tables on a terminal and one JSON object a line in a pipe; --json and --table choose.
Notes, progress and what a result covers go to standard error.`,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			c.began = true
			if err := c.checkServer(cmd); err != nil {
				return err
			}
			return c.settle()
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(newHelpCommand())
	root.SetOut(c.out)
	root.SetErr(c.errs)
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(usageTemplate)

	f := root.PersistentFlags()
	f.StringVar(&c.flags.data, "data", "", "data `directory` (default $WEIR_DATA, else ~/.local/share/weir)")
	f.StringVar(&c.flags.store, "store", "", "ClickHouse server `URL` in place of the embedded engine, http(s)://user@host:8123/db;\nits password comes from $WEIR_STORE_PASSWORD")
	f.StringVar(&c.flags.server, "server", "", "have the weir server at this `URL` do it, https://weir.example:8417 (default $WEIR_SERVER)")
	f.StringVar(&c.flags.tokenFile, "token-file", "", "`file` with the token for the server, - for standard input (default $WEIR_TOKEN)")
	f.StringVar(&c.flags.config, "config", "", "configuration `file` (YAML)")
	f.StringVar(&c.flags.engine, "engine", "", "engine library, its `path` or folder (default $WEIR_ENGINE, else looked for)")
	f.BoolVar(&c.flags.json, "json", false, "JSON lines, also on a terminal")
	f.BoolVar(&c.flags.table, "table", false, "tables and text for a person, also in a pipe")
	f.BoolVar(&c.flags.noColor, "no-color", false, "no colour (as does $NO_COLOR)")
	f.BoolVarP(&c.flags.quiet, "quiet", "q", false, "no notes and no progress")

	groups := []struct {
		title    string
		commands []*cobra.Command
	}{
		{"Logs in:", []*cobra.Command{newDemoCommand(c), newAnalyzeCommand(c), newIngestCommand(c), newServeCommand(c)}},
		{"Questions:", []*cobra.Command{newQueryCommand(c), newTailCommand(c), newTopCommand(c), newSQLCommand(c), newHuntCommand(c), newWhyCommand(c)}},
		{"Detection:", []*cobra.Command{newAlertsCommand(c), newRulesCommand(c), newNotifyCommand(c)}},
		{"Data:", []*cobra.Command{newSourcesCommand(c), newStatusCommand(c), newCheckCommand(c), newBackupCommand(c), newRestoreCommand(c)}},
		{"More:", []*cobra.Command{newConfigCommand(c), newTokenCommand(c), newUserCommand(c), newAWSCommand(c), newGenCommand(c), newEngineCommand(c), newCompletionCommand(c), newVersionCommand(c)}},
	}
	for _, g := range groups {
		root.AddGroup(&cobra.Group{ID: g.title, Title: g.title})
		for _, cmd := range g.commands {
			cmd.GroupID = g.title
			root.AddCommand(cmd)
		}
	}
	return root
}

// newHelpCommand is weir help COMMAND, for those who look for it there.
func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND]",
		Short:  "Tell more about a command",
		Hidden: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usagef("there is no command %q", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

// A usageError is a mistake in how weir was called.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usagef returns a usage error.
func usagef(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}

// errBad ends a command that is done, but met bad input and has said so.
var errBad = errors.New("some input was bad")

// errAlerts ends a command that is done and found what --fail-on names.
var errAlerts = errors.New("there are alerts")

// exits is the part of a command's help that tells its exit codes.
func exits(codes ...string) string {
	return "\n\nExit codes:\n  " + strings.Join(codes, "\n  ")
}

const (
	ends0 = "0  done"
	ends1 = "1  failed"
	ends2 = "2  wrong usage"
	ends3 = "3  done, but some input was bad"
	ends4 = "4  done, and there are alerts at or above --fail-on"
)

const helpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`

const usageTemplate = `Usage:
  {{if .Runnable}}{{.UseLine}}{{else}}{{.CommandPath}} COMMAND{{end}}
{{- if .HasExample}}

Examples:
{{.Example}}{{end}}
{{- $all := .Commands}}
{{- if .HasAvailableSubCommands}}
{{- if .Groups}}{{range $group := .Groups}}

{{.Title}}{{range $all}}{{if and (eq .GroupID $group.ID) .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- else}}

Commands:{{range $all}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableInheritedFlags}}

Global flags:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- with index .Annotations "here"}}

{{.}}{{end}}
{{- if .HasAvailableSubCommands}}

weir COMMAND --help tells more about a command.{{end}}
`
