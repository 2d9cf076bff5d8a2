package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/weir-flow/weir/internal/record"
)

// Bounds of what is held decompressed. Writers make pages of about a megabyte.
const (
	maxPage       = 128 << 20
	maxDictionary = 32 << 20
	maxHeld       = 256 << 20 // pages and dictionaries of all columns
	entrySize     = 24        // of a dictionary's entry, here and where it is converted
)

var (
	errTooBig  = errors.New("too big")
	errEnd     = errors.New("the column ends before the row group")
	errHeader  = errors.New("the header of the page makes no sense")
	errCRC     = errors.New("the checksum is wrong")
	errNoDict  = errors.New("the values refer to a dictionary that is not there")
	errNoEntry = errors.New("a value refers to no entry of the dictionary")
)

// column reads a column, one chunk after the other.
type column struct {
	leaf leaf
	file *file

	chunk   chunk
	at, end int64 // of the chunk in the file: where the next page begins
	page    int   // number of the page at hand
	left    int   // rows of it

	levels  hybrid
	index   hybrid
	indexed bool
	vals    values
	buf     []byte // the decompressed page

	dict     values
	dictBuf  []byte
	dictSize int    // entries, -1: no dictionary
	dictNo   uint64 // counts dictionaries

	level []uint32
	null  []bool
	entry []uint32
}

// pageHeader is what stands before a page.
type pageHeader struct {
	kind           int64
	size, packed   int64 // in bytes
	crc            uint32
	checked        bool
	values         int64
	encoding       int64
	levelEncoding  int64
	levels, repeat int64 // bytes of levels before the values, of pages of version 2
	plain          bool  // not compressed although others are
}

const (
	pageData  = 0
	pageDict  = 2
	pageData2 = 3
)

// open begins with a chunk.
func (c *column) open(ch chunk) error {
	if ch.elsewhere {
		return fmt.Errorf("a column that is encrypted or in another file: %w", errUnsupported)
	}
	c.at = ch.data
	if ch.dict > 0 && ch.dict < c.at {
		c.at = ch.dict
	}
	size := int64(len(c.file.data))
	if c.at < int64(len(magic)) || ch.size < 0 || c.at > size || ch.size > size-c.at {
		return errors.New("the column lies outside of the file")
	}
	c.file.held -= entrySize * max(0, int64(c.dictSize))
	c.chunk, c.end, c.page, c.left, c.dictSize = ch, c.at+ch.size, -1, 0, -1
	return nil
}

// more sees to it that there is a page with rows at hand.
func (c *column) more() error {
	for c.left == 0 {
		if c.at >= c.end {
			return errEnd
		}
		h, body, err := c.header()
		if err != nil {
			c.page++
			return err
		}
		switch h.kind {
		case pageDict:
			err = c.dictionary(h, body)
		case pageData, pageData2:
			c.page++
			err = c.data(h, body)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// header reads the header of the next page and returns its body.
func (c *column) header() (h pageHeader, body []byte, err error) {
	t := &thrift{data: c.file.data[c.at:c.end]}
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 1 && typ == thriftI32:
			h.kind = t.int()
		case id == 2 && typ == thriftI32:
			h.size = t.int()
		case id == 3 && typ == thriftI32:
			h.packed = t.int()
		case id == 4 && typ == thriftI32:
			h.crc, h.checked = uint32(t.int()), true
		case (id == 5 || id == 7 || id == 8) && typ == thriftStruct:
			h.read(t, id)
		default:
			t.skip(typ)
		}
	})
	switch {
	case t.failed || h.size < 0 || h.packed < 0 || h.values < 0 || h.levels < 0 || h.repeat < 0:
		return h, nil, errHeader
	case h.packed > int64(len(t.data)-t.at):
		return h, nil, fmt.Errorf("%w: it is longer than the column", errHeader)
	}
	body = t.data[t.at : t.at+int(h.packed)]
	c.at += int64(t.at) + h.packed
	if h.checked && crc32.ChecksumIEEE(body) != h.crc {
		return h, nil, errCRC
	}
	return h, body, nil
}

// read reads what is said about one kind of page: 5 data, 7 dictionary, 8 data of
// version 2.
func (h *pageHeader) read(t *thrift, kind int64) {
	encoding := int64(2)
	if kind == 8 {
		encoding = 4
	}
	t.fields(func(id int64, typ byte) {
		switch {
		case id == 1 && typ == thriftI32:
			h.values = t.int()
		case id == encoding && typ == thriftI32:
			h.encoding = t.int()
		case kind == 5 && id == 3 && typ == thriftI32:
			h.levelEncoding = t.int()
		case kind == 8 && id == 5 && typ == thriftI32:
			h.levels = t.int()
		case kind == 8 && id == 6 && typ == thriftI32:
			h.repeat = t.int()
		case kind == 8 && id == 7:
			h.plain = typ == thriftFalse
		default:
			t.skip(typ)
		}
	})
}

// unpack decompresses a page, or a part of it, into buf.
func (c *column) unpack(buf *[]byte, body []byte, size int64, plain bool, most int64) ([]byte, error) {
	if c.chunk.codec == codecNone || plain {
		return body, nil
	}
	if size < 0 || size > most {
		return nil, fmt.Errorf("a page of %d bytes: %w", size, errTooBig)
	}
	if grown := size - int64(cap(*buf)); grown > 0 {
		if c.file.held+grown > maxHeld {
			return nil, fmt.Errorf("pages of %d bytes at once: %w", c.file.held+grown, errTooBig)
		}
		c.file.held += grown
		*buf = make([]byte, size)
	}
	if err := c.file.spend(size); err != nil {
		return nil, err
	}
	out := (*buf)[:size]
	return out, c.file.unpacker.unpack(c.chunk.codec, out, body)
}

