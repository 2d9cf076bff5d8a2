// Package parquet reads flow logs in Parquet files: as AWS delivers them, for VPCs
// and transit gateways, and as query engines and table tools write them anew.
//
// Columns are found by their names in any spelling. Their types are not relied on:
// numbers may be texts, account ids numbers, times seconds, milliseconds or of a
// type of their own. Null, "-" and an empty text are absent. Columns of lists are
// not read.
//
// The pages are decoded here, not by parquet-go, which makes what a list of the
// footer or a run claims to hold before it looks, does not bound what a page
// expands to, and panics on some damage: an outage for a small hostile file. Here a
// run is made only as far as it is read, pages are bounded, and no row allocates.
// Format: parquet.apache.org/docs/file-format and the encodings it names.
package parquet

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"strings"

	"github.com/weir-flow/weir/internal/decode"
	"github.com/weir-flow/weir/internal/record"
)

// Driver is the driver of Parquet files, named "parquet".
type Driver struct{}

var _ decode.Driver = Driver{}

// Name returns "parquet".
func (Driver) Name() string { return "parquet" }

// Sniff recognises the first four bytes.
func (Driver) Sniff(head []byte) bool {
	return len(head) >= len(magic) && (string(head[:len(magic)]) == magic || string(head[:len(magic)]) == magicEncrypted)
}

// New returns a decoder.
func (Driver) New(_ []byte, o decode.Options) (decode.Decoder, error) {
	return &decoder{opts: o}, nil
}

// decoder reads the rows of one file. A position says how much of the rows is
// done, as a share of the file's bytes.
type decoder struct {
	opts    decode.Options
	file    *file
	footer  *footer
	columns []*column // those that are read
	leaves  []int     // their numbers in the footer
	binder  *record.Binder
	cells   []record.Cells
	text    []byte
}

// blockRows is how many rows are decoded at once: columns of so many stay in the
// cache.
const blockRows = 4096

// Decode implements [decode.Decoder].
func (d *decoder) Decode(ctx context.Context, r io.Reader, sink decode.Sink) (err error) {
	var readErr error
	d.file, readErr = readAll(r, d.opts)
	defer func() { err = errors.Join(err, d.file.close()) }()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if d.footer, err = readFooter(d.file.data); err != nil {
		switch {
		case readErr != nil:
			return readErr
		case d.opts.Growing && errors.Is(err, decode.ErrTruncated):
			return nil // it is being written
		}
		return err
	}
	if err := d.bind(); err != nil {
		return errors.Join(err, readErr)
	}
	if err := d.rows(ctx, sink); err != nil {
		return err
	}
	return readErr
}

// bind makes the binder for the columns of the file.
func (d *decoder) bind() error {
	names := make([]string, 0, len(d.footer.leaves))
	for i, l := range d.footer.leaves {
		if !l.repeated {
			c := &column{leaf: l, file: d.file, dictSize: -1}
			c.vals.leaf, c.dict.leaf = &c.leaf, &c.leaf
			d.columns, d.leaves = append(d.columns, c), append(d.leaves, i)
			names = append(names, l.name)
		}
	}
	d.cells = make([]record.Cells, len(d.columns))
	var err error
	o := d.opts
	d.binder, err = record.NewBinder(names, record.BindOptions{TagKeys: o.TagKeys, Context: o.Context, ObjectTime: o.ObjectTime, Intake: o.Intake})
	if err != nil {
		return fmt.Errorf("%w: %w", decode.ErrUnknownFormat, err)
	}
	return nil
}

// position of a row in the file.
func (d *decoder) position(row int64) int64 {
	hi, lo := bits.Mul64(uint64(row), uint64(len(d.file.data)))
	at, _ := bits.Div64(hi, lo, uint64(max(1, d.footer.rows)))
	return int64(at)
}

// rowAt is the first row whose position is at or behind one.
func (d *decoder) rowAt(position int64) int64 {
	size := uint64(len(d.file.data))
	hi, lo := bits.Mul64(uint64(min(position, int64(size))), uint64(d.footer.rows))
	lo, carry := bits.Add64(lo, size-1, 0)
	row, _ := bits.Div64(hi+carry, lo, size)
	return int64(row)
}

