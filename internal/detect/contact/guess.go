package contact

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/iana"
	"github.com/weir-flow/weir/internal/record"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// guessRules are the rules of guessing that share what is remembered: those without a
// filter, or one with a filter.
type guessRules struct {
	filter  int // number of the rule whose filter it has, -1: none
	salt    uint64
	memory  int64
	ports   map[uint16]bool
	guess   [numWays]*guessRule
	crowd   [numWays]*guessRule
	success *guessRule // of all ways, or of its own
}

type guessRule struct {
	detect.Numbered
	rule.Guess
}

func (d *Detector) addGuess(r detect.Numbered, s rule.Guess) {
	n := -1
	if r.Filter == nil {
		n = slices.IndexFunc(d.guesses, func(g *guessRules) bool { return g.filter < 0 })
	}
	w := ways[s.Way]
	taken := func(g *guessRules) bool {
		switch {
		case s.Success:
			return g.success != nil
		case s.Distributed:
			return g.crowd[w] != nil
		}
		return g.guess[w] != nil
	}
	if n < 0 || taken(d.guesses[n]) {
		g := &guessRules{filter: -1, ports: map[uint16]bool{}}
		if r.Filter != nil {
			g.filter = r.N
		}
		if r.Filter != nil || len(d.guesses) > 0 {
			g.salt = salt(r) ^ uint64(len(d.guesses))
		}
		n = len(d.guesses)
		d.guesses = append(d.guesses, g)
	}
	g := d.guesses[n]
	g.memory = max(g.memory, int64(s.Memory))
	for _, p := range s.Ports {
		g.ports[p] = true
		d.loginPorts.add(p)
	}
	mine := &guessRule{r, s}
	switch {
	case s.Success:
		g.success = mine
	case s.Distributed:
		g.crowd[w] = mine
	default:
		g.guess[w] = mine
	}
}

// guessMemory returns the longest memory of any rule.
func (d *Detector) guessMemory() (most int64) {
	for _, g := range d.guesses {
		most = max(most, g.memory)
	}
	return most
}

// portSet has a bit for each port.
type portSet [1024]uint64

func (s *portSet) add(p uint16)      { s[p>>6] |= 1 << (p & 63) }
func (s *portSet) has(p uint16) bool { return s[p>>6]>>(p&63)&1 != 0 }

// loginRow takes an accepted record of TCP that a client sent to a service where one
// logs in.
func (d *Detector) loginRow(b *detect.Block, i int, out detect.Out) {
	w := wayOf(b.SrcScope[i], b.DstScope[i])
	if w == wayNone {
		return
	}
	for _, g := range d.guesses {
		if !g.ports[b.DstPort[i]] || g.filter >= 0 && !b.Selected(g.filter, i) {
			continue
		}
		key := sketch.Hash64(b.SrcHost[i], b.DstHost[i], uint64(b.DstPort[i]), g.salt)
		l := d.logins.Get(key)
		flagged := !b.AbsentAt(record.TCPFlags, i)
		opens := !flagged || b.Flags[i]&detect.FlagSYN != 0
		n := -1
		if l != nil {
			n = slices.IndexFunc(l.Open, func(c link) bool { return c.Port == b.SrcPort[i] })
		}
		if n < 0 && !opens {
			continue // goes on from before
		}
		p := partiesOf(b, i, w)
		l, _ = d.logins.Use(key, b.Start[i])
		if l.Who == nil {
			l.Who = p.who()
		}
		if n >= 0 && (flagged && opens && b.Start[i] > l.Open[n].End || b.Start[i] > l.Open[n].End+b.End[i]-b.Start[i]+2*minute) {
			c := l.Open[n] // the port is used again
			l.Open = slices.Delete(l.Open, n, n+1)
			d.closed(g, key, &c, &p, b.Start[i], out)
			l, n = d.logins.Change(key), -1
		}
		if n < 0 {
			if len(l.Open) == maxOpen {
				c := l.Open[0]
				l.Open = slices.Delete(l.Open, 0, 1)
				d.closed(g, key, &c, &p, b.Start[i], out)
				l = d.logins.Change(key)
			}
			l.Open = append(l.Open, link{Port: b.SrcPort[i], Start: b.Start[i]})
			n = len(l.Open) - 1
		}
		c := &l.Open[n]
		c.Records = min(c.Records+1, 255)
		c.End = max(c.End, b.End[i])
		c.Packets += uint32(min(b.Packets[i], 1<<24))
		c.Bytes += b.Bytes[i]
		if !c.Told && g.success != nil && d.gotIn(g, l, c) {
			c.Told = true
			d.tellSuccess(g.success, l, c, &p, b.Start[i], out)
		}
		if flagged && b.Flags[i]&(detect.FlagFIN|detect.FlagRST) != 0 {
			c := l.Open[n]
			l.Open = slices.Delete(l.Open, n, n+1)
			d.closed(g, key, &c, &p, b.Start[i], out)
		}
	}
}

