package rule

import (
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// Set is many rules made ready to be matched together, see [filter.Set]. It keeps
// memory between batches and is not safe for concurrent use.
type Set struct {
	rules []*Rule
	set   *filter.Set
}

// NewSet returns a set of rules; the place of a rule in the list is its number.
func NewSet(rules []*Rule) *Set {
	filters := make([]*filter.Bound, len(rules))
	for i, r := range rules {
		filters[i] = r.Filter
	}
	return &Set{rules: rules, set: filter.NewSet(filters)}
}

// Rules returns the rules by number.
func (s *Set) Rules() []*Rule { return s.rules }

// Match returns the rows of a batch that each rule selects, by number; nil for a rule
// that selects all. The result is valid until the next call; dst may be the one
// before.
func (s *Set) Match(b *record.Batch, dst []filter.Bitmap) []filter.Bitmap {
	return s.set.Match(b, dst[:0])
}
