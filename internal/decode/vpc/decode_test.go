package vpc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

const (
	headerV2 = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"
	lineV2   = "2 123456789010 eni-1 10.0.0.1 10.0.0.2 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK\n"
	rowV2    = "version=2 account_id=123456789010 interface_id=eni-1 srcaddr=10.0.0.1 dstaddr=10.0.0.2 srcport=20641 dstport=22 protocol=6 packets=20 bytes=4249 action=ACCEPT log_status=OK"
)

func TestDecode(t *testing.T) {
	f := func(name, data string, o decode.Options, want ...string) {
		t.Helper()
		c, _, err := run(t, data, o)
		got := c.bad
		for row := range c.batch.Len() {
			got = append(got, brief(c.batch, row))
		}
		if err != nil {
			got = append(got, err.Error())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	none := decode.Options{}
	short := "srcaddr dstaddr bytes\n"

	f("header", headerV2+lineV2, none, rowV2)
	f("header alone", headerV2, none)
	f("header with underscores", strings.ReplaceAll(headerV2, "-", "_")+lineV2, none, rowV2)
	f("header in camelCase and quotes", "\"srcAddr\" \"dstAddr\" \"tcpFlags\"\n1.1.1.1 2.2.2.2 3\n", none, "srcaddr=1.1.1.1 dstaddr=2.2.2.2 tcp_flags=3")
	f("byte order mark and header", "\xef\xbb\xbf"+headerV2+lineV2, none, rowV2)
	f("byte order mark and record", "\xef\xbb\xbf"+lineV2, none, rowV2)
	f("CRLF", strings.ReplaceAll(headerV2+lineV2+lineV2, "\n", "\r\n"), none, rowV2, rowV2)
	f("no final line end", headerV2+lineV2+strings.TrimSpace(lineV2), none, rowV2, rowV2)
	f("blank lines", "\n\n"+headerV2+"\n"+lineV2+" \n\r\n"+lineV2+"\n\n", none, rowV2, rowV2)
	f("bogus last line", headerV2+lineV2+"total 1\n", none, "3@205 too few columns: total 1", rowV2)
	f("junk before the header", "# exported\n"+headerV2+lineV2, none, "1@0 too few columns: # exported", rowV2)
	f("concatenated", headerV2+lineV2+short+"1.1.1.1 2.2.2.2 3\n"+headerV2+lineV2, none, rowV2, "srcaddr=1.1.1.1 dstaddr=2.2.2.2 bytes=3", rowV2)
	f("concatenated with a byte order mark", headerV2+lineV2+"\xef\xbb\xbf"+short+"1.1.1.1 2.2.2.2 3\n", none, rowV2, "srcaddr=1.1.1.1 dstaddr=2.2.2.2 bytes=3")
	f("records before the first header", lineV2+lineV2+short+"1.1.1.1 2.2.2.2 3\n", none, rowV2, rowV2, "srcaddr=1.1.1.1 dstaddr=2.2.2.2 bytes=3")
	f("fields newer than weir", "srcaddr flux-capacitor dstaddr\n1.1.1.1 88 2.2.2.2\n", none, `srcaddr=1.1.1.1 dstaddr=2.2.2.2 {"flux-capacitor":"88"}`)
	f("one column", "interface-id\neni-1\neni-2\n", none, "interface_id=eni-1", "interface_id=eni-2")
	f("commas", "account_id,srcaddr,dstaddr,bytes\n\"1\",\"1.1.1.1\",,5\n1,x,2.2.2.2,5\n\naccount_id,bytes\n7,8\n", none,
		"3@50 srcaddr: not an address: 1,x,2.2.2.2,5", "account_id=1 srcaddr=1.1.1.1 bytes=5", "account_id=7 bytes=8")
	f("version says nothing", "version instance-tag next-hop-vpc-id\n3 a%20b vpc-1\n", none, "version=3 instance_tag=a b next_hop_vpc_id=vpc-1")
	f("transit gateway", "version resource-type account-id tgw-id srcaddr dstaddr packets-lost-no-route\n6 TransitGateway 1 tgw-1 1.1.1.1 2.2.2.2 3\n", none, "version=6 account_id=1 srcaddr=1.1.1.1 dstaddr=2.2.2.2 resource_type=TransitGateway tgw_id=tgw-1 packets_lost_no_route=3")
	f("transit gateway header among records", headerV2+lineV2+"version tgw-id srcaddr\n6 tgw-1 1.1.1.1\n", none, rowV2, "version=6 srcaddr=1.1.1.1 tgw_id=tgw-1")

	f("default format without header", lineV2+"2 - eni-2 - - - - - - - 1418530010 1418530070 - NODATA\n", none, rowV2, "version=2 interface_id=eni-2 log_status=NODATA")
	f("default format without header, extra and bad lines", lineV2+lineV2+lineV2+strings.TrimSpace(lineV2)+" x\noops\n", none,
		"5@362 too few columns: oops", rowV2, rowV2, rowV2, rowV2+` {"column_15":"x"}`)
	f("default format without header, mostly bad", "oops\n"+lineV2+"oops\n", none, "1@0 too few columns: oops", "3@"+strconv.Itoa(5+len(lineV2))+" too few columns: oops", rowV2)
	f("log format", "1.1.1.1 2.2.2.2\n", decode.Options{LogFormat: "${srcaddr} ${dstaddr}"}, "srcaddr=1.1.1.1 dstaddr=2.2.2.2")
	f("log format by plain names", "1.1.1.1 2.2.2.2\n", decode.Options{LogFormat: "srcaddr, dst_addr"}, "srcaddr=1.1.1.1 dstaddr=2.2.2.2")
	f("header wins over log format", short+"1.1.1.1 2.2.2.2 3\n", decode.Options{LogFormat: "${dstaddr} ${srcaddr} ${packets}"}, "srcaddr=1.1.1.1 dstaddr=2.2.2.2 bytes=3")
	f("log format with a typo", "1.1.1.1\n", decode.Options{LogFormat: "${srcadr}"}, `read log format: unknown field "srcadr"; did you mean "srcaddr"?`)
	f("log format newer than weir", "1.1.1.1 a\n", decode.Options{LogFormat: "${srcaddr} ${instance-tag-3}"}, `srcaddr=1.1.1.1 {"instance-tag-3":"a"}`)
	f("log format of nothing", "1.1.1.1\n", decode.Options{LogFormat: "${}"}, `read log format "${}": no field of a flow log in it`)
	f("unknown order", "1.1.1.1 2.2.2.2 80\n", none, "unknown format: no header line and no known order of columns; name them with --log-format '${version} ${account-id} ...'")
	f("forced, still unknown", "1.1.1.1 2.2.2.2 80\n", decode.Options{Format: "vpc"}, "unknown format: no header line and no known order of columns; name them with --log-format '${version} ${account-id} ...'")

	rx := func(s string) decode.Options { return decode.Options{Format: "regex:" + s} }
	f("regex", "10:00 1.1.1.1->2.2.2.2:443 5 bytes\nnothing here\n\n10:01 ::1->::2 7 bytes\n", rx(`(?P<src>[0-9a-f.:]+)->(?P<dstaddr>[0-9a-f.]+|[0-9a-f:]+)(?::(?P<dst_port>\d+))? (?P<bytes>\d+) bytes`),
		"2@35 no match: nothing here", "srcaddr=1.1.1.1 dstaddr=2.2.2.2 dstport=443 bytes=5", "srcaddr=::1 dstaddr=::2 bytes=7")
	f("regex ignores headers", headerV2+lineV2, rx(`^\d+ (?P<account_id>\d+) (?P<name>\S+)`), `account_id=123456789010 {"name":"eni-1"}`)
	f("regex without groups", "x", rx(`(\d+)`), `read format "regex:(\\d+)": no named group; write (?P<srcaddr>...) around what is the source address`)
	f("regex without known groups", "x", rx(`(?P<foo>\d+)`), `bind columns ["foo"]: no known field among them`)
	f("broken regex", "x", rx(`(`), "read format: error parsing regexp: missing closing ): `(`")
}

// TestKnownOrders protects inference: a line of each known order, all values
// there, is read in that order and no other.
func TestKnownOrders(t *testing.T) {
	sample := map[record.FieldID]string{
		record.Version: "5", record.AccountID: "123456789012", record.InterfaceID: "eni-1a", record.SrcAddr: "10.0.0.1", record.DstAddr: "2a02::1",
		record.SrcPort: "50000", record.DstPort: "443", record.Protocol: "6", record.Packets: "7", record.Bytes: "700", record.Start: "1700000000", record.End: "1700000060",
		record.ActionField: "ACCEPT", record.LogStatus: "OK", record.VPCID: "vpc-1", record.SubnetID: "subnet-1", record.InstanceID: "i-1", record.TCPFlags: "19",
		record.IPType: "IPv4", record.PktSrcAddr: "10.0.0.1", record.PktDstAddr: "10.0.0.2", record.Region: "us-gov-west-1", record.AZID: "usgw1-az1",
		record.SublocationType: "outpost", record.SublocationID: "op-1", record.PktSrcAWSService: "S3", record.PktDstAWSService: "ROUTE53_HEALTHCHECKS",
		record.FlowDirection: "egress", record.TrafficPath: "8", record.ECSClusterARN: "arn:aws:ecs:c", record.ECSClusterName: "c", record.ECSContainerInstanceARN: "arn:aws:ecs:i",
		record.ECSContainerInstanceID: "i-9", record.ECSContainerID: "574fc0af-908", record.ECSSecondContainerID: "816", record.ECSServiceName: "pay", record.ECSTaskDefinitionARN: "arn:aws:ecs:t",
		record.ECSTaskARN: "arn:aws:ecs:task", record.ECSTaskID: "6adbd0d6-211", record.RejectReason: "BPA", record.ResourceID: "nat-1", record.EncryptionStatus: "3",
		record.InstanceTag: "1", record.InstanceTag2: "a%20b", record.InterfaceTag: "x", record.InterfaceTag2: "y", record.ASGTag: "z", record.ASGTag2: "caf%C3%A9",
		record.InterfaceType: "nat_gateway", record.NextHopInterfaceID: "eni-2", record.NextHopSubnetID: "subnet-2", record.NextHopAZID: "use1-az2", record.NextHopVPCID: "vpc-2", record.NextHopInterfaceType: "efa",
		record.ResourceType: "TransitGateway", record.TGWID: "tgw-1", record.TGWAttachmentID: "tgw-attach-1", record.TGWPairAttachmentID: "tgw-attach-2",
		record.TGWSrcVPCAccountID: "123456789012", record.TGWDstVPCAccountID: "210987654321", record.TGWSrcVPCID: "vpc-1", record.TGWDstVPCID: "vpc-2",
		record.TGWSrcSubnetID: "subnet-1", record.TGWDstSubnetID: "subnet-2", record.TGWSrcENI: "eni-1", record.TGWDstENI: "eni-2", record.TGWSrcAZID: "use1-az1", record.TGWDstAZID: "use1-az2",
		record.PacketsLostNoRoute: "1", record.PacketsLostBlackhole: "0", record.PacketsLostMTUExceeded: "0", record.PacketsLostTTLExpired: "0",
	}
	for i, o := range orders {
		var words []string
		for _, id := range shapes[i] {
			words = append(words, sample[id])
		}
		line := strings.Join(words, " ") + "\n"
		columns, err := infer([][]byte{[]byte(line)})
		if err != nil || !cmp.Equal(columns, o.Columns) {
			t.Errorf("%s: columns %q, %v", o.Name, columns, err)
			continue
		}
		c, _, err := run(t, line, decode.Options{})
		if err != nil || c.batch.Len() != 1 || len(c.bad) != 0 || value(c.batch, record.DstPort, 0) == nil || fmt.Sprint(value(c.batch, record.DstPort, 0)) != "443" {
			t.Errorf("%s: %d rows, bad %q, %v", o.Name, c.batch.Len(), c.bad, err)
		}
	}
}

// TestAmbiguous protects against silent guessing.
func TestAmbiguous(t *testing.T) {
	// 21 columns, none of which tells one order from the other.
	line := "3 - - - - - - - - - - - - - - - - - - - -\n"
	for _, o := range []decode.Options{{}, {Format: "vpc"}} {
		c, _, err := run(t, line+line, o)
		var ambiguous *decode.AmbiguousFormatError
		if !errors.As(err, &ambiguous) || len(ambiguous.Orders) != 2 || c.batch.Len() != 0 {
			t.Fatalf("%d rows, %v", c.batch.Len(), err)
		}
		for _, want := range []string{"--log-format", "version 3:", "TCP flags:", "'${version} ${account-id} ${interface-id}", "'${version} ${vpc-id} ${subnet-id}"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("no %q in: %v", want, err)
			}
		}
	}
	if c, _, err := run(t, line, decode.Options{LogFormat: strings.Join(orders[2].Columns, " ")}); err != nil || c.batch.Len() != 1 {
		t.Errorf("with the log format said: %d rows, %v", c.batch.Len(), err)
	}
}

// bigFile makes a file of some blocks in which headers, blank and bad lines
// stand among the records.
func bigFile(r *rand.Rand) string {
	var out strings.Builder
	short := false
	for i := range 16_000 {
		switch r.IntN(50) {
		case 0:
			out.WriteString("\n")
		case 1:
			out.WriteString("bad\n")
		case 2:
			if short = !short; short {
				out.WriteString("bytes,srcaddr\n")
			} else {
				out.WriteString(headerV2)
			}
		}
		switch {
		case short:
			fmt.Fprintf(&out, "%d,1.2.3.4\n", i)
		case i == 0:
			out.WriteString(headerV2)
		default:
			fmt.Fprintf(&out, "2 123456789010 eni-%d 10.0.0.1 10.0.0.2 20641 22 6 20 %d 1418530010 1418530070 ACCEPT OK\r\n", r.IntN(99), i)
		}
	}
	return out.String()
}

// TestSkip protects resuming: what is read behind any line border is what was
// not read before it, headers that stand before it included.
func TestSkip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	data := bigFile(r)
	whole, result, err := run(t, data, decode.Options{})
	if err != nil || result.Decoded != int64(len(data)) || len(whole.consumed) < 4 {
		t.Fatalf("%+v, consumed %v, %v", result, whole.consumed, err)
	}
	numbers := func(c *collector) []uint64 { return c.batch.Col(record.Bytes).U64 } // one of each
	borders := append([]int64{0, int64(len(data))}, whole.consumed...)
	for range 20 {
		at := r.IntN(len(data))
		borders = append(borders, int64(at+strings.IndexByte(data[at:], '\n')+1))
	}
	for _, at := range borders {
		first, _, err := run(t, data[:at], decode.Options{})
		if err != nil {
			t.Fatal(err)
		}
		rest, result, err := run(t, data, decode.Options{Skip: at})
		if err != nil || result.Decoded != int64(len(data)) {
			t.Fatalf("from %d: %+v, %v", at, result, err)
		}
		n := first.batch.Len()
		if !slices.Equal(numbers(whole)[n:], numbers(rest)) {
			t.Fatalf("from %d: %d rows before and %d behind do not make the %d of the whole", at, n, rest.batch.Len(), whole.batch.Len())
		}
		if diff := cmp.Diff(whole.bad, append(first.bad, rest.bad...)); diff != "" {
			t.Fatalf("bad lines around %d (-want +got):\n%s", at, diff)
		}
	}
}

