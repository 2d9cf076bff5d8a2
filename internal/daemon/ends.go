package daemon

import (
	"context"
	"net/netip"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// fillEnds completes surges with what the records tell: the client and the server that
// most of one belongs to, where the detector, which counts by interface, does not know
// them.
func (l *Lookup) fillEnds(ctx context.Context, found []finding.Finding) error {
	for i := range found {
		f := &found[i]
		switch f.Family {
		case finding.Surge, finding.ShortConnections, finding.RejectSurge:
		default:
			continue
		}
		if f.Family == finding.RejectSurge && !f.Exposure {
			// What the internet sends and nobody lets in is noise, whoever counts it.
			from, err := l.mostOf(ctx, f, record.SrcScope)
			if err != nil {
				return err
			}
			if from == record.ScopeNames[record.ScopePublic] {
				f.Exposure, f.Page = true, false
			}
		}
		wide := f.Entity.Kind == finding.KindVPC || f.Entity.Kind == finding.KindSubnet
		if f.SrcAddr.IsValid() || f.DstAddr.IsValid() || !wide && f.Entity.Kind != finding.KindInterface {
			continue
		}
		for _, end := range []struct {
			field record.FieldID
			into  *netip.Addr
		}{{record.SrcAddr, &f.SrcAddr}, {record.DstAddr, &f.DstAddr}} {
			text, err := l.mostOf(ctx, f, end.field)
			if err != nil {
				return err
			}
			if a, err := netip.ParseAddr(text); err == nil {
				*end.into = a
			}
		}
		if wide && (f.SrcAddr.IsValid() || f.DstAddr.IsValid()) {
			f.Weak = true // what one host makes is told by the rule that looks at interfaces
		}
	}
	return nil
}

// mostOf returns the value of a field that more than half of what a finding counts has,
// as those who opened the conversations sent it; "" when there is none.
func (l *Lookup) mostOf(ctx context.Context, f *finding.Finding, field record.FieldID) (string, error) {
	what := query.Aggregate{Function: query.Count}
	if f.Usual != nil && f.Usual.Unit == "bytes" {
		what = query.Aggregate{Function: query.Sum, Field: record.Bytes}
	} else if f.Usual != nil && f.Usual.Unit == "packets" {
		what = query.Aggregate{Function: query.Sum, Field: record.Packets}
	}
	r := query.Request{
		Filter: "(" + f.Evidence.Filter + ") AND NOT initiator:dst", Since: f.Evidence.Since, Until: f.Evidence.Until.Add(time.Second), Scope: query.Everything(),
		Records: true, TrafficOnly: true, Aggregates: []query.Aggregate{what},
	}
	var all, top query.Table
	if _, err := l.Query().Run(ctx, r, &all); err != nil || len(all.Rows) == 0 {
		return "", err
	}
	r.GroupBy, r.Limit = []record.FieldID{field}, 1
	if _, err := l.Query().Run(ctx, r, &top); err != nil || len(top.Rows) == 0 {
		return "", err
	}
	if 2*top.Rows[0].Uint(1) <= all.Rows[0].Uint(0) {
		return "", nil
	}
	return top.Rows[0].Text(0), nil
}
