package query_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// TestParsers: what people write in flags, and what they are told.
func TestParsers(t *testing.T) {
	f := func(got any, err error, want any) {
		t.Helper()
		if text, isText := want.(string); isText {
			if !query.IsUsage(err) || fmt.Sprint(err) != text {
				t.Errorf("error %v, want %s", err, text)
			}
			return
		}
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v %s", err, diff)
		}
	}
	fields := func(text string, want any) {
		t.Helper()
		got, err := query.ParseFields(text)
		f(got, err, want)
	}
	fields("srcaddr, dst-port,,tcpFlags,eni", []record.FieldID{record.SrcAddr, record.DstPort, record.TCPFlags, record.InterfaceID})
	fields("srcadr", `unknown field "srcadr"; did you mean "srcaddr"?`)
	fields("", []record.FieldID(nil))

	aggregates := func(text string, want any) {
		t.Helper()
		got, err := query.ParseAggregates(text)
		f(got, err, want)
	}
	aggregates("count, SUM(bytes),uniq( dst_addr ),p95(packets),max(end)", []query.Aggregate{
		{Function: query.Count}, {Function: query.Sum, Field: record.Bytes}, {Function: query.Uniq, Field: record.DstAddr},
		{Function: query.P95, Field: record.Packets}, {Function: query.Max, Field: record.End},
	})
	aggregates("count(*)", []query.Aggregate{{Function: query.Count}})
	aggregates("count(dstaddr)", "count takes no field; uniq(dstaddr) counts distinct values")
	aggregates("sum", "sum needs a field; write sum(bytes)")
	aggregates("sum(dstaddr)", "sum(dstaddr): dstaddr is no number")
	aggregates("p95(start)", "p95(start): start is no number")
	aggregates("uniq(addr)", "uniq(addr): addr stands for two fields; name srcaddr or dstaddr")
	aggregates("median(bytes)", `unknown aggregate "median"; use count, sum, min, max, avg, p50, p90, p95, p99 or uniq`)
	aggregates("sum(bytes", `"sum(bytes" is no aggregate; write count or sum(bytes)`)

	order := func(text string, want any) {
		t.Helper()
		got, err := query.ParseOrder(text)
		f(got, err, want)
	}
	order("-sum_bytes,srcAddr,+count", []query.Order{{Column: "sum_bytes", Descending: true}, {Column: "srcaddr"}, {Column: "count"}})
	order("-", `"-" is no column to order by`)

	bucket := func(text string, want any) {
		t.Helper()
		got, err := query.ParseBucket(text)
		f(got, err, want)
	}
	bucket("5m", 5*time.Minute)
	bucket("120s", 2*time.Minute)
	bucket("1w", 7*24*time.Hour)
	bucket("90s", "a bucket of 90s is not whole minutes")
	bucket("0m", `"0m" is no bucket; write 5m, 1h or 1d`)
	bucket("5", `"5" is no bucket; write 5m, 1h or 1d`)

	at, err := query.ParseTime("now-24h", testDay)
	f(at, err, testDay.Add(-24*time.Hour))
	at, err = query.ParseTime("noon", testDay)
	f(at, err, `"noon" is no time; write 2026-01-31, 2026-01-31T10:00:00Z, Unix seconds or now-24h`)
}

// TestRequestMistakes: a request that cannot be is refused before anything runs.
func TestRequestMistakes(t *testing.T) {
	t.Parallel()
	conn, err := engine.DialSocket(t.TempDir() + "/none")
	if err != nil {
		t.Fatal(err)
	}
	r := query.New(conn, query.Config{Database: "weir", Views: "weir_sql"}, nil)
	f := func(req query.Request, want string) {
		t.Helper()
		if _, err := r.Run(t.Context(), req, new(query.Table)); !query.IsUsage(err) || fmt.Sprint(err) != want {
			t.Errorf("%+v: %v, want %s", req, err, want)
		}
	}
	count := []query.Aggregate{{Function: query.Count}}
	all := query.Everything()
	f(query.Request{}, "the request has no scope; name accounts or networks, or ask for all")
	f(query.Request{Scope: all, Filter: "dstprt:22"}, `unknown field "dstprt" at column 1; did you mean "dstport"?`)
	f(query.Request{Scope: all, Since: testDay, Until: testDay}, "the range ends at 2026-03-01T00:00:00Z, before it begins")
	f(query.Request{Scope: all, GroupBy: []record.FieldID{record.SrcAddr}}, "groups and buckets need an aggregate; add one, for instance count")
	f(query.Request{Scope: all, Columns: []record.FieldID{record.AnyAddr}}, "addr stands for two fields; name srcaddr or dstaddr")
	f(query.Request{Scope: all, Columns: []record.FieldID{record.SrcAddr}, Aggregates: count}, "columns are for records; name groups instead")
	f(query.Request{Scope: all, Aggregates: count, Bucket: 90 * time.Second}, "a bucket of 1m30s is not whole minutes")
	f(query.Request{Scope: all, Aggregates: append(count, count...)}, "column count is asked for twice")
	f(query.Request{Scope: all, Aggregates: count, Order: []query.Order{{Column: "bytes"}}}, "cannot order by bytes, which is no column of the answer; its columns are count")
	f(query.Request{Scope: all, Aggregates: count, GroupBy: []record.FieldID{record.AnyAddr, record.AnyPort}}, "addr and port each stand for two fields; group by one of them")
	f(query.Request{Scope: all, Limit: -1}, "the limit is below zero")
	if _, err := r.Run(t.Context(), query.Request{Scope: all}, new(query.Table)); !errors.Is(err, engine.ErrEngineGone) {
		t.Errorf("without an engine: %v", err)
	}
}

