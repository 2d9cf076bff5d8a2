package channel

import (
	"fmt"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
)

type beaconRule struct {
	detect.Numbered
	rule.Beacon
}

// minEven is below which neither gaps nor sizes are those of a beacon, whatever the
// other parts say: it lies between uniform jitter of 50 % (0.87) and Poisson arrivals
// (0.5).
const minEven = 0.7

// The quartiles of the gaps may lie this far apart, in medians: uniform jitter of 50 %
// gives 0.5, Poisson arrivals 1.6. Of few gaps that is known less well.
const (
	maxSpread    = 0.8
	maxSpreadFew = 0.65
	fewStarts    = 40
)

// What the prevalence of a service and its age add to the score of a beacon.
const (
	rareBonus = 5
	newBonus  = 5
	oldMalus  = 15
	fewHosts  = 20 // among fewer, rare says nothing
)

// judgeBeacon scores a channel at a whole hour.
func (t *tracker) judgeBeacon(key uint64, l *link, now int64, out detect.Out) {
	r := t.beacon
	if int(l.answered) < r.MinStarts || l.span() < int64(r.MinSpan) || slices.Contains(r.Ignore, l.port) {
		return
	}
	users, hosts, common := t.crowd(l, r.MaxClients, r.MaxShare)
	if common {
		return
	}
	m := t.measure(l, now, true)
	if m.n < r.MinStarts || m.gaps < minEven || m.sizes < minEven {
		return
	}
	if m.spread > maxSpread || m.n < fewStarts && m.spread > maxSpreadFew {
		return
	}
	score := m.score()
	fresh, old := t.fresh(l, now, int64(r.Learn))
	switch {
	case fresh:
		score += newBonus
	case old:
		score -= oldMalus
	}
	if users == 1 && hosts >= fewHosts {
		score += rareBonus
	}
	if score < r.MinScore {
		return
	}
	// What goes on is told once, and again when its numbers have doubled.
	if l.since != 0 && l.given > l.answered/2 {
		return
	}
	if l = t.links.Change(key); l.since == 0 {
		l.since = now
	}
	l.given = l.answered
	f := l.begin(r.Rule, l.since)
	f.Found = time.Unix(0, now).UTC()
	f.Score = min(score, 100)
	f.DstPort = new(l.port)
	switch {
	case fresh && users == 1 && hosts >= fewHosts && score >= r.High:
	case fresh || !slices.Contains(plain, l.port):
		raise(&f, r.Rule, min(r.Severity, finding.Medium))
		f.Page = false
	default:
		// Nobody to compare with, no yesterday, or it was always so: software that looks
		// for news does the same.
		raise(&f, r.Rule, finding.Low)
		f.Weak, f.Page = true, false
	}
	f.Evidence = l.evidence(l.port, l.first, l.last)
	news := ""
	if fresh {
		news = ", first seen " + f.FirstSeen.Format("2006-01-02 15:04")
	}
	f.Why = fmt.Sprintf("%s began %d answered conversations with %s over %s, one about every %s (half of the gaps within %s of that), each sending about %s (half within %s); "+
		"of 100: timing %d, size %d, hours %d, duration %d; %s%s",
		l.client, l.answered, l.service(), span(l.span()), span(int64(m.gap*1e9)), span(int64(m.gapOff*1e9)), detect.SizeText(m.size), detect.SizeText(m.sizeOff),
		percent(m.gaps), percent(m.sizes), percent(m.hours), percent(m.duration), usedBy(users, hosts), news)
	out.Find(f)
}

func percent(v float64) int { return int(v*100 + 0.5) }

// usedBy tells how many hosts use a service.
func usedBy(users, hosts int) string {
	if users == 1 {
		return fmt.Sprintf("no other of %d hosts talks to it", max(hosts, 1))
	}
	return fmt.Sprintf("%d of %d hosts talk to it", users, hosts)
}

// raise sets the severity of a finding and, unless the rule says so, whether it pages.
func raise(f *finding.Finding, r *rule.Rule, s finding.Severity) {
	f.Severity = s
	if r.Weir.Page == nil {
		f.Page = s >= finding.High
	}
}

// begin returns when the data begins.
func (t *tracker) begin(now int64) int64 {
	if at := t.env.Hosts.Begin(); at != 0 {
		return at
	}
	return now // the first minute
}
