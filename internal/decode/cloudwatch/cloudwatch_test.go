package cloudwatch

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
	decodejson "github.com/weir-flow/weir/internal/decode/json"
	"github.com/weir-flow/weir/internal/decode/vpc"
	"github.com/weir-flow/weir/internal/record"
)

var formats = decode.Formats{
	Envelopes: []decode.Envelope{decode.Gzip, decode.Zstd, WriteTest{}, Export{}, Events{}},
	Drivers:   []decode.Driver{decodejson.Driver{}, vpc.TGW{}, vpc.Driver{}, vpc.Regex{}},
}

func read(t testing.TB, data []byte, o decode.Options) (*decodetest.Collector, decode.Result, error) {
	t.Helper()
	c := decodetest.NewCollector()
	result, err := decode.Run(context.Background(), bytes.NewReader(data), formats, o, c)
	if result.Rows != int64(c.Rows.Len()) || result.Bad != int64(len(c.BadLines)) || !slices.IsSorted(c.At) {
		t.Fatalf("%+v for %d rows, %d bad, positions %v", result, c.Rows.Len(), len(c.BadLines), c.At)
	}
	return c, result, err
}

// line is a record of the default format.
func line(n int) string {
	return fmt.Sprintf("2 123456789012 eni-0%d 10.0.0.1 10.0.0.2 1000 443 6 1 %d 1600000000 1600000060 ACCEPT OK", n, n)
}

func event(n int) string {
	text, _ := json.Marshal(line(n))
	return fmt.Sprintf(`{"id":"%d","timestamp":1600000100%03d,"message":%s}`, n, n, text)
}

func payloadOf(stream string, events ...string) string {
	return `{"messageType":"DATA_MESSAGE","owner":"111111111111","logGroup":"flows","logStream":"` + stream +
		`","subscriptionFilters":["all"],"logEvents":[` + strings.Join(events, ",") + `]}`
}

func packed(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.String()
}

func base(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

const control = `{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1,"message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}`

// shapes are the same records in every shape they come in.
var shapes = map[string]string{
	"payload":          payloadOf("eni-01-all", event(1), event(2), event(3)),
	"payloads":         payloadOf("eni-01-all", event(1)) + control + payloadOf("eni-02-all", event(2), event(3)),
	"payload a line":   payloadOf("eni-01-all", event(1)) + "\n" + payloadOf("eni-02-all", event(2)) + "\n" + payloadOf("eni-02-all", event(3)) + "\n",
	"pretty":           pretty(payloadOf("eni-01-all", event(1), event(2), event(3))),
	"lambda":           `{"awslogs":{"data":"` + base(packed(payloadOf("eni-01-all", event(1), event(2), event(3)))) + `"}}`,
	"lambdas":          `{"awslogs":{"data":"` + base(packed(payloadOf("x", event(1)))) + `"}} {"awslogs":{"data":"` + base(packed(payloadOf("y", event(2), event(3)))) + `"}}`,
	"firehose":         `{"requestId":"r","timestamp":1,"records":[{"data":"` + base(packed(payloadOf("x", event(1)))) + `"},{"data":"` + base(packed(payloadOf("y", event(2), event(3)))) + `"}]}`,
	"firehose lines":   `{"requestId":"r","timestamp":1,"records":[{"data":"` + base(line(1)+"\n"+line(2)) + `"},{"data":"` + base(line(3)) + `"}]}`,
	"firehose wraps":   `{"records":[{"data":"` + base(`{"message":"`+line(1)+`"}`) + `"},{"data":"` + base(`{"message":"`+line(2)+`"}`) + `"},{"data":"` + base(payloadOf("x", event(3))) + `"}]}`,
	"firehose many":    `{"records":[{"data":"` + base(packed(`{"message":"`+line(1)+`"}`+"\n"+`{"message":"`+line(2)+`\n"}`)) + `"},{"data":"` + base(control) + `"},{"data":"` + base(packed(packed(payloadOf("x", event(3))))) + `"}]}`,
	"firehose gzip":    `{"records":[{"data":"` + base(packed(line(1)+"\n"+line(2)+"\n")) + `"},{"data":"` + base(packed(line(3))) + `"}]}`,
	"nested":           `{"awslogs":{"data":"` + base(`{"awslogs":{"data":"`+base(payloadOf("x", event(1), event(2)))+`"}}`+payloadOf("x", event(3))) + `"}}`,
	"escaped":          `{"records":[{"data":"` + strings.ReplaceAll(base(payloadOf("x", event(1), event(2), event(3))), "/", `\/`) + `"}]}`,
	"two in a message": payloadOf("x", `{"id":"1","message":"`+line(1)+`\n`+line(2)+`\r\n"}`, `{"id":"2","message":"\n"}`, event(3)),
	"messages":         `{"message":"` + line(1) + `"}` + "\n" + `{"message":"` + line(2) + `"}` + "\n" + `{"message":"` + line(3) + `"}`,
	"filter":           `{"events":[` + event(1) + "," + event(2) + "," + event(3) + `],"searchedLogStreams":[]}`,
	"filter, pretty":   pretty(`{"events":[` + event(1) + "," + event(2) + "," + event(3) + `],"nextToken":"abc"}`),
	"pages":            `{"events":[],"nextToken":"a"}{"events":[` + event(1) + `],"nextToken":"b"}{"events":[],"nextToken":"c"}` + "\n" + `{"events":[` + event(2) + "," + event(3) + `]}`,
	"get":              `{"events":[{"timestamp":1,"message":"` + line(1) + `","ingestionTime":2},{"timestamp":1,"message":"` + line(2) + `","ingestionTime":2},{"timestamp":1,"message":"` + line(3) + `","ingestionTime":2}],"nextForwardToken":"f/1","nextBackwardToken":"b/1"}`,
	"events in array":  `[` + event(1) + "," + event(2) + "," + event(3) + `]`,
	"export":           "2020-09-13T12:26:40.001Z " + line(1) + "\n2020-09-13T12:26:40.002Z " + line(2) + "\n2020-09-13T12:26:41.000Z " + line(3),
}

func pretty(text string) string {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(text), "", "    "); err != nil {
		panic(err)
	}
	return b.String()
}