// TestOrderAndLimit: order as asked with absent values last, a cut that is told,
// and with buckets a limit of groups.
func TestOrderAndLimit(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, `
start                end                  srcaddr   dstport bytes action log_status counted
2026-03-01T10:00:00Z 2026-03-01T10:00:30Z 10.0.0.1  80      10    ACCEPT OK         true
2026-03-01T10:01:00Z 2026-03-01T10:01:30Z 10.0.0.2  443     500   ACCEPT OK         true
2026-03-01T10:02:00Z 2026-03-01T10:02:30Z 10.0.0.1  -       30    ACCEPT OK         true
2026-03-01T10:02:10Z 2026-03-01T10:02:30Z 2001:db8::1 22    40    ACCEPT OK         true
`))
	r := newRunner(t, s)
	sum := []query.Aggregate{{Function: query.Sum, Field: record.Bytes}}
	f := func(req query.Request, cut bool, want ...string) {
		t.Helper()
		req.Scope = query.Everything()
		got, meta := run(t, r, req)
		if diff := cmp.Diff(want, lines(got)); diff != "" || meta.Truncated != cut {
			t.Errorf("%+v: cut %v, want %v\n%s", req, meta.Truncated, cut, diff)
		}
	}
	bySource, byPort := []record.FieldID{record.SrcAddr}, []record.FieldID{record.DstPort}
	f(query.Request{GroupBy: bySource, Aggregates: sum, Limit: 1}, true, `{"srcaddr":"10.0.0.2","sum_bytes":500}`)
	f(query.Request{GroupBy: bySource, Aggregates: sum, Limit: 3}, false, `{"srcaddr":"10.0.0.2","sum_bytes":500}`, `{"srcaddr":"10.0.0.1","sum_bytes":40}`, `{"srcaddr":"2001:db8::1","sum_bytes":40}`)
	for _, down := range []bool{false, true} {
		want := []string{`{"dstport":22,"sum_bytes":40}`, `{"dstport":80,"sum_bytes":10}`, `{"dstport":443,"sum_bytes":500}`, `{"dstport":null,"sum_bytes":30}`}
		if down {
			want[0], want[2] = want[2], want[0]
		}
		f(query.Request{GroupBy: byPort, Aggregates: sum, Order: []query.Order{{Column: "dstport", Descending: down}}}, false, want...)
	}
	f(query.Request{GroupBy: bySource, Aggregates: sum, Bucket: time.Minute, Limit: 1}, false, `{"bucket":"2026-03-01T10:01:00Z","srcaddr":"10.0.0.2","sum_bytes":500}`)
	f(query.Request{GroupBy: bySource, Aggregates: sum, Bucket: time.Minute, Limit: 1, Order: []query.Order{{Column: "sum_bytes"}}}, false,
		`{"bucket":"2026-03-01T10:00:00Z","srcaddr":"10.0.0.1","sum_bytes":10}`, `{"bucket":"2026-03-01T10:02:00Z","srcaddr":"10.0.0.1","sum_bytes":30}`)
	f(query.Request{Columns: append(byPort, record.Bytes), Limit: 2}, true, `{"dstport":22,"bytes":40}`, `{"dstport":null,"bytes":30}`)
	f(query.Request{Columns: byPort, Order: []query.Order{{Column: "dstport"}}}, false, `{"dstport":22}`, `{"dstport":80}`, `{"dstport":443}`, `{"dstport":null}`)
}

