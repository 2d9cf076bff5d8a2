package record

// Bounds of the texts a column's codes stand for. Beyond them the numbering
// begins anew: the fields of tuples have few values, or little is gained.
const (
	maxCodes    = 64 << 10
	maxCodeSize = 16 << 20
)

// blockCodes finds the codes of the rows of a tuple's field.
func (b *Binder) blockCodes(i int, cells *Cells, n int) {
	col, c := &b.columns[i], &b.blocks.columns[i]
	f := col.field
	if c.codes == nil || (len(c.texts) > maxCodes || c.size > maxCodeSize) && (cells.Index == nil || c.dictionary != cells.Dictionary) {
		c.codes, c.texts, c.size, c.dictionary = map[string]uint32{}, []string{""}, 0, 0
		b.blocks.caches[groupOf(f)].reset()
	}
	c.rows = reserve(c.rows, n)
	rows := c.rows
	if cells.Index == nil {
		// Fast path: a value is often the one before it.
		last, lastText, lastInt, know := uint32(0), []byte(nil), int64(0), false
		for row := range n {
			switch {
			case cells.Null != nil && cells.Null[row]:
				rows[row] = 0
				continue
			case know && cells.Ints != nil && cells.Ints[row] == lastInt:
				rows[row] = last
				continue
			case know && cells.Ints == nil && string(cells.text(row)) == string(lastText):
				rows[row] = last
				continue
			}
			code, what := b.code(col, c, cells, row)
			if know = what == isValue; !know {
				b.note(f, row, what)
			} else if last = code; cells.Ints != nil {
				lastInt = cells.Ints[row]
			} else {
				lastText = cells.text(row)
			}
			rows[row] = code
		}
		return
	}
	if c.dictionary != cells.Dictionary {
		m := cells.entries()
		c.entries, c.what = grow(c.entries[:0], m+1), grow(c.what[:0], m+1)
		for e := range m {
			c.entries[e], c.what[e] = b.code(col, c, cells, e)
		}
		c.dictionary = cells.Dictionary
	}
	for row, e := range cells.Index[:n] {
		rows[row] = c.entries[e]
		if what := c.what[e]; what != isValue {
			b.note(f, row, what)
		}
	}
}

// code returns the code of a value.
func (b *Binder) code(col *column, c *blockColumn, cells *Cells, i int) (uint32, verdict) {
	text := cells.append(b.blocks.text[:0], i)
	if isAccount(col.field) && (cells.Ints != nil || cells.Numeric) {
		text = padAccount(text)
	}
	b.blocks.text = text
	switch {
	case isAbsent(text):
		return 0, isValue
	case len(text) > MaxText:
		return 0, isOutOfRange
	}
	code, ok := c.codes[string(text)]
	if !ok {
		code = uint32(len(c.texts))
		c.codes[string(text)] = code
		c.texts = append(c.texts, col.text(text))
		c.size += len(text)
	}
	return code, isValue
}

func isAccount(f *Field) bool {
	return f.ID == AccountID || f.ID == TGWSrcVPCAccountID || f.ID == TGWDstVPCAccountID
}

// padAccount gives an account id that was held as a number its zeros back.
func padAccount(text []byte) []byte {
	const digits = 12
	n := len(text)
	if n == 0 || n >= digits {
		return text
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			return text
		}
	}
	text = append(text, "000000000000"[n:]...)
	copy(text[digits-n:], text[:n])
	copy(text, "000000000000"[n:])
	return text
}

// internBlock finds the tuple numbers of the good rows of a block.
func (b *Binder) internBlock(g Group) {
	s := &b.blocks
	columns := b.slots[g]
	n := len(s.bad)
	s.hash = grow(s.hash[:0], n)
	hash := s.hash
	for _, i := range columns {
		rows := s.columns[i].rows[:n]
		for row, code := range rows {
			hash[row] = mix(hash[row], uint64(code))
		}
	}
	numbers, cache := b.numbers(g)[b.row:], &s.caches[g]
	for at, row := range s.good {
		// Fast path: the row before is of the same interface.
		if at > 0 && hash[row] == hash[s.good[at-1]] && b.sameCodes(columns, row, s.good[at-1]) {
			numbers[row] = numbers[s.good[at-1]]
			continue
		}
		e, ok := cache.find(hash[row], s.columns, columns, row)
		if !ok {
			values := b.tuple(g)
			for _, i := range columns {
				values[b.columns[i].field.Slot] = s.columns[i].texts[s.columns[i].rows[row]]
			}
			if g == GroupContext {
				b.fillContext(values)
			}
			e = b.batch.Registry.Intern(g, values)
			cache.add(hash[row], s.columns, columns, row, e)
		}
		numbers[row] = e
	}
}

func (b *Binder) sameCodes(columns []int, row, other int32) bool {
	for _, i := range columns {
		if rows := b.blocks.columns[i].rows; rows[row] != rows[other] {
			return false
		}
	}
	return true
}

// codeCache knows the numbers of tuples by the codes of their values: open
// addressing, every code compared.
type codeCache struct {
	slots   []uint32 // entry and one; 0 is free; a power of two, at most half full
	hashes  []uint64 // by entry
	numbers []uint32
	codes   []uint32 // of each entry, by column
}

func (c *codeCache) reset() {
	clear(c.slots)
	c.hashes, c.numbers, c.codes = c.hashes[:0], c.numbers[:0], c.codes[:0]
}

func (c *codeCache) find(hash uint64, in []blockColumn, columns []int, row int32) (number uint32, ok bool) {
	if len(c.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(c.slots) - 1)
next:
	for at := hash & mask; c.slots[at] != 0; at = (at + 1) & mask {
		e := int(c.slots[at] - 1)
		if c.hashes[e] != hash {
			continue
		}
		codes := c.codes[e*len(columns):][:len(columns)]
		for j, i := range columns {
			if in[i].rows[row] != codes[j] {
				continue next
			}
		}
		return c.numbers[e], true
	}
	return 0, false
}

// add remembers a tuple that find did not know.
func (c *codeCache) add(hash uint64, in []blockColumn, columns []int, row int32, number uint32) {
	if len(c.numbers) >= maxCacheEntries {
		c.reset()
	}
	if len(c.numbers)*2 >= len(c.slots) {
		c.slots = make([]uint32, max(64, 2*len(c.slots)))
		for e, h := range c.hashes {
			c.put(h, e)
		}
	}
	c.hashes, c.numbers = append(c.hashes, hash), append(c.numbers, number)
	for _, i := range columns {
		c.codes = append(c.codes, in[i].rows[row])
	}
	c.put(hash, len(c.numbers)-1)
}

func (c *codeCache) put(hash uint64, e int) {
	mask := uint64(len(c.slots) - 1)
	at := hash & mask
	for c.slots[at] != 0 {
		at = (at + 1) & mask
	}
	c.slots[at] = uint32(e + 1)
}
