package geo

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/big"
	"strings"

	"github.com/weir-flow/weir/internal/cidr"
)

// table answers from a file of ranges.
type table struct {
	ranges *cidr.Table[uint32] // number of the place
	places []place
}

func (t *table) find(addr [16]byte) *place {
	if i, ok := t.ranges.Lookup(addr); ok {
		return &t.places[i]
	}
	return nowhere
}

// tableBuilder collects ranges. Neighbours of one place are joined, and places
// that repeat are kept once.
type tableBuilder struct {
	ranges  cidr.Builder[uint32]
	places  []place
	numbers map[place]uint32
	last    cidr.Range
	lastNum uint32
	pending bool
	rows    int
}

func (b *tableBuilder) add(r cidr.Range, p place) {
	if p == (place{}) {
		return
	}
	n, ok := b.numbers[p]
	if !ok {
		// A cell holds on to the text of its whole line; what is kept is copied.
		p.country, p.org = strings.Clone(p.country), strings.Clone(p.org)
		n = uint32(len(b.places))
		b.places = append(b.places, p)
		b.numbers[p] = n
	}
	if b.pending && n == b.lastNum && after(b.last.Hi) == r.Lo {
		b.last.Hi = r.Hi
		return
	}
	b.flush()
	b.last, b.lastNum, b.pending = r, n, true
}

func (b *tableBuilder) flush() {
	if b.pending {
		b.ranges.AddRange(b.last, b.lastNum)
	}
}

// after returns the next address. The last one is followed by the first, which
// no ascending file goes on with.
func after(a [16]byte) [16]byte {
	for i := len(a) - 1; i >= 0; i-- {
		if a[i]++; a[i] != 0 {
			break
		}
	}
	return a
}

// rows reads the cells of a table line by line.
type rows struct {
	line int
	next func() ([]string, error) // cells of the next line, valid until the call after; io.EOF after the last
}

func newRows(text []byte) *rows {
	first := firstLine(text)
	if strings.Contains(first, "\t") { // quotes mean nothing between tabs
		r := &rows{}
		r.next = func() ([]string, error) {
			for len(text) > 0 {
				var line []byte
				line, text, _ = bytes.Cut(text, []byte("\n"))
				r.line++
				if cells := strings.TrimRight(string(line), "\r"); cells != "" && cells[0] != '#' {
					return strings.Split(cells, "\t"), nil
				}
			}
			return nil, io.EOF
		}
		return r
	}
	c := csv.NewReader(bytes.NewReader(text))
	c.Comment, c.LazyQuotes, c.ReuseRecord, c.TrimLeadingSpace, c.FieldsPerRecord = '#', true, true, true, -1
	if !strings.Contains(first, ",") {
		c.Comma = ';'
	}
	r := &rows{}
	r.next = func() ([]string, error) {
		cells, err := c.Read()
		if pe := (*csv.ParseError)(nil); errors.As(err, &pe) {
			return nil, fmt.Errorf("%w table: line %d: %w", ErrDamaged, pe.Line, pe.Err)
		}
		if err == nil {
			r.line, _ = c.FieldPos(0)
		}
		return cells, err
	}
	return r
}

func parseTable(text []byte) (parsed, error) {
	cols, err := columnsOf(text)
	if err != nil {
		return parsed{}, err
	}
	b := tableBuilder{numbers: map[place]uint32{}}
	r := newRows(text)
	var where []cidr.Range
	for first := true; ; first = false {
		cells, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return parsed{}, err
		}
		if first && cols.header {
			continue
		}
		if len(cells) < cols.need() {
			return parsed{}, fmt.Errorf("%w table: line %d: %d columns, needs %d", ErrDamaged, r.line, len(cells), cols.need())
		}
		if where, err = cols.where(where[:0], cells); err != nil {
			return parsed{}, fmt.Errorf("%w table: line %d: %w", ErrDamaged, r.line, err)
		}
		p, err := cols.place(cells)
		if err != nil {
			return parsed{}, fmt.Errorf("%w table: line %d: %w", ErrDamaged, r.line, err)
		}
		b.rows++
		for _, r := range where {
			b.add(r, p)
		}
	}
	b.flush()
	if b.rows == 0 {
		return parsed{}, fmt.Errorf("%w: a table without rows", ErrFormat)
	}
	t := &table{ranges: b.ranges.Table(), places: b.places}
	return parsed{source: t, file: File{Kind: "table", Entries: b.rows}}, nil
}

// columns says which column holds what; -1 is none.
type columns struct {
	header                              bool
	cidr, start, end, country, asn, org int
}

// need returns how many cells a row must have.
func (c *columns) need() int {
	return 1 + max(c.cidr, c.start, c.end, c.country, c.asn, c.org)
}

// where appends the addresses of a row to dst.
func (c *columns) where(dst []cidr.Range, cells []string) ([]cidr.Range, error) {
	if c.cidr >= 0 {
		p, err := cidr.ParsePrefix(cells[c.cidr])
		if err != nil {
			return dst, err
		}
		return p.AppendRanges(dst), nil
	}
	r, err := parseRange(cells[c.start], cells[c.end])
	return append(dst, r), err
}

func (c *columns) place(cells []string) (p place, err error) {
	if c.country >= 0 {
		p.country = countryCode(cells[c.country])
	}
	if c.asn >= 0 {
		n, ok := asNumber(strings.TrimSpace(cells[c.asn]))
		if !ok {
			return p, fmt.Errorf("%q is no AS number", cells[c.asn])
		}
		if p.asn = n; n != 0 && c.org >= 0 {
			p.org = orgName(cells[c.org])
		}
	}
	return p, nil
}

// parseRange reads the first and last address of a row: text of either family,
// or decimal numbers, which are IPv6 when the last does not fit in 32 bits.
func parseRange(start, end string) (r cidr.Range, err error) {
	if isDecimal(start) && isDecimal(end) {
		lo, okLo := new(big.Int).SetString(start, 10)
		hi, okHi := new(big.Int).SetString(end, 10)
		if !okLo || !okHi || lo.BitLen() > 128 || hi.BitLen() > 128 {
			return r, fmt.Errorf("range %q to %q: %w", start, end, cidr.ErrSyntax)
		}
		lo.FillBytes(r.Lo[:])
		hi.FillBytes(r.Hi[:])
		if hi.BitLen() <= 32 {
			r.Lo[10], r.Lo[11], r.Hi[10], r.Hi[11] = 0xff, 0xff, 0xff, 0xff
		}
	} else {
		if r.Lo, err = cidr.ParseAddr(start); err != nil {
			return r, err
		}
		if r.Hi, err = cidr.ParseAddr(end); err != nil {
			return r, err
		}
	}
	if bytes.Compare(r.Lo[:], r.Hi[:]) > 0 {
		return r, fmt.Errorf("range %q to %q ends before it begins", start, end)
	}
	return r, nil
}

func isDecimal(text string) bool {
	return text != "" && len(text) <= 39 && strings.Trim(text, "0123456789") == ""
}