// TestGrewInALine protects a file that was read to its end while its last line was
// half written: the line is read anew when it was no record then, and not when it
// was one that only lacked its end.
func TestGrewInALine(t *testing.T) {
	f := func(name, data string, cut, want int) {
		t.Helper()
		first, result, err := run(t, data[:cut], decode.Options{})
		if err != nil || result.Decoded != int64(cut) {
			t.Fatalf("%s: %+v, %v", name, result, err)
		}
		rest, result, err := run(t, data, decode.Options{Skip: int64(cut)})
		if err != nil || result.Decoded != int64(len(data)) {
			t.Fatalf("%s: %+v, %v", name, result, err)
		}
		if got := first.batch.Len() + rest.batch.Len(); got != want {
			t.Errorf("%s: %d and %d rows, want %d", name, first.batch.Len(), rest.batch.Len(), want)
		}
	}
	two := headerV2 + lineV2 + lineV2
	f("in the line", two, len(two)-20, 2)
	f("behind the action", two, len(two)-len(" OK\n"), 2)
	f("before the line end", two, len(two)-1, 2)
	f("in the header", two, 20, 2)
}

// TestGrowing protects a file that is read while it is written: each piece is
// read once, and a line only when it is whole.
func TestGrowing(t *testing.T) {
	for _, header := range []string{headerV2, ""} {
		growing(t, header, header+strings.Repeat(lineV2, 5))
	}
}