func (c *column) dictionary(h pageHeader, body []byte) error {
	body, err := c.unpack(&c.dictBuf, body, h.size, false, maxDictionary)
	if err != nil {
		return fmt.Errorf("dictionary: %w", err)
	}
	least := max(1, c.leaf.width()) // bytes of a value
	if c.leaf.typ == typeByteArray {
		least = 4
	}
	switch {
	case h.encoding != encPlain && h.encoding != encPlainDict:
		return fmt.Errorf("dictionary in encoding %d: %w", h.encoding, errUnsupported)
	case len(body) > maxDictionary:
		return fmt.Errorf("a dictionary of %d bytes: %w", len(body), errTooBig)
	case h.values > int64(len(body)/least):
		return fmt.Errorf("dictionary: %w", errShort)
	}
	if c.file.held += entrySize * (h.values - max(0, int64(c.dictSize))); c.file.held > maxHeld {
		return fmt.Errorf("dictionaries of %d bytes at once: %w", c.file.held, errTooBig)
	}
	c.dictSize = int(h.values)
	if err = c.dict.begin(encPlain, body, 0); err == nil {
		err = c.dict.read(int(h.values))
	}
	if err != nil {
		return fmt.Errorf("dictionary: %w", err)
	}
	c.dictNo++
	return nil
}

func (c *column) data(h pageHeader, body []byte) error {
	if h.values > maxRows {
		return errHeader
	}
	var levels []byte
	if h.kind == pageData2 {
		n := h.levels + h.repeat
		if n > int64(len(body)) {
			return errHeader
		}
		levels = body[h.repeat:n]
		rest, err := c.unpack(&c.buf, body[n:], h.size-n, h.plain || n == int64(len(body)), maxPage)
		if err != nil {
			return err
		}
		body = rest
	} else {
		var err error
		if body, err = c.unpack(&c.buf, body, h.size, false, maxPage); err != nil {
			return err
		}
		if c.leaf.levels > 0 {
			if h.levelEncoding != encRLE {
				return fmt.Errorf("levels in encoding %d: %w", h.levelEncoding, errUnsupported)
			}
			if len(body) < 4 || int64(binary.LittleEndian.Uint32(body)) > int64(len(body)-4) {
				return errHeader
			}
			n := 4 + int(binary.LittleEndian.Uint32(body))
			levels, body = body[4:n], body[n:]
		}
	}
	if len(body) > maxPage {
		return fmt.Errorf("a page of %d bytes: %w", len(body), errTooBig)
	}
	c.levels = hybrid{data: levels, width: levelWidth(c.leaf.levels)}
	c.left = int(h.values)
	c.indexed = h.encoding == encDict || h.encoding == encPlainDict
	if !c.indexed {
		present := int(h.values)
		if w := c.leaf.width(); h.encoding == encSplit && w > 0 {
			present = len(body) / w
		}
		return c.vals.begin(h.encoding, body, present)
	}
	if c.dictSize < 0 {
		return errNoDict
	}
	c.index = hybrid{}
	if len(body) > 0 { // a page without values has no width
		if c.index.width = uint(body[0]); c.index.width > 32 {
			return errHeader
		}
		c.index.data = body[1:]
	}
	return nil
}

// read returns the next n rows, which the page at hand has.
func (c *column) read(n int) (record.Cells, error) {
	c.left -= n
	have := n
	c.null = resize(c.null, n)
	if c.leaf.levels > 0 {
		c.level = resize(c.level, n)
		if !c.levels.next(c.level) {
			return record.Cells{}, errShort
		}
		have = 0
		for i, l := range c.level {
			if c.null[i] = l != uint32(c.leaf.levels); !c.null[i] {
				have++
			}
		}
	}
	if c.indexed {
		return c.entries(n, have)
	}
	if err := c.vals.read(have); err != nil {
		return record.Cells{}, err
	}
	cells := c.vals.cells
	if have == n {
		return cells, nil
	}
	cells.Null = c.null
	if cells.Ints != nil {
		cells.Ints = resizeKeep(cells.Ints, n)
		spread(cells.Ints, c.null, have)
		c.vals.whole = cells.Ints
	} else {
		cells.Spans = resizeKeep(cells.Spans, n)
		spread(cells.Spans, c.null, have)
		c.vals.spans = cells.Spans
	}
	return cells, nil
}

// entries reads n rows of which have refer to the dictionary.
func (c *column) entries(n, have int) (record.Cells, error) {
	c.entry = resize(c.entry, n)
	if !c.index.next(c.entry[:have]) {
		return record.Cells{}, errShort
	}
	most := uint32(0)
	for _, e := range c.entry[:have] {
		most = max(most, e)
	}
	if have > 0 && int(most) >= c.dictSize {
		return record.Cells{}, errNoEntry
	}
	if have < n {
		spread(c.entry, c.null, have)
		for i, null := range c.null {
			if null {
				c.entry[i] = uint32(c.dictSize)
			}
		}
	}
	cells := c.dict.cells
	cells.Index, cells.Dictionary = c.entry, c.dictNo
	return cells, nil
}

// spread moves the first have elements to the rows that have a value.
func spread[T any](s []T, null []bool, have int) {
	for i := len(s) - 1; have < i+1 && i >= 0; i-- {
		if !null[i] {
			have--
			s[i] = s[have]
		}
	}
}

func resizeKeep[T any](s []T, n int) []T {
	if n <= cap(s) {
		return s[:n]
	}
	bigger := make([]T, n)
	copy(bigger, s)
	return bigger
}
