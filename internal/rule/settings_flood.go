package rule

import (
	"errors"
	"fmt"
)

// Flood finds hosts that are flooded from the internet, and hosts of ours that take
// part in a flood: far more new flows or packets in a minute than is usual for the
// host, in flows that carry nothing.
type Flood struct {
	Way     Way     `yaml:"way"`     // inbound or outbound
	Flows   int     `yaml:"flows"`   // of at most three packets without payload, in a minute
	Full    int     `yaml:"full"`    // flows of any kind in a minute, inbound only
	Packets int     `yaml:"packets"` // in a minute, of other protocols than TCP
	Times   float64 `yaml:"times"`   // as many as usual
}

// DefaultFlood are the settings of a rule that gives none. Five flows a second that
// carry nothing are more than any client makes with one server.
var DefaultFlood = Flood{Way: Inbound, Flows: 300, Full: 6000, Packets: 100_000, Times: 10}

// Key implements [Settings].
func (Flood) Key() string { return "flood" }

// Mechanism implements [Settings].
func (Flood) Mechanism() Mechanism { return Contact }

// Check judges the settings.
func (s Flood) Check() error {
	switch {
	case s.Way != Inbound && s.Way != Outbound:
		return fmt.Errorf("way is inbound or outbound, not %q", s.Way)
	case s.Flows < 1 || s.Full < 1 || s.Packets < 1 || s.Times < 1:
		return errors.New("flows, full, packets and times begin at 1")
	}
	return nil
}
