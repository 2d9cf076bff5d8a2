package store

import (
	"context"

	"github.com/weir-flow/weir/internal/record"
)

// ReplaceDay puts other records in the place of a day's: write hands them to
// put, batch by batch, and once it is done the day is swapped in one step and
// its roll-ups are recomputed. When write fails nothing has changed.
//
// Nothing else may write to the day meanwhile: what it wrote would be lost. A
// process that dies between the swap and the end leaves old roll-ups, so the
// caller notes the day beforehand and repeats [Store.RecomputeDays] then.
func (w *Writer) ReplaceDay(ctx context.Context, day Day, write func(put func(*record.Batch) error) error) error {
	enc := w.pool.Get().(*encoder)
	defer w.pool.Put(enc)
	err := w.s.staged(ctx, tableFlows, day, func(stage string) error {
		return write(func(b *record.Batch) error {
			if b.Len() == 0 {
				return nil
			}
			if err := w.tuples.store(ctx); err != nil {
				return err
			}
			return w.writeFlows(ctx, enc, randomName(), stage, b)
		})
	})
	if err != nil {
		return err
	}
	return w.s.RecomputeDays(ctx, []Day{day})
}
