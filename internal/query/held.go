package query

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
)

// day is a UTC day that a table has rows of.
type day struct {
	at          time.Time
	first, last time.Time // of its rows, in whole units of the table
	rows        uint64
}

// held is what the store holds, as its parts tell: no row is read for it.
type held struct {
	tables  map[string][]day // by table, ascending
	marked  bool             // some records are deleted and not gone yet: those of table flows are too many
	digests []digest         // of all tables together, by day, ascending
	rest    uint64           // digest of what lies in no day, and of the dictionaries
}

// digest stands for what a day holds.
type digest struct {
	at  time.Time
	sum uint64
}

// hold looks up what the store holds. A merge makes one part of several and leaves what
// they hold, and so the numbers of their first and last inserts and of the last mutation;
// of table flows it leaves the rows. All else changes some of these, but for an engine that
// has begun anew to count inserts: that has loaded its dictionaries anew.
func (r *Runner) hold(ctx context.Context) (*held, error) {
	db := engine.QuoteText(r.cfg.Database)
	sql := fmt.Sprintf(`SELECT table, toUInt32OrZero(partition) AS day, toUInt64(sum(rows)) AS n, toInt64(toUnixTimestamp(min(min_time))), toInt64(toUnixTimestamp(max(max_time))), toUInt8(max(has_lightweight_delete)),
 cityHash64(table, day, min(min_block_number), max(max_block_number), max(toUInt64OrZero(splitByChar('_', name)[5])), if(table = '%[2]s', n, 0)) FROM system.parts WHERE database = %[1]s AND active GROUP BY table, day
UNION ALL SELECT name, toUInt32(0), element_count, toInt64(0), toInt64(0), toUInt8(0), cityHash64(name, toString(status), element_count, last_successful_update_time) FROM system.dictionaries WHERE database = %[1]s`, db, rawTable)
	var table proto.ColStr
	var partition proto.ColUInt32
	var rows, sum proto.ColUInt64
	var first, last proto.ColInt64
	var marked proto.ColUInt8
	h := &held{tables: map[string][]day{}}
	days := map[time.Time]uint64{}
	_, err := r.query(ctx, sql, nil, r.cfg.Limits, true, proto.Results{{Data: &table}, {Data: &partition}, {Data: &rows}, {Data: &first}, {Data: &last}, {Data: &marked}, {Data: &sum}}, func(n int) error {
		for i := range n {
			name, p := table.Row(i), int(partition[i])
			if p == 0 {
				h.rest ^= sum[i]
				continue
			}
			at := time.Date(p/10000, time.Month(p/100%100), p%100, 0, 0, 0, 0, time.UTC)
			days[at] ^= sum[i]
			h.marked = h.marked || name == rawTable && marked[i] != 0
			h.tables[name] = append(h.tables[name], day{at: at, first: time.Unix(first[i], 0).UTC(), last: time.Unix(last[i], 0).UTC(), rows: rows[i]})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up what the store holds: %w", err)
	}
	for _, list := range h.tables {
		slices.SortFunc(list, func(a, b day) int { return a.at.Compare(b.at) })
	}
	for at, sum := range days {
		h.digests = append(h.digests, digest{at, sum})
	}
	slices.SortFunc(h.digests, func(a, b digest) int { return a.at.Compare(b.at) })
	return h, nil
}

// over tells what answers over a range depend on: what its days hold, and which days
// beyond it have records, as gaps reach from one to another. Windows of records reach up
// to an hour into it. Zero times are no bounds.
func (h *held) over(since, until time.Time) string {
	if !since.IsZero() {
		since = since.Add(-maxSpread * time.Second).Truncate(24 * time.Hour)
	}
	sum, days := h.rest, 0
	for _, d := range h.digests {
		if !d.at.Before(since) && (until.IsZero() || d.at.Before(until)) {
			sum ^= d.sum
			days++
		}
	}
	var first, before, after int64
	for _, d := range h.tables[rawTable] {
		at := d.at.Unix()
		if first == 0 {
			first = at
		}
		switch {
		case d.at.Before(since):
			before = at
		case !until.IsZero() && !d.at.Before(until) && after == 0:
			after = at
		}
	}
	return fmt.Sprintf("%x %d %d %d %d", sum, days, first, before, after)
}

// leaner reports whether a roll-up has fewer rows in a range than another, and some of every
// day that the other has: it may be younger.
func (h *held) leaner(table, than string, since, until time.Time) bool {
	var rows, others uint64
	for _, d := range h.tables[than] {
		if d.last.Before(since) || !until.IsZero() && !d.first.Before(until) {
			continue
		}
		i, found := slices.BinarySearchFunc(h.tables[table], d.at, func(d day, at time.Time) int { return d.at.Compare(at) })
		if !found {
			return false
		}
		rows, others = rows+h.tables[table][i].rows, others+d.rows
	}
	return rows < others
}

// held returns what the store holds, looked up anew where no version is known.
func (r *Runner) held(ctx context.Context) (*held, error) {
	if r.version.held != nil {
		return r.version.held, nil
	}
	return r.hold(ctx)
}

// days lists the days with records, ascending.
func (r *Runner) days(ctx context.Context) ([]day, error) {
	h, err := r.held(ctx)
	if err != nil || !h.marked {
		if err != nil {
			return nil, err
		}
		return h.tables[rawTable], nil
	}
	sql := fmt.Sprintf("SELECT toUInt64(count()), toInt64(toUnixTimestamp(min(start))), toInt64(toUnixTimestamp(max(start))) FROM %s.flows GROUP BY toYYYYMMDD(start) ORDER BY toYYYYMMDD(start)", engine.QuoteName(r.cfg.Database))
	days, err := recall(ctx, r, time.Time{}, time.Time{}, "days", func() ([]day, int, error) {
		var rows proto.ColUInt64
		var first, last proto.ColInt64
		var days []day
		into := proto.Results{{Data: &rows}, {Data: &first}, {Data: &last}}
		_, err := r.query(ctx, sql, nil, r.cfg.Limits, true, into, func(n int) error {
			for i := range n {
				at := time.Unix(first[i], 0).UTC()
				days = append(days, day{at: at.Truncate(24 * time.Hour), first: at, last: time.Unix(last[i], 0).UTC(), rows: rows[i]})
			}
			return nil
		})
		return days, 64 * len(days), err
	})
	if err != nil {
		return nil, fmt.Errorf("list stored days: %w", err)
	}
	return days, nil
}
