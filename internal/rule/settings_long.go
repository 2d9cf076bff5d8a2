package rule

import "time"

// LongConnection are the settings of a rule with a block long_connection: one
// connection that stays open for hours.
type LongConnection struct {
	Open       time.Duration `yaml:"open"`        // how long both sides have talked
	High       time.Duration `yaml:"high"`        // from here on one step more severe
	Idle       time.Duration `yaml:"idle"`        // silence that ends a connection
	MaxClients int           `yaml:"max_clients"` // hosts that may talk to the same service; more is common software
	MaxShare   float64       `yaml:"max_share"`   // the same as a share of all hosts, where that is more
	Learn      time.Duration `yaml:"learn"`       // a host that did so before the data is this old does so usually
}

// DefaultLongConnection are the settings of the shipped rule. Idle is longer than
// two of the longest aggregation windows.
var DefaultLongConnection = LongConnection{Open: 4 * time.Hour, High: 12 * time.Hour, Idle: 21 * time.Minute, MaxClients: 3, MaxShare: 0.01, Learn: 72 * time.Hour}

// Key implements [Settings].
func (LongConnection) Key() string { return "long_connection" }

// Mechanism implements [Settings].
func (LongConnection) Mechanism() Mechanism { return Channel }
