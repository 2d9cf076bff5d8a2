package record

import "time"

// Sparse appends rows whose fields vary from one to the next: records that name
// their values, such as JSON, and leave out what they do not have. It grows a
// [Binder] with a column for each field seen so far, so at most as many binders
// are built as there are fields, and a row is bound as fast as one of a table.
//
// A Sparse is not safe for concurrent use.
type Sparse struct {
	opts   BindOptions
	binder *Binder
	at     [NumFields]int // column of a field in binder, from 1; 0: none
	fields []FieldID      // by column
	cells  [][]byte       // by column, of the row at hand
	fresh  []FieldID      // set in the row at hand, without a column yet
	values [NumFields][]byte

	batch *Batch
	first int // row of batch that the binder began at
	rows  int // since then
	room  int

	unmapped []byte // of those rows, one behind the other
	spans    []unmappedSpan
}

// unmappedSpan is where the unmapped values of a row stand.
type unmappedSpan struct{ row, from, to int }

// sparseRoom is how many rows room is made for at a time.
const sparseRoom = 512

// NewSparse returns a Sparse that understands values as o says.
func NewSparse(o BindOptions) (*Sparse, error) {
	if o.Intake.IsZero() {
		o.Intake = time.Now() // the same for all binders
	}
	s := &Sparse{opts: o}
	return s, s.grow(SrcAddr, DstAddr)
}

// Begin directs rows to a batch. [Sparse.End] must be called before the batch is
// used otherwise.
func (s *Sparse) Begin(batch *Batch) {
	s.batch = batch
	s.begin()
}

func (s *Sparse) begin() {
	s.first, s.rows, s.room = s.batch.Len(), 0, sparseRoom
	s.binder.Begin(s.batch, s.room)
}

// End completes the rows of the batch.
func (s *Sparse) End() {
	s.binder.End()
	if len(s.spans) == 0 {
		return
	}
	text := string(s.unmapped) // one piece of memory for all of them
	s.batch.Use(Unmapped)
	column := s.batch.Col(Unmapped).Text
	for _, in := range s.spans {
		column[in.row] = text[in.from:in.to]
	}
	s.spans, s.unmapped = s.spans[:0], s.unmapped[:0]
}

// Set gives the row at hand the value of a field that sources can give. The value
// must stay as it is until [Sparse.Row].
func (s *Sparse) Set(id FieldID, value []byte) {
	if at := s.at[id]; at > 0 {
		s.cells[at-1] = value
		return
	}
	s.fresh = append(s.fresh, id)
	s.values[id] = value
}

// Clear drops what was set since the last row.
func (s *Sparse) Clear() {
	clear(s.cells)
	s.fresh = s.fresh[:0]
}

// Row appends the row of the values set since the last one. unmapped is a JSON
// object of what has no field, or empty. A reason that is not empty says why no
// row was appended; it is one of few fixed texts.
func (s *Sparse) Row(unmapped []byte) (reason string) {
	if len(s.fresh) > 0 {
		s.End()
		if err := s.grow(s.fresh...); err != nil {
			panic("record: sparse binder: " + err.Error()) // the options are checked, the fields are ours
		}
		for _, id := range s.fresh {
			s.cells[s.at[id]-1] = s.values[id]
		}
		s.fresh = s.fresh[:0]
		s.begin()
	}
	if s.rows == s.room {
		s.End()
		s.begin()
	}
	reason = s.binder.Row(s.cells)
	clear(s.cells)
	if reason != "" {
		return reason
	}
	if len(unmapped) > 0 {
		from := len(s.unmapped)
		s.unmapped = append(s.unmapped, unmapped...)
		s.spans = append(s.spans, unmappedSpan{s.first + s.rows, from, len(s.unmapped)})
	}
	s.rows++
	return ""
}

// grow builds a binder that has columns for more fields.
func (s *Sparse) grow(more ...FieldID) error {
	fields := append([]FieldID(nil), s.fields...)
	for _, id := range more {
		if s.at[id] == 0 {
			fields = append(fields, id)
			s.at[id] = len(fields)
		}
	}
	names := make([]string, len(fields))
	for i, id := range fields {
		names[i] = catalogue[id].Name
	}
	binder, err := NewBinder(names, s.opts)
	if err != nil {
		return err
	}
	s.binder, s.fields = binder, fields
	cells := make([][]byte, len(fields))
	copy(cells, s.cells)
	s.cells = cells
	return nil
}
