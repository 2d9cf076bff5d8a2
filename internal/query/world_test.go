package query_test

import (
	"encoding/json"
	"math/rand/v2"
	"net/netip"
	"regexp"
	"strconv"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// testDay is the first of the days that random records are in.
var testDay = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// randomRecords makes records over three days, with the second one missing:
// values absent or zero, both address families, windows of all lengths.
func randomRecords(rng *rand.Rand, n int) *record.Batch {
	reg := record.NewRegistry()
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.RowFields...)
	b.Use(record.Absent, record.Counted, record.Role, record.Scopes, record.Flags, record.Part, record.Unmapped)
	b.Extend(n)
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	tuples := func(g record.Group, n int, fill func(set func(name, value string))) []uint32 {
		list := []uint32{0}
		for range n {
			values := make([]string, g.Slots())
			fill(func(name, value string) {
				for slot, known := range g.Names() {
					if known == name {
						values[slot] = value
					}
				}
			})
			list = append(list, reg.Intern(g, values))
		}
		return list
	}
	contexts := tuples(record.GroupContext, 12, func(set func(string, string)) {
		set("account_id", pick("111122223333", "444455556666", "", "o'brien\\"))
		set("vpc_id", pick("vpc-a", "vpc-b", ""))
		set("interface_id", pick("eni-1", "eni-2", "eni-3", "eni-4"))
		set("version", pick("2", "5", "", "x"))
		set("log_status", pick("OK", "OK", "OK", "OK", "NODATA", "SKIPDATA", ""))
	})
	paths := tuples(record.GroupPath, 5, func(set func(string, string)) {
		set("flow_direction", pick("ingress", "egress", ""))
		set("traffic_path", pick("1", "8", ""))
		set("pkt_src_aws_service", pick("AMAZON", "S3", ""))
	})
	sides := tuples(record.GroupSide, 9, func(set func(string, string)) {
		set("network", pick("vpc-a", "vpc-b", ""))
		set("app", pick("web", "checkout", "Zahlung prüfen", ""))
		set("country", pick("DE", "US", ""))
		set("asn", pick("64500", "", "4294967295"))
	})
	addrs := []string{"10.0.0.1", "10.0.0.2", "10.0.1.9", "203.0.113.5", "203.0.113.200", "2001:db8::1", "2001:db8::beef", "0.0.0.0"}
	ports := []uint16{0, 22, 53, 80, 443, 5432, 50000}
	for i := range n {
		b.Context[i], b.Path[i] = contexts[rng.IntN(len(contexts))], paths[rng.IntN(len(paths))]
		b.SrcSide[i], b.DstSide[i] = sides[rng.IntN(len(sides))], sides[rng.IntN(len(sides))]
		start := testDay.Add(time.Duration(rng.IntN(2)) * 48 * time.Hour).Add(time.Duration(rng.IntN(86400)) * time.Second)
		if rng.IntN(3) == 0 { // dense hours, and windows past midnight
			start = testDay.Add(23*time.Hour + time.Duration(rng.IntN(3600))*time.Second)
		}
		if rng.IntN(4) == 0 {
			start = start.Add(time.Duration(rng.IntN(1e9)))
		}
		length := []int{0, 1, 30, 60, 60, 61, 300, 599, 3600, 3601, -5}[rng.IntN(11)]
		b.Col(record.Start).Time[i] = start.UnixNano()
		var absent uint32
		fill := func(id record.FieldID, set func(c *record.Column)) {
			if rng.IntN(8) == 0 && id != record.Start {
				absent |= record.AbsentBit(id)
				return
			}
			set(b.Col(id))
		}
		addr := func(c *record.Column) { c.Addr[i] = record.AddrFrom(netip.MustParseAddr(addrs[rng.IntN(len(addrs))])) }
		b.Col(record.End).Time[i] = start.UnixNano()
		fill(record.End, func(c *record.Column) { c.Time[i] = start.Add(time.Duration(length) * time.Second).UnixNano() })
		for _, id := range []record.FieldID{record.SrcAddr, record.DstAddr, record.PktSrcAddr, record.PktDstAddr} {
			fill(id, addr)
		}
		for _, id := range []record.FieldID{record.SrcPort, record.DstPort} {
			fill(id, func(c *record.Column) { c.U16[i] = ports[rng.IntN(len(ports))] })
		}
		fill(record.Protocol, func(c *record.Column) { c.U8[i] = []uint8{1, 6, 6, 6, 17, 58}[rng.IntN(6)] })
		for _, id := range []record.FieldID{record.Packets, record.Bytes} {
			fill(id, func(c *record.Column) { c.U64[i] = []uint64{0, 1, 2, 40, 1500, 1 << 20, 123456789012}[rng.IntN(7)] })
		}
		fill(record.ActionField, func(c *record.Column) { c.U8[i] = uint8(1 + rng.IntN(2)) })
		fill(record.TCPFlags, func(c *record.Column) { c.U16[i] = uint16(rng.IntN(64)) })
		b.Col(record.Absent).U32[i] = absent
		if counted := uint8(rng.IntN(2)); status(b, i) != record.StatusNoData && status(b, i) != record.StatusSkipData { // which are no flows
			b.Col(record.Counted).U8[i] = counted
		}
		b.Col(record.Role).U8[i] = record.PackRole(record.InitiatorSide(rng.IntN(3)), record.InitiatorReason(rng.IntN(4)), record.WitnessKind(rng.IntN(6)))
		b.Col(record.Scopes).U8[i] = record.PackScopes(record.Scope(rng.IntN(7)), record.Scope(rng.IntN(7)))
		b.Col(record.Flags).U8[i] = uint8(rng.IntN(8))
		b.Col(record.Part).U32[i] = 1 + rng.Uint32N(3)
		if rng.IntN(4) == 0 {
			b.Col(record.Unmapped).Text[i] = `{"color":"r\"ed"}`
		}
	}
	return b
}

