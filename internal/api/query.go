package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// GetRange implements [StrictServerInterface].
func (a *API) GetRange(ctx context.Context, _ GetRangeRequestObject) (GetRangeResponseObject, error) {
	from, to, err := a.extentOf(ctx)
	if err != nil {
		return nil, err
	}
	out := GetRange200JSONResponse{Empty: to.IsZero(), From: instant(from), To: instant(to), Now: instant(a.cfg.Now())}
	if out.Empty {
		return out, nil
	}
	var actions query.Table
	_, err = a.cfg.Query.Run(ctx, query.Request{
		Scope: a.scope(ctx), Since: to.Add(-newestSpan), Until: to, Limit: 10,
		GroupBy: []record.FieldID{record.ActionField}, Aggregates: []query.Aggregate{{Function: query.Count}}, TrafficOnly: true,
	}, &actions)
	if err != nil {
		return nil, err
	}
	logged := []string{}
	for _, row := range actions.Rows {
		if name := row.Text(0); name != "" {
			logged = append(logged, name)
		}
	}
	out.Actions = &logged
	return out, nil
}

// asked are the parameters that all forms of a query share.
type asked struct {
	filter, since, until, columns, by, agg, bucket, order *string
	limit                                                 *int
	records, traffic                                      *bool
}

// request reads the parameters of a query.
func (a *API) request(ctx context.Context, q asked) (query.Request, error) {
	req := query.Request{
		Filter: text(q.filter), Now: a.cfg.Now(), Scope: a.scope(ctx),
		Limit: 1000, Records: value(q.records), TrafficOnly: value(q.traffic),
	}
	if q.limit != nil {
		req.Limit = *q.limit
	}
	var err error
	if req.Since, req.Until, err = a.span(ctx, q.since, q.until); err != nil {
		return req, err
	}
	if req.Columns, err = query.ParseFields(text(q.columns)); err != nil {
		return req, err
	}
	if req.GroupBy, err = query.ParseFields(text(q.by)); err != nil {
		return req, err
	}
	if req.Aggregates, err = query.ParseAggregates(text(q.agg)); err != nil {
		return req, err
	}
	if req.Order, err = query.ParseOrder(text(q.order)); err != nil {
		return req, err
	}
	switch bucket := text(q.bucket); bucket {
	case "":
	case "auto":
		req.Bucket = autoBucket(req.Until.Sub(req.Since))
	default:
		if req.Bucket, err = query.ParseBucket(bucket); err != nil {
			return req, err
		}
	}
	return req, nil
}

// Query implements [StrictServerInterface].
func (a *API) Query(ctx context.Context, r QueryRequestObject) (QueryResponseObject, error) {
	p := r.Params
	req, err := a.request(ctx, asked{p.Filter, p.Since, p.Until, p.Columns, p.By, p.Agg, p.Bucket, p.Order, p.Limit, p.Records, p.Traffic})
	if err != nil {
		return nil, err
	}
	if req.Limit == 0 {
		return nil, bad("limit 0 would give all rows", "set a limit, or use /export")
	}
	req.Pages, req.After, req.IDs = true, text(p.Cursor), value(p.Ids)
	t, err := a.table(ctx, func(ctx context.Context, sink query.Sink) (query.Meta, error) { return a.cfg.Query.Run(ctx, req, sink) })
	if err != nil {
		return nil, err
	}
	if req.Bucket > 0 {
		t.meta.BucketSeconds = pointer(int(req.Bucket / time.Second))
	}
	return t, nil
}

// GetRecord implements [StrictServerInterface].
func (a *API) GetRecord(ctx context.Context, r GetRecordRequestObject) (GetRecordResponseObject, error) {
	req := query.Request{Scope: a.scope(ctx), ID: r.Id, Limit: 1, Bare: true}
	for _, f := range record.Fields() {
		if f.Place != record.PlaceEither {
			req.Columns = append(req.Columns, f.ID)
		}
	}
	t, err := a.table(ctx, func(ctx context.Context, sink query.Sink) (query.Meta, error) { return a.cfg.Query.Run(ctx, req, sink) })
	if err != nil {
		return nil, err
	}
	if t.sink.rows == 0 {
		return nil, missing("there is no record of that id", "it may be older than what is kept")
	}
	return t, nil
}

