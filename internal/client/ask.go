package client

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// question is what /ask takes.
type question struct {
	Query   *queryQuestion `json:"query,omitempty"`
	SQL     *sqlQuestion   `json:"sql,omitempty"`
	Hunt    *huntQuestion  `json:"hunt,omitempty"`
	Timeout int            `json:"timeout_seconds,omitempty"`
}

type queryQuestion struct {
	Filter   string     `json:"filter,omitempty"`
	Now      *time.Time `json:"now,omitempty"`
	Since    *time.Time `json:"since,omitempty"`
	Until    *time.Time `json:"until,omitempty"`
	Accounts []string   `json:"accounts,omitempty"`
	Networks []string   `json:"networks,omitempty"`
	Columns  []string   `json:"columns,omitempty"`
	By       []string   `json:"by,omitempty"`
	Agg      []string   `json:"agg,omitempty"`
	Bucket   int64      `json:"bucket_seconds,omitempty"`
	Order    []string   `json:"order,omitempty"`
	Limit    int        `json:"limit,omitempty"`
	Records  bool       `json:"records,omitempty"`
	Traffic  bool       `json:"traffic,omitempty"`
}

type sqlQuestion struct {
	SQL    string            `json:"sql"`
	Params map[string]string `json:"params,omitempty"`
}

type huntQuestion struct {
	Name   string            `json:"name"`
	Values map[string]string `json:"values,omitempty"`
}

type whyQuestion struct {
	Src      string     `json:"src"`
	Dst      string     `json:"dst"`
	Port     *uint16    `json:"port,omitempty"`
	Since    *time.Time `json:"since,omitempty"`
	Until    *time.Time `json:"until,omitempty"`
	Accounts []string   `json:"accounts,omitempty"`
	Networks []string   `json:"networks,omitempty"`
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.UTC()
	return &t
}

func names(ids []record.FieldID) []string {
	var out []string
	for _, id := range ids {
		out = append(out, record.Get(id).Name)
	}
	return out
}

// seconds is a limit of time as it goes to the server, rounded up.
func seconds(l query.Limits) int { return int((l.Time + time.Second - 1) / time.Second) }

func questionOf(r query.Request) question {
	q := &queryQuestion{
		Filter: r.Filter, Now: instant(r.Now), Since: instant(r.Since), Until: instant(r.Until), Accounts: r.Scope.Accounts, Networks: r.Scope.Networks,
		Columns: names(r.Columns), By: names(r.GroupBy), Bucket: int64(r.Bucket / time.Second), Limit: r.Limit, Records: r.Records, Traffic: r.TrafficOnly,
	}
	for _, a := range r.Aggregates {
		text := string(a.Function)
		if a.Function != query.Count {
			text += "(" + record.Get(a.Field).Name + ")"
		}
		q.Agg = append(q.Agg, text)
	}
	for _, o := range r.Order {
		text := o.Column
		if o.Descending {
			text = "-" + text
		}
		q.Order = append(q.Order, text)
	}
	return question{Query: q, Timeout: seconds(r.Limits)}
}

// Run answers a request as [query.Runner.Run] does.
func (c *Client) Run(ctx context.Context, r query.Request, sink query.Sink) (query.Meta, error) {
	return c.rows(ctx, questionOf(r), sink)
}

// SQL runs a statement as [query.Runner.SQL] does.
func (c *Client) SQL(ctx context.Context, text string, o query.SQLOptions, sink query.Sink) (query.Meta, error) {
	return c.rows(ctx, question{SQL: &sqlQuestion{SQL: text, Params: o.Params}, Timeout: seconds(o.Limits)}, sink)
}

// Hunt runs a hunt as [query.Runner.Hunt] does; it is the server's of that name.
func (c *Client) Hunt(ctx context.Context, h query.Hunt, values map[string]string, l query.Limits, sink query.Sink) (query.Meta, error) {
	return c.rows(ctx, question{Hunt: &huntQuestion{Name: h.Name, Values: values}, Timeout: seconds(l)}, sink)
}

// Explain tells how the server would answer a request.
func (c *Client) Explain(ctx context.Context, r query.Request) (p query.Plan, err error) {
	err = c.call(ctx, http.MethodPost, "ask/plan", nil, questionOf(r), &p)
	return p, err
}

