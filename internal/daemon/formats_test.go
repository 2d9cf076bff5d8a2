package daemon

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	"github.com/weir-flow/weir/internal/record"
)

// TestEnvelopes: every envelope around every payload it can carry gives the rows of the
// bare payload, and can be resumed at every position given out.
func TestEnvelopes(t *testing.T) {
	vpc := func(n int) string {
		return fmt.Sprintf("2 123456789012 eni-%d 10.0.0.1 10.0.0.2 %d 443 6 1 40 1600000000 1600000060 ACCEPT OK", n, 1000+n)
	}
	tgw := func(n int) string {
		return fmt.Sprintf("6 TransitGateway 123456789012 tgw-0a tgw-attach-01 111111111111 222222222222 vpc-01 vpc-02 subnet-01 subnet-02 eni-01 eni-02 "+
			"use1-az1 use1-az2 tgw-attach-02 10.0.0.1 10.1.0.1 %d 443 6 10 1000 1600000000 1600000060 OK IPv4 0 %d 0 0 2 us-east-1 ingress - -", 1000+n, n)
	}
	flow := func(n int) string {
		return fmt.Sprintf(`{"version":2,"account-id":"123456789012","interfaceId":"eni-%d","srcaddr":"10.0.0.1","dstaddr":"10.0.0.2","srcport":%d,"dstport":"443","start":1600000000,"end":1600000060,"action":"ACCEPT"}`, n, 1000+n)
	}
	gcp := func(n int) string {
		return fmt.Sprintf(`{"insertId":"x%d","logName":"projects/p/logs/compute.googleapis.com%%2Fvpc_flows","resource":{"type":"gce_subnetwork"},"timestamp":"2020-09-13T12:26:40Z",`+
			`"jsonPayload":{"connection":{"src_ip":"10.0.0.1","src_port":%d,"dest_ip":"10.0.0.2","dest_port":443,"protocol":6},"reporter":"SRC","bytes_sent":"40","packets_sent":"1",`+
			`"start_time":"2020-09-13T12:26:40Z","end_time":"2020-09-13T12:26:45Z"}}`, n, 1000+n)
	}
	records := map[string][]string{}
	for name, make := range map[string]func(int) string{"vpc": vpc, "tgw": tgw, "json": flow, "gcp": gcp} {
		for n := 1; n <= 5; n++ {
			records[name] = append(records[name], make(n))
		}
	}
	message := func(text string, n int) string {
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf(`{"id":"%d","timestamp":1600000070000,"message":%s}`, n, quoted)
	}
	events := func(lines []string) string {
		var out []string
		for i, l := range lines {
			out = append(out, message(l, i))
		}
		return strings.Join(out, ",")
	}
	inner := map[string]func([]string) string{
		"lines": func(l []string) string { return strings.Join(l, "\n") + "\n" },
		"export": func(l []string) string {
			return "2020-09-13T12:27:50.000Z " + strings.Join(l, "\n2020-09-13T12:27:50.000Z ") + "\n"
		},
		"subscription": func(l []string) string {
			return `{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"g","logStream":"s","logEvents":[` + events(l[:2]) + `]}` +
				`{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"g","logStream":"s","logEvents":[` + events(l[2:]) + `]}`
		},
		"filter": func(l []string) string { return `{"events":[` + events(l) + `],"nextToken":"t"}` },
		"lambda": func(l []string) string {
			text := `{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"g","logStream":"s","logEvents":[` + events(l) + `]}`
			return `{"awslogs":{"data":"` + base64.StdEncoding.EncodeToString(gzipped(t, []byte(text))) + `"}}`
		},
	}
	outer := map[string]func([]byte) []byte{
		"plain":   func(b []byte) []byte { return b },
		"gzip":    func(b []byte) []byte { return gzipped(t, b) },
		"zstd":    func(b []byte) []byte { return zstded(t, b) },
		"gzip x2": func(b []byte) []byte { return gzipped(t, gzipped(t, b)) },
	}
	run := func(data []byte, o decode.Options) (*decodetest.Collector, decode.Result, error) {
		c := decodetest.NewCollector()
		result, err := decode.Run(context.Background(), bytes.NewReader(data), Formats(), o, c)
		return c, result, err
	}
	for kind, lines := range records {
		plain, result, err := run([]byte(strings.Join(lines, "\n")+"\n"), decode.Options{})
		if err != nil || plain.Rows.Len() != 5 || result.Format != kind {
			t.Fatalf("%s: %d rows, bad %q, %+v, %v", kind, plain.Rows.Len(), plain.BadLines, result, err)
		}
		// The account in the payload stands in for records without one.
		withAccount, _, err := run([]byte(strings.Join(lines, "\n")+"\n"), decode.Options{Context: map[record.FieldID]string{record.AccountID: "123456789012"}})
		if err != nil {
			t.Fatal(err)
		}
		for in, wrap := range inner {
			want := plain.Fields()
			if in == "subscription" || in == "lambda" {
				want = withAccount.Fields()
			}
			for out, pack := range outer {
				data := pack([]byte(wrap(lines)))
				got, _, err := run(data, decode.Options{})
				if err != nil || len(got.BadLines) > 0 || !slices.Equal(want, got.Fields()) {
					t.Errorf("%s in %s in %s: %q, bad %q, %v", kind, in, out, got.Fields(), got.BadLines, err)
					continue
				}
				for _, at := range got.At {
					rest, _, err := run(data, decode.Options{Skip: at})
					if n := len(want) - rest.Rows.Len(); err != nil || n < 0 || !slices.Equal(want[n:], rest.Fields()) {
						t.Errorf("%s in %s in %s from %d: %q, %v", kind, in, out, at, rest.Fields(), err)
					}
				}
			}
		}
	}
}

func gzipped(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zstded(t *testing.T, b []byte) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	return z.EncodeAll(b, nil)
}
