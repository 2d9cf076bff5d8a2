package rule

import "time"

// C2 are the settings of a rule with a block c2: many signs of a command and control
// channel weighed together, for each destination of a host.
type C2 struct {
	MinScore   int           `yaml:"min_score"`   // 0 to 100: destinations below are not told
	Medium     int           `yaml:"medium"`      // from here on a finding of its own, below it only counts towards incidents
	High       int           `yaml:"high"`        // from here on with the rule's severity
	Top        int           `yaml:"top"`         // destinations below medium that are told of a host in one realert interval
	Learn      time.Duration `yaml:"learn"`       // age of the data from which a destination can be new
	MaxClients int           `yaml:"max_clients"` // hosts that talk to the same service: more is not rare
	MaxShare   float64       `yaml:"max_share"`   // the same as a share of all hosts, where that is more
}

// DefaultC2 are the settings of the shipped rule.
var DefaultC2 = C2{MinScore: 28, Medium: 60, High: 85, Top: 5, Learn: 24 * time.Hour, MaxClients: 3, MaxShare: 0.02}

// Key implements [Settings].
func (C2) Key() string { return "c2" }

// Mechanism implements [Settings].
func (C2) Mechanism() Mechanism { return Channel }
