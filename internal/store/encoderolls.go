package store

import (
	"github.com/weir-flow/weir/internal/record"
)

// spreadRows says which of the tables with spread counters is written, and which
// part of it: the rows of the day itself, or those that spill into the next.
type spreadRows struct {
	table, time, tuple string
	unit               uint32 // seconds
	service            bool   // it has this column
	spill              bool
}

var (
	minuteRows = spreadRows{table: tableMinute, time: "minute", tuple: "place", unit: 60, service: true}
	hourlyRows = spreadRows{table: tableHour, time: "hour", tuple: "ctx", unit: 3600}
)

func (r spreadRows) nextDay() spreadRows { r.spill = true; return r }

// spread returns the rows as a block, nil when there are none.
func (e *encoder) spread(reg *record.Registry, day uint32, t *counterTable, r spreadRows) *block {
	const unitMask = 1<<11 - 1
	perDay := uint64(secondsPerDay / r.unit)
	n := 0
	for _, key := range t.keys {
		if (key&unitMask >= perDay) == r.spill {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	ids := e.ids[record.GroupContext].upTo(record.GroupContext, reg)
	time, tuple := make([]uint32, 0, n), make([]uint64, 0, n)
	action, protocol, service := make([]uint8, 0, n), make([]uint8, 0, n), make([]uint8, 0, n)
	var sums [6][]uint64
	for i := range sums {
		sums[i] = make([]uint64, 0, n)
	}
	for i, key := range t.keys {
		if (key&unitMask >= perDay) != r.spill {
			continue
		}
		time = append(time, day*secondsPerDay+uint32(key&unitMask)*r.unit)
		tuple = append(tuple, ids[uint32(key>>11)])
		action = append(action, uint8(key>>43&3))
		protocol = append(protocol, uint8(key>>45))
		service = append(service, uint8(key>>53&15))
		s := &t.sums[i]
		for j, v := range [...]uint64{s.records, s.flows, s.bytes, s.packets, s.allBytes, s.allPackets} {
			sums[j] = append(sums[j], v)
		}
	}
	b := newBlock(n)
	addColumn(b, r.time, typeTime, time)
	addColumn(b, r.tuple, "UInt64", tuple)
	addColumn(b, "action", typeAction, action)
	addColumn(b, "protocol", "UInt8", protocol)
	if r.service {
		addColumn(b, "service", "UInt8", service)
	}
	for j, name := range spreadCounters {
		addColumn(b, name, "UInt64", sums[j])
	}
	return b
}

// Counters of the roll-ups, in the order of their columns.
var (
	spreadCounters   = []string{"records", "flows", "bytes", "packets", "all_bytes", "all_packets"}
	publicCounters   = []string{"flows", "bytes"}
	rejectedCounters = []string{"flows", "packets"}
	coarseCounters   = []string{"flows"}
	edgeCounters     = []string{"flows", "bytes_to_server", "bytes_to_client", "packets_to_server", "packets_to_client"}
)

// hourRows are the columns that roll_public and roll_rejected share.
type hourRows struct {
	hour                  []uint32
	side                  []uint64
	addr                  []record.Addr
	flows, bytes, packets []uint64
}

func (e *encoder) hours(reg *record.Registry, day uint32, t *hourTable) hourRows {
	n := len(t.keys)
	ids := e.ids[record.GroupSide].upTo(record.GroupSide, reg)
	r := hourRows{
		hour: make([]uint32, n), side: make([]uint64, n), addr: make([]record.Addr, n),
		flows: make([]uint64, n), bytes: make([]uint64, n), packets: make([]uint64, n),
	}
	for i, key := range t.keys {
		r.hour[i] = day*secondsPerDay + uint32(key.rest&31)*3600
		r.side[i] = ids[uint32(key.rest>>32)]
		r.addr[i] = key.addr()
		r.flows[i], r.bytes[i], r.packets[i] = t.sums[i].flows, t.sums[i].bytes, t.sums[i].packets
	}
	return r
}

// public returns the rows of roll_public, nil when there are none.
func (e *encoder) public(reg *record.Registry, d *dayRolls) *block {
	n := len(d.public.keys)
	if n == 0 {
		return nil
	}
	r := e.hours(reg, d.day, &d.public)
	action, direction := make([]uint8, n), make([]uint8, n)
	for i, key := range d.public.keys {
		action[i], direction[i] = uint8(key.rest>>5&3), uint8(key.rest>>7&7)
	}
	b := newBlock(n)
	addColumn(b, "hour", typeTime, r.hour)
	addColumn(b, "action", typeAction, action)
	addColumn(b, "direction", "UInt8", direction)
	addColumn(b, "addr", "IPv6", r.addr)
	addColumn(b, "side", "UInt64", r.side)
	addColumn(b, "flows", "UInt64", r.flows)
	addColumn(b, "bytes", "UInt64", r.bytes)
	return b
}

// rejected returns the rows of roll_rejected, nil when there are none.
func (e *encoder) rejected(reg *record.Registry, d *dayRolls) *block {
	n := len(d.rejected.keys)
	if n == 0 {
		return nil
	}
	r := e.hours(reg, d.day, &d.rejected)
	port, protocol := make([]uint16, n), make([]uint8, n)
	for i, key := range d.rejected.keys {
		protocol[i], port[i] = uint8(key.rest>>8), uint16(key.rest>>16)
	}
	b := newBlock(n)
	addColumn(b, "hour", typeTime, r.hour)
	addColumn(b, "side", "UInt64", r.side)
	addColumn(b, "dstaddr", "IPv6", r.addr)
	addColumn(b, "dstport", "UInt16", port)
	addColumn(b, "protocol", "UInt8", protocol)
	addColumn(b, "flows", "UInt64", r.flows)
	addColumn(b, "packets", "UInt64", r.packets)
	return b
}

// coarse returns the rows of roll_coarse, nil when there are none.
func (e *encoder) coarse(reg *record.Registry, d *dayRolls) *block {
	n := len(d.coarse.keys)
	if n == 0 {
		return nil
	}
	contexts, paths := e.ids[record.GroupContext].upTo(record.GroupContext, reg), e.ids[record.GroupPath].upTo(record.GroupPath, reg)
	sides := e.ids[record.GroupSide].upTo(record.GroupSide, reg)
	hour, flows := make([]uint32, n), make([]uint64, n)
	var tuples [4][]uint64
	for i := range tuples {
		tuples[i] = make([]uint64, n)
	}
	action, initiator, scopes := make([]uint8, n), make([]uint8, n), make([]uint8, n)
	for i, key := range d.coarse.keys {
		hour[i] = d.day*secondsPerDay + uint32(key.rest&31)*3600
		action[i], initiator[i], scopes[i] = uint8(key.rest>>5&3), uint8(key.rest>>8), uint8(key.rest>>16)
		flows[i] = d.coarse.sums[i].flows
		if scopes[i] != manyScopes {
			tuples[0][i], tuples[1][i] = contexts[uint32(key.hi>>32)], paths[uint32(key.hi)]
			tuples[2][i], tuples[3][i] = sides[uint32(key.lo>>32)], sides[uint32(key.lo)]
		}
	}
	b := newBlock(n)
	addColumn(b, "hour", typeTime, hour)
	for i, name := range [...]string{"ctx", "path", "src_side", "dst_side"} {
		addColumn(b, name, "UInt64", tuples[i])
	}
	addColumn(b, "action", typeAction, action)
	addColumn(b, "initiator", "UInt8", initiator)
	addColumn(b, "scopes", "UInt8", scopes)
	addColumn(b, "flows", "UInt64", flows)
	return b
}

// edges returns some of the rows of e.
func (e *encoder) edges(reg *record.Registry, rows *EdgeRows, which []int32) *block {
	ids := e.ids[record.GroupSide].upTo(record.GroupSide, reg)
	node := func(numbers []uint32) []uint64 {
		out := make([]uint64, len(which))
		for i, row := range which {
			out[i] = ids[numbers[row]]
		}
		return out
	}
	b := newBlock(len(which))
	addColumn(b, "hour", typeTime, pick(rows.Hour, which))
	addColumn(b, "client", "UInt64", node(rows.Client))
	addColumn(b, "server", "UInt64", node(rows.Server))
	addColumn(b, "service_port", "UInt16", pick(rows.ServicePort, which))
	addColumn(b, "protocol", "UInt8", pick(rows.Protocol, which))
	addColumn(b, "action", typeAction, pick(rows.Action, which))
	for i, values := range [...][]uint64{rows.Flows, rows.BytesToServer, rows.BytesToClient, rows.PacketsToServer, rows.PacketsToClient} {
		addColumn(b, edgeCounters[i], "UInt64", pick(values, which))
	}
	addColumn(b, "first_seen", typeTime, pick(rows.FirstSeen, which))
	addColumn(b, "last_seen", typeTime, pick(rows.LastSeen, which))
	for i, name := range [...]string{"p0", "p1", "p2", "p3"} {
		addColumn(b, name, "UInt64", pick(rows.Peers[i], which))
	}
	return b
}

func pick[T any](from []T, rows []int32) []T {
	out := make([]T, len(rows))
	for i, row := range rows {
		out[i] = from[row]
	}
	return out
}
