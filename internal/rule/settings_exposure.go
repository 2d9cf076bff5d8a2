package rule

import (
	"errors"
	"time"
)

// Exposure finds ports of our hosts that answer the internet for the first time:
// ports that were probed before in vain, and any port of a host that is known for
// long enough.
type Exposure struct {
	Learn time.Duration `yaml:"learn"` // how long a host must be known
	Watch []uint16      `yaml:"watch"` // ports whose opening is worse: administration, databases

	// Few are ports that are often open to a few known addresses and refused to all
	// others: while a host is learned, an answer there is no news.
	Few []uint16 `yaml:"few"`
}

// DefaultExposure are the settings of a rule that gives none.
var DefaultExposure = Exposure{
	Learn: 3 * 24 * time.Hour,
	Watch: []uint16{21, 22, 23, 111, 135, 139, 445, 1433, 1521, 2375, 2379, 3306, 3389, 5432, 5900, 5985, 5986, 6379, 6443, 9200, 10250, 11211, 27017},
	Few:   []uint16{22, 23, 2222, 3389, 5900, 5985, 5986},
}

// Key implements [Settings].
func (Exposure) Key() string { return "exposure" }

// Mechanism implements [Settings].
func (Exposure) Mechanism() Mechanism { return Contact }

// Check judges the settings.
func (s Exposure) Check() error {
	if s.Learn < time.Hour {
		return errors.New("learn begins at an hour")
	}
	return nil
}
