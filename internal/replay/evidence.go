package replay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/store"
)

// FillEvidence counts the records behind the findings that did not count themselves:
// exactly those that the evidence's filter selects in its range. A filter that cannot
// be read is told to the log, and its finding stays uncounted.
func FillEvidence(ctx context.Context, s *store.Store, found []finding.Finding, log *slog.Logger) error {
	var list []store.Selection
	var of []int
	var wrong error
	for i := range found {
		e := &found[i].Evidence
		if e.Exact || e.Missing != nil {
			continue
		}
		e.Since, e.Until = e.Since.Truncate(time.Second), e.Until.Add(time.Second-1).Truncate(time.Second)
		bound, err := filter.Compile(e.Filter, filter.Options{})
		if err != nil { // a finding without a count is better than none
			wrong = errors.Join(wrong, fmt.Errorf("evidence of rule %s: %q: %w", found[i].Rule, e.Filter, err))
			continue
		}
		src, _ := bound.Address(record.SrcAddr)
		dst, _ := bound.Address(record.DstAddr)
		list = append(list, store.Selection{
			Src: src, Dst: dst,
			Where: bound.SQL(filter.Schema{Database: s.Database()}, fmt.Sprintf("e%d_", len(list))),
			From:  e.Since.UnixNano(), To: e.Until.UnixNano(),
		})
		of = append(of, i)
	}
	counts, err := s.CountEach(ctx, list)
	if err != nil {
		return err
	}
	for n, i := range of {
		found[i].Evidence.Count, found[i].Evidence.Exact = counts[n], true
	}
	if wrong != nil && log != nil {
		log.Error("some evidence cannot be counted", "err", wrong)
	}
	return nil
}
