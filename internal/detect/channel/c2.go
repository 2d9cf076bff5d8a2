package channel

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/rule"
)

type c2Rule struct {
	detect.Numbered
	rule.C2
}

// What each sign of a command and control channel weighs when it is as clear as can
// be. No sign alone makes a finding that pages.
const (
	weightFailing = 35 // attempts again and again that nobody answers
	weightTiming  = 30 // even gaps and sizes
	weightStorm   = 60 // floods of questions for names, which carry data or look for a controller
	weightDeaf    = 20 // most of them unanswered
	weightPort    = 25 // a port that software for people does not use towards the outside
	weightUpload  = 20 // sends far more than it gets
	weightOften   = 25 // very many conversations with one destination
	weightSmall   = 10 // requests small and alike
	weightLasting = 15 // a conversation that stays open, or conversations all the time
	weightNew     = 10 // a destination that came up after days without it
	weightKnown   = 30 // taken off where it was always there
)

// inner are services that stay inside a network: nothing serves them to the internet
// on purpose.
var inner = []uint16{23, 111, 135, 137, 138, 139, 445, 1433, 3389, 5900, 5985, 5986}

// plain are services that all kinds of software use towards the outside.
var plain = []uint16{80, 443}

// oddity scores how unusual a service port is towards the outside, 0 to 1.
func (l *link) oddity() float64 {
	switch {
	case slices.Contains(plain, l.port):
		return 0
	case slices.Contains(inner, l.port):
		return 1
	case iana.KnownPort(l.protocol, l.port):
		return 0.5
	default:
		return 1
	}
}

// sat scores how far n is between low and high in powers of two, 0 to 1.
func sat(n, low, high float64) float64 {
	if n <= low {
		return 0
	}
	return min(1, math.Log2(n/low)/math.Log2(high/low))
}

// signs weighs what is known of a channel and says in words what counts. clear is
// how many signs are clear by themselves.
func (t *tracker) signs(l *link, now int64) (score float64, clear int, why []string) {
	add := func(weight, sign float64, format string, args ...any) {
		if points := weight * sign; points >= 2 {
			score += points
			if sign >= 0.5 {
				clear++
			}
			why = append(why, fmt.Sprintf(format, args...))
		}
	}
	n, answered := float64(l.starts), float64(l.answered)
	failed := max(0, n-answered)
	observed := max(float64(l.last-max(t.begin(now), now-24*int64(time.Hour))), 1)
	used := float64(l.span())

	if naming(l.port) {
		minutes := max(used/float64(time.Minute), 1)
		rate := n / max(minutes, 10) * 10
		add(weightStorm, sat(rate, 100, 3200), "%d questions for names in %s", l.starts, span(l.span()))
		if deaf := 1 - float64(l.replies)/float64(l.flows); n >= 50 && deaf > 0.5 {
			add(weightDeaf, deaf, "%.0f %% of them without an answer", 100*deaf)
		}
		if c := t.clients.Get(l.hosts[0]); c != nil && score > 0 && c.names.Len() > 2 {
			add(weightSmall, 1, "%d servers asked in all", c.names.Len())
		}
		return score, clear, why
	}

	if n >= 3 && failed/n >= 0.8 {
		add(weightFailing, sat(n, 2, 64)*min(1, used/float64(2*time.Minute)), "%.0f attempts over %s of which %d were answered", n, span(l.span()), l.answered)
	}
	if odd := l.oddity(); odd > 0 && (answered > 0 || l.long > 0 || n >= 3) {
		add(weightPort, odd, "unusual port %d", l.port)
	}
	if n >= 8 {
		m := t.measure(l, now, false)
		if even := 2*min(m.gaps, 1) - 1; m.gaps > 0.5 && m.gap >= 1 {
			add(weightTiming, even*max(0.5, m.sizes)*min(1, n/24), "about one every %s, half of the gaps within %s of that", span(int64(m.gap*1e9)), span(int64(m.gapOff*1e9)))
		}
		if m.size < 4096 && m.sizes > 0.8 && answered > n/5 {
			add(weightSmall, 1, "requests all about %s", detect.SizeText(m.size))
		}
	}
	add(weightOften, sat(n, 16, 1024), "%d conversations in %s", l.starts, span(l.span()))
	if l.up > 64<<10 && l.up > 3*l.down {
		add(weightUpload, sat(float64(l.up)/float64(max(l.down, 1)), 2, 16), "%s sent for %s received", detect.SizeText(float64(l.up)), detect.SizeText(float64(l.down)))
	}
	switch {
	case l.long >= int64(10*time.Minute):
		add(weightLasting, 1, "a connection open for %s", span(l.long))
	case n >= 3 && used >= float64(20*time.Minute) && used >= observed/3:
		add(weightLasting, 1, "in use for %s", span(l.span()))
	}
	return score, clear, why
}