// TestMeta: what is missing in the range is told with the answer.
func TestMeta(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, `
start                end                  srcaddr   dstport bytes action log_status counted interface_id
2026-03-01T10:00:00Z 2026-03-01T10:00:30Z 10.0.0.1  80      10    ACCEPT OK         true    eni-1
2026-03-04T10:00:00Z 2026-03-04T10:01:00Z -         -       -     -      SKIPDATA   -       eni-1
2026-03-04T11:00:00Z 2026-03-04T11:01:00Z -         -       -     -      SKIPDATA   -       eni-1
2026-03-04T13:00:00Z 2026-03-04T13:01:00Z 10.0.0.1  80      10    ACCEPT OK         true    eni-1
`))
	r := newRunner(t, s)
	at := func(text string) time.Time {
		parsed, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	f := func(req query.Request, from, to string, gaps []query.Gap, warning string) {
		t.Helper()
		req.Scope = query.Everything()
		_, meta := run(t, r, req)
		if !meta.From.Equal(at(from)) || !meta.To.Equal(at(to)) {
			t.Errorf("covers %s to %s, want %s to %s", meta.From, meta.To, from, to)
		}
		if diff := cmp.Diff(gaps, meta.Gaps); diff != "" {
			t.Errorf("gaps (-want +got):\n%s", diff)
		}
		if strings.Join(meta.Warnings, "\n") != warning {
			t.Errorf("warnings %q, want %q", meta.Warnings, warning)
		}
	}
	silent := query.Gap{From: at("2026-03-02T00:00:00Z"), To: at("2026-03-04T00:00:00Z"), Kind: query.GapNoData}
	lost := query.Gap{From: at("2026-03-04T10:00:00Z"), To: at("2026-03-04T12:00:00Z"), Kind: query.GapSkipData, Records: 2}
	f(query.Request{}, "2026-03-01T10:00:00Z", "2026-03-04T13:00:00Z", []query.Gap{silent, lost}, "")
	silent.To = at("2026-03-03T00:00:00Z")
	f(query.Request{Until: silent.To}, "2026-03-01T10:00:00Z", "2026-03-01T10:00:00Z", []query.Gap{silent}, "")
	f(query.Request{Since: at("2026-03-04T12:30:00Z"), Filter: "NOT vpc_id:vpc-a"}, "2026-03-04T12:30:00Z", "2026-03-04T13:00:00Z", nil,
		"no record in the range has vpc_id, so NOT vpc_id:... holds for every one")

	// Raw rows age before the roll-ups do.
	if err := s.DropDays(t.Context(), days(t, s)[:1]); err != nil {
		t.Fatal(err)
	}
	f(query.Request{Aggregates: []query.Aggregate{{Function: query.Count}}}, "2026-03-01T10:00:00Z", "2026-03-04T13:00:00Z", []query.Gap{lost},
		"before 2026-03-04 only roll-ups are left; questions about single records do not reach further back")
	f(query.Request{}, "2026-03-04T10:00:00Z", "2026-03-04T13:00:00Z", []query.Gap{lost}, "")
}

// TestLimits: a query that needs more than allowed ends with a reason, and one
// whose reader leaves ends in the engine, too.
func TestLimits(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, someRecords))
	r := newRunner(t, s)
	_, err := r.Run(t.Context(), query.Request{Scope: query.Everything(), Limits: query.Limits{ReadRows: 1}}, new(query.Table))
	if !errors.Is(err, query.ErrTooMuch) {
		t.Errorf("one row to read: %v", err)
	}
	left := errors.New("left")
	const endless = "SELECT a.srcaddr AS reader_left FROM flows a" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows" + ", flows"
	_, err = r.SQL(t.Context(), endless, query.SQLOptions{Limits: query.Limits{ResultRows: 1 << 60}}, &leaver{err: left})
	if !errors.Is(err, left) {
		t.Errorf("the reader's error came back as %v", err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	_, err = r.SQL(ctx, endless, query.SQLOptions{Limits: query.Limits{ResultRows: 1 << 60}}, &leaver{do: func() { cancel(left) }})
	if !errors.Is(err, left) {
		t.Errorf("the cause of the end came back as %v", err)
	}
	for begun := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		stream, err := s.Conn().Query(t.Context(), "SELECT count() FROM system.processes WHERE position(query, 'reader'||'_left') > 0", "TSV", engine.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var n int
		fmt.Fscan(stream, &n)
		stream.Close()
		if n == 0 {
			break
		}
		if time.Since(begun) > 5*time.Second {
			t.Fatalf("%d statements run on without a reader", n)
		}
	}
}

// leaver is a sink that has enough after the first row.
type leaver struct {
	err error
	do  func()
}

func (l *leaver) Begin([]query.Column) error { return nil }

func (l *leaver) Row(query.Row) error {
	if l.do != nil {
		l.do()
	}
	return l.err
}
