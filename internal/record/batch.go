package record

// MaxRows is how many rows a batch is closed at: the engine's cost per row
// halves between 64 k and 512 k rows (docs/benchmarks.md).
const MaxRows = 512 << 10

// Column holds the values of one field. Only the slice of the field's type is
// used; its length is the batch's length, or 0 when no row has the field.
type Column struct {
	U8   []uint8  // TypeUint8, TypeAction, TypeBool
	U16  []uint16 // TypeUint16
	U32  []uint32 // TypeUint32
	U64  []uint64 // TypeUint64
	Time []int64  // TypeTime
	Addr []Addr   // TypeAddr
	Text []string // TypeText
}

// Batch is a run of records of one kind held as columns. It is not safe for
// concurrent use. Batches are reused: what a batch lends out is valid until
// its next Reset.
type Batch struct {
	Kind     Kind
	Registry *Registry // where the tuple numbers come from

	// Tuple numbers, one of each per row. Sides are 0 before enrichment.
	Context, Path    []uint32
	SrcSide, DstSide []uint32

	cols [NumFields]Column
	has  [NumFields]bool // row columns that are materialised
	rows int
}

// NewBatch returns an empty batch that interns into reg.
func NewBatch(kind Kind, reg *Registry) *Batch {
	return &Batch{Kind: kind, Registry: reg}
}

// Len returns how many rows the batch has.
func (b *Batch) Len() int { return b.rows }

// Has reports whether the row column of a field is there. A column that is
// not there is absent in every row.
func (b *Batch) Has(id FieldID) bool { return b.has[id] }

// Col returns the column of a row field; its slices are as long as the batch.
func (b *Batch) Col(id FieldID) *Column { return &b.cols[id] }

// AbsentAt reports whether a row lacks a row field.
func (b *Batch) AbsentAt(id FieldID, row int) bool {
	return !b.has[id] || b.has[Absent] && b.cols[Absent].U32[row]&absentBits[id] != 0
}

// Bytes returns the memory the rows take, in bytes.
func (b *Batch) Bytes() int {
	size := 16 // the four tuple numbers
	for id := range b.has {
		if b.has[id] {
			size += width(catalogue[id].Type)
		}
	}
	total := size * b.rows
	if b.has[Unmapped] {
		for _, s := range b.cols[Unmapped].Text {
			total += len(s)
		}
	}
	return total
}

func width(t Type) int {
	switch t {
	case TypeUint16:
		return 2
	case TypeUint32:
		return 4
	case TypeUint64, TypeTime:
		return 8
	case TypeAddr, TypeText:
		return 16
	default:
		return 1
	}
}

// Reset empties the batch and keeps its memory.
func (b *Batch) Reset() { b.Truncate(0); b.has = [NumFields]bool{} }

// Truncate drops all rows from n on.
func (b *Batch) Truncate(n int) {
	for id := range b.cols {
		b.cols[id].resize(catalogue[id].Type, b.has[id], n)
	}
	b.Context, b.Path = b.Context[:min(n, len(b.Context))], b.Path[:min(n, len(b.Path))]
	b.SrcSide, b.DstSide = b.SrcSide[:min(n, len(b.SrcSide))], b.DstSide[:min(n, len(b.DstSide))]
	b.rows = n
}

// Use makes sure the row columns of fields are there. Rows that the batch
// already has get zero, and the absent bit if the field has one.
func (b *Batch) Use(ids ...FieldID) {
	for _, id := range ids {
		if b.has[id] {
			continue
		}
		b.has[id] = true
		b.cols[id].resize(catalogue[id].Type, true, 0)
		b.cols[id].resize(catalogue[id].Type, true, b.rows)
		if bit := absentBits[id]; bit != 0 && b.rows > 0 {
			b.Use(Absent)
			for row := range b.rows {
				b.cols[Absent].U32[row] |= bit
			}
		}
	}
}

