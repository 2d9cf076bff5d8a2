package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/ClickHouse/ch-go/proto"
)

func tryText(c *Conn, sql string, o Options) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	s, err := c.Query(ctx, sql, "TSV", o)
	if err != nil {
		return "", err
	}
	defer s.Close()
	got, err := io.ReadAll(s)
	return strings.TrimSuffix(string(got), "\n"), err
}

// TestNativeRoundTrip protects the types that the store's tables are made of.
func TestNativeRoundTrip(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, `CREATE TABLE t (
		at DateTime('UTC'), ns UInt32, dur Int32, id UInt64, src IPv6, port UInt16, proto UInt8,
		action Enum8('ACCEPT' = 1, 'REJECT' = 2), tag LowCardinality(String), text String, many Array(String),
		maybe Nullable(UInt64), attrs Map(String, String)
	) ENGINE = MergeTree ORDER BY id`, o)

	const rows = 150_000 // several blocks on the way back
	var (
		at     proto.ColDateTime
		ns     proto.ColUInt32
		dur    proto.ColInt32
		id     proto.ColUInt64
		src    proto.ColIPv6
		port   proto.ColUInt16
		ipp    proto.ColUInt8
		action proto.ColEnum8
		tag    = new(proto.ColStr).LowCardinality()
		str    proto.ColStr
		many   = new(proto.ColStr).Array()
		maybe  = new(proto.ColUInt64).Nullable()
		attrs  = proto.NewMap(new(proto.ColStr), new(proto.ColStr))
	)
	epoch := time.Unix(1_700_000_000, 0).UTC()
	addr := netip.MustParseAddr("2001:db8::1").As16()
	for i := range rows {
		at.Append(epoch.Add(time.Duration(i) * time.Second))
		ns.Append(uint32(i))
		dur.Append(int32(-i))
		id.Append(uint64(i))
		src.Append(proto.IPv6(addr))
		port.Append(uint16(i))
		ipp.Append(uint8(i))
		action.Append(proto.Enum8(1 + i%2))
		tag.Append([]string{"a", "b", "tab\tslash\\"}[i%3])
		str.Append(strings.Repeat("x", i%7))
		many.Append([]string{"p", "q"}[:i%3%2+1])
		maybe.Append(proto.Nullable[uint64]{Set: i%2 == 0, Value: uint64(i)})
		attrs.Append(map[string]string{"k": fmt.Sprint(i % 5)})
	}
	sum, err := c.Insert(t.Context(), "t", proto.Input{
		{Name: "at", Data: &at}, {Name: "ns", Data: &ns}, {Name: "dur", Data: &dur}, {Name: "id", Data: &id},
		{Name: "src", Data: &src}, {Name: "port", Data: &port}, {Name: "proto", Data: &ipp},
		{Name: "action", Data: proto.Wrap(&action, "'ACCEPT' = 1, 'REJECT' = 2")}, {Name: "tag", Data: tag}, {Name: "text", Data: &str},
		{Name: "many", Data: many}, {Name: "maybe", Data: maybe}, {Name: "attrs", Data: attrs},
	}, o)
	if err != nil {
		t.Fatal(err)
	}
	if sum.WrittenRows != rows {
		t.Errorf("written rows = %d, want %d", sum.WrittenRows, rows)
	}

	var all proto.Results
	blocks, seen := 0, 0
	sum, err = c.Select(t.Context(), "SELECT * FROM t ORDER BY id", o, all.Auto(), func(n int) error {
		for i := range n {
			want := seen + i
			if got := all[0].Data.(*proto.ColDateTime).Row(i); !got.Equal(epoch.Add(time.Duration(want) * time.Second)) {
				return fmt.Errorf("row %d: at = %v", want, got)
			}
			if got := all[2].Data.(*proto.ColInt32).Row(i); got != int32(-want) {
				return fmt.Errorf("row %d: dur = %v", want, got)
			}
			if got := all[4].Data.(*proto.ColIPv6).Row(i); got != proto.IPv6(addr) {
				return fmt.Errorf("row %d: src = %v", want, got)
			}
			if got := all[9].Data.(*proto.ColStr).RowBytes(i); len(got) != want%7 {
				return fmt.Errorf("row %d: text = %s", want, got)
			}
		}
		blocks++
		seen += n
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen != rows || blocks < 2 {
		t.Errorf("got %d rows in %d blocks, want %d in several", seen, blocks, rows)
	}
	if sum.ResultRows != rows || sum.ID == "" {
		t.Errorf("summary = %+v", sum)
	}
	got := text(t, c, "SELECT sum(id), sum(ns), countIf(action = 'REJECT'), uniqExact(tag), sum(length(many)), countIf(maybe IS NULL), countIf(attrs['k'] = '3') FROM t", o)
	if want := "11249925000\t11249925000\t75000\t3\t200000\t75000\t30000"; got != want {
		t.Errorf("sums = %q, want %q", got, want)
	}
}

// TestParams protects against values that change meaning on the way: the engine
// reads them in an escaped form.
func TestParams(t *testing.T) {
	t.Parallel()
	c, _ := commonConn(t)
	f := func(name, value string) {
		t.Helper()
		o := Options{Params: map[string]string{"p": value}}
		if got := text(t, c, "SELECT hex({p:String})", o); got != fmt.Sprintf("%X", value) {
			t.Errorf("%s: %q came back as hex %s", name, value, got)
		}
	}
	f("plain", "eth0")
	f("empty", "")
	f("backslash", `C:\new\table`)
	f("only backslashes", `\\\`)
	f("tab and newline", "a\tb\nc\rd")
	f("null marker", `\N`)
	f("quote", `O'Reilly "x" `+"`y`")
	f("control", "a\x00b\bc\fd")
	f("percent and plus", "100%+ &p=1;#")
	f("unicode", "Grüße \u2028 🛡")
	f("looks like SQL", "'; DROP TABLE t; --")

	typed := func(kind, value, want string) {
		t.Helper()
		if got := text(t, c, "SELECT toString({p:"+kind+"})", Options{Params: map[string]string{"p": value}}); got != want {
			t.Errorf("%s %q = %q, want %q", kind, value, got, want)
		}
	}
	typed("UInt64", "18446744073709551615", "18446744073709551615")
	typed("IPv6", "2001:db8::1", "2001:db8::1")
	typed("DateTime", "2026-01-02 03:04:05", "2026-01-02 03:04:05")

	for _, texts := range [][]string{{}, {"a"}, {`C:\x`, "tab\t", "it's", "\n", ""}} {
		o := Options{Params: map[string]string{"p": ArrayParam(texts), "other": "x\ty"}}
		want := ""
		for _, text := range texts {
			want += fmt.Sprintf("%X,", text)
		}
		if got := text(t, c, "SELECT arrayStringConcat(arrayMap(x -> concat(hex(x), ','), {p:Array(String)})), length({other:String})", o); got != want+"\t3" {
			t.Errorf("array %q = %s", texts, got)
		}
	}
	if got := text(t, c, "SELECT count() > 0 FROM {d:Identifier}.{t:Identifier}", Options{Params: map[string]string{"d": "system", "t": "tables"}}); got != "1" {
		t.Errorf("identifiers: %s", got)
	}
}

// TestErrors protects the reader of an error: code, name and text must be told
// apart, and the engine must live on.
func TestErrors(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a", o)
	f := func(sql string, settings map[string]string, is func(error) bool, code int, contains string) {
		t.Helper()
		o := o
		o.Settings = settings
		_, err := tryText(c, sql, o)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error = %v, want the engine's", sql, err)
			return
		}
		if e.Code != code || !strings.Contains(e.Text, contains) || strings.Contains(e.Text, "DB::Exception") {
			t.Errorf("%s: code %d, text %q; want code %d with %q", sql, e.Code, e.Text, code, contains)
		}
		if is != nil && !is(err) {
			t.Errorf("%s: %v is not classified", sql, err)
		}
	}
	set := func(name, value string) map[string]string { return map[string]string{name: value} }

	f("SELECT * FROM nowhere", nil, IsUnknownTable, 60, "nowhere")
	f("SELECT * FROM nowhere.t", nil, IsUnknownTable, 81, "nowhere")
	f("SELEC 1", nil, IsSyntax, 62, "Syntax error")
	f("", nil, IsSyntax, 62, "Empty query")
	f("SELECT 1; SELECT 2", nil, IsSyntax, 62, "Multi-statements")
	f("SELECT 1; DROP TABLE t", nil, IsSyntax, 62, "Multi-statements")
	f("SELECT 1; DROP TABLE t; garbage(", nil, IsSyntax, 62, "Syntax error")
	f("INSERT INTO t SELECT 1", set("readonly", "1"), IsReadonly, 164, "readonly")
	f("SELECT 1 SETTINGS readonly = 0", set("readonly", "1"), IsReadonly, 164, "readonly")
	f("SELECT sum(sleepEachRow(0.01)) FROM numbers(10000) SETTINGS max_block_size = 1", set("max_execution_time", "0.2"), IsTimeout, 159, "")
	f("SELECT groupArray(number) FROM numbers(100000000)", set("max_memory_usage", "50000000"), IsMemory, 241, "limit")
	f("SELECT number FROM numbers(1000000)", map[string]string{"max_result_rows": "10", "result_overflow_mode": "throw"}, IsLimit, 396, "")
	f("SELECT count() FROM numbers(1000000) WHERE number % 3 = 1", set("max_rows_to_read", "10"), IsLimit, 158, "")
	f("SELECT 1", set("max_thread", "2"), nil, 115, "max_thread")
	f("SELECT 1", set("max_threads", "many"), nil, 27, "many")
	f("SELECT {x:UInt8}", nil, nil, 456, "x")
	f("SELECT throwIf(1, 'boom')", nil, nil, 395, "boom")
	if got := text(t, c, "EXISTS t", o); got != "1" {
		t.Errorf("table t after the statements that were refused: %s", got)
	}
}

// TestErrorAfterRows protects against a failure that comes when half of the answer
// is out and is then taken for data or for the end.
func TestErrorAfterRows(t *testing.T) {
	t.Parallel()
	c, _ := commonConn(t)
	sql := "SELECT number, throwIf(number = 3000000, 'too far') AS x FROM numbers(5000000)"
	one := Options{Settings: map[string]string{"max_threads": "1"}}
	var e *Error
	for _, format := range []string{"TSV", "Native", "JSONEachRow"} {
		s, err := c.Query(t.Context(), sql, format, one)
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, s)
		s.Close()
		if !errors.As(err, &e) || e.Code != 395 || n == 0 {
			t.Errorf("%s: %v after %d bytes", format, err, n)
		}
	}
	var res proto.Results
	rows := 0
	_, err := c.Select(t.Context(), sql, one, res.Auto(), func(n int) error { rows += n; return nil })
	if !errors.As(err, &e) || e.Code != 395 || rows == 0 || rows > 3000000 {
		t.Errorf("select: %v after %d rows", err, rows)
	}
	one.WaitEnd = true
	rows = 0
	_, err = c.Select(t.Context(), sql, one, res.Auto(), func(n int) error { rows += n; return nil })
	if !errors.As(err, &e) || e.Code != 395 || rows != 0 {
		t.Errorf("select that waits for the end: %v after %d rows", err, rows)
	}
	boom := errors.New("boom")
	if _, err = c.Select(t.Context(), "SELECT number FROM numbers(1000)", Options{}, new(proto.Results).Auto(), func(int) error { return boom }); err != boom {
		t.Errorf("the reader's own error came back as %v", err)
	}
	var wrong proto.ColStr
	if _, err = c.Select(t.Context(), "SELECT number FROM numbers(1000)", Options{}, proto.ResultColumn{Name: "number", Data: &wrong}, func(int) error { return nil }); err == nil || errors.Is(err, ErrEngineGone) {
		t.Errorf("a column of another type: %v", err)
	}
}

