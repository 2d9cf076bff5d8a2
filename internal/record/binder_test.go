package record

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var (
	testIntake = time.Unix(1700000000, 0)
	testObject = time.Unix(1699990000, 0)
)

// show writes what a row says: name=value for everything that is not absent.
func show(b *Batch, row int) string {
	var out []string
	put := func(name, value string) { out = append(out, name+"="+value) }
	for g, ids := range [][]FieldID{ContextFields(), PathFields()} {
		n := b.Context[row]
		if g == int(GroupPath) {
			n = b.Path[row]
		}
		for slot, id := range ids {
			if v := b.Registry.Tuple(Group(g), n).Value(slot); v != "" {
				put(Get(id).Name, v)
			}
		}
	}
	for _, id := range RowFields {
		if b.AbsentAt(id, row) {
			continue
		}
		c, f := b.Col(id), Get(id)
		switch f.Type {
		case TypeAddr:
			put(f.Name, c.Addr[row].String())
		case TypeTime:
			s := fmt.Sprintf("%d.%09d", c.Time[row]/1e9, c.Time[row]%1e9)
			put(f.Name, strings.TrimRight(strings.TrimRight(s, "0"), "."))
		case TypeAction:
			put(f.Name, Action(c.U8[row]).String())
		case TypeUint8:
			put(f.Name, fmt.Sprint(c.U8[row]))
		case TypeUint16:
			put(f.Name, fmt.Sprint(c.U16[row]))
		default:
			put(f.Name, fmt.Sprint(c.U64[row]))
		}
	}
	if b.Has(Flags) && b.Col(Flags).U8[row] != 0 {
		flags := b.Col(Flags).U8[row]
		put("time_from", TimeFromNames[flags&FlagTimeFromMask])
		if flags&FlagTimeSuspect != 0 {
			put("time_suspect", "true")
		}
	}
	if b.Has(Unmapped) && b.Col(Unmapped).Text[row] != "" {
		put("unmapped", b.Col(Unmapped).Text[row])
	}
	return strings.Join(out, " ")
}

