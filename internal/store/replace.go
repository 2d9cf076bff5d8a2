package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/weir-flow/weir/internal/record"
)

// swapPrefix begins the name of a table that holds all that a day is to have: the
// day ends it. It is there from before the swap until after: as long as it is, the
// day's own rows mean nothing.
const swapPrefix = "_swap_" + tableFlows + "_"

// ReplaceDay puts other records in the place of a day's: write hands them to
// put, batch by batch, and once it is done the day is swapped in one step and
// its roll-ups are recomputed. When write fails nothing has changed.
//
// Nothing else may write to the day meanwhile: what it wrote would be lost. A
// process or engine that dies may leave the swap half done, see [Store.HalfDone],
// and old roll-ups, so the caller notes the day beforehand and repeats then.
func (w *Writer) ReplaceDay(ctx context.Context, day Day, write func(put func(*record.Batch) error) error) error {
	if err := w.s.FinishDay(ctx, day); err != nil {
		return err
	}
	enc := w.pool.Get().(*encoder)
	defer w.pool.Put(enc)
	err := w.s.staged(ctx, tableFlows, func(stage string) error {
		err := write(func(b *record.Batch) error {
			if b.Len() == 0 {
				return nil
			}
			if err := w.tuples.store(ctx); err != nil {
				return err
			}
			return w.writeFlows(ctx, enc, w.s.cfg.Instance+"-"+randomName(), stage, b)
		})
		if err != nil {
			return err
		}
		w.s.cfg.Step("staged")
		return w.s.exec(ctx, "name staged records", fmt.Sprintf("RENAME TABLE %s TO %s", w.s.table(stage), w.s.table(swapTable(day))), nil)
	})
	if err != nil {
		return err
	}
	if err := w.s.FinishDay(ctx, day); err != nil {
		return err
	}
	return w.s.RecomputeDays(ctx, []Day{day})
}

func swapTable(day Day) string { return fmt.Sprintf("%s%d", swapPrefix, day) }

// HalfDone lists the days whose records are being replaced, or were when somebody
// died: nothing may be read from them or written to them before [Store.FinishDay].
func (s *Store) HalfDone(ctx context.Context) ([]Day, error) {
	names, err := s.tablesLike(ctx, swapPrefix)
	if err != nil {
		return nil, err
	}
	var days []Day
	for _, name := range names {
		n, err := strconv.ParseUint(strings.TrimPrefix(name, swapPrefix), 10, 32)
		if err != nil {
			return nil, fmt.Errorf("table %s: no day ends its name", name)
		}
		days = append(days, Day(n))
	}
	return days, nil
}

// FinishDay ends a replacement of a day's records that was cut off, and does
// nothing where there is none. The day's roll-ups are to be recomputed afterwards.
// The caller holds the day.
func (s *Store) FinishDay(ctx context.Context, day Day) error {
	names, err := s.tablesLike(ctx, swapTable(day))
	if err != nil || len(names) == 0 {
		return err
	}
	if err := s.Own(ctx); err != nil {
		return err
	}
	s.cfg.Step("swapping")
	if err := s.swap(ctx, tableFlows, swapTable(day), day); err != nil {
		return err
	}
	s.cfg.Step("swapped")
	return s.dropTable(ctx, swapTable(day))
}
