package rule

import "time"

// NewEdge are the settings of a rule with a block new_edge: an app that is answered by
// an app inside on a port for the first time.
type NewEdge struct {
	Memory  time.Duration `yaml:"memory"`  // how long an edge is remembered that nobody uses
	Learn   time.Duration `yaml:"learn"`   // age of the data, and of both apps, before an edge can be new
	Popular int           `yaml:"popular"` // a service of so many apps may gain one more without being told
	Ports   []uint16      `yaml:"ports"`   // service ports that matter; empty: all
}

// DefaultNewEdge are the settings of the shipped rule.
var DefaultNewEdge = NewEdge{Memory: 30 * 24 * time.Hour, Learn: 72 * time.Hour, Popular: 8}

// Key implements [Settings].
func (NewEdge) Key() string { return "new_edge" }

// Mechanism implements [Settings].
func (NewEdge) Mechanism() Mechanism { return Edge }

// NewDestination are the settings of a rule with a block new_destination: an app that
// sends much to a place outside that it never sent to.
type NewDestination struct {
	Memory   time.Duration `yaml:"memory"`
	Learn    time.Duration `yaml:"learn"`     // age of the data, and of the app, before a destination can be new
	MinBytes float64       `yaml:"min_bytes"` // sent within Within of the first contact
	Within   time.Duration `yaml:"within"`
	Ratio    float64       `yaml:"ratio"`    // sent over received, at least
	MaxApps  int           `yaml:"max_apps"` // apps that may send there; more is a place that everybody knows
}

// DefaultNewDestination are the settings of the shipped rule.
var DefaultNewDestination = NewDestination{Memory: 30 * 24 * time.Hour, Learn: 72 * time.Hour, MinBytes: 20e6, Within: 24 * time.Hour, Ratio: 2, MaxApps: 2}

// Key implements [Settings].
func (NewDestination) Key() string { return "new_destination" }

// Mechanism implements [Settings].
func (NewDestination) Mechanism() Mechanism { return Edge }

// NewSource are the settings of a rule with a block new_source: a public address that
// a host answers which does not serve the internet.
type NewSource struct {
	Memory time.Duration `yaml:"memory"`
	Learn  time.Duration `yaml:"learn"` // age of the data, and of the host, before a source can be new
	Admin  []uint16      `yaml:"admin"` // service ports that make it severe
}

// DefaultNewSource are the settings of the shipped rule.
var DefaultNewSource = NewSource{Memory: 30 * 24 * time.Hour, Learn: 72 * time.Hour, Admin: AdminPorts}

// Key implements [Settings].
func (NewSource) Key() string { return "new_source" }

// Mechanism implements [Settings].
func (NewSource) Mechanism() Mechanism { return Edge }
