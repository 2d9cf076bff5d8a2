package edge

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/weir-flow/weir/internal/detect/detecttest"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/record"
)

// told returns what runs flows beside those of the office, and holds how many findings of
// a family there are and how many weak ones.
func told(t *testing.T, family finding.Family) func(name string, strong, weak int, flows ...[]detecttest.Flow) {
	t.Helper()
	return func(name string, strong, weak int, flows ...[]detecttest.Flow) {
		t.Helper()
		n, w := 0, 0
		found := find(t, append(slices.Concat(flows...), office(6*days)...), family)
		for _, x := range found {
			if x.Weak {
				w++
			} else {
				n++
			}
		}
		if n != strong || w != weak {
			t.Errorf("%s: %d findings and %d weak ones, want %d and %d: %+v", name, n, w, strong, weak, found)
		}
	}
}

// TestEdges protects which new edges are told and which count towards incidents only:
// what nearly all apps of the network do, and administration by who administers all
// along; and that a host which loses its name is no new app.
func TestEdges(t *testing.T) {
	f := told(t, finding.NewEdge)
	// The nine apps of the office, of which some use a database all along.
	database := func(users int) (flows []detecttest.Flow) {
		flows = talk(0, hours, 130, "10.0.9.5", "10.0.9.9", 443, 900, 900)
		for n := range users {
			flows = append(flows, talk(time.Duration(n)*time.Minute, hours, 130, fmt.Sprintf("10.0.1.%d", n+1), "10.0.9.5", 5432, 3000, 9000)...)
		}
		return flows
	}
	query := talk(5*days, time.Minute, 20, "10.0.1.9", "10.0.9.5", 5432, 3000, 9000)
	f("a database that two use", 1, 0, database(2), query)
	f("a database that half of all use", 1, 0, database(5), query)
	f("a database that nearly all use", 0, 1, database(7), query)

	ssh := talk(5*days, hours, 1, "10.0.1.1", "10.0.1.2", 22, 9000, 9000)
	f("a first login", 1, 0, ssh)
	other := func(at time.Duration) []detecttest.Flow {
		return talk(at, hours, 1, "10.0.1.1", "10.0.1.7", 22, 9000, 9000)
	}
	f("by who is known to log in to others", 0, 1, ssh, other(2*days))
	f("by who did so the day before, too", 2, 0, ssh, other(4*days))
	f("by who is known to let people in", 0, 1, ssh, login(2*days, "203.0.113.66", "10.0.1.1"))
	f("by who lets people try passwords", 1, 0, ssh, guesses(2*days, "203.0.113.66", "10.0.1.1", 20))

	named := database(2)
	unnamed := slices.Clone(talk(5*days+hours, hours, 10, "10.0.1.1", "10.0.9.5", 5432, 3000, 9000))
	for i := range unnamed {
		q := &unnamed[i]
		for addr, side := range map[string]*map[int]string{q.Src: &q.SrcSide, q.Dst: &q.DstSide} {
			if addr == "10.0.9.5" {
				*side = maps.Clone(*side)
				delete(*side, record.SideApp)
			}
		}
	}
	f("a database whose interface fell silent", 0, 0, named, unnamed)
}
