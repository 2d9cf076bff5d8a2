package side

import "slices"

// misses are the addresses, and subnets, of a day that were looked up in vain,
// with the span of times they were looked up for: what a fact that comes later
// may change. Each is kept exactly, for a false one enriches a whole day anew.
type misses struct {
	index table
	spans []missed
}

type missed struct {
	key      key
	from, to int64
	subnet   bool  // its subnet was not known either
	open     bool  // nor was it found in another network
	want     uint8 // found, but not seen to log this direction
}

// add notes a lookup in vain at a time.
func (m *misses) add(k key, from, to int64, subnet, open bool) {
	m.note(missed{key: k, from: from, to: to, subnet: subnet, open: open})
}

func (m *misses) note(o missed) {
	n := m.index.find(o.key)
	if n < 0 {
		m.index.put(o.key, int32(len(m.spans)))
		m.spans = append(m.spans, o)
		return
	}
	s := &m.spans[n]
	s.from, s.to = min(s.from, o.from), max(s.to, o.to)
	s.subnet, s.open = s.subnet || o.subnet, s.open || o.open
	if s.want != o.want {
		s.want = 0 // anything may change it
	}
}

// any reports whether a key was looked up in vain.
func (m *misses) any(k key) bool { return m.index.find(k) >= 0 }

// during reports whether a key may have been looked up in vain in [from, to].
func (m *misses) during(k key, from, to int64) bool {
	n := m.index.find(k)
	return n >= 0 && m.spans[n].from <= to && from <= m.spans[n].to
}

func (m *misses) reset() {
	if m.index.used > 0 {
		clear(m.index.slots)
		m.index.used = 0
	}
	m.spans = m.spans[:0]
}

// settleMisses adds what a batch looked up in vain to its day. Another batch
// may have taught the answer since, and not known of the question.
func (e *Enricher) settleMisses(s *scratch, d *day, dayNumber int32, decidedWith uint64) {
	learned := d.generation != decidedWith
	for _, m := range s.misses.spans {
		d.misses.note(m)
		if m.open {
			d.strange(m.key.network)
		}
		if m.subnet {
			sub := m.key.subnet()
			d.misses.add(sub, m.from, m.to, false, false)
			if learned && (d.subnets.find(sub) >= 0 || m.open && d.missedFar(sub.network, func(network uint32) bool {
				return d.subnets.find(key{sub.hi, sub.lo, network}) == subnetSure
			})) {
				e.dirty[dayNumber] = true
			}
		}
		if learned && (d.hadDuring(m.key, m) || m.open && d.missedFar(m.key.network, func(network uint32) bool {
			return d.hadDuring(key{m.key.hi, m.key.lo, network}, m)
		})) {
			e.dirty[dayNumber] = true
		}
	}
}

// hadDuring reports whether somebody had an address when it was looked up in vain.
func (d *day) hadDuring(k key, m missed) bool {
	n := d.addrs.find(k)
	return n >= 0 && slices.ContainsFunc(d.entries[n].spans, func(sp span) bool {
		return sp.from-slack <= m.to && m.from <= sp.to+slack && sp.seen&m.want == m.want
	})
}

// strange notes that a network looked for an address in vain.
func (d *day) strange(network uint32) {
	if !d.strangers[network] {
		d.strangers[network] = true
	}
}
