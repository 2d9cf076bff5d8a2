package rule

import "time"

// Beacon are the settings of a rule with a block beacon: conversations that begin at
// even intervals, with requests of even size.
type Beacon struct {
	MinStarts  int           `yaml:"min_starts"`  // answered conversations before a channel is scored
	MinSpan    time.Duration `yaml:"min_span"`    // from the first to the last of them
	MinScore   int           `yaml:"min_score"`   // 0 to 100: the mean of timing, size, hours and duration
	MaxClients int           `yaml:"max_clients"` // hosts that may talk to the same service; more is common software
	MaxShare   float64       `yaml:"max_share"`   // the same as a share of all hosts, where that is more
	Learn      time.Duration `yaml:"learn"`       // age of the data from which a service can be new
	High       int           `yaml:"high"`        // a new service that one host alone uses is as severe as the rule from here on
	Ignore     []uint16      `yaml:"ignore"`      // service ports that are regular by nature
}

// DefaultBeacon are the settings of the shipped rule. The score is RITA's, its bar
// lies where uniform jitter of 50 % passes and Poisson arrivals do not.
var DefaultBeacon = Beacon{
	MinStarts: 20, MinSpan: 2 * time.Hour, MinScore: 75, MaxClients: 3, MaxShare: 0.02, Learn: 24 * time.Hour, High: 85,
	Ignore: []uint16{53, 67, 68, 123, 137, 138, 161, 162, 514, 853, 5353},
}

// Key implements [Settings].
func (Beacon) Key() string { return "beacon" }

// Mechanism implements [Settings].
func (Beacon) Mechanism() Mechanism { return Channel }
