package rule

import (
	"fmt"
	"time"
)

// Silent are the settings of a rule with a block silent: interfaces and attachments
// that stop to log, or log that they see no traffic where there should be some.
type Silent struct {
	Of    string        `yaml:"of"`    // records: nothing is logged at all; traffic: NODATA is logged instead of flows
	After time.Duration `yaml:"after"` // never sooner
	Times float64       `yaml:"times"` // the longest pause of the last week, so many times over; one that stands out among the days counts half
	Learn time.Duration `yaml:"learn"` // an interface must have logged for so long
	Least int           `yaml:"least"` // minutes with records that it must have had
}

// DefaultSilent are the settings of the shipped rules. Pauses of a Poisson process are
// three times as long as the longest of a week once in a million weeks or so.
var DefaultSilent = Silent{Of: "records", After: 30 * time.Minute, Times: 3, Learn: 24 * time.Hour, Least: 30}

// Key implements [Settings].
func (Silent) Key() string { return "silent" }

// Mechanism implements [Settings].
func (Silent) Mechanism() Mechanism { return Health }

// Check refuses what makes no sense.
func (s Silent) Check() error {
	switch {
	case s.Of != "records" && s.Of != "traffic":
		return fmt.Errorf("of is records or traffic, not %q", s.Of)
	case s.After < time.Minute:
		return fmt.Errorf("after is at least a minute, not %s", s.After)
	case s.Times < 1:
		return fmt.Errorf("times is at least 1, not %g", s.Times)
	}
	return nil
}
