package json

import (
	stdjson "encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/record"
)

var formats = decode.Formats{Envelopes: []decode.Envelope{decode.Gzip, decode.Zstd}, Drivers: []decode.Driver{Driver{}}}

func run(t testing.TB, data string, o decode.Options) (*decodetest.Collector, decode.Result, error) {
	t.Helper()
	return decodetest.Run(t, Driver{}, data, o)
}

const (
	lineV2 = `{"version":2,"account_id":"123456789010","interface_id":"eni-1","srcaddr":"10.0.0.1","dstaddr":"10.0.0.2","srcport":20641,"dstport":22,"protocol":6,"packets":20,"bytes":4249,"start":1418530010,"end":1418530070,"action":"ACCEPT","log_status":"OK"}` + "\n"
	rowV2  = "version=2 account_id=123456789010 interface_id=eni-1 srcaddr=10.0.0.1 dstaddr=10.0.0.2 srcport=20641 dstport=22 protocol=6 packets=20 bytes=4249 start=2014-12-14T04:06:50Z end=2014-12-14T04:07:50Z action=ACCEPT log_status=OK"
)

func TestDecode(t *testing.T) {
	f := func(name, data string, want ...string) {
		t.Helper()
		c, _, err := run(t, data, decode.Options{Format: "json"})
		got := append(c.BadLines, c.Fields()...)
		if err != nil {
			got = append(got, err.Error())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	one := strings.TrimSpace(lineV2)
	ab := "srcaddr=1.1.1.1 dstaddr=2.2.2.2"

	f("NDJSON", lineV2+lineV2, rowV2, rowV2)
	f("concatenated", one+one, rowV2, rowV2)
	f("array", "["+one+","+one+"]", rowV2, rowV2)
	f("one, pretty-printed", strings.NewReplacer(",", ",\n  ", "{", "{\n  ", "}", "\n}").Replace(one), rowV2)
	for _, list := range []string{"Records", "records", "events", "flowLogs", "data"} {
		f("list "+list, `{"version":"1","count":2,"`+list+`":[`+one+","+one+`],"next":null}`, rowV2, rowV2)
	}
	f("byte order mark and CRLF", "\xef\xbb\xbf"+strings.ReplaceAll(lineV2+lineV2, "\n", "\r\n"), rowV2, rowV2)
	f("hyphens", strings.ReplaceAll(lineV2, "_", "-"), rowV2)
	f("camelCase", `{"srcAddr":"1.1.1.1","dstAddr":"2.2.2.2","tcpFlags":3,"logStatus":"OK","nextHopAzId":"use1-az1"}`, ab+" log_status=OK tcp_flags=3 next_hop_az_id=use1-az1")
	f("all texts", `{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","srcport":"80","bytes":"9007199254740993","start":"1418530010","protocol":"06"}`, ab+" srcport=80 protocol=6 bytes=9007199254740993 start=2014-12-14T04:06:50Z")
	f("all numbers", `{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","account_id":12345678901,"tgw-src-vpc-account-id":1,"traffic_path":8}`, "account_id=012345678901 "+ab+" traffic_path=8 tgw_src_vpc_account_id=000000000001")
	f("numbers of pandas and JavaScript", `{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","srcport":443.0,"bytes":1.5e3,"packets":"12E+1","start":1.418530010e9,"end":1418530070.25,"account_id":1.23456789012e11}`,
		"account_id=123456789012 "+ab+" srcport=443 packets=120 bytes=1500 start=2014-12-14T04:06:50Z end=2014-12-14T04:07:50.25Z")
	f("numbers that are not whole", `{"srcaddr":"1.1.1.1","srcport":443.5}{"srcaddr":"1.1.1.1","srcport":1e-1}{"srcaddr":"1.1.1.1","bytes":-1}{"srcaddr":"1.1.1.1","bytes":1e30}`,
		`1:1 srcport: not a number: {"srcaddr":"1.1.1.1","srcport":443.5}`, `1:38 srcport: not a number: {"srcaddr":"1.1.1.1","srcport":1e-1}`, `1:74 bytes: not a number: {"srcaddr":"1.1.1.1","bytes":-1}`, `1:106 bytes: not a number: {"srcaddr":"1.1.1.1","bytes":1e30}`)
	f("times", `{"srcaddr":"1.1.1.1","start":"2022-04-11T20:02:12.000-04:00","end":"2022-04-12 00:02:12.5"}{"srcaddr":"1.1.1.1","start":"2022-04-12T00:02:12","end":1649721732000}`,
		"srcaddr=1.1.1.1 start=2022-04-12T00:02:12Z end=2022-04-12T00:02:12.5Z", "srcaddr=1.1.1.1 start=2022-04-12T00:02:12Z end=2022-04-12T00:02:12Z")
	f("protocol by name", `{"srcaddr":"1.1.1.1","protocol":"TCP"}{"srcaddr":"1.1.1.1","protocol":"nope"}`, `1:39 protocol: not a number: {"srcaddr":"1.1.1.1","protocol":"nope"}`, "srcaddr=1.1.1.1 protocol=6")
	f("typographic quotes", "{“srcaddr”: “1.1.1.1”, „dstaddr“: \"2.2.2.2\",\u00a0”note”: [“a”]}", ab+` {"note":["a"]}`)
	f("absent", `{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","srcport":null,"dstport":"-","vpc_id":"","bytes":"","x":null,"y":"-","z":""}`, ab)
	f("a heartbeat", `{"version":2,"interface_id":"eni-1","srcaddr":null,"dstaddr":"-","start":1418530010,"end":1418530070,"log_status":"NODATA"}`,
		"version=2 interface_id=eni-1 start=2014-12-14T04:06:50Z end=2014-12-14T04:07:50Z log_status=NODATA")
	f("unknown keys", `{"srcaddr":"1.1.1.1","x":1.50,"n":{"a":[1, {"b":"\u00e4\n"}]},"cloud":{"region":"r","provider":"AWS","account":{"id":"1","name":"n"}}}`,
		`account_id=1 srcaddr=1.1.1.1 region=r {"x":1.50,"n":{"a":[1,{"b":"\u00e4\n"}]},"cloud":{"provider":"AWS","account":{"name":"n"}}}`)
	f("escapes", `{"src\u0061ddr":"1.1.1.1","instance_tag":"caf\u00e9%20\"x\""}`, `srcaddr=1.1.1.1 instance_tag=café "x"`)
	f("ECS", `{"source":{"ip":"1.1.1.1","port":80,"bytes":5},"destination":{"ip":"2.2.2.2"},"network":{"bytes":5,"iana_number":"6","direction":"inbound"},"event":{"start":"2022-04-12T00:02:12Z"}}`,
		ab+` srcport=80 protocol=6 bytes=5 start=2022-04-12T00:02:12Z flow_direction=ingress {"source":{"bytes":5}}`)
	f("ECS with dots", `{"source.ip":"1.1.1.1","destination.ip":"2.2.2.2","network.direction":"internal"}`, ab+` {"network.direction":"internal"}`)
	f("equal keys", `{"srcaddr":"1.1.1.1","dstport":22,"src_addr":"1.1.1.1","dstport":"22","x":1,"x":1}`, `srcaddr=1.1.1.1 dstport=22 {"x":1}`)
	f("keys that differ", `{"srcaddr":"1.1.1.1","srcaddr":"1.1.1.2"}`+"\n"+`{"srcaddr":"1.1.1.1","src-addr":"1.1.1.2"}`+"\n"+`{"srcaddr":"1.1.1.1","x":1,"x":2}`+"\n"+`{"srcaddr":"3.3.3.3"}`,
		`1:1 key given twice with different values: {"srcaddr":"1.1.1.1","srcaddr":"1.1.1.2"}`, `2:1 key given twice with different values: {"srcaddr":"1.1.1.1","src-addr":"1.1.1.2"}`,
		`3:1 key given twice with different values: {"srcaddr":"1.1.1.1","x":1,"x":2}`, "srcaddr=3.3.3.3")
	f("names of one field", `{"network.type":"ipv6","aws.vpcflow.type":"IPv6","source.address":"host.example","source.ip":"1.1.1.1","account":"1","account_id":"2"}`,
		`account_id=2 srcaddr=1.1.1.1 type=IPv6 {"source.address":"host.example","account":"1"}`)
	f("transit gateway", `{"version":6,"resource-type":"TransitGateway","tgw-id":"tgw-1","tgw-pair-attachment-id":"tgw-attach-2","srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","packets-lost-no-route":3,"packets_lost_blackhole":"4","packetsLostMtuExceeded":0,"flow-direction":"egress"}`,
		"version=6 "+ab+" flow_direction=egress resource_type=TransitGateway tgw_id=tgw-1 tgw_pair_attachment_id=tgw-attach-2 packets_lost_no_route=3 packets_lost_blackhole=4 packets_lost_mtu_exceeded=0")
	f("broken neighbours", lineV2+`{"srcaddr":"1.1.1.1",}`+"\n"+lineV2+`{"srcaddr":"1.1.1`+"\n"+lineV2, `2:22 JSON: unexpected character: {"srcaddr":"1.1.1.1",}`,
		`4:18 JSON: line end or control character in a text: {"srcaddr":"1.1.1`, rowV2, rowV2, rowV2)
	f("values of no type", `{"srcaddr":["1.1.1.1"]}{"srcaddr":true}{"srcaddr":"1.1.1.1","vpc_id":["v"],"dst":{"x":1}}`, `1:1 srcaddr: not an address: {"srcaddr":["1.1.1.1"]}`, `1:24 srcaddr: not an address: {"srcaddr":true}`,
		`srcaddr=1.1.1.1 {"vpc_id":["v"],"dst":{"x":1}}`)
	f("actions of others", `{"srcaddr":"1.1.1.1","action":"Denied"}{"source.ip":"1.1.1.1","event.action":"network_flow"}{"srcaddr":"1.1.1.1","action":"x"}`, `1:93 action: neither ACCEPT nor REJECT: {"srcaddr":"1.1.1.1","action":"x"}`,
		"srcaddr=1.1.1.1 action=REJECT", `srcaddr=1.1.1.1 {"event.action":"network_flow"}`)
	f("no records", `{"Anything":"any value"}{"region":"us-east-1","type":"x"}{}`, `1:1 no field of a flow record: {"Anything":"any value"}`, `1:25 no field of a flow record: {"region":"us-east-1","type":"x"}`, `1:58 no field of a flow record: {}`)
	f("key sets that vary", lineV2+`{"srcaddr":"1.1.1.1"}`+"\n"+`{"dstaddr":"2.2.2.2","bytes":1,"u":2}`+"\n"+lineV2+`{"u":3,"pkt_srcaddr":"3.3.3.3"}`, rowV2, "srcaddr=1.1.1.1", `dstaddr=2.2.2.2 bytes=1 {"u":2}`, rowV2, `pkt_srcaddr=3.3.3.3 {"u":3}`)
}

func TestSniff(t *testing.T) {
	f := func(data string, want bool) {
		t.Helper()
		if got := (Driver{}).Sniff([]byte(data)); got != want {
			t.Errorf("Sniff(%.60s) = %v", data, got)
		}
	}
	f(lineV2, true)
	f("\xef\xbb\xbf \n["+lineV2+","+lineV2[:50], true)
	f(`{"events":[{"srcAddr":"1.1.1.1","dstAddr":"2.2.2.2"}]}`, true)
	f(`{"oops"`+"\n"+lineV2, true)
	f(`{"source":{"ip":"1.1.1.1"},"destination":{"ip":"1.1.1.1"}}`, true)
	f(`{"interface_id":"eni-1","log_status":"NODATA"}`, true)
	f("", false)
	f("version account-id\n", false)
	f(lineV2[:50], false)
	f(`{"source":{"ip":"1.1.1.1"},"event":{"action":"accept"}}`, true)
	f(`{"source":{"ip":"1.1.1.1"},"event":{"action":"login"}}`, false)
	f(`{"src_endpoint":{"ip":"1.1.1.1"},"status_code":"0x0"}`, false)
	f(`{"Records":[{"eventVersion":"1.08","eventSource":"ec2","eventName":"RunInstances","awsRegion":"us-east-1","sourceIPAddress":"1.1.1.1"}]}`, false)
	f(`{"events":[{"logStreamName":"eni-1-all","timestamp":1,"message":"2 1 eni-1 1.1.1.1 2.2.2.2","eventId":"1"}]}`, false)
	f(`{"version":"1.1","account_id":"1","region":"us-east-1","vpc_id":"vpc-1","query_name":"a.","srcaddr":"1.1.1.1","srcport":"80"}`, false)
}

// TestRefused protects that what is no flow record is told from it, with words
// that help.
func TestRefused(t *testing.T) {
	f := func(data, want string) {
		t.Helper()
		_, _, err := run(t, data, decode.Options{})
		if err == nil || err.Error() != want {
			t.Errorf("%.60s: %v, want %s", data, err, want)
		}
	}
	f(`{"Records":[{"eventVersion":"1.08","eventSource":"ec2","eventName":"RunInstances","sourceIPAddress":"1.1.1.1"}]}`, "unknown format: JSON, but no flow records: these look like CloudTrail events")
	f(`{"a":1,"b":{"c":2},"d":3,"e":4,"f":5,"g":6,"h":7}`, "unknown format: JSON, but no flow records with keys weir knows, such as srcaddr and dstaddr; the first object has a, b, d, e, f, g, ...")
	f(`not JSON`, "unknown format: no header line and no known order of columns; name them with --log-format '${version} ${account-id} ...'")
}

// TestContext protects that what is known of an object stands in for what its
// records lack.
func TestContext(t *testing.T) {
	o := decode.Options{Context: map[record.FieldID]string{record.AccountID: "111111111111"}}
	c, _, err := run(t, `{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2"}{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","account":"2"}{"srcaddr":"1.1.1.1","account":null}`, o)
	if err != nil || c.Rows.Len() != 3 {
		t.Fatal(c.BadLines, err)
	}
	for row, want := range []string{"account_id=111111111111", "account_id=2", "account_id=111111111111"} {
		if got := c.Fields()[row]; !strings.HasPrefix(got, want+" ") {
			t.Errorf("row %d: %s, want %s", row, got, want)
		}
	}
}

// TestSkip protects resuming: what is read from any position that was given out is
// what had not been read there.
func TestSkip(t *testing.T) {
	var data strings.Builder
	data.WriteString("[")
	for i := range 9000 {
		switch i % 100 {
		case 7:
			data.WriteString(`{"srcaddr" "1.1.1.1"},`)
		case 8:
			data.WriteString(`{"srcaddr":"x"},`)
		case 9:
			data.WriteString("]\n{\"Records\":[")
		case 10:
			data.WriteString("]}\n[")
		case 11:
			data.WriteString("{\"srcaddr\":\"1.1.1.1\",\"bytes\":\n")
		}
		fmt.Fprintf(&data, `{"interface_id":"eni-%d","srcaddr":"1.1.1.1","dstaddr":"2.2.2.2","bytes":%d,"note":"%s"},`+"\n", i%9, i, strings.Repeat("n", i%90))
	}
	text := data.String() + "]"
	whole, result, err := run(t, text, decode.Options{Format: "json"})
	if err != nil || result.Decoded != int64(len(text)) || whole.Rows.Len() != 9000 || len(whole.At) < 4 || len(whole.BadAt) != 270 {
		t.Fatalf("%+v, %d bad, positions %v, %v", result, len(whole.BadAt), whole.At, err)
	}
	positions := slices.Clone(whole.At)
	for i := 0; i < len(whole.BadAt); i += 37 {
		positions = append(positions, whole.BadAt[i])
	}
	decodetest.Resume(t, Driver{}, text, whole, positions)
}

// TestGrowing protects a file that is read while it is written.
func TestGrowing(t *testing.T) {
	data := strings.Repeat(lineV2, 5)
	at, rows := int64(0), 0
	for size := 1; size <= len(data); size += 7 {
		c, result, err := run(t, data[:size], decode.Options{Format: "json", Skip: at, Growing: true})
		if err != nil || len(c.BadLines) > 0 {
			t.Fatalf("at size %d: bad %q, %v", size, c.BadLines, err)
		}
		at, rows = max(at, result.Decoded), rows+c.Rows.Len()
		if whole := strings.Count(data[:size], "}"); rows != whole && rows != strings.Count(data[:size], "}\n") {
			t.Fatalf("at size %d: %d rows, want %d", size, rows, whole)
		}
	}
}

// FuzzDecode protects that nothing panics, that rows and bad lines are counted,
// and that resuming gives the rest.
func FuzzDecode(f *testing.F) {
	f.Add(lineV2+lineV2, 1)
	f.Add(`{"records":[{"srcaddr":"1.1.1.1","srcport":1e3},{"src_ip":"::1","account_id":1.0}]`, 2)
	f.Add("{“srcaddr”:“1.1.1.1”}\n{\"srcaddr\":\"1.1.1.1\",\"start\":\"2022-04-12 00:02:12\"", 0)
	f.Add(`[{"source":{"ip":"1.1.1.1"},"source.ip":"2.2.2.2","x":[{}]},{"bytes":00}]`, 1)
	f.Add(`{"bytes":12345678901234567890.00e-2,"protocol":"tcp","action":"Denied","direction":"x","srcaddr":""}`, 1)
	f.Fuzz(func(t *testing.T, data string, from int) {
		whole, result, err := run(t, data, decode.Options{Format: "json"})
		if err != nil || result.Format == "" {
			return
		}
		if result.Decoded != int64(len(data)) {
			t.Errorf("consumed %d of %d bytes", result.Decoded, len(data))
		}
		for row := range whole.Rows.Len() {
			if whole.Rows.Has(record.Unmapped) {
				if s := whole.Rows.Col(record.Unmapped).Text[row]; s != "" && !stdjson.Valid([]byte(s)) {
					t.Errorf("unmapped %s", s)
				}
			}
		}
		if positions := append(slices.Clone(whole.At), whole.BadAt...); len(positions) > 0 && from >= 0 {
			decodetest.Resume(t, Driver{}, data, whole, positions[from%len(positions):][:1])
		}
	})
}
