package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

func newQueryCommand(c *cli) *cobra.Command {
	var span rangeFlags
	var by, agg, columns, order, bucket string
	var top, limit int
	var records, explain bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "query ['FILTER']",
		Short:       "Find records, or count flows by anything",
		Long: `Finds the records that a filter matches, newest first; with --by or --agg it counts and adds up, with
--bucket over time. The filter is written as in Kibana or Datadog:

  action:REJECT AND dstport:22          srcaddr:10.0.0.0/8 -dstaddr:10.0.0.0/8
  dstport:(22 23 3389)                  bytes:>1000000     bytes:[1000 TO 5000}
  app:checkout                          tcp_flags:&2       _exists_:pkt_srcaddr
  dst_country:(RU CN) OR svc:AMAZON*    srcaddr:/10\.0\.(1|2)\..*/

Aggregates (count, sum, min, max, avg, p50 to p99, uniq) count each flow once, however many interfaces
logged it, and NODATA and SKIPDATA in count only; --records counts every record.` +
			exits(ends0, ends1, "2  wrong usage or filter"),
		Example: `  weir query 'action:REJECT AND dstport:22' --since 24h
  weir query --by srcaddr --agg 'count,sum(bytes),uniq(dstaddr)' --top 20
  weir query 'app:checkout' --by action --bucket 1h --since 7d
  weir query 'bytes:>100000000' --columns start,srcaddr,dstaddr,bytes --limit 0 > big.ndjson`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			r := query.Request{Filter: strings.Join(args, " "), Records: records, Limit: limit}
			if err := span.fill(&r); err != nil {
				return err
			}
			if r.GroupBy, err = query.ParseFields(by); err != nil {
				return err
			}
			if r.Columns, err = query.ParseFields(columns); err != nil {
				return err
			}
			if r.Aggregates, err = query.ParseAggregates(agg); err != nil {
				return err
			}
			if r.Order, err = query.ParseOrder(order); err != nil {
				return err
			}
			if bucket != "" {
				if r.Bucket, err = query.ParseBucket(bucket); err != nil {
					return err
				}
			}
			if len(r.Aggregates) == 0 && (len(r.GroupBy) > 0 || r.Bucket > 0) {
				r.Aggregates = []query.Aggregate{{Function: query.Count}}
			}
			if top > 0 {
				if len(r.Aggregates) == 0 {
					return usagef("--top ranks groups; say of what with --by")
				}
				r.Limit = top
			}
			if len(r.Aggregates) == 0 && len(r.Columns) == 0 && c.tables() {
				r.Columns = glance()
			}
			ctx := cmd.Context()
			l, err := c.place(ctx, "query")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			if explain {
				return l.Retry(ctx, func() error {
					plan, err := l.Query().Explain(ctx, r)
					if err == nil {
						err = c.printPlan(plan)
					}
					return err
				})
			}
			return c.askRequest(ctx, l, r, top > 0)
		},
	}
	span.register(cmd)
	f := cmd.Flags()
	f.StringVar(&by, "by", "", "group by `fields`, srcaddr,dstport")
	f.StringVar(&agg, "agg", "", "`aggregates` of each group, 'count,sum(bytes),uniq(dstaddr)' (default count)")
	f.IntVar(&top, "top", 0, "only the `N` first groups")
	f.StringVar(&bucket, "bucket", "", "cut time into `widths`: 5m, 1h, 1d")
	f.StringVar(&order, "order", "", "sort by result `columns`, -sum_bytes,srcaddr")
	f.IntVar(&limit, "limit", defaultLimit, "rows at most; 0: all")
	f.StringVar(&columns, "columns", "", "`fields` of records, in this order")
	f.BoolVar(&records, "records", false, "count every record, not each flow once")
	f.BoolVar(&explain, "explain", false, "tell how it would be answered")
	for _, flag := range []string{"by", "columns"} {
		_ = cmd.RegisterFlagCompletionFunc(flag, completeFields)
	}
	return cmd
}

// defaultLimit is how many rows an answer has unless somebody asks for more.
const defaultLimit = 1000

// glance are the columns of records that a person looks at first.
func glance() []record.FieldID {
	return []record.FieldID{
		record.Start, record.ActionField, record.Protocol, record.SrcAddr, record.SrcPort, record.SrcApp,
		record.DstAddr, record.DstPort, record.DstApp, record.Bytes, record.Packets, record.TCPFlags, record.InterfaceID,
	}
}

// rangeFlags say which records a question is about.
type rangeFlags struct {
	since, until       string
	accounts, networks []string
}

func (f *rangeFlags) register(cmd *cobra.Command) {
	fs := cmd.Flags()
	fs.StringVar(&f.since, "since", "", "from this `time` on: 24h, 7d, 2026-03-10, 2026-03-10T15:00:00Z")
	fs.StringVar(&f.until, "until", "", "before this `time`")
	fs.StringArrayVar(&f.accounts, "account", nil, "only what interfaces of this `account` logged (repeatable)")
	fs.StringArrayVar(&f.networks, "network", nil, "only what interfaces of this `VPC` logged (repeatable)")
}

// fill binds the filter of a request and sets its range and scope.
func (f *rangeFlags) fill(r *query.Request) (err error) {
	r.Now = time.Now()
	// A wrong filter is told before an engine starts for it.
	if r.Bound, err = filter.Compile(r.Filter, filter.Options{Now: r.Now}); err != nil {
		return err
	}
	r.Scope = f.scope()
	r.Since, r.Until, err = f.times(r.Now)
	return err
}

func (f *rangeFlags) scope() query.Scope {
	if len(f.accounts)+len(f.networks) == 0 {
		return query.Everything()
	}
	return query.Scope{Accounts: f.accounts, Networks: f.networks}
}

func (f *rangeFlags) times(now time.Time) (since, until time.Time, err error) {
	if since, err = parseTime("--since", f.since, now); err != nil {
		return since, until, err
	}
	until, err = parseTime("--until", f.until, now)
	return since, until, err
}

var ago = regexp.MustCompile(`^\d+[smhdw]$`)

// parseTime reads a time of a flag; a length, 24h, counts back from now.
func parseTime(flag, text string, now time.Time) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	if ago.MatchString(text) {
		text = "now-" + text
	}
	t, err := query.ParseTime(text, now)
	if err != nil {
		return t, usagef("%s: %v; write 24h, 7d, 2026-03-10 or 2026-03-10T15:00:00Z", flag, err)
	}
	return t, nil
}

// completeFields completes the last of a list of fields.
func completeFields(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before = typed[:i+1]
	}
	var list []string
	for _, f := range record.Fields() {
		list = append(list, before+f.Name+"\t"+f.Doc)
	}
	return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// printPlan tells how a request would be answered.
func (c *cli) printPlan(p query.Plan) error {
	if !c.tables() {
		return c.jsonLine(map[string]any{"table": p.Table, "why": p.Why, "sql": p.SQL, "params": p.Params})
	}
	_, err := fmt.Fprintf(c.out, "answered from %s: %s\n\n%s\n", p.Table, p.Why, p.SQL)
	return err
}
