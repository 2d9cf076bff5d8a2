package parquet

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/decode/decodetest"
)

// TestTypes protects that a value means the same however a writer typed it.
func TestTypes(t *testing.T) {
	// f writes one column beside an address, which every record has.
	f := func(name string, node pq.Node, values []any, want ...string) {
		t.Helper()
		cols := []col{{"srcaddr", pq.String(), repeat(len(values), func(int) any { return "10.9.9.9" })}, {name, node, values}}
		c, _, err := run(t, makeFile(t, 0, cols), decode.Options{})
		if err != nil || len(c.bad) > 0 {
			t.Errorf("%s %v: bad %q, %v", name, node, c.bad, err)
			return
		}
		got := briefs(c.batch)
		for i := range got {
			_, after, _ := strings.Cut(got[i], "srcaddr=10.9.9.9")
			got[i] = strings.TrimSuffix(got[i], "srcaddr=10.9.9.9"+after) + after
			got[i] = strings.TrimSpace(got[i])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s as %v (-want +got):\n%s", name, node, diff)
		}
	}
	one := func(v ...any) []any { return v }
	text, i32, i64 := pq.Optional(pq.String()), pq.Optional(pq.Int(32)), pq.Optional(pq.Int(64))

	f("srcport", text, one("443", "-", "", nil), "srcport=443", "", "", "")
	f("src-port", i64, one(int64(443), nil), "srcport=443", "")
	f("SRCPORT", pq.Uint(16), one(int32(65535)), "srcport=65535")
	f("srcport", pq.Optional(pq.Leaf(pq.DoubleType)), one(443.0, nil), "srcport=443", "")
	f("srcport", pq.Leaf(pq.FloatType), one(float32(443)), "srcport=443")
	f("protocol", pq.Encoded(pq.String(), &pq.RLEDictionary), one("6", "17", "6"), "protocol=6", "protocol=17", "protocol=6")
	f("bytes", pq.Decimal(2, 18, pq.Int64Type), one(int64(150000)), "bytes=1500")
	f("bytes", pq.Decimal(0, 38, pq.FixedLenByteArrayType(16)), one(make16()), "bytes=1500")
	f("bytes", pq.Uint(64), one(int64(-1)), "bytes=18446744073709551615")
	f("packets", pq.Encoded(i64, &pq.DeltaBinaryPacked), one(int64(1), nil, int64(1)<<40), "packets=1", "", "packets=1099511627776")
	f("packets", pq.Encoded(pq.Leaf(pq.DoubleType), &pq.ByteStreamSplit), one(1.0, 2.0), "packets=1", "packets=2")
	f("account_id", i64, one(int64(123456789012), int64(9), nil), "account_id=123456789012", "account_id=000000000009", "")
	f("account_id", pq.Leaf(pq.DoubleType), one(12345678901.0), "account_id=012345678901")
	f("account_id", text, one("unknown", "9"), "account_id=unknown", "account_id=9")
	f("version", i32, one(int32(5), int32(3), nil), "version=5", "version=3", "")
	f("traffic_path", text, one("8", "-"), "traffic_path=8", "")
	f("action", text, one("ACCEPT", "reject", "-"), "action=ACCEPT", "action=REJECT", "")
	f("pkt_srcaddr", pq.Encoded(text, &pq.DeltaByteArray), one("10.0.0.1", "2001:db8::1", nil, "10.0.0.12"), "pkt_srcaddr=10.0.0.1", "pkt_srcaddr=2001:db8::1", "", "pkt_srcaddr=10.0.0.12")
	f("pkt_srcaddr", pq.Encoded(text, &pq.DeltaLengthByteArray), one("10.0.0.1", nil, "::1"), "pkt_srcaddr=10.0.0.1", "", "pkt_srcaddr=::1")
	f("vpc_id", pq.Leaf(pq.FixedLenByteArrayType(5)), one([]byte("vpc-1"), []byte("vpc-2")), "vpc_id=vpc-1", "vpc_id=vpc-2")
	f("instance_tag", text, one("web%20shop"), "instance_tag=web shop")
	f("instance_id", text, one(strings.Repeat("x", 4096)), "instance_id="+strings.Repeat("x", 4096))
	f("new_column", text, one("seen", nil, "-"), `{"new_column":"seen"}`, "", "")
	f("new_column", pq.Leaf(pq.BooleanType), one(true, false), `{"new_column":"true"}`, `{"new_column":"false"}`)

	at := func(fraction string) string { return "start=2020-09-13T12:26:40" + fraction + "Z" }
	f("start", i32, one(int32(1600000000)), at(""))
	f("start", i64, one(int64(1600000000), int64(1600000000123)), at(""), at(".123"))
	f("start", text, one("1600000000", "1600000000123", "2020-09-13T12:26:40Z"), at(""), at(".123"), at(""))
	f("start", pq.Leaf(pq.DoubleType), one(1600000000.5), at(".5"))
	f("start", pq.Timestamp(pq.Millisecond), one(int64(1600000000123)), at(".123"))
	f("start", pq.Timestamp(pq.Microsecond), one(int64(1600000000123456)), at(".123456"))
	f("start", pq.Timestamp(pq.Nanosecond), one(int64(1600000000123456789)), at(".123456789"))
	f("start", pq.Timestamp(pq.Millisecond), one(int64(1000)), "start=1970-01-01T00:00:01Z") // not taken for seconds
	f("start", pq.Date(), one(int32(18518)), "start=2020-09-13T00:00:00Z")
	f("start", pq.Leaf(pq.Int96Type), one(int96Of(time.Unix(1600000000, 5))), at(".000000005"))
}

