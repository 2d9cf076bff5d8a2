package query

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Plan says how a request is answered.
type Plan struct {
	Table string // "flows" for the raw rows, else the roll-up
	Why   string // one sentence
	SQL   string // with {name:Type} for the values of Params
	// Params are the values bound in SQL.
	Params map[string]string

	statement statement
}

// The roll-ups that requests can be answered from. Edges are not among them:
// their ends are nodes of the graph of apps, which no field of a record is.
const (
	rawTable      = "flows"
	minuteTable   = "roll_minute"
	hourTable     = "roll_hour"
	publicTable   = "roll_public"
	rejectedTable = "roll_rejected"
	coarseTable   = "roll_coarse"
)

var rollTables = []string{minuteTable, hourTable, publicTable, rejectedTable, coarseTable}

// plan chooses the table. A roll-up is taken only where it gives the same
// numbers as the raw rows.
func (r *Runner) plan(ctx context.Context, q *checked) (Plan, error) {
	c := newCompiler(q, r.cfg.Database)
	if !q.aggregating() {
		st := c.records()
		return newPlan(rawTable, "records are rows of it", st), nil
	}
	g, err := c.group()
	if err != nil {
		return Plan{}, err
	}
	s, table, why, err := r.source(ctx, c, g)
	switch {
	case err != nil:
		return Plan{}, err
	case table != rawTable:
		return newPlan(table, why, c.aggregates(g, s, "")), nil
	case q.spreads():
		return newPlan(table, why, c.spread(g)), nil
	default:
		return newPlan(table, why, c.aggregates(g, s, and(c.live(), c.newer(s.time)))), nil
	}
}

// source chooses what groups are made over, and says why.
func (r *Runner) source(ctx context.Context, c *compiler, g group) (s source, table, why string, err error) {
	reason := "it is the only table with all that is asked for"
	tries := []func(context.Context, *compiler) (source, string, string, error){r.fromMinutes, r.fromHours, r.fromPublic, r.fromRejected, r.fromCoarse}
	if c.q.hourly() && c.isCoarse() {
		h, err := r.held(ctx)
		if err != nil {
			return s, "", "", err
		}
		if h.leaner(coarseTable, publicTable, c.q.since(), c.q.Until) {
			tries = slices.Insert(tries, 2, r.fromCoarse)
		}
	}
	for _, try := range tries {
		s, table, why, err := try(ctx, c)
		s.join = c.join(g)
		if err != nil || table != "" {
			return s, table, why, err
		}
		if why != "" {
			reason = why
		}
	}
	return c.raw(g), rawTable, reason, nil
}

func newPlan(table, why string, st statement) Plan {
	return Plan{Table: table, Why: why, SQL: st.sql, Params: st.params, statement: st}
}

// aggregatesOnly reports whether every aggregate is count or the sum of one of
// the fields.
func (q *checked) aggregatesOnly(sums ...record.FieldID) bool {
	return !slices.ContainsFunc(q.Aggregates, func(a Aggregate) bool {
		return a.Function != Count && (a.Function != Sum || !slices.Contains(sums, a.Field))
	})
}

func aligned(t time.Time, unit time.Duration) bool { return t.IsZero() || t.Truncate(unit).Equal(t) }

// spreadTable is a roll-up with counters spread over the units of time of each
// record's window.
type spreadTable struct {
	name, time string
	tuple      string // its column of context ids
	unit       time.Duration
	fields     []record.FieldID // fields of the context that it tells apart; nil: all
	why        string
}

// The store tells places apart by the minute and interfaces by the hour.
var (
	minutes = spreadTable{
		name: minuteTable, time: "minute", tuple: "place", unit: time.Minute, fields: PlaceFields,
		why: "it asks for nothing but accounts, networks, action and protocol by the minute",
	}
	hours = spreadTable{
		name: hourTable, time: "hour", tuple: "ctx", unit: time.Hour,
		why: "it asks for nothing but interfaces, action and protocol by the hour",
	}
)

