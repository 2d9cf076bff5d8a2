package fleet

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/bits"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// parquetFile writes the records of one flow log as AWS documents it: columns of
// optional values in the order of the format, under names with underscores, gzip
// inside. Texts go through dictionaries. The format is that of
// parquet.apache.org; a library for it would be a fifth of the whole program.
type parquetFile struct {
	out     []byte       // what is to be written to the file
	gz      *gzip.Writer // nil: plain
	version string
	columns []*parquetColumn
	groups  []parquetGroup
	rows    int   // of the row group at hand
	at      int64 // bytes written
	text    []byte
	packed  []byte
}

// parquetColumn gathers a column of a row group.
type parquetColumn struct {
	field   field
	name    string
	bits    int
	present []uint32 // by row: 1, or 0 for null
	numbers []int64
	index   []uint32 // of texts: entries of the dictionary
	entries map[string]uint32
	dict    []byte // the entries one behind the other
}

type parquetGroup struct {
	rows   int
	chunks []parquetChunk
}

// parquetChunk is where a column of a row group lies. Sizes are in bytes.
type parquetChunk struct {
	dict, data     int64 // positions; dict is 0 without dictionary
	whole, written int64
}

// pageRows and groupRows are the rows of a page and of a row group: some hundred
// megabytes of text, as engines like it.
const pageRows = 20_000

var groupRows = 400_000

// Numbers of the format.
const (
	parquetInt32, parquetInt64, parquetBytes    = 1, 2, 6
	parquetUTF8, parquetInt32Of, parquetInt64Of = 0, 17, 18 // converted types
	parquetPlain, parquetRLE, parquetDictionary = 0, 3, 8   // encodings
	parquetGzip                                 = 2
	parquetOptional                             = 1
	parquetDataPage, parquetDictionaryPage      = 0, 2
	parquetMagic                                = "PAR1"
	parquetCreator                              = "weir gen"
	parquetDataHeader, parquetDictionaryHeader  = 5, 7 // fields of a page's header
)

func newParquetFile(p *program, plain bool, level int) *parquetFile {
	list, version := p.columns()
	f := &parquetFile{version: version}
	if !plain {
		f.gz, _ = gzip.NewWriterLevel(nil, level) // Validate has checked the level
	}
	for _, id := range list {
		f.columns = append(f.columns, &parquetColumn{
			field: id, name: strings.ReplaceAll(fields[id].name, "-", "_"), bits: bitsOf(id), entries: map[string]uint32{},
		})
	}
	f.write([]byte(parquetMagic))
	return f
}

func (f *parquetFile) write(b []byte) {
	f.out = append(f.out, b...)
	f.at += int64(len(b))
}

// add writes one record.
func (f *parquetFile) add(r *Record) error {
	for _, c := range f.columns {
		f.text = r.appendField(f.text[:0], c.field, f.version)
		if string(f.text) == "-" {
			c.present = append(c.present, 0)
			continue
		}
		c.present = append(c.present, 1)
		if c.bits > 0 {
			n, err := strconv.ParseInt(string(f.text), 10, c.bits)
			if err != nil {
				return fmt.Errorf("write %s as a number: %w", c.name, err)
			}
			c.numbers = append(c.numbers, n)
			continue
		}
		e, ok := c.entries[string(f.text)]
		if !ok {
			e = uint32(len(c.entries))
			c.entries[string(f.text)] = e
			c.dict = append(binary.LittleEndian.AppendUint32(c.dict, uint32(len(f.text))), f.text...)
		}
		c.index = append(c.index, e)
	}
	if f.rows++; f.rows == groupRows {
		return f.endGroup()
	}
	return nil
}

// endGroup writes the row group at hand.
func (f *parquetFile) endGroup() error {
	if f.rows == 0 {
		return nil
	}
	g := parquetGroup{rows: f.rows}
	for _, c := range f.columns {
		chunk, err := f.chunk(c)
		if err != nil {
			return err
		}
		g.chunks = append(g.chunks, chunk)
		clear(c.entries)
		c.present, c.numbers, c.index, c.dict = c.present[:0], c.numbers[:0], c.index[:0], c.dict[:0]
	}
	f.groups = append(f.groups, g)
	f.rows = 0
	return nil
}

func (f *parquetFile) chunk(c *parquetColumn) (chunk parquetChunk, err error) {
	encoding := int64(parquetPlain)
	if c.bits == 0 {
		encoding = parquetDictionary
		chunk.dict = f.at
		if err := f.page(&chunk, c.dict, parquetDictionaryPage, parquetDictionaryHeader, int64(len(c.entries)), parquetPlain); err != nil {
			return chunk, err
		}
	}
	chunk.data = f.at
	var body []byte
	width := bits.Len(uint(max(0, len(c.entries)-1)))
	for rest, value := c.present, 0; len(rest) > 0; {
		present := rest[:min(pageRows, len(rest))]
		rest = rest[len(present):]
		n := 0
		for _, p := range present {
			n += int(p)
		}
		body = appendHybrid(append(body[:0], 0, 0, 0, 0), present, 1)
		binary.LittleEndian.PutUint32(body, uint32(len(body)-4))
		switch c.bits {
		case 0:
			body = appendHybrid(append(body, byte(width)), c.index[value:value+n], width)
		case 32:
			for _, v := range c.numbers[value : value+n] {
				body = binary.LittleEndian.AppendUint32(body, uint32(v))
			}
		default:
			for _, v := range c.numbers[value : value+n] {
				body = binary.LittleEndian.AppendUint64(body, uint64(v))
			}
		}
		value += n
		if err := f.page(&chunk, body, parquetDataPage, parquetDataHeader, int64(len(present)), encoding); err != nil {
			return chunk, err
		}
	}
	return chunk, nil
}

