package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/ledger"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/state"
	"github.com/weir-flow/weir/internal/store"
)

// holdDays holds days, shared with whoever else stores rows of them, until release
// is called. Nobody computes them anew meanwhile.
func (in *Intake) holdDays(ctx context.Context, days []uint32) (release func() error, err error) {
	for {
		release, err := state.LockDays(ctx, in.cfg.Dir, days, state.Shared)
		if err != nil {
			return nil, err
		}
		half, err := in.halfDone(ctx, days)
		dropping, closedErr := in.halfDropped(ctx, days)
		if err = errors.Join(err, closedErr); err == nil && len(half)+len(dropping) == 0 {
			return release, nil
		}
		if err := errors.Join(err, release()); err != nil {
			return nil, err
		}
		for _, day := range dropping {
			if err := in.finishDropOf(ctx, day); err != nil {
				return nil, err
			}
		}
		for _, day := range half {
			if err := in.finishDay(ctx, day); err != nil {
				return nil, err
			}
		}
	}
}

// halfDone returns which of the days somebody was replacing when he died. Such a
// day is dirty, so as a rule the ledger alone can tell that there is none.
func (in *Intake) halfDone(ctx context.Context, days []uint32) ([]store.Day, error) {
	dirty, err := in.cfg.Ledger.DirtyDays(ctx)
	if err != nil || !slices.ContainsFunc(dirty, func(d ledger.DirtyDay) bool { return d.What == ledger.Counted && slices.Contains(days, d.Day) }) {
		return nil, err
	}
	var half []store.Day
	err = in.again(ctx, "look for days half done", func() error {
		half, err = in.cfg.Store.HalfDone(ctx)
		return err
	})
	return slices.DeleteFunc(half, func(d store.Day) bool { return !slices.Contains(days, uint32(d)) }), err
}

// halfDropped returns which of the days somebody was dropping when he died: while
// he lives he holds them alone.
func (in *Intake) halfDropped(ctx context.Context, days []uint32) (half []store.Day, err error) {
	closed, err := in.cfg.Ledger.ClosedDays(ctx)
	for _, d := range closed {
		if !d.Dropped && slices.Contains(days, d.Day) {
			half = append(half, store.Day(d.Day))
		}
	}
	return half, err
}

// FinishDays ends replacements of days that were cut off. It waits for those that
// are under way.
func (in *Intake) FinishDays(ctx context.Context) error {
	var half []store.Day
	err := in.again(ctx, "look for days half done", func() (err error) {
		half, err = in.cfg.Store.HalfDone(ctx)
		return err
	})
	for _, day := range half {
		err = errors.Join(err, in.finishDay(ctx, day))
	}
	return err
}

func (in *Intake) finishDay(ctx context.Context, day store.Day) (err error) {
	release, err := in.ownDays(ctx, day)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	// Its roll-ups may be those of before.
	if err := in.cfg.Ledger.MarkDirty(ctx, ledger.Counted, uint32(day)); err != nil {
		return err
	}
	return in.again(ctx, "finish a day", func() error { return in.cfg.Store.FinishDay(ctx, day) })
}

// ownDays holds days alone, with those after them, where the ends of their last
// windows lie.
func (in *Intake) ownDays(ctx context.Context, days ...store.Day) (release func() error, err error) {
	var all []uint32
	for _, day := range days {
		all = append(all, uint32(day), uint32(day.Next()))
	}
	return state.LockDays(ctx, in.cfg.Dir, all, state.Exclusive)
}

// loadFacts makes the enricher know what is stored of a day already. It returns how
// far the other processes had been followed when that was read.
func (in *Intake) loadFacts(ctx context.Context, day int32) (ledger.Heard, error) {
	in.loading.Lock()
	defer in.loading.Unlock()
	if h, ok := in.heard[day]; ok && in.cfg.Facts.Knows(day) {
		return h, nil
	}
	h, err := in.cfg.Ledger.Hear(ctx)
	if err != nil {
		return h, err
	}
	if in.cfg.Load != nil {
		err = in.again(ctx, "load what is known", func() error { return in.cfg.Load(ctx, storeDay(day), true) })
	}
	in.heard[day] = h
	return h, err
}

