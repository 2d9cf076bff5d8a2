package store

import (
	"math/rand/v2"

	"github.com/weir-flow/weir/internal/record"
)

// testDay is the day most tests write to.
const testDay = Day(20260301)

// randomBatch makes records of one day with every shape a batch can have: all
// columns or few, values absent or zero, both address families, windows within a
// minute, over minutes, past midnight, too long and backwards.
func randomBatch(reg *record.Registry, rng *rand.Rand, day Day, rows int, full bool) *record.Batch {
	b := record.NewBatch(record.KindFlow, reg)
	b.Use(record.Start)
	for _, id := range append(append([]record.FieldID{}, record.RowFields...), record.Absent, record.Counted, record.Role, record.Scopes, record.Flags, record.Part, record.Unmapped) {
		if full || rng.IntN(3) > 0 {
			b.Use(id)
		}
	}
	b.Extend(rows)
	tuples := func(g record.Group, n int) []uint32 {
		list := make([]uint32, n)
		for i := range list {
			values := make([]string, g.Slots())
			for slot := range values {
				if rng.IntN(3) == 0 {
					values[slot] = string(rune('a'+rng.IntN(26))) + "'\\\t" + string(rune('0'+rng.IntN(10)))
				}
			}
			if g == record.GroupContext {
				values[record.Get(record.LogStatus).Slot] = []string{"", record.StatusOK, record.StatusNoData, record.StatusSkipData}[rng.IntN(4)]
			}
			list[i] = reg.Intern(g, values)
		}
		return append(list, 0)
	}
	contexts, paths, sides := tuples(record.GroupContext, 6), tuples(record.GroupPath, 4), tuples(record.GroupSide, 8)
	addrs := make([]record.Addr, 12)
	for i := range addrs {
		if i%2 == 0 {
			addrs[i] = record.Addr{10: 0xff, 11: 0xff, 12: byte(rng.Uint32()), 13: byte(i), 15: 7}
		} else {
			addrs[i] = record.Addr{0: 0x20, 1: byte(rng.Uint32()), 15: byte(i)}
		}
	}
	ports := []uint16{0, 22, 53, 80, 443, 5432, 389, 40000, 65535}
	midnight := day.Start().Unix()
	for i := range rows {
		b.Context[i], b.Path[i] = contexts[rng.IntN(len(contexts))], paths[rng.IntN(len(paths))]
		b.SrcSide[i], b.DstSide[i] = sides[rng.IntN(len(sides))], sides[rng.IntN(len(sides))]
		start := midnight + rng.Int64N(secondsPerDay)
		if rng.IntN(4) == 0 {
			start = midnight + secondsPerDay - rng.Int64N(700) - 1
		}
		length := []int64{0, 1, 59, 60, 61, 300, 599, 3600, 3601, 90000, -5}[rng.IntN(11)]
		var fraction int64
		if rng.IntN(3) == 0 {
			fraction = rng.Int64N(second)
		}
		b.Col(record.Start).Time[i] = start*second + fraction
		var missing uint32
		fill := func(id record.FieldID, set func(c *record.Column)) {
			switch {
			case !b.Has(id):
			case b.Has(record.Absent) && id != record.Start && record.AbsentBit(id) != 0 && rng.IntN(6) == 0:
				missing |= record.AbsentBit(id)
			default:
				set(b.Col(id))
			}
		}
		fill(record.End, func(c *record.Column) { c.Time[i] = (start+length)*second + rng.Int64N(2)*123456789 })
		pair := [2]record.Addr{addrs[rng.IntN(len(addrs))], addrs[rng.IntN(len(addrs))]}
		fill(record.SrcAddr, func(c *record.Column) { c.Addr[i] = pair[0] })
		fill(record.DstAddr, func(c *record.Column) { c.Addr[i] = pair[1] })
		fill(record.PktSrcAddr, func(c *record.Column) { c.Addr[i] = pair[rng.IntN(2)] })
		fill(record.PktDstAddr, func(c *record.Column) { c.Addr[i] = pair[1] })
		fill(record.SrcPort, func(c *record.Column) { c.U16[i] = ports[rng.IntN(len(ports))] })
		fill(record.DstPort, func(c *record.Column) { c.U16[i] = ports[rng.IntN(len(ports))] })
		fill(record.Protocol, func(c *record.Column) { c.U8[i] = []uint8{1, 6, 6, 6, 17, 58, 255}[rng.IntN(7)] })
		counter := func() uint64 {
			return []uint64{0, 1, 40, 1500, 1 << 20, 123456789012, 1<<63 + 12345}[rng.IntN(7)]
		}
		fill(record.Packets, func(c *record.Column) { c.U64[i] = counter() })
		fill(record.Bytes, func(c *record.Column) { c.U64[i] = counter() })
		fill(record.ActionField, func(c *record.Column) { c.U8[i] = uint8(rng.IntN(3)) })
		fill(record.TCPFlags, func(c *record.Column) { c.U16[i] = uint16(rng.IntN(1 << 12)) })
		fill(record.Counted, func(c *record.Column) { c.U8[i] = uint8(rng.IntN(2)) })
		fill(record.Role, func(c *record.Column) {
			c.U8[i] = record.PackRole(record.InitiatorSide(rng.IntN(3)), record.InitiatorReason(rng.IntN(4)), record.WitnessKind(rng.IntN(6)))
		})
		fill(record.Scopes, func(c *record.Column) {
			c.U8[i] = record.PackScopes(record.Scope(rng.IntN(7)), record.Scope(rng.IntN(7)))
		})
		fill(record.Flags, func(c *record.Column) { c.U8[i] = uint8(rng.IntN(8)) })
		fill(record.Part, func(c *record.Column) { c.U32[i] = 1 + rng.Uint32N(3) })
		fill(record.Unmapped, func(c *record.Column) {
			if rng.IntN(4) == 0 {
				c.Text[i] = `{"x":"` + string(rune('a'+rng.IntN(26))) + `"}`
			}
		})
		if missing != 0 {
			b.Col(record.Absent).U32[i] |= missing
		}
	}
	return b
}

// lacks is Batch.AbsentAt for batches that may have no absent column.
func lacks(b *record.Batch, id record.FieldID, row int) bool {
	return !b.Has(id) || b.Has(record.Absent) && b.AbsentAt(id, row)
}