func partiesOf(b *detect.Block, i int, w way) parties {
	return parties{
		way: w, client: b.SrcHost[i], server: b.DstHost[i], src: b.SrcAddr[i], dst: b.DstAddr[i],
		srcNetwork: network(b, i, false), dstNetwork: network(b, i, true), port: b.DstPort[i], protocol: b.Protocol[i],
	}
}

func (p *parties) who() *who {
	return &who{Src: p.src, Dst: p.dst, SrcNetwork: p.srcNetwork, DstNetwork: p.dstNetwork, Port: p.port, Protocol: p.protocol, Way: p.way, Client: p.client, Server: p.server}
}

// idle is after how long without a record a connection is taken for closed where no
// flag tells.
const idle = 2 * minute

// hangUp closes the connections that fell silent.
func (d *Detector) hangUp(now int64, out detect.Out) {
	if d.logins.Len() == 0 {
		return
	}
	d.due = d.due[:0]
	d.logins.Each(func(key uint64, _ int64, l *login) {
		for _, c := range l.Open {
			if c.End+idle <= now {
				d.due = append(d.due, dueTalk{key, c.Start})
				return
			}
		}
	})
	slices.SortFunc(d.due, func(a, b dueTalk) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.key, b.key)) })
	for _, due := range d.due {
		l := d.logins.Change(due.key)
		p := l.Who.parties()
		g := d.guessOf(&p, due.key)
		if g == nil {
			l.Open = nil // of a rule that is gone
			continue
		}
		var over []link
		l.Open = slices.DeleteFunc(l.Open, func(c link) bool {
			if c.End+idle <= now {
				over = append(over, c)
				return true
			}
			return false
		})
		slices.SortStableFunc(over, func(a, b link) int { return cmp.Compare(a.Start, b.Start) })
		for _, c := range over {
			d.closed(g, due.key, &c, &p, now, out)
		}
	}
}

func (d *Detector) guessOf(p *parties, key uint64) *guessRules {
	for _, g := range d.guesses {
		if sketch.Hash64(p.client, p.server, uint64(p.port), g.salt) == key {
			return g
		}
	}
	return nil
}

func (w *who) parties() parties {
	return parties{way: w.Way, client: w.Client, server: w.Server, src: w.Src, dst: w.Dst, srcNetwork: w.SrcNetwork, dstNetwork: w.DstNetwork, port: w.Port, protocol: w.Protocol}
}

// Attempts are short and small: a login that fails exchanges keys and a few passwords
// and is over. What is longer or larger is a session.
const (
	attemptPackets = 60
	attemptBytes   = 8000
	attemptTakes   = 150 * second
	leastPackets   = 5 // open, ask, close
)

// leastPayload is how many bytes of payload a client must send at least to try a
// password, so that the checks of monitoring, which greet and leave, are none.
func leastPayload(port uint16) int64 {
	switch port {
	case 22, 2222:
		return 500 // keys are exchanged first
	case 3389, 139, 445, 5985, 5986:
		return 200
	}
	return 20
}

// closed judges a connection that is over.
func (d *Detector) closed(g *guessRules, key uint64, c *link, p *parties, now int64, out detect.Out) {
	l := d.logins.Change(key)
	header := int64(52) // with time stamps
	if leastPayload(p.port) >= 200 {
		header = 40 // perhaps without
	}
	if !p.src.Is4() {
		header += 20
	}
	payload := int64(c.Bytes) - int64(c.Packets)*header - 8
	switch {
	case c.Packets > attemptPackets || c.Bytes > attemptBytes || c.End-c.Start > attemptTakes && c.Records > 2:
		l.Large++
		return
	case c.Packets < leastPackets || p.way == wayInbound && payload <= 0 || p.way != wayInbound && payload < leastPayload(p.port):
		return // nobody logs in with a handshake
	}
	l.attempt(c)
	if r := g.crowd[p.way]; r != nil && slices.Contains(r.Ports, p.port) {
		d.crowdGuess(r, l, c, p, now, out)
	}
	r := g.guess[p.way]
	if r == nil || !slices.Contains(r.Ports, p.port) {
		return
	}
	all, _ := d.logins.Use(sketch.Hash64(p.client, uint64(p.port), g.salt, 1), c.Start)
	all.attempt(c)
	all.Servers.Add(sketch.Hash64(p.server))
	all.Who = p.who()
	pair := d.logins.Get(key)
	// One try at each of many servers is a scan.
	if int(all.N) >= r.Attempts && int(all.N) >= 2*all.Servers.Len() && all.alike() && (p.way == wayInbound || d.hostile(all, pair)) {
		d.tellGuess(r, all, p, now, out)
	}
}