func testBinder(t testing.TB, columns string) *Binder {
	t.Helper()
	b, err := NewBinder(strings.Fields(columns), BindOptions{ObjectTime: testObject, Intake: testIntake})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// bindLine binds one line and returns the row as text, or the reason.
func bindLine(b *Binder, line string) string {
	batch := NewBatch(KindFlow, NewRegistry())
	b.Begin(batch, 1)
	// What follows is made to lure a parser beyond the line's end.
	data := []byte(line + "\n" + "1111:2222:3333:4444:5555:6666:77")
	next, reason := b.Line(data, 0)
	b.End()
	if want := strings.IndexByte(line+"\n", '\n') + 1; next != want {
		return fmt.Sprintf("next line at %d, want %d", next, want)
	}
	if reason != "" {
		if batch.Len() != 0 {
			return "bad, but a row was left"
		}
		return "bad: " + reason
	}
	return show(batch, 0)
}

func TestLine(t *testing.T) {
	const v2 = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"
	f := func(name, columns, line, want string) {
		t.Helper()
		if diff := cmp.Diff(want, bindLine(testBinder(t, columns), line)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		// The slow way must agree.
		slow := testBinder(t, columns)
		slow.ops = nil
		if diff := cmp.Diff(want, bindLine(slow, line)); diff != "" {
			t.Errorf("%s, slow way (-want +got):\n%s", name, diff)
		}
	}
	whole := "version=2 account_id=123456789010 interface_id=eni-1 log_status=OK srcaddr=172.31.16.139 dstaddr=172.31.16.21 srcport=20641 dstport=22 protocol=6 packets=20 bytes=4249 start=1418530010 end=1418530070 action=ACCEPT"
	line := "2 123456789010 eni-1 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK"

	f("the default format", v2, line, whole)
	f("carriage return", v2, line+"\r", whole)
	f("blank at the end", v2, line+" ", whole)
	f("several blanks and tabs", v2, "  "+strings.ReplaceAll(line, " ", " \t "), whole)
	f("action in lower case", v2, strings.Replace(line, "ACCEPT", "accept", 1), whole)
	f("underscores and camelCase", "version accountId interface_id SRCADDR dstAddr src_port dstPort protocol packets bytes start end action logStatus", line, whole)
	f("leading zeros", v2, strings.Replace(line, " 22 ", " 00022 ", 1), whole)
	f("extra columns", v2, line+" x - \"y\\", whole+` unmapped={"column_15":"x","column_17":"\"y\\"}`)
	f("heartbeat", v2, "2 123456789010 eni-1 - - - - - - - 1431280876 1431280934 - NODATA", "version=2 account_id=123456789010 interface_id=eni-1 log_status=NODATA start=1431280876 end=1431280934")
	f("lost evidence with values", v2, strings.Replace(line, "OK", "SKIPDATA", 1), strings.Replace(whole, "=OK", "=SKIPDATA", 1))
	f("account unknown", v2, strings.Replace(line, "123456789010", "unknown", 1), strings.Replace(whole, "123456789010", "unknown", 1))
	f("IPv4 to IPv6", v2, strings.Replace(line, "172.31.16.21", "2a02:cf40::", 1), strings.Replace(whole, "172.31.16.21", "2a02:cf40::", 1))
	f("milliseconds", v2, strings.Replace(line, "1418530010 1418530070", "1418530010123 1418530070001", 1), strings.Replace(whole, "1418530010 end=1418530070", "1418530010.123 end=1418530070.001", 1))
	f("counters of 64 bits", v2, strings.Replace(line, "20 4249", "18446744073709551615 10000000000000000000", 1), strings.Replace(whole, "packets=20 bytes=4249", "packets=18446744073709551615 bytes=10000000000000000000", 1))
	f("counters of 15, 16 and 17 digits", v2+" tcp-flags", strings.Replace(line, "20 4249", "123456789012345 1234567890123456", 1)+" 0",
		strings.Replace(whole, "packets=20 bytes=4249", "packets=123456789012345 bytes=1234567890123456", 1)+" tcp_flags=0")

	f("no start", "srcaddr end", "1.2.3.4 1418530070", "srcaddr=1.2.3.4 start=1418530070 end=1418530070 time_from=end")
	f("no end", "srcaddr start", "1.2.3.4 1418530070", "srcaddr=1.2.3.4 start=1418530070")
	f("no times, object known", "srcaddr start end", "1.2.3.4 - -", "srcaddr=1.2.3.4 start=1699990000 time_from=object")
	f("a day ahead", "start", "1700086400", "start=1700086400 time_from=start time_suspect=true")
	f("within the hour", "start", "1700003600", "start=1700003600")
	f("one column", "interface-id", "eni-1", "interface_id=eni-1 start=1699990000 time_from=object")
	f("header in a log of texts", "interface-id vpc-id", "interface-id vpc-id", "bad: header")
	f("header among records", v2, v2, "bad: header")
	f("another header among records", v2, "srcaddr dstaddr bytes", "bad: header")

	pkt := "srcaddr dstaddr pkt-srcaddr pkt-dstaddr bytes"
	f("packet's addresses alike", pkt, "10.10.10.10 1.2.3.4 10.10.10.10 1.2.3.4 5", "srcaddr=10.10.10.10 dstaddr=1.2.3.4 bytes=5 start=1699990000 pkt_srcaddr=10.10.10.10 pkt_dstaddr=1.2.3.4 time_from=object")
	f("packet's addresses longer", pkt, "10.10.10.1 1.2.3.4 10.10.10.10 1.2.3.44 5", "srcaddr=10.10.10.1 dstaddr=1.2.3.4 bytes=5 start=1699990000 pkt_srcaddr=10.10.10.10 pkt_dstaddr=1.2.3.44 time_from=object")
	f("packet's addresses shorter", pkt, "10.10.10.10 1.2.3.44 10.10.10.1 1.2.3.4 5", "srcaddr=10.10.10.10 dstaddr=1.2.3.44 bytes=5 start=1699990000 pkt_srcaddr=10.10.10.1 pkt_dstaddr=1.2.3.4 time_from=object")
	f("packet's addresses in IPv6", pkt, "2001:db8::1:2:3 ::1234 2001:db8::1:2:3 ::1235 5", "srcaddr=2001:db8::1:2:3 dstaddr=::1234 bytes=5 start=1699990000 pkt_srcaddr=2001:db8::1:2:3 pkt_dstaddr=::1235 time_from=object")
	f("packet's addresses alone", pkt, "- 1.2.3.4 10.10.10.10 - 5", "dstaddr=1.2.3.4 bytes=5 start=1699990000 pkt_srcaddr=10.10.10.10 time_from=object")
	f("packet's addresses first", "pkt-dstaddr pkt-srcaddr dstaddr srcaddr", "1.2.3.4 5.6.7.8 1.2.3.4 10.0.0.1", "srcaddr=10.0.0.1 dstaddr=1.2.3.4 start=1699990000 pkt_srcaddr=5.6.7.8 pkt_dstaddr=1.2.3.4 time_from=object")

	f("tags", "srcaddr instance-tag asg-tag-2", "1.2.3.4 caf%C3%A9%20%2F%zz%2 100%25", "instance_tag=café /%zz%2 asg_tag_2=100% srcaddr=1.2.3.4 start=1699990000 time_from=object")
	f("no UTF-8", "instance-tag", "a%ff", "instance_tag=a\uFFFD start=1699990000 time_from=object")
	f("column unknown", "srcaddr color dstaddr shape", "1.2.3.4 red 5.6.7.8 -", "srcaddr=1.2.3.4 dstaddr=5.6.7.8 start=1699990000 time_from=object unmapped={\"color\":\"red\"}")
	f("column twice", "srcaddr srcaddr", "1.2.3.4 5.6.7.8", "srcaddr=1.2.3.4 start=1699990000 time_from=object unmapped={\"srcaddr\":\"5.6.7.8\"}")
	f("derived names are no source columns", "srcaddr direction counted", "1.2.3.4 in 7", "srcaddr=1.2.3.4 start=1699990000 time_from=object unmapped={\"direction\":\"in\",\"counted\":\"7\"}")
	f("path between contexts", "region flow-direction traffic-path az-id", "us-east-1 egress 8 use1-az1", "region=us-east-1 az_id=use1-az1 flow_direction=egress traffic_path=8 start=1699990000 time_from=object")

	f("blank line", v2, "", "bad: blank")
	f("only blanks", v2, " \t\r", "bad: blank")
	f("too few", v2, "2 123456789010 eni-1", "bad: too few columns")
	f("port over", v2, strings.Replace(line, " 22 ", " 65536 ", 1), "bad: dstport: out of range")
	f("protocol over", v2, strings.Replace(line, " 6 ", " 256 ", 1), "bad: protocol: out of range")
	f("counter over", v2, strings.Replace(line, " 4249 ", " 18446744073709551616 ", 1), "bad: bytes: out of range")
	f("negative counter", v2, strings.Replace(line, " 4249 ", " -1 ", 1), "bad: bytes: not a number")
	f("no address", v2, strings.Replace(line, "172.31.16.139", "host.example", 1), "bad: srcaddr: not an address")
	f("no action", v2, strings.Replace(line, "ACCEPT", "PERMIT", 1), "bad: action: neither ACCEPT nor REJECT")
	f("year 2107", v2, strings.Replace(line, "1418530010", "4323456789", 1), "bad: start: out of range")
	f("endless id", "interface-id", "eni-"+strings.Repeat("0", MaxText), "bad: interface_id: longer than 4096 bytes")
	f("binary", v2, "\x00\x01\xff\xfe", "bad: too few columns")
}

func TestTagKeys(t *testing.T) {
	b, err := NewBinder([]string{"instance-tag", "interface-tag"}, BindOptions{TagKeys: map[string]string{"instanceTag": "Name"}, ObjectTime: testObject})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := bindLine(b, "web%201 -"), "instance_tag=Name=web 1 start=1699990000 time_from=object"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := NewBinder([]string{"srcaddr"}, BindOptions{TagKeys: map[string]string{"srcaddr": "Name"}}); err == nil {
		t.Error("a tag key for a field that is no tag was taken")
	}
}

// TestBindersShareBatch protects rows of one batch that come from sources with
// different columns.
func TestBindersShareBatch(t *testing.T) {
	batch := NewBatch(KindFlow, NewRegistry())
	for _, source := range [][2]string{
		{"srcaddr bytes end start", "1.1.1.1 5 20 10\n"},
		{"dstaddr tcp-flags flow-direction", "2.2.2.2 0 egress\n"},
		{"srcaddr color", "3.3.3.3 red\n"},
		{"srcaddr bytes start", "4.4.4.4 - 30\n"},
	} {
		b := testBinder(t, source[0])
		b.Begin(batch, 3) // more than it needs
		if _, reason := b.Line(append([]byte(source[1]), make([]byte, LinePad)...), 0); reason != "" {
			t.Fatal(reason)
		}
		b.End()
	}
	want := []string{
		"srcaddr=1.1.1.1 bytes=5 start=10 end=20",
		"flow_direction=egress dstaddr=2.2.2.2 start=1699990000 tcp_flags=0 time_from=object",
		"srcaddr=3.3.3.3 start=1699990000 time_from=object unmapped={\"color\":\"red\"}",
		"srcaddr=4.4.4.4 start=30",
	}
	var got []string
	for row := range batch.Len() {
		got = append(got, show(batch, row))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

// TestTupleCacheManyContexts protects the cache beyond its bounds and across
// registries.
func TestTupleCacheManyContexts(t *testing.T) {
	b := testBinder(t, "interface-id bytes vpc-id start")
	for round := range 2 {
		batch := NewBatch(KindFlow, NewRegistry())
		const n = maxCacheEntries + 1000
		b.Begin(batch, n)
		for i := range n {
			line := fmt.Appendf(nil, "eni-%d %d vpc-%d 10\n", i, i, i%7)
			if _, reason := b.Line(append(line, make([]byte, LinePad)...), 0); reason != "" {
				t.Fatal(reason)
			}
		}
		b.End()
		for i := range n {
			if got, want := show(batch, i), fmt.Sprintf("interface_id=eni-%d vpc_id=vpc-%d bytes=%d start=10", i, i%7, i); got != want {
				t.Fatalf("round %d, row %d: got %q, want %q", round, i, got, want)
			}
		}
		if got := batch.Registry.Len(GroupContext); got != n+1 {
			t.Fatalf("round %d: %d contexts, want %d", round, got, n+1)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	data := append(benchLines(5), make([]byte, LinePad)...)
	batch := NewBatch(KindFlow, NewRegistry())
	b, err := NewBinder(columnsV5, BindOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := testing.AllocsPerRun(2, func() {
		batch.Reset()
		b.Begin(batch, benchRows)
		for p := 0; p < len(data)-LinePad; {
			p, _ = b.Line(data, p)
		}
		b.End()
	})
	if got != 0 || batch.Len() != benchRows {
		t.Errorf("%v allocations for %d rows, want none for %d", got, batch.Len(), benchRows)
	}
}

// FuzzLine holds the fast way against the slow one, and the slow one against
// the standard library.
func FuzzLine(f *testing.F) {
	formats := []string{
		strings.Join(columnsV2, " "), strings.Join(columnsV5, " "), "interface-id", "srcaddr color", "start end", "instance-tag bytes flow-direction tcp-flags",
	}
	f.Add(0, "2 123456789010 eni-1 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK")
	f.Add(0, "2 1 e - - - - - - - 1431280876 1431280934 - NODATA\r")
	f.Add(0, "2 1 e ::1 2a02:cf40:: 1 2 17 18446744073709551616 1 1418530010123 14185300101234567 reject OK extra")
	f.Add(1, "5 123456789012 eni-1 10.0.0.1 10.0.0.2 1 2 6 1 2 1700000000 1700000001 REJECT OK v s i 19 IPv4 10.0.0.1 ::ffff:10.0.0.2 r az - - S3 - ingress -")
	f.Add(2, "interface-id")
	f.Add(3, "1.2.3.4  red")
	f.Add(5, "%41%4 7 egress 65536")
	f.Fuzz(func(t *testing.T, format int, line string) {
		if strings.ContainsRune(line, '\n') || format < 0 {
			return
		}
		columns := formats[format%len(formats)]
		fast, slow := testBinder(t, columns), testBinder(t, columns)
		slow.ops = nil
		got, want := bindLine(fast, line), bindLine(slow, line)
		if got != want {
			t.Errorf("%q\nfast %s\nslow %s", line, got, want)
		}
		if reference := bindReference(columns, line); reference != "" && !strings.HasPrefix(want, reference) {
			t.Errorf("%q\nrow       %s\nreference %s", line, want, reference)
		}
	})
}

// bindReference reads the first columns of a default-format line with the
// standard library. It returns "" where it has nothing to say.
func bindReference(columns, line string) string {
	w := strings.FieldsFunc(line, func(r rune) bool { return r <= ' ' })
	if columns != strings.Join(columnsV2, " ") || len(w) != len(columnsV2) {
		return ""
	}
	var row []string
	for i, name := range []string{"version", "account_id", "interface_id"} {
		if w[i] != "-" {
			row = append(row, name+"="+strings.ToValidUTF8(w[i], "\uFFFD"))
		}
	}
	if w[13] != "-" {
		row = append(row, "log_status="+strings.ToValidUTF8(w[13], "\uFFFD"))
	}
	for i, name := range []string{"srcaddr", "dstaddr"} {
		if w[3+i] == "-" {
			continue
		}
		a, err := netip.ParseAddr(w[3+i])
		if err != nil || a.Zone() != "" {
			return "bad: "
		}
		row = append(row, name+"="+a.Unmap().String())
	}
	for i, name := range []string{"srcport", "dstport", "protocol", "packets", "bytes"} {
		if w[5+i] == "-" {
			continue
		}
		v, err := strconv.ParseUint(w[5+i], 10, []int{16, 16, 8, 64, 64}[i])
		if err != nil {
			return "bad: "
		}
		row = append(row, fmt.Sprintf("%s=%d", name, v))
	}
	for _, at := range []int{10, 11} {
		if len(w[at]) != 10 || w[at] > "4294967295" || strings.Trim(w[at], "0123456789") != "" {
			return ""
		}
	}
	if w[12] != "ACCEPT" && w[12] != "REJECT" {
		return ""
	}
	return strings.Join(row, " ")
}
