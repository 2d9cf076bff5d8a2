package filtertest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/netip"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// The values that records and filters are made of. They are few, so that
// filters hit, and hard: borders of types and networks, texts that mean
// something to SQL, LIKE or the language.
var (
	addrs = []string{
		"10.0.0.1", "10.0.1.200", "10.1.2.3", "100.64.0.9", "192.168.0.255", "203.0.113.9", "203.0.113.77",
		"198.51.100.1", "1.1.1.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "2001:db8:0:1::5",
		"2001:db8:1:2:3:4:5:6", "2600:1f18::abcd", "fe80::1", "fe80:0:0:1::", "::1", "ff02::1",
		"64:ff9b::a00:1", "::ffff:0:a00:1", "1:0:0:2::3", "1:0:0:2:3:0:0:4", "0:1::", "1::", "2001:db8:0:1:1:1:1:1", "::ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
	}
	ports     = []uint64{0, 22, 53, 80, 443, 3389, 8080, 32768, 49152, 65535}
	protocols = []uint64{0, 1, 6, 17, 47, 58, 255}
	counters  = []uint64{0, 1, 40, 999, 1000, 1500, 10_000_000, 1 << 40, math.MaxInt64, math.MaxUint64}
	flags     = []uint64{0, 1, 2, 3, 4, 18, 19, 255, 258, 65535}
	small     = []string{"0", "1", "2", "5", "8", "11", "007", "x", "-1", "+5", "255", "18446744073709551616"}
	texts     = []string{
		"vpc-a", "vpc-b", "VPC-A", "eni-1", "eni-12", "AMAZON", "AMAZON_S3", "OK", "NODATA", "ingress", "egress",
		"IPv4", "US", "de", "checkout", "check%out", "a_b", "aXb", `back\slash`, "O'Brien", `say "hi"`, "naïve-ü",
		"two words", "line\nbreak", "tab\there", "not", "AND", "arn:aws:ecs:eu-west-1:1:service/checkout", "[x]", "{p0:String}", "*", "?",
	}
)

// base is 2026-01-02T10:00:00Z in seconds.
const base = 1767348000

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// Records returns n random records. Each start has its own nanoseconds, the
// number of the record, so that start_ns names a record in the store.
func Records(r *rand.Rand, n int) *record.Batch {
	b := record.NewBatch(record.KindFlow, record.NewRegistry())
	// Some fields are missing from the whole batch, others from some records.
	share := map[record.FieldID]float64{}
	for _, f := range record.Fields() {
		share[f.ID] = []float64{0, 0.3, 0.8, 1}[r.IntN(4)]
	}
	share[record.Start] = 1
	for i := range n {
		w := newRow()
		for _, f := range record.Fields() {
			if r.Float64() < share[f.ID] {
				randomValue(r, w, &f, i)
			}
		}
		w.appendTo(b)
	}
	if r.IntN(4) == 0 && n > 1 { // a file of one interface
		for i := range n {
			b.Context[i] = b.Context[0]
		}
	}
	return b
}

func randomValue(r *rand.Rand, w *row, f *record.Field, i int) {
	if names, ok := packed[f.ID]; ok {
		w.numbers[f.ID] = r.Uint64N(uint64(len(names)))
		if f.ID == record.ActionField && w.numbers[f.ID] == 0 {
			delete(w.numbers, f.ID) // no action is an absent one
		}
		return
	}
	if values, ok := w.tuples[f.Place]; ok {
		values[f.Slot] = pick(r, texts)
		if f.Type != record.TypeText {
			values[f.Slot] = pick(r, small)
		}
		return
	}
	second := uint64(base+r.IntN(3)) * 1_000_000_000
	switch f.ID {
	case record.Unmapped:
		w.texts[f.ID] = pick(r, texts)
	case record.SrcAddr, record.DstAddr, record.PktSrcAddr, record.PktDstAddr:
		w.addrs[f.ID] = record.AddrFrom(netip.MustParseAddr(pick(r, addrs)))
	case record.SrcPort, record.DstPort:
		w.numbers[f.ID] = pick(r, ports)
	case record.Protocol:
		w.numbers[f.ID] = pick(r, protocols)
	case record.Packets, record.Bytes:
		w.numbers[f.ID] = pick(r, counters)
	case record.TCPFlags:
		w.numbers[f.ID] = pick(r, flags)
	case record.Part:
		w.numbers[f.ID] = r.Uint64N(3)
	case record.Start:
		w.numbers[f.ID] = second + uint64(i)
	case record.End:
		w.numbers[f.ID] = second + pick(r, []uint64{0, 5, 1e9, 59e9, 600e9})
	}
}

// Filter returns a random filter. Nearly all of them are valid.
func Filter(r *rand.Rand) string { return expression(r, 3) }

func expression(r *rand.Rand, depth int) string {
	if depth == 0 || r.IntN(4) == 0 {
		return randomTerm(r)
	}
	sub := func() string { return expression(r, depth-1) }
	switch r.IntN(8) {
	case 0:
		return "NOT (" + sub() + ")"
	case 1:
		return pick(r, []string{"-", "!", "NOT "}) + randomTerm(r)
	case 2:
		return "(" + sub() + ")"
	case 3, 4:
		return "(" + sub() + pick(r, []string{" OR ", " || "}) + sub() + ")"
	case 5:
		return sub() + " " + sub()
	default:
		return sub() + pick(r, []string{" AND ", "&&", " && "}) + sub()
	}
}

