package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
)

// GraphPlaces keeps where cards of the graph stand. One who asks with another scope
// sees another graph, which is not kept.
type GraphPlaces interface {
	Load(ctx context.Context) (map[string]appgraph.Place, error)
	Save(ctx context.Context, kept, now map[string]appgraph.Place) error
}

// atlases remembers the last graphs: who opens a group or takes another look asks
// for the same again.
type atlases struct {
	mu   sync.Mutex
	list []keptAtlas
}

type keptAtlas struct {
	key   string
	at    time.Time
	atlas *appgraph.Atlas
	meta  query.Meta
}

// How long a graph is remembered, and how many.
const (
	atlasAge   = 10 * time.Second
	maxAtlases = 6
)

// atlas reads the graph of a range.
func (a *API) atlas(ctx context.Context, req query.EdgesRequest) (*appgraph.Atlas, query.Meta, error) {
	key, err := json.Marshal(req)
	if err != nil {
		return nil, query.Meta{}, err
	}
	now := a.cfg.Now()
	a.atlases.mu.Lock()
	for _, k := range a.atlases.list {
		if k.key == string(key) && now.Sub(k.at) < atlasAge {
			a.atlases.mu.Unlock()
			return k.atlas, k.meta, nil
		}
	}
	a.atlases.mu.Unlock()
	edges, err := a.cfg.Query.Edges(ctx, req)
	if err != nil {
		return nil, query.Meta{}, err
	}
	networks, err := a.cfg.Query.Networks(ctx, req.Scope)
	if err != nil {
		return nil, query.Meta{}, err
	}
	atlas := appgraph.NewAtlas(edges, networks)
	a.atlases.mu.Lock()
	defer a.atlases.mu.Unlock()
	a.atlases.list = append(a.atlases.list, keptAtlas{string(key), now, atlas, edges.Meta})
	if len(a.atlases.list) > maxAtlases {
		a.atlases.list = a.atlases.list[1:]
	}
	return atlas, edges.Meta, nil
}

// graphAsked are the parameters that the graph and its edges share.
type graphAsked struct {
	since, until, cmpSince, cmpUntil, find, hide *string
	only                                         string
	ports                                        bool
}

// graphOptions reads the graph and what of it is asked for.
func (a *API) graphOptions(ctx context.Context, q graphAsked) (atlas *appgraph.Atlas, o appgraph.Options, m query.Meta, err error) {
	req := query.EdgesRequest{Scope: a.scope(ctx), Ports: q.ports}
	if req.Since, req.Until, err = a.span(ctx, q.since, q.until); err != nil {
		return nil, o, m, err
	}
	if text(q.cmpSince) != "" || text(q.cmpUntil) != "" {
		if req.BeforeSince, req.BeforeUntil, err = a.span(ctx, q.cmpSince, q.cmpUntil); err != nil {
			return nil, o, m, err
		}
		o.Compare = true
		o.Share = req.Until.Sub(req.Since).Seconds() / req.BeforeUntil.Sub(req.BeforeSince).Seconds()
	}
	o.Only, o.Today = appgraph.Only(q.only), req.Until.Add(-24*time.Hour).Unix()
	if atlas, m, err = a.atlas(ctx, req); err != nil {
		return nil, o, m, err
	}
	match := func(source *string) ([]bool, error) {
		if strings.TrimSpace(text(source)) == "" {
			return nil, nil
		}
		bound, err := filter.Compile(*source, filter.Options{Now: a.cfg.Now()})
		if err != nil {
			return nil, err
		}
		return atlas.Match(bound), nil
	}
	if o.Find, err = match(q.find); err != nil {
		return nil, o, m, err
	}
	o.Hide, err = match(q.hide)
	return atlas, o, m, err
}

// graphAnswer is a picture in its own spelling, which is the document's.
type graphAnswer struct {
	appgraph.View
	Cards []graphCard `json:"cards"`
	Meta  Meta        `json:"meta"`
}

type graphCard struct {
	appgraph.Card
	Alerts int `json:"alerts"`
}

