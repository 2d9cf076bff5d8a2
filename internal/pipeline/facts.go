package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ClickHouse/ch-go/proto"
	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// Known is a fact read back from the stored rows of a day: an interface had an
// address of its own in [From, To], nanoseconds.
type Known struct {
	Context  uint32 // context number
	Addr     record.Addr
	From, To int64
	NAT      bool
	Sent     bool // it logged what it sent
	Received bool // it logged what it received
}

// Claimed is a fact read back from the stored rows of a day: those of a stream count
// for an interface.
type Claimed struct {
	Context  uint32 // context number
	Stream   uint64
	Rejected bool     // what was rejected, else the rest
	Starts   []uint16 // minutes of the day in which rows begin
	Minutes  []uint16 // and those in which rows of more than a minute go on
}

// DayFacts are what the stored rows of a day tell.
type DayFacts struct {
	Known   []Known
	Claimed []Claimed
	Unknown []Unknown
}

// Unknown is an address that stored rows of a day could not name, or took for
// not logging.
type Unknown struct {
	Context  uint32
	Network  string // that it lies in all the same; empty when it is in none of ours
	Addr     record.Addr
	From, To int64 // nanoseconds
}

// StoredFacts reads back from the rows of a day what enrichment learned from
// them. The rows are the only place where facts are kept, so they can never
// disagree. Rows that are not acknowledged, which may go again, teach nothing.
func StoredFacts(ctx context.Context, st *store.Store, l *ledger.Ledger, reg *record.Registry, day store.Day) (facts DayFacts, err error) {
	parts, err := l.PartsOf(ctx, uint32(day))
	if err != nil {
		return facts, err
	}
	if len(parts) == 0 {
		return facts, nil // nothing stored yet
	}
	streams, where := streamsOf(parts), dayWhere(day)
	var pending []string
	for _, p := range parts {
		if p.Pending {
			pending = append(pending, strconv.FormatUint(uint64(p.Part), 10))
		}
	}
	if len(pending) > 0 {
		where += " AND part NOT IN (" + strings.Join(pending, ", ") + ")"
	}
	contexts, err := storedContexts(ctx, st, reg, day)
	if err != nil {
		return facts, err
	}

	var id, from, to proto.ColUInt64
	var network proto.ColStr
	var addr proto.ColIPv6
	var nat, sent, received proto.ColUInt8
	_, err = st.Select(ctx, fmt.Sprintf(knownSQL, st.Database(), where), engine.Options{}, proto.Results{
		{Name: "ctx", Data: &id}, {Name: "own", Data: &addr},
		{Name: "first", Data: &from}, {Name: "last", Data: &to}, {Name: "translates", Data: &nat}, {Name: "sent", Data: &sent}, {Name: "received", Data: &received},
	}, func(rows int) error {
		for i := range rows {
			n, ok := contexts[id[i]]
			if !ok {
				continue
			}
			facts.Known = append(facts.Known, Known{
				Context: n, Addr: record.Addr(addr[i]), NAT: nat[i] == 1, Sent: sent[i] == 1, Received: received[i] == 1,
				From: int64(from[i]) * int64(time.Second), To: int64(to[i]) * int64(time.Second),
			})
		}
		return nil
	})
	if err != nil {
		return facts, fmt.Errorf("read facts of %s: %w", day, err)
	}
	if facts.Claimed, err = storedClaims(ctx, st, streams, contexts, day, where); err != nil {
		return facts, fmt.Errorf("read which flow logs count on %s: %w", day, err)
	}

	_, err = st.Select(ctx, fmt.Sprintf(unknownSQL, st.Database(), where), engine.Options{}, proto.Results{
		{Name: "ctx", Data: &id}, {Name: "network", Data: &network}, {Name: "addr", Data: &addr}, {Name: "first", Data: &from}, {Name: "last", Data: &to},
	}, func(rows int) error {
		for i := range rows {
			if n, ok := contexts[id[i]]; ok {
				facts.Unknown = append(facts.Unknown, Unknown{n, network.Row(i), record.Addr(addr[i]), int64(from[i]) * int64(time.Second), int64(to[i]) * int64(time.Second)})
			}
		}
		return nil
	})
	if err != nil {
		return facts, fmt.Errorf("read open questions of %s: %w", day, err)
	}
	return facts, nil
}

