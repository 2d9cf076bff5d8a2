package store

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/weir-flow/weir/internal/record"
)

const (
	secondsPerDay = 86400
	second        = int64(1e9)

	// maxSpread is the longest window, in seconds, whose counters are spread
	// over its minutes. A longer one counts at its start: no source weir knows
	// aggregates that long, and one odd record must not make a million rows.
	maxSpread = 3600

	// maxHourKeys bounds the keys that one Rollup holds for an hour, for
	// roll_public, roll_rejected and roll_coarse each: a sweep of the internet
	// makes a key for every address.
	maxHourKeys = 1 << 16
)

// Protocols that have ports.
const (
	protoTCP = 6
	protoUDP = 17
)

// Rollup adds up enriched batches into the rows of roll_minute, roll_hour,
// roll_public, roll_rejected and roll_coarse. It is not safe for concurrent use; it is made
// to be reused, one for each worker.
//
// A record of status NODATA or SKIPDATA adds to records of roll_minute and
// roll_hour only. Columns flows, bytes and packets hold the records that are
// counted, all_bytes and all_packets every witness. In roll_minute a record's
// counters are spread over the minutes of its window, in proportion to the
// seconds of the window that lie in each, and roll_hour is the sum over the
// minutes of the hour; in the others a record lies whole in the hour of its
// start.
type Rollup struct {
	reg      *record.Registry
	days     []*dayRolls // those in use, then spare ones
	used     int
	contexts []contextFacts // by context number
	zeros    []byte         // stands in for columns that a batch lacks
	limit    int
	folded   uint64
}

// contextFacts is what a roll-up wants to know about a context.
type contextFacts struct {
	known bool
	quiet bool   // its records tell of no traffic
	place uint32 // number of its place
}

// dayRolls are the roll-ups of the records that start on one day.
type dayRolls struct {
	day      uint32 // days since 1970-01-01
	minutes  counterTable
	hours    counterTable
	public   hourTable
	rejected hourTable
	coarse   hourTable

	publicKeys, rejectedKeys, coarseKeys [24]int
}

// NewRollup returns an empty roll-up of batches whose tuples are in reg.
func NewRollup(reg *record.Registry) *Rollup {
	return &Rollup{reg: reg, limit: maxHourKeys}
}

// Reset empties the roll-up and keeps its memory.
func (r *Rollup) Reset() { r.used, r.folded = 0, 0 }

// Folded returns how many records were added under address ::, or under no tuples,
// because their hour had too many keys already.
func (r *Rollup) Folded() uint64 { return r.folded }

// Rows returns how many rows the roll-ups have together.
func (r *Rollup) Rows() int {
	n := 0
	for _, d := range r.days[:r.used] {
		n += len(d.minutes.keys) + len(d.hours.keys) + len(d.public.keys) + len(d.rejected.keys) + len(d.coarse.keys)
	}
	return n
}

