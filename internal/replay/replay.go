// Package replay reads what is stored, in event time, and runs detectors over it: all
// of it at once, or following what is taken in.
package replay

import (
	"context"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// Run hands the records that r selects to an engine, in order.
func Run(ctx context.Context, s *store.Store, reg *record.Registry, e *detect.Engine, r store.Read, out detect.Out, progress func(rows int64)) error {
	return s.ReadOrdered(ctx, reg, r, func(b *record.Batch) error {
		e.Run(b, out)
		if progress != nil {
			progress(int64(b.Len()))
		}
		return nil
	})
}

// Findings collects findings, each with what all its tellings say together, in the order
// in which they were first found.
type Findings struct {
	at   map[string]int
	list []finding.Finding
}

// Find implements [detect.Out].
func (f *Findings) Find(n finding.Finding) {
	if i, ok := f.at[n.ID]; ok {
		n.Late = f.list[i].Late
		f.list[i] = finding.Merge(f.list[i], n)
		return
	}
	if f.at == nil {
		f.at = map[string]int{}
	}
	f.at[n.ID] = len(f.list)
	f.list = append(f.list, n)
}

// Take returns the findings and forgets them.
func (f *Findings) Take() []finding.Finding {
	list := f.list
	f.at, f.list = nil, nil
	return list
}