// storedClaims reads back which stream counts for an interface in which minutes: the
// one whose rows there are no duplicates.
func storedClaims(ctx context.Context, st *store.Store, streams *streams, contexts map[uint64]uint32, day store.Day, where string) (list []Claimed, err error) {
	var id proto.ColUInt64
	var stream proto.ColUInt32
	var rejected proto.ColUInt8
	starts, minutes := new(proto.ColUInt16).Array(), new(proto.ColUInt16).Array()
	sql, numbers := fmt.Sprintf(claimedSQL, st.Database(), where, streams.numbered(), day.Start().Unix()), streams.list
	_, err = st.Select(ctx, sql, engine.Options{}, proto.Results{
		{Name: "ctx", Data: &id}, {Name: "stream", Data: &stream}, {Name: "rejected", Data: &rejected}, {Name: "starts", Data: starts}, {Name: "minutes", Data: minutes},
	}, func(rows int) error {
		for i := range rows {
			if n, ok := contexts[id[i]]; ok && int(stream[i]) < len(numbers) {
				list = append(list, Claimed{n, numbers[stream[i]], rejected[i] == 1, starts.Row(i), minutes.Row(i)})
			}
		}
		return nil
	})
	return list, err
}

// claimedSQL finds the minutes of the day in which rows take place, of rows of up to a
// minute the first alone, as the enricher does. Duplicates count in another stream.
var claimedSQL = `
SELECT ctx, stream, rejected, groupUniqArray(first) AS starts, groupUniqArrayArray(range(toUInt16(first + 1), toUInt16(last + 1))) AS minutes
FROM (
  SELECT ctx, toUInt32(%[3]s) AS stream, toUInt8(action = 'REJECT') AS rejected, toUInt16(intDiv(toUInt64(start) - %[4]d, 60)) AS first,
    toUInt16(if(duration > 60, least(intDiv(toUInt64(start) + least(duration, 600) - %[4]d, 60), 1439), first)) AS last
  FROM %[1]s.flows WHERE %[2]s AND bitAnd(bitShiftRight(role, 4), 7) != ` + duplicateWitness + `
)
GROUP BY ctx, stream, rejected`

var duplicateWitness = strconv.Itoa(int(record.WitnessDuplicate))

// knownSQL finds the own addresses of interfaces: the destination of what was
// taken there, the source of what was sent, and for records taken in between
// the side that the flow direction names. NODATA rows have none and only say
// that the interface logs, and a transit gateway's attachment has none either.
const knownSQL = `
SELECT ctx, arrayJoin(if(other = toIPv6('::'), [mine], [mine, other])) AS own,
  toUInt64(min(start)) AS first, toUInt64(max(start)) AS last, max(witness IN (3, 4)) AS translates,
  max(outward) AS sent, max(inward) AS received
FROM (
  SELECT ctx, start, bitAnd(bitShiftRight(role, 4), 7) AS witness, dictGet('%[1]s.paths_dict', 'flow_direction', path) AS direction,
    witness = 1 OR witness != 2 AND direction = 'ingress' AS inward, NOT inward AND (witness = 2 OR direction = 'egress') AS outward,
    multiIf(dictGet('%[1]s.contexts_dict', 'tgw_attachment_id', ctx) != '' OR dictGet('%[1]s.contexts_dict', 'tgw_id', ctx) != '', toIPv6('::'),
      inward, dstaddr, outward, srcaddr, toIPv6('::')) AS mine,
    multiIf(witness = 1, pkt_dstaddr, witness = 2, pkt_srcaddr, toIPv6('::')) AS other
  FROM %[1]s.flows WHERE %[2]s
)
GROUP BY ctx, own`