// Add adds the records of a batch. All must start on one UTC day.
func (r *Rollup) Add(b *record.Batch) error {
	if b.Len() == 0 {
		return nil
	}
	d, err := r.forDay(b)
	if err != nil {
		return err
	}
	c := r.columns(b)
	midnight := int64(d.day) * secondsPerDay
	for i, start := range c.start {
		at := uint32(start/second - midnight) // seconds into the day
		if at >= secondsPerDay {
			return fmt.Errorf("roll up: row %d is not of its batch's day", i)
		}
		protocol, action, role := c.protocol[i], c.action[i], c.role[i]
		ctx := b.Context[i]
		port := uint16(0)
		if protocol == protoTCP || protocol == protoUDP {
			switch record.RoleInitiator(role) {
			case record.InitiatorSrc:
				port = c.dstPort[i]
			case record.InitiatorDst:
				port = c.srcPort[i]
			}
		}
		facts := r.context(ctx)
		minute := counterKey(at/60, facts.place, action, protocol, serviceOf[port])
		hourly := counterKey(at/3600, ctx, action, protocol, serviceNone)
		if facts.quiet {
			d.minutes.at(minute).records++
			d.hours.at(hourly).records++
			continue
		}
		counted := c.counted[i] != 0
		w := window{bytes: c.bytes[i], packets: c.packets[i], counted: counted}
		dur := windowSeconds(start, c.end[i])
		d.minutes.spread(minute, at%60, 60, dur, w)
		d.hours.spread(hourly, at%3600, 3600, dur, w)
		if !counted {
			continue
		}
		src, dst := record.UnpackScopes(c.scopes[i])
		hour := at / 3600
		if src == record.ScopePublic || dst == record.ScopePublic {
			way := uint64(hour) | uint64(action)<<5 | uint64(record.DirectionOf(src, dst))<<7
			if src == record.ScopePublic {
				r.addPublic(d, hour, &c.srcAddr[i], way|uint64(b.SrcSide[i])<<32, w)
			}
			if dst == record.ScopePublic {
				r.addPublic(d, hour, &c.dstAddr[i], way|uint64(b.DstSide[i])<<32, w)
			}
		}
		if record.Action(action) == record.Reject {
			rest := uint64(hour) | uint64(protocol)<<8 | uint64(c.dstPort[i])<<16 | uint64(b.DstSide[i])<<32
			r.addRejected(d, hour, &c.dstAddr[i], rest, w)
		}
		r.addCoarse(d, hour, hourKey{
			hi:   uint64(ctx)<<32 | uint64(b.Path[i]),
			lo:   uint64(b.SrcSide[i])<<32 | uint64(b.DstSide[i]),
			rest: uint64(hour) | uint64(action)<<5 | uint64(record.RoleInitiator(role))<<8 | uint64(c.scopes[i])<<16,
		}, w)
	}
	return nil
}

// windowSeconds returns the length of a record's window in whole seconds, at
// least 1. An absent end is 0 and gives 1.
func windowSeconds(start, end int64) uint32 {
	return uint32(max(1, wholeSeconds(start, end)))
}

// wholeSeconds returns what column duration holds.
func wholeSeconds(start, end int64) int32 {
	if end == 0 {
		return 0
	}
	return int32(min(max(end/second-start/second, math.MinInt32), math.MaxInt32))
}

// window is what a record says about its capture window.
type window struct {
	bytes, packets uint64
	counted        bool
}

// counterKey packs the key of a row of roll_minute or roll_hour: bits 0-10 minute
// or hour of the day (windows reach up to an hour into the next), 11-42 context
// number, 43-44 action, 45-52 protocol, 53-56 service, which roll_hour lacks.
func counterKey(unit, ctx uint32, action, protocol, service uint8) uint64 {
	return uint64(unit) | uint64(ctx)<<11 | uint64(action&3)<<43 | uint64(protocol)<<45 | uint64(service)<<53
}

// spread adds a record's counters to the units, minutes or hours, of its window,
// which begins offset seconds into the unit of key and is dur seconds long.
// Shares are differences of the rounded-down running total, so they add up to
// the counter exactly, and those of an hour's minutes to that of the hour.
func (t *counterTable) spread(key uint64, offset, unit, dur uint32, w window) {
	first := t.at(key)
	first.records++
	if w.counted {
		first.flows++
	}
	// Fast path: the window lies in one unit, or is too long to be spread.
	if offset+dur <= unit || dur > maxSpread {
		first.add(w.bytes, w.packets, w.counted)
		return
	}
	cum := unit - offset
	bytes, packets := running(w.bytes, cum, dur), running(w.packets, cum, dur)
	first.add(bytes, packets, w.counted)
	for cum < dur {
		key, cum = key+1, min(cum+unit, dur)
		b, p := running(w.bytes, cum, dur), running(w.packets, cum, dur)
		if b > bytes || p > packets {
			t.at(key).add(b-bytes, p-packets, w.counted)
		}
		bytes, packets = b, p
	}
}

// running is floor(v*cum/dur) without overflow.
func running(v uint64, cum, dur uint32) uint64 {
	// Fast path: a 32-bit division costs a third of a 64-bit one.
	if v < 1<<20 {
		return uint64(uint32(v) * cum / dur) // cum is below maxSpread < 2^12
	}
	q, rest := v/uint64(dur), v%uint64(dur)
	return q*uint64(cum) + rest*uint64(cum)/uint64(dur)
}

