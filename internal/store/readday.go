package store

import (
	"context"
	"fmt"
	"strings"

	"github.com/ClickHouse/ch-go/proto"

	"github.com/weir-flow/weir/internal/engine"
	"github.com/weir-flow/weir/internal/filter"
	"github.com/weir-flow/weir/internal/record"
)

// readRows is how many rows a batch of ReadDay has at most.
const readRows = 1 << 18

// ReadDay hands out the records of a day as they were written, tuples interned
// into reg, in no order. The batch is valid until fn returns. An error of fn
// ends the reading and is returned; [ErrIncomplete] when a proxy ended the answer
// early, which HTTP alone does not always tell. Records must not be removed
// meanwhile.
func (s *Store) ReadDay(ctx context.Context, reg *record.Registry, day Day, fn func(*record.Batch) error) error {
	doing := "read " + day.String()
	before, err := s.numbersOf(ctx, doing, fmt.Sprintf("SELECT count() AS c0 FROM %s WHERE %s", s.table(tableFlows), day.within("start")), 1)
	if err != nil {
		return err
	}
	var seen uint64
	r := newRowReader(s, reg, flowColumns)
	err = r.read(ctx, day.within("start"), nil, func(b *record.Batch) error {
		seen += uint64(b.Len())
		return fn(b)
	})
	if err == nil && seen < before[0][0] {
		err = fmt.Errorf("%w: %d records of %d came", ErrIncomplete, seen, before[0][0])
	}
	return explain(doing, err)
}

// rowReader turns blocks of table flows back into batches.
type rowReader struct {
	s       *Store
	reg     *record.Registry
	batch   *record.Batch
	fields  []record.FieldID // of flowColumns, those to read
	exprs   []string
	results proto.Results
	numbers [record.NumGroups]map[uint64]uint32 // id to tuple number

	start, startNS, endNS            proto.ColUInt32
	duration                         proto.ColInt32
	ctx, path, srcSide, dstSide      proto.ColUInt64
	srcAddr, dstAddr, pktSrc, pktDst proto.ColIPv6
	copies                           []func(b *record.Batch) // plain columns
}

func newRowReader(s *Store, reg *record.Registry, fields []record.FieldID) *rowReader {
	r := &rowReader{s: s, reg: reg, batch: record.NewBatch(record.KindFlow, reg), fields: fields}
	r.exprs = r.bind()
	return r
}

// read hands out the rows that a condition selects, in no order. The batch is valid
// until fn returns.
func (r *rowReader) read(ctx context.Context, where string, params []filter.Param, fn func(*record.Batch) error) error {
	sql := fmt.Sprintf("SELECT %s FROM %s WHERE %s", strings.Join(r.exprs, ", "), r.s.table(tableFlows), where)
	o := engine.Options{Params: paramValues(params), Settings: with(heavy, map[string]string{"max_block_size": fmt.Sprint(readRows), "preferred_block_size_bytes": "0"})}
	_, err := r.s.Select(ctx, sql, o, r.results, func(rows int) error {
		b, err := r.fill(ctx, rows)
		if err != nil {
			return err
		}
		return fn(b)
	})
	return err
}

// bind makes the columns of the query's answer and returns its expressions.
func (r *rowReader) bind() []string {
	var exprs []string
	add := func(expr string, data proto.ColResult) {
		exprs = append(exprs, fmt.Sprintf("%s AS c%d", expr, len(exprs)))
		r.results = append(r.results, proto.ResultColumn{Name: fmt.Sprintf("c%d", len(r.results)), Data: data})
	}
	add("toUInt32(toUnixTimestamp(start))", &r.start)
	add("start_ns", &r.startNS)
	add("duration", &r.duration)
	add("end_ns", &r.endNS)
	add("ctx", &r.ctx)
	add("path", &r.path)
	add("src_side", &r.srcSide)
	add("dst_side", &r.dstSide)
	for _, id := range r.fields {
		name := filter.ColumnName(id)
		switch id {
		case record.SrcAddr:
			add(name, &r.srcAddr)
		case record.DstAddr:
			add(name, &r.dstAddr)
		case record.PktSrcAddr:
			add(name, &r.pktSrc)
		case record.PktDstAddr:
			add(name, &r.pktDst)
		default:
			expr, data, fill := plainColumn(id, name)
			add(expr, data)
			r.copies = append(r.copies, fill)
		}
	}
	return exprs
}

