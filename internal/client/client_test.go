package client

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// TestNew protects the token: it goes over TLS only, or to this machine.
func TestNew(t *testing.T) {
	f := func(address, token string, ok bool) {
		t.Helper()
		_, err := New(address, token)
		if (err == nil) != ok || err != nil && (!errors.Is(err, ErrURL) || token != "" && strings.Contains(err.Error(), token)) {
			t.Errorf("%s: %v", address, err)
		}
	}
	f("https://weir.example:8417", "weir_x", true)
	f("https://weir.example/behind/a/proxy", "weir_x", true)
	f("http://127.0.0.1:8417", "weir_x", true)
	f("http://[::1]:8417", "weir_x", true)
	f("http://localhost:8417", "", true)
	f("http://weir.example", "", true)
	f("http://weir.example", "weir_x", false)
	f("http://127.0.0.1.evil.example", "weir_x", false)
	f("https://u:weir_x@weir.example", "weir_x", false)
	f("https://weir.example?token=weir_x", "weir_x", false)
	f("ftp://weir.example", "", false)
	f("weir.example:8417", "", false)
	f("", "", false)
}

// server answers every request with a status and a text.
func server(t *testing.T, status int, text string) (*Client, *http.Request) {
	t.Helper()
	var seen http.Request
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = *r
		if status >= 300 && status < 400 {
			w.Header().Set("Location", "http://"+r.Host+"/elsewhere")
		}
		w.WriteHeader(status)
		io.WriteString(w, text)
	}))
	t.Cleanup(s.Close)
	c, err := New(s.URL, "weir_secret")
	if err != nil {
		t.Fatal(err)
	}
	return c, &seen
}

// TestErrors: an error of the server is the one that the same question gives here.
func TestErrors(t *testing.T) {
	f := func(status int, text string, is func(error) bool, shown string) {
		t.Helper()
		c, _ := server(t, status, text)
		_, err := c.Run(t.Context(), query.Request{}, new(query.Table))
		if err == nil || !is(err) || !strings.HasSuffix(err.Error(), shown) || strings.Contains(err.Error(), "weir_secret") {
			t.Errorf("%d %s: %v", status, text, err)
		}
	}
	problem := func(code, detail, fix string) string {
		return fmt.Sprintf(`{"type":"about:blank","title":"x","status":400,"code":%q,"detail":%q,"fix":%q}`, code, detail, fix)
	}
	as := func(target error) func(error) bool { return func(err error) bool { return errors.Is(err, target) } }
	told := func(err error) bool { var e *Error; return errors.As(err, &e) }
	refused := func(err error) bool { var e *query.RefusedError; return errors.As(err, &e) }
	f(400, problem("request", "the limit is below zero", "raise it"), query.IsUsage, "the limit is below zero; raise it")
	f(403, problem("refused", "the statement is refused: it writes", ""), refused, "statement refused: it writes")
	f(422, problem("timeout", "x", ""), as(query.ErrTimeout), query.ErrTimeout.Error())
	f(422, problem("memory", "x", ""), as(query.ErrMemory), query.ErrMemory.Error())
	f(422, problem("too_much", "x", ""), as(query.ErrTooMuch), query.ErrTooMuch.Error())
	f(404, problem("not_found", "There is nothing.", ""), told, "There is nothing")
	f(302, "", told, "answers 302 Found; is it a weir server?")
	f(502, "<html>a proxy</html>", told, "answers 502 Bad Gateway; is it a weir server?")
}

// TestRows protects against half an answer being taken for a whole one.
func TestRows(t *testing.T) {
	head := `{"columns":[{"name":"srcaddr","kind":"addr","unit":"","field":"srcaddr"},{"name":"n","kind":"number","unit":"flows"}]}` + "\n"
	tail := `{"meta":{"counted":"once","table":"flows","rows":2,"truncated":true,"elapsed_ms":1.5,"from":"2026-03-01T00:00:00Z","gaps":[{"from":"2026-03-02T00:00:00Z","to":"2026-03-03T00:00:00Z","kind":"no_data","records":0}],"warnings":["w"]}}` + "\n"
	rows := `["10.0.0.1",18446744073709551615]` + "\n" + `[null,2]` + "\n"
	ask := func(text string) (query.Table, query.Meta, error) {
		c, seen := server(t, 200, text)
		var table query.Table
		m, err := c.Run(t.Context(), query.Request{Filter: "x"}, &table)
		if seen.Header.Get("Authorization") != "Bearer weir_secret" || seen.URL.Path != "/api/v1/ask" {
			t.Errorf("asked %s %v", seen.URL, seen.Header)
		}
		return table, m, err
	}
	table, m, err := ask(head + rows + tail)
	if err != nil || len(table.Rows) != 2 || table.Rows[0].Text(0) != "10.0.0.1" || string(table.Rows[0].JSON(1)) != "18446744073709551615" || !table.Rows[1].Null(0) {
		t.Errorf("%+v, %v", table, err)
	}
	if table.Columns[0].Field != record.Get(record.SrcAddr) || table.Columns[1].Kind != query.KindNumber || table.Columns[1].Field != nil {
		t.Errorf("%+v", table.Columns)
	}
	if !m.Truncated || m.Elapsed != 1500*time.Microsecond || len(m.Gaps) != 1 || m.Gaps[0].Kind != query.GapNoData || !m.To.IsZero() || m.From.IsZero() {
		t.Errorf("%+v", m)
	}
	for _, cut := range []string{"", head, head + rows, head + rows[:20], head + rows + tail[:40]} {
		if _, _, err := ask(cut); !errors.Is(err, ErrCut) {
			t.Errorf("%q: %v", cut, err)
		}
	}
	if _, _, err := ask(head + rows + `{"problem":{"status":422,"code":"timeout","detail":"x"}}` + "\n"); !errors.Is(err, query.ErrTimeout) {
		t.Error(err)
	}
	if _, _, err := ask(head + "[rubbish]\n" + tail); err == nil {
		t.Error("rubbish is taken for a row")
	}
}

// TestQuestion: all of a request reaches the server.
func TestQuestion(t *testing.T) {
	r := query.Request{
		Filter: "a", Limit: 3, Records: true, TrafficOnly: true, Bucket: time.Hour, GroupBy: []record.FieldID{record.SrcAddr},
		Aggregates: []query.Aggregate{{Function: query.Count}, {Function: query.Sum, Field: record.Bytes}},
		Order:      []query.Order{{Column: "sum_bytes", Descending: true}, {Column: "srcaddr"}},
		Scope:      query.Scope{Networks: []string{"vpc-1"}}, Limits: query.Limits{Time: 1500 * time.Millisecond},
	}
	q := questionOf(r)
	got := fmt.Sprint(*q.Query, q.Timeout)
	want := fmt.Sprint(queryQuestion{Filter: "a", Networks: []string{"vpc-1"}, By: []string{"srcaddr"}, Agg: []string{"count", "sum(bytes)"}, Bucket: 3600,
		Order: []string{"-sum_bytes", "srcaddr"}, Limit: 3, Records: true, Traffic: true}, 2)
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