// lateDays returns the days that hold rows decided before a fact about them was
// known, in this intake. It names a day until it is computed anew, as the rows that
// taught the fact may be stored late.
func (in *Intake) lateDays() []uint32 {
	in.mu.Lock()
	defer in.mu.Unlock()
	for _, day := range in.cfg.Facts.TakeDirty() {
		in.late[uint32(storeDay(day))] = true
	}
	days := make([]uint32, 0, len(in.late))
	for day := range in.late {
		days = append(days, day)
	}
	return days
}

// rebuildPasses bounds how often a day is computed anew in a row. The first time
// teaches all there is to learn, but for what one day says of another.
const rebuildPasses = 3

// Rebuild computes the days anew that are marked dirty: their roll-ups, and
// where facts came late the meaning of their rows.
func (in *Intake) Rebuild(ctx context.Context) error {
	for range rebuildPasses {
		if late := in.lateDays(); len(late) > 0 {
			// Others may have cleared them, not knowing what this one knows.
			if err := in.cfg.Ledger.MarkDirty(ctx, ledger.Counted, late...); err != nil {
				return err
			}
		}
		dirty, err := in.cfg.Ledger.DirtyDays(ctx)
		if err != nil {
			return err
		}
		for i, d := range dirty { // Counted comes first, and does all that Rollups would
			covered := i > 0 && dirty[i-1].Day == d.Day
			if !covered {
				err = in.again(ctx, "compute a day anew", func() error { return in.rebuild(ctx, d) })
			}
			if err != nil {
				return fmt.Errorf("compute %s anew: %w", store.Day(d.Day), err)
			}
			if !covered {
				in.progress.Rebuilt.Add(1)
			}
			in.cfg.Step("rebuilt")
			if err := in.cfg.Ledger.ClearDirty(ctx, d); err != nil {
				return err
			}
		}
		if len(in.lateDays()) == 0 {
			return nil
		}
	}
	return nil
}

func (in *Intake) rebuild(ctx context.Context, d ledger.DirtyDay) (err error) {
	release, err := in.ownDays(ctx, store.Day(d.Day))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	in.cfg.Step("rebuild")
	return in.renew(ctx, d)
}

// renew computes anew what is out of date about a day. The caller holds the day.
func (in *Intake) renew(ctx context.Context, d ledger.DirtyDay) error {
	day := store.Day(d.Day)
	defer func(began time.Time) {
		in.cfg.Log.Debug("day computed anew", "day", day, "what", d.What, "took", time.Since(began))
	}(time.Now())
	if d.What == ledger.Rollups {
		return in.cfg.Store.RecomputeDay(ctx, day)
	}
	return in.Reenrich(ctx, day)
}

// Reenrich gives every row of a stored day its meaning anew, knowing all facts
// of the day. The caller holds the day alone.
func (in *Intake) Reenrich(ctx context.Context, day store.Day) error {
	if err := in.cfg.Store.FinishDay(ctx, day); err != nil {
		return err
	}
	number := dayNumber(uint32(day))
	if err := in.relearn(ctx, day); err != nil {
		return err
	}
	parts, err := in.cfg.Ledger.PartsOf(ctx, uint32(day))
	if err != nil {
		return err
	}
	streams := streamsOf(parts)
	byStream := record.NewBatch(record.KindFlow, in.cfg.Registry)
	if err := in.learnAll(ctx, day, streams, byStream); err != nil {
		return err
	}
	news := renewal{first: ledger.None}
	err = in.writer.ReplaceDay(ctx, day, func(put func(*record.Batch) error) error {
		err := in.cfg.Store.ReadDay(ctx, in.cfg.Registry, day, func(b *record.Batch) error {
			b, segments := streams.group(b, byStream)
			news.before(b)
			clearDerived(b)
			if in.cfg.Before != nil {
				in.cfg.Before.Enrich(b, number, segments)
			}
			in.cfg.Facts.Enrich(b, number, segments)
			news.after(b)
			return put(b)
		})
		if err != nil || news.first == ledger.None {
			return err
		}
		return in.cfg.Ledger.Renewing(ctx, uint32(day), news.first)
	})
	if err != nil {
		return err
	}
	in.mu.Lock()
	delete(in.late, uint32(day)) // unless its own rows taught something just now
	in.mu.Unlock()
	return nil
}

