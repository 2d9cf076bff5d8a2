package contact

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// tracker follows sources for rules that look at the same contacts.
type tracker struct {
	way    way
	salt   uint64 // in the keys of its sources
	filter int    // number of the rule whose filter it has, -1: none
	memory int64
	scan   *scanRule
	probe  *scanRule
}

type scanRule struct {
	detect.Numbered
	rule.Scan
}

func (t *tracker) key(client uint64) uint64 { return sketch.Hash64(client, t.salt) }

func (t *tracker) selects(b *detect.Block, i int) bool {
	return t.filter < 0 || b.Selected(t.filter, i)
}

// maxTrackers is how many bits a talk has for them.
const maxTrackers = 32

func (d *Detector) addScan(r detect.Numbered, s rule.Scan) {
	if s.Distributed {
		d.crowdScans = append(d.crowdScans, &scanRule{r, s})
		return
	}
	w, probe := ways[s.Way], r.Weir.Family == finding.Probe
	n := slices.IndexFunc(d.trackers, func(t *tracker) bool {
		return t.way == w && t.filter < 0 && r.Filter == nil && (probe && t.probe == nil || !probe && t.scan == nil)
	})
	if n < 0 {
		t := &tracker{way: w, salt: uint64(w), filter: -1}
		if r.Filter != nil {
			t.filter = r.N
		}
		if r.Filter != nil || slices.ContainsFunc(d.trackers, func(o *tracker) bool { return o.salt == t.salt }) {
			t.salt = xxhash.Sum64String(r.ID)
		}
		if n = len(d.trackers); n == maxTrackers {
			return // of one way and one family there are few
		}
		d.trackers = append(d.trackers, t)
		d.byWay[w] = append(d.byWay[w], n)
	}
	t := d.trackers[n]
	t.memory = max(t.memory, int64(s.Memory))
	if probe {
		t.probe = &scanRule{r, s}
	} else {
		t.scan = &scanRule{r, s}
	}
}

// follow sees to it that contacts of a way are followed, for what other rules need.
func (d *Detector) follow(w way) {
	if slices.ContainsFunc(d.trackers, func(t *tracker) bool { return t.way == w && t.filter < 0 }) || len(d.trackers) == maxTrackers {
		return
	}
	d.byWay[w] = append(d.byWay[w], len(d.trackers))
	d.trackers = append(d.trackers, &tracker{way: w, salt: uint64(w), filter: -1, memory: int64(rule.DefaultScan.Memory)})
}

// memory returns the longest memory of any rule.
func (d *Detector) memory() (most int64) {
	for _, t := range d.trackers {
		most = max(most, t.memory)
	}
	return most
}

// The sequential test of Jung et al.: the chance that a first contact is answered is
// taken as 0.8 for an ordinary client and 0.2 for a scanner, so each failure makes
// scanning four times as likely and each success a quarter. Four failures more than
// successes make it 256 times as likely, beyond the threshold of 99 for one error in a
// hundred either way.
//
// The repairs of Mell and Harang: no verdict of innocence, the walk never goes below
// zero; a target is a host and a port, not a host; and contacts that anybody gets
// answered, those of ports which serve the internet, do not pay for failures.
const crossing = 4

// meet lets the trackers of a contact know how it ended.
func (d *Detector) meet(c *encounter, out detect.Out) {
	t := targetOf(c.server, c.port)
	if c.way == wayInbound && c.how == failure {
		d.knocked(c)
	}
	for left := c.trackers; left != 0; left &= left - 1 {
		tr := d.trackers[bits.TrailingZeros32(left)]
		key := tr.key(c.client)
		if c.how == success || c.how == neutral {
			d.answeredTo(tr, key, t, c, out)
			continue
		}
		s, fresh := d.sources.Use(key, c.at)
		if fresh && c.way == wayInbound {
			d.recall(c.client, s)
		}
		if s.Tries == 0 {
			s.First = c.at
		}
		s.Last = max(s.Last, c.at)
		s.First = min(s.First, c.at)
		s.Tries++
		s.Answers = s.Answers || !c.rejected
		if s.fail(t) {
			if c.how == failure {
				s.Clear++
				s.Walk = min(s.Walk+1, walkTop)
				s.Crossed = s.Crossed || s.Walk >= crossing
			}
			if c.at-s.BurstFrom >= burstWidth {
				s.BurstFrom, s.Burst = c.at, 0
			}
			s.Burst = uint16(min(int(s.Burst)+1, 1<<16-1))
			if c.how == failure {
				d.crowdScan(tr, s, c, out)
			}
		}
		d.judge(tr, s, c, out)
	}
}

// burstWidth is over which time the targets of a burst fail.
const burstWidth = 10 * minute

func (d *Detector) answeredTo(tr *tracker, key uint64, t target, c *encounter, out detect.Out) {
	s := d.sources.Get(key)
	if c.way == wayInbound && s == nil {
		return // the internet's clients are not remembered before something of theirs fails
	}
	if s != nil && s.knows(t) {
		return
	}
	s, _ = d.sources.Use(key, c.at)
	if !s.Answered.Add(t.hash()) {
		return
	}
	if c.how == success && s.Walk > 0 && !d.anybody(c) {
		s.Walk--
	}
	if c.way == wayInbound {
		d.judge(tr, s, c, out)
	}
}