// QueryPlan implements [StrictServerInterface].
func (a *API) QueryPlan(ctx context.Context, r QueryPlanRequestObject) (QueryPlanResponseObject, error) {
	p := r.Params
	req, err := a.request(ctx, asked{p.Filter, p.Since, p.Until, p.Columns, p.By, p.Agg, p.Bucket, p.Order, p.Limit, p.Records, p.Traffic})
	if err != nil {
		return nil, err
	}
	plan, err := a.cfg.Query.Explain(ctx, req)
	if err != nil {
		return nil, err
	}
	return QueryPlan200JSONResponse{Table: plan.Table, Why: plan.Why, Sql: plan.SQL, Params: plan.Params, Cli: pointer(commandOf(req))}, nil
}

// commandOf is a request as a person types it.
func commandOf(req query.Request) string {
	var b strings.Builder
	word := func(flag, text string) {
		if text != "" {
			fmt.Fprintf(&b, " %s %s", flag, shellQuote(text))
		}
	}
	names := func(ids []record.FieldID) string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = record.Get(id).Name
		}
		return strings.Join(out, ",")
	}
	b.WriteString("weir query ")
	b.WriteString(shellQuote(req.Filter))
	word("--since", req.Since.UTC().Format(time.RFC3339))
	word("--until", req.Until.UTC().Format(time.RFC3339))
	word("--columns", names(req.Columns))
	word("--by", names(req.GroupBy))
	aggregates := make([]string, len(req.Aggregates))
	for i, g := range req.Aggregates {
		aggregates[i] = string(g.Function)
		if g.Function != query.Count {
			aggregates[i] += "(" + record.Get(g.Field).Name + ")"
		}
	}
	word("--agg", strings.Join(aggregates, ","))
	if req.Bucket > 0 {
		word("--bucket", strings.TrimSuffix(strings.TrimSuffix(req.Bucket.String(), "0s"), "0m"))
	}
	orders := make([]string, len(req.Order))
	for i, o := range req.Order {
		orders[i] = o.Column
		if o.Descending {
			orders[i] = "-" + o.Column
		}
	}
	word("--order", strings.Join(orders, ","))
	if len(req.Aggregates) > 0 || len(req.GroupBy) > 0 {
		word("--top", fmt.Sprint(req.Limit))
	} else {
		word("--limit", fmt.Sprint(req.Limit))
	}
	if req.Records {
		b.WriteString(" --records")
	}
	return b.String()
}