// jsonOf returns a field of a row as the answer should have it.
func jsonOf(b *record.Batch, id record.FieldID, row int) string {
	f := record.Get(id)
	text := func(s string) string {
		if s == "" {
			return "null"
		}
		out, _ := json.Marshal(s)
		return string(out)
	}
	tuple := func(g record.Group, n uint32) string {
		v := b.Registry.Tuple(g, n).Value(f.Slot)
		if f.Type == record.TypeText {
			return text(v)
		}
		if !regexp.MustCompile(`^[0-9]{1,19}$`).MatchString(v) {
			return "null"
		}
		return v
	}
	role, scopes := b.Col(record.Role).U8[row], b.Col(record.Scopes).U8[row]
	src, dst := record.UnpackScopes(scopes)
	bySide := func(ifSrc, ifDst record.FieldID) string {
		switch record.RoleInitiator(role) {
		case record.InitiatorSrc:
			return jsonOf(b, ifSrc, row)
		case record.InitiatorDst:
			return jsonOf(b, ifDst, row)
		}
		return "null"
	}
	local := func(ofSrc, ofDst record.FieldID) string {
		switch in, out := dst == record.ScopeInternal, src == record.ScopeInternal; {
		case in && (!out || record.RoleInitiator(role) == record.InitiatorSrc):
			return jsonOf(b, ofDst, row)
		case out:
			return jsonOf(b, ofSrc, row)
		}
		return "null"
	}
	switch f.Place {
	case record.PlaceContext:
		return tuple(record.GroupContext, b.Context[row])
	case record.PlacePath:
		return tuple(record.GroupPath, b.Path[row])
	case record.PlaceSrc:
		return tuple(record.GroupSide, b.SrcSide[row])
	case record.PlaceDst:
		return tuple(record.GroupSide, b.DstSide[row])
	}
	switch id {
	case record.Client:
		return bySide(record.SrcAddr, record.DstAddr)
	case record.Server:
		return bySide(record.DstAddr, record.SrcAddr)
	case record.ServicePort:
		return bySide(record.DstPort, record.SrcPort)
	case record.ClientApp:
		return bySide(record.SrcApp, record.DstApp)
	case record.ServerApp:
		return bySide(record.DstApp, record.SrcApp)
	case record.LocalRole:
		return local(record.SrcRole, record.DstRole)
	case record.LocalSubnet:
		if own := jsonOf(b, record.SubnetID, row); own != "null" {
			return own
		}
		return local(record.SrcSubnetID, record.DstSubnetID)
	case record.Initiator:
		return text(record.InitiatorNames[record.RoleInitiator(role)])
	case record.InitiatorBy:
		return text(record.InitiatorReasonNames[record.RoleReason(role)])
	case record.Witness:
		return text(record.WitnessNames[record.RoleWitness(role)])
	case record.Direction:
		return text(record.DirectionNames[record.DirectionOf(src, dst)])
	case record.SrcScope:
		return text(record.ScopeNames[src])
	case record.DstScope:
		return text(record.ScopeNames[dst])
	case record.TimeFrom:
		return text(record.TimeFromNames[b.Col(record.Flags).U8[row]&record.FlagTimeFromMask])
	case record.TimeSuspect:
		return strconv.FormatBool(b.Col(record.Flags).U8[row]&record.FlagTimeSuspect != 0)
	case record.Duration:
		if b.AbsentAt(record.End, row) {
			return "null"
		}
		return strconv.Itoa(max(0, duration(b, row)))
	case record.Unmapped:
		if s := b.Col(id).Text[row]; s != "" {
			return s
		}
		return "null"
	}
	if record.AbsentBit(id) != 0 && b.AbsentAt(id, row) {
		return "null"
	}
	c := b.Col(id)
	switch f.Type {
	case record.TypeAddr:
		return `"` + c.Addr[row].String() + `"`
	case record.TypeTime:
		return `"` + time.Unix(0, c.Time[row]).UTC().Format(time.RFC3339Nano) + `"`
	case record.TypeAction:
		return text(record.Action(c.U8[row]).String())
	case record.TypeBool:
		return strconv.FormatBool(c.U8[row] != 0)
	case record.TypeUint16:
		return strconv.Itoa(int(c.U16[row]))
	case record.TypeUint32:
		return strconv.Itoa(int(c.U32[row]))
	case record.TypeUint64:
		return strconv.FormatUint(c.U64[row], 10)
	default:
		return strconv.Itoa(int(c.U8[row]))
	}
}

// duration is the length of a row's window in whole seconds.
func duration(b *record.Batch, row int) int {
	floor := func(ns int64) int64 { return (ns - ((ns%1e9)+1e9)%1e9) / 1e9 }
	return int(floor(b.Col(record.End).Time[row]) - floor(b.Col(record.Start).Time[row]))
}

// status returns the log status of a row.
func status(b *record.Batch, row int) string {
	return b.Registry.Tuple(record.GroupContext, b.Context[row]).Value(record.Get(record.LogStatus).Slot)
}
