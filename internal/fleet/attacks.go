package fleet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/weir-flow/weir/internal/finding"
)

// Attack is one that can be planted: a family of findings and a variant of it.
type Attack struct {
	Family  finding.Family
	Variant string
	Does    string // in a line

	demo bool // the one of its family that the demo plants
	plan func(*planner)
}

// Name returns family:variant.
func (a Attack) Name() string { return string(a.Family) + ":" + a.Variant }

// Attacks returns all that can be planted, family by family.
func Attacks() []Attack {
	return slices.Concat(scanAttacks, guessAttacks, volumeAttacks, floodAttacks, leakAttacks, pathAttacks, channelAttacks, listAttacks, logAttacks)
}

// ParseAttacks reads all, none, or a list such as "scan,guess:slow": families, or
// single attacks by family and variant.
func ParseAttacks(list string) ([]Attack, error) {
	var out []Attack
	for _, name := range strings.Split(list, ",") {
		name = strings.TrimSpace(name)
		before := len(out)
		for _, a := range Attacks() {
			if (name == "all" || name == string(a.Family) || name == a.Name()) && !slices.ContainsFunc(out, func(b Attack) bool { return a.Name() == b.Name() }) {
				out = append(out, a)
			}
		}
		if len(out) == before && name != "none" && name != "" && !known(name) {
			return nil, fmt.Errorf("unknown attack %q; --list-attacks prints them", name)
		}
	}
	return out, nil
}

func known(name string) bool {
	return name == "all" || slices.ContainsFunc(Attacks(), func(a Attack) bool { return name == string(a.Family) || name == a.Name() })
}

// DemoAttacks returns one attack of each family but incident, probe and exposure.
func DemoAttacks() (out []Attack) {
	for _, a := range Attacks() {
		if a.demo {
			out = append(out, a)
		}
	}
	return out
}