// judgeC2 weighs the signs of a channel and tells of the destination if they are
// enough.
func (t *tracker) judgeC2(l *link, now int64, out detect.Out) {
	if l.flows == 0 || l.port == 123 {
		return // answers to nothing, or time, which is asked for by the clock
	}
	r := t.c2
	score, clear, why := t.signs(l, now)
	if score <= 0 {
		return
	}
	users, hosts, common := t.crowd(l, r.MaxClients, r.MaxShare)
	fresh, old := t.fresh(l, now, int64(r.Learn))
	switch {
	case common && !naming(l.port):
		score *= 0.3
	case fresh:
		score += weightNew
		why = append(why, "first seen "+time.Unix(0, l.first).UTC().Format("2006-01-02 15:04"))
	case old:
		score -= weightKnown
	case now-t.begin(now) < int64(r.Learn) && slices.Contains(plain, l.port):
		score *= 0.7 // there is no yesterday, and software that looks for news does the same
	}
	score = min(max(score, 0), 100)

	pairKey := detect.Key(l.hosts[0], l.hosts[1])
	if score < 10 && t.pairs.Get(pairKey) == nil {
		return
	}
	p, _ := t.pairs.Use(pairKey, now)
	if p.since == 0 {
		p.since = now
	}
	p.set(portScore{port: l.port, protocol: l.protocol, score: uint8(score), first: l.first, last: l.last, flows: l.flows})
	whole, first, last, flows := p.sum()
	if whole < r.MinScore || uint8(score) < p.ports[p.best()].score {
		return // the port that matters speaks for the pair
	}
	if whole < int(p.score)+5 && (whole <= int(p.score) || whole < r.Medium) && flows < 2*p.flows {
		return // told already
	}
	if whole < r.Medium && !t.among(l, whole, now) {
		return
	}
	if whole >= r.Medium {
		t.among(l, whole, now)
	}
	p.score, p.flows = max(p.score, uint8(whole)), flows

	f := l.begin(r.Rule, p.since)
	f.Found = time.Unix(0, now).UTC()
	f.Score, f.Count = int(p.score), flows
	f.FirstSeen, f.LastSeen = time.Unix(0, first).UTC(), time.Unix(0, last).UTC()
	f.DstPort = new(l.port)
	port := l.port
	if len(p.ports) > 1 {
		port = 0
	}
	f.Evidence = l.evidence(port, first, last)
	switch {
	case int(p.score) < r.Medium:
		raise(&f, r.Rule, finding.Low)
		// In an estate a few signs count towards incidents only. Of a few hosts all that is
		// odd is told.
		f.Weak, f.Page = hosts >= fewHosts, false
	case int(p.score) < r.High || clear < 3 || !fresh && l.answered == 0:
		raise(&f, r.Rule, finding.Medium)
		f.Page = false
	}
	others := ""
	if len(p.ports) > 1 {
		others = fmt.Sprintf(", and %d more ports of that destination", len(p.ports)-1)
	}
	f.Why = fmt.Sprintf("%s to %s: %s; %s%s", l.client, l.service(), strings.Join(why, ", "), usedBy(users, hosts), others)
	out.Find(f)
}

// among reports whether a destination is among those with the highest scores of its
// host in the realert interval, and notes it.
func (t *tracker) among(l *link, score int, now int64) bool {
	c, _ := t.clients.Use(l.hosts[0], now)
	if window := detect.Window(t.c2.Rule, now); window != c.window {
		c.told, c.window = c.told[:0], window
	}
	top := max(t.c2.Top, 1)
	i := slices.IndexFunc(c.told, func(d told) bool { return d.server == l.hosts[1] })
	switch {
	case i >= 0:
		c.told[i].score = max(c.told[i].score, uint8(score))
	case len(c.told) < top:
		c.told = append(c.told, told{l.hosts[1], uint8(score)})
	case int(c.told[len(c.told)-1].score) < score:
		c.told[len(c.told)-1] = told{l.hosts[1], uint8(score)}
	default:
		return false
	}
	slices.SortFunc(c.told, func(a, b told) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.server, b.server))
	})
	return true
}

// set notes the score of a port. Of very many ports the highest are kept.
func (p *pair) set(s portScore) {
	i := slices.IndexFunc(p.ports, func(o portScore) bool { return o.port == s.port && o.protocol == s.protocol })
	if i < 0 && len(p.ports) < maxPorts {
		p.ports = append(p.ports, s)
		return
	}
	if i < 0 {
		i = 0
		for k := range p.ports {
			if p.ports[k].score < p.ports[i].score {
				i = k
			}
		}
		if p.ports[i].score >= s.score {
			return
		}
	}
	p.ports[i] = s
}

// best returns the index of the port with the highest score.
func (p *pair) best() (best int) {
	for i := range p.ports {
		if p.ports[i].score > p.ports[best].score {
			best = i
		}
	}
	return best
}

// sum joins the ports of a pair: the highest score, and a little for each further
// port that shows signs, two at most.
func (p *pair) sum() (score int, first, last int64, flows uint64) {
	first, last = math.MaxInt64, math.MinInt64
	more := 0
	for i, s := range p.ports {
		if i != p.best() && s.score >= 10 {
			more++
		}
		first, last, flows = min(first, s.first), max(last, s.last), flows+s.flows
	}
	return min(100, int(p.ports[p.best()].score)+5*min(more, 2)), first, last, flows
}