// anybody reports whether a contact is one that the whole internet gets answered.
func (d *Detector) anybody(c *encounter) bool {
	a, ok := d.env.Hosts.Answer(c.server, c.protocol, c.port)
	return c.way == wayInbound && ok && a.Front()
}

// judge says what a source is, if it is something.
func (d *Detector) judge(tr *tracker, s *source, c *encounter, out detect.Out) {
	if r := tr.scan; r != nil && tr.isScan(r, s) {
		d.tell(r, tr.salt, s, 0, c, out)
		if p := &s.Told[1]; tr.probe != nil && p.Window != 0 { // it was more than a probe
			f := d.scanFinding(tr.probe, s, tr.way, p)
			f.Resolved = true
			out.Find(f)
			*p = telling{}
		}
		return
	}
	if r := tr.probe; r != nil && d.newlyReached(r, c) {
		d.tellReached(r, c, out)
	}
	if r := tr.probe; r != nil && tr.isProbe(r, s) {
		d.tell(r, tr.salt, s, 1, c, out)
	}
}

// isScan decides whether a source scans.
func (t *tracker) isScan(r *scanRule, s *source) bool {
	failed, tried := s.failed(), s.tried()
	if t.way == wayInbound {
		// Clear is at least a third: what may be late traffic makes no scan by itself.
		return tried >= r.Targets && s.Crossed && 3*int(s.Clear) >= failed
	}
	if failed < r.Targets {
		return false
	}
	// A source that hides among contacts which are answered still fails half the time.
	if int(s.Walk) < min(r.Targets, insideCrossing) && (failed < 2*r.Targets || 2*failed < tried) {
		return false
	}
	sh := s.spread()
	list := len(s.Failed)
	if 3*sh.perHost < list && 3*sh.perPort < list {
		return false // neither hosts nor ports in common: peer-to-peer whose peers are gone
	}
	if t.way == wayOutbound && sh.perHost < r.Targets && slices.Contains(r.Common, sh.port) {
		return int(s.Burst) >= r.Burst && 2*failed >= tried
	}
	return true
}

// isProbe decides whether a source probes. Inside nothing may have answered lately.
func (t *tracker) isProbe(r *scanRule, s *source) bool {
	if t.way == wayInbound {
		return s.tried() >= r.Targets && 3*int(s.Clear) >= s.failed()
	}
	return s.failed() >= r.Targets && int(s.Walk) >= r.Targets
}

// insideCrossing is the threshold for hosts of ours, of which there are many that
// make first contacts all day.
const insideCrossing = 6

// tell gives out a finding when there is something new to say: the first time, when
// the targets have doubled, and in a later realert interval when the source went on.
func (d *Detector) tell(r *scanRule, salt uint64, s *source, kind int, c *encounter, out detect.Out) {
	n := uint32(s.tried())
	t := &s.Told[kind]
	window := max(detect.Window(r.Rule, c.at), t.Window)
	switch {
	case t.Window == 0:
	case t.Window != window:
		if n < t.From+again {
			return
		}
	default:
		t.From = n
		if bits.Len32(n) <= bits.Len32(t.Count) {
			return
		}
	}
	t.tell(window, c.now, n)
	s.Who = &who{Src: c.src, Dst: c.dst, SrcNetwork: c.srcNetwork, DstNetwork: c.dstNetwork, Port: c.port, Protocol: c.protocol, Tries: s.Tries, Salt: salt}
	out.Find(d.scanFinding(r, s, c.way, t))
}

// again is how many new targets bring a source up again in a later interval.
const again = 3

// retell gives out the newest numbers of the sources that went on since they were
// told of.
func (d *Detector) retell(out detect.Out) {
	type changed struct {
		key  uint64
		rule *scanRule
		kind int
		way  way
	}
	var list []changed
	bySalt := map[uint64]*tracker{}
	for _, tr := range d.trackers {
		bySalt[tr.salt] = tr
	}
	d.sources.Each(func(key uint64, _ int64, s *source) {
		if s.Who == nil || s.Who.Tries == s.Tries {
			return
		}
		tr := bySalt[s.Who.Salt]
		if tr == nil {
			return
		}
		kind, r := 0, tr.scan
		if s.Told[0].Window == 0 {
			kind, r = 1, tr.probe
		}
		if r != nil && s.Told[kind].Window == detect.Window(r.Rule, s.Last) {
			list = append(list, changed{key, r, kind, tr.way})
		}
	})
	slices.SortFunc(list, func(a, b changed) int { return cmp.Compare(a.key, b.key) })
	for _, c := range list {
		s := d.sources.Change(c.key)
		s.Who.Tries = s.Tries
		out.Find(d.scanFinding(c.rule, s, c.way, &s.Told[c.kind]))
	}
}
