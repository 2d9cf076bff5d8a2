package alert

import (
	"net/netip"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/finding"
)

// explains tells which findings are only another look at the same thing: a flood is a
// surge, too, and a password that is guessed is a new edge. Told beside the one that
// says what it is they would be noise.
var explains = map[finding.Family][]finding.Family{
	finding.Surge:          {finding.NewSource},
	finding.FloodIn:        {finding.Surge, finding.ShortConnections, finding.RejectSurge, finding.NewSource},
	finding.FloodOut:       {finding.Surge, finding.ShortConnections, finding.RejectSurge, finding.C2, finding.Beacon, finding.NewDestination, finding.NewRegion, finding.Exfil, finding.NewSource},
	finding.Scan:           {finding.Surge, finding.ShortConnections, finding.RejectSurge, finding.Probe, finding.NewEdge, finding.NewSource, finding.Lateral, finding.C2},
	finding.Guess:          {finding.Surge, finding.ShortConnections, finding.RejectSurge, finding.NewEdge, finding.NewSource, finding.Lateral, finding.C2},
	finding.GuessSuccess:   {finding.Surge, finding.ShortConnections, finding.RejectSurge, finding.NewEdge, finding.NewSource, finding.Lateral, finding.Guess, finding.C2},
	finding.Exfil:          {finding.Surge, finding.NewDestination, finding.NewRegion},
	finding.NewDestination: {finding.Surge, finding.NewRegion},
	finding.ForbiddenPort:  {finding.Lateral, finding.NewEdge, finding.NewSource, finding.NewRegion},
	finding.ForbiddenEdge:  {finding.NewEdge, finding.Lateral},

	finding.ForbiddenSource:      {finding.NewSource},
	finding.ForbiddenDestination: {finding.NewRegion, finding.NewDestination, finding.C2},
	finding.KnownBad:             {finding.NewRegion, finding.NewSource, finding.C2, finding.Beacon},
	finding.Lateral:              {finding.NewEdge, finding.NewSource},
	finding.C2:                   {finding.NewRegion},
	finding.Beacon:               {finding.NewRegion},
	finding.RejectSurge:          {finding.Surge},
}

// Explainers are the families that explain others.
func Explainers() (families []finding.Family) {
	for _, f := range finding.Families {
		if explains[f] != nil {
			families = append(families, f)
		}
	}
	return families
}

// nearby is how far the times of two findings about one thing may lie apart.
const nearby = 10 * time.Minute

// Explain makes the findings weak that others explain, of the same list or known
// before: about the same ends at the same time, from a family that says more. They are
// kept, and count towards incidents.
func Explain(list, known []finding.Finding) []finding.Finding {
	for i := range list {
		f := &list[i]
		if f.Weak {
			continue
		}
		by := func(e finding.Finding) bool { return explainedBy(f, &e) }
		if slices.ContainsFunc(list, by) || slices.ContainsFunc(known, by) {
			f.Weak, f.Page = true, false
		}
	}
	return list
}

func explainedBy(f, by *finding.Finding) bool {
	if f.ID == by.ID || !slices.Contains(explains[by.Family], f.Family) {
		return false
	}
	// Nobody is told of a weak one. Who explains a lateral movement explains its edge, too.
	if by.Family == finding.Lateral && by.Weak {
		return false
	}
	if by.Exposure && !f.Exposure && !sameEnds(f, by) { // but a surge of nothing else is noise, too
		return false
	}
	if f.FirstSeen.After(by.LastSeen.Add(nearby)) || f.LastSeen.Before(by.FirstSeen.Add(-nearby)) {
		return false
	}
	// What comes in is told by its source, and a flood by its target, too.
	same := func(a, b netip.Addr) bool { return a.IsValid() && a == b }
	switch f.Family {
	case finding.RejectSurge:
		if by.Family == finding.Guess || by.Family == finding.GuessSuccess { // who guesses was let in
			return f.Entity == by.Entity || sameEnds(f, by)
		}
		return f.Entity == by.Entity || makes(by, f)
	case finding.Surge, finding.ShortConnections:
		return f.Entity == by.Entity || makes(by, f)
	case finding.NewSource:
		switch by.Family {
		case finding.FloodIn, finding.Surge: // of many sources at once
			return same(f.DstAddr, by.DstAddr)
		case finding.FloodOut: // from a port that looks like a service
			return same(f.SrcAddr, by.DstAddr) && same(f.DstAddr, by.SrcAddr)
		}
		return same(f.SrcAddr, by.SrcAddr) && (!by.DstAddr.IsValid() || same(f.DstAddr, by.DstAddr))
	case finding.NewRegion: // about an app, and one of its hosts
		return same(f.SrcAddr, by.SrcAddr) && (!by.DstAddr.IsValid() || same(f.DstAddr, by.DstAddr))
	case finding.C2:
		if by.Family == finding.Scan && !by.DstAddr.IsValid() && f.Severity >= finding.Medium {
			return false // who scans all around may take orders from somewhere, too
		}
		fallthrough
	default:
		return same(f.SrcAddr, by.SrcAddr) && (!by.DstAddr.IsValid() || !f.DstAddr.IsValid() || f.DstAddr == by.DstAddr)
	}
}

// sameEnds reports whether a surge is mostly between the two that another finding names.
func sameEnds(f, by *finding.Finding) bool {
	switch f.Family {
	case finding.Surge, finding.ShortConnections, finding.RejectSurge:
		return by.SrcAddr.IsValid() && by.DstAddr.IsValid() && f.SrcAddr == by.SrcAddr && f.DstAddr == by.DstAddr
	}
	return false
}

// makes reports whether what a finding tells of may be what a surge consists of. A surge
// names the ends that most of it has. Who has a scan and a surge of bytes with one host
// in the same hour has two things.
func makes(by, surge *finding.Finding) bool {
	ends := func(f *finding.Finding) (list []netip.Addr) {
		for _, a := range []netip.Addr{f.SrcAddr, f.DstAddr} {
			if a.IsValid() {
				list = append(list, a)
			}
		}
		return list
	}
	of, its := ends(surge), ends(by)
	shared := 0
	for _, a := range its {
		if slices.Contains(of, a) {
			shared++
		}
	}
	switch {
	case shared == 0 || shared < len(of) && len(of) == 2: // most of it is between two, and of this only one is one
		return false
	case shared == len(its):
		return true
	}
	// It goes on with one that has no most of the surge: enough if there is much of it.
	flows := surge.Usual == nil || surge.Usual.Unit != "bytes" && surge.Usual.Unit != "packets"
	return len(of) == 1 && flows && enough*by.Count >= surge.Count
}

// enough is what part of a surge must be told of. A finding's count is told again when
// it has doubled, and a surge counts both ways of a conversation.
const enough = 4
