package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/appgraph"
	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/enrich"
	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// committer stores loads: splits them by day, enriches, adds up, writes the
// manifest, inserts, acknowledges. It is not safe for concurrent use.
type committer struct {
	in    *Intake
	rolls *store.Rollup
	graph *appgraph.Graph
}

// dayBatch is the share of one day in a load.
type dayBatch struct {
	day      int32 // days since 1970
	batch    *record.Batch
	rows     []int32 // in the load
	segments []enrich.Segment
	perPart  []uint64 // rows by segment of the load
	owned    *record.Batch
}

func newCommitter(in *Intake) *committer {
	return &committer{in: in, rolls: store.NewRollup(in.cfg.Registry), graph: appgraph.NewGraph(in.cfg.Registry)}
}

// learn splits a load into days and gives the enricher what its rows teach.
func (c *committer) learn(ctx context.Context, l *load) error {
	l.days = c.split(l)
	for _, d := range l.days {
		if _, err := c.in.loadFacts(ctx, d.day); err != nil {
			return err
		}
		c.in.cfg.Facts.Learn(d.batch, d.day, d.segments)
	}
	return nil
}

// commit stores a load that was learned.
func (c *committer) commit(ctx context.Context, l *load) error {
	if l.batch.Len() == 0 && len(l.segments) == 0 {
		return c.finish(ctx, l, func() error { return c.in.cfg.Ledger.Finish(ctx, l.finished...) })
	}
	c.in.cfg.Step("sealed")
	began := time.Now()
	c.count(l)
	days := l.days
	touched := touchedDays(days)
	// What is known of the days must not change between the decision what their
	// rows mean and the moment when they are stored: who computes a day anew would
	// not see them.
	release, err := c.in.holdDays(ctx, touched)
	if err != nil {
		return err
	}
	defer release() //nolint:errcheck // unlocking cannot undo what is stored
	heard, err := c.enrich(ctx, days)
	if err != nil {
		return err
	}
	closed, err := c.in.cfg.Ledger.ClosedDays(ctx)
	if err != nil {
		return err
	}
	rolls, edges, err := c.addUp(days, closed)
	if err != nil {
		return err
	}
	batch, parts, err := c.in.cfg.Ledger.Manifest(ctx, ledger.Manifest{
		Parts: c.parts(l, days), Digest: c.in.cfg.Digest, Heard: heard, Recount: c.in.lateDays(),
	})
	if err != nil {
		return err
	}
	c.in.pending(batch, true)
	c.in.cfg.Step("manifest")
	c.number(l, days, parts)
	batches := make([]*record.Batch, len(days))
	for i, d := range days {
		batches[i] = d.batch
	}
	ready := time.Now()
	if err := c.write(ctx, batch, batches, rolls, edges, touched); err != nil {
		return fmt.Errorf("store batch %d: %w", batch, err)
	}
	c.in.cfg.Step("inserted")
	// Told to stop or not: what is stored is said to be.
	ctx = context.WithoutCancel(ctx)
	err = c.finish(ctx, l, func() error { return c.in.cfg.Ledger.Acknowledge(ctx, batch, l.finished...) })
	if err != nil {
		return err
	}
	c.in.pending(batch, false)
	c.in.cfg.Step("acknowledged")
	c.in.progress.Batches.Add(1)
	c.in.progress.Stored.Add(int64(l.batch.Len()))
	if c.in.cfg.Stored != nil {
		for i := range l.segments {
			c.in.cfg.Stored(l.segments[i].tag, l.segments[i].part.Counts)
		}
	}
	c.in.cfg.Log.Debug("batch stored", "batch", batch, "records", l.batch.Len(), "objects", len(l.segments), "days", len(days),
		"roll_up_rows", rolls.Rows(), "edges", edges.Len(), "filled_ms", ms(began.Sub(l.opened)), "enriched_ms", ms(ready.Sub(began)), "inserted_ms", ms(time.Since(ready)))
	return nil
}

// finish ends the load in the ledger, and gives back the objects that another try
// may read on.
func (c *committer) finish(ctx context.Context, l *load, end func() error) error {
	if err := end(); err != nil || len(l.released) == 0 {
		return err
	}
	return c.in.cfg.Ledger.Release(ctx, l.released...)
}

