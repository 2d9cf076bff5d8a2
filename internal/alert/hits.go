package alert

import (
	"context"
	"fmt"
	"time"

	"github.com/weir-flow/weir/internal/state"
)

// RuleHits is what a rule has found so far, and what people made of it.
type RuleHits struct {
	Findings int // all that are kept and stand, weak ones and noise of the internet among them
	Exposure int // findings that are noise of the internet
	Alerts   int
	Open     int // alerts that nobody has resolved
	Judged   int // alerts that a person gave a verdict
	False    int // of those, false positives and what was harmless
	Last     time.Time
	Days     map[int64]int // findings by the day they were first seen, days since 1970 in UTC
}

const dayMicros = int64(24 * time.Hour / time.Microsecond)

// Hits returns what each rule has found, by id. Days are told from since on.
func (s *Store) Hits(ctx context.Context, since time.Time) (map[string]*RuleHits, error) {
	var out map[string]*RuleHits
	err := s.db.View(ctx, func(tx *state.Tx) error {
		out = map[string]*RuleHits{}
		of := func(rule string) *RuleHits {
			h := out[rule]
			if h == nil {
				h = &RuleHits{Days: map[int64]int{}}
				out[rule] = h
			}
			return h
		}
		err := tx.Each(`SELECT rule, first_seen / ?, COUNT(*), SUM(exposure), MAX(last_seen) FROM findings WHERE withdrawn = 0 GROUP BY 1, 2`, []any{dayMicros}, func(scan func(...any) error) error {
			var rule string
			var day, last int64
			var n, exposure int
			if err := scan(&rule, &day, &n, &exposure, &last); err != nil {
				return err
			}
			h := of(rule)
			h.Findings += n
			h.Exposure += exposure
			if at := fromMicro(last); at.After(h.Last) {
				h.Last = at
			}
			if day*dayMicros >= since.UnixMicro()-dayMicros {
				h.Days[day] += n
			}
			return nil
		})
		if err != nil {
			return err
		}
		return tx.Each(`SELECT rule, status = ?, verdict, COUNT(*) FROM alerts GROUP BY 1, 2, 3`, []any{string(Resolved)}, func(scan func(...any) error) error {
			var rule, verdict string
			var resolved bool
			var n int
			if err := scan(&rule, &resolved, &verdict, &n); err != nil {
				return err
			}
			h := of(rule)
			h.Alerts += n
			if !resolved {
				h.Open += n
			}
			switch Verdict(verdict) {
			case FalsePositive, Benign:
				h.False += n
				h.Judged += n
			case TruePositive:
				h.Judged += n
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("count what rules found: %w", err)
	}
	return out, nil
}
