package alert

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// tell makes the finding that an incident is.
func tell(i Incident, first, crossed *node, weights map[string]float64) finding.Finding {
	worst := slices.Clone(i.Members)
	slices.SortFunc(worst, worstFirst)
	f := finding.Finding{
		ID:   finding.ID(IncidentRule+"/"+first.Rule, first.Entity, first.Window),
		Rule: IncidentRule, Family: finding.Incident, Severity: worst[0].Severity,
		Score:  int(math.Round(100 * (1 - math.Exp2(-i.Risk/threshold)))),
		Window: first.Window, Found: crossed.FirstSeen, Late: crossed.Late,
		FirstSeen: i.Members[0].FirstSeen, LastSeen: i.Members[0].LastSeen,
	}
	paged := false
	seen := map[finding.Entity]bool{}
	best := -1.0
	for _, m := range i.Members {
		f.FirstSeen, f.LastSeen = earliest(f.FirstSeen, m.FirstSeen), latest(f.LastSeen, m.LastSeen)
		f.Count += m.Count
		paged = paged || m.Page
		for _, t := range m.Attack {
			if !slices.Contains(f.Attack, t) {
				f.Attack = append(f.Attack, t)
			}
		}
		s := subjectOf(m)
		if w := weights[s.String()]; w > best && !m.Exposure {
			f.Entity, best = s, w
		}
		for _, e := range append(touchesOf(m), s) {
			if !seen[e] {
				seen[e] = true
				f.Touches = append(f.Touches, e)
			}
		}
	}
	for _, m := range worst { // its ends are those of the worst about whom it is about
		if subjectOf(m) == f.Entity && !m.Exposure {
			f.SrcAddr, f.DstAddr, f.DstPort = m.SrcAddr, m.DstAddr, m.DstPort
			break
		}
	}
	slices.Sort(f.Attack)
	f.Touches = slices.DeleteFunc(f.Touches, func(e finding.Entity) bool { return e == f.Entity })
	slices.SortFunc(f.Touches, compareEntities)
	others := len(f.Touches)
	f.Touches = f.Touches[:min(others, 50)]
	if len(i.Tactics) >= 3 && i.Risk >= pageRisk && f.Severity < finding.High {
		f.Severity = finding.High
	}
	// A page about one of its parts has been sent already.
	f.Page = f.Severity >= finding.High && i.Risk >= pageRisk && !paged
	f.Title = "Incident: " + strings.Join(i.Tactics, ", ")
	if len(i.Tactics) == 0 {
		f.Title = "Incident: " + worst[0].Title
	}
	f.Why = why(i, f, others)
	f.Usual = &finding.Range{High: threshold, Unit: "risk"}
	f.Evidence = evidenceOf(worst)
	for _, m := range worst {
		for _, step := range m.Response {
			if len(f.Response) < 8 && !slices.Contains(f.Response, step) {
				f.Response = append(f.Response, step)
			}
		}
	}
	return f
}

func why(i Incident, f finding.Finding, others int) string {
	var families []string
	for _, m := range i.Members {
		if !slices.Contains(families, string(m.Family)) {
			families = append(families, string(m.Family))
		}
	}
	about := f.Entity.String()
	if others > 0 {
		about += fmt.Sprintf(" and %d other%s", others, plural(others))
	}
	return fmt.Sprintf("%d findings (%s) about %s in %s add up to a risk of %.0f; below %.0f findings stay by themselves",
		len(i.Members), strings.Join(families, ", "), about, span(f.LastSeen.Sub(f.FirstSeen)), i.Risk, threshold)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// span tells a length of time: 40 min, 3.5 h.
func span(d time.Duration) string {
	if d < 2*time.Hour {
		return fmt.Sprintf("%.0f min", math.Ceil(d.Minutes()))
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", d.Hours()), ".0") + " h"
}

// mostFilters is of how many findings an incident's evidence is joined.
const mostFilters = 12

// evidenceOf selects the records behind findings, the worst first. How many there are
// is to be counted: they may overlap.
func evidenceOf(worst []finding.Finding) (e finding.Evidence) {
	var filters []string
	for _, m := range worst {
		if m.Evidence.Filter == "" || m.Evidence.Missing != nil || len(filters) == mostFilters {
			continue
		}
		if part := "(" + m.Evidence.Filter + ")"; !slices.Contains(filters, part) {
			filters = append(filters, part)
		}
		if e.Since.IsZero() {
			e.Since = m.Evidence.Since
		}
		e.Since, e.Until = earliest(e.Since, m.Evidence.Since), latest(e.Until, m.Evidence.Until)
	}
	if len(filters) == 0 {
		return worst[0].Evidence
	}
	if len(filters) == 1 {
		e.Filter = strings.TrimSuffix(strings.TrimPrefix(filters[0], "("), ")")
		return e
	}
	slices.Sort(filters)
	e.Filter = strings.Join(filters, " OR ")
	return e
}
