// Package edge remembers what is usual between whom, and tells of what is new: values
// that a key never had, apps that never spoke, places outside that an app never sent
// to, sources that a host never answered, administration from host to host, and more
// bytes out than a host and its destination are used to.
//
// Memory begins with the data. While it is younger than a rule's time to learn, and
// for hosts and apps that are younger than that, nothing is new; only lateral movement
// is told before, when several signs come together. A conversation counts once it is
// answered, so that scans make no edges.
package edge

import (
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
)

// Detector runs the rules of mechanism edge. Each has a memory of its own.
type Detector struct {
	parts []numbered
}

// part is a rule with its memory.
type part interface {
	take(b *detect.Block, i int, out detect.Out) // a counted row of traffic that the rule selects
	hour(now int64, out detect.Out)              // at whole hours
	state() []detect.State
}

type numbered struct {
	n int // -1: all rows
	part
}

var _ detect.Detector = (*Detector)(nil)

// New returns a detector for the rules that are of this mechanism. Settings may be
// given by value or by pointer.
func New(env *detect.Env, rules []detect.Numbered) detect.Detector {
	keys := max(env.Keys/max(len(rules), 1), 64)
	d := &Detector{}
	for _, r := range rules {
		p, err := newPart(env, r, keys)
		if err != nil {
			continue // Check tells
		}
		n := numbered{-1, p}
		if r.Filter != nil {
			n.n = r.N
		}
		d.parts = append(d.parts, n)
	}
	return d
}

// Check returns why a rule cannot run, nil when it can.
func Check(r *rule.Rule) error {
	_, err := newPart(&detect.Env{Keys: 64}, detect.Numbered{Rule: r}, 64)
	return err
}

func newPart(env *detect.Env, r detect.Numbered, keys int) (part, error) {
	switch s := r.Weir.Settings.(type) {
	case rule.NewEdge:
		return newEdges(env, r, s, keys), nil
	case *rule.NewEdge:
		return newEdges(env, r, *s, keys), nil
	case rule.NewDestination:
		return newDestinations(env, r, s, keys), nil
	case *rule.NewDestination:
		return newDestinations(env, r, *s, keys), nil
	case rule.NewSource:
		return newSources(env, r, s, keys), nil
	case *rule.NewSource:
		return newSources(env, r, *s, keys), nil
	case rule.Lateral:
		return newLateral(env, r, s, keys), nil
	case *rule.Lateral:
		return newLateral(env, r, *s, keys), nil
	case rule.Exfil:
		return newExfil(env, r, s, keys), nil
	case *rule.Exfil:
		return newExfil(env, r, *s, keys), nil
	}
	return newValues(env, r, keys)
}

// Slice implements [detect.Detector].
func (d *Detector) Slice(b *detect.Block, s detect.Slice, out detect.Out) {
	for _, p := range d.parts {
		for i := s.Lo; i < s.Hi; i++ {
			if b.Counted[i] && b.Status[i] == detect.StatusFlow && (p.n < 0 || b.Selected(p.n, i)) {
				p.take(b, i, out)
			}
		}
	}
}

// Advance implements [detect.Detector].
func (d *Detector) Advance(now int64, out detect.Out) {
	if now%hour != 0 {
		return
	}
	for _, p := range d.parts {
		p.hour(now, out)
	}
}

// State implements [detect.Detector].
func (d *Detector) State() (states []detect.State) {
	for _, p := range d.parts {
		states = append(states, p.state()...)
	}
	return states
}

const (
	hour = int64(time.Hour)
	day  = 24 * hour
)

func outside(s record.Scope) bool { return s == record.ScopePublic || s == record.ScopePrivate }

// party is one end of a conversation.
type party struct {
	dst  bool // it is the destination of the row
	host uint64
	addr record.Addr
	port uint16
	side *record.Tuple
	app  string
}

// ends returns client and server of a row whose opener is known.
func ends(b *detect.Block, i int) (client, server party, request bool) {
	src, dst := end(b, i, false), end(b, i, true)
	if b.Opener[i] == record.InitiatorSrc {
		return src, dst, true
	}
	return dst, src, false
}