// undecided reports whether a day has rows of which no address is known to be the
// interface's own.
func undecided(ctx context.Context, st *store.Store, day store.Day) (bool, error) {
	var found proto.ColUInt8
	any := false
	sql := fmt.Sprintf("SELECT 1 AS found FROM %s.flows WHERE %s AND scopes != 0 AND bitAnd(bitShiftRight(role, 4), 7) = %d LIMIT 1",
		st.Database(), dayWhere(day), record.WitnessUnknown)
	_, err := st.Select(ctx, sql, engine.Options{}, proto.Results{{Name: "found", Data: &found}}, func(rows int) error {
		any = any || rows > 0
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("look for undecided rows of %s: %w", day, err)
	}
	return any, nil
}

// unknownSQL finds the ends that no interface of ours was known for when the
// row was decided: internal or private ones, and IPv6 ones of any scope. So it
// does with the destinations that were taken for not logging what they receive.
const unknownSQL = `
SELECT ctx, dictGet('%[1]s.sides_dict', 'network', side) AS network, addr, toUInt64(min(start)) AS first, toUInt64(max(start)) AS last FROM (
  SELECT ctx, start, end.1 AS addr, end.2 AS side, end.3 AS scope, end.4 AS quiet
  FROM (
    SELECT ctx, start, counted != 0 AND bitAnd(bitShiftRight(role, 4), 7) = 2 AND action != 'REJECT' AS unseen, arrayJoin([
      (if(pkt_srcaddr = toIPv6('::'), srcaddr, pkt_srcaddr), src_side, bitAnd(scopes, 7), false),
      (if(pkt_dstaddr = toIPv6('::'), dstaddr, pkt_dstaddr), dst_side, bitAnd(bitShiftRight(scopes, 3), 7), unseen)]) AS end
    FROM %[1]s.flows WHERE %[2]s AND scopes != 0
  )
)
WHERE (scope IN (1, 2) OR NOT startsWith(IPv6NumToString(addr), '::ffff:'))
  AND (quiet OR dictGet('%[1]s.sides_dict', 'interface_id', side) = '' AND dictGet('%[1]s.sides_dict', 'instance_id', side) = '')
GROUP BY ctx, network, addr`

func dayWhere(day store.Day) string {
	return fmt.Sprintf("start >= toDateTime(%d, 'UTC') AND start < toDateTime(%d, 'UTC')", day.Start().Unix(), day.Next().Start().Unix())
}

// storedContexts interns the context tuples of a day and returns their numbers
// by id.
func storedContexts(ctx context.Context, st *store.Store, reg *record.Registry, day store.Day) (map[uint64]uint32, error) {
	names := record.GroupContext.Names()
	quoted := make([]string, len(names))
	values := make([]proto.ColStr, len(names))
	var id proto.ColUInt64
	results := proto.Results{{Name: "id", Data: &id}}
	for i, name := range names {
		quoted[i] = "`" + name + "`"
		results = append(results, proto.ResultColumn{Name: name, Data: &values[i]})
	}
	numbers := map[uint64]uint32{}
	tuple := make([]string, len(names))
	sql := fmt.Sprintf("SELECT DISTINCT id, %s FROM %s.contexts WHERE id IN (SELECT DISTINCT ctx FROM %s.flows WHERE %s)",
		strings.Join(quoted, ", "), st.Database(), st.Database(), dayWhere(day))
	_, err := st.Select(ctx, sql, engine.Options{}, results, func(rows int) error {
		for row := range rows {
			for i := range values {
				tuple[i] = values[i].Row(row)
			}
			numbers[id[row]] = reg.Intern(record.GroupContext, tuple)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read contexts of %s: %w", day, err)
	}
	return numbers, nil
}

// streams tells which stream the rows of a part came from.
type streams struct {
	of    map[uint32]uint64
	list  []uint64 // each once
	parts []ledger.PartRows
	many  bool
}

func streamsOf(parts []ledger.PartRows) *streams {
	s := &streams{of: make(map[uint32]uint64, len(parts)), parts: parts}
	for _, p := range parts {
		stream := xxhash.Sum64String(p.Stream)
		s.of[p.Part] = stream
		if !slices.Contains(s.list, stream) {
			s.list = append(s.list, stream)
		}
	}
	s.many = len(s.list) > 1
	return s
}

// numbered is the SQL that gives the number in list of a row's stream.
func (s *streams) numbered() string {
	if !s.many {
		return "0"
	}
	var from, to strings.Builder
	for i, p := range s.parts {
		if i > 0 {
			from.WriteByte(',')
			to.WriteByte(',')
		}
		fmt.Fprintf(&from, "%d", p.Part)
		fmt.Fprintf(&to, "%d", slices.Index(s.list, s.of[p.Part]))
	}
	return "transform(part, [" + from.String() + "], [" + to.String() + "], " + strconv.Itoa(len(s.list)) + ")"
}

// group returns the batch with its rows in runs of one stream, in tmp when
// they have to move.
func (s *streams) group(b, tmp *record.Batch) (*record.Batch, []enrich.Segment) {
	if b.Len() == 0 || !b.Has(record.Part) {
		return b, []enrich.Segment{{Rows: b.Len()}}
	}
	part := b.Col(record.Part).U32
	// Fast path: all rows of the day are of one stream.
	if !s.many {
		return b, []enrich.Segment{{Rows: b.Len(), Stream: s.of[part[0]]}}
	}
	order := make([]int32, b.Len())
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int {
		a, c := s.of[part[x]], s.of[part[y]]
		switch {
		case a < c:
			return -1
		case a > c:
			return 1
		}
		return 0
	})
	var segments []enrich.Segment
	for _, row := range order {
		h := s.of[part[row]]
		if n := len(segments); n > 0 && segments[n-1].Stream == h {
			segments[n-1].Rows++
		} else {
			segments = append(segments, enrich.Segment{Rows: 1, Stream: h})
		}
	}
	tmp.Reset()
	tmp.AppendRows(b, order)
	return tmp, segments
}
