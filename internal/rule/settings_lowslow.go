package rule

// LowSlow are the settings of a rule with a block low_slow: a destination that few
// hosts know, contacted with very little on many days.
type LowSlow struct {
	MaxBytes   int      `yaml:"max_bytes"`   // of a flow
	MaxClients int      `yaml:"max_clients"` // hosts that contact the same service
	Days       int      `yaml:"days"`        // days with contact ...
	Of         int      `yaml:"of"`          // ... among so many, at most 32
	MaxStarts  int      `yaml:"max_starts"`  // conversations a day; more is not slow
	Ignore     []uint16 `yaml:"ignore"`      // service ports that are small by nature
}

// DefaultLowSlow are the settings of the shipped rule.
var DefaultLowSlow = LowSlow{MaxBytes: 1024, MaxClients: 2, Days: 5, Of: 7, MaxStarts: 48, Ignore: []uint16{53, 67, 68, 123, 137, 138, 161, 162, 514, 853, 5353}}

// Key implements [Settings].
func (LowSlow) Key() string { return "low_slow" }

// Mechanism implements [Settings].
func (LowSlow) Mechanism() Mechanism { return Channel }
