package rule

import "github.com/weir-flow/weir/internal/config"

// blocks are the settings of mechanisms that have a block of their own in weir, with
// their defaults. The author of a mechanism adds a line; keys of the block are the
// fields' yaml tags, or their names in snake_case.
var blocks = []Settings{
	DefaultListed,                                            // match
	DefaultScan, DefaultGuess, DefaultFlood, DefaultExposure, // contact
	DefaultBeacon, DefaultC2, DefaultLongConnection, DefaultLowSlow, // channel
	DefaultNewEdge, DefaultNewDestination, DefaultNewSource, DefaultLateral, DefaultExfil, // edge
	DefaultSilent, DefaultLate, // health
}

// checked are settings that judge themselves after they are read.
type checked interface{ Check() error }

// block returns the defaults of a block by its key.
func block(key string) (Settings, bool) {
	for _, s := range blocks {
		if s.Key() == key {
			return s, true
		}
	}
	return nil, false
}

// settings reads a block over its defaults.
func (r *reader) settings(key string, n *config.Node) Settings {
	defaults, _ := block(key)
	v := fresh(defaults)
	if n.Kind != config.Null { // scan: alone takes the defaults
		before := len(r.errs)
		r.decode(n, v.Elem(), "weir."+key)
		if len(r.errs) > before {
			return defaults
		}
	}
	s := thaw(v, defaults)
	if c, ok := s.(checked); ok {
		if err := c.Check(); err != nil {
			r.bad(n, "%s: %v", key, err)
		}
	}
	return s
}