// VisitGetGraphResponse implements [GetGraphResponseObject].
func (g graphAnswer) VisitGetGraphResponse(w http.ResponseWriter) error { return writeJSON(w, g) }

// GetGraph implements [StrictServerInterface].
func (a *API) GetGraph(ctx context.Context, r GetGraphRequestObject) (GetGraphResponseObject, error) {
	p := r.Params
	begun := time.Now()
	atlas, o, m, err := a.graphOptions(ctx, graphAsked{p.Since, p.Until, p.CmpSince, p.CmpUntil, p.Find, p.Hide, string(value(p.Only)), false})
	if err != nil {
		return nil, err
	}
	o.Center, o.Open, o.Shut = text(p.Center), splitIDs(text(p.Open)), splitIDs(text(p.Shut))
	if _, ok := atlas.Find(o.Center); o.Center != "" && !ok {
		return nil, missing("there is no app "+o.Center, "GET "+Prefix+"/graph/apps lists them")
	}
	keep := a.cfg.Places != nil && o.Center == "" && a.scope(ctx).All
	if keep {
		if o.Kept, err = a.cfg.Places.Load(ctx); err != nil {
			return nil, err
		}
	}
	view, places := atlas.View(o)
	if keep {
		if err := a.cfg.Places.Save(ctx, o.Kept, places); err != nil {
			a.log.Warn("the picture may move next time", "err", err)
		}
	}
	out := graphAnswer{View: view, Cards: make([]graphCard, len(view.Cards))}
	alerts, err := a.alerted(ctx, m.Since, m.Until)
	if err != nil {
		return nil, err
	}
	for i, c := range view.Cards {
		out.Cards[i].Card = c
		ids := map[string]bool{} // an alert counts once, however many apps of a group it is about
		for _, app := range c.Members {
			for id := range alerts[app] {
				ids[id] = true
			}
		}
		out.Cards[i].Alerts = len(ids)
	}
	m.Rows, m.Elapsed = uint64(len(view.Links)), time.Since(begun)
	out.Meta = metaOf(m)
	return out, nil
}

// splitIDs reads a list of ids; a comma within one is %2C.
func splitIDs(text string) (ids []string) {
	for id := range strings.SplitSeq(text, ",") {
		if id != "" {
			ids = append(ids, strings.NewReplacer("%2C", ",", "%25", "%").Replace(id))
		}
	}
	return ids
}

// ListGraphEdges implements [StrictServerInterface].
func (a *API) ListGraphEdges(ctx context.Context, r ListGraphEdgesRequestObject) (ListGraphEdgesResponseObject, error) {
	p := r.Params
	begun := time.Now()
	atlas, o, m, err := a.graphOptions(ctx, graphAsked{p.Since, p.Until, p.CmpSince, p.CmpUntil, p.Find, p.Hide, string(value(p.Only)), true})
	if err != nil {
		return nil, err
	}
	limit := 20000
	if p.Limit != nil {
		limit = *p.Limit
	}
	if app := text(p.App); app != "" {
		if _, ok := atlas.Find(app); !ok {
			return nil, missing("there is no app "+app, "GET "+Prefix+"/graph/apps lists them")
		}
	}
	list, more := atlas.List(appgraph.Between{Client: text(p.Client), Server: text(p.Server), App: text(p.App)}, o, limit)
	t := &tableAnswer{meta: metaOf(m)}
	t.columnsOf(list)
	t.meta.Rows, t.meta.Truncated = int64(len(list)), more || m.Truncated
	t.meta.ElapsedMs = float32(time.Since(begun).Microseconds()) / 1000
	return t, nil
}

func (t *tableAnswer) VisitListGraphEdgesResponse(w http.ResponseWriter) error { return t.write(w) }

