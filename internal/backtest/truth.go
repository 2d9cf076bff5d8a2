package backtest

import (
	"encoding/json"
	"fmt"
	"math"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// margin is how far the times of an alert and of an incident may lie apart.
const margin = 10 * time.Minute

// Incident is what really happened, as a file of truth tells it. What it does not tell
// is not compared.
type Incident struct {
	ID     string
	Family finding.Family
	Src    netip.Addr
	Dst    []netip.Addr // any of them
	Entity string       // id of the entity, where neither address tells
	Start  time.Time
	End    time.Time
	Page   *bool  // whether it should page; nil: not told
	Name   string // what kind of it, "scan:slow"

	// Also are further families that findings about it may rightly have, and Touches what
	// such findings may be about beside its own ends. They count neither for nor against.
	Also    []finding.Family
	Touches []finding.Entity
}

// families are the names that files of truth use beside those of families.
var families = map[string]finding.Family{
	"lateral-movement": finding.Lateral,
	"brute-force":      finding.Guess,
	"dos":              finding.FloodOut,
	"exfiltration":     finding.Exfil,
}

// document is an incident as files have it.
type document struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Type   string          `json:"type"`
	Src    json.RawMessage `json:"src"`
	Dst    json.RawMessage `json:"dst"`
	Start  json.RawMessage `json:"start"`
	End    json.RawMessage `json:"end"`
	Page   *bool           `json:"page"`
	Entity *finding.Entity `json:"entity"`

	Also    []finding.Family `json:"also"`
	Touches []finding.Entity `json:"touches"`
}

// ParseTruth reads incidents: a list of them, or an object with the list under
// "incidents". Times are Unix seconds or RFC 3339.
func ParseTruth(data []byte) ([]Incident, error) {
	var list []document
	if err := json.Unmarshal(data, &list); err != nil {
		var whole struct {
			Incidents []document `json:"incidents"`
		}
		if err := json.Unmarshal(data, &whole); err != nil {
			return nil, fmt.Errorf("read incidents: %w", err)
		}
		list = whole.Incidents
	}
	out := make([]Incident, 0, len(list))
	for i, d := range list {
		n, err := d.incident()
		if err != nil {
			return nil, fmt.Errorf("incident %d (%s): %w", i+1, d.ID, err)
		}
		out = append(out, n)
	}
	return out, nil
}

func (d *document) incident() (n Incident, err error) {
	n = Incident{ID: d.ID, Page: d.Page, Also: d.Also, Touches: d.Touches, Name: d.Name}
	if n.ID == "" {
		n.ID = d.Name
	}
	if n.Family = families[d.Type]; n.Family == "" {
		name := d.Type
		if strings.HasPrefix(name, "port-scan") {
			name = string(finding.Scan)
		}
		if n.Family, err = finding.ParseFamily(name); err != nil {
			return n, err
		}
	}
	if d.Entity != nil {
		n.Entity = d.Entity.ID
	}
	if src := addresses(d.Src); len(src) == 1 {
		n.Src = src[0]
	}
	n.Dst = addresses(d.Dst)
	if n.Start, err = moment(d.Start); err != nil {
		return n, fmt.Errorf("start: %w", err)
	}
	if n.End, err = moment(d.End); err != nil {
		return n, fmt.Errorf("end: %w", err)
	}
	return n, nil
}

// addresses reads an address, a list of them or an object whose keys are addresses,
// perhaps with a port.
func addresses(raw json.RawMessage) (out []netip.Addr) {
	var texts []string
	var one string
	var many map[string]any
	switch {
	case json.Unmarshal(raw, &one) == nil:
		texts = []string{one}
	case json.Unmarshal(raw, &texts) == nil:
	case json.Unmarshal(raw, &many) == nil:
		for key := range many {
			texts = append(texts, key)
		}
		slices.Sort(texts)
	}
	for _, text := range texts {
		if a, err := netip.ParseAddr(text); err == nil {
			out = append(out, a)
		} else if p, err := netip.ParseAddrPort(text); err == nil {
			out = append(out, p.Addr())
		}
	}
	return out
}

func moment(raw json.RawMessage) (time.Time, error) {
	var seconds float64
	if json.Unmarshal(raw, &seconds) == nil {
		whole, part := math.Modf(seconds)
		return time.Unix(int64(whole), int64(part*1e9)).UTC(), nil
	}
	var t time.Time
	err := json.Unmarshal(raw, &t)
	return t, err
}

