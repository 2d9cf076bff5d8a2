package rule

import (
	"fmt"
	"time"
)

// Late are the settings of a rule with a block late: flow logs whose files come long
// after what they tell of.
type Late struct {
	After  time.Duration `yaml:"after"`  // a file is late when it is written so long after its records
	Span   time.Duration `yaml:"span"`   // stretch of which no file came in time
	Chance float64       `yaml:"chance"` // how likely so many late files in a row may be, by the share that came late in the week before
	Learn  time.Duration `yaml:"learn"`  // records of the flow log must have come for so long
}

// DefaultLate are the settings of the shipped rule. Amazon delivers within ten minutes as
// a rule.
var DefaultLate = Late{After: time.Hour, Span: 30 * time.Minute, Chance: 0.001, Learn: 24 * time.Hour}

// Key implements [Settings].
func (Late) Key() string { return "late" }

// Mechanism implements [Settings].
func (Late) Mechanism() Mechanism { return Health }

// Check refuses what makes no sense.
func (s Late) Check() error {
	switch {
	case s.After < time.Minute:
		return fmt.Errorf("after is at least a minute, not %s", s.After)
	case s.Chance <= 0 || s.Chance >= 1:
		return fmt.Errorf("chance is between 0 and 1, not %g", s.Chance)
	case s.Span < time.Minute:
		return fmt.Errorf("span is at least a minute, not %s", s.Span)
	}
	return nil
}
