package gcp

import (
	"encoding/base64"
	stdjson "encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/record"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func run(t testing.TB, data string, o decode.Options) (*decodetest.Collector, decode.Result, error) {
	t.Helper()
	return decodetest.Run(t, Driver{}, data, o)
}

// entryOf is a log entry around a payload.
func entryOf(payload string) string {
	return `{"insertId":"a1","jsonPayload":{` + payload + `},"logName":"projects/p1/logs/compute.googleapis.com%2Fvpc_flows",` +
		`"resource":{"type":"gce_subnetwork","labels":{"project_id":"p1","subnetwork_id":"77"}},"timestamp":"2025-11-07T21:19:03.5Z"}`
}

const (
	connection = `"connection":{"src_ip":"10.0.0.1","src_port":40000,"dest_ip":"10.0.0.2","dest_port":443,"protocol":6},`
	traffic    = `"bytes_sent":"2020","packets_sent":"44","start_time":"2025-11-07T21:18:58.489621532Z","end_time":"2025-11-07T21:19:02.000000001Z",`
	srcSide    = `"src_instance":{"project_id":"p1","vm_name":"web","region":"us-central1","zone":"us-central1-a"},"src_vpc":{"project_id":"host","vpc_name":"net","subnetwork_name":"sub-a","subnetwork_region":"us-central1"},`
	destSide   = `"dest_instance":{"project_id":"p2","vm_name":"web","region":"us-central1","zone":"us-central1-a"},"dest_vpc":{"project_id":"host","vpc_name":"net","subnetwork_name":"sub-b"},`
	rowFlow    = "srcaddr=10.0.0.1 dstaddr=10.0.0.2 srcport=40000 dstport=443 protocol=6 packets=44 bytes=2020 start=2025-11-07T21:18:58.489621532Z end=2025-11-07T21:19:02.000000001Z"
	rest       = `"logName":"projects/p1/logs/compute.googleapis.com%2Fvpc_flows","resource":{"type":"gce_subnetwork","labels":{"project_id":"p1","subnetwork_id":"77"}},"timestamp":"2025-11-07T21:19:03.5Z"}`
)

func TestDecode(t *testing.T) {
	f := func(name, data string, want ...string) {
		t.Helper()
		c, _, err := run(t, data, decode.Options{Format: "gcp"})
		got := append(c.BadLines, c.Fields()...)
		if err != nil {
			got = append(got, err.Error())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	src := entryOf(connection + traffic + srcSide + destSide + `"rtt_msec":"3","reporter":"SRC"`)
	dst := entryOf(connection + traffic + srcSide + destSide + `"reporter":"DEST"`)
	rowSrc := "account_id=p1 " + rowFlow + " vpc_id=host/net subnet_id=sub-a instance_id=p1/us-central1-a/web region=us-central1 az_id=us-central1-a flow_direction=egress reporter=SRC rtt_msec=3 " +
		`{"insertId":"a1","jsonPayload":{"dest_instance":{"project_id":"p2","vm_name":"web","region":"us-central1","zone":"us-central1-a"},"dest_vpc":{"project_id":"host","vpc_name":"net","subnetwork_name":"sub-b"}},` + rest
	rowDst := "account_id=p2 " + rowFlow + " vpc_id=host/net subnet_id=sub-b instance_id=p2/us-central1-a/web region=us-central1 az_id=us-central1-a flow_direction=ingress reporter=DEST " +
		`{"insertId":"a1","jsonPayload":{"src_instance":{"project_id":"p1","vm_name":"web","region":"us-central1","zone":"us-central1-a"},"src_vpc":{"project_id":"host","vpc_name":"net","subnetwork_name":"sub-a","subnetwork_region":"us-central1"}},` + rest

	f("both reporters, a line each", src+"\n"+dst+"\n", rowSrc, rowDst)
	f("array", "["+src+",\n"+dst+"]", rowSrc, rowDst)
	f("entries", `{"entries":[`+src+","+dst+`],"nextPageToken":"x"}`, rowSrc, rowDst)
	push := `{"message":{"data":"` + base64.StdEncoding.EncodeToString([]byte(src)) + `","attributes":{"logging.googleapis.com/timestamp":"t"},"messageId":"9"},"subscription":"s"}`
	rowPush := strings.Replace(rowSrc, `{"insertId"`, `{"message":{"attributes":{"logging.googleapis.com/timestamp":"t"},"messageId":"9"},"subscription":"s","insertId"`, 1)
	f("Pub/Sub push", push+push, rowPush, rowPush)
	f("Pub/Sub messages", `{"receivedMessages":[`+push+"]}", rowPush)
	f("Pub/Sub of something else", `{"message":{"data":"#"}}{"message":{"data":"aGVsbG8="}}{"message":{"data":"e30ge30="}}`, `1:1 Pub/Sub: data is not Base64: {"message":{"data":"#"}}`,
		`1:25 JSON: unexpected character: {"message":{"data":"aGVsbG8="}}`, `1:56 JSON: unexpected character: {"message":{"data":"e30ge30="}}`)
	f("numbers", entryOf(`"connection":{"src_ip":"fe80::1","dest_ip":"10.0.0.2","protocol":"17","src_port":"53"},"bytes_sent":0,"packets_sent":8,"rtt_msec":0`),
		`account_id=p1 srcaddr=fe80::1 dstaddr=10.0.0.2 srcport=53 protocol=17 packets=8 bytes=0 start=2025-11-07T21:19:03.5Z end=2025-11-07T21:19:03.5Z rtt_msec=0 {"insertId":"a1",`+rest)
	f("a round trip of parts of a millisecond", entryOf(connection+`"reporter":"SRC","round_trip_time":{"median_msec":"1.75"}`),
		`account_id=p1 srcaddr=10.0.0.1 dstaddr=10.0.0.2 srcport=40000 dstport=443 protocol=6 start=2025-11-07T21:19:03.5Z end=2025-11-07T21:19:03.5Z flow_direction=egress reporter=SRC rtt_msec=1 {"insertId":"a1","jsonPayload":{"round_trip_time":{"median_msec":"1.75"}},`+rest)
	f("gateways have no direction", entryOf(connection+traffic+destSide+`"src_gateway":{"type":"VPN_TUNNEL","name":"t1"},"reporter":"SRC_GATEWAY"`),
		`account_id=p1 `+rowFlow+` reporter=SRC_GATEWAY {"insertId":"a1","jsonPayload":{"dest_instance":{"project_id":"p2","vm_name":"web","region":"us-central1","zone":"us-central1-a"},"dest_vpc":{"project_id":"host","vpc_name":"net","subnetwork_name":"sub-b"},"src_gateway":{"type":"VPN_TUNNEL","name":"t1"}},`+rest)
	f("payload alone", `{`+connection+traffic+`"src_vpc":{"project_id":"host","vpc_name":"net"},"reporter":"SRC"}`, "account_id=host "+rowFlow+" vpc_id=host/net flow_direction=egress reporter=SRC")
	f("nothing is lost of a side that says little", entryOf(connection+traffic+`"src_instance":{"project_id":"p1"},"src_vpc":{"project_id":"host"},"reporter":"SRC"`),
		"account_id=p1 "+rowFlow+` flow_direction=egress reporter=SRC {"insertId":"a1","jsonPayload":{"src_vpc":{"project_id":"host"}},`+rest)

	firewall := `{"jsonPayload":{` + connection + `"disposition":"DENIED"},"logName":"projects/p/logs/compute.googleapis.com%2Ffirewall"}`
	audit := `{"protoPayload":{"methodName":"m"},"logName":"projects/p/logs/cloudaudit.googleapis.com%2Factivity"}`
	other := `{"jsonPayload":{` + connection + `"x":1},"logName":"projects/p/logs/dns.googleapis.com%2Fdns_queries"}`
	f("entries of other logs", firewall+"\n"+audit+"\n"+src+"\n"+other+"\n{}\n", "1:1 firewall log entry, not a VPC flow: "+firewall, "2:1 audit log entry, not a VPC flow: "+audit,
		"4:1 log entry of another kind, not a VPC flow: "+other, "5:1 no connection of a VPC flow: {}", rowSrc)
	f("broken neighbours", src+"\n"+src[:200]+"\n"+entryOf(`"connection":{"src_ip":"host"}`)+"\n"+dst, `2:201 JSON: line end or control character in a text: `+src[:200],
		"3:1 srcaddr: not an address: "+entryOf(`"connection":{"src_ip":"host"}`), rowSrc, rowDst)
	f("conflict", `{"connection":{"src_ip":"1.1.1.1","src_ip":"2.2.2.2"}}`, `1:1 key given twice with different values: {"connection":{"src_ip":"1.1.1.1","src_ip":"2.2.2.2"}}`)
}

func TestSniff(t *testing.T) {
	f := func(data string, want bool) {
		t.Helper()
		if got := (Driver{}).Sniff([]byte(data)); got != want {
			t.Errorf("Sniff(%.60s) = %v", data, got)
		}
	}
	flow := entryOf(connection + `"reporter":"SRC"`)
	f(flow, true)
	f("\ufeff[ "+flow+", {", true)
	f(`{"entries":[{"logName":"projects/p/logs/x"},`+flow, true)
	f(`{"message":{"data":"`+base64.URLEncoding.EncodeToString([]byte(flow))+`"}}`, true)
	f(flow[:100], false)
	f(`{"logName":"projects/p/logs/compute.googleapis.com%2Ffirewall","jsonPayload":{"connection":{"src_ip":"1.1.1.1"},"disposition":"ALLOWED"}}`, false)
	f(`{"srcaddr":"1.1.1.1","dstaddr":"2.2.2.2"}`, false)
	f(`{"message":{"data":"aGVsbG8="}}`, false)
	f("", false)
}

func TestRefused(t *testing.T) {
	_, _, err := run(t, `[{"logName":"projects/p/logs/compute.googleapis.com%2Ffirewall","jsonPayload":{}}]`, decode.Options{})
	want := "unknown format: log entries of Google Cloud, but no VPC flows: the first is of projects/p/logs/compute.googleapis.com%2Ffirewall"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestCorpus holds the records of real entries against golden files.
func TestCorpus(t *testing.T) {
	root := os.Getenv("WEIR_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	files, _ := filepath.Glob(filepath.Join(root, "corpus", "gcp", "*.json"))
	if len(files) == 0 {
		if os.Getenv("WEIR_SHARED") != "" {
			t.Fatal("WEIR_SHARED is set, but there are no test vectors")
		}
		t.Skip("no test vectors; set WEIR_SHARED to the folder that holds them")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c, _, err := run(t, string(data), decode.Options{})
		if err != nil || len(c.BadLines) > 0 || c.Rows.Len() != 1 {
			t.Fatalf("%s: %d rows, bad %q, %v", file, c.Rows.Len(), c.BadLines, err)
		}
		text := strings.Join(c.Fields(), "\n") + "\n"
		golden := filepath.Join("testdata", filepath.Base(file)+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// TestSkip protects resuming at every position, among them those inside a list.
func TestSkip(t *testing.T) {
	var data strings.Builder
	data.WriteString(`{"entries":[`)
	for i := range 2000 {
		switch i % 100 {
		case 3:
			data.WriteString(`{"logName":"projects/p/logs/x"},`)
		case 4:
			data.WriteString(`{"jsonPayload":},` + "\n")
		}
		data.WriteString(entryOf(connection+traffic+destSide+fmt.Sprintf(`"n":%d,"reporter":"DEST"`, i)) + ",\n")
	}
	text := data.String() + "]}"
	whole, _, err := run(t, text, decode.Options{})
	if err != nil || whole.Rows.Len() != 2000 || len(whole.BadAt) != 40 || len(whole.At) < 5 {
		t.Fatalf("%d rows, %d bad, %v", whole.Rows.Len(), len(whole.BadAt), err)
	}
	decodetest.Resume(t, Driver{}, text, whole, append(slices.Clone(whole.At), whole.BadAt[:5]...))
}

// FuzzDecode protects that nothing panics, that unmapped values stay JSON, and
// that resuming gives the rest.
func FuzzDecode(f *testing.F) {
	src := entryOf(connection + traffic + srcSide + `"rtt_msec":"3.5","reporter":"SRC"`)
	f.Add(src+"\n"+src, 1)
	f.Add("["+entryOf(connection+destSide+`"reporter":"DEST","round_trip_time":{"median_msec":1}`)+`,{"x":1}]`, 0)
	f.Add(`{"message":{"data":"`+base64.StdEncoding.EncodeToString([]byte(src))+`"}}`, 2)
	f.Add(`{"entries":[{"jsonPayload":{"connection":{"src_ip":1},"connection":null}}]}`, 1)
	f.Fuzz(func(t *testing.T, data string, from int) {
		whole, result, err := run(t, data, decode.Options{Format: "gcp"})
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
