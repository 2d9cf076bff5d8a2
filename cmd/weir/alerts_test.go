package main

import (
	"context"
	"net/netip"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/weir-flow/weir/internal/daemon"
	"github.com/weir-flow/weir/internal/finding"
)

// raise is the script command `raise RULE FAMILY ADDRESS SEVERITY COUNT`: detection has
// found something, in $WEIR_DATA, at noon of 10 March.
func raise(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: raise RULE FAMILY ADDRESS SEVERITY COUNT")
	}
	family, err := finding.ParseFamily(args[1])
	ts.Check(err)
	severity, err := finding.ParseSeverity(args[3])
	ts.Check(err)
	count, err := strconv.ParseUint(args[4], 10, 64)
	ts.Check(err)
	noon := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	e := finding.Entity{Kind: finding.KindAddress, Network: "vpc-1", ID: args[2]}
	f := finding.Finding{
		ID: finding.ID(args[0], e, noon), Rule: args[0], Family: family, Title: "Title of " + args[0], Severity: severity, Score: 20 * (1 + int(severity)),
		Page: severity >= finding.High, Entity: e, SrcAddr: netip.MustParseAddr(args[2]), Window: noon, FirstSeen: noon, LastSeen: noon.Add(time.Hour), Found: noon, Count: count,
		Why: args[2] + " did " + args[4] + " things; usual are 0 to 3", Usual: &finding.Range{High: 3, Unit: "flows"}, Attack: []string{"T1046"},
		Evidence: finding.Evidence{Filter: "action:REJECT", Since: noon.Add(-12 * time.Hour), Until: noon.Add(3 * time.Hour), Count: 17, Exact: true},
		Response: []string{"Look at the host.", "Take it off the net."},
	}
	d, err := daemon.OpenDesk(context.Background(), daemon.Config{Data: ts.Getenv("WEIR_DATA")})
	ts.Check(err)
	defer d.Close()
	_, err = d.Apply(context.Background(), f)
	ts.Check(err)
}