// PlaceFields are the fields of a context that the roll-up by minute keeps, as
// the store has them.
var PlaceFields = []record.FieldID{record.AccountID, record.VPCID, record.Region, record.LogStatus}

func (r *Runner) fromMinutes(ctx context.Context, c *compiler) (s source, table, why string, err error) {
	return r.fromSpread(ctx, c, minutes)
}

func (r *Runner) fromHours(ctx context.Context, c *compiler) (s source, table, why string, err error) {
	return r.fromSpread(ctx, c, hours)
}

// knows reports whether the roll-up tells a field's values apart.
func (t spreadTable) knows(id record.FieldID) bool {
	return record.Get(id).Place == record.PlaceContext && (t.fields == nil || slices.Contains(t.fields, id)) ||
		id == record.ActionField || id == record.Protocol
}

// fromSpread answers from a roll-up with spread counters when only what it knows
// tells records apart. Without buckets a record counts whole at its start, and
// there its bytes are spread: then the bytes add up the same only over all that
// is stored.
func (r *Runner) fromSpread(ctx context.Context, c *compiler, t spreadTable) (s source, table, why string, err error) {
	q := c.q
	if !q.aggregatesOnly(record.Bytes, record.Packets) {
		return s, "", "roll-ups know counts and sums of bytes and packets only", nil
	}
	for _, id := range q.GroupBy {
		if !t.knows(id) {
			return s, "", record.Get(id).Name + " is not in " + t.name, nil
		}
	}
	for _, id := range q.bound.Fields() {
		if !t.knows(id) {
			return s, "", "the filter tests " + record.Get(id).Name + ", which is not in " + t.name, nil
		}
	}
	for _, name := range c.reads {
		if !slices.Contains([]string{"ctx", "action", "protocol", "absent"}, name) {
			return s, "", "the filter tests " + name + ", which is in no roll-up", nil
		}
	}
	since, until := q.Since, q.Until
	if !aligned(since, t.unit) || !aligned(until, t.unit) || q.Bucket%t.unit != 0 {
		return s, "", "range and buckets are not whole " + t.time + "s", nil
	}
	sums := slices.ContainsFunc(q.Aggregates, Aggregate.isCounter)
	if q.Bucket == 0 && sums && (!since.IsZero() || !until.IsZero()) {
		all, err := r.coversAll(ctx, since, until)
		if err != nil {
			return s, "", "", err
		}
		if !all {
			return s, "", "the roll-up spreads bytes and packets over time, and without buckets they count at the start", nil
		}
		since, until = time.Time{}, time.Time{}
	}
	if q.New {
		since = q.since()
	}
	within := between(t.time, "", since, until)
	rows := fmt.Sprintf("(SELECT *, %s AS ctx, toUInt32(if(protocol = 0, %d, 0) + if(action = '', %d, 0)) AS absent FROM %s%s)",
		t.tuple, record.AbsentBit(record.Protocol), record.AbsentBit(record.ActionField), c.table(t.name), clause("WHERE", within))
	usesProtocol := slices.Contains(q.GroupBy, record.Protocol) || slices.Contains(c.reads, "protocol")
	if usesProtocol {
		// The roll-up has 0 for an absent protocol. A heartbeat never has one, and
		// neither has a note of lost records that names no other.
		ambiguous, err := r.any(ctx, since, until, fmt.Sprintf("SELECT 1 FROM %s%s LIMIT 1", rows,
			clause("WHERE", and("protocol = 0", "NOT "+c.statusIs(record.StatusNoData), "NOT "+c.statusIs(record.StatusSkipData)))))
		if err != nil {
			return s, "", "", err
		}
		if ambiguous {
			return s, "", "the roll-up does not tell protocol 0 from none", nil
		}
	}
	s = source{from: rows, where: and(c.scope(), c.where), time: t.time, sums0: true}
	prefix, newer := "", c.newer(t.time)
	switch {
	case q.Records:
		prefix = "all_"
		counted := ""
		if !c.quietVisible() {
			counted = "NOT " + c.quiet()
		}
		s.count, s.some = call("sum", "", "records", and(counted, newer)), and("records > 0", counted)
	case c.quietVisible():
		s.count = call("sum", "", "flows", newer) + " + " + call("sum", "", "records", and(c.quiet(), newer))
		s.some = "(flows > 0 OR records > 0 AND " + c.quiet() + ")"
	default:
		s.count, s.some = call("sum", "", "flows", newer), "flows > 0"
	}
	s.sums = map[record.FieldID]string{record.Bytes: call("sum", "", prefix+"bytes", newer), record.Packets: call("sum", "", prefix+"packets", newer)}
	return s, t.name, t.why, nil
}

