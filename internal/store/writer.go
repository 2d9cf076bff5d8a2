package store

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/record"
)

// Writer stores batches. A process has one for each registry. It is safe for
// concurrent use: batches are encoded side by side.
type Writer struct {
	s      *Store
	tuples *tupleWriter
	pool   sync.Pool // of *encoder
}

// Writer returns a writer of batches whose tuples are in reg.
func (s *Store) Writer(reg *record.Registry) *Writer {
	return &Writer{
		s:      s,
		tuples: &tupleWriter{s: s, reg: reg},
		pool:   sync.Pool{New: func() any { return new(encoder) }},
	}
}

// EdgeRows are rows of table edges as columns of one length.
type EdgeRows struct {
	Hour           []uint32 // start of the hour, seconds since 1970
	Client, Server []uint32 // side tuple numbers of the nodes
	ServicePort    []uint16 // 0 when it is not known which side serves
	Protocol       []uint8
	Action         []uint8 // record.Action

	Flows                            []uint64
	BytesToServer, BytesToClient     []uint64
	PacketsToServer, PacketsToClient []uint64
	FirstSeen, LastSeen              []uint32    // seconds since 1970: first start, last end
	Peers                            [4][]uint64 // 256-bit map of the address pairs, for linear counting
}

// Len returns how many edges there are.
func (e *EdgeRows) Len() int { return len(e.Hour) }

// Write stores batches, each of one UTC day, and what was added up from them;
// rolls and edges may be nil. New tuples go first, then the records, then the
// roll-ups. Sending the same batches under the same token again stores what is
// not stored yet, as long as the engine lives: see [Writer.Unstored]. Nothing is
// kept of the arguments.
//
// When it fails, any of the tables may have been written. [engine.IsRetryable]
// errors may pass when the call is repeated; [ErrDiskFull] will not until there
// is room.
func (w *Writer) Write(ctx context.Context, token string, batches []*record.Batch, rolls *Rollup, edges *EdgeRows) error {
	if err := w.tuples.store(ctx); err != nil {
		return err
	}
	enc := w.pool.Get().(*encoder)
	defer w.pool.Put(enc)
	for i, b := range batches {
		if b.Len() == 0 {
			continue
		}
		if err := w.writeFlows(ctx, enc, fmt.Sprintf("%s/%d", token, i), tableFlows, b); err != nil {
			return err
		}
		w.s.cfg.Step("flows")
	}
	// Side by side: they are small, and most of their time is the disk's.
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(parallelRolls)
	if rolls != nil {
		for _, d := range rolls.days[:rolls.used] {
			w.writeRolls(ctx, group, enc, token, d)
		}
	}
	if edges != nil && edges.Len() > 0 {
		w.writeEdges(ctx, group, enc, token, edges)
	}
	return group.Wait()
}

// parallelRolls is how many inserts of roll-ups a write does at a time.
const parallelRolls = 4

// Flush makes the names behind all stored records visible to readers. Write
// does so itself at most about once a second; call Flush when intake pauses and
// before it ends.
func (w *Writer) Flush(ctx context.Context) error { return w.tuples.flush(ctx) }

func (w *Writer) writeFlows(ctx context.Context, enc *encoder, token, table string, b *record.Batch) error {
	times := b.Col(record.Start).Time
	first, last := times[0], times[0]
	for _, t := range times {
		first, last = min(first, t), max(last, t)
	}
	day := DayOf(first)
	if first < 0 || DayOf(last) != day {
		return fmt.Errorf("store batch: its records start from %s to %s, which is not one day", day, DayOf(last))
	}
	block, err := enc.encode(b)
	if err != nil {
		return err
	}
	return w.s.insert(ctx, "store records of "+day.String(), table, block, tokenOf(token, day, table))
}

// tokenOf also makes the token begin the statement's id, so that it can be ended.
func tokenOf(token string, day Day, table string) engine.Options {
	return engine.Options{ID: token + "/" + randomName(), Token: fmt.Sprintf("%s/%d/%s", token, day, table)}
}