// Extend adds n rows of zeros, without a set absent bit, and returns the
// index of the first. The caller fills them and sets the absent bits of the
// columns it does not fill.
func (b *Batch) Extend(n int) int {
	first := b.rows
	b.rows += n
	for id := range b.cols {
		if b.has[id] {
			b.cols[id].resize(catalogue[id].Type, true, b.rows)
		}
	}
	b.Context, b.Path = grow(b.Context, b.rows), grow(b.Path, b.rows)
	b.SrcSide, b.DstSide = grow(b.SrcSide, b.rows), grow(b.DstSide, b.rows)
	return first
}

// AppendRows copies rows of another batch with the same registry. Columns that
// only one of the two has are absent in the other's rows.
func (b *Batch) AppendRows(from *Batch, rows []int32) { b.appendRows(from, rows, len(rows)) }

// Append copies all rows of another batch with the same registry, see
// [Batch.AppendRows].
func (b *Batch) Append(from *Batch) { b.appendRows(from, nil, from.rows) }

// appendRows copies n rows, those that rows number or, with nil, the first.
func (b *Batch) appendRows(from *Batch, rows []int32, n int) {
	var missing uint32
	for id := range from.has {
		if from.has[id] {
			b.Use(FieldID(id))
		} else if b.has[id] {
			missing |= absentBits[id]
		}
	}
	if missing != 0 {
		b.Use(Absent)
	}
	first := b.rows
	b.rows += n
	for id := range b.has {
		switch {
		case from.has[id]:
			b.cols[id].copyRows(catalogue[id].Type, first, b.rows, &from.cols[id], rows)
		case b.has[id]:
			b.cols[id].resize(catalogue[id].Type, true, b.rows)
		}
	}
	if missing != 0 {
		absent := b.cols[Absent].U32[first:]
		for i := range absent {
			absent[i] |= missing
		}
	}
	b.Context, b.Path = gather(b.Context, first, b.rows, from.Context, rows), gather(b.Path, first, b.rows, from.Path, rows)
	b.SrcSide, b.DstSide = gather(b.SrcSide, first, b.rows, from.SrcSide, rows), gather(b.DstSide, first, b.rows, from.DstSide, rows)
}

func (c *Column) resize(t Type, used bool, n int) {
	if !used {
		return
	}
	switch t {
	case TypeUint16:
		c.U16 = grow(c.U16, n)
	case TypeUint32:
		c.U32 = grow(c.U32, n)
	case TypeUint64:
		c.U64 = grow(c.U64, n)
	case TypeTime:
		c.Time = grow(c.Time, n)
	case TypeAddr:
		c.Addr = grow(c.Addr, n)
	case TypeText:
		c.Text = grow(c.Text, n)
	default:
		c.U8 = grow(c.U8, n)
	}
}

func (c *Column) copyRows(t Type, first, n int, from *Column, rows []int32) {
	switch t {
	case TypeUint16:
		c.U16 = gather(c.U16, first, n, from.U16, rows)
	case TypeUint32:
		c.U32 = gather(c.U32, first, n, from.U32, rows)
	case TypeUint64:
		c.U64 = gather(c.U64, first, n, from.U64, rows)
	case TypeTime:
		c.Time = gather(c.Time, first, n, from.Time, rows)
	case TypeAddr:
		c.Addr = gather(c.Addr, first, n, from.Addr, rows)
	case TypeText:
		c.Text = gather(c.Text, first, n, from.Text, rows)
	default:
		c.U8 = gather(c.U8, first, n, from.U8, rows)
	}
}

// grow sets the length of s to n; new elements are zero.
func grow[T any](s []T, n int) []T {
	old := len(s)
	s = reserve(s, n)
	if n > old {
		clear(s[old:])
	}
	return s
}

// reserve sets the length of s to n; what new elements hold is left open.
func reserve[T any](s []T, n int) []T {
	if n <= cap(s) {
		return s[:n]
	}
	bigger := make([]T, n, max(n, 2*cap(s), 1024))
	copy(bigger, s)
	return bigger
}

// gather grows dst to n elements, those from first on are those rows of src, or with nil
// its first.
func gather[T any](dst []T, first, n int, src []T, rows []int32) []T {
	dst = reserve(dst, n)
	tail := dst[first:]
	if rows == nil {
		copy(tail, src)
		return dst
	}
	for i, r := range rows {
		tail[i] = src[r]
	}
	return dst
}
