package api

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// usualDays is how far back it is looked for what is usual.
const usualDays = 28

// sample is one hour of the past.
type sample struct {
	day   time.Time // midnight UTC
	count float64
}

// Usual implements [StrictServerInterface].
func (a *API) Usual(ctx context.Context, r UsualRequestObject) (UsualResponseObject, error) {
	since, until, err := a.span(ctx, r.Params.Since, r.Params.Until)
	if err != nil {
		return nil, err
	}
	width := autoBucket(until.Sub(since))
	if b := text(r.Params.Bucket); b != "" && b != "auto" {
		if width, err = query.ParseBucket(b); err != nil {
			return nil, err
		}
	}
	var past query.Table
	now := a.cfg.Query.Now(ctx)
	// What lies before the range mostly stays as it is, and then is remembered.
	meta, err := now.Run(ctx, query.Request{
		Filter: text(r.Params.Filter), Now: a.cfg.Now(), Scope: a.scope(ctx),
		Since: since.Truncate(time.Hour).AddDate(0, 0, -usualDays), Until: hourUp(since),
		Bucket: time.Hour, GroupBy: []record.FieldID{record.ActionField},
		Aggregates: []query.Aggregate{{Function: query.Count}}, TrafficOnly: true,
	}, &past)
	if err != nil {
		return nil, err
	}
	hours := map[string]map[int][]sample{"ACCEPT": {}, "REJECT": {}} // by hour of the day
	days := map[time.Time]bool{}
	for _, row := range past.Rows {
		at := row.Time(0).UTC()
		day := at.Truncate(24 * time.Hour)
		days[day] = true
		if of := hours[row.Text(1)]; of != nil {
			of[at.Hour()] = append(of[at.Hour()], sample{day, row.Float(2)})
		}
	}
	hosts := map[time.Time]float64{}
	today := since.Truncate(24 * time.Hour)
	for _, of := range [][2]time.Time{{today.AddDate(0, 0, -usualDays), today}, {today, hourUp(until)}} {
		more, err := a.interfaces(ctx, now, text(r.Params.Filter), of[0], of[1], hosts)
		if err != nil {
			return nil, err
		}
		meta = together(meta, more)
		meta.Until = more.Until
		if !more.To.IsZero() {
			meta.To = more.To
		}
		if meta.From.IsZero() {
			meta.From = more.From
		}
	}
	first, _, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	// A day with records and none of an action at an hour had 0 of them then.
	for _, of := range hours {
		for h := range 24 {
			for day := range days {
				at := day.Add(time.Duration(h) * time.Hour)
				if !at.Before(since) || at.Before(first.Truncate(time.Hour)) || slices.ContainsFunc(of[h], func(s sample) bool { return s.day.Equal(day) }) {
					continue
				}
				of[h] = append(of[h], sample{day, 0})
			}
		}
	}
	out := Usual200JSONResponse{Meta: metaOf(meta), BucketSeconds: int(width / time.Second), Days: len(days), Times: []int64{}}
	for t := since.Truncate(width); t.Before(until); t = t.Add(width) {
		out.Times = append(out.Times, t.Unix())
		for action, band := range map[string]*Band{"ACCEPT": &out.Accept, "REJECT": &out.Reject} {
			low, high := usualAt(hours[action], t, width, hosts)
			band.Low, band.High = append(band.Low, low), append(band.High, high)
		}
	}
	return out, nil
}

// interfaces counts the interfaces with traffic by day, as a cloud that grew or shrank
// is compared with itself at its present size.
func (a *API) interfaces(ctx context.Context, q *query.Runner, filter string, since, until time.Time, into map[time.Time]float64) (query.Meta, error) {
	var table query.Table
	meta, err := q.Run(ctx, query.Request{
		Filter: filter, Now: a.cfg.Now(), Scope: a.scope(ctx), Since: since, Until: until,
		Bucket: 24 * time.Hour, GroupBy: []record.FieldID{record.InterfaceID},
		Aggregates: []query.Aggregate{{Function: query.Count}}, TrafficOnly: true,
	}, &table)
	for _, row := range table.Rows {
		if row.Uint(2) > 0 {
			into[row.Time(0).UTC()]++
		}
	}
	return meta, err
}

// hourUp rounds up to the hour.
func hourUp(t time.Time) time.Time { return t.Add(time.Hour - 1).Truncate(time.Hour) }