func randomTerm(r *rand.Rand) string {
	switch r.IntN(20) {
	case 0:
		return "*"
	case 1:
		return quoted(pick(r, texts))
	case 2:
		return pick(r, []string{"checkout", "amazon*", "vpc-?", "reject", "/vpc-.*/", "10.0.0.0/8", "203.0.113.9", "10.0.*", "2001:db8:*"})
	}
	fields := record.Fields()
	f := fields[r.IntN(len(fields))]
	if r.IntN(15) == 0 { // another field of the record
		if other := fields[r.IntN(len(fields))]; other.Type == f.Type {
			return f.Name + ":" + pick(r, []string{"@", "@", ">@", "<=@"}) + other.Name
		}
		return pick(r, []string{
			"srcaddr:@dstaddr", "srcport:<@dstport", "client:@pkt_srcaddr", "addr:@server", "src_app:@dst_app", "end:>@start", "packets:>=@bytes",
			"app:@client_app", "src_asn:<@dst_asn", "role:@src_role", "subnet:@src_subnet_id", "service_port:@port", "src_scope:@dst_scope", "duration:<=@packets",
		})
	}
	if r.IntN(12) == 0 {
		return pick(r, []string{"_exists_:" + f.Name, f.Name + ":*"})
	}
	name := f.Name
	if len(f.Aliases) > 0 && r.IntN(3) == 0 {
		name = pick(r, f.Aliases)
	}
	if r.IntN(20) == 0 {
		name, f = "svc", *record.Get(record.PktSrcAWSService)
	}
	if r.IntN(5) == 0 {
		return fmt.Sprintf("%s:(%s%s%s)", name, randomValueText(r, &f), pick(r, []string{" ", " OR ", " -", " NOT "}), randomValueText(r, &f))
	}
	return name + ":" + randomValueText(r, &f)
}

// randomValueText writes a value for a field.
func randomValueText(r *rand.Rand, f *record.Field) string {
	if names, ok := packed[f.ID]; ok {
		return quoted(pick(r, names[1:]))
	}
	switch f.Type {
	case record.TypeText:
		if r.IntN(6) == 0 { // letter case does not matter
			return "~" + pick(r, []string{quoted(strings.ToUpper(pick(r, texts))), "VPC-?", "amazon*", "*CHECK*", escaped(pick(r, texts))})
		}
		return ordered(r, func() string { return quoted(pick(r, texts)) }, randomPattern)
	case record.TypeAddr:
		return ordered(r, func() string { return pick(r, addrs) }, randomAddress)
	case record.TypeTime:
		return ordered(r, func() string {
			return pick(r, []string{
				"2026-01-02", "2026-01", "2026-01-02T10:00:01Z", "2026-01-02T10:00", `"2026-01-02 10:00:02"`, "1767348001",
				"2026-01-02T10:00:00.000000005Z", "2026-01-02T10:00:01.5Z", "now-1h",
			})
		}, func(*rand.Rand) string { return "*" })
	}
	number := func() string {
		pool := counters
		switch f.Type {
		case record.TypeUint8:
			pool = protocols
		case record.TypeUint16:
			pool = append(ports, flags...)
		case record.TypeUint32:
			pool = []uint64{0, 1, 2, 59, 600, 4, 1 << 10}
		}
		return fmt.Sprint(pick(r, pool))
	}
	return ordered(r, number, func(r *rand.Rand) string {
		if f.ID == record.TCPFlags || f.ID == record.Absent {
			return pick(r, []string{"&2", "&18", "&SYN", "SYN|ACK", "&0x4"})
		}
		return pick(r, []string{"*0", "4?", "/[0-9]{2,3}/", "/0|6/", "1*"})
	})
}

// ordered writes a value, a comparison, a range, or something of the type's own.
func ordered(r *rand.Rand, value func() string, own func(*rand.Rand) string) string {
	end := func() string {
		if r.IntN(5) == 0 {
			return "*"
		}
		return value()
	}
	switch r.IntN(6) {
	case 0, 1:
		return value()
	case 2:
		return pick(r, []string{">", ">=", "<", "<=", "="}) + value()
	case 3:
		return pick(r, []string{"[", "{"}) + end() + " TO " + end() + pick(r, []string{"]", "}"})
	default:
		return own(r)
	}
}

func randomPattern(r *rand.Rand) string {
	if r.IntN(3) == 0 {
		return "/" + pick(r, []string{"vpc-[a-z]", ".*", "(?i)amazon.*", "(?m)^break$", ".*(?m:^break$)", "(?-s:line.*)", "line(?s:.)break", "(?i:VPC)-[ab]", "[^v].*", "eni-1?2?", "a|b|check.out", ".{3,5}", `\w+`, `arn:.*\/checkout`, "^vpc-a$"}) + "/"
	}
	text := []rune(pick(r, texts))
	at := r.IntN(len(text) + 1)
	return escaped(string(text[:at])) + pick(r, []string{"*", "?", "*?"}) + escaped(string(text[min(at+r.IntN(3), len(text)):]))
}

func randomAddress(r *rand.Rand) string {
	a := pick(r, addrs)
	switch r.IntN(4) {
	case 0:
		p, _ := netip.MustParseAddr(a).Prefix(r.IntN(netip.MustParseAddr(a).BitLen() + 1))
		return p.String()
	case 1:
		return "/" + pick(r, []string{`10\..*`, `(0|[2-9]).*`, ".*:.*", `203\.0\.113\.[0-9]+`, "2001.*", "f.*", `::.*`}) + "/"
	default:
		return a[:r.IntN(len(a)+1)] + "*"
	}
}

func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// escaped writes text as part of a word.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteByte('\\')
		b.WriteRune(r)
	}
	return b.String()
}