// columnsOf lays edges out as a table.
func (t *tableAnswer) columnsOf(list []appgraph.Row) {
	add := func(name string, kind query.Kind, unit string, cell func(*appgraph.Row) any) {
		var values []byte
		for i := range list {
			if i > 0 {
				values = append(values, ',')
			}
			v, err := json.Marshal(cell(&list[i]))
			if err != nil {
				v = []byte("null")
			}
			values = append(values, v...)
		}
		t.sink.columns = append(t.sink.columns, query.Column{Name: name, Kind: kind, Unit: unit})
		t.sink.values = append(t.sink.values, values)
	}
	at := func(unix int64) any {
		if unix == 0 {
			return nil
		}
		return time.Unix(unix, 0).UTC()
	}
	add("client", query.KindText, "", func(r *appgraph.Row) any { return r.Client.Name })
	add("client_id", query.KindText, "", func(r *appgraph.Row) any { return r.Client.ID })
	add("client_network", query.KindText, "", func(r *appgraph.Row) any { return orNull(r.Client.Network) })
	add("server", query.KindText, "", func(r *appgraph.Row) any { return r.Server.Name })
	add("server_id", query.KindText, "", func(r *appgraph.Row) any { return r.Server.ID })
	add("server_network", query.KindText, "", func(r *appgraph.Row) any { return orNull(r.Server.Network) })
	add("port", query.KindNumber, "", func(r *appgraph.Row) any { return r.Line.Port })
	add("protocol", query.KindNumber, "", func(r *appgraph.Row) any { return r.Line.Protocol })
	add("action", query.KindText, "", func(r *appgraph.Row) any { return orNull(r.Line.Action.String()) })
	add("state", query.KindText, "", func(r *appgraph.Row) any { return r.State })
	add("new", query.KindBool, "", func(r *appgraph.Row) any { return r.New })
	add("flows", query.KindNumber, "flows", func(r *appgraph.Row) any { return r.Line.Flows })
	add("bytes_to_server", query.KindNumber, "bytes", func(r *appgraph.Row) any { return r.Line.BytesToServer })
	add("bytes_to_client", query.KindNumber, "bytes", func(r *appgraph.Row) any { return r.Line.BytesToClient })
	add("packets", query.KindNumber, "packets", func(r *appgraph.Row) any { return r.Line.Packets() })
	add("before_bytes", query.KindNumber, "bytes", func(r *appgraph.Row) any { return r.Line.BeforeBytes })
	add("first_seen", query.KindTime, "", func(r *appgraph.Row) any { return at(r.Line.First) })
	add("last_seen", query.KindTime, "", func(r *appgraph.Row) any { return at(r.Line.Last) })
	add("filter", query.KindText, "", func(r *appgraph.Row) any { return r.Filter })
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// graphApps are apps in their own spelling, which is the document's.
type graphApps []graphApp

type graphApp struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Network   string              `json:"network,omitempty"`
	Account   string              `json:"account,omitempty"`
	Role      string              `json:"role,omitempty"`
	Owner     string              `json:"owner,omitempty"`
	Side      appgraph.Side       `json:"side"`
	FirstSeen int64               `json:"first_seen"`
	LastSeen  int64               `json:"last_seen"`
	Front     *appgraph.CardFront `json:"front,omitempty"`
}

// VisitListGraphAppsResponse implements [ListGraphAppsResponseObject].
func (g graphApps) VisitListGraphAppsResponse(w http.ResponseWriter) error { return writeJSON(w, g) }

// ListGraphApps implements [StrictServerInterface].
func (a *API) ListGraphApps(ctx context.Context, r ListGraphAppsRequestObject) (ListGraphAppsResponseObject, error) {
	atlas, _, _, err := a.graphOptions(ctx, graphAsked{})
	if err != nil {
		return nil, err
	}
	limit, want := 50, strings.ToLower(text(r.Params.Text))
	if r.Params.Limit != nil {
		limit = *r.Params.Limit
	}
	out := graphApps{}
	for _, p := range atlas.Sorted() {
		if len(out) == limit {
			break
		}
		if strings.Contains(strings.ToLower(p.Name), want) || strings.Contains(strings.ToLower(p.ID), want) {
			out = append(out, graphApp{p.ID, p.Name, p.Network, p.Account, p.Role, p.Owner, p.Side, p.First, p.Latest, p.Front.Card()})
		}
	}
	return out, nil
}
