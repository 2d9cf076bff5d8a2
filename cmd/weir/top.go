package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

func newTopCommand(c *cli) *cobra.Command {
	var span rangeFlags
	var limit int
	var by string
	var records bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "top FIELD ['FILTER']",
		Short:       "Rank the values of a field",
		Long: `Ranks the values of a field, or of several (srcaddr,dstport), by flows, bytes or packets. Each flow is
counted once; NODATA and SKIPDATA records are no flows.` + exits(ends0, ends1, "2  wrong usage, unknown field or wrong filter"),
		Example: `  weir top srcaddr
  weir top dstaddr,dstport 'action:REJECT' --since 24h --limit 25
  weir top dst_app 'src_app:checkout' --by bytes`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			r := query.Request{Filter: strings.Join(args[1:], " "), Limit: limit, Records: records, TrafficOnly: true}
			if err := span.fill(&r); err != nil {
				return err
			}
			if r.GroupBy, err = query.ParseFields(args[0]); err != nil {
				return err
			}
			ranks := []query.Aggregate{{Function: query.Count}, {Function: query.Sum, Field: record.Bytes}, {Function: query.Sum, Field: record.Packets}}
			first := slices.Index([]string{"flows", "bytes", "packets"}, by)
			if first < 0 {
				return usagef("--by %s: rank by flows, bytes or packets", by)
			}
			for i, a := range ranks {
				if i == first {
					r.Aggregates = slices.Insert(r.Aggregates, 0, a)
				} else {
					r.Aggregates = append(r.Aggregates, a)
				}
			}
			ctx := cmd.Context()
			l, err := c.place(ctx, "top")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			return c.askRequest(ctx, l, r, true)
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return completeFields(cmd, args, typed)
		},
	}
	span.register(cmd)
	f := cmd.Flags()
	f.IntVarP(&limit, "limit", "n", 10, "values at most; 0: all")
	f.StringVar(&by, "by", "flows", "rank by flows, bytes or packets")
	f.BoolVar(&records, "records", false, "count every record, not each flow once")
	_ = cmd.RegisterFlagCompletionFunc("by", cobra.FixedCompletions([]string{"flows", "bytes", "packets"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}