// renewal finds the first record that means something else once it is enriched anew.
type renewal struct {
	derived  [3][]uint8
	src, dst []uint32
	first    int64 // Unix seconds
}

var derived = [...]record.FieldID{record.Counted, record.Role, record.Scopes}

func (r *renewal) before(b *record.Batch) {
	for n, id := range derived {
		r.derived[n] = r.derived[n][:0]
		if b.Has(id) {
			r.derived[n] = append(r.derived[n], b.Col(id).U8[:b.Len()]...)
		}
	}
	r.src, r.dst = append(r.src[:0], b.SrcSide...), append(r.dst[:0], b.DstSide...)
}

func (r *renewal) after(b *record.Batch) {
	start := b.Col(record.Start).Time
	for i := range b.Len() {
		if at := start[i] / int64(time.Second); at < r.first && r.differs(b, i) {
			r.first = at
		}
	}
}

func (r *renewal) differs(b *record.Batch, i int) bool {
	for n, id := range derived {
		was, is := uint8(0), uint8(0)
		if len(r.derived[n]) > 0 {
			was = r.derived[n][i]
		}
		if b.Has(id) {
			is = b.Col(id).U8[i]
		}
		if was != is {
			return true
		}
	}
	return r.src[i] != b.SrcSide[i] || r.dst[i] != b.DstSide[i]
}

// learnAll makes the enricher know what the rows of a day teach that were stored
// while nothing told which of their addresses was the interface's own. The facts
// read back lack them, and found only while the day is rewritten they would make
// it late once more.
func (in *Intake) learnAll(ctx context.Context, day store.Day, streams *streams, byStream *record.Batch) error {
	open, err := undecided(ctx, in.cfg.Store, day)
	if err != nil || !open {
		return err
	}
	err = in.cfg.Store.ReadDay(ctx, in.cfg.Registry, day, func(b *record.Batch) error {
		b, segments := streams.group(b, byStream)
		in.cfg.Facts.Learn(b, dayNumber(uint32(day)), segments)
		return nil
	})
	in.lateDays() // this one is rewritten now; the others stay late
	return err
}

// relearn makes the enricher know of a day what its stored rows say, and nothing
// else. What they could not name is about to be asked again.
func (in *Intake) relearn(ctx context.Context, day store.Day) error {
	in.loading.Lock()
	defer in.loading.Unlock()
	number := dayNumber(uint32(day))
	in.lateDays() // the others stay late
	h, err := in.cfg.Ledger.Hear(ctx)
	if err != nil {
		return err
	}
	in.cfg.Facts.Drop(number)
	in.heard[number] = h
	if in.cfg.Load == nil {
		return nil
	}
	return in.cfg.Load(ctx, day, false)
}

// unlearn makes the enricher forget a day. The caller holds it alone.
func (in *Intake) unlearn(day store.Day) {
	in.loading.Lock()
	defer in.loading.Unlock()
	in.cfg.Facts.Drop(dayNumber(uint32(day)))
	delete(in.heard, dayNumber(uint32(day)))
}

// clearDerived empties what enrichers add to, and not only set. Sides stay: what
// was known of an end when it was stored, its country that day, is kept where it is
// still the same end.
func clearDerived(b *record.Batch) {
	for _, id := range derived {
		if b.Has(id) {
			clear(b.Col(id).U8)
		}
	}
}

// Flush makes all that was stored visible to readers.
func (in *Intake) Flush(ctx context.Context) error {
	return in.again(ctx, "reload names", func() error { return in.writer.Flush(ctx) })
}
