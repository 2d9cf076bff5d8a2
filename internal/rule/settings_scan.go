package rule

import (
	"errors"
	"fmt"
	"time"
)

// Scan finds a source that tries many targets, each a host and a port, of which most
// do not answer: a sequential test over first contacts (Threshold Random Walk, Jung
// et al. 2004, with the repairs of Mell and Harang 2013). Targets are remembered for
// Memory, so that speed does not matter.
type Scan struct {
	Way     Way           `yaml:"way"`     // of the sources that are looked at
	Targets int           `yaml:"targets"` // distinct ones that a source must have tried, default 10
	Memory  time.Duration `yaml:"memory"`  // default 14 d

	// Common are ports that ordinary programs call at many addresses of the internet.
	// Outbound contacts to them count as a scan only when Burst targets fail within
	// ten minutes.
	Common []uint16 `yaml:"common"`
	Burst  int      `yaml:"burst"` // default 30

	// Distributed looks for many sources that share the work instead: Sources sources
	// with fewer than ten targets each that within two hours try ports of one host, or
	// one port at many hosts, hardly two of them the same: five times as many sources as
	// are usual there, or so many more that try five times as many ports of the host; for
	// a port twice as many.
	Distributed bool `yaml:"distributed"`
	Sources     int  `yaml:"sources"` // default 25
}

// Way is where the client and the server of a contact are.
type Way string

// The ways. Private addresses outside the known networks count as inside.
const (
	Inbound  Way = "inbound"  // from the internet to a host of ours
	Internal Way = "internal" // between hosts of ours
	Outbound Way = "outbound" // from a host of ours to the internet
	AnyWay   Way = "any"      // all of them; only where a rule says so
)

// DefaultScan are the settings of a rule that gives none.
var DefaultScan = Scan{
	Way: Inbound, Targets: 10, Memory: 14 * 24 * time.Hour, Burst: 30, Sources: 25,
	Common: []uint16{25, 53, 80, 123, 443, 465, 587, 853, 993, 3478, 5222, 5228, 8883},
}

// Key implements [Settings].
func (Scan) Key() string { return "scan" }

// Mechanism implements [Settings].
func (Scan) Mechanism() Mechanism { return Contact }

// Check judges the settings.
func (s Scan) Check() error {
	switch {
	case s.Way != Inbound && s.Way != Internal && s.Way != Outbound:
		return fmt.Errorf("way is inbound, internal or outbound, not %q", s.Way)
	case s.Targets < 1 || s.Sources < 1 || s.Burst < 1:
		return errors.New("targets, sources and burst begin at 1")
	case s.Memory < time.Hour:
		return errors.New("memory begins at an hour")
	}
	return nil
}