// hourly reports whether a request may be answered from a roll-up by the hour,
// which knows flows with traffic, counted once, whole at their start.
func (q *checked) hourly(sums ...record.FieldID) bool {
	return q.TrafficOnly && !q.Records && q.aggregatesOnly(sums...) &&
		(q.Bucket == 0 || q.Bucket%time.Hour == 0 && q.aggregatesOnly()) &&
		aligned(q.Since, time.Hour) && aligned(q.Until, time.Hour)
}

// fromPublic answers who talks across the border: filters of direction:inbound
// and src_scope:public, or the same outbound, perhaps with an action.
func (r *Runner) fromPublic(ctx context.Context, c *compiler) (s source, table, why string, err error) {
	q := c.q
	if !q.hourly(record.Bytes) || !q.Scope.All {
		return s, "", "", nil
	}
	terms := conjuncts(q.bound.String())
	action := ""
	for _, verdict := range []record.Action{record.Accept, record.Reject} {
		if i := slices.Index(terms, "action:"+verdict.String()); i >= 0 {
			action, terms = verdict.String(), slices.Delete(slices.Clone(terms), i, i+1)
			break
		}
	}
	slices.Sort(terms)
	place, addr, side, direction := record.PlaceSrc, record.SrcAddr, "src_side", 1
	switch strings.Join(terms, " ") {
	case "direction:inbound src_scope:public":
	case "direction:outbound dst_scope:public":
		place, addr, side, direction = record.PlaceDst, record.DstAddr, "dst_side", 2
	default:
		return s, "", "", nil
	}
	for _, id := range q.GroupBy {
		if record.Get(id).Place != place && id != addr && id != record.ActionField {
			return s, "", "", nil
		}
	}
	within := and(between("hour", "", q.since(), q.Until), fmt.Sprintf("direction = %d", direction))
	folded, err := r.any(ctx, q.since(), q.Until, fmt.Sprintf("SELECT 1 FROM %s WHERE %s LIMIT 1", c.table(publicTable), and(within, "addr = toIPv6('::')")))
	if err != nil {
		return s, "", "", err
	}
	if folded {
		return s, "", "the roll-up of public addresses was bounded there", nil
	}
	if action != "" {
		within = and(within, "action = '"+action+"'")
	}
	newer := c.newer("hour")
	s = source{
		from: fmt.Sprintf("(SELECT *, addr AS %s, side AS %s, toUInt32(if(action = '', %d, 0)) AS absent FROM %s WHERE %s)",
			record.Get(addr).Name, side, record.AbsentBit(record.ActionField), c.table(publicTable), within),
		time: "hour", count: call("sum", "", "flows", newer), sums0: true, some: "flows > 0",
		sums: map[record.FieldID]string{record.Bytes: call("sum", "", "bytes", newer)},
	}
	return s, publicTable, "it asks for public addresses across the border by the hour", nil
}

