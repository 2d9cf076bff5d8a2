package side

import (
	"slices"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

const (
	minute     = int64(time.Minute)
	dayMinutes = 24 * 60
	slackRuns  = int32(slack / minute)
)

// kind is what a row tells of. A flow log may be filtered to what was accepted or to
// what was rejected, and says nothing then of the other.
type kind uint8

const (
	kindPassed kind = iota // accepted, or without a verdict
	kindRejected
	kindStatus // NODATA, SKIPDATA
	kinds
)

func kindOf(status bool, action []uint8, row int) kind {
	switch {
	case status:
		return kindStatus
	case action != nil && action[row] == uint8(record.Reject):
		return kindRejected
	}
	return kindPassed
}

// runs are minutes of a day: in order, apart, and never touching.
type runs []run

// run is from one minute of a day to another, both in it.
type run struct{ from, to int16 }

// find returns the index of the first run that ends at a minute or later.
func (r runs) find(m int32) int {
	n, _ := slices.BinarySearchFunc(r, m, func(x run, m int32) int { return int(int32(x.to) - m) })
	return n
}

// near reports whether any minute of [from, to] is in r, or at most slack away from it.
func (r runs) near(from, to, slack int32) bool {
	n := r.find(from - slack)
	return n < len(r) && int32(r[n].from) <= to+slack
}

func (r *runs) add(from, to int32) {
	n := r.find(from - 1)
	end := n
	for ; end < len(*r) && int32((*r)[end].from) <= to+1; end++ {
		from, to = min(from, int32((*r)[end].from)), max(to, int32((*r)[end].to))
	}
	*r = slices.Replace(*r, n, end, run{int16(from), int16(to)})
}

// claims say which stream counts for an interface in which minutes of a day: the one
// that came first with rows of a kind that begin in the minute, or that go on in it where
// the log gathers for longer than a minute. What one log saw, another over the interface
// has in rows of the same minutes; so where one has a hole, the other's rows there are
// claimed by nobody else.
type claims []claim

type claim struct {
	stream  uint64
	minutes [kinds]runs
}

// add gives a stream the minutes of [from, to] that no other stream has.
func (c *claims) add(stream uint64, k kind, from, to int32) {
	own := -1
	for i := range *c {
		if (*c)[i].stream == stream {
			own = i
			continue
		}
		r := (*c)[i].minutes[k]
		n := r.find(from)
		if n == len(r) || int32(r[n].from) > to {
			continue
		}
		if int32(r[n].from) > from {
			c.add(stream, k, from, int32(r[n].from)-1)
		}
		if int32(r[n].to) < to {
			c.add(stream, k, int32(r[n].to)+1, to)
		}
		return
	}
	if own < 0 {
		own = len(*c)
		*c = append(*c, claim{stream: stream})
	}
	(*c)[own].minutes[k].add(from, to)
}

// byOther reports whether another stream counts for what happens in a minute.
func (c claims) byOther(stream uint64, k kind, at int32) bool {
	for i := range c {
		if c[i].stream != stream && c[i].minutes[k].near(at, at, 0) {
			return true
		}
	}
	return false
}

// near reports whether any stream has rows in [from, to], or at most slack away.
func (c claims) near(from, to, slack int32) bool {
	for i := range c {
		for _, r := range c[i].minutes {
			if r.near(from, to, slack) {
				return true
			}
		}
	}
	return false
}

// minute returns the minute of the day of a time, the nearest one for a time outside.
func (d *day) minute(t int64) int32 {
	return int32(min(max((t-d.began)/minute, 0), dayMinutes-1))
}

// claimedByOther reports whether another stream counts for the interface at t.
func (d *day) claimedByOther(n int32, stream uint64, k kind, t int64) bool {
	c := d.claims[n]
	// Fast path: one flow log over the interface.
	if len(c) == 1 && c[0].stream == stream {
		return false
	}
	return c.byOther(stream, k, d.minute(t))
}

// claim gives a stream what a segment of it showed of an interface.
func (d *day) claim(n int32, stream uint64, t *touched) {
	c := d.claims[n]
	for i := range t.times {
		c.add(stream, t.times[i].kind, d.minute(t.times[i].from), d.minute(t.times[i].to))
	}
	d.claims[n] = c
}

// logsAt reports whether an interface or attachment logs at a time.
func (d *day) logsAt(n int32, t int64) bool {
	m := d.minute(t)
	return d.claims[n].near(m, m, slackRuns)
}

// timed is a time in which rows of a kind take place one after the other, less than a
// minute apart.
type timed struct {
	from, to int64
	kind     kind
}

// during notes when a row takes place.
func (t *touched) during(k kind, from, to int64) {
	if n := t.now[k]; n > 0 {
		x := &t.times[n-1]
		// Fast path: mostly rows are in order of time, nearly.
		if from < x.to+minute && x.from < to+minute {
			x.from, x.to = min(x.from, from), max(x.to, to)
			return
		}
	}
	t.times = append(t.times, timed{from, to, k})
	t.now[k] = int32(len(t.times))
}

// wait is an attachment that was taken for not logging in some minutes.
type wait struct {
	iface   int32
	minutes runs
}

func waiting(list []wait, n int32, from, to int32) []wait {
	for i := range list {
		if w := &list[i]; w.iface == n {
			w.minutes.add(from, to)
			return list
		}
	}
	return append(list, wait{n, runs{{int16(from), int16(to)}}})
}

// awaited reports whether an attachment that now logs was taken for not logging then.
func (d *day) awaited(n int32, times []timed) bool {
	for i := range d.waits {
		if w := &d.waits[i]; w.iface == n {
			return slices.ContainsFunc(times, func(t timed) bool { return w.minutes.near(d.minute(t.from), d.minute(t.to), slackRuns) })
		}
	}
	return false
}

// settleWaits adds to a day which attachments a batch took for not logging.
// Another batch may have told otherwise meanwhile.
func (e *Enricher) settleWaits(s *scratch, d *day, dayNumber int32) {
	for _, w := range s.waits {
		for _, r := range w.minutes {
			from, to := int32(r.from), int32(r.to)
			d.waits = waiting(d.waits, w.iface, from, to)
			if d.claims[w.iface].near(from, to, slackRuns) {
				e.dirty[dayNumber] = true
			}
		}
	}
}

// waited adds the minutes of [from, to] in which an attachment does not log.
func (d *day) waited(n int32, from, to int32) {
	for m := from; m <= to; m++ {
		if !d.claims[n].near(m, m, slackRuns) {
			d.waits = waiting(d.waits, n, m, m)
		}
	}
}

// Claimed is a fact read back from stored rows: a stream counted for an interface.
type Claimed struct {
	Context  uint32 // context number in the enricher's registry
	Stream   uint64
	Rejected bool
	Starts   []uint16 // minutes of the day in which rows begin
	Minutes  []uint16 // and those in which rows of more than a minute go on
}

// loadClaims gives streams back the minutes that they had. What rows begin in was
// theirs for certain.
func (e *Enricher) loadClaims(d *day, list []Claimed) {
	for _, minutes := range []func(*Claimed) []uint16{func(c *Claimed) []uint16 { return c.Starts }, func(c *Claimed) []uint16 { return c.Minutes }} {
		for i := range list {
			info := e.contextInfo(list[i].Context)
			if info.iface < 0 {
				continue
			}
			k := kindPassed
			switch {
			case info.status:
				k = kindStatus
			case list[i].Rejected:
				k = kindRejected
			}
			c := d.claims[info.iface]
			for _, m := range minutes(&list[i]) {
				at := min(int32(m), dayMinutes-1)
				c.add(list[i].Stream, k, at, at)
			}
			d.claims[info.iface] = c
		}
	}
}