// usualAt is the usual range of a bucket, nils where less than three days are known.
func usualAt(hours map[int][]sample, t time.Time, width time.Duration, hosts map[time.Time]float64) (low, high *float32) {
	t = t.UTC()
	now := hosts[t.Truncate(24*time.Hour)]
	var lows, highs float64
	// A bucket wider than an hour is the sum of its hours.
	n := max(1, int(width/time.Hour))
	for i := range n {
		at := t.Add(time.Duration(i) * time.Hour)
		var same, all []float64
		for _, s := range hours[at.Hour()] {
			if !s.day.Before(at.Truncate(24 * time.Hour)) {
				continue
			}
			count := s.count
			if then := hosts[s.day]; then > 0 && now > 0 {
				count *= now / then
			}
			all = append(all, count)
			if s.day.Weekday() == at.Weekday() {
				same = append(same, count)
			}
		}
		if len(same) >= 3 {
			all = same
		}
		if len(all) < 3 {
			return nil, nil
		}
		slices.Sort(all)
		cut := 0
		if len(all) >= 10 {
			cut = 1
		}
		lows += all[cut]
		highs += all[len(all)-1-cut]
	}
	share := math.Min(1, width.Hours())
	lows, highs = lows*share, highs*share
	// Counts vary by their square root even where nothing changes.
	lows, highs = math.Max(0, lows-2*math.Sqrt(lows)), highs+2*math.Sqrt(highs)
	return pointer(float32(lows)), pointer(float32(highs))
}

// newRows is the most edges that are compared for what is new.
const newRows = 50_000