func growing(t *testing.T, header, data string) {
	at, rows := int64(0), 0
	for size := 1; size <= len(data); size += 7 {
		c, result, err := run(t, data[:size], decode.Options{Skip: at, Growing: true})
		if err != nil {
			t.Fatalf("at size %d: %v", size, err)
		}
		at, rows = max(at, result.Decoded), rows+c.batch.Len()
		if whole := max(strings.Count(data[:size], "\n")-strings.Count(header, "\n"), 0); rows != whole || len(c.bad) != 0 {
			t.Fatalf("at size %d: %d rows, want %d, bad %q", size, rows, whole, c.bad)
		}
	}
}

type fullSink struct{ collector }

var errFull = errors.New("no room")

func (*fullSink) Batch() (*record.Batch, error) { return nil, errFull }

func TestSinkAndContextEndDecoding(t *testing.T) {
	_, err := decode.Run(context.Background(), strings.NewReader(headerV2+lineV2), formats, decode.Options{}, &fullSink{})
	if !errors.Is(err, errFull) {
		t.Errorf("full sink: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err = decode.Run(ctx, strings.NewReader(headerV2+lineV2), formats, decode.Options{}, newCollector()); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestTimes protects what stands in for missing times, and the mark on times
// ahead of the intake.
func TestTimes(t *testing.T) {
	intake := time.Unix(1700000000, 0)
	c, _, err := run(t, "srcaddr start end\n1.1.1.1 - 1600000060\n1.1.1.1 - -\n1.1.1.1 1700003601 -\n", decode.Options{Intake: intake, ObjectTime: time.Unix(1650000000, 0)})
	if err != nil || c.batch.Len() != 3 {
		t.Fatalf("%d rows, %v", c.batch.Len(), err)
	}
	starts, flags := c.batch.Col(record.Start).Time, c.batch.Col(record.Flags).U8
	got := fmt.Sprint(starts, flags)
	if want := fmt.Sprint([]int64{1600000060e9, 1650000000e9, 1700003601e9}, []uint8{1, 2, record.FlagTimeSuspect}); got != want {
		t.Errorf("starts and flags %s, want %s", got, want)
	}
}

// FuzzDecode protects the promise that every line is a record, bad, a header
// or blank, and that nothing panics.
func FuzzDecode(f *testing.F) {
	f.Add(headerV2+lineV2, "", "")
	f.Add("\xef\xbb\xbf"+lineV2+lineV2+"x\n\n", "", "")
	f.Add("srcaddr,bytes\n1.1.1.1,2\nsrcaddr dstaddr\n::1 ::ffff:1.2.3.4\n", "", "")
	f.Add("1.1.1.1 2\r\n- -", "${srcaddr} ${bytes}", "")
	f.Add("a=1.1.1.1 b=2\n", "", "regex:a=(?P<srcaddr>\\S+)(?P<bytes>.*)")
	f.Add("interface-id flow-direction\neni-1 egress\ninterface-id flow-direction\n", "", "")
	f.Fuzz(func(t *testing.T, data, logFormat, format string) {
		c, result, err := run(t, data, decode.Options{LogFormat: logFormat, Format: format})
		if err != nil || result.Format == "" {
			return
		}
		lines, blank, headers := 0, 0, 0
		for line := range bytes.Lines([]byte(data)) {
			lines++
			if len(record.AppendWords(nil, bytes.TrimPrefix(line, bom))) == 0 || len(bytes.TrimSpace(line)) == 0 {
				blank++
			} else if _, ok := header(line); ok {
				headers++
			}
		}
		taken := c.batch.Len() + len(c.bad)
		if taken > lines || taken+blank+headers < lines {
			t.Errorf("%d rows and %d bad of %d lines, of which %d blank and %d headers", c.batch.Len(), len(c.bad), lines, blank, headers)
		}
		if result.Decoded != int64(len(data)) {
			t.Errorf("consumed %d of %d bytes", result.Decoded, len(data))
		}
	})
}