// Unstored returns those of the batches whose records the store does not hold, after
// a Write with one batch for each day was cut off because the engine was gone, and
// after what is left of it has ended. They are to be written under another token,
// without roll-ups, and the roll-ups of their days recomputed.
//
// An engine that died cannot be trusted with its tokens: it notes a token before
// the rows are in place, so one that dies in between takes the rows for stored (seen
// in 1 of 150 kills).
func (w *Writer) Unstored(ctx context.Context, token string, batches []*record.Batch) ([]*record.Batch, error) {
	if err := w.s.endAll(ctx, token+"/"); err != nil {
		return nil, err
	}
	var left []*record.Batch
	for _, b := range batches {
		if b.Len() == 0 {
			continue
		}
		day := DayOf(b.Col(record.Start).Time[0])
		first, last := partsOf(b)
		rows, err := w.s.numbersOf(ctx, "look for records of "+day.String(), fmt.Sprintf(
			"SELECT count() AS c0 FROM %s WHERE %s AND part BETWEEN %d AND %d", w.s.table(tableFlows), day.within("start"), first, last), 1)
		if err != nil {
			return nil, err
		}
		switch n := rows[0][0]; n {
		case 0:
			left = append(left, b)
		case uint64(b.Len()):
		default:
			return nil, fmt.Errorf("look for records of %s: %d of %d are stored", day, n, b.Len())
		}
	}
	return left, nil
}

// partsOf returns the lowest and the highest part number of a batch. A manifest
// gives out numbers in a row, so all between are the batch's, too.
func partsOf(b *record.Batch) (first, last uint32) {
	parts := b.Col(record.Part).U32
	first, last = parts[0], parts[0]
	for _, p := range parts {
		first, last = min(first, p), max(last, p)
	}
	return first, last
}

// writeRolls stores the roll-ups of one day's records. The ends of the last
// windows may lie in the next day, whose partition gets an insert of its own:
// an insert into two partitions is not atomic.
func (w *Writer) writeRolls(ctx context.Context, group *errgroup.Group, enc *encoder, token string, d *dayRolls) {
	day := dayFromNumber(d.day)
	for _, part := range []struct {
		token string
		table string
		block *block
	}{
		{token, tableMinute, enc.spread(w.tuples.reg, d.day, &d.minutes, minuteRows)},
		{token + "/spill", tableMinute, enc.spread(w.tuples.reg, d.day, &d.minutes, minuteRows.nextDay())},
		{token, tableHour, enc.spread(w.tuples.reg, d.day, &d.hours, hourlyRows)},
		{token + "/spill", tableHour, enc.spread(w.tuples.reg, d.day, &d.hours, hourlyRows.nextDay())},
		{token, tablePublic, enc.public(w.tuples.reg, d)},
		{token, tableRejected, enc.rejected(w.tuples.reg, d)},
		{token, tableCoarse, enc.coarse(w.tuples.reg, d)},
	} {
		if part.block == nil {
			continue
		}
		group.Go(func() error {
			defer w.s.cfg.Step("roll")
			return w.s.insert(ctx, "store "+part.table+" of "+day.String(), part.table, part.block, tokenOf(part.token, day, part.table))
		})
	}
}

// writeEdges stores edges, an insert for each day.
func (w *Writer) writeEdges(ctx context.Context, group *errgroup.Group, enc *encoder, token string, e *EdgeRows) {
	days := map[uint32][]int32{}
	var order []uint32
	for i, hour := range e.Hour {
		day := hour / secondsPerDay
		if days[day] == nil {
			order = append(order, day)
		}
		days[day] = append(days[day], int32(i))
	}
	for _, n := range order {
		day := dayFromNumber(n)
		block := enc.edges(w.tuples.reg, e, days[n])
		group.Go(func() error {
			return w.s.insert(ctx, "store edges of "+day.String(), tableEdges, block, tokenOf(token, day, tableEdges))
		})
	}
}

// insert sends a block and waits until it is stored and nothing reads its memory
// any more.
func (s *Store) insert(ctx context.Context, doing, table string, b *block, o engine.Options) error {
	if err := s.Own(ctx); err != nil {
		return explain(doing, err)
	}
	body, size := b.body()
	_, err := s.conn.InsertData(ctx, b.insertInto(s.cfg.Database, table), "Native", s.options(o), body, size)
	<-body.closed
	return explain(doing, err)
}