// ListNew implements [StrictServerInterface].
func (a *API) ListNew(ctx context.Context, r ListNewRequestObject) (ListNewResponseObject, error) {
	since, until, err := a.span(ctx, r.Params.Since, r.Params.Until)
	if err != nil {
		return nil, err
	}
	// The roll-ups know hours.
	since, until = since.Truncate(time.Hour), hourUp(until)
	from, to, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	out := ListNew200JSONResponse{Meta: metaOf(query.Meta{Counted: query.CountedOnce, Since: since, Until: until, From: from, To: to}), Since: since, Until: until, Items: []NewThing{}, More: []string{}, Warnings: []string{}}
	if from.IsZero() || !from.Before(since) {
		out.Warnings = append(out.Warnings, "there is nothing before the range to compare it with")
		return out, nil
	}
	out.LearnedDays = int(math.Ceil(since.Sub(from).Hours() / 24))
	kinds := []struct {
		kind   NewThingKind
		field  record.FieldID
		filter string
		term   string
		detail string
	}{
		{NewThingKindCountry, record.DstCountry, "action:ACCEPT AND direction:outbound AND dst_scope:public", "dst_country", "data went there"},
		{NewThingKindCountry, record.SrcCountry, "action:ACCEPT AND direction:inbound AND src_scope:public", "src_country", "was let in"},
		{NewThingKindNetwork, record.DstASOrg, "action:ACCEPT AND direction:outbound AND dst_scope:public", "dst_as_org", "data went there"},
		{NewThingKindDestination, record.DstAddr, "action:ACCEPT AND direction:outbound AND dst_scope:public", "dstaddr", "data went there"},
	}
	// They wait for one another no more than the engine has them wait.
	now := a.cfg.Query.Now(ctx)
	g, gctx := errgroup.WithContext(ctx)
	things, metas, more := make([][]NewThing, len(kinds)+1), make([]query.Meta, len(kinds)+1), make([]bool, len(kinds))
	for i, kind := range kinds {
		g.Go(func() (err error) {
			things[i+1], more[i], metas[i+1], err = a.newValues(gctx, now, kind.field, kind.filter, since, until)
			for j := range things[i+1] {
				t := &things[i+1][j]
				t.Kind, t.Detail = kind.kind, pointer(kind.detail)
				t.Filter = kind.filter + " AND " + kind.term + ":" + quoteTerm(t.Name)
			}
			return err
		})
	}
	g.Go(func() (err error) {
		things[0], metas[0], err = a.newEdges(gctx, since, until)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	out.Items = append(out.Items, slices.Concat(things...)...)
	for i, kind := range kinds {
		if name := string(kind.kind); more[i] && !slices.Contains(out.More, name) {
			out.More = append(out.More, name)
		}
	}
	meta := metas[0]
	for _, more := range metas[1:] {
		meta = together(meta, more)
	}
	out.Meta = metaOf(meta)
	return out, nil
}

// newEdges are the pairs of apps that never spoke before the range, and the ports that
// no app of ours answered on before it.
func (a *API) newEdges(ctx context.Context, since, until time.Time) ([]NewThing, query.Meta, error) {
	atlas, meta, err := a.atlas(ctx, query.EdgesRequest{Since: since, Until: until, Scope: a.scope(ctx), Ports: true})
	if err != nil {
		return nil, meta, err
	}
	type pair struct{ client, server int }
	type listener struct {
		server int
		port   uint16
	}
	type newcomer struct {
		first int64
		thing NewThing
		ports []string
	}
	pairs, listeners := map[pair]*newcomer{}, map[listener]*newcomer{}
	rows, _ := atlas.List(appgraph.Between{}, appgraph.Options{}, newRows)
	seen := map[pair]int64{}
	opened := map[listener]int64{}
	for i := range atlas.Lines {
		l := &atlas.Lines[i]
		if l.Action != record.Accept {
			continue
		}
		p, o := pair{l.Client, l.Server}, listener{l.Server, l.Port}
		if first, ok := seen[p]; !ok || l.First < first {
			seen[p] = l.First
		}
		if first, ok := opened[o]; !ok || l.First < first {
			opened[o] = l.First
		}
	}
	add := func(to *newcomer, r appgraph.Row) *newcomer {
		if to == nil {
			to = &newcomer{first: r.Line.First, thing: NewThing{Filter: r.Filter}}
		}
		to.thing.Flows += int64(r.Line.Flows)
		to.thing.Bytes += int64(r.Line.Bytes())
		to.first = min(to.first, r.Line.First)
		if port := fmt.Sprint(r.Line.Port); !slices.Contains(to.ports, port) {
			to.ports = append(to.ports, port)
		}
		return to
	}
	for _, r := range rows {
		l := r.Line
		p, o := pair{l.Client, l.Server}, listener{l.Server, l.Port}
		if l.Action != record.Accept || l.Flows == 0 {
			continue
		}
		if seen[p] >= since.Unix() {
			pairs[p] = add(pairs[p], r)
			pairs[p].thing.Kind, pairs[p].thing.Name = NewThingKindEdge, r.Client.Name+" → "+r.Server.Name
			if len(pairs[p].ports) > 1 { // all of its ports
				pairs[p].thing.Filter = "client_app:" + quoteTerm(r.Client.Name) + " AND server_app:" + quoteTerm(r.Server.Name)
			}
		}
		if opened[o] >= since.Unix() && r.Server.Network != "" && l.Port != 0 {
			listeners[o] = add(listeners[o], r)
			listeners[o].thing.Kind, listeners[o].thing.Name = NewThingKindListener, r.Server.Name+":"+fmt.Sprint(l.Port)
			listeners[o].thing.Filter = "server_app:" + quoteTerm(r.Server.Name) + " AND service_port:" + fmt.Sprint(l.Port)
		}
	}
	var out []NewThing
	for _, e := range pairs {
		slices.Sort(e.ports)
		e.thing.Detail = pointer("port " + strings.Join(e.ports[:min(len(e.ports), 6)], ", "))
		e.thing.FirstSeen = instant(time.Unix(e.first, 0))
		out = append(out, e.thing)
	}
	for _, e := range listeners {
		e.thing.Detail = pointer("answered for the first time")
		e.thing.FirstSeen = instant(time.Unix(e.first, 0))
		out = append(out, e.thing)
	}
	slices.SortFunc(out, func(x, y NewThing) int {
		if c := cmp.Compare(x.Kind, y.Kind); c != 0 {
			return c
		}
		if c := cmp.Compare(y.Bytes, x.Bytes); c != 0 {
			return c
		}
		return cmp.Compare(x.Name, y.Name)
	})
	return out, meta, nil
}

// newThings is how many new values of a field are told of.
const newThings = 50

// newValues are the values of a field that no record before the range has, those with
// the most bytes first, and whether there are more.
func (a *API) newValues(ctx context.Context, q *query.Runner, field record.FieldID, filter string, since, until time.Time) (out []NewThing, more bool, meta query.Meta, err error) {
	table, meta, err := q.Newcomers(ctx, query.Request{
		Filter: filter, Now: a.cfg.Now(), Scope: a.scope(ctx), Since: since, Until: until, GroupBy: []record.FieldID{field}, TrafficOnly: true, Bare: true,
		Aggregates: []query.Aggregate{{Function: query.Sum, Field: record.Bytes}, {Function: query.Count}}, Limit: newThings + 1, // one may be without
	})
	for _, row := range table.Rows {
		switch name := row.Text(0); {
		case name == "":
		case len(out) == newThings:
			more = true
		default:
			out = append(out, NewThing{Name: name, Bytes: int64(row.Uint(1)), Flows: int64(row.Uint(2))})
		}
	}
	return out, more || meta.Truncated, meta, err
}

// quoteTerm writes a value as one term of the filter language.
func quoteTerm(value string) string {
	plain := true
	for _, r := range value {
		plain = plain && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_')
	}
	if plain && value != "" {
		return value
	}
	out := []byte{'"'}
	for i := range len(value) {
		if value[i] == '"' || value[i] == '\\' {
			out = append(out, '\\')
		}
		out = append(out, value[i])
	}
	return string(append(out, '"'))
}
