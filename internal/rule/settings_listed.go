package rule

import (
	"errors"
	"fmt"

	"github.com/weir-flow/weir/internal/cidr"
)

// Listed are the settings of a rule with a block listed: records whose address, port
// or pair of apps is in a list of the user's, or is not. Without the list the rule
// sees nothing.
type Listed struct {
	List    string   `yaml:"list"`    // name of the list
	Of      string   `yaml:"of"`      // srcaddr, dstaddr, client, server, remote, local, true_source, true_dest; service_port; edge
	Also    []string `yaml:"also"`    // values beside those of the list, which may then be absent
	Outside bool     `yaml:"outside"` // fires on what is not in the list
	Public  bool     `yaml:"public"`  // only public addresses are looked up; of the others nothing is said

	Addresses *cidr.Table[string] `yaml:"-"` // nil without the list
	Ports     *Ports              `yaml:"-"`
	Pairs     []Pair              `yaml:"-"`
	Version   string              `yaml:"-"` // of the list
}

// DefaultListed are the settings where the rule gives none.
var DefaultListed = Listed{Of: "remote"}

// Key implements [Settings].
func (Listed) Key() string { return "listed" }

// Mechanism implements [Settings].
func (Listed) Mechanism() Mechanism { return Match }

// Check refuses what looks nothing up.
func (s Listed) Check() error {
	if s.List == "" {
		return errors.New("listed needs list, the name of a list")
	}
	return nil
}

// Ready implements [ListUser].
func (s Listed) Ready() bool { return s.Addresses != nil || s.Ports != nil || s.Pairs != nil }

// Use implements [ListUser].
func (s Listed) Use(lists map[string]*List) (ListUser, error) {
	l := lists[s.List]
	s.Addresses, s.Ports, s.Pairs, s.Version = nil, nil, nil, ""
	if l == nil && len(s.Also) == 0 {
		return s, nil
	}
	l = l.with(s.Also)
	s.Version = l.Version
	var err error
	switch s.Of {
	case "service_port":
		s.Ports, err = l.Ports()
	case "edge":
		if s.Pairs, err = l.Pairs(); s.Pairs == nil {
			s.Pairs = []Pair{}
		}
	case "srcaddr", "dstaddr", "client", "server", "remote", "local", "true_source", "true_dest":
		s.Addresses, err = l.Addresses()
	default:
		err = fmt.Errorf("listed: of: %q is not one of srcaddr, dstaddr, client, server, remote, local, true_source, true_dest, service_port, edge", s.Of)
	}
	return s, err
}

// Wants implements [ListUser].
func (s Listed) Wants() []string { return []string{s.List} }

// ListUser are settings that look values up in lists.
type ListUser interface {
	Settings
	// Wants returns the names of the lists.
	Wants() []string
	// Use returns the settings with those of the lists that there are. A list that is
	// not of the kind wanted is an error with file and line.
	Use(lists map[string]*List) (ListUser, error)
	// Ready reports whether the lists are there.
	Ready() bool
}

// WithLists returns a rule whose filter and settings look values up in the lists given,
// and the rule itself when it looks nothing up.
func (r *Rule) WithLists(lists map[string]*List) (*Rule, error) {
	if len(lists) == 0 {
		return r, nil
	}
	if r.relist != nil && r.Filter != nil {
		b, err := r.relist(lists)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", r.ID, err)
		}
		with := *r
		with.Filter = b
		r = &with
	}
	user, ok := r.Weir.Settings.(ListUser)
	if !ok {
		return r, nil
	}
	settings, err := user.Use(lists)
	if err != nil {
		return nil, fmt.Errorf("rule %s: %w", r.ID, err)
	}
	with := *r
	with.Weir.Settings = settings
	return &with, nil
}
