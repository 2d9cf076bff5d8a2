package replay

import (
	"context"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/store"
)

// FillEvidence counts the records behind the findings that did not count themselves:
// exactly those that the evidence's filter selects in its range.
func FillEvidence(ctx context.Context, s *store.Store, found []finding.Finding) error {
	var list []store.Selection
	var of []int
	for i := range found {
		e := &found[i].Evidence
		if e.Exact || e.Missing != nil {
			continue
		}
		e.Since, e.Until = e.Since.Truncate(time.Second), e.Until.Add(time.Second-1).Truncate(time.Second)
		bound, err := filter.Compile(e.Filter, filter.Options{})
		if err != nil {
			return fmt.Errorf("evidence of rule %s: %q: %w", found[i].Rule, e.Filter, err)
		}
		list = append(list, store.Selection{
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
	return nil
}
