package record

// blocks is what [Binder.Block] keeps from one block to the next.
type blocks struct {
	columns []blockColumn
	bad     []uint16 // by row: 0, or the number of a reason
	good    []int32  // rows that can be used
	hash    []uint64
	caches  [numCached]codeCache
	text    []byte
}

// blockColumn knows what the entries of a column's dictionary are as values of
// its field. Values of a tuple's fields are numbered: a code stands for a text,
// 0 for an absent one.
type blockColumn struct {
	dictionary uint64 // the one that is known; 0: none
	values     Column // of its entries, and a missing one after them; of fields with a column
	what       []verdict
	entries    []uint32 // codes of its entries

	codes map[string]uint32
	texts []string // by code
	size  int      // of the texts in bytes
	rows  []uint32 // codes of the rows of the block at hand
}

// Block appends the rows of a block of n rows, given as the cells of each column
// in the order of the binder's columns. The rules are those of [Binder.Row]; bad
// is called, in order, with each row that cannot be used and why. [Binder.Begin]
// must have made room for n rows.
func (b *Binder) Block(cells []Cells, n int, bad func(row int, reason string)) {
	s := &b.blocks
	if s.columns == nil {
		s.columns = make([]blockColumn, len(b.columns))
	}
	s.bad, s.good = grow(s.bad[:0], n), s.good[:0]
	absent := b.batch.Col(Absent).U32[b.row:]
	for row := range n {
		absent[row] = b.lacks
	}
	unmapped := false
	for i := range b.columns {
		switch f := b.columns[i].field; {
		case f == nil:
			unmapped = true
		case f.Place == PlaceRow:
			b.blockValues(i, &cells[i], n)
		default:
			b.blockCodes(i, &cells[i], n)
		}
	}
	for row, number := range s.bad {
		if number == 0 {
			s.good = append(s.good, int32(row))
			continue
		}
		reason := &reasons[number>>1-1]
		if number&1 == 0 {
			bad(row, reason.malformed)
		} else {
			bad(row, reason.outOfRange)
		}
	}
	for g := range numCached {
		if len(b.slots[g]) > 0 {
			b.internBlock(g)
		}
	}
	if len(s.good) < n {
		b.closeGaps()
	}
	if unmapped || b.batch.Has(Unmapped) {
		b.blockUnmapped(cells)
	}
	absent = b.batch.Col(Absent).U32
	for range s.good {
		b.finish(absent[b.row])
	}
}

// note marks a row as bad, unless a column before did, and counts a missing value.
func (b *Binder) note(f *Field, row int, what verdict) {
	if what == isMissing {
		b.batch.Col(Absent).U32[b.row+row] |= absentBits[f.ID]
		return
	}
	if b.blocks.bad[row] == 0 {
		b.blocks.bad[row] = uint16(f.ID)<<1 + 2 + uint16(what-isMalformed)
	}
}

// blockValues fills the rows of a field that has a column of its own.
func (b *Binder) blockValues(i int, cells *Cells, n int) {
	f, dst := b.columns[i].field, b.batch.Col(b.columns[i].field.ID)
	if cells.Index == nil {
		for row := range n {
			what := isMissing
			if cells.Null != nil && cells.Null[row] {
				dst.set(f.Type, b.row+row, 0)
			} else {
				what = cells.put(dst, f.Type, b.row+row, row)
			}
			if what != isValue {
				b.note(f, row, what)
			}
		}
		return
	}
	c := &b.blocks.columns[i]
	if c.dictionary != cells.Dictionary {
		m := cells.entries()
		c.values.resize(f.Type, true, 0)
		c.values.resize(f.Type, true, m+1)
		c.what = grow(c.what[:0], m+1)
		for e := range m {
			c.what[e] = cells.put(&c.values, f.Type, e, e)
		}
		c.what[m] = isMissing
		c.dictionary = cells.Dictionary
	}
	dst.pick(f.Type, b.row, &c.values, cells.Index[:n])
	for row, e := range cells.Index[:n] {
		if what := c.what[e]; what != isValue {
			b.note(f, row, what)
		}
	}
}

// pick sets values from row on to those entries of another column.
func (c *Column) pick(t Type, row int, from *Column, entries []uint32) {
	switch t {
	case TypeUint16:
		pick(c.U16[row:], from.U16, entries)
	case TypeUint32:
		pick(c.U32[row:], from.U32, entries)
	case TypeUint64:
		pick(c.U64[row:], from.U64, entries)
	case TypeTime:
		pick(c.Time[row:], from.Time, entries)
	case TypeAddr:
		pick(c.Addr[row:], from.Addr, entries)
	default:
		pick(c.U8[row:], from.U8, entries)
	}
}

func pick[T any](dst, from []T, entries []uint32) {
	dst = dst[:len(entries)]
	for i, e := range entries {
		dst[i] = from[e]
	}
}

// closeGaps moves the good rows of the block together.
func (b *Binder) closeGaps() {
	for to, row := range b.blocks.good {
		to, from := b.row+to, b.row+int(row)
		for _, id := range b.own {
			b.batch.cols[id].move(catalogue[id].Type, to, from)
		}
		b.batch.cols[Absent].move(TypeUint32, to, from)
		b.batch.Context[to], b.batch.Path[to] = b.batch.Context[from], b.batch.Path[from]
	}
}

func (c *Column) move(t Type, to, from int) {
	switch t {
	case TypeUint16:
		c.U16[to] = c.U16[from]
	case TypeUint32:
		c.U32[to] = c.U32[from]
	case TypeUint64:
		c.U64[to] = c.U64[from]
	case TypeTime:
		c.Time[to] = c.Time[from]
	case TypeAddr:
		c.Addr[to] = c.Addr[from]
	default:
		c.U8[to] = c.U8[from]
	}
}

// blockUnmapped keeps the values that have no field.
func (b *Binder) blockUnmapped(cells []Cells) {
	row := make([][]byte, len(b.columns))
	for to, from := range b.blocks.good {
		b.blocks.text = b.blocks.text[:0]
		for i := range b.columns {
			if b.columns[i].field == nil {
				at := len(b.blocks.text)
				b.blocks.text = cells[i].Append(b.blocks.text, int(from))
				row[i] = b.blocks.text[at:len(b.blocks.text):len(b.blocks.text)]
			}
		}
		s := b.unmapped(row)
		if s != "" {
			b.batch.Use(Unmapped)
		}
		if b.batch.Has(Unmapped) {
			b.batch.Col(Unmapped).Text[b.row+to] = s
		}
	}
}
