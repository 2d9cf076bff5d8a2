package alert

import (
	"cmp"
	"math"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
)

// IncidentConfig tunes how findings become incidents.
type IncidentConfig struct {
	Off bool
	// Hub tells of entities that stand for many others by their role: NAT gateways,
	// load balancers, resolvers, the user's own scanners. Nothing finds together
	// through them. May be nil.
	Hub func(finding.Entity) bool
}

// The numbers behind incidents. A finding weighs its score.
const (
	within    = 24 * time.Hour // findings that start so close belong together
	learning  = 24 * time.Hour // from the first finding of all: weak ones are what is usual here
	novelty   = 72 * time.Hour // the same again within it is a repeat
	sameTime  = time.Hour      // in which what comes first tells nothing
	hubOf     = 16             // an entity with more others is a hub
	halfLife  = 12 * time.Hour // of the weight of a finding
	threshold = 80.0           // risk from which on findings are an incident
	bonus     = 0.25           // for each further tactic
	pageRisk  = 2 * threshold
)

// IncidentRule is the id of the rule of incidents.
const IncidentRule = "incident"

// Incident is findings that belong together: the finding that says so, and what it is
// made of.
type Incident struct {
	finding.Finding
	Members []finding.Finding // in event time
	Tactics []string          // in the order of their first appearance
	Risk    float64
}

// Incidents returns the incidents that findings make, in event time. It depends on the
// findings alone, not on their order.
//
// Two findings belong together when they start within a day and are about the same
// entity, or the one is about a host that the other came to before: an attack goes from
// whom it has to whom it gets, and what befalls a host explains nothing that the host did
// the day before. Two that merely touch the same belong together if it is outside, or if
// they are of one family. What one does again and again adds to an incident but joins
// none, and neither do internet noise and the weak findings of the first day of all; nor
// do findings find together through an entity that has dealings with very many others.
//
// The risk of what belongs together is the sum of the scores, less with time, less for
// more of the same rule or of the same two hosts, and raised by each further tactic of an
// attack; from a certain risk on it is an incident.
func Incidents(findings []finding.Finding, cfg IncidentConfig) []Incident {
	merged := map[string]finding.Finding{}
	for _, f := range findings {
		if old, ok := merged[f.ID]; ok {
			f = finding.Merge(old, f)
		}
		merged[f.ID] = f
	}
	list := make([]finding.Finding, 0, len(merged))
	for _, f := range merged {
		list = append(list, f)
	}
	var out []Incident
	for _, c := range components(list, firstOf(list), cfg) {
		if i, ok := judge(c); ok {
			out = append(out, i)
		}
	}
	return out
}

// firstOf returns when the first finding of all began.
func firstOf(list []finding.Finding) (first time.Time) {
	for i, f := range list {
		if i == 0 || f.FirstSeen.Before(first) {
			first = f.FirstSeen
		}
	}
	return first
}

// node is a finding among others.
type node struct {
	finding.Finding
	subject finding.Entity
	touches []finding.Entity
	early   bool // weak, and of the time in which what is usual is not known
	repeat  bool // the same rule has found the same of the entity before
	group   int  // of union-find, by place in the list; -1: in none
}

// joins reports whether a finding brings others together. One that does not goes with
// one that does.
func (n *node) joins() bool { return !n.repeat && !n.early && !n.Exposure }

// subjectOf returns whom a finding is about. Of a pair that is the source.
func subjectOf(f finding.Finding) finding.Entity {
	if f.Entity.Kind == finding.KindPair {
		if src, _, ok := strings.Cut(f.Entity.ID, " > "); ok {
			return address(src, f.Entity.Network)
		}
	}
	return f.Entity
}

// touchesOf returns the other entities of a finding: what the detector names, else the
// other end.
func touchesOf(f finding.Finding) []finding.Entity {
	subject := subjectOf(f)
	list := slices.Clone(f.Touches)
	if _, dst, ok := strings.Cut(f.Entity.ID, " > "); ok && f.Entity.Kind == finding.KindPair {
		list = append(list, address(dst, f.Entity.Network))
	}
	if len(list) == 0 && f.Entity.Kind == finding.KindAddress {
		for _, a := range []netip.Addr{f.SrcAddr, f.DstAddr} {
			if a.IsValid() {
				list = append(list, address(a.String(), f.Entity.Network))
			}
		}
	}
	list = slices.DeleteFunc(list, func(e finding.Entity) bool { return e == subject || e.ID == "" })
	slices.SortFunc(list, compareEntities)
	return slices.Compact(list)
}

// Entities returns all that a finding is about: whom it is about first, then what it
// touches.
func Entities(f finding.Finding) []finding.Entity {
	return append([]finding.Entity{subjectOf(f)}, touchesOf(f)...)
}

func compareEntities(a, b finding.Entity) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Network, b.Network), cmp.Compare(a.ID, b.ID))
}