// Score is how the findings of a family compare with the truth. An incident counts
// once, however many findings tell of it.
type Score struct {
	Family    finding.Family `json:"family"`
	Precision *float64       `json:"precision"` // null without findings
	Recall    *float64       `json:"recall"`    // null without incidents
	Delay     *float64       `json:"delay_s"`   // median seconds of event time from its start; null when none was found
	TP        int            `json:"tp"`
	FP        int            `json:"fp"`
	FN        int            `json:"fn"`

	Missed []Incident        `json:"-"`
	False  []finding.Finding `json:"-"`
}

// Judge compares findings with the truth, family by family. A finding is right when
// its family, source and time are those of an incident, and its destination where the
// incident names one.
func Judge(found []finding.Finding, truth []Incident) []Score {
	type tally struct {
		seen   []bool
		delays []float64
		score  Score
	}
	byFamily := map[finding.Family]*tally{}
	at := func(f finding.Family) *tally {
		if byFamily[f] == nil {
			byFamily[f] = &tally{score: Score{Family: f}}
		}
		return byFamily[f]
	}
	for _, n := range found {
		if n.Weak {
			continue
		}
		t := at(n.Family)
		right := false
		for i := range truth {
			if truth[i].Family != n.Family || !truth[i].Matches(&n) {
				continue
			}
			right = true
			if len(t.seen) == 0 {
				t.seen = make([]bool, len(truth))
			}
			if !t.seen[i] {
				t.seen[i] = true
				t.delays = append(t.delays, max(0, n.Found.Sub(truth[i].Start).Seconds()))
			}
		}
		aside := func(i Incident) bool { return i.excuses(&n) }
		if !right && !slices.ContainsFunc(truth, aside) {
			t.score.FP++
			t.score.False = append(t.score.False, n)
		}
	}
	for i := range truth {
		t := at(truth[i].Family)
		if len(t.seen) > 0 && t.seen[i] {
			t.score.TP++
			continue
		}
		t.score.FN++
		t.score.Missed = append(t.score.Missed, truth[i])
	}
	var scores []Score
	for _, f := range finding.Families {
		t := byFamily[f]
		if t == nil {
			continue
		}
		s := t.score
		s.Precision, s.Recall = ratio(s.TP, s.TP+s.FP), ratio(s.TP, s.TP+s.FN)
		if slices.Sort(t.delays); len(t.delays) > 0 {
			s.Delay = &t.delays[len(t.delays)/2]
		}
		scores = append(scores, s)
	}
	return scores
}

func ratio(part, of int) *float64 {
	if of == 0 {
		return nil
	}
	r := float64(part) / float64(of)
	return &r
}

// excuses reports whether a finding is a side of the incident that is rightly seen, too.
func (n *Incident) excuses(f *finding.Finding) bool {
	if f.Family == finding.Incident { // made of what was found of it
		about := func(e finding.Entity) bool {
			return e.ID != "" && e.ID == n.Entity || n.Src.IsValid() && e.ID == n.Src.String()
		}
		return (n.Page == nil || *n.Page) && n.during(f) && (n.Matches(f) || about(f.Entity) || slices.ContainsFunc(f.Touches, about))
	}
	if !slices.Contains(n.Also, f.Family) {
		return false
	}
	if n.Matches(f) {
		return true
	}
	ends := func(e finding.Entity) bool {
		return e.ID == f.Entity.ID || f.SrcAddr.IsValid() && e.ID == f.SrcAddr.String() || f.DstAddr.IsValid() && e.ID == f.DstAddr.String()
	}
	return n.during(f) && slices.ContainsFunc(n.Touches, ends)
}

// during reports whether a finding and the incident were at about the same time.
func (n *Incident) during(f *finding.Finding) bool {
	return !f.LastSeen.Before(n.Start.Add(-margin)) && !f.FirstSeen.After(n.End.Add(margin))
}

// Matches reports whether a finding tells of the incident.
func (n *Incident) Matches(f *finding.Finding) bool {
	if !n.during(f) {
		return false
	}
	switch {
	case n.Family == finding.Lateral && slices.Contains(n.Dst, f.SrcAddr):
		return !f.DstAddr.IsValid() || slices.Contains(n.Dst, f.DstAddr) // a later hop of the path
	case n.Src.IsValid() && f.SrcAddr.IsValid():
		return f.SrcAddr == n.Src && (len(n.Dst) == 0 || !f.DstAddr.IsValid() || slices.Contains(n.Dst, f.DstAddr))
	case len(n.Dst) > 0 && f.DstAddr.IsValid():
		return slices.Contains(n.Dst, f.DstAddr)
	case n.Entity != "":
		return f.Entity.ID == n.Entity || slices.ContainsFunc(f.Touches, func(e finding.Entity) bool { return e.ID == n.Entity })
	default:
		return n.Src.IsValid() && strings.Contains(f.Entity.ID, n.Src.String())
	}
}
