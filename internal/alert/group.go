package alert

import (
	"cmp"
	"encoding/json"
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
			f = merge(old, f)
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

// merge returns what two tellings of one finding say together, the same whichever
// came first: the text and numbers of the later one, which has counted more, and the
// times of both. It was found late when it was never found in time.
func merge(a, b finding.Finding) finding.Finding {
	m := a
	if later(b, a) {
		m = b
	}
	m.FirstSeen, m.LastSeen = earliest(a.FirstSeen, b.FirstSeen), latest(a.LastSeen, b.LastSeen)
	m.Count, m.Found = max(a.Count, b.Count), earliest(a.Found, b.Found)
	m.Late = a.Late && b.Late
	return m
}

func later(a, b finding.Finding) bool {
	c := cmp.Or(
		cmp.Compare(a.Count, b.Count), a.LastSeen.Compare(b.LastSeen), order(a.Resolved, b.Resolved), a.Found.Compare(b.Found),
		cmp.Compare(a.Evidence.Count, b.Evidence.Count), order(a.Evidence.Exact, b.Evidence.Exact),
		cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Score, b.Score))
	if c == 0 { // of texts that differ in nothing that grows, any rule will do
		c = cmp.Compare(body(a), body(b))
	}
	return c > 0
}

// body is a finding as it is stored.
func body(f finding.Finding) string {
	text, err := json.Marshal(f)
	if err != nil { // it holds nothing that JSON cannot
		panic(err)
	}
	return string(text)
}

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
