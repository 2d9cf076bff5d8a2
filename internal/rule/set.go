package rule

import (
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Set is many rules made ready to be matched together. It keeps memory between
// batches and is not safe for concurrent use.
type Set struct {
	rules    []*Rule
	matchers []*filter.Matcher // nil for a rule without a filter
}

// NewSet returns a set of rules; the place of a rule in the list is its number.
func NewSet(rules []*Rule) *Set {
	s := &Set{rules: rules, matchers: make([]*filter.Matcher, len(rules))}
	for i, r := range rules {
		if r.Filter != nil && !r.Filter.MatchesAll() {
			s.matchers[i] = r.Filter.Matcher()
		}
	}
	return s
}

// Rules returns the rules by number.
func (s *Set) Rules() []*Rule { return s.rules }

// Match returns the rows of a batch that each rule selects, by number; nil for a rule
// that selects all. The result is valid until the next call; dst may be the one
// before.
func (s *Set) Match(b *record.Batch, dst []filter.Bitmap) []filter.Bitmap {
	dst = dst[:0]
	for _, m := range s.matchers {
		if m == nil {
			dst = append(dst, nil)
			continue
		}
		dst = append(dst, m.Match(b))
	}
	return dst
}