// make16 is 1500 in 16 bytes.
func make16() []byte {
	b := make([]byte, 16)
	b[14], b[15] = 1500>>8, 1500&0xff
	return b
}

func int96Of(at time.Time) deprecated.Int96 {
	ns := at.UnixNano()
	const day = 86400e9
	in := uint64(ns % day)
	return deprecated.Int96{uint32(in), uint32(in >> 32), uint32(ns/day + 2440588)}
}

// TestBadRows protects that a value that does not fit costs its row and no other,
// and that the row is shown.
func TestBadRows(t *testing.T) {
	for _, dictionary := range []bool{false, true} {
		encoded := func(n pq.Node) pq.Node {
			if dictionary {
				return pq.Encoded(n, &pq.RLEDictionary)
			}
			return n
		}
		n := 10_000
		bad := map[int]string{17: "srcport: out of range", 18: "srcaddr: not an address", 4096: "srcport: out of range", 9999: "srcport: out of range", 500: "action: neither ACCEPT nor REJECT", 501: "instance_id: longer than 4096 bytes"}
		cols := []col{
			{"srcaddr", encoded(pq.Optional(pq.String())), repeat(n, func(row int) any {
				switch {
				case row == 18:
					return "10.0.0.256"
				case row%7 == 0:
					return nil
				}
				return fmt.Sprintf("10.0.%d.%d", row/256, row%256)
			})},
			{"srcport", encoded(pq.Int(32)), repeat(n, func(row int) any {
				switch bad[row] {
				case "srcport: out of range":
					return int32(70000 - row%2*80000) // also below zero
				}
				return int32(row)
			})},
			{"action", encoded(pq.String()), repeat(n, func(row int) any { return map[bool]string{true: "DROPPED", false: "ACCEPT"}[row == 500] })},
			{"instance_id", encoded(pq.Optional(pq.String())), repeat(n, func(row int) any {
				if row == 501 {
					return strings.Repeat("x", 4097)
				}
				return fmt.Sprint("i-", row%10)
			})},
			{"extra", encoded(pq.Optional(pq.String())), repeat(n, func(row int) any {
				if row%3 > 0 {
					return nil
				}
				return fmt.Sprint(row)
			})},
		}
		c, result, err := run(t, makeFile(t, 3000, cols), decode.Options{})
		if err != nil || result.Bad != int64(len(bad)) {
			t.Fatalf("%+v, %v", result, err)
		}
		for _, b := range c.bad {
			var line int
			fmt.Sscan(b, &line)
			if want := fmt.Sprint(line, " ", bad[line-1], ": "); !strings.HasPrefix(b, want) || !strings.Contains(b, "srcport=") || strings.Contains(b, "  ") {
				t.Errorf("bad %.200q, want %q", b, want)
			}
		}
		at := 0
		for row := range n {
			if bad[row] != "" {
				continue
			}
			want := fmt.Sprintf("srcport=%d action=ACCEPT instance_id=i-%d", row, row%10)
			if row%7 > 0 {
				want = fmt.Sprintf("srcaddr=10.0.%d.%d ", row/256, row%256) + want
			}
			if row%3 == 0 {
				want += fmt.Sprintf(` {"extra":"%d"}`, row)
			}
			if got := decodetest.Fields(c.batch, at); got != want {
				t.Fatalf("row %d (dictionary %v):\n got %s\nwant %s", row, dictionary, got, want)
			}
			at++
		}
	}
}