// hostile tells guessing inside from programs that log in: those come by the clock,
// ask for different things, hold sessions as well, or have come all along.
func (d *Detector) hostile(all, pair *login) bool {
	switch {
	case !all.Size.even(0.2):
		return false
	case all.Gap.Mean >= 10 && all.Gap.even(0.15):
		return false
	case pair != nil && pair.Large > pair.N/10:
		return false
	}
	begin := d.env.Hosts.Begin()
	return begin == 0 || all.First-begin >= day || all.Last-all.First <= day
}

// gotIn decides whether a connection, still open perhaps, leaves the shape of the
// attempts before it.
func (d *Detector) gotIn(g *guessRules, l *login, c *link) bool {
	if int(l.N) < g.success.Attempts || l.Large > 0 || !l.alike() || !slices.Contains(g.success.Ports, l.Who.Port) {
		return false
	}
	if w := ways[g.success.Way]; w != wayNone && w != l.Who.Way {
		return false
	}
	if l.Who.Way != wayInbound && !d.hostile(l, l) {
		return false
	}
	larger := c.Packets >= 2*l.Packets+10 && float64(c.Bytes) >= 1.5*float64(l.Size.Mean)
	longer := c.Records > 2 && c.End-c.Start >= max(2*minute, 3*l.Longest) && c.Packets > l.Packets
	return larger || longer
}

func (d *Detector) tellGuess(r *guessRule, l *login, p *parties, now int64, out detect.Out) {
	window := max(detect.Window(r.Rule, l.Last), l.Told.Window)
	switch {
	case l.Told.Window == 0:
	case l.Told.Window != window:
		if l.N < l.Told.From+again {
			return
		}
	default:
		l.Told.From = l.N
		if bits.Len32(l.N) <= bits.Len32(l.Told.Count) {
			return
		}
	}
	l.Told.tell(window, now, l.N)
	out.Find(d.guessFinding(r, l, p))
}

// reguess gives out the newest numbers of sources that went on since they were told
// of.
func (d *Detector) reguess(out detect.Out) {
	var keys []uint64
	d.logins.Each(func(key uint64, _ int64, l *login) {
		if l.Told.Window != 0 && l.Told.Count != l.N {
			keys = append(keys, key)
		}
	})
	slices.Sort(keys)
	for _, key := range keys {
		l := d.logins.Get(key)
		p := l.Who.parties()
		for _, g := range d.guesses {
			r := g.guess[p.way]
			if r == nil || sketch.Hash64(p.client, uint64(p.port), g.salt, 1) != key || l.Told.Window != detect.Window(r.Rule, l.Last) {
				continue
			}
			l := d.logins.Change(key)
			l.Told.Count = l.N
			out.Find(d.guessFinding(r, l, &p))
		}
	}
}

func (d *Detector) guessFinding(r *guessRule, l *login, p *parties) finding.Finding {
	f := begin(r.Numbered, address(p.src, p.srcNetwork), l.Told.Window)
	f.SrcAddr = p.src.Netip()
	filter := "srcaddr:" + p.src.String() + inNetwork("src", p.srcNetwork)
	whom := fmt.Sprintf("%d servers", l.Servers.Len())
	if l.Servers.Len() == 1 {
		f.DstAddr = p.dst.Netip()
		f.Touches = append(f.Touches, address(p.dst, p.dstNetwork))
		filter += " AND dstaddr:" + p.dst.String() + inNetwork("dst", p.dstNetwork)
		whom = p.dst.String()
	}
	port := p.port
	f.DstPort = &port
	f.FirstSeen, f.LastSeen, f.Found, f.Count = moment(l.First), moment(l.Last), moment(l.Told.Found), uint64(l.N)
	f.Evidence = evidence(fmt.Sprintf("%s AND dstport:%d", filter, port), l.First, l.Last)
	low, high := l.shape()
	f.Why = fmt.Sprintf("%s connected to %s of %s %s times%s, one connection like the other: mostly %d to %d packets, %s on average. People and programs that log in stay, or ask for different things.",
		f.Entity.ID, portName(p.protocol, port), whom, detect.CountText(uint64(l.N)), within(l.Last-l.First, int(l.N)), low, high, detect.SizeText(float64(l.Size.Mean)))
	f.Usual = &finding.Range{Low: 0, High: float64(r.Attempts - 1), Unit: "attempts alike"}
	if p.way == wayInbound {
		d.exposed(&f, p)
	}
	f.Score = min(f.Score+2*bits.Len32(l.N), 100)
	return f
}

