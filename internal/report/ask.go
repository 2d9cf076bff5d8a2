package report

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// How long the lists of the report are.
const (
	talkers   = 10
	sources   = 25
	targets   = 12
	services  = 12
	protocols = 6
	buckets   = 92 // of the timeline at most
)

// Fill asks a store for what the report tells about the records in it. The
// questions run side by side.
func (s *Summary) Fill(ctx context.Context, runner *query.Runner) error {
	s.Kind = "summary"
	s.Gaps, s.Talkers, s.Sources, s.Targets, s.Ports, s.Protocols = []Gap{}, []End{}, []Rejected{}, []Rejected{}, []Service{}, []Service{}
	a := asker{runner: runner, s: s}
	meta, err := a.witnesses(ctx)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if meta.From.IsZero() {
		return nil
	}
	s.From, s.To = &meta.From, &meta.To
	for _, g := range meta.Gaps {
		s.Gaps = append(s.Gaps, Gap{g.From, g.To, string(g.Kind), g.Records})
	}
	s.Timeline.Bucket = bucketFor(meta.To.Sub(meta.From), buckets)
	g, ctx := errgroup.WithContext(ctx)
	for _, ask := range []func(context.Context) error{a.verdicts, a.timeline, a.talkers, a.sources, a.targets, a.ports, a.protocols, a.quiet, a.future} {
		g.Go(func() error { return ask(ctx) })
	}
	if err := g.Wait(); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// asker puts each answer into its own part of the summary.
type asker struct {
	runner *query.Runner
	s      *Summary
}

// run asks and calls row with each row of the answer.
func (a asker) run(ctx context.Context, r query.Request, row func(query.Row)) (query.Meta, error) {
	r.Scope, r.Since, r.Until = query.Everything(), a.s.Since, a.s.Until
	var t query.Table
	meta, err := a.runner.Run(ctx, r, &t)
	if err != nil {
		return meta, err
	}
	for _, x := range t.Rows {
		row(x)
	}
	return meta, nil
}

var (
	count   = query.Aggregate{Function: query.Count}
	bytes   = query.Aggregate{Function: query.Sum, Field: record.Bytes}
	packets = query.Aggregate{Function: query.Sum, Field: record.Packets}
)

func uniq(id record.FieldID) query.Aggregate {
	return query.Aggregate{Function: query.Uniq, Field: id}
}

func (a asker) witnesses(ctx context.Context) (query.Meta, error) {
	return a.run(ctx, query.Request{
		GroupBy: []record.FieldID{record.ActionField}, Aggregates: []query.Aggregate{count}, Records: true, TrafficOnly: true,
	}, func(row query.Row) {
		switch row.Text(0) {
		case record.Accept.String():
			a.s.Accept = row.Uint(1)
		case record.Reject.String():
			a.s.Reject = row.Uint(1)
		default:
			a.s.NoVerdict = row.Uint(1)
		}
	})
}

// future counts the records that no detector has looked at, as their times are wrong.
func (a asker) future(ctx context.Context) error {
	_, err := a.run(ctx, query.Request{
		GroupBy: []record.FieldID{record.TimeSuspect}, Aggregates: []query.Aggregate{count}, Records: true,
	}, func(row query.Row) {
		if row.Text(0) == "true" {
			a.s.Future = row.Uint(1)
		}
	})
	return err
}

func (a asker) verdicts(ctx context.Context) error {
	_, err := a.run(ctx, query.Request{
		GroupBy: []record.FieldID{record.ActionField}, Aggregates: []query.Aggregate{count, bytes, packets}, TrafficOnly: true,
	}, func(row query.Row) {
		v := Volume{row.Uint(1), row.Uint(2), row.Uint(3)}
		switch row.Text(0) {
		case record.Accept.String():
			a.s.Verdicts[0] = v
		case record.Reject.String():
			a.s.Verdicts[1] = v
		default:
			a.s.Verdicts[2] = v
		}
	})
	return err
}

func (a asker) timeline(ctx context.Context) error {
	t := &a.s.Timeline
	type point struct {
		at     time.Time
		action string
		n      uint64
	}
	var points []point
	_, err := a.run(ctx, query.Request{
		Bucket: t.Bucket, GroupBy: []record.FieldID{record.ActionField}, Aggregates: []query.Aggregate{count}, TrafficOnly: true,
	}, func(row query.Row) {
		p := point{at: row.Time(0), action: row.Text(1), n: row.Uint(2)}
		if t.Begin.IsZero() || p.at.Before(t.Begin) {
			t.Begin = p.at
		}
		points = append(points, p)
	})
	if err != nil || t.Begin.IsZero() {
		return err
	}
	n := int(a.s.To.Sub(t.Begin)/t.Bucket) + 1
	t.Accept, t.Reject, t.NoVerdict = make([]uint64, n), make([]uint64, n), make([]uint64, n)
	for _, p := range points {
		i := int(p.at.Sub(t.Begin) / t.Bucket)
		switch {
		case i >= n: // suspect times lie outside the range
		case p.action == record.Accept.String():
			t.Accept[i] += p.n
		case p.action == record.Reject.String():
			t.Reject[i] += p.n
		default:
			t.NoVerdict[i] += p.n
		}
	}
	return nil
}

// bucketFor returns the smallest round width that cuts a span into at most n buckets.
func bucketFor(span time.Duration, n int) time.Duration {
	const day = 24 * time.Hour
	for _, b := range []time.Duration{1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720} {
		if span/(b*time.Minute) < time.Duration(n-1) {
			return b * time.Minute
		}
	}
	b := day
	for span/b >= time.Duration(n-1) {
		b += day
	}
	return b
}

var (
	srcEnd = []record.FieldID{record.SrcAddr, record.SrcNetwork, record.SrcApp, record.SrcInterfaceID, record.SrcCountry, record.SrcASN, record.SrcASOrg}
	dstEnd = []record.FieldID{record.DstAddr, record.DstNetwork, record.DstApp, record.DstInterfaceID, record.DstCountry, record.DstASN, record.DstASOrg}
)

func (a asker) talkers(ctx context.Context) error {
	_, err := a.run(ctx, query.Request{
		GroupBy: srcEnd, Aggregates: []query.Aggregate{bytes, packets, count}, Limit: talkers, TrafficOnly: true,
	}, func(row query.Row) {
		e := endOf(row)
		n := len(srcEnd)
		e.Bytes, e.Packets, e.Flows = row.Uint(n), row.Uint(n+1), row.Uint(n+2)
		a.s.Talkers = append(a.s.Talkers, e)
	})
	return err
}

// endOf reads the columns of srcEnd or dstEnd.
func endOf(row query.Row) End {
	return End{
		Address: row.Text(0), Network: text(row.Text(1)), App: text(row.Text(2)), Interface: text(row.Text(3)),
		Country: text(row.Text(4)), ASN: row.Uint(5), ASOrg: text(row.Text(6)),
	}
}

func rejectedOf(row query.Row) Rejected {
	e := endOf(row)
	return Rejected{Network: e.Network, Address: e.Address, App: e.App, Interface: e.Interface, Country: e.Country, ASN: e.ASN, ASOrg: e.ASOrg}
}

const isReject = "action:REJECT"

func (a asker) sources(ctx context.Context) error {
	_, err := a.run(ctx, query.Request{
		Filter: isReject, GroupBy: srcEnd, Aggregates: []query.Aggregate{count, uniq(record.DstAddr), uniq(record.DstPort)}, Limit: sources, TrafficOnly: true,
	}, func(row query.Row) {
		r, n := rejectedOf(row), len(srcEnd)
		r.Flows, r.Hosts, r.Ports = row.Uint(n), row.Uint(n+1), row.Uint(n+2)
		a.s.Sources = append(a.s.Sources, r)
	})
	return err
}

func (a asker) targets(ctx context.Context) error {
	by := append(dstEnd[:len(dstEnd):len(dstEnd)], record.DstPort, record.Protocol)
	_, err := a.run(ctx, query.Request{
		Filter: isReject, GroupBy: by, Aggregates: []query.Aggregate{count, uniq(record.SrcAddr)}, Limit: targets, TrafficOnly: true,
	}, func(row query.Row) {
		r, n := rejectedOf(row), len(dstEnd)
		r.Port, r.Protocol = number(row, n), number(row, n+1)
		r.Flows, r.Hosts = row.Uint(n+2), row.Uint(n+3)
		a.s.Targets = append(a.s.Targets, r)
	})
	return err
}

func number(row query.Row, i int) *int {
	if row.Null(i) {
		return nil
	}
	n := int(row.Uint(i))
	return &n
}

func (a asker) ports(ctx context.Context) error {
	_, err := a.run(ctx, query.Request{
		Filter: "_exists_:service_port", GroupBy: []record.FieldID{record.ServicePort, record.Protocol},
		Aggregates: []query.Aggregate{bytes, count}, Limit: services, TrafficOnly: true,
	}, func(row query.Row) {
		port, protocol := int(row.Uint(0)), uint8(row.Uint(1))
		a.s.Ports = append(a.s.Ports, Service{
			Port: &port, Protocol: int(protocol), Name: text(iana.PortName(protocol, uint16(port))), Bytes: row.Uint(2), Flows: row.Uint(3),
		})
	})
	return err
}

func (a asker) protocols(ctx context.Context) error {
	at := map[int]int{}
	_, err := a.run(ctx, query.Request{
		GroupBy: []record.FieldID{record.Protocol, record.ActionField}, Aggregates: []query.Aggregate{bytes, count}, TrafficOnly: true,
	}, func(row query.Row) {
		if row.Null(0) {
			return
		}
		n := int(row.Uint(0))
		i, ok := at[n]
		if !ok {
			i = len(a.s.Protocols)
			at[n] = i
			a.s.Protocols = append(a.s.Protocols, Service{Protocol: n, Name: text(iana.ProtocolName(uint8(n)))})
		}
		p := &a.s.Protocols[i]
		p.Bytes += row.Uint(2)
		p.Flows += row.Uint(3)
		if row.Text(1) != "" {
			p.judged += row.Uint(3)
		}
		if row.Text(1) == record.Reject.String() {
			p.Rejected += row.Uint(3)
		}
	})
	return err
}

// quiet lists interfaces whose log says that it lost records, or had none.
func (a asker) quiet(ctx context.Context) error {
	at := map[string]int{}
	_, err := a.run(ctx, query.Request{
		Filter: "log_status:(NODATA SKIPDATA)", GroupBy: []record.FieldID{record.InterfaceID, record.LogStatus},
		Aggregates: []query.Aggregate{count}, Records: true,
	}, func(row query.Row) {
		id := row.Text(0)
		i, ok := at[id]
		if !ok {
			i = len(a.s.Quiet)
			at[id] = i
			a.s.Quiet = append(a.s.Quiet, Interface{ID: id})
		}
		if row.Text(1) == record.StatusSkipData {
			a.s.Quiet[i].SkipData += row.Uint(2)
		} else {
			a.s.Quiet[i].NoData += row.Uint(2)
		}
	})
	slices.SortStableFunc(a.s.Quiet, func(x, y Interface) int {
		return cmp.Or(-cmp.Compare(x.SkipData, y.SkipData), -cmp.Compare(x.NoData, y.NoData), strings.Compare(x.ID, y.ID))
	})
	return err
}
