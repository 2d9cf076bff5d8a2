package alert

import (
	"cmp"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// ID returns the id of the alert that a finding belongs to: findings of one family
// about one entity in one realert interval are one alert, whichever of them comes
// first.
func ID(f finding.Finding) string {
	if f.Family == finding.Incident {
		return f.ID
	}
	return finding.ID(string(f.Family), f.Entity, f.Window)
}

// Of returns the alerts that findings make, in the order of event time, as if nobody
// had looked at them yet. Findings may come in any order, and more than once. Weak
// ones make no alert.
func Of(findings []finding.Finding) []Alert {
	merged := map[string]finding.Finding{}
	for _, f := range findings {
		if old, ok := merged[f.ID]; ok {
			f = finding.Merge(old, f)
		}
		merged[f.ID] = f
	}
	groups := map[string][]finding.Finding{}
	for _, f := range merged {
		groups[ID(f)] = append(groups[ID(f)], f)
	}
	var list []Alert
	for _, members := range groups {
		if a, ok := group(members); ok {
			list = append(list, a)
		}
	}
	slices.SortFunc(list, func(a, b Alert) int {
		return cmp.Or(a.FirstSeen.Compare(b.FirstSeen), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// group makes an alert of its findings; false when all are weak. The worst of them
// speaks for all: its numbers are the alert's, so that the evidence is that of the
// count. The times are those of all.
func group(members []finding.Finding) (Alert, bool) {
	members = slices.DeleteFunc(slices.Clone(members), func(f finding.Finding) bool { return f.Weak })
	if len(members) == 0 {
		return Alert{}, false
	}
	a := New(slices.MinFunc(members, worstFirst))
	a.ID = ID(a.Finding)
	for _, f := range members {
		a.FirstSeen = earliest(a.FirstSeen, f.FirstSeen)
		a.LastSeen = latest(a.LastSeen, f.LastSeen)
		if !f.Resolved {
			a.Status = Firing
		}
	}
	return a, true
}

func worstFirst(a, b finding.Finding) int {
	return cmp.Or(
		order(b.Page, a.Page), order(a.Exposure, b.Exposure), order(a.Resolved, b.Resolved),
		cmp.Compare(b.Severity, a.Severity), cmp.Compare(b.Score, a.Score),
		a.FirstSeen.Compare(b.FirstSeen), cmp.Compare(a.ID, b.ID))
}

// order sorts false before true.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// body is a finding as it is stored.
func body(f finding.Finding) string { return f.Text() }

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