// TestFormats protects answers whose format has a head and a foot, and which are
// therefore not sent in pieces.
func TestFormats(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	f := func(sql, format, want string) {
		t.Helper()
		s, err := c.Query(t.Context(), sql, format, o)
		if err != nil {
			t.Errorf("%s as %s: %v", sql, format, err)
			return
		}
		defer s.Close()
		got, err := io.ReadAll(s)
		if err != nil || string(got) != want {
			t.Errorf("%s as %s = %q, %v; want %q", sql, format, got, err, want)
		}
	}
	f("SELECT 1 AS a, 'x' AS b", "JSONEachRow", `{"a":1,"b":"x"}`+"\n")
	f("SELECT 1 AS a, 'x' AS b", "CSVWithNames", "\"a\",\"b\"\n1,\"x\"\n")
	f("SELECT 1 AS a FORMAT CSVWithNames", "TSV", "\"a\"\n1\n")
	f("SELECT 1 AS a FORMAT CSVWithNames;", "Native", "\"a\"\n1\n")
	f("SELECT 1 AS format", "CSVWithNames", "\"format\"\n1\n")
	f("/* FORMAT */ SELECT 'FORMAT JSON'", "TSV", "FORMAT JSON\n")
	f("WITH 2 AS x SELECT x + 1", "TSV", "3\n")
	f("(SELECT 1) UNION ALL (SELECT 1)", "TSV", "1\n1\n")
	f("SHOW TABLES", "TSV", "")
	f("SELECT number FROM numbers(0)", "TSV", "")
	f("EXPLAIN AST SELECT 1", "TSV", "SelectWithUnionQuery (children 1)\n ExpressionList (children 1)\n  SelectQuery (children 1)\n   ExpressionList (children 1)\n    Literal UInt64_1\n")

	s, err := c.Query(t.Context(), "SELECT number FROM numbers(300000)", "Parquet", o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	file, err := io.ReadAll(s)
	if err != nil || !bytes.HasPrefix(file, []byte("PAR1")) || !bytes.HasSuffix(file, []byte("PAR1")) {
		t.Errorf("Parquet: %v, %d bytes", err, len(file))
	}
	big := text(t, c, "SELECT number FROM numbers(3000000)", o)
	if got := strings.Count(big, "\n") + 1; got != 3000000 {
		t.Errorf("TSV in pieces: %d lines", got)
	}
}

// TestSettingsDoNotLeak protects statements from each other's settings and database.
func TestSettingsDoNotLeak(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	ask := "SELECT getSetting('max_threads'), currentDatabase()"
	free := text(t, c, ask, Options{})
	o.Settings = map[string]string{"max_threads": "7"}
	if got, want := text(t, c, ask, o), "7\t"+o.Database; got != want {
		t.Errorf("with settings: %q, want %q", got, want)
	}
	if got := text(t, c, ask, Options{}); got != free {
		t.Errorf("afterwards: %q, want %q", got, free)
	}
}

func TestExactSummary(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY tuple()", o)
	mustExec(t, c, "INSERT INTO t SELECT number FROM numbers(100000)", o)
	o.WaitEnd = true
	sum, err := c.Select(t.Context(), "SELECT a FROM t WHERE a % 200000 = 150000", o, new(proto.Results).Auto(), func(int) error { return nil })
	if err != nil || sum.ReadRows != 100000 || sum.ResultRows != 0 {
		t.Errorf("summary of a query that finds nothing = %+v, %v", sum, err)
	}
	if sum.Partial {
		t.Error("the summary of an answer that was held says that it lacks something")
	}
	o.WaitEnd = false
	sum, err = c.Select(t.Context(), "SELECT a FROM t WHERE a % 200000 = 150000", o, new(proto.Results).Auto(), func(int) error { return nil })
	if err != nil || !sum.Partial {
		t.Errorf("summary of a streamed query = %+v, %v, want it to say that it may lack something", sum, err)
	}
}

func TestClassify(t *testing.T) {
	t.Parallel()
	c, _ := commonConn(t)
	f := func(sql string, class Class, n int) {
		t.Helper()
		gotClass, gotN, err := c.Classify(t.Context(), sql)
		if err != nil || gotClass != class || gotN != n {
			t.Errorf("%s: %v, %d, %v; want %v, %d", sql, gotClass, gotN, err, class, n)
		}
	}
	f("SELECT 1", ClassReadOnly, 1)
	f("SELECT 1;", ClassReadOnly, 1)
	f("SELECT 1; SELECT 2", ClassReadOnly, 2)
	f("SELECT 1; DROP TABLE t", ClassMutating, 2)
	f("SELECT 1 INTO OUTFILE '/tmp/x'", ClassControl, 1)
	f("INSERT INTO FUNCTION file('x') SELECT 1", ClassControl, 1)
	f("SYSTEM SHUTDOWN", ClassControl, 1)
	f("CREATE FUNCTION f AS (x) -> x", ClassMutatingGlobal, 1)
	f("", ClassUnknown, 0)
	f("nonsense", ClassUnknown, 0)
}

// TestCancel protects the engine from statements whose reader has left.
func TestCancel(t *testing.T) {
	t.Parallel()
	c, o := commonConn(t)
	mustExec(t, c, "CREATE TABLE t (a UInt64) ENGINE = MergeTree ORDER BY a", o)
	mark := randomID()
	running := func() string {
		return text(t, c, "SELECT count() FROM system.processes WHERE position(query, '"+mark+"') > 0 AND position(query, 'system.processes') = 0", Options{})
	}
	f := func(sql, format string) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
		defer cancel()
		begin := time.Now()
		s, err := c.Query(ctx, sql, format, o)
		if err == nil {
			_, err = io.Copy(io.Discard, s)
			s.Close()
		}
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v, want the deadline", sql, err)
		}
		for running() != "0" {
			if time.Since(begin) > 5*time.Second {
				t.Fatalf("%s still runs %v after it began", sql, time.Since(begin))
			}
			time.Sleep(5 * time.Millisecond)
		}
		t.Logf("%s as %s: gone %v after the deadline", sql[:30], format, time.Since(begin)-150*time.Millisecond)
	}
	f("SELECT count() FROM numbers(1000000000000) WHERE cityHash64(number) = 1 -- "+mark, "JSONCompact")
	f("SELECT number FROM numbers(1000000000000) -- "+mark, "Native")
	f("SELECT sleepEachRow(0.1) FROM numbers(1000) SETTINGS max_block_size = 1 -- "+mark, "TSV")
	f("INSERT INTO t SELECT number FROM numbers(1000000000000) WHERE cityHash64(number, '"+mark+"') = 1", "Null")
}