// fromRejected answers what was refused: filter action:REJECT, by destination.
func (r *Runner) fromRejected(ctx context.Context, c *compiler) (s source, table, why string, err error) {
	q := c.q
	if !q.hourly(record.Packets) || !q.Scope.All || q.bound.String() != "action:REJECT" {
		return s, "", "", nil
	}
	for _, id := range q.GroupBy {
		if record.Get(id).Place != record.PlaceDst && id != record.DstAddr {
			return s, "", "", nil
		}
	}
	// The roll-up leaves out what has no destination; the one by minute does not.
	within := between("hour", "", q.since(), q.Until)
	lacking, err := r.any(ctx, q.since(), q.Until, fmt.Sprintf("SELECT 1 WHERE (SELECT sum(flows) FROM %s%s) != (SELECT sum(flows) FROM %s%s)",
		c.table(rejectedTable), clause("WHERE", and(within, "dstaddr != toIPv6('::')")),
		c.table(minuteTable), clause("WHERE", and(between("minute", "", q.since(), q.Until), "action = 'REJECT'"))))
	if err != nil {
		return s, "", "", err
	}
	if lacking {
		return s, "", "the roll-up of rejected destinations was bounded there", nil
	}
	newer := c.newer("hour")
	s = source{
		from: fmt.Sprintf("(SELECT *, side AS dst_side, toUInt32(0) AS absent FROM %s%s)", c.table(rejectedTable), clause("WHERE", within)),
		time: "hour", count: call("sum", "", "flows", newer), sums0: true, some: "flows > 0",
		sums: map[record.FieldID]string{record.Packets: call("sum", "", "packets", newer)},
	}
	return s, rejectedTable, "it asks for rejected destinations by the hour", nil
}

// coarseColumns are what roll_coarse has of table flows, or can stand for: of the role it has
// the initiator, of what is absent the verdict.
var coarseColumns = []string{"ctx", "path", "src_side", "dst_side", "action", "role", "scopes", "absent"}

// fromCoarse counts what is told by tuples, verdict, initiator and scopes: it asks for no
// address and no port.
func (r *Runner) fromCoarse(ctx context.Context, c *compiler) (s source, table, why string, err error) {
	q := c.q
	if !q.hourly() || !c.isCoarse() {
		return s, "", "", nil
	}
	within := between("hour", "", q.since(), q.Until)
	folded, err := r.any(ctx, q.since(), q.Until, fmt.Sprintf("SELECT 1 FROM %s%s LIMIT 1", c.table(coarseTable), clause("WHERE", and(within, "scopes = 255"))))
	if err != nil {
		return s, "", "", err
	}
	if folded {
		return s, "", "the roll-up of all but addresses and ports was bounded there", nil
	}
	newer := c.newer("hour")
	s = source{
		from: fmt.Sprintf("(SELECT *, initiator AS role, toUInt32(if(action = '', %d, 0)) AS absent FROM %s%s)",
			record.AbsentBit(record.ActionField), c.table(coarseTable), clause("WHERE", within)),
		where: and(c.scope(), c.where), time: "hour", count: call("sum", "", "flows", newer), sums0: true, some: "flows > 0",
	}
	return s, coarseTable, "it counts, by the hour, and asks for no address and no port", nil
}

// isCoarse reports whether roll_coarse has what groups and filter are made of.
func (c *compiler) isCoarse() bool {
	return c.coarseFields(c.q.GroupBy) && c.coarseFields(c.q.bound.Fields()) &&
		!slices.ContainsFunc(c.reads, func(name string) bool { return !slices.Contains(coarseColumns, name) })
}

func (c *compiler) coarseFields(fields []record.FieldID) bool {
	for _, id := range fields {
		if f := record.Get(id); f.Place == record.PlaceEither {
			if !c.coarseFields(f.Of[:]) {
				return false
			}
			continue
		}
		e := c.schema.Column(id)
		text := quotedText.ReplaceAllString(strings.Join([]string{e.Value, e.Present, e.Text, e.Nanos}, " "), "''")
		if strings.Contains(text, "bitShiftRight(role") { // its reason, or the witness
			return false
		}
		for _, word := range words.FindAllString(text, -1) {
			if fine[word] || slices.Contains(coarse, word) && !slices.Contains(coarseColumns, word) || word == "absent" && id != record.ActionField {
				return false
			}
		}
	}
	return true
}

// conjuncts splits the canonical text of a filter that is nothing but words
// joined by AND; nil for any other.
func conjuncts(text string) []string {
	terms := strings.Split(text, " AND ")
	for _, t := range terms {
		if strings.ContainsAny(t, " ()\"/[]{}*?") {
			return nil
		}
	}
	return terms
}