// address is the entity of an address: public ones have no network.
func address(text, network string) finding.Entity {
	e := finding.Entity{Kind: finding.KindAddress, Network: network, ID: text}
	if isPublic(text) {
		e.Network = ""
	}
	return e
}

func isPublic(text string) bool {
	a, err := netip.ParseAddr(text)
	return err == nil && iana.ScopeOf(a.As16()) == iana.Public
}

// components returns what belongs together, each in event time, in the order of their
// first finding.
func components(findings []finding.Finding, first time.Time, cfg IncidentConfig) [][]*node {
	nodes := make([]*node, 0, len(findings))
	for _, f := range findings {
		if f.Family != finding.Incident && f.Family != finding.PacketsLost && !f.Resolved {
			nodes = append(nodes, &node{
				Finding: f, subject: subjectOf(f), touches: touchesOf(f), group: -1,
				early: f.Weak && f.FirstSeen.Sub(first) < learning,
			})
		}
	}
	slices.SortFunc(nodes, func(a, b *node) int { return cmp.Or(a.FirstSeen.Compare(b.FirstSeen), cmp.Compare(a.ID, b.ID)) })
	markRepeats(nodes)
	by := glue(nodes, cfg)

	sets := make(union, len(nodes))
	for i, n := range nodes {
		sets[i] = i
		n.group = i
	}
	for e, at := range by {
		sets.joinAt(nodes, e, at)
	}
	for i, n := range nodes {
		if !n.joins() {
			n.group = -1
			if near := nearest(nodes, by, i); near >= 0 {
				n.group = sets.find(near)
			}
			continue
		}
		n.group = sets.find(i)
	}
	groups := map[int][]*node{}
	var order []int
	for _, n := range nodes {
		if n.group < 0 {
			continue
		}
		if groups[n.group] == nil {
			order = append(order, n.group)
		}
		groups[n.group] = append(groups[n.group], n)
	}
	var out [][]*node
	for _, g := range order {
		out = append(out, groups[g])
	}
	return out
}

func markRepeats(nodes []*node) {
	type key struct {
		rule   string
		entity finding.Entity
	}
	last := map[key]time.Time{}
	for _, n := range nodes {
		if n.Exposure {
			continue
		}
		k := key{n.Rule, n.Entity}
		before, ok := last[k]
		n.repeat = ok && n.FirstSeen.Sub(before) <= novelty
		last[k] = n.FirstSeen
	}
}

// glue returns by entity the places of the findings that find together through it.
func glue(nodes []*node, cfg IncidentConfig) map[finding.Entity][]int {
	type deed struct {
		subject finding.Entity
		family  finding.Family
	}
	out, in := map[deed]*crowd{}, map[finding.Entity]*crowd{}
	for _, n := range nodes {
		if n.Exposure {
			continue
		}
		for _, e := range n.touches {
			get(out, deed{n.subject, n.Family}).add(n.FirstSeen, e)
			get(in, e).add(n.FirstSeen, n.subject)
		}
	}
	hub := cfg.Hub
	if hub == nil {
		hub = func(finding.Entity) bool { return false }
	}
	by := map[finding.Entity][]int{}
	for i, n := range nodes {
		if !hub(n.subject) {
			by[n.subject] = append(by[n.subject], i)
		}
		if n.Exposure || len(n.touches) > 0 && get(out, deed{n.subject, n.Family}).large(n.FirstSeen) {
			continue
		}
		for _, e := range n.touches {
			if !hub(e) && !get(in, e).large(n.FirstSeen) {
				by[e] = append(by[e], i)
			}
		}
	}
	return by
}

// crowd is whom an entity has dealings with, and when, in event time.
type crowd struct {
	at    []time.Time
	whom  []finding.Entity
	lo    int // the window of large
	hi    int
	count map[finding.Entity]int
}

func get[K comparable](m map[K]*crowd, k K) *crowd {
	if m[k] == nil {
		m[k] = &crowd{count: map[finding.Entity]int{}}
	}
	return m[k]
}

func (c *crowd) add(at time.Time, e finding.Entity) {
	c.at, c.whom = append(c.at, at), append(c.whom, e)
}

// large reports whether there are more than hubOf within a day before and after a
// moment, which is never before that of the last call.
func (c *crowd) large(now time.Time) bool {
	for ; c.hi < len(c.at) && c.at[c.hi].Sub(now) <= within; c.hi++ {
		c.count[c.whom[c.hi]]++
	}
	for ; c.lo < c.hi && now.Sub(c.at[c.lo]) > within; c.lo++ {
		if c.count[c.whom[c.lo]]--; c.count[c.whom[c.lo]] == 0 {
			delete(c.count, c.whom[c.lo])
		}
	}
	return len(c.count) > hubOf
}

