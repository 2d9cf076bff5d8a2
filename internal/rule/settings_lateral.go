package rule

import "time"

// AdminPorts are the service ports by which people and worms get from host to host:
// SSH, telnet, RPC, NetBIOS, SMB, RDP, VNC and WinRM.
var AdminPorts = []uint16{22, 23, 135, 139, 445, 3389, 5900, 5985, 5986}

// Lateral are the settings of a rule with a block lateral: a host that reaches another
// on an administration port for the first time, weighed by what both did before.
type Lateral struct {
	Ports    []uint16      `yaml:"ports"`     // administration ports
	Database []uint16      `yaml:"database"`  // administration of databases, which weighs less
	Memory   time.Duration `yaml:"memory"`    // how long an edge is remembered that nobody uses
	Learn    time.Duration `yaml:"learn"`     // age of the data and of the client from which an edge counts as new in full
	MinSeen  time.Duration `yaml:"min_seen"`  // how long a client must have been watched without the edge
	Within   time.Duration `yaml:"within"`    // from a new edge into a host to one out of it
	Sign     time.Duration `yaml:"sign"`      // for how long a weak sign of the client counts
	MinScore int           `yaml:"min_score"` // 0 to 100: edges below are not told
	Medium   int           `yaml:"medium"`    // from here on a finding of its own, below it only counts towards incidents
	High     int           `yaml:"high"`      // from here on with the rule's severity
}

// DefaultLateral are the settings of the shipped rule.
var DefaultLateral = Lateral{
	Ports: AdminPorts, Database: []uint16{1433, 1521, 3306, 5432, 6379, 9200, 27017},
	Memory: 30 * 24 * time.Hour, Learn: 72 * time.Hour, MinSeen: 15 * time.Minute, Within: 8 * time.Hour, Sign: 24 * time.Hour,
	MinScore: 45, Medium: 60, High: 75,
}

// Key implements [Settings].
func (Lateral) Key() string { return "lateral" }

// Mechanism implements [Settings].
func (Lateral) Mechanism() Mechanism { return Edge }
