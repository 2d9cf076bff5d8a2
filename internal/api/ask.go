package api

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/query"
)

// Ask implements [StrictServerInterface].
func (a *API) Ask(ctx context.Context, r AskRequestObject) (AskResponseObject, error) {
	q, limits := r.Body, limitsOf(r.Body)
	if q.Sql != nil || q.Hunt != nil {
		if err := a.everybodys(ctx, "SQL"); err != nil { // a statement has no bounds
			return nil, err
		}
	}
	answer := &rowsAnswer{a: a}
	switch {
	case q.Query != nil && q.Sql == nil && q.Hunt == nil:
		req, err := a.question(ctx, q)
		if err != nil {
			return nil, err
		}
		answer.ask = func(sink query.Sink) (query.Meta, error) { return a.cfg.Query.Run(ctx, req, sink) }
	case q.Sql != nil && q.Query == nil && q.Hunt == nil:
		o := query.SQLOptions{Params: value(q.Sql.Params), Limits: limits}
		answer.ask = func(sink query.Sink) (query.Meta, error) { return a.cfg.Query.SQL(ctx, q.Sql.Sql, o, sink) }
	case q.Hunt != nil && q.Query == nil && q.Sql == nil:
		hunt, ok := query.FindHunt(q.Hunt.Name)
		if !ok {
			return nil, missing(fmt.Sprintf("there is no hunt %q", q.Hunt.Name), "GET "+Prefix+"/hunts lists them")
		}
		answer.ask = func(sink query.Sink) (query.Meta, error) {
			return a.cfg.Query.Hunt(ctx, hunt, value(q.Hunt.Values), limits, sink)
		}
	default:
		return nil, bad("ask one question", "give one of query, sql and hunt")
	}
	return answer, nil
}

// AskPlan implements [StrictServerInterface].
func (a *API) AskPlan(ctx context.Context, r AskPlanRequestObject) (AskPlanResponseObject, error) {
	if r.Body.Query == nil {
		return nil, bad("only queries have a plan", "give query")
	}
	req, err := a.question(ctx, r.Body)
	if err != nil {
		return nil, err
	}
	plan, err := a.cfg.Query.Explain(ctx, req)
	if err != nil {
		return nil, err
	}
	return AskPlan200JSONResponse{Table: plan.Table, Why: plan.Why, Sql: plan.SQL, Params: plan.Params}, nil
}

// AskWhy implements [StrictServerInterface].
func (a *API) AskWhy(ctx context.Context, r AskWhyRequestObject) (AskWhyResponseObject, error) {
	q := r.Body
	req := query.WhyRequest{Since: value(q.Since), Until: value(q.Until)}
	var err error
	if req.Scope, err = a.narrow(ctx, value(q.Accounts), value(q.Networks)); err != nil {
		return nil, err
	}
	if req.Src, err = query.ParseEnd(q.Src); err != nil {
		return nil, err
	}
	if req.Dst, err = query.ParseEnd(q.Dst); err != nil {
		return nil, err
	}
	if q.Port != nil {
		if *q.Port < 0 || *q.Port > 65535 {
			return nil, bad("port: it is none", "write 0 to 65535")
		}
		req.Port = pointer(uint16(*q.Port))
	}
	why, err := a.cfg.Query.Why(ctx, req)
	if err != nil {
		return nil, err
	}
	return whyAnswer(why), nil
}

// VisitAskWhyResponse implements [AskWhyResponseObject].
func (v whyAnswer) VisitAskWhyResponse(w http.ResponseWriter) error { return v.write(w) }

// longestAnswer is the most time that a question may take.
const longestAnswer = time.Hour

func limitsOf(q *Question) query.Limits {
	l := query.DefaultLimits()
	if q.TimeoutSeconds != nil && *q.TimeoutSeconds > 0 {
		l.Time = min(time.Duration(*q.TimeoutSeconds)*time.Second, longestAnswer)
	}
	return l
}

// question reads a query in full.
func (a *API) question(ctx context.Context, asked *Question) (query.Request, error) {
	q := asked.Query
	req := query.Request{
		Filter: text(q.Filter), Now: value(q.Now), Since: value(q.Since), Until: value(q.Until), Limit: value(q.Limit),
		Records: value(q.Records), TrafficOnly: value(q.Traffic), Bucket: time.Duration(value(q.BucketSeconds)) * time.Second, Limits: limitsOf(asked),
	}
	if req.Now.IsZero() {
		req.Now = a.cfg.Now()
	}
	var err error
	if req.Scope, err = a.narrow(ctx, value(q.Accounts), value(q.Networks)); err != nil {
		return req, err
	}
	list := func(words *[]string) string { return strings.Join(value(words), ",") }
	if req.Columns, err = query.ParseFields(list(q.Columns)); err != nil {
		return req, err
	}
	if req.GroupBy, err = query.ParseFields(list(q.By)); err != nil {
		return req, err
	}
	if req.Aggregates, err = query.ParseAggregates(list(q.Agg)); err != nil {
		return req, err
	}
	req.Order, err = query.ParseOrder(list(q.Order))
	return req, err
}

// narrow returns what a person may see of what some accounts and networks logged.
func (a *API) narrow(ctx context.Context, accounts, networks []string) (query.Scope, error) {
	s := a.scope(ctx)
	if len(accounts)+len(networks) == 0 {
		return s, nil
	}
	if !s.All {
		return s, &problemError{status: http.StatusForbidden, code: "forbidden", detail: "your view is bounded already", fix: "ask without accounts and networks"}
	}
	return query.Scope{Accounts: accounts, Networks: networks}, nil
}

// rowsAnswer streams an answer as lines of JSON.
type rowsAnswer struct {
	a   *API
	ask func(query.Sink) (query.Meta, error)
}

// VisitAskResponse implements [AskResponseObject].
func (r *rowsAnswer) VisitAskResponse(w http.ResponseWriter) error {
	sink := &rowsSink{w: bufio.NewWriterSize(w, 32<<10)}
	w.Header().Set("Content-Type", "application/x-ndjson")
	meta, err := r.ask(sink)
	last := map[string]any{"meta": metaOf(meta)}
	if err != nil {
		if !sink.out {
			return err // nothing has gone out: it is told as any other error
		}
		last = map[string]any{"problem": problemOf(err)}
		r.a.log.Warn("an answer broke off", "err", err)
	}
	line, err := json.Marshal(last)
	if err != nil {
		return err
	}
	if _, err := sink.w.Write(append(line, '\n')); err != nil {
		return nil //nolint:nilerr // nobody reads it any more
	}
	_ = sink.w.Flush()
	return nil
}

// rowsSink writes columns and rows as lines of JSON.
type rowsSink struct {
	w   *bufio.Writer
	out bool // something has gone out
	buf []byte
}

func (s *rowsSink) Begin(columns []query.Column) error {
	line, err := json.Marshal(map[string]any{"columns": columnsOf(columns)})
	if err != nil {
		return err
	}
	return s.line(line)
}

func (s *rowsSink) Row(row query.Row) error {
	s.buf = append(s.buf[:0], '[')
	for i := range row.Len() {
		if i > 0 {
			s.buf = append(s.buf, ',')
		}
		s.buf = append(s.buf, row.JSON(i)...)
	}
	s.buf = append(s.buf, ']')
	return s.line(s.buf)
}

func (s *rowsSink) line(text []byte) error {
	s.out = s.out || len(text)+1 > s.w.Available()
	if _, err := s.w.Write(text); err != nil {
		return err
	}
	return s.w.WriteByte('\n')
}