// plainColumn reads a column that is in the batch as it is in the table.
func plainColumn(id record.FieldID, name string) (expr string, data proto.ColResult, fill func(*record.Batch)) {
	switch record.Get(id).Type {
	case record.TypeUint16:
		c := new(proto.ColUInt16)
		return name, c, func(b *record.Batch) { copy(b.Col(id).U16, *c) }
	case record.TypeUint32:
		c := new(proto.ColUInt32)
		return name, c, func(b *record.Batch) { copy(b.Col(id).U32, *c) }
	case record.TypeUint64:
		c := new(proto.ColUInt64)
		return name, c, func(b *record.Batch) { copy(b.Col(id).U64, *c) }
	case record.TypeText:
		c := new(proto.ColStr)
		return name, c, func(b *record.Batch) {
			text := b.Col(id).Text
			for row := range text {
				text[row] = c.Row(row)
			}
		}
	default:
		c := new(proto.ColUInt8)
		return "toUInt8(" + name + ")", c, func(b *record.Batch) { copy(b.Col(id).U8, *c) }
	}
}

// fill turns the rows of one block into the batch.
func (r *rowReader) fill(ctx context.Context, rows int) (*record.Batch, error) {
	b := r.batch
	b.Reset()
	b.Use(record.Start, record.End)
	b.Use(r.fields...)
	b.Extend(rows)
	for _, fill := range r.copies {
		fill(b)
	}
	missing := b.Col(record.Absent).U32
	start, end := b.Col(record.Start).Time, b.Col(record.End).Time
	for row := range rows {
		seconds := int64(r.start[row])
		start[row] = seconds*second + int64(r.startNS[row])
		if missing[row]&record.AbsentBit(record.End) == 0 {
			end[row] = (seconds+int64(r.duration[row]))*second + int64(r.endNS[row])
		}
	}
	for i, addr := range [][]record.Addr{b.Col(record.SrcAddr).Addr, b.Col(record.DstAddr).Addr} {
		plain, packet := &r.srcAddr, &r.pktSrc
		id := record.PktSrcAddr
		if i == 1 {
			plain, packet, id = &r.dstAddr, &r.pktDst, record.PktDstAddr
		}
		for row := range rows {
			addr[row] = record.Addr((*plain)[row])
		}
		if len(*packet) == 0 {
			continue // not asked for
		}
		out, bit := b.Col(id).Addr, record.AbsentBit(id)
		for row := range rows {
			out[row] = record.Addr((*packet)[row])
			if out[row] == (record.Addr{}) && missing[row]&bit == 0 {
				out[row] = addr[row] // blank stands for the interface's own view
			}
		}
	}
	for _, t := range []struct {
		group   record.Group
		ids     proto.ColUInt64
		numbers []uint32
	}{
		{record.GroupContext, r.ctx, b.Context}, {record.GroupPath, r.path, b.Path},
		{record.GroupSide, r.srcSide, b.SrcSide}, {record.GroupSide, r.dstSide, b.DstSide},
	} {
		if err := r.number(ctx, t.group, t.ids, t.numbers); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// number turns ids into tuple numbers, reading the tuple table when it has to.
func (r *rowReader) number(ctx context.Context, g record.Group, ids []uint64, out []uint32) error {
	read := false
	for row, id := range ids {
		if row > 0 && id == ids[row-1] {
			out[row] = out[row-1]
			continue
		}
		n, ok := r.numbers[g][id]
		if !ok && !read {
			read = true
			var err error
			if r.numbers[g], err = r.s.readTuples(ctx, g, r.reg); err != nil {
				return err
			}
			n, ok = r.numbers[g][id]
		}
		if !ok {
			return fmt.Errorf("table %s lacks id %d that a record has", tupleTables[g], id)
		}
		out[row] = n
	}
	return nil
}

// readTuples interns all tuples of a group and returns their numbers by id.
func (s *Store) readTuples(ctx context.Context, g record.Group, reg *record.Registry) (map[uint64]uint32, error) {
	ids := new(proto.ColUInt64)
	cols := make([]proto.ColStr, g.Slots())
	into := proto.Results{{Name: "id", Data: ids}}
	names := []string{"id"}
	for slot, name := range g.Names() {
		names = append(names, quote(name))
		into = append(into, proto.ResultColumn{Name: name, Data: &cols[slot]})
	}
	numbers := map[uint64]uint32{0: 0}
	values := make([]string, g.Slots())
	sql := fmt.Sprintf("SELECT %s FROM %s", strings.Join(names, ", "), s.table(tupleTables[g]))
	_, err := s.Select(ctx, sql, engine.Options{}, into, func(rows int) error {
		for row := range rows {
			for slot := range cols {
				values[slot] = cols[slot].Row(row)
			}
			numbers[ids.Row(row)] = reg.Intern(g, values)
		}
		return nil
	})
	return numbers, explain("read "+tupleTables[g], err)
}