func end(b *detect.Block, i int, dst bool) party {
	p := party{dst: dst, host: b.SrcHost[i], addr: b.SrcAddr[i], port: b.SrcPort[i], side: b.Side(i, dst)}
	if dst {
		p.host, p.addr, p.port = b.DstHost[i], b.DstAddr[i], b.DstPort[i]
	}
	p.app = p.side.Value(record.SideApp)
	if p.app == "" {
		p.app = p.addr.String()
	}
	return p
}

func (p *party) network() string { return p.side.Value(record.SideNetwork) }

func (p *party) entity() finding.Entity {
	return finding.Entity{Kind: finding.KindAddress, Network: p.network(), ID: p.addr.String()}
}

// established reports whether a row shows that a conversation was answered: it is the
// answer, or a request of a client that got further than its first packets.
func established(b *detect.Block, i int) bool {
	switch b.Opener[i] {
	case record.InitiatorDst:
		return b.Answered(i)
	case record.InitiatorSrc:
		return b.Protocol[i] == iana.TCP && b.Action[i] != record.Reject && b.Packets[i] >= 4 && b.Bytes[i] > 64*b.Packets[i]
	}
	return false
}

// session reports whether a row shows that somebody is at work on the other side, and
// does not merely try passwords: one end has sent much, or the conversation began before
// the row and goes on after it. A row without its beginning is not enough, for what
// takes seconds has two rows where a window ends between them.
func session(b *detect.Block, i int) bool {
	if b.Protocol[i] != iana.TCP || !established(b, i) {
		return false
	}
	const much = 20_000
	return b.Bytes[i] >= much || b.Packets[i] >= 4 && !b.AbsentAt(record.TCPFlags, i) && b.Flags[i]&(detect.FlagSYN|detect.FlagFIN|detect.FlagRST) == 0
}

// begin returns when the data begins.
func begin(env *detect.Env, now int64) int64 {
	if at := env.Hosts.Begin(); at != 0 {
		return at
	}
	return now // the first minute
}

// selectPair writes the filter of the requests from a client to a server.
func selectPair(client, server *party) string {
	text := "srcaddr:" + detect.Quote(client.addr.String()) + " AND dstaddr:" + detect.Quote(server.addr.String())
	if n := client.network(); n != "" {
		text += " AND src_network:" + detect.Quote(n)
	}
	if n := server.network(); n != "" {
		text += " AND dst_network:" + detect.Quote(n)
	}
	return text
}

func evidence(filter string, first, last int64) finding.Evidence {
	return finding.Evidence{Filter: filter, Since: moment(first), Until: moment(last).Truncate(time.Second).Add(time.Second)}
}

func moment(at int64) time.Time { return time.Unix(0, at).UTC() }

// raise sets the severity of a finding and, unless the rule says so, whether it pages.
func raise(f *finding.Finding, r *rule.Rule, s finding.Severity) {
	f.Severity = s
	if r.Weir.Page == nil {
		f.Page = s >= finding.High
	}
}

// context is the severity_when of a rule.
type context struct {
	when     []*filter.Matcher
	severity []finding.Severity
}

func newContext(r *rule.Rule) (c context) {
	for _, w := range r.Weir.SeverityWhen {
		c.when, c.severity = append(c.when, w.When.Matcher()), append(c.severity, w.Severity)
	}
	return c
}

// of returns the severity that the row which decided asks for. Few rows decide, so the
// filters run over the batch anew for each.
func (c *context) of(b *detect.Block, i int) (finding.Severity, bool) {
	for n, m := range c.when {
		if m.Match(b.Batch).Has(i) {
			return c.severity[n], true
		}
	}
	return 0, false
}

// apply gives a finding the severity that its row asks for.
func (c *context) apply(f *finding.Finding, r *rule.Rule, b *detect.Block, i int) {
	if s, ok := c.of(b, i); ok {
		raise(f, r, s)
	}
}

// service names a service port.
func service(b *detect.Block, i int, port uint16) string {
	if name := iana.PortName(b.Protocol[i], port); name != "" {
		return name + " (" + number(port) + ")"
	}
	return "port " + number(port)
}
