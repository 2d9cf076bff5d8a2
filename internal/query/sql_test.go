package query_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/weir-flow/weir/internal/filter/filtertest"
	"github.com/weir-flow/weir/internal/query"
	"github.com/weir-flow/weir/internal/record"
)

// sql answers a statement as NDJSON.
func sql(t testing.TB, r *query.Runner, text string) (string, error) {
	t.Helper()
	var buf bytes.Buffer
	out := query.NewNDJSON(&buf)
	_, err := r.SQL(t.Context(), text, query.SQLOptions{}, out)
	out.Flush()
	return buf.String(), err
}

// tableOf reads records written as text.
func tableOf(t testing.TB, text string) *record.Batch {
	t.Helper()
	b, err := filtertest.Table(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const someRecords = `
start                  end                   srcaddr      dstaddr      srcport dstport protocol packets bytes     action log_status counted vpc_id
2026-03-01T10:00:00Z   2026-03-01T10:01:00Z  203.0.113.5  10.0.0.1     40000   22      6        3       180       REJECT OK         true    vpc-a
2026-03-01T10:00:10Z   2026-03-01T10:01:00Z  10.0.0.1     10.0.0.2     40001   443     6        10      70000000  ACCEPT OK         true    vpc-a
2026-03-01T10:00:20Z   2026-03-01T10:01:00Z  10.0.0.1     10.0.0.2     40002   443     6        10      40000000  ACCEPT OK         false   vpc-a
2026-03-01T10:00:30Z   2026-03-01T10:01:00Z  2001:db8::1  10.0.0.1     -       -       -        -       -         -      NODATA     -       vpc-b
`

// TestSQLAsWritten runs the statements that people bring with them, to the
// letter.
func TestSQLAsWritten(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	load(t, s, tableOf(t, someRecords))
	r := newRunner(t, s)
	f := func(text, want string) {
		t.Helper()
		got, err := sql(t, r, text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		} else if got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
	f("SELECT srcAddr, dstAddr, action, bytes, start, end FROM vpc_flow_logs WHERE action = 'REJECT' AND srcAddr LIKE '203.%';",
		`{"srcAddr":"203.0.113.5","dstAddr":"10.0.0.1","action":"REJECT","bytes":180,"start":1772359200,"end":1772359260}`+"\n")
	f("SELECT srcAddr, dstAddr, SUM(bytes) AS total_bytes FROM vpc_flow_logs WHERE action = 'ACCEPT' GROUP BY srcAddr, dstAddr HAVING total_bytes > 100000000;",
		`{"srcAddr":"10.0.0.1","dstAddr":"10.0.0.2","total_bytes":110000000}`+"\n")
	f("SELECT srcAddr, dstAddr, protocol, bytes, start, end FROM vpc_flow_logs WHERE srcAddr LIKE '10.0.%' AND dstAddr LIKE '10.0.%' ORDER BY start;",
		`{"srcAddr":"10.0.0.1","dstAddr":"10.0.0.2","protocol":6,"bytes":70000000,"start":1772359210,"end":1772359260}`+"\n"+
			`{"srcAddr":"10.0.0.1","dstAddr":"10.0.0.2","protocol":6,"bytes":40000000,"start":1772359220,"end":1772359260}`+"\n")
	f("SELECT srcAddr, dstAddr, COUNT(*) AS failed_attempts FROM vpc_flow_logs WHERE action = 'REJECT' GROUP BY srcAddr, dstAddr HAVING failed_attempts > 10;", "")
	f("SELECT srcAddr, dstAddr, COUNT(*) AS failed_attempts FROM vpc_flow_logs WHERE action = 'REJECT' GROUP BY srcAddr, dstAddr HAVING failed_attempts > 0",
		`{"srcAddr":"203.0.113.5","dstAddr":"10.0.0.1","failed_attempts":1}`+"\n")

	// Names and types are the statement's own.
	f("SELECT SRCADDR, Log_Status, \"dstPort\", bytes FROM VPC_Flow_Logs WHERE logStatus = 'NODATA'", `{"SRCADDR":"2001:db8::1","Log_Status":"NODATA","dstPort":null,"bytes":null}`+"\n")
	f("SELECT max(srcPort), lower(vpcId) x FROM vpc_flow_logs GROUP BY x ORDER BY x", `{"max(srcPort)":40002,"x":"vpc-a"}`+"\n"+`{"max(srcPort)":null,"x":"vpc-b"}`+"\n")
	f("SELECT SUM(bytes) AS Bytes FROM vpc_flow_logs ORDER BY Bytes", `{"Bytes":110000180}`+"\n")
	f("SELECT lower(srcAddr) AS srcAddr FROM vpc_flow_logs WHERE dstport = 22", `{"srcAddr":"203.0.113.5"}`+"\n")
	f("SELECT CASE WHEN END > START THEN 'long' ELSE 'short' END AS Kind, count() FROM vpc_flow_logs GROUP BY ALL", `{"Kind":"long","count()":4}`+"\n")
	f("SELECT sourceaddress, numbytes FROM vpc_flow_logs WHERE destinationport = 22", `{"sourceaddress":"203.0.113.5","numbytes":180}`+"\n")
	f("SELECT start, src_addr FROM flows f WHERE f.dstPort = 22", `{"start":"2026-03-01T10:00:00Z","src_addr":"203.0.113.5"}`+"\n")
	f("SELECT toIPv6('::ffff:1.2.3.4') a, toUInt64(18446744073709551615) b, (1, 'x') c, map('k', [1, NULL]) d, 'a\"\\n' e, NULL f, true g -- the end", `{"a":"1.2.3.4","b":18446744073709551615,"c":[1,"x"],"d":{"k":[1,null]},"e":"a\"\n","f":null,"g":true}`+"\n")
	f("/* first */ WITH x AS (SELECT dstport AS p FROM vpc_flow_logs WHERE p IS NOT NULL) SELECT count() AS n FROM x WHERE p IN (SELECT 22)", `{"n":1}`+"\n")
	f("(SELECT 1 AS a) UNION ALL (SELECT 1)", `{"a":1}`+"\n"+`{"a":1}`+"\n")

	// One spelling of each field, however the condition is written.
	got, err := sql(t, r, "SELECT * FROM vpc_flow_logs WHERE dst_port = 22")
	if err != nil || strings.Count(strings.ToLower(got), "addr") != 4 || !strings.Contains(got, `"srcaddr":"203.0.113.5"`) {
		t.Errorf("SELECT *: %s, %v", got, err)
	}
}

// TestSQLMistakes: what is wrong with a statement is said in a sentence.
func TestSQLMistakes(t *testing.T) {
	t.Parallel()
	s := newStore(t)
	r := newRunner(t, s)
	f := func(text, want string) {
		t.Helper()
		_, err := sql(t, r, text)
		var mistake *query.StatementError
		if !errors.As(err, &mistake) || !strings.Contains(err.Error(), want) || len(err.Error()) > 400 {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	f("SELECT srcaddrr FROM vpc_flow_logs", "srcaddrr")
	f("SELECT srcaddr FROM vpc_flow_log", "the views are vpc_flow_logs and flows")
	f("SELECT srcaddr FRM vpc_flow_logs WHERE", "Syntax error")
	f("SELECT toUInt8('x')", "Cannot parse")
}