// shellQuote writes a word as POSIX shells read it.
func shellQuote(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

// ListFields implements [StrictServerInterface].
func (a *API) ListFields(context.Context, ListFieldsRequestObject) (ListFieldsResponseObject, error) {
	out := ListFields200JSONResponse{}
	for _, f := range record.Fields() {
		one := Field{Name: f.Name, Kind: kindOf(f.Type), Unit: f.Unit, Doc: f.Doc, Aliases: append([]string{}, f.Aliases...), Stored: f.Place != record.PlaceEither}
		if f.Since > 0 {
			one.Since = pointer(int(f.Since))
		}
		out = append(out, one)
	}
	return out, nil
}

// ListValues implements [StrictServerInterface].
func (a *API) ListValues(ctx context.Context, r ListValuesRequestObject) (ListValuesResponseObject, error) {
	p := r.Params
	q := asked{filter: p.Filter, since: p.Since, until: p.Until, by: &p.Field, agg: pointer("count"), limit: p.Limit}
	if q.limit == nil {
		q.limit = pointer(20)
	}
	if prefix := text(p.Prefix); prefix != "" {
		narrowed := p.Field + ":" + escapeTerm(prefix) + "*"
		if f := strings.TrimSpace(text(p.Filter)); f != "" {
			narrowed = "(" + f + ") AND " + narrowed
		}
		q.filter = &narrowed
	}
	req, err := a.request(ctx, q)
	if err != nil {
		return nil, err
	}
	return a.table(ctx, func(ctx context.Context, sink query.Sink) (query.Meta, error) { return a.cfg.Query.Run(ctx, req, sink) })
}

// escapeTerm writes text as a word of the filter language.
func escapeTerm(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(`+-!(){}[]^"~*?:\/<>=&| `, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// CheckFilter implements [StrictServerInterface].
func (a *API) CheckFilter(_ context.Context, r CheckFilterRequestObject) (CheckFilterResponseObject, error) {
	source := text(r.Params.Filter)
	bound, err := filter.Compile(source, filter.Options{Now: a.cfg.Now()})
	var mistake *filter.Error
	switch {
	case errors.As(err, &mistake):
		out := CheckFilter200JSONResponse{Message: &mistake.Message}
		if mistake.Suggestion != "" {
			out.Fix = &mistake.Suggestion
		}
		start := units(source, mistake.Column-1)
		out.Position = &Position{Start: start, End: start + wordAt(source, mistake.Column-1)}
		return out, nil
	case err != nil:
		return nil, err
	}
	return CheckFilter200JSONResponse{Ok: true, Canonical: pointer(bound.String())}, nil
}

// wordAt is the length of the word that begins at a character, in UTF-16 units, 1
// at least.
func wordAt(source string, character int) int {
	runes := []rune(source)
	n := 0
	for i := character; i >= 0 && i < len(runes) && !strings.ContainsRune(` :()"`, runes[i]); i++ {
		n++
	}
	return max(n, 1)
}

// Sql implements [StrictServerInterface].
func (a *API) Sql(ctx context.Context, r SqlRequestObject) (SqlResponseObject, error) {
	if err := a.everybodys(ctx, "SQL"); err != nil { // a statement has no bounds
		return nil, err
	}
	o := query.SQLOptions{Params: value(r.Body.Params)}
	o.Limits.ResultRows = 10000
	if r.Body.Limit != nil {
		o.Limits.ResultRows = uint64(*r.Body.Limit)
	}
	return a.table(ctx, func(ctx context.Context, sink query.Sink) (query.Meta, error) {
		return a.cfg.Query.SQL(ctx, r.Body.Sql, o, sink)
	})
}

// ListHunts implements [StrictServerInterface].
func (a *API) ListHunts(context.Context, ListHuntsRequestObject) (ListHuntsResponseObject, error) {
	out := ListHunts200JSONResponse{}
	for _, h := range query.Hunts() {
		one := Hunt{Name: h.Name, Title: h.Title, Doc: h.Doc, Sql: h.SQL}
		one.Params = make([]struct {
			Default string `json:"default"`
			Doc     string `json:"doc"`
			Name    string `json:"name"`
			Type    string `json:"type"`
		}, len(h.Params))
		for i, p := range h.Params {
			one.Params[i].Name, one.Params[i].Type, one.Params[i].Default, one.Params[i].Doc = p.Name, p.Type, p.Default, p.Doc
		}
		out = append(out, one)
	}
	return out, nil
}

// RunHunt implements [StrictServerInterface].
func (a *API) RunHunt(ctx context.Context, r RunHuntRequestObject) (RunHuntResponseObject, error) {
	if err := a.everybodys(ctx, "a hunt"); err != nil {
		return nil, err
	}
	hunt, ok := query.FindHunt(r.Name)
	if !ok {
		return nil, missing(fmt.Sprintf("there is no hunt %q", r.Name), "GET "+Prefix+"/hunts lists them")
	}
	return a.table(ctx, func(ctx context.Context, sink query.Sink) (query.Meta, error) {
		return a.cfg.Query.Hunt(ctx, hunt, value(r.Body.Values), query.SQLLimits(), sink)
	})
}

// Why implements [StrictServerInterface].
func (a *API) Why(ctx context.Context, r WhyRequestObject) (WhyResponseObject, error) {
	p := r.Params
	req := query.WhyRequest{Scope: a.scope(ctx)}
	var err error
	if req.Src, err = query.ParseEnd(p.Src); err != nil {
		return nil, bad("src: "+err.Error(), "write an address, or network/address")
	}
	if req.Dst, err = query.ParseEnd(p.Dst); err != nil {
		return nil, bad("dst: "+err.Error(), "write an address, or network/address")
	}
	if p.Port != nil {
		req.Port = pointer(uint16(*p.Port))
	}
	if req.Since, req.Until, err = a.span(ctx, p.Since, p.Until); err != nil {
		return nil, err
	}
	why, err := a.cfg.Query.Why(ctx, req)
	if err != nil {
		return nil, err
	}
	return whyAnswer(why), nil
}

// whyAnswer is a verdict in its own spelling, which is the document's.
type whyAnswer query.Why

// VisitWhyResponse implements [WhyResponseObject].
func (v whyAnswer) VisitWhyResponse(w http.ResponseWriter) error { return v.write(w) }

func (v whyAnswer) write(w http.ResponseWriter) error {
	return writeJSON(w, struct {
		query.Why
		Meta Meta `json:"meta"`
	}{query.Why(v), metaOf(v.Meta)})
}

// kindOf is how the values of a type are shown.
func kindOf(t record.Type) string {
	switch t {
	case record.TypeAddr:
		return "addr"
	case record.TypeTime:
		return "time"
	case record.TypeBool:
		return "bool"
	case record.TypeText, record.TypeAction:
		return "text"
	default:
		return "number"
	}
}
