package rule

import "time"

// Exfil are the settings of a rule with a block exfil: a host that sends far more to
// the outside than it and its destination are used to, at once or over days.
type Exfil struct {
	MinBytes float64       `yaml:"min_bytes"` // sent in an hour, at least
	Factor   float64       `yaml:"factor"`    // over the largest hour that is usual
	Sigma    float64       `yaml:"sigma"`     // robust standard deviations over the host's hours, on a logarithmic scale
	Ratio    float64       `yaml:"ratio"`     // sent over received, at least
	Learn    time.Duration `yaml:"learn"`     // age of the data, and of the host, before anything is unusual
	SlowDays int           `yaml:"slow_days"` // days of the last seven with more sent than received ...
	SlowMin  float64       `yaml:"slow_min"`  // ... and so many bytes in all, to a destination that is new
	MaxHosts int           `yaml:"max_hosts"` // hosts that may send to the same destination slowly
}

// DefaultExfil are the settings of the shipped rule.
var DefaultExfil = Exfil{MinBytes: 200e6, Factor: 5, Sigma: 5, Ratio: 3, Learn: 72 * time.Hour, SlowDays: 3, SlowMin: 100e6, MaxHosts: 2}

// Key implements [Settings].
func (Exfil) Key() string { return "exfil" }

// Mechanism implements [Settings].
func (Exfil) Mechanism() Mechanism { return Edge }
