package api

import (
	"cmp"
	"context"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/alert"
	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// term is a word of the filter language.
func term(field, value string) string { return field + ":" + detect.Quote(value) }

func allOf(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return "(" + strings.Join(parts, " AND ") + ")"
}

// entityFilters select the records of an entity: those that it sends, those that it
// gets, and all. Sends and gets are empty for what is no end of flows.
func entityFilters(e finding.Entity) (sends, gets, all string) {
	ends := func(field string) (string, string) {
		network := func(side string) string {
			if e.Network == "" {
				return ""
			}
			return term(side+"_network", e.Network)
		}
		src, dst := "src_"+field, "dst_"+field
		if field == "addr" {
			src, dst = "srcaddr", "dstaddr"
		}
		return allOf(term(src, e.ID), network("src")), allOf(term(dst, e.ID), network("dst"))
	}
	switch e.Kind {
	case finding.KindAddress:
		sends, gets = ends("addr")
	case finding.KindApp:
		sends, gets = ends("app")
	case finding.KindInterface:
		return "", "", term("interface_id", e.ID)
	case finding.KindSubnet:
		return "", "", term("subnet_id", e.ID)
	case finding.KindVPC:
		return "", "", term("vpc_id", e.ID)
	case finding.KindAttachment:
		return "", "", term("tgw_attachment_id", e.ID)
	case finding.KindEdge: // "client > server:port/protocol"
		client, _, _ := strings.Cut(e.ID, " > ")
		e = finding.Entity{Kind: finding.KindApp, ID: client, Network: e.Network}
		sends, gets = ends("app")
	default:
		return "", "", ""
	}
	return sends, gets, "(" + sends + " OR " + gets + ")"
}

// home is where an address is at home, as the logs of its own interface tell.
type home struct {
	Interface, Instance, Subnet, VPC, Region, Account string
}

// homesOf returns the interfaces that log what a filter selects, those with most
// records first.
func (a *API) homesOf(ctx context.Context, filter string, from, to time.Time, limit int) ([]home, error) {
	var rows query.Table
	_, err := a.cfg.Query.Run(ctx, query.Request{
		Filter: filter, Scope: a.scope(ctx), Since: from, Until: to, Limit: limit, Records: true,
		GroupBy:    []record.FieldID{record.InterfaceID, record.InstanceID, record.SubnetID, record.VPCID, record.Region, record.AccountID},
		Aggregates: []query.Aggregate{{Function: query.Count}}, Limits: query.Limits{Time: seriesTime},
	}, &rows)
	if err != nil {
		return nil, err
	}
	var list []home
	for _, r := range rows.Rows {
		list = append(list, home{r.Text(0), r.Text(1), r.Text(2), r.Text(3), r.Text(4), r.Text(5)})
	}
	return list, nil
}

// ownRecords select what an entity's own interface logs of it.
func ownRecords(e finding.Entity) string {
	sends, gets, all := entityFilters(e)
	if sends == "" {
		return all
	}
	return "(" + sends + " AND witness:src) OR (" + gets + " AND witness:dst)"
}

// timelineItem is something that happened.
type timelineItem struct {
	At       time.Time         `json:"at"`
	Until    *time.Time        `json:"until,omitempty"`
	Kind     string            `json:"kind"`
	Title    string            `json:"title"`
	Detail   string            `json:"detail"`
	Severity *finding.Severity `json:"severity,omitempty"`
	Alert    string            `json:"alert,omitempty"`
	Filter   string            `json:"filter,omitempty"`
}

// How far a timeline reaches around its alert, and how far back is looked for what is
// new.
const (
	timelineBefore = 24 * time.Hour
	timelineAfter  = 6 * time.Hour
	newSince       = 30 * 24 * time.Hour
	leastHistory   = 24 * time.Hour // to call something new
)

// timeline is a timeline in the making.
type timeline struct {
	From     time.Time      `json:"from"`
	To       time.Time      `json:"to"`
	Warnings []string       `json:"warnings"`
	Items    []timelineItem `json:"items"`

	begin time.Time // of what is stored
}

// AlertTimeline implements [StrictServerInterface].
func (a *API) AlertTimeline(ctx context.Context, r AlertTimelineRequestObject) (AlertTimelineResponseObject, error) {
	d, err := a.alertOf(ctx, r.Id)
	if err != nil {
		return nil, err
	}
	begin, end, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	t := &timeline{Warnings: []string{}, Items: []timelineItem{}, begin: begin}
	t.From, t.To = d.FirstSeen.UTC().Add(-timelineBefore).Truncate(time.Hour), d.LastSeen.UTC().Add(timelineAfter+time.Hour).Truncate(time.Hour)
	if !end.IsZero() && t.To.After(end) {
		t.To = end
	}
	if t.From.Before(begin) {
		t.From = begin.UTC()
	}
	if !t.From.Before(t.To) {
		t.From, t.To = d.FirstSeen.UTC(), d.LastSeen.UTC().Add(time.Second)
	}
	subject := alert.Entities(d.Finding)[0]
	entities := []finding.Entity{subject}
	if subject.Kind == finding.KindAddress {
		homes, err := a.homesOf(ctx, ownRecords(subject), t.From, t.To, 4)
		t.failed(ctx, "the interfaces of the host", err)
		for _, h := range homes {
			if h.Interface != "" {
				entities = append(entities, finding.Entity{Kind: finding.KindInterface, ID: h.Interface})
			}
		}
	}
	if err := a.alertsInto(ctx, t, d, entities); err != nil {
		return nil, err
	}
	if !end.IsZero() {
		t.failed(ctx, "what is new", a.newInto(ctx, t, subject))
		t.failed(ctx, "the volume", a.volumeInto(ctx, t, subject))
		gaps, err := a.cfg.Query.Gaps(ctx, t.From, t.To, a.scope(ctx))
		t.failed(ctx, "gaps in the logs", err)
		for _, g := range gaps {
			title := "No logs at all"
			detail := "no record of these days is stored"
			if g.Kind == query.GapSkipData {
				title, detail = "AWS lost records", plural(g.Records, "SKIPDATA record")+" of some interface"
			}
			t.Items = append(t.Items, timelineItem{At: g.From.UTC(), Until: pointer(g.To.UTC()), Kind: "gap", Title: title, Detail: detail})
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	slices.SortStableFunc(t.Items, func(x, y timelineItem) int { return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.Kind, y.Kind)) })
	return jsonAnswer{t}, nil
}

// failed notes what could not be looked up: the rest of the timeline is of use
// without it.
func (t *timeline) failed(ctx context.Context, what string, err error) {
	if err != nil && ctx.Err() == nil {
		t.Warnings = append(t.Warnings, what+": "+problemOf(err).Detail)
	}
}

// mostNoise is how much of the internet's noise a timeline shows.
const mostNoise = 20

func (a *API) alertsInto(ctx context.Context, t *timeline, d alert.Detail, entities []finding.Entity) error {
	item := func(one alert.Alert) timelineItem {
		i := timelineItem{
			At: one.FirstSeen.UTC(), Until: pointer(one.LastSeen.UTC()), Kind: "alert", Title: one.Title, Detail: one.Why,
			Severity: &one.Severity, Alert: one.ID, Filter: one.Evidence.Filter,
		}
		switch {
		case one.ID == d.ID:
			i.Kind = "this"
		case one.Family == finding.LogHealth:
			i.Kind = "gap"
		}
		return i
	}
	t.Items = append(t.Items, item(d.Alert))
	noise := 0
	return a.sharing(ctx, entities, t.From, t.To, func(one alert.Alert, _ []finding.Entity) {
		if one.ID == d.ID || one.Family == finding.Incident && d.Family == finding.Incident {
			return
		}
		if one.Exposure && !d.Exposure {
			if noise++; noise > mostNoise {
				return
			}
		}
		t.Items = append(t.Items, item(one))
	})
}

// crowdOf is from how many new peers on a port within an hour on they are told of
// together.
const crowdOf = 3

// newInto adds the first contacts with peers and on ports.
func (a *API) newInto(ctx context.Context, t *timeline, e finding.Entity) error {
	sends, gets, _ := entityFilters(e)
	if sends == "" {
		return nil
	}
	from := t.From.Add(-newSince)
	if from.Before(t.begin) {
		from = t.begin
	}
	if t.From.Sub(from) < leastHistory {
		t.Warnings = append(t.Warnings, "what is new is not told: the records begin less than a day before")
		return nil
	}
	first, _ := query.ParseAggregates("count,min(start)")
	ask := func(filter string, by ...record.FieldID) (rows []query.Row, err error) {
		var table query.Table
		_, err = a.cfg.Query.Run(ctx, query.Request{
			Filter: filter, Scope: a.scope(ctx), Since: from, Until: t.To, GroupBy: by, Aggregates: first,
			Limit: 20_000, Order: []query.Order{{Column: "min_start", Descending: true}}, Limits: query.Limits{Time: seriesTime},
		}, &table)
		for _, r := range table.Rows {
			if !r.Time(len(by) + 1).Before(t.From) {
				rows = append(rows, r)
			}
		}
		slices.Reverse(rows) // in time
		return rows, err
	}
	called, err := ask(sends+" AND initiator:src AND action:ACCEPT", record.DstAddr, record.DstPort, record.Protocol)
	if err != nil {
		return err
	}
	t.peers(called, "First call to ", sends+" AND ", "dstaddr")
	callers, err := ask(gets+" AND initiator:src AND action:ACCEPT AND NOT src_scope:public", record.SrcAddr, record.DstPort, record.Protocol)
	if err != nil {
		return err
	}
	t.peers(callers, "First call from ", gets+" AND ", "srcaddr")
	ports, err := ask(gets+" AND initiator:src AND action:ACCEPT", record.DstPort, record.Protocol)
	if err != nil {
		return err
	}
	for _, r := range ports {
		t.Items = append(t.Items, timelineItem{
			At: r.Time(3), Kind: "new_port", Title: "Answers on " + portText(r.Uint(1), r.Uint(0)) + " for the first time",
			Detail: plural(r.Uint(2), "flow") + " since; none in the " + days(t.From.Sub(from)) + " before", Filter: gets + " AND " + fmt.Sprintf("dstport:%d", r.Uint(0)),
		})
	}
	return nil
}

// peers adds first contacts, each by itself or, where there are many within an hour,
// together.
func (t *timeline) peers(rows []query.Row, title, filter, field string) {
	type crowd struct {
		port, protocol uint64
		hour           int64
	}
	groups := map[crowd][]query.Row{}
	var order []crowd
	for _, r := range rows {
		c := crowd{r.Uint(1), r.Uint(2), r.Time(4).Unix() / 3600}
		if groups[c] == nil {
			order = append(order, c)
		}
		groups[c] = append(groups[c], r)
	}
	for _, c := range order {
		list := groups[c]
		port := portText(c.protocol, c.port)
		if len(list) > crowdOf {
			flows := uint64(0)
			for _, r := range list {
				flows += r.Uint(3)
			}
			t.Items = append(t.Items, timelineItem{
				At: list[0].Time(4), Until: pointer(list[len(list)-1].Time(4)), Kind: "new_peer",
				Title:  title + plural(uint64(len(list)), "address", "addresses") + " on " + port,
				Detail: plural(flows, "flow") + ", " + list[0].Text(0) + " the first of them", Filter: filter + fmt.Sprintf("dstport:%d", c.port),
			})
			continue
		}
		for _, r := range list {
			t.Items = append(t.Items, timelineItem{
				At: r.Time(4), Kind: "new_peer", Title: title + r.Text(0) + " on " + port, Detail: plural(r.Uint(3), "flow") + " since",
				Filter: filter + term(field, r.Text(0)) + fmt.Sprintf(" AND dstport:%d", c.port),
			})
		}
	}
}

// What counts as a step in volume: bytes of an hour over the median of the day before.
const (
	stepTimes = 4
	stepLeast = 5_000_000
)

// volumeInto adds the hours with far more bytes than the day before them.
func (a *API) volumeInto(ctx context.Context, t *timeline, e finding.Entity) error {
	_, _, all := entityFilters(e)
	if all == "" {
		return nil
	}
	since, until := t.From.Add(-24*time.Hour).Truncate(time.Hour), t.To.Add(time.Hour-1).Truncate(time.Hour)
	bytes, _ := query.ParseAggregates("sum(bytes)")
	var table query.Table
	_, err := a.cfg.Query.Run(ctx, query.Request{
		Filter: all, Scope: a.scope(ctx), Since: since, Until: until, Bucket: time.Hour, Aggregates: bytes, TrafficOnly: true,
		Limits: query.Limits{Time: seriesTime},
	}, &table)
	if err != nil {
		return err
	}
	at := map[int64]float64{}
	for _, r := range table.Rows {
		at[r.Time(0).Unix()] = r.Float(1)
	}
	var open *timelineItem
	most, usual := 0.0, 0.0
	flush := func() {
		if open != nil {
			open.Detail = fmt.Sprintf("up to %s in an hour; %s was usual the day before", byteText(most), byteText(usual))
			t.Items = append(t.Items, *open)
		}
		open = nil
	}
	for hour := t.From.Truncate(time.Hour).Unix(); hour < t.To.Unix(); hour += 3600 {
		var before []float64
		for k := int64(1); k <= 24; k++ {
			if then := hour - k*3600; then >= t.begin.Unix() {
				before = append(before, at[then])
			}
		}
		if len(before) < 12 {
			continue
		}
		slices.Sort(before)
		median, v := before[len(before)/2], at[hour]
		if v < stepLeast || v < stepTimes*median {
			flush()
			continue
		}
		if open == nil {
			open = &timelineItem{At: time.Unix(hour, 0).UTC(), Kind: "volume", Title: "Far more traffic than the day before", Filter: all}
			most, usual = 0, median
		}
		most = max(most, v)
		open.Until = pointer(time.Unix(hour+3600, 0).UTC())
	}
	flush()
	return nil
}

// addressOf returns the address that an entity is, if it is one.
func addressOf(e finding.Entity) (netip.Addr, bool) {
	if e.Kind != finding.KindAddress {
		return netip.Addr{}, false
	}
	addr, err := netip.ParseAddr(e.ID)
	return addr, err == nil
}
