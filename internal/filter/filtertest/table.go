// Package filtertest makes records and filters for tests: small tables written
// as text, and random ones from a seed.
//
// It holds what the tests of the filter language and of its SQL share, so that
// both look at the same records. It does not import package filter.
package filtertest

import (
	"bufio"
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/record"
)

// Table reads records from text: a line of field names, then a line for each
// record, values separated by white space. A dash is an absent value; lines
// that begin with # and empty lines are skipped. Besides the fields of the
// record, the named fields packed by enrichment can be columns (initiator,
// witness, src_scope, ...).
func Table(text string) (*record.Batch, error) {
	b := record.NewBatch(record.KindFlow, record.NewRegistry())
	var fields []*record.Field
	scan := bufio.NewScanner(strings.NewReader(text))
	for line := 1; scan.Scan(); line++ {
		values := strings.Fields(scan.Text())
		if len(values) == 0 || strings.HasPrefix(values[0], "#") {
			continue
		}
		if fields == nil {
			for _, name := range values {
				f, ok := record.Lookup(name)
				if !ok {
					return nil, fmt.Errorf("read table: line %d: unknown field %q", line, name)
				}
				fields = append(fields, f)
			}
			continue
		}
		if len(values) != len(fields) {
			return nil, fmt.Errorf("read table: line %d has %d values for %d fields", line, len(values), len(fields))
		}
		r := newRow()
		for i, v := range values {
			if v == "-" {
				continue
			}
			if err := r.set(fields[i], v); err != nil {
				return nil, fmt.Errorf("read table: line %d: %s: %w", line, fields[i].Name, err)
			}
		}
		r.appendTo(b)
	}
	return b, scan.Err()
}

// row is one record before it is in a batch.
type row struct {
	numbers map[record.FieldID]uint64 // numbers, times, names by position
	addrs   map[record.FieldID]record.Addr
	tuples  map[record.Place][]string
	texts   map[record.FieldID]string // row fields of text
}

func newRow() *row {
	return &row{
		numbers: map[record.FieldID]uint64{},
		addrs:   map[record.FieldID]record.Addr{},
		texts:   map[record.FieldID]string{},
		tuples: map[record.Place][]string{
			record.PlaceContext: make([]string, record.GroupContext.Slots()),
			record.PlacePath:    make([]string, record.GroupPath.Slots()),
			record.PlaceSrc:     make([]string, record.GroupSide.Slots()),
			record.PlaceDst:     make([]string, record.GroupSide.Slots()),
		},
	}
}

// packed are the named fields that share a column.
var packed = map[record.FieldID][]string{
	record.ActionField: {"", "ACCEPT", "REJECT"},
	record.Initiator:   record.InitiatorNames[:],
	record.InitiatorBy: record.InitiatorReasonNames[:],
	record.Witness:     record.WitnessNames[:],
	record.SrcScope:    record.ScopeNames[:],
	record.DstScope:    record.ScopeNames[:],
	record.TimeFrom:    record.TimeFromNames[:],
	record.TimeSuspect: {"false", "true"},
	record.Counted:     {"false", "true"},
}

func (r *row) set(f *record.Field, text string) error {
	if names, ok := packed[f.ID]; ok {
		i := slices.Index(names, text)
		if i < 0 {
			return fmt.Errorf("%q is none of %q", text, names)
		}
		r.numbers[f.ID] = uint64(i)
		return nil
	}
	if values, ok := r.tuples[f.Place]; ok {
		values[f.Slot] = text
		return nil
	}
	switch f.Type {
	case record.TypeText:
		r.texts[f.ID] = text
	case record.TypeAddr:
		a, err := netip.ParseAddr(text)
		if err != nil {
			return err
		}
		r.addrs[f.ID] = record.AddrFrom(a)
	case record.TypeTime:
		t, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			return err
		}
		r.numbers[f.ID] = uint64(t.UnixNano())
	default:
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return err
		}
		r.numbers[f.ID] = n
	}
	return nil
}

// appendTo adds the record to a batch. Row fields that it lacks are absent;
// a column that no record had so far is added when the first one has it.
func (r *row) appendTo(b *record.Batch) {
	at := b.Extend(1)
	b.Context[at] = b.Registry.Intern(record.GroupContext, r.tuples[record.PlaceContext])
	b.Path[at] = b.Registry.Intern(record.GroupPath, r.tuples[record.PlacePath])
	b.SrcSide[at] = b.Registry.Intern(record.GroupSide, r.tuples[record.PlaceSrc])
	b.DstSide[at] = b.Registry.Intern(record.GroupSide, r.tuples[record.PlaceDst])

	n := r.numbers
	r.pack(b, at, record.Role, record.PackRole(record.InitiatorSide(n[record.Initiator]), record.InitiatorReason(n[record.InitiatorBy]), record.WitnessKind(n[record.Witness])))
	r.pack(b, at, record.Scopes, record.PackScopes(record.Scope(n[record.SrcScope]), record.Scope(n[record.DstScope])))
	r.pack(b, at, record.Flags, uint8(n[record.TimeFrom]|n[record.TimeSuspect]*record.FlagTimeSuspect))
	r.pack(b, at, record.Counted, uint8(n[record.Counted]))
	if v, ok := n[record.Part]; ok {
		b.Use(record.Part)
		b.Col(record.Part).U32[at] = uint32(v)
	}
	if v, ok := r.texts[record.Unmapped]; ok {
		b.Use(record.Unmapped)
		b.Col(record.Unmapped).Text[at] = v
	}
	for _, id := range record.RowFields {
		r.field(b, at, id)
	}
}

func (r *row) pack(b *record.Batch, at int, id record.FieldID, v uint8) {
	if v != 0 {
		b.Use(id)
		b.Col(id).U8[at] = v
	}
}

func (r *row) field(b *record.Batch, at int, id record.FieldID) {
	v, hasNumber := r.numbers[id]
	a, hasAddr := r.addrs[id]
	if !hasNumber && !hasAddr {
		if b.Has(id) {
			b.Use(record.Absent)
			b.Col(record.Absent).U32[at] |= record.AbsentBit(id)
		}
		return
	}
	if !b.Has(id) {
		b.Use(id)
		b.Col(record.Absent).U32[at] &^= record.AbsentBit(id)
	}
	c := b.Col(id)
	switch record.Get(id).Type {
	case record.TypeAddr:
		c.Addr[at] = a
	case record.TypeTime:
		c.Time[at] = int64(v)
	case record.TypeUint16:
		c.U16[at] = uint16(v)
	case record.TypeUint64:
		c.U64[at] = v
	default:
		c.U8[at] = uint8(v)
	}
}
