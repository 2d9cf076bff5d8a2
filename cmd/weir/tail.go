package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

// tailRows is how many records a second a person is shown.
const tailRows = 500

func newTailCommand(c *cli) *cobra.Command {
	var since, columns string
	var rate int
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "tail ['FILTER']",
		Short:       "Show records as they are stored",
		Long: `Shows the records that a filter matches as they are stored, by weir serve or any other command on the
data directory, within a second; with --since first those of the time before. It ends with Ctrl-C.

On a terminal it shows 500 records a second at most and tells how many it leaves out; in a pipe it
gives all of them, one JSON object a line. A server (--server) hands out 500 a second.` +
			exits(ends0, ends1, "2  wrong usage or filter"),
		Example: `  weir tail 'action:REJECT dstport:22'
  weir tail 'src_country:RU' --since 5m
  weir tail --columns start,srcaddr,dstaddr,dstport,bytes | jq .bytes`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			r := query.Request{Filter: strings.Join(args, " ")}
			span := rangeFlags{since: since}
			if err := span.fill(&r); err != nil {
				return err
			}
			if r.Columns, err = query.ParseFields(columns); err != nil {
				return err
			}
			if len(r.Columns) == 0 && c.tables() {
				r.Columns = glance()
			}
			if !cmd.Flags().Changed("rate") && c.tables() {
				rate = tailRows
			}
			ctx := cmd.Context()
			p, err := c.place(ctx, "tail")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, p, &err)
			out := c.newTail()
			before := r
			r.Bound, r.Since = nil, time.Time{}
			return p.Follow(ctx, r, rate, func() error {
				if since != "" {
					before.Limit = tailRows
					var t query.Table
					meta, err := p.Ask(ctx, &t, func(sink query.Sink) (query.Meta, error) { return p.Query().Run(ctx, before, sink) })
					if err != nil {
						return err
					}
					if meta.Truncated {
						c.note("the newest %s records of the last %s", report.Count(tailRows), since)
					}
					if err := out.show(t); err != nil {
						return err
					}
				}
				c.note("waiting for records; Ctrl-C ends it")
				return nil
			}, func(t query.Table, missed uint64) error {
				if missed > 0 {
					c.note("showing %s of %s records that were just stored", report.Count(uint64(len(t.Rows))), report.Count(uint64(len(t.Rows))+missed))
				}
				return out.show(t)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&since, "since", "", "first show records from this `time` on: 5m, 1h, 2026-03-10T15:00:00Z")
	f.StringVar(&columns, "columns", "", "`fields` of records, in this order")
	f.IntVar(&rate, "rate", 0, "records a second at most; 0: all (default 500 on a terminal)")
	_ = cmd.RegisterFlagCompletionFunc("columns", completeFields)
	return cmd
}

// tailOut writes tables of records one after the other as one.
type tailOut struct {
	sink  query.Sink
	flush func() error
	begun bool
}

func (c *cli) newTail() *tailOut {
	if c.tables() {
		t := report.NewTable(c.out, c.page)
		return &tailOut{sink: t, flush: t.Flush}
	}
	n := query.NewNDJSON(c.jsonOut())
	return &tailOut{sink: n, flush: n.Flush}
}

// show writes the rows of a table, oldest first, as they come newest first.
func (o *tailOut) show(t query.Table) error {
	if len(t.Rows) == 0 {
		return nil
	}
	if !o.begun {
		if err := o.sink.Begin(t.Columns); err != nil {
			return err
		}
		o.begun = true
	}
	for _, row := range slices.Backward(t.Rows) {
		if err := o.sink.Row(row); err != nil {
			return err
		}
	}
	return o.flush()
}