// rows hands out the rows behind those to skip.
func (d *decoder) rows(ctx context.Context, sink decode.Sink) error {
	// A file of repeated values is small without end: rows count, too.
	if err := d.file.spend(d.footer.rows * int64(max(64, 4*len(d.columns)))); err != nil {
		return err
	}
	end := int64(len(d.file.data))
	s := &state{sink: sink, row: d.rowAt(max(0, d.opts.Skip)), fresh: true}
	if d.footer.rows == 0 || d.opts.Skip >= end {
		sink.Consumed(max(end, d.opts.Skip), 0)
		return nil
	}
	first := int64(0)
	for i := range d.footer.groups {
		g := &d.footer.groups[i]
		if s.row < first+g.rows {
			if err := d.group(ctx, i, first, s); err != nil {
				if ctx.Err() == nil && !s.refused {
					// The position behind the rows: those between the two, if
					// any, are where the damage is.
					at := d.position(s.row)
					if d.rowAt(at) < s.row {
						at++
					}
					sink.Consumed(at, s.appended)
				}
				return err
			}
		}
		first += g.rows
	}
	sink.Consumed(end, s.appended)
	return nil
}

// state is how far reading has come.
type state struct {
	sink     decode.Sink
	batch    *record.Batch
	row      int64 // of the file, the next one to hand out
	appended int
	fresh    bool // a batch is to be asked for
	refused  bool // the sink ended decoding
}

// group reads a row group, which begins at a row of the file.
func (d *decoder) group(ctx context.Context, number int, first int64, s *state) error {
	g := &d.footer.groups[number]
	for j, c := range d.columns {
		if err := c.open(g.chunks[d.leaves[j]]); err != nil {
			return d.damage(c, number, err)
		}
	}
	for row, end := first, first+g.rows; row < end; {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(blockRows, end-row)
		if row < s.row { // to be passed over
			n = min(n, s.row-row)
		} else if whole := d.rowAt(d.position(row + n)); whole > row {
			n = whole - row
		}
		for _, c := range d.columns {
			if err := c.more(); err != nil {
				return d.damage(c, number, err)
			}
			n = min(n, int64(c.left))
		}
		for j, c := range d.columns {
			var err error
			if d.cells[j], err = c.read(int(n)); err != nil {
				return d.damage(c, number, err)
			}
		}
		if row < s.row {
			row += n
			continue
		}
		if err := d.block(int(n), s); err != nil {
			return err
		}
		row += n
		s.row = row
		s.fresh = d.rowAt(d.position(row)) == row
	}
	return nil
}

// block appends the rows in cells.
func (d *decoder) block(n int, s *state) error {
	if s.fresh {
		s.sink.Consumed(d.position(s.row), s.appended)
		batch, err := s.sink.Batch()
		if err != nil {
			s.refused = true
			return err
		}
		s.batch, s.fresh = batch, false
	}
	before := s.batch.Len()
	d.binder.Begin(s.batch, n)
	d.binder.Block(d.cells, n, func(row int, reason string) {
		at := s.row + int64(row)
		s.sink.Bad(decode.BadLine{Line: at + 1, Offset: d.position(at), Reason: reason, Text: d.show(row)})
	})
	d.binder.End()
	s.appended += s.batch.Len() - before
	return nil
}

// maxShown is how much of a value of a bad row is shown.
const maxShown = 256

// show writes a row of the block at hand for people.
func (d *decoder) show(row int) []byte {
	d.text = d.text[:0]
	for j, c := range d.columns {
		at := len(d.text)
		d.text = append(append(d.text, c.leaf.name...), '=')
		value := len(d.text)
		d.text = d.cells[j].Append(d.text, row)
		switch n := len(d.text) - value; {
		case n == 0 || n == 1 && d.text[value] == '-':
			d.text = d.text[:at] // absent
			continue
		case n > maxShown:
			d.text = append(d.text[:value+maxShown], "..."...)
		}
		d.text = append(d.text, ' ')
		if len(d.text) > decode.MaxBadText {
			return d.text[:decode.MaxBadText]
		}
	}
	return d.text[:max(0, len(d.text)-1)]
}

// damage says where a file cannot be read on.
func (d *decoder) damage(c *column, group int, err error) error {
	where := fmt.Sprintf("column %q of row group %d", c.leaf.name, group)
	if c.page >= 0 {
		where = fmt.Sprintf("page %d of %s", c.page, where)
	}
	switch {
	case errors.Is(err, errTooBig):
		return fmt.Errorf("%w: %s: %w", decode.ErrExpansion, where, err)
	case errors.Is(err, decode.ErrExpansion), errors.Is(err, errUnsupported):
		return fmt.Errorf("%s: %w", where, err)
	}
	cause := fmt.Errorf("%s: %s", where, strings.ReplaceAll(err.Error(), "\n", ", "))
	return &decode.DamageError{Err: decode.ErrCorrupt, Offset: c.at, Cause: cause}
}
