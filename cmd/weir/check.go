package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/report"
)

func newCheckCommand(c *cli) *cobra.Command {
	var in intakeFlags
	var repair bool
	cmd := &cobra.Command{
		Annotations: asksServer,
		Use:         "check",
		Short:       "Check that what is stored is whole, and repair it",
		Long: `Checks the state database, compares the records of every file with what the ledger says of it, and
computes all roll-ups anew to compare them, day by day. With --repair, records that belong to nothing are
removed, files whose records are wrong are taken in again, and roll-ups are replaced.` +
			exits(ends0, "1  failed, or something is still wrong", ends2),
		Example: "  weir check\n  weir check --repair",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			ctx := cmd.Context()
			if c.flags.server != "" {
				if repair {
					return usagef("--repair works on the data directory itself; run it on the server's machine")
				}
				return c.checkThere(ctx)
			}
			cfg, err := in.config(c)
			if err != nil {
				return err
			}
			l, err := c.open(ctx, "check")
			if err != nil {
				return err
			}
			defer closeLookup(ctx, l, &err)
			faults, err := c.check(ctx, l, true)
			if err != nil {
				return err
			}
			if repair && len(faults) > 0 {
				done, err := l.Repair(ctx, faults, cfg)
				if err != nil {
					return err
				}
				c.tellRepaired(done)
				if faults, err = c.check(ctx, l, false); err != nil {
					return err
				}
			}
			if len(faults) == 0 {
				return nil
			}
			if repair {
				return fmt.Errorf("%d faults remain", len(faults))
			}
			return errNotWhole
		},
	}
	in.buckets.register(cmd)
	cmd.Flags().BoolVar(&repair, "repair", false, "put right what is wrong")
	return cmd
}

// errNotWhole ends a check that has found something.
var errNotWhole = errors.New("what is stored is not whole; weir check --repair puts it right")

// checkThere has a server look at everything.
func (c *cli) checkThere(ctx context.Context) error {
	began := time.Now()
	stop := c.working("checking")
	found, err := do(ctx, c, whoFlag{}, daemon.CallCheck, daemon.None{})
	stop()
	if err != nil {
		return err
	}
	for _, f := range found.Faults {
		if err := c.printFault(f); err != nil {
			return err
		}
	}
	c.tellChecked(found.Days, len(found.Faults), began)
	if len(found.Faults) > 0 {
		return errNotWhole
	}
	return nil
}

func (c *cli) printFault(f daemon.Fault) error {
	if !c.tables() {
		return c.jsonLine(f)
	}
	place := f.Day
	if f.Name != "" {
		place += " " + c.escape(f.Name)
	}
	_, err := fmt.Fprintf(c.out, "%s %s: %s\n", f.Kind, place, c.escape(f.What))
	return err
}

func (c *cli) tellChecked(days, faults int, began time.Time) {
	c.note("%d days checked in %s, %d faults", days, report.Span(time.Since(began)), faults)
}

// check looks at everything and, when asked to, prints each fault as it is found.
func (c *cli) check(ctx context.Context, l *daemon.Lookup, print bool) (faults []daemon.Fault, err error) {
	began := time.Now()
	show := c.progress("checking", "day")
	days, err := l.Check(ctx, func(done, of int) {
		if show != nil {
			show(daemon.Tick{Objects: int64(done), OfObjects: int64(of), Elapsed: time.Since(began)})
		}
	}, func(f daemon.Fault) error {
		faults = append(faults, f)
		if !print {
			return nil
		}
		c.endProgress() // the line would stand between the results
		return c.printFault(f)
	})
	c.endProgress()
	if err != nil {
		return faults, err
	}
	c.tellChecked(days, len(faults), began)
	return faults, nil
}

func (c *cli) tellRepaired(done daemon.Repaired) {
	if done.Days > 0 {
		c.note("%d days were put right", done.Days)
	}
	for _, name := range done.Again {
		c.note("%s was taken in again", name)
	}
	for _, name := range done.Gone {
		c.note("%s was taken out, and is not there to be taken in again", name)
	}
}