// TestShapes: whatever the messages come in, the records are those of the plain lines,
// also from every position on where reading may be resumed.
func TestShapes(t *testing.T) {
	plain, _, err := read(t, []byte(line(1)+"\n"+line(2)+"\n"+line(3)+"\n"), decode.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := plain.Fields()
	for name, data := range shapes {
		t.Run(name, func(t *testing.T) {
			for _, outer := range []string{data, packed(data)} {
				got, result, err := read(t, []byte(outer), decode.Options{})
				if err != nil || len(got.BadLines) > 0 || !slices.Equal(want, got.Fields()) {
					t.Fatalf("%q, bad %q, %+v, %v; want %q", got.Fields(), got.BadLines, result, err, want)
				}
				for _, at := range got.At {
					rest, _, err := read(t, []byte(outer), decode.Options{Skip: at})
					if n := len(want) - rest.Rows.Len(); err != nil || n < 0 || !slices.Equal(want[n:], rest.Fields()) {
						t.Errorf("from %d: %q, %v", at, rest.Fields(), err)
					}
				}
			}
		})
	}
}

// TestKnown: what the payload says stands in for what the records lack, and never
// instead of what they say; the time of an event for records without one.
func TestKnown(t *testing.T) {
	data := `{"messageType":"DATA_MESSAGE","owner":"111111111111","logGroup":"g","logStream":"eni-0a-accept","logEvents":[` +
		`{"id":"1","timestamp":1600000000000,"message":"10.0.0.1 10.0.0.2 7"},` +
		`{"id":"2","timestamp":1600000005000,"message":"10.0.0.1 10.0.0.2 8","extractedFields":{"@aws.account":"222222222222","@aws.region":"eu-west-1"}}]}` +
		payloadOf("eni-0b", `{"id":"3","timestamp":1600000006000,"message":"10.0.0.3 10.0.0.2 9"}`)
	o := decode.Options{LogFormat: "${srcaddr} ${dstaddr} ${bytes}", Context: map[record.FieldID]string{record.AccountID: "999999999999", record.Region: "us-east-1"}}
	got, _, err := read(t, []byte(data), o)
	if err != nil || got.Rows.Len() != 3 {
		t.Fatal(got.Rows.Len(), got.BadLines, err)
	}
	f := func(row int, account, region, iface string, at int64) {
		t.Helper()
		tuple := got.Rows.Registry.Tuple(record.GroupContext, got.Rows.Context[row])
		value := func(id record.FieldID) string { return tuple.Value(record.Get(id).Slot) }
		if value(record.AccountID) != account || value(record.Region) != region || value(record.InterfaceID) != iface || got.Rows.Col(record.Start).Time[row] != at*1e9 {
			t.Errorf("row %d: %v at %v", row, tuple.Values, time.Unix(0, got.Rows.Col(record.Start).Time[row]))
		}
	}
	f(0, "111111111111", "us-east-1", "eni-0a", 1600000000)
	f(1, "222222222222", "eu-west-1", "eni-0a", 1600000005)
	f(2, "111111111111", "us-east-1", "eni-0b", 1600000006)

	said, _, err := read(t, []byte(payloadOf("eni-0c", event(1))), decode.Options{})
	if err != nil || !strings.Contains(said.Fields()[0], "123456789012") || !strings.Contains(said.Fields()[0], "eni-01") {
		t.Errorf("%q, %v", said.Fields(), err)
	}
}

// TestBroken: a broken part is named, and its neighbours are kept.
func TestBroken(t *testing.T) {
	f := func(data, reason string, rows int) {
		t.Helper()
		got, _, err := read(t, []byte(data), decode.Options{})
		if err != nil || got.Rows.Len() != rows || len(got.BadLines) != 1 || !strings.Contains(got.BadLines[0], reason) {
			t.Errorf("%.60s: %d rows, bad %q, %v; want %d and %q", data, got.Rows.Len(), got.BadLines, err, rows, reason)
		}
		for _, at := range got.At {
			rest, _, err := read(t, []byte(data), decode.Options{Skip: at})
			if err != nil || rest.Rows.Len() > rows || len(rest.BadLines) > 1 {
				t.Errorf("from %d: %d rows, bad %q, %v", at, rest.Rows.Len(), rest.BadLines, err)
			}
		}
		if last := got.At[len(got.At)-1]; last > 0 {
			if rest, _, err := read(t, []byte(data), decode.Options{Skip: last}); err != nil || rest.Rows.Len() != 0 || len(rest.BadLines) != 0 {
				t.Errorf("from the end: %d rows, bad %q, %v", rest.Rows.Len(), rest.BadLines, err)
			}
		}
	}
	whole := payloadOf("x", event(1))
	f(payloadOf("x", event(1), `{"id":"2"}`, event(3)), ReasonNoMessage, 2)
	f(payloadOf("x", event(1), `{"message":7}`, event(3)), ReasonNoMessage, 2)
	f(payloadOf("x", event(1), `"no event"`, event(3)), ReasonNoMessage, 2)
	f(`{"events":[`+event(1)+`,{"timestamp":1,"message":null},`+event(2)+`]}`, ReasonNoMessage, 2)
	f(whole+`{"messageType":"DATA_MESSAGE","logGroup":"web","logEvents":[{"message":"GET /"}]}`+whole, ReasonUnknown, 2)
	f(`{"messageType":"DATA_MESSAGE","logGroup":"web","logEvents":[{"message":"GET /"}]}`+whole+whole, ReasonUnknown, 2)
	f("what is left of a message\n2020-09-13T12:26:40.001Z "+line(1)+"\n2020-09-13T12:26:41.000Z "+line(2)+"\n", "too few columns", 2)
	torn := packed(whole)
	f(`{"records":[{"data":"`+base(packed(whole))+`"},{"data":"`+base(torn[:9])+`"},{"data":"`+base(packed(whole))+`"}]}`, ReasonDamaged, 2)
	f(`{"records":[{"data":"`+base(packed(line(1) + "\n" + line(2))[:60])+`"},{"data":"`+base(line(3))+`"}]}`, ReasonDamaged, 1)
	f(`{"records":[{"data":"`+base(packed(packed(packed(packed(packed(line(1)))))))+`"},{"data":"`+base(line(3))+`"}]}`, ReasonTooDeep, 1)
	var large strings.Builder
	for i := 0; large.Len() <= maxPayload; i += 7919 {
		fmt.Fprintf(&large, "%d%4000s", i*i, "")
	}
	deep := whole
	for range maxLevels {
		deep = `{"awslogs":{"data":"` + base(deep) + `"}}`
	}
	f(deep+whole, ReasonTooDeep, 1)
	f(`{"records":[{"data":"`+base(packed(large.String()))+`"},{"data":"`+base(line(3))+`"}]}`, ReasonTooLarge, 1)
	f("2020-09-13T12:26:40.001Z "+line(1)+"\n2020-09-13T12:26:40.001Z "+line(2)+strings.Repeat(" x", decode.MaxLine/2)+"\n2020-09-13T12:26:41.000Z "+line(3)+"\n", decode.ReasonLineTooLong, 2)
	f(whole+`{"messageType":"DATA_MESSAGE","logEvents":[{"message":}]}`+payloadOf("x", event(2)), "JSON", 2)
	f(whole+`{"what":"is this"}`+whole, ReasonNoEvents, 2)
	f(`{"awslogs":{"data":"`+base(packed(whole))+`"}}{"awslogs":{"data":"!"}}`, ReasonBadBase64, 1)
	f("2020-09-13T12:26:40.001Z "+line(1)+"\nno time and no record\n2020-09-13T12:26:41.000Z "+line(2)+"\n", "too few columns", 2)
	f(payloadOf("x", event(1), `{"message":"not a record"}`, event(2)), "too few columns", 2)
}

// TestNotTaken: what only looks like events is left to others.
func TestNotTaken(t *testing.T) {
	for _, data := range []string{
		line(1), "{}", "", `{"srcaddr":"10.0.0.1","dstaddr":"10.0.0.2"}`, `{"events":[{"srcaddr":"10.0.0.1"}]}`,
		`{"Records":[{"eventVersion":"1.08"}]}`, `{"message":{"data":"x"}}`, `{"records":[{"category":"x"}]}`,
		`{"message":"x","srcaddr":"10.0.0.1","dstaddr":"10.0.0.2","start":1}`,
		"2026-11-21 05:00:00 " + line(1), "2026-13-41T05:00:00.000Z " + line(1),
	} {
		if (Events{}).Sniff([]byte(data)) || (Export{}).Sniff([]byte(data)) {
			t.Errorf("%q is taken for events", data)
		}
	}
	if got, result, err := read(t, []byte("Permission Check Successful\n"), decode.Options{}); err != nil || got.Rows.Len() != 0 || len(got.BadLines) != 0 || len(result.Envelope) != 1 {
		t.Errorf("write test: %+v, %v", result, err)
	}
	o := decode.Options{Format: `regex:^\S+ (?P<srcaddr>\S+) (?P<dstaddr>\S+)$`}
	if got, _, err := read(t, []byte("2026-11-21T05:00:00.000Z 10.0.0.1 10.0.0.2\n"), o); err != nil || got.Rows.Len() != 1 {
		t.Errorf("a format that reads the time itself: %d rows, %v", got.Rows.Len(), err)
	}
}

// TestGrowing: what is appended later is read on behind what was taken, each record
// once and only when it is whole.
func TestGrowing(t *testing.T) {
	for _, name := range []string{"export", "payloads", "payload a line", "pretty", "pages", "messages", "lambdas", "firehose many"} {
		data := shapes[name] + "\n"
		plain, _, err := read(t, []byte(data), decode.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		at := int64(0)
		for size := 1; size < len(data)+7; size += 7 {
			got, result, err := read(t, []byte(data[:min(size, len(data))]), decode.Options{Skip: at, Growing: true})
			if errors.Is(err, decode.ErrUnknownFormat) && got.Rows.Len() == 0 && result.Decoded == 0 {
				continue // too little of it to tell
			}
			if err != nil || len(got.BadLines) > 0 {
				t.Fatalf("%s at %d: bad %q, %v", name, size, got.BadLines, err)
			}
			at, rows = max(at, result.Decoded), append(rows, got.Fields()...)
		}
		if !slices.Equal(rows, plain.Fields()) {
			t.Errorf("%s: %q, want %q", name, rows, plain.Fields())
		}
	}
}

// TestMany: thousands of payloads with a message each, of many streams, are one stream
// of lines: their columns are found from all of them.
func TestMany(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		b.WriteString(payloadOf(fmt.Sprint("eni-", i), event(i%900)))
	}
	got, _, err := read(t, []byte(b.String()), decode.Options{})
	if err != nil || got.Rows.Len() != 5000 {
		t.Errorf("%d rows, %v", got.Rows.Len(), err)
	}
}

// TestManyLogs: logs of several formats in one delivery, also such that are no flow
// logs, do not stand in each other's way, in whatever order they come.
func TestManyLogs(t *testing.T) {
	const gateway = "6 TransitGateway 123456789012 tgw-0a tgw-attach-01 - - - - - - - - - - - 10.0.0.1 10.1.0.1 1000 443 6 10 1000 1600000000 1600000060 OK IPv4 0 7 0 0 2 us-east-1 ingress - -"
	of := func(group, message string) string {
		text, _ := json.Marshal(message)
		return `{"messageType":"DATA_MESSAGE","owner":"111111111111","logGroup":"` + group + `","logStream":"s","logEvents":[{"id":"1","timestamp":1,"message":` + string(text) + `}]}`
	}
	flow, tgw, web := of("flows", line(1)), of("gateways", gateway), of("web", "GET / HTTP/1.1")
	broken := `{"messageType":"DATA_MESSAGE","logEvents":[{"message":}]}`
	f := func(data string, rows, bad int, wantErr error) {
		t.Helper()
		got, _, err := read(t, []byte(data), decode.Options{})
		if !errors.Is(err, wantErr) || got.Rows.Len() != rows || len(got.BadLines) != bad {
			t.Errorf("%d rows, bad %q, %v; want %d, %d, %v", got.Rows.Len(), got.BadLines, err, rows, bad, wantErr)
		}
		if err != nil && len(got.At) > 0 && got.At[len(got.At)-1] > 0 {
			t.Errorf("positions %v, though the user may know the format", got.At)
		}
		for _, at := range got.At {
			rest, _, err := read(t, []byte(data), decode.Options{Skip: at})
			n, m := rows-rest.Rows.Len(), bad-len(rest.BadLines)
			if !errors.Is(err, wantErr) || n < 0 || m < 0 || !slices.Equal(got.Fields()[n:], rest.Fields()) || !slices.Equal(got.BadLines[m:], rest.BadLines) {
				t.Errorf("from %d: %q, bad %q, %v", at, rest.Fields(), rest.BadLines, err)
			}
		}
	}
	f(flow+tgw+flow+tgw+tgw, 5, 0, nil)
	f(web+web+flow+web+tgw, 2, 3, nil)
	f(broken+web+broken+flow, 1, 3, nil)
	f(web+web+of("app", "{}x"), 0, 0, decode.ErrUnknownFormat)
	f(web+broken, 0, 0, decode.ErrUnknownFormat)
	f(strings.Repeat(of("web", strings.Repeat("x", 4000))+"\n", maxUnknown/4000+1)+flow, 0, 0, decode.ErrUnknownFormat)
	f(`{"records":[{"data":"`+base("\x00\x01\x02")+`"},{"data":"`+base(packed(flow))+`"}]}`, 1, 1, nil)
}

// TestExportKnown: the time of a line is that of its record where the format has none,
// and a message in JSON gets the interface of its stream.
func TestExportKnown(t *testing.T) {
	data := "2020-09-13T12:26:40.000Z 10.0.0.1 7\n2020-09-13T12:26:40.000Z 10.0.0.1 8\n" +
		"2020-09-13T12:26:45.000Z 10.0.0.1 9\nno time\n2020-09-13T12:26:40.000Z 10.0.0.1 10\n"
	o := decode.Options{LogFormat: "${srcaddr} ${bytes}"}
	got, _, err := read(t, []byte(data), o)
	if err != nil || got.Rows.Len() != 4 || len(got.BadLines) != 1 {
		t.Fatal(got.Rows.Len(), got.BadLines, err)
	}
	if start, want := got.Rows.Col(record.Start).Time, []int64{1600000000e9, 1600000000e9, 1600000005e9, 1600000000e9}; !slices.Equal(start, want) {
		t.Errorf("starts %v, want %v", start, want)
	}
	for _, at := range got.At {
		o.Skip = at
		rest, _, err := read(t, []byte(data), o)
		if n := 4 - rest.Rows.Len(); err != nil || n < 0 || !slices.Equal(got.Rows.Col(record.Bytes).U64[n:], rest.Rows.Col(record.Bytes).U64) {
			t.Errorf("from %d: %d rows, %v", at, rest.Rows.Len(), err)
		}
	}

	inJSON := `{"srcaddr":"10.0.0.1","dstaddr":"10.0.0.2","bytes":"5","start":1600000000}`
	got, _, err = read(t, []byte(payloadOf("eni-0c-reject", `{"id":"1","message":"`+strings.ReplaceAll(inJSON, `"`, `\"`)+`"}`, `{"id":"2","message":`+pretty(inJSON)+`}`)), decode.Options{})
	if err != nil || got.Rows.Len() != 2 {
		t.Fatal(got.Rows.Len(), got.BadLines, err)
	}
	for _, row := range got.Fields() {
		if !strings.Contains(row, "interface_id=eni-0c") || !strings.Contains(row, "account_id=111111111111") || !strings.Contains(row, "bytes=5") {
			t.Errorf("%q", row)
		}
	}
}

// TestExpansion: what is packed in base64 is bounded as a whole.
func TestExpansion(t *testing.T) {
	part := `{"data":"` + base(packed(strings.Repeat(" ", 32<<20))) + `"}`
	data := `{"records":[` + strings.Repeat(part+",", 9) + part + `]}`
	if _, _, err := read(t, []byte(data), decode.Options{MaxRatio: 100}); !errors.Is(err, decode.ErrExpansion) {
		t.Error(err)
	}
	if _, _, err := read(t, []byte(data), decode.Options{MaxDecoded: 200 << 20, MaxRatio: 1 << 20}); !errors.Is(err, decode.ErrExpansion) {
		t.Error(err)
	}
}

var update = flag.Bool("update", false, "rewrite the golden files")

// TestCorpus reads the real payloads, and misses none of them.
func TestCorpus(t *testing.T) {
	shared := os.Getenv("WEIR_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "..", "shared")
	}
	left := map[string]bool{}
	for _, dir := range []string{"cloudwatch", "firehose"} {
		files, err := os.ReadDir(filepath.Join(shared, "corpus", dir))
		if err != nil {
			t.Skipf("no test vectors: %v; set WEIR_SHARED to the folder that holds them", err)
		}
		for _, file := range files {
			left[dir+"/"+file.Name()] = true
		}
	}
	f := func(name string, o decode.Options, enveloped bool, rows int, wantErr error) {
		t.Helper()
		delete(left, name)
		data, err := os.ReadFile(filepath.Join(shared, "corpus", name))
		if err != nil {
			t.Fatal(err)
		}
		got, result, err := read(t, data, o)
		if !errors.Is(err, wantErr) || len(got.BadLines) != 0 || got.Rows.Len() != rows || (len(result.Envelope) > 0) != enveloped {
			t.Errorf("%s: %d rows, bad %q, %+v, %v", name, got.Rows.Len(), got.BadLines, result, err)
		}
		if rows == 0 {
			return
		}
		golden := filepath.Join("testdata", filepath.Base(name)+".golden")
		text := strings.Join(got.Fields(), "\n") + "\n"
		if *update {
			if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if string(want) != text {
			t.Errorf("%s: %s, want %s", name, text, want)
		}
	}
	f("cloudwatch/otel-valid_vpc_flow_cw_custom.json", decode.Options{LogFormat: "${version} ${interface-id} ${srcaddr} ${dstaddr}"}, true, 2, nil)
	f("cloudwatch/otel-valid_vpc_flow_cw_custom.json", decode.Options{}, true, 0, decode.ErrUnknownFormat)
	// The others hold no flow logs, or are no logs.
	f("cloudwatch/lambda-go-cloudwatch-logs-event.json", decode.Options{}, true, 0, decode.ErrUnknownFormat)
	f("firehose/vector-record.json", decode.Options{}, true, 0, decode.ErrUnknownFormat)
	f("firehose/lambda-go-kinesis-firehose-event.json", decode.Options{}, true, 0, decode.ErrUnknownFormat)
	f("firehose/lambda-go-kinesis-firehose-response.json", decode.Options{}, true, 0, decode.ErrUnknownFormat)
	f("firehose/vector-common-attributes-header.json", decode.Options{}, false, 0, decode.ErrUnknownFormat)
	if len(left) > 0 {
		t.Errorf("read by no test: %v", left)
	}
}

// FuzzEnvelopes: no input does harm, and what is read from any position on that was
// given out is what was left.
func FuzzEnvelopes(f *testing.F) {
	for _, data := range shapes {
		f.Add([]byte(data))
	}
	f.Add([]byte(`{"awslogs":{"data":"!"}}` + control))
	f.Add([]byte(`{"message":"GET /","logGroup":"web"}{"message":"` + line(1) + `"}{"message":"x","logGroup":"web"}{"message":}`))
	f.Add([]byte("no time\n2020-09-13T12:26:40.001Z " + line(1) + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o := decode.Options{MaxDecoded: 1 << 20, Intake: time.Unix(1600000000, 0)}
		got, _, err := read(t, data, o)
		if err != nil || len(got.At) == 0 {
			return
		}
		o.Skip = got.At[len(got.At)/2]
		rest, _, err := read(t, data, o)
		if n := got.Rows.Len() - rest.Rows.Len(); err != nil || n < 0 || !slices.Equal(got.Fields()[n:], rest.Fields()) {
			t.Fatalf("from %d: %d of %d rows, %v", o.Skip, rest.Rows.Len(), got.Rows.Len(), err)
		}
	})
}