// exposed makes a finding about a public source one of the exposure view where the
// port serves the internet; where it does not, somebody should look.
func (d *Detector) exposed(f *finding.Finding, p *parties) {
	a, ok := d.env.Hosts.Answer(p.server, p.protocol, p.port)
	if ok && a.Front() {
		f.Exposure, f.Page = true, false
		return
	}
	f.Page = true
	f.Severity = max(f.Severity, finding.High)
}

func evidence(filter string, first, last int64) finding.Evidence {
	return finding.Evidence{Filter: filter, Since: moment(first).Truncate(time.Second), Until: moment(last).Truncate(time.Second).Add(time.Second)}
}

func (d *Detector) tellSuccess(r *guessRule, l *login, c *link, p *parties, now int64, out detect.Out) {
	f := begin(r.Numbered, address(p.src, p.srcNetwork), detect.Window(r.Rule, c.Start))
	f.SrcAddr, f.DstAddr = p.src.Netip(), p.dst.Netip()
	port := p.port
	f.DstPort = &port
	f.Touches = append(f.Touches, address(p.dst, p.dstNetwork))
	f.FirstSeen, f.LastSeen, f.Found, f.Count = moment(l.First), moment(now), moment(now), uint64(l.N)+1
	f.Evidence = evidence(fmt.Sprintf("srcaddr:%s%s AND dstaddr:%s%s AND dstport:%d", p.src, inNetwork("src", p.srcNetwork), p.dst, inNetwork("dst", p.dstNetwork), port), l.First, now)
	low, high := l.shape()
	f.Why = fmt.Sprintf("After %s connections to %s of %s that were alike, mostly %d to %d packets, %s has one of %s packets and %s that goes on for %s: a guessed password fits.",
		detect.CountText(uint64(l.N)), portName(p.protocol, port), p.dst, low, high, f.Entity.ID, detect.CountText(uint64(c.Packets)), detect.SizeText(float64(c.Bytes)), span(c.End-c.Start))
	f.Usual = &finding.Range{Low: float64(low), High: float64(l.Packets), Unit: "packets in an attempt"}
	f.Score = min(f.Score+10, 100)
	out.Find(f)
}

// crowdGuess counts an attempt for the server, for many sources that share the work.
func (d *Detector) crowdGuess(r *guessRule, l *login, c *link, p *parties, now int64, out detect.Out) {
	if int(l.N) >= fewEach {
		return // this one guesses by itself
	}
	g, _ := d.crowds.Use(sketch.Hash64(p.server, uint64(p.port), salt(r.Numbered), uint64(p.way), 3), c.Start)
	g.add(c.Start, cmp.Or(d.env.Hosts.First(p.server), d.env.Hosts.Begin()), sketch.Hash64(p.client), uint64(c.Start))
	if !g.many(r.Sources) || int(g.N) < 2*r.Attempts {
		return
	}
	f, ok := d.crowdFinding(r.Numbered, g, p, now)
	if !ok {
		return
	}
	port := p.port
	f.DstPort = &port
	f.Evidence = evidence(fmt.Sprintf("dstaddr:%s%s AND dstport:%d AND src_scope:%s", p.dst, inNetwork("dst", p.dstNetwork), port, scopeName(p.way)), g.First, g.Last)
	f.Why = fmt.Sprintf("%d sources with less than %d attempts each made %s attempts at %s of %s%s, all short; usual are %s sources in two hours.",
		g.Sources.Len(), fewEach, detect.CountText(uint64(g.N)), portName(iana.TCP, port), p.dst, within(g.Last-g.First, 0), detect.ValueText(float64(g.Usual)))
	if p.way == wayInbound {
		d.exposed(&f, p)
	}
	out.Find(f)
}

// fewEach is how many attempts or targets a source of a crowd has at most.
const fewEach = 30

func scopeName(w way) string {
	if w == wayInbound {
		return "public"
	}
	return "internal"
}

// crowdFinding begins the finding of a crowd about the server; ok is false when there
// is nothing new to say.
func (d *Detector) crowdFinding(r detect.Numbered, g *crowd, p *parties, now int64) (f finding.Finding, ok bool) {
	window := max(detect.Window(r.Rule, g.First), g.Told.Window)
	n := uint32(g.Sources.Len())
	g.Fired = true
	if g.Told.Window == window && bits.Len32(n) <= bits.Len32(g.Told.Count) {
		return f, false
	}
	g.Told.tell(window, now, n)
	f = begin(r, address(p.dst, p.dstNetwork), window)
	f.DstAddr = p.dst.Netip()
	f.FirstSeen, f.LastSeen, f.Found, f.Count = moment(g.First), moment(g.Last), moment(g.Told.Found), uint64(g.N)
	f.Usual = &finding.Range{Low: 0, High: float64(g.Usual) * crowdTimes, Unit: "sources in two hours"}
	return f, true
}
