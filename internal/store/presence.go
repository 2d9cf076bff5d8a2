package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Presence is what the stored records have: which fields, which verdicts, and how long
// their windows are.
type Presence struct {
	Records        uint64 // that were looked at: those of the newest days
	Fields         map[record.FieldID]bool
	Accept, Reject uint64
	Window         time.Duration // that nine of ten records fit into
}

// presenceDays is how many of the newest days are looked at.
const presenceDays = 3

// Presence looks at the newest days for what their records have.
func (s *Store) Presence(ctx context.Context) (Presence, error) {
	p := Presence{Fields: map[record.FieldID]bool{}}
	days, err := s.Days(ctx)
	if err != nil || len(days) == 0 {
		return p, err
	}
	first := days[max(0, len(days)-presenceDays)].Day
	from := fmt.Sprintf("start >= toDateTime(%d, 'UTC')", first.Start().Unix())
	exprs := []string{"count()", "countIf(action = 'ACCEPT')", "countIf(action = 'REJECT')", "toUInt64(greatest(0, quantileExact(0.9)(duration)))"}
	for _, id := range record.RowFields {
		exprs = append(exprs, fmt.Sprintf("countIf(bitAnd(%s, %d) = 0)", filter.ColumnName(record.Absent), record.AbsentBit(id)))
	}
	row, err := s.numbersOf(ctx, "look at what records have", fmt.Sprintf("SELECT %s FROM %s WHERE %s", named(exprs), s.table(tableFlows), from), len(exprs))
	if err != nil || len(row) == 0 {
		return p, err
	}
	n := row[0]
	p.Records, p.Accept, p.Reject, p.Window = n[0], n[1], n[2], time.Duration(n[3])*time.Second
	for i, id := range record.RowFields {
		p.Fields[id] = n[4+i] > 0
	}
	for _, g := range []struct {
		group   record.Group
		columns []string
	}{{record.GroupContext, []string{"ctx"}}, {record.GroupPath, []string{"path"}}, {record.GroupSide, []string{"src_side", "dst_side"}}} {
		var ids, counts []string
		for _, c := range g.columns {
			ids = append(ids, fmt.Sprintf("id IN (SELECT DISTINCT %s FROM %s WHERE %s)", c, s.table(tableFlows), from))
		}
		for _, name := range g.group.Names() {
			counts = append(counts, fmt.Sprintf("countIf(%s != '')", quote(name)))
		}
		sql := fmt.Sprintf("SELECT %s FROM %s WHERE %s", named(counts), s.table(tupleTables[g.group]), strings.Join(ids, " OR "))
		row, err := s.numbersOf(ctx, "look at what records have", sql, len(counts))
		if err != nil {
			return p, err
		}
		fields := record.Fields()
		for i := range fields {
			if slot, ok := slotOf(&fields[i], g.group); ok {
				p.Fields[fields[i].ID] = row[0][slot] > 0
			}
		}
	}
	return p, nil
}

// named gives expressions the names c0, c1, ...
func named(exprs []string) string {
	var b strings.Builder
	for i, e := range exprs {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s AS c%d", e, i)
	}
	return b.String()
}

// slotOf returns the place of a field in the tuples of a group.
func slotOf(f *record.Field, g record.Group) (int, bool) {
	switch f.Place {
	case record.PlaceContext:
		return f.Slot, g == record.GroupContext
	case record.PlacePath:
		return f.Slot, g == record.GroupPath
	case record.PlaceSrc, record.PlaceDst:
		return f.Slot, g == record.GroupSide
	}
	return 0, false
}