func (s *counters) add(bytes, packets uint64, counted bool) {
	s.allBytes += bytes
	s.allPackets += packets
	if counted {
		s.bytes += bytes
		s.packets += packets
	}
}

// addPublic packs rest as: bits 0-4 hour, 5-6 action, 7-9 direction, 32-63 side.
func (r *Rollup) addPublic(d *dayRolls, hour uint32, addr *record.Addr, rest uint64, w window) {
	const folded = 1<<10 - 1
	r.addHour(&d.public, &d.publicKeys[hour], keyOf(addr, rest), hourKey{rest: rest & folded}, w)
}

// addRejected packs rest as: bits 0-4 hour, 8-15 protocol, 16-31 port, 32-63 side.
func (r *Rollup) addRejected(d *dayRolls, hour uint32, addr *record.Addr, rest uint64, w window) {
	const folded = 1<<16 - 1
	if *addr != (record.Addr{}) { // no address is no destination; :: marks what was folded
		r.addHour(&d.rejected, &d.rejectedKeys[hour], keyOf(addr, rest), hourKey{rest: rest & folded}, w)
	}
}

// manyScopes is in column scopes of rows of roll_coarse that stand for many keys: no
// record has it.
const manyScopes = 255

// addCoarse takes a key of context and path, sides, and packed in rest: bits 0-4 hour,
// 5-6 action, 8-15 initiator, 16-23 scopes.
func (r *Rollup) addCoarse(d *dayRolls, hour uint32, key hourKey, w window) {
	r.addHour(&d.coarse, &d.coarseKeys[hour], key, hourKey{rest: uint64(hour) | manyScopes<<16}, w)
}

func keyOf(addr *record.Addr, rest uint64) hourKey {
	return hourKey{binary.BigEndian.Uint64(addr[:8]), binary.BigEndian.Uint64(addr[8:]), rest}
}

// addHour adds to a key, or to the one that it is folded to where the hour has too many.
func (r *Rollup) addHour(t *hourTable, inHour *int, key, folded hourKey, w window) {
	sums := t.find(key)
	if sums == nil && *inHour >= r.limit {
		r.folded++
		key = folded
		sums = t.find(key)
	} else if sums == nil {
		*inHour++
	}
	if sums == nil {
		sums = t.insert(key)
	}
	sums.flows++
	sums.bytes += w.bytes
	sums.packets += w.packets
}

// context looks a context up.
func (r *Rollup) context(ctx uint32) contextFacts {
	if int(ctx) >= len(r.contexts) {
		r.contexts = append(r.contexts, make([]contextFacts, max(1024, int(ctx)+1-len(r.contexts)))...)
	}
	facts := &r.contexts[ctx]
	if !facts.known {
		facts.known, facts.place = true, placeOf(r.reg, ctx)
		switch r.reg.Tuple(record.GroupContext, ctx).Value(record.Get(record.LogStatus).Slot) {
		case record.StatusNoData, record.StatusSkipData:
			facts.quiet = true
		}
	}
	return *facts
}

func (r *Rollup) forDay(b *record.Batch) (*dayRolls, error) {
	if !b.Has(record.Start) {
		return nil, fmt.Errorf("roll up: batch has no start times")
	}
	day := uint32(b.Col(record.Start).Time[0] / (second * secondsPerDay))
	at := slices.IndexFunc(r.days[:r.used], func(d *dayRolls) bool { return d.day == day })
	if at >= 0 {
		return r.days[at], nil
	}
	if r.used == len(r.days) {
		r.days = append(r.days, &dayRolls{})
	}
	d := r.days[r.used]
	r.used++
	d.day = day
	d.minutes.reset()
	d.hours.reset()
	d.public.reset()
	d.rejected.reset()
	d.coarse.reset()
	d.publicKeys, d.rejectedKeys, d.coarseKeys = [24]int{}, [24]int{}, [24]int{}
	return d, nil
}
