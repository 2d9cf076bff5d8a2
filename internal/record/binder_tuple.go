package record

import (
	"bytes"
	"slices"
	"strings"
)

// tupleCache knows the numbers of the combinations of values a binder has
// seen, by their bytes in the source: open addressing, verified byte by byte,
// so a collision of hashes costs time and nothing else.
type tupleCache struct {
	slots []tupleSlot // a power of two, at most half full; nil until the first add
	raw   []byte      // for each entry its spans, each followed by a blank
	used  int
}

type tupleSlot struct {
	hash     uint64
	from, to uint32 // in raw; to is 0 in a free slot
	number   uint32
}

// Bounds of a cache. Beyond them it starts anew: a source that has so many
// combinations gains little from remembering them.
const (
	maxCacheEntries = 64 << 10
	maxCacheRaw     = 16 << 20
)

func (c *tupleCache) reset() {
	clear(c.slots)
	c.raw, c.used = c.raw[:0], 0
}

// find returns the number of the combination whose bytes are in spans of data.
func (c *tupleCache) find(hash uint64, data []byte, spans []span) (number uint32, ok bool) {
	if len(c.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(c.slots) - 1)
next:
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &c.slots[i]
		if s.to == 0 {
			return 0, false
		}
		if s.hash != hash {
			continue
		}
		known := c.raw[s.from:s.to]
		for _, in := range spans {
			n := in.to - in.from
			if n >= len(known) || known[n] != ' ' || string(known[:n]) != string(data[in.from:in.to]) {
				continue next
			}
			known = known[n+1:]
		}
		if len(known) == 0 {
			return s.number, true
		}
	}
}

// add remembers a combination that find did not know.
func (c *tupleCache) add(hash uint64, data []byte, spans []span, number uint32) {
	if c.used >= maxCacheEntries || len(c.raw) > maxCacheRaw {
		c.reset()
	}
	if c.used*2 >= len(c.slots) {
		old := c.slots
		c.slots = make([]tupleSlot, max(64, 2*len(old)))
		for _, s := range old {
			if s.to != 0 {
				c.put(s)
			}
		}
	}
	from := len(c.raw)
	for _, in := range spans {
		c.raw = append(append(c.raw, data[in.from:in.to]...), ' ')
	}
	c.put(tupleSlot{hash, uint32(from), uint32(len(c.raw)), number})
	c.used++
}

func (c *tupleCache) put(s tupleSlot) {
	mask := uint64(len(c.slots) - 1)
	i := s.hash & mask
	for c.slots[i].to != 0 {
		i = (i + 1) & mask
	}
	c.slots[i] = s
}

// intern asks the registry for the number of a combination of the fast way
// that the cache does not know. It refuses what is not cleanly separated, too
// long, or looks like a header.
func (b *Binder) intern(g Group, hash uint64, data []byte) (number uint32, ok bool) {
	values := b.tuple(g)
	next := 0 // span
	for i := 0; i < len(b.columns); {
		f := b.columns[i].field
		if f.Place == PlaceRow || groupOf(f) != g {
			i++
			continue
		}
		in := b.spans[g][next]
		next++
		rest := data[in.from:in.to]
		for more := true; more; i++ {
			var text []byte
			text, rest, more = bytes.Cut(rest, []byte{' '})
			if len(text) == 0 || len(text) > MaxText || hasBlank(text) {
				return 0, false
			}
			values[b.columns[i].field.Slot] = b.columns[i].text(text)
		}
	}
	if b.textOnly && IsHeader(slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })) {
		return 0, false // the slow way looks at the whole line
	}
	if g == GroupContext {
		b.fillContext(values)
	}
	n := b.batch.Registry.Intern(g, values)
	b.caches[g].add(hash, data, b.spans[g], n)
	return n, true
}

func hasBlank(text []byte) bool {
	for _, c := range text {
		if c <= ' ' {
			return true
		}
	}
	return false
}

// tuple returns an empty tuple of a group, to be filled.
func (b *Binder) tuple(g Group) []string {
	if b.values == nil {
		b.values = make([]string, max(len(contextSlots), len(pathSlots)))
	}
	values := b.values[:g.Slots()]
	clear(values)
	return values
}

func (b *Binder) numbers(g Group) []uint32 {
	if g == GroupPath {
		return b.batch.Path
	}
	return b.batch.Context
}

// text gives the value of a tuple's field: "" for "-", tags decoded, always
// valid UTF-8.
func (c *column) text(raw []byte) string {
	if len(raw) == 1 && raw[0] == '-' {
		return ""
	}
	s := string(raw)
	if c.tag {
		s = unescape(s)
		if c.key != "" {
			s = c.key + "=" + s
		}
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// unescape decodes %XX. What is no escape stays as it is.
func unescape(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hexValue[s[i+1]] != 0xff && hexValue[s[i+2]] != 0xff {
			out = append(out, hexValue[s[i+1]]<<4|hexValue[s[i+2]])
			i += 2
			continue
		}
		out = append(out, s[i])
	}
	return string(out)
}
