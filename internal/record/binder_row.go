package record

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// slowLine is the way of Line for everything quick does not expect: several
// blanks, unknown columns, values in rare forms, and lines that are no records.
func (b *Binder) slowLine(data []byte, at int) (next int, reason string) {
	n := bytes.IndexByte(data[at:], '\n')
	next = at + n + 1
	b.cells = AppendWords(b.cells[:0], data[at:at+n])
	if len(b.cells) == 0 {
		return next, ReasonBlank
	}
	if b.textOnly && b.isHeader() {
		return next, ReasonHeader
	}
	if reason = b.Row(b.cells); reason != "" && b.isHeader() {
		reason = ReasonHeader
	}
	return next, reason
}

// AppendWords appends the words of a line: what stands between blanks and
// control characters. The words are parts of the line.
func AppendWords(words [][]byte, line []byte) [][]byte {
	for i := 0; i < len(line); {
		for i < len(line) && line[i] <= ' ' {
			i++
		}
		begin := i
		for i < len(line) && line[i] > ' ' {
			i++
		}
		if begin < i {
			words = append(words, line[begin:i])
		}
	}
	return words
}

// isHeader looks at a line only when it begins like a name.
func (b *Binder) isHeader() bool {
	if len(b.cells) == 0 || hexValue[b.cells[0][0]] <= 9 || b.cells[0][0] == '-' {
		return false
	}
	words := make([]string, 0, 64)
	for _, c := range b.cells {
		if len(c) > 64 || len(words) > 256 {
			return false
		}
		words = append(words, string(c))
	}
	return IsHeader(words)
}

// Row appends a row of values by the position of their columns. An empty value
// or "-" is absent; values beyond the known columns go to Unmapped. A reason
// that is not empty says why no row was appended; it is one of few fixed texts.
func (b *Binder) Row(cells [][]byte) (reason string) {
	if len(cells) < len(b.columns) {
		return ReasonTooFewColumns
	}
	absent, unmapped := b.lacks, len(cells) > len(b.columns)
	for i := range b.columns {
		f := b.columns[i].field
		switch {
		case f == nil:
			unmapped = true
		case f.Place != PlaceRow:
			if len(cells[i]) > MaxText {
				return reasons[f.ID].outOfRange
			}
		case isAbsent(cells[i]):
			absent |= absentBits[f.ID]
			b.batch.Col(f.ID).set(f.Type, b.row, 0)
		default:
			switch b.batch.Col(f.ID).parse(f.Type, b.row, cells[i]) {
			case isMalformed:
				return reasons[f.ID].malformed
			case isOutOfRange:
				return reasons[f.ID].outOfRange
			}
		}
	}
	for g := range numCached {
		if len(b.slots[g]) > 0 {
			b.numbers(g)[b.row] = b.internCells(g, cells)
		}
	}
	if b.batch.Has(Unmapped) {
		b.batch.Col(Unmapped).Text[b.row] = ""
	}
	if unmapped {
		if s := b.unmapped(cells); s != "" {
			b.batch.Use(Unmapped)
			b.batch.Col(Unmapped).Text[b.row] = s
		}
	}
	b.finish(absent)
	return ""
}

func isAbsent(cell []byte) bool { return len(cell) == 0 || len(cell) == 1 && cell[0] == '-' }

// internCells finds the number of the tuple that the values of a group make.
func (b *Binder) internCells(g Group, cells [][]byte) uint32 {
	joined, clean := b.joined[:0], true
	for _, i := range b.slots[g] {
		clean = clean && !hasBlank(cells[i])
		if joined = append(joined, cells[i]...); isAbsent(cells[i]) {
			joined = append(joined[:len(joined)-len(cells[i])], '-')
		}
		joined = append(joined, ' ')
	}
	b.joined = joined
	whole := [1]span{{0, len(joined) - 1}}
	hash := uint64(len(joined))
	for rest := joined; len(rest) > 0; rest = rest[min(8, len(rest)):] {
		var word [8]byte
		copy(word[:], rest)
		hash = mix(hash, load64(word[:], 0))
	}
	if clean {
		if n, ok := b.caches[g].find(hash, joined, whole[:]); ok {
			return n
		}
	}
	values := b.tuple(g)
	for _, i := range b.slots[g] {
		if !isAbsent(cells[i]) {
			values[b.columns[i].field.Slot] = b.columns[i].text(cells[i])
		}
	}
	if g == GroupContext {
		b.fillContext(values)
	}
	n := b.batch.Registry.Intern(g, values)
	if clean {
		b.caches[g].add(hash, joined, whole[:], n)
	}
	return n
}

// unmapped makes the JSON object of the values that have no field, "" when
// all of them are absent. Columns beyond the last are named by their position.
func (b *Binder) unmapped(cells [][]byte) string {
	var out strings.Builder
	put := func(name string, cell []byte) {
		if isAbsent(cell) {
			return
		}
		key, _ := json.Marshal(name)
		value, _ := json.Marshal(string(cell))
		out.WriteByte("{,"[min(out.Len(), 1)])
		out.Write(key)
		out.WriteByte(':')
		out.Write(value)
	}
	for i := range b.columns {
		if b.columns[i].field == nil {
			put(b.columns[i].name, cells[i])
		}
	}
	for i := len(b.columns); i < len(cells); i++ {
		put("column_"+strconv.Itoa(i+1), cells[i])
	}
	if out.Len() > 0 {
		out.WriteByte('}')
	}
	return out.String()
}

// parse sets one value of a column from text.
func (c *Column) parse(t Type, row int, text []byte) verdict {
	switch t {
	case TypeAddr:
		a, ok := ParseAddr(text)
		if !ok {
			return isMalformed
		}
		c.Addr[row] = a
		return isValue
	case TypeTime:
		ns, what := parseTime(text)
		c.Time[row] = ns
		return what
	case TypeAction:
		action, what := parseAction(text)
		c.U8[row] = uint8(action)
		return what
	default:
		v, what := parseUint(text, limits[t])
		c.set(t, row, v)
		return what
	}
}

// limits are the largest values of the types of numbers.
var limits = [...]uint64{TypeUint8: 0xff, TypeUint16: 0xffff, TypeUint32: 0xffffffff, TypeUint64: 1<<64 - 1}

// set sets one value of a column from a number, an address to "::".
func (c *Column) set(t Type, row int, v uint64) {
	switch t {
	case TypeAddr:
		c.Addr[row] = Addr{}
	case TypeTime:
		c.Time[row] = int64(v)
	case TypeUint16:
		c.U16[row] = uint16(v)
	case TypeUint32:
		c.U32[row] = uint32(v)
	case TypeUint64:
		c.U64[row] = v
	default:
		c.U8[row] = uint8(v)
	}
}
