package side

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
	subnet   bool // its subnet was not known either
}

// add notes a lookup in vain at a time.
func (m *misses) add(k key, from, to int64, subnet bool) {
	n := m.index.find(k)
	if n < 0 {
		m.index.put(k, int32(len(m.spans)))
		m.spans = append(m.spans, missed{k, from, to, subnet})
		return
	}
	s := &m.spans[n]
	s.from, s.to, s.subnet = min(s.from, from), max(s.to, to), s.subnet || subnet
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
		d.misses.add(m.key, m.from, m.to, m.subnet)
		if m.subnet {
			sub := m.key.subnet()
			d.misses.add(sub, m.from, m.to, false)
			if learned && d.subnets.find(sub) >= 0 {
				e.dirty[dayNumber] = true
			}
		}
		n := d.addrs.find(m.key)
		if n < 0 || !learned {
			continue
		}
		for _, sp := range d.entries[n].spans {
			if sp.from-slack <= m.to && m.from <= sp.to+slack {
				e.dirty[dayNumber] = true
			}
		}
	}
}
