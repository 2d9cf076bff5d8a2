package rule

import (
	"errors"
	"fmt"
	"time"
)

// Guess finds sources that guess passwords, by the shape of their flows: connection
// after connection to a service where people or programs log in, short and one like
// the other (Hellemons et al., SSHCure, 2012; Hofstede et al. 2014). Attempts are
// counted over Memory, so that speed does not matter.
type Guess struct {
	Way      Way           `yaml:"way"`      // of the sources that are looked at; any only with success
	Ports    []uint16      `yaml:"ports"`    // of the services
	Attempts int           `yaml:"attempts"` // of a source; with success: before it
	Memory   time.Duration `yaml:"memory"`

	// Success looks for the connection that is not like the attempts before it: longer
	// and larger, because the password was right.
	Success bool `yaml:"success"`

	// Distributed looks for many sources that share the work: Sources sources with few
	// attempts each at one server within two hours, five times as many as are usual.
	Distributed bool `yaml:"distributed"`
	Sources     int  `yaml:"sources"`
}

// DefaultGuess are the settings of a rule that gives none. The ports are those of SSH,
// telnet, FTP, RDP, WinRM, SMB, VNC and of databases.
var DefaultGuess = Guess{
	Way: Inbound, Attempts: 30, Memory: 14 * 24 * time.Hour, Sources: 20,
	Ports: []uint16{21, 22, 23, 139, 445, 1433, 1521, 2222, 3306, 3389, 5432, 5900, 5901, 5985, 5986, 6379, 27017},
}

// Key implements [Settings].
func (Guess) Key() string { return "guess" }

// Mechanism implements [Settings].
func (Guess) Mechanism() Mechanism { return Contact }

// Check judges the settings.
func (s Guess) Check() error {
	switch {
	case s.Way != Inbound && s.Way != Internal && s.Way != Outbound && (s.Way != AnyWay || !s.Success):
		return fmt.Errorf("way is inbound, internal or outbound, not %q", s.Way)
	case s.Attempts < 2 || s.Sources < 1 || len(s.Ports) == 0:
		return errors.New("attempts begin at 2, sources at 1, and there is a port")
	case s.Success && s.Distributed:
		return errors.New("success is of one source: not with distributed")
	case s.Memory < time.Hour:
		return errors.New("memory begins at an hour")
	}
	return nil
}
