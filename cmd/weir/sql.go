package main

import (
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/query"
)

func newSQLCommand(c *cli) *cobra.Command {
	var params []string
	var limits limitFlags
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "sql 'SELECT ...'",
		Short:       "Ask in SQL, guarded",
		Long: `Runs one SELECT over two views of the records: vpc_flow_logs, with AWS's names in camelCase or lower
case, addresses as text and start and end as Unix seconds, as hunts for Athena expect it; and flows, with
weir's names and UTC times. Every record is a row, so a flow that two interfaces logged is there twice.

Statements are read-only and bounded, and see nothing but the views: files, settings, table functions,
other databases and several statements are refused. - reads the statement from standard input.` +
			exits(ends0, "1  refused, wrong or failed", ends2),
		Example: `  weir sql "SELECT srcAddr, dstAddr, COUNT(*) AS failed_attempts FROM vpc_flow_logs
            WHERE action = 'REJECT' GROUP BY srcAddr, dstAddr HAVING failed_attempts > 10;"
  weir sql 'SELECT toStartOfHour(start) AS hour, uniq(srcaddr) FROM flows GROUP BY hour ORDER BY hour'
  weir sql 'SELECT count() FROM flows WHERE dstport = {port:UInt16}' --param port=22`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			text := args[0]
			if text == "-" {
				all, err := io.ReadAll(io.LimitReader(c.in, 1<<20))
				if err != nil {
					return err
				}
				text = string(all)
			}
			o := query.SQLOptions{Limits: limits.limits()}
			if o.Params, err = pairs("--param", params); err != nil {
				return err
			}
			ctx := cmd.Context()
			l, err := c.place(ctx, "sql")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			runner := l.Query()
			return c.ask(ctx, l, func(sink query.Sink) (query.Meta, error) { return runner.SQL(ctx, text, o, sink) })
		},
	}
	cmd.Flags().StringArrayVar(&params, "param", nil, "`name=value` of {name:Type} in the statement (repeatable)")
	limits.register(cmd)
	return cmd
}

// limitFlags bound what a statement may take.
type limitFlags struct{ time time.Duration }

func (f *limitFlags) register(cmd *cobra.Command) {
	cmd.Flags().DurationVar(&f.time, "timeout", time.Minute, "longest time it may take")
}

func (f *limitFlags) limits() query.Limits { return query.Limits{Time: f.time} }

// pairs reads name=value flags.
func pairs(flag string, list []string) (map[string]string, error) {
	out := make(map[string]string, len(list))
	for _, pair := range list {
		name, value, ok := strings.Cut(pair, "=")
		if !ok || name == "" {
			return nil, usagef("%s %s: write name=value", flag, pair)
		}
		out[name] = value
	}
	return out, nil
}