// nearest returns the finding that one which joins nothing by itself goes with: the
// closest in time that shares an entity, of noise one about the same; -1 for none.
func nearest(nodes []*node, by map[finding.Entity][]int, i int) int {
	n := nodes[i]
	entities := []finding.Entity{n.subject}
	if !n.Exposure {
		entities = append(entities, n.touches...)
	}
	best, bestGap := -1, within+1
	for _, e := range entities {
		list := by[e]
		at, _ := slices.BinarySearch(list, i)
		consider := func(j int) bool {
			gap := nodes[j].FirstSeen.Sub(n.FirstSeen).Abs()
			if j == i || !nodes[j].joins() || n.Exposure && nodes[j].subject != n.subject {
				return gap <= within
			}
			if gap < bestGap || gap == bestGap && j < best {
				best, bestGap = j, gap
			}
			return false
		}
		if len(list) == 0 || (at >= len(list) || list[at] != i) && e != n.subject {
			continue // it does not glue
		}
		for k := at - 1; k >= 0 && consider(list[k]); k-- {
		}
		for k := at; k < len(list) && consider(list[k]); k++ {
		}
	}
	return best
}

// union is sets of places.
type union []int

func (u union) find(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

// joinAt joins the findings, in event time, that find together through an entity.
func (u union) joinAt(nodes []*node, e finding.Entity, at []int) {
	about := -1      // the last that is about it
	var coming []int // those that touch it since
	outside := e.Kind == finding.KindAddress && isPublic(e.ID)
	for _, i := range at {
		n := nodes[i]
		if !n.joins() {
			continue
		}
		near := func(j int, gap time.Duration) bool { return j >= 0 && n.FirstSeen.Sub(nodes[j].FirstSeen) <= gap }
		if n.subject == e {
			if near(about, within) {
				u.join(about, i)
			}
			for _, j := range coming {
				if near(j, within) {
					u.join(j, i)
				}
			}
			about, coming = i, coming[:0]
			continue
		}
		if e.Kind == finding.KindApp { // each of its hosts would be one with all others
			continue
		}
		if near(about, sameTime) || outside && near(about, within) {
			u.join(about, i)
		}
		coming = slices.DeleteFunc(coming, func(j int) bool { return !near(j, within) })
		for _, j := range coming {
			if outside || nodes[j].Family == n.Family {
				u.join(j, i)
			}
		}
		coming = append(coming, i)
	}
}

// join makes one set of two; it is known by its first place.
func (u union) join(a, b int) {
	a, b = u.find(a), u.find(b)
	u[max(a, b)] = min(a, b)
}

// judge says whether findings that belong together are an incident: at least two rules
// have found something, and the risk was high enough at some moment.
//
// More of the same weighs less here otherwise than in [Risks]. Here it is asked when the
// whole became serious, so it is counted in event time, the first whole: what comes later
// takes nothing back from the moment that crossed the threshold. The same is what one rule
// says of any entity, as a rule that speaks of thirty hosts is one sign and not thirty,
// noise among it; and what two rules say of one connection, as they decide together.
func judge(members []*node) (Incident, bool) {
	var first *node // that joins: it gives the id
	weights := map[string]float64{}
	rules := map[string]int{}
	// What two rules say of the same two hosts in the same step of an attack rests on the
	// same records: an odd connection is told as long, and as one that takes orders.
	type told struct {
		src, dst netip.Addr
		tactic   string
	}
	same := map[told]int{}
	var i Incident
	risk, last, crossed := 0.0, time.Time{}, (*node)(nil)
	for _, n := range members {
		i.Members = append(i.Members, n.Finding)
		if n.early {
			continue
		}
		tactic := Tactic(n.Finding)
		if tactic != "" && !slices.Contains(i.Tactics, tactic) {
			i.Tactics = append(i.Tactics, tactic)
		}
		rules[n.Rule]++
		if n.Exposure {
			continue
		}
		times := rules[n.Rule]
		if n.SrcAddr.IsValid() && n.DstAddr.IsValid() {
			of := told{n.SrcAddr, n.DstAddr, tactic}
			same[of]++
			times = max(times, same[of])
		}
		if first == nil && n.joins() {
			first = n
		}
		weight := float64(n.Score) / float64(times)
		weights[n.subject.String()] += weight
		if !last.IsZero() {
			risk *= math.Exp2(-float64(n.FirstSeen.Sub(last)) / float64(halfLife))
		}
		risk, last = risk+weight, n.FirstSeen
		if now := risk * (1 + bonus*float64(max(0, len(i.Tactics)-1))); now > i.Risk {
			i.Risk = now
		}
		if crossed == nil && i.Risk >= threshold && len(rules) > 1 {
			crossed = n
		}
	}
	if first == nil || len(rules) < 2 || i.Risk < threshold {
		return i, false
	}
	if crossed == nil { // by noise that came last
		crossed = members[len(members)-1]
	}
	i.Finding = tell(i, first, crossed, weights)
	return i, true
}