// page writes a page of so many values behind its header.
func (f *parquetFile) page(chunk *parquetChunk, body []byte, kind, header, values, encoding int64) error {
	packed := body
	if f.gz != nil {
		out := bytes.NewBuffer(f.packed[:0])
		f.gz.Reset(out)
		if _, err := f.gz.Write(body); err != nil {
			return err
		}
		if err := f.gz.Close(); err != nil {
			return err
		}
		packed, f.packed = out.Bytes(), out.Bytes()
	}
	var t compact
	t.open()
	t.int(1, kind)
	t.int(2, int64(len(body)))
	t.int(3, int64(len(packed)))
	t.int(4, int64(int32(crc32.ChecksumIEEE(packed))))
	t.begin(header)
	t.int(1, values)
	t.int(2, encoding)
	if header == parquetDataHeader {
		t.int(3, parquetRLE) // of the marks for null
		t.int(4, parquetRLE)
	}
	t.end()
	t.end()
	chunk.whole += int64(len(t.b) + len(body))
	chunk.written += int64(len(t.b) + len(packed))
	f.write(t.b)
	f.write(packed)
	return nil
}

// appendHybrid writes numbers of so many bits: one run if they are equal, or else
// packed, the lowest bit first.
func appendHybrid(b []byte, values []uint32, width int) []byte {
	equal := true
	for _, v := range values {
		equal = equal && v == values[0]
	}
	if len(values) == 0 {
		return b
	}
	if equal {
		b = binary.AppendUvarint(b, uint64(len(values))<<1)
		for v, n := values[0], width; n > 0; n -= 8 {
			b = append(b, byte(v))
			v >>= 8
		}
		return b
	}
	groups := (len(values) + 7) / 8
	b = binary.AppendUvarint(b, uint64(groups)<<1|1)
	word, have := uint64(0), 0
	for i := range groups * 8 {
		if i < len(values) {
			word |= uint64(values[i]) << have
		}
		for have += width; have >= 8; have -= 8 {
			b = append(b, byte(word))
			word >>= 8
		}
	}
	return b
}

// close writes the footer.
func (f *parquetFile) close() error {
	if err := f.endGroup(); err != nil {
		return err
	}
	var t compact
	t.open()
	t.int(1, 1)
	t.list(2, compactStruct, len(f.columns)+1)
	t.open()
	t.text(4, "flow_log")
	t.int(5, int64(len(f.columns)))
	t.end()
	for _, c := range f.columns {
		c.describe(&t)
	}
	rows := 0
	for _, g := range f.groups {
		rows += g.rows
	}
	t.long(3, int64(rows))
	t.list(4, compactStruct, len(f.groups))
	for _, g := range f.groups {
		f.describe(&t, g)
	}
	t.text(6, parquetCreator)
	t.end()
	t.b = binary.LittleEndian.AppendUint32(t.b, uint32(len(t.b)))
	f.write(append(t.b, parquetMagic...))
	return nil
}

func (c *parquetColumn) types() (physical, converted int64) {
	switch c.bits {
	case 0:
		return parquetBytes, parquetUTF8
	case 32:
		return parquetInt32, parquetInt32Of
	}
	return parquetInt64, parquetInt64Of
}

// describe writes the column as an element of the schema.
func (c *parquetColumn) describe(t *compact) {
	physical, converted := c.types()
	t.open()
	t.int(1, physical)
	t.int(3, parquetOptional)
	t.text(4, c.name)
	t.int(6, converted)
	t.end()
}

func (f *parquetFile) describe(t *compact, g parquetGroup) {
	t.open()
	t.list(1, compactStruct, len(g.chunks))
	size := int64(0)
	for i, chunk := range g.chunks {
		c := f.columns[i]
		physical, _ := c.types()
		size += chunk.whole
		t.open()
		t.long(2, chunk.data)
		t.begin(3)
		t.int(1, physical)
		encodings := []int64{parquetPlain, parquetRLE}
		if chunk.dict > 0 {
			encodings = append(encodings, parquetDictionary)
		}
		t.list(2, compactI32, len(encodings))
		for _, e := range encodings {
			t.zigzag(e)
		}
		t.list(3, compactBinary, 1)
		t.bytes(c.name)
		codec := int64(0)
		if f.gz != nil {
			codec = parquetGzip
		}
		t.int(4, codec)
		t.long(5, int64(g.rows))
		t.long(6, chunk.whole)
		t.long(7, chunk.written)
		t.long(9, chunk.data)
		if chunk.dict > 0 {
			t.long(11, chunk.dict)
		}
		t.end()
		t.end()
	}
	t.long(2, size)
	t.long(3, int64(g.rows))
	t.end()
}