// write sends a batch until the store has it. An engine that dies over it comes
// back within a second, and may have stored all, some or nothing of it: then only
// the records that it lacks are sent again, and the roll-ups of the days are
// computed anew when the intake ends.
func (c *committer) write(ctx context.Context, batch uint64, batches []*record.Batch, rolls *store.Rollup, edges *store.EdgeRows, touched []uint32) error {
	in := c.in
	name := fmt.Sprintf("%s-%d", in.cfg.Ledger.Instance(), batch)
	token, gone, try := name, false, 0
	err := in.again(ctx, "store batch "+name, func() error {
		try++
		if !gone {
			err := in.writer.Write(ctx, token, batches, rolls, edges)
			gone = errors.Is(err, engine.ErrEngineGone)
			return err
		}
		left, err := in.writer.Unstored(ctx, token, batches)
		if err != nil {
			return err
		}
		token = fmt.Sprintf("%s.%d", name, try)
		return in.writer.Write(ctx, token, left, nil, nil)
	})
	if err != nil || !gone {
		return err
	}
	return in.cfg.Ledger.MarkDirty(ctx, ledger.Rollups, touched...)
}

func ms(d time.Duration) int64 { return d.Milliseconds() }

// again takes a step until the engine is there for it: an embedded one that died is
// back within a second, a server may take half a minute. The step must be one that
// may be taken twice.
func (in *Intake) again(ctx context.Context, doing string, step func() error) error {
	wait := 50 * time.Millisecond
	for try := 0; ; try++ {
		err := step()
		if err == nil || !engine.IsRetryable(err) || try == 20 {
			return err
		}
		log := in.cfg.Log.Debug
		if try > 0 {
			log = in.cfg.Log.Warn
		}
		log("trying again", "to", doing, "err", err)
		if in.cfg.Reconnect != nil {
			if err := in.cfg.Reconnect(ctx); err != nil {
				return err
			}
		}
		select {
		case <-time.After(wait):
			wait = min(2*wait, 2*time.Second)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// split sorts the rows of a load into days.
func (c *committer) split(l *load) []*dayBatch {
	n := l.batch.Len()
	if n == 0 {
		return nil
	}
	start := l.batch.Col(record.Start).Time
	first, last := dayOf(start[0]), dayOf(start[0])
	for _, t := range start {
		if t < int64(first)*nsPerDay {
			first = dayOf(t)
		} else if t >= int64(last+1)*nsPerDay {
			last = dayOf(t)
		}
	}
	// Fast path: one day, nothing is copied.
	if first == last {
		d := &dayBatch{day: first, batch: l.batch, perPart: make([]uint64, len(l.segments))}
		for i := range l.segments {
			d.add(i, &l.segments[i], l.segments[i].rows)
		}
		return []*dayBatch{d}
	}
	byDay := map[int32]*dayBatch{}
	row := 0
	for i := range l.segments {
		s := &l.segments[i]
		for end := row + s.rows; row < end; row++ {
			n := dayOf(start[row])
			d := byDay[n]
			if d == nil {
				d = &dayBatch{day: n, perPart: make([]uint64, len(l.segments)), owned: c.in.dayBatch()}
				d.batch = d.owned
				byDay[n] = d
			}
			d.rows = append(d.rows, int32(row))
			d.add(i, s, 1)
		}
	}
	days := make([]*dayBatch, 0, len(byDay))
	for _, d := range byDay {
		d.batch.AppendRows(l.batch, d.rows)
		days = append(days, d)
	}
	slices.SortFunc(days, func(a, b *dayBatch) int { return int(a.day - b.day) })
	return days
}

// add notes rows of a segment; rows of one segment come in one run.
func (d *dayBatch) add(i int, s *segment, rows int) {
	d.perPart[i] += uint64(rows)
	stream := xxhash.Sum64String(s.stream)
	if n := len(d.segments); n > 0 && d.segments[n-1].Stream == stream {
		d.segments[n-1].Rows += rows
		return
	}
	d.segments = append(d.segments, enrich.Segment{Rows: rows, Stream: stream})
}

const nsPerDay = int64(24 * time.Hour)

func dayOf(t int64) int32 {
	d := t / nsPerDay
	if t < 0 && t%nsPerDay != 0 {
		d--
	}
	return int32(d)
}

// storeDay is the store's number of a day, 20260131.
func storeDay(day int32) store.Day { return store.DayOf(int64(day) * nsPerDay) }

// enrich gives the rows their meaning. It returns how far the other processes had
// been followed when that of each day was learned.
func (c *committer) enrich(ctx context.Context, days []*dayBatch) (map[uint32]ledger.Heard, error) {
	heard := make(map[uint32]ledger.Heard, len(days))
	for _, d := range days {
		h, err := c.in.loadFacts(ctx, d.day)
		if err != nil {
			return nil, err
		}
		heard[uint32(storeDay(d.day))] = h
		if c.in.cfg.Before != nil {
			c.in.cfg.Before.Enrich(d.batch, d.day, d.segments)
		}
		c.in.cfg.Facts.Enrich(d.batch, d.day, d.segments)
	}
	return heard, nil
}

// addUp computes the share of the roll-ups. Those of closed days stay as they are.
func (c *committer) addUp(days []*dayBatch, closed []ledger.ClosedDay) (*store.Rollup, *store.EdgeRows, error) {
	c.rolls.Reset()
	c.graph.Reset()
	for _, d := range days {
		day := uint32(storeDay(d.day))
		if slices.ContainsFunc(closed, func(c ledger.ClosedDay) bool { return c.Day == day }) {
			continue
		}
		if err := c.rolls.Add(d.batch); err != nil {
			return nil, nil, err
		}
		c.graph.Add(d.batch)
	}
	return c.rolls, edgeRows(c.graph.Edges()), nil
}

// edgeRows hands the graph's columns to the store.
func edgeRows(e *appgraph.Edges) *store.EdgeRows {
	return &store.EdgeRows{
		Hour: e.Hour, Client: e.Client, Server: e.Server,
		ServicePort: e.ServicePort, Protocol: e.Protocol, Action: e.Action,
		Flows: e.Flows, BytesToServer: e.BytesToServer, BytesToClient: e.BytesToClient,
		PacketsToServer: e.PacketsToServer, PacketsToClient: e.PacketsToClient,
		FirstSeen: e.FirstSeen, LastSeen: e.LastSeen, Peers: e.Peers,
	}
}

// touchedDays are the days of the rows and of their share of the roll-ups: a
// window can reach past midnight.
func touchedDays(days []*dayBatch) []uint32 {
	var touched []uint32
	for _, d := range days {
		touched = append(touched, uint32(storeDay(d.day)), uint32(storeDay(d.day+1)))
	}
	slices.Sort(touched)
	return slices.Compact(touched)
}

// parts completes what the ledger is to know about the shares of objects.
func (c *committer) parts(l *load, days []*dayBatch) []ledger.Part {
	parts := make([]ledger.Part, len(l.segments))
	for i := range l.segments {
		p := &l.segments[i].part
		p.Days = p.Days[:0]
		for _, d := range days {
			if d.perPart[i] > 0 {
				p.Days = append(p.Days, ledger.DayRows{Day: uint32(storeDay(d.day)), Rows: d.perPart[i]})
			}
		}
		for n := len(p.Days); n > 0; n-- { // the morning after, unless it has rows itself
			next := uint32(storeDay(dayNumber(p.Days[n-1].Day) + 1))
			if !slices.ContainsFunc(p.Days, func(d ledger.DayRows) bool { return d.Day == next }) {
				p.Days = append(p.Days, ledger.DayRows{Day: next})
			}
		}
		parts[i] = *p
	}
	return parts
}

func dayNumber(day uint32) int32 {
	t := time.Date(int(day/10000), time.Month(day/100%100), int(day%100), 0, 0, 0, 0, time.UTC)
	return dayOf(t.UnixNano())
}

// count fills in what the parts hold.
func (c *committer) count(l *load) {
	slot := record.Get(record.LogStatus).Slot
	reg := c.in.cfg.Registry
	status := make([]uint8, reg.Len(record.GroupContext))
	for n := range status {
		switch reg.Tuple(record.GroupContext, uint32(n)).Value(slot) {
		case record.StatusNoData:
			status[n] = 1
		case record.StatusSkipData:
			status[n] = 2
		}
	}
	start := l.batch.Col(record.Start).Time
	row := 0
	for i := range l.segments {
		s := &l.segments[i]
		counts := &s.part.Counts
		counts.Stored = uint64(s.rows)
		for end := row + s.rows; row < end; row++ {
			switch status[l.batch.Context[row]] {
			case 1:
				counts.NoData++
			case 2:
				counts.SkipData++
			}
			t := start[row] / int64(time.Second)
			if counts.MinStart == 0 || t < counts.MinStart {
				counts.MinStart = t
			}
			counts.MaxStart = max(counts.MaxStart, t)
		}
		c.in.progress.NoData.Add(int64(counts.NoData))
		c.in.progress.SkipData.Add(int64(counts.SkipData))
	}
}

// number writes the part numbers into the rows.
func (c *committer) number(l *load, days []*dayBatch, parts []uint32) {
	for _, d := range days {
		d.batch.Use(record.Part)
		part := d.batch.Col(record.Part).U32
		row := 0
		for i, n := range d.perPart {
			for end := row + int(n); row < end; row++ {
				part[row] = parts[i]
			}
		}
	}
}

// recycle gives the batches of a load's days back.
func (c *committer) recycle(l *load) {
	for _, d := range l.days {
		if d.owned != nil {
			d.owned.Reset()
			c.in.dayBatches.Put(d.owned)
		}
	}
	l.days = nil
}

func (in *Intake) dayBatch() *record.Batch {
	if b, ok := in.dayBatches.Get().(*record.Batch); ok {
		return b
	}
	return record.NewBatch(record.KindFlow, in.cfg.Registry)
}
