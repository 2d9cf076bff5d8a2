package alert

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/state"
)

// Overlap is how much of what one rule finds others have found, too: about the same
// entity in the same hour of event time.
type Overlap struct {
	Others int            // findings of other rules in the range
	Shared int            // of the findings compared, those that share entity and hour with one of any other rule
	ByRule map[string]int // of the findings compared, those that share with one of this rule
}

// Overlap compares findings of one rule with what is kept of others in [from, to). Two
// share an entity when the one is about something that the other is about or touches.
// Weak findings and incidents are left out.
func (s *Store) Overlap(ctx context.Context, rule string, found []finding.Finding, from, to time.Time) (Overlap, error) {
	type place struct {
		entity finding.Entity
		hour   int64
	}
	at := func(f finding.Finding, e finding.Entity) place { return place{e, f.Found.Unix() / 3600} }
	note := func(m map[place][]string, p place, rule string) {
		if !slices.Contains(m[p], rule) {
			m[p] = append(m[p], rule)
		}
	}
	o := Overlap{ByRule: map[string]int{}}
	about, touched := map[place][]string{}, map[place][]string{} // rules
	err := s.db.View(ctx, func(tx *state.Tx) error {
		clear(about)
		clear(touched)
		o.Others = 0
		list, err := selectFindings(tx, `weak = 0 AND withdrawn = 0 AND family <> 'incident' AND rule <> ? AND last_seen >= ? AND first_seen < ?`, rule, from.UnixMicro(), to.UnixMicro())
		for _, f := range list {
			if f.Found.Before(from) || !f.Found.Before(to) {
				continue
			}
			o.Others++
			note(about, at(f, subjectOf(f)), f.Rule)
			for _, e := range touchesOf(f) {
				note(touched, at(f, e), f.Rule)
			}
		}
		return err
	})
	if err != nil {
		return o, fmt.Errorf("compare with other rules: %w", err)
	}
	for _, f := range found {
		subject := at(f, subjectOf(f))
		with := slices.Concat(about[subject], touched[subject])
		for _, e := range touchesOf(f) {
			with = append(with, about[at(f, e)]...)
		}
		slices.Sort(with)
		with = slices.Compact(with)
		if len(with) > 0 {
			o.Shared++
		}
		for _, r := range with {
			o.ByRule[r]++
		}
	}
	return o, nil
}