// Why tells where a connection stops, as [query.Runner.Why] does.
func (c *Client) Why(ctx context.Context, r query.WhyRequest) (w query.Why, err error) {
	err = c.call(ctx, http.MethodPost, "ask/why", nil, whyQuestion{
		Src: r.Src.String(), Dst: r.Dst.String(), Port: r.Port, Since: instant(r.Since), Until: instant(r.Until),
		Accounts: r.Scope.Accounts, Networks: r.Scope.Networks,
	}, &w)
	return w, err
}

// ErrCut says that an answer ended before it was whole.
var ErrCut = errors.New("the answer broke off")

// line is a line of an answer that is no row.
type line struct {
	Columns []column `json:"columns"`
	Meta    *meta    `json:"meta"`
	Problem *problem `json:"problem"`
}

// rows sends a question and hands the rows of the answer to sink.
func (c *Client) rows(ctx context.Context, q question, sink query.Sink) (m query.Meta, err error) {
	resp, err := c.send(ctx, http.MethodPost, "ask", nil, q)
	if err != nil {
		return m, err
	}
	defer resp.Body.Close()
	in := bufio.NewReaderSize(resp.Body, 64<<10)
	var cells []json.RawMessage
	var row [][]byte
	for {
		text, err := in.ReadBytes('\n')
		switch {
		case errors.Is(err, io.EOF):
			return m, ErrCut
		case err != nil && ctx.Err() != nil:
			return m, ctx.Err()
		case err != nil:
			return m, fmt.Errorf("%w: %w", ErrCut, err)
		}
		if text[0] == '[' {
			if err := json.Unmarshal(text, &cells); err != nil {
				return m, fmt.Errorf("read the answer: %w", err)
			}
			row = row[:0]
			for _, cell := range cells {
				row = append(row, cell)
			}
			if err := sink.Row(query.NewRow(row)); err != nil {
				return m, err
			}
			continue
		}
		var l line
		if err := json.Unmarshal(text, &l); err != nil {
			return m, fmt.Errorf("read the answer: %w", err)
		}
		switch {
		case l.Problem != nil:
			return m, l.Problem.err()
		case l.Meta != nil:
			return l.Meta.meta(), nil
		case l.Columns != nil:
			if err := sink.Begin(columnsOf(l.Columns)); err != nil {
				return m, err
			}
		}
	}
}

// column is a column as it comes.
type column struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Unit  string `json:"unit"`
	Field string `json:"field"`
	Type  string `json:"type"`
}

var kinds = map[string]query.Kind{
	"text": query.KindText, "number": query.KindNumber, "bool": query.KindBool, "time": query.KindTime, "addr": query.KindAddr, "other": query.KindOther,
}

func columnsOf(list []column) []query.Column {
	out := make([]query.Column, len(list))
	for i, c := range list {
		out[i] = query.Column{Name: c.Name, Kind: kinds[c.Kind], Unit: c.Unit, Type: c.Type}
		if f, ok := record.Lookup(c.Field); ok && c.Field != "" {
			out[i].Field = f
		}
	}
	return out
}

// meta is what tells of an answer, as it comes.
type meta struct {
	Counted   string    `json:"counted"`
	Table     string    `json:"table"`
	Why       string    `json:"why"`
	Rows      uint64    `json:"rows"`
	Truncated bool      `json:"truncated"`
	Scanned   uint64    `json:"scanned"`
	Bytes     uint64    `json:"bytes"`
	AtLeast   bool      `json:"at_least"`
	Elapsed   float64   `json:"elapsed_ms"`
	Since     time.Time `json:"since"`
	Until     time.Time `json:"until"`
	From      time.Time `json:"from"`
	To        time.Time `json:"to"`
	Gaps      []gap     `json:"gaps"`
	Warnings  []string  `json:"warnings"`
}

type gap struct {
	From    time.Time     `json:"from"`
	To      time.Time     `json:"to"`
	Kind    query.GapKind `json:"kind"`
	Records uint64        `json:"records"`
}

func (m *meta) meta() query.Meta {
	out := query.Meta{
		Counted: m.Counted, Table: m.Table, Why: m.Why, Rows: m.Rows, Truncated: m.Truncated, Scanned: m.Scanned, Bytes: m.Bytes, AtLeast: m.AtLeast,
		Elapsed: time.Duration(m.Elapsed * float64(time.Millisecond)), Since: m.Since, Until: m.Until, From: m.From, To: m.To, Warnings: m.Warnings,
	}
	for _, g := range m.Gaps {
		out.Gaps = append(out.Gaps, query.Gap(g))
	}
	return out
}
