package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/report"
)

func newWhyCommand(c *cli) *cobra.Command {
	var span rangeFlags
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "why SRC DST [PORT]",
		Short:       "Tell where a connection stops",
		Long: `Tells what becomes of calls from one address to another: no record of them, rejected at an interface,
accepted on one side but unseen on the other, request accepted but reply rejected, answered; and which
interface saw what. Where several networks have an address, write NETWORK/ADDRESS.` +
			exits("0  done, whatever the verdict", ends1, ends2),
		Example: `  weir why 10.0.2.12 10.0.4.11 7444
  weir why vpc-1a2b/10.0.0.11 vpc-1a2b/10.0.2.15 8443 --since 7d
  weir why 203.0.113.9 10.0.0.10 https --json | jq -r .verdict`,
		Args: cobra.RangeArgs(2, 3),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			r := query.WhyRequest{Scope: span.scope()}
			if r.Src, err = query.ParseEnd(args[0]); err != nil {
				return err
			}
			if r.Dst, err = query.ParseEnd(args[1]); err != nil {
				return err
			}
			if len(args) == 3 {
				port, err := parsePort(args[2])
				if err != nil {
					return err
				}
				r.Port = &port
			}
			if r.Since, r.Until, err = span.times(time.Now()); err != nil {
				return err
			}
			ctx := cmd.Context()
			l, err := c.place(ctx, "why")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			stop := c.working("asking")
			defer stop()
			var why query.Why
			err = l.Retry(ctx, func() (err error) {
				why, err = l.Query().Why(ctx, r)
				return err
			})
			stop()
			if err != nil {
				return err
			}
			if !c.tables() {
				return c.jsonLine(why)
			}
			return c.printWhy(why)
		},
	}
	span.register(cmd)
	return cmd
}

// parsePort reads a number or the name of a service.
func parsePort(text string) (uint16, error) {
	if n, err := strconv.ParseUint(text, 10, 16); err == nil {
		return uint16(n), nil
	}
	if ports := iana.Ports(text); len(ports) > 0 {
		return ports[0], nil
	}
	return 0, usagef("%q is no port; write a number from 0 to 65535 or a name like https", text)
}

func (c *cli) printWhy(w query.Why) error {
	fmt.Fprintf(c.out, "%s: %s\n", w.Verdict, c.escape(w.Sentence))
	if len(w.Request)+len(w.Reply) == 0 {
		return nil
	}
	fmt.Fprintln(c.out)
	g := report.NewGrid("", "interface", "network", "seen at", "action", "reason", "records>", "packets>", "lost", "bytes>", "first", "last")
	for _, dir := range []struct {
		name string
		list []query.Sighting
	}{{"request", w.Request}, {"reply", w.Reply}} {
		for _, s := range dir.list {
			place := s.Interface
			for _, other := range []string{s.Attachment, s.Instance} {
				if place == "" {
					place = other
				}
			}
			lost := ""
			if s.Lost > 0 {
				lost = report.Count(s.Lost) + " (" + s.LostBy + ")"
			}
			g.Add(dir.name, place, s.Network, s.Witness, s.Action, s.RejectReason, report.Count(s.Records), report.Count(s.Packets), lost, report.Bytes(s.Bytes),
				s.First.Format(minuteLayout), s.Last.Format(minuteLayout))
		}
	}
	return g.Print(c.out, c.page)
}
